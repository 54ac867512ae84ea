// What is wrong with an op of tm_tensor.
// RUN: llmsys-opt --verify-diagnostics --split-input-file %s

func.func @a(%u: tensor<2x3xf32>, %i: tensor<2x1xi64>, %t: tensor<4x3xf32>) {
  // expected-error@+1 {{dimension_map must be distinct and in [0, 2), got [2]}}
  %0 = tm_tensor.scatter {dimension_map = array<i64: 2>} unique_indices(false) ins(%u, %i : tensor<2x3xf32>, tensor<2x1xi64>) outs(%t : tensor<4x3xf32>) {
  ^bb0(%a0: f32, %a1: f32):
    tm_tensor.yield %a0 : f32
  } -> tensor<4x3xf32>
  return
}

// -----

func.func @a(%u: tensor<2x3xf32>, %i: tensor<2x2xi64>, %t: tensor<4x3xf32>) {
  // expected-error@+1 {{indices must have the shape [count, 1], got tensor<2x2xi64>}}
  %0 = tm_tensor.scatter {dimension_map = array<i64: 0>} unique_indices(false) ins(%u, %i : tensor<2x3xf32>, tensor<2x2xi64>) outs(%t : tensor<4x3xf32>) {
  ^bb0(%a0: f32, %a1: f32):
    tm_tensor.yield %a0 : f32
  } -> tensor<4x3xf32>
  return
}

// -----

func.func @a(%u: tensor<2x3xf32>, %i: tensor<2x1xf32>, %t: tensor<4x3xf32>) {
  // expected-error@+1 {{indices must be integers, got f32}}
  %0 = tm_tensor.scatter {dimension_map = array<i64: 0>} unique_indices(false) ins(%u, %i : tensor<2x3xf32>, tensor<2x1xf32>) outs(%t : tensor<4x3xf32>) {
  ^bb0(%a0: f32, %a1: f32):
    tm_tensor.yield %a0 : f32
  } -> tensor<4x3xf32>
  return
}

// -----

func.func @a(%u: tensor<3x3xf32>, %i: tensor<2x1xi64>, %t: tensor<4x3xf32>) {
  // expected-error@+1 {{updates must have one window per index, got tensor<3x3xf32> and tensor<2x1xi64>}}
  %0 = tm_tensor.scatter {dimension_map = array<i64: 0>} unique_indices(false) ins(%u, %i : tensor<3x3xf32>, tensor<2x1xi64>) outs(%t : tensor<4x3xf32>) {
  ^bb0(%a0: f32, %a1: f32):
    tm_tensor.yield %a0 : f32
  } -> tensor<4x3xf32>
  return
}

// -----

func.func @a(%u: tensor<2x3xf32>, %i: tensor<2x1xi64>, %t: tensor<4x3xf32>) {
  // expected-error@+1 {{dim 0 is in no window, so dimension_map must have it}}
  %0 = tm_tensor.scatter {dimension_map = array<i64: 1>} unique_indices(false) ins(%u, %i : tensor<2x3xf32>, tensor<2x1xi64>) outs(%t : tensor<4x3xf32>) {
  ^bb0(%a0: f32, %a1: f32):
    tm_tensor.yield %a0 : f32
  } -> tensor<4x3xf32>
  return
}

// -----

func.func @a(%u: tensor<2x5xf32>, %i: tensor<2x1xi64>, %t: tensor<4x3xf32>) {
  // expected-error@+1 {{windows must fit into the tensor, got tensor<2x5xf32> and tensor<4x3xf32>}}
  %0 = tm_tensor.scatter {dimension_map = array<i64: 0>} unique_indices(false) ins(%u, %i : tensor<2x5xf32>, tensor<2x1xi64>) outs(%t : tensor<4x3xf32>) {
  ^bb0(%a0: f32, %a1: f32):
    tm_tensor.yield %a0 : f32
  } -> tensor<4x3xf32>
  return
}

// -----

func.func @a(%u: tensor<2x3xf32>, %t: tensor<4x3xf32>) {
  // expected-error@+1 {{expected 2 inputs and 1 outputs, got 1 and 1}}
  %0 = tm_tensor.scatter {dimension_map = array<i64: 0>} unique_indices(false) ins(%u : tensor<2x3xf32>) outs(%t : tensor<4x3xf32>) {
  ^bb0(%a0: f32, %a1: f32):
    tm_tensor.yield %a0 : f32
  } -> tensor<4x3xf32>
  return
}

// -----

func.func @a(%x: tensor<4x8xf32>) {
  // expected-error@+1 {{results must have the types of the outputs}}
  %0 = tm_tensor.sort dimension(1) outs(%x : tensor<4x8xf32>) {
  ^bb0(%a0: f32, %a1: f32):
    tm_tensor.yield %a0 : f32
  } -> tensor<4x9xf32>
  return
}

// -----

func.func @a(%x: tensor<4x8xf32>) {
  // expected-error@+1 {{dimension must be in [0, 2), got 2}}
  %0 = tm_tensor.sort dimension(2) outs(%x : tensor<4x8xf32>) {
  ^bb0(%a0: f32, %a1: f32):
    tm_tensor.yield %a0 : f32
  } -> tensor<4x8xf32>
  return
}

// -----

func.func @a(%x: tensor<4x8xf32>, %y: tensor<4x9xf32>) {
  // expected-error@+1 {{outputs must have one shape, got [[4, 8], [4, 9]]}}
  %0:2 = tm_tensor.sort dimension(1) outs(%x, %y : tensor<4x8xf32>, tensor<4x9xf32>) {
  ^bb0(%a0: f32, %a1: f32, %a2: f32, %a3: f32):
    tm_tensor.yield %a0 : f32
  } -> tensor<4x8xf32>, tensor<4x9xf32>
  return
}

// -----

func.func @a(%x: tensor<4x8xf32>, %l: tensor<4xf32>) {
  // expected-error@+1 {{dimension must be in [0, 2), got 2}}
  %0:2 = tm_tensor.scan dimension(2) inclusive(true) ins(%x : tensor<4x8xf32>) outs(%x, %l : tensor<4x8xf32>, tensor<4xf32>) {
  ^bb0(%a0: f32, %a1: f32):
    tm_tensor.yield %a0 : f32
  } -> tensor<4x8xf32>, tensor<4xf32>
  return
}

// -----

func.func @a(%x: tensor<4x8xf32>, %l: tensor<8xf32>) {
  // expected-error@+1 {{outputs must have the input's shape with and without dim 1, got [4, 8], [8]}}
  %0:2 = tm_tensor.scan dimension(1) inclusive(true) ins(%x : tensor<4x8xf32>) outs(%x, %l : tensor<4x8xf32>, tensor<8xf32>) {
  ^bb0(%a0: f32, %a1: f32):
    tm_tensor.yield %a0 : f32
  } -> tensor<4x8xf32>, tensor<8xf32>
  return
}

// -----

func.func @a(%u: tensor<2x3xf32>, %i: tensor<2x1xi64>, %t: tensor<4x3xf32>) {
  // expected-error@+1 {{body must have the arguments f32, f32, got f32}}
  %0 = tm_tensor.scatter {dimension_map = array<i64: 0>} unique_indices(false) ins(%u, %i : tensor<2x3xf32>, tensor<2x1xi64>) outs(%t : tensor<4x3xf32>) {
  ^bb0(%a0: f32):
    tm_tensor.yield %a0 : f32
  } -> tensor<4x3xf32>
  return
}

// -----

func.func @a(%x: tensor<4x8xf32>) {
  // expected-error@+1 {{body must yield a value of type i1}}
  %0 = tm_tensor.sort dimension(1) outs(%x : tensor<4x8xf32>) {
  ^bb0(%a0: f32, %a1: f32):
    tm_tensor.yield %a0 : f32
  } -> tensor<4x8xf32>
  return
}
