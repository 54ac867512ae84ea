// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | mlir-opt-19 | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | mlir-opt-22 | filecheck %s

// CHECK-LABEL: func.func @unary
func.func @unary(%a: tensor<2x3xf32>, %i: tensor<2x3xi32>, %p: tensor<2x3xi1>) {
  // CHECK: tosa.abs %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = tosa.abs %a : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: tosa.bitwise_not %{{.*}} : (tensor<2x3xi32>) -> tensor<2x3xi32>
  %1 = tosa.bitwise_not %i : (tensor<2x3xi32>) -> tensor<2x3xi32>
  // CHECK: tosa.ceil %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %2 = tosa.ceil %a : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: tosa.clz %{{.*}} : (tensor<2x3xi32>) -> tensor<2x3xi32>
  %3 = tosa.clz %i : (tensor<2x3xi32>) -> tensor<2x3xi32>
  // CHECK: tosa.cos %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %4 = tosa.cos %a : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: tosa.erf %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %5 = tosa.erf %a : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: tosa.exp %{{.*}} {llmsys.rule = "i j -> i j"} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %6 = tosa.exp %a {llmsys.rule = "i j -> i j"} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: tosa.floor %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %7 = tosa.floor %a : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: tosa.log %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %8 = tosa.log %a : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: tosa.logical_not %{{.*}} : (tensor<2x3xi1>) -> tensor<2x3xi1>
  %9 = tosa.logical_not %p : (tensor<2x3xi1>) -> tensor<2x3xi1>
  // CHECK: tosa.reciprocal %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %10 = tosa.reciprocal %a : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: tosa.rsqrt %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %11 = tosa.rsqrt %a : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: tosa.sigmoid %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %12 = tosa.sigmoid %a : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: tosa.sin %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %13 = tosa.sin %a : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: tosa.tanh %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %14 = tosa.tanh %a : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: tosa.identity %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %15 = tosa.identity %a : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: tosa.cast %{{.*}} : (tensor<2x3xi32>) -> tensor<2x3xf32>
  %16 = tosa.cast %i : (tensor<2x3xi32>) -> tensor<2x3xf32>
  return
}

// CHECK-LABEL: func.func @binary
func.func @binary(%a: tensor<2x3xf32>, %b: tensor<1x3xf32>, %d: tensor<?x3xf32>, %i: tensor<2x3xi32>, %p: tensor<2x3xi1>) {
  // CHECK: tosa.add %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<1x3xf32>) -> tensor<2x3xf32>
  %0 = tosa.add %a, %b : (tensor<2x3xf32>, tensor<1x3xf32>) -> tensor<2x3xf32>
  // CHECK: tosa.add %{{.*}}, %{{.*}} : (tensor<?x3xf32>, tensor<1x3xf32>) -> tensor<?x3xf32>
  %1 = tosa.add %d, %b : (tensor<?x3xf32>, tensor<1x3xf32>) -> tensor<?x3xf32>
  // CHECK: tosa.sub %{{.*}}, %{{.*}} {llmsys.rule = "i j, i j -> i j", x} : (tensor<2x3xf32>, tensor<1x3xf32>) -> tensor<2x3xf32>
  %2 = tosa.sub %a, %b {llmsys.rule = "i j, i j -> i j", x} : (tensor<2x3xf32>, tensor<1x3xf32>) -> tensor<2x3xf32>
  // CHECK: tosa.pow %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<1x3xf32>) -> tensor<2x3xf32>
  %3 = tosa.pow %a, %b : (tensor<2x3xf32>, tensor<1x3xf32>) -> tensor<2x3xf32>
  // CHECK: tosa.maximum %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<1x3xf32>) -> tensor<2x3xf32>
  %4 = tosa.maximum %a, %b : (tensor<2x3xf32>, tensor<1x3xf32>) -> tensor<2x3xf32>
  // CHECK: tosa.minimum %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<1x3xf32>) -> tensor<2x3xf32>
  %5 = tosa.minimum %a, %b : (tensor<2x3xf32>, tensor<1x3xf32>) -> tensor<2x3xf32>
  // CHECK: tosa.bitwise_and %{{.*}}, %{{.*}} : (tensor<2x3xi32>, tensor<2x3xi32>) -> tensor<2x3xi32>
  %6 = tosa.bitwise_and %i, %i : (tensor<2x3xi32>, tensor<2x3xi32>) -> tensor<2x3xi32>
  // CHECK: tosa.bitwise_or %{{.*}}, %{{.*}} : (tensor<2x3xi32>, tensor<2x3xi32>) -> tensor<2x3xi32>
  %7 = tosa.bitwise_or %i, %i : (tensor<2x3xi32>, tensor<2x3xi32>) -> tensor<2x3xi32>
  // CHECK: tosa.bitwise_xor %{{.*}}, %{{.*}} : (tensor<2x3xi32>, tensor<2x3xi32>) -> tensor<2x3xi32>
  %8 = tosa.bitwise_xor %i, %i : (tensor<2x3xi32>, tensor<2x3xi32>) -> tensor<2x3xi32>
  // CHECK: tosa.logical_and %{{.*}}, %{{.*}} : (tensor<2x3xi1>, tensor<2x3xi1>) -> tensor<2x3xi1>
  %9 = tosa.logical_and %p, %p : (tensor<2x3xi1>, tensor<2x3xi1>) -> tensor<2x3xi1>
  // CHECK: tosa.logical_or %{{.*}}, %{{.*}} : (tensor<2x3xi1>, tensor<2x3xi1>) -> tensor<2x3xi1>
  %10 = tosa.logical_or %p, %p : (tensor<2x3xi1>, tensor<2x3xi1>) -> tensor<2x3xi1>
  // CHECK: tosa.logical_xor %{{.*}}, %{{.*}} : (tensor<2x3xi1>, tensor<2x3xi1>) -> tensor<2x3xi1>
  %11 = tosa.logical_xor %p, %p : (tensor<2x3xi1>, tensor<2x3xi1>) -> tensor<2x3xi1>
  // CHECK: tosa.logical_left_shift %{{.*}}, %{{.*}} : (tensor<2x3xi32>, tensor<2x3xi32>) -> tensor<2x3xi32>
  %12 = tosa.logical_left_shift %i, %i : (tensor<2x3xi32>, tensor<2x3xi32>) -> tensor<2x3xi32>
  // CHECK: tosa.logical_right_shift %{{.*}}, %{{.*}} : (tensor<2x3xi32>, tensor<2x3xi32>) -> tensor<2x3xi32>
  %13 = tosa.logical_right_shift %i, %i : (tensor<2x3xi32>, tensor<2x3xi32>) -> tensor<2x3xi32>
  // CHECK: tosa.arithmetic_right_shift %{{.*}}, %{{.*}} {round = true} : (tensor<2x3xi32>, tensor<2x3xi32>) -> tensor<2x3xi32>
  %14 = tosa.arithmetic_right_shift %i, %i {round = true} : (tensor<2x3xi32>, tensor<2x3xi32>) -> tensor<2x3xi32>
  // CHECK: tosa.equal %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<1x3xf32>) -> tensor<2x3xi1>
  %15 = tosa.equal %a, %b : (tensor<2x3xf32>, tensor<1x3xf32>) -> tensor<2x3xi1>
  // CHECK: tosa.greater %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<1x3xf32>) -> tensor<2x3xi1>
  %16 = tosa.greater %a, %b : (tensor<2x3xf32>, tensor<1x3xf32>) -> tensor<2x3xi1>
  // CHECK: tosa.greater_equal %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<1x3xf32>) -> tensor<2x3xi1>
  %17 = tosa.greater_equal %a, %b : (tensor<2x3xf32>, tensor<1x3xf32>) -> tensor<2x3xi1>
  // CHECK: tosa.select %{{.*}}, %{{.*}}, %{{.*}} : (tensor<2x3xi1>, tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  %18 = tosa.select %p, %a, %a : (tensor<2x3xi1>, tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}
