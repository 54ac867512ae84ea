// Elementwise ops of two tensors, comparisons and choices.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s

// CHECK-LABEL: func.func @floats
func.func @floats(%arg0: tensor<2x3xf32>) {
  // CHECK: %{{.*}} = stablehlo.add %{{.*}}, %{{.*}} : tensor<2x3xf32>
  %0 = stablehlo.add %arg0, %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.atan2 %{{.*}}, %{{.*}} : tensor<2x3xf32>
  %1 = stablehlo.atan2 %arg0, %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.divide %{{.*}}, %{{.*}} : tensor<2x3xf32>
  %2 = stablehlo.divide %arg0, %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.maximum %{{.*}}, %{{.*}} : tensor<2x3xf32>
  %3 = stablehlo.maximum %arg0, %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.minimum %{{.*}}, %{{.*}} : tensor<2x3xf32>
  %4 = stablehlo.minimum %arg0, %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.multiply %{{.*}}, %{{.*}} : tensor<2x3xf32>
  %5 = stablehlo.multiply %arg0, %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.power %{{.*}}, %{{.*}} : tensor<2x3xf32>
  %6 = stablehlo.power %arg0, %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.remainder %{{.*}}, %{{.*}} : tensor<2x3xf32>
  %7 = stablehlo.remainder %arg0, %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.subtract %{{.*}}, %{{.*}} : tensor<2x3xf32>
  %8 = stablehlo.subtract %arg0, %arg0 : tensor<2x3xf32>
  return
}

// CHECK-LABEL: func.func @integers
func.func @integers(%arg0: tensor<2x3xi32>) {
  // CHECK: %{{.*}} = stablehlo.and %{{.*}}, %{{.*}} : tensor<2x3xi32>
  %0 = stablehlo.and %arg0, %arg0 : tensor<2x3xi32>
  // CHECK: %{{.*}} = stablehlo.or %{{.*}}, %{{.*}} : tensor<2x3xi32>
  %1 = stablehlo.or %arg0, %arg0 : tensor<2x3xi32>
  // CHECK: %{{.*}} = stablehlo.xor %{{.*}}, %{{.*}} : tensor<2x3xi32>
  %2 = stablehlo.xor %arg0, %arg0 : tensor<2x3xi32>
  // CHECK: %{{.*}} = stablehlo.shift_left %{{.*}}, %{{.*}} : tensor<2x3xi32>
  %3 = stablehlo.shift_left %arg0, %arg0 : tensor<2x3xi32>
  // CHECK: %{{.*}} = stablehlo.shift_right_arithmetic %{{.*}}, %{{.*}} : tensor<2x3xi32>
  %4 = stablehlo.shift_right_arithmetic %arg0, %arg0 : tensor<2x3xi32>
  // CHECK: %{{.*}} = stablehlo.shift_right_logical %{{.*}}, %{{.*}} : tensor<2x3xi32>
  %5 = stablehlo.shift_right_logical %arg0, %arg0 : tensor<2x3xi32>
  // CHECK: %{{.*}} = stablehlo.remainder %{{.*}}, %{{.*}} : tensor<2x3xi32>
  %6 = stablehlo.remainder %arg0, %arg0 : tensor<2x3xi32>
  return
}

// CHECK-LABEL: func.func @attributes
func.func @attributes(%arg0: tensor<2x3xf32>, %arg1: tensor<?x3xf32>) {
  // CHECK: %{{.*}} = stablehlo.add %{{.*}}, %{{.*}} {a = 1 : i32, sdy.sharding = #sdy.sharding_per_value<[<mesh<["x"=2]>, [{"x"}, {}]>]>, x} : tensor<2x3xf32>
  %0 = stablehlo.add %arg0, %arg0 {a = 1 : i32, sdy.sharding = #sdy.sharding_per_value<[<mesh<["x"=2]>, [{"x"}, {}]>]>, x} : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.add %{{.*}}, %{{.*}} {x} : (tensor<2x3xf32>, tensor<?x3xf32>) -> tensor<?x3xf32>
  %1 = stablehlo.add %arg0, %arg1 {x} : (tensor<2x3xf32>, tensor<?x3xf32>) -> tensor<?x3xf32>
  return
}

// CHECK-LABEL: func.func @comparisons
func.func @comparisons(%arg0: tensor<2x3xf32>, %arg1: tensor<2x3xi32>, %arg2: tensor<2x3xcomplex<f32>>) {
  // CHECK: %{{.*}} = stablehlo.compare EQ, %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
  %0 = stablehlo.compare EQ, %arg0, %arg0 : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
  // CHECK: %{{.*}} = stablehlo.compare NE, %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
  %1 = stablehlo.compare NE, %arg0, %arg0 : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
  // CHECK: %{{.*}} = stablehlo.compare GE, %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
  %2 = stablehlo.compare GE, %arg0, %arg0 : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
  // CHECK: %{{.*}} = stablehlo.compare GT, %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
  %3 = stablehlo.compare GT, %arg0, %arg0 : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
  // CHECK: %{{.*}} = stablehlo.compare LE, %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
  %4 = stablehlo.compare LE, %arg0, %arg0 : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
  // CHECK: %{{.*}} = stablehlo.compare LT, %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
  %5 = stablehlo.compare LT, %arg0, %arg0 : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
  // CHECK: %{{.*}} = stablehlo.compare LT, %{{.*}}, %{{.*}}, FLOAT {x} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
  %6 = stablehlo.compare LT, %arg0, %arg0, FLOAT {x} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
  // CHECK: %{{.*}} = stablehlo.compare LT, %{{.*}}, %{{.*}}, TOTALORDER {x} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
  %7 = stablehlo.compare LT, %arg0, %arg0, TOTALORDER {x} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
  // CHECK: %{{.*}} = stablehlo.compare LT, %{{.*}}, %{{.*}}, NOTYPE {x} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
  %8 = stablehlo.compare LT, %arg0, %arg0, NOTYPE {x} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
  // CHECK: %{{.*}} = stablehlo.compare LT, %{{.*}}, %{{.*}}, SIGNED : (tensor<2x3xi32>, tensor<2x3xi32>) -> tensor<2x3xi1>
  %9 = stablehlo.compare LT, %arg1, %arg1, SIGNED : (tensor<2x3xi32>, tensor<2x3xi32>) -> tensor<2x3xi1>
  // CHECK: %{{.*}} = stablehlo.compare LT, %{{.*}}, %{{.*}}, UNSIGNED : (tensor<2x3xi32>, tensor<2x3xi32>) -> tensor<2x3xi1>
  %10 = stablehlo.compare LT, %arg1, %arg1, UNSIGNED : (tensor<2x3xi32>, tensor<2x3xi32>) -> tensor<2x3xi1>
  // CHECK: %{{.*}} = stablehlo.compare EQ, %{{.*}}, %{{.*}}, FLOAT : (tensor<2x3xcomplex<f32>>, tensor<2x3xcomplex<f32>>) -> tensor<2x3xi1>
  %11 = stablehlo.compare EQ, %arg2, %arg2, FLOAT : (tensor<2x3xcomplex<f32>>, tensor<2x3xcomplex<f32>>) -> tensor<2x3xi1>
  return
}

// CHECK-LABEL: func.func @choices
func.func @choices(%arg0: tensor<2x3xi1>, %arg1: tensor<i1>, %arg2: tensor<2x3xf32>, %arg3: tensor<?x3xf32>, %arg4: tensor<f32>) {
  // CHECK: %{{.*}} = stablehlo.select %{{.*}}, %{{.*}}, %{{.*}} {x} : tensor<2x3xi1>, tensor<2x3xf32>
  %0 = stablehlo.select %arg0, %arg2, %arg2 {x} : tensor<2x3xi1>, tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.select %{{.*}}, %{{.*}}, %{{.*}} : tensor<i1>, tensor<2x3xf32>
  %1 = stablehlo.select %arg1, %arg2, %arg2 : tensor<i1>, tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.select %{{.*}}, %{{.*}}, %{{.*}} : (tensor<2x3xi1>, tensor<2x3xf32>, tensor<?x3xf32>) -> tensor<2x3xf32>
  %2 = stablehlo.select %arg0, %arg2, %arg3 : (tensor<2x3xi1>, tensor<2x3xf32>, tensor<?x3xf32>) -> tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.clamp %{{.*}}, %{{.*}}, %{{.*}} {x} : tensor<2x3xf32>
  %3 = stablehlo.clamp %arg2, %arg2, %arg2 {x} : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.clamp %{{.*}}, %{{.*}}, %{{.*}} : (tensor<f32>, tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
  %4 = stablehlo.clamp %arg4, %arg2, %arg4 : (tensor<f32>, tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
  return
}

// CHECK-LABEL: func.func @conversions
func.func @conversions(%arg0: tensor<2x3xf32>, %arg1: tensor<2x3xi32>, %arg2: tensor<?x3xf32>) {
  // CHECK: %{{.*}} = stablehlo.complex %{{.*}}, %{{.*}} {x} : tensor<2x3xcomplex<f32>>
  %0 = stablehlo.complex %arg0, %arg0 {x} : tensor<2x3xcomplex<f32>>
  // CHECK: %{{.*}} = stablehlo.complex %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<?x3xf32>) -> tensor<2x3xcomplex<f32>>
  %1 = stablehlo.complex %arg0, %arg2 : (tensor<2x3xf32>, tensor<?x3xf32>) -> tensor<2x3xcomplex<f32>>
  // CHECK: %{{.*}} = stablehlo.convert %{{.*}} {x} : (tensor<2x3xf32>) -> tensor<2x3xi32>
  %2 = stablehlo.convert %arg0 {x} : (tensor<2x3xf32>) -> tensor<2x3xi32>
  // CHECK: %{{.*}} = stablehlo.convert %{{.*}} : tensor<2x3xf32>
  %3 = stablehlo.convert %arg0 : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.bitcast_convert %{{.*}} {x} : (tensor<2x3xf32>) -> tensor<2x3xi32>
  %4 = stablehlo.bitcast_convert %arg0 {x} : (tensor<2x3xf32>) -> tensor<2x3xi32>
  // CHECK: %{{.*}} = stablehlo.bitcast_convert %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3x4xi8>
  %5 = stablehlo.bitcast_convert %arg0 : (tensor<2x3xf32>) -> tensor<2x3x4xi8>
  // CHECK: %{{.*}} = stablehlo.bitcast_convert %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %6 = stablehlo.bitcast_convert %arg0 : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.reduce_precision %{{.*}}, format = e5m10 {x} : tensor<2x3xf32>
  %7 = stablehlo.reduce_precision %arg0, format = e5m10 {x} : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.reduce_precision %{{.*}}, format = e8m0 : (tensor<?x3xf32>) -> tensor<2x3xf32>
  %8 = stablehlo.reduce_precision %arg2, format = e8m0 : (tensor<?x3xf32>) -> tensor<2x3xf32>
  return
}
