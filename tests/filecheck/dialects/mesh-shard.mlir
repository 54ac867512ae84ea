// Annotations, with and without each of their parts, and shardings at a function's boundary.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s > %t.ours && mlir-opt-19 %s > %t.theirs && diff %t.theirs %t.ours
// RUN: llmsys-opt --mlir-print-op-generic %s > %t.ours && mlir-opt-19 --mlir-print-op-generic %s > %t.theirs \
// RUN:   && diff %t.theirs %t.ours
// RUN: mlir-opt-19 --mlir-print-op-generic %s | llmsys-opt > %t.back && llmsys-opt %s > %t.ours && diff %t.ours %t.back

mesh.mesh @grid(shape = 2x4x8)

// CHECK-LABEL: func.func @shard
func.func @shard(%arg0: tensor<16x32xf32>, %arg1: tensor<f32>, %arg2: tensor<?x?xbf16>) -> tensor<16x32xf32> {
  // CHECK-NEXT: %sharding_annotated = mesh.shard %arg0 to <@grid, {{\[\[}}]]> : tensor<16x32xf32>
  %0 = mesh.shard %arg0 to <@grid, [[]]> : tensor<16x32xf32>
  // CHECK-NEXT: mesh.shard %sharding_annotated to <@grid, {{\[\[}}0]]> annotate_for_users : tensor<16x32xf32>
  %1 = mesh.shard %0 to <@grid, [[0]]> annotate_for_users : tensor<16x32xf32>
  // CHECK-NEXT: mesh.shard %{{.*}} to <@grid, {{\[\[}}], [2, 0]]> annotate_for_users : tensor<16x32xf32>
  %2 = mesh.shard %0 to <@grid, [[], [2, 0]]> annotate_for_users : tensor<16x32xf32>
  // CHECK-NEXT: mesh.shard %{{.*}} to <@grid, {{\[\[}}1], []]> : tensor<16x32xf32>
  %3 = mesh.shard %0 to <@grid, [[1], []]> : tensor<16x32xf32>
  // CHECK-NEXT: mesh.shard %{{.*}} to <@grid, {{\[\[}}], [1]], partial = sum[0]> : tensor<16x32xf32>
  %4 = mesh.shard %3 to <@grid, [[], [1]], partial = sum [0]> : tensor<16x32xf32>
  // CHECK-NEXT: mesh.shard %{{.*}} to <@grid, {{\[\[}}1]], partial = max[0, 2]> annotate_for_users : tensor<16x32xf32>
  %5 = mesh.shard %3 to <@grid, [[1]], partial = max[0, 2]> annotate_for_users : tensor<16x32xf32>
  // CHECK-NEXT: mesh.shard %{{.*}} to <@grid, {{\[\[}}0, 1, 2]]> annotate_for_users {llmsys.note = "x"} : tensor<16x32xf32>
  %6 = mesh.shard %3 to <@grid, [[0, 1, 2]]> annotate_for_users {llmsys.note = "x"} : tensor<16x32xf32>
  // CHECK-NEXT: mesh.shard %arg1 to <@grid, {{\[\[}}]], partial = sum[1]> : tensor<f32>
  %7 = mesh.shard %arg1 to <@grid, [[]], partial = sum[1]> : tensor<f32>
  // CHECK-NEXT: mesh.shard %arg2 to <@grid, {{\[\[}}0], [1]]> : tensor<?x?xbf16>
  %8 = mesh.shard %arg2 to <@grid, [[0], [1]]> : tensor<?x?xbf16>
  return %6 : tensor<16x32xf32>
}

// CHECK-LABEL: func.func @kinds
func.func @kinds(%arg0: tensor<16xi32>) {
  // CHECK-NEXT: partial = sum[0]> : tensor<16xi32>
  %0 = mesh.shard %arg0 to <@grid, [[]], partial = sum[0]> : tensor<16xi32>
  // CHECK-NEXT: partial = max[0]> : tensor<16xi32>
  %1 = mesh.shard %arg0 to <@grid, [[]], partial = max[0]> : tensor<16xi32>
  // CHECK-NEXT: partial = min[0]> : tensor<16xi32>
  %2 = mesh.shard %arg0 to <@grid, [[]], partial = min[0]> : tensor<16xi32>
  // CHECK-NEXT: partial = product[0]> : tensor<16xi32>
  %3 = mesh.shard %arg0 to <@grid, [[]], partial = product[0]> : tensor<16xi32>
  // CHECK-NEXT: partial = average[0]> : tensor<16xi32>
  %4 = mesh.shard %arg0 to <@grid, [[]], partial = average[0]> : tensor<16xi32>
  // CHECK-NEXT: partial = bitwise_and[0]> : tensor<16xi32>
  %5 = mesh.shard %arg0 to <@grid, [[]], partial = bitwise_and[0]> : tensor<16xi32>
  // CHECK-NEXT: partial = bitwise_or[0]> : tensor<16xi32>
  %6 = mesh.shard %arg0 to <@grid, [[]], partial = bitwise_or[0]> : tensor<16xi32>
  // CHECK-NEXT: partial = bitwise_xor[0]> : tensor<16xi32>
  %7 = mesh.shard %arg0 to <@grid, [[]], partial = bitwise_xor[0]> : tensor<16xi32>
  // CHECK-NEXT: partial = generic[0]> : tensor<16xi32>
  %8 = mesh.shard %arg0 to <@grid, [[]], partial = generic[0]> : tensor<16xi32>
  return
}

// CHECK-LABEL: func.func @boundary
// CHECK-SAME: (%arg0: tensor<8x32xf32> {mesh.sharding = #mesh.shard<@grid, {{\[\[}}0], [1, 2]]>})
// CHECK-SAME: -> (tensor<8x32xf32> {llmsys.name = "y", mesh.sharding = #mesh.shard<@grid, {{\[\[}}]], partial = sum[1, 2]>})
func.func @boundary(%arg0: tensor<8x32xf32> {mesh.sharding = #mesh.shard<@grid, [[0], [1, 2]]>})
    -> (tensor<8x32xf32> {mesh.sharding = #mesh.shard<@grid, [[]], partial = sum[1, 2]>, llmsys.name = "y"}) {
  return %arg0 : tensor<8x32xf32>
}
