module @mlp {
  func.func @forward(%arg0: tensor<256x512xf32>, %arg1: tensor<2048x512xf32>, %arg2: tensor<2048xf32>, %arg3: tensor<512x2048xf32>, %arg4: tensor<512xf32>) -> tensor<256x512xf32> {
    %0 = "tosa.const"() <{value = dense<[1, 0]> : tensor<2xi32>}> : () -> tensor<2xi32>
    %1 = tosa.transpose %arg1, %0 : (tensor<2048x512xf32>, tensor<2xi32>) -> tensor<512x2048xf32>
    %2 = tosa.reshape %arg0 {new_shape = array<i64: 1, 256, 512>} : (tensor<256x512xf32>) -> tensor<1x256x512xf32>
    %3 = tosa.reshape %1 {new_shape = array<i64: 1, 512, 2048>} : (tensor<512x2048xf32>) -> tensor<1x512x2048xf32>
    %4 = tosa.matmul %2, %3 : (tensor<1x256x512xf32>, tensor<1x512x2048xf32>) -> tensor<1x256x2048xf32>
    %5 = tosa.reshape %4 {new_shape = array<i64: 256, 2048>} : (tensor<1x256x2048xf32>) -> tensor<256x2048xf32>
    %6 = tosa.reshape %arg2 {new_shape = array<i64: 1, 2048>} : (tensor<2048xf32>) -> tensor<1x2048xf32>
    %7 = tosa.add %5, %6 : (tensor<256x2048xf32>, tensor<1x2048xf32>) -> tensor<256x2048xf32>
    %8 = tosa.clamp %7 {max_fp = 3.40282347E+38 : f32, max_int = 2147483647 : i64, min_fp = 0.000000e+00 : f32, min_int = 0 : i64} : (tensor<256x2048xf32>) -> tensor<256x2048xf32>
    %9 = tosa.transpose %arg3, %0 : (tensor<512x2048xf32>, tensor<2xi32>) -> tensor<2048x512xf32>
    %10 = tosa.reshape %8 {new_shape = array<i64: 1, 256, 2048>} : (tensor<256x2048xf32>) -> tensor<1x256x2048xf32>
    %11 = tosa.reshape %9 {new_shape = array<i64: 1, 2048, 512>} : (tensor<2048x512xf32>) -> tensor<1x2048x512xf32>
    %12 = tosa.matmul %10, %11 : (tensor<1x256x2048xf32>, tensor<1x2048x512xf32>) -> tensor<1x256x512xf32>
    %13 = tosa.reshape %12 {new_shape = array<i64: 256, 512>} : (tensor<1x256x512xf32>) -> tensor<256x512xf32>
    %14 = tosa.reshape %arg4 {new_shape = array<i64: 1, 512>} : (tensor<512xf32>) -> tensor<1x512xf32>
    %15 = tosa.add %13, %14 : (tensor<256x512xf32>, tensor<1x512xf32>) -> tensor<256x512xf32>
    return %15 : tensor<256x512xf32>
  }
}
