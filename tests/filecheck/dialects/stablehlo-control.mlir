// While, if, case, reductions and sorting: ops with regions.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s

// CHECK-LABEL: func.func @control
func.func @control(%arg0: tensor<2x4xf32>, %arg1: tensor<i32>, %arg2: tensor<i1>, %arg3: tensor<f32>, %arg4: tensor<2x4xi32>) {
  // CHECK: %{{.*}} = stablehlo.while(%{{.*}} = %{{.*}}, %{{.*}} = %{{.*}}) : tensor<i32>, tensor<2x4xf32> attributes {x = 3 : i64}
  %0:2 = stablehlo.while(%iterArg = %arg1, %iterArg_0 = %arg0) : tensor<i32>, tensor<2x4xf32> attributes {x = 3 : i64}
  // CHECK: cond {
  cond {
    // CHECK: stablehlo.return %{{.*}} : tensor<i1>
    stablehlo.return %arg2 : tensor<i1>
  // CHECK: } do {
  } do {
    // CHECK: %{{.*}} = stablehlo.add %{{.*}}, %{{.*}} : tensor<2x4xf32>
    %13 = stablehlo.add %iterArg_0, %iterArg_0 : tensor<2x4xf32>
    // CHECK: stablehlo.return %{{.*}}, %{{.*}} : tensor<i32>, tensor<2x4xf32>
    stablehlo.return %iterArg, %13 : tensor<i32>, tensor<2x4xf32>
  }
  // CHECK: stablehlo.while() attributes {x = 3 : i64}
  stablehlo.while() attributes {x = 3 : i64}
  // CHECK: cond {
  cond {
    // CHECK: stablehlo.return %{{.*}} : tensor<i1>
    stablehlo.return %arg2 : tensor<i1>
  // CHECK: } do {
  } do {
    // CHECK: stablehlo.return
    stablehlo.return 
  }
  // CHECK: %{{.*}} = "stablehlo.if"(%{{.*}}) ({
  %1 = "stablehlo.if"(%arg2) ({
    // CHECK: stablehlo.return %{{.*}} {x = 3 : i64} : tensor<f32>
    stablehlo.return %arg3 {x = 3 : i64} : tensor<f32>
  // CHECK: }, {
  }, {
    // CHECK: stablehlo.return %{{.*}} : tensor<f32>
    stablehlo.return %arg3 : tensor<f32>
  // CHECK: }) {x = 3 : i64} : (tensor<i1>) -> tensor<f32>
  }) {x = 3 : i64} : (tensor<i1>) -> tensor<f32>
  // CHECK: %{{.*}} = "stablehlo.case"(%{{.*}}) ({
  %2:2 = "stablehlo.case"(%arg1) ({
    // CHECK: stablehlo.return %{{.*}}, %{{.*}} : tensor<f32>, tensor<f32>
    stablehlo.return %arg3, %arg3 : tensor<f32>, tensor<f32>
  // CHECK: }, {
  }, {
    // CHECK: stablehlo.return %{{.*}}, %{{.*}} : tensor<f32>, tensor<f32>
    stablehlo.return %arg3, %arg3 : tensor<f32>, tensor<f32>
  // CHECK: }) {x = 3 : i64} : (tensor<i32>) -> (tensor<f32>, tensor<f32>)
  }) {x = 3 : i64} : (tensor<i32>) -> (tensor<f32>, tensor<f32>)
  // CHECK: %{{.*}} = stablehlo.reduce(%{{.*}} init: %{{.*}}) applies stablehlo.add across dimensions = [0, 1] {x = 3 : i64} : (tensor<2x4xf32>, tensor<f32>) -> tensor<f32>
  %3 = stablehlo.reduce(%arg0 init: %arg3) applies stablehlo.add across dimensions = [0, 1] {x = 3 : i64} : (tensor<2x4xf32>, tensor<f32>) -> tensor<f32>
  // CHECK: %{{.*}} = stablehlo.reduce(%{{.*}} init: %{{.*}}) across dimensions = [1] : (tensor<2x4xf32>, tensor<f32>) -> tensor<2xf32>
  %4 = stablehlo.reduce(%arg0 init: %arg3) across dimensions = [1] : (tensor<2x4xf32>, tensor<f32>) -> tensor<2xf32>
   // CHECK: reducer(%{{.*}}: tensor<f32>, %{{.*}}: tensor<f32>)  {
   reducer(%arg5: tensor<f32>, %arg6: tensor<f32>)  {
    // CHECK: %{{.*}} = stablehlo.add %{{.*}}, %{{.*}} : tensor<f32>
    %13 = stablehlo.add %arg6, %arg5 : tensor<f32>
    // CHECK: stablehlo.return %{{.*}} : tensor<f32>
    stablehlo.return %13 : tensor<f32>
  }
  // CHECK: %{{.*}} = stablehlo.reduce(%{{.*}} init: %{{.*}}) across dimensions = [1] : (tensor<2x4xf32>, tensor<f32>) -> tensor<2xf32>
  %5 = stablehlo.reduce(%arg0 init: %arg3) across dimensions = [1] : (tensor<2x4xf32>, tensor<f32>) -> tensor<2xf32>
   // CHECK: reducer(%{{.*}}: tensor<f32>, %{{.*}}: tensor<f32>)  {
   reducer(%arg5: tensor<f32>, %arg6: tensor<f32>)  {
    // CHECK: stablehlo.return %{{.*}} : tensor<f32>
    stablehlo.return %arg6 : tensor<f32>
  }
  // CHECK: %{{.*}} = stablehlo.reduce(%{{.*}} init: %{{.*}}) across dimensions = [1] : (tensor<2x4xf32>, tensor<f32>) -> tensor<2xf32>
  %6 = stablehlo.reduce(%arg0 init: %arg3) across dimensions = [1] : (tensor<2x4xf32>, tensor<f32>) -> tensor<2xf32>
   // CHECK: reducer(%{{.*}}: tensor<f32>, %{{.*}}: tensor<f32>)  {
   reducer(%arg5: tensor<f32>, %arg6: tensor<f32>)  {
    // CHECK: %{{.*}} = stablehlo.atan2 %{{.*}}, %{{.*}} : tensor<f32>
    %13 = stablehlo.atan2 %arg5, %arg6 : tensor<f32>
    // CHECK: stablehlo.return %{{.*}} : tensor<f32>
    stablehlo.return %13 : tensor<f32>
  }
  // CHECK: %{{.*}} = stablehlo.reduce(%{{.*}} init: %{{.*}}), (%{{.*}} init: %{{.*}}) across dimensions = [0] {x = 3 : i64} : (tensor<2x4xf32>, tensor<2x4xi32>, tensor<f32>, tensor<i32>) -> (tensor<4xf32>, tensor<4xi32>)
  %7:2 = stablehlo.reduce(%arg0 init: %arg3), (%arg4 init: %arg1) across dimensions = [0] {x = 3 : i64} : (tensor<2x4xf32>, tensor<2x4xi32>, tensor<f32>, tensor<i32>) -> (tensor<4xf32>, tensor<4xi32>)
   // CHECK: reducer(%{{.*}}: tensor<f32>, %{{.*}}: tensor<f32>) (%{{.*}}: tensor<i32>, %{{.*}}: tensor<i32>)  {
   reducer(%arg5: tensor<f32>, %arg7: tensor<f32>) (%arg6: tensor<i32>, %arg8: tensor<i32>)  {
    // CHECK: %{{.*}} = stablehlo.maximum %{{.*}}, %{{.*}} : tensor<f32>
    %13 = stablehlo.maximum %arg5, %arg7 : tensor<f32>
    // CHECK: stablehlo.return %{{.*}}, %{{.*}} : tensor<f32>, tensor<i32>
    stablehlo.return %13, %arg6 : tensor<f32>, tensor<i32>
  }
  // CHECK: %{{.*}} = "stablehlo.reduce_window"(%{{.*}}, %{{.*}}) <{base_dilations = array<i64: 2, 1>, padding = dense<{{\[\[}}2, 1], [0, 0]]> : tensor<2x2xi64>, window_dilations = array<i64: 3, 1>, window_dimensions = array<i64: 2, 1>, window_strides = array<i64: 4, 1>}> ({
  %8 = "stablehlo.reduce_window"(%arg0, %arg3) <{base_dilations = array<i64: 2, 1>, padding = dense<[[2, 1], [0, 0]]> : tensor<2x2xi64>, window_dilations = array<i64: 3, 1>, window_dimensions = array<i64: 2, 1>, window_strides = array<i64: 4, 1>}> ({
  ^bb0(%arg5: tensor<f32>, %arg6: tensor<f32>):
    // CHECK: %{{.*}} = stablehlo.add %{{.*}}, %{{.*}} : tensor<f32>
    %13 = stablehlo.add %arg5, %arg6 : tensor<f32>
    // CHECK: stablehlo.return %{{.*}} : tensor<f32>
    stablehlo.return %13 : tensor<f32>
  // CHECK: }) : (tensor<2x4xf32>, tensor<f32>) -> tensor<1x4xf32>
  }) : (tensor<2x4xf32>, tensor<f32>) -> tensor<1x4xf32>
  // CHECK: %{{.*}} = "stablehlo.sort"(%{{.*}}, %{{.*}}) <{dimension = 1 : i64, is_stable = true}> ({
  %9:2 = "stablehlo.sort"(%arg0, %arg4) <{dimension = 1 : i64, is_stable = true}> ({
  ^bb0(%arg5: tensor<f32>, %arg6: tensor<f32>, %arg7: tensor<i32>, %arg8: tensor<i32>):
    // CHECK: %{{.*}} = stablehlo.compare LT, %{{.*}}, %{{.*}}, TOTALORDER : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %13 = stablehlo.compare LT, %arg5, %arg6, TOTALORDER : (tensor<f32>, tensor<f32>) -> tensor<i1>
    // CHECK: stablehlo.return %{{.*}} : tensor<i1>
    stablehlo.return %13 : tensor<i1>
  // CHECK: }) {x = 3 : i64} : (tensor<2x4xf32>, tensor<2x4xi32>) -> (tensor<2x4xf32>, tensor<2x4xi32>)
  }) {x = 3 : i64} : (tensor<2x4xf32>, tensor<2x4xi32>) -> (tensor<2x4xf32>, tensor<2x4xi32>)
  // CHECK: %{{.*}} = "stablehlo.sort"(%{{.*}}) ({
  %10 = "stablehlo.sort"(%arg0) ({
  ^bb0(%arg5: tensor<f32>, %arg6: tensor<f32>):
    // CHECK: %{{.*}} = stablehlo.compare LT, %{{.*}}, %{{.*}}, TOTALORDER : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %13 = stablehlo.compare LT, %arg5, %arg6, TOTALORDER : (tensor<f32>, tensor<f32>) -> tensor<i1>
    // CHECK: stablehlo.return %{{.*}} : tensor<i1>
    stablehlo.return %13 : tensor<i1>
  // CHECK: }) : (tensor<2x4xf32>) -> tensor<2x4xf32>
  }) : (tensor<2x4xf32>) -> tensor<2x4xf32>
  // CHECK: %{{.*}} = "stablehlo.map"(%{{.*}}, %{{.*}}) <{dimensions = array<i64: 0, 1>}> ({
  %11 = "stablehlo.map"(%arg0, %arg0) <{dimensions = array<i64: 0, 1>}> ({
  ^bb0(%arg5: tensor<f32>, %arg6: tensor<f32>):
    // CHECK: %{{.*}} = stablehlo.add %{{.*}}, %{{.*}} : tensor<f32>
    %13 = stablehlo.add %arg5, %arg6 : tensor<f32>
    // CHECK: stablehlo.return %{{.*}} : tensor<f32>
    stablehlo.return %13 : tensor<f32>
  // CHECK: }) : (tensor<2x4xf32>, tensor<2x4xf32>) -> tensor<2x4xf32>
  }) : (tensor<2x4xf32>, tensor<2x4xf32>) -> tensor<2x4xf32>
  // CHECK: %{{.*}} = "stablehlo.select_and_scatter"(%{{.*}}, %{{.*}}, %{{.*}}) <{padding = dense<0> : tensor<2x2xi64>, window_dimensions = array<i64: 1, 1>, window_strides = array<i64: 1, 1>}> ({
  %12 = "stablehlo.select_and_scatter"(%arg0, %arg0, %arg3) <{padding = dense<0> : tensor<2x2xi64>, window_dimensions = array<i64: 1, 1>, window_strides = array<i64: 1, 1>}> ({
  ^bb0(%arg5: tensor<f32>, %arg6: tensor<f32>):
    // CHECK: %{{.*}} = stablehlo.compare GE, %{{.*}}, %{{.*}} : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %13 = stablehlo.compare GE, %arg5, %arg6 : (tensor<f32>, tensor<f32>) -> tensor<i1>
    // CHECK: stablehlo.return %{{.*}} : tensor<i1>
    stablehlo.return %13 : tensor<i1>
  // CHECK: }, {
  }, {
  ^bb0(%arg5: tensor<f32>, %arg6: tensor<f32>):
    // CHECK: %{{.*}} = stablehlo.add %{{.*}}, %{{.*}} : tensor<f32>
    %13 = stablehlo.add %arg5, %arg6 : tensor<f32>
    // CHECK: stablehlo.return %{{.*}} : tensor<f32>
    stablehlo.return %13 : tensor<f32>
  // CHECK: }) : (tensor<2x4xf32>, tensor<2x4xf32>, tensor<f32>) -> tensor<2x4xf32>
  }) : (tensor<2x4xf32>, tensor<2x4xf32>, tensor<f32>) -> tensor<2x4xf32>
  return
}

// CHECK-LABEL: func.func @nested
func.func @nested(%arg0: tensor<i32>, %arg1: tensor<f32>) -> tensor<f32> {
  // CHECK: %{{.*}} = stablehlo.while(%{{.*}} = %{{.*}}, %{{.*}} = %{{.*}}) : tensor<i32>, tensor<f32>
  %0:2 = stablehlo.while(%iterArg = %arg0, %iterArg_0 = %arg1) : tensor<i32>, tensor<f32>
  // CHECK: cond {
  cond {
    // CHECK: %{{.*}} = stablehlo.constant dense<10> : tensor<i32>
    %c = stablehlo.constant dense<10> : tensor<i32>
    // CHECK: %{{.*}} = stablehlo.compare LT, %{{.*}}, %{{.*}}, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
    %1 = stablehlo.compare LT, %iterArg, %c, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
    // CHECK: stablehlo.return %{{.*}} : tensor<i1>
    stablehlo.return %1 : tensor<i1>
  // CHECK: } do {
  } do {
    // CHECK: %{{.*}} = stablehlo.while(%{{.*}} = %{{.*}}, %{{.*}} = %{{.*}}) : tensor<i32>, tensor<f32>
    %1:2 = stablehlo.while(%iterArg_1 = %iterArg, %iterArg_2 = %iterArg_0) : tensor<i32>, tensor<f32>
    // CHECK: cond {
    cond {
      // CHECK: %{{.*}} = stablehlo.constant dense<false> : tensor<i1>
      %c = stablehlo.constant dense<false> : tensor<i1>
      // CHECK: stablehlo.return %{{.*}} : tensor<i1>
      stablehlo.return %c : tensor<i1>
    // CHECK: } do {
    } do {
      // CHECK: %{{.*}} = stablehlo.multiply %{{.*}}, %{{.*}} : tensor<f32>
      %2 = stablehlo.multiply %iterArg_2, %iterArg_0 : tensor<f32>
      // CHECK: stablehlo.return %{{.*}}, %{{.*}} : tensor<i32>, tensor<f32>
      stablehlo.return %iterArg_1, %2 : tensor<i32>, tensor<f32>
    }
    // CHECK: stablehlo.return %{{.*}}, %{{.*}} : tensor<i32>, tensor<f32>
    stablehlo.return %1#0, %1#1 : tensor<i32>, tensor<f32>
  }
  // CHECK: return %{{.*}} : tensor<f32>
  return %0#1 : tensor<f32>
}
