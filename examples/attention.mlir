#map = affine_map<(d0, d1, d2) -> (d0, d1, d2)>
#map1 = affine_map<(d0, d1, d2) -> (d0, d1)>
module @attention {
  func.func @attention(%arg0: tensor<8x64x256xf32>, %arg1: tensor<256x256xf32>, %arg2: tensor<256x256xf32>, %arg3: tensor<256x256xf32>, %arg4: tensor<256x256xf32>) -> tensor<8x64x256xf32> {
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant 0xFF800000 : f32
    %cst_1 = arith.constant 0.176776692 : f32
    %0 = tensor.empty() : tensor<512x256xf32>
    %1 = linalg.fill ins(%cst : f32) outs(%0 : tensor<512x256xf32>) -> tensor<512x256xf32>
    %collapsed = tensor.collapse_shape %arg0 [[0, 1], [2]] : tensor<8x64x256xf32> into tensor<512x256xf32>
    %2 = linalg.matmul ins(%collapsed, %arg1 : tensor<512x256xf32>, tensor<256x256xf32>) outs(%1 : tensor<512x256xf32>) -> tensor<512x256xf32>
    %3 = linalg.matmul ins(%collapsed, %arg2 : tensor<512x256xf32>, tensor<256x256xf32>) outs(%1 : tensor<512x256xf32>) -> tensor<512x256xf32>
    %4 = linalg.matmul ins(%collapsed, %arg3 : tensor<512x256xf32>, tensor<256x256xf32>) outs(%1 : tensor<512x256xf32>) -> tensor<512x256xf32>
    %expanded = tensor.expand_shape %2 [[0, 1], [2, 3]] output_shape [8, 64, 8, 32] : tensor<512x256xf32> into tensor<8x64x8x32xf32>
    %expanded_2 = tensor.expand_shape %3 [[0, 1], [2, 3]] output_shape [8, 64, 8, 32] : tensor<512x256xf32> into tensor<8x64x8x32xf32>
    %expanded_3 = tensor.expand_shape %4 [[0, 1], [2, 3]] output_shape [8, 64, 8, 32] : tensor<512x256xf32> into tensor<8x64x8x32xf32>
    %5 = tensor.empty() : tensor<8x8x64x32xf32>
    %6 = tensor.empty() : tensor<8x8x32x64xf32>
    %transposed = linalg.transpose ins(%expanded : tensor<8x64x8x32xf32>) outs(%5 : tensor<8x8x64x32xf32>) permutation = [0, 2, 1, 3] 
    %transposed_4 = linalg.transpose ins(%expanded_2 : tensor<8x64x8x32xf32>) outs(%6 : tensor<8x8x32x64xf32>) permutation = [0, 2, 3, 1] 
    %transposed_5 = linalg.transpose ins(%expanded_3 : tensor<8x64x8x32xf32>) outs(%5 : tensor<8x8x64x32xf32>) permutation = [0, 2, 1, 3] 
    %collapsed_6 = tensor.collapse_shape %transposed [[0, 1], [2], [3]] : tensor<8x8x64x32xf32> into tensor<64x64x32xf32>
    %collapsed_7 = tensor.collapse_shape %transposed_4 [[0, 1], [2], [3]] : tensor<8x8x32x64xf32> into tensor<64x32x64xf32>
    %collapsed_8 = tensor.collapse_shape %transposed_5 [[0, 1], [2], [3]] : tensor<8x8x64x32xf32> into tensor<64x64x32xf32>
    %7 = tensor.empty() : tensor<64x64x64xf32>
    %8 = linalg.fill ins(%cst : f32) outs(%7 : tensor<64x64x64xf32>) -> tensor<64x64x64xf32>
    %9 = linalg.batch_matmul ins(%collapsed_6, %collapsed_7 : tensor<64x64x32xf32>, tensor<64x32x64xf32>) outs(%8 : tensor<64x64x64xf32>) -> tensor<64x64x64xf32>
    %10 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%9 : tensor<64x64x64xf32>) outs(%7 : tensor<64x64x64xf32>) {
    ^bb0(%in: f32, %out: f32):
      %23 = arith.mulf %in, %cst_1 : f32
      linalg.yield %23 : f32
    } -> tensor<64x64x64xf32>
    %11 = tensor.empty() : tensor<64x64xf32>
    %12 = linalg.fill ins(%cst_0 : f32) outs(%11 : tensor<64x64xf32>) -> tensor<64x64xf32>
    %13 = linalg.fill ins(%cst : f32) outs(%11 : tensor<64x64xf32>) -> tensor<64x64xf32>
    %14 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "reduction"]} ins(%10 : tensor<64x64x64xf32>) outs(%12 : tensor<64x64xf32>) {
    ^bb0(%in: f32, %out: f32):
      %23 = arith.maximumf %in, %out : f32
      linalg.yield %23 : f32
    } -> tensor<64x64xf32>
    %15 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%10, %14 : tensor<64x64x64xf32>, tensor<64x64xf32>) outs(%7 : tensor<64x64x64xf32>) {
    ^bb0(%in: f32, %in_13: f32, %out: f32):
      %23 = arith.subf %in, %in_13 : f32
      %24 = math.exp %23 : f32
      linalg.yield %24 : f32
    } -> tensor<64x64x64xf32>
    %16 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "reduction"]} ins(%15 : tensor<64x64x64xf32>) outs(%13 : tensor<64x64xf32>) {
    ^bb0(%in: f32, %out: f32):
      %23 = arith.addf %in, %out : f32
      linalg.yield %23 : f32
    } -> tensor<64x64xf32>
    %17 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%15, %16 : tensor<64x64x64xf32>, tensor<64x64xf32>) outs(%7 : tensor<64x64x64xf32>) {
    ^bb0(%in: f32, %in_13: f32, %out: f32):
      %23 = arith.divf %in, %in_13 : f32
      linalg.yield %23 : f32
    } -> tensor<64x64x64xf32>
    %18 = tensor.empty() : tensor<64x64x32xf32>
    %19 = linalg.fill ins(%cst : f32) outs(%18 : tensor<64x64x32xf32>) -> tensor<64x64x32xf32>
    %20 = linalg.batch_matmul ins(%17, %collapsed_8 : tensor<64x64x64xf32>, tensor<64x64x32xf32>) outs(%19 : tensor<64x64x32xf32>) -> tensor<64x64x32xf32>
    %expanded_9 = tensor.expand_shape %20 [[0, 1], [2], [3]] output_shape [8, 8, 64, 32] : tensor<64x64x32xf32> into tensor<8x8x64x32xf32>
    %21 = tensor.empty() : tensor<8x64x8x32xf32>
    %transposed_10 = linalg.transpose ins(%expanded_9 : tensor<8x8x64x32xf32>) outs(%21 : tensor<8x64x8x32xf32>) permutation = [0, 2, 1, 3] 
    %collapsed_11 = tensor.collapse_shape %transposed_10 [[0, 1], [2, 3]] : tensor<8x64x8x32xf32> into tensor<512x256xf32>
    %22 = linalg.matmul ins(%collapsed_11, %arg4 : tensor<512x256xf32>, tensor<256x256xf32>) outs(%1 : tensor<512x256xf32>) -> tensor<512x256xf32>
    %expanded_12 = tensor.expand_shape %22 [[0, 1], [2]] output_shape [8, 64, 256] : tensor<512x256xf32> into tensor<8x64x256xf32>
    return %expanded_12 : tensor<8x64x256xf32>
  }
}

