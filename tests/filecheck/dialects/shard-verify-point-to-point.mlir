// What is wrong with a send or a receive, in upstream's words.
// RUN: llmsys-opt --verify-diagnostics --split-input-file %s
// RUN: mlir-opt-22 --verify-diagnostics --split-input-file %s

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Undefined required grid symbol "nowhere".}}
  %0 = shard.send %arg0 on @nowhere grid_axes = [0] destination = [1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Grid axes contains duplicate elements.}}
  %0 = shard.send %arg0 on @grid grid_axes = [0, 0] destination = [1, 1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based grid axis index 4 is out of bounds. The referenced grid "grid" is of rank 3.}}
  %0 = shard.send %arg0 on @grid grid_axes = [4] destination = [1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{In-group device "destination" has unexpected multi-index size 2. Expected 1.}}
  %0 = shard.send %arg0 on @grid grid_axes = [0] destination = [1, 1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Out of bounds coordinate 0 for in-group device "destination". Got 3, but expected value in the range [0, 2].}}
  %0 = shard.send %arg0 on @grid grid_axes = [0] destination = [3] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Out of bounds coordinate 1 for in-group device "destination". Got 2, but expected value in the range [0, 1].}}
  %0 = shard.send %arg0 on @grid grid_axes = [2, 1] destination = [9, 2] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{failed to verify that all of {input, result} have same shape}}
  %0 = shard.send %arg0 on @grid grid_axes = [0] destination = [1] : (tensor<6x8xf32>) -> tensor<6x7xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{failed to verify that all of {input, result} have same element type}}
  %0 = shard.send %arg0 on @grid grid_axes = [0] destination = [1] : (tensor<6x8xf32>) -> tensor<6x8xi32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<f32>) {
  // expected-error@+1 {{operand #0 must be non-0-ranked.tensor of any type values, but got 'tensor<f32>'}}
  %0 = shard.send %arg0 on @grid grid_axes = [0] destination = [1] : (tensor<f32>) -> tensor<f32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Undefined required grid symbol "nowhere".}}
  %0 = shard.recv %arg0 on @nowhere grid_axes = [0] source = [1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Grid axes contains duplicate elements.}}
  %0 = shard.recv %arg0 on @grid grid_axes = [0, 0] source = [1, 1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based grid axis index 4 is out of bounds. The referenced grid "grid" is of rank 3.}}
  %0 = shard.recv %arg0 on @grid grid_axes = [4] source = [1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{In-group device "source" has unexpected multi-index size 2. Expected 1.}}
  %0 = shard.recv %arg0 on @grid grid_axes = [0] source = [1, 1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Out of bounds coordinate 0 for in-group device "source". Got 3, but expected value in the range [0, 2].}}
  %0 = shard.recv %arg0 on @grid grid_axes = [0] source = [3] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Out of bounds coordinate 1 for in-group device "source". Got 2, but expected value in the range [0, 1].}}
  %0 = shard.recv %arg0 on @grid grid_axes = [2, 1] source = [9, 2] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{failed to verify that all of {input, result} have same shape}}
  %0 = shard.recv %arg0 on @grid grid_axes = [0] source = [1] : (tensor<6x8xf32>) -> tensor<6x7xf32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{failed to verify that all of {input, result} have same element type}}
  %0 = shard.recv %arg0 on @grid grid_axes = [0] source = [1] : (tensor<6x8xf32>) -> tensor<6x8xi32>
  return
}

// -----

shard.grid @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<f32>) {
  // expected-error@+1 {{operand #0 must be non-0-ranked.tensor of any type values, but got 'tensor<f32>'}}
  %0 = shard.recv %arg0 on @grid grid_axes = [0] source = [1] : (tensor<f32>) -> tensor<f32>
  return
}
