#map = affine_map<(d0, d1, d2) -> (d0, d1)>
#map1 = affine_map<(d0, d1, d2) -> (d0, d1, d2)>
#map2 = affine_map<(d0, d1, d2) -> (d1, d2)>
#map3 = affine_map<(d0, d1, d2) -> (d0, d1, 0)>
#map4 = affine_map<(d0, d1, d2) -> (d2)>
#map5 = affine_map<(d0, d1) -> (d0, d1)>
#map6 = affine_map<(d0, d1) -> (d1)>
#map7 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
#map8 = affine_map<(d0) -> (d0)>
#map9 = affine_map<(d0, d1) -> (0, d1)>
#map10 = affine_map<(d0, d1) -> (d0, 0)>
#map11 = affine_map<(d0, d1, d2, d3) -> (d2, d3)>
#map12 = affine_map<(d0, d1, d2, d3) -> ()>
#map13 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2)>
#map14 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, 0)>
module {
  func.func @main(%arg0: tensor<8x16xf32>, %arg1: tensor<32x16xf32>, %arg2: tensor<16xf32>, %arg3: tensor<16xf32>, %arg4: tensor<48x16xf32>, %arg5: tensor<48xf32>, %arg6: tensor<16x16xf32>, %arg7: tensor<16xf32>, %arg8: tensor<16xf32>, %arg9: tensor<16xf32>, %arg10: tensor<32x16xf32>, %arg11: tensor<32xf32>, %arg12: tensor<16x32xf32>, %arg13: tensor<16xf32>, %arg14: tensor<16xf32>, %arg15: tensor<16xf32>, %arg16: tensor<48x16xf32>, %arg17: tensor<48xf32>, %arg18: tensor<16x16xf32>, %arg19: tensor<16xf32>, %arg20: tensor<16xf32>, %arg21: tensor<16xf32>, %arg22: tensor<32x16xf32>, %arg23: tensor<32xf32>, %arg24: tensor<16x32xf32>, %arg25: tensor<16xf32>, %arg26: tensor<16xf32>, %arg27: tensor<16xf32>, %arg28: tensor<32x16xf32>, %arg29: tensor<8x8xi64>) -> tensor<8x8x32xf32> {
    %c0_i64 = arith.constant 0 : i64
    %c1_i64 = arith.constant 1 : i64
    %c32 = arith.constant 32 : index
    %cst = arith.constant 0.000000e+00 : f64
    %cst_0 = arith.constant 0.000000e+00 : f32
    %cst_1 = arith.constant 0xFF800000 : f32
    %cst_2 = arith.constant 1.000000e+00 : f32
    %cst_3 = arith.constant 5.000000e-01 : f32
    %cst_4 = arith.constant dense<0xFF800000> : tensor<f32>
    %cst_5 = arith.constant dense<true> : tensor<8x8xi1>
    %cst_6 = arith.constant 1.4142135623730951 : f64
    %cst_7 = arith.constant 1.000000e-05 : f64
    %cst_8 = arith.constant 1.600000e+01 : f64
    %cst_9 = arith.constant 1.600000e+01 : f32
    %cst_10 = arith.constant 1.41421354 : f32
    %0 = tensor.empty() : tensor<8x8x16xf32>
    %1 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%arg29 : tensor<8x8xi64>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: i64, %out: f32):
      %160 = arith.index_cast %in : i64 to index
      %161 = linalg.index 2 : index
      %162 = arith.cmpi slt, %160, %c32 : index
      cf.assert %162, "index must be smaller than dim size"
      %163 = arith.cmpi sge, %in, %c0_i64 : i64
      cf.assert %163, "index must be larger or equal to 0"
      %extracted = tensor.extract %arg1[%160, %161] : tensor<32x16xf32>
      linalg.yield %extracted : f32
    } -> tensor<8x8x16xf32>
    %2 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%1, %arg0 : tensor<8x8x16xf32>, tensor<8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.addf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %3 = tensor.empty() : tensor<8x8x16xf64>
    %4 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%2 : tensor<8x8x16xf32>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f32, %out: f64):
      %160 = arith.extf %in : f32 to f64
      linalg.yield %160 : f64
    } -> tensor<8x8x16xf64>
    %5 = tensor.empty() : tensor<8x8x1xf64>
    %6 = linalg.fill ins(%cst : f64) outs(%5 : tensor<8x8x1xf64>) -> tensor<8x8x1xf64>
    %7 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%4 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %160 = arith.addf %in, %out : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x1xf64>
    %8 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%7 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %160 = arith.divf %in, %cst_8 : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x1xf64>
    %9 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%4, %8 : tensor<8x8x16xf64>, tensor<8x8x1xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_70: f64, %out: f64):
      %160 = arith.subf %in, %in_70 : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x16xf64>
    %10 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%9, %9 : tensor<8x8x16xf64>, tensor<8x8x16xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_70: f64, %out: f64):
      %160 = arith.mulf %in, %in_70 : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x16xf64>
    %11 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%10 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %160 = arith.addf %in, %out : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x1xf64>
    %12 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%11 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %160 = arith.divf %in, %cst_8 : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x1xf64>
    %13 = tensor.empty() : tensor<8x8x1xf32>
    %14 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%12 : tensor<8x8x1xf64>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %160 = arith.truncf %in : f64 to f32
      linalg.yield %160 : f32
    } -> tensor<8x8x1xf32>
    %15 = linalg.fill ins(%cst_0 : f32) outs(%13 : tensor<8x8x1xf32>) -> tensor<8x8x1xf32>
    %16 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%2 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = arith.addf %in, %out : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x1xf32>
    %17 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%16 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = arith.divf %in, %cst_9 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x1xf32>
    %18 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%14 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = arith.truncf %cst_7 : f64 to f32
      %161 = arith.addf %in, %160 : f32
      linalg.yield %161 : f32
    } -> tensor<8x8x1xf32>
    %19 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%18 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = math.rsqrt %in : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x1xf32>
    %20 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%2, %17 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.subf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %21 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%20, %19 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.mulf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %22 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%21, %arg2 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.mulf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %23 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%22, %arg3 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.addf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %24 = tensor.empty() : tensor<16x48xf32>
    %transposed = linalg.transpose ins(%arg4 : tensor<48x16xf32>) outs(%24 : tensor<16x48xf32>) permutation = [1, 0] 
    %collapsed = tensor.collapse_shape %23 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %25 = tensor.empty() : tensor<64x48xf32>
    %26 = linalg.fill ins(%cst_0 : f32) outs(%25 : tensor<64x48xf32>) -> tensor<64x48xf32>
    %27 = linalg.matmul ins(%collapsed, %transposed : tensor<64x16xf32>, tensor<16x48xf32>) outs(%26 : tensor<64x48xf32>) -> tensor<64x48xf32>
    %28 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%27, %arg5 : tensor<64x48xf32>, tensor<48xf32>) outs(%25 : tensor<64x48xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.addf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<64x48xf32>
    %expanded = tensor.expand_shape %28 [[0, 1], [2]] output_shape [8, 8, 48] : tensor<64x48xf32> into tensor<8x8x48xf32>
    %extracted_slice = tensor.extract_slice %expanded[0, 0, 0] [8, 8, 16] [1, 1, 1] : tensor<8x8x48xf32> to tensor<8x8x16xf32>
    %extracted_slice_11 = tensor.extract_slice %expanded[0, 0, 16] [8, 8, 16] [1, 1, 1] : tensor<8x8x48xf32> to tensor<8x8x16xf32>
    %extracted_slice_12 = tensor.extract_slice %expanded[0, 0, 32] [8, 8, 16] [1, 1, 1] : tensor<8x8x48xf32> to tensor<8x8x16xf32>
    %expanded_13 = tensor.expand_shape %extracted_slice [[0], [1], [2, 3]] output_shape [8, 8, 8, 2] : tensor<8x8x16xf32> into tensor<8x8x8x2xf32>
    %29 = tensor.empty() : tensor<8x8x8x2xf32>
    %transposed_14 = linalg.transpose ins(%expanded_13 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %expanded_15 = tensor.expand_shape %extracted_slice_11 [[0], [1], [2, 3]] output_shape [8, 8, 8, 2] : tensor<8x8x16xf32> into tensor<8x8x8x2xf32>
    %expanded_16 = tensor.expand_shape %extracted_slice_12 [[0], [1], [2, 3]] output_shape [8, 8, 8, 2] : tensor<8x8x16xf32> into tensor<8x8x8x2xf32>
    %transposed_17 = linalg.transpose ins(%expanded_16 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %30 = tensor.empty() : tensor<8x8x2x8xf32>
    %transposed_18 = linalg.transpose ins(%expanded_15 : tensor<8x8x8x2xf32>) outs(%30 : tensor<8x8x2x8xf32>) permutation = [0, 2, 3, 1] 
    %collapsed_19 = tensor.collapse_shape %transposed_14 [[0, 1], [2], [3]] : tensor<8x8x8x2xf32> into tensor<64x8x2xf32>
    %collapsed_20 = tensor.collapse_shape %transposed_18 [[0, 1], [2], [3]] : tensor<8x8x2x8xf32> into tensor<64x2x8xf32>
    %31 = tensor.empty() : tensor<64x8x8xf32>
    %32 = linalg.fill ins(%cst_0 : f32) outs(%31 : tensor<64x8x8xf32>) -> tensor<64x8x8xf32>
    %33 = linalg.batch_matmul ins(%collapsed_19, %collapsed_20 : tensor<64x8x2xf32>, tensor<64x2x8xf32>) outs(%32 : tensor<64x8x8xf32>) -> tensor<64x8x8xf32>
    %expanded_21 = tensor.expand_shape %33 [[0, 1], [2], [3]] output_shape [8, 8, 8, 8] : tensor<64x8x8xf32> into tensor<8x8x8x8xf32>
    %34 = tensor.empty() : tensor<8x8x8x8xf32>
    %35 = linalg.generic {indexing_maps = [#map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%expanded_21 : tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = arith.truncf %cst_6 : f64 to f32
      %161 = arith.divf %in, %160 : f32
      linalg.yield %161 : f32
    } -> tensor<8x8x8x8xf32>
    %36 = tensor.empty() : tensor<8xi64>
    %37 = linalg.generic {indexing_maps = [#map8], iterator_types = ["parallel"]} outs(%36 : tensor<8xi64>) {
    ^bb0(%out: i64):
      %160 = linalg.index 0 : index
      %161 = arith.index_cast %160 : index to i64
      linalg.yield %161 : i64
    } -> tensor<8xi64>
    %expanded_22 = tensor.expand_shape %37 [[0, 1]] output_shape [1, 8] : tensor<8xi64> into tensor<1x8xi64>
    %expanded_23 = tensor.expand_shape %37 [[0, 1]] output_shape [8, 1] : tensor<8xi64> into tensor<8x1xi64>
    %38 = tensor.empty() : tensor<8x8xi64>
    %39 = linalg.generic {indexing_maps = [#map9, #map10, #map5], iterator_types = ["parallel", "parallel"]} ins(%expanded_22, %expanded_23 : tensor<1x8xi64>, tensor<8x1xi64>) outs(%38 : tensor<8x8xi64>) {
    ^bb0(%in: i64, %in_70: i64, %out: i64):
      %160 = arith.subi %in, %in_70 : i64
      linalg.yield %160 : i64
    } -> tensor<8x8xi64>
    %40 = tensor.empty() : tensor<8x8xi1>
    %41 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%39 : tensor<8x8xi64>) outs(%40 : tensor<8x8xi1>) {
    ^bb0(%in: i64, %out: i1):
      %160 = arith.cmpi sge, %in, %c1_i64 : i64
      linalg.yield %160 : i1
    } -> tensor<8x8xi1>
    %42 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%41, %cst_5 : tensor<8x8xi1>, tensor<8x8xi1>) outs(%40 : tensor<8x8xi1>) {
    ^bb0(%in: i1, %in_70: i1, %out: i1):
      %160 = arith.andi %in, %in_70 : i1
      linalg.yield %160 : i1
    } -> tensor<8x8xi1>
    %43 = linalg.generic {indexing_maps = [#map11, #map12, #map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%42, %cst_4, %35 : tensor<8x8xi1>, tensor<f32>, tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: i1, %in_70: f32, %in_71: f32, %out: f32):
      %160 = arith.select %in, %in_70, %in_71 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x8x8xf32>
    %44 = tensor.empty() : tensor<8x8x8xi64>
    %45 = linalg.fill ins(%c0_i64 : i64) outs(%44 : tensor<8x8x8xi64>) -> tensor<8x8x8xi64>
    %46 = tensor.empty() : tensor<8x8x8xf32>
    %47 = linalg.fill ins(%cst_1 : f32) outs(%46 : tensor<8x8x8xf32>) -> tensor<8x8x8xf32>
    %48:2 = linalg.generic {indexing_maps = [#map7, #map13, #map13], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%43 : tensor<8x8x8x8xf32>) outs(%47, %45 : tensor<8x8x8xf32>, tensor<8x8x8xi64>) {
    ^bb0(%in: f32, %out: f32, %out_70: i64):
      %160 = linalg.index 3 : index
      %161 = arith.index_cast %160 : index to i64
      %162 = arith.maximumf %in, %out : f32
      %163 = arith.cmpf ogt, %in, %out : f32
      %164 = arith.select %163, %161, %out_70 : i64
      linalg.yield %162, %164 : f32, i64
    } -> (tensor<8x8x8xf32>, tensor<8x8x8xi64>)
    %expanded_24 = tensor.expand_shape %48#0 [[0], [1], [2, 3]] output_shape [8, 8, 8, 1] : tensor<8x8x8xf32> into tensor<8x8x8x1xf32>
    %49 = linalg.generic {indexing_maps = [#map7, #map14, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%43, %expanded_24 : tensor<8x8x8x8xf32>, tensor<8x8x8x1xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.subf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x8x8xf32>
    %50 = linalg.generic {indexing_maps = [#map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%49 : tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = math.exp %in : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x8x8xf32>
    %51 = tensor.empty() : tensor<8x8x8x1xf32>
    %52 = linalg.fill ins(%cst_0 : f32) outs(%51 : tensor<8x8x8x1xf32>) -> tensor<8x8x8x1xf32>
    %53 = linalg.generic {indexing_maps = [#map7, #map14], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%50 : tensor<8x8x8x8xf32>) outs(%52 : tensor<8x8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = arith.addf %in, %out : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x8x1xf32>
    %54 = linalg.generic {indexing_maps = [#map7, #map14, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%50, %53 : tensor<8x8x8x8xf32>, tensor<8x8x8x1xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.divf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x8x8xf32>
    %collapsed_25 = tensor.collapse_shape %54 [[0, 1], [2], [3]] : tensor<8x8x8x8xf32> into tensor<64x8x8xf32>
    %collapsed_26 = tensor.collapse_shape %transposed_17 [[0, 1], [2], [3]] : tensor<8x8x8x2xf32> into tensor<64x8x2xf32>
    %55 = tensor.empty() : tensor<64x8x2xf32>
    %56 = linalg.fill ins(%cst_0 : f32) outs(%55 : tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %57 = linalg.batch_matmul ins(%collapsed_25, %collapsed_26 : tensor<64x8x8xf32>, tensor<64x8x2xf32>) outs(%56 : tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %expanded_27 = tensor.expand_shape %57 [[0, 1], [2], [3]] output_shape [8, 8, 8, 2] : tensor<64x8x2xf32> into tensor<8x8x8x2xf32>
    %transposed_28 = linalg.transpose ins(%expanded_27 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %58 = tensor.empty() : tensor<16x16xf32>
    %transposed_29 = linalg.transpose ins(%arg6 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) permutation = [1, 0] 
    %collapsed_30 = tensor.collapse_shape %transposed_28 [[0, 1], [2, 3]] : tensor<8x8x8x2xf32> into tensor<64x16xf32>
    %59 = tensor.empty() : tensor<64x16xf32>
    %60 = linalg.fill ins(%cst_0 : f32) outs(%59 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %61 = linalg.matmul ins(%collapsed_30, %transposed_29 : tensor<64x16xf32>, tensor<16x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %62 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%61, %arg7 : tensor<64x16xf32>, tensor<16xf32>) outs(%59 : tensor<64x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.addf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<64x16xf32>
    %expanded_31 = tensor.expand_shape %62 [[0, 1], [2]] output_shape [8, 8, 16] : tensor<64x16xf32> into tensor<8x8x16xf32>
    %63 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%2, %expanded_31 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.addf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %64 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%63 : tensor<8x8x16xf32>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f32, %out: f64):
      %160 = arith.extf %in : f32 to f64
      linalg.yield %160 : f64
    } -> tensor<8x8x16xf64>
    %65 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%64 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %160 = arith.addf %in, %out : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x1xf64>
    %66 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%65 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %160 = arith.divf %in, %cst_8 : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x1xf64>
    %67 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%64, %66 : tensor<8x8x16xf64>, tensor<8x8x1xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_70: f64, %out: f64):
      %160 = arith.subf %in, %in_70 : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x16xf64>
    %68 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%67, %67 : tensor<8x8x16xf64>, tensor<8x8x16xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_70: f64, %out: f64):
      %160 = arith.mulf %in, %in_70 : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x16xf64>
    %69 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%68 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %160 = arith.addf %in, %out : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x1xf64>
    %70 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%69 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %160 = arith.divf %in, %cst_8 : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x1xf64>
    %71 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%70 : tensor<8x8x1xf64>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %160 = arith.truncf %in : f64 to f32
      linalg.yield %160 : f32
    } -> tensor<8x8x1xf32>
    %72 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%63 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = arith.addf %in, %out : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x1xf32>
    %73 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%72 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = arith.divf %in, %cst_9 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x1xf32>
    %74 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%71 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = arith.truncf %cst_7 : f64 to f32
      %161 = arith.addf %in, %160 : f32
      linalg.yield %161 : f32
    } -> tensor<8x8x1xf32>
    %75 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%74 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = math.rsqrt %in : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x1xf32>
    %76 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%63, %73 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.subf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %77 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%76, %75 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.mulf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %78 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%77, %arg8 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.mulf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %79 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%78, %arg9 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.addf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %80 = tensor.empty() : tensor<16x32xf32>
    %transposed_32 = linalg.transpose ins(%arg10 : tensor<32x16xf32>) outs(%80 : tensor<16x32xf32>) permutation = [1, 0] 
    %collapsed_33 = tensor.collapse_shape %79 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %81 = tensor.empty() : tensor<64x32xf32>
    %82 = linalg.fill ins(%cst_0 : f32) outs(%81 : tensor<64x32xf32>) -> tensor<64x32xf32>
    %83 = linalg.matmul ins(%collapsed_33, %transposed_32 : tensor<64x16xf32>, tensor<16x32xf32>) outs(%82 : tensor<64x32xf32>) -> tensor<64x32xf32>
    %84 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%83, %arg11 : tensor<64x32xf32>, tensor<32xf32>) outs(%81 : tensor<64x32xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.addf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<64x32xf32>
    %expanded_34 = tensor.expand_shape %84 [[0, 1], [2]] output_shape [8, 8, 32] : tensor<64x32xf32> into tensor<8x8x32xf32>
    %85 = tensor.empty() : tensor<8x8x32xf32>
    %86 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_34 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = arith.divf %in, %cst_10 : f32
      %161 = math.erf %160 : f32
      %162 = arith.addf %161, %cst_2 : f32
      %163 = arith.mulf %162, %cst_3 : f32
      %164 = arith.mulf %in, %163 : f32
      linalg.yield %164 : f32
    } -> tensor<8x8x32xf32>
    %87 = tensor.empty() : tensor<32x16xf32>
    %transposed_35 = linalg.transpose ins(%arg12 : tensor<16x32xf32>) outs(%87 : tensor<32x16xf32>) permutation = [1, 0] 
    %collapsed_36 = tensor.collapse_shape %86 [[0, 1], [2]] : tensor<8x8x32xf32> into tensor<64x32xf32>
    %88 = linalg.matmul ins(%collapsed_36, %transposed_35 : tensor<64x32xf32>, tensor<32x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %89 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%88, %arg13 : tensor<64x16xf32>, tensor<16xf32>) outs(%59 : tensor<64x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.addf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<64x16xf32>
    %expanded_37 = tensor.expand_shape %89 [[0, 1], [2]] output_shape [8, 8, 16] : tensor<64x16xf32> into tensor<8x8x16xf32>
    %90 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%63, %expanded_37 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.addf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %91 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%90 : tensor<8x8x16xf32>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f32, %out: f64):
      %160 = arith.extf %in : f32 to f64
      linalg.yield %160 : f64
    } -> tensor<8x8x16xf64>
    %92 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%91 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %160 = arith.addf %in, %out : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x1xf64>
    %93 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%92 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %160 = arith.divf %in, %cst_8 : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x1xf64>
    %94 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%91, %93 : tensor<8x8x16xf64>, tensor<8x8x1xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_70: f64, %out: f64):
      %160 = arith.subf %in, %in_70 : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x16xf64>
    %95 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%94, %94 : tensor<8x8x16xf64>, tensor<8x8x16xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_70: f64, %out: f64):
      %160 = arith.mulf %in, %in_70 : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x16xf64>
    %96 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%95 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %160 = arith.addf %in, %out : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x1xf64>
    %97 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%96 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %160 = arith.divf %in, %cst_8 : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x1xf64>
    %98 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%97 : tensor<8x8x1xf64>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %160 = arith.truncf %in : f64 to f32
      linalg.yield %160 : f32
    } -> tensor<8x8x1xf32>
    %99 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%90 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = arith.addf %in, %out : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x1xf32>
    %100 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%99 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = arith.divf %in, %cst_9 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x1xf32>
    %101 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%98 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = arith.truncf %cst_7 : f64 to f32
      %161 = arith.addf %in, %160 : f32
      linalg.yield %161 : f32
    } -> tensor<8x8x1xf32>
    %102 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%101 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = math.rsqrt %in : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x1xf32>
    %103 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%90, %100 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.subf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %104 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%103, %102 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.mulf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %105 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%104, %arg14 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.mulf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %106 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%105, %arg15 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.addf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %transposed_38 = linalg.transpose ins(%arg16 : tensor<48x16xf32>) outs(%24 : tensor<16x48xf32>) permutation = [1, 0] 
    %collapsed_39 = tensor.collapse_shape %106 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %107 = linalg.matmul ins(%collapsed_39, %transposed_38 : tensor<64x16xf32>, tensor<16x48xf32>) outs(%26 : tensor<64x48xf32>) -> tensor<64x48xf32>
    %108 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%107, %arg17 : tensor<64x48xf32>, tensor<48xf32>) outs(%25 : tensor<64x48xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.addf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<64x48xf32>
    %expanded_40 = tensor.expand_shape %108 [[0, 1], [2]] output_shape [8, 8, 48] : tensor<64x48xf32> into tensor<8x8x48xf32>
    %extracted_slice_41 = tensor.extract_slice %expanded_40[0, 0, 0] [8, 8, 16] [1, 1, 1] : tensor<8x8x48xf32> to tensor<8x8x16xf32>
    %extracted_slice_42 = tensor.extract_slice %expanded_40[0, 0, 16] [8, 8, 16] [1, 1, 1] : tensor<8x8x48xf32> to tensor<8x8x16xf32>
    %extracted_slice_43 = tensor.extract_slice %expanded_40[0, 0, 32] [8, 8, 16] [1, 1, 1] : tensor<8x8x48xf32> to tensor<8x8x16xf32>
    %expanded_44 = tensor.expand_shape %extracted_slice_41 [[0], [1], [2, 3]] output_shape [8, 8, 8, 2] : tensor<8x8x16xf32> into tensor<8x8x8x2xf32>
    %transposed_45 = linalg.transpose ins(%expanded_44 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %expanded_46 = tensor.expand_shape %extracted_slice_42 [[0], [1], [2, 3]] output_shape [8, 8, 8, 2] : tensor<8x8x16xf32> into tensor<8x8x8x2xf32>
    %expanded_47 = tensor.expand_shape %extracted_slice_43 [[0], [1], [2, 3]] output_shape [8, 8, 8, 2] : tensor<8x8x16xf32> into tensor<8x8x8x2xf32>
    %transposed_48 = linalg.transpose ins(%expanded_47 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %transposed_49 = linalg.transpose ins(%expanded_46 : tensor<8x8x8x2xf32>) outs(%30 : tensor<8x8x2x8xf32>) permutation = [0, 2, 3, 1] 
    %collapsed_50 = tensor.collapse_shape %transposed_45 [[0, 1], [2], [3]] : tensor<8x8x8x2xf32> into tensor<64x8x2xf32>
    %collapsed_51 = tensor.collapse_shape %transposed_49 [[0, 1], [2], [3]] : tensor<8x8x2x8xf32> into tensor<64x2x8xf32>
    %109 = linalg.batch_matmul ins(%collapsed_50, %collapsed_51 : tensor<64x8x2xf32>, tensor<64x2x8xf32>) outs(%32 : tensor<64x8x8xf32>) -> tensor<64x8x8xf32>
    %expanded_52 = tensor.expand_shape %109 [[0, 1], [2], [3]] output_shape [8, 8, 8, 8] : tensor<64x8x8xf32> into tensor<8x8x8x8xf32>
    %110 = linalg.generic {indexing_maps = [#map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%expanded_52 : tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = arith.truncf %cst_6 : f64 to f32
      %161 = arith.divf %in, %160 : f32
      linalg.yield %161 : f32
    } -> tensor<8x8x8x8xf32>
    %111 = linalg.generic {indexing_maps = [#map11, #map12, #map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%42, %cst_4, %110 : tensor<8x8xi1>, tensor<f32>, tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: i1, %in_70: f32, %in_71: f32, %out: f32):
      %160 = arith.select %in, %in_70, %in_71 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x8x8xf32>
    %112:2 = linalg.generic {indexing_maps = [#map7, #map13, #map13], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%111 : tensor<8x8x8x8xf32>) outs(%47, %45 : tensor<8x8x8xf32>, tensor<8x8x8xi64>) {
    ^bb0(%in: f32, %out: f32, %out_70: i64):
      %160 = linalg.index 3 : index
      %161 = arith.index_cast %160 : index to i64
      %162 = arith.maximumf %in, %out : f32
      %163 = arith.cmpf ogt, %in, %out : f32
      %164 = arith.select %163, %161, %out_70 : i64
      linalg.yield %162, %164 : f32, i64
    } -> (tensor<8x8x8xf32>, tensor<8x8x8xi64>)
    %expanded_53 = tensor.expand_shape %112#0 [[0], [1], [2, 3]] output_shape [8, 8, 8, 1] : tensor<8x8x8xf32> into tensor<8x8x8x1xf32>
    %113 = linalg.generic {indexing_maps = [#map7, #map14, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%111, %expanded_53 : tensor<8x8x8x8xf32>, tensor<8x8x8x1xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.subf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x8x8xf32>
    %114 = linalg.generic {indexing_maps = [#map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%113 : tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = math.exp %in : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x8x8xf32>
    %115 = linalg.generic {indexing_maps = [#map7, #map14], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%114 : tensor<8x8x8x8xf32>) outs(%52 : tensor<8x8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = arith.addf %in, %out : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x8x1xf32>
    %116 = linalg.generic {indexing_maps = [#map7, #map14, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%114, %115 : tensor<8x8x8x8xf32>, tensor<8x8x8x1xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.divf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x8x8xf32>
    %collapsed_54 = tensor.collapse_shape %116 [[0, 1], [2], [3]] : tensor<8x8x8x8xf32> into tensor<64x8x8xf32>
    %collapsed_55 = tensor.collapse_shape %transposed_48 [[0, 1], [2], [3]] : tensor<8x8x8x2xf32> into tensor<64x8x2xf32>
    %117 = linalg.batch_matmul ins(%collapsed_54, %collapsed_55 : tensor<64x8x8xf32>, tensor<64x8x2xf32>) outs(%56 : tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %expanded_56 = tensor.expand_shape %117 [[0, 1], [2], [3]] output_shape [8, 8, 8, 2] : tensor<64x8x2xf32> into tensor<8x8x8x2xf32>
    %transposed_57 = linalg.transpose ins(%expanded_56 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %transposed_58 = linalg.transpose ins(%arg18 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) permutation = [1, 0] 
    %collapsed_59 = tensor.collapse_shape %transposed_57 [[0, 1], [2, 3]] : tensor<8x8x8x2xf32> into tensor<64x16xf32>
    %118 = linalg.matmul ins(%collapsed_59, %transposed_58 : tensor<64x16xf32>, tensor<16x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %119 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%118, %arg19 : tensor<64x16xf32>, tensor<16xf32>) outs(%59 : tensor<64x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.addf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<64x16xf32>
    %expanded_60 = tensor.expand_shape %119 [[0, 1], [2]] output_shape [8, 8, 16] : tensor<64x16xf32> into tensor<8x8x16xf32>
    %120 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%90, %expanded_60 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.addf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %121 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%120 : tensor<8x8x16xf32>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f32, %out: f64):
      %160 = arith.extf %in : f32 to f64
      linalg.yield %160 : f64
    } -> tensor<8x8x16xf64>
    %122 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%121 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %160 = arith.addf %in, %out : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x1xf64>
    %123 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%122 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %160 = arith.divf %in, %cst_8 : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x1xf64>
    %124 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%121, %123 : tensor<8x8x16xf64>, tensor<8x8x1xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_70: f64, %out: f64):
      %160 = arith.subf %in, %in_70 : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x16xf64>
    %125 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%124, %124 : tensor<8x8x16xf64>, tensor<8x8x16xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_70: f64, %out: f64):
      %160 = arith.mulf %in, %in_70 : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x16xf64>
    %126 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%125 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %160 = arith.addf %in, %out : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x1xf64>
    %127 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%126 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %160 = arith.divf %in, %cst_8 : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x1xf64>
    %128 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%127 : tensor<8x8x1xf64>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %160 = arith.truncf %in : f64 to f32
      linalg.yield %160 : f32
    } -> tensor<8x8x1xf32>
    %129 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%120 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = arith.addf %in, %out : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x1xf32>
    %130 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%129 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = arith.divf %in, %cst_9 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x1xf32>
    %131 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%128 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = arith.truncf %cst_7 : f64 to f32
      %161 = arith.addf %in, %160 : f32
      linalg.yield %161 : f32
    } -> tensor<8x8x1xf32>
    %132 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%131 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = math.rsqrt %in : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x1xf32>
    %133 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%120, %130 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.subf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %134 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%133, %132 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.mulf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %135 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%134, %arg20 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.mulf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %136 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%135, %arg21 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.addf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %transposed_61 = linalg.transpose ins(%arg22 : tensor<32x16xf32>) outs(%80 : tensor<16x32xf32>) permutation = [1, 0] 
    %collapsed_62 = tensor.collapse_shape %136 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %137 = linalg.matmul ins(%collapsed_62, %transposed_61 : tensor<64x16xf32>, tensor<16x32xf32>) outs(%82 : tensor<64x32xf32>) -> tensor<64x32xf32>
    %138 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%137, %arg23 : tensor<64x32xf32>, tensor<32xf32>) outs(%81 : tensor<64x32xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.addf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<64x32xf32>
    %expanded_63 = tensor.expand_shape %138 [[0, 1], [2]] output_shape [8, 8, 32] : tensor<64x32xf32> into tensor<8x8x32xf32>
    %139 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_63 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = arith.divf %in, %cst_10 : f32
      %161 = math.erf %160 : f32
      %162 = arith.addf %161, %cst_2 : f32
      %163 = arith.mulf %162, %cst_3 : f32
      %164 = arith.mulf %in, %163 : f32
      linalg.yield %164 : f32
    } -> tensor<8x8x32xf32>
    %transposed_64 = linalg.transpose ins(%arg24 : tensor<16x32xf32>) outs(%87 : tensor<32x16xf32>) permutation = [1, 0] 
    %collapsed_65 = tensor.collapse_shape %139 [[0, 1], [2]] : tensor<8x8x32xf32> into tensor<64x32xf32>
    %140 = linalg.matmul ins(%collapsed_65, %transposed_64 : tensor<64x32xf32>, tensor<32x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %141 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%140, %arg25 : tensor<64x16xf32>, tensor<16xf32>) outs(%59 : tensor<64x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.addf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<64x16xf32>
    %expanded_66 = tensor.expand_shape %141 [[0, 1], [2]] output_shape [8, 8, 16] : tensor<64x16xf32> into tensor<8x8x16xf32>
    %142 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%120, %expanded_66 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.addf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %143 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%142 : tensor<8x8x16xf32>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f32, %out: f64):
      %160 = arith.extf %in : f32 to f64
      linalg.yield %160 : f64
    } -> tensor<8x8x16xf64>
    %144 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%143 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %160 = arith.addf %in, %out : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x1xf64>
    %145 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%144 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %160 = arith.divf %in, %cst_8 : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x1xf64>
    %146 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%143, %145 : tensor<8x8x16xf64>, tensor<8x8x1xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_70: f64, %out: f64):
      %160 = arith.subf %in, %in_70 : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x16xf64>
    %147 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%146, %146 : tensor<8x8x16xf64>, tensor<8x8x16xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_70: f64, %out: f64):
      %160 = arith.mulf %in, %in_70 : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x16xf64>
    %148 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%147 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %160 = arith.addf %in, %out : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x1xf64>
    %149 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%148 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %160 = arith.divf %in, %cst_8 : f64
      linalg.yield %160 : f64
    } -> tensor<8x8x1xf64>
    %150 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%149 : tensor<8x8x1xf64>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %160 = arith.truncf %in : f64 to f32
      linalg.yield %160 : f32
    } -> tensor<8x8x1xf32>
    %151 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%142 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = arith.addf %in, %out : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x1xf32>
    %152 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%151 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = arith.divf %in, %cst_9 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x1xf32>
    %153 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%150 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = arith.truncf %cst_7 : f64 to f32
      %161 = arith.addf %in, %160 : f32
      linalg.yield %161 : f32
    } -> tensor<8x8x1xf32>
    %154 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%153 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %160 = math.rsqrt %in : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x1xf32>
    %155 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%142, %152 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.subf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %156 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%155, %154 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.mulf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %157 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%156, %arg26 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.mulf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %158 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%157, %arg27 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_70: f32, %out: f32):
      %160 = arith.addf %in, %in_70 : f32
      linalg.yield %160 : f32
    } -> tensor<8x8x16xf32>
    %transposed_67 = linalg.transpose ins(%arg28 : tensor<32x16xf32>) outs(%80 : tensor<16x32xf32>) permutation = [1, 0] 
    %collapsed_68 = tensor.collapse_shape %158 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %159 = linalg.matmul ins(%collapsed_68, %transposed_67 : tensor<64x16xf32>, tensor<16x32xf32>) outs(%82 : tensor<64x32xf32>) -> tensor<64x32xf32>
    %expanded_69 = tensor.expand_shape %159 [[0, 1], [2]] output_shape [8, 8, 32] : tensor<64x32xf32> into tensor<8x8x32xf32>
    return %expanded_69 : tensor<8x8x32xf32>
  }
}
