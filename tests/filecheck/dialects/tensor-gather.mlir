// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | mlir-opt-19 | filecheck %s

// CHECK-LABEL: func.func @gather
func.func @gather(%s: tensor<4x5x6xf32>, %i: tensor<1x7x1xindex>, %j: tensor<3x2xi32>) -> (tensor<1x7x4x6xf32>, tensor<1x7x4x1x6xf32>, tensor<3x5xf32>) {
  // CHECK: %{{.*}} = tensor.gather %{{.*}}[%{{.*}}] gather_dims([1]) : (tensor<4x5x6xf32>, tensor<1x7x1xindex>) -> tensor<1x7x4x6xf32>
  %0 = tensor.gather %s[%i] gather_dims([1]) : (tensor<4x5x6xf32>, tensor<1x7x1xindex>) -> tensor<1x7x4x6xf32>
  // CHECK: %{{.*}} = tensor.gather %{{.*}}[%{{.*}}] gather_dims([1]) unique {x = 3 : i64} : (tensor<4x5x6xf32>, tensor<1x7x1xindex>) -> tensor<1x7x4x1x6xf32>
  %1 = tensor.gather %s[%i] gather_dims([1]) unique {x = 3 : i64} : (tensor<4x5x6xf32>, tensor<1x7x1xindex>) -> tensor<1x7x4x1x6xf32>
  // CHECK: %{{.*}} = tensor.gather %{{.*}}[%{{.*}}] gather_dims([0, 2]) : (tensor<4x5x6xf32>, tensor<3x2xi32>) -> tensor<3x5xf32>
  %2 = tensor.gather %s[%j] gather_dims([0, 2]) : (tensor<4x5x6xf32>, tensor<3x2xi32>) -> tensor<3x5xf32>
  return %0, %1, %2 : tensor<1x7x4x6xf32>, tensor<1x7x4x1x6xf32>, tensor<3x5xf32>
}
