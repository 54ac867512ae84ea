// RUN: llmsys-opt --convert-to-stablehlo --split-input-file --verify-diagnostics %s

func.func @shift(%x: tensor<4xi32>) -> tensor<4xi32> {
  // expected-error@+1 {{'tosa.mul' op has no counterpart in StableHLO with a shift}}
  %0 = tosa.mul %x, %x {shift = 3 : i8} : (tensor<4xi32>, tensor<4xi32>) -> tensor<4xi32>
  return %0 : tensor<4xi32>
}

// -----

func.func @unknown(%x: tensor<?xf32>) -> tensor<?xf32> {
  // expected-error@+1 {{'tosa.abs' op}}
  %0 = tosa.abs %x : (tensor<?xf32>) -> tensor<?xf32>
  return %0 : tensor<?xf32>
}

// -----

func.func @scalar(%x: tensor<4xf32>, %s: f32) -> tensor<4xf32> {
  // expected-error@+1 {{'linalg.generic' op has no counterpart in StableHLO with a 'f32' from outside}}
  %0 = linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]} outs(%x : tensor<4xf32>) {
  ^bb0(%out: f32):
    %1 = arith.addf %out, %s : f32
    linalg.yield %1 : f32
  } -> tensor<4xf32>
  return %0 : tensor<4xf32>
}
