// The words of LLVM 18: a mesh is a cluster.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt --mlir-print-op-generic %s | llmsys-opt > %t.back && llmsys-opt %s > %t.ours && diff %t.ours %t.back
// RUN: llmsys-opt --canonicalize %s | filecheck --check-prefix FOLD %s
// RUN: llmsys-opt --spmd-partition %s | filecheck --check-prefix SPMD %s

// CHECK: mesh.cluster @mesh(shape = 4x2)
// SPMD: mesh.cluster @mesh(shape = 4x2)
mesh.cluster @mesh(shape = 4x2)
// CHECK-NEXT: mesh.cluster @open(shape = 4x?)
mesh.cluster @open(shape = 4x?)

// CHECK-LABEL: func.func @shape
// FOLD-LABEL: func.func @shape
func.func @shape() -> (index, index) {
  // CHECK-NEXT: %0:2 = mesh.cluster_shape @open : index, index
  %0:2 = mesh.cluster_shape @open : index, index
  // CHECK-NEXT: mesh.cluster_shape @mesh axes = [0] : index
  // FOLD-NEXT: %c4 = arith.constant 4 : index
  // FOLD-NEXT: mesh.cluster_shape @open axes = [1] : index
  // FOLD-NEXT: return
  %1 = mesh.cluster_shape @mesh axes = [0] : index
  return %0#1, %1 : index, index
}

// CHECK-LABEL: func.func @annotated
// SPMD-LABEL: func.func @annotated
func.func @annotated(%arg0: tensor<8x8xf32>) -> tensor<8x8xf32> {
  // CHECK-NEXT: mesh.shard %arg0 to <@mesh, {{\[\[}}0]]> : tensor<8x8xf32>
  %0 = mesh.shard %arg0 to <@mesh, [[0]]> : tensor<8x8xf32>
  // SPMD: tosa.tanh %arg0 : (tensor<2x8xf32>) -> tensor<2x8xf32>
  %1 = tosa.tanh %0 : (tensor<8x8xf32>) -> tensor<8x8xf32>
  return %1 : tensor<8x8xf32>
}
