// What is wrong with a sharding as a value, in the words of LLVM 21.
// RUN: llmsys-opt --verify-diagnostics --split-input-file %s

mesh.mesh @grid(shape = 3x2)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{mesh axis is expected to be non-negative}}
  %0 = mesh.sharding @grid split_axes = [[-1]] : !mesh.sharding
  return
}

// -----

mesh.mesh @grid(shape = 3x2)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{mesh axis duplicated}}
  %0 = mesh.sharding @grid split_axes = [[0]] partial = sum [0] : !mesh.sharding
  return
}

// -----

mesh.mesh @grid(shape = 3x2)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Undefined required mesh symbol "m".}}
  %0 = mesh.sharding @m split_axes = [[0]] : !mesh.sharding
  return
}

// -----

mesh.mesh @grid(shape = 3x2)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{'mesh.sharding' op halo sizes and shard offsets are mutually exclusive}}
  %0 = mesh.sharding @grid split_axes = [[0]] halo_sizes = [1, 1] sharded_dims_offsets = [0, 2, 4, 6] : !mesh.sharding
  return
}

// -----

mesh.mesh @grid(shape = 3x2)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{halo sizes must be specified for all split axes.}}
  %0 = mesh.sharding @grid split_axes = [[0]] halo_sizes = [1] : !mesh.sharding
  return
}

// -----

mesh.mesh @grid(shape = 3x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{sharded dims offsets are not allowed for devices meshes with dynamic shape.}}
  %0 = mesh.sharding @grid split_axes = [[0]] sharded_dims_offsets = [0, 2, 4, 6] : !mesh.sharding
  return
}

// -----

mesh.mesh @grid(shape = 3x2)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{sharded dims offsets has wrong size.}}
  %0 = mesh.sharding @grid split_axes = [[0]] sharded_dims_offsets = [0, 2, 4] : !mesh.sharding
  return
}

// -----

mesh.mesh @grid(shape = 3x2)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{sharded dims offsets must be non-decreasing.}}
  %0 = mesh.sharding @grid split_axes = [[0]] sharded_dims_offsets = [0, 4, 2, 6] : !mesh.sharding
  return
}

// -----

mesh.mesh @grid(shape = 3x2)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{expected}}
  %0 = mesh.sharding @grid split_axes = [] : !mesh.sharding
  return
}

// -----

mesh.mesh @grid(shape = 3x2)

func.func @f(%arg0: tensor<6x8xf32>, %arg1: !mesh.sharding) {
  // expected-error@+1 {{'mesh.shard' op expected a sharding either as an attribute or as an operand}}
  %0 = "mesh.shard"(%arg0, %arg1) <{shard = #mesh.shard<@grid, [[0]]>}> : (tensor<6x8xf32>, !mesh.sharding) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{expected a reduction kind exactly where there are partial axes}}
  %0 = "mesh.sharding"() <{mesh = @grid, split_axes = #mesh<axisarray[[0]]>, partial_axes = array<i16: 1>, operandSegmentSizes = array<i32: 0, 0>}> : () -> !mesh.sharding
  return
}

// -----

mesh.mesh @grid(shape = 3x2)

func.func @f(%arg0: index) {
  // expected-error@+1 {{expected 2 coordinates of a device, one per mesh axis, got 1}}
  %0:2 = mesh.neighbors_linear_indices on @grid[%arg0] split_axes = [0] : index, index
  return
}

// -----

mesh.mesh @grid(shape = 3x2)

func.func @f() {
  // expected-error@+1 {{expected at least one partial axis}}
  %0 = mesh.sharding @grid split_axes = [[0]] partial = sum [] : !mesh.sharding
  return
}
