// Sends and receives: the device's coordinates may be numbers, values, or left open.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s > %t.ours && mlir-opt-22 %s > %t.theirs && diff %t.theirs %t.ours
// RUN: llmsys-opt --mlir-print-op-generic %s > %t.ours && mlir-opt-22 --mlir-print-op-generic %s > %t.theirs \
// RUN:   && diff %t.theirs %t.ours
// RUN: mlir-opt-22 --mlir-print-op-generic %s | llmsys-opt > %t.back && llmsys-opt %s > %t.ours && diff %t.ours %t.back

shard.grid @grid(shape = 2x4x?)

// CHECK-LABEL: func.func @send
func.func @send(%arg0: tensor<3x8xf32>, %arg1: tensor<?x8xf32>, %arg2: index, %arg3: index) {
  // CHECK-NEXT: %send = shard.send %arg0 on @grid grid_axes = [1] destination = [3] : (tensor<3x8xf32>) -> tensor<3x8xf32>
  %0 = shard.send %arg0 on @grid grid_axes = [1] destination = [3] : (tensor<3x8xf32>) -> tensor<3x8xf32>
  // CHECK-NEXT: shard.send %arg0 on @grid grid_axes = [1, 0] destination = [3, %arg2] : (tensor<3x8xf32>, index) -> tensor<3x8xf32>
  %1 = shard.send %arg0 on @grid grid_axes = [1, 0] destination = [3, %arg2] : (tensor<3x8xf32>, index) -> tensor<3x8xf32>
  // CHECK-NEXT: shard.send %arg1 on @grid grid_axes = [0, 2] destination = [%arg3, %arg2] {llmsys.note} : (tensor<?x8xf32>, index, index) -> tensor<?x8xf32>
  %2 = shard.send %arg1 on @grid grid_axes = [0, 2] destination = [%arg3, %arg2] {llmsys.note} : (tensor<?x8xf32>, index, index) -> tensor<?x8xf32>
  // CHECK-NEXT: shard.send %arg0 on @grid grid_axes = [2] destination = [100] : (tensor<3x8xf32>) -> tensor<3x8xf32>
  %3 = shard.send %arg0 on @grid grid_axes = [2] destination = [100] : (tensor<3x8xf32>) -> tensor<3x8xf32>
  // CHECK-NEXT: shard.send %arg0 on @grid destination = [] : (tensor<3x8xf32>) -> tensor<3x8xf32>
  %4 = shard.send %arg0 on @grid destination = [] : (tensor<3x8xf32>) -> tensor<3x8xf32>
  return
}

// CHECK-LABEL: func.func @recv
func.func @recv(%arg0: tensor<3x8xf32>, %arg1: tensor<?x8xf32>, %arg2: index, %arg3: index) {
  // CHECK-NEXT: %recv = shard.recv %arg0 on @grid grid_axes = [1] source = [3] : (tensor<3x8xf32>) -> tensor<3x8xf32>
  %0 = shard.recv %arg0 on @grid grid_axes = [1] source = [3] : (tensor<3x8xf32>) -> tensor<3x8xf32>
  // CHECK-NEXT: shard.recv %arg1 on @grid grid_axes = [0, 2] source = [%arg3, %arg2] : (tensor<?x8xf32>, index, index) -> tensor<?x8xf32>
  %1 = shard.recv %arg1 on @grid grid_axes = [0, 2] source = [%arg3, %arg2] : (tensor<?x8xf32>, index, index) -> tensor<?x8xf32>
  // CHECK-NEXT: shard.recv %arg0 on @grid grid_axes = [1] : (tensor<3x8xf32>) -> tensor<3x8xf32>
  %2 = shard.recv %arg0 on @grid grid_axes = [1] : (tensor<3x8xf32>) -> tensor<3x8xf32>
  // CHECK-NEXT: shard.recv %arg0 on @grid : (tensor<3x8xf32>) -> tensor<3x8xf32>
  %3 = shard.recv %arg0 on @grid : (tensor<3x8xf32>) -> tensor<3x8xf32>
  // CHECK-NEXT: shard.recv %arg0 on @grid source = [] : (tensor<3x8xf32>) -> tensor<3x8xf32>
  %4 = shard.recv %arg0 on @grid source = [] : (tensor<3x8xf32>) -> tensor<3x8xf32>
  return
}
