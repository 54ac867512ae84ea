// Both forms of the mesh dialect.
// RUN: llmsys-opt --convert-shard-to-mesh %s | filecheck %s
// RUN: llmsys-opt --convert-shard-to-mesh %s > %t.mesh && mlir-opt-19 %t.mesh > %t.theirs && diff %t.theirs %t.mesh
// RUN: llmsys-opt --convert-shard-to-mesh="form=ssa" %s | filecheck --check-prefix SSA %s
// RUN: llmsys-opt --convert-shard-to-mesh="form=ssa" --convert-mesh-to-shard %s > %t.back \
// RUN:   && llmsys-opt %s > %t.ours && diff %t.ours %t.back
// RUN: mlir-opt-22 %s | diff %t.ours -

// CHECK: mesh.mesh @grid(shape = 2x4)
// SSA: mesh.mesh @grid(shape = 2x4)
shard.grid @grid(shape = 2x4)

// CHECK-LABEL: func.func @f
// CHECK-SAME: {mesh.sharding = #mesh.shard<@grid, {{\[\[}}0]]>}
// SSA-LABEL: func.func @f
// SSA-SAME: {mesh.sharding = {mesh = @grid, split_axes = #mesh<axisarray{{\[\[}}0]]>}}
func.func @f(%arg0: tensor<16x32xf32> {shard.sharding = {grid = @grid, split_axes = #shard<axisarray[[0]]>}}) -> tensor<16x32xf32> {
  // SSA-NEXT: %sharding = mesh.sharding @grid split_axes = {{\[\[}}0], []] : !mesh.sharding
  %s = shard.sharding @grid split_axes = [[0], []] : !shard.sharding
  // CHECK-NEXT: mesh.shard %arg0 to <@grid, {{\[\[}}0], []]> : tensor<16x32xf32>
  // SSA-NEXT: %sharding_annotated = mesh.shard %arg0 to %sharding : tensor<16x32xf32>
  %0 = shard.shard %arg0 to %s : tensor<16x32xf32>
  // SSA-NEXT: mesh.get_sharding
  %t = shard.get_sharding %0 : tensor<16x32xf32> -> !shard.sharding
  // CHECK-NEXT: mesh.shard %{{.*}} to <@grid, {{\[\[}}0], []]> annotate_for_users : tensor<16x32xf32>
  // SSA-NEXT: mesh.shard
  %1 = shard.shard %0 to %t annotate_for_users : tensor<16x32xf32>
  // CHECK-NEXT: mesh.all_reduce %{{.*}} on @grid mesh_axes = [1] reduction = <max> : tensor<16x32xf32> -> tensor<16x32xf32>
  // SSA-NEXT: mesh.all_reduce %{{.*}} on @grid mesh_axes = [1] reduction =  max : tensor<16x32xf32> -> tensor<16x32xf32>
  %2 = shard.all_reduce %1 on @grid grid_axes = [1] reduction = max : tensor<16x32xf32> -> tensor<16x32xf32>
  return %2 : tensor<16x32xf32>
}
