// Partial values, which shard cannot say, are reduced where the program allows it.
// RUN: llmsys-opt --convert-mesh-to-shard %s | filecheck %s
// RUN: llmsys-opt --convert-mesh-to-shard %s > %t.shard && mlir-opt-22 %t.shard > %t.theirs && diff %t.theirs %t.shard

mesh.mesh @grid(shape = 2x4)

// The value is annotated as whole after it: the partial annotation goes.
// CHECK-LABEL: func.func @annotated_again
func.func @annotated_again(%arg0: tensor<16x32xf32>) -> tensor<16x32xf32> {
  // CHECK-NEXT: %[[EXP:.*]] = math.exp %arg0
  // CHECK-NEXT: %[[S:.*]] = shard.sharding @grid split_axes = {{\[\[}}0]] : !shard.sharding
  // CHECK-NEXT: %[[A:.*]] = shard.shard %[[EXP]] to %[[S]] : tensor<16x32xf32>
  // CHECK-NEXT: return %[[A]]
  %0 = math.exp %arg0 : tensor<16x32xf32>
  %1 = mesh.shard %0 to <@grid, [[0]], partial = sum[1]> : tensor<16x32xf32>
  %2 = mesh.shard %1 to <@grid, [[0]]> : tensor<16x32xf32>
  return %2 : tensor<16x32xf32>
}

// It is not: the annotation stays for the reduced value.
// CHECK-LABEL: func.func @used
func.func @used(%arg0: tensor<16x32xf32>) -> tensor<16x32xf32> {
  // CHECK-NEXT: %[[EXP:.*]] = math.exp %arg0
  // CHECK-NEXT: %[[S:.*]] = shard.sharding @grid split_axes = {{\[\[}}0]] : !shard.sharding
  // CHECK-NEXT: %[[A:.*]] = shard.shard %[[EXP]] to %[[S]] : tensor<16x32xf32>
  // CHECK-NEXT: math.exp %[[A]]
  %0 = math.exp %arg0 : tensor<16x32xf32>
  %1 = mesh.shard %0 to <@grid, [[0]], partial = sum[1]> : tensor<16x32xf32>
  %2 = math.exp %1 : tensor<16x32xf32>
  return %2 : tensor<16x32xf32>
}

// What one device runs is reduced by an op.
// CHECK-LABEL: func.func @local
func.func @local(%arg0: tensor<16x32xf32> {mesh.sharding = #mesh.shard<@grid, [[]]>}) -> tensor<16x32xf32> {
  // CHECK-NEXT: %all_reduce = shard.all_reduce %arg0 on @grid grid_axes = [1, 0] reduction =  max : tensor<16x32xf32> -> tensor<16x32xf32>
  // CHECK-NEXT: %[[S:.*]] = shard.sharding @grid split_axes = {{\[\[}}]] : !shard.sharding
  // CHECK-NEXT: %[[A:.*]] = shard.shard %all_reduce to %[[S]] annotate_for_users : tensor<16x32xf32>
  // CHECK-NEXT: return %[[A]]
  %0 = mesh.shard %arg0 to <@grid, [[]], partial = max[1, 0]> annotate_for_users : tensor<16x32xf32>
  return %0 : tensor<16x32xf32>
}

// In the form of LLVM 21; what shape a shard has does not depend on partial axes.
// CHECK-LABEL: func.func @value
func.func @value(%arg0: tensor<16x32xf32>) -> index {
  // CHECK-NEXT: %[[S:.*]] = shard.sharding @grid split_axes = {{\[\[}}0]] : !shard.sharding
  // CHECK-NEXT: shard.shard_shape dims = [16] sharding = %[[S]] device = [0] : index
  %s = mesh.sharding @grid split_axes = [[0]] partial = sum [1] : !mesh.sharding
  %0 = mesh.shard_shape dims = [16] sharding = %s device = [0] : index
  return %0 : index
}
