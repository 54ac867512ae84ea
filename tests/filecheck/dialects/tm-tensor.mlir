// As torch-mlir prints it.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s

// CHECK-LABEL: func.func @scatter
func.func @scatter(%u: tensor<128x1x32xf32>, %i: tensor<128x1xi64>, %t: tensor<64x32xf32>) -> tensor<64x32xf32> {
  // CHECK: %{{.*}} = tm_tensor.scatter {dimension_map = array<i64: 0>} unique_indices(false) ins(%{{.*}}, %{{.*}} : tensor<128x1x32xf32>, tensor<128x1xi64>) outs(%{{.*}} : tensor<64x32xf32>) {
  %0 = tm_tensor.scatter {dimension_map = array<i64: 0>} unique_indices(false) ins(%u, %i : tensor<128x1x32xf32>, tensor<128x1xi64>) outs(%t : tensor<64x32xf32>) {
  // CHECK-NEXT: ^bb0(%{{.*}}: f32, %{{.*}}: f32):
  ^bb0(%a: f32, %b: f32):
    // CHECK-NEXT: arith.addf
    %1 = arith.addf %b, %a : f32
    // CHECK-NEXT: tm_tensor.yield %{{.*}} : f32
    tm_tensor.yield %1 : f32
  // CHECK-NEXT: } -> tensor<64x32xf32>
  } -> tensor<64x32xf32>
  // CHECK: tm_tensor.scatter {dimension_map = array<i64: 0>, x = 3 : i64} unique_indices(true)
  %2 = tm_tensor.scatter {dimension_map = array<i64: 0>, x = 3 : i64} unique_indices(true) ins(%u, %i : tensor<128x1x32xf32>, tensor<128x1xi64>) outs(%t : tensor<64x32xf32>) {
  ^bb0(%a: f32, %b: f32):
    tm_tensor.yield %a : f32
  } -> tensor<64x32xf32>
  return %0 : tensor<64x32xf32>
}

// CHECK-LABEL: func.func @scan
func.func @scan(%x: tensor<4x8xf32>, %l: tensor<4xf32>) -> tensor<4x8xf32> {
  // CHECK: %{{.*}}:2 = tm_tensor.scan dimension(1) inclusive(true) ins(%{{.*}} : tensor<4x8xf32>) outs(%{{.*}}, %{{.*}} : tensor<4x8xf32>, tensor<4xf32>) {
  %0:2 = tm_tensor.scan dimension(1) inclusive(true) ins(%x : tensor<4x8xf32>) outs(%x, %l : tensor<4x8xf32>, tensor<4xf32>) {
  ^bb0(%a: f32, %b: f32):
    %1 = arith.addf %a, %b : f32
    tm_tensor.yield %1 : f32
  // CHECK: } -> tensor<4x8xf32>, tensor<4xf32>
  } -> tensor<4x8xf32>, tensor<4xf32>
  return %0#0 : tensor<4x8xf32>
}

// CHECK-LABEL: func.func @sort
func.func @sort(%x: tensor<4x8xf32>, %p: tensor<4x8xi64>) -> (tensor<4x8xf32>, tensor<4x8xi64>) {
  // CHECK: %{{.*}}:2 = tm_tensor.sort dimension(1) outs(%{{.*}}, %{{.*}} : tensor<4x8xf32>, tensor<4x8xi64>) {
  %0:2 = tm_tensor.sort dimension(1) outs(%x, %p : tensor<4x8xf32>, tensor<4x8xi64>) {
  ^bb0(%a: f32, %b: f32, %c: i64, %d: i64):
    %1 = arith.cmpf ole, %a, %b : f32
    tm_tensor.yield %1 : i1
  } -> tensor<4x8xf32>, tensor<4x8xi64>
  return %0#0, %0#1 : tensor<4x8xf32>, tensor<4x8xi64>
}
