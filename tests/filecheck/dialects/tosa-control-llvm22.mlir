// RUN: llmsys-opt %s | mlir-opt-22 | filecheck %s
// RUN: llmsys-opt %s | llmsys-opt | filecheck %s --check-prefix=OURS

// CHECK-LABEL: func.func @cond_if
func.func @cond_if(%c: tensor<i1>, %x: tensor<2x3xf32>) {
  // OURS: "tosa.cond_if"
  // CHECK: tosa.cond_if %{{.*}} (%{{.*}} = %{{.*}}) : tensor<i1> (tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = tosa.cond_if %c (%a = %x) : tensor<i1> (tensor<2x3xf32>) -> tensor<2x3xf32> {
  ^bb0(%a: tensor<2x3xf32>):
    // CHECK: tosa.yield %{{.*}} : tensor<2x3xf32>
    tosa.yield %a : tensor<2x3xf32>
  } else {
  ^bb0(%a: tensor<2x3xf32>):
    // CHECK: tosa.yield %{{.*}} : tensor<2x3xf32>
    tosa.yield %a : tensor<2x3xf32>
  }
  // OURS: "tosa.cond_if"
  // CHECK: tosa.cond_if %{{.*}} : tensor<i1> -> (tensor<2x3xf32>, tensor<2x3xf32>) {
  %1, %2 = tosa.cond_if %c : tensor<i1> -> (tensor<2x3xf32>, tensor<2x3xf32>) {
    // CHECK: tosa.yield %{{.*}}, %{{.*}} : tensor<2x3xf32>, tensor<2x3xf32>
    tosa.yield %x, %x : tensor<2x3xf32>, tensor<2x3xf32>
  } else {
    // CHECK: tosa.yield %{{.*}}, %{{.*}} : tensor<2x3xf32>, tensor<2x3xf32>
    tosa.yield %x, %x : tensor<2x3xf32>, tensor<2x3xf32>
  }
  return
}
// CHECK: tosa.variable @weight : tensor<2x3xf32>
tosa.variable @weight : tensor<2x3xf32>
// CHECK: tosa.variable @bias = dense<1.000000e+00> : tensor<3xf32>
tosa.variable @bias = dense<1.000000e+00> : tensor<3xf32>

// CHECK-LABEL: func.func @variables
func.func @variables() {
  // CHECK: tosa.variable_read @weight : tensor<2x3xf32>
  %0 = tosa.variable_read @weight : tensor<2x3xf32>
  // CHECK: tosa.variable_write @weight, %{{.*}} : tensor<2x3xf32>
  tosa.variable_write @weight, %0 : tensor<2x3xf32>
  return
}
