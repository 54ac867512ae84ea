// What is wrong with a gather; mlir-opt-19 refuses each of them too, but the third, which it lets pass.
// RUN: llmsys-opt --verify-diagnostics --split-input-file %s

func.func @a(%s: tensor<4x5xf32>, %i: tensor<3x2xindex>) {
  // expected-error@+1 {{gather_dims must ascend and lie in [0, 2), got [1, 0]}}
  %0 = tensor.gather %s[%i] gather_dims([1, 0]) : (tensor<4x5xf32>, tensor<3x2xindex>) -> tensor<3xf32>
  return
}

// -----

func.func @a(%s: tensor<4x5xf32>, %i: tensor<3x1xf32>) {
  // expected-error@+1 {{indices must be integers or of type index, got f32}}
  %0 = tensor.gather %s[%i] gather_dims([1]) : (tensor<4x5xf32>, tensor<3x1xf32>) -> tensor<3x4xf32>
  return
}

// -----

func.func @a(%s: tensor<4x5xf32>, %i: tensor<3x2xindex>) {
  // expected-error@+1 {{the last dim of the indices must have one component for each of 1 gather_dims, got tensor<3x2xindex>}}
  %0 = tensor.gather %s[%i] gather_dims([1]) : (tensor<4x5xf32>, tensor<3x2xindex>) -> tensor<3x4xf32>
  return
}

// -----

func.func @a(%s: tensor<4x5xf32>, %i: tensor<3x1xindex>) {
  // expected-error@+1 {{source and result must have one element type, got f32 != f64}}
  %0 = tensor.gather %s[%i] gather_dims([1]) : (tensor<4x5xf32>, tensor<3x1xindex>) -> tensor<3x4xf64>
  return
}

// -----

func.func @a(%s: tensor<4x5xf32>, %i: tensor<3x1xindex>) {
  // expected-error@+1 {{result must have the shape [3, 4] or [3, 4, 1], got [3, 5]}}
  %0 = tensor.gather %s[%i] gather_dims([1]) : (tensor<4x5xf32>, tensor<3x1xindex>) -> tensor<3x5xf32>
  return
}
