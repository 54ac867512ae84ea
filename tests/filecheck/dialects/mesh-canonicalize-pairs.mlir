// Simplifications of two collectives after each other, and of queries of known sizes.
// RUN: llmsys-opt --canonicalize %s | filecheck %s
// RUN: llmsys-opt --canonicalize %s | mlir-opt-19 | filecheck %s
// RUN: llmsys-opt --convert-mesh-to-shard --canonicalize --convert-shard-to-mesh %s | filecheck %s

mesh.mesh @grid(shape = 2x4)
mesh.mesh @open(shape = 4x?x2)

// A slice of what its group has just reduced; the order of the slice's axes counts.
// CHECK-LABEL: func.func @reduce_scatter
func.func @reduce_scatter(%arg0: tensor<16xf32>) -> tensor<2xf32> {
  // CHECK-NEXT: %reduce_scatter = mesh.reduce_scatter %arg0 on @grid mesh_axes = [1, 0] reduction = <max> scatter_axis = 0 : tensor<16xf32> -> tensor<2xf32>
  // CHECK-NEXT: return %reduce_scatter
  %0 = mesh.all_reduce %arg0 on @grid mesh_axes = [0, 1] reduction = <max> : tensor<16xf32> -> tensor<16xf32>
  %1 = mesh.all_slice %0 on @grid mesh_axes = [1, 0] slice_axis = 0 : tensor<16xf32> -> tensor<2xf32>
  return %1 : tensor<2xf32>
}

// Not where the reduced value is used again, or over other devices.
// CHECK-LABEL: func.func @kept
func.func @kept(%arg0: tensor<16xf32>) -> (tensor<4xf32>, tensor<16xf32>, tensor<4xf32>) {
  // CHECK-NEXT: mesh.all_reduce
  // CHECK-NEXT: mesh.all_slice
  // CHECK-NEXT: mesh.all_reduce
  // CHECK-NEXT: mesh.all_slice
  %0 = mesh.all_reduce %arg0 on @grid mesh_axes = [1] : tensor<16xf32> -> tensor<16xf32>
  %1 = mesh.all_slice %0 on @grid mesh_axes = [1] slice_axis = 0 : tensor<16xf32> -> tensor<4xf32>
  %2 = mesh.all_reduce %arg0 on @grid mesh_axes = [0] : tensor<16xf32> -> tensor<16xf32>
  %3 = mesh.all_slice %2 on @grid mesh_axes = [1] slice_axis = 0 : tensor<16xf32> -> tensor<4xf32>
  return %1, %0, %3 : tensor<4xf32>, tensor<16xf32>, tensor<4xf32>
}

// A slice of what was gathered is what was there.
// CHECK-LABEL: func.func @slice_of_gather
func.func @slice_of_gather(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK-NEXT: return %arg0
  %0 = mesh.all_gather %arg0 on @grid mesh_axes = [1] gather_axis = 0 : tensor<4xf32> -> tensor<16xf32>
  %1 = mesh.all_slice %0 on @grid mesh_axes = [1] slice_axis = 0 : tensor<16xf32> -> tensor<4xf32>
  return %1 : tensor<4xf32>
}

// What the slices are gathered to is the value if all devices had the same, which is not known of an argument.
// CHECK-LABEL: func.func @gather_of_slice
func.func @gather_of_slice(%arg0: tensor<16xf32>) -> (tensor<16xf32>, tensor<16xf32>) {
  // CHECK-NEXT: %all_slice = mesh.all_slice %arg0
  // CHECK-NEXT: %all_gather = mesh.all_gather %all_slice
  // CHECK-NEXT: %all_reduce = mesh.all_reduce %arg0
  // CHECK-NEXT: return %all_gather, %all_reduce
  %0 = mesh.all_slice %arg0 on @grid mesh_axes = [1] slice_axis = 0 : tensor<16xf32> -> tensor<4xf32>
  %1 = mesh.all_gather %0 on @grid mesh_axes = [1] gather_axis = 0 : tensor<4xf32> -> tensor<16xf32>
  %2 = mesh.all_reduce %arg0 on @grid mesh_axes = [0, 1] : tensor<16xf32> -> tensor<16xf32>
  %3 = mesh.all_slice %2 on @grid mesh_axes = [1] slice_axis = 0 : tensor<16xf32> -> tensor<4xf32>
  %4 = mesh.all_gather %3 on @grid mesh_axes = [1] gather_axis = 0 : tensor<4xf32> -> tensor<16xf32>
  return %1, %4 : tensor<16xf32>, tensor<16xf32>
}

// CHECK-LABEL: func.func @known_sizes
func.func @known_sizes() -> (index, index) {
  // CHECK-NEXT: %c2 = arith.constant 2 : index
  // CHECK-NEXT: %mesh_shape = mesh.mesh_shape @open axes = [1] : index
  // CHECK-NEXT: return %c2, %mesh_shape
  %0:2 = mesh.mesh_shape @open axes = [2, 1] : index, index
  return %0#0, %0#1 : index, index
}
