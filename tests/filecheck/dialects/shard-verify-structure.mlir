// What is wrong with a mesh, an annotation or a query, in upstream's words.
// RUN: llmsys-opt --verify-diagnostics --split-input-file %s
// RUN: mlir-opt-22 --verify-diagnostics --split-input-file %s

// expected-error@+1 {{rank of grid is expected to be a positive integer}}
shard.grid @m(shape = [])

// -----

// expected-error@+1 {{dimension size of a grid is expected to be non-negative or dynamic}}
"shard.grid"() <{sym_name = "m", shape = array<i64: 4, -2>}> : () -> ()

// -----

// expected-error@+1 {{Failed parsing dimension list. Did you mean an empty list? It must be denoted by "[]".}}
shard.grid @m(shape = )

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Undefined required grid symbol "nowhere".}}
  %0 = shard.grid_shape @nowhere : index
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Grid axes contains duplicate elements.}}
  %0:2 = shard.grid_shape @grid axes = [1, 1] : index, index
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based grid axis index 3 is out of bounds. The referenced grid "grid" is of rank 3.}}
  %0 = shard.grid_shape @grid axes = [3] : index
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based grid axis index -1 is out of bounds. The referenced grid "grid" is of rank 3.}}
  %0 = shard.grid_shape @grid axes = [-1] : index
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Unexpected number of results 2. Expected 1.}}
  %0:2 = shard.grid_shape @grid axes = [2] : index, index
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Unexpected number of results 1. Expected 3.}}
  %0 = shard.grid_shape @grid : index
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Undefined required grid symbol "nowhere".}}
  %0 = shard.process_multi_index on @nowhere : index
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Grid axes contains duplicate elements.}}
  %0:2 = shard.process_multi_index on @grid axes = [1, 1] : index, index
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based grid axis index 3 is out of bounds. The referenced grid "grid" is of rank 3.}}
  %0 = shard.process_multi_index on @grid axes = [3] : index
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based grid axis index -1 is out of bounds. The referenced grid "grid" is of rank 3.}}
  %0 = shard.process_multi_index on @grid axes = [-1] : index
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Unexpected number of results 2. Expected 1.}}
  %0:2 = shard.process_multi_index on @grid axes = [2] : index, index
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Unexpected number of results 1. Expected 3.}}
  %0 = shard.process_multi_index on @grid : index
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Undefined required grid symbol "f".}}
  %0 = shard.grid_shape @f axes = [0] : index
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Undefined required grid symbol "nowhere".}}
  %0 = shard.process_linear_index on @nowhere : index
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{grid axis is expected to be non-negative}}
  %0 = shard.sharding @grid split_axes = [[-1]] : !shard.sharding
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{grid axis duplicated}}
  %0 = shard.sharding @grid split_axes = [[0], [0]] : !shard.sharding
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{grid axis duplicated}}
  %0 = shard.sharding @grid split_axes = [[1, 1]] : !shard.sharding
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Undefined required grid symbol "nowhere".}}
  %0 = shard.sharding @nowhere split_axes = [[0]] : !shard.sharding
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{'shard.sharding' op halo sizes and shard offsets are mutually exclusive}}
  %0 = shard.sharding @grid split_axes = [[0]] halo_sizes = [1, 1] sharded_dims_offsets = [0, 2, 4, 6] : !shard.sharding
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{halo sizes must be specified for all split axes.}}
  %0 = shard.sharding @grid split_axes = [[0], [1]] halo_sizes = [1, 1] : !shard.sharding
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{sharded dims offsets are not allowed for device grids with dynamic shape.}}
  %0 = shard.sharding @grid split_axes = [[0]] sharded_dims_offsets = [0, 2, 4, 6] : !shard.sharding
  return
}

// -----

shard.grid @grid(shape = 3x2)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{sharded dims offsets has wrong size.}}
  %0 = shard.sharding @grid split_axes = [[0]] sharded_dims_offsets = [0, 2, 4] : !shard.sharding
  return
}

// -----

shard.grid @grid(shape = 3x2)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{sharded dims offsets must be non-decreasing.}}
  %0 = shard.sharding @grid split_axes = [[0]] sharded_dims_offsets = [0, 5, 4, 6] : !shard.sharding
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Undefined required grid symbol "nowhere".}}
  %0 = shard.update_halo %arg0 on @nowhere split_axes = [[0]] : tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: index) {
  // expected-error@+1 {{Undefined required grid symbol "nowhere".}}
  %0:2 = shard.neighbors_linear_indices on @nowhere[%arg0] split_axes = [0] : index, index
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: f32) {
  // expected-error@+1 {{operand #0 must be memref of any type values or ranked tensor of any type values, but got 'f32'}}
  %0 = shard.all_reduce %arg0 on @grid : f32 -> f32
  return
}
