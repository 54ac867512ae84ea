// Each move from one sharding to another, and that the cheapest of them are taken.
// RUN: llmsys-opt --spmd-partition %s | mlir-opt-19 | filecheck %s
// RUN: llmsys-opt --spmd-partition %s > %t && mlir-opt-19 %t | diff %t -

mesh.mesh @grid(shape = 2x4)
mesh.mesh @square(shape = 4x4)

// Replicated to split.
// CHECK-LABEL: func.func @all_slice
func.func @all_slice(%arg0: tensor<16x16xf32>) -> tensor<16x16xf32> {
  // CHECK-NEXT: %all_slice = mesh.all_slice %arg0 on @grid mesh_axes = [1] slice_axis = 1 : tensor<16x16xf32> -> tensor<16x4xf32>
  // CHECK-NEXT: return %all_slice
  %0 = mesh.shard %arg0 to <@grid, [[]]> : tensor<16x16xf32>
  %1 = mesh.shard %0 to <@grid, [[], [1]]> : tensor<16x16xf32>
  return %1 : tensor<16x16xf32>
}

// Split to replicated.
// CHECK-LABEL: func.func @all_gather
func.func @all_gather(%arg0: tensor<16x16xf32>) -> tensor<16x16xf32> {
  // CHECK-NEXT: %all_gather = mesh.all_gather %arg0 on @grid mesh_axes = [1] gather_axis = 1 : tensor<16x4xf32> -> tensor<16x16xf32>
  // CHECK-NEXT: return %all_gather
  %0 = mesh.shard %arg0 to <@grid, [[], [1]]> : tensor<16x16xf32>
  %1 = mesh.shard %0 to <@grid, [[]]> : tensor<16x16xf32>
  return %1 : tensor<16x16xf32>
}

// From one dim to another.
// CHECK-LABEL: func.func @all_to_all
func.func @all_to_all(%arg0: tensor<16x16xf32>) -> tensor<16x16xf32> {
  // CHECK-NEXT: %all_to_all = mesh.all_to_all %arg0 on @grid mesh_axes = [1] split_axis = 1 concat_axis = 0 : tensor<4x16xf32> -> tensor<16x4xf32>
  // CHECK-NEXT: return %all_to_all
  %0 = mesh.shard %arg0 to <@grid, [[1]]> : tensor<16x16xf32>
  %1 = mesh.shard %0 to <@grid, [[], [1]]> : tensor<16x16xf32>
  return %1 : tensor<16x16xf32>
}

// Only the innermost axis of a dim can leave it directly, and it arrives innermost.
// CHECK-LABEL: func.func @innermost
func.func @innermost(%arg0: tensor<16x16xf32>) -> tensor<16x16xf32> {
  // CHECK-NEXT: %all_to_all = mesh.all_to_all %arg0 on @grid mesh_axes = [1] split_axis = 1 concat_axis = 0 : tensor<2x16xf32> -> tensor<8x4xf32>
  // CHECK-NEXT: return %all_to_all
  %0 = mesh.shard %arg0 to <@grid, [[0, 1]]> : tensor<16x16xf32>
  %1 = mesh.shard %0 to <@grid, [[0], [1]]> : tensor<16x16xf32>
  return %1 : tensor<16x16xf32>
}

// An axis cannot become the outermost of a dim that is split already.
// CHECK-LABEL: func.func @to_outermost
func.func @to_outermost(%arg0: tensor<16x16xf32>) -> tensor<16x16xf32> {
  // CHECK-NEXT: %all_gather = mesh.all_gather %arg0 on @grid mesh_axes = [1] gather_axis = 0 : tensor<4x16xf32> -> tensor<16x16xf32>
  // CHECK-NEXT: %all_slice = mesh.all_slice %all_gather on @grid mesh_axes = [0] slice_axis = 0 : tensor<16x16xf32> -> tensor<8x16xf32>
  // CHECK-NEXT: %all_slice_0 = mesh.all_slice %all_slice on @grid mesh_axes = [1] slice_axis = 0 : tensor<8x16xf32> -> tensor<2x16xf32>
  // CHECK-NEXT: return %all_slice_0
  %0 = mesh.shard %arg0 to <@grid, [[1]]> : tensor<16x16xf32>
  %1 = mesh.shard %0 to <@grid, [[0, 1]]> : tensor<16x16xf32>
  return %1 : tensor<16x16xf32>
}

// Partial to replicated.
// CHECK-LABEL: func.func @all_reduce
func.func @all_reduce(%arg0: tensor<16x16xf32>) -> tensor<16x16xf32> {
  // CHECK-NEXT: %all_reduce = mesh.all_reduce %arg0 on @grid mesh_axes = [1] : tensor<16x16xf32> -> tensor<16x16xf32>
  // CHECK-NEXT: return %all_reduce
  %0 = mesh.shard %arg0 to <@grid, [[]], partial = sum[1]> : tensor<16x16xf32>
  %1 = mesh.shard %0 to <@grid, [[]]> : tensor<16x16xf32>
  return %1 : tensor<16x16xf32>
}

// CHECK-LABEL: func.func @all_reduce_max
func.func @all_reduce_max(%arg0: tensor<16x16xf32>) -> tensor<16x16xf32> {
  // CHECK-NEXT: %all_reduce = mesh.all_reduce %arg0 on @grid mesh_axes = [1] reduction = <max> : tensor<8x16xf32> -> tensor<8x16xf32>
  // CHECK-NEXT: return %all_reduce
  %0 = mesh.shard %arg0 to <@grid, [[0]], partial = max[1]> : tensor<16x16xf32>
  %1 = mesh.shard %0 to <@grid, [[0]]> : tensor<16x16xf32>
  return %1 : tensor<16x16xf32>
}

// Partial to split.
// CHECK-LABEL: func.func @reduce_scatter
func.func @reduce_scatter(%arg0: tensor<16x16xf32>) -> tensor<16x16xf32> {
  // CHECK-NEXT: %reduce_scatter = mesh.reduce_scatter %arg0 on @grid mesh_axes = [1] scatter_axis = 1 : tensor<16x16xf32> -> tensor<16x4xf32>
  // CHECK-NEXT: return %reduce_scatter
  %0 = mesh.shard %arg0 to <@grid, [[]], partial = sum[1]> : tensor<16x16xf32>
  %1 = mesh.shard %0 to <@grid, [[], [1]]> : tensor<16x16xf32>
  return %1 : tensor<16x16xf32>
}

// CHECK-LABEL: func.func @reduce_scatter_max
func.func @reduce_scatter_max(%arg0: tensor<16x16xf32>) -> tensor<16x16xf32> {
  // CHECK-NEXT: %reduce_scatter = mesh.reduce_scatter %arg0 on @grid mesh_axes = [1] reduction = <max> scatter_axis = 0 : tensor<16x16xf32> -> tensor<4x16xf32>
  // CHECK-NEXT: return %reduce_scatter
  %0 = mesh.shard %arg0 to <@grid, [[]], partial = max[1]> : tensor<16x16xf32>
  %1 = mesh.shard %0 to <@grid, [[1]]> : tensor<16x16xf32>
  return %1 : tensor<16x16xf32>
}

// Along two axes, the slow link carries only what the fast one has reduced.
// CHECK-LABEL: func.func @hierarchical
func.func @hierarchical(%arg0: tensor<16x16xf32>) -> tensor<16x16xf32> {
  // CHECK-NEXT: %reduce_scatter = mesh.reduce_scatter %arg0 on @grid mesh_axes = [1] scatter_axis = 0 : tensor<16x16xf32> -> tensor<4x16xf32>
  // CHECK-NEXT: %all_reduce = mesh.all_reduce %reduce_scatter on @grid mesh_axes = [0] : tensor<4x16xf32> -> tensor<4x16xf32>
  // CHECK-NEXT: %all_gather = mesh.all_gather %all_reduce on @grid mesh_axes = [1] gather_axis = 0 : tensor<4x16xf32> -> tensor<16x16xf32>
  // CHECK-NEXT: return %all_gather
  %0 = mesh.shard %arg0 to <@grid, [[]], partial = sum[0, 1]> : tensor<16x16xf32>
  %1 = mesh.shard %0 to <@grid, [[]]> : tensor<16x16xf32>
  return %1 : tensor<16x16xf32>
}

// Whole shards change places.
// CHECK-LABEL: func.func @permute
func.func @permute(%arg0: tensor<16x16xf32>) -> tensor<16x16xf32> {
  // CHECK-NEXT: %proc_linear_idx:2 = mesh.process_multi_index on @square axes = [0, 1] : index, index
  // CHECK-NEXT: %send = mesh.send %arg0 on @square mesh_axes = [0, 1] destination = [%proc_linear_idx#1, %proc_linear_idx#0] : (tensor<4x16xf32>, index, index) -> tensor<4x16xf32>
  // CHECK-NEXT: %recv = mesh.recv %send on @square mesh_axes = [0, 1] source = [%proc_linear_idx#1, %proc_linear_idx#0] : (tensor<4x16xf32>, index, index) -> tensor<4x16xf32>
  // CHECK-NEXT: return %recv
  %0 = mesh.shard %arg0 to <@square, [[0]]> : tensor<16x16xf32>
  %1 = mesh.shard %0 to <@square, [[1]]> : tensor<16x16xf32>
  return %1 : tensor<16x16xf32>
}

// CHECK-LABEL: func.func @swap
func.func @swap(%arg0: tensor<16x16xf32>) -> tensor<16x16xf32> {
  // CHECK-NEXT: %proc_linear_idx:2 = mesh.process_multi_index on @square axes = [0, 1] : index, index
  // CHECK-NEXT: %send = mesh.send %arg0 on @square mesh_axes = [0, 1] destination = [%proc_linear_idx#1, %proc_linear_idx#0] : (tensor<4x4xf32>, index, index) -> tensor<4x4xf32>
  // CHECK-NEXT: %recv = mesh.recv %send
  // CHECK-NEXT: return %recv
  %0 = mesh.shard %arg0 to <@square, [[0], [1]]> : tensor<16x16xf32>
  %1 = mesh.shard %0 to <@square, [[1], [0]]> : tensor<16x16xf32>
  return %1 : tensor<16x16xf32>
}

// Replicated to partial: the first device keeps the value, the others hold what changes nothing.
// CHECK-LABEL: func.func @mask
func.func @mask(%arg0: tensor<16x16xf32>) -> tensor<16x16xf32> {
  // CHECK-NEXT: %proc_linear_idx = mesh.process_multi_index on @grid axes = [0] : index
  // CHECK-NEXT: %c0 = arith.constant 0 : index
  // CHECK-NEXT: %[[FIRST:.*]] = arith.cmpi eq, %proc_linear_idx, %c0 : index
  // CHECK-NEXT: %cst = arith.constant dense<0.000000e+00> : tensor<16x16xf32>
  // CHECK-NEXT: %[[TERM:.*]] = arith.select %[[FIRST]], %arg0, %cst : tensor<16x16xf32>
  // CHECK-NEXT: return %[[TERM]]
  %0 = mesh.shard %arg0 to <@grid, [[]]> : tensor<16x16xf32>
  %1 = mesh.shard %0 to <@grid, [[]], partial = sum[0]> : tensor<16x16xf32>
  return %1 : tensor<16x16xf32>
}

// CHECK-LABEL: func.func @mask_product
func.func @mask_product(%arg0: tensor<16xi32>) -> tensor<16xi32> {
  // CHECK-NEXT: %proc_linear_idx = mesh.process_multi_index
  // CHECK-NEXT: %c0 = arith.constant 0 : index
  // CHECK-NEXT: %[[FIRST:.*]] = arith.cmpi eq
  // CHECK-NEXT: %cst = arith.constant dense<1> : tensor<16xi32>
  // CHECK-NEXT: arith.select
  // CHECK-NEXT: return
  %0 = mesh.shard %arg0 to <@grid, [[]]> : tensor<16xi32>
  %1 = mesh.shard %0 to <@grid, [[]], partial = product[0]> : tensor<16xi32>
  return %1 : tensor<16xi32>
}

// Equal terms are a valid partial maximum.
// CHECK-LABEL: func.func @mask_max
func.func @mask_max(%arg0: tensor<16x16xf32>) -> tensor<16x16xf32> {
  // CHECK-NEXT: return %arg0 : tensor<16x16xf32>
  %0 = mesh.shard %arg0 to <@grid, [[]]> : tensor<16x16xf32>
  %1 = mesh.shard %0 to <@grid, [[]], partial = max[0]> : tensor<16x16xf32>
  return %1 : tensor<16x16xf32>
}

// CHECK-LABEL: func.func @nothing_to_do
func.func @nothing_to_do(%arg0: tensor<16x16xf32>) -> tensor<16x16xf32> {
  // CHECK-NEXT: return %arg0 : tensor<8x16xf32>
  %0 = mesh.shard %arg0 to <@grid, [[0]]> : tensor<16x16xf32>
  %1 = mesh.shard %0 to <@grid, [[0], []]> : tensor<16x16xf32>
  return %1 : tensor<16x16xf32>
}
