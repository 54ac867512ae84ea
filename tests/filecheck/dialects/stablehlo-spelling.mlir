// Spaces where no printer writes them, and locations wherever one may stand.
// RUN: llmsys-opt %s | filecheck %s

#loc1 = loc("x")

// CHECK-LABEL: func.func @spaced(%arg0: tensor<4xf32>)
func.func @spaced(%a: tensor<4xf32>) -> (tensor<2xf32>, tensor<1xf32>, tensor<1xf32>, tensor<4xf32>) {
  // CHECK-NEXT: %0 = stablehlo.slice %arg0 [0:2] : (tensor<4xf32>) -> tensor<2xf32>
  %0 = stablehlo.slice %a [0 : 2] : (tensor<4xf32>) -> tensor<2xf32>
  // CHECK-NEXT: %1 = stablehlo.slice %arg0 [0:1] : (tensor<4xf32>) -> tensor<1xf32>
  %1 = stablehlo.slice %a [0 : 1] : (tensor<4xf32>) -> tensor<1xf32>
  // CHECK-NEXT: %2 = stablehlo.slice %arg0 [0:4:4] : (tensor<4xf32>) -> tensor<1xf32>
  %2 = stablehlo.slice %a[0:4 : 4]: ( tensor<4 x f32>)->tensor<1xf32>
  // CHECK-NEXT: %3 = stablehlo.add %arg0, %arg0 : tensor<4xf32>
  %3=stablehlo.add %a ,%a:tensor< 4xf32 >
  return %0, %1, %2, %3 : tensor<2xf32>, tensor<1xf32>, tensor<1xf32>, tensor<4xf32>
}

// CHECK-LABEL: func.func @located(%arg0: tensor<2x3xf32>)
func.func @located(%arg0: tensor<2x3xf32> loc("x")) -> (tensor<2x3xf32> {jax.result_info = "result"}) {
  // CHECK-NEXT: %cst = stablehlo.constant dense<1.000000e+00> : tensor<f32>
  %cst = stablehlo.constant dense<1.000000e+00> : tensor<f32> loc(#loc6)
  // CHECK-NEXT: %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<2x3xf32>
  %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<2x3xf32> loc(#loc8)
  // CHECK-NEXT: %1 = stablehlo.add %arg0, %0 : tensor<2x3xf32>
  %1 = stablehlo.add %arg0, %0 : tensor<2x3xf32> loc(#loc1)
  // CHECK-NEXT: %2 = stablehlo.reduce(%1 init: %cst) applies stablehlo.add across dimensions = [0]
  %2 = stablehlo.reduce(%1 init: %cst) applies stablehlo.add across dimensions = [0] : (tensor<2x3xf32>, tensor<f32>) -> tensor<3xf32> loc(#loc1)
  // CHECK-NEXT: %3 = stablehlo.reduce(%1 init: %cst) across dimensions = [0]
  %3 = stablehlo.reduce(%1 init: %cst) across dimensions = [0] : (tensor<2x3xf32>, tensor<f32>) -> tensor<3xf32>
   // CHECK-NEXT: reducer(%arg1: tensor<f32>, %arg2: tensor<f32>)
   reducer(%arg1: tensor<f32> loc("a"), %arg2: tensor<f32> loc(#loc2))  {
    stablehlo.return %arg1 : tensor<f32> loc(#loc)
   } loc(#loc1)
  // CHECK: %4 = stablehlo.while(%iterArg = %cst) : tensor<f32>
  %4 = stablehlo.while(%iterArg = %cst) : tensor<f32> cond {
    %5 = stablehlo.is_finite %iterArg : (tensor<f32>) -> tensor<i1> loc(#loc2)
    stablehlo.return %5 : tensor<i1> loc(#loc2)
  } do {
    stablehlo.return %iterArg : tensor<f32> loc(#loc2)
  } loc(#loc2)
  return %1 : tensor<2x3xf32> loc("y":1:2)
} loc(#loc)

#loc = loc(unknown)
#loc2 = loc("<std)in>":4:2 to :35)
#loc3 = loc("<stdin>":4:20 to :23)
#loc4 = loc("<module>"(#loc2))
#loc5 = loc("<lambda>"(#loc3))
#loc6 = loc("jit(<lambda>)"(#loc4))
#loc7 = loc(callsite(#loc5 at #loc4))
#loc8 = loc("jit(<lambda>)/add"(#loc7))
