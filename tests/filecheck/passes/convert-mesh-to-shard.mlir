// Annotations become values, collectives keep their words, and boundaries keep their shardings; and all of it back.
// RUN: llmsys-opt --convert-mesh-to-shard %s | filecheck %s
// RUN: llmsys-opt --convert-mesh-to-shard %s > %t.shard && mlir-opt-22 %t.shard > %t.theirs && diff %t.theirs %t.shard
// RUN: llmsys-opt --convert-shard-to-mesh %t.shard > %t.back && llmsys-opt %s > %t.ours && diff %t.ours %t.back
// RUN: mlir-opt-19 %t.back | diff %t.back -
// RUN: llmsys-opt --convert-shard-to-mesh="form=ssa" --mesh-form %t.shard | diff %t.back -

// CHECK: shard.grid @grid(shape = 2x4) {llmsys.cluster = "a100"}
mesh.mesh @grid(shape = 2x4) {llmsys.cluster = "a100"}

// CHECK-LABEL: func.func @annotated
func.func @annotated(%arg0: tensor<16x32xf32>) -> tensor<16x32xf32> {
  // CHECK-NEXT: %sharding = shard.sharding @grid split_axes = {{\[\[}}0], [1]] : !shard.sharding
  // CHECK-NEXT: %sharding_annotated = shard.shard %arg0 to %sharding annotate_for_users : tensor<16x32xf32>
  %0 = mesh.shard %arg0 to <@grid, [[0], [1]]> annotate_for_users : tensor<16x32xf32>
  // CHECK-NEXT: math.exp
  %1 = math.exp %0 : tensor<16x32xf32>
  // CHECK-NEXT: %[[WHOLE:.*]] = shard.sharding @grid split_axes = {{\[\[}}]] : !shard.sharding
  // CHECK-NEXT: shard.shard %{{.*}} to %[[WHOLE]] {llmsys.note} : tensor<16x32xf32>
  %2 = mesh.shard %1 to <@grid, [[]]> {llmsys.note} : tensor<16x32xf32>
  return %2 : tensor<16x32xf32>
}

// CHECK-LABEL: func.func @partitioned
// CHECK-SAME: (%arg0: tensor<8x8xf32> {shard.sharding = {grid = @grid, split_axes = #shard<axisarray{{\[\[}}0], [1]]>}}, %arg1: index)
// CHECK-SAME: -> (tensor<16x32xf32> {llmsys.name = "y", shard.sharding = {grid = @grid, split_axes = #shard<axisarray{{\[\[}}]]>}})
func.func @partitioned(%arg0: tensor<8x8xf32> {mesh.sharding = #mesh.shard<@grid, [[0], [1]]>}, %arg1: index)
    -> (tensor<16x32xf32> {llmsys.name = "y", mesh.sharding = #mesh.shard<@grid, [[]]>}) {
  // CHECK-NEXT: shard.all_gather %arg0 on @grid grid_axes = [1] gather_axis = 1 : tensor<8x8xf32> -> tensor<8x32xf32>
  %0 = mesh.all_gather %arg0 on @grid mesh_axes = [1] gather_axis = 1 : tensor<8x8xf32> -> tensor<8x32xf32>
  // CHECK-NEXT: shard.all_gather
  %1 = mesh.all_gather %0 on @grid mesh_axes = [0] gather_axis = 0 : tensor<8x32xf32> -> tensor<16x32xf32>
  // CHECK-NEXT: shard.all_reduce %{{.*}} on @grid grid_axes = [1, 0] reduction =  max : tensor<16x32xf32> -> tensor<16x32xf32>
  %2 = mesh.all_reduce %1 on @grid mesh_axes = [1, 0] reduction = <max> : tensor<16x32xf32> -> tensor<16x32xf32>
  // CHECK-NEXT: shard.all_reduce %{{.*}} on @grid grid_axes = [0] : tensor<16x32xf32> -> tensor<16x32xf32>
  %3 = mesh.all_reduce %2 on @grid mesh_axes = [0] : tensor<16x32xf32> -> tensor<16x32xf32>
  // CHECK-NEXT: shard.broadcast %{{.*}} on @grid grid_axes = [0] root = [%arg1] : (tensor<16x32xf32>, index) -> tensor<16x32xf32>
  %4 = mesh.broadcast %3 on @grid mesh_axes = [0] root = [%arg1] : (tensor<16x32xf32>, index) -> tensor<16x32xf32>
  // CHECK-NEXT: shard.grid_shape @grid axes = [1] : index
  %5 = mesh.mesh_shape @grid axes = [1] : index
  // CHECK-NEXT: shard.process_multi_index on @grid axes = [1] : index
  %6 = mesh.process_multi_index on @grid axes = [1] : index
  return %4 : tensor<16x32xf32>
}
