// What is wrong with an op; jaxlib refuses each of them too.
// RUN: llmsys-opt --verify-diagnostics --split-input-file %s

func.func @f(%m: tensor<2x4xf32>, %b: tensor<4xf32>) {
  // expected-error@+1 {{arguments of the body must have the types (tensor<2xf32>, tensor<4xf32>), got (tensor<4xf32>, tensor<4xf32>)}}
  %0:2 = "chlo.scan"(%m, %b) <{dimension = 1 : i64, operandSegmentSizes = array<i32: 1, 1>, resultSegmentSizes = array<i32: 1, 1>}> ({
^bb0(%x: tensor<4xf32>, %w: tensor<4xf32>):
 %q = stablehlo.add %x, %w : tensor<4xf32>
 stablehlo.return %q, %q : tensor<4xf32>, tensor<4xf32>}) : (tensor<2x4xf32>, tensor<4xf32>) -> (tensor<2x4xf32>, tensor<4xf32>)
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>, %b: tensor<4xf32>) {
  // expected-error@+1 {{dimension must be in [0, 2), got 2}}
  %0:2 = "chlo.scan"(%m, %b) <{dimension = 2 : i64, operandSegmentSizes = array<i32: 1, 1>, resultSegmentSizes = array<i32: 1, 1>}> ({
^bb0(%x: tensor<4xf32>, %w: tensor<4xf32>):
 %q = stablehlo.add %x, %w : tensor<4xf32>
 stablehlo.return %q, %q : tensor<4xf32>, tensor<4xf32>}) : (tensor<2x4xf32>, tensor<4xf32>) -> (tensor<2x4xf32>, tensor<4xf32>)
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>, %b: tensor<4xf32>) {
  // expected-error@+1 {{sizes of the scanned dim must be equal, got 2x3}}
  %0:2 = "chlo.scan"(%m, %b) <{dimension = 0 : i64, operandSegmentSizes = array<i32: 1, 1>, resultSegmentSizes = array<i32: 1, 1>}> ({
^bb0(%x: tensor<4xf32>, %w: tensor<4xf32>):
 %q = stablehlo.add %x, %w : tensor<4xf32>
 stablehlo.return %q, %q : tensor<4xf32>, tensor<4xf32>}) : (tensor<2x4xf32>, tensor<4xf32>) -> (tensor<3x4xf32>, tensor<4xf32>)
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>, %b: tensor<4xf32>) {
  // expected-error@+1 {{sizes of the scanned dim must be equal, got 2x5}}
  %0:2 = "chlo.scan"(%m, %b) <{dimension = 0 : i64, scan_dim_size = 5 : i64, operandSegmentSizes = array<i32: 1, 1>, resultSegmentSizes = array<i32: 1, 1>}> ({
^bb0(%x: tensor<4xf32>, %w: tensor<4xf32>):
 %q = stablehlo.add %x, %w : tensor<4xf32>
 stablehlo.return %q, %q : tensor<4xf32>, tensor<4xf32>}) : (tensor<2x4xf32>, tensor<4xf32>) -> (tensor<2x4xf32>, tensor<4xf32>)
  return
}

// -----

func.func @f(%b: tensor<4xf32>) {
  // expected-error@+1 {{scan needs at least one input or output}}
  %0 = "chlo.scan"(%b) <{dimension = 0 : i64, scan_dim_size = 5 : i64, operandSegmentSizes = array<i32: 0, 1>, resultSegmentSizes = array<i32: 0, 1>}> ({
^bb0(%x: tensor<4xf32>):
 stablehlo.return %x : tensor<4xf32>}) : (tensor<4xf32>) -> tensor<4xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{last dim of the operand must be at least k, got 4 < 5}}
  %0:2 = chlo.top_k(%m, k = 5) : tensor<2x4xf32> -> (tensor<2x5xf32>, tensor<2x5xi32>)
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{k must not be negative, got -1}}
  %0:2 = chlo.top_k(%m, k = -1) : tensor<2x4xf32> -> (tensor<2x5xf32>, tensor<2x5xi32>)
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{shape of values must be 2x3, got 2x4}}
  %0:2 = chlo.top_k(%m, k = 3) : tensor<2x4xf32> -> (tensor<2x4xf32>, tensor<2x3xi32>)
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{result must have elements of type 'i32', got 'i64}}
  %0:2 = chlo.top_k(%m, k = 3) : tensor<2x4xf32> -> (tensor<2x3xf32>, tensor<2x3xi64>)
  return
}

// -----

func.func @f(%z: tensor<f32>) {
  // expected-error@+1 {{operand must have rank 1 or more, got 0}}
  %0:2 = chlo.top_k(%z, k = 0) : tensor<f32> -> (tensor<f32>, tensor<i32>)
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>, %b: tensor<4xf32>) {
  // expected-error@+1 {{result shape must be 2x4, got 2x5}}
  %0 = chlo.broadcast_add %m, %b : (tensor<2x4xf32>, tensor<4xf32>) -> tensor<2x5xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>, %i: tensor<2x4xi32>) {
  // expected-error@+1 {{operands must have the same element type, got 'f32' != 'i32}}
  %0 = chlo.broadcast_add %m, %i : (tensor<2x4xf32>, tensor<2x4xi32>) -> tensor<2x4xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{operands and result must have the same shape, got 2x4 != 2x5}}
  %0 = chlo.erf %m : tensor<2x4xf32> -> tensor<2x5xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{result must have elements of type 'f32', got 'f64}}
  %0 = chlo.erf %m : tensor<2x4xf32> -> tensor<2x4xf64>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>, %b: tensor<4xf32>) {
  // expected-error@+1 {{operands and result must have the same shape, got 2x4 != 4}}
  %0 = chlo.next_after %m, %b : tensor<2x4xf32>, tensor<4xf32> -> tensor<2x4xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{result must have elements of type 'i32', got 'f32}}
  %0 = "chlo.constant_like"(%m) {value = 1 : i32} : (tensor<2x4xf32>) -> tensor<2x4xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{result shape must be 2x4, got 2x5}}
  %0 = "chlo.constant_like"(%m) {value = 1.0 : f32} : (tensor<2x4xf32>) -> tensor<2x5xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{result must have elements of type 'f32', got 'i32}}
  %0 = "chlo.constant_like"(%m) {value = 1.0 : f32} : (tensor<2x4xf32>) -> tensor<2x4xi32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{Operation chlo.constant_like does not have a custom format.}}
  %0 = chlo.constant_like %m {value = 1 : i32} : (tensor<2x4xf32>) -> tensor<2x4xi32>
  return
}

// -----

func.func @f(%l: tensor<11x5xf32>, %r: tensor<3x5x7xf32>, %g: tensor<3xi32>) {
  // expected-error@+1 {{result shape must be 11x7, got 11x8}}
  %0 = "chlo.ragged_dot"(%l, %r, %g) {ragged_dot_dimension_numbers = #chlo.ragged_dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [1], lhs_ragged_dimensions = [0], rhs_group_dimensions = [0]>} : (tensor<11x5xf32>, tensor<3x5x7xf32>, tensor<3xi32>) -> tensor<11x8xf32>
  return
}

// -----

func.func @f(%l: tensor<11x5xf32>, %r: tensor<3x5x7xf32>, %three: tensor<3xf32>) {
  // expected-error@+1 {{group_sizes must have elements of type signed integer, unsigned integer, got 'f32}}
  %0 = "chlo.ragged_dot"(%l, %r, %three) {ragged_dot_dimension_numbers = #chlo.ragged_dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [1], lhs_ragged_dimensions = [0], rhs_group_dimensions = [0]>} : (tensor<11x5xf32>, tensor<3x5x7xf32>, tensor<3xf32>) -> tensor<11x7xf32>
  return
}

// -----

func.func @f(%l: tensor<11x5xf32>, %r: tensor<3x5x7xf32>, %g: tensor<3xi32>) {
  // expected-error@+1 {{lhs_ragged_dimensions must have 1 element, got 0}}
  %0 = "chlo.ragged_dot"(%l, %r, %g) {ragged_dot_dimension_numbers = #chlo.ragged_dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [1], lhs_ragged_dimensions = [], rhs_group_dimensions = [0]>} : (tensor<11x5xf32>, tensor<3x5x7xf32>, tensor<3xi32>) -> tensor<11x7xf32>
  return
}

// -----

func.func @f(%l: tensor<11x5xf32>, %r: tensor<3x5x7xf32>, %g: tensor<3xi32>) {
  // expected-error@+1 {{rhs_group_dimensions must have 1 element(s), got 0}}
  %0 = "chlo.ragged_dot"(%l, %r, %g) {ragged_dot_dimension_numbers = #chlo.ragged_dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [1], lhs_ragged_dimensions = [0], rhs_group_dimensions = []>} : (tensor<11x5xf32>, tensor<3x5x7xf32>, tensor<3xi32>) -> tensor<11x3x7xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>, %b: tensor<4xf32>) {
  // expected-error@+1 {{chlo.comparison_direction must be one of EQ, NE, GE, GT, LE, LT, got 'FOO}}
  %0 = "chlo.broadcast_compare"(%m, %b) {comparison_direction = #chlo<comparison_direction FOO>} : (tensor<2x4xf32>, tensor<4xf32>) -> tensor<2x4xi1>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>, %b: tensor<4xf32>) {
  // expected-error@+1 {{result must have elements of type 'i1', got 'f32}}
  %0 = "chlo.broadcast_compare"(%m, %b) {comparison_direction = #chlo<comparison_direction LT>} : (tensor<2x4xf32>, tensor<4xf32>) -> tensor<2x4xf32>
  return
}
