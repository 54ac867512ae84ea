// The same for tosa as LLVM 22 has it, with shapes in operands. (LLVM 22 has no mesh dialect, so only we read this.)
// RUN: llmsys-opt --spmd-partition --dce %s | filecheck %s
// RUN: llmsys-opt --spmd-partition %s > %t && llmsys-opt %t | diff %t -

mesh.mesh @grid(shape = 2x4)

// CHECK-LABEL: func.func @reshape
func.func @reshape(%arg0: tensor<8x16xf32>) -> tensor<8x4x4xf32> {
  // CHECK-NEXT: %[[N:.*]] = tosa.const_shape {values = dense<[4, 1, 4]> : tensor<3xindex>} : () -> !tosa.shape<3>
  // CHECK-NEXT: tosa.reshape %arg0, %[[N]] : (tensor<4x4xf32>, !tosa.shape<3>) -> tensor<4x1x4xf32>
  %0 = mesh.shard %arg0 to <@grid, [[0], [1]]> annotate_for_users : tensor<8x16xf32>
  %n = tosa.const_shape {values = dense<[8, 4, 4]> : tensor<3xindex>} : () -> !tosa.shape<3>
  %1 = tosa.reshape %0, %n : (tensor<8x16xf32>, !tosa.shape<3>) -> tensor<8x4x4xf32>
  return %1 : tensor<8x4x4xf32>
}

// CHECK-LABEL: func.func @slice
func.func @slice(%arg0: tensor<8x16xf32>) -> tensor<8x4xf32> {
  // CHECK-NEXT: %[[B:.*]] = tosa.const_shape {values = dense<[0, 4]> : tensor<2xindex>} : () -> !tosa.shape<2>
  // CHECK-NEXT: %[[N:.*]] = tosa.const_shape {values = dense<4> : tensor<2xindex>} : () -> !tosa.shape<2>
  // CHECK-NEXT: tosa.slice %arg0, %[[B]], %[[N]] : (tensor<4x16xf32>, !tosa.shape<2>, !tosa.shape<2>) -> tensor<4x4xf32>
  %0 = mesh.shard %arg0 to <@grid, [[0]]> annotate_for_users : tensor<8x16xf32>
  %b = tosa.const_shape {values = dense<[0, 4]> : tensor<2xindex>} : () -> !tosa.shape<2>
  %n = tosa.const_shape {values = dense<[8, 4]> : tensor<2xindex>} : () -> !tosa.shape<2>
  %1 = tosa.slice %0, %b, %n : (tensor<8x16xf32>, !tosa.shape<2>, !tosa.shape<2>) -> tensor<8x4xf32>
  return %1 : tensor<8x4xf32>
}

// CHECK-LABEL: func.func @const
func.func @const() -> (tensor<8x16xf32>, tensor<2xi32>) {
  // CHECK-NEXT: "tosa.const"() <{values = dense<1.500000e+00> : tensor<4x4xf32>}> : () -> tensor<4x4xf32>
  %0 = "tosa.const"() <{values = dense<1.5> : tensor<8x16xf32>}> : () -> tensor<8x16xf32>
  %1 = mesh.shard %0 to <@grid, [[0], [1]]> : tensor<8x16xf32>
  // CHECK-NEXT: "tosa.const"() <{values = dense<[3, 4]> : tensor<2xi32>}> : () -> tensor<2xi32>
  // CHECK-NEXT: mesh.all_slice
  %2 = "tosa.const"() <{values = dense<[3, 4]> : tensor<2xi32>}> : () -> tensor<2xi32>
  %3 = mesh.shard %2 to <@grid, [[0]]> : tensor<2xi32>
  return %1, %3 : tensor<8x16xf32>, tensor<2xi32>
}
