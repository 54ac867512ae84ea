// Meshes, shardings, and what is said about values.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s

// CHECK: sdy.mesh @mesh = <["data"=2, "model"=4]>
sdy.mesh @mesh = <["data"=2, "model"=4]>
// CHECK: sdy.mesh @m1 = <["a"=2, "b"=2], device_ids=[3, 2, 1, 0]>
sdy.mesh @m1 = <["a"=2, "b"=2], device_ids=[3, 2, 1, 0]>
// CHECK: sdy.mesh @empty = <[]>
sdy.mesh @empty = <[]>
// CHECK: sdy.mesh @max = <[], device_ids=[3]>
sdy.mesh @max = <[], device_ids=[3]>

// CHECK-LABEL: func.func @f(%{{.*}}: tensor<8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {?}], replicated={"model"}>}, %{{.*}}: tensor<8x8xf32> {sdy.sharding = #sdy.sharding<mesh<["a"=2]>, [{"a", ?}p1, {?}p2]>}, %{{.*}}: tensor<f32> {sdy.sharding = #sdy.sharding<@mesh, []>}) -> (tensor<8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"model":(1)2}], unreduced={"model":(2)2}>}) {
func.func @f(%arg0: tensor<8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {?}], replicated={"model"}>}, %arg1: tensor<8x8xf32> {sdy.sharding = #sdy.sharding<mesh<["a"=2]>, [{"a", ?}p1, {?}p2]>}, %arg2: tensor<f32> {sdy.sharding = #sdy.sharding<@mesh, []>}) -> (tensor<8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"model":(1)2}], unreduced={"model":(2)2}>}) {
  // CHECK: %{{.*}} = sdy.sharding_constraint %{{.*}} <@mesh, [{"data"}, {"model"}]> : tensor<8x8xf32>
  %0 = sdy.sharding_constraint %arg0 <@mesh, [{"data"}, {"model"}]> : tensor<8x8xf32>
  // CHECK: return %{{.*}} : tensor<8x8xf32>
  return %0 : tensor<8x8xf32>
}

// CHECK-LABEL: func.func @values
func.func @values(%arg0: tensor<8x8xf32>) {
  // CHECK: %{{.*}} = sdy.reshard %{{.*}} <@mesh, [{"data"}, {"model"}]> {x} : tensor<8x8xf32>
  %0 = sdy.reshard %arg0 <@mesh, [{"data"}, {"model"}]> {x} : tensor<8x8xf32>
  // CHECK: %{{.*}} = sdy.sharding_constraint %{{.*}} <@mesh, [{"data", ?}p1, {?}p2], unreduced={"model"}> : tensor<8x8xf32>
  %1 = sdy.sharding_constraint %arg0 <@mesh, [{"data", ?}p1, {?}p2], unreduced={"model"}> : tensor<8x8xf32>
  // CHECK: %{{.*}} = sdy.sharding_constraint %{{.*}} <mesh<["x"=2, "y"=4], device_ids=[7, 6, 5, 4, 3, 2, 1, 0]>, [{"y":(2)2, "x"}, {"y":(1)2}]> : tensor<8x8xf32>
  %2 = sdy.sharding_constraint %arg0 <mesh<["x"=2, "y"=4], device_ids=[7, 6, 5, 4, 3, 2, 1, 0]>, [{"y":(2)2, "x"}, {"y":(1)2}]> : tensor<8x8xf32>
  // CHECK: sdy.sharding_group %{{.*}} group_id=3 {x} : tensor<8x8xf32>
  sdy.sharding_group %arg0 group_id=3 {x} : tensor<8x8xf32>
  // CHECK: %{{.*}} = sdy.propagation_barrier %{{.*}} allowed_direction=NONE {x} : tensor<8x8xf32>
  %3 = sdy.propagation_barrier %arg0 allowed_direction=NONE {x} : tensor<8x8xf32>
  // CHECK: %{{.*}} = sdy.propagation_barrier %{{.*}} allowed_direction=FORWARD : tensor<8x8xf32>
  %4 = sdy.propagation_barrier %arg0 allowed_direction=FORWARD : tensor<8x8xf32>
  // CHECK: %{{.*}} = sdy.propagation_barrier %{{.*}} allowed_direction=BACKWARD : tensor<8x8xf32>
  %5 = sdy.propagation_barrier %arg0 allowed_direction=BACKWARD : tensor<8x8xf32>
  // CHECK: %{{.*}} = stablehlo.tanh %{{.*}} {sdy.sharding = #sdy.sharding_per_value<[<@mesh, [{"data"}, {}]>]>} : tensor<8x8xf32>
  %6 = stablehlo.tanh %arg0 {sdy.sharding = #sdy.sharding_per_value<[<@mesh, [{"data"}, {}]>]>} : tensor<8x8xf32>
  // CHECK: %{{.*}} = sdy.data_flow_edge %{{.*}} sharding=<@mesh, [{"data"}, {}]> : tensor<8x8xf32>
  %7 = sdy.data_flow_edge %6 sharding=<@mesh, [{"data"}, {}]> : tensor<8x8xf32>
  // CHECK: %{{.*}} = stablehlo.tanh %{{.*}} : tensor<8x8xf32>
  %8 = stablehlo.tanh %arg0 : tensor<8x8xf32>
  // CHECK: %{{.*}} = sdy.data_flow_edge %{{.*}} {x} : tensor<8x8xf32>
  %9 = sdy.data_flow_edge %8 {x} : tensor<8x8xf32>
  // CHECK: %{{.*}} = sdy.constant dense<1.000000e+00> : tensor<8x8xf32>
  %10 = sdy.constant dense<1.000000e+00> : tensor<8x8xf32>
  // CHECK: %{{.*}} = sdy.constant {x} dense<1> : tensor<8x8xi32>
  %11 = sdy.constant {x} dense<1> : tensor<8x8xi32>
  // CHECK: %{{.*}} = stablehlo.add %{{.*}}, %{{.*}} {sdy.sharding_rule = #sdy.op_sharding_rule<([i, j], [i, j])->([i, j]) {i=8, j=8}>} : tensor<8x8xf32>
  %12 = stablehlo.add %arg0, %arg0 {sdy.sharding_rule = #sdy.op_sharding_rule<([i, j], [i, j])->([i, j]) {i=8, j=8}>} : tensor<8x8xf32>
  return
}

// CHECK-LABEL: func.func @argument
func.func @argument(%arg0: tensor<8x8xf32>) {
  // CHECK: %{{.*}} = sdy.func_data_flow_edge %{{.*}} : tensor<8x8xf32>
  %0 = sdy.func_data_flow_edge %arg0 : tensor<8x8xf32>
  return
}

// CHECK-LABEL: func.func @attributes() attributes {b = #sdy.mesh<["a"=2, "b"=4]>, g = #sdy<manual_axes{"a"}>, h = #sdy<list_of_axis_ref_lists[{"a"}, {}]>, i = #sdy<axis_ref_list{"a"}>, j = #sdy<all_to_all_param_list[{"model"}: 1->0]>, l = #sdy.sharding_per_value<[<mesh<["a"=2]>, [{"a"}]>]>, m = #sdy.sharding<mesh<[]>, []>, n = #sdy.sharding<mesh<[], device_ids=[0]>, []>} {
func.func @attributes() attributes {b = #sdy.mesh<["a"=2, "b"=4]>, g = #sdy<manual_axes{"a"}>, h = #sdy<list_of_axis_ref_lists[{"a"}, {}]>, i = #sdy<axis_ref_list{"a"}>, j = #sdy<all_to_all_param_list[{"model"}: 1->0]>, l = #sdy.sharding_per_value<[<mesh<["a"=2]>, [{"a"}]>]>, m = #sdy.sharding<mesh<[]>, []>, n = #sdy.sharding<mesh<[], device_ids=[0]>, []>} {
  return
}
