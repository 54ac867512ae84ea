// Mathematical functions.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s

// CHECK-LABEL: func.func @floats
func.func @floats(%arg0: tensor<2x3xf32>) {
  // CHECK: %{{.*}} = chlo.acos %{{.*}} : tensor<2x3xf32> -> tensor<2x3xf32>
  %0 = chlo.acos %arg0 : tensor<2x3xf32> -> tensor<2x3xf32>
  // CHECK: %{{.*}} = chlo.acosh %{{.*}} : tensor<2x3xf32> -> tensor<2x3xf32>
  %1 = chlo.acosh %arg0 : tensor<2x3xf32> -> tensor<2x3xf32>
  // CHECK: %{{.*}} = chlo.asin %{{.*}} : tensor<2x3xf32> -> tensor<2x3xf32>
  %2 = chlo.asin %arg0 : tensor<2x3xf32> -> tensor<2x3xf32>
  // CHECK: %{{.*}} = chlo.asinh %{{.*}} : tensor<2x3xf32> -> tensor<2x3xf32>
  %3 = chlo.asinh %arg0 : tensor<2x3xf32> -> tensor<2x3xf32>
  // CHECK: %{{.*}} = chlo.atan %{{.*}} : tensor<2x3xf32> -> tensor<2x3xf32>
  %4 = chlo.atan %arg0 : tensor<2x3xf32> -> tensor<2x3xf32>
  // CHECK: %{{.*}} = chlo.atanh %{{.*}} : tensor<2x3xf32> -> tensor<2x3xf32>
  %5 = chlo.atanh %arg0 : tensor<2x3xf32> -> tensor<2x3xf32>
  // CHECK: %{{.*}} = chlo.bessel_i1e %{{.*}} : tensor<2x3xf32> -> tensor<2x3xf32>
  %6 = chlo.bessel_i1e %arg0 : tensor<2x3xf32> -> tensor<2x3xf32>
  // CHECK: %{{.*}} = chlo.conj %{{.*}} : tensor<2x3xf32> -> tensor<2x3xf32>
  %7 = chlo.conj %arg0 : tensor<2x3xf32> -> tensor<2x3xf32>
  // CHECK: %{{.*}} = chlo.cosh %{{.*}} : tensor<2x3xf32> -> tensor<2x3xf32>
  %8 = chlo.cosh %arg0 : tensor<2x3xf32> -> tensor<2x3xf32>
  // CHECK: %{{.*}} = chlo.digamma %{{.*}} : tensor<2x3xf32> -> tensor<2x3xf32>
  %9 = chlo.digamma %arg0 : tensor<2x3xf32> -> tensor<2x3xf32>
  // CHECK: %{{.*}} = chlo.erf %{{.*}} : tensor<2x3xf32> -> tensor<2x3xf32>
  %10 = chlo.erf %arg0 : tensor<2x3xf32> -> tensor<2x3xf32>
  // CHECK: %{{.*}} = chlo.erf_inv %{{.*}} : tensor<2x3xf32> -> tensor<2x3xf32>
  %11 = chlo.erf_inv %arg0 : tensor<2x3xf32> -> tensor<2x3xf32>
  // CHECK: %{{.*}} = chlo.erfc %{{.*}} : tensor<2x3xf32> -> tensor<2x3xf32>
  %12 = chlo.erfc %arg0 : tensor<2x3xf32> -> tensor<2x3xf32>
  // CHECK: %{{.*}} = chlo.is_inf %{{.*}} : tensor<2x3xf32> -> tensor<2x3xi1>
  %13 = chlo.is_inf %arg0 : tensor<2x3xf32> -> tensor<2x3xi1>
  // CHECK: %{{.*}} = chlo.is_neg_inf %{{.*}} : tensor<2x3xf32> -> tensor<2x3xi1>
  %14 = chlo.is_neg_inf %arg0 : tensor<2x3xf32> -> tensor<2x3xi1>
  // CHECK: %{{.*}} = chlo.is_pos_inf %{{.*}} : tensor<2x3xf32> -> tensor<2x3xi1>
  %15 = chlo.is_pos_inf %arg0 : tensor<2x3xf32> -> tensor<2x3xi1>
  // CHECK: %{{.*}} = chlo.lgamma %{{.*}} : tensor<2x3xf32> -> tensor<2x3xf32>
  %16 = chlo.lgamma %arg0 : tensor<2x3xf32> -> tensor<2x3xf32>
  // CHECK: %{{.*}} = chlo.sinh %{{.*}} : tensor<2x3xf32> -> tensor<2x3xf32>
  %17 = chlo.sinh %arg0 : tensor<2x3xf32> -> tensor<2x3xf32>
  // CHECK: %{{.*}} = chlo.square %{{.*}} : tensor<2x3xf32> -> tensor<2x3xf32>
  %18 = chlo.square %arg0 : tensor<2x3xf32> -> tensor<2x3xf32>
  // CHECK: %{{.*}} = chlo.tan %{{.*}} : tensor<2x3xf32> -> tensor<2x3xf32>
  %19 = chlo.tan %arg0 : tensor<2x3xf32> -> tensor<2x3xf32>
  // CHECK: %{{.*}} = chlo.next_after %{{.*}}, %{{.*}} {x} : tensor<2x3xf32>, tensor<2x3xf32> -> tensor<2x3xf32>
  %20 = chlo.next_after %arg0, %arg0 {x} : tensor<2x3xf32>, tensor<2x3xf32> -> tensor<2x3xf32>
  // CHECK: %{{.*}} = chlo.polygamma %{{.*}}, %{{.*}} {x} : tensor<2x3xf32>, tensor<2x3xf32> -> tensor<2x3xf32>
  %21 = chlo.polygamma %arg0, %arg0 {x} : tensor<2x3xf32>, tensor<2x3xf32> -> tensor<2x3xf32>
  // CHECK: %{{.*}} = chlo.zeta %{{.*}}, %{{.*}} {x} : tensor<2x3xf32>, tensor<2x3xf32> -> tensor<2x3xf32>
  %22 = chlo.zeta %arg0, %arg0 {x} : tensor<2x3xf32>, tensor<2x3xf32> -> tensor<2x3xf32>
  return
}

// CHECK-LABEL: func.func @others
func.func @others(%arg0: tensor<2x3xi32>, %arg1: tensor<2x3xcomplex<f32>>, %arg2: tensor<*xf32>) {
  // CHECK: %{{.*}} = chlo.mulhi %{{.*}}, %{{.*}} : tensor<2x3xi32>, tensor<2x3xi32> -> tensor<2x3xi32>
  %0 = chlo.mulhi %arg0, %arg0 : tensor<2x3xi32>, tensor<2x3xi32> -> tensor<2x3xi32>
  // CHECK: %{{.*}} = chlo._asin_acos_kernel %{{.*}} {x} : tensor<2x3xcomplex<f32>> -> tensor<2x3xcomplex<f32>>
  %1 = chlo._asin_acos_kernel %arg1 {x} : tensor<2x3xcomplex<f32>> -> tensor<2x3xcomplex<f32>>
  // CHECK: %{{.*}} = chlo.square %{{.*}} : tensor<2x3xcomplex<f32>> -> tensor<2x3xcomplex<f32>>
  %2 = chlo.square %arg1 : tensor<2x3xcomplex<f32>> -> tensor<2x3xcomplex<f32>>
  // CHECK: %{{.*}} = chlo.erf %{{.*}} : tensor<*xf32> -> tensor<*xf32>
  %3 = chlo.erf %arg2 : tensor<*xf32> -> tensor<*xf32>
  return
}
