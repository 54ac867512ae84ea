// Shardings as values, in mesh as of LLVM 21: the rest of the program keeps its form.
// RUN: llmsys-opt --lower-resharding %s | filecheck %s
// RUN: llmsys-opt --lower-resharding %s | llmsys-opt > %t && llmsys-opt --lower-resharding %s | diff %t -

mesh.mesh @row(shape = 4)

// CHECK-LABEL: func.func @one_sharding_for_both
func.func @one_sharding_for_both(%arg0: tensor<8x16xf32>) -> tensor<8x16xf32> {
  // CHECK-NEXT: return %arg0
  %s = mesh.sharding @row split_axes = [[0]] : !mesh.sharding
  %0 = mesh.shard %arg0 to %s : tensor<8x16xf32>
  %1 = mesh.shard %0 to %s annotate_for_users : tensor<8x16xf32>
  return %1 : tensor<8x16xf32>
}

// CHECK-LABEL: func.func @move
func.func @move(%arg0: tensor<8x16xf32>) -> tensor<8x16xf32> {
  // CHECK-NEXT: %0 = builtin.unrealized_conversion_cast %arg0
  // CHECK-NEXT: %all_to_all = mesh.all_to_all %0 on @row
  // CHECK-NEXT: %1 = builtin.unrealized_conversion_cast %all_to_all
  // CHECK-NEXT: return %1
  %s = mesh.sharding @row split_axes = [[0]] : !mesh.sharding
  %0 = mesh.shard %arg0 to %s : tensor<8x16xf32>
  %t = mesh.sharding @row split_axes = [[], [0]] : !mesh.sharding
  %1 = mesh.shard %0 to %t annotate_for_users : tensor<8x16xf32>
  return %1 : tensor<8x16xf32>
}

// CHECK-LABEL: func.func @partial
func.func @partial(%arg0: tensor<8x16xf32>) -> tensor<8x16xf32> {
  // CHECK-NEXT: %all_reduce = mesh.all_reduce %arg0 on @row mesh_axes = [0] reduction = max : tensor<8x16xf32> -> tensor<8x16xf32>
  // CHECK-NEXT: return %all_reduce
  %s = mesh.sharding @row split_axes = [[]] partial = max[0] : !mesh.sharding
  %0 = mesh.shard %arg0 to %s : tensor<8x16xf32>
  %t = mesh.sharding @row split_axes = [[]] : !mesh.sharding
  %1 = mesh.shard %0 to %t annotate_for_users : tensor<8x16xf32>
  return %1 : tensor<8x16xf32>
}

// CHECK-LABEL: func.func @other_uses
func.func @other_uses(%arg0: tensor<8x16xf32>) -> (tensor<8x16xf32>, tensor<8x16xf32>) {
  // CHECK-NEXT: %sharding = mesh.sharding @row split_axes = {{\[\[}}0]] : !mesh.sharding
  // CHECK-NEXT: %sharding_annotated = mesh.shard %arg0 to %sharding : tensor<8x16xf32>
  // CHECK: mesh.all_gather
  %s = mesh.sharding @row split_axes = [[0]] : !mesh.sharding
  %0 = mesh.shard %arg0 to %s : tensor<8x16xf32>
  %t = mesh.sharding @row split_axes = [[]] : !mesh.sharding
  %1 = mesh.shard %0 to %t annotate_for_users : tensor<8x16xf32>
  return %0, %1 : tensor<8x16xf32>, tensor<8x16xf32>
}
