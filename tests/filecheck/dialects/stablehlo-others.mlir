// Tokens, tuples, transfers, linear algebra, batch normalization.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s

// CHECK-LABEL: func.func @h
func.func @h(%arg0: tensor<3x3xf32>, %arg1: !stablehlo.token, %arg2: tensor<f32>, %arg3: tuple<tensor<f32>, tuple<tensor<f32>>>) {
  // CHECK: %{{.*}} = stablehlo.cholesky %{{.*}}, lower = true {x = 3 : i64} : tensor<3x3xf32>
  %0 = stablehlo.cholesky %arg0, lower = true {x = 3 : i64} : tensor<3x3xf32>
  // CHECK: %{{.*}} = stablehlo.cholesky %{{.*}} {x = 3 : i64} : tensor<3x3xf32>
  %1 = stablehlo.cholesky %arg0 {x = 3 : i64} : tensor<3x3xf32>
  // CHECK: %{{.*}} = "stablehlo.triangular_solve"(%{{.*}}, %{{.*}}) <{left_side = true, lower = true, transpose_a = #stablehlo<transpose NO_TRANSPOSE>, unit_diagonal = false}> {x = 3 : i64} : (tensor<3x3xf32>, tensor<3x3xf32>) -> tensor<3x3xf32>
  %2 = "stablehlo.triangular_solve"(%arg0, %arg0) <{left_side = true, lower = true, transpose_a = #stablehlo<transpose NO_TRANSPOSE>, unit_diagonal = false}> {x = 3 : i64} : (tensor<3x3xf32>, tensor<3x3xf32>) -> tensor<3x3xf32>
  // CHECK: %{{.*}} = stablehlo.after_all %{{.*}}, %{{.*}} {x = 3 : i64} : !stablehlo.token
  %3 = stablehlo.after_all %arg1, %arg1 {x = 3 : i64} : !stablehlo.token
  // CHECK: %{{.*}} = stablehlo.after_all  {x = 3 : i64} : !stablehlo.token
  %4 = stablehlo.after_all  {x = 3 : i64} : !stablehlo.token
  // CHECK: %{{.*}} = stablehlo.create_token {x = 3 : i64} : !stablehlo.token
  %5 = stablehlo.create_token {x = 3 : i64} : !stablehlo.token
  // CHECK: %{{.*}} = stablehlo.get_tuple_element %{{.*}}[0] {x = 3 : i64} : (tuple<tensor<f32>, tuple<tensor<f32>>>) -> tensor<f32>
  %6 = stablehlo.get_tuple_element %arg3[0] {x = 3 : i64} : (tuple<tensor<f32>, tuple<tensor<f32>>>) -> tensor<f32>
  // CHECK: %{{.*}} = stablehlo.tuple %{{.*}}, %{{.*}} {x = 3 : i64} : tuple<tensor<f32>, tensor<f32>>
  %7 = stablehlo.tuple %arg2, %arg2 {x = 3 : i64} : tuple<tensor<f32>, tensor<f32>>
  // CHECK: %{{.*}} = stablehlo.tuple  {x = 3 : i64} : tuple<>
  %8 = stablehlo.tuple  {x = 3 : i64} : tuple<>
  // CHECK: %{{.*}} = stablehlo.optimization_barrier {x = 3 : i64} %{{.*}}, %{{.*}} : tensor<f32>, tensor<3x3xf32>
  %9:2 = stablehlo.optimization_barrier {x = 3 : i64} %arg2, %arg0 : tensor<f32>, tensor<3x3xf32>
  // CHECK: stablehlo.optimization_barrier {x = 3 : i64}()
  stablehlo.optimization_barrier {x = 3 : i64}()
  // CHECK: %{{.*}} = stablehlo.constant dense<1.000000e+00> : tensor<3xf32>
  %cst = stablehlo.constant dense<1.000000e+00> : tensor<3xf32>
  // CHECK: %{{.*}}, %{{.*}}, %{{.*}} = "stablehlo.batch_norm_training"(%{{.*}}, %{{.*}}, %{{.*}}) <{epsilon = 0.000000e+00 : f32, feature_index = 1 : i64}> : (tensor<3x3xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<3x3xf32>, tensor<3xf32>, tensor<3xf32>)
  %output, %batch_mean, %batch_var = "stablehlo.batch_norm_training"(%arg0, %cst, %cst) <{epsilon = 0.000000e+00 : f32, feature_index = 1 : i64}> : (tensor<3x3xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<3x3xf32>, tensor<3xf32>, tensor<3xf32>)
  // CHECK: %{{.*}} = "stablehlo.infeed"(%{{.*}}) <{infeed_config = "foo", layout = {{\[\[}}1, 0]]}> : (!stablehlo.token) -> (tensor<3x3xf32>, !stablehlo.token)
  %10:2 = "stablehlo.infeed"(%arg1) <{infeed_config = "foo", layout = [[1, 0]]}> : (!stablehlo.token) -> (tensor<3x3xf32>, !stablehlo.token)
  // CHECK: %{{.*}} = "stablehlo.outfeed"(%{{.*}}, %{{.*}}) <{outfeed_config = "foo"}> : (tensor<3x3xf32>, !stablehlo.token) -> !stablehlo.token
  %11 = "stablehlo.outfeed"(%arg0, %arg1) <{outfeed_config = "foo"}> : (tensor<3x3xf32>, !stablehlo.token) -> !stablehlo.token
  // CHECK: %{{.*}} = "stablehlo.send"(%{{.*}}, %{{.*}}) <{channel_handle = #stablehlo.channel_handle<handle = 5, type = 2>, is_host_transfer = true}> : (tensor<3x3xf32>, !stablehlo.token) -> !stablehlo.token
  %12 = "stablehlo.send"(%arg0, %arg1) <{channel_handle = #stablehlo.channel_handle<handle = 5, type = 2>, is_host_transfer = true}> : (tensor<3x3xf32>, !stablehlo.token) -> !stablehlo.token
  // CHECK: %{{.*}} = "stablehlo.recv"(%{{.*}}) <{channel_handle = #stablehlo.channel_handle<handle = 5, type = 3>, is_host_transfer = true}> : (!stablehlo.token) -> (tensor<3x3xf32>, !stablehlo.token)
  %13:2 = "stablehlo.recv"(%arg1) <{channel_handle = #stablehlo.channel_handle<handle = 5, type = 3>, is_host_transfer = true}> : (!stablehlo.token) -> (tensor<3x3xf32>, !stablehlo.token)
  return
}

// CHECK-LABEL: func.func @normalization
func.func @normalization(%arg0: tensor<2x3x4xf32>, %arg1: tensor<3xf32>, %arg2: tensor<8xf32>, %arg3: tensor<4x5xcomplex<f32>>) {
  // CHECK: %{{.*}} = "stablehlo.batch_norm_inference"(%{{.*}}, %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}}) <{epsilon = 1.000000e-01 : f32, feature_index = 1 : i64}> : (tensor<2x3x4xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) -> tensor<2x3x4xf32>
  %0 = "stablehlo.batch_norm_inference"(%arg0, %arg1, %arg1, %arg1, %arg1) <{epsilon = 1.000000e-01 : f32, feature_index = 1 : i64}> : (tensor<2x3x4xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) -> tensor<2x3x4xf32>
  // CHECK: %{{.*}}, %{{.*}}, %{{.*}} = "stablehlo.batch_norm_grad"(%{{.*}}, %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}}) <{epsilon = 1.000000e-01 : f32, feature_index = 1 : i64}> {x} : (tensor<2x3x4xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<2x3x4xf32>) -> (tensor<2x3x4xf32>, tensor<3xf32>, tensor<3xf32>)
  %grad_operand, %grad_scale, %grad_offset = "stablehlo.batch_norm_grad"(%arg0, %arg1, %arg1, %arg1, %arg0) <{epsilon = 1.000000e-01 : f32, feature_index = 1 : i64}> {x} : (tensor<2x3x4xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<2x3x4xf32>) -> (tensor<2x3x4xf32>, tensor<3xf32>, tensor<3xf32>)
  // CHECK: %{{.*}} = stablehlo.fft %{{.*}}, type = RFFT, length = [8] : (tensor<8xf32>) -> tensor<5xcomplex<f32>>
  %1 = stablehlo.fft %arg2, type = RFFT, length = [8] : (tensor<8xf32>) -> tensor<5xcomplex<f32>>
  // CHECK: %{{.*}} = stablehlo.fft %{{.*}}, type = IRFFT, length = [4, 8] {x} : (tensor<4x5xcomplex<f32>>) -> tensor<4x8xf32>
  %2 = stablehlo.fft %arg3, type = IRFFT, length = [4, 8] {x} : (tensor<4x5xcomplex<f32>>) -> tensor<4x8xf32>
  // CHECK: %{{.*}} = stablehlo.fft %{{.*}}, type = FFT, length = [5] : (tensor<4x5xcomplex<f32>>) -> tensor<4x5xcomplex<f32>>
  %3 = stablehlo.fft %arg3, type = FFT, length = [5] : (tensor<4x5xcomplex<f32>>) -> tensor<4x5xcomplex<f32>>
  // CHECK: %{{.*}} = stablehlo.fft %{{.*}}, type = IFFT, length = [5] : (tensor<4x5xcomplex<f32>>) -> tensor<4x5xcomplex<f32>>
  %4 = stablehlo.fft %arg3, type = IFFT, length = [5] : (tensor<4x5xcomplex<f32>>) -> tensor<4x5xcomplex<f32>>
  return
}
