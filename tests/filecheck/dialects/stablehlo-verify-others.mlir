// What is wrong with an op; jaxlib refuses each of them too.
// RUN: llmsys-opt --verify-diagnostics --split-input-file %s

func.func @f(%tu: tuple<tensor<f32>, tensor<2xf32>>) {
  // expected-error@+1 {{index must be in [0, 2), got 2}}
  %0 = stablehlo.get_tuple_element %tu[2] : (tuple<tensor<f32>, tensor<2xf32>>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%tu: tuple<tensor<f32>, tensor<2xf32>>) {
  // expected-error@+1 {{result must have type 'tensor<2xf32>', got 'tensor<f32>}}
  %0 = stablehlo.get_tuple_element %tu[1] : (tuple<tensor<f32>, tensor<2xf32>>) -> tensor<f32>
  return
}

// -----

func.func @f(%f: tensor<2xf32>, %z: tensor<f32>) {
  // expected-error@+1 {{result must be 'tuple<tensor<f32>, tensor<2xf32>>', got 'tuple<tensor<f32>>}}
  %0 = "stablehlo.tuple"(%z, %f) : (tensor<f32>, tensor<2xf32>) -> tuple<tensor<f32>>
  return
}

// -----

func.func @f() {
  // expected-error@+1 {{expected an operation, a block label or '}}}
  stablehlo.optimization_barrier() {x = 2}
  return
}

// -----

func.func @f(%z: tensor<f32>) {
  // expected-error@+1 {{results must have the types (tensor<f32>), got (tensor<2xf32>)}}
  %0 = "stablehlo.optimization_barrier"(%z) : (tensor<f32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%q: tensor<2x4xf32>) {
  // expected-error@+1 {{a must end in two dims of the same size, got 2x4}}
  %0 = stablehlo.cholesky %q : tensor<2x4xf32>
  return
}

// -----

func.func @f(%i3: tensor<3x3xi32>,%r: tensor<8xf32>) {
  // expected-error@+1 {{a must have elements of type float, complex, quantized, got 'i32}}
  %0 = stablehlo.cholesky %i3 : tensor<3x3xi32>
  return
}

// -----

func.func @f(%z: tensor<f32>) {
  // expected-error@+1 {{a must end in two dims of the same size, got scalar}}
  %0 = stablehlo.cholesky %z : tensor<f32>
  return
}

// -----

func.func @f(%b: tensor<2x3x3xf32>, %bb: tensor<2x3x4xf32>) {
  // expected-error@+1 {{a must end in two dims of the same size, got 2x3x4}}
  %0 = "stablehlo.triangular_solve"(%bb, %b) {left_side = true, lower = true, unit_diagonal = false, transpose_a = #stablehlo<transpose NO_TRANSPOSE>} : (tensor<2x3x4xf32>, tensor<2x3x3xf32>) -> tensor<2x3x3xf32>
  return
}

// -----

func.func @f(%m : tensor<3x3xf32>, %bb: tensor<2x3x4xf32>) {
  // expected-error@+1 {{a and b must have the same rank, got 2 != 3}}
  %0 = "stablehlo.triangular_solve"(%m, %bb) {left_side = true, lower = true, unit_diagonal = false, transpose_a = #stablehlo<transpose NO_TRANSPOSE>} : (tensor<3x3xf32>, tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @f(%m : tensor<3x3xf32>, %q: tensor<2x4xf32>) {
  // expected-error@+1 {{shared dims of a and b must have the same size, got 3 != 2}}
  %0 = "stablehlo.triangular_solve"(%m, %q) {left_side = true, lower = true, unit_diagonal = false, transpose_a = #stablehlo<transpose NO_TRANSPOSE>} : (tensor<3x3xf32>, tensor<2x4xf32>) -> tensor<2x4xf32>
  return
}

// -----

func.func @f(%b: tensor<2x3x3xf32>, %bb: tensor<2x3x4xf32>) {
  // expected-error@+1 {{transpose_a must say how a is taken, got 'TRANSPOSE_INVALID}}
  %0 = "stablehlo.triangular_solve"(%b, %bb) {left_side = true, lower = true, unit_diagonal = false, transpose_a = #stablehlo<transpose TRANSPOSE_INVALID>} : (tensor<2x3x3xf32>, tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @f(%b: tensor<2x3x3xf32>, %bb: tensor<2x3x4xf32>) {
  // expected-error@+1 {{shared dims of a and b must have the same size, got 3 != 4}}
  %0 = "stablehlo.triangular_solve"(%b, %bb) {left_side = false, lower = true, unit_diagonal = false, transpose_a = #stablehlo<transpose NO_TRANSPOSE>} : (tensor<2x3x3xf32>, tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @f(%c: tensor<4xcomplex<f32>>) {
  // expected-error@+1 {{last dims of the operand must be 5, got 4}}
  %0 = stablehlo.fft %c, type = IRFFT, length = [8] : (tensor<4xcomplex<f32>>) -> tensor<8xf32>
  return
}

// -----

func.func @f(%c: tensor<4xcomplex<f32>>) {
  // expected-error@+1 {{fft_length must have 1 to 3 elements, got 4}}
  %0 = stablehlo.fft %c, type = FFT, length = [1, 2, 3, 4] : (tensor<4xcomplex<f32>>) -> tensor<4xcomplex<f32>>
  return
}

// -----

func.func @f(%c: tensor<4xcomplex<f32>>) {
  // expected-error@+1 {{fft_length must have 1 to 3 elements, got 0}}
  %0 = stablehlo.fft %c, type = FFT, length = [] : (tensor<4xcomplex<f32>>) -> tensor<4xcomplex<f32>>
  return
}

// -----

func.func @f(%f: tensor<2xf32>, %b: tensor<2x3x3xf32>) {
  // expected-error@+1 {{shape of what is per feature must be 3, got 2}}
  %0:3 = "stablehlo.batch_norm_training"(%b, %f, %f) {epsilon = 0.1 : f32, feature_index = 1 : i64} : (tensor<2x3x3xf32>, tensor<2xf32>, tensor<2xf32>) -> (tensor<2x3x3xf32>, tensor<2xf32>, tensor<2xf32>)
  return
}

// -----

func.func @f(%f: tensor<2xf32>, %b: tensor<2x3x3xf32>) {
  // expected-error@+1 {{f64 should be of base attribute f32}}
  %0:3 = "stablehlo.batch_norm_training"(%b, %f, %f) {epsilon = 0.1 : f64, feature_index = 0 : i64} : (tensor<2x3x3xf32>, tensor<2xf32>, tensor<2xf32>) -> (tensor<2x3x3xf32>, tensor<2xf32>, tensor<2xf32>)
  return
}

// -----

func.func @f(%t: !stablehlo.token) {
  // expected-error@+1 {{type of the channel between device and host must be 3, got 2}}
  %0:2 = "stablehlo.recv"(%t) {channel_handle = #stablehlo.channel_handle<handle = 5, type = 2>, is_host_transfer = true} : (!stablehlo.token) -> (tensor<3x3xf32>, !stablehlo.token)
  return
}

// -----

func.func @f(%t: !stablehlo.token) {
  // expected-error@+1 {{type of the channel between device and host must be 3, got 1}}
  %0:2 = "stablehlo.recv"(%t) {channel_handle = #stablehlo.channel_handle<handle = 5, type = 1>, is_host_transfer = true} : (!stablehlo.token) -> (tensor<3x3xf32>, !stablehlo.token)
  return
}

// -----

func.func @f(%t: !stablehlo.token) {
  // expected-error@+1 {{results must end in a token, got 'tensor<3x3xf32>}}
  %0 = "stablehlo.recv"(%t) {channel_handle = #stablehlo.channel_handle<handle = 5, type = 3>, is_host_transfer = true} : (!stablehlo.token) -> (tensor<3x3xf32>)
  return
}

// -----

func.func @f(%m : tensor<3x3xf32>, %t: !stablehlo.token) {
  // expected-error@+1 {{type of the channel between device and host must be 2, got 3}}
  %0 = "stablehlo.send"(%m, %t) {channel_handle = #stablehlo.channel_handle<handle = 5, type = 3>, is_host_transfer = true} : (tensor<3x3xf32>, !stablehlo.token) -> (!stablehlo.token)
  return
}

// -----

func.func @f(%t: !stablehlo.token) {
  // expected-error@+1 {{results must end in a token, got 'tensor<3x3xf32>}}
  %0 = "stablehlo.infeed"(%t) {layout = [[0,1]]} : (!stablehlo.token) -> (tensor<3x3xf32>)
  return
}

// -----

func.func @f(%t: !stablehlo.token) {
  // expected-error@+1 {{layout must have 1 element(s), got 2}}
  %0:2 = "stablehlo.infeed"(%t) {layout = [[0,1], []]} : (!stablehlo.token) -> (tensor<3x3xf32>, !stablehlo.token)
  return
}
