// In the words of LLVM 18 a mesh is a cluster, and results are numbered.
// RUN: llmsys-opt --lower-process-multi-index %s | filecheck %s

mesh.cluster @grid(shape = 2x?)

// CHECK-LABEL: func.func @all_axes
func.func @all_axes() -> (index, index) {
  // CHECK-NEXT: %0 = mesh.process_linear_index on @grid : index
  // CHECK-NEXT: %1:2 = mesh.cluster_shape @grid : index, index
  // CHECK-NEXT: %2:2 = affine.delinearize_index %0 into (%1#0, %1#1) : index, index
  // CHECK-NEXT: return %2#0, %2#1
  %0:2 = mesh.process_multi_index on @grid : index, index
  return %0#0, %0#1 : index, index
}

// CHECK-LABEL: func.func @one_axis
func.func @one_axis() -> index {
  // CHECK: return %2#1
  %0 = mesh.process_multi_index on @grid axes = [1] : index
  return %0 : index
}
