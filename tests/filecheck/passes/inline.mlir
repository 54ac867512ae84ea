// RUN: llmsys-opt %s --inline | filecheck %s
// RUN: llmsys-opt %s --inline | mlir-opt-19 | filecheck %s
// RUN: llmsys-opt %s --symbol-dce | filecheck %s --check-prefix=DCE

// CHECK-NOT:  @relu
// CHECK-NOT:  @twice
// DCE:        func.func private @relu
// DCE:        func.func private @twice
// DCE-NOT:    @dead
func.func private @relu(%x: tensor<4xf32>) -> tensor<4xf32> {
  %z = arith.constant dense<0.0> : tensor<4xf32>
  %0 = arith.maximumf %x, %z : tensor<4xf32>
  return %0 : tensor<4xf32>
}

func.func private @twice(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %0 = call @relu(%x) : (tensor<4xf32>) -> tensor<4xf32>
  return %0, %x : tensor<4xf32>, tensor<4xf32>
}

func.func private @dead(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = call @deader(%x) : (tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

func.func private @deader(%x: tensor<4xf32>) -> tensor<4xf32> {
  return %x : tensor<4xf32>
}

// Declarations and recursion stay.
// CHECK:      func.func private @declared
// DCE:        func.func private @declared
func.func private @declared(tensor<4xf32>) -> tensor<4xf32>

// CHECK:      func.func @recursive
// CHECK:        call @recursive
func.func @recursive(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = call @recursive(%x) : (tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// CHECK-LABEL: func.func @main
// CHECK-SAME:    (%[[X:.*]]: tensor<4xf32>)
// CHECK:         %[[Z:.*]] = arith.constant dense<0.000000e+00>
// CHECK:         %[[R:.*]] = arith.maximumf %[[X]], %[[Z]]
// CHECK:         %[[Y:.*]] = arith.addf %[[R]], %[[X]]
// CHECK:         %[[W:.*]] = arith.constant dense<0.000000e+00>
// CHECK:         %[[S:.*]] = arith.maximumf %[[Y]], %[[W]]
// CHECK:         %[[D:.*]] = call @declared(%[[S]])
// CHECK:         return %[[D]]
func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0:2 = call @twice(%x) : (tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  %1 = arith.addf %0#0, %0#1 : tensor<4xf32>
  %2 = call @relu(%1) : (tensor<4xf32>) -> tensor<4xf32>
  %3 = call @declared(%2) : (tensor<4xf32>) -> tensor<4xf32>
  return %3 : tensor<4xf32>
}
