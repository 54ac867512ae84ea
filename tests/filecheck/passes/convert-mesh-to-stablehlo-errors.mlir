// RUN: llmsys-opt --convert-mesh-to-stablehlo --split-input-file --verify-diagnostics %s

mesh.mesh @mesh(shape = 2)
// expected-error@+1 {{'func.func' op is not what one device runs; partition it before}}
func.func @whole(%x: tensor<4xf32>) -> tensor<4xf32> {
  return %x : tensor<4xf32>
}

// -----

mesh.mesh @mesh(shape = 2)
func.func @dialect(%x: tensor<4xf32> {mesh.sharding = #mesh.shard<@mesh, [[0]]>}) -> tensor<4xf32> {
  // expected-error@+1 {{'tosa.abs' op has no counterpart in StableHLO}}
  %0 = tosa.abs %x : (tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// -----

mesh.mesh @mesh(shape = 2)
func.func @open_device(%x: tensor<4xf32> {mesh.sharding = #mesh.shard<@mesh, [[0]]>}, %i: tensor<index>) -> tensor<4xf32> {
  %j = tensor.extract %i[] : tensor<index>
  // expected-error@-1 {{'tensor.extract' op has no counterpart in StableHLO}}
  %s = mesh.send %x on @mesh mesh_axes = [0] destination = [%j] : (tensor<4xf32>, index) -> tensor<4xf32>
  return %s : tensor<4xf32>
}

// -----

mesh.mesh @mesh(shape = 2)
func.func @shift(%x: tensor<4xf32> {mesh.sharding = #mesh.shard<@mesh, [[0]]>}) -> tensor<4xf32> {
  // expected-error@+1 {{sends nothing to the first devices}}
  %0 = mesh.shift %x on @mesh mesh_axes = [0] shift_axis = 0 offset = 1 : tensor<4xf32> -> tensor<4xf32>
  return %0 : tensor<4xf32>
}
