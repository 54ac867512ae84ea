// Custom calls and composites.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s

// CHECK-LABEL: func.func private @foo
func.func private @foo(tensor<2x4xf32>) -> tensor<2x4xf32>

// CHECK-LABEL: func.func @calls
func.func @calls(%arg0: tensor<2x4xf32>, %arg1: tuple<tensor<2x4xf32>>, %arg2: tensor<2x4xi32>, %arg3: !stablehlo.token) {
  // CHECK: %{{.*}} = stablehlo.custom_call @foo(%{{.*}}) {x = 3 : i64} : (tensor<2x4xf32>) -> tensor<2x4xf32>
  %0 = stablehlo.custom_call @foo(%arg0) {x = 3 : i64} : (tensor<2x4xf32>) -> tensor<2x4xf32>
  // CHECK: %{{.*}} = stablehlo.custom_call @"f.o o"(%{{.*}}, %{{.*}}) {api_version = 4 : i32, backend_config = {bar = 42 : i32}, called_computations = [@foo], has_side_effect = true, operand_layouts = [dense<[0, 1]> : tensor<2xindex>, dense<[1, 0]> : tensor<2xindex>], output_operand_aliases = [#stablehlo.output_operand_alias<output_tuple_indices = [0], operand_index = 0, operand_tuple_indices = []>], result_layouts = [dense<[0, 1]> : tensor<2xindex>, dense<[0, 1]> : tensor<2xindex>], x = 3 : i64} : (tensor<2x4xf32>, tensor<2x4xf32>) -> (tensor<2x4xf32>, tensor<2x4xf32>)
  %1:2 = stablehlo.custom_call @"f.o o"(%arg0, %arg0) {api_version = 4 : i32, backend_config = {bar = 42 : i32}, called_computations = [@foo], has_side_effect = true, operand_layouts = [dense<[0, 1]> : tensor<2xindex>, dense<[1, 0]> : tensor<2xindex>], output_operand_aliases = [#stablehlo.output_operand_alias<output_tuple_indices = [0], operand_index = 0, operand_tuple_indices = []>], result_layouts = [dense<[0, 1]> : tensor<2xindex>, dense<[0, 1]> : tensor<2xindex>], x = 3 : i64} : (tensor<2x4xf32>, tensor<2x4xf32>) -> (tensor<2x4xf32>, tensor<2x4xf32>)
  // CHECK: %{{.*}} = stablehlo.custom_call @foo() {backend_config = "hi"} : () -> tensor<2x4xf32>
  %2 = stablehlo.custom_call @foo() {backend_config = "hi"} : () -> tensor<2x4xf32>
  // CHECK: stablehlo.custom_call @foo() {api_version = 2 : i32, backend_config = "hi"} : () -> ()
  stablehlo.custom_call @foo() {api_version = 2 : i32, backend_config = "hi"} : () -> ()
  // CHECK: %{{.*}} = stablehlo.composite "my.op" %{{.*}} {composite_attributes = {a = "v"}, decomposition = @foo, version = 1 : i32, x = 3 : i64} : (tensor<2x4xf32>) -> tensor<2x4xf32>
  %3 = stablehlo.composite "my.op" %arg0 {composite_attributes = {a = "v"}, decomposition = @foo, version = 1 : i32, x = 3 : i64} : (tensor<2x4xf32>) -> tensor<2x4xf32>
  // CHECK: %{{.*}} = stablehlo.composite "my.op" %{{.*}} {decomposition = @foo} : (tensor<2x4xf32>) -> tensor<2x4xf32>
  %4 = stablehlo.composite "my.op" %arg0 {decomposition = @foo} : (tensor<2x4xf32>) -> tensor<2x4xf32>
  return
}
