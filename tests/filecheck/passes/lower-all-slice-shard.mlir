// RUN: llmsys-opt --lower-all-slice --lower-process-multi-index %s | filecheck %s
// RUN: llmsys-opt --lower-all-slice --lower-process-multi-index %s > %t && mlir-opt-22 %t | diff %t -
// RUN: llmsys-opt --lower-all-slice --lower-process-multi-index --mlir-print-op-generic %s | mlir-opt-22

shard.grid @grid(shape = 2x4)
shard.grid @open(shape = ?)

// CHECK-LABEL: func.func @known
func.func @known(%arg0: tensor<8x6xf32>) -> tensor<2x6xf32> {
  // CHECK-NEXT: %c2 = arith.constant 2 : index
  // CHECK-NEXT: %c6 = arith.constant 6 : index
  // CHECK-NEXT: %proc_linear_idx = shard.process_linear_index on @grid : index
  // CHECK-NEXT: %grid_shape:2 = shard.grid_shape @grid : index, index
  // CHECK-NEXT: %0:2 = affine.delinearize_index %proc_linear_idx into (%grid_shape#0, %grid_shape#1) : index, index
  // CHECK-NEXT: %1 = arith.muli %0#1, %c2 : index
  // CHECK-NEXT: tensor.extract_slice %arg0[%1, 0] [%c2, %c6] [1, 1]
  %0 = shard.all_slice %arg0 on @grid grid_axes = [1] slice_axis = 0 : tensor<8x6xf32> -> tensor<2x6xf32>
  return %0 : tensor<2x6xf32>
}

// CHECK-LABEL: func.func @unknown
func.func @unknown(%arg0: tensor<8xf32>) -> tensor<?xf32> {
  // CHECK: shard.grid_shape @open axes = [0] : index
  // CHECK: cf.assert %{{.*}}, "Slicing a tensor with axis size that is not exactly divisible by the grid process group size is not supported."
  %0 = shard.all_slice %arg0 on @open grid_axes = [0] slice_axis = 0 : tensor<8xf32> -> tensor<?xf32>
  return %0 : tensor<?xf32>
}

// CHECK-LABEL: func.func @several_axes
func.func @several_axes(%arg0: tensor<8x6xf32>) -> tensor<1x6xf32> {
  // CHECK: %[[NUMBER:.*]] = affine.apply #map()[%0#1, %0#0]
  // CHECK-NEXT: tensor.extract_slice %arg0[%[[NUMBER]], 0] [%c1, %c6] [1, 1]
  %0 = shard.all_slice %arg0 on @grid grid_axes = [1, 0] slice_axis = 0 : tensor<8x6xf32> -> tensor<1x6xf32>
  return %0 : tensor<1x6xf32>
}
