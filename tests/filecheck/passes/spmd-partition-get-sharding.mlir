// A program that asks for a sharding is told the one that the value has.
// RUN: llmsys-opt --spmd-partition %s | filecheck %s
// RUN: llmsys-opt --spmd-partition %s > %t && llmsys-opt %t | diff %t -
// RUN: llmsys-opt --convert-mesh-to-shard --spmd-partition %s | mlir-opt-22 | filecheck --check-prefix SHARD %s

mesh.mesh @grid(shape = 2x4)

// CHECK-LABEL: func.func @returned
// CHECK-SAME: -> (tensor<4xf32> {{{.*}}}, !mesh.sharding) {
// SHARD-LABEL: func.func @returned
func.func @returned(%arg0: tensor<8xf32>) -> (tensor<8xf32>, !mesh.sharding) {
  // CHECK-NEXT: %sharding = mesh.sharding @grid split_axes = {{\[\[}}0]] : !mesh.sharding
  // CHECK-NEXT: return %arg0, %sharding
  // SHARD-NEXT: %sharding = shard.sharding @grid split_axes = {{\[\[}}0]] : !shard.sharding
  // SHARD-NEXT: return %arg0, %sharding
  %s = mesh.sharding @grid split_axes = [[0]] : !mesh.sharding
  %0 = mesh.shard %arg0 to %s : tensor<8xf32>
  %1 = mesh.get_sharding %0 : tensor<8xf32> -> !mesh.sharding
  return %0, %1 : tensor<8xf32>, !mesh.sharding
}

// What the partitioner chose for a value that nobody annotated.
// CHECK-LABEL: func.func @of_what_follows
func.func @of_what_follows(%arg0: tensor<8xf32>) -> index {
  // CHECK: tosa.tanh
  // CHECK-NEXT: %sharding = mesh.sharding @grid split_axes = {{\[\[}}1]] : !mesh.sharding
  // CHECK-NEXT: %proc_linear_idx:2 = mesh.process_multi_index on @grid : index, index
  // CHECK-NEXT: mesh.shard_shape dims = [8] sharding = %sharding device = [%proc_linear_idx#0, %proc_linear_idx#1] : index
  %s = mesh.sharding @grid split_axes = [[1]] : !mesh.sharding
  %0 = mesh.shard %arg0 to %s : tensor<8xf32>
  %1 = tosa.tanh %0 : (tensor<8xf32>) -> tensor<8xf32>
  %2 = mesh.get_sharding %1 : tensor<8xf32> -> !mesh.sharding
  %3:2 = mesh.process_multi_index on @grid : index, index
  %4 = mesh.shard_shape dims = [8] sharding = %2 device = [%3#0, %3#1] : index
  return %4 : index
}
