// Meshes, and what a device may ask about its place in one.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s > %t.ours && mlir-opt-22 %s > %t.theirs && diff %t.theirs %t.ours
// RUN: llmsys-opt --mlir-print-op-generic %s > %t.ours && mlir-opt-22 --mlir-print-op-generic %s > %t.theirs \
// RUN:   && diff %t.theirs %t.ours
// RUN: mlir-opt-22 --mlir-print-op-generic %s | llmsys-opt > %t.back && llmsys-opt %s > %t.ours && diff %t.ours %t.back

// CHECK: shard.grid @line(shape = 8)
shard.grid @line(shape = 8)
// CHECK-NEXT: shard.grid @grid(shape = 2x4x8)
shard.grid @grid(shape = 2x4x8)
// CHECK-NEXT: shard.grid @open(shape = ?x4x?)
shard.grid @open(shape = ?x4x?)
// CHECK-NEXT: shard.grid @noted(shape = 4x8) {llmsys.cluster = "a100"}
shard.grid @noted(shape = 4x8) {llmsys.cluster = "a100"}

// CHECK-LABEL: func.func @grid_shape
func.func @grid_shape() -> (index, index, index) {
  // CHECK-NEXT: %grid_shape:3 = shard.grid_shape @grid : index, index, index
  %0:3 = shard.grid_shape @grid : index, index, index
  // CHECK-NEXT: %grid_shape_0 = shard.grid_shape @grid axes = [1] : index
  %1 = shard.grid_shape @grid axes = [1] : index
  // CHECK-NEXT: %grid_shape_1:2 = shard.grid_shape @open axes = [2, 0] : index, index
  %2:2 = shard.grid_shape @open axes = [2, 0] : index, index
  // CHECK-NEXT: %grid_shape_2:3 = shard.grid_shape @grid {llmsys.note} : index, index, index
  %3:3 = shard.grid_shape @grid axes = [] {llmsys.note} : index, index, index
  return %0#0, %1, %2#1 : index, index, index
}

// CHECK-LABEL: func.func @process_multi_index
func.func @process_multi_index() -> (index, index) {
  // CHECK-NEXT: %proc_linear_idx:3 = shard.process_multi_index on @grid : index, index, index
  %0:3 = shard.process_multi_index on @grid : index, index, index
  // CHECK-NEXT: %proc_linear_idx_0:2 = shard.process_multi_index on @grid axes = [0, 2] : index, index
  %1:2 = shard.process_multi_index on @grid axes = [0, 2] : index, index
  return %0#2, %1#0 : index, index
}

// CHECK-LABEL: func.func @process_linear_index
func.func @process_linear_index() -> index {
  // CHECK-NEXT: %proc_linear_idx = shard.process_linear_index on @line : index
  %0 = shard.process_linear_index on @line : index
  return %0 : index
}
