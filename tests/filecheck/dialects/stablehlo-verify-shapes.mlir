// What is wrong with an op; jaxlib refuses each of them too.
// RUN: llmsys-opt --verify-diagnostics --split-input-file %s

func.func @f(%m : tensor<2x3xf32>) {
  // expected-error@+1 {{broadcast_dimensions must be distinct and in [0, 2), got [0, 0]}}
  %0 = stablehlo.broadcast_in_dim %m, dims = [0, 0] : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>) {
  // expected-error@+1 {{broadcast_dimensions must have 2 element(s), got 1}}
  %0 = stablehlo.broadcast_in_dim %m, dims = [0] : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>) {
  // expected-error@+1 {{broadcast_dimensions must be distinct and in [0, 2), got [0, 2]}}
  %0 = stablehlo.broadcast_in_dim %m, dims = [0, 2] : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>) {
  // expected-error@+1 {{size of dim 0 of the operand must be 1 or 4, got 2}}
  %0 = stablehlo.broadcast_in_dim %m, dims = [0, 1] : (tensor<2x3xf32>) -> tensor<4x3xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>) {
  // expected-error@+1 {{operand and result must have the same element type, got 'f32' != 'f64}}
  %0 = stablehlo.broadcast_in_dim %m, dims = [0, 1] : (tensor<2x3xf32>) -> tensor<2x3xf64>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>) {
  // expected-error@+1 {{result must have static dims, or one that has a bound, got 'tensor<?x3xf32>}}
  %0 = stablehlo.broadcast_in_dim %m, dims = [0, 1] : (tensor<2x3xf32>) -> tensor<?x3xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>) {
  // expected-error@+1 {{broadcast_sizes must not be negative, got [-4]}}
  %0 = stablehlo.broadcast %m, sizes = [-4] : (tensor<2x3xf32>) -> tensor<4x2x3xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>) {
  // expected-error@+1 {{result shape must be 4x2x3, got 5x2x3}}
  %0 = stablehlo.broadcast %m, sizes = [4] : (tensor<2x3xf32>) -> tensor<5x2x3xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>) {
  // expected-error@+1 {{operand and result must have the same number of elements, got 6 != 7 (2x3 and 7)}}
  %0 = stablehlo.reshape %m : (tensor<2x3xf32>) -> tensor<7xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>) {
  // expected-error@+1 {{result must have static dims, or one that has a bound, got 'tensor<?xf32>}}
  %0 = stablehlo.reshape %m : (tensor<2x3xf32>) -> tensor<?xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>) {
  // expected-error@+1 {{operand and result must have the same element type, got 'f32' != 'i32}}
  %0 = stablehlo.reshape %m : (tensor<2x3xf32>) -> tensor<6xi32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>) {
  // expected-error@+1 {{result shape must be 3x2, got 2x3}}
  %0 = stablehlo.transpose %m, dims = [1, 0] : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>) {
  // expected-error@+1 {{permutation must be distinct and in [0, 2), got [1, 1]}}
  %0 = stablehlo.transpose %m, dims = [1, 1] : (tensor<2x3xf32>) -> tensor<3x3xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>) {
  // expected-error@+1 {{permutation must have 2 element(s), got 1}}
  %0 = stablehlo.transpose %m, dims = [0] : (tensor<2x3xf32>) -> tensor<3x3xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>) {
  // expected-error@+1 {{dimensions must be distinct and in [0, 2), got [0, 0]}}
  %0 = stablehlo.reverse %m, dims = [0, 0] : tensor<2x3xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>) {
  // expected-error@+1 {{dimensions must be distinct and in [0, 2), got [2]}}
  %0 = stablehlo.reverse %m, dims = [2] : tensor<2x3xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>, %one: tensor<1x3xf32>) {
  // expected-error@+1 {{inputs must have the same shape but for dim 1, got 2x3 != 1x3}}
  %0 = stablehlo.concatenate %m, %one, dim = 1 : (tensor<2x3xf32>, tensor<1x3xf32>) -> tensor<3x3xf32>
  return
}

// -----

func.func @f() {
  // expected-error@+1 {{concatenate needs at least one input}}
  %0 = "stablehlo.concatenate"() {dimension = 0} : () -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>, %one: tensor<1x3xf32>) {
  // expected-error@+1 {{dimension must be in [0, 2), got 2}}
  %0 = stablehlo.concatenate %m, %one, dim = 2 : (tensor<2x3xf32>, tensor<1x3xf32>) -> tensor<3x3xf32>
  return
}

// -----

func.func @f(%s: tensor<2xi32>, %m : tensor<2x3xf32>) {
  // expected-error@+1 {{inputs and result must have the same element type, got 'f32' != 'i32}}
  %0 = stablehlo.concatenate %m, %s, dim = 0 : (tensor<2x3xf32>, tensor<2xi32>) -> tensor<3x3xf32>
  return
}

// -----

func.func @f(%z: tensor<f32>) {
  // expected-error@+1 {{dimension must be in [0, 0), got 0}}
  %0 = stablehlo.concatenate %z, %z, dim = 0 : (tensor<f32>, tensor<f32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>) {
  // expected-error@+1 {{range of dim 1 must have 0 <= start <= limit <= 3, got 1:4}}
  %0 = stablehlo.slice %m [0:2, 1:4] : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>) {
  // expected-error@+1 {{range of dim 1 must have 0 <= start <= limit <= 3, got 2:1}}
  %0 = stablehlo.slice %m [0:2, 2:1] : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>) {
  // expected-error@+1 {{range of dim 1 must have 0 <= start <= limit <= 3, got -1:1}}
  %0 = stablehlo.slice %m [0:2, -1:1] : (tensor<2x3xf32>) -> tensor<2x2xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>) {
  // expected-error@+1 {{strides must be positive, got [1, 0]}}
  %0 = stablehlo.slice %m [0:2, 0:3:0] : (tensor<2x3xf32>) -> tensor<2x2xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>) {
  // expected-error@+1 {{start_indices must have 2 element(s), got 1}}
  %0 = stablehlo.slice %m [0:2] : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%z: tensor<f32>, %m : tensor<2x3xf32>) {
  // expected-error@+1 {{padded size of dim 1 must not be negative, got -1}}
  %0 = stablehlo.pad %m, %z, low = [0, -4], high = [0, 0], interior = [0, 0] : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x4xf32>
  return
}

// -----

func.func @f(%z: tensor<f32>, %m : tensor<2x3xf32>) {
  // expected-error@+1 {{interior_padding must not be negative, got [0, -1]}}
  %0 = stablehlo.pad %m, %z, low = [0, 0], high = [0, 0], interior = [0, -1] : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%f: tensor<2xf32>, %m : tensor<2x3xf32>) {
  // expected-error@+1 {{padding_value must have rank 0, got 2}}
  %0 = stablehlo.pad %m, %f, low = [0, 0], high = [0, 0], interior = [0, 0] : (tensor<2x3xf32>, tensor<2xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%z: tensor<f32>, %m : tensor<2x3xf32>) {
  // expected-error@+1 {{edge_padding_low must have 2 element(s), got 1}}
  %0 = stablehlo.pad %m, %z, low = [0], high = [0, 0], interior = [0, 0] : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>, %i : tensor<i64>, %j: tensor<i32>) {
  // expected-error@+1 {{start indices must have the same element type, got 'i64' != 'i32}}
  %0 = stablehlo.dynamic_slice %m, %i, %j, sizes = [1, 1] : (tensor<2x3xf32>, tensor<i64>, tensor<i32>) -> tensor<1x1xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>, %i : tensor<i64>) {
  // expected-error@+1 {{slice size of dim 1 must be in [0, 3], got 5}}
  %0 = stablehlo.dynamic_slice %m, %i, %i, sizes = [1, 5] : (tensor<2x3xf32>, tensor<i64>, tensor<i64>) -> tensor<1x5xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>, %i : tensor<i64>) {
  // expected-error@+1 {{start_indices must have 2 element(s), got 1}}
  %0 = stablehlo.dynamic_slice %m, %i, sizes = [1, 1] : (tensor<2x3xf32>, tensor<i64>) -> tensor<1x1xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>, %i : tensor<i64>) {
  // expected-error@+1 {{result shape must be 1x2, got 1x1}}
  %0 = stablehlo.dynamic_slice %m, %i, %i, sizes = [1, 2] : (tensor<2x3xf32>, tensor<i64>, tensor<i64>) -> tensor<1x1xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>, %i : tensor<i64>, %sh: tensor<2xi64>) {
  // expected-error@+1 {{start index must have rank 0, got 2}}
  %0 = stablehlo.dynamic_slice %m, %i, %sh, sizes = [1, 2] : (tensor<2x3xf32>, tensor<i64>, tensor<2xi64>) -> tensor<1x2xf32>
  return
}

// -----

func.func @f(%z: tensor<f32>) {
  // expected-error@+1 {{Expected 'sizes}}
  %0 = stablehlo.dynamic_slice %z, , sizes = [] : (tensor<f32>) -> tensor<f32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>, %i : tensor<i64>, %one: tensor<1x3xf32>) {
  // expected-error@+1 {{update size of dim 0 must be in [0, 1], got 2}}
  %0 = stablehlo.dynamic_update_slice %one, %m, %i, %i : (tensor<1x3xf32>, tensor<2x3xf32>, tensor<i64>, tensor<i64>) -> tensor<1x3xf32>
  return
}

// -----

func.func @f(%z: tensor<f32>, %m : tensor<2x3xf32>, %i : tensor<i64>) {
  // expected-error@+1 {{update size must have 2 element(s), got 0}}
  %0 = stablehlo.dynamic_update_slice %m, %z, %i, %i : (tensor<2x3xf32>, tensor<f32>, tensor<i64>, tensor<i64>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>, %sh: tensor<2xi64>) {
  // expected-error@+1 {{broadcast_dimensions must be distinct and in [0, 2), got [0, 0]}}
  %0 = stablehlo.dynamic_broadcast_in_dim %m, %sh, dims = [0, 0] : (tensor<2x3xf32>, tensor<2xi64>) -> tensor<?x?xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>, %sh: tensor<2xi64>) {
  // expected-error@+1 {{size of dim 0 of the operand must be 1 or 3, got 2}}
  %0 = stablehlo.dynamic_broadcast_in_dim %m, %sh, dims = [1, 0] : (tensor<2x3xf32>, tensor<2xi64>) -> tensor<3x3xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>, %sh: tensor<2xi64>) {
  // expected-error@+1 {{known_expanding_dimensions and known_nonexpanding_dimensions must be distinct and in [0, 2), got [0, 0]}}
  %0 = "stablehlo.dynamic_broadcast_in_dim"(%m, %sh) {broadcast_dimensions = array<i64: 0, 1>, known_expanding_dimensions = array<i64: 0>, known_nonexpanding_dimensions = array<i64: 0>} : (tensor<2x3xf32>, tensor<2xi64>) -> tensor<?x?xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>, %sh: tensor<2xi64>) {
  // expected-error@+1 {{known_expanding_dimensions and known_nonexpanding_dimensions must be distinct and in [0, 2), got [3]}}
  %0 = "stablehlo.dynamic_broadcast_in_dim"(%m, %sh) {broadcast_dimensions = array<i64: 0, 1>, known_expanding_dimensions = array<i64: 3>} : (tensor<2x3xf32>, tensor<2xi64>) -> tensor<?x?xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>, %sh: tensor<2xi64>) {
  // expected-error@+1 {{shape of output_shape must be 1, got 2}}
  %0 = stablehlo.dynamic_reshape %m, %sh : (tensor<2x3xf32>, tensor<2xi64>) -> tensor<?xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>, %iz: tensor<1xi64>) {
  // expected-error@+1 {{operand and result must have the same number of elements, got 6 != 7 (2x3 and 7)}}
  %0 = stablehlo.dynamic_reshape %m, %iz : (tensor<2x3xf32>, tensor<1xi64>) -> tensor<7xf32>
  return
}

// -----

func.func @f(%z: tensor<f32>, %m : tensor<2x3xf32>, %sh: tensor<2xi64>, %sh3: tensor<3xi64>) {
  // expected-error@+1 {{shape of edge_padding_high must be 2, got 3}}
  %0 = stablehlo.dynamic_pad %m, %z, %sh, %sh3, %sh : (tensor<2x3xf32>, tensor<f32>, tensor<2xi64>, tensor<3xi64>, tensor<2xi64>) -> tensor<?x?xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>, %sh: tensor<2xi64>, %shx: tensor<2xindex>) {
  // expected-error@+1 {{start_indices and limit_indices must have the same type, got 'tensor<2xi64>' != 'tensor<2xindex>}}
  %0 = stablehlo.real_dynamic_slice %m, %sh, %shx, %sh : (tensor<2x3xf32>, tensor<2xi64>, tensor<2xindex>, tensor<2xi64>) -> tensor<?x?xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>) {
  // expected-error@+1 {{dimension must be in [0, 2), got 2}}
  %0 = stablehlo.get_dimension_size %m, dim = 2 : (tensor<2x3xf32>) -> tensor<i32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>) {
  // expected-error@+1 {{result must have type 'tensor<i32>', got 'tensor<i64>}}
  %0 = stablehlo.get_dimension_size %m, dim = 1 : (tensor<2x3xf32>) -> tensor<i64>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>, %i : tensor<i64>) {
  // expected-error@+1 {{size must have type 'tensor<i32>', got 'tensor<i64>}}
  %0 = stablehlo.set_dimension_size %m, %i, dim = 1 : (tensor<2x3xf32>, tensor<i64>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f() {
  // expected-error@+1 {{iota_dimension must be in [0, 2), got 2}}
  %0 = stablehlo.iota dim = 2 : tensor<2x3xf32>
  return
}

// -----

func.func @f() {
  // expected-error@+1 {{result must have static dims, got 'tensor<?x3xf32>}}
  %0 = stablehlo.iota dim = 1 : tensor<?x3xf32>
  return
}

// -----

func.func @f() {
  // expected-error@+1 {{result must have elements of type signed integer, unsigned integer, float, complex, quantized, got 'i1}}
  %0 = stablehlo.iota dim = 1 : tensor<2x3xi1>
  return
}

// -----

func.func @f() {
  // expected-error@+1 {{iota_dimension must be in [0, 0), got 0}}
  %0 = stablehlo.iota dim = 0 : tensor<f32>
  return
}

// -----

func.func @f() {
  // expected-error@+1 {{result 'result' at position 0 does not verify:}}
  %0 = "stablehlo.partition_id"() : () -> tensor<i32>
  return
}

// -----

func.func @f() {
  // expected-error@+1 {{result 'result' at position 0 does not verify:}}
  %0 = "stablehlo.replica_id"() : () -> tensor<2xui32>
  return
}
