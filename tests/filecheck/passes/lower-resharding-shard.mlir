// RUN: llmsys-opt --lower-resharding %s | filecheck %s
// RUN: llmsys-opt --lower-resharding %s > %t && mlir-opt-22 %t | diff %t -

shard.grid @row(shape = 4)
shard.grid @grid(shape = 2x4)
shard.grid @open(shape = ?)

// CHECK-LABEL: func.func @nothing_to_do
func.func @nothing_to_do(%arg0: tensor<8x16xf32>) -> tensor<8x16xf32> {
  // CHECK-NEXT: return %arg0
  %s = shard.sharding @row split_axes = [[0]] : !shard.sharding
  %0 = shard.shard %arg0 to %s : tensor<8x16xf32>
  %1 = shard.shard %0 to %s annotate_for_users : tensor<8x16xf32>
  return %1 : tensor<8x16xf32>
}

// CHECK-LABEL: func.func @several_moves
func.func @several_moves(%arg0: tensor<8x16xf32>) -> tensor<8x16xf32> {
  // CHECK-NEXT: %0 = builtin.unrealized_conversion_cast %arg0 : tensor<8x16xf32> to tensor<1x16xf32>
  // CHECK-NEXT: %all_to_all = shard.all_to_all %0 on @grid grid_axes = [1] split_axis = 1 concat_axis = 0 : tensor<1x16xf32> -> tensor<4x4xf32>
  // CHECK-NEXT: %all_gather = shard.all_gather %all_to_all on @grid grid_axes = [0] gather_axis = 0 : tensor<4x4xf32> -> tensor<8x4xf32>
  // CHECK-NEXT: %1 = builtin.unrealized_conversion_cast %all_gather : tensor<8x4xf32> to tensor<8x16xf32>
  // CHECK-NEXT: return %1
  %s = shard.sharding @grid split_axes = [[0, 1]] : !shard.sharding
  %0 = shard.shard %arg0 to %s : tensor<8x16xf32>
  %t = shard.sharding @grid split_axes = [[], [1]] : !shard.sharding
  %1 = shard.shard %0 to %t annotate_for_users : tensor<8x16xf32>
  return %1 : tensor<8x16xf32>
}

// Two axes change places: whole shards are sent.
// CHECK-LABEL: func.func @swap
func.func @swap(%arg0: tensor<8x16xf32>) -> tensor<8x16xf32> {
  // CHECK-NOT: shard.all_to_all
  // CHECK: shard.recv
  %s = shard.sharding @grid split_axes = [[0, 1]] : !shard.sharding
  %0 = shard.shard %arg0 to %s : tensor<8x16xf32>
  %t = shard.sharding @grid split_axes = [[1, 0]] : !shard.sharding
  %1 = shard.shard %0 to %t annotate_for_users : tensor<8x16xf32>
  return %1 : tensor<8x16xf32>
}

// CHECK-LABEL: func.func @unknown_grid
func.func @unknown_grid(%arg0: tensor<8x?xf32>) -> tensor<8x?xf32> {
  // CHECK-NEXT: %0 = builtin.unrealized_conversion_cast %arg0 : tensor<8x?xf32> to tensor<?x?xf32>
  // CHECK-NEXT: %all_gather = shard.all_gather %0 on @open grid_axes = [0] gather_axis = 0 : tensor<?x?xf32> -> tensor<?x?xf32>
  // CHECK-NEXT: %cast = tensor.cast %all_gather : tensor<?x?xf32> to tensor<8x?xf32>
  // CHECK-NEXT: return %cast
  %s = shard.sharding @open split_axes = [[0]] : !shard.sharding
  %0 = shard.shard %arg0 to %s : tensor<8x?xf32>
  %t = shard.sharding @open split_axes = [[]] : !shard.sharding
  %1 = shard.shard %0 to %t annotate_for_users : tensor<8x?xf32>
  return %1 : tensor<8x?xf32>
}
