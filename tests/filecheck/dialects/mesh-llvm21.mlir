// The form of LLVM 20 and 21: shardings are values, and a reduction is a word without brackets.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt --mlir-print-op-generic %s | llmsys-opt > %t.back && llmsys-opt %s > %t.ours && diff %t.ours %t.back
// RUN: llmsys-opt --convert-mesh-to-shard %s > %t.shard && mlir-opt-22 %t.shard > %t.theirs && diff %t.theirs %t.shard
// RUN: llmsys-opt --convert-shard-to-mesh="form=ssa" %t.shard > %t.back && llmsys-opt %s > %t.ours && diff %t.ours %t.back

mesh.mesh @grid(shape = 2x4)

// CHECK-LABEL: func.func @shardings
func.func @shardings(%x: tensor<16x32xf32>, %h: i64, %i: index, %m: memref<16x32xf32>) -> tensor<16x32xf32> {
  // CHECK-NEXT: %sharding = mesh.sharding @grid split_axes = {{\[\[}}0], []] : !mesh.sharding
  %s = mesh.sharding @grid split_axes = [[0], []] : !mesh.sharding
  // CHECK-NEXT: mesh.sharding @grid split_axes = {{\[\[}}0], [1]] halo_sizes = [1, %arg1, 2, 3] : !mesh.sharding
  %s1 = mesh.sharding @grid split_axes = [[0], [1]] halo_sizes = [1, %h, 2, 3] : !mesh.sharding
  // CHECK-NEXT: mesh.sharding @grid split_axes = {{\[\[}}], [0]] sharded_dims_offsets = [0, 3, %arg1] : !mesh.sharding
  %s2 = mesh.sharding @grid split_axes = [[], [0]] sharded_dims_offsets = [0, 3, %h] : !mesh.sharding
  // CHECK-NEXT: %sharding_annotated = mesh.shard %arg0 to %sharding annotate_for_users : tensor<16x32xf32>
  %0 = mesh.shard %x to %s annotate_for_users : tensor<16x32xf32>
  // CHECK-NEXT: mesh.shard %sharding_annotated to %{{.*}} {llmsys.note} : tensor<16x32xf32>
  %1 = mesh.shard %0 to %s1 {llmsys.note} : tensor<16x32xf32>
  // CHECK-NEXT: mesh.get_sharding %sharding_annotated : tensor<16x32xf32> -> !mesh.sharding
  %g = mesh.get_sharding %0 : tensor<16x32xf32> -> !mesh.sharding
  // CHECK-NEXT: %shard_shape:2 = mesh.shard_shape dims = [%arg2, 16] sharding = %sharding device = [%arg2, 1] : index, index
  %r:2 = mesh.shard_shape dims = [%i, 16] sharding = %s device = [%i, 1] : index, index
  // CHECK-NEXT: mesh.shard_shape dims = [8, 16] sharding = %{{.*}} device = [%arg2, 1] : index, index
  %t:2 = mesh.shard_shape dims = [8, 16] sharding = %g device = [%i, 1] : index, index
  // CHECK-NEXT: %down_linear_idx, %up_linear_idx = mesh.neighbors_linear_indices on @grid[%arg2, %arg2] split_axes = [1] : index, index
  %n:2 = mesh.neighbors_linear_indices on @grid[%i, %i] split_axes = [1] : index, index
  // CHECK-NEXT: mesh.update_halo %sharding_annotated on @grid split_axes = {{\[\[}}0]] halo_sizes = [1, %arg1] : tensor<16x32xf32>
  %u = mesh.update_halo %0 on @grid split_axes = [[0]] halo_sizes = [1, %h] : tensor<16x32xf32>
  // CHECK-NEXT: mesh.update_halo %arg3 on @grid split_axes = {{\[\[}}0], [1]] : memref<16x32xf32>
  %v = mesh.update_halo %m on @grid split_axes = [[0], [1]] : memref<16x32xf32>
  // CHECK-NEXT: %all_reduce = mesh.all_reduce %arg3 on @grid mesh_axes = [1] reduction =  max : memref<16x32xf32> -> memref<16x32xf32>
  %w = mesh.all_reduce %m on @grid mesh_axes = [1] reduction = max : memref<16x32xf32> -> memref<16x32xf32>
  return %0 : tensor<16x32xf32>
}
