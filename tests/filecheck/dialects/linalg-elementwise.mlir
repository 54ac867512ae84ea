// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | mlir-opt-19 | filecheck %s

// CHECK-LABEL: func.func @elemwise_unary_0
func.func @elemwise_unary_0(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.elemwise_unary ins(%{{.*}} : tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.elemwise_unary ins(%a0 : tensor<2x3xf32>) outs(%a1 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @elemwise_unary_1
func.func @elemwise_unary_1(%a0: tensor<2x3xf16>, %a1: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.elemwise_unary {cast = #linalg.type_fn<cast_unsigned>} ins(%{{.*}} : tensor<2x3xf16>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.elemwise_unary {cast = #linalg.type_fn<cast_unsigned>} ins(%a0 : tensor<2x3xf16>) outs(%a1 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @elemwise_unary_2
func.func @elemwise_unary_2(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf16>) -> tensor<2x3xf16> {
  // CHECK: linalg.elemwise_unary ins(%{{.*}} : tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf16>) -> tensor<2x3xf16>
  %0 = linalg.elemwise_unary ins(%a0 : tensor<2x3xf32>) outs(%a1 : tensor<2x3xf16>) -> tensor<2x3xf16>
  return %0 : tensor<2x3xf16>
}

// CHECK-LABEL: func.func @elemwise_binary_3
func.func @elemwise_binary_3(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>, %a2: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.elemwise_binary ins(%{{.*}}, %{{.*}} : tensor<2x3xf32>, tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.elemwise_binary ins(%a0, %a1 : tensor<2x3xf32>, tensor<2x3xf32>) outs(%a2 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @elemwise_binary_4
func.func @elemwise_binary_4(%a0: tensor<2x3xi1>, %a1: tensor<2x3xi1>, %a2: tensor<2x3xi1>) -> tensor<2x3xi1> {
  // CHECK: linalg.elemwise_binary ins(%{{.*}}, %{{.*}} : tensor<2x3xi1>, tensor<2x3xi1>) outs(%{{.*}} : tensor<2x3xi1>) -> tensor<2x3xi1>
  %0 = linalg.elemwise_binary ins(%a0, %a1 : tensor<2x3xi1>, tensor<2x3xi1>) outs(%a2 : tensor<2x3xi1>) -> tensor<2x3xi1>
  return %0 : tensor<2x3xi1>
}

// CHECK-LABEL: func.func @elemwise_binary_5
func.func @elemwise_binary_5(%a0: tensor<2x3xi8>, %a1: tensor<2x3xi8>, %a2: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.elemwise_binary ins(%{{.*}}, %{{.*}} : tensor<2x3xi8>, tensor<2x3xi8>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.elemwise_binary ins(%a0, %a1 : tensor<2x3xi8>, tensor<2x3xi8>) outs(%a2 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @exp_6
func.func @exp_6(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.exp ins(%{{.*}} : tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.exp ins(%a0 : tensor<2x3xf32>) outs(%a1 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @log_7
func.func @log_7(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.log ins(%{{.*}} : tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.log ins(%a0 : tensor<2x3xf32>) outs(%a1 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @abs_8
func.func @abs_8(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.abs ins(%{{.*}} : tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.abs ins(%a0 : tensor<2x3xf32>) outs(%a1 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @ceil_9
func.func @ceil_9(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.ceil ins(%{{.*}} : tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.ceil ins(%a0 : tensor<2x3xf32>) outs(%a1 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @floor_10
func.func @floor_10(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.floor ins(%{{.*}} : tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.floor ins(%a0 : tensor<2x3xf32>) outs(%a1 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @negf_11
func.func @negf_11(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.negf ins(%{{.*}} : tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.negf ins(%a0 : tensor<2x3xf32>) outs(%a1 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @reciprocal_12
func.func @reciprocal_12(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.reciprocal ins(%{{.*}} : tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.reciprocal ins(%a0 : tensor<2x3xf32>) outs(%a1 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @round_13
func.func @round_13(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.round ins(%{{.*}} : tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.round ins(%a0 : tensor<2x3xf32>) outs(%a1 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @sqrt_14
func.func @sqrt_14(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.sqrt ins(%{{.*}} : tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.sqrt ins(%a0 : tensor<2x3xf32>) outs(%a1 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @rsqrt_15
func.func @rsqrt_15(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.rsqrt ins(%{{.*}} : tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.rsqrt ins(%a0 : tensor<2x3xf32>) outs(%a1 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @square_16
func.func @square_16(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.square ins(%{{.*}} : tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.square ins(%a0 : tensor<2x3xf32>) outs(%a1 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @tanh_17
func.func @tanh_17(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.tanh ins(%{{.*}} : tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.tanh ins(%a0 : tensor<2x3xf32>) outs(%a1 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @erf_18
func.func @erf_18(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.erf ins(%{{.*}} : tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.erf ins(%a0 : tensor<2x3xf32>) outs(%a1 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @add_19
func.func @add_19(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>, %a2: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.add ins(%{{.*}}, %{{.*}} : tensor<2x3xf32>, tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.add ins(%a0, %a1 : tensor<2x3xf32>, tensor<2x3xf32>) outs(%a2 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @add_20
func.func @add_20(%a0: tensor<2x3xi32>, %a1: tensor<2x3xi32>, %a2: tensor<2x3xi32>) -> tensor<2x3xi32> {
  // CHECK: linalg.add ins(%{{.*}}, %{{.*}} : tensor<2x3xi32>, tensor<2x3xi32>) outs(%{{.*}} : tensor<2x3xi32>) -> tensor<2x3xi32>
  %0 = linalg.add ins(%a0, %a1 : tensor<2x3xi32>, tensor<2x3xi32>) outs(%a2 : tensor<2x3xi32>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// CHECK-LABEL: func.func @sub_21
func.func @sub_21(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>, %a2: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.sub ins(%{{.*}}, %{{.*}} : tensor<2x3xf32>, tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.sub ins(%a0, %a1 : tensor<2x3xf32>, tensor<2x3xf32>) outs(%a2 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @sub_22
func.func @sub_22(%a0: tensor<2x3xi32>, %a1: tensor<2x3xi32>, %a2: tensor<2x3xi32>) -> tensor<2x3xi32> {
  // CHECK: linalg.sub ins(%{{.*}}, %{{.*}} : tensor<2x3xi32>, tensor<2x3xi32>) outs(%{{.*}} : tensor<2x3xi32>) -> tensor<2x3xi32>
  %0 = linalg.sub ins(%a0, %a1 : tensor<2x3xi32>, tensor<2x3xi32>) outs(%a2 : tensor<2x3xi32>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// CHECK-LABEL: func.func @mul_23
func.func @mul_23(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>, %a2: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.mul ins(%{{.*}}, %{{.*}} : tensor<2x3xf32>, tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.mul ins(%a0, %a1 : tensor<2x3xf32>, tensor<2x3xf32>) outs(%a2 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @mul_24
func.func @mul_24(%a0: tensor<2x3xi32>, %a1: tensor<2x3xi32>, %a2: tensor<2x3xi32>) -> tensor<2x3xi32> {
  // CHECK: linalg.mul ins(%{{.*}}, %{{.*}} : tensor<2x3xi32>, tensor<2x3xi32>) outs(%{{.*}} : tensor<2x3xi32>) -> tensor<2x3xi32>
  %0 = linalg.mul ins(%a0, %a1 : tensor<2x3xi32>, tensor<2x3xi32>) outs(%a2 : tensor<2x3xi32>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// CHECK-LABEL: func.func @div_25
func.func @div_25(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>, %a2: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.div ins(%{{.*}}, %{{.*}} : tensor<2x3xf32>, tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.div ins(%a0, %a1 : tensor<2x3xf32>, tensor<2x3xf32>) outs(%a2 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @div_26
func.func @div_26(%a0: tensor<2x3xi32>, %a1: tensor<2x3xi32>, %a2: tensor<2x3xi32>) -> tensor<2x3xi32> {
  // CHECK: linalg.div ins(%{{.*}}, %{{.*}} : tensor<2x3xi32>, tensor<2x3xi32>) outs(%{{.*}} : tensor<2x3xi32>) -> tensor<2x3xi32>
  %0 = linalg.div ins(%a0, %a1 : tensor<2x3xi32>, tensor<2x3xi32>) outs(%a2 : tensor<2x3xi32>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// CHECK-LABEL: func.func @div_unsigned_27
func.func @div_unsigned_27(%a0: tensor<2x3xi32>, %a1: tensor<2x3xi32>, %a2: tensor<2x3xi32>) -> tensor<2x3xi32> {
  // CHECK: linalg.div_unsigned ins(%{{.*}}, %{{.*}} : tensor<2x3xi32>, tensor<2x3xi32>) outs(%{{.*}} : tensor<2x3xi32>) -> tensor<2x3xi32>
  %0 = linalg.div_unsigned ins(%a0, %a1 : tensor<2x3xi32>, tensor<2x3xi32>) outs(%a2 : tensor<2x3xi32>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// CHECK-LABEL: func.func @powf_28
func.func @powf_28(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>, %a2: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.powf ins(%{{.*}}, %{{.*}} : tensor<2x3xf32>, tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.powf ins(%a0, %a1 : tensor<2x3xf32>, tensor<2x3xf32>) outs(%a2 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @select_29
func.func @select_29(%a0: tensor<2x3xi1>, %a1: tensor<2x3xf32>, %a2: tensor<2x3xf32>, %a3: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.select ins(%{{.*}}, %{{.*}}, %{{.*}} : tensor<2x3xi1>, tensor<2x3xf32>, tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.select ins(%a0, %a1, %a2 : tensor<2x3xi1>, tensor<2x3xf32>, tensor<2x3xf32>) outs(%a3 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @select_30
func.func @select_30(%a0: tensor<2x3xi1>, %a1: tensor<2x3xi32>, %a2: tensor<2x3xi32>, %a3: tensor<2x3xi32>) -> tensor<2x3xi32> {
  // CHECK: linalg.select ins(%{{.*}}, %{{.*}}, %{{.*}} : tensor<2x3xi1>, tensor<2x3xi32>, tensor<2x3xi32>) outs(%{{.*}} : tensor<2x3xi32>) -> tensor<2x3xi32>
  %0 = linalg.select ins(%a0, %a1, %a2 : tensor<2x3xi1>, tensor<2x3xi32>, tensor<2x3xi32>) outs(%a3 : tensor<2x3xi32>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// CHECK-LABEL: func.func @max_31
func.func @max_31(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>, %a2: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.max ins(%{{.*}}, %{{.*}} : tensor<2x3xf32>, tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.max ins(%a0, %a1 : tensor<2x3xf32>, tensor<2x3xf32>) outs(%a2 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @max_32
func.func @max_32(%a0: tensor<2x3xi32>, %a1: tensor<2x3xi32>, %a2: tensor<2x3xi32>) -> tensor<2x3xi32> {
  // CHECK: linalg.max ins(%{{.*}}, %{{.*}} : tensor<2x3xi32>, tensor<2x3xi32>) outs(%{{.*}} : tensor<2x3xi32>) -> tensor<2x3xi32>
  %0 = linalg.max ins(%a0, %a1 : tensor<2x3xi32>, tensor<2x3xi32>) outs(%a2 : tensor<2x3xi32>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// CHECK-LABEL: func.func @min_33
func.func @min_33(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>, %a2: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.min ins(%{{.*}}, %{{.*}} : tensor<2x3xf32>, tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.min ins(%a0, %a1 : tensor<2x3xf32>, tensor<2x3xf32>) outs(%a2 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @min_34
func.func @min_34(%a0: tensor<2x3xi32>, %a1: tensor<2x3xi32>, %a2: tensor<2x3xi32>) -> tensor<2x3xi32> {
  // CHECK: linalg.min ins(%{{.*}}, %{{.*}} : tensor<2x3xi32>, tensor<2x3xi32>) outs(%{{.*}} : tensor<2x3xi32>) -> tensor<2x3xi32>
  %0 = linalg.min ins(%a0, %a1 : tensor<2x3xi32>, tensor<2x3xi32>) outs(%a2 : tensor<2x3xi32>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// CHECK-LABEL: func.func @fill_35
func.func @fill_35(%a0: f32, %a1: tensor<2x?xf32>) -> tensor<2x?xf32> {
  // CHECK: linalg.fill ins(%{{.*}} : f32) outs(%{{.*}} : tensor<2x?xf32>) -> tensor<2x?xf32>
  %0 = linalg.fill ins(%a0 : f32) outs(%a1 : tensor<2x?xf32>) -> tensor<2x?xf32>
  return %0 : tensor<2x?xf32>
}

// CHECK-LABEL: func.func @fill_36
func.func @fill_36(%a0: i8, %a1: tensor<2x?xi32>) -> tensor<2x?xi32> {
  // CHECK: linalg.fill ins(%{{.*}} : i8) outs(%{{.*}} : tensor<2x?xi32>) -> tensor<2x?xi32>
  %0 = linalg.fill ins(%a0 : i8) outs(%a1 : tensor<2x?xi32>) -> tensor<2x?xi32>
  return %0 : tensor<2x?xi32>
}

// CHECK-LABEL: func.func @fill_rng_2d_37
func.func @fill_rng_2d_37(%a0: f64, %a1: f64, %a2: i32, %a3: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.fill_rng_2d ins(%{{.*}}, %{{.*}}, %{{.*}} : f64, f64, i32) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.fill_rng_2d ins(%a0, %a1, %a2 : f64, f64, i32) outs(%a3 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @copy_38
func.func @copy_38(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.copy ins(%{{.*}} : tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.copy ins(%a0 : tensor<2x3xf32>) outs(%a1 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @copy_39
func.func @copy_39(%a0: tensor<2x3xi1>, %a1: tensor<2x3xi1>) -> tensor<2x3xi1> {
  // CHECK: linalg.copy ins(%{{.*}} : tensor<2x3xi1>) outs(%{{.*}} : tensor<2x3xi1>) -> tensor<2x3xi1>
  %0 = linalg.copy ins(%a0 : tensor<2x3xi1>) outs(%a1 : tensor<2x3xi1>) -> tensor<2x3xi1>
  return %0 : tensor<2x3xi1>
}

// CHECK-LABEL: func.func @copy_40
func.func @copy_40(%a0: tensor<2x3xi8>, %a1: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.copy ins(%{{.*}} : tensor<2x3xi8>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.copy ins(%a0 : tensor<2x3xi8>) outs(%a1 : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}
