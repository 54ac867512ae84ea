// Elements that stand at the end of the text, as torch-mlir has those of tensors that a function closes over.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s | llmsys-opt | filecheck %s
// RUN: llmsys-opt %s | mlir-opt-19 | filecheck %s

// CHECK: arith.constant dense<{{\[\[}}1.000000e+00, -2.000000e+00]]> : tensor<1x2xf32>
// CHECK: arith.constant dense<[true, false, true]> : tensor<3xi1>
// CHECK: arith.constant dense<5> : tensor<2xi64>
// CHECK: arith.constant dense_resource<missing> : tensor<4xf32>
func.func @main() -> (tensor<1x2xf32>, tensor<3xi1>, tensor<2xi64>) {
  %0 = arith.constant dense_resource<floats> : tensor<1x2xf32>
  %1 = arith.constant dense_resource<booleans> : tensor<3xi1>
  %2 = arith.constant dense_resource<integers> : tensor<2xi64>
  %3 = arith.constant dense_resource<missing> : tensor<4xf32>
  return %0, %1, %2 : tensor<1x2xf32>, tensor<3xi1>, tensor<2xi64>
}

{-#
  dialect_resources: {
    builtin: {
      floats: "0x040000000000803F000000C0",
      booleans: "0x01000000010001",
      integers: "0x0800000005000000000000000500000000000000"
    }
  }
#-}
