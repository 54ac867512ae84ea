// RUN: not llmsys-opt %s 2>&1 | filecheck %s

// CHECK: error: resource 'floats' must have 8 bytes for tensor<1x2xf32>, got 4
// CHECK-NOT: Traceback
func.func @main() -> tensor<1x2xf32> {
  %0 = arith.constant dense_resource<floats> : tensor<1x2xf32>
  return %0 : tensor<1x2xf32>
}

{-#
  dialect_resources: {
    builtin: {
      floats: "0x040000000000803F"
    }
  }
#-}
