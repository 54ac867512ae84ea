// Collectives with a root, and shifts.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s > %t.ours && mlir-opt-22 %s > %t.theirs && diff %t.theirs %t.ours
// RUN: llmsys-opt --mlir-print-op-generic %s > %t.ours && mlir-opt-22 --mlir-print-op-generic %s > %t.theirs \
// RUN:   && diff %t.theirs %t.ours
// RUN: mlir-opt-22 --mlir-print-op-generic %s | llmsys-opt > %t.back && llmsys-opt %s > %t.ours && diff %t.ours %t.back

shard.grid @grid(shape = 2x4x?)

// CHECK-LABEL: func.func @broadcast
func.func @broadcast(%arg0: tensor<3x8xf32>, %arg1: tensor<f32>, %arg2: index) {
  // CHECK-NEXT: %broadcast = shard.broadcast %arg0 on @grid grid_axes = [1] root = [3] : (tensor<3x8xf32>) -> tensor<3x8xf32>
  %0 = shard.broadcast %arg0 on @grid grid_axes = [1] root = [3] : (tensor<3x8xf32>) -> tensor<3x8xf32>
  // CHECK-NEXT: shard.broadcast %arg1 on @grid grid_axes = [1, 0] root = [%arg2, 1] : (tensor<f32>, index) -> tensor<f32>
  %1 = shard.broadcast %arg1 on @grid grid_axes = [1, 0] root = [%arg2, 1] : (tensor<f32>, index) -> tensor<f32>
  // CHECK-NEXT: shard.broadcast %arg0 on @grid root = [] {llmsys.note} : (tensor<3x8xf32>) -> tensor<3x8xf32>
  %2 = shard.broadcast %arg0 on @grid root = [] {llmsys.note} : (tensor<3x8xf32>) -> tensor<3x8xf32>
  return
}

// CHECK-LABEL: func.func @gather
func.func @gather(%arg0: tensor<3x8xf32>, %arg1: tensor<?x8xf32>, %arg2: index) {
  // CHECK-NEXT: %gather = shard.gather %arg0 on @grid grid_axes = [1] gather_axis = 0 root = [3] : (tensor<3x8xf32>) -> tensor<12x8xf32>
  %0 = shard.gather %arg0 on @grid grid_axes = [1] gather_axis = 0 root = [3] : (tensor<3x8xf32>) -> tensor<12x8xf32>
  // CHECK-NEXT: shard.gather %arg1 on @grid grid_axes = [2, 0] gather_axis = 1 root = [%arg2, %arg2] : (tensor<?x8xf32>, index, index) -> tensor<?x?xf32>
  %1 = shard.gather %arg1 on @grid grid_axes = [2, 0] gather_axis = 1 root = [%arg2, %arg2] : (tensor<?x8xf32>, index, index) -> tensor<?x?xf32>
  return
}

// CHECK-LABEL: func.func @scatter
func.func @scatter(%arg0: tensor<4x8xf32>, %arg1: tensor<?x8xf32>, %arg2: index) {
  // CHECK-NEXT: %scatter = shard.scatter %arg0 on @grid grid_axes = [1] scatter_axis = 0 root = [3] : (tensor<4x8xf32>) -> tensor<1x8xf32>
  %0 = shard.scatter %arg0 on @grid grid_axes = [1] scatter_axis = 0 root = [3] : (tensor<4x8xf32>) -> tensor<1x8xf32>
  // CHECK-NEXT: shard.scatter %arg1 on @grid grid_axes = [0] scatter_axis = 1 root = [%arg2] : (tensor<?x8xf32>, index) -> tensor<?x4xf32>
  %1 = shard.scatter %arg1 on @grid grid_axes = [0] scatter_axis = 1 root = [%arg2] : (tensor<?x8xf32>, index) -> tensor<?x4xf32>
  return
}

// CHECK-LABEL: func.func @reduce
func.func @reduce(%arg0: tensor<4x8xf32>, %arg1: tensor<f32>, %arg2: index) {
  // CHECK-NEXT: %reduce = shard.reduce %arg0 on @grid grid_axes = [1] root = [3] : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %0 = shard.reduce %arg0 on @grid grid_axes = [1] reduction = sum root = [3] : (tensor<4x8xf32>) -> tensor<4x8xf32>
  // CHECK-NEXT: shard.reduce %arg1 on @grid grid_axes = [1, 0] reduction = max root = [2, %arg2] : (tensor<f32>, index) -> tensor<f64>
  %1 = shard.reduce %arg1 on @grid grid_axes = [1, 0] reduction = max root = [2, %arg2] : (tensor<f32>, index) -> tensor<f64>
  return
}

// CHECK-LABEL: func.func @shift
func.func @shift(%arg0: tensor<4x8xf32>, %arg1: tensor<?xf32>) {
  // CHECK-NEXT: %shift = shard.shift %arg0 on @grid grid_axes = [1] shift_axis = 1 offset = -2 : tensor<4x8xf32> -> tensor<4x8xf32>
  %0 = shard.shift %arg0 on @grid grid_axes = [1] shift_axis = 1 offset = -2 : tensor<4x8xf32> -> tensor<4x8xf32>
  // CHECK-NEXT: shard.shift %arg1 on @grid grid_axes = [1, 0] shift_axis = 0 offset = 5 rotate : tensor<?xf32> -> tensor<?xf32>
  %1 = shard.shift %arg1 on @grid grid_axes = [1, 0] shift_axis = 0 offset = 5 rotate : tensor<?xf32> -> tensor<?xf32>
  return
}
