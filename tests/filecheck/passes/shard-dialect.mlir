// The passes take programs of the shard dialect and give them back in it, the user's annotations kept.
// RUN: llmsys-opt --auto-shard %s | mlir-opt-22 | filecheck %s --check-prefix=PLAN
// RUN: llmsys-opt --auto-shard --spmd-partition %s | mlir-opt-22 | filecheck %s --check-prefix=SPMD
// RUN: llmsys-opt --auto-shard --spmd-partition %s | llmsys-run --reference %s
// RUN: llmsys-opt --sharding-propagation --spmd-partition %s | llmsys-run --reference %s

// PLAN-NOT: mesh.
// PLAN: %[[X:.*]] = shard.sharding @g split_axes = {{\[\[}}0]] : !shard.sharding
// PLAN-NEXT: shard.shard %arg0 to %[[X]] annotate_for_users : tensor<16x32xf32>

// SPMD: func.func @f(%arg0: tensor<8x32xf32> {shard.sharding = {grid = @g, split_axes = #shard<axisarray{{\[\[}}0]]>}}
// SPMD: shard.reduce_scatter %{{.*}} on @g grid_axes = [1] scatter_axis = 0 : tensor<8x32xf32> -> tensor<2x32xf32>

shard.grid @g(shape = 2x4)
func.func @f(%x: tensor<16x32xf32>, %w: tensor<32x64xf32>, %v: tensor<64x32xf32>) -> tensor<16x32xf32> {
  %s = shard.sharding @g split_axes = [[0]] : !shard.sharding
  %xs = shard.shard %x to %s annotate_for_users : tensor<16x32xf32>
  %z = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<16x64xf32>
  %i = linalg.fill ins(%z : f32) outs(%e : tensor<16x64xf32>) -> tensor<16x64xf32>
  %h = linalg.matmul ins(%xs, %w : tensor<16x32xf32>, tensor<32x64xf32>) outs(%i : tensor<16x64xf32>) -> tensor<16x64xf32>
  %t = shard.sharding @g split_axes = [[0], [1]] : !shard.sharding
  %hs = shard.shard %h to %t : tensor<16x64xf32>
  %e2 = tensor.empty() : tensor<16x32xf32>
  %i2 = linalg.fill ins(%z : f32) outs(%e2 : tensor<16x32xf32>) -> tensor<16x32xf32>
  %y = linalg.matmul ins(%hs, %v : tensor<16x64xf32>, tensor<64x32xf32>) outs(%i2 : tensor<16x32xf32>) -> tensor<16x32xf32>
  return %y : tensor<16x32xf32>
}
