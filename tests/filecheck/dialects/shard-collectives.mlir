// Collectives: sizes known and unknown, one mesh axis, several, and none.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s > %t.ours && mlir-opt-22 %s > %t.theirs && diff %t.theirs %t.ours
// RUN: llmsys-opt --mlir-print-op-generic %s > %t.ours && mlir-opt-22 --mlir-print-op-generic %s > %t.theirs \
// RUN:   && diff %t.theirs %t.ours
// RUN: mlir-opt-22 --mlir-print-op-generic %s | llmsys-opt > %t.back && llmsys-opt %s > %t.ours && diff %t.ours %t.back

shard.grid @grid(shape = 2x4x?)

// CHECK-LABEL: func.func @all_gather
func.func @all_gather(%arg0: tensor<3x8xf32>, %arg1: tensor<?x8xf32>) {
  // CHECK-NEXT: %all_gather = shard.all_gather %arg0 on @grid grid_axes = [1] gather_axis = 0 : tensor<3x8xf32> -> tensor<12x8xf32>
  %0 = shard.all_gather %arg0 on @grid grid_axes = [1] gather_axis = 0 : tensor<3x8xf32> -> tensor<12x8xf32>
  // CHECK-NEXT: shard.all_gather %arg0 on @grid grid_axes = [1, 0] gather_axis = 1 : tensor<3x8xf32> -> tensor<3x64xf32>
  %1 = shard.all_gather %arg0 on @grid grid_axes = [1, 0] gather_axis = 1 : tensor<3x8xf32> -> tensor<3x64xf32>
  // CHECK-NEXT: shard.all_gather %arg0 on @grid grid_axes = [2] gather_axis = 1 : tensor<3x8xf32> -> tensor<3x?xf32>
  %2 = shard.all_gather %arg0 on @grid grid_axes = [2] gather_axis = 1 : tensor<3x8xf32> -> tensor<3x?xf32>
  // CHECK-NEXT: shard.all_gather %arg1 on @grid grid_axes = [0] gather_axis = 0 : tensor<?x8xf32> -> tensor<?x8xf32>
  %3 = shard.all_gather %arg1 on @grid grid_axes = [0] gather_axis = 0 : tensor<?x8xf32> -> tensor<?x8xf32>
  // CHECK-NEXT: shard.all_gather %arg0 on @grid grid_axes = [0] gather_axis = 1 : tensor<3x8xf32> -> tensor<?x?xf32>
  %4 = shard.all_gather %arg0 on @grid grid_axes = [0] gather_axis = 1 : tensor<3x8xf32> -> tensor<?x?xf32>
  // CHECK-NEXT: shard.all_gather %arg0 on @grid gather_axis = 1 {llmsys.note} : tensor<3x8xf32> -> tensor<3x8xf32>
  %5 = shard.all_gather %arg0 on @grid grid_axes = [] gather_axis = 1 {llmsys.note} : tensor<3x8xf32> -> tensor<3x8xf32>
  return
}

// CHECK-LABEL: func.func @all_slice
func.func @all_slice(%arg0: tensor<12x8xf32>, %arg1: tensor<?x8xf32>) {
  // CHECK-NEXT: %all_slice = shard.all_slice %arg0 on @grid grid_axes = [1] slice_axis = 0 : tensor<12x8xf32> -> tensor<3x8xf32>
  %0 = shard.all_slice %arg0 on @grid grid_axes = [1] slice_axis = 0 : tensor<12x8xf32> -> tensor<3x8xf32>
  // CHECK-NEXT: shard.all_slice %arg0 on @grid grid_axes = [0, 1] slice_axis = 1 : tensor<12x8xf32> -> tensor<12x1xf32>
  %1 = shard.all_slice %arg0 on @grid grid_axes = [0, 1] slice_axis = 1 : tensor<12x8xf32> -> tensor<12x1xf32>
  // CHECK-NEXT: shard.all_slice %arg0 on @grid grid_axes = [2] slice_axis = 1 : tensor<12x8xf32> -> tensor<12x?xf32>
  %2 = shard.all_slice %arg0 on @grid grid_axes = [2] slice_axis = 1 : tensor<12x8xf32> -> tensor<12x?xf32>
  // CHECK-NEXT: shard.all_slice %arg1 on @grid grid_axes = [0] slice_axis = 0 : tensor<?x8xf32> -> tensor<?x8xf32>
  %3 = shard.all_slice %arg1 on @grid grid_axes = [0] slice_axis = 0 : tensor<?x8xf32> -> tensor<?x8xf32>
  // CHECK-NEXT: shard.all_slice %arg0 on @grid slice_axis = 0 : tensor<12x8xf32> -> tensor<12x8xf32>
  %4 = shard.all_slice %arg0 on @grid slice_axis = 0 : tensor<12x8xf32> -> tensor<12x8xf32>
  return
}

// CHECK-LABEL: func.func @all_to_all
func.func @all_to_all(%arg0: tensor<12x8xf32>, %arg1: tensor<?x8xf32>) {
  // CHECK-NEXT: %all_to_all = shard.all_to_all %arg0 on @grid grid_axes = [1] split_axis = 0 concat_axis = 1 : tensor<12x8xf32> -> tensor<3x32xf32>
  %0 = shard.all_to_all %arg0 on @grid grid_axes = [1] split_axis = 0 concat_axis = 1 : tensor<12x8xf32> -> tensor<3x32xf32>
  // CHECK-NEXT: shard.all_to_all %arg0 on @grid grid_axes = [0, 1] split_axis = 1 concat_axis = 0 : tensor<12x8xf32> -> tensor<96x1xf32>
  %1 = shard.all_to_all %arg0 on @grid grid_axes = [0, 1] split_axis = 1 concat_axis = 0 : tensor<12x8xf32> -> tensor<96x1xf32>
  // CHECK-NEXT: shard.all_to_all %arg0 on @grid grid_axes = [0] split_axis = 0 concat_axis = 0 : tensor<12x8xf32> -> tensor<12x8xf32>
  %2 = shard.all_to_all %arg0 on @grid grid_axes = [0] split_axis = 0 concat_axis = 0 : tensor<12x8xf32> -> tensor<12x8xf32>
  // CHECK-NEXT: shard.all_to_all %arg1 on @grid grid_axes = [0] split_axis = 0 concat_axis = 1 : tensor<?x8xf32> -> tensor<?x16xf32>
  %3 = shard.all_to_all %arg1 on @grid grid_axes = [0] split_axis = 0 concat_axis = 1 : tensor<?x8xf32> -> tensor<?x16xf32>
  // CHECK-NEXT: shard.all_to_all %arg0 on @grid grid_axes = [2] split_axis = 0 concat_axis = 1 : tensor<12x8xf32> -> tensor<?x?xf32>
  %4 = shard.all_to_all %arg0 on @grid grid_axes = [2] split_axis = 0 concat_axis = 1 : tensor<12x8xf32> -> tensor<?x?xf32>
  // CHECK-NEXT: shard.all_to_all %arg0 on @grid split_axis = 0 concat_axis = 1 : tensor<12x8xf32> -> tensor<12x8xf32>
  %5 = shard.all_to_all %arg0 on @grid split_axis = 0 concat_axis = 1 : tensor<12x8xf32> -> tensor<12x8xf32>
  return
}

// CHECK-LABEL: func.func @all_reduce
func.func @all_reduce(%arg0: tensor<12x8xf32>, %arg1: tensor<?x8xf32>, %arg2: tensor<f32>, %arg3: tensor<8xi32>) {
  // CHECK-NEXT: %all_reduce = shard.all_reduce %arg0 on @grid grid_axes = [1] : tensor<12x8xf32> -> tensor<12x8xf32>
  %0 = shard.all_reduce %arg0 on @grid grid_axes = [1] reduction = sum : tensor<12x8xf32> -> tensor<12x8xf32>
  // CHECK-NEXT: shard.all_reduce %arg0 on @grid grid_axes = [1, 0] reduction = max : tensor<12x8xf32> -> tensor<12x8xf64>
  %1 = shard.all_reduce %arg0 on @grid grid_axes = [1, 0] reduction = max : tensor<12x8xf32> -> tensor<12x8xf64>
  // CHECK-NEXT: shard.all_reduce %arg1 on @grid grid_axes = [2] reduction = min : tensor<?x8xf32> -> tensor<?x8xf32>
  %2 = shard.all_reduce %arg1 on @grid grid_axes = [2] reduction = min : tensor<?x8xf32> -> tensor<?x8xf32>
  // CHECK-NEXT: shard.all_reduce %arg2 on @grid : tensor<f32> -> tensor<f32>
  %3 = shard.all_reduce %arg2 on @grid : tensor<f32> -> tensor<f32>
  // CHECK-NEXT: reduction = product
  %4 = shard.all_reduce %arg3 on @grid grid_axes = [0] reduction = product : tensor<8xi32> -> tensor<8xi32>
  // CHECK-NEXT: reduction = average
  %5 = shard.all_reduce %arg3 on @grid grid_axes = [0] reduction = average : tensor<8xi32> -> tensor<8xi32>
  // CHECK-NEXT: reduction = bitwise_and
  %6 = shard.all_reduce %arg3 on @grid grid_axes = [0] reduction = bitwise_and : tensor<8xi32> -> tensor<8xi32>
  // CHECK-NEXT: reduction = bitwise_or
  %7 = shard.all_reduce %arg3 on @grid grid_axes = [0] reduction = bitwise_or : tensor<8xi32> -> tensor<8xi32>
  // CHECK-NEXT: reduction = bitwise_xor
  %8 = shard.all_reduce %arg3 on @grid grid_axes = [0] reduction = bitwise_xor : tensor<8xi32> -> tensor<8xi32>
  // CHECK-NEXT: reduction = generic
  %9 = shard.all_reduce %arg3 on @grid grid_axes = [0] reduction = generic : tensor<8xi32> -> tensor<8xi32>
  return
}

// CHECK-LABEL: func.func @reduce_scatter
func.func @reduce_scatter(%arg0: tensor<12x8xf32>, %arg1: tensor<?x8xf32>) {
  // CHECK-NEXT: %reduce_scatter = shard.reduce_scatter %arg0 on @grid grid_axes = [1] scatter_axis = 0 : tensor<12x8xf32> -> tensor<3x8xf32>
  %0 = shard.reduce_scatter %arg0 on @grid grid_axes = [1] scatter_axis = 0 : tensor<12x8xf32> -> tensor<3x8xf32>
  // CHECK-NEXT: shard.reduce_scatter %arg0 on @grid grid_axes = [0, 1] reduction = max scatter_axis = 1 : tensor<12x8xf32> -> tensor<12x1xf64>
  %1 = shard.reduce_scatter %arg0 on @grid grid_axes = [0, 1] reduction = max scatter_axis = 1 : tensor<12x8xf32> -> tensor<12x1xf64>
  // CHECK-NEXT: shard.reduce_scatter %arg0 on @grid grid_axes = [2] scatter_axis = 1 : tensor<12x8xf32> -> tensor<12x?xf32>
  %2 = shard.reduce_scatter %arg0 on @grid grid_axes = [2] scatter_axis = 1 : tensor<12x8xf32> -> tensor<12x?xf32>
  // CHECK-NEXT: shard.reduce_scatter %arg1 on @grid grid_axes = [0] scatter_axis = 0 : tensor<?x8xf32> -> tensor<?x8xf32>
  %3 = shard.reduce_scatter %arg1 on @grid grid_axes = [0] scatter_axis = 0 : tensor<?x8xf32> -> tensor<?x8xf32>
  // CHECK-NEXT: shard.reduce_scatter %arg0 on @grid scatter_axis = 0 : tensor<12x8xf32> -> tensor<12x8xf32>
  %4 = shard.reduce_scatter %arg0 on @grid scatter_axis = 0 : tensor<12x8xf32> -> tensor<12x8xf32>
  return
}
