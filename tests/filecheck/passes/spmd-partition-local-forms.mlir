// Ops that state shapes or hold data get those made local too; everything else only gets smaller types.
// RUN: llmsys-opt --spmd-partition %s | mlir-opt-19 | filecheck %s

mesh.mesh @grid(shape = 2x4)

// CHECK-LABEL: func.func @reshape
func.func @reshape(%arg0: tensor<8x16xf32>) -> tensor<8x4x4xf32> {
  // CHECK-NEXT: tosa.reshape %arg0 {new_shape = array<i64: 4, 1, 4>} : (tensor<4x4xf32>) -> tensor<4x1x4xf32>
  %0 = mesh.shard %arg0 to <@grid, [[0], [1]]> annotate_for_users : tensor<8x16xf32>
  %1 = tosa.reshape %0 {new_shape = array<i64: 8, 4, 4>} : (tensor<8x16xf32>) -> tensor<8x4x4xf32>
  return %1 : tensor<8x4x4xf32>
}

// CHECK-LABEL: func.func @slice
func.func @slice(%arg0: tensor<8x16xf32>) -> tensor<8x4xf32> {
  // CHECK-NEXT: tosa.slice %arg0 {size = array<i64: 4, 4>, start = array<i64: 0, 4>} : (tensor<4x16xf32>) -> tensor<4x4xf32>
  %0 = mesh.shard %arg0 to <@grid, [[0]]> annotate_for_users : tensor<8x16xf32>
  %1 = tosa.slice %0 {size = array<i64: 8, 4>, start = array<i64: 0, 4>} : (tensor<8x16xf32>) -> tensor<8x4xf32>
  return %1 : tensor<8x4xf32>
}

// A dim that is cut cannot be split: it is gathered first.
// CHECK-LABEL: func.func @slice_of_split_dim
func.func @slice_of_split_dim(%arg0: tensor<8x16xf32>) -> tensor<8x4xf32> {
  // CHECK-NEXT: mesh.all_gather %arg0 on @grid mesh_axes = [0] gather_axis = 1 : tensor<8x8xf32> -> tensor<8x16xf32>
  // CHECK: tosa.slice
  %0 = mesh.shard %arg0 to <@grid, [[], [0]]> annotate_for_users : tensor<8x16xf32>
  %1 = tosa.slice %0 {size = array<i64: 8, 4>, start = array<i64: 0, 4>} : (tensor<8x16xf32>) -> tensor<8x4xf32>
  %2 = mesh.shard %1 to <@grid, [[]]> : tensor<8x4xf32>
  return %2 : tensor<8x4xf32>
}

// CHECK-LABEL: func.func @constants
func.func @constants() -> (tensor<8x16xf32>, tensor<8xbf16>, tensor<4xi32>) {
  // CHECK-NEXT: "tosa.const"() <{value = dense<1.500000e+00> : tensor<4x4xf32>}> : () -> tensor<4x4xf32>
  %0 = "tosa.const"() <{value = dense<1.5> : tensor<8x16xf32>}> : () -> tensor<8x16xf32>
  %1 = mesh.shard %0 to <@grid, [[0], [1]]> : tensor<8x16xf32>
  // CHECK-NEXT: arith.constant dense<2.500000e+00> : tensor<2xbf16>
  %2 = arith.constant dense<2.5> : tensor<8xbf16>
  %3 = mesh.shard %2 to <@grid, [[1]]> : tensor<8xbf16>
  // CHECK-NEXT: %[[WHOLE:.*]] = arith.constant dense<[1, 2, 3, 4]> : tensor<4xi32>
  // CHECK-NEXT: mesh.all_slice %[[WHOLE]] on @grid mesh_axes = [0] slice_axis = 0 : tensor<4xi32> -> tensor<2xi32>
  %4 = arith.constant dense<[1, 2, 3, 4]> : tensor<4xi32>
  %5 = mesh.shard %4 to <@grid, [[0]]> : tensor<4xi32>
  return %1, %3, %5 : tensor<8x16xf32>, tensor<8xbf16>, tensor<4xi32>
}

// CHECK-LABEL: func.func @expand_shape
func.func @expand_shape(%arg0: tensor<8x16xf32>) -> tensor<8x4x4xf32> {
  // CHECK-NEXT: tensor.expand_shape %arg0 {{\[\[}}0], [1, 2]] output_shape [4, 1, 4] : tensor<4x4xf32> into tensor<4x1x4xf32>
  %0 = mesh.shard %arg0 to <@grid, [[0], [1]]> annotate_for_users : tensor<8x16xf32>
  %1 = tensor.expand_shape %0 [[0], [1, 2]] output_shape [8, 4, 4] : tensor<8x16xf32> into tensor<8x4x4xf32>
  return %1 : tensor<8x4x4xf32>
}

// CHECK-LABEL: func.func @collapse_shape
func.func @collapse_shape(%arg0: tensor<8x4x4xf32>) -> tensor<8x16xf32> {
  // CHECK-NEXT: tensor.collapse_shape %arg0 {{\[\[}}0], [1, 2]] : tensor<4x1x4xf32> into tensor<4x4xf32>
  %0 = mesh.shard %arg0 to <@grid, [[0], [1]]> annotate_for_users : tensor<8x4x4xf32>
  %1 = tensor.collapse_shape %0 [[0], [1, 2]] : tensor<8x4x4xf32> into tensor<8x16xf32>
  return %1 : tensor<8x16xf32>
}

// CHECK-LABEL: func.func @extract_slice
func.func @extract_slice(%arg0: tensor<8x16xf32>) -> tensor<8x4xf32> {
  // CHECK-NEXT: tensor.extract_slice %arg0[0, 4] [4, 4] [1, 2] : tensor<4x16xf32> to tensor<4x4xf32>
  %0 = mesh.shard %arg0 to <@grid, [[0]]> annotate_for_users : tensor<8x16xf32>
  %1 = tensor.extract_slice %0[0, 4] [8, 4] [1, 2] : tensor<8x16xf32> to tensor<8x4xf32>
  return %1 : tensor<8x4xf32>
}

// CHECK-LABEL: func.func @empty_and_fill
func.func @empty_and_fill(%arg0: f32) -> tensor<8x16xf32> {
  // CHECK-NEXT: %[[E:.*]] = tensor.empty() : tensor<4x4xf32>
  // CHECK-NEXT: linalg.fill ins(%arg0 : f32) outs(%[[E]] : tensor<4x4xf32>) -> tensor<4x4xf32>
  %0 = tensor.empty() : tensor<8x16xf32>
  %1 = mesh.shard %0 to <@grid, [[0], [1]]> : tensor<8x16xf32>
  %2 = linalg.fill ins(%arg0 : f32) outs(%1 : tensor<8x16xf32>) -> tensor<8x16xf32>
  return %2 : tensor<8x16xf32>
}
