// LLVM 18 has no all_slice: a slice is written out as it writes it.
// RUN: llmsys-opt --lower-resharding %s | filecheck %s

mesh.cluster @row(shape = 4)
mesh.cluster @open(shape = ?)

// CHECK-LABEL: func.func @split
func.func @split(%arg0: tensor<8x16xf32>) -> tensor<8x16xf32> {
  // CHECK-NEXT: %c0 = arith.constant 0 : index
  // CHECK-NEXT: %c16 = arith.constant 16 : index
  // CHECK-NEXT: %0 = mesh.process_multi_index on @row axes = [0] : index
  // CHECK-NEXT: %1 = mesh.cluster_shape @row axes = [0] : index
  // CHECK-NEXT: %2 = arith.remui %c16, %1 : index
  // CHECK-NEXT: %3 = arith.cmpi eq, %2, %c0 : index
  // CHECK-NEXT: cf.assert %3, "Sharding a tensor with axis size that is not exactly divisible by the mesh axis size is not supported."
  // CHECK-NEXT: %4 = arith.divui %c16, %1 : index
  // CHECK-NEXT: %5 = arith.muli %4, %0 : index
  // CHECK-NEXT: %extracted_slice = tensor.extract_slice %arg0[0, %5] [8, 4] [1, 1] : tensor<8x16xf32> to tensor<8x4xf32>
  // CHECK-NEXT: %6 = builtin.unrealized_conversion_cast %extracted_slice : tensor<8x4xf32> to tensor<8x16xf32>
  // CHECK-NEXT: return %6
  %0 = mesh.shard %arg0 to <@row, [[]]> : tensor<8x16xf32>
  %1 = mesh.shard %0 to <@row, [[], [0]]> annotate_for_users : tensor<8x16xf32>
  return %1 : tensor<8x16xf32>
}

// CHECK-LABEL: func.func @split_unknown
func.func @split_unknown(%arg0: tensor<?x?xf32>) -> tensor<?x?xf32> {
  // CHECK: %[[SIZE:.*]] = arith.divui %dim, %1 : index
  // CHECK-NEXT: %[[OFFSET:.*]] = arith.muli %[[SIZE]], %0 : index
  // CHECK-NEXT: %[[OTHER:.*]] = tensor.dim %arg0, %c1 : tensor<?x?xf32>
  // CHECK-NEXT: tensor.extract_slice %arg0[%[[OFFSET]], 0] [%[[SIZE]], %[[OTHER]]] [1, 1] : tensor<?x?xf32> to tensor<?x?xf32>
  %0 = mesh.shard %arg0 to <@open, [[]]> : tensor<?x?xf32>
  %1 = mesh.shard %0 to <@open, [[0]]> annotate_for_users : tensor<?x?xf32>
  return %1 : tensor<?x?xf32>
}

// CHECK-LABEL: func.func @move
func.func @move(%arg0: tensor<8x16xf32>) -> tensor<8x16xf32> {
  // CHECK: mesh.all_to_all %0 on @row mesh_axes = [0] split_axis = 1 concat_axis = 0
  %0 = mesh.shard %arg0 to <@row, [[0]]> : tensor<8x16xf32>
  %1 = mesh.shard %0 to <@row, [[], [0]]> annotate_for_users : tensor<8x16xf32>
  return %1 : tensor<8x16xf32>
}
