// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | mlir-opt-19 | filecheck %s

// CHECK-LABEL: func.func @pooling_nwc_sum_0
func.func @pooling_nwc_sum_0(%a0: tensor<4x8x5xf32>, %a1: tensor<5xf32>, %a2: tensor<4x4x5xf32>) -> tensor<4x4x5xf32> {
  // CHECK: linalg.pooling_nwc_sum ins(%{{.*}}, %{{.*}} : tensor<4x8x5xf32>, tensor<5xf32>) outs(%{{.*}} : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  %0 = linalg.pooling_nwc_sum ins(%a0, %a1 : tensor<4x8x5xf32>, tensor<5xf32>) outs(%a2 : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  return %0 : tensor<4x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_nwc_sum_1
func.func @pooling_nwc_sum_1(%a0: tensor<4x11x5xi8>, %a1: tensor<5xi16>, %a2: tensor<4x4x5xf32>) -> tensor<4x4x5xf32> {
  // CHECK: linalg.pooling_nwc_sum {dilations = dense<1> : tensor<1xi64>, strides = dense<2> : tensor<1xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x11x5xi8>, tensor<5xi16>) outs(%{{.*}} : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  %0 = linalg.pooling_nwc_sum {dilations = dense<[1]> : tensor<1xi64>, strides = dense<[2]> : tensor<1xi64>} ins(%a0, %a1 : tensor<4x11x5xi8>, tensor<5xi16>) outs(%a2 : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  return %0 : tensor<4x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_nwc_max_2
func.func @pooling_nwc_max_2(%a0: tensor<4x8x5xf32>, %a1: tensor<5xf32>, %a2: tensor<4x4x5xf32>) -> tensor<4x4x5xf32> {
  // CHECK: linalg.pooling_nwc_max ins(%{{.*}}, %{{.*}} : tensor<4x8x5xf32>, tensor<5xf32>) outs(%{{.*}} : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  %0 = linalg.pooling_nwc_max ins(%a0, %a1 : tensor<4x8x5xf32>, tensor<5xf32>) outs(%a2 : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  return %0 : tensor<4x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_nwc_max_3
func.func @pooling_nwc_max_3(%a0: tensor<4x11x5xi8>, %a1: tensor<5xi16>, %a2: tensor<4x4x5xf32>) -> tensor<4x4x5xf32> {
  // CHECK: linalg.pooling_nwc_max {dilations = dense<1> : tensor<1xi64>, strides = dense<2> : tensor<1xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x11x5xi8>, tensor<5xi16>) outs(%{{.*}} : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  %0 = linalg.pooling_nwc_max {dilations = dense<[1]> : tensor<1xi64>, strides = dense<[2]> : tensor<1xi64>} ins(%a0, %a1 : tensor<4x11x5xi8>, tensor<5xi16>) outs(%a2 : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  return %0 : tensor<4x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_nwc_max_unsigned_4
func.func @pooling_nwc_max_unsigned_4(%a0: tensor<4x8x5xf32>, %a1: tensor<5xf32>, %a2: tensor<4x4x5xf32>) -> tensor<4x4x5xf32> {
  // CHECK: linalg.pooling_nwc_max_unsigned ins(%{{.*}}, %{{.*}} : tensor<4x8x5xf32>, tensor<5xf32>) outs(%{{.*}} : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  %0 = linalg.pooling_nwc_max_unsigned ins(%a0, %a1 : tensor<4x8x5xf32>, tensor<5xf32>) outs(%a2 : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  return %0 : tensor<4x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_nwc_max_unsigned_5
func.func @pooling_nwc_max_unsigned_5(%a0: tensor<4x11x5xi8>, %a1: tensor<5xi16>, %a2: tensor<4x4x5xf32>) -> tensor<4x4x5xf32> {
  // CHECK: linalg.pooling_nwc_max_unsigned {dilations = dense<1> : tensor<1xi64>, strides = dense<2> : tensor<1xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x11x5xi8>, tensor<5xi16>) outs(%{{.*}} : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  %0 = linalg.pooling_nwc_max_unsigned {dilations = dense<[1]> : tensor<1xi64>, strides = dense<[2]> : tensor<1xi64>} ins(%a0, %a1 : tensor<4x11x5xi8>, tensor<5xi16>) outs(%a2 : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  return %0 : tensor<4x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_nwc_min_6
func.func @pooling_nwc_min_6(%a0: tensor<4x8x5xf32>, %a1: tensor<5xf32>, %a2: tensor<4x4x5xf32>) -> tensor<4x4x5xf32> {
  // CHECK: linalg.pooling_nwc_min ins(%{{.*}}, %{{.*}} : tensor<4x8x5xf32>, tensor<5xf32>) outs(%{{.*}} : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  %0 = linalg.pooling_nwc_min ins(%a0, %a1 : tensor<4x8x5xf32>, tensor<5xf32>) outs(%a2 : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  return %0 : tensor<4x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_nwc_min_7
func.func @pooling_nwc_min_7(%a0: tensor<4x11x5xi8>, %a1: tensor<5xi16>, %a2: tensor<4x4x5xf32>) -> tensor<4x4x5xf32> {
  // CHECK: linalg.pooling_nwc_min {dilations = dense<1> : tensor<1xi64>, strides = dense<2> : tensor<1xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x11x5xi8>, tensor<5xi16>) outs(%{{.*}} : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  %0 = linalg.pooling_nwc_min {dilations = dense<[1]> : tensor<1xi64>, strides = dense<[2]> : tensor<1xi64>} ins(%a0, %a1 : tensor<4x11x5xi8>, tensor<5xi16>) outs(%a2 : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  return %0 : tensor<4x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_nwc_min_unsigned_8
func.func @pooling_nwc_min_unsigned_8(%a0: tensor<4x8x5xf32>, %a1: tensor<5xf32>, %a2: tensor<4x4x5xf32>) -> tensor<4x4x5xf32> {
  // CHECK: linalg.pooling_nwc_min_unsigned ins(%{{.*}}, %{{.*}} : tensor<4x8x5xf32>, tensor<5xf32>) outs(%{{.*}} : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  %0 = linalg.pooling_nwc_min_unsigned ins(%a0, %a1 : tensor<4x8x5xf32>, tensor<5xf32>) outs(%a2 : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  return %0 : tensor<4x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_nwc_min_unsigned_9
func.func @pooling_nwc_min_unsigned_9(%a0: tensor<4x11x5xi8>, %a1: tensor<5xi16>, %a2: tensor<4x4x5xf32>) -> tensor<4x4x5xf32> {
  // CHECK: linalg.pooling_nwc_min_unsigned {dilations = dense<1> : tensor<1xi64>, strides = dense<2> : tensor<1xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x11x5xi8>, tensor<5xi16>) outs(%{{.*}} : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  %0 = linalg.pooling_nwc_min_unsigned {dilations = dense<[1]> : tensor<1xi64>, strides = dense<[2]> : tensor<1xi64>} ins(%a0, %a1 : tensor<4x11x5xi8>, tensor<5xi16>) outs(%a2 : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  return %0 : tensor<4x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_ncw_sum_10
func.func @pooling_ncw_sum_10(%a0: tensor<4x5x8xf32>, %a1: tensor<5xf32>, %a2: tensor<4x5x4xf32>) -> tensor<4x5x4xf32> {
  // CHECK: linalg.pooling_ncw_sum ins(%{{.*}}, %{{.*}} : tensor<4x5x8xf32>, tensor<5xf32>) outs(%{{.*}} : tensor<4x5x4xf32>) -> tensor<4x5x4xf32>
  %0 = linalg.pooling_ncw_sum ins(%a0, %a1 : tensor<4x5x8xf32>, tensor<5xf32>) outs(%a2 : tensor<4x5x4xf32>) -> tensor<4x5x4xf32>
  return %0 : tensor<4x5x4xf32>
}

// CHECK-LABEL: func.func @pooling_ncw_sum_11
func.func @pooling_ncw_sum_11(%a0: tensor<4x5x11xi8>, %a1: tensor<5xi16>, %a2: tensor<4x5x4xf32>) -> tensor<4x5x4xf32> {
  // CHECK: linalg.pooling_ncw_sum {dilations = dense<1> : tensor<1xi64>, strides = dense<2> : tensor<1xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x5x11xi8>, tensor<5xi16>) outs(%{{.*}} : tensor<4x5x4xf32>) -> tensor<4x5x4xf32>
  %0 = linalg.pooling_ncw_sum {dilations = dense<[1]> : tensor<1xi64>, strides = dense<[2]> : tensor<1xi64>} ins(%a0, %a1 : tensor<4x5x11xi8>, tensor<5xi16>) outs(%a2 : tensor<4x5x4xf32>) -> tensor<4x5x4xf32>
  return %0 : tensor<4x5x4xf32>
}

// CHECK-LABEL: func.func @pooling_ncw_max_12
func.func @pooling_ncw_max_12(%a0: tensor<4x5x8xf32>, %a1: tensor<5xf32>, %a2: tensor<4x5x4xf32>) -> tensor<4x5x4xf32> {
  // CHECK: linalg.pooling_ncw_max ins(%{{.*}}, %{{.*}} : tensor<4x5x8xf32>, tensor<5xf32>) outs(%{{.*}} : tensor<4x5x4xf32>) -> tensor<4x5x4xf32>
  %0 = linalg.pooling_ncw_max ins(%a0, %a1 : tensor<4x5x8xf32>, tensor<5xf32>) outs(%a2 : tensor<4x5x4xf32>) -> tensor<4x5x4xf32>
  return %0 : tensor<4x5x4xf32>
}

// CHECK-LABEL: func.func @pooling_ncw_max_13
func.func @pooling_ncw_max_13(%a0: tensor<4x5x11xi8>, %a1: tensor<5xi16>, %a2: tensor<4x5x4xf32>) -> tensor<4x5x4xf32> {
  // CHECK: linalg.pooling_ncw_max {dilations = dense<1> : tensor<1xi64>, strides = dense<2> : tensor<1xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x5x11xi8>, tensor<5xi16>) outs(%{{.*}} : tensor<4x5x4xf32>) -> tensor<4x5x4xf32>
  %0 = linalg.pooling_ncw_max {dilations = dense<[1]> : tensor<1xi64>, strides = dense<[2]> : tensor<1xi64>} ins(%a0, %a1 : tensor<4x5x11xi8>, tensor<5xi16>) outs(%a2 : tensor<4x5x4xf32>) -> tensor<4x5x4xf32>
  return %0 : tensor<4x5x4xf32>
}

// CHECK-LABEL: func.func @pooling_nhwc_sum_14
func.func @pooling_nhwc_sum_14(%a0: tensor<4x7x8x5xf32>, %a1: tensor<2x5xf32>, %a2: tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32> {
  // CHECK: linalg.pooling_nhwc_sum ins(%{{.*}}, %{{.*}} : tensor<4x7x8x5xf32>, tensor<2x5xf32>) outs(%{{.*}} : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  %0 = linalg.pooling_nhwc_sum ins(%a0, %a1 : tensor<4x7x8x5xf32>, tensor<2x5xf32>) outs(%a2 : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  return %0 : tensor<4x6x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_nhwc_sum_15
func.func @pooling_nhwc_sum_15(%a0: tensor<4x12x18x5xi8>, %a1: tensor<2x5xi16>, %a2: tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32> {
  // CHECK: linalg.pooling_nhwc_sum {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x12x18x5xi8>, tensor<2x5xi16>) outs(%{{.*}} : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  %0 = linalg.pooling_nhwc_sum {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%a0, %a1 : tensor<4x12x18x5xi8>, tensor<2x5xi16>) outs(%a2 : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  return %0 : tensor<4x6x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_nhwc_max_16
func.func @pooling_nhwc_max_16(%a0: tensor<4x7x8x5xf32>, %a1: tensor<2x5xf32>, %a2: tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32> {
  // CHECK: linalg.pooling_nhwc_max ins(%{{.*}}, %{{.*}} : tensor<4x7x8x5xf32>, tensor<2x5xf32>) outs(%{{.*}} : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  %0 = linalg.pooling_nhwc_max ins(%a0, %a1 : tensor<4x7x8x5xf32>, tensor<2x5xf32>) outs(%a2 : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  return %0 : tensor<4x6x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_nhwc_max_17
func.func @pooling_nhwc_max_17(%a0: tensor<4x12x18x5xi8>, %a1: tensor<2x5xi16>, %a2: tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32> {
  // CHECK: linalg.pooling_nhwc_max {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x12x18x5xi8>, tensor<2x5xi16>) outs(%{{.*}} : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  %0 = linalg.pooling_nhwc_max {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%a0, %a1 : tensor<4x12x18x5xi8>, tensor<2x5xi16>) outs(%a2 : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  return %0 : tensor<4x6x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_nhwc_max_unsigned_18
func.func @pooling_nhwc_max_unsigned_18(%a0: tensor<4x7x8x5xf32>, %a1: tensor<2x5xf32>, %a2: tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32> {
  // CHECK: linalg.pooling_nhwc_max_unsigned ins(%{{.*}}, %{{.*}} : tensor<4x7x8x5xf32>, tensor<2x5xf32>) outs(%{{.*}} : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  %0 = linalg.pooling_nhwc_max_unsigned ins(%a0, %a1 : tensor<4x7x8x5xf32>, tensor<2x5xf32>) outs(%a2 : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  return %0 : tensor<4x6x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_nhwc_max_unsigned_19
func.func @pooling_nhwc_max_unsigned_19(%a0: tensor<4x12x18x5xi8>, %a1: tensor<2x5xi16>, %a2: tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32> {
  // CHECK: linalg.pooling_nhwc_max_unsigned {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x12x18x5xi8>, tensor<2x5xi16>) outs(%{{.*}} : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  %0 = linalg.pooling_nhwc_max_unsigned {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%a0, %a1 : tensor<4x12x18x5xi8>, tensor<2x5xi16>) outs(%a2 : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  return %0 : tensor<4x6x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_nhwc_min_20
func.func @pooling_nhwc_min_20(%a0: tensor<4x7x8x5xf32>, %a1: tensor<2x5xf32>, %a2: tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32> {
  // CHECK: linalg.pooling_nhwc_min ins(%{{.*}}, %{{.*}} : tensor<4x7x8x5xf32>, tensor<2x5xf32>) outs(%{{.*}} : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  %0 = linalg.pooling_nhwc_min ins(%a0, %a1 : tensor<4x7x8x5xf32>, tensor<2x5xf32>) outs(%a2 : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  return %0 : tensor<4x6x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_nhwc_min_21
func.func @pooling_nhwc_min_21(%a0: tensor<4x12x18x5xi8>, %a1: tensor<2x5xi16>, %a2: tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32> {
  // CHECK: linalg.pooling_nhwc_min {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x12x18x5xi8>, tensor<2x5xi16>) outs(%{{.*}} : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  %0 = linalg.pooling_nhwc_min {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%a0, %a1 : tensor<4x12x18x5xi8>, tensor<2x5xi16>) outs(%a2 : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  return %0 : tensor<4x6x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_nhwc_min_unsigned_22
func.func @pooling_nhwc_min_unsigned_22(%a0: tensor<4x7x8x5xf32>, %a1: tensor<2x5xf32>, %a2: tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32> {
  // CHECK: linalg.pooling_nhwc_min_unsigned ins(%{{.*}}, %{{.*}} : tensor<4x7x8x5xf32>, tensor<2x5xf32>) outs(%{{.*}} : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  %0 = linalg.pooling_nhwc_min_unsigned ins(%a0, %a1 : tensor<4x7x8x5xf32>, tensor<2x5xf32>) outs(%a2 : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  return %0 : tensor<4x6x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_nhwc_min_unsigned_23
func.func @pooling_nhwc_min_unsigned_23(%a0: tensor<4x12x18x5xi8>, %a1: tensor<2x5xi16>, %a2: tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32> {
  // CHECK: linalg.pooling_nhwc_min_unsigned {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x12x18x5xi8>, tensor<2x5xi16>) outs(%{{.*}} : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  %0 = linalg.pooling_nhwc_min_unsigned {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%a0, %a1 : tensor<4x12x18x5xi8>, tensor<2x5xi16>) outs(%a2 : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  return %0 : tensor<4x6x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_nchw_sum_24
func.func @pooling_nchw_sum_24(%a0: tensor<4x5x7x8xf32>, %a1: tensor<2x5xf32>, %a2: tensor<4x5x6x4xf32>) -> tensor<4x5x6x4xf32> {
  // CHECK: linalg.pooling_nchw_sum ins(%{{.*}}, %{{.*}} : tensor<4x5x7x8xf32>, tensor<2x5xf32>) outs(%{{.*}} : tensor<4x5x6x4xf32>) -> tensor<4x5x6x4xf32>
  %0 = linalg.pooling_nchw_sum ins(%a0, %a1 : tensor<4x5x7x8xf32>, tensor<2x5xf32>) outs(%a2 : tensor<4x5x6x4xf32>) -> tensor<4x5x6x4xf32>
  return %0 : tensor<4x5x6x4xf32>
}

// CHECK-LABEL: func.func @pooling_nchw_sum_25
func.func @pooling_nchw_sum_25(%a0: tensor<4x5x12x18xi8>, %a1: tensor<2x5xi16>, %a2: tensor<4x5x6x4xf32>) -> tensor<4x5x6x4xf32> {
  // CHECK: linalg.pooling_nchw_sum {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x5x12x18xi8>, tensor<2x5xi16>) outs(%{{.*}} : tensor<4x5x6x4xf32>) -> tensor<4x5x6x4xf32>
  %0 = linalg.pooling_nchw_sum {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%a0, %a1 : tensor<4x5x12x18xi8>, tensor<2x5xi16>) outs(%a2 : tensor<4x5x6x4xf32>) -> tensor<4x5x6x4xf32>
  return %0 : tensor<4x5x6x4xf32>
}

// CHECK-LABEL: func.func @pooling_nchw_max_26
func.func @pooling_nchw_max_26(%a0: tensor<4x5x7x8xf32>, %a1: tensor<2x5xf32>, %a2: tensor<4x5x6x4xf32>) -> tensor<4x5x6x4xf32> {
  // CHECK: linalg.pooling_nchw_max ins(%{{.*}}, %{{.*}} : tensor<4x5x7x8xf32>, tensor<2x5xf32>) outs(%{{.*}} : tensor<4x5x6x4xf32>) -> tensor<4x5x6x4xf32>
  %0 = linalg.pooling_nchw_max ins(%a0, %a1 : tensor<4x5x7x8xf32>, tensor<2x5xf32>) outs(%a2 : tensor<4x5x6x4xf32>) -> tensor<4x5x6x4xf32>
  return %0 : tensor<4x5x6x4xf32>
}

// CHECK-LABEL: func.func @pooling_nchw_max_27
func.func @pooling_nchw_max_27(%a0: tensor<4x5x12x18xi8>, %a1: tensor<2x5xi16>, %a2: tensor<4x5x6x4xf32>) -> tensor<4x5x6x4xf32> {
  // CHECK: linalg.pooling_nchw_max {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x5x12x18xi8>, tensor<2x5xi16>) outs(%{{.*}} : tensor<4x5x6x4xf32>) -> tensor<4x5x6x4xf32>
  %0 = linalg.pooling_nchw_max {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%a0, %a1 : tensor<4x5x12x18xi8>, tensor<2x5xi16>) outs(%a2 : tensor<4x5x6x4xf32>) -> tensor<4x5x6x4xf32>
  return %0 : tensor<4x5x6x4xf32>
}

// CHECK-LABEL: func.func @pooling_ndhwc_sum_28
func.func @pooling_ndhwc_sum_28(%a0: tensor<4x6x7x8x5xf32>, %a1: tensor<4x2x5xf32>, %a2: tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32> {
  // CHECK: linalg.pooling_ndhwc_sum ins(%{{.*}}, %{{.*}} : tensor<4x6x7x8x5xf32>, tensor<4x2x5xf32>) outs(%{{.*}} : tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32>
  %0 = linalg.pooling_ndhwc_sum ins(%a0, %a1 : tensor<4x6x7x8x5xf32>, tensor<4x2x5xf32>) outs(%a2 : tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32>
  return %0 : tensor<4x3x6x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_ndhwc_sum_29
func.func @pooling_ndhwc_sum_29(%a0: tensor<4x8x18x16x5xi8>, %a1: tensor<4x2x5xi16>, %a2: tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32> {
  // CHECK: linalg.pooling_ndhwc_sum {dilations = dense<[1, 2, 3]> : tensor<3xi64>, strides = dense<[2, 3, 1]> : tensor<3xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x8x18x16x5xi8>, tensor<4x2x5xi16>) outs(%{{.*}} : tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32>
  %0 = linalg.pooling_ndhwc_sum {dilations = dense<[1, 2, 3]> : tensor<3xi64>, strides = dense<[2, 3, 1]> : tensor<3xi64>} ins(%a0, %a1 : tensor<4x8x18x16x5xi8>, tensor<4x2x5xi16>) outs(%a2 : tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32>
  return %0 : tensor<4x3x6x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_ndhwc_max_30
func.func @pooling_ndhwc_max_30(%a0: tensor<4x6x7x8x5xf32>, %a1: tensor<4x2x5xf32>, %a2: tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32> {
  // CHECK: linalg.pooling_ndhwc_max ins(%{{.*}}, %{{.*}} : tensor<4x6x7x8x5xf32>, tensor<4x2x5xf32>) outs(%{{.*}} : tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32>
  %0 = linalg.pooling_ndhwc_max ins(%a0, %a1 : tensor<4x6x7x8x5xf32>, tensor<4x2x5xf32>) outs(%a2 : tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32>
  return %0 : tensor<4x3x6x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_ndhwc_max_31
func.func @pooling_ndhwc_max_31(%a0: tensor<4x8x18x16x5xi8>, %a1: tensor<4x2x5xi16>, %a2: tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32> {
  // CHECK: linalg.pooling_ndhwc_max {dilations = dense<[1, 2, 3]> : tensor<3xi64>, strides = dense<[2, 3, 1]> : tensor<3xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x8x18x16x5xi8>, tensor<4x2x5xi16>) outs(%{{.*}} : tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32>
  %0 = linalg.pooling_ndhwc_max {dilations = dense<[1, 2, 3]> : tensor<3xi64>, strides = dense<[2, 3, 1]> : tensor<3xi64>} ins(%a0, %a1 : tensor<4x8x18x16x5xi8>, tensor<4x2x5xi16>) outs(%a2 : tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32>
  return %0 : tensor<4x3x6x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_ndhwc_min_32
func.func @pooling_ndhwc_min_32(%a0: tensor<4x6x7x8x5xf32>, %a1: tensor<4x2x5xf32>, %a2: tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32> {
  // CHECK: linalg.pooling_ndhwc_min ins(%{{.*}}, %{{.*}} : tensor<4x6x7x8x5xf32>, tensor<4x2x5xf32>) outs(%{{.*}} : tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32>
  %0 = linalg.pooling_ndhwc_min ins(%a0, %a1 : tensor<4x6x7x8x5xf32>, tensor<4x2x5xf32>) outs(%a2 : tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32>
  return %0 : tensor<4x3x6x4x5xf32>
}

// CHECK-LABEL: func.func @pooling_ndhwc_min_33
func.func @pooling_ndhwc_min_33(%a0: tensor<4x8x18x16x5xi8>, %a1: tensor<4x2x5xi16>, %a2: tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32> {
  // CHECK: linalg.pooling_ndhwc_min {dilations = dense<[1, 2, 3]> : tensor<3xi64>, strides = dense<[2, 3, 1]> : tensor<3xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x8x18x16x5xi8>, tensor<4x2x5xi16>) outs(%{{.*}} : tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32>
  %0 = linalg.pooling_ndhwc_min {dilations = dense<[1, 2, 3]> : tensor<3xi64>, strides = dense<[2, 3, 1]> : tensor<3xi64>} ins(%a0, %a1 : tensor<4x8x18x16x5xi8>, tensor<4x2x5xi16>) outs(%a2 : tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32>
  return %0 : tensor<4x3x6x4x5xf32>
}
