// RUN: llmsys-opt --split-input-file --verify-diagnostics --lower-resharding %s

mesh.mesh @row(shape = 4)
func.func @does_not_divide(%arg0: tensor<6xf32>) -> tensor<6xf32> {
  %0 = mesh.shard %arg0 to <@row, [[]]> : tensor<6xf32>
  // expected-error@+1 {{'mesh.shard' op dim 0 of size 6 is not divisible by 4, the devices along mesh axes [0] of @row (4); shard it over other axes or pad the tensor}}
  %1 = mesh.shard %0 to <@row, [[0]]> annotate_for_users : tensor<6xf32>
  return %1 : tensor<6xf32>
}

// -----

// What is known must fit, whatever is not.
mesh.mesh @grid(shape = ?x4)
func.func @does_not_divide_beside_unknown(%arg0: tensor<8x6xf32>) -> tensor<8x6xf32> {
  // expected-error@+1 {{'mesh.shard' op dim 1 of size 6 is not divisible by 4, the devices along mesh axes [1] of @grid (?x4)}}
  %0 = mesh.shard %arg0 to <@grid, [[0], [1]]> : tensor<8x6xf32>
  %1 = mesh.shard %0 to <@grid, [[]]> annotate_for_users : tensor<8x6xf32>
  return %1 : tensor<8x6xf32>
}

// -----

mesh.mesh @one(shape = 4)
mesh.mesh @other(shape = 4)
func.func @two_meshes(%arg0: tensor<8xf32>) -> tensor<8xf32> {
  %0 = mesh.shard %arg0 to <@one, [[0]]> : tensor<8xf32>
  // expected-error@+1 {{'mesh.shard' op expected a sharding on the function's mesh @one, got one on @other}}
  %1 = mesh.shard %0 to <@other, [[]]> annotate_for_users : tensor<8xf32>
  return %1 : tensor<8xf32>
}

// -----

mesh.mesh @row(shape = 4)
func.func @generic(%arg0: tensor<8xf32>) -> tensor<8xf32> {
  // expected-error@+1 {{a partial value of kind 'generic' cannot be reduced: say how, such as partial = sum}}
  %0 = mesh.shard %arg0 to <@row, [[]], partial = generic[0]> : tensor<8xf32>
  %1 = mesh.shard %0 to <@row, [[]]> annotate_for_users : tensor<8xf32>
  return %1 : tensor<8xf32>
}

// -----

// expected-error@+1 {{expected at most 4 mesh axes of more than one device, got 5; join some into one axis}}
mesh.mesh @five(shape = 2x2x2x2x?)
func.func @too_many_axes(%arg0: tensor<8xf32>) -> tensor<8xf32> {
  %0 = mesh.shard %arg0 to <@five, [[0]]> : tensor<8xf32>
  %1 = mesh.shard %0 to <@five, [[]]> annotate_for_users : tensor<8xf32>
  return %1 : tensor<8xf32>
}

// -----

// expected-error@+1 {{'mesh.mesh' op expected a mesh of at most 16777216 devices, got 4096x4096x?}}
mesh.mesh @huge(shape = 4096x4096x?)
func.func @too_many_devices(%arg0: tensor<8xf32>) -> tensor<8xf32> {
  %0 = mesh.shard %arg0 to <@huge, [[2]]> : tensor<8xf32>
  %1 = mesh.shard %0 to <@huge, [[]]> annotate_for_users : tensor<8xf32>
  return %1 : tensor<8xf32>
}

// -----

shard.grid @row(shape = 4)
func.func @halo(%arg0: tensor<8xf32>) -> tensor<8xf32> {
  // expected-error@+1 {{halos and offsets of shards are not planned or lowered; annotate with the split axes alone}}
  %s = shard.sharding @row split_axes = [[0]] halo_sizes = [1, 1] : !shard.sharding
  %0 = shard.shard %arg0 to %s : tensor<8xf32>
  %t = shard.sharding @row split_axes = [[]] : !shard.sharding
  %1 = shard.shard %0 to %t annotate_for_users : tensor<8xf32>
  return %1 : tensor<8xf32>
}

// -----

mesh.mesh @row(shape = 4)
func.func @of_an_argument(%arg0: tensor<8xf32>, %s: !mesh.sharding) -> tensor<8xf32> {
  // expected-error@+1 {{takes its sharding from a value that no 'mesh.sharding' in its function defines; define it there}}
  %0 = mesh.shard %arg0 to %s : tensor<8xf32>
  %1 = mesh.shard %0 to %s annotate_for_users : tensor<8xf32>
  return %1 : tensor<8xf32>
}
