// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | mlir-opt-19 | filecheck %s

// CHECK-LABEL: func.func @conv_1d_nwc_wcf_0
func.func @conv_1d_nwc_wcf_0(%a0: tensor<4x8x5xf32>, %a1: tensor<5x5x6xf32>, %a2: tensor<4x4x6xf32>) -> tensor<4x4x6xf32> {
  // CHECK: linalg.conv_1d_nwc_wcf ins(%{{.*}}, %{{.*}} : tensor<4x8x5xf32>, tensor<5x5x6xf32>) outs(%{{.*}} : tensor<4x4x6xf32>) -> tensor<4x4x6xf32>
  %0 = linalg.conv_1d_nwc_wcf ins(%a0, %a1 : tensor<4x8x5xf32>, tensor<5x5x6xf32>) outs(%a2 : tensor<4x4x6xf32>) -> tensor<4x4x6xf32>
  return %0 : tensor<4x4x6xf32>
}

// CHECK-LABEL: func.func @conv_1d_nwc_wcf_1
func.func @conv_1d_nwc_wcf_1(%a0: tensor<4x11x5xi8>, %a1: tensor<5x5x6xi16>, %a2: tensor<4x4x6xf32>) -> tensor<4x4x6xf32> {
  // CHECK: linalg.conv_1d_nwc_wcf {dilations = dense<1> : tensor<1xi64>, strides = dense<2> : tensor<1xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x11x5xi8>, tensor<5x5x6xi16>) outs(%{{.*}} : tensor<4x4x6xf32>) -> tensor<4x4x6xf32>
  %0 = linalg.conv_1d_nwc_wcf {dilations = dense<[1]> : tensor<1xi64>, strides = dense<[2]> : tensor<1xi64>} ins(%a0, %a1 : tensor<4x11x5xi8>, tensor<5x5x6xi16>) outs(%a2 : tensor<4x4x6xf32>) -> tensor<4x4x6xf32>
  return %0 : tensor<4x4x6xf32>
}

// CHECK-LABEL: func.func @conv_1d_ncw_fcw_2
func.func @conv_1d_ncw_fcw_2(%a0: tensor<4x5x8xf32>, %a1: tensor<6x5x5xf32>, %a2: tensor<4x6x4xf32>) -> tensor<4x6x4xf32> {
  // CHECK: linalg.conv_1d_ncw_fcw ins(%{{.*}}, %{{.*}} : tensor<4x5x8xf32>, tensor<6x5x5xf32>) outs(%{{.*}} : tensor<4x6x4xf32>) -> tensor<4x6x4xf32>
  %0 = linalg.conv_1d_ncw_fcw ins(%a0, %a1 : tensor<4x5x8xf32>, tensor<6x5x5xf32>) outs(%a2 : tensor<4x6x4xf32>) -> tensor<4x6x4xf32>
  return %0 : tensor<4x6x4xf32>
}

// CHECK-LABEL: func.func @conv_1d_ncw_fcw_3
func.func @conv_1d_ncw_fcw_3(%a0: tensor<4x5x11xi8>, %a1: tensor<6x5x5xi16>, %a2: tensor<4x6x4xf32>) -> tensor<4x6x4xf32> {
  // CHECK: linalg.conv_1d_ncw_fcw {dilations = dense<1> : tensor<1xi64>, strides = dense<2> : tensor<1xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x5x11xi8>, tensor<6x5x5xi16>) outs(%{{.*}} : tensor<4x6x4xf32>) -> tensor<4x6x4xf32>
  %0 = linalg.conv_1d_ncw_fcw {dilations = dense<[1]> : tensor<1xi64>, strides = dense<[2]> : tensor<1xi64>} ins(%a0, %a1 : tensor<4x5x11xi8>, tensor<6x5x5xi16>) outs(%a2 : tensor<4x6x4xf32>) -> tensor<4x6x4xf32>
  return %0 : tensor<4x6x4xf32>
}

// CHECK-LABEL: func.func @conv_2d_nhwc_hwcf_4
func.func @conv_2d_nhwc_hwcf_4(%a0: tensor<4x7x8x5xf32>, %a1: tensor<2x5x5x6xf32>, %a2: tensor<4x6x4x6xf32>) -> tensor<4x6x4x6xf32> {
  // CHECK: linalg.conv_2d_nhwc_hwcf ins(%{{.*}}, %{{.*}} : tensor<4x7x8x5xf32>, tensor<2x5x5x6xf32>) outs(%{{.*}} : tensor<4x6x4x6xf32>) -> tensor<4x6x4x6xf32>
  %0 = linalg.conv_2d_nhwc_hwcf ins(%a0, %a1 : tensor<4x7x8x5xf32>, tensor<2x5x5x6xf32>) outs(%a2 : tensor<4x6x4x6xf32>) -> tensor<4x6x4x6xf32>
  return %0 : tensor<4x6x4x6xf32>
}

// CHECK-LABEL: func.func @conv_2d_nhwc_hwcf_5
func.func @conv_2d_nhwc_hwcf_5(%a0: tensor<4x12x18x5xi8>, %a1: tensor<2x5x5x6xi16>, %a2: tensor<4x6x4x6xf32>) -> tensor<4x6x4x6xf32> {
  // CHECK: linalg.conv_2d_nhwc_hwcf {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x12x18x5xi8>, tensor<2x5x5x6xi16>) outs(%{{.*}} : tensor<4x6x4x6xf32>) -> tensor<4x6x4x6xf32>
  %0 = linalg.conv_2d_nhwc_hwcf {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%a0, %a1 : tensor<4x12x18x5xi8>, tensor<2x5x5x6xi16>) outs(%a2 : tensor<4x6x4x6xf32>) -> tensor<4x6x4x6xf32>
  return %0 : tensor<4x6x4x6xf32>
}

// CHECK-LABEL: func.func @conv_2d_nhwc_fhwc_6
func.func @conv_2d_nhwc_fhwc_6(%a0: tensor<4x7x8x5xf32>, %a1: tensor<6x2x5x5xf32>, %a2: tensor<4x6x4x6xf32>) -> tensor<4x6x4x6xf32> {
  // CHECK: linalg.conv_2d_nhwc_fhwc ins(%{{.*}}, %{{.*}} : tensor<4x7x8x5xf32>, tensor<6x2x5x5xf32>) outs(%{{.*}} : tensor<4x6x4x6xf32>) -> tensor<4x6x4x6xf32>
  %0 = linalg.conv_2d_nhwc_fhwc ins(%a0, %a1 : tensor<4x7x8x5xf32>, tensor<6x2x5x5xf32>) outs(%a2 : tensor<4x6x4x6xf32>) -> tensor<4x6x4x6xf32>
  return %0 : tensor<4x6x4x6xf32>
}

// CHECK-LABEL: func.func @conv_2d_nhwc_fhwc_7
func.func @conv_2d_nhwc_fhwc_7(%a0: tensor<4x12x18x5xi8>, %a1: tensor<6x2x5x5xi16>, %a2: tensor<4x6x4x6xf32>) -> tensor<4x6x4x6xf32> {
  // CHECK: linalg.conv_2d_nhwc_fhwc {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x12x18x5xi8>, tensor<6x2x5x5xi16>) outs(%{{.*}} : tensor<4x6x4x6xf32>) -> tensor<4x6x4x6xf32>
  %0 = linalg.conv_2d_nhwc_fhwc {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%a0, %a1 : tensor<4x12x18x5xi8>, tensor<6x2x5x5xi16>) outs(%a2 : tensor<4x6x4x6xf32>) -> tensor<4x6x4x6xf32>
  return %0 : tensor<4x6x4x6xf32>
}

// CHECK-LABEL: func.func @conv_2d_nchw_fchw_8
func.func @conv_2d_nchw_fchw_8(%a0: tensor<4x5x7x8xf32>, %a1: tensor<6x5x2x5xf32>, %a2: tensor<4x6x6x4xf32>) -> tensor<4x6x6x4xf32> {
  // CHECK: linalg.conv_2d_nchw_fchw ins(%{{.*}}, %{{.*}} : tensor<4x5x7x8xf32>, tensor<6x5x2x5xf32>) outs(%{{.*}} : tensor<4x6x6x4xf32>) -> tensor<4x6x6x4xf32>
  %0 = linalg.conv_2d_nchw_fchw ins(%a0, %a1 : tensor<4x5x7x8xf32>, tensor<6x5x2x5xf32>) outs(%a2 : tensor<4x6x6x4xf32>) -> tensor<4x6x6x4xf32>
  return %0 : tensor<4x6x6x4xf32>
}

// CHECK-LABEL: func.func @conv_2d_nchw_fchw_9
func.func @conv_2d_nchw_fchw_9(%a0: tensor<4x5x12x18xi8>, %a1: tensor<6x5x2x5xi16>, %a2: tensor<4x6x6x4xf32>) -> tensor<4x6x6x4xf32> {
  // CHECK: linalg.conv_2d_nchw_fchw {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x5x12x18xi8>, tensor<6x5x2x5xi16>) outs(%{{.*}} : tensor<4x6x6x4xf32>) -> tensor<4x6x6x4xf32>
  %0 = linalg.conv_2d_nchw_fchw {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%a0, %a1 : tensor<4x5x12x18xi8>, tensor<6x5x2x5xi16>) outs(%a2 : tensor<4x6x6x4xf32>) -> tensor<4x6x6x4xf32>
  return %0 : tensor<4x6x6x4xf32>
}

// CHECK-LABEL: func.func @conv_2d_ngchw_fgchw_10
func.func @conv_2d_ngchw_fgchw_10(%a0: tensor<4x2x5x7x8xf32>, %a1: tensor<6x2x5x2x5xf32>, %a2: tensor<4x2x6x6x4xf32>) -> tensor<4x2x6x6x4xf32> {
  // CHECK: linalg.conv_2d_ngchw_fgchw ins(%{{.*}}, %{{.*}} : tensor<4x2x5x7x8xf32>, tensor<6x2x5x2x5xf32>) outs(%{{.*}} : tensor<4x2x6x6x4xf32>) -> tensor<4x2x6x6x4xf32>
  %0 = linalg.conv_2d_ngchw_fgchw ins(%a0, %a1 : tensor<4x2x5x7x8xf32>, tensor<6x2x5x2x5xf32>) outs(%a2 : tensor<4x2x6x6x4xf32>) -> tensor<4x2x6x6x4xf32>
  return %0 : tensor<4x2x6x6x4xf32>
}

// CHECK-LABEL: func.func @conv_2d_ngchw_fgchw_11
func.func @conv_2d_ngchw_fgchw_11(%a0: tensor<4x2x5x12x18xi8>, %a1: tensor<6x2x5x2x5xi16>, %a2: tensor<4x2x6x6x4xf32>) -> tensor<4x2x6x6x4xf32> {
  // CHECK: linalg.conv_2d_ngchw_fgchw {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x2x5x12x18xi8>, tensor<6x2x5x2x5xi16>) outs(%{{.*}} : tensor<4x2x6x6x4xf32>) -> tensor<4x2x6x6x4xf32>
  %0 = linalg.conv_2d_ngchw_fgchw {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%a0, %a1 : tensor<4x2x5x12x18xi8>, tensor<6x2x5x2x5xi16>) outs(%a2 : tensor<4x2x6x6x4xf32>) -> tensor<4x2x6x6x4xf32>
  return %0 : tensor<4x2x6x6x4xf32>
}

// CHECK-LABEL: func.func @conv_2d_ngchw_gfchw_12
func.func @conv_2d_ngchw_gfchw_12(%a0: tensor<4x2x5x7x8xf32>, %a1: tensor<2x6x5x2x5xf32>, %a2: tensor<4x2x6x6x4xf32>) -> tensor<4x2x6x6x4xf32> {
  // CHECK: linalg.conv_2d_ngchw_gfchw ins(%{{.*}}, %{{.*}} : tensor<4x2x5x7x8xf32>, tensor<2x6x5x2x5xf32>) outs(%{{.*}} : tensor<4x2x6x6x4xf32>) -> tensor<4x2x6x6x4xf32>
  %0 = linalg.conv_2d_ngchw_gfchw ins(%a0, %a1 : tensor<4x2x5x7x8xf32>, tensor<2x6x5x2x5xf32>) outs(%a2 : tensor<4x2x6x6x4xf32>) -> tensor<4x2x6x6x4xf32>
  return %0 : tensor<4x2x6x6x4xf32>
}

// CHECK-LABEL: func.func @conv_2d_ngchw_gfchw_13
func.func @conv_2d_ngchw_gfchw_13(%a0: tensor<4x2x5x12x18xi8>, %a1: tensor<2x6x5x2x5xi16>, %a2: tensor<4x2x6x6x4xf32>) -> tensor<4x2x6x6x4xf32> {
  // CHECK: linalg.conv_2d_ngchw_gfchw {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x2x5x12x18xi8>, tensor<2x6x5x2x5xi16>) outs(%{{.*}} : tensor<4x2x6x6x4xf32>) -> tensor<4x2x6x6x4xf32>
  %0 = linalg.conv_2d_ngchw_gfchw {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%a0, %a1 : tensor<4x2x5x12x18xi8>, tensor<2x6x5x2x5xi16>) outs(%a2 : tensor<4x2x6x6x4xf32>) -> tensor<4x2x6x6x4xf32>
  return %0 : tensor<4x2x6x6x4xf32>
}

// CHECK-LABEL: func.func @conv_3d_ndhwc_dhwcf_14
func.func @conv_3d_ndhwc_dhwcf_14(%a0: tensor<4x6x7x8x5xf32>, %a1: tensor<4x2x5x5x6xf32>, %a2: tensor<4x3x6x4x6xf32>) -> tensor<4x3x6x4x6xf32> {
  // CHECK: linalg.conv_3d_ndhwc_dhwcf ins(%{{.*}}, %{{.*}} : tensor<4x6x7x8x5xf32>, tensor<4x2x5x5x6xf32>) outs(%{{.*}} : tensor<4x3x6x4x6xf32>) -> tensor<4x3x6x4x6xf32>
  %0 = linalg.conv_3d_ndhwc_dhwcf ins(%a0, %a1 : tensor<4x6x7x8x5xf32>, tensor<4x2x5x5x6xf32>) outs(%a2 : tensor<4x3x6x4x6xf32>) -> tensor<4x3x6x4x6xf32>
  return %0 : tensor<4x3x6x4x6xf32>
}

// CHECK-LABEL: func.func @conv_3d_ndhwc_dhwcf_15
func.func @conv_3d_ndhwc_dhwcf_15(%a0: tensor<4x8x18x16x5xi8>, %a1: tensor<4x2x5x5x6xi16>, %a2: tensor<4x3x6x4x6xf32>) -> tensor<4x3x6x4x6xf32> {
  // CHECK: linalg.conv_3d_ndhwc_dhwcf {dilations = dense<[1, 2, 3]> : tensor<3xi64>, strides = dense<[2, 3, 1]> : tensor<3xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x8x18x16x5xi8>, tensor<4x2x5x5x6xi16>) outs(%{{.*}} : tensor<4x3x6x4x6xf32>) -> tensor<4x3x6x4x6xf32>
  %0 = linalg.conv_3d_ndhwc_dhwcf {dilations = dense<[1, 2, 3]> : tensor<3xi64>, strides = dense<[2, 3, 1]> : tensor<3xi64>} ins(%a0, %a1 : tensor<4x8x18x16x5xi8>, tensor<4x2x5x5x6xi16>) outs(%a2 : tensor<4x3x6x4x6xf32>) -> tensor<4x3x6x4x6xf32>
  return %0 : tensor<4x3x6x4x6xf32>
}

// CHECK-LABEL: func.func @conv_3d_ncdhw_fcdhw_16
func.func @conv_3d_ncdhw_fcdhw_16(%a0: tensor<4x5x6x7x8xf32>, %a1: tensor<6x5x4x2x5xf32>, %a2: tensor<4x6x3x6x4xf32>) -> tensor<4x6x3x6x4xf32> {
  // CHECK: linalg.conv_3d_ncdhw_fcdhw ins(%{{.*}}, %{{.*}} : tensor<4x5x6x7x8xf32>, tensor<6x5x4x2x5xf32>) outs(%{{.*}} : tensor<4x6x3x6x4xf32>) -> tensor<4x6x3x6x4xf32>
  %0 = linalg.conv_3d_ncdhw_fcdhw ins(%a0, %a1 : tensor<4x5x6x7x8xf32>, tensor<6x5x4x2x5xf32>) outs(%a2 : tensor<4x6x3x6x4xf32>) -> tensor<4x6x3x6x4xf32>
  return %0 : tensor<4x6x3x6x4xf32>
}

// CHECK-LABEL: func.func @conv_3d_ncdhw_fcdhw_17
func.func @conv_3d_ncdhw_fcdhw_17(%a0: tensor<4x5x8x18x16xi8>, %a1: tensor<6x5x4x2x5xi16>, %a2: tensor<4x6x3x6x4xf32>) -> tensor<4x6x3x6x4xf32> {
  // CHECK: linalg.conv_3d_ncdhw_fcdhw {dilations = dense<[1, 2, 3]> : tensor<3xi64>, strides = dense<[2, 3, 1]> : tensor<3xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x5x8x18x16xi8>, tensor<6x5x4x2x5xi16>) outs(%{{.*}} : tensor<4x6x3x6x4xf32>) -> tensor<4x6x3x6x4xf32>
  %0 = linalg.conv_3d_ncdhw_fcdhw {dilations = dense<[1, 2, 3]> : tensor<3xi64>, strides = dense<[2, 3, 1]> : tensor<3xi64>} ins(%a0, %a1 : tensor<4x5x8x18x16xi8>, tensor<6x5x4x2x5xi16>) outs(%a2 : tensor<4x6x3x6x4xf32>) -> tensor<4x6x3x6x4xf32>
  return %0 : tensor<4x6x3x6x4xf32>
}

// CHECK-LABEL: func.func @depthwise_conv_1d_nwc_wc_18
func.func @depthwise_conv_1d_nwc_wc_18(%a0: tensor<4x8x5xf32>, %a1: tensor<5x5xf32>, %a2: tensor<4x4x5xf32>) -> tensor<4x4x5xf32> {
  // CHECK: linalg.depthwise_conv_1d_nwc_wc ins(%{{.*}}, %{{.*}} : tensor<4x8x5xf32>, tensor<5x5xf32>) outs(%{{.*}} : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  %0 = linalg.depthwise_conv_1d_nwc_wc ins(%a0, %a1 : tensor<4x8x5xf32>, tensor<5x5xf32>) outs(%a2 : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  return %0 : tensor<4x4x5xf32>
}

// CHECK-LABEL: func.func @depthwise_conv_1d_nwc_wc_19
func.func @depthwise_conv_1d_nwc_wc_19(%a0: tensor<4x11x5xi8>, %a1: tensor<5x5xi16>, %a2: tensor<4x4x5xf32>) -> tensor<4x4x5xf32> {
  // CHECK: linalg.depthwise_conv_1d_nwc_wc {dilations = dense<1> : tensor<1xi64>, strides = dense<2> : tensor<1xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x11x5xi8>, tensor<5x5xi16>) outs(%{{.*}} : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  %0 = linalg.depthwise_conv_1d_nwc_wc {dilations = dense<[1]> : tensor<1xi64>, strides = dense<[2]> : tensor<1xi64>} ins(%a0, %a1 : tensor<4x11x5xi8>, tensor<5x5xi16>) outs(%a2 : tensor<4x4x5xf32>) -> tensor<4x4x5xf32>
  return %0 : tensor<4x4x5xf32>
}

// CHECK-LABEL: func.func @depthwise_conv_1d_ncw_cw_20
func.func @depthwise_conv_1d_ncw_cw_20(%a0: tensor<4x5x8xf32>, %a1: tensor<5x5xf32>, %a2: tensor<4x5x4xf32>) -> tensor<4x5x4xf32> {
  // CHECK: linalg.depthwise_conv_1d_ncw_cw ins(%{{.*}}, %{{.*}} : tensor<4x5x8xf32>, tensor<5x5xf32>) outs(%{{.*}} : tensor<4x5x4xf32>) -> tensor<4x5x4xf32>
  %0 = linalg.depthwise_conv_1d_ncw_cw ins(%a0, %a1 : tensor<4x5x8xf32>, tensor<5x5xf32>) outs(%a2 : tensor<4x5x4xf32>) -> tensor<4x5x4xf32>
  return %0 : tensor<4x5x4xf32>
}

// CHECK-LABEL: func.func @depthwise_conv_1d_ncw_cw_21
func.func @depthwise_conv_1d_ncw_cw_21(%a0: tensor<4x5x11xi8>, %a1: tensor<5x5xi16>, %a2: tensor<4x5x4xf32>) -> tensor<4x5x4xf32> {
  // CHECK: linalg.depthwise_conv_1d_ncw_cw {dilations = dense<1> : tensor<1xi64>, strides = dense<2> : tensor<1xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x5x11xi8>, tensor<5x5xi16>) outs(%{{.*}} : tensor<4x5x4xf32>) -> tensor<4x5x4xf32>
  %0 = linalg.depthwise_conv_1d_ncw_cw {dilations = dense<[1]> : tensor<1xi64>, strides = dense<[2]> : tensor<1xi64>} ins(%a0, %a1 : tensor<4x5x11xi8>, tensor<5x5xi16>) outs(%a2 : tensor<4x5x4xf32>) -> tensor<4x5x4xf32>
  return %0 : tensor<4x5x4xf32>
}

// CHECK-LABEL: func.func @depthwise_conv_1d_nwc_wcm_22
func.func @depthwise_conv_1d_nwc_wcm_22(%a0: tensor<4x8x5xf32>, %a1: tensor<5x5x3xf32>, %a2: tensor<4x4x5x3xf32>) -> tensor<4x4x5x3xf32> {
  // CHECK: linalg.depthwise_conv_1d_nwc_wcm ins(%{{.*}}, %{{.*}} : tensor<4x8x5xf32>, tensor<5x5x3xf32>) outs(%{{.*}} : tensor<4x4x5x3xf32>) -> tensor<4x4x5x3xf32>
  %0 = linalg.depthwise_conv_1d_nwc_wcm ins(%a0, %a1 : tensor<4x8x5xf32>, tensor<5x5x3xf32>) outs(%a2 : tensor<4x4x5x3xf32>) -> tensor<4x4x5x3xf32>
  return %0 : tensor<4x4x5x3xf32>
}

// CHECK-LABEL: func.func @depthwise_conv_1d_nwc_wcm_23
func.func @depthwise_conv_1d_nwc_wcm_23(%a0: tensor<4x11x5xi8>, %a1: tensor<5x5x3xi16>, %a2: tensor<4x4x5x3xf32>) -> tensor<4x4x5x3xf32> {
  // CHECK: linalg.depthwise_conv_1d_nwc_wcm {dilations = dense<1> : tensor<1xi64>, strides = dense<2> : tensor<1xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x11x5xi8>, tensor<5x5x3xi16>) outs(%{{.*}} : tensor<4x4x5x3xf32>) -> tensor<4x4x5x3xf32>
  %0 = linalg.depthwise_conv_1d_nwc_wcm {dilations = dense<[1]> : tensor<1xi64>, strides = dense<[2]> : tensor<1xi64>} ins(%a0, %a1 : tensor<4x11x5xi8>, tensor<5x5x3xi16>) outs(%a2 : tensor<4x4x5x3xf32>) -> tensor<4x4x5x3xf32>
  return %0 : tensor<4x4x5x3xf32>
}

// CHECK-LABEL: func.func @depthwise_conv_2d_nhwc_hwc_24
func.func @depthwise_conv_2d_nhwc_hwc_24(%a0: tensor<4x7x8x5xf32>, %a1: tensor<2x5x5xf32>, %a2: tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32> {
  // CHECK: linalg.depthwise_conv_2d_nhwc_hwc ins(%{{.*}}, %{{.*}} : tensor<4x7x8x5xf32>, tensor<2x5x5xf32>) outs(%{{.*}} : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  %0 = linalg.depthwise_conv_2d_nhwc_hwc ins(%a0, %a1 : tensor<4x7x8x5xf32>, tensor<2x5x5xf32>) outs(%a2 : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  return %0 : tensor<4x6x4x5xf32>
}

// CHECK-LABEL: func.func @depthwise_conv_2d_nhwc_hwc_25
func.func @depthwise_conv_2d_nhwc_hwc_25(%a0: tensor<4x12x18x5xi8>, %a1: tensor<2x5x5xi16>, %a2: tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32> {
  // CHECK: linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x12x18x5xi8>, tensor<2x5x5xi16>) outs(%{{.*}} : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  %0 = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%a0, %a1 : tensor<4x12x18x5xi8>, tensor<2x5x5xi16>) outs(%a2 : tensor<4x6x4x5xf32>) -> tensor<4x6x4x5xf32>
  return %0 : tensor<4x6x4x5xf32>
}

// CHECK-LABEL: func.func @depthwise_conv_2d_nchw_chw_26
func.func @depthwise_conv_2d_nchw_chw_26(%a0: tensor<4x5x7x8xf32>, %a1: tensor<5x2x5xf32>, %a2: tensor<4x5x6x4xf32>) -> tensor<4x5x6x4xf32> {
  // CHECK: linalg.depthwise_conv_2d_nchw_chw ins(%{{.*}}, %{{.*}} : tensor<4x5x7x8xf32>, tensor<5x2x5xf32>) outs(%{{.*}} : tensor<4x5x6x4xf32>) -> tensor<4x5x6x4xf32>
  %0 = linalg.depthwise_conv_2d_nchw_chw ins(%a0, %a1 : tensor<4x5x7x8xf32>, tensor<5x2x5xf32>) outs(%a2 : tensor<4x5x6x4xf32>) -> tensor<4x5x6x4xf32>
  return %0 : tensor<4x5x6x4xf32>
}

// CHECK-LABEL: func.func @depthwise_conv_2d_nchw_chw_27
func.func @depthwise_conv_2d_nchw_chw_27(%a0: tensor<4x5x12x18xi8>, %a1: tensor<5x2x5xi16>, %a2: tensor<4x5x6x4xf32>) -> tensor<4x5x6x4xf32> {
  // CHECK: linalg.depthwise_conv_2d_nchw_chw {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x5x12x18xi8>, tensor<5x2x5xi16>) outs(%{{.*}} : tensor<4x5x6x4xf32>) -> tensor<4x5x6x4xf32>
  %0 = linalg.depthwise_conv_2d_nchw_chw {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%a0, %a1 : tensor<4x5x12x18xi8>, tensor<5x2x5xi16>) outs(%a2 : tensor<4x5x6x4xf32>) -> tensor<4x5x6x4xf32>
  return %0 : tensor<4x5x6x4xf32>
}

// CHECK-LABEL: func.func @depthwise_conv_2d_nhwc_hwcm_28
func.func @depthwise_conv_2d_nhwc_hwcm_28(%a0: tensor<4x7x8x5xf32>, %a1: tensor<2x5x5x3xf32>, %a2: tensor<4x6x4x5x3xf32>) -> tensor<4x6x4x5x3xf32> {
  // CHECK: linalg.depthwise_conv_2d_nhwc_hwcm ins(%{{.*}}, %{{.*}} : tensor<4x7x8x5xf32>, tensor<2x5x5x3xf32>) outs(%{{.*}} : tensor<4x6x4x5x3xf32>) -> tensor<4x6x4x5x3xf32>
  %0 = linalg.depthwise_conv_2d_nhwc_hwcm ins(%a0, %a1 : tensor<4x7x8x5xf32>, tensor<2x5x5x3xf32>) outs(%a2 : tensor<4x6x4x5x3xf32>) -> tensor<4x6x4x5x3xf32>
  return %0 : tensor<4x6x4x5x3xf32>
}

// CHECK-LABEL: func.func @depthwise_conv_2d_nhwc_hwcm_29
func.func @depthwise_conv_2d_nhwc_hwcm_29(%a0: tensor<4x12x18x5xi8>, %a1: tensor<2x5x5x3xi16>, %a2: tensor<4x6x4x5x3xf32>) -> tensor<4x6x4x5x3xf32> {
  // CHECK: linalg.depthwise_conv_2d_nhwc_hwcm {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x12x18x5xi8>, tensor<2x5x5x3xi16>) outs(%{{.*}} : tensor<4x6x4x5x3xf32>) -> tensor<4x6x4x5x3xf32>
  %0 = linalg.depthwise_conv_2d_nhwc_hwcm {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%a0, %a1 : tensor<4x12x18x5xi8>, tensor<2x5x5x3xi16>) outs(%a2 : tensor<4x6x4x5x3xf32>) -> tensor<4x6x4x5x3xf32>
  return %0 : tensor<4x6x4x5x3xf32>
}

// CHECK-LABEL: func.func @depthwise_conv_3d_ndhwc_dhwc_30
func.func @depthwise_conv_3d_ndhwc_dhwc_30(%a0: tensor<4x6x7x8x5xf32>, %a1: tensor<4x2x5x5xf32>, %a2: tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32> {
  // CHECK: linalg.depthwise_conv_3d_ndhwc_dhwc ins(%{{.*}}, %{{.*}} : tensor<4x6x7x8x5xf32>, tensor<4x2x5x5xf32>) outs(%{{.*}} : tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32>
  %0 = linalg.depthwise_conv_3d_ndhwc_dhwc ins(%a0, %a1 : tensor<4x6x7x8x5xf32>, tensor<4x2x5x5xf32>) outs(%a2 : tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32>
  return %0 : tensor<4x3x6x4x5xf32>
}

// CHECK-LABEL: func.func @depthwise_conv_3d_ndhwc_dhwc_31
func.func @depthwise_conv_3d_ndhwc_dhwc_31(%a0: tensor<4x8x18x16x5xi8>, %a1: tensor<4x2x5x5xi16>, %a2: tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32> {
  // CHECK: linalg.depthwise_conv_3d_ndhwc_dhwc {dilations = dense<[1, 2, 3]> : tensor<3xi64>, strides = dense<[2, 3, 1]> : tensor<3xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x8x18x16x5xi8>, tensor<4x2x5x5xi16>) outs(%{{.*}} : tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32>
  %0 = linalg.depthwise_conv_3d_ndhwc_dhwc {dilations = dense<[1, 2, 3]> : tensor<3xi64>, strides = dense<[2, 3, 1]> : tensor<3xi64>} ins(%a0, %a1 : tensor<4x8x18x16x5xi8>, tensor<4x2x5x5xi16>) outs(%a2 : tensor<4x3x6x4x5xf32>) -> tensor<4x3x6x4x5xf32>
  return %0 : tensor<4x3x6x4x5xf32>
}

// CHECK-LABEL: func.func @depthwise_conv_3d_ncdhw_cdhw_32
func.func @depthwise_conv_3d_ncdhw_cdhw_32(%a0: tensor<4x5x6x7x8xf32>, %a1: tensor<5x4x2x5xf32>, %a2: tensor<4x5x3x6x4xf32>) -> tensor<4x5x3x6x4xf32> {
  // CHECK: linalg.depthwise_conv_3d_ncdhw_cdhw ins(%{{.*}}, %{{.*}} : tensor<4x5x6x7x8xf32>, tensor<5x4x2x5xf32>) outs(%{{.*}} : tensor<4x5x3x6x4xf32>) -> tensor<4x5x3x6x4xf32>
  %0 = linalg.depthwise_conv_3d_ncdhw_cdhw ins(%a0, %a1 : tensor<4x5x6x7x8xf32>, tensor<5x4x2x5xf32>) outs(%a2 : tensor<4x5x3x6x4xf32>) -> tensor<4x5x3x6x4xf32>
  return %0 : tensor<4x5x3x6x4xf32>
}

// CHECK-LABEL: func.func @depthwise_conv_3d_ncdhw_cdhw_33
func.func @depthwise_conv_3d_ncdhw_cdhw_33(%a0: tensor<4x5x8x18x16xi8>, %a1: tensor<5x4x2x5xi16>, %a2: tensor<4x5x3x6x4xf32>) -> tensor<4x5x3x6x4xf32> {
  // CHECK: linalg.depthwise_conv_3d_ncdhw_cdhw {dilations = dense<[1, 2, 3]> : tensor<3xi64>, strides = dense<[2, 3, 1]> : tensor<3xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x5x8x18x16xi8>, tensor<5x4x2x5xi16>) outs(%{{.*}} : tensor<4x5x3x6x4xf32>) -> tensor<4x5x3x6x4xf32>
  %0 = linalg.depthwise_conv_3d_ncdhw_cdhw {dilations = dense<[1, 2, 3]> : tensor<3xi64>, strides = dense<[2, 3, 1]> : tensor<3xi64>} ins(%a0, %a1 : tensor<4x5x8x18x16xi8>, tensor<5x4x2x5xi16>) outs(%a2 : tensor<4x5x3x6x4xf32>) -> tensor<4x5x3x6x4xf32>
  return %0 : tensor<4x5x3x6x4xf32>
}

// CHECK-LABEL: func.func @depthwise_conv_3d_ndhwc_dhwcm_34
func.func @depthwise_conv_3d_ndhwc_dhwcm_34(%a0: tensor<4x6x7x8x5xf32>, %a1: tensor<4x2x5x5x2xf32>, %a2: tensor<4x3x6x4x5x2xf32>) -> tensor<4x3x6x4x5x2xf32> {
  // CHECK: linalg.depthwise_conv_3d_ndhwc_dhwcm ins(%{{.*}}, %{{.*}} : tensor<4x6x7x8x5xf32>, tensor<4x2x5x5x2xf32>) outs(%{{.*}} : tensor<4x3x6x4x5x2xf32>) -> tensor<4x3x6x4x5x2xf32>
  %0 = linalg.depthwise_conv_3d_ndhwc_dhwcm ins(%a0, %a1 : tensor<4x6x7x8x5xf32>, tensor<4x2x5x5x2xf32>) outs(%a2 : tensor<4x3x6x4x5x2xf32>) -> tensor<4x3x6x4x5x2xf32>
  return %0 : tensor<4x3x6x4x5x2xf32>
}

// CHECK-LABEL: func.func @depthwise_conv_3d_ndhwc_dhwcm_35
func.func @depthwise_conv_3d_ndhwc_dhwcm_35(%a0: tensor<4x8x18x16x5xi8>, %a1: tensor<4x2x5x5x2xi16>, %a2: tensor<4x3x6x4x5x2xf32>) -> tensor<4x3x6x4x5x2xf32> {
  // CHECK: linalg.depthwise_conv_3d_ndhwc_dhwcm {dilations = dense<[1, 2, 3]> : tensor<3xi64>, strides = dense<[2, 3, 1]> : tensor<3xi64>} ins(%{{.*}}, %{{.*}} : tensor<4x8x18x16x5xi8>, tensor<4x2x5x5x2xi16>) outs(%{{.*}} : tensor<4x3x6x4x5x2xf32>) -> tensor<4x3x6x4x5x2xf32>
  %0 = linalg.depthwise_conv_3d_ndhwc_dhwcm {dilations = dense<[1, 2, 3]> : tensor<3xi64>, strides = dense<[2, 3, 1]> : tensor<3xi64>} ins(%a0, %a1 : tensor<4x8x18x16x5xi8>, tensor<4x2x5x5x2xi16>) outs(%a2 : tensor<4x3x6x4x5x2xf32>) -> tensor<4x3x6x4x5x2xf32>
  return %0 : tensor<4x3x6x4x5x2xf32>
}

// CHECK-LABEL: func.func @conv_2d_nhwc_hwcf_q_36
func.func @conv_2d_nhwc_hwcf_q_36(%a0: tensor<4x7x8x5xi8>, %a1: tensor<2x5x5x6xi8>, %a2: i32, %a3: i32, %a4: tensor<4x6x4x6xi32>) -> tensor<4x6x4x6xi32> {
  // CHECK: linalg.conv_2d_nhwc_hwcf_q ins(%{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} : tensor<4x7x8x5xi8>, tensor<2x5x5x6xi8>, i32, i32) outs(%{{.*}} : tensor<4x6x4x6xi32>) -> tensor<4x6x4x6xi32>
  %0 = linalg.conv_2d_nhwc_hwcf_q ins(%a0, %a1, %a2, %a3 : tensor<4x7x8x5xi8>, tensor<2x5x5x6xi8>, i32, i32) outs(%a4 : tensor<4x6x4x6xi32>) -> tensor<4x6x4x6xi32>
  return %0 : tensor<4x6x4x6xi32>
}

// CHECK-LABEL: func.func @conv_2d_nhwc_hwcf_q_37
func.func @conv_2d_nhwc_hwcf_q_37(%a0: tensor<4x12x18x5xi8>, %a1: tensor<2x5x5x6xi8>, %a2: i32, %a3: i32, %a4: tensor<4x6x4x6xi32>) -> tensor<4x6x4x6xi32> {
  // CHECK: linalg.conv_2d_nhwc_hwcf_q {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} : tensor<4x12x18x5xi8>, tensor<2x5x5x6xi8>, i32, i32) outs(%{{.*}} : tensor<4x6x4x6xi32>) -> tensor<4x6x4x6xi32>
  %0 = linalg.conv_2d_nhwc_hwcf_q {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%a0, %a1, %a2, %a3 : tensor<4x12x18x5xi8>, tensor<2x5x5x6xi8>, i32, i32) outs(%a4 : tensor<4x6x4x6xi32>) -> tensor<4x6x4x6xi32>
  return %0 : tensor<4x6x4x6xi32>
}

// CHECK-LABEL: func.func @conv_2d_nhwc_fhwc_q_38
func.func @conv_2d_nhwc_fhwc_q_38(%a0: tensor<4x7x8x5xi8>, %a1: tensor<6x2x5x5xi8>, %a2: i32, %a3: i32, %a4: tensor<4x6x4x6xi32>) -> tensor<4x6x4x6xi32> {
  // CHECK: linalg.conv_2d_nhwc_fhwc_q ins(%{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} : tensor<4x7x8x5xi8>, tensor<6x2x5x5xi8>, i32, i32) outs(%{{.*}} : tensor<4x6x4x6xi32>) -> tensor<4x6x4x6xi32>
  %0 = linalg.conv_2d_nhwc_fhwc_q ins(%a0, %a1, %a2, %a3 : tensor<4x7x8x5xi8>, tensor<6x2x5x5xi8>, i32, i32) outs(%a4 : tensor<4x6x4x6xi32>) -> tensor<4x6x4x6xi32>
  return %0 : tensor<4x6x4x6xi32>
}

// CHECK-LABEL: func.func @conv_2d_nhwc_fhwc_q_39
func.func @conv_2d_nhwc_fhwc_q_39(%a0: tensor<4x12x18x5xi8>, %a1: tensor<6x2x5x5xi8>, %a2: i32, %a3: i32, %a4: tensor<4x6x4x6xi32>) -> tensor<4x6x4x6xi32> {
  // CHECK: linalg.conv_2d_nhwc_fhwc_q {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} : tensor<4x12x18x5xi8>, tensor<6x2x5x5xi8>, i32, i32) outs(%{{.*}} : tensor<4x6x4x6xi32>) -> tensor<4x6x4x6xi32>
  %0 = linalg.conv_2d_nhwc_fhwc_q {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%a0, %a1, %a2, %a3 : tensor<4x12x18x5xi8>, tensor<6x2x5x5xi8>, i32, i32) outs(%a4 : tensor<4x6x4x6xi32>) -> tensor<4x6x4x6xi32>
  return %0 : tensor<4x6x4x6xi32>
}

// CHECK-LABEL: func.func @conv_2d_ngchw_gfchw_q_40
func.func @conv_2d_ngchw_gfchw_q_40(%a0: tensor<4x2x5x7x8xi8>, %a1: tensor<2x6x5x2x5xi8>, %a2: i32, %a3: i32, %a4: tensor<4x2x6x6x4xi32>) -> tensor<4x2x6x6x4xi32> {
  // CHECK: linalg.conv_2d_ngchw_gfchw_q ins(%{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} : tensor<4x2x5x7x8xi8>, tensor<2x6x5x2x5xi8>, i32, i32) outs(%{{.*}} : tensor<4x2x6x6x4xi32>) -> tensor<4x2x6x6x4xi32>
  %0 = linalg.conv_2d_ngchw_gfchw_q ins(%a0, %a1, %a2, %a3 : tensor<4x2x5x7x8xi8>, tensor<2x6x5x2x5xi8>, i32, i32) outs(%a4 : tensor<4x2x6x6x4xi32>) -> tensor<4x2x6x6x4xi32>
  return %0 : tensor<4x2x6x6x4xi32>
}

// CHECK-LABEL: func.func @conv_2d_ngchw_gfchw_q_41
func.func @conv_2d_ngchw_gfchw_q_41(%a0: tensor<4x2x5x12x18xi8>, %a1: tensor<2x6x5x2x5xi8>, %a2: i32, %a3: i32, %a4: tensor<4x2x6x6x4xi32>) -> tensor<4x2x6x6x4xi32> {
  // CHECK: linalg.conv_2d_ngchw_gfchw_q {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} : tensor<4x2x5x12x18xi8>, tensor<2x6x5x2x5xi8>, i32, i32) outs(%{{.*}} : tensor<4x2x6x6x4xi32>) -> tensor<4x2x6x6x4xi32>
  %0 = linalg.conv_2d_ngchw_gfchw_q {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%a0, %a1, %a2, %a3 : tensor<4x2x5x12x18xi8>, tensor<2x6x5x2x5xi8>, i32, i32) outs(%a4 : tensor<4x2x6x6x4xi32>) -> tensor<4x2x6x6x4xi32>
  return %0 : tensor<4x2x6x6x4xi32>
}

// CHECK-LABEL: func.func @conv_3d_ndhwc_dhwcf_q_42
func.func @conv_3d_ndhwc_dhwcf_q_42(%a0: tensor<4x6x7x8x5xi8>, %a1: tensor<4x2x5x5x6xi8>, %a2: i32, %a3: i32, %a4: tensor<4x3x6x4x6xi32>) -> tensor<4x3x6x4x6xi32> {
  // CHECK: linalg.conv_3d_ndhwc_dhwcf_q ins(%{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} : tensor<4x6x7x8x5xi8>, tensor<4x2x5x5x6xi8>, i32, i32) outs(%{{.*}} : tensor<4x3x6x4x6xi32>) -> tensor<4x3x6x4x6xi32>
  %0 = linalg.conv_3d_ndhwc_dhwcf_q ins(%a0, %a1, %a2, %a3 : tensor<4x6x7x8x5xi8>, tensor<4x2x5x5x6xi8>, i32, i32) outs(%a4 : tensor<4x3x6x4x6xi32>) -> tensor<4x3x6x4x6xi32>
  return %0 : tensor<4x3x6x4x6xi32>
}

// CHECK-LABEL: func.func @conv_3d_ndhwc_dhwcf_q_43
func.func @conv_3d_ndhwc_dhwcf_q_43(%a0: tensor<4x8x18x16x5xi8>, %a1: tensor<4x2x5x5x6xi8>, %a2: i32, %a3: i32, %a4: tensor<4x3x6x4x6xi32>) -> tensor<4x3x6x4x6xi32> {
  // CHECK: linalg.conv_3d_ndhwc_dhwcf_q {dilations = dense<[1, 2, 3]> : tensor<3xi64>, strides = dense<[2, 3, 1]> : tensor<3xi64>} ins(%{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} : tensor<4x8x18x16x5xi8>, tensor<4x2x5x5x6xi8>, i32, i32) outs(%{{.*}} : tensor<4x3x6x4x6xi32>) -> tensor<4x3x6x4x6xi32>
  %0 = linalg.conv_3d_ndhwc_dhwcf_q {dilations = dense<[1, 2, 3]> : tensor<3xi64>, strides = dense<[2, 3, 1]> : tensor<3xi64>} ins(%a0, %a1, %a2, %a3 : tensor<4x8x18x16x5xi8>, tensor<4x2x5x5x6xi8>, i32, i32) outs(%a4 : tensor<4x3x6x4x6xi32>) -> tensor<4x3x6x4x6xi32>
  return %0 : tensor<4x3x6x4x6xi32>
}

// CHECK-LABEL: func.func @depthwise_conv_2d_nhwc_hwc_q_44
func.func @depthwise_conv_2d_nhwc_hwc_q_44(%a0: tensor<4x7x8x5xi8>, %a1: tensor<2x5x5xi8>, %a2: i32, %a3: i32, %a4: tensor<4x6x4x5xi32>) -> tensor<4x6x4x5xi32> {
  // CHECK: linalg.depthwise_conv_2d_nhwc_hwc_q ins(%{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} : tensor<4x7x8x5xi8>, tensor<2x5x5xi8>, i32, i32) outs(%{{.*}} : tensor<4x6x4x5xi32>) -> tensor<4x6x4x5xi32>
  %0 = linalg.depthwise_conv_2d_nhwc_hwc_q ins(%a0, %a1, %a2, %a3 : tensor<4x7x8x5xi8>, tensor<2x5x5xi8>, i32, i32) outs(%a4 : tensor<4x6x4x5xi32>) -> tensor<4x6x4x5xi32>
  return %0 : tensor<4x6x4x5xi32>
}

// CHECK-LABEL: func.func @depthwise_conv_2d_nhwc_hwc_q_45
func.func @depthwise_conv_2d_nhwc_hwc_q_45(%a0: tensor<4x12x18x5xi8>, %a1: tensor<2x5x5xi8>, %a2: i32, %a3: i32, %a4: tensor<4x6x4x5xi32>) -> tensor<4x6x4x5xi32> {
  // CHECK: linalg.depthwise_conv_2d_nhwc_hwc_q {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} : tensor<4x12x18x5xi8>, tensor<2x5x5xi8>, i32, i32) outs(%{{.*}} : tensor<4x6x4x5xi32>) -> tensor<4x6x4x5xi32>
  %0 = linalg.depthwise_conv_2d_nhwc_hwc_q {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%a0, %a1, %a2, %a3 : tensor<4x12x18x5xi8>, tensor<2x5x5xi8>, i32, i32) outs(%a4 : tensor<4x6x4x5xi32>) -> tensor<4x6x4x5xi32>
  return %0 : tensor<4x6x4x5xi32>
}

// CHECK-LABEL: func.func @depthwise_conv_2d_nhwc_hwcm_q_46
func.func @depthwise_conv_2d_nhwc_hwcm_q_46(%a0: tensor<4x7x8x5xi8>, %a1: tensor<2x5x5x3xi8>, %a2: i32, %a3: i32, %a4: tensor<4x6x4x5x3xi32>) -> tensor<4x6x4x5x3xi32> {
  // CHECK: linalg.depthwise_conv_2d_nhwc_hwcm_q ins(%{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} : tensor<4x7x8x5xi8>, tensor<2x5x5x3xi8>, i32, i32) outs(%{{.*}} : tensor<4x6x4x5x3xi32>) -> tensor<4x6x4x5x3xi32>
  %0 = linalg.depthwise_conv_2d_nhwc_hwcm_q ins(%a0, %a1, %a2, %a3 : tensor<4x7x8x5xi8>, tensor<2x5x5x3xi8>, i32, i32) outs(%a4 : tensor<4x6x4x5x3xi32>) -> tensor<4x6x4x5x3xi32>
  return %0 : tensor<4x6x4x5x3xi32>
}

// CHECK-LABEL: func.func @depthwise_conv_2d_nhwc_hwcm_q_47
func.func @depthwise_conv_2d_nhwc_hwcm_q_47(%a0: tensor<4x12x18x5xi8>, %a1: tensor<2x5x5x3xi8>, %a2: i32, %a3: i32, %a4: tensor<4x6x4x5x3xi32>) -> tensor<4x6x4x5x3xi32> {
  // CHECK: linalg.depthwise_conv_2d_nhwc_hwcm_q {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} : tensor<4x12x18x5xi8>, tensor<2x5x5x3xi8>, i32, i32) outs(%{{.*}} : tensor<4x6x4x5x3xi32>) -> tensor<4x6x4x5x3xi32>
  %0 = linalg.depthwise_conv_2d_nhwc_hwcm_q {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 3]> : tensor<2xi64>} ins(%a0, %a1, %a2, %a3 : tensor<4x12x18x5xi8>, tensor<2x5x5x3xi8>, i32, i32) outs(%a4 : tensor<4x6x4x5x3xi32>) -> tensor<4x6x4x5x3xi32>
  return %0 : tensor<4x6x4x5x3xi32>
}
