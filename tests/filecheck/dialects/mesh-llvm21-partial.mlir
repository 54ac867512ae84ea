// Partial shardings, and reductions of both forms: the one that was read is printed.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt --mlir-print-op-generic %s | filecheck --check-prefix GENERIC %s
// RUN: llmsys-opt --mlir-print-op-generic %s | llmsys-opt > %t.back && llmsys-opt %s > %t.ours && diff %t.ours %t.back

mesh.mesh @grid(shape = 2x4)

// CHECK-LABEL: func.func @partial
func.func @partial(%x: tensor<16x32xf32>) {
  // CHECK-NEXT: %sharding = mesh.sharding @grid split_axes = {{\[\[}}0], []] partial =  sum [1] : !mesh.sharding
  // GENERIC: partial_axes = array<i16: 1>, partial_type = #mesh<partial sum>, split_axes = #mesh<axisarray{{\[\[}}0], []]>
  %s = mesh.sharding @grid split_axes = [[0], []] partial = sum [1] : !mesh.sharding
  // CHECK-NEXT: mesh.sharding @grid split_axes = {{\[\[}}]] partial =  max [1, 0] : !mesh.sharding
  %t = mesh.sharding @grid split_axes = [[]] partial = max [1, 0] : !mesh.sharding
  return
}

// CHECK-LABEL: func.func @reductions
func.func @reductions(%x: tensor<16x32xf32>) {
  // CHECK-NEXT: mesh.all_reduce %arg0 on @grid mesh_axes = [1] reduction = <max> : tensor<16x32xf32> -> tensor<16x32xf32>
  // GENERIC: reduction = #mesh.partial<max>
  %0 = mesh.all_reduce %x on @grid mesh_axes = [1] reduction = <max> : tensor<16x32xf32> -> tensor<16x32xf32>
  // CHECK-NEXT: mesh.all_reduce %arg0 on @grid mesh_axes = [1] reduction =  max : tensor<16x32xf32> -> tensor<16x32xf32>
  // GENERIC: reduction = #mesh<partial max>
  %1 = mesh.all_reduce %x on @grid mesh_axes = [1] reduction = max : tensor<16x32xf32> -> tensor<16x32xf32>
  // CHECK-NEXT: mesh.reduce_scatter %arg0 on @grid mesh_axes = [1] reduction =  min scatter_axis = 0
  %2 = mesh.reduce_scatter %x on @grid mesh_axes = [1] reduction = min scatter_axis = 0 : tensor<16x32xf32> -> tensor<4x32xf32>
  // CHECK-NEXT: mesh.reduce %arg0 on @grid mesh_axes = [1] reduction =  product root = [0]
  %3 = mesh.reduce %x on @grid mesh_axes = [1] reduction = product root = [0] : (tensor<16x32xf32>) -> tensor<16x32xf32>
  return
}
