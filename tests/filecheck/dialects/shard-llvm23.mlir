// What LLVM 23 says otherwise: `scatter_dim`, and memrefs.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt --mlir-print-op-generic %s | llmsys-opt > %t.back && llmsys-opt %s > %t.ours && diff %t.ours %t.back
// RUN: llmsys-opt --convert-shard-to-mesh %s | filecheck --check-prefix MESH %s

shard.grid @grid(shape = 2x4)

// CHECK-LABEL: func.func @scatter
func.func @scatter(%arg0: tensor<4x8xf32>) {
  // CHECK-NEXT: shard.scatter %arg0 on @grid grid_axes = [1] scatter_dim = 0 root = [3] : (tensor<4x8xf32>) -> tensor<1x8xf32>
  // MESH: mesh.scatter %arg0 on @grid mesh_axes = [1] scatter_axis = 0 root = [3] : (tensor<4x8xf32>) -> tensor<1x8xf32>
  %0 = shard.scatter %arg0 on @grid grid_axes = [1] scatter_dim = 0 root = [3] : (tensor<4x8xf32>) -> tensor<1x8xf32>
  // CHECK-NEXT: shard.reduce_scatter %arg0 on @grid grid_axes = [0] reduction =  max scatter_dim = 1 : tensor<4x8xf32> -> tensor<4x4xf32>
  // MESH: mesh.reduce_scatter %arg0 on @grid mesh_axes = [0] reduction = <max> scatter_axis = 1 : tensor<4x8xf32> -> tensor<4x4xf32>
  %1 = shard.reduce_scatter %arg0 on @grid grid_axes = [0] reduction = max scatter_dim = 1 : tensor<4x8xf32> -> tensor<4x4xf32>
  return
}

