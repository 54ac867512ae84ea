// Ops with a static result need no shape operand, nor what computes that.
// RUN: llmsys-opt %s --split-input-file --spmd-partition | filecheck %s

// CHECK-LABEL: func.func @iota
// CHECK-NOT: stablehlo.ceil
// CHECK-NOT: stablehlo.dynamic_iota
// CHECK: stablehlo.iota dim = 0 : tensor<4xi64>
mesh.mesh @mesh(shape = 2)
func.func @iota() -> tensor<8xi64> {
  %c = stablehlo.constant dense<8.0> : tensor<1xf64>
  %u = stablehlo.ceil %c : tensor<1xf64>
  %n = stablehlo.convert %u : (tensor<1xf64>) -> tensor<1xi64>
  %0 = stablehlo.dynamic_iota %n, dim = 0 : (tensor<1xi64>) -> tensor<8xi64>
  %r = mesh.shard %0 to <@mesh, [[0]]> : tensor<8xi64>
  return %r : tensor<8xi64>
}

// -----

// CHECK-LABEL: func.func @shapes
// CHECK: stablehlo.reshape %{{.*}} : (tensor<2x3xf32>) -> tensor<6xf32>
// CHECK: stablehlo.broadcast_in_dim %{{.*}}, dims = [1] : (tensor<6xf32>) -> tensor<8x6xf32>
mesh.mesh @mesh(shape = 2)
func.func @shapes(%x: tensor<4x3xf32>, %s: tensor<1xi32>, %t: tensor<2xi32>) -> tensor<8x12xf32> {
  %a = mesh.shard %x to <@mesh, [[0]]> annotate_for_users : tensor<4x3xf32>
  %0 = stablehlo.dynamic_reshape %a, %s : (tensor<4x3xf32>, tensor<1xi32>) -> tensor<12xf32>
  %1 = stablehlo.dynamic_broadcast_in_dim %0, %t, dims = [1] : (tensor<12xf32>, tensor<2xi32>) -> tensor<8x12xf32>
  return %1 : tensor<8x12xf32>
}
