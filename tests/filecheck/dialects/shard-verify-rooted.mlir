// What is wrong with a collective that has a root, or with a shift, in upstream's words.
// RUN: llmsys-opt --verify-diagnostics --split-input-file %s
// RUN: mlir-opt-22 --verify-diagnostics --split-input-file %s

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Undefined required grid symbol "nowhere".}}
  %0 = shard.broadcast %arg0 on @nowhere grid_axes = [0] root = [1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Grid axes contains duplicate elements.}}
  %0 = shard.broadcast %arg0 on @grid grid_axes = [0, 0] root = [1, 1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{In-group device "root" has unexpected multi-index size 2. Expected 1.}}
  %0 = shard.broadcast %arg0 on @grid grid_axes = [0] root = [1, 1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Out of bounds coordinate 0 for in-group device "root". Got 3, but expected value in the range [0, 2].}}
  %0 = shard.broadcast %arg0 on @grid grid_axes = [0] root = [3] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{'shard.broadcast' op failed to verify that all of {input, result} have same shape}}
  %0 = shard.broadcast %arg0 on @grid grid_axes = [0] root = [1] : (tensor<6x8xf32>) -> tensor<6x4xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{'shard.broadcast' op failed to verify that all of {input, result} have same element type}}
  %0 = shard.broadcast %arg0 on @grid grid_axes = [0] root = [1] : (tensor<6x8xf32>) -> tensor<6x8xf64>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Gather axis 2 is out of bounds [0, 2).}}
  %0 = shard.gather %arg0 on @grid grid_axes = [0] gather_axis = 2 root = [1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 0. Expected 18, but got 6.}}
  %0 = shard.gather %arg0 on @grid grid_axes = [0] gather_axis = 0 root = [1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 0. Expected dynamic, but got 6.}}
  %0 = shard.gather %arg0 on @grid grid_axes = [2] gather_axis = 0 root = [1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{'shard.gather' op failed to verify that all of {input, result} have same rank}}
  %0 = shard.gather %arg0 on @grid grid_axes = [0] gather_axis = 0 root = [1] : (tensor<6x8xf32>) -> tensor<18xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<f32>) {
  // expected-error@+1 {{'shard.gather' op operand #0 must be non-0-ranked.tensor of any type values, but got 'tensor<f32>'}}
  %0 = shard.gather %arg0 on @grid grid_axes = [0] gather_axis = 0 root = [1] : (tensor<f32>) -> tensor<f32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{In-group device "root" has unexpected multi-index size 0. Expected 1.}}
  %0 = shard.gather %arg0 on @grid grid_axes = [0] gather_axis = 0 root = [] : (tensor<6x8xf32>) -> tensor<18x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Operand dimension size 8 is not divisible by collective device group size 3 for tensor axis 1.}}
  %0 = shard.scatter %arg0 on @grid grid_axes = [0] scatter_axis = 1 root = [1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 0. Expected 2, but got 6.}}
  %0 = shard.scatter %arg0 on @grid grid_axes = [0] scatter_axis = 0 root = [1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 1. Expected 8, but got 4.}}
  %0 = shard.scatter %arg0 on @grid grid_axes = [0] scatter_axis = 0 root = [1] : (tensor<6x8xf32>) -> tensor<2x4xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Out of bounds coordinate 0 for in-group device "root". Got 3, but expected value in the range [0, 2].}}
  %0 = shard.scatter %arg0 on @grid grid_axes = [0] scatter_axis = 0 root = [3] : (tensor<6x8xf32>) -> tensor<2x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{'shard.scatter' op failed to verify that all of {input, result} have same element type}}
  %0 = shard.scatter %arg0 on @grid grid_axes = [0] scatter_axis = 0 root = [1] : (tensor<6x8xf32>) -> tensor<2x8xf64>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{'shard.reduce' op failed to verify that all of {input, result} have same shape}}
  %0 = shard.reduce %arg0 on @grid grid_axes = [0] root = [1] : (tensor<6x8xf32>) -> tensor<6x4xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Out of bounds coordinate 1 for in-group device "root". Got 2, but expected value in the range [0, 1].}}
  %0 = shard.reduce %arg0 on @grid grid_axes = [0, 1] root = [0, 2] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based grid axis index 5 is out of bounds. The referenced grid "grid" is of rank 3.}}
  %0 = shard.reduce %arg0 on @grid grid_axes = [5] root = [0] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Invalid shift axis 1. It must be one of the grouping grid axes.}}
  %0 = shard.shift %arg0 on @grid grid_axes = [0] shift_axis = 1 offset = 2 : tensor<6x8xf32> -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Invalid shift axis 0. It must be one of the grouping grid axes.}}
  %0 = shard.shift %arg0 on @grid shift_axis = 0 offset = 2 : tensor<6x8xf32> -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{'shard.shift' op requires the same shape for all operands and results}}
  %0 = shard.shift %arg0 on @grid grid_axes = [0] shift_axis = 0 offset = 2 : tensor<6x8xf32> -> tensor<6x4xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{'shard.shift' op requires the same element type for all operands and results}}
  %0 = shard.shift %arg0 on @grid grid_axes = [0] shift_axis = 0 offset = 2 : tensor<6x8xf32> -> tensor<6x8xf64>
  return
}
