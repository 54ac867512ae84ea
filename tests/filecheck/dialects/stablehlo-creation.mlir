// Constants, counts and random numbers.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s

// CHECK-LABEL: func.func @constants
func.func @constants() {
  // CHECK: %{{.*}} = stablehlo.constant dense<1.000000e+00> : tensor<2x3xf32>
  %cst = stablehlo.constant dense<1.000000e+00> : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.constant dense<[1, -2, 3]> : tensor<3xi32>
  %c = stablehlo.constant dense<[1, -2, 3]> : tensor<3xi32>
  // CHECK: %{{.*}} = stablehlo.constant dense<true> : tensor<i1>
  %c_0 = stablehlo.constant dense<true> : tensor<i1>
  // CHECK: %{{.*}} = stablehlo.constant dense<[true, false]> : tensor<2xi1>
  %c_1 = stablehlo.constant dense<[true, false]> : tensor<2xi1>
  // CHECK: %{{.*}} = stablehlo.constant dense<0xFF800000> : tensor<f32>
  %cst_2 = stablehlo.constant dense<0xFF800000> : tensor<f32>
  // CHECK: %{{.*}} = stablehlo.constant dense<[1.000000e-01, 0x7FC00000]> : tensor<2xf32>
  %cst_3 = stablehlo.constant dense<[1.000000e-01, 0x7FC00000]> : tensor<2xf32>
  // CHECK: %{{.*}} = stablehlo.constant dense<(1.000000e+00,-2.500000e+00)> : tensor<2xcomplex<f32>>
  %cst_4 = stablehlo.constant dense<(1.000000e+00,-2.500000e+00)> : tensor<2xcomplex<f32>>
  // CHECK: %{{.*}} = stablehlo.constant dense<[(1.000000e+00,2.000000e+00), (3.000000e+00,4.000000e+00)]> : tensor<2xcomplex<f32>>
  %cst_5 = stablehlo.constant dense<[(1.000000e+00,2.000000e+00), (3.000000e+00,4.000000e+00)]> : tensor<2xcomplex<f32>>
  // CHECK: %{{.*}} = stablehlo.constant dense<2.000000e+00> : tensor<bf16>
  %cst_6 = stablehlo.constant dense<2.000000e+00> : tensor<bf16>
  // CHECK: %{{.*}} = stablehlo.constant dense<[1.000000e+00, 2.000000e+00]> : tensor<2xf8E5M2>
  %cst_7 = stablehlo.constant dense<[1.000000e+00, 2.000000e+00]> : tensor<2xf8E5M2>
  // CHECK: %{{.*}} = stablehlo.constant dense<> : tensor<0x2xi64>
  %c_8 = stablehlo.constant dense<> : tensor<0x2xi64>
  // CHECK: %{{.*}} = stablehlo.constant dense<7> : tensor<ui8>
  %c_9 = stablehlo.constant dense<7> : tensor<ui8>
  // CHECK: %{{.*}} = stablehlo.constant dense<{{\[\[}}1.000000e+00, 2.000000e+00], [3.000000e+00, 4.000000e+00]]> : tensor<2x2xf32>
  %cst_10 = stablehlo.constant dense<[[1.000000e+00, 2.000000e+00], [3.000000e+00, 4.000000e+00]]> : tensor<2x2xf32>
  // CHECK: %{{.*}} = stablehlo.constant {x = 3 : i64} dense<1> : tensor<i32>
  %c_11 = stablehlo.constant {x = 3 : i64} dense<1> : tensor<i32>
  return
}

// CHECK-LABEL: func.func @others
func.func @others(%arg0: tensor<f32>, %arg1: tensor<2xi64>, %arg2: tensor<2xui64>) {
  // CHECK: %{{.*}} = stablehlo.iota dim = 1 {x} : tensor<2x3xf32>
  %0 = stablehlo.iota dim = 1 {x} : tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.iota dim = 0 : tensor<4xcomplex<f32>>
  %1 = stablehlo.iota dim = 0 : tensor<4xcomplex<f32>>
  // CHECK: %{{.*}} = stablehlo.dynamic_iota %{{.*}}, dim = 1 {x} : (tensor<2xi64>) -> tensor<?x?xf32>
  %2 = stablehlo.dynamic_iota %arg1, dim = 1 {x} : (tensor<2xi64>) -> tensor<?x?xf32>
  // CHECK: %{{.*}} = stablehlo.partition_id : tensor<ui32>
  %3 = stablehlo.partition_id : tensor<ui32>
  // CHECK: %{{.*}} = stablehlo.replica_id {x} : tensor<ui32>
  %4 = stablehlo.replica_id {x} : tensor<ui32>
  // CHECK: %{{.*}} = stablehlo.rng %{{.*}}, %{{.*}}, %{{.*}}, distribution = NORMAL : (tensor<f32>, tensor<f32>, tensor<2xi64>) -> tensor<2x3xf32>
  %5 = stablehlo.rng %arg0, %arg0, %arg1, distribution = NORMAL : (tensor<f32>, tensor<f32>, tensor<2xi64>) -> tensor<2x3xf32>
  // CHECK: %{{.*}} = stablehlo.rng %{{.*}}, %{{.*}}, %{{.*}}, distribution = UNIFORM {x} : (tensor<f32>, tensor<f32>, tensor<2xi64>) -> tensor<?x?xf32>
  %6 = stablehlo.rng %arg0, %arg0, %arg1, distribution = UNIFORM {x} : (tensor<f32>, tensor<f32>, tensor<2xi64>) -> tensor<?x?xf32>
  return
}

// CHECK-LABEL: func.func @random_bits
func.func @random_bits(%arg0: tensor<2xui64>) {
  // CHECK: %{{.*}}, %{{.*}} = stablehlo.rng_bit_generator %{{.*}}, algorithm = DEFAULT {x} : (tensor<2xui64>) -> (tensor<2xui64>, tensor<2x2xui32>)
  %output_state, %output = stablehlo.rng_bit_generator %arg0, algorithm = DEFAULT {x} : (tensor<2xui64>) -> (tensor<2xui64>, tensor<2x2xui32>)
  // CHECK: %{{.*}}, %{{.*}} = stablehlo.rng_bit_generator %{{.*}}, algorithm = PHILOX : (tensor<2xui64>) -> (tensor<2xui64>, tensor<2x2xf32>)
  %output_state_0, %output_1 = stablehlo.rng_bit_generator %arg0, algorithm = PHILOX : (tensor<2xui64>) -> (tensor<2xui64>, tensor<2x2xf32>)
  // CHECK: %{{.*}}, %{{.*}} = stablehlo.rng_bit_generator %{{.*}}, algorithm = THREE_FRY : (tensor<2xui64>) -> (tensor<2xui64>, tensor<0xui32>)
  %output_state_2, %output_3 = stablehlo.rng_bit_generator %arg0, algorithm = THREE_FRY : (tensor<2xui64>) -> (tensor<2xui64>, tensor<0xui32>)
  return
}
