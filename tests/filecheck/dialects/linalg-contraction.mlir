// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | mlir-opt-19 | filecheck %s

// CHECK-LABEL: func.func @matmul_0
func.func @matmul_0(%a0: tensor<2x3xf32>, %a1: tensor<3x4xf32>, %a2: tensor<2x4xf32>) -> tensor<2x4xf32> {
  // CHECK: linalg.matmul ins(%{{.*}}, %{{.*}} : tensor<2x3xf32>, tensor<3x4xf32>) outs(%{{.*}} : tensor<2x4xf32>) -> tensor<2x4xf32>
  %0 = linalg.matmul ins(%a0, %a1 : tensor<2x3xf32>, tensor<3x4xf32>) outs(%a2 : tensor<2x4xf32>) -> tensor<2x4xf32>
  return %0 : tensor<2x4xf32>
}

// CHECK-LABEL: func.func @matmul_1
func.func @matmul_1(%a0: tensor<2x3xi8>, %a1: tensor<3x4xi16>, %a2: tensor<2x4xf32>) -> tensor<2x4xf32> {
  // CHECK: linalg.matmul {cast = #linalg.type_fn<cast_unsigned>} ins(%{{.*}}, %{{.*}} : tensor<2x3xi8>, tensor<3x4xi16>) outs(%{{.*}} : tensor<2x4xf32>) -> tensor<2x4xf32>
  %0 = linalg.matmul {cast = #linalg.type_fn<cast_unsigned>} ins(%a0, %a1 : tensor<2x3xi8>, tensor<3x4xi16>) outs(%a2 : tensor<2x4xf32>) -> tensor<2x4xf32>
  return %0 : tensor<2x4xf32>
}

// CHECK-LABEL: func.func @matmul_transpose_a_2
func.func @matmul_transpose_a_2(%a0: tensor<3x2xf32>, %a1: tensor<3x4xf32>, %a2: tensor<2x4xf32>) -> tensor<2x4xf32> {
  // CHECK: linalg.matmul_transpose_a ins(%{{.*}}, %{{.*}} : tensor<3x2xf32>, tensor<3x4xf32>) outs(%{{.*}} : tensor<2x4xf32>) -> tensor<2x4xf32>
  %0 = linalg.matmul_transpose_a ins(%a0, %a1 : tensor<3x2xf32>, tensor<3x4xf32>) outs(%a2 : tensor<2x4xf32>) -> tensor<2x4xf32>
  return %0 : tensor<2x4xf32>
}

// CHECK-LABEL: func.func @matmul_transpose_a_3
func.func @matmul_transpose_a_3(%a0: tensor<3x2xi8>, %a1: tensor<3x4xi16>, %a2: tensor<2x4xf32>) -> tensor<2x4xf32> {
  // CHECK: linalg.matmul_transpose_a {cast = #linalg.type_fn<cast_unsigned>} ins(%{{.*}}, %{{.*}} : tensor<3x2xi8>, tensor<3x4xi16>) outs(%{{.*}} : tensor<2x4xf32>) -> tensor<2x4xf32>
  %0 = linalg.matmul_transpose_a {cast = #linalg.type_fn<cast_unsigned>} ins(%a0, %a1 : tensor<3x2xi8>, tensor<3x4xi16>) outs(%a2 : tensor<2x4xf32>) -> tensor<2x4xf32>
  return %0 : tensor<2x4xf32>
}

// CHECK-LABEL: func.func @matmul_transpose_b_4
func.func @matmul_transpose_b_4(%a0: tensor<2x3xf32>, %a1: tensor<4x3xf32>, %a2: tensor<2x4xf32>) -> tensor<2x4xf32> {
  // CHECK: linalg.matmul_transpose_b ins(%{{.*}}, %{{.*}} : tensor<2x3xf32>, tensor<4x3xf32>) outs(%{{.*}} : tensor<2x4xf32>) -> tensor<2x4xf32>
  %0 = linalg.matmul_transpose_b ins(%a0, %a1 : tensor<2x3xf32>, tensor<4x3xf32>) outs(%a2 : tensor<2x4xf32>) -> tensor<2x4xf32>
  return %0 : tensor<2x4xf32>
}

// CHECK-LABEL: func.func @matmul_transpose_b_5
func.func @matmul_transpose_b_5(%a0: tensor<2x3xi8>, %a1: tensor<4x3xi16>, %a2: tensor<2x4xf32>) -> tensor<2x4xf32> {
  // CHECK: linalg.matmul_transpose_b {cast = #linalg.type_fn<cast_unsigned>} ins(%{{.*}}, %{{.*}} : tensor<2x3xi8>, tensor<4x3xi16>) outs(%{{.*}} : tensor<2x4xf32>) -> tensor<2x4xf32>
  %0 = linalg.matmul_transpose_b {cast = #linalg.type_fn<cast_unsigned>} ins(%a0, %a1 : tensor<2x3xi8>, tensor<4x3xi16>) outs(%a2 : tensor<2x4xf32>) -> tensor<2x4xf32>
  return %0 : tensor<2x4xf32>
}

// CHECK-LABEL: func.func @batch_matmul_6
func.func @batch_matmul_6(%a0: tensor<5x2x3xf32>, %a1: tensor<5x3x4xf32>, %a2: tensor<5x2x4xf32>) -> tensor<5x2x4xf32> {
  // CHECK: linalg.batch_matmul ins(%{{.*}}, %{{.*}} : tensor<5x2x3xf32>, tensor<5x3x4xf32>) outs(%{{.*}} : tensor<5x2x4xf32>) -> tensor<5x2x4xf32>
  %0 = linalg.batch_matmul ins(%a0, %a1 : tensor<5x2x3xf32>, tensor<5x3x4xf32>) outs(%a2 : tensor<5x2x4xf32>) -> tensor<5x2x4xf32>
  return %0 : tensor<5x2x4xf32>
}

// CHECK-LABEL: func.func @batch_matmul_7
func.func @batch_matmul_7(%a0: tensor<5x2x3xf16>, %a1: tensor<5x3x4xf16>, %a2: tensor<5x2x4xf32>) -> tensor<5x2x4xf32> {
  // CHECK: linalg.batch_matmul ins(%{{.*}}, %{{.*}} : tensor<5x2x3xf16>, tensor<5x3x4xf16>) outs(%{{.*}} : tensor<5x2x4xf32>) -> tensor<5x2x4xf32>
  %0 = linalg.batch_matmul ins(%a0, %a1 : tensor<5x2x3xf16>, tensor<5x3x4xf16>) outs(%a2 : tensor<5x2x4xf32>) -> tensor<5x2x4xf32>
  return %0 : tensor<5x2x4xf32>
}

// CHECK-LABEL: func.func @batch_matmul_transpose_a_8
func.func @batch_matmul_transpose_a_8(%a0: tensor<5x3x2xf32>, %a1: tensor<5x3x4xf32>, %a2: tensor<5x2x4xf32>) -> tensor<5x2x4xf32> {
  // CHECK: linalg.batch_matmul_transpose_a ins(%{{.*}}, %{{.*}} : tensor<5x3x2xf32>, tensor<5x3x4xf32>) outs(%{{.*}} : tensor<5x2x4xf32>) -> tensor<5x2x4xf32>
  %0 = linalg.batch_matmul_transpose_a ins(%a0, %a1 : tensor<5x3x2xf32>, tensor<5x3x4xf32>) outs(%a2 : tensor<5x2x4xf32>) -> tensor<5x2x4xf32>
  return %0 : tensor<5x2x4xf32>
}

// CHECK-LABEL: func.func @batch_matmul_transpose_a_9
func.func @batch_matmul_transpose_a_9(%a0: tensor<5x3x2xf16>, %a1: tensor<5x3x4xf16>, %a2: tensor<5x2x4xf32>) -> tensor<5x2x4xf32> {
  // CHECK: linalg.batch_matmul_transpose_a ins(%{{.*}}, %{{.*}} : tensor<5x3x2xf16>, tensor<5x3x4xf16>) outs(%{{.*}} : tensor<5x2x4xf32>) -> tensor<5x2x4xf32>
  %0 = linalg.batch_matmul_transpose_a ins(%a0, %a1 : tensor<5x3x2xf16>, tensor<5x3x4xf16>) outs(%a2 : tensor<5x2x4xf32>) -> tensor<5x2x4xf32>
  return %0 : tensor<5x2x4xf32>
}

// CHECK-LABEL: func.func @batch_matmul_transpose_b_10
func.func @batch_matmul_transpose_b_10(%a0: tensor<5x2x3xf32>, %a1: tensor<5x4x3xf32>, %a2: tensor<5x2x4xf32>) -> tensor<5x2x4xf32> {
  // CHECK: linalg.batch_matmul_transpose_b ins(%{{.*}}, %{{.*}} : tensor<5x2x3xf32>, tensor<5x4x3xf32>) outs(%{{.*}} : tensor<5x2x4xf32>) -> tensor<5x2x4xf32>
  %0 = linalg.batch_matmul_transpose_b ins(%a0, %a1 : tensor<5x2x3xf32>, tensor<5x4x3xf32>) outs(%a2 : tensor<5x2x4xf32>) -> tensor<5x2x4xf32>
  return %0 : tensor<5x2x4xf32>
}

// CHECK-LABEL: func.func @batch_matmul_transpose_b_11
func.func @batch_matmul_transpose_b_11(%a0: tensor<5x2x3xf16>, %a1: tensor<5x4x3xf16>, %a2: tensor<5x2x4xf32>) -> tensor<5x2x4xf32> {
  // CHECK: linalg.batch_matmul_transpose_b ins(%{{.*}}, %{{.*}} : tensor<5x2x3xf16>, tensor<5x4x3xf16>) outs(%{{.*}} : tensor<5x2x4xf32>) -> tensor<5x2x4xf32>
  %0 = linalg.batch_matmul_transpose_b ins(%a0, %a1 : tensor<5x2x3xf16>, tensor<5x4x3xf16>) outs(%a2 : tensor<5x2x4xf32>) -> tensor<5x2x4xf32>
  return %0 : tensor<5x2x4xf32>
}

// CHECK-LABEL: func.func @batch_reduce_matmul_12
func.func @batch_reduce_matmul_12(%a0: tensor<5x2x3xf32>, %a1: tensor<5x3x4xf32>, %a2: tensor<2x4xf32>) -> tensor<2x4xf32> {
  // CHECK: linalg.batch_reduce_matmul ins(%{{.*}}, %{{.*}} : tensor<5x2x3xf32>, tensor<5x3x4xf32>) outs(%{{.*}} : tensor<2x4xf32>) -> tensor<2x4xf32>
  %0 = linalg.batch_reduce_matmul ins(%a0, %a1 : tensor<5x2x3xf32>, tensor<5x3x4xf32>) outs(%a2 : tensor<2x4xf32>) -> tensor<2x4xf32>
  return %0 : tensor<2x4xf32>
}

// CHECK-LABEL: func.func @mmt4d_13
func.func @mmt4d_13(%a0: tensor<2x3x6x2xf32>, %a1: tensor<4x3x3x2xf32>, %a2: tensor<2x4x6x3xf32>) -> tensor<2x4x6x3xf32> {
  // CHECK: linalg.mmt4d ins(%{{.*}}, %{{.*}} : tensor<2x3x6x2xf32>, tensor<4x3x3x2xf32>) outs(%{{.*}} : tensor<2x4x6x3xf32>) -> tensor<2x4x6x3xf32>
  %0 = linalg.mmt4d ins(%a0, %a1 : tensor<2x3x6x2xf32>, tensor<4x3x3x2xf32>) outs(%a2 : tensor<2x4x6x3xf32>) -> tensor<2x4x6x3xf32>
  return %0 : tensor<2x4x6x3xf32>
}

// CHECK-LABEL: func.func @mmt4d_14
func.func @mmt4d_14(%a0: tensor<2x3x6x2xf16>, %a1: tensor<4x3x3x2xf16>, %a2: tensor<2x4x6x3xf32>) -> tensor<2x4x6x3xf32> {
  // CHECK: linalg.mmt4d ins(%{{.*}}, %{{.*}} : tensor<2x3x6x2xf16>, tensor<4x3x3x2xf16>) outs(%{{.*}} : tensor<2x4x6x3xf32>) -> tensor<2x4x6x3xf32>
  %0 = linalg.mmt4d ins(%a0, %a1 : tensor<2x3x6x2xf16>, tensor<4x3x3x2xf16>) outs(%a2 : tensor<2x4x6x3xf32>) -> tensor<2x4x6x3xf32>
  return %0 : tensor<2x4x6x3xf32>
}

// CHECK-LABEL: func.func @batch_mmt4d_15
func.func @batch_mmt4d_15(%a0: tensor<5x2x3x6x2xf32>, %a1: tensor<5x4x3x3x2xf32>, %a2: tensor<5x2x4x6x3xf32>) -> tensor<5x2x4x6x3xf32> {
  // CHECK: linalg.batch_mmt4d ins(%{{.*}}, %{{.*}} : tensor<5x2x3x6x2xf32>, tensor<5x4x3x3x2xf32>) outs(%{{.*}} : tensor<5x2x4x6x3xf32>) -> tensor<5x2x4x6x3xf32>
  %0 = linalg.batch_mmt4d ins(%a0, %a1 : tensor<5x2x3x6x2xf32>, tensor<5x4x3x3x2xf32>) outs(%a2 : tensor<5x2x4x6x3xf32>) -> tensor<5x2x4x6x3xf32>
  return %0 : tensor<5x2x4x6x3xf32>
}

// CHECK-LABEL: func.func @batch_mmt4d_16
func.func @batch_mmt4d_16(%a0: tensor<5x2x3x6x2xf16>, %a1: tensor<5x4x3x3x2xf16>, %a2: tensor<5x2x4x6x3xf32>) -> tensor<5x2x4x6x3xf32> {
  // CHECK: linalg.batch_mmt4d ins(%{{.*}}, %{{.*}} : tensor<5x2x3x6x2xf16>, tensor<5x4x3x3x2xf16>) outs(%{{.*}} : tensor<5x2x4x6x3xf32>) -> tensor<5x2x4x6x3xf32>
  %0 = linalg.batch_mmt4d ins(%a0, %a1 : tensor<5x2x3x6x2xf16>, tensor<5x4x3x3x2xf16>) outs(%a2 : tensor<5x2x4x6x3xf32>) -> tensor<5x2x4x6x3xf32>
  return %0 : tensor<5x2x4x6x3xf32>
}

// CHECK-LABEL: func.func @matvec_17
func.func @matvec_17(%a0: tensor<2x4xf32>, %a1: tensor<4xf32>, %a2: tensor<2xf32>) -> tensor<2xf32> {
  // CHECK: linalg.matvec ins(%{{.*}}, %{{.*}} : tensor<2x4xf32>, tensor<4xf32>) outs(%{{.*}} : tensor<2xf32>) -> tensor<2xf32>
  %0 = linalg.matvec ins(%a0, %a1 : tensor<2x4xf32>, tensor<4xf32>) outs(%a2 : tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// CHECK-LABEL: func.func @matvec_18
func.func @matvec_18(%a0: tensor<2x4xf16>, %a1: tensor<4xf16>, %a2: tensor<2xf32>) -> tensor<2xf32> {
  // CHECK: linalg.matvec ins(%{{.*}}, %{{.*}} : tensor<2x4xf16>, tensor<4xf16>) outs(%{{.*}} : tensor<2xf32>) -> tensor<2xf32>
  %0 = linalg.matvec ins(%a0, %a1 : tensor<2x4xf16>, tensor<4xf16>) outs(%a2 : tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// CHECK-LABEL: func.func @vecmat_19
func.func @vecmat_19(%a0: tensor<2xf32>, %a1: tensor<2x4xf32>, %a2: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: linalg.vecmat ins(%{{.*}}, %{{.*}} : tensor<2xf32>, tensor<2x4xf32>) outs(%{{.*}} : tensor<4xf32>) -> tensor<4xf32>
  %0 = linalg.vecmat ins(%a0, %a1 : tensor<2xf32>, tensor<2x4xf32>) outs(%a2 : tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// CHECK-LABEL: func.func @vecmat_20
func.func @vecmat_20(%a0: tensor<2xf16>, %a1: tensor<2x4xf16>, %a2: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: linalg.vecmat ins(%{{.*}}, %{{.*}} : tensor<2xf16>, tensor<2x4xf16>) outs(%{{.*}} : tensor<4xf32>) -> tensor<4xf32>
  %0 = linalg.vecmat ins(%a0, %a1 : tensor<2xf16>, tensor<2x4xf16>) outs(%a2 : tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// CHECK-LABEL: func.func @batch_matvec_21
func.func @batch_matvec_21(%a0: tensor<5x2x3xf32>, %a1: tensor<5x3xf32>, %a2: tensor<5x2xf32>) -> tensor<5x2xf32> {
  // CHECK: linalg.batch_matvec ins(%{{.*}}, %{{.*}} : tensor<5x2x3xf32>, tensor<5x3xf32>) outs(%{{.*}} : tensor<5x2xf32>) -> tensor<5x2xf32>
  %0 = linalg.batch_matvec ins(%a0, %a1 : tensor<5x2x3xf32>, tensor<5x3xf32>) outs(%a2 : tensor<5x2xf32>) -> tensor<5x2xf32>
  return %0 : tensor<5x2xf32>
}

// CHECK-LABEL: func.func @batch_matvec_22
func.func @batch_matvec_22(%a0: tensor<5x2x3xf16>, %a1: tensor<5x3xf16>, %a2: tensor<5x2xf32>) -> tensor<5x2xf32> {
  // CHECK: linalg.batch_matvec ins(%{{.*}}, %{{.*}} : tensor<5x2x3xf16>, tensor<5x3xf16>) outs(%{{.*}} : tensor<5x2xf32>) -> tensor<5x2xf32>
  %0 = linalg.batch_matvec ins(%a0, %a1 : tensor<5x2x3xf16>, tensor<5x3xf16>) outs(%a2 : tensor<5x2xf32>) -> tensor<5x2xf32>
  return %0 : tensor<5x2xf32>
}

// CHECK-LABEL: func.func @batch_vecmat_23
func.func @batch_vecmat_23(%a0: tensor<5x3xf32>, %a1: tensor<5x3x4xf32>, %a2: tensor<5x4xf32>) -> tensor<5x4xf32> {
  // CHECK: linalg.batch_vecmat ins(%{{.*}}, %{{.*}} : tensor<5x3xf32>, tensor<5x3x4xf32>) outs(%{{.*}} : tensor<5x4xf32>) -> tensor<5x4xf32>
  %0 = linalg.batch_vecmat ins(%a0, %a1 : tensor<5x3xf32>, tensor<5x3x4xf32>) outs(%a2 : tensor<5x4xf32>) -> tensor<5x4xf32>
  return %0 : tensor<5x4xf32>
}

// CHECK-LABEL: func.func @batch_vecmat_24
func.func @batch_vecmat_24(%a0: tensor<5x3xf16>, %a1: tensor<5x3x4xf16>, %a2: tensor<5x4xf32>) -> tensor<5x4xf32> {
  // CHECK: linalg.batch_vecmat ins(%{{.*}}, %{{.*}} : tensor<5x3xf16>, tensor<5x3x4xf16>) outs(%{{.*}} : tensor<5x4xf32>) -> tensor<5x4xf32>
  %0 = linalg.batch_vecmat ins(%a0, %a1 : tensor<5x3xf16>, tensor<5x3x4xf16>) outs(%a2 : tensor<5x4xf32>) -> tensor<5x4xf32>
  return %0 : tensor<5x4xf32>
}

// CHECK-LABEL: func.func @dot_25
func.func @dot_25(%a0: tensor<2xf32>, %a1: tensor<2xf32>, %a2: tensor<f32>) -> tensor<f32> {
  // CHECK: linalg.dot ins(%{{.*}}, %{{.*}} : tensor<2xf32>, tensor<2xf32>) outs(%{{.*}} : tensor<f32>) -> tensor<f32>
  %0 = linalg.dot ins(%a0, %a1 : tensor<2xf32>, tensor<2xf32>) outs(%a2 : tensor<f32>) -> tensor<f32>
  return %0 : tensor<f32>
}

// CHECK-LABEL: func.func @dot_26
func.func @dot_26(%a0: tensor<2xf16>, %a1: tensor<2xf16>, %a2: tensor<f32>) -> tensor<f32> {
  // CHECK: linalg.dot ins(%{{.*}}, %{{.*}} : tensor<2xf16>, tensor<2xf16>) outs(%{{.*}} : tensor<f32>) -> tensor<f32>
  %0 = linalg.dot ins(%a0, %a1 : tensor<2xf16>, tensor<2xf16>) outs(%a2 : tensor<f32>) -> tensor<f32>
  return %0 : tensor<f32>
}

// CHECK-LABEL: func.func @conv_1d_27
func.func @conv_1d_27(%a0: tensor<8xf32>, %a1: tensor<5xf32>, %a2: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: linalg.conv_1d ins(%{{.*}}, %{{.*}} : tensor<8xf32>, tensor<5xf32>) outs(%{{.*}} : tensor<4xf32>) -> tensor<4xf32>
  %0 = linalg.conv_1d ins(%a0, %a1 : tensor<8xf32>, tensor<5xf32>) outs(%a2 : tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// CHECK-LABEL: func.func @conv_1d_28
func.func @conv_1d_28(%a0: tensor<8xf16>, %a1: tensor<5xf16>, %a2: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: linalg.conv_1d ins(%{{.*}}, %{{.*}} : tensor<8xf16>, tensor<5xf16>) outs(%{{.*}} : tensor<4xf32>) -> tensor<4xf32>
  %0 = linalg.conv_1d ins(%a0, %a1 : tensor<8xf16>, tensor<5xf16>) outs(%a2 : tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// CHECK-LABEL: func.func @conv_2d_29
func.func @conv_2d_29(%a0: tensor<7x8xf32>, %a1: tensor<2x5xf32>, %a2: tensor<6x4xf32>) -> tensor<6x4xf32> {
  // CHECK: linalg.conv_2d ins(%{{.*}}, %{{.*}} : tensor<7x8xf32>, tensor<2x5xf32>) outs(%{{.*}} : tensor<6x4xf32>) -> tensor<6x4xf32>
  %0 = linalg.conv_2d ins(%a0, %a1 : tensor<7x8xf32>, tensor<2x5xf32>) outs(%a2 : tensor<6x4xf32>) -> tensor<6x4xf32>
  return %0 : tensor<6x4xf32>
}

// CHECK-LABEL: func.func @conv_2d_30
func.func @conv_2d_30(%a0: tensor<7x8xf16>, %a1: tensor<2x5xf16>, %a2: tensor<6x4xf32>) -> tensor<6x4xf32> {
  // CHECK: linalg.conv_2d ins(%{{.*}}, %{{.*}} : tensor<7x8xf16>, tensor<2x5xf16>) outs(%{{.*}} : tensor<6x4xf32>) -> tensor<6x4xf32>
  %0 = linalg.conv_2d ins(%a0, %a1 : tensor<7x8xf16>, tensor<2x5xf16>) outs(%a2 : tensor<6x4xf32>) -> tensor<6x4xf32>
  return %0 : tensor<6x4xf32>
}

// CHECK-LABEL: func.func @conv_3d_31
func.func @conv_3d_31(%a0: tensor<6x7x8xf32>, %a1: tensor<4x2x5xf32>, %a2: tensor<3x6x4xf32>) -> tensor<3x6x4xf32> {
  // CHECK: linalg.conv_3d ins(%{{.*}}, %{{.*}} : tensor<6x7x8xf32>, tensor<4x2x5xf32>) outs(%{{.*}} : tensor<3x6x4xf32>) -> tensor<3x6x4xf32>
  %0 = linalg.conv_3d ins(%a0, %a1 : tensor<6x7x8xf32>, tensor<4x2x5xf32>) outs(%a2 : tensor<3x6x4xf32>) -> tensor<3x6x4xf32>
  return %0 : tensor<3x6x4xf32>
}

// CHECK-LABEL: func.func @conv_3d_32
func.func @conv_3d_32(%a0: tensor<6x7x8xf16>, %a1: tensor<4x2x5xf16>, %a2: tensor<3x6x4xf32>) -> tensor<3x6x4xf32> {
  // CHECK: linalg.conv_3d ins(%{{.*}}, %{{.*}} : tensor<6x7x8xf16>, tensor<4x2x5xf16>) outs(%{{.*}} : tensor<3x6x4xf32>) -> tensor<3x6x4xf32>
  %0 = linalg.conv_3d ins(%a0, %a1 : tensor<6x7x8xf16>, tensor<4x2x5xf16>) outs(%a2 : tensor<3x6x4xf32>) -> tensor<3x6x4xf32>
  return %0 : tensor<3x6x4xf32>
}

// CHECK-LABEL: func.func @quantized_matmul_33
func.func @quantized_matmul_33(%a0: tensor<2x3xi8>, %a1: tensor<3x4xi8>, %a2: i32, %a3: i32, %a4: tensor<2x4xi32>) -> tensor<2x4xi32> {
  // CHECK: linalg.quantized_matmul ins(%{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} : tensor<2x3xi8>, tensor<3x4xi8>, i32, i32) outs(%{{.*}} : tensor<2x4xi32>) -> tensor<2x4xi32>
  %0 = linalg.quantized_matmul ins(%a0, %a1, %a2, %a3 : tensor<2x3xi8>, tensor<3x4xi8>, i32, i32) outs(%a4 : tensor<2x4xi32>) -> tensor<2x4xi32>
  return %0 : tensor<2x4xi32>
}

// CHECK-LABEL: func.func @quantized_batch_matmul_34
func.func @quantized_batch_matmul_34(%a0: tensor<5x2x3xi8>, %a1: tensor<5x3x4xi8>, %a2: i32, %a3: i32, %a4: tensor<5x2x4xi32>) -> tensor<5x2x4xi32> {
  // CHECK: linalg.quantized_batch_matmul ins(%{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} : tensor<5x2x3xi8>, tensor<5x3x4xi8>, i32, i32) outs(%{{.*}} : tensor<5x2x4xi32>) -> tensor<5x2x4xi32>
  %0 = linalg.quantized_batch_matmul ins(%a0, %a1, %a2, %a3 : tensor<5x2x3xi8>, tensor<5x3x4xi8>, i32, i32) outs(%a4 : tensor<5x2x4xi32>) -> tensor<5x2x4xi32>
  return %0 : tensor<5x2x4xi32>
}
