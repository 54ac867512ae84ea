// What is wrong with an op; jaxlib refuses each of them too.
// RUN: llmsys-opt --verify-diagnostics --split-input-file %s

func.func @f(%z: tensor<f32>) {
  // expected-error@+1 {{api_version must be in [0, 4], got 9}}
  %0 = stablehlo.custom_call @a(%z) {api_version = 9 : i32} : (tensor<f32>) -> tensor<f32>
  return
}

// -----

func.func @f(%z: tensor<f32>) {
  // expected-error@+1 {{Expected attribute i32 but got i64}}
  %0 = stablehlo.custom_call @a(%z) {api_version = 1 : i64} : (tensor<f32>) -> tensor<f32>
  return
}

// -----

func.func @f(%z: tensor<f32>) {
  // expected-error@+1 {{operand layout must be a permutation of [0, 0), got 'dense<0> : tensor<1xindex>' for 'tensor<f32>}}
  %0 = stablehlo.custom_call @a(%z) {operand_layouts = [dense<[0]> : tensor<1xindex>], result_layouts = [dense<> : tensor<0xindex>]} : (tensor<f32>) -> tensor<f32>
  return
}

// -----

func.func @f(%z: tensor<f32>) {
  // expected-error@+1 {{layouts must be given for both operands and results}}
  %0 = stablehlo.custom_call @a(%z) {operand_layouts = [dense<> : tensor<0xindex>]} : (tensor<f32>) -> tensor<f32>
  return
}

// -----

func.func @f(%z: tensor<f32>) {
  // expected-error@+1 {{operand_index must be in [0, 1), got 1}}
  %0 = stablehlo.custom_call @a(%z) {output_operand_aliases = [#stablehlo.output_operand_alias<output_tuple_indices = [], operand_index = 1, operand_tuple_indices = []>]} : (tensor<f32>) -> tensor<f32>
  return
}

// -----

func.func @f(%z: tensor<f32>) {
  // expected-error@+1 {{aliased operand and result must have the same type, got 'tensor<f32>' != 'tensor<2xf32>}}
  %0 = stablehlo.custom_call @a(%z) {output_operand_aliases = [#stablehlo.output_operand_alias<output_tuple_indices = [], operand_index = 0, operand_tuple_indices = []>]} : (tensor<f32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%z: tensor<f32>) {
  // expected-error@+1 {{backend_config must be a string in api_version 1, got}}
  %0 = stablehlo.custom_call @a(%z) {backend_config = {a = 1}, api_version = 1 : i32} : (tensor<f32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%z: tensor<f32>) {
  // expected-error@+1 {{backend_config must be a dictionary in api_version 4, got '"x"}}
  %0 = stablehlo.custom_call @a(%z) {backend_config = "x", api_version = 4 : i32} : (tensor<f32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%z: tensor<f32>) {
  // expected-error@+1 {{decomposition must have 1 result(s), got 0}}
  %0 = "stablehlo.composite"(%z) {name = "my.op", composite_attributes = {}, decomposition = @f, version = 0 : i32} : (tensor<f32>) -> tensor<f32>
  return
}

// -----

func.func @f(%z: tensor<f32>) {
  // expected-error@+1 {{decomposition must be a function, got '@nope}}
  %0 = stablehlo.composite "my.op" %z {decomposition = @nope} : (tensor<f32>) -> tensor<f32>
  return
}

// -----

func.func @f(%z: tensor<f32>) {
  // expected-error@+1 {{name must be that of an op, such as 'my_dialect.my_op', got 'op}}
  %0 = stablehlo.composite "op" %z {decomposition = @f} : (tensor<f32>) -> tensor<f32>
  return
}

// -----

func.func @f(%z: tensor<f32>) {
  // expected-error@+1 {{name must be that of an op, such as 'my_dialect.my_op', got 'my op}}
  %0 = stablehlo.composite "my op" %z {decomposition = @f} : (tensor<f32>) -> tensor<f32>
  return
}
