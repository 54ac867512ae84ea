// Halos and offsets that say nothing are left out, and constants are written out.
// RUN: llmsys-opt --canonicalize %s > %t.ours && mlir-opt-22 --canonicalize %s > %t.theirs && diff %t.theirs %t.ours

shard.grid @grid(shape = 2x4)

func.func @shardings(%arg0: i64) -> (!shard.sharding, !shard.sharding, !shard.sharding, !shard.sharding, !shard.sharding) {
  %c0 = arith.constant 0 : i64
  %c3 = arith.constant 3 : i64
  %0 = shard.sharding @grid split_axes = [[0], [1]] halo_sizes = [0, %c0, 0, 0] : !shard.sharding
  %1 = shard.sharding @grid split_axes = [[0]] halo_sizes = [%c3, %arg0] : !shard.sharding
  %2 = shard.sharding @grid split_axes = [[], [0]] sharded_dims_offsets = [0, %c3, 4] : !shard.sharding
  %3 = shard.sharding @grid split_axes = [[], [0]] sharded_dims_offsets = [0, %c3, 6] : !shard.sharding
  %4 = shard.sharding @grid split_axes = [[], [0]] sharded_dims_offsets = [0, %arg0, 6] : !shard.sharding
  return %0, %1, %2, %3, %4 : !shard.sharding, !shard.sharding, !shard.sharding, !shard.sharding, !shard.sharding
}
