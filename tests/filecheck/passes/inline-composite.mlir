// RUN: llmsys-opt %s --inline | filecheck %s

// CHECK-NOT:  @scaled
func.func private @scaled(%x: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %0 = stablehlo.add %x, %x : tensor<4x8xf32>
  return %0 : tensor<4x8xf32>
}

func.func private @outer(%x: tensor<4x8xf32>) -> (tensor<4x8xf32>, tensor<4x8xf32>) {
  %0 = stablehlo.composite "my.scaled" %x {decomposition = @scaled} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %1 = stablehlo.tanh %0 : tensor<4x8xf32>
  return %1, %0 : tensor<4x8xf32>, tensor<4x8xf32>
}

// What is more static than its decomposition stays as it is.
// CHECK:      func.func private @any
func.func private @any(%x: tensor<?x8xf32>) -> tensor<?x8xf32> {
  %0 = stablehlo.abs %x : tensor<?x8xf32>
  return %0 : tensor<?x8xf32>
}

// CHECK-LABEL: func.func @static
// CHECK:         stablehlo.composite "my.any"
func.func @static(%x: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %0 = stablehlo.composite "my.any" %x {decomposition = @any} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  return %0 : tensor<4x8xf32>
}

// CHECK-LABEL: func.func @main
// CHECK-SAME:    (%[[X:.*]]: tensor<4x8xf32>)
// CHECK:         %[[A:.*]] = stablehlo.add %[[X]], %[[X]]
// CHECK:         %[[B:.*]] = stablehlo.tanh %[[A]]
// CHECK:         %[[C:.*]] = stablehlo.subtract %[[B]], %[[A]]
// CHECK:         return %[[C]]
func.func @main(%x: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %0:2 = stablehlo.composite "my.outer" %x {composite_attributes = {n = 1 : i64}, decomposition = @outer, version = 2 : i32} : (tensor<4x8xf32>) -> (tensor<4x8xf32>, tensor<4x8xf32>)
  %1 = stablehlo.subtract %0#0, %0#1 : tensor<4x8xf32>
  return %1 : tensor<4x8xf32>
}
