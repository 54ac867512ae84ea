// What is wrong with a collective, in upstream's words.
// RUN: llmsys-opt --verify-diagnostics --split-input-file %s
// RUN: mlir-opt-19 --verify-diagnostics --split-input-file %s

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Undefined required mesh symbol "nowhere".}}
  %0 = mesh.all_gather %arg0 on @nowhere mesh_axes = [0] gather_axis = 0 : tensor<6x8xf32> -> tensor<18x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Mesh axes contains duplicate elements.}}
  %0 = mesh.all_gather %arg0 on @grid mesh_axes = [1, 0, 1] gather_axis = 0 : tensor<6x8xf32> -> tensor<18x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based mesh axis index 3 is out of bounds. The referenced mesh "grid" is of rank 3.}}
  %0 = mesh.all_gather %arg0 on @grid mesh_axes = [3] gather_axis = 0 : tensor<6x8xf32> -> tensor<18x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based mesh axis index -1 is out of bounds. The referenced mesh "grid" is of rank 3.}}
  %0 = mesh.all_gather %arg0 on @grid mesh_axes = [-1] gather_axis = 0 : tensor<6x8xf32> -> tensor<18x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{integer value too large}}
  %0 = mesh.all_gather %arg0 on @grid mesh_axes = [70000] gather_axis = 0 : tensor<6x8xf32> -> tensor<18x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<f32>) {
  // expected-error@+1 {{operand #0 must be non-0-ranked.tensor of any type values, but got 'tensor<f32>'}}
  %0 = mesh.all_gather %arg0 on @grid mesh_axes = [0] gather_axis = 0 : tensor<f32> -> tensor<f32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<*xf32>) {
  // expected-error@+1 {{operand #0 must be non-0-ranked.tensor of any type values, but got 'tensor<*xf32>'}}
  %0 = mesh.all_gather %arg0 on @grid mesh_axes = [0] gather_axis = 0 : tensor<*xf32> -> tensor<*xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 0. Expected 18, but got 5.}}
  %0 = mesh.all_gather %arg0 on @grid mesh_axes = [0] gather_axis = 0 : tensor<6x8xf32> -> tensor<5x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 0. Expected dynamic, but got 6.}}
  %0 = mesh.all_gather %arg0 on @grid mesh_axes = [2] gather_axis = 0 : tensor<6x8xf32> -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<?x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 0. Expected dynamic, but got 2.}}
  %0 = mesh.all_gather %arg0 on @grid mesh_axes = [0] gather_axis = 0 : tensor<?x8xf32> -> tensor<2x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 1. Expected 8, but got 9.}}
  %0 = mesh.all_gather %arg0 on @grid mesh_axes = [0] gather_axis = 0 : tensor<6x8xf32> -> tensor<18x9xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{result type has different rank than operands}}
  %0 = mesh.all_gather %arg0 on @grid mesh_axes = [0] gather_axis = 0 : tensor<6x8xf32> -> tensor<18x8x1xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{requires the same element type for all operands and results}}
  %0 = mesh.all_gather %arg0 on @grid mesh_axes = [0] gather_axis = 0 : tensor<6x8xf32> -> tensor<18x8xf64>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Undefined required mesh symbol "nowhere".}}
  %0 = mesh.all_slice %arg0 on @nowhere mesh_axes = [0] slice_axis = 0 : tensor<6x8xf32> -> tensor<2x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Mesh axes contains duplicate elements.}}
  %0 = mesh.all_slice %arg0 on @grid mesh_axes = [1, 0, 1] slice_axis = 0 : tensor<6x8xf32> -> tensor<2x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based mesh axis index 3 is out of bounds. The referenced mesh "grid" is of rank 3.}}
  %0 = mesh.all_slice %arg0 on @grid mesh_axes = [3] slice_axis = 0 : tensor<6x8xf32> -> tensor<2x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based mesh axis index -1 is out of bounds. The referenced mesh "grid" is of rank 3.}}
  %0 = mesh.all_slice %arg0 on @grid mesh_axes = [-1] slice_axis = 0 : tensor<6x8xf32> -> tensor<2x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{integer value too large}}
  %0 = mesh.all_slice %arg0 on @grid mesh_axes = [70000] slice_axis = 0 : tensor<6x8xf32> -> tensor<2x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<f32>) {
  // expected-error@+1 {{operand #0 must be non-0-ranked.tensor of any type values, but got 'tensor<f32>'}}
  %0 = mesh.all_slice %arg0 on @grid mesh_axes = [0] slice_axis = 0 : tensor<f32> -> tensor<f32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<*xf32>) {
  // expected-error@+1 {{operand #0 must be non-0-ranked.tensor of any type values, but got 'tensor<*xf32>'}}
  %0 = mesh.all_slice %arg0 on @grid mesh_axes = [0] slice_axis = 0 : tensor<*xf32> -> tensor<*xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 0. Expected 2, but got 5.}}
  %0 = mesh.all_slice %arg0 on @grid mesh_axes = [0] slice_axis = 0 : tensor<6x8xf32> -> tensor<5x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 0. Expected dynamic, but got 6.}}
  %0 = mesh.all_slice %arg0 on @grid mesh_axes = [2] slice_axis = 0 : tensor<6x8xf32> -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<?x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 0. Expected dynamic, but got 2.}}
  %0 = mesh.all_slice %arg0 on @grid mesh_axes = [0] slice_axis = 0 : tensor<?x8xf32> -> tensor<2x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 1. Expected 8, but got 9.}}
  %0 = mesh.all_slice %arg0 on @grid mesh_axes = [0] slice_axis = 0 : tensor<6x8xf32> -> tensor<2x9xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{result type has different rank than operands}}
  %0 = mesh.all_slice %arg0 on @grid mesh_axes = [0] slice_axis = 0 : tensor<6x8xf32> -> tensor<2x8x1xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{requires the same element type for all operands and results}}
  %0 = mesh.all_slice %arg0 on @grid mesh_axes = [0] slice_axis = 0 : tensor<6x8xf32> -> tensor<2x8xf64>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Operand dimension size 8 is not divisible by collective device group size 3 for tensor axis 1.}}
  %0 = mesh.all_slice %arg0 on @grid mesh_axes = [0] slice_axis = 1 : tensor<6x8xf32> -> tensor<6x2xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Undefined required mesh symbol "nowhere".}}
  %0 = mesh.reduce_scatter %arg0 on @nowhere mesh_axes = [0] scatter_axis = 0 : tensor<6x8xf32> -> tensor<2x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Mesh axes contains duplicate elements.}}
  %0 = mesh.reduce_scatter %arg0 on @grid mesh_axes = [1, 0, 1] scatter_axis = 0 : tensor<6x8xf32> -> tensor<2x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based mesh axis index 3 is out of bounds. The referenced mesh "grid" is of rank 3.}}
  %0 = mesh.reduce_scatter %arg0 on @grid mesh_axes = [3] scatter_axis = 0 : tensor<6x8xf32> -> tensor<2x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based mesh axis index -1 is out of bounds. The referenced mesh "grid" is of rank 3.}}
  %0 = mesh.reduce_scatter %arg0 on @grid mesh_axes = [-1] scatter_axis = 0 : tensor<6x8xf32> -> tensor<2x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{integer value too large}}
  %0 = mesh.reduce_scatter %arg0 on @grid mesh_axes = [70000] scatter_axis = 0 : tensor<6x8xf32> -> tensor<2x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<f32>) {
  // expected-error@+1 {{operand #0 must be non-0-ranked.tensor of any type values, but got 'tensor<f32>'}}
  %0 = mesh.reduce_scatter %arg0 on @grid mesh_axes = [0] scatter_axis = 0 : tensor<f32> -> tensor<f32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 0. Expected 2, but got 5.}}
  %0 = mesh.reduce_scatter %arg0 on @grid mesh_axes = [0] scatter_axis = 0 : tensor<6x8xf32> -> tensor<5x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 0. Expected dynamic, but got 6.}}
  %0 = mesh.reduce_scatter %arg0 on @grid mesh_axes = [2] scatter_axis = 0 : tensor<6x8xf32> -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<?x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 0. Expected dynamic, but got 2.}}
  %0 = mesh.reduce_scatter %arg0 on @grid mesh_axes = [0] scatter_axis = 0 : tensor<?x8xf32> -> tensor<2x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 1. Expected 8, but got 9.}}
  %0 = mesh.reduce_scatter %arg0 on @grid mesh_axes = [0] scatter_axis = 0 : tensor<6x8xf32> -> tensor<2x9xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{result type has different rank than operands}}
  %0 = mesh.reduce_scatter %arg0 on @grid mesh_axes = [0] scatter_axis = 0 : tensor<6x8xf32> -> tensor<2x8x1xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Operand dimension size 8 is not divisible by collective device group size 3 for tensor axis 1.}}
  %0 = mesh.reduce_scatter %arg0 on @grid mesh_axes = [0] scatter_axis = 1 : tensor<6x8xf32> -> tensor<6x2xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Undefined required mesh symbol "nowhere".}}
  %0 = mesh.all_to_all %arg0 on @nowhere mesh_axes = [0] split_axis = 0 concat_axis = 1 : tensor<6x8xf32> -> tensor<2x24xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Mesh axes contains duplicate elements.}}
  %0 = mesh.all_to_all %arg0 on @grid mesh_axes = [1, 0, 1] split_axis = 0 concat_axis = 1 : tensor<6x8xf32> -> tensor<2x24xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based mesh axis index 3 is out of bounds. The referenced mesh "grid" is of rank 3.}}
  %0 = mesh.all_to_all %arg0 on @grid mesh_axes = [3] split_axis = 0 concat_axis = 1 : tensor<6x8xf32> -> tensor<2x24xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based mesh axis index -1 is out of bounds. The referenced mesh "grid" is of rank 3.}}
  %0 = mesh.all_to_all %arg0 on @grid mesh_axes = [-1] split_axis = 0 concat_axis = 1 : tensor<6x8xf32> -> tensor<2x24xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{integer value too large}}
  %0 = mesh.all_to_all %arg0 on @grid mesh_axes = [70000] split_axis = 0 concat_axis = 1 : tensor<6x8xf32> -> tensor<2x24xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<f32>) {
  // expected-error@+1 {{operand #0 must be non-0-ranked.tensor of any type values, but got 'tensor<f32>'}}
  %0 = mesh.all_to_all %arg0 on @grid mesh_axes = [0] split_axis = 0 concat_axis = 1 : tensor<f32> -> tensor<f32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<*xf32>) {
  // expected-error@+1 {{operand #0 must be non-0-ranked.tensor of any type values, but got 'tensor<*xf32>'}}
  %0 = mesh.all_to_all %arg0 on @grid mesh_axes = [0] split_axis = 0 concat_axis = 1 : tensor<*xf32> -> tensor<*xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 0. Expected 2, but got 5.}}
  %0 = mesh.all_to_all %arg0 on @grid mesh_axes = [0] split_axis = 0 concat_axis = 1 : tensor<6x8xf32> -> tensor<5x24xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 0. Expected dynamic, but got 6.}}
  %0 = mesh.all_to_all %arg0 on @grid mesh_axes = [2] split_axis = 0 concat_axis = 1 : tensor<6x8xf32> -> tensor<6x?xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<?x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 0. Expected dynamic, but got 2.}}
  %0 = mesh.all_to_all %arg0 on @grid mesh_axes = [0] split_axis = 0 concat_axis = 1 : tensor<?x8xf32> -> tensor<2x24xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Dimension size mismatch for result axis 1. Expected 24, but got 9.}}
  %0 = mesh.all_to_all %arg0 on @grid mesh_axes = [0] split_axis = 0 concat_axis = 1 : tensor<6x8xf32> -> tensor<2x9xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{result type has different rank than operands}}
  %0 = mesh.all_to_all %arg0 on @grid mesh_axes = [0] split_axis = 0 concat_axis = 1 : tensor<6x8xf32> -> tensor<2x24x1xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{requires the same element type for all operands and results}}
  %0 = mesh.all_to_all %arg0 on @grid mesh_axes = [0] split_axis = 0 concat_axis = 1 : tensor<6x8xf32> -> tensor<2x24xf64>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Undefined required mesh symbol "nowhere".}}
  %0 = mesh.all_reduce %arg0 on @nowhere mesh_axes = [0] : tensor<6x8xf32> -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Mesh axes contains duplicate elements.}}
  %0 = mesh.all_reduce %arg0 on @grid mesh_axes = [1, 0, 1] : tensor<6x8xf32> -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based mesh axis index 3 is out of bounds. The referenced mesh "grid" is of rank 3.}}
  %0 = mesh.all_reduce %arg0 on @grid mesh_axes = [3] : tensor<6x8xf32> -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based mesh axis index -1 is out of bounds. The referenced mesh "grid" is of rank 3.}}
  %0 = mesh.all_reduce %arg0 on @grid mesh_axes = [-1] : tensor<6x8xf32> -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{integer value too large}}
  %0 = mesh.all_reduce %arg0 on @grid mesh_axes = [70000] : tensor<6x8xf32> -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{requires the same shape for all operands and results}}
  %0 = mesh.all_reduce %arg0 on @grid mesh_axes = [0] : tensor<6x8xf32> -> tensor<6x4xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{requires the same shape for all operands and results}}
  %0 = mesh.all_reduce %arg0 on @grid mesh_axes = [0] : tensor<6x8xf32> -> tensor<6x8x1xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Gather axis 2 is out of bounds [0, 2).}}
  %0 = mesh.all_gather %arg0 on @grid mesh_axes = [0] gather_axis = 2 : tensor<6x8xf32> -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Gather axis -1 is out of bounds [0, 2).}}
  %0 = mesh.all_gather %arg0 on @grid mesh_axes = [0] gather_axis = -1 : tensor<6x8xf32> -> tensor<6x8xf32>
  return
}
