// Products and convolutions.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s

// CHECK-LABEL: func.func @dot
func.func @dot(%arg0: tensor<2x3x4xf32>, %arg1: tensor<2x4x5xf32>, %arg2: tensor<3x4xf32>, %arg3: tensor<f32>, %arg4: tensor<4x3xf32>) {
  // CHECK: %{{.*}} = stablehlo.dot_general %{{.*}}, %{{.*}}, batching_dims = [0] x [0], contracting_dims = [2] x [1], precision = [DEFAULT, HIGHEST] {x = 3 : i64} : (tensor<2x3x4xf32>, tensor<2x4x5xf32>) -> tensor<2x3x5xf32>
  %0 = stablehlo.dot_general %arg0, %arg1, batching_dims = [0] x [0], contracting_dims = [2] x [1], precision = [DEFAULT, HIGHEST] {x = 3 : i64} : (tensor<2x3x4xf32>, tensor<2x4x5xf32>) -> tensor<2x3x5xf32>
  // CHECK: %{{.*}} = stablehlo.dot_general %{{.*}}, %{{.*}}, contracting_dims = [2] x [1], precision = [] : (tensor<2x3x4xf32>, tensor<2x4x5xf32>) -> tensor<2x3x2x5xf32>
  %1 = stablehlo.dot_general %arg0, %arg1, contracting_dims = [2] x [1], precision = [] : (tensor<2x3x4xf32>, tensor<2x4x5xf32>) -> tensor<2x3x2x5xf32>
  // CHECK: %{{.*}} = stablehlo.dot_general %{{.*}}, %{{.*}}, contracting_dims = [] x [] {x = 3 : i64} : (tensor<f32>, tensor<f32>) -> tensor<f32>
  %2 = stablehlo.dot_general %arg3, %arg3, contracting_dims = [] x [] {x = 3 : i64} : (tensor<f32>, tensor<f32>) -> tensor<f32>
  // CHECK: %{{.*}} = stablehlo.dot_general %{{.*}}, %{{.*}}, contracting_dims = [2] x [1], algorithm = <lhs_precision_type = tf32, rhs_precision_type = tf32, accumulation_type = f32, lhs_component_count = 1, rhs_component_count = 1, num_primitive_operations = 1, allow_imprecise_accumulation = false> : (tensor<2x3x4xf32>, tensor<2x4x5xf32>) -> tensor<2x3x2x5xf32>
  %3 = stablehlo.dot_general %arg0, %arg1, contracting_dims = [2] x [1], algorithm = <lhs_precision_type = tf32, rhs_precision_type = tf32, accumulation_type = f32, lhs_component_count = 1, rhs_component_count = 1, num_primitive_operations = 1, allow_imprecise_accumulation = false> : (tensor<2x3x4xf32>, tensor<2x4x5xf32>) -> tensor<2x3x2x5xf32>
  // CHECK: %{{.*}} = stablehlo.dot %{{.*}}, %{{.*}}, precision = [HIGH, HIGHEST] {x = 3 : i64} : (tensor<3x4xf32>, tensor<4x3xf32>) -> tensor<3x3xf32>
  %4 = stablehlo.dot %arg2, %arg4, precision = [HIGH, HIGHEST] {x = 3 : i64} : (tensor<3x4xf32>, tensor<4x3xf32>) -> tensor<3x3xf32>
  // CHECK: %{{.*}} = stablehlo.dot %{{.*}}, %{{.*}} {x = 3 : i64} : (tensor<3x4xf32>, tensor<4x3xf32>) -> tensor<3x3xf32>
  %5 = stablehlo.dot %arg2, %arg4 {x = 3 : i64} : (tensor<3x4xf32>, tensor<4x3xf32>) -> tensor<3x3xf32>
  // CHECK: %{{.*}} = stablehlo.dot %{{.*}}, %{{.*}}, precision = [] {x = 3 : i64} : (tensor<3x4xf32>, tensor<4x3xf32>) -> tensor<3x3xf32>
  %6 = stablehlo.dot %arg2, %arg4, precision = [] {x = 3 : i64} : (tensor<3x4xf32>, tensor<4x3xf32>) -> tensor<3x3xf32>
  // CHECK: %{{.*}} = stablehlo.dot_general %{{.*}}, %{{.*}}, batching_dims = [0] x [0], contracting_dims = [] x [] {x = 3 : i64} : (tensor<2x3x4xf32>, tensor<2x4x5xf32>) -> tensor<2x3x4x4x5xf32>
  %7 = stablehlo.dot_general %arg0, %arg1, batching_dims = [0] x [0], contracting_dims = [] x [] {x = 3 : i64} : (tensor<2x3x4xf32>, tensor<2x4x5xf32>) -> tensor<2x3x4x4x5xf32>
  return
}

// CHECK-LABEL: func.func @conv
func.func @conv(%arg0: tensor<1x4x4x2xf32>, %arg1: tensor<3x3x1x2xf32>, %arg2: tensor<2x2xi64>) {
  // CHECK: %{{.*}} = stablehlo.convolution(%{{.*}}, %{{.*}}) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {} {batch_group_count = 1 : i64, feature_group_count = 2 : i64, x = 3 : i64} : (tensor<1x4x4x2xf32>, tensor<3x3x1x2xf32>) -> tensor<1x2x2x2xf32>
  %0 = stablehlo.convolution(%arg0, %arg1) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {} {batch_group_count = 1 : i64, feature_group_count = 2 : i64, x = 3 : i64} : (tensor<1x4x4x2xf32>, tensor<3x3x1x2xf32>) -> tensor<1x2x2x2xf32>
  // CHECK: %{{.*}} = stablehlo.convolution(%{{.*}}, %{{.*}}) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [2, 1], pad = {{\[\[}}0, 1], [2, 3]], lhs_dilate = [2, 2], rhs_dilate = [1, 1], reverse = [true, false]} {batch_group_count = 1 : i64, feature_group_count = 2 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision HIGHEST>], x = 3 : i64} : (tensor<1x4x4x2xf32>, tensor<3x3x1x2xf32>) -> tensor<1x3x10x2xf32>
  %1 = stablehlo.convolution(%arg0, %arg1) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [2, 1], pad = [[0, 1], [2, 3]], lhs_dilate = [2, 2], rhs_dilate = [1, 1], reverse = [true, false]} {batch_group_count = 1 : i64, feature_group_count = 2 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision HIGHEST>], x = 3 : i64} : (tensor<1x4x4x2xf32>, tensor<3x3x1x2xf32>) -> tensor<1x3x10x2xf32>
  // CHECK: %{{.*}} = stablehlo.convolution(%{{.*}}, %{{.*}}) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {pad = {{\[\[}}1, 1], [1, 1]]} {batch_group_count = 1 : i64, feature_group_count = 2 : i64, precision_config = []} : (tensor<1x4x4x2xf32>, tensor<3x3x1x2xf32>) -> tensor<1x4x4x2xf32>
  %2 = stablehlo.convolution(%arg0, %arg1) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {pad = [[1, 1], [1, 1]]} {batch_group_count = 1 : i64, feature_group_count = 2 : i64, precision_config = []} : (tensor<1x4x4x2xf32>, tensor<3x3x1x2xf32>) -> tensor<1x4x4x2xf32>
  // CHECK: %{{.*}} = "stablehlo.dynamic_conv"(%{{.*}}, %{{.*}}, %{{.*}}) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 2 : i64, window_strides = array<i64: 2, 1>}> : (tensor<1x4x4x2xf32>, tensor<3x3x1x2xf32>, tensor<2x2xi64>) -> tensor<1x?x?x2xf32>
  %3 = "stablehlo.dynamic_conv"(%arg0, %arg1, %arg2) <{batch_group_count = 1 : i64, dimension_numbers = #stablehlo.conv<[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]>, feature_group_count = 2 : i64, window_strides = array<i64: 2, 1>}> : (tensor<1x4x4x2xf32>, tensor<3x3x1x2xf32>, tensor<2x2xi64>) -> tensor<1x?x?x2xf32>
  return
}

// CHECK-LABEL: func.func @conv0
func.func @conv0(%arg0: tensor<1x2xf32>, %arg1: tensor<2x3xf32>, %arg2: tensor<1x2x4xf32>, %arg3: tensor<3x2x2xf32>, %arg4: tensor<2x1x4xf32>) {
  // CHECK: %{{.*}} = stablehlo.convolution(%{{.*}}, %{{.*}}) dim_numbers = [b, f]x[i, o]->[b, f], window = {} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, x = 3 : i64} : (tensor<1x2xf32>, tensor<2x3xf32>) -> tensor<1x3xf32>
  %0 = stablehlo.convolution(%arg0, %arg1) dim_numbers = [b, f]x[i, o]->[b, f], window = {} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, x = 3 : i64} : (tensor<1x2xf32>, tensor<2x3xf32>) -> tensor<1x3xf32>
  // CHECK: %{{.*}} = stablehlo.convolution(%{{.*}}, %{{.*}}) dim_numbers = [b, f, 0]x[o, i, 0]->[b, f, 0], window = {} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, x = 3 : i64} : (tensor<1x2x4xf32>, tensor<3x2x2xf32>) -> tensor<1x3x3xf32>
  %1 = stablehlo.convolution(%arg2, %arg3) dim_numbers = [b, f, 0]x[o, i, 0]->[b, f, 0], window = {} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, x = 3 : i64} : (tensor<1x2x4xf32>, tensor<3x2x2xf32>) -> tensor<1x3x3xf32>
  // CHECK: %{{.*}} = stablehlo.convolution(%{{.*}}, %{{.*}}) dim_numbers = [b, f, 0]x[o, i, 0]->[b, f, 0], window = {} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, x = 3 : i64} : (tensor<1x2x4xf32>, tensor<3x2x2xf32>) -> tensor<1x3x3xf32>
  %2 = stablehlo.convolution(%arg2, %arg3) dim_numbers = [b, f, 0]x[o, i, 0]->[b, f, 0], window = {} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, x = 3 : i64} : (tensor<1x2x4xf32>, tensor<3x2x2xf32>) -> tensor<1x3x3xf32>
  return
}

// CHECK-LABEL: func.func private @foo
func.func private @foo(tensor<2x4xf32>) -> tensor<2x4xf32>

// CHECK-LABEL: func.func @einsums
func.func @einsums(%arg0: tensor<2x4xf32>, %arg1: tensor<2x4xi32>) {
  // CHECK: %{{.*}} = stablehlo.einsum %{{.*}}, %{{.*}}, config = "ab,cb->ac" : (tensor<2x4xf32>, tensor<2x4xf32>) -> tensor<2x2xf32>
  %0 = stablehlo.einsum %arg0, %arg0, config = "ab,cb->ac" : (tensor<2x4xf32>, tensor<2x4xf32>) -> tensor<2x2xf32>
  // CHECK: %{{.*}} = stablehlo.unary_einsum %{{.*}}, config = "ab->a" : (tensor<2x4xf32>) -> tensor<2xf32>
  %1 = stablehlo.unary_einsum %arg0, config = "ab->a" : (tensor<2x4xf32>) -> tensor<2xf32>
  // CHECK: %{{.*}} = "stablehlo.torch_index_select"(%{{.*}}, %{{.*}}) <{batch_dims = 0 : i64, dim = 1 : i64}> : (tensor<2x4xf32>, tensor<2x4xi32>) -> tensor<2x2x4xf32>
  %2 = "stablehlo.torch_index_select"(%arg0, %arg1) <{batch_dims = 0 : i64, dim = 1 : i64}> : (tensor<2x4xf32>, tensor<2x4xi32>) -> tensor<2x2x4xf32>
  return
}
