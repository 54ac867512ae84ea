// What is wrong with a collective that has a root, or with a shift, in upstream's words.
// RUN: llmsys-opt --verify-diagnostics --split-input-file %s
// RUN: mlir-opt-19 --verify-diagnostics --split-input-file %s

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Undefined required mesh symbol "nowhere".}}
  %0 = mesh.broadcast %arg0 on @nowhere mesh_axes = [0] root = [1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Mesh axes contains duplicate elements.}}
  %0 = mesh.broadcast %arg0 on @grid mesh_axes = [0, 0] root = [1, 1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{In-group device "root" has unexpected multi-index size 2. Expected 1.}}
  %0 = mesh.broadcast %arg0 on @grid mesh_axes = [0] root = [1, 1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Out of bounds coordinate 0 for in-group device "root". Got 3, but expected value in the range [0, 2].}}
  %0 = mesh.broadcast %arg0 on @grid mesh_axes = [0] root = [3] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{'mesh.broadcast' op failed to verify that all of {input, result} have same shape}}
  %0 = mesh.broadcast %arg0 on @grid mesh_axes = [0] root = [1] : (tensor<6x8xf32>) -> tensor<6x4xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{'mesh.broadcast' op failed to verify that all of {input, result} have same element type}}
  %0 = mesh.broadcast %arg0 on @grid mesh_axes = [0] root = [1] : (tensor<6x8xf32>) -> tensor<6x8xf64>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Gather axis 2 is out of bounds [0, 2).}}
  %0 = mesh.gather %arg0 on @grid mesh_axes = [0] gather_axis = 2 root = [1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 0. Expected 18, but got 6.}}
  %0 = mesh.gather %arg0 on @grid mesh_axes = [0] gather_axis = 0 root = [1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 0. Expected dynamic, but got 6.}}
  %0 = mesh.gather %arg0 on @grid mesh_axes = [2] gather_axis = 0 root = [1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{'mesh.gather' op failed to verify that all of {input, result} have same rank}}
  %0 = mesh.gather %arg0 on @grid mesh_axes = [0] gather_axis = 0 root = [1] : (tensor<6x8xf32>) -> tensor<18xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<f32>) {
  // expected-error@+1 {{'mesh.gather' op operand #0 must be non-0-ranked.tensor of any type values, but got 'tensor<f32>'}}
  %0 = mesh.gather %arg0 on @grid mesh_axes = [0] gather_axis = 0 root = [1] : (tensor<f32>) -> tensor<f32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{In-group device "root" has unexpected multi-index size 0. Expected 1.}}
  %0 = mesh.gather %arg0 on @grid mesh_axes = [0] gather_axis = 0 root = [] : (tensor<6x8xf32>) -> tensor<18x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Operand dimension size 8 is not divisible by collective device group size 3 for tensor axis 1.}}
  %0 = mesh.scatter %arg0 on @grid mesh_axes = [0] scatter_axis = 1 root = [1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 0. Expected 2, but got 6.}}
  %0 = mesh.scatter %arg0 on @grid mesh_axes = [0] scatter_axis = 0 root = [1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 1. Expected 8, but got 4.}}
  %0 = mesh.scatter %arg0 on @grid mesh_axes = [0] scatter_axis = 0 root = [1] : (tensor<6x8xf32>) -> tensor<2x4xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Out of bounds coordinate 0 for in-group device "root". Got 3, but expected value in the range [0, 2].}}
  %0 = mesh.scatter %arg0 on @grid mesh_axes = [0] scatter_axis = 0 root = [3] : (tensor<6x8xf32>) -> tensor<2x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{'mesh.scatter' op failed to verify that all of {input, result} have same element type}}
  %0 = mesh.scatter %arg0 on @grid mesh_axes = [0] scatter_axis = 0 root = [1] : (tensor<6x8xf32>) -> tensor<2x8xf64>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{'mesh.reduce' op failed to verify that all of {input, result} have same shape}}
  %0 = mesh.reduce %arg0 on @grid mesh_axes = [0] root = [1] : (tensor<6x8xf32>) -> tensor<6x4xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Out of bounds coordinate 1 for in-group device "root". Got 2, but expected value in the range [0, 1].}}
  %0 = mesh.reduce %arg0 on @grid mesh_axes = [0, 1] root = [0, 2] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based mesh axis index 5 is out of bounds. The referenced mesh "grid" is of rank 3.}}
  %0 = mesh.reduce %arg0 on @grid mesh_axes = [5] root = [0] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Invalid shift axis 1. It must be one of the grouping mesh axes.}}
  %0 = mesh.shift %arg0 on @grid mesh_axes = [0] shift_axis = 1 offset = 2 : tensor<6x8xf32> -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Invalid shift axis 0. It must be one of the grouping mesh axes.}}
  %0 = mesh.shift %arg0 on @grid shift_axis = 0 offset = 2 : tensor<6x8xf32> -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{'mesh.shift' op requires the same shape for all operands and results}}
  %0 = mesh.shift %arg0 on @grid mesh_axes = [0] shift_axis = 0 offset = 2 : tensor<6x8xf32> -> tensor<6x4xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{'mesh.shift' op requires the same element type for all operands and results}}
  %0 = mesh.shift %arg0 on @grid mesh_axes = [0] shift_axis = 0 offset = 2 : tensor<6x8xf32> -> tensor<6x8xf64>
  return
}
