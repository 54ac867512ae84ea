// What cannot be exported.
// RUN: llmsys-opt --export-sdy --verify-diagnostics --split-input-file %s

mesh.mesh @mesh(shape = 2x4)
// expected-error@+1 {{'func.func' op is partitioned already, and sdy annotates whole programs; export before --spmd-partition}}
func.func @f(%x: tensor<8xf32> {mesh.sharding = #mesh.shard<@mesh, [[0]]>}) -> tensor<8xf32> {
  return %x : tensor<8xf32>
}

// -----

mesh.mesh @mesh(shape = 2x4)
func.func @f(%x: tensor<8xf32>) -> tensor<8xf32> {
  // expected-error@+1 {{'mesh.all_reduce' op is what one device runs, and sdy annotates whole programs; export before that}}
  %0 = mesh.all_reduce %x on @mesh mesh_axes = [0] : tensor<8xf32> -> tensor<8xf32>
  return %0 : tensor<8xf32>
}

// -----

// expected-error@+1 {{expected a mesh of known sizes; replace each '?' by a number of devices}}
mesh.mesh @mesh(shape = 2x?)

// -----

// expected-error@+1 {{'mesh.mesh' op expected distinct names of its axes in 'llmsys.axis_names', got ["x", "x"]}}
mesh.mesh @mesh(shape = 2x4) {llmsys.axis_names = ["x", "x"]}

// -----

mesh.mesh @mesh(shape = 2x4)
// expected-error@+1 {{'func.func' op argument 0 is partial, [[]] partial = max[1], and XLA cannot be asked for it; annotate it without 'partial'}}
func.func @f(%x: tensor<8xf32>) -> tensor<8xf32> {
  %0 = mesh.shard %x to <@mesh, [[]], partial = max[1]> : tensor<8xf32>
  %1 = stablehlo.tanh %0 : tensor<8xf32>
  return %1 : tensor<8xf32>
}
