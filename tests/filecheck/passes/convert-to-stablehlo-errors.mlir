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
