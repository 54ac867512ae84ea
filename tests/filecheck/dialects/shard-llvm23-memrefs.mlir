// Collectives on memrefs, as LLVM 23 has them.
// RUN: llmsys-opt %s | filecheck %s

shard.grid @grid(shape = 2x4)

// CHECK-LABEL: func.func @memrefs
func.func @memrefs(%arg0: memref<4x8xf32>) {
  // CHECK-NEXT: %all_gather = shard.all_gather %arg0 on @grid grid_axes = [1] gather_axis = 0 : memref<4x8xf32> -> memref<16x8xf32>
  %0 = shard.all_gather %arg0 on @grid grid_axes = [1] gather_axis = 0 : memref<4x8xf32> -> memref<16x8xf32>
  // CHECK-NEXT: %reduce_scatter = shard.reduce_scatter %arg0 on @grid grid_axes = [1] scatter_dim = 0 : memref<4x8xf32> -> memref<1x8xf32>
  %1 = shard.reduce_scatter %arg0 on @grid grid_axes = [1] scatter_dim = 0 : memref<4x8xf32> -> memref<1x8xf32>
  return
}
