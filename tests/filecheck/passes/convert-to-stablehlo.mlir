// Ops of tosa as StableHLO, in what one device runs too; annotations and collectives stay.
// RUN: llmsys-opt --convert-to-stablehlo --split-input-file %s | filecheck %s

// CHECK-LABEL: func.func @layer
// CHECK-SAME:    (%[[X:.*]]: tensor<1x8x4xf32> {{.*}}, %[[W:.*]]: tensor<1x4x8xf32>
// CHECK:         %[[P:.*]] = stablehlo.dot_general %[[X]], %[[W]], batching_dims = [0] x [0], contracting_dims = [2] x [1]
// CHECK:         %[[R:.*]] = mesh.all_reduce %[[P]]
// CHECK:         %[[B:.*]] = stablehlo.broadcast_in_dim %{{.*}}, dims = [0, 1, 2]
// CHECK:         %[[S:.*]] = stablehlo.add %[[R]], %[[B]]
// CHECK:         stablehlo.clamp
// CHECK:         %[[M:.*]] = stablehlo.reduce(%{{.*}}) applies stablehlo.maximum across dimensions = [2]
// CHECK:         stablehlo.reshape %[[M]]
// CHECK-NOT:     tosa.
mesh.mesh @m(shape = 2)
func.func @layer(%x: tensor<1x8x4xf32> {mesh.sharding = #mesh.shard<@m, [[], [], [0]]>},
    %w: tensor<1x4x8xf32> {mesh.sharding = #mesh.shard<@m, [[], [0]]>}, %b: tensor<1x1x8xf32>) -> tensor<1x8x1xf32> {
  %0 = tosa.matmul %x, %w : (tensor<1x8x4xf32>, tensor<1x4x8xf32>) -> tensor<1x8x8xf32>
  %1 = mesh.all_reduce %0 on @m mesh_axes = [0] : tensor<1x8x8xf32> -> tensor<1x8x8xf32>
  %2 = tosa.add %1, %b : (tensor<1x8x8xf32>, tensor<1x1x8xf32>) -> tensor<1x8x8xf32>
  %3 = tosa.clamp %2 {max_fp = 3.0 : f32, max_int = 3 : i64, min_fp = 0.0 : f32, min_int = 0 : i64} : (tensor<1x8x8xf32>) -> tensor<1x8x8xf32>
  %4 = tosa.reduce_max %3 {axis = 2 : i32} : (tensor<1x8x8xf32>) -> tensor<1x8x1xf32>
  return %4 : tensor<1x8x1xf32>
}
