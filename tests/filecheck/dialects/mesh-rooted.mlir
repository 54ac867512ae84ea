// Collectives with a root, and shifts.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s > %t.ours && mlir-opt-19 %s > %t.theirs && diff %t.theirs %t.ours
// RUN: llmsys-opt --mlir-print-op-generic %s > %t.ours && mlir-opt-19 --mlir-print-op-generic %s > %t.theirs \
// RUN:   && diff %t.theirs %t.ours
// RUN: mlir-opt-19 --mlir-print-op-generic %s | llmsys-opt > %t.back && llmsys-opt %s > %t.ours && diff %t.ours %t.back

mesh.mesh @grid(shape = 2x4x?)

// CHECK-LABEL: func.func @broadcast
func.func @broadcast(%arg0: tensor<3x8xf32>, %arg1: tensor<f32>, %arg2: index) {
  // CHECK-NEXT: %broadcast = mesh.broadcast %arg0 on @grid mesh_axes = [1] root = [3] : (tensor<3x8xf32>) -> tensor<3x8xf32>
  %0 = mesh.broadcast %arg0 on @grid mesh_axes = [1] root = [3] : (tensor<3x8xf32>) -> tensor<3x8xf32>
  // CHECK-NEXT: mesh.broadcast %arg1 on @grid mesh_axes = [1, 0] root = [%arg2, 1] : (tensor<f32>, index) -> tensor<f32>
  %1 = mesh.broadcast %arg1 on @grid mesh_axes = [1, 0] root = [%arg2, 1] : (tensor<f32>, index) -> tensor<f32>
  // CHECK-NEXT: mesh.broadcast %arg0 on @grid root = [] {llmsys.note} : (tensor<3x8xf32>) -> tensor<3x8xf32>
  %2 = mesh.broadcast %arg0 on @grid root = [] {llmsys.note} : (tensor<3x8xf32>) -> tensor<3x8xf32>
  return
}

// CHECK-LABEL: func.func @gather
func.func @gather(%arg0: tensor<3x8xf32>, %arg1: tensor<?x8xf32>, %arg2: index) {
  // CHECK-NEXT: %gather = mesh.gather %arg0 on @grid mesh_axes = [1] gather_axis = 0 root = [3] : (tensor<3x8xf32>) -> tensor<12x8xf32>
  %0 = mesh.gather %arg0 on @grid mesh_axes = [1] gather_axis = 0 root = [3] : (tensor<3x8xf32>) -> tensor<12x8xf32>
  // CHECK-NEXT: mesh.gather %arg1 on @grid mesh_axes = [2, 0] gather_axis = 1 root = [%arg2, %arg2] : (tensor<?x8xf32>, index, index) -> tensor<?x?xf32>
  %1 = mesh.gather %arg1 on @grid mesh_axes = [2, 0] gather_axis = 1 root = [%arg2, %arg2] : (tensor<?x8xf32>, index, index) -> tensor<?x?xf32>
  return
}

// CHECK-LABEL: func.func @scatter
func.func @scatter(%arg0: tensor<4x8xf32>, %arg1: tensor<?x8xf32>, %arg2: index) {
  // CHECK-NEXT: %scatter = mesh.scatter %arg0 on @grid mesh_axes = [1] scatter_axis = 0 root = [3] : (tensor<4x8xf32>) -> tensor<1x8xf32>
  %0 = mesh.scatter %arg0 on @grid mesh_axes = [1] scatter_axis = 0 root = [3] : (tensor<4x8xf32>) -> tensor<1x8xf32>
  // CHECK-NEXT: mesh.scatter %arg1 on @grid mesh_axes = [0] scatter_axis = 1 root = [%arg2] : (tensor<?x8xf32>, index) -> tensor<?x4xf32>
  %1 = mesh.scatter %arg1 on @grid mesh_axes = [0] scatter_axis = 1 root = [%arg2] : (tensor<?x8xf32>, index) -> tensor<?x4xf32>
  return
}

// CHECK-LABEL: func.func @reduce
func.func @reduce(%arg0: tensor<4x8xf32>, %arg1: tensor<f32>, %arg2: index) {
  // CHECK-NEXT: %reduce = mesh.reduce %arg0 on @grid mesh_axes = [1] root = [3] : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %0 = mesh.reduce %arg0 on @grid mesh_axes = [1] reduction = <sum> root = [3] : (tensor<4x8xf32>) -> tensor<4x8xf32>
  // CHECK-NEXT: mesh.reduce %arg1 on @grid mesh_axes = [1, 0] reduction = <max> root = [2, %arg2] : (tensor<f32>, index) -> tensor<f64>
  %1 = mesh.reduce %arg1 on @grid mesh_axes = [1, 0] reduction = <max> root = [2, %arg2] : (tensor<f32>, index) -> tensor<f64>
  return
}

// CHECK-LABEL: func.func @shift
func.func @shift(%arg0: tensor<4x8xf32>, %arg1: tensor<?xf32>) {
  // CHECK-NEXT: %shift = mesh.shift %arg0 on @grid mesh_axes = [1] shift_axis = 1 offset = -2 : tensor<4x8xf32> -> tensor<4x8xf32>
  %0 = mesh.shift %arg0 on @grid mesh_axes = [1] shift_axis = 1 offset = -2 : tensor<4x8xf32> -> tensor<4x8xf32>
  // CHECK-NEXT: mesh.shift %arg1 on @grid mesh_axes = [1, 0] shift_axis = 0 offset = 5 rotate : tensor<?xf32> -> tensor<?xf32>
  %1 = mesh.shift %arg1 on @grid mesh_axes = [1, 0] shift_axis = 0 offset = 5 rotate : tensor<?xf32> -> tensor<?xf32>
  return
}
