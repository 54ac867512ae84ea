// Shardings as values, and the ops on them.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s > %t.ours && mlir-opt-22 %s > %t.theirs && diff %t.theirs %t.ours
// RUN: llmsys-opt --mlir-print-op-generic %s > %t.ours && mlir-opt-22 --mlir-print-op-generic %s > %t.theirs \
// RUN:   && diff %t.theirs %t.ours
// RUN: mlir-opt-22 --mlir-print-op-generic %s | llmsys-opt > %t.back && llmsys-opt %s > %t.ours && diff %t.ours %t.back

shard.grid @grid(shape = 2x4)

// CHECK-LABEL: func.func @shardings
func.func @shardings(%x: tensor<16x32xf32>, %h: i64, %i: index, %m: memref<16x32xf32>) -> tensor<16x32xf32> {
  // CHECK-NEXT: %sharding = shard.sharding @grid split_axes = {{\[\[}}0], []] : !shard.sharding
  %s = shard.sharding @grid split_axes = [[0], []] : !shard.sharding
  // CHECK-NEXT: shard.sharding @grid split_axes = {{\[\[}}0], [1]] halo_sizes = [1, %arg1, 2, 3] : !shard.sharding
  %s1 = shard.sharding @grid split_axes = [[0], [1]] halo_sizes = [1, %h, 2, 3] : !shard.sharding
  // CHECK-NEXT: shard.sharding @grid split_axes = {{\[\[}}], [0]] sharded_dims_offsets = [0, 3, %arg1] : !shard.sharding
  %s2 = shard.sharding @grid split_axes = [[], [0]] sharded_dims_offsets = [0, 3, %h] : !shard.sharding
  // CHECK-NEXT: %sharding_annotated = shard.shard %arg0 to %sharding annotate_for_users : tensor<16x32xf32>
  %0 = shard.shard %x to %s annotate_for_users : tensor<16x32xf32>
  // CHECK-NEXT: shard.shard %sharding_annotated to %{{.*}} {llmsys.note} : tensor<16x32xf32>
  %1 = shard.shard %0 to %s1 {llmsys.note} : tensor<16x32xf32>
  // CHECK-NEXT: shard.get_sharding %sharding_annotated : tensor<16x32xf32> -> !shard.sharding
  %g = shard.get_sharding %0 : tensor<16x32xf32> -> !shard.sharding
  // CHECK-NEXT: %shard_shape:2 = shard.shard_shape dims = [%arg2, 16] sharding = %sharding device = [%arg2, 1] : index, index
  %r:2 = shard.shard_shape dims = [%i, 16] sharding = %s device = [%i, 1] : index, index
  // CHECK-NEXT: shard.shard_shape dims = [8, 16] sharding = %{{.*}} device = [%arg2, 1] : index, index
  %t:2 = shard.shard_shape dims = [8, 16] sharding = %g device = [%i, 1] : index, index
  // CHECK-NEXT: %down_linear_idx, %up_linear_idx = shard.neighbors_linear_indices on @grid[%arg2, %arg2] split_axes = [1] : index, index
  %n:2 = shard.neighbors_linear_indices on @grid[%i, %i] split_axes = [1] : index, index
  // CHECK-NEXT: shard.update_halo %sharding_annotated on @grid split_axes = {{\[\[}}0]] halo_sizes = [1, %arg1] : tensor<16x32xf32>
  %u = shard.update_halo %0 on @grid split_axes = [[0]] halo_sizes = [1, %h] : tensor<16x32xf32>
  // CHECK-NEXT: shard.update_halo %arg3 on @grid split_axes = {{\[\[}}0], [1]] : memref<16x32xf32>
  %v = shard.update_halo %m on @grid split_axes = [[0], [1]] : memref<16x32xf32>
  // CHECK-NEXT: %all_reduce = shard.all_reduce %arg3 on @grid grid_axes = [1] reduction =  max : memref<16x32xf32> -> memref<16x32xf32>
  %w = shard.all_reduce %m on @grid grid_axes = [1] reduction = max : memref<16x32xf32> -> memref<16x32xf32>
  return %0 : tensor<16x32xf32>
}
