// What is wrong with a mesh, an annotation or a query, in upstream's words.
// RUN: llmsys-opt --verify-diagnostics --split-input-file %s
// RUN: mlir-opt-19 --verify-diagnostics --split-input-file %s

// expected-error@+1 {{rank of mesh is expected to be a positive integer}}
mesh.mesh @m(shape = [])

// -----

// expected-error@+1 {{dimension size of a mesh is expected to be non-negative or dynamic}}
"mesh.mesh"() <{sym_name = "m", shape = array<i64: 4, -2>}> : () -> ()

// -----

// expected-error@+1 {{Failed parsing dimension list. Did you mean an empty list? It must be denoted by "[]".}}
mesh.mesh @m(shape = )

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Undefined required mesh symbol "nowhere".}}
  %0 = mesh.mesh_shape @nowhere : index
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Mesh axes contains duplicate elements.}}
  %0:2 = mesh.mesh_shape @grid axes = [1, 1] : index, index
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based mesh axis index 3 is out of bounds. The referenced mesh "grid" is of rank 3.}}
  %0 = mesh.mesh_shape @grid axes = [3] : index
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based mesh axis index -1 is out of bounds. The referenced mesh "grid" is of rank 3.}}
  %0 = mesh.mesh_shape @grid axes = [-1] : index
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Unexpected number of results 2. Expected 1.}}
  %0:2 = mesh.mesh_shape @grid axes = [2] : index, index
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Unexpected number of results 1. Expected 3.}}
  %0 = mesh.mesh_shape @grid : index
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Undefined required mesh symbol "nowhere".}}
  %0 = mesh.process_multi_index on @nowhere : index
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Mesh axes contains duplicate elements.}}
  %0:2 = mesh.process_multi_index on @grid axes = [1, 1] : index, index
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based mesh axis index 3 is out of bounds. The referenced mesh "grid" is of rank 3.}}
  %0 = mesh.process_multi_index on @grid axes = [3] : index
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based mesh axis index -1 is out of bounds. The referenced mesh "grid" is of rank 3.}}
  %0 = mesh.process_multi_index on @grid axes = [-1] : index
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Unexpected number of results 2. Expected 1.}}
  %0:2 = mesh.process_multi_index on @grid axes = [2] : index, index
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Unexpected number of results 1. Expected 3.}}
  %0 = mesh.process_multi_index on @grid : index
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Undefined required mesh symbol "f".}}
  %0 = mesh.mesh_shape @f axes = [0] : index
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Undefined required mesh symbol "nowhere".}}
  %0 = mesh.process_linear_index on @nowhere : index
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{mesh axis is expected to be non-negative}}
  %0 = mesh.shard %arg0 to <@grid, [[-1]]> : tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{mesh axis is expected to be non-negative}}
  %0 = mesh.shard %arg0 to <@grid, [[]], partial = sum[-1]> : tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{mesh axis duplicated}}
  %0 = mesh.shard %arg0 to <@grid, [[0], [0]]> : tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{mesh axis duplicated}}
  %0 = mesh.shard %arg0 to <@grid, [[0, 0]]> : tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{mesh axis duplicated}}
  %0 = mesh.shard %arg0 to <@grid, [[0]], partial = sum[1, 0]> : tensor<6x8xf32>
  return
}
