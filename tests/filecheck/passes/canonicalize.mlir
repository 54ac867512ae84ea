// Equal constants become one at the start of their function, and annotations of one value that say the same one.
// RUN: llmsys-opt --canonicalize %s | filecheck %s
// RUN: llmsys-opt --canonicalize %s > %t.ours && mlir-opt-22 --canonicalize %s | diff %t.ours -

shard.grid @g(shape = 2x2)

// CHECK-LABEL: func.func @constants
func.func @constants(%x: f32) -> (f32, f32, f32) {
  // CHECK-NEXT: %cst = arith.constant 2.000000e+00 : f32
  // CHECK-NEXT: %cst_0 = arith.constant 1.000000e+00 : f32
  // CHECK-NEXT: %0 = arith.addf %arg0, %cst_0 : f32
  // CHECK-NEXT: return %0, %cst_0, %cst
  %a = arith.constant 1.0 : f32
  %0 = arith.addf %x, %a : f32
  %b = arith.constant 1.0 : f32
  %c = arith.constant 2.0 : f32
  return %0, %b, %c : f32, f32, f32
}

// CHECK-LABEL: func.func @the_same_twice
func.func @the_same_twice(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  // CHECK-NEXT: %[[S:.*]] = shard.sharding @g split_axes = {{\[\[}}0]] : !shard.sharding
  // CHECK-NEXT: %[[A:.*]] = shard.shard %arg0 to %[[S]] : tensor<4xf32>
  // CHECK-NEXT: return %[[A]], %[[A]]
  %s = shard.sharding @g split_axes = [[0]] : !shard.sharding
  %0 = shard.shard %x to %s : tensor<4xf32>
  %t = shard.sharding @g split_axes = [[0]] : !shard.sharding
  %1 = shard.shard %x to %t : tensor<4xf32>
  return %0, %1 : tensor<4xf32>, tensor<4xf32>
}

// CHECK-LABEL: func.func @two_that_differ
func.func @two_that_differ(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  // CHECK: %[[A:.*]] = shard.shard %arg0
  // CHECK: %[[B:.*]] = shard.shard %[[A]]
  // CHECK-NEXT: return %[[A]], %[[B]]
  %s = shard.sharding @g split_axes = [[0]] : !shard.sharding
  %0 = shard.shard %x to %s : tensor<4xf32>
  %t = shard.sharding @g split_axes = [[1]] : !shard.sharding
  %1 = shard.shard %x to %t : tensor<4xf32>
  return %0, %1 : tensor<4xf32>, tensor<4xf32>
}
