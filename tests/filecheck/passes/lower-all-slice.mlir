// Each device computes where its slice lies; what is known is folded, what may not divide is asserted.
// RUN: llmsys-opt --lower-all-slice %s | filecheck %s
// RUN: llmsys-opt --lower-all-slice %s > %t && mlir-opt-19 %t | diff %t -
// RUN: llmsys-opt --lower-all-slice %s | llmsys-opt --lower-all-slice > %t.twice && llmsys-opt --lower-all-slice %s | diff %t.twice -

// CHECK: #map = affine_map<()[s0, s1, s2] -> (s0 * 8 + s1 * 4 + s2)>
// CHECK-NEXT: #map1 = affine_map<()[s0, s1] -> (s0 * 4 + s1)>
// CHECK-NEXT: #map2 = affine_map<()[s0, s1, s2] -> (s0 * s1 + s2)>
// CHECK-NEXT: #map3 = affine_map<()[s0, s1, s2, s3, s4] -> ((s0 * s1 + s2) * s3 + s4)>

mesh.mesh @row(shape = 4)
mesh.mesh @grid(shape = 2x4x3)
mesh.mesh @some(shape = 2x?)
mesh.mesh @open(shape = ?x?x?)

// CHECK-LABEL: func.func @known
func.func @known(%arg0: tensor<8x6xf32>) -> tensor<2x6xf32> {
  // CHECK-NEXT: %c2 = arith.constant 2 : index
  // CHECK-NEXT: %c6 = arith.constant 6 : index
  // CHECK-NEXT: %proc_linear_idx = mesh.process_multi_index on @row axes = [0] : index
  // CHECK-NEXT: %0 = arith.muli %proc_linear_idx, %c2 : index
  // CHECK-NEXT: %extracted_slice = tensor.extract_slice %arg0[%0, 0] [%c2, %c6] [1, 1] : tensor<8x6xf32> to tensor<?x?xf32>
  // CHECK-NEXT: %cast = tensor.cast %extracted_slice : tensor<?x?xf32> to tensor<2x6xf32>
  // CHECK-NEXT: return %cast
  %0 = mesh.all_slice %arg0 on @row mesh_axes = [0] slice_axis = 0 : tensor<8x6xf32> -> tensor<2x6xf32>
  return %0 : tensor<2x6xf32>
}

// One element for each device: its number is the offset.
// CHECK-LABEL: func.func @one_each
func.func @one_each(%arg0: tensor<4x6xf32>) -> tensor<1x6xf32> {
  // CHECK-NOT: arith.muli
  // CHECK: tensor.extract_slice %arg0[%proc_linear_idx, 0] [%c1, %c6] [1, 1]
  %0 = mesh.all_slice %arg0 on @row mesh_axes = [0] slice_axis = 0 : tensor<4x6xf32> -> tensor<1x6xf32>
  return %0 : tensor<1x6xf32>
}

// The first axis is the outermost.
// CHECK-LABEL: func.func @several_axes
func.func @several_axes(%arg0: tensor<5x48xf32>) -> tensor<5x2xf32> {
  // CHECK: %proc_linear_idx:3 = mesh.process_multi_index on @grid axes = [2, 0, 1] : index, index, index
  // CHECK-NEXT: %0 = affine.apply #map()[%proc_linear_idx#0, %proc_linear_idx#1, %proc_linear_idx#2]
  // CHECK-NEXT: %1 = arith.muli %0, %c2 : index
  // CHECK-NEXT: tensor.extract_slice %arg0[0, %1] [%c5, %c2] [1, 1] : tensor<5x48xf32> to tensor<?x?xf32>
  %0 = mesh.all_slice %arg0 on @grid mesh_axes = [2, 0, 1] slice_axis = 1 : tensor<5x48xf32> -> tensor<5x2xf32>
  return %0 : tensor<5x2xf32>
}

// CHECK-LABEL: func.func @unknown_size
func.func @unknown_size(%arg0: tensor<?x6xf32>) -> tensor<?x6xf32> {
  // CHECK: %dim = tensor.dim %arg0, %c0 : tensor<?x6xf32>
  // CHECK-NEXT: %0 = arith.remui %dim, %c8 : index
  // CHECK-NEXT: %1 = arith.cmpi eq, %0, %c0 : index
  // CHECK-NEXT: cf.assert %1, "Slicing a tensor with axis size that is not exactly divisible by the mesh process group size is not supported."
  // CHECK-NEXT: %2 = arith.divui %dim, %c8 : index
  // CHECK-NEXT: %3 = affine.apply #map1()[%proc_linear_idx#0, %proc_linear_idx#1]
  // CHECK-NEXT: %4 = arith.muli %3, %2 : index
  // CHECK-NEXT: %extracted_slice = tensor.extract_slice %arg0[%4, 0] [%2, %c6] [1, 1] : tensor<?x6xf32> to tensor<?x?xf32>
  // CHECK-NEXT: %cast = tensor.cast %extracted_slice : tensor<?x?xf32> to tensor<?x6xf32>
  %0 = mesh.all_slice %arg0 on @grid mesh_axes = [0, 1] slice_axis = 0 : tensor<?x6xf32> -> tensor<?x6xf32>
  return %0 : tensor<?x6xf32>
}

// CHECK-LABEL: func.func @unknown_size_of_another_dim
func.func @unknown_size_of_another_dim(%arg0: tensor<8x?xf32>) -> tensor<2x?xf32> {
  // CHECK-NOT: cf.assert
  // CHECK: %dim = tensor.dim %arg0, %c1 : tensor<8x?xf32>
  // CHECK: tensor.extract_slice %arg0[%0, 0] [%c2, %dim] [1, 1]
  %0 = mesh.all_slice %arg0 on @row mesh_axes = [0] slice_axis = 0 : tensor<8x?xf32> -> tensor<2x?xf32>
  return %0 : tensor<2x?xf32>
}

// Only the unknown sizes of a mesh are asked for.
// CHECK-LABEL: func.func @unknown_mesh_axis
func.func @unknown_mesh_axis(%arg0: tensor<8xf32>) -> tensor<?xf32> {
  // CHECK: %mesh_shape = mesh.mesh_shape @some axes = [1] : index
  // CHECK-NEXT: %0 = arith.muli %c2, %mesh_shape : index
  // CHECK-NEXT: %1 = arith.remui %c8, %0 : index
  // CHECK-NEXT: %2 = arith.cmpi eq, %1, %c0 : index
  // CHECK-NEXT: cf.assert %2
  // CHECK-NEXT: %3 = arith.divui %c8, %0 : index
  // CHECK-NEXT: %4 = affine.apply #map2()[%proc_linear_idx#0, %mesh_shape, %proc_linear_idx#1]
  // CHECK-NEXT: %5 = arith.muli %4, %3 : index
  // CHECK-NEXT: %extracted_slice = tensor.extract_slice %arg0[%5] [%3] [1] : tensor<8xf32> to tensor<?xf32>
  // CHECK-NEXT: return %extracted_slice
  %0 = mesh.all_slice %arg0 on @some mesh_axes = [0, 1] slice_axis = 0 : tensor<8xf32> -> tensor<?xf32>
  return %0 : tensor<?xf32>
}

// CHECK-LABEL: func.func @unknown_mesh
func.func @unknown_mesh(%arg0: tensor<?xf32>) -> tensor<?xf32> {
  // CHECK: %mesh_shape:3 = mesh.mesh_shape @open axes = [2, 0, 1] : index, index, index
  // CHECK: affine.apply #map3()[%proc_linear_idx#0, %mesh_shape#1, %proc_linear_idx#1, %mesh_shape#2, %proc_linear_idx#2]
  %0 = mesh.all_slice %arg0 on @open mesh_axes = [2, 0, 1] slice_axis = 0 : tensor<?xf32> -> tensor<?xf32>
  return %0 : tensor<?xf32>
}

// Without axes, a device slices alone.
// CHECK-LABEL: func.func @group_of_one
func.func @group_of_one(%arg0: tensor<8xf32>) -> (tensor<8xf32>, tensor<?xf32>) {
  // CHECK-NEXT: %cast = tensor.cast %arg0 : tensor<8xf32> to tensor<?xf32>
  // CHECK-NEXT: return %arg0, %cast
  %0 = mesh.all_slice %arg0 on @row slice_axis = 0 : tensor<8xf32> -> tensor<8xf32>
  %1 = mesh.all_slice %arg0 on @row slice_axis = 0 : tensor<8xf32> -> tensor<?xf32>
  return %0, %1 : tensor<8xf32>, tensor<?xf32>
}
