// Regions of which the shardings at the border are given.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s

// CHECK: sdy.mesh @mesh = <["data"=2, "model"=4]>
sdy.mesh @mesh = <["data"=2, "model"=4]>

// CHECK-LABEL: func.func @manual
func.func @manual(%arg0: tensor<8x8xf32>) {
  // CHECK: %{{.*}} = sdy.manual_computation(%{{.*}}) in_shardings=[<@mesh, [{"data"}, {}]>] out_shardings=[<@mesh, [{"data"}, {}]>] manual_axes={"data"} (%{{.*}}: tensor<4x8xf32>) {
  %0 = sdy.manual_computation(%arg0) in_shardings=[<@mesh, [{"data"}, {}]>] out_shardings=[<@mesh, [{"data"}, {}]>] manual_axes={"data"} (%arg1: tensor<4x8xf32>) {
    // CHECK: %{{.*}} = stablehlo.add %{{.*}}, %{{.*}} : tensor<4x8xf32>
    %1 = stablehlo.add %arg1, %arg1 : tensor<4x8xf32>
    // CHECK: sdy.return %{{.*}} : tensor<4x8xf32>
    sdy.return %1 : tensor<4x8xf32>
  // CHECK: } {x = 3 : i64} : (tensor<8x8xf32>) -> tensor<8x8xf32>
  } {x = 3 : i64} : (tensor<8x8xf32>) -> tensor<8x8xf32>
  // CHECK: sdy.manual_computation() in_shardings=[] out_shardings=[] manual_axes={} () {
  sdy.manual_computation() in_shardings=[] out_shardings=[] manual_axes={} () {
    // CHECK: sdy.return
    sdy.return
  // CHECK: } : () -> ()
  } : () -> ()
  return
}

// CHECK-LABEL: func.func @named
func.func @named(%arg0: tensor<8x8xf32>) {
  // CHECK: %{{.*}} = sdy.named_computation<"foo">(%{{.*}}) (%{{.*}}: tensor<8x8xf32>) {
  %0 = sdy.named_computation<"foo">(%arg0) (%arg1: tensor<8x8xf32>) {
    // CHECK: sdy.return %{{.*}} : tensor<8x8xf32>
    sdy.return %arg1 : tensor<8x8xf32>
  // CHECK: } : (tensor<8x8xf32>) -> tensor<8x8xf32>
  } : (tensor<8x8xf32>) -> tensor<8x8xf32>
  // CHECK: %{{.*}} = sdy.named_computation<"foo">(%{{.*}}, %{{.*}}) in_shardings=[<@mesh, [{"data"}, {}]>, <@mesh, [{}, {}]>] out_shardings=[<@mesh, [{"data"}, {}]>] (%{{.*}}: tensor<8x8xf32>, %{{.*}}: tensor<8x8xf32>) {
  %1 = sdy.named_computation<"foo">(%arg0, %arg0) in_shardings=[<@mesh, [{"data"}, {}]>, <@mesh, [{}, {}]>] out_shardings=[<@mesh, [{"data"}, {}]>] (%arg1: tensor<8x8xf32>, %arg2: tensor<8x8xf32>) {
    // CHECK: sdy.return %{{.*}} : tensor<8x8xf32>
    sdy.return %arg1 : tensor<8x8xf32>
  // CHECK: } {x = 3 : i64} : (tensor<8x8xf32>, tensor<8x8xf32>) -> tensor<8x8xf32>
  } {x = 3 : i64} : (tensor<8x8xf32>, tensor<8x8xf32>) -> tensor<8x8xf32>
  // CHECK: sdy.named_computation<"foo">() () {
  sdy.named_computation<"foo">() () {
    // CHECK: sdy.return
    sdy.return
  // CHECK: } : () -> ()
  } : () -> ()
  return
}

// CHECK-LABEL: func.func @manual_parts
func.func @manual_parts(%arg0: tensor<8x8xf32>, %arg1: tensor<8xf32>) {
  // CHECK: %{{.*}} = sdy.manual_computation(%{{.*}}, %{{.*}}) in_shardings=[<@mesh, [{"data", "model"}, {?}]>, <@mesh, [{"model":(1)2}]>] out_shardings=[<@mesh, [{"data", "model"}, {?}]>, <@mesh, [{"model":(1)2}]>] manual_axes={"data", "model"} (%{{.*}}: tensor<1x8xf32>, %{{.*}}: tensor<4xf32>) {
  %0:2 = sdy.manual_computation(%arg0, %arg1) in_shardings=[<@mesh, [{"data", "model"}, {?}]>, <@mesh, [{"model":(1)2}]>] out_shardings=[<@mesh, [{"data", "model"}, {?}]>, <@mesh, [{"model":(1)2}]>] manual_axes={"data", "model"} (%arg2: tensor<1x8xf32>, %arg3: tensor<4xf32>) {
    // CHECK: sdy.return %{{.*}}, %{{.*}} : tensor<1x8xf32>, tensor<4xf32>
    sdy.return %arg2, %arg3 : tensor<1x8xf32>, tensor<4xf32>
  // CHECK: } : (tensor<8x8xf32>, tensor<8xf32>) -> (tensor<8x8xf32>, tensor<8xf32>)
  } : (tensor<8x8xf32>, tensor<8xf32>) -> (tensor<8x8xf32>, tensor<8xf32>)
  return
}
