// RUN: llmsys-opt %s | mlir-opt-19 | filecheck %s
// RUN: llmsys-opt %s | llmsys-opt | filecheck %s --check-prefix=OURS

// CHECK-LABEL: func.func @cond_if
func.func @cond_if(%c: tensor<i1>, %x: tensor<2x3xf32>) {
  // OURS: "tosa.cond_if"
  // CHECK: tosa.cond_if %{{.*}} -> (tensor<2x3xf32>) {
  %0 = tosa.cond_if %c -> (tensor<2x3xf32>) {
    // CHECK: tosa.yield %{{.*}} : tensor<2x3xf32>
    tosa.yield %x : tensor<2x3xf32>
  } else {
    // CHECK: tosa.yield %{{.*}} : tensor<2x3xf32>
    tosa.yield %x : tensor<2x3xf32>
  }
  return
}

// CHECK-LABEL: func.func @while_loop
func.func @while_loop(%x: tensor<2x3xf32>, %i: tensor<i32>) {
  // CHECK: tosa.while_loop (%{{.*}} = %{{.*}}, %{{.*}} = %{{.*}}) : (tensor<i32>, tensor<2x3xf32>) -> (tensor<i32>, tensor<2x3xf32>) {
  %0, %1 = tosa.while_loop (%p = %i, %q = %x) : (tensor<i32>, tensor<2x3xf32>) -> (tensor<i32>, tensor<2x3xf32>) {
    // CHECK: tosa.greater_equal %{{.*}}, %{{.*}} : (tensor<i32>, tensor<i32>) -> tensor<i1>
    %2 = tosa.greater_equal %i, %p : (tensor<i32>, tensor<i32>) -> tensor<i1>
    // CHECK: tosa.yield %{{.*}} : tensor<i1>
    tosa.yield %2 : tensor<i1>
  } do {
  ^bb0(%p: tensor<i32>, %q: tensor<2x3xf32>):
    // CHECK: tosa.add %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
    %3 = tosa.add %q, %q : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
    // CHECK: tosa.yield %{{.*}}, %{{.*}} : tensor<i32>, tensor<2x3xf32>
    tosa.yield %p, %3 : tensor<i32>, tensor<2x3xf32>
  } attributes {llmsys.name = "loop"}
  return
}
