// From one form of the mesh dialect to the other and back; and the passes read and keep both.
// RUN: llmsys-opt --mesh-form="form=ssa" %s | filecheck %s
// RUN: llmsys-opt --mesh-form="form=ssa" %s > %t.ssa && llmsys-opt --mesh-form %t.ssa > %t.back
// RUN: llmsys-opt %s | diff %t.back -
// RUN: llmsys-opt --sharding-propagation %t.ssa > %t.values && llmsys-opt --sharding-propagation --mesh-form="form=ssa" %s \
// RUN:   | diff %t.values -
// RUN: llmsys-opt --spmd-partition %t.ssa > %t.values && llmsys-opt --spmd-partition --mesh-form="form=ssa" %s \
// RUN:   | diff %t.values -
// RUN: llmsys-opt --auto-shard %t.ssa > %t.values && llmsys-opt --auto-shard --mesh-form="form=ssa" %s | diff %t.values -
// RUN: llmsys-run --seed 1 --reference %s %t.ssa
// RUN: llmsys-opt --spmd-partition %t.ssa | llmsys-run --seed 1 --reference %s

mesh.mesh @grid(shape = 2x4)

// CHECK-LABEL: func.func @main
func.func @main(%arg0: tensor<8x16xf32>, %arg1: tensor<16x8xf32>) -> tensor<8x8xf32> {
  // CHECK-NEXT: %sharding = mesh.sharding @grid split_axes = {{\[\[}}0], [1]] : !mesh.sharding
  // CHECK-NEXT: mesh.shard %arg0 to %sharding annotate_for_users : tensor<8x16xf32>
  %0 = mesh.shard %arg0 to <@grid, [[0], [1]]> annotate_for_users : tensor<8x16xf32>
  %empty = tensor.empty() : tensor<8x8xf32>
  %zero = arith.constant 0.0 : f32
  %init = linalg.fill ins(%zero : f32) outs(%empty : tensor<8x8xf32>) -> tensor<8x8xf32>
  %1 = linalg.matmul ins(%0, %arg1 : tensor<8x16xf32>, tensor<16x8xf32>) outs(%init : tensor<8x8xf32>) -> tensor<8x8xf32>
  // CHECK: mesh.sharding @grid split_axes = {{\[\[}}0]] partial =  sum [1] : !mesh.sharding
  %2 = mesh.shard %1 to <@grid, [[0]], partial = sum[1]> : tensor<8x8xf32>
  %3 = mesh.shard %2 to <@grid, [[0]]> annotate_for_users : tensor<8x8xf32>
  return %3 : tensor<8x8xf32>
}
