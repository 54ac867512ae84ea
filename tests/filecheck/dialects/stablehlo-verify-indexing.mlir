// What is wrong with an op; jaxlib refuses each of them too.
// RUN: llmsys-opt --verify-diagnostics --split-input-file %s

func.func @a(%o: tensor<3x4x2xi64>, %i: tensor<2x3x2xi64>) {
  // expected-error@+1 {{offset_dims must be sorted, got [3, 2]}}
  %0 = "stablehlo.gather"(%o, %i) {dimension_numbers = #stablehlo.gather<offset_dims = [3, 2], collapsed_slice_dims = [0], start_index_map = [0, 2], index_vector_dim = 2>, slice_sizes = array<i64: 1, 2, 2>} : (tensor<3x4x2xi64>, tensor<2x3x2xi64>) -> tensor<2x3x2x2xi64>
  return
}

// -----

func.func @a(%o: tensor<3x4x2xi64>, %i: tensor<2x3x2xi64>) {
  // expected-error@+1 {{offset_dims must be distinct and in [0, 4), got [2, 5]}}
  %0 = "stablehlo.gather"(%o, %i) {dimension_numbers = #stablehlo.gather<offset_dims = [2, 5], collapsed_slice_dims = [0], start_index_map = [0, 2], index_vector_dim = 2>, slice_sizes = array<i64: 1, 2, 2>} : (tensor<3x4x2xi64>, tensor<2x3x2xi64>) -> tensor<2x3x2x2xi64>
  return
}

// -----

func.func @a(%o: tensor<3x4x2xi64>, %i: tensor<2x3x2xi64>) {
  // expected-error@+1 {{slice size of collapsed dim 0 must be at most 1, got 2}}
  %0 = "stablehlo.gather"(%o, %i) {dimension_numbers = #stablehlo.gather<offset_dims = [2, 3], collapsed_slice_dims = [0], start_index_map = [0, 2], index_vector_dim = 2>, slice_sizes = array<i64: 2, 2, 2>} : (tensor<3x4x2xi64>, tensor<2x3x2xi64>) -> tensor<2x3x2x2xi64>
  return
}

// -----

func.func @a(%o: tensor<3x4x2xi64>, %i: tensor<2x3x2xi64>) {
  // expected-error@+1 {{start_index_map must have as many elements as an index, got 1 != 2}}
  %0 = "stablehlo.gather"(%o, %i) {dimension_numbers = #stablehlo.gather<offset_dims = [2, 3], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 2>, slice_sizes = array<i64: 1, 2, 2>} : (tensor<3x4x2xi64>, tensor<2x3x2xi64>) -> tensor<2x3x2x2xi64>
  return
}

// -----

func.func @a(%o: tensor<3x4x2xi64>, %i: tensor<2x3x2xf32>) {
  // expected-error@+1 {{start_indices must have elements of type signed integer, unsigned integer, index, got 'f32'}}
  %0 = "stablehlo.gather"(%o, %i) {dimension_numbers = #stablehlo.gather<offset_dims = [2, 3], collapsed_slice_dims = [0], start_index_map = [0, 2], index_vector_dim = 2>, slice_sizes = array<i64: 1, 2, 2>} : (tensor<3x4x2xi64>, tensor<2x3x2xf32>) -> tensor<2x3x2x2xi64>
  return
}

// -----

func.func @a(%o: tensor<3x4x2xi64>, %i: tensor<2x3x2xi64>) {
  // expected-error@+1 {{operand and result must have the same element type, got 'i64' != 'i32'}}
  %0 = "stablehlo.gather"(%o, %i) {dimension_numbers = #stablehlo.gather<offset_dims = [2, 3], collapsed_slice_dims = [0], start_index_map = [0, 2], index_vector_dim = 2>, slice_sizes = array<i64: 1, 7, 2>} : (tensor<3x4x2xi64>, tensor<2x3x2xi64>) -> tensor<2x3x2x2xi32>
  return
}

// -----

func.func @a(%o: tensor<3x4x2xi64>, %i: tensor<2x3x2xi64>, %u : tensor<2x3x4x2xi64>) {
  // expected-error@+1 {{scatter_dims_to_operand_dims must have as many elements as an index, got 1 != 2}}
  %4 = "stablehlo.scatter"(%o, %i, %u) ({
  ^bb0(%a: tensor<i64>, %b: tensor<i64>):
    stablehlo.return %b : tensor<i64>
  }) {scatter_dimension_numbers = #stablehlo.scatter<update_window_dims=[2, 3], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim=2>} : (tensor<3x4x2xi64>, tensor<2x3x2xi64>, tensor<2x3x4x2xi64>) -> tensor<3x4x2xi64>
  return
}

// -----

func.func @a(%o: tensor<3x4x2xi64>, %i: tensor<2x3x1xi64>, %u : tensor<2x3x5x2xi64>) {
  // expected-error@+1 {{dim 2 of the updates must be at most 4, got 5}}
  %4 = "stablehlo.scatter"(%o, %i, %u) ({
  ^bb0(%a: tensor<i64>, %b: tensor<i64>):
    stablehlo.return %b : tensor<i64>
  }) {scatter_dimension_numbers = #stablehlo.scatter<update_window_dims=[2, 3], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim=2>} : (tensor<3x4x2xi64>, tensor<2x3x1xi64>, tensor<2x3x5x2xi64>) -> tensor<3x4x2xi64>
  return
}

// -----

func.func @a(%o: tensor<3x4x2xi64>, %i: tensor<2x3x1xi64>, %u : tensor<2x3x4x2xi64>) {
  // expected-error@+1 {{second arguments of the update computation must have the types (tensor<i32>), got (tensor<i64>)}}
  %4 = "stablehlo.scatter"(%o, %i, %u) ({
  ^bb0(%a: tensor<i32>, %b: tensor<i64>):
    stablehlo.return %b : tensor<i64>
  }) {scatter_dimension_numbers = #stablehlo.scatter<update_window_dims=[2, 3], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim=2>} : (tensor<3x4x2xi64>, tensor<2x3x1xi64>, tensor<2x3x4x2xi64>) -> tensor<3x4x2xi64>
  return
}
