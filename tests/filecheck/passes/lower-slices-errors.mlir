// What cannot be lowered does not get past the verifier.
// RUN: llmsys-opt --split-input-file --verify-diagnostics --lower-all-slice --lower-process-multi-index %s

mesh.mesh @row(shape = 4)
func.func @does_not_divide(%arg0: tensor<6xf32>) -> tensor<1xf32> {
  // expected-error@+1 {{Operand dimension size 6 is not divisible by collective device group size 4 for tensor axis 0.}}
  %0 = mesh.all_slice %arg0 on @row mesh_axes = [0] slice_axis = 0 : tensor<6xf32> -> tensor<1xf32>
  return %0 : tensor<1xf32>
}

// -----

mesh.mesh @row(shape = ?)
func.func @known_result(%arg0: tensor<8xf32>) -> tensor<2xf32> {
  // expected-error@+1 {{Dimension size mismatch for result axis 0. Expected dynamic, but got 2.}}
  %0 = mesh.all_slice %arg0 on @row mesh_axes = [0] slice_axis = 0 : tensor<8xf32> -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// -----

shard.grid @row(shape = 4)
func.func @no_such_dim(%arg0: tensor<8xf32>) -> tensor<2xf32> {
  // expected-error@+1 {{Slice axis 1 is out of bounds [0, 1).}}
  %0 = shard.all_slice %arg0 on @row grid_axes = [0] slice_axis = 1 : tensor<8xf32> -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// -----

func.func @no_grid() -> index {
  // expected-error@+1 {{Undefined required grid symbol "row".}}
  %0 = shard.process_multi_index on @row axes = [0] : index
  return %0 : index
}
