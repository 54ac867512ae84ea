// RUN: llmsys-opt --lower-process-multi-index %s | filecheck %s
// RUN: llmsys-opt --lower-process-multi-index %s > %t && mlir-opt-22 %t | diff %t -
// RUN: llmsys-opt --lower-process-multi-index --mlir-print-op-generic %s | mlir-opt-22

shard.grid @grid(shape = 2x4x3)
shard.grid @open(shape = ?x?)

// CHECK-LABEL: func.func @all_axes
func.func @all_axes() -> (index, index) {
  // CHECK-NEXT: %proc_linear_idx = shard.process_linear_index on @open : index
  // CHECK-NEXT: %grid_shape:2 = shard.grid_shape @open : index, index
  // CHECK-NEXT: %0:2 = affine.delinearize_index %proc_linear_idx into (%grid_shape#0, %grid_shape#1) : index, index
  // CHECK-NEXT: return %0#0, %0#1
  %0:2 = shard.process_multi_index on @open : index, index
  return %0#0, %0#1 : index, index
}

// CHECK-LABEL: func.func @some_axes
func.func @some_axes() -> (index, index) {
  // CHECK: return %0#2, %0#0
  %0:2 = shard.process_multi_index on @grid axes = [2, 0] : index, index
  return %0#0, %0#1 : index, index
}

// CHECK-LABEL: func.func @one_axis
func.func @one_axis() -> index {
  // CHECK: return %0#1
  %0 = shard.process_multi_index on @grid axes = [1] : index
  return %0 : index
}
