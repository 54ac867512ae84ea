// Convolutions and poolings of tosa: what devices lack of an image they get from their neighbours.
// RUN: llmsys-opt --spmd-partition %s | mlir-opt-19 | filecheck %s

mesh.mesh @grid(shape = 2x4)

// Channels that are added up: one device along their axis starts with the bias.
// CHECK-LABEL: func.func @channels
// CHECK-SAME:    (%[[X:.*]]: tensor<2x8x8x1xf32> {{.*}}, %[[W:.*]]: tensor<6x3x3x1xf32> {{.*}}, %[[B:.*]]: tensor<6xf32>
// CHECK:         %[[BIAS:.*]] = arith.select %{{.*}}, %[[B]], %{{.*}} : tensor<6xf32>
// CHECK:         %[[TERMS:.*]] = tosa.conv2d %[[X]], %[[W]], %[[BIAS]] {{.*}} -> tensor<2x8x8x6xf32>
// CHECK-NEXT:    mesh.all_reduce %[[TERMS]] on @grid mesh_axes = [1]
func.func @channels(%x: tensor<2x8x8x4xf32>, %w: tensor<6x3x3x4xf32>, %b: tensor<6xf32>) -> tensor<2x8x8x6xf32> {
  %0 = mesh.shard %x to <@grid, [[], [], [], [1]]> annotate_for_users : tensor<2x8x8x4xf32>
  %1 = mesh.shard %w to <@grid, [[], [], [], [1]]> annotate_for_users : tensor<6x3x3x4xf32>
  %2 = tosa.conv2d %0, %1, %b {dilation = array<i64: 1, 1>, pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>} : (tensor<2x8x8x4xf32>, tensor<6x3x3x4xf32>, tensor<6xf32>) -> tensor<2x8x8x6xf32>
  return %2 : tensor<2x8x8x6xf32>
}

// Rows: the last one of the device before, and the first one of the device after; zeros at the image's ends.
// CHECK-LABEL: func.func @rows
// CHECK-SAME:    (%[[X:.*]]: tensor<2x2x8x4xf32>
// CHECK:         %[[LAST:.*]] = tensor.extract_slice %[[X]][0, 1, 0, 0] [2, 1, 8, 4] [1, 1, 1, 1]
// CHECK-NEXT:    %[[BEFORE:.*]] = mesh.shift %[[LAST]] on @grid mesh_axes = [1] shift_axis = 1 offset = 1 rotate
// CHECK:         %[[TOP:.*]] = arith.select %{{.*}}, %{{.*}}, %[[BEFORE]]
// CHECK:         %[[FIRST:.*]] = tensor.extract_slice %[[X]][0, 0, 0, 0] [2, 1, 8, 4] [1, 1, 1, 1]
// CHECK-NEXT:    %[[AFTER:.*]] = mesh.shift %[[FIRST]] on @grid mesh_axes = [1] shift_axis = 1 offset = -1 rotate
// CHECK:         %[[BOTTOM:.*]] = arith.select %{{.*}}, %{{.*}}, %[[AFTER]]
// CHECK:         %[[SEEN:.*]] = tensor.concat dim(1) %[[TOP]], %[[X]], %[[BOTTOM]] {{.*}} -> tensor<2x4x8x4xf32>
// CHECK-NEXT:    tosa.conv2d %[[SEEN]], {{.*}}pad = array<i64: 0, 0, 1, 1>{{.*}} -> tensor<2x2x8x6xf32>
func.func @rows(%x: tensor<2x8x8x4xf32>, %w: tensor<6x3x3x4xf32>, %b: tensor<6xf32>) -> tensor<2x8x8x6xf32> {
  %0 = mesh.shard %x to <@grid, [[], [1]]> annotate_for_users : tensor<2x8x8x4xf32>
  %1 = tosa.conv2d %0, %w, %b {dilation = array<i64: 1, 1>, pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>} : (tensor<2x8x8x4xf32>, tensor<6x3x3x4xf32>, tensor<6xf32>) -> tensor<2x8x8x6xf32>
  %2 = mesh.shard %1 to <@grid, [[], [1]]> : tensor<2x8x8x6xf32>
  return %2 : tensor<2x8x8x6xf32>
}

// Tiles need nothing.
// CHECK-LABEL: func.func @tiles
// CHECK-NEXT:    tosa.max_pool2d %arg0 {{.*}} : (tensor<2x4x2x4xf32>) -> tensor<2x2x1x4xf32>
// CHECK-NEXT:    return
func.func @tiles(%x: tensor<2x8x8x4xf32>) -> tensor<2x4x4x4xf32> {
  %0 = mesh.shard %x to <@grid, [[], [0], [1]]> annotate_for_users : tensor<2x8x8x4xf32>
  %1 = tosa.max_pool2d %0 {kernel = array<i64: 2, 2>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 2, 2>} : (tensor<2x8x8x4xf32>) -> tensor<2x4x4x4xf32>
  %2 = mesh.shard %1 to <@grid, [[], [0], [1]]> : tensor<2x4x4x4xf32>
  return %2 : tensor<2x4x4x4xf32>
}

// Places that are no part of how the image is cut: each device takes what its windows see of all.
// CHECK-LABEL: func.func @places
// CHECK:         %[[SEEN:.*]] = tensor.extract_slice %arg0[0, %{{.*}}, 0, 0] [2, 4, 8, 4] [1, 1, 1, 1]
// CHECK-NEXT:    tosa.max_pool2d %[[SEEN]] {{.*}} -> tensor<2x2x8x4xf32>
func.func @places(%x: tensor<2x10x8x4xf32>) -> tensor<2x8x8x4xf32> {
  %0 = tosa.max_pool2d %x {kernel = array<i64: 3, 1>, pad = array<i64: 0, 0, 0, 0>, stride = array<i64: 1, 1>} : (tensor<2x10x8x4xf32>) -> tensor<2x8x8x4xf32>
  %1 = mesh.shard %0 to <@grid, [[], [1]]> : tensor<2x8x8x4xf32>
  return %1 : tensor<2x8x8x4xf32>
}

// The shape of the result is stated, and how often an image is repeated.
// CHECK-LABEL: func.func @stated
// CHECK:         tosa.transpose_conv2d {{.*}}out_shape = array<i64: 1, 16, 4, 6>
// CHECK:         tosa.tile %{{.*}} {multiples = array<i64: 1, 1, 1, 2>} : (tensor<1x16x4x6xf32>) -> tensor<1x16x4x12xf32>
func.func @stated(%x: tensor<2x8x8x4xf32>, %w: tensor<6x2x2x4xf32>, %b: tensor<6xf32>) -> tensor<2x16x16x12xf32> {
  %0 = mesh.shard %x to <@grid, [[0], [], [1]]> annotate_for_users : tensor<2x8x8x4xf32>
  %1 = tosa.transpose_conv2d %0, %w, %b {out_pad = array<i64: 0, 0, 0, 0>, out_shape = array<i64: 2, 16, 16, 6>, stride = array<i64: 2, 2>} : (tensor<2x8x8x4xf32>, tensor<6x2x2x4xf32>, tensor<6xf32>) -> tensor<2x16x16x6xf32>
  %2 = mesh.shard %1 to <@grid, [[0], [], [1]]> : tensor<2x16x16x6xf32>
  %3 = mesh.shard %2 to <@grid, [[0], [], [1]]> annotate_for_users : tensor<2x16x16x6xf32>
  %4 = tosa.tile %3 {multiples = array<i64: 1, 1, 1, 2>} : (tensor<2x16x16x6xf32>) -> tensor<2x16x16x12xf32>
  %5 = mesh.shard %4 to <@grid, [[0], [], [1]]> : tensor<2x16x16x12xf32>
  return %5 : tensor<2x16x16x12xf32>
}
