// What is wrong with an op; jaxlib refuses each of them too.
// RUN: llmsys-opt --verify-diagnostics --split-input-file %s

func.func @f(%f: tensor<2xf32>, %b: tensor<2xi1>, %m : tensor<2x3xf32>) {
  // expected-error@+1 {{alternatives and result must have the same shape, got 2 != 2x3}}
  %0 = "stablehlo.select"(%b, %f, %m) : (tensor<2xi1>, tensor<2xf32>, tensor<2x3xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%f: tensor<2xf32>, %s: tensor<2xi32>, %b: tensor<2xi1>) {
  // expected-error@+1 {{alternatives and result must have the same element type, got 'f32' != 'i32}}
  %0 = "stablehlo.select"(%b, %f, %s) : (tensor<2xi1>, tensor<2xf32>, tensor<2xi32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%b: tensor<2xi1>, %m : tensor<2x3xf32>) {
  // expected-error@+1 {{shape of pred must be 2x3, got 2}}
  %0 = "stablehlo.select"(%b, %m, %m) : (tensor<2xi1>, tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%f: tensor<2xf32>, %z: tensor<f32>, %m : tensor<2x3xf32>) {
  // expected-error@+1 {{shape of max must be 2, got 2x3}}
  %0 = "stablehlo.clamp"(%z, %f, %m) : (tensor<f32>, tensor<2xf32>, tensor<2x3xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%f: tensor<2xf32>, %s: tensor<2xi32>) {
  // expected-error@+1 {{operands and result must have the same element type, got 'i32' != 'f32}}
  %0 = "stablehlo.clamp"(%s, %f, %f) : (tensor<2xi32>, tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%f: tensor<2xf32>) {
  // expected-error@+1 {{shape of the tensor of 'i16' must be 2x2, got 2x4}}
  %0 = "stablehlo.bitcast_convert"(%f) : (tensor<2xf32>) -> tensor<2x4xi16>
  return
}

// -----

func.func @f(%h: tensor<2xf16>) {
  // expected-error@+1 {{operand and result must have the same shape, got 2 != 3}}
  %0 = "stablehlo.bitcast_convert"(%h) : (tensor<2xf16>) -> tensor<3xi16>
  return
}

// -----

func.func @f(%c: tensor<2xcomplex<f32>>) {
  // expected-error@+1 {{bits must not be taken from complex to other numbers, or back, got 'complex<f32>' and 'f32}}
  %0 = "stablehlo.bitcast_convert"(%c) : (tensor<2xcomplex<f32>>) -> tensor<2x2xf32>
  return
}

// -----

func.func @f(%b: tensor<2xi1>) {
  // expected-error@+1 {{shape of the tensor of 'i1' must be 2x8, got 2}}
  %0 = "stablehlo.bitcast_convert"(%b) : (tensor<2xi1>) -> tensor<2xi8>
  return
}

// -----

func.func @f(%c: tensor<2xcomplex<f32>>) {
  // expected-error@+1 {{result shape must be 2, got 3}}
  %0 = "stablehlo.convert"(%c) : (tensor<2xcomplex<f32>>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%f: tensor<2xf32>, %m : tensor<2x3xf32>) {
  // expected-error@+1 {{operands and result must have the same shape, got 2 != 2x3}}
  %0 = "stablehlo.add"(%f, %m) : (tensor<2xf32>, tensor<2x3xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%f: tensor<2xf32>) {
  // expected-error@+1 {{operands and result must have the same shape, got 2 != 3}}
  %0 = "stablehlo.add"(%f, %f) : (tensor<2xf32>, tensor<2xf32>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%f: tensor<2xf32>) {
  // expected-error@+1 {{result must have elements of type 'f32', got 'f64}}
  %0 = "stablehlo.add"(%f, %f) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf64>
  return
}

// -----

func.func @f(%f: tensor<2xf32>) {
  // expected-error@+1 {{result 'result' at position 0 does not verify:}}
  %0 = "stablehlo.add"(%f, %f) : (tensor<2xf32>, tensor<2xf32>) -> tensor<*xf32>
  return
}

// -----

func.func @f(%f: tensor<2xf32>) {
  // expected-error@+1 {{exponent_bits must be positive, got 0}}
  %0 = "stablehlo.reduce_precision"(%f) {exponent_bits = 0 : i32, mantissa_bits = 10 : i32} : (tensor<2xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%f: tensor<2xf32>) {
  // expected-error@+1 {{mantissa_bits must not be negative, got -1}}
  %0 = "stablehlo.reduce_precision"(%f) {exponent_bits = 1 : i32, mantissa_bits = -1 : i32} : (tensor<2xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%f: tensor<2xf32>) {
  // expected-error@+1 {{expected a format such as e5m10, got 'e8m}}
  %0 = stablehlo.reduce_precision %f, format = e8m : tensor<2xf32>
  return
}

// -----

func.func @f(%f: tensor<2xf32>) {
  // expected-error@+1 {{tolerances must be 0 in mode DEFAULT, got [1.0, 0.0, 0]}}
  %0 = "stablehlo.exponential"(%f) {result_accuracy = #stablehlo.result_accuracy<atol = 1.0, mode = #stablehlo.result_accuracy_mode<DEFAULT>>} : (tensor<2xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%f: tensor<2xf32>) {
  // expected-error@+1 {{tolerances must not be negative, got [-1.0, 0.0, 0]}}
  %0 = "stablehlo.exponential"(%f) {result_accuracy = #stablehlo.result_accuracy<atol = -1.0, mode = #stablehlo.result_accuracy_mode<TOLERANCE>>} : (tensor<2xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%c: tensor<2xcomplex<f32>>) {
  // expected-error@+1 {{result must have elements of type 'f32', got 'f64}}
  %0 = "stablehlo.abs"(%c) : (tensor<2xcomplex<f32>>) -> tensor<2xf64>
  return
}
