// Elements in another shape or another order, parts, and paddings.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s

// CHECK-LABEL: func.func @g
func.func @g(%arg0: tensor<2x3xf32>, %arg1: tensor<?x3xf32>, %arg2: tensor<2x3xcomplex<f32>>, %arg3: tensor<f32>, %arg4: tensor<i64>, %arg5: tensor<2xi64>, %arg6: tensor<2xui64>) {
  // CHECK: %{{.*}} = stablehlo.broadcast_in_dim %{{.*}}, dims = [0, 2] {x = 3 : i64} : (tensor<2x3xf32>) -> tensor<2x4x3xf32>
  %0 = stablehlo.broadcast_in_dim %arg0, dims = [0, 2] {x = 3 : i64} : (tensor<2x3xf32>) -> tensor<2x4x3xf32>
  // CHECK: %{{.*}} = stablehlo.broadcast_in_dim %{{.*}}, dims = [] : (tensor<f32>) -> tensor<2x4x3xf32>
  %1 = stablehlo.broadcast_in_dim %arg3, dims = [] : (tensor<f32>) -> tensor<2x4x3xf32>
  // CHECK: %{{.*}} = stablehlo.broadcast %{{.*}}, sizes = [5] {x = 3 : i64} : (tensor<2x3xf32>) -> tensor<5x2x3xf32>
  %2 = stablehlo.broadcast %arg0, sizes = [5] {x = 3 : i64} : (tensor<2x3xf32>) -> tensor<5x2x3xf32>
  // CHECK: %{{.*}} = stablehlo.reshape %{{.*}} {x = 3 : i64} : (tensor<2x3xf32>) -> tensor<6xf32>
  %3 = stablehlo.reshape %arg0 {x = 3 : i64} : (tensor<2x3xf32>) -> tensor<6xf32>
  // CHECK: %{{.*}} = stablehlo.transpose %{{.*}}, dims = [1, 0] {x = 3 : i64} : (tensor<2x3xf32>) -> tensor<3x2xf32>
  %4 = stablehlo.transpose %arg0, dims = [1, 0] {x = 3 : i64} : (tensor<2x3xf32>) -> tensor<3x2xf32>
  // CHECK: %{{.*}} = stablehlo.reverse %{{.*}}, dims = [1, 0] {x = 3 : i64} : tensor<2x3xf32>
  %5 = stablehlo.reverse %arg0, dims = [1, 0] {x = 3 : i64} : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.reverse %{{.*}}, dims = [1, 0] {x = 3 : i64} : (tensor<?x3xf32>) -> tensor<2x3xf32>
  %6 = stablehlo.reverse %arg1, dims = [1, 0] {x = 3 : i64} : (tensor<?x3xf32>) -> tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.concatenate %{{.*}}, %{{.*}}, dim = 1 {x = 3 : i64} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x6xf32>
  %7 = stablehlo.concatenate %arg0, %arg0, dim = 1 {x = 3 : i64} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x6xf32>
  // CHECK: %{{.*}} = stablehlo.slice %{{.*}} [0:2, 1:3:2] {x = 3 : i64} : (tensor<2x3xf32>) -> tensor<2x1xf32>
  %8 = stablehlo.slice %arg0 [0:2, 1:3:2] {x = 3 : i64} : (tensor<2x3xf32>) -> tensor<2x1xf32>
  // CHECK: %{{.*}} = stablehlo.slice %{{.*}} [] {x = 3 : i64} : (tensor<f32>) -> tensor<f32>
  %9 = stablehlo.slice %arg3 [] {x = 3 : i64} : (tensor<f32>) -> tensor<f32>
  // CHECK: %{{.*}} = stablehlo.pad %{{.*}}, %{{.*}}, low = [0, -1], high = [2, 3], interior = [1, 2] {x = 3 : i64} : (tensor<2x3xf32>, tensor<f32>) -> tensor<5x9xf32>
  %10 = stablehlo.pad %arg0, %arg3, low = [0, -1], high = [2, 3], interior = [1, 2] {x = 3 : i64} : (tensor<2x3xf32>, tensor<f32>) -> tensor<5x9xf32>
  // CHECK: %{{.*}} = stablehlo.dynamic_slice %{{.*}}, %{{.*}}, %{{.*}}, sizes = [1, 1] {x = 3 : i64} : (tensor<2x3xf32>, tensor<i64>, tensor<i64>) -> tensor<1x1xf32>
  %11 = stablehlo.dynamic_slice %arg0, %arg4, %arg4, sizes = [1, 1] {x = 3 : i64} : (tensor<2x3xf32>, tensor<i64>, tensor<i64>) -> tensor<1x1xf32>
  // CHECK: %{{.*}} = stablehlo.dynamic_update_slice %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} {x = 3 : i64} : (tensor<2x3xf32>, tensor<2x3xf32>, tensor<i64>, tensor<i64>) -> tensor<2x3xf32>
  %12 = stablehlo.dynamic_update_slice %arg0, %arg0, %arg4, %arg4 {x = 3 : i64} : (tensor<2x3xf32>, tensor<2x3xf32>, tensor<i64>, tensor<i64>) -> tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.dynamic_update_slice %{{.*}}, %{{.*}} {x = 3 : i64} : (tensor<f32>, tensor<f32>) -> tensor<f32>
  %13 = stablehlo.dynamic_update_slice %arg3, %arg3 {x = 3 : i64} : (tensor<f32>, tensor<f32>) -> tensor<f32>
  // CHECK: %{{.*}} = stablehlo.dynamic_broadcast_in_dim %{{.*}}, %{{.*}}, dims = [] {x = 3 : i64} : (tensor<f32>, tensor<2xi64>) -> tensor<2x3xf32>
  %14 = stablehlo.dynamic_broadcast_in_dim %arg3, %arg5, dims = [] {x = 3 : i64} : (tensor<f32>, tensor<2xi64>) -> tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.dynamic_broadcast_in_dim %{{.*}}, %{{.*}}, dims = [0, 1] {known_expanding_dimensions = array<i64: 0>, known_nonexpanding_dimensions = array<i64: 1>, x = 3 : i64} : (tensor<2x3xf32>, tensor<2xi64>) -> tensor<?x3xf32>
  %15 = stablehlo.dynamic_broadcast_in_dim %arg0, %arg5, dims = [0, 1] {known_expanding_dimensions = array<i64: 0>, known_nonexpanding_dimensions = array<i64: 1>, x = 3 : i64} : (tensor<2x3xf32>, tensor<2xi64>) -> tensor<?x3xf32>
  // CHECK: %{{.*}} = stablehlo.dynamic_pad %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} {x = 3 : i64} : (tensor<2x3xf32>, tensor<f32>, tensor<2xi64>, tensor<2xi64>, tensor<2xi64>) -> tensor<?x?xf32>
  %16 = stablehlo.dynamic_pad %arg0, %arg3, %arg5, %arg5, %arg5 {x = 3 : i64} : (tensor<2x3xf32>, tensor<f32>, tensor<2xi64>, tensor<2xi64>, tensor<2xi64>) -> tensor<?x?xf32>
  // CHECK: %{{.*}} = stablehlo.dynamic_reshape %{{.*}}, %{{.*}} {x = 3 : i64} : (tensor<2x3xf32>, tensor<2xi64>) -> tensor<?x?xf32>
  %17 = stablehlo.dynamic_reshape %arg0, %arg5 {x = 3 : i64} : (tensor<2x3xf32>, tensor<2xi64>) -> tensor<?x?xf32>
  // CHECK: %{{.*}} = stablehlo.real_dynamic_slice %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} {x = 3 : i64} : (tensor<2x3xf32>, tensor<2xi64>, tensor<2xi64>, tensor<2xi64>) -> tensor<?x?xf32>
  %18 = stablehlo.real_dynamic_slice %arg0, %arg5, %arg5, %arg5 {x = 3 : i64} : (tensor<2x3xf32>, tensor<2xi64>, tensor<2xi64>, tensor<2xi64>) -> tensor<?x?xf32>
  // CHECK: %{{.*}} = stablehlo.get_dimension_size %{{.*}}, dim = 0 {x = 3 : i64} : (tensor<2x3xf32>) -> tensor<i32>
  %19 = stablehlo.get_dimension_size %arg0, dim = 0 {x = 3 : i64} : (tensor<2x3xf32>) -> tensor<i32>
  // CHECK: %{{.*}} = stablehlo.set_dimension_size %{{.*}}, %{{.*}}, dim = 0 {x = 3 : i64} : (tensor<2x3xf32>, tensor<i32>) -> tensor<?x3xf32, #stablehlo.bounds<2, ?>>
  %20 = stablehlo.set_dimension_size %arg0, %19, dim = 0 {x = 3 : i64} : (tensor<2x3xf32>, tensor<i32>) -> tensor<?x3xf32, #stablehlo.bounds<2, ?>>
  return
}

// CHECK-LABEL: func.func @bounded
func.func @bounded(%arg0: tensor<?x3xf32, #stablehlo.bounds<8, ?>>, %arg1: tensor<3xf32>) {
  // CHECK: %{{.*}} = stablehlo.reshape %{{.*}} : (tensor<?x3xf32, #stablehlo.bounds<8, ?>>) -> tensor<3x?xf32, #stablehlo.bounds<?, 8>>
  %0 = stablehlo.reshape %arg0 : (tensor<?x3xf32, #stablehlo.bounds<8, ?>>) -> tensor<3x?xf32, #stablehlo.bounds<?, 8>>
  // CHECK: %{{.*}} = stablehlo.broadcast_in_dim %{{.*}}, dims = [1] : (tensor<3xf32>) -> tensor<?x3xf32, #stablehlo.bounds<8, ?>>
  %1 = stablehlo.broadcast_in_dim %arg1, dims = [1] : (tensor<3xf32>) -> tensor<?x3xf32, #stablehlo.bounds<8, ?>>
  // CHECK: %{{.*}} = stablehlo.concatenate %{{.*}}, dim = 0 : (tensor<3xf32>) -> tensor<3xf32>
  %2 = stablehlo.concatenate %arg1, dim = 0 : (tensor<3xf32>) -> tensor<3xf32>
  return
}
