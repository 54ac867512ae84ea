// What MLIR's own verifiers let through is refused, unless asked otherwise; what they refuse always is.
// RUN: llmsys-opt --split-input-file --verify-diagnostics %s
// RUN: not llmsys-opt --split-input-file --verify-strictly=false %s 2>&1 | FileCheck %s

// CHECK: error: 'mesh.mesh' op rank of mesh is expected to be a positive integer
// expected-error@+1 {{rank of mesh is expected to be a positive integer}}
mesh.mesh @m(shape = [])

// -----

mesh.mesh @m(shape = 4)
// CHECK-LABEL: func.func @axis_out_of_bounds
func.func @axis_out_of_bounds(%x: tensor<8xf32>) -> tensor<8xf32> {
  // expected-error@+1 {{0-based mesh axis index 7 is out of bounds. The referenced mesh "m" is of rank 1.}}
  %0 = mesh.shard %x to <@m, [[7]]> : tensor<8xf32>
  return %0 : tensor<8xf32>
}

// -----

mesh.mesh @m(shape = 4)
// CHECK-LABEL: func.func @parts_that_are_not_equal
func.func @parts_that_are_not_equal(%x: tensor<6xf32>) -> tensor<6xf32> {
  // expected-error@+1 {{Operand dimension size 6 is not divisible by collective device group size 4 for tensor axis 0.}}
  %0 = mesh.all_to_all %x on @m mesh_axes = [0] split_axis = 0 concat_axis = 0 : tensor<6xf32> -> tensor<6xf32>
  return %0 : tensor<6xf32>
}
