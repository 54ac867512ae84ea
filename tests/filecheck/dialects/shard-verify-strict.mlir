// What upstream lets pass, reads out of bounds for, or crashes on, is an error here; and odd properties are no crash.
// RUN: llmsys-opt --verify-diagnostics --split-input-file %s

// expected-error@+1 {{expected every grid axis to have at least one device, got a size of 0}}
shard.grid @m(shape = 4x0)

// -----

// expected-error@+1 {{expected every grid axis to have at least one device, got a size of 0}}
shard.grid @m(shape = 0)

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Gather axis 2 is out of bounds [0, 2).}}
  %0 = shard.all_gather %arg0 on @grid grid_axes = [0] gather_axis = 2 : tensor<6x8xf32> -> tensor<18x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Gather axis -1 is out of bounds [0, 2).}}
  %0 = shard.all_gather %arg0 on @grid grid_axes = [0] gather_axis = -1 : tensor<6x8xf32> -> tensor<18x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Gather axis 100000000000000000000 is out of bounds [0, 2).}}
  %0 = shard.all_gather %arg0 on @grid grid_axes = [0] gather_axis = 100000000000000000000 : tensor<6x8xf32> -> tensor<18x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Slice axis 2 is out of bounds [0, 2).}}
  %0 = shard.all_slice %arg0 on @grid grid_axes = [0] slice_axis = 2 : tensor<6x8xf32> -> tensor<2x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Slice axis -1 is out of bounds [0, 2).}}
  %0 = shard.all_slice %arg0 on @grid grid_axes = [0] slice_axis = -1 : tensor<6x8xf32> -> tensor<2x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Slice axis 100000000000000000000 is out of bounds [0, 2).}}
  %0 = shard.all_slice %arg0 on @grid grid_axes = [0] slice_axis = 100000000000000000000 : tensor<6x8xf32> -> tensor<2x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Scatter axis 2 is out of bounds [0, 2).}}
  %0 = shard.reduce_scatter %arg0 on @grid grid_axes = [0] scatter_axis = 2 : tensor<6x8xf32> -> tensor<2x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Scatter axis -1 is out of bounds [0, 2).}}
  %0 = shard.reduce_scatter %arg0 on @grid grid_axes = [0] scatter_axis = -1 : tensor<6x8xf32> -> tensor<2x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Scatter axis 100000000000000000000 is out of bounds [0, 2).}}
  %0 = shard.reduce_scatter %arg0 on @grid grid_axes = [0] scatter_axis = 100000000000000000000 : tensor<6x8xf32> -> tensor<2x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Split axis 2 is out of bounds [0, 2).}}
  %0 = shard.all_to_all %arg0 on @grid grid_axes = [0] split_axis = 2 concat_axis = 1 : tensor<6x8xf32> -> tensor<2x24xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Split axis -1 is out of bounds [0, 2).}}
  %0 = shard.all_to_all %arg0 on @grid grid_axes = [0] split_axis = -1 concat_axis = 1 : tensor<6x8xf32> -> tensor<2x24xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Split axis 100000000000000000000 is out of bounds [0, 2).}}
  %0 = shard.all_to_all %arg0 on @grid grid_axes = [0] split_axis = 100000000000000000000 concat_axis = 1 : tensor<6x8xf32> -> tensor<2x24xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Concat axis 7 is out of bounds [0, 2).}}
  %0 = shard.all_to_all %arg0 on @grid grid_axes = [0] split_axis = 0 concat_axis = 7 : tensor<6x8xf32> -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Operand dimension size 8 is not divisible by collective device group size 3 for tensor axis 1.}}
  %0 = shard.all_to_all %arg0 on @grid grid_axes = [0] split_axis = 1 concat_axis = 0 : tensor<6x8xf32> -> tensor<18x?xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Out of bounds coordinate 0 for in-group device "destination". Got -1, but expected value in the range [0, 2].}}
  %0 = shard.send %arg0 on @grid grid_axes = [0] destination = [-1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{expected 1 dynamic coordinates of device "destination", got 0}}
  %0 = "shard.send"(%arg0) <{grid = @grid, grid_axes = array<i16: 0>, destination = array<i64: -9223372036854775808>}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>, %arg1: index) {
  // expected-error@+1 {{expected 0 dynamic coordinates of device "destination", got 1}}
  %0 = "shard.send"(%arg0, %arg1) <{grid = @grid, grid_axes = array<i16: 0>, destination = array<i64: 1>}> : (tensor<6x8xf32>, index) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{index}}
  %0 = shard.send %arg0 on @grid grid_axes = [0] destination = [%arg0] : (tensor<6x8xf32>, tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Out of bounds coordinate 0 for in-group device "source". Got -1, but expected value in the range [0, 2].}}
  %0 = shard.recv %arg0 on @grid grid_axes = [0] source = [-1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{expected 1 dynamic coordinates of device "source", got 0}}
  %0 = "shard.recv"(%arg0) <{grid = @grid, grid_axes = array<i16: 0>, source = array<i64: -9223372036854775808>}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>, %arg1: index) {
  // expected-error@+1 {{expected 0 dynamic coordinates of device "source", got 1}}
  %0 = "shard.recv"(%arg0, %arg1) <{grid = @grid, grid_axes = array<i16: 0>, source = array<i64: 1>}> : (tensor<6x8xf32>, index) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{index}}
  %0 = shard.recv %arg0 on @grid grid_axes = [0] source = [%arg0] : (tensor<6x8xf32>, tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{property 'gather_axis' expected}}
  %0 = "shard.all_gather"(%arg0) <{grid = @grid}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{property 'destination' expected}}
  %0 = "shard.send"(%arg0) <{grid = @grid}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{should be of base attribute shard.partial}}
  %0 = "shard.all_reduce"(%arg0) <{grid = @grid, reduction = 1}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{should be of base attribute array}}
  %0 = "shard.all_reduce"(%arg0) <{grid = @grid, grid_axes = [0]}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Expected attribute i16 but got i32}}
  %0 = "shard.all_reduce"(%arg0) <{grid = @grid, grid_axes = array<i32: 0>}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{is out of range for type i16}}
  %0 = "shard.all_reduce"(%arg0) <{grid = @grid, grid_axes = array<i16: 70000>}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{should be of base attribute index}}
  %0 = "shard.all_gather"(%arg0) <{grid = @grid, gather_axis = 0 : i64}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Expected SymbolRefAttr with no nested symbols}}
  %0 = "shard.all_reduce"(%arg0) <{grid = @grid::@axis}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{property 'nonsense' is not defined}}
  %0 = "shard.all_reduce"(%arg0) <{grid = @grid, nonsense = 1}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Expected 1 operand, but got 0}}
  %0 = "shard.all_reduce"() <{grid = @grid}> : () -> tensor<f32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Expected 1 result, but got 0}}
  "shard.all_reduce"(%arg0) <{grid = @grid}> : (tensor<6x8xf32>) -> ()
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Expected 0 regions, but got 1}}
  %0 = "shard.all_reduce"(%arg0) <{grid = @grid}> ({^bb0: }) : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<*xf32>) {
  // expected-error@+1 {{operand #0 must be non-0-ranked.tensor of any type values, but got 'tensor<*xf32>'}}
  %0 = shard.reduce_scatter %arg0 on @grid grid_axes = [0] scatter_axis = 0 : tensor<*xf32> -> tensor<*xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based grid axis index 7 is out of bounds. The referenced grid "grid" is of rank 3.}}
  %0 = shard.sharding @grid split_axes = [[7]] : !shard.sharding
  return
}

// -----

shard.grid @grid(shape = 3x2)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{sharded dims offsets has wrong size.}}
  %0 = shard.sharding @grid split_axes = [[0]] sharded_dims_offsets = [0, 2, 4, 6, 8] : !shard.sharding
  return
}

// -----

shard.grid @grid(shape = 3x2)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{sharded dims offsets has wrong size.}}
  %0 = shard.sharding @grid split_axes = [[0, 1]] sharded_dims_offsets = [0, 2, 4, 6, 8, 9] : !shard.sharding
  return
}

// -----

shard.grid @grid(shape = 3x2)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{expected the first of the sharded dims offsets to be 0, got 1}}
  %0 = shard.sharding @grid split_axes = [[0]] sharded_dims_offsets = [1, 2, 4, 6] : !shard.sharding
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{expected halo sizes that are not negative, got -1}}
  %0 = shard.sharding @grid split_axes = [[0]] halo_sizes = [-1, 2] : !shard.sharding
  return
}

// -----

shard.grid @grid(shape = 3x2)

func.func @f(%arg0: tensor<6xf32>) {
  %0 = shard.sharding @grid split_axes = [[0], [1]] : !shard.sharding
  // expected-error@+1 {{'shard.shard' op expected at most 1 lists of grid axes, one per dim of tensor<6xf32>, got 2}}
  %1 = shard.shard %arg0 to %0 : tensor<6xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based grid axis index 9 is out of bounds. The referenced grid "grid" is of rank 3.}}
  %0 = shard.update_halo %arg0 on @grid split_axes = [[9]] : tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{halo sizes must be specified for all split axes.}}
  %0 = shard.update_halo %arg0 on @grid split_axes = [[0]] halo_sizes = [1] : tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{expected at most 2 lists of grid axes, one per dim of tensor<6x8xf32>, got 3}}
  %0 = shard.update_halo %arg0 on @grid split_axes = [[0], [], [1]] : tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2)

func.func @f(%arg0: index) {
  // expected-error@+1 {{0-based grid axis index 7 is out of bounds. The referenced grid "grid" is of rank 2.}}
  %0:2 = shard.neighbors_linear_indices on @grid[%arg0, %arg0] split_axes = [7] : index, index
  return
}

// -----

shard.grid @grid(shape = 3x2)

func.func @f(%arg0: index) {
  // expected-error@+1 {{expected 2 coordinates of a device, one per grid axis, got 1}}
  %0:2 = shard.neighbors_linear_indices on @grid[%arg0] split_axes = [0] : index, index
  return
}

// -----

shard.grid @grid(shape = 3x2)

func.func @f(%arg0: !shard.sharding) {
  // expected-error@+1 {{expected one result per dim, got 1 for 2 dims}}
  %0 = shard.shard_shape dims = [4, 4] sharding = %arg0 device = [0, 0] : index
  return
}

// -----

shard.grid @grid(shape = 3x2)

func.func @f(%arg0: tensor<6xf32>) {
  // expected-error@+1 {{'shard.reduce_scatter' op expected either 'scatter_axis' or 'scatter_dim', got both}}
  %0 = "shard.reduce_scatter"(%arg0) <{grid = @grid, scatter_axis = 0 : index, scatter_dim = 0 : index}> : (tensor<6xf32>) -> tensor<6xf32>
  return
}

// -----

shard.grid @m(shape = 2x4)

func.func @f(%arg0: tensor<12x8xf32>) -> tensor<12x8xf32> {
  %s = shard.sharding @m split_axes = [[0], [1]] sharded_dims_offsets = [0, 5, 11, 0, 2, 4, 6, 8] : !shard.sharding
  // expected-error@+1 {{expected the last of the sharded dims offsets of dim 0 to be 12, got 11}}
  %0 = shard.shard %arg0 to %s : tensor<12x8xf32>
  return %0 : tensor<12x8xf32>
}

// -----

shard.grid @m(shape = 2x4)

func.func @f(%arg0: tensor<?x8xf32>) -> tensor<12x8xf32> {
  // expected-error@+1 {{Dimension size mismatch for result axis 0. Expected dynamic, but got 12.}}
  %0 = shard.all_reduce %arg0 on @m grid_axes = [1] : tensor<?x8xf32> -> tensor<12x8xf32>
  return %0 : tensor<12x8xf32>
}
