// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | mlir-opt-19 | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | mlir-opt-22 | filecheck %s

// CHECK-LABEL: func.func @reduce
func.func @reduce(%a: tensor<2x3x4xf32>, %p: tensor<2x3xi1>, %d: tensor<?x3xf32>) {
  // CHECK: tosa.reduce_sum %{{.*}} {axis = 0 : i32} : (tensor<2x3x4xf32>) -> tensor<1x3x4xf32>
  %0 = tosa.reduce_sum %a {axis = 0 : i32} : (tensor<2x3x4xf32>) -> tensor<1x3x4xf32>
  // CHECK: tosa.reduce_max %{{.*}} {axis = 1 : i32} : (tensor<2x3x4xf32>) -> tensor<2x1x4xf32>
  %1 = tosa.reduce_max %a {axis = 1 : i32} : (tensor<2x3x4xf32>) -> tensor<2x1x4xf32>
  // CHECK: tosa.reduce_min %{{.*}} {axis = 2 : i32, llmsys.rule = "i j k -> i j ()"} : (tensor<2x3x4xf32>) -> tensor<2x3x1xf32>
  %2 = tosa.reduce_min %a {axis = 2 : i32, llmsys.rule = "i j k -> i j ()"} : (tensor<2x3x4xf32>) -> tensor<2x3x1xf32>
  // CHECK: tosa.reduce_all %{{.*}} {axis = 0 : i32} : (tensor<2x3xi1>) -> tensor<1x3xi1>
  %3 = tosa.reduce_all %p {axis = 0 : i32} : (tensor<2x3xi1>) -> tensor<1x3xi1>
  // CHECK: tosa.reduce_any %{{.*}} {axis = 1 : i32} : (tensor<2x3xi1>) -> tensor<2x1xi1>
  %4 = tosa.reduce_any %p {axis = 1 : i32} : (tensor<2x3xi1>) -> tensor<2x1xi1>
  // CHECK: tosa.reduce_sum %{{.*}} {axis = 1 : i32} : (tensor<?x3xf32>) -> tensor<?x1xf32>
  %5 = tosa.reduce_sum %d {axis = 1 : i32} : (tensor<?x3xf32>) -> tensor<?x1xf32>
  // CHECK: tosa.argmax %{{.*}} {axis = 1 : i32} : (tensor<2x3x4xf32>) -> tensor<2x4xi32>
  %6 = tosa.argmax %a {axis = 1 : i32} : (tensor<2x3x4xf32>) -> tensor<2x4xi32>
  return
}

// CHECK-LABEL: func.func @layout
func.func @layout(%a: tensor<2x3xf32>, %v: tensor<2x5x4xf32>, %n: tensor<2x6xi32>, %u: tensor<2x6x4xf32>) {
  // CHECK: tosa.concat %{{.*}}, %{{.*}}, %{{.*}} {axis = 0 : i32} : (tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<6x3xf32>
  %0 = tosa.concat %a, %a, %a {axis = 0 : i32} : (tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<6x3xf32>
  // CHECK: tosa.concat %{{.*}}, %{{.*}} {axis = 1 : i32} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x6xf32>
  %1 = tosa.concat %a, %a {axis = 1 : i32} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x6xf32>
  // CHECK: tosa.reverse %{{.*}} {axis = 1 : i32} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %2 = tosa.reverse %a {axis = 1 : i32} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: tosa.gather %{{.*}}, %{{.*}} : (tensor<2x5x4xf32>, tensor<2x6xi32>) -> tensor<2x6x4xf32>
  %3 = tosa.gather %v, %n : (tensor<2x5x4xf32>, tensor<2x6xi32>) -> tensor<2x6x4xf32>
  // CHECK: tosa.scatter %{{.*}}, %{{.*}}, %{{.*}} : (tensor<2x6x4xf32>, tensor<2x6xi32>, tensor<2x6x4xf32>) -> tensor<2x6x4xf32>
  %4 = tosa.scatter %u, %n, %u : (tensor<2x6x4xf32>, tensor<2x6xi32>, tensor<2x6x4xf32>) -> tensor<2x6x4xf32>
  return
}

// CHECK-LABEL: func.func @windows
func.func @windows(%x: tensor<1x8x8x3xf32>, %re: tensor<2x8x16xf32>, %i: tensor<4xi8>, %t: tensor<512xi8>) {
  // CHECK: tosa.max_pool2d %{{.*}} {kernel = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 2, 2>} : (tensor<1x8x8x3xf32>) -> tensor<1x4x4x3xf32>
  %0 = tosa.max_pool2d %x {kernel = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 2, 2>} : (tensor<1x8x8x3xf32>) -> tensor<1x4x4x3xf32>
  // CHECK: tosa.fft2d %{{.*}}, %{{.*}} {inverse = false} : (tensor<2x8x16xf32>, tensor<2x8x16xf32>) -> (tensor<2x8x16xf32>, tensor<2x8x16xf32>)
  %1, %2 = tosa.fft2d %re, %re {inverse = false} : (tensor<2x8x16xf32>, tensor<2x8x16xf32>) -> (tensor<2x8x16xf32>, tensor<2x8x16xf32>)
  // CHECK: tosa.rfft2d %{{.*}} : (tensor<2x8x16xf32>) -> (tensor<2x8x9xf32>, tensor<2x8x9xf32>)
  %3, %4 = tosa.rfft2d %re : (tensor<2x8x16xf32>) -> (tensor<2x8x9xf32>, tensor<2x8x9xf32>)
  return
}

// CHECK-LABEL: func.func @foreign
func.func @foreign(%a: tensor<2x3xf32>) {
  // CHECK: tosa.custom %{{.*}} {domain_name = "d", implementation_attrs = "", operator_name = "n"} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = tosa.custom %a {domain_name = "d", implementation_attrs = "", operator_name = "n"} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}

// CHECK-LABEL: func.func @unranked
func.func @unranked(%a: tensor<*xf32>) {
  // CHECK: tosa.abs %{{.*}} : (tensor<*xf32>) -> tensor<*xf32>
  %0 = tosa.abs %a : (tensor<*xf32>) -> tensor<*xf32>
  return
}
