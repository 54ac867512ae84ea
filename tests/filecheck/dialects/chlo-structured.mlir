// Constants, top-k, ragged products, scans.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s

// CHECK-LABEL: func.func @chlo
func.func @chlo(%arg0: tensor<2x4xf32>, %arg1: tensor<4xf32>, %arg2: tensor<2x4xi1>, %arg3: tensor<i1>, %arg4: tensor<2x4xi32>, %arg5: tensor<*xf32>, %arg6: tensor<3xi32>, %arg7: tensor<11x5xf32>, %arg8: tensor<3x5x7xf32>, %arg9: tensor<f32>) {
  // CHECK: %{{.*}} = stablehlo.constant dense<(1.000000e+00,2.000000e+00)> : tensor<2xcomplex<f32>>
  %cst = stablehlo.constant dense<(1.000000e+00,2.000000e+00)> : tensor<2xcomplex<f32>>
  // CHECK: %{{.*}} = chlo.constant {x = 3 : i64} dense<1.000000e+00> : tensor<2xf32>
  %0 = chlo.constant {x = 3 : i64} dense<1.000000e+00> : tensor<2xf32>
  // CHECK: %{{.*}} = "chlo.constant_like"(%{{.*}}) <{value = 3.200000e+00 : f32}> {x = 3 : i64} : (tensor<*xf32>) -> tensor<*xf32>
  %1 = "chlo.constant_like"(%arg5) <{value = 3.200000e+00 : f32}> {x = 3 : i64} : (tensor<*xf32>) -> tensor<*xf32>
  // CHECK: %{{.*}}, %{{.*}} = chlo.top_k(%{{.*}}, k = 3) {x = 3 : i64} : tensor<2x4xf32> -> (tensor<2x3xf32>, tensor<2x3xi32>)
  %values, %indices = chlo.top_k(%arg0, k = 3) {x = 3 : i64} : tensor<2x4xf32> -> (tensor<2x3xf32>, tensor<2x3xi32>)
  // CHECK: %{{.*}} = "chlo.ragged_dot"(%{{.*}}, %{{.*}}, %{{.*}}) <{precision_config = [#chlo<precision DEFAULT>, #chlo<precision DEFAULT>], ragged_dot_dimension_numbers = #chlo.ragged_dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [1], lhs_ragged_dimensions = [0], rhs_group_dimensions = [0]>}> {x = 3 : i64} : (tensor<11x5xf32>, tensor<3x5x7xf32>, tensor<3xi32>) -> tensor<11x7xf32>
  %2 = "chlo.ragged_dot"(%arg7, %arg8, %arg6) <{precision_config = [#chlo<precision DEFAULT>, #chlo<precision DEFAULT>], ragged_dot_dimension_numbers = #chlo.ragged_dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [1], lhs_ragged_dimensions = [0], rhs_group_dimensions = [0]>}> {x = 3 : i64} : (tensor<11x5xf32>, tensor<3x5x7xf32>, tensor<3xi32>) -> tensor<11x7xf32>
  // CHECK: %{{.*}} = chlo.scan(%{{.*}}) inits (%{{.*}}) dimension=0  attributes {x = 3 : i64} {
  %3:2 = chlo.scan(%arg0) inits (%arg1) dimension=0  attributes {x = 3 : i64} {
  ^bb0(%input: tensor<4xf32>, %carry: tensor<4xf32>):
    // CHECK: %{{.*}} = stablehlo.add %{{.*}}, %{{.*}} : tensor<4xf32>
    %6 = stablehlo.add %input, %carry : tensor<4xf32>
    // CHECK: stablehlo.return %{{.*}}, %{{.*}} : tensor<4xf32>, tensor<4xf32>
    stablehlo.return %6, %6 : tensor<4xf32>, tensor<4xf32>
  // CHECK: } : (tensor<2x4xf32>, tensor<4xf32>) -> (tensor<2x4xf32>, tensor<4xf32>)
  } : (tensor<2x4xf32>, tensor<4xf32>) -> (tensor<2x4xf32>, tensor<4xf32>)
  // CHECK: %{{.*}} = chlo.scan(%{{.*}}) inits (%{{.*}}) dimension=0  attributes {is_associative = false, is_reverse = true, scan_dim_size = 2 : i64, x = 3 : i64} {
  %4:2 = chlo.scan(%arg0) inits (%arg1) dimension=0  attributes {is_associative = false, is_reverse = true, scan_dim_size = 2 : i64, x = 3 : i64} {
  ^bb0(%input: tensor<4xf32>, %carry: tensor<4xf32>):
    // CHECK: %{{.*}} = stablehlo.add %{{.*}}, %{{.*}} : tensor<4xf32>
    %6 = stablehlo.add %input, %carry : tensor<4xf32>
    // CHECK: stablehlo.return %{{.*}}, %{{.*}} : tensor<4xf32>, tensor<4xf32>
    stablehlo.return %6, %6 : tensor<4xf32>, tensor<4xf32>
  // CHECK: } : (tensor<2x4xf32>, tensor<4xf32>) -> (tensor<2x4xf32>, tensor<4xf32>)
  } : (tensor<2x4xf32>, tensor<4xf32>) -> (tensor<2x4xf32>, tensor<4xf32>)
  // CHECK: %{{.*}} = chlo.scan(%{{.*}}) inits (%{{.*}}) dimension=0  attributes {is_associative = true, is_reverse = false, x = 3 : i64} {
  %5:2 = chlo.scan(%arg0) inits (%arg1) dimension=0  attributes {is_associative = true, is_reverse = false, x = 3 : i64} {
  ^bb0(%input: tensor<4xf32>, %carry: tensor<4xf32>):
    // CHECK: %{{.*}} = stablehlo.add %{{.*}}, %{{.*}} : tensor<4xf32>
    %6 = stablehlo.add %input, %carry : tensor<4xf32>
    // CHECK: stablehlo.return %{{.*}}, %{{.*}} : tensor<4xf32>, tensor<4xf32>
    stablehlo.return %6, %6 : tensor<4xf32>, tensor<4xf32>
  // CHECK: } : (tensor<2x4xf32>, tensor<4xf32>) -> (tensor<2x4xf32>, tensor<4xf32>)
  } : (tensor<2x4xf32>, tensor<4xf32>) -> (tensor<2x4xf32>, tensor<4xf32>)
  return
}

// CHECK-LABEL: func.func @scan_of_two
func.func @scan_of_two(%arg0: tensor<2x4xf32>, %arg1: tensor<4xf32>) {
  // CHECK: %{{.*}} = chlo.scan(%{{.*}}, %{{.*}}) inits (%{{.*}}, %{{.*}}) dimension=0  {
  %0:4 = chlo.scan(%arg0, %arg0) inits (%arg1, %arg1) dimension=0  {
  ^bb0(%input: tensor<4xf32>, %input_0: tensor<4xf32>, %carry: tensor<4xf32>, %carry_1: tensor<4xf32>):
    // CHECK: stablehlo.return %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
    stablehlo.return %input, %input_0, %carry, %carry_1 : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
  // CHECK: } : (tensor<2x4xf32>, tensor<2x4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<2x4xf32>, tensor<2x4xf32>, tensor<4xf32>, tensor<4xf32>)
  } : (tensor<2x4xf32>, tensor<2x4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<2x4xf32>, tensor<2x4xf32>, tensor<4xf32>, tensor<4xf32>)
  return
}
