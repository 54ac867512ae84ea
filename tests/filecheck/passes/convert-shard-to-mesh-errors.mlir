// What LLVM 19 cannot say.
// RUN: llmsys-opt --convert-shard-to-mesh --verify-diagnostics --split-input-file %s

shard.grid @m(shape = 2x4)

func.func @f(%arg0: tensor<8xf32>) {
  // expected-error@+1 {{halos and offsets of shards are not planned or lowered; annotate with the split axes alone}}
  %s = shard.sharding @m split_axes = [[0]] halo_sizes = [1, 1] : !shard.sharding
  %0 = shard.shard %arg0 to %s : tensor<8xf32>
  return
}

// -----

shard.grid @m(shape = 2x4)

func.func @f(%arg0: index) {
  // expected-error@+1 {{has no counterpart up to LLVM 19; keep shardings as values (form=ssa)}}
  %0:2 = shard.neighbors_linear_indices on @m[%arg0, %arg0] split_axes = [0] : index, index
  return
}

// -----

shard.grid @m(shape = 2x4)

func.func @f(%arg0: memref<8xf32>) {
  // expected-error@+1 {{on a memref has no counterpart up to LLVM 19; keep shardings as values (form=ssa)}}
  %0 = shard.all_reduce %arg0 on @m grid_axes = [0] : memref<8xf32> -> memref<8xf32>
  return
}

// -----

shard.grid @m(shape = 2x4)

func.func @f(%arg0: tensor<8xf32>, %arg1: !shard.sharding) {
  // expected-error@+1 {{takes its sharding from a value that no 'mesh.sharding' in its function defines; define it there}}
  %0 = shard.shard %arg0 to %arg1 : tensor<8xf32>
  return
}
