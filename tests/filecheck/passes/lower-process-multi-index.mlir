// A device's coordinates follow from its number, in the words that the mesh is written in.
// RUN: llmsys-opt --lower-process-multi-index %s | filecheck %s
// RUN: llmsys-opt --lower-process-multi-index %s > %t && mlir-opt-19 %t | diff %t -
// RUN: llmsys-opt --lower-process-multi-index --canonicalize %s | filecheck --check-prefix FOLD %s
// RUN: llmsys-opt --lower-process-multi-index --mlir-print-op-generic %s | mlir-opt-19

mesh.mesh @grid(shape = 2x4x3)
mesh.mesh @open(shape = ?x4)

// CHECK-LABEL: func.func @all_axes
// FOLD-LABEL: func.func @all_axes
func.func @all_axes() -> (index, index, index) {
  // CHECK-NEXT: %proc_linear_idx = mesh.process_linear_index on @grid : index
  // CHECK-NEXT: %mesh_shape:3 = mesh.mesh_shape @grid : index, index, index
  // CHECK-NEXT: %0:3 = affine.delinearize_index %proc_linear_idx into (%mesh_shape#0, %mesh_shape#1, %mesh_shape#2) : index, index, index
  // CHECK-NEXT: return %0#0, %0#1, %0#2
  // FOLD-DAG: %c2 = arith.constant 2 : index
  // FOLD-DAG: %c3 = arith.constant 3 : index
  // FOLD-DAG: %c4 = arith.constant 4 : index
  // FOLD: affine.delinearize_index %proc_linear_idx into (%c2, %c4, %c3) : index, index, index
  %0:3 = mesh.process_multi_index on @grid : index, index, index
  return %0#0, %0#1, %0#2 : index, index, index
}

// CHECK-LABEL: func.func @some_axes
func.func @some_axes() -> (index, index) {
  // CHECK: return %0#2, %0#0
  %0:2 = mesh.process_multi_index on @grid axes = [2, 0] : index, index
  return %0#0, %0#1 : index, index
}

// CHECK-LABEL: func.func @unknown_size
func.func @unknown_size() -> index {
  // CHECK: %mesh_shape:2 = mesh.mesh_shape @open : index, index
  // CHECK-NEXT: %0:2 = affine.delinearize_index %proc_linear_idx into (%mesh_shape#0, %mesh_shape#1) : index, index
  // CHECK-NEXT: return %0#0
  %0 = mesh.process_multi_index on @open axes = [0] : index
  return %0 : index
}

// CHECK-LABEL: func.func @in_a_region
func.func @in_a_region(%arg0: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  // CHECK: scf.for
  // CHECK-NEXT: mesh.process_linear_index on @open : index
  scf.for %i = %c0 to %arg0 step %c1 {
    %0 = mesh.process_multi_index on @open axes = [1] : index
    %1 = arith.addi %0, %i : index
  }
  return
}
