// Functions, their boundary, and ops of other dialects.
// RUN: llmsys-opt --spmd-partition --allow-unregistered-dialect %s | mlir-opt-19 --allow-unregistered-dialect | filecheck %s
// RUN: llmsys-opt --spmd-partition --allow-unregistered-dialect %s > %t \
// RUN:   && llmsys-opt --spmd-partition --allow-unregistered-dialect %t | diff %t -

mesh.mesh @grid(shape = 2x4)

// Attributes of arguments and results stay; scalars have no sharding.
// CHECK-LABEL: func.func @boundary
// CHECK-SAME: (%arg0: tensor<4x4xf32> {llmsys.name = "x", mesh.sharding = #mesh.shard<@grid, {{\[\[}}0], [1]]>}, %arg1: f32)
// CHECK-SAME: -> (tensor<4x4xf32> {llmsys.name = "y", mesh.sharding = #mesh.shard<@grid, {{\[\[}}0], [1]]>}, f32)
// CHECK-SAME: attributes {llmsys.note}
func.func @boundary(%arg0: tensor<8x16xf32> {llmsys.name = "x"}, %arg1: f32)
    -> (tensor<8x16xf32> {llmsys.name = "y"}, f32) attributes {llmsys.note} {
  // CHECK-NEXT: %[[TWICE:.*]] = arith.addf %arg1, %arg1 : f32
  %0 = arith.addf %arg1, %arg1 : f32
  // CHECK-NEXT: %[[SPLAT:.*]] = tensor.splat %[[TWICE]] : tensor<4x4xf32>
  %1 = tensor.splat %0 : tensor<8x16xf32>
  %2 = mesh.shard %arg0 to <@grid, [[0], [1]]> : tensor<8x16xf32>
  %3 = mesh.shard %1 to <@grid, [[0], [1]]> : tensor<8x16xf32>
  // CHECK-NEXT: arith.mulf %arg0, %[[SPLAT]] : tensor<4x4xf32>
  %4 = arith.mulf %2, %3 : tensor<8x16xf32>
  return %4, %0 : tensor<8x16xf32>, f32
}

// Without annotations arguments arrive replicated, and a partial value is reduced before it is returned.
// CHECK-LABEL: func.func @no_annotations(
// CHECK-SAME: %arg0: tensor<8x16xf32> {mesh.sharding = #mesh.shard<@grid, {{\[\[}}]]>})
func.func @no_annotations(%arg0: tensor<8x16xf32>) -> tensor<8x16xf32> {
  // CHECK-NEXT: arith.addf %arg0, %arg0 : tensor<8x16xf32>
  %0 = arith.addf %arg0, %arg0 : tensor<8x16xf32>
  return %0 : tensor<8x16xf32>
}

// CHECK-LABEL: func.func @partial_result
// CHECK-SAME: -> (tensor<1x8x8xf32> {mesh.sharding = #mesh.shard<@grid, {{\[\[}}]]>})
func.func @partial_result(%arg0: tensor<1x8x16xf32>, %arg1: tensor<1x16x8xf32>) -> tensor<1x8x8xf32> {
  %0 = mesh.shard %arg0 to <@grid, [[], [], [1]]> annotate_for_users : tensor<1x8x16xf32>
  %1 = mesh.shard %arg1 to <@grid, [[], [1]]> annotate_for_users : tensor<1x16x8xf32>
  // CHECK-NEXT: %[[PART:.*]] = tosa.matmul %arg0, %arg1 : (tensor<1x8x4xf32>, tensor<1x4x8xf32>) -> tensor<1x8x8xf32>
  // CHECK-NEXT: mesh.all_reduce %[[PART]] on @grid mesh_axes = [1]
  %2 = tosa.matmul %0, %1 : (tensor<1x8x16xf32>, tensor<1x16x8xf32>) -> tensor<1x8x8xf32>
  return %2 : tensor<1x8x8xf32>
}

// An op brings its own rule.
// CHECK-LABEL: func.func @foreign
func.func @foreign(%arg0: tensor<8x16xf32>, %arg1: tensor<16x4xf32>) -> tensor<8x4xf32> {
  %0 = mesh.shard %arg0 to <@grid, [[0], [1]]> annotate_for_users : tensor<8x16xf32>
  %1 = mesh.shard %arg1 to <@grid, [[1]]> annotate_for_users : tensor<16x4xf32>
  // CHECK-NEXT: %[[PART:.*]] = "foreign.dot"(%arg0, %arg1) {llmsys.rule = "m k, k n -> m n | sum k, multilinear"} : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
  // CHECK-NEXT: mesh.all_reduce %[[PART]] on @grid mesh_axes = [1] : tensor<4x4xf32> -> tensor<4x4xf32>
  %2 = "foreign.dot"(%0, %1) {llmsys.rule = "m k, k n -> m n | sum k, multilinear"}
    : (tensor<8x16xf32>, tensor<16x4xf32>) -> tensor<8x4xf32>
  %3 = mesh.shard %2 to <@grid, [[0]]> : tensor<8x4xf32>
  return %3 : tensor<8x4xf32>
}

// Control flow on scalars stays.
// CHECK-LABEL: func.func @scalar_control_flow
func.func @scalar_control_flow(%arg0: i1, %arg1: f32, %arg2: tensor<8x16xf32>) -> tensor<8x16xf32> {
  // CHECK-NEXT: %[[X:.*]] = scf.if %arg0 -> (f32) {
  // CHECK-NEXT: scf.yield %arg1 : f32
  %0 = scf.if %arg0 -> (f32) {
    scf.yield %arg1 : f32
  } else {
    %1 = arith.negf %arg1 : f32
    scf.yield %1 : f32
  }
  // CHECK: %[[S:.*]] = tensor.splat %[[X]] : tensor<4x16xf32>
  // CHECK: arith.addf %arg2, %[[S]] : tensor<4x16xf32>
  %2 = mesh.shard %arg2 to <@grid, [[0]]> : tensor<8x16xf32>
  %3 = tensor.splat %0 : tensor<8x16xf32>
  %4 = mesh.shard %3 to <@grid, [[0]]> : tensor<8x16xf32>
  %5 = arith.addf %2, %4 : tensor<8x16xf32>
  return %5 : tensor<8x16xf32>
}

// What is partitioned is left alone, as is what has no tensors or no body.
// CHECK-LABEL: func.func @partitioned
// CHECK-SAME: (%arg0: tensor<4x16xf32> {mesh.sharding = #mesh.shard<@grid, {{\[\[}}0]]>})
// CHECK-SAME: -> (tensor<4x16xf32> {mesh.sharding = #mesh.shard<@grid, {{\[\[}}0]]>})
// CHECK-NEXT: arith.negf %arg0 : tensor<4x16xf32>
func.func @partitioned(%arg0: tensor<4x16xf32> {mesh.sharding = #mesh.shard<@grid, [[0]]>})
    -> (tensor<4x16xf32> {mesh.sharding = #mesh.shard<@grid, [[0]]>}) {
  %0 = arith.negf %arg0 : tensor<4x16xf32>
  return %0 : tensor<4x16xf32>
}

// CHECK-LABEL: func.func @scalars(%arg0: f32) -> f32 {
func.func @scalars(%arg0: f32) -> f32 {
  return %arg0 : f32
}

// CHECK: func.func private @declared(tensor<8x16xf32>) -> tensor<8x16xf32>
func.func private @declared(tensor<8x16xf32>) -> tensor<8x16xf32>
