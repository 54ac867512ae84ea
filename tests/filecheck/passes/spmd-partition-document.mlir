// The document's example: the local matmul, whose result is left partial along axis 1 if the program says so.
// RUN: llmsys-opt --spmd-partition %S/../../../examples/document.mlir | mlir-opt-19 | filecheck %s --check-prefix=DOCUMENT
// RUN: llmsys-opt --spmd-partition --split-input-file %s | mlir-opt-19 --split-input-file | filecheck %s
// RUN: llmsys-opt --auto-shard --spmd-partition --split-input-file %s | mlir-opt-19 --split-input-file | filecheck %s

// DOCUMENT-LABEL: func.func @matmul_on_operand_shard_batch_and_k
// DOCUMENT-SAME: (%arg0: tensor<8x1000x512xf32> {mesh.sharding = #mesh.shard<@mesh_2d, {{\[\[}}0], [], [1]]>},
// DOCUMENT-SAME: %arg1: tensor<8x512x8192xf32> {mesh.sharding = #mesh.shard<@mesh_2d, {{\[\[}}0], [1]]>})
// DOCUMENT-SAME: -> (tensor<8x1000x8192xf32> {mesh.sharding = #mesh.shard<@mesh_2d, {{\[\[}}0]], partial = sum[1]>})
// DOCUMENT-NEXT: %0 = tosa.matmul %arg0, %arg1 : (tensor<8x1000x512xf32>, tensor<8x512x8192xf32>) -> tensor<8x1000x8192xf32>
// DOCUMENT-NEXT: return %0 : tensor<8x1000x8192xf32>
// DOCUMENT-NEXT: }

// One all-reduce if the result is to be whole along axis 1.
// CHECK-LABEL: func.func @replicated
// CHECK-SAME: -> (tensor<8x1000x8192xf32> {mesh.sharding = #mesh.shard<@mesh_2d, {{\[\[}}0]]>})
// CHECK-NEXT: %[[PART:.*]] = tosa.matmul %arg0, %arg1 : (tensor<8x1000x512xf32>, tensor<8x512x8192xf32>) -> tensor<8x1000x8192xf32>
// CHECK-NEXT: %[[SUM:.*]] = mesh.all_reduce %[[PART]] on @mesh_2d mesh_axes = [1] : tensor<8x1000x8192xf32> -> tensor<8x1000x8192xf32>
// CHECK-NEXT: return %[[SUM]] : tensor<8x1000x8192xf32>
mesh.mesh @mesh_2d(shape = 4x8)
func.func @replicated(%arg0: tensor<32x1000x4096xf32>, %arg1: tensor<32x4096x8192xf32>) -> tensor<32x1000x8192xf32> {
  %0 = mesh.shard %arg0 to <@mesh_2d, [[0], [], [1]]> annotate_for_users : tensor<32x1000x4096xf32>
  %1 = mesh.shard %arg1 to <@mesh_2d, [[0], [1]]> annotate_for_users : tensor<32x4096x8192xf32>
  %2 = tosa.matmul %0, %1 : (tensor<32x1000x4096xf32>, tensor<32x4096x8192xf32>) -> tensor<32x1000x8192xf32>
  %3 = mesh.shard %2 to <@mesh_2d, [[0]]> : tensor<32x1000x8192xf32>
  return %3 : tensor<32x1000x8192xf32>
}

// -----

// One reduce-scatter, without a slice after it, if the result is to be split along axis 1.
// CHECK-LABEL: func.func @outer_dim
// CHECK-SAME: -> (tensor<1x1000x8192xf32> {mesh.sharding = #mesh.shard<@mesh_2d, {{\[\[}}0, 1]]>})
// CHECK-NEXT: %[[PART:.*]] = tosa.matmul %arg0, %arg1 : (tensor<8x1000x512xf32>, tensor<8x512x8192xf32>) -> tensor<8x1000x8192xf32>
// CHECK-NEXT: %[[SUM:.*]] = mesh.reduce_scatter %[[PART]] on @mesh_2d mesh_axes = [1] scatter_axis = 0 : tensor<8x1000x8192xf32> -> tensor<1x1000x8192xf32>
// CHECK-NEXT: return %[[SUM]] : tensor<1x1000x8192xf32>
mesh.mesh @mesh_2d(shape = 4x8)
func.func @outer_dim(%arg0: tensor<32x1000x4096xf32>, %arg1: tensor<32x4096x8192xf32>) -> tensor<32x1000x8192xf32> {
  %0 = mesh.shard %arg0 to <@mesh_2d, [[0], [], [1]]> annotate_for_users : tensor<32x1000x4096xf32>
  %1 = mesh.shard %arg1 to <@mesh_2d, [[0], [1]]> annotate_for_users : tensor<32x4096x8192xf32>
  %2 = tosa.matmul %0, %1 : (tensor<32x1000x4096xf32>, tensor<32x4096x8192xf32>) -> tensor<32x1000x8192xf32>
  %3 = mesh.shard %2 to <@mesh_2d, [[0, 1]]> : tensor<32x1000x8192xf32>
  return %3 : tensor<32x1000x8192xf32>
}

// -----

// The same for another dim.
// CHECK-LABEL: func.func @middle_dim
// CHECK-SAME: -> (tensor<8x125x8192xf32> {mesh.sharding = #mesh.shard<@mesh_2d, {{\[\[}}0], [1]]>})
// CHECK-NEXT: %[[PART:.*]] = tosa.matmul %arg0, %arg1 : (tensor<8x1000x512xf32>, tensor<8x512x8192xf32>) -> tensor<8x1000x8192xf32>
// CHECK-NEXT: %[[SUM:.*]] = mesh.reduce_scatter %[[PART]] on @mesh_2d mesh_axes = [1] scatter_axis = 1 : tensor<8x1000x8192xf32> -> tensor<8x125x8192xf32>
// CHECK-NEXT: return %[[SUM]] : tensor<8x125x8192xf32>
mesh.mesh @mesh_2d(shape = 4x8)
func.func @middle_dim(%arg0: tensor<32x1000x4096xf32>, %arg1: tensor<32x4096x8192xf32>) -> tensor<32x1000x8192xf32> {
  %0 = mesh.shard %arg0 to <@mesh_2d, [[0], [], [1]]> annotate_for_users : tensor<32x1000x4096xf32>
  %1 = mesh.shard %arg1 to <@mesh_2d, [[0], [1]]> annotate_for_users : tensor<32x4096x8192xf32>
  %2 = tosa.matmul %0, %1 : (tensor<32x1000x4096xf32>, tensor<32x4096x8192xf32>) -> tensor<32x1000x8192xf32>
  %3 = mesh.shard %2 to <@mesh_2d, [[0], [1]]> : tensor<32x1000x8192xf32>
  return %3 : tensor<32x1000x8192xf32>
}

// -----

// And for the last dim.
// CHECK-LABEL: func.func @inner_dim
// CHECK-SAME: -> (tensor<8x1000x1024xf32> {mesh.sharding = #mesh.shard<@mesh_2d, {{\[\[}}0], [], [1]]>})
// CHECK-NEXT: %[[PART:.*]] = tosa.matmul %arg0, %arg1 : (tensor<8x1000x512xf32>, tensor<8x512x8192xf32>) -> tensor<8x1000x8192xf32>
// CHECK-NEXT: %[[SUM:.*]] = mesh.reduce_scatter %[[PART]] on @mesh_2d mesh_axes = [1] scatter_axis = 2 : tensor<8x1000x8192xf32> -> tensor<8x1000x1024xf32>
// CHECK-NEXT: return %[[SUM]] : tensor<8x1000x1024xf32>
mesh.mesh @mesh_2d(shape = 4x8)
func.func @inner_dim(%arg0: tensor<32x1000x4096xf32>, %arg1: tensor<32x4096x8192xf32>) -> tensor<32x1000x8192xf32> {
  %0 = mesh.shard %arg0 to <@mesh_2d, [[0], [], [1]]> annotate_for_users : tensor<32x1000x4096xf32>
  %1 = mesh.shard %arg1 to <@mesh_2d, [[0], [1]]> annotate_for_users : tensor<32x4096x8192xf32>
  %2 = tosa.matmul %0, %1 : (tensor<32x1000x4096xf32>, tensor<32x4096x8192xf32>) -> tensor<32x1000x8192xf32>
  %3 = mesh.shard %2 to <@mesh_2d, [[0], [], [1]]> : tensor<32x1000x8192xf32>
  return %3 : tensor<32x1000x8192xf32>
}
