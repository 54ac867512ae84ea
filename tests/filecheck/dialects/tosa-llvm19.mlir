// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | mlir-opt-19 | filecheck %s

// CHECK-LABEL: func.func @matmul
func.func @matmul(%a: tensor<8x2x3xf32>, %b: tensor<8x3x4xf32>, %qa: tensor<1x2x3xi8>, %qb: tensor<1x3x4xi8>, %x: tensor<4x3xf32>, %w: tensor<5x3xf32>, %bias: tensor<5xf32>) {
  // CHECK: tosa.matmul %{{.*}}, %{{.*}} : (tensor<8x2x3xf32>, tensor<8x3x4xf32>) -> tensor<8x2x4xf32>
  %0 = tosa.matmul %a, %b : (tensor<8x2x3xf32>, tensor<8x3x4xf32>) -> tensor<8x2x4xf32>
  // CHECK: tosa.matmul %{{.*}}, %{{.*}} {llmsys.rule = "b m k, b k n -> b m n", quantization_info = #tosa.matmul_quant<a_zp = 1, b_zp = 2>} : (tensor<1x2x3xi8>, tensor<1x3x4xi8>) -> tensor<1x2x4xi32>
  %1 = tosa.matmul %qa, %qb {llmsys.rule = "b m k, b k n -> b m n", quantization_info = #tosa.matmul_quant<a_zp = 1, b_zp = 2>} : (tensor<1x2x3xi8>, tensor<1x3x4xi8>) -> tensor<1x2x4xi32>
  // CHECK: tosa.fully_connected %{{.*}}, %{{.*}}, %{{.*}} : (tensor<4x3xf32>, tensor<5x3xf32>, tensor<5xf32>) -> tensor<4x5xf32>
  %2 = tosa.fully_connected %x, %w, %bias : (tensor<4x3xf32>, tensor<5x3xf32>, tensor<5xf32>) -> tensor<4x5xf32>
  return
}

// CHECK-LABEL: func.func @elementwise
func.func @elementwise(%a: tensor<2x3xf32>, %b: tensor<3xf32>, %i: tensor<2x3xi32>, %q: tensor<2x3xi8>, %n: tensor<i32>, %m: tensor<i8>, %lut: tensor<256xi8>) {
  // CHECK: tosa.add %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  %0 = tosa.add %a, %b : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  // CHECK: tosa.mul %{{.*}}, %{{.*}} {shift = 0 : i8} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  %1 = tosa.mul %a, %a {shift = 0 : i8} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: tosa.mul %{{.*}}, %{{.*}} {shift = 1 : i8} : (tensor<2x3xi8>, tensor<2x3xi8>) -> tensor<2x3xi32>
  %2 = tosa.mul %q, %q {shift = 1 : i8} : (tensor<2x3xi8>, tensor<2x3xi8>) -> tensor<2x3xi32>
  // CHECK: tosa.int_div %{{.*}}, %{{.*}} : (tensor<2x3xi32>, tensor<2x3xi32>) -> tensor<2x3xi32>
  %3 = tosa.int_div %i, %i : (tensor<2x3xi32>, tensor<2x3xi32>) -> tensor<2x3xi32>
  // CHECK: tosa.negate %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %4 = tosa.negate %a : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: tosa.negate %{{.*}} {quantization_info = #tosa.unary_quant<input_zp = 0, output_zp = 3>} : (tensor<2x3xi8>) -> tensor<2x3xi8>
  %5 = tosa.negate %q {quantization_info = #tosa.unary_quant<input_zp = 0, output_zp = 3>} : (tensor<2x3xi8>) -> tensor<2x3xi8>
  // CHECK: tosa.clamp %{{.*}} {max_fp = 6.000000e+00 : f32, max_int = 6 : i64, min_fp = 0.000000e+00 : f32, min_int = 0 : i64} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %6 = tosa.clamp %a {max_fp = 6.000000e+00 : f32, max_int = 6 : i64, min_fp = 0.000000e+00 : f32, min_int = 0 : i64} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: tosa.rescale %{{.*}} {double_round = false, input_zp = 1 : i32, multiplier = array<i32: 1073741824>, output_zp = 2 : i32, per_channel = false, scale32 = true, shift = array<i8: 30>} : (tensor<2x3xi8>) -> tensor<2x3xi8>
  %7 = tosa.rescale %q {double_round = false, input_zp = 1 : i32, multiplier = array<i32: 1073741824>, output_zp = 2 : i32, per_channel = false, scale32 = true, shift = array<i8: 30>} : (tensor<2x3xi8>) -> tensor<2x3xi8>
  // CHECK: tosa.apply_scale %{{.*}}, %{{.*}}, %{{.*}} {double_round = true} : (tensor<i32>, tensor<i32>, tensor<i8>) -> tensor<i32>
  %8 = tosa.apply_scale %n, %n, %m {double_round = true} : (tensor<i32>, tensor<i32>, tensor<i8>) -> tensor<i32>
  // CHECK: tosa.table %{{.*}}, %{{.*}} : (tensor<2x3xi8>, tensor<256xi8>) -> tensor<2x3xi8>
  %9 = tosa.table %q, %lut : (tensor<2x3xi8>, tensor<256xi8>) -> tensor<2x3xi8>
  return
}

// CHECK-LABEL: func.func @layout
func.func @layout(%a: tensor<2x3xf32>, %f: tensor<f32>, %q: tensor<2x3xi8>) {
  // CHECK: "tosa.const"() <{value = dense<[1, 0]> : tensor<2xi32>}> : () -> tensor<2xi32>
  %0 = "tosa.const"() <{value = dense<[1, 0]> : tensor<2xi32>}> : () -> tensor<2xi32>
  // CHECK: "tosa.const"() <{value = dense<1> : tensor<2x2xi32>}> {llmsys.name = "p"} : () -> tensor<2x2xi32>
  %1 = "tosa.const"() <{value = dense<1> : tensor<2x2xi32>}> {llmsys.name = "p"} : () -> tensor<2x2xi32>
  // CHECK: tosa.transpose %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<2xi32>) -> tensor<3x2xf32>
  %2 = tosa.transpose %a, %0 : (tensor<2x3xf32>, tensor<2xi32>) -> tensor<3x2xf32>
  // CHECK: tosa.pad %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<2x2xi32>) -> tensor<4x5xf32>
  %3 = tosa.pad %a, %1 : (tensor<2x3xf32>, tensor<2x2xi32>) -> tensor<4x5xf32>
  // CHECK: tosa.pad %{{.*}}, %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<2x2xi32>, tensor<f32>) -> tensor<4x5xf32>
  %4 = tosa.pad %a, %1, %f : (tensor<2x3xf32>, tensor<2x2xi32>, tensor<f32>) -> tensor<4x5xf32>
  // CHECK: tosa.pad %{{.*}}, %{{.*}} {quantization_info = #tosa.pad_quant<input_zp = 42>} : (tensor<2x3xi8>, tensor<2x2xi32>) -> tensor<4x5xi8>
  %5 = tosa.pad %q, %1 {quantization_info = #tosa.pad_quant<input_zp = 42>} : (tensor<2x3xi8>, tensor<2x2xi32>) -> tensor<4x5xi8>
  // CHECK: tosa.reshape %{{.*}} {new_shape = array<i64: 3, 2>} : (tensor<2x3xf32>) -> tensor<3x2xf32>
  %6 = tosa.reshape %a {new_shape = array<i64: 3, 2>} : (tensor<2x3xf32>) -> tensor<3x2xf32>
  // CHECK: tosa.reshape %{{.*}} {new_shape = array<i64: -1>} : (tensor<2x3xf32>) -> tensor<6xf32>
  %7 = tosa.reshape %a {new_shape = array<i64: -1>} : (tensor<2x3xf32>) -> tensor<6xf32>
  // CHECK: tosa.slice %{{.*}} {size = array<i64: 1, 2>, start = array<i64: 1, 0>} : (tensor<2x3xf32>) -> tensor<1x2xf32>
  %8 = tosa.slice %a {size = array<i64: 1, 2>, start = array<i64: 1, 0>} : (tensor<2x3xf32>) -> tensor<1x2xf32>
  // CHECK: tosa.tile %{{.*}} {multiples = array<i64: 2, 1>} : (tensor<2x3xf32>) -> tensor<4x3xf32>
  %9 = tosa.tile %a {multiples = array<i64: 2, 1>} : (tensor<2x3xf32>) -> tensor<4x3xf32>
  return
}

// CHECK-LABEL: func.func @windows
func.func @windows(%x: tensor<1x4x4x4xf32>, %w: tensor<8x1x1x4xf32>, %b: tensor<8xf32>, %qx: tensor<1x4x4x4xi8>, %qw: tensor<8x1x1x4xi8>, %qb: tensor<8xi32>, %dw: tensor<1x1x4x2xf32>, %x3: tensor<1x4x4x4x4xf32>, %w3: tensor<8x1x1x1x4xf32>) {
  // CHECK: tosa.conv2d %{{.*}}, %{{.*}}, %{{.*}} {dilation = array<i64: 1, 1>, local_bound = true, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x4x4x4xf32>, tensor<8x1x1x4xf32>, tensor<8xf32>) -> tensor<1x4x4x8xf32>
  %0 = tosa.conv2d %x, %w, %b {dilation = array<i64: 1, 1>, local_bound = true, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x4x4x4xf32>, tensor<8x1x1x4xf32>, tensor<8xf32>) -> tensor<1x4x4x8xf32>
  // CHECK: tosa.conv2d %{{.*}}, %{{.*}}, %{{.*}} {dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, quantization_info = #tosa.conv_quant<input_zp = 1, weight_zp = 2>, stride = array<i64: 1, 1>} : (tensor<1x4x4x4xi8>, tensor<8x1x1x4xi8>, tensor<8xi32>) -> tensor<1x4x4x8xi32>
  %1 = tosa.conv2d %qx, %qw, %qb {dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, quantization_info = #tosa.conv_quant<input_zp = 1, weight_zp = 2>, stride = array<i64: 1, 1>} : (tensor<1x4x4x4xi8>, tensor<8x1x1x4xi8>, tensor<8xi32>) -> tensor<1x4x4x8xi32>
  // CHECK: tosa.conv3d %{{.*}}, %{{.*}}, %{{.*}} {dilation = array<i64: 1, 1, 1>, pad = array<i64: 0, 0, 0, 0, 0, 0>, stride = array<i64: 1, 1, 1>} : (tensor<1x4x4x4x4xf32>, tensor<8x1x1x1x4xf32>, tensor<8xf32>) -> tensor<1x4x4x4x8xf32>
  %2 = tosa.conv3d %x3, %w3, %b {dilation = array<i64: 1, 1, 1>, pad = array<i64: 0, 0, 0, 0, 0, 0>, stride = array<i64: 1, 1, 1>} : (tensor<1x4x4x4x4xf32>, tensor<8x1x1x1x4xf32>, tensor<8xf32>) -> tensor<1x4x4x4x8xf32>
  // CHECK: tosa.depthwise_conv2d %{{.*}}, %{{.*}}, %{{.*}} {dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x4x4x4xf32>, tensor<1x1x4x2xf32>, tensor<8xf32>) -> tensor<1x4x4x8xf32>
  %3 = tosa.depthwise_conv2d %x, %dw, %b {dilation = array<i64: 1, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<1x4x4x4xf32>, tensor<1x1x4x2xf32>, tensor<8xf32>) -> tensor<1x4x4x8xf32>
  // CHECK: tosa.transpose_conv2d %{{.*}}, %{{.*}}, %{{.*}} {out_pad = array<i64: 0, 0, 0, 0>, out_shape = array<i64: 1, 4, 4, 8>, stride = array<i64: 1, 1>} : (tensor<1x4x4x4xf32>, tensor<8x1x1x4xf32>, tensor<8xf32>) -> tensor<1x4x4x8xf32>
  %4 = tosa.transpose_conv2d %x, %w, %b {out_pad = array<i64: 0, 0, 0, 0>, out_shape = array<i64: 1, 4, 4, 8>, stride = array<i64: 1, 1>} : (tensor<1x4x4x4xf32>, tensor<8x1x1x4xf32>, tensor<8xf32>) -> tensor<1x4x4x8xf32>
  // CHECK: tosa.avg_pool2d %{{.*}} {acc_type = f32, kernel = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 2, 2>} : (tensor<1x4x4x4xf32>) -> tensor<1x2x2x4xf32>
  %5 = tosa.avg_pool2d %x {acc_type = f32, kernel = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 2, 2>} : (tensor<1x4x4x4xf32>) -> tensor<1x2x2x4xf32>
  // CHECK: tosa.avg_pool2d %{{.*}} {acc_type = i32, kernel = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>, quantization_info = #tosa.unary_quant<input_zp = 0, output_zp = 3>, stride = array<i64: 2, 2>} : (tensor<1x4x4x4xi8>) -> tensor<1x2x2x4xi8>
  %6 = tosa.avg_pool2d %qx {acc_type = i32, kernel = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>, quantization_info = #tosa.unary_quant<input_zp = 0, output_zp = 3>, stride = array<i64: 2, 2>} : (tensor<1x4x4x4xi8>) -> tensor<1x2x2x4xi8>
  // CHECK: tosa.resize %{{.*}} {border = array<i64: 1, 1>, mode = "BILINEAR", offset = array<i64: -1, -1>, scale = array<i64: 4, 2, 4, 2>} : (tensor<1x4x4x4xf32>) -> tensor<1x8x8x4xf32>
  %7 = tosa.resize %x {border = array<i64: 1, 1>, mode = "BILINEAR", offset = array<i64: -1, -1>, scale = array<i64: 4, 2, 4, 2>} : (tensor<1x4x4x4xf32>) -> tensor<1x8x8x4xf32>
  return
}

// CHECK-LABEL: func.func @reduce
func.func @reduce(%a: tensor<2x3xf32>) {
  // CHECK: tosa.reduce_prod %{{.*}} {axis = 0 : i32} : (tensor<2x3xf32>) -> tensor<1x3xf32>
  %0 = tosa.reduce_prod %a {axis = 0 : i32} : (tensor<2x3xf32>) -> tensor<1x3xf32>
  return
}
// CHECK: tosa.variable @weight : tensor<2x3xf32>
tosa.variable @weight : tensor<2x3xf32>
// CHECK: tosa.variable @bias = dense<1.000000e+00> : tensor<3xf32>
tosa.variable @bias = dense<1.000000e+00> : tensor<3xf32>

// CHECK-LABEL: func.func @variables
func.func @variables() {
  // CHECK: tosa.variable.read @weight : tensor<2x3xf32>
  %0 = tosa.variable.read @weight : tensor<2x3xf32>
  // CHECK: tosa.variable.write @weight, %{{.*}} : tensor<2x3xf32>
  tosa.variable.write @weight, %0 : tensor<2x3xf32>
  return
}
