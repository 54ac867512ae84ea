// Ten rows, and seven columns after the product: four devices divide neither.
func.func @main(%x: tensor<10x64xf32>, %w: tensor<64x7xf32>) -> (tensor<10x7xf32>, tensor<10xf32>) {
  %0 = stablehlo.dot_general %x, %w, contracting_dims = [1] x [0] : (tensor<10x64xf32>, tensor<64x7xf32>) -> tensor<10x7xf32>
  %1 = stablehlo.exponential %0 : tensor<10x7xf32>
  %zero = stablehlo.constant dense<0.0> : tensor<f32>
  %2 = stablehlo.reduce(%1 init: %zero) applies stablehlo.add across dimensions = [1] : (tensor<10x7xf32>, tensor<f32>) -> tensor<10xf32>
  return %1, %2 : tensor<10x7xf32>, tensor<10xf32>
}
