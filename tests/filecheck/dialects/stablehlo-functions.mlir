// Elementwise ops of one tensor.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s

// CHECK-LABEL: func.func @floats
func.func @floats(%arg0: tensor<2x3xf32>) {
  // CHECK: %{{.*}} = stablehlo.abs %{{.*}} : tensor<2x3xf32>
  %0 = stablehlo.abs %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.cbrt %{{.*}} : tensor<2x3xf32>
  %1 = stablehlo.cbrt %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.ceil %{{.*}} : tensor<2x3xf32>
  %2 = stablehlo.ceil %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.cosine %{{.*}} : tensor<2x3xf32>
  %3 = stablehlo.cosine %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.exponential %{{.*}} : tensor<2x3xf32>
  %4 = stablehlo.exponential %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.exponential_minus_one %{{.*}} : tensor<2x3xf32>
  %5 = stablehlo.exponential_minus_one %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.floor %{{.*}} : tensor<2x3xf32>
  %6 = stablehlo.floor %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.is_finite %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xi1>
  %7 = stablehlo.is_finite %arg0 : (tensor<2x3xf32>) -> tensor<2x3xi1>
  // CHECK: %{{.*}} = stablehlo.log %{{.*}} : tensor<2x3xf32>
  %8 = stablehlo.log %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.log_plus_one %{{.*}} : tensor<2x3xf32>
  %9 = stablehlo.log_plus_one %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.logistic %{{.*}} : tensor<2x3xf32>
  %10 = stablehlo.logistic %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.negate %{{.*}} : tensor<2x3xf32>
  %11 = stablehlo.negate %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.round_nearest_afz %{{.*}} : tensor<2x3xf32>
  %12 = stablehlo.round_nearest_afz %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.round_nearest_even %{{.*}} : tensor<2x3xf32>
  %13 = stablehlo.round_nearest_even %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.rsqrt %{{.*}} : tensor<2x3xf32>
  %14 = stablehlo.rsqrt %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.sign %{{.*}} : tensor<2x3xf32>
  %15 = stablehlo.sign %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.sine %{{.*}} : tensor<2x3xf32>
  %16 = stablehlo.sine %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.sqrt %{{.*}} : tensor<2x3xf32>
  %17 = stablehlo.sqrt %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.tan %{{.*}} : tensor<2x3xf32>
  %18 = stablehlo.tan %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.tanh %{{.*}} : tensor<2x3xf32>
  %19 = stablehlo.tanh %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.real %{{.*}} : tensor<2x3xf32>
  %20 = stablehlo.real %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.imag %{{.*}} : tensor<2x3xf32>
  %21 = stablehlo.imag %arg0 : tensor<2x3xf32>
  return
}

// CHECK-LABEL: func.func @integers
func.func @integers(%arg0: tensor<2x3xi32>) {
  // CHECK: %{{.*}} = stablehlo.count_leading_zeros %{{.*}} : tensor<2x3xi32>
  %0 = stablehlo.count_leading_zeros %arg0 : tensor<2x3xi32>
  // CHECK: %{{.*}} = stablehlo.not %{{.*}} : tensor<2x3xi32>
  %1 = stablehlo.not %arg0 : tensor<2x3xi32>
  // CHECK: %{{.*}} = stablehlo.popcnt %{{.*}} : tensor<2x3xi32>
  %2 = stablehlo.popcnt %arg0 : tensor<2x3xi32>
  // CHECK: %{{.*}} = stablehlo.negate %{{.*}} : tensor<2x3xi32>
  %3 = stablehlo.negate %arg0 : tensor<2x3xi32>
  // CHECK: %{{.*}} = stablehlo.sign %{{.*}} : tensor<2x3xi32>
  %4 = stablehlo.sign %arg0 : tensor<2x3xi32>
  // CHECK: %{{.*}} = stablehlo.abs %{{.*}} : tensor<2x3xi32>
  %5 = stablehlo.abs %arg0 : tensor<2x3xi32>
  return
}

// CHECK-LABEL: func.func @complex
func.func @complex(%arg0: tensor<2x3xcomplex<f32>>) {
  // CHECK: %{{.*}} = stablehlo.abs %{{.*}} : (tensor<2x3xcomplex<f32>>) -> tensor<2x3xf32>
  %0 = stablehlo.abs %arg0 : (tensor<2x3xcomplex<f32>>) -> tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.real %{{.*}} : (tensor<2x3xcomplex<f32>>) -> tensor<2x3xf32>
  %1 = stablehlo.real %arg0 : (tensor<2x3xcomplex<f32>>) -> tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.imag %{{.*}} : (tensor<2x3xcomplex<f32>>) -> tensor<2x3xf32>
  %2 = stablehlo.imag %arg0 : (tensor<2x3xcomplex<f32>>) -> tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.exponential %{{.*}} : tensor<2x3xcomplex<f32>>
  %3 = stablehlo.exponential %arg0 : tensor<2x3xcomplex<f32>>
  // CHECK: %{{.*}} = stablehlo.negate %{{.*}} : tensor<2x3xcomplex<f32>>
  %4 = stablehlo.negate %arg0 : tensor<2x3xcomplex<f32>>
  // CHECK: %{{.*}} = stablehlo.sign %{{.*}} : tensor<2x3xcomplex<f32>>
  %5 = stablehlo.sign %arg0 : tensor<2x3xcomplex<f32>>
  // CHECK: %{{.*}} = stablehlo.sqrt %{{.*}} : tensor<2x3xcomplex<f32>>
  %6 = stablehlo.sqrt %arg0 : tensor<2x3xcomplex<f32>>
  return
}

// CHECK-LABEL: func.func @booleans
func.func @booleans(%arg0: tensor<2x3xi1>) {
  // CHECK: %{{.*}} = stablehlo.not %{{.*}} : tensor<2x3xi1>
  %0 = stablehlo.not %arg0 : tensor<2x3xi1>
  return
}

// CHECK-LABEL: func.func @dynamic
func.func @dynamic(%arg0: tensor<?x3xf32>) {
  // CHECK: %{{.*}} = stablehlo.tanh %{{.*}} : (tensor<?x3xf32>) -> tensor<2x3xf32>
  %0 = stablehlo.tanh %arg0 : (tensor<?x3xf32>) -> tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.tanh %{{.*}} : tensor<?x3xf32>
  %1 = stablehlo.tanh %arg0 : tensor<?x3xf32>
  return
}

// CHECK-LABEL: func.func @accuracy
func.func @accuracy(%arg0: tensor<2x3xf32>) {
  // CHECK: %{{.*}} = stablehlo.exponential %{{.*}} {result_accuracy = #stablehlo.result_accuracy<mode = #stablehlo.result_accuracy_mode<HIGHEST>>, x = 3 : i64} : tensor<2x3xf32>
  %0 = stablehlo.exponential %arg0 {result_accuracy = #stablehlo.result_accuracy<mode = #stablehlo.result_accuracy_mode<HIGHEST>>, x = 3 : i64} : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.exponential %{{.*}} {result_accuracy = #stablehlo.result_accuracy<atol = 1.000000e-03, ulps = 2, mode = #stablehlo.result_accuracy_mode<TOLERANCE>>, x = 3 : i64} : tensor<2x3xf32>
  %1 = stablehlo.exponential %arg0 {result_accuracy = #stablehlo.result_accuracy<atol = 1.000000e-03, ulps = 2, mode = #stablehlo.result_accuracy_mode<TOLERANCE>>, x = 3 : i64} : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.exponential %{{.*}} {result_accuracy = #stablehlo.result_accuracy<rtol = 3.14159265358979, mode = #stablehlo.result_accuracy_mode<TOLERANCE>>, x = 3 : i64} : tensor<2x3xf32>
  %2 = stablehlo.exponential %arg0 {result_accuracy = #stablehlo.result_accuracy<rtol = 3.14159265358979, mode = #stablehlo.result_accuracy_mode<TOLERANCE>>, x = 3 : i64} : tensor<2x3xf32>
  return
}

// CHECK-LABEL: func.func @widths
func.func @widths(%arg0: tensor<2xf8E4M3FN>, %arg1: tensor<2xbf16>, %arg2: tensor<2xi4>, %arg3: tensor<2xui8>) {
  // CHECK: %{{.*}} = stablehlo.tanh %{{.*}} : tensor<2xf8E4M3FN>
  %0 = stablehlo.tanh %arg0 : tensor<2xf8E4M3FN>
  // CHECK: %{{.*}} = stablehlo.tanh %{{.*}} : tensor<2xbf16>
  %1 = stablehlo.tanh %arg1 : tensor<2xbf16>
  // CHECK: %{{.*}} = stablehlo.negate %{{.*}} : tensor<2xi4>
  %2 = stablehlo.negate %arg2 : tensor<2xi4>
  // CHECK: %{{.*}} = stablehlo.negate %{{.*}} : tensor<2xui8>
  %3 = stablehlo.negate %arg3 : tensor<2xui8>
  return
}
