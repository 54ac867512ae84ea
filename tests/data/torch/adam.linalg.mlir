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
#map15 = affine_map<(d0, d1) -> (d0)>
#map16 = affine_map<(d0) -> ()>
#map17 = affine_map<() -> ()>
#map18 = affine_map<(d0, d1) -> ()>
#map19 = affine_map<(d0) -> (d0, 0)>
#map20 = affine_map<(d0, d1, d2) -> (0, d1, d2)>
#map21 = affine_map<(d0, d1, d2) -> ()>
module {
  func.func @main(%arg0: tensor<8x16xf32>, %arg1: tensor<32x16xf32>, %arg2: tensor<16xf32>, %arg3: tensor<16xf32>, %arg4: tensor<48x16xf32>, %arg5: tensor<48xf32>, %arg6: tensor<16x16xf32>, %arg7: tensor<16xf32>, %arg8: tensor<16xf32>, %arg9: tensor<16xf32>, %arg10: tensor<32x16xf32>, %arg11: tensor<32xf32>, %arg12: tensor<16x32xf32>, %arg13: tensor<16xf32>, %arg14: tensor<16xf32>, %arg15: tensor<16xf32>, %arg16: tensor<48x16xf32>, %arg17: tensor<48xf32>, %arg18: tensor<16x16xf32>, %arg19: tensor<16xf32>, %arg20: tensor<16xf32>, %arg21: tensor<16xf32>, %arg22: tensor<32x16xf32>, %arg23: tensor<32xf32>, %arg24: tensor<16x32xf32>, %arg25: tensor<16xf32>, %arg26: tensor<16xf32>, %arg27: tensor<16xf32>, %arg28: tensor<32x16xf32>, %arg29: tensor<8x16xf32>, %arg30: tensor<32x16xf32>, %arg31: tensor<16xf32>, %arg32: tensor<16xf32>, %arg33: tensor<48x16xf32>, %arg34: tensor<48xf32>, %arg35: tensor<16x16xf32>, %arg36: tensor<16xf32>, %arg37: tensor<16xf32>, %arg38: tensor<16xf32>, %arg39: tensor<32x16xf32>, %arg40: tensor<32xf32>, %arg41: tensor<16x32xf32>, %arg42: tensor<16xf32>, %arg43: tensor<16xf32>, %arg44: tensor<16xf32>, %arg45: tensor<48x16xf32>, %arg46: tensor<48xf32>, %arg47: tensor<16x16xf32>, %arg48: tensor<16xf32>, %arg49: tensor<16xf32>, %arg50: tensor<16xf32>, %arg51: tensor<32x16xf32>, %arg52: tensor<32xf32>, %arg53: tensor<16x32xf32>, %arg54: tensor<16xf32>, %arg55: tensor<16xf32>, %arg56: tensor<16xf32>, %arg57: tensor<32x16xf32>, %arg58: tensor<8x16xf32>, %arg59: tensor<32x16xf32>, %arg60: tensor<16xf32>, %arg61: tensor<16xf32>, %arg62: tensor<48x16xf32>, %arg63: tensor<48xf32>, %arg64: tensor<16x16xf32>, %arg65: tensor<16xf32>, %arg66: tensor<16xf32>, %arg67: tensor<16xf32>, %arg68: tensor<32x16xf32>, %arg69: tensor<32xf32>, %arg70: tensor<16x32xf32>, %arg71: tensor<16xf32>, %arg72: tensor<16xf32>, %arg73: tensor<16xf32>, %arg74: tensor<48x16xf32>, %arg75: tensor<48xf32>, %arg76: tensor<16x16xf32>, %arg77: tensor<16xf32>, %arg78: tensor<16xf32>, %arg79: tensor<16xf32>, %arg80: tensor<32x16xf32>, %arg81: tensor<32xf32>, %arg82: tensor<16x32xf32>, %arg83: tensor<16xf32>, %arg84: tensor<16xf32>, %arg85: tensor<16xf32>, %arg86: tensor<32x16xf32>, %arg87: tensor<8x8xi64>, %arg88: tensor<8x8xi64>) -> (tensor<8x16xf32>, tensor<32x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<8x16xf32>, tensor<32x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<8x16xf32>, tensor<32x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<f32>) {
    %cst = arith.constant dense<0.000000e+00> : tensor<64x32xf32>
    %c32 = arith.constant 32 : index
    %cst_0 = arith.constant 0.000000e+00 : f64
    %cst_1 = arith.constant 0xFF800000 : f32
    %cst_2 = arith.constant 1.000000e+00 : f32
    %cst_3 = arith.constant 5.000000e-01 : f32
    %true = arith.constant true
    %cst_4 = arith.constant 1.000000e-05 : f64
    %cst_5 = arith.constant 1.4142135623730951 : f64
    %cst_6 = arith.constant 0.70710678118654757 : f64
    %cst_7 = arith.constant 0.3989422804014327 : f64
    %cst_8 = arith.constant 9.000000e-01 : f64
    %cst_9 = arith.constant 1.000000e-01 : f64
    %cst_10 = arith.constant 0.98999999999999999 : f64
    %cst_11 = arith.constant 1.000000e-02 : f64
    %cst_12 = arith.constant 9.9999999999999995E-7 : f64
    %cst_13 = arith.constant dense<true> : tensor<8x8xi1>
    %cst_14 = arith.constant dense<0xFF800000> : tensor<f32>
    %cst_15 = arith.constant dense<0.000000e+00> : tensor<f32>
    %cst_16 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_17 = arith.constant 1.600000e+01 : f64
    %cst_18 = arith.constant 1.600000e+01 : f32
    %cst_19 = arith.constant 1.41421354 : f32
    %cst_20 = arith.constant -5.000000e-01 : f32
    %c31_i64 = arith.constant 31 : i64
    %c-32_i64 = arith.constant -32 : i64
    %c-100_i64 = arith.constant -100 : i64
    %c32_i64 = arith.constant 32 : i64
    %c2_i64 = arith.constant 2 : i64
    %c1_i64 = arith.constant 1 : i64
    %c-1_i64 = arith.constant -1 : i64
    %c64 = arith.constant 64 : index
    %c0_i64 = arith.constant 0 : i64
    %cst_21 = arith.constant 0.000000e+00 : f32
    %c0 = arith.constant 0 : index
    %cst_22 = arith.constant dense<0.000000e+00> : tensor<32x16xf32>
    %cst_23 = arith.constant -1.000000e+00 : f32
    %cst_24 = arith.constant dense<0> : tensor<i64>
    %0 = tensor.empty() : tensor<8x8x16xf32>
    %1 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%arg87 : tensor<8x8xi64>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: i64, %out: f32):
      %722 = arith.index_cast %in : i64 to index
      %723 = linalg.index 2 : index
      %724 = arith.cmpi slt, %722, %c32 : index
      cf.assert %724, "index must be smaller than dim size"
      %725 = arith.cmpi sge, %in, %c0_i64 : i64
      cf.assert %725, "index must be larger or equal to 0"
      %extracted = tensor.extract %arg1[%722, %723] : tensor<32x16xf32>
      linalg.yield %extracted : f32
    } -> tensor<8x8x16xf32>
    %2 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%1, %arg0 : tensor<8x8x16xf32>, tensor<8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %3 = tensor.empty() : tensor<8x8x16xf64>
    %4 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%2 : tensor<8x8x16xf32>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f32, %out: f64):
      %722 = arith.extf %in : f32 to f64
      linalg.yield %722 : f64
    } -> tensor<8x8x16xf64>
    %5 = tensor.empty() : tensor<8x8x1xf64>
    %6 = linalg.fill ins(%cst_0 : f64) outs(%5 : tensor<8x8x1xf64>) -> tensor<8x8x1xf64>
    %7 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%4 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %722 = arith.addf %in, %out : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x1xf64>
    %8 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%7 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %722 = arith.divf %in, %cst_17 : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x1xf64>
    %9 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%4, %8 : tensor<8x8x16xf64>, tensor<8x8x1xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_164: f64, %out: f64):
      %722 = arith.subf %in, %in_164 : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x16xf64>
    %10 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%9, %9 : tensor<8x8x16xf64>, tensor<8x8x16xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_164: f64, %out: f64):
      %722 = arith.mulf %in, %in_164 : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x16xf64>
    %11 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%10 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %722 = arith.addf %in, %out : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x1xf64>
    %12 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%11 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %722 = arith.divf %in, %cst_17 : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x1xf64>
    %13 = tensor.empty() : tensor<8x8x1xf32>
    %14 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%12 : tensor<8x8x1xf64>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %722 = arith.truncf %in : f64 to f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %15 = linalg.fill ins(%cst_21 : f32) outs(%13 : tensor<8x8x1xf32>) -> tensor<8x8x1xf32>
    %16 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%2 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %17 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%16 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.divf %in, %cst_18 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %18 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%14 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_4 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<8x8x1xf32>
    %19 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%18 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.rsqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %20 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%2, %17 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %21 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%20, %19 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %22 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%21, %arg2 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %23 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%22, %arg3 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %24 = tensor.empty() : tensor<16x48xf32>
    %transposed = linalg.transpose ins(%arg4 : tensor<48x16xf32>) outs(%24 : tensor<16x48xf32>) permutation = [1, 0] 
    %collapsed = tensor.collapse_shape %23 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %25 = tensor.empty() : tensor<64x48xf32>
    %26 = linalg.fill ins(%cst_21 : f32) outs(%25 : tensor<64x48xf32>) -> tensor<64x48xf32>
    %27 = linalg.matmul ins(%collapsed, %transposed : tensor<64x16xf32>, tensor<16x48xf32>) outs(%26 : tensor<64x48xf32>) -> tensor<64x48xf32>
    %28 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%27, %arg5 : tensor<64x48xf32>, tensor<48xf32>) outs(%25 : tensor<64x48xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<64x48xf32>
    %expanded = tensor.expand_shape %28 [[0, 1], [2]] output_shape [8, 8, 48] : tensor<64x48xf32> into tensor<8x8x48xf32>
    %extracted_slice = tensor.extract_slice %expanded[0, 0, 0] [8, 8, 16] [1, 1, 1] : tensor<8x8x48xf32> to tensor<8x8x16xf32>
    %extracted_slice_25 = tensor.extract_slice %expanded[0, 0, 16] [8, 8, 16] [1, 1, 1] : tensor<8x8x48xf32> to tensor<8x8x16xf32>
    %extracted_slice_26 = tensor.extract_slice %expanded[0, 0, 32] [8, 8, 16] [1, 1, 1] : tensor<8x8x48xf32> to tensor<8x8x16xf32>
    %expanded_27 = tensor.expand_shape %extracted_slice [[0], [1], [2, 3]] output_shape [8, 8, 8, 2] : tensor<8x8x16xf32> into tensor<8x8x8x2xf32>
    %29 = tensor.empty() : tensor<8x8x8x2xf32>
    %transposed_28 = linalg.transpose ins(%expanded_27 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %expanded_29 = tensor.expand_shape %extracted_slice_25 [[0], [1], [2, 3]] output_shape [8, 8, 8, 2] : tensor<8x8x16xf32> into tensor<8x8x8x2xf32>
    %expanded_30 = tensor.expand_shape %extracted_slice_26 [[0], [1], [2, 3]] output_shape [8, 8, 8, 2] : tensor<8x8x16xf32> into tensor<8x8x8x2xf32>
    %transposed_31 = linalg.transpose ins(%expanded_30 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %30 = tensor.empty() : tensor<8x8x2x8xf32>
    %transposed_32 = linalg.transpose ins(%expanded_29 : tensor<8x8x8x2xf32>) outs(%30 : tensor<8x8x2x8xf32>) permutation = [0, 2, 3, 1] 
    %collapsed_33 = tensor.collapse_shape %transposed_28 [[0, 1], [2], [3]] : tensor<8x8x8x2xf32> into tensor<64x8x2xf32>
    %collapsed_34 = tensor.collapse_shape %transposed_32 [[0, 1], [2], [3]] : tensor<8x8x2x8xf32> into tensor<64x2x8xf32>
    %31 = tensor.empty() : tensor<64x8x8xf32>
    %32 = linalg.fill ins(%cst_21 : f32) outs(%31 : tensor<64x8x8xf32>) -> tensor<64x8x8xf32>
    %33 = linalg.batch_matmul ins(%collapsed_33, %collapsed_34 : tensor<64x8x2xf32>, tensor<64x2x8xf32>) outs(%32 : tensor<64x8x8xf32>) -> tensor<64x8x8xf32>
    %expanded_35 = tensor.expand_shape %33 [[0, 1], [2], [3]] output_shape [8, 8, 8, 8] : tensor<64x8x8xf32> into tensor<8x8x8x8xf32>
    %34 = tensor.empty() : tensor<8x8x8x8xf32>
    %35 = linalg.generic {indexing_maps = [#map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%expanded_35 : tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_5 : f64 to f32
      %723 = arith.divf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<8x8x8x8xf32>
    %36 = tensor.empty() : tensor<8xi64>
    %37 = linalg.generic {indexing_maps = [#map8], iterator_types = ["parallel"]} outs(%36 : tensor<8xi64>) {
    ^bb0(%out: i64):
      %722 = linalg.index 0 : index
      %723 = arith.index_cast %722 : index to i64
      linalg.yield %723 : i64
    } -> tensor<8xi64>
    %expanded_36 = tensor.expand_shape %37 [[0, 1]] output_shape [1, 8] : tensor<8xi64> into tensor<1x8xi64>
    %expanded_37 = tensor.expand_shape %37 [[0, 1]] output_shape [8, 1] : tensor<8xi64> into tensor<8x1xi64>
    %38 = tensor.empty() : tensor<8x8xi64>
    %39 = linalg.generic {indexing_maps = [#map9, #map10, #map5], iterator_types = ["parallel", "parallel"]} ins(%expanded_36, %expanded_37 : tensor<1x8xi64>, tensor<8x1xi64>) outs(%38 : tensor<8x8xi64>) {
    ^bb0(%in: i64, %in_164: i64, %out: i64):
      %722 = arith.subi %in, %in_164 : i64
      linalg.yield %722 : i64
    } -> tensor<8x8xi64>
    %40 = tensor.empty() : tensor<8x8xi1>
    %41 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%39 : tensor<8x8xi64>) outs(%40 : tensor<8x8xi1>) {
    ^bb0(%in: i64, %out: i1):
      %722 = arith.cmpi sge, %in, %c1_i64 : i64
      linalg.yield %722 : i1
    } -> tensor<8x8xi1>
    %42 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%41, %cst_13 : tensor<8x8xi1>, tensor<8x8xi1>) outs(%40 : tensor<8x8xi1>) {
    ^bb0(%in: i1, %in_164: i1, %out: i1):
      %722 = arith.andi %in, %in_164 : i1
      linalg.yield %722 : i1
    } -> tensor<8x8xi1>
    %43 = linalg.generic {indexing_maps = [#map11, #map12, #map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%42, %cst_14, %35 : tensor<8x8xi1>, tensor<f32>, tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: i1, %in_164: f32, %in_165: f32, %out: f32):
      %722 = arith.select %in, %in_164, %in_165 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x8x8xf32>
    %44 = tensor.empty() : tensor<8x8x8xi64>
    %45 = linalg.fill ins(%c0_i64 : i64) outs(%44 : tensor<8x8x8xi64>) -> tensor<8x8x8xi64>
    %46 = tensor.empty() : tensor<8x8x8xf32>
    %47 = linalg.fill ins(%cst_1 : f32) outs(%46 : tensor<8x8x8xf32>) -> tensor<8x8x8xf32>
    %48:2 = linalg.generic {indexing_maps = [#map7, #map13, #map13], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%43 : tensor<8x8x8x8xf32>) outs(%47, %45 : tensor<8x8x8xf32>, tensor<8x8x8xi64>) {
    ^bb0(%in: f32, %out: f32, %out_164: i64):
      %722 = linalg.index 3 : index
      %723 = arith.index_cast %722 : index to i64
      %724 = arith.maximumf %in, %out : f32
      %725 = arith.cmpf ogt, %in, %out : f32
      %726 = arith.select %725, %723, %out_164 : i64
      linalg.yield %724, %726 : f32, i64
    } -> (tensor<8x8x8xf32>, tensor<8x8x8xi64>)
    %expanded_38 = tensor.expand_shape %48#0 [[0], [1], [2, 3]] output_shape [8, 8, 8, 1] : tensor<8x8x8xf32> into tensor<8x8x8x1xf32>
    %49 = linalg.generic {indexing_maps = [#map7, #map14, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%43, %expanded_38 : tensor<8x8x8x8xf32>, tensor<8x8x8x1xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x8x8xf32>
    %50 = linalg.generic {indexing_maps = [#map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%49 : tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.exp %in : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x8x8xf32>
    %51 = tensor.empty() : tensor<8x8x8x1xf32>
    %52 = linalg.fill ins(%cst_21 : f32) outs(%51 : tensor<8x8x8x1xf32>) -> tensor<8x8x8x1xf32>
    %53 = linalg.generic {indexing_maps = [#map7, #map14], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%50 : tensor<8x8x8x8xf32>) outs(%52 : tensor<8x8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x8x1xf32>
    %54 = linalg.generic {indexing_maps = [#map7, #map14, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%50, %53 : tensor<8x8x8x8xf32>, tensor<8x8x8x1xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x8x8xf32>
    %collapsed_39 = tensor.collapse_shape %54 [[0, 1], [2], [3]] : tensor<8x8x8x8xf32> into tensor<64x8x8xf32>
    %collapsed_40 = tensor.collapse_shape %transposed_31 [[0, 1], [2], [3]] : tensor<8x8x8x2xf32> into tensor<64x8x2xf32>
    %55 = tensor.empty() : tensor<64x8x2xf32>
    %56 = linalg.fill ins(%cst_21 : f32) outs(%55 : tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %57 = linalg.batch_matmul ins(%collapsed_39, %collapsed_40 : tensor<64x8x8xf32>, tensor<64x8x2xf32>) outs(%56 : tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %expanded_41 = tensor.expand_shape %57 [[0, 1], [2], [3]] output_shape [8, 8, 8, 2] : tensor<64x8x2xf32> into tensor<8x8x8x2xf32>
    %transposed_42 = linalg.transpose ins(%expanded_41 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %58 = tensor.empty() : tensor<16x16xf32>
    %transposed_43 = linalg.transpose ins(%arg6 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) permutation = [1, 0] 
    %collapsed_44 = tensor.collapse_shape %transposed_42 [[0, 1], [2, 3]] : tensor<8x8x8x2xf32> into tensor<64x16xf32>
    %59 = tensor.empty() : tensor<64x16xf32>
    %60 = linalg.fill ins(%cst_21 : f32) outs(%59 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %61 = linalg.matmul ins(%collapsed_44, %transposed_43 : tensor<64x16xf32>, tensor<16x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %62 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%61, %arg7 : tensor<64x16xf32>, tensor<16xf32>) outs(%59 : tensor<64x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<64x16xf32>
    %expanded_45 = tensor.expand_shape %62 [[0, 1], [2]] output_shape [8, 8, 16] : tensor<64x16xf32> into tensor<8x8x16xf32>
    %63 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%2, %expanded_45 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %64 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%63 : tensor<8x8x16xf32>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f32, %out: f64):
      %722 = arith.extf %in : f32 to f64
      linalg.yield %722 : f64
    } -> tensor<8x8x16xf64>
    %65 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%64 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %722 = arith.addf %in, %out : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x1xf64>
    %66 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%65 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %722 = arith.divf %in, %cst_17 : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x1xf64>
    %67 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%64, %66 : tensor<8x8x16xf64>, tensor<8x8x1xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_164: f64, %out: f64):
      %722 = arith.subf %in, %in_164 : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x16xf64>
    %68 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%67, %67 : tensor<8x8x16xf64>, tensor<8x8x16xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_164: f64, %out: f64):
      %722 = arith.mulf %in, %in_164 : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x16xf64>
    %69 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%68 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %722 = arith.addf %in, %out : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x1xf64>
    %70 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%69 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %722 = arith.divf %in, %cst_17 : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x1xf64>
    %71 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%70 : tensor<8x8x1xf64>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %722 = arith.truncf %in : f64 to f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %72 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%63 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %73 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%72 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.divf %in, %cst_18 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %74 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%71 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_4 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<8x8x1xf32>
    %75 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%74 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.rsqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %76 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%63, %73 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %77 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%76, %75 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %78 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%77, %arg8 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %79 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%78, %arg9 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %80 = tensor.empty() : tensor<16x32xf32>
    %transposed_46 = linalg.transpose ins(%arg10 : tensor<32x16xf32>) outs(%80 : tensor<16x32xf32>) permutation = [1, 0] 
    %collapsed_47 = tensor.collapse_shape %79 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %81 = tensor.empty() : tensor<64x32xf32>
    %82 = linalg.fill ins(%cst_21 : f32) outs(%81 : tensor<64x32xf32>) -> tensor<64x32xf32>
    %83 = linalg.matmul ins(%collapsed_47, %transposed_46 : tensor<64x16xf32>, tensor<16x32xf32>) outs(%82 : tensor<64x32xf32>) -> tensor<64x32xf32>
    %84 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%83, %arg11 : tensor<64x32xf32>, tensor<32xf32>) outs(%81 : tensor<64x32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<64x32xf32>
    %expanded_48 = tensor.expand_shape %84 [[0, 1], [2]] output_shape [8, 8, 32] : tensor<64x32xf32> into tensor<8x8x32xf32>
    %85 = tensor.empty() : tensor<8x8x32xf32>
    %86 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_48 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.divf %in, %cst_19 : f32
      %723 = math.erf %722 : f32
      %724 = arith.addf %723, %cst_2 : f32
      %725 = arith.mulf %724, %cst_3 : f32
      %726 = arith.mulf %in, %725 : f32
      linalg.yield %726 : f32
    } -> tensor<8x8x32xf32>
    %87 = tensor.empty() : tensor<32x16xf32>
    %transposed_49 = linalg.transpose ins(%arg12 : tensor<16x32xf32>) outs(%87 : tensor<32x16xf32>) permutation = [1, 0] 
    %collapsed_50 = tensor.collapse_shape %86 [[0, 1], [2]] : tensor<8x8x32xf32> into tensor<64x32xf32>
    %88 = linalg.matmul ins(%collapsed_50, %transposed_49 : tensor<64x32xf32>, tensor<32x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %89 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%88, %arg13 : tensor<64x16xf32>, tensor<16xf32>) outs(%59 : tensor<64x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<64x16xf32>
    %expanded_51 = tensor.expand_shape %89 [[0, 1], [2]] output_shape [8, 8, 16] : tensor<64x16xf32> into tensor<8x8x16xf32>
    %90 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%63, %expanded_51 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %91 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%90 : tensor<8x8x16xf32>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f32, %out: f64):
      %722 = arith.extf %in : f32 to f64
      linalg.yield %722 : f64
    } -> tensor<8x8x16xf64>
    %92 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%91 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %722 = arith.addf %in, %out : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x1xf64>
    %93 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%92 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %722 = arith.divf %in, %cst_17 : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x1xf64>
    %94 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%91, %93 : tensor<8x8x16xf64>, tensor<8x8x1xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_164: f64, %out: f64):
      %722 = arith.subf %in, %in_164 : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x16xf64>
    %95 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%94, %94 : tensor<8x8x16xf64>, tensor<8x8x16xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_164: f64, %out: f64):
      %722 = arith.mulf %in, %in_164 : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x16xf64>
    %96 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%95 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %722 = arith.addf %in, %out : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x1xf64>
    %97 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%96 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %722 = arith.divf %in, %cst_17 : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x1xf64>
    %98 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%97 : tensor<8x8x1xf64>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %722 = arith.truncf %in : f64 to f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %99 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%90 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %100 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%99 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.divf %in, %cst_18 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %101 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%98 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_4 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<8x8x1xf32>
    %102 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%101 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.rsqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %103 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%90, %100 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %104 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%103, %102 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %105 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%104, %arg14 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %106 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%105, %arg15 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %transposed_52 = linalg.transpose ins(%arg16 : tensor<48x16xf32>) outs(%24 : tensor<16x48xf32>) permutation = [1, 0] 
    %collapsed_53 = tensor.collapse_shape %106 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %107 = linalg.matmul ins(%collapsed_53, %transposed_52 : tensor<64x16xf32>, tensor<16x48xf32>) outs(%26 : tensor<64x48xf32>) -> tensor<64x48xf32>
    %108 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%107, %arg17 : tensor<64x48xf32>, tensor<48xf32>) outs(%25 : tensor<64x48xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<64x48xf32>
    %expanded_54 = tensor.expand_shape %108 [[0, 1], [2]] output_shape [8, 8, 48] : tensor<64x48xf32> into tensor<8x8x48xf32>
    %extracted_slice_55 = tensor.extract_slice %expanded_54[0, 0, 0] [8, 8, 16] [1, 1, 1] : tensor<8x8x48xf32> to tensor<8x8x16xf32>
    %extracted_slice_56 = tensor.extract_slice %expanded_54[0, 0, 16] [8, 8, 16] [1, 1, 1] : tensor<8x8x48xf32> to tensor<8x8x16xf32>
    %extracted_slice_57 = tensor.extract_slice %expanded_54[0, 0, 32] [8, 8, 16] [1, 1, 1] : tensor<8x8x48xf32> to tensor<8x8x16xf32>
    %expanded_58 = tensor.expand_shape %extracted_slice_55 [[0], [1], [2, 3]] output_shape [8, 8, 8, 2] : tensor<8x8x16xf32> into tensor<8x8x8x2xf32>
    %transposed_59 = linalg.transpose ins(%expanded_58 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %expanded_60 = tensor.expand_shape %extracted_slice_56 [[0], [1], [2, 3]] output_shape [8, 8, 8, 2] : tensor<8x8x16xf32> into tensor<8x8x8x2xf32>
    %expanded_61 = tensor.expand_shape %extracted_slice_57 [[0], [1], [2, 3]] output_shape [8, 8, 8, 2] : tensor<8x8x16xf32> into tensor<8x8x8x2xf32>
    %transposed_62 = linalg.transpose ins(%expanded_61 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %transposed_63 = linalg.transpose ins(%expanded_60 : tensor<8x8x8x2xf32>) outs(%30 : tensor<8x8x2x8xf32>) permutation = [0, 2, 3, 1] 
    %collapsed_64 = tensor.collapse_shape %transposed_59 [[0, 1], [2], [3]] : tensor<8x8x8x2xf32> into tensor<64x8x2xf32>
    %collapsed_65 = tensor.collapse_shape %transposed_63 [[0, 1], [2], [3]] : tensor<8x8x2x8xf32> into tensor<64x2x8xf32>
    %109 = linalg.batch_matmul ins(%collapsed_64, %collapsed_65 : tensor<64x8x2xf32>, tensor<64x2x8xf32>) outs(%32 : tensor<64x8x8xf32>) -> tensor<64x8x8xf32>
    %expanded_66 = tensor.expand_shape %109 [[0, 1], [2], [3]] output_shape [8, 8, 8, 8] : tensor<64x8x8xf32> into tensor<8x8x8x8xf32>
    %110 = linalg.generic {indexing_maps = [#map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%expanded_66 : tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_5 : f64 to f32
      %723 = arith.divf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<8x8x8x8xf32>
    %111 = linalg.generic {indexing_maps = [#map11, #map12, #map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%42, %cst_14, %110 : tensor<8x8xi1>, tensor<f32>, tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: i1, %in_164: f32, %in_165: f32, %out: f32):
      %722 = arith.select %in, %in_164, %in_165 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x8x8xf32>
    %112:2 = linalg.generic {indexing_maps = [#map7, #map13, #map13], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%111 : tensor<8x8x8x8xf32>) outs(%47, %45 : tensor<8x8x8xf32>, tensor<8x8x8xi64>) {
    ^bb0(%in: f32, %out: f32, %out_164: i64):
      %722 = linalg.index 3 : index
      %723 = arith.index_cast %722 : index to i64
      %724 = arith.maximumf %in, %out : f32
      %725 = arith.cmpf ogt, %in, %out : f32
      %726 = arith.select %725, %723, %out_164 : i64
      linalg.yield %724, %726 : f32, i64
    } -> (tensor<8x8x8xf32>, tensor<8x8x8xi64>)
    %expanded_67 = tensor.expand_shape %112#0 [[0], [1], [2, 3]] output_shape [8, 8, 8, 1] : tensor<8x8x8xf32> into tensor<8x8x8x1xf32>
    %113 = linalg.generic {indexing_maps = [#map7, #map14, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%111, %expanded_67 : tensor<8x8x8x8xf32>, tensor<8x8x8x1xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x8x8xf32>
    %114 = linalg.generic {indexing_maps = [#map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%113 : tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.exp %in : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x8x8xf32>
    %115 = linalg.generic {indexing_maps = [#map7, #map14], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%114 : tensor<8x8x8x8xf32>) outs(%52 : tensor<8x8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x8x1xf32>
    %116 = linalg.generic {indexing_maps = [#map7, #map14, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%114, %115 : tensor<8x8x8x8xf32>, tensor<8x8x8x1xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x8x8xf32>
    %collapsed_68 = tensor.collapse_shape %116 [[0, 1], [2], [3]] : tensor<8x8x8x8xf32> into tensor<64x8x8xf32>
    %collapsed_69 = tensor.collapse_shape %transposed_62 [[0, 1], [2], [3]] : tensor<8x8x8x2xf32> into tensor<64x8x2xf32>
    %117 = linalg.batch_matmul ins(%collapsed_68, %collapsed_69 : tensor<64x8x8xf32>, tensor<64x8x2xf32>) outs(%56 : tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %expanded_70 = tensor.expand_shape %117 [[0, 1], [2], [3]] output_shape [8, 8, 8, 2] : tensor<64x8x2xf32> into tensor<8x8x8x2xf32>
    %transposed_71 = linalg.transpose ins(%expanded_70 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %transposed_72 = linalg.transpose ins(%arg18 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) permutation = [1, 0] 
    %collapsed_73 = tensor.collapse_shape %transposed_71 [[0, 1], [2, 3]] : tensor<8x8x8x2xf32> into tensor<64x16xf32>
    %118 = linalg.matmul ins(%collapsed_73, %transposed_72 : tensor<64x16xf32>, tensor<16x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %119 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%118, %arg19 : tensor<64x16xf32>, tensor<16xf32>) outs(%59 : tensor<64x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<64x16xf32>
    %expanded_74 = tensor.expand_shape %119 [[0, 1], [2]] output_shape [8, 8, 16] : tensor<64x16xf32> into tensor<8x8x16xf32>
    %120 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%90, %expanded_74 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %121 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%120 : tensor<8x8x16xf32>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f32, %out: f64):
      %722 = arith.extf %in : f32 to f64
      linalg.yield %722 : f64
    } -> tensor<8x8x16xf64>
    %122 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%121 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %722 = arith.addf %in, %out : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x1xf64>
    %123 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%122 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %722 = arith.divf %in, %cst_17 : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x1xf64>
    %124 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%121, %123 : tensor<8x8x16xf64>, tensor<8x8x1xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_164: f64, %out: f64):
      %722 = arith.subf %in, %in_164 : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x16xf64>
    %125 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%124, %124 : tensor<8x8x16xf64>, tensor<8x8x16xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_164: f64, %out: f64):
      %722 = arith.mulf %in, %in_164 : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x16xf64>
    %126 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%125 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %722 = arith.addf %in, %out : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x1xf64>
    %127 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%126 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %722 = arith.divf %in, %cst_17 : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x1xf64>
    %128 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%127 : tensor<8x8x1xf64>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %722 = arith.truncf %in : f64 to f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %129 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%120 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %130 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%129 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.divf %in, %cst_18 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %131 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%128 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_4 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<8x8x1xf32>
    %132 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%131 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.rsqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %133 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%120, %130 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %134 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%133, %132 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %135 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%134, %arg20 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %136 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%135, %arg21 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %transposed_75 = linalg.transpose ins(%arg22 : tensor<32x16xf32>) outs(%80 : tensor<16x32xf32>) permutation = [1, 0] 
    %collapsed_76 = tensor.collapse_shape %136 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %137 = linalg.matmul ins(%collapsed_76, %transposed_75 : tensor<64x16xf32>, tensor<16x32xf32>) outs(%82 : tensor<64x32xf32>) -> tensor<64x32xf32>
    %138 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%137, %arg23 : tensor<64x32xf32>, tensor<32xf32>) outs(%81 : tensor<64x32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<64x32xf32>
    %expanded_77 = tensor.expand_shape %138 [[0, 1], [2]] output_shape [8, 8, 32] : tensor<64x32xf32> into tensor<8x8x32xf32>
    %139 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_77 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.divf %in, %cst_19 : f32
      %723 = math.erf %722 : f32
      %724 = arith.addf %723, %cst_2 : f32
      %725 = arith.mulf %724, %cst_3 : f32
      %726 = arith.mulf %in, %725 : f32
      linalg.yield %726 : f32
    } -> tensor<8x8x32xf32>
    %transposed_78 = linalg.transpose ins(%arg24 : tensor<16x32xf32>) outs(%87 : tensor<32x16xf32>) permutation = [1, 0] 
    %collapsed_79 = tensor.collapse_shape %139 [[0, 1], [2]] : tensor<8x8x32xf32> into tensor<64x32xf32>
    %140 = linalg.matmul ins(%collapsed_79, %transposed_78 : tensor<64x32xf32>, tensor<32x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %141 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%140, %arg25 : tensor<64x16xf32>, tensor<16xf32>) outs(%59 : tensor<64x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<64x16xf32>
    %expanded_80 = tensor.expand_shape %141 [[0, 1], [2]] output_shape [8, 8, 16] : tensor<64x16xf32> into tensor<8x8x16xf32>
    %142 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%120, %expanded_80 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %143 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%142 : tensor<8x8x16xf32>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f32, %out: f64):
      %722 = arith.extf %in : f32 to f64
      linalg.yield %722 : f64
    } -> tensor<8x8x16xf64>
    %144 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%143 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %722 = arith.addf %in, %out : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x1xf64>
    %145 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%144 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %722 = arith.divf %in, %cst_17 : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x1xf64>
    %146 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%143, %145 : tensor<8x8x16xf64>, tensor<8x8x1xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_164: f64, %out: f64):
      %722 = arith.subf %in, %in_164 : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x16xf64>
    %147 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%146, %146 : tensor<8x8x16xf64>, tensor<8x8x16xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_164: f64, %out: f64):
      %722 = arith.mulf %in, %in_164 : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x16xf64>
    %148 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%147 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %722 = arith.addf %in, %out : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x1xf64>
    %149 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%148 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %722 = arith.divf %in, %cst_17 : f64
      linalg.yield %722 : f64
    } -> tensor<8x8x1xf64>
    %150 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%149 : tensor<8x8x1xf64>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %722 = arith.truncf %in : f64 to f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %151 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%142 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %152 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%151 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.divf %in, %cst_18 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %153 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%150 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_4 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<8x8x1xf32>
    %154 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%153 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.rsqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %155 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%142, %152 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %156 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%155, %154 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %157 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%156, %arg26 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %158 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%157, %arg27 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %transposed_81 = linalg.transpose ins(%arg28 : tensor<32x16xf32>) outs(%80 : tensor<16x32xf32>) permutation = [1, 0] 
    %collapsed_82 = tensor.collapse_shape %158 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %159 = linalg.matmul ins(%collapsed_82, %transposed_81 : tensor<64x16xf32>, tensor<16x32xf32>) outs(%82 : tensor<64x32xf32>) -> tensor<64x32xf32>
    %collapsed_83 = tensor.collapse_shape %arg88 [[0, 1]] : tensor<8x8xi64> into tensor<64xi64>
    %160 = tensor.empty() : tensor<64xi64>
    %161 = linalg.fill ins(%c0_i64 : i64) outs(%160 : tensor<64xi64>) -> tensor<64xi64>
    %162 = tensor.empty() : tensor<64xf32>
    %163 = linalg.fill ins(%cst_1 : f32) outs(%162 : tensor<64xf32>) -> tensor<64xf32>
    %164:2 = linalg.generic {indexing_maps = [#map5, #map15, #map15], iterator_types = ["parallel", "reduction"]} ins(%159 : tensor<64x32xf32>) outs(%163, %161 : tensor<64xf32>, tensor<64xi64>) {
    ^bb0(%in: f32, %out: f32, %out_164: i64):
      %722 = linalg.index 1 : index
      %723 = arith.index_cast %722 : index to i64
      %724 = arith.maximumf %in, %out : f32
      %725 = arith.cmpf ogt, %in, %out : f32
      %726 = arith.select %725, %723, %out_164 : i64
      linalg.yield %724, %726 : f32, i64
    } -> (tensor<64xf32>, tensor<64xi64>)
    %expanded_84 = tensor.expand_shape %164#0 [[0, 1]] output_shape [64, 1] : tensor<64xf32> into tensor<64x1xf32>
    %165 = linalg.generic {indexing_maps = [#map5, #map10, #map5], iterator_types = ["parallel", "parallel"]} ins(%159, %expanded_84 : tensor<64x32xf32>, tensor<64x1xf32>) outs(%81 : tensor<64x32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<64x32xf32>
    %166 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%165 : tensor<64x32xf32>) outs(%81 : tensor<64x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.exp %in : f32
      linalg.yield %722 : f32
    } -> tensor<64x32xf32>
    %167 = tensor.empty() : tensor<64x1xf32>
    %168 = linalg.fill ins(%cst_21 : f32) outs(%167 : tensor<64x1xf32>) -> tensor<64x1xf32>
    %169 = linalg.generic {indexing_maps = [#map5, #map10], iterator_types = ["parallel", "reduction"]} ins(%166 : tensor<64x32xf32>) outs(%168 : tensor<64x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<64x1xf32>
    %170 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%169 : tensor<64x1xf32>) outs(%167 : tensor<64x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.log %in : f32
      linalg.yield %722 : f32
    } -> tensor<64x1xf32>
    %171 = linalg.generic {indexing_maps = [#map5, #map10, #map5], iterator_types = ["parallel", "parallel"]} ins(%165, %170 : tensor<64x32xf32>, tensor<64x1xf32>) outs(%81 : tensor<64x32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<64x32xf32>
    %172 = tensor.empty() : tensor<64xi1>
    %173 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_83 : tensor<64xi64>) outs(%172 : tensor<64xi1>) {
    ^bb0(%in: i64, %out: i1):
      %722 = arith.cmpi ne, %in, %c-100_i64 : i64
      linalg.yield %722 : i1
    } -> tensor<64xi1>
    %174 = linalg.generic {indexing_maps = [#map8, #map8, #map16, #map8], iterator_types = ["parallel"]} ins(%173, %collapsed_83, %cst_24 : tensor<64xi1>, tensor<64xi64>, tensor<i64>) outs(%160 : tensor<64xi64>) {
    ^bb0(%in: i1, %in_164: i64, %in_165: i64, %out: i64):
      %722 = arith.select %in, %in_164, %in_165 : i64
      linalg.yield %722 : i64
    } -> tensor<64xi64>
    %expanded_85 = tensor.expand_shape %174 [[0, 1]] output_shape [64, 1] : tensor<64xi64> into tensor<64x1xi64>
    %175 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%expanded_85 : tensor<64x1xi64>) outs(%168 : tensor<64x1xf32>) {
    ^bb0(%in: i64, %out: f32):
      %722 = linalg.index 0 : index
      %723 = arith.index_cast %in : i64 to index
      %724 = arith.cmpi slt, %723, %c32 : index
      cf.assert %724, "index must be smaller than dim size"
      %725 = arith.cmpi sge, %in, %c0_i64 : i64
      cf.assert %725, "index must be larger or equal to 0"
      %extracted = tensor.extract %171[%722, %723] : tensor<64x32xf32>
      linalg.yield %extracted : f32
    } -> tensor<64x1xf32>
    %collapsed_86 = tensor.collapse_shape %175 [[0, 1]] : tensor<64x1xf32> into tensor<64xf32>
    %176 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_86 : tensor<64xf32>) outs(%162 : tensor<64xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.negf %in : f32
      linalg.yield %722 : f32
    } -> tensor<64xf32>
    %177 = linalg.generic {indexing_maps = [#map8, #map8, #map16, #map8], iterator_types = ["parallel"]} ins(%173, %176, %cst_15 : tensor<64xi1>, tensor<64xf32>, tensor<f32>) outs(%162 : tensor<64xf32>) {
    ^bb0(%in: i1, %in_164: f32, %in_165: f32, %out: f32):
      %722 = arith.select %in, %in_164, %in_165 : f32
      linalg.yield %722 : f32
    } -> tensor<64xf32>
    %178 = tensor.empty() : tensor<i64>
    %179 = linalg.fill ins(%c0_i64 : i64) outs(%178 : tensor<i64>) -> tensor<i64>
    %180 = linalg.generic {indexing_maps = [#map8, #map16], iterator_types = ["reduction"]} ins(%173 : tensor<64xi1>) outs(%179 : tensor<i64>) {
    ^bb0(%in: i1, %out: i64):
      %722 = arith.extui %in : i1 to i64
      %723 = arith.addi %722, %out : i64
      linalg.yield %723 : i64
    } -> tensor<i64>
    %181 = tensor.empty() : tensor<f32>
    %182 = linalg.generic {indexing_maps = [#map17, #map17], iterator_types = []} ins(%180 : tensor<i64>) outs(%181 : tensor<f32>) {
    ^bb0(%in: i64, %out: f32):
      %722 = arith.sitofp %in : i64 to f32
      linalg.yield %722 : f32
    } -> tensor<f32>
    %183 = linalg.fill ins(%cst_21 : f32) outs(%181 : tensor<f32>) -> tensor<f32>
    %184 = linalg.generic {indexing_maps = [#map8, #map16], iterator_types = ["reduction"]} ins(%177 : tensor<64xf32>) outs(%183 : tensor<f32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<f32>
    %185 = linalg.generic {indexing_maps = [#map17, #map17, #map17], iterator_types = []} ins(%184, %182 : tensor<f32>, tensor<f32>) outs(%181 : tensor<f32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<f32>
    %186 = linalg.generic {indexing_maps = [#map17, #map17, #map17], iterator_types = []} ins(%cst_16, %182 : tensor<f32>, tensor<f32>) outs(%181 : tensor<f32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<f32>
    %expanded_87 = tensor.expand_shape %collapsed_83 [[0, 1]] output_shape [64, 1] : tensor<64xi64> into tensor<64x1xi64>
    %187 = tensor.empty() : tensor<64x1xi1>
    %188 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%expanded_87 : tensor<64x1xi64>) outs(%187 : tensor<64x1xi1>) {
    ^bb0(%in: i64, %out: i1):
      %722 = arith.cmpi ne, %in, %c-100_i64 : i64
      linalg.yield %722 : i1
    } -> tensor<64x1xi1>
    %189 = tensor.empty() : tensor<64x1xi64>
    %190 = linalg.generic {indexing_maps = [#map5, #map5, #map18, #map5], iterator_types = ["parallel", "parallel"]} ins(%188, %expanded_87, %cst_24 : tensor<64x1xi1>, tensor<64x1xi64>, tensor<i64>) outs(%189 : tensor<64x1xi64>) {
    ^bb0(%in: i1, %in_164: i64, %in_165: i64, %out: i64):
      %722 = arith.select %in, %in_164, %in_165 : i64
      linalg.yield %722 : i64
    } -> tensor<64x1xi64>
    %191 = linalg.fill ins(%c0_i64 : i64) outs(%189 : tensor<64x1xi64>) -> tensor<64x1xi64>
    %192 = linalg.fill ins(%cst_21 : f32) outs(%162 : tensor<64xf32>) -> tensor<64xf32>
    %193:3 = linalg.generic {indexing_maps = [#map19, #map19, #map8], iterator_types = ["parallel"]} outs(%191, %191, %192 : tensor<64x1xi64>, tensor<64x1xi64>, tensor<64xf32>) {
    ^bb0(%out: i64, %out_164: i64, %out_165: f32):
      %722 = linalg.index 0 : index
      %723 = arith.remsi %722, %c64 : index
      %extracted = tensor.extract %190[%723, %c0] : tensor<64x1xi64>
      %724 = arith.index_cast %723 : index to i64
      linalg.yield %724, %extracted, %cst_23 : i64, i64, f32
    } -> (tensor<64x1xi64>, tensor<64x1xi64>, tensor<64xf32>)
    %194 = tensor.empty() : tensor<64x2xi64>
    %195 = linalg.fill ins(%c0_i64 : i64) outs(%194 : tensor<64x2xi64>) -> tensor<64x2xi64>
    %inserted_slice = tensor.insert_slice %193#0 into %195[0, 0] [64, 1] [1, 1] : tensor<64x1xi64> into tensor<64x2xi64>
    %inserted_slice_88 = tensor.insert_slice %193#1 into %inserted_slice[0, 1] [64, 1] [1, 1] : tensor<64x1xi64> into tensor<64x2xi64>
    %196 = tm_tensor.scatter {dimension_map = array<i64: 0, 1>} unique_indices(false) ins(%193#2, %inserted_slice_88 : tensor<64xf32>, tensor<64x2xi64>) outs(%cst : tensor<64x32xf32>) {
    ^bb0(%arg89: f32, %arg90: f32):
      tm_tensor.yield %arg89 : f32
    } -> tensor<64x32xf32>
    %197 = linalg.generic {indexing_maps = [#map5, #map18, #map18, #map5], iterator_types = ["parallel", "parallel"]} ins(%188, %186, %cst_15 : tensor<64x1xi1>, tensor<f32>, tensor<f32>) outs(%167 : tensor<64x1xf32>) {
    ^bb0(%in: i1, %in_164: f32, %in_165: f32, %out: f32):
      %722 = arith.select %in, %in_164, %in_165 : f32
      linalg.yield %722 : f32
    } -> tensor<64x1xf32>
    %198 = linalg.generic {indexing_maps = [#map5, #map10, #map5], iterator_types = ["parallel", "parallel"]} ins(%196, %197 : tensor<64x32xf32>, tensor<64x1xf32>) outs(%81 : tensor<64x32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<64x32xf32>
    %199 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%171 : tensor<64x32xf32>) outs(%81 : tensor<64x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.exp %in : f32
      linalg.yield %722 : f32
    } -> tensor<64x32xf32>
    %200 = linalg.generic {indexing_maps = [#map5, #map10], iterator_types = ["parallel", "reduction"]} ins(%198 : tensor<64x32xf32>) outs(%168 : tensor<64x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<64x1xf32>
    %201 = linalg.generic {indexing_maps = [#map5, #map10, #map5], iterator_types = ["parallel", "parallel"]} ins(%199, %200 : tensor<64x32xf32>, tensor<64x1xf32>) outs(%81 : tensor<64x32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<64x32xf32>
    %202 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%198, %201 : tensor<64x32xf32>, tensor<64x32xf32>) outs(%81 : tensor<64x32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<64x32xf32>
    %203 = tensor.empty() : tensor<32x64xf32>
    %transposed_89 = linalg.transpose ins(%202 : tensor<64x32xf32>) outs(%203 : tensor<32x64xf32>) permutation = [1, 0] 
    %204 = linalg.fill ins(%cst_21 : f32) outs(%87 : tensor<32x16xf32>) -> tensor<32x16xf32>
    %205 = linalg.matmul ins(%transposed_89, %collapsed_82 : tensor<32x64xf32>, tensor<64x16xf32>) outs(%204 : tensor<32x16xf32>) -> tensor<32x16xf32>
    %206 = linalg.matmul ins(%202, %arg28 : tensor<64x32xf32>, tensor<32x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %expanded_90 = tensor.expand_shape %206 [[0, 1], [2]] output_shape [8, 8, 16] : tensor<64x16xf32> into tensor<8x8x16xf32>
    %207 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_90, %arg26 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %208 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%207 : tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.mulf %in, %cst_18 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %209 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%207 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %210 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%207, %156 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %211 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%210 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %212 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%156, %211 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %213 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%208, %209 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %214 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%213, %212 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %215 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%154 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.divf %in, %cst_18 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %216 = linalg.generic {indexing_maps = [#map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%215, %214 : tensor<8x8x1xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %217 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_90, %156 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %218 = tensor.empty() : tensor<16xf32>
    %219 = linalg.fill ins(%cst_21 : f32) outs(%218 : tensor<16xf32>) -> tensor<16xf32>
    %220 = linalg.generic {indexing_maps = [#map1, #map4], iterator_types = ["reduction", "reduction", "parallel"]} ins(%217 : tensor<8x8x16xf32>) outs(%219 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %221 = linalg.generic {indexing_maps = [#map1, #map4], iterator_types = ["reduction", "reduction", "parallel"]} ins(%expanded_90 : tensor<8x8x16xf32>) outs(%219 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %collapsed_91 = tensor.collapse_shape %216 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %222 = linalg.matmul ins(%collapsed_91, %arg24 : tensor<64x16xf32>, tensor<16x32xf32>) outs(%82 : tensor<64x32xf32>) -> tensor<64x32xf32>
    %223 = tensor.empty() : tensor<16x64xf32>
    %transposed_92 = linalg.transpose ins(%collapsed_91 : tensor<64x16xf32>) outs(%223 : tensor<16x64xf32>) permutation = [1, 0] 
    %224 = linalg.fill ins(%cst_21 : f32) outs(%80 : tensor<16x32xf32>) -> tensor<16x32xf32>
    %225 = linalg.matmul ins(%transposed_92, %collapsed_79 : tensor<16x64xf32>, tensor<64x32xf32>) outs(%224 : tensor<16x32xf32>) -> tensor<16x32xf32>
    %226 = tensor.empty() : tensor<1x16xf32>
    %227 = linalg.fill ins(%cst_21 : f32) outs(%226 : tensor<1x16xf32>) -> tensor<1x16xf32>
    %228 = linalg.generic {indexing_maps = [#map5, #map9], iterator_types = ["reduction", "parallel"]} ins(%collapsed_91 : tensor<64x16xf32>) outs(%227 : tensor<1x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<1x16xf32>
    %collapsed_93 = tensor.collapse_shape %228 [[0, 1]] : tensor<1x16xf32> into tensor<16xf32>
    %expanded_94 = tensor.expand_shape %222 [[0, 1], [2]] output_shape [8, 8, 32] : tensor<64x32xf32> into tensor<8x8x32xf32>
    %229 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_77 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_6 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<8x8x32xf32>
    %230 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%229 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.erf %in : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x32xf32>
    %231 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%230 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %cst_2 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x32xf32>
    %232 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%231 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.mulf %in, %cst_3 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x32xf32>
    %233 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_77, %expanded_77 : tensor<8x8x32xf32>, tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x32xf32>
    %234 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%233 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.mulf %in, %cst_20 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x32xf32>
    %235 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%234 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.exp %in : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x32xf32>
    %236 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%235 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_7 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<8x8x32xf32>
    %237 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_77, %236 : tensor<8x8x32xf32>, tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x32xf32>
    %238 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%232, %237 : tensor<8x8x32xf32>, tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x32xf32>
    %239 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_94, %238 : tensor<8x8x32xf32>, tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x32xf32>
    %collapsed_95 = tensor.collapse_shape %239 [[0, 1], [2]] : tensor<8x8x32xf32> into tensor<64x32xf32>
    %240 = linalg.matmul ins(%collapsed_95, %arg22 : tensor<64x32xf32>, tensor<32x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %transposed_96 = linalg.transpose ins(%collapsed_95 : tensor<64x32xf32>) outs(%203 : tensor<32x64xf32>) permutation = [1, 0] 
    %241 = linalg.matmul ins(%transposed_96, %collapsed_76 : tensor<32x64xf32>, tensor<64x16xf32>) outs(%204 : tensor<32x16xf32>) -> tensor<32x16xf32>
    %242 = tensor.empty() : tensor<1x32xf32>
    %243 = linalg.fill ins(%cst_21 : f32) outs(%242 : tensor<1x32xf32>) -> tensor<1x32xf32>
    %244 = linalg.generic {indexing_maps = [#map5, #map9], iterator_types = ["reduction", "parallel"]} ins(%collapsed_95 : tensor<64x32xf32>) outs(%243 : tensor<1x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<1x32xf32>
    %collapsed_97 = tensor.collapse_shape %244 [[0, 1]] : tensor<1x32xf32> into tensor<32xf32>
    %expanded_98 = tensor.expand_shape %240 [[0, 1], [2]] output_shape [8, 8, 16] : tensor<64x16xf32> into tensor<8x8x16xf32>
    %245 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_98, %arg20 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %246 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%245 : tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.mulf %in, %cst_18 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %247 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%245 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %248 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%245, %134 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %249 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%248 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %250 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%134, %249 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %251 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%246, %247 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %252 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%251, %250 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %253 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%132 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.divf %in, %cst_18 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %254 = linalg.generic {indexing_maps = [#map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%253, %252 : tensor<8x8x1xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %255 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_98, %134 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %256 = linalg.generic {indexing_maps = [#map1, #map4], iterator_types = ["reduction", "reduction", "parallel"]} ins(%255 : tensor<8x8x16xf32>) outs(%219 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %257 = linalg.generic {indexing_maps = [#map1, #map4], iterator_types = ["reduction", "reduction", "parallel"]} ins(%expanded_98 : tensor<8x8x16xf32>) outs(%219 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %258 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%216, %254 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %collapsed_99 = tensor.collapse_shape %258 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %259 = linalg.matmul ins(%collapsed_99, %arg18 : tensor<64x16xf32>, tensor<16x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %transposed_100 = linalg.transpose ins(%collapsed_99 : tensor<64x16xf32>) outs(%223 : tensor<16x64xf32>) permutation = [1, 0] 
    %260 = linalg.fill ins(%cst_21 : f32) outs(%58 : tensor<16x16xf32>) -> tensor<16x16xf32>
    %261 = linalg.matmul ins(%transposed_100, %collapsed_73 : tensor<16x64xf32>, tensor<64x16xf32>) outs(%260 : tensor<16x16xf32>) -> tensor<16x16xf32>
    %262 = linalg.generic {indexing_maps = [#map5, #map9], iterator_types = ["reduction", "parallel"]} ins(%collapsed_99 : tensor<64x16xf32>) outs(%227 : tensor<1x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<1x16xf32>
    %collapsed_101 = tensor.collapse_shape %262 [[0, 1]] : tensor<1x16xf32> into tensor<16xf32>
    %expanded_102 = tensor.expand_shape %259 [[0, 1], [2, 3]] output_shape [8, 8, 8, 2] : tensor<64x16xf32> into tensor<8x8x8x2xf32>
    %transposed_103 = linalg.transpose ins(%expanded_102 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %collapsed_104 = tensor.collapse_shape %transposed_103 [[0, 1], [2], [3]] : tensor<8x8x8x2xf32> into tensor<64x8x2xf32>
    %transposed_105 = linalg.transpose ins(%collapsed_68 : tensor<64x8x8xf32>) outs(%31 : tensor<64x8x8xf32>) permutation = [0, 2, 1] 
    %263 = linalg.batch_matmul ins(%transposed_105, %collapsed_104 : tensor<64x8x8xf32>, tensor<64x8x2xf32>) outs(%56 : tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %264 = tensor.empty() : tensor<64x2x8xf32>
    %transposed_106 = linalg.transpose ins(%collapsed_69 : tensor<64x8x2xf32>) outs(%264 : tensor<64x2x8xf32>) permutation = [0, 2, 1] 
    %265 = linalg.batch_matmul ins(%collapsed_104, %transposed_106 : tensor<64x8x2xf32>, tensor<64x2x8xf32>) outs(%32 : tensor<64x8x8xf32>) -> tensor<64x8x8xf32>
    %expanded_107 = tensor.expand_shape %263 [[0, 1], [2], [3]] output_shape [8, 8, 8, 2] : tensor<64x8x2xf32> into tensor<8x8x8x2xf32>
    %expanded_108 = tensor.expand_shape %265 [[0, 1], [2], [3]] output_shape [8, 8, 8, 8] : tensor<64x8x8xf32> into tensor<8x8x8x8xf32>
    %266 = linalg.generic {indexing_maps = [#map7, #map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%expanded_108, %116 : tensor<8x8x8x8xf32>, tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x8x8xf32>
    %267 = linalg.generic {indexing_maps = [#map7, #map14], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%266 : tensor<8x8x8x8xf32>) outs(%52 : tensor<8x8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x8x1xf32>
    %268 = linalg.generic {indexing_maps = [#map7, #map14, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%116, %267 : tensor<8x8x8x8xf32>, tensor<8x8x8x1xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x8x8xf32>
    %269 = linalg.generic {indexing_maps = [#map7, #map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%266, %268 : tensor<8x8x8x8xf32>, tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x8x8xf32>
    %270 = linalg.generic {indexing_maps = [#map11, #map12, #map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%42, %cst_15, %269 : tensor<8x8xi1>, tensor<f32>, tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: i1, %in_164: f32, %in_165: f32, %out: f32):
      %722 = arith.select %in, %in_164, %in_165 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x8x8xf32>
    %271 = linalg.generic {indexing_maps = [#map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%270 : tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_5 : f64 to f32
      %723 = arith.divf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<8x8x8x8xf32>
    %collapsed_109 = tensor.collapse_shape %271 [[0, 1], [2], [3]] : tensor<8x8x8x8xf32> into tensor<64x8x8xf32>
    %transposed_110 = linalg.transpose ins(%collapsed_64 : tensor<64x8x2xf32>) outs(%264 : tensor<64x2x8xf32>) permutation = [0, 2, 1] 
    %272 = linalg.fill ins(%cst_21 : f32) outs(%264 : tensor<64x2x8xf32>) -> tensor<64x2x8xf32>
    %273 = linalg.batch_matmul ins(%transposed_110, %collapsed_109 : tensor<64x2x8xf32>, tensor<64x8x8xf32>) outs(%272 : tensor<64x2x8xf32>) -> tensor<64x2x8xf32>
    %transposed_111 = linalg.transpose ins(%collapsed_65 : tensor<64x2x8xf32>) outs(%55 : tensor<64x8x2xf32>) permutation = [0, 2, 1] 
    %274 = linalg.batch_matmul ins(%collapsed_109, %transposed_111 : tensor<64x8x8xf32>, tensor<64x8x2xf32>) outs(%56 : tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %expanded_112 = tensor.expand_shape %273 [[0, 1], [2], [3]] output_shape [8, 8, 2, 8] : tensor<64x2x8xf32> into tensor<8x8x2x8xf32>
    %expanded_113 = tensor.expand_shape %274 [[0, 1], [2], [3]] output_shape [8, 8, 8, 2] : tensor<64x8x2xf32> into tensor<8x8x8x2xf32>
    %transposed_114 = linalg.transpose ins(%expanded_107 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %collapsed_115 = tensor.collapse_shape %transposed_114 [[0], [1], [2, 3]] : tensor<8x8x8x2xf32> into tensor<8x8x16xf32>
    %transposed_116 = linalg.transpose ins(%expanded_112 : tensor<8x8x2x8xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 3, 1, 2] 
    %collapsed_117 = tensor.collapse_shape %transposed_116 [[0], [1], [2, 3]] : tensor<8x8x8x2xf32> into tensor<8x8x16xf32>
    %transposed_118 = linalg.transpose ins(%expanded_113 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %collapsed_119 = tensor.collapse_shape %transposed_118 [[0], [1], [2, 3]] : tensor<8x8x8x2xf32> into tensor<8x8x16xf32>
    %concat = tensor.concat dim(2) %collapsed_119, %collapsed_117, %collapsed_115 : (tensor<8x8x16xf32>, tensor<8x8x16xf32>, tensor<8x8x16xf32>) -> tensor<8x8x48xf32>
    %collapsed_120 = tensor.collapse_shape %concat [[0, 1], [2]] : tensor<8x8x48xf32> into tensor<64x48xf32>
    %275 = linalg.matmul ins(%collapsed_120, %arg16 : tensor<64x48xf32>, tensor<48x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %276 = tensor.empty() : tensor<48x64xf32>
    %transposed_121 = linalg.transpose ins(%collapsed_120 : tensor<64x48xf32>) outs(%276 : tensor<48x64xf32>) permutation = [1, 0] 
    %277 = tensor.empty() : tensor<48x16xf32>
    %278 = linalg.fill ins(%cst_21 : f32) outs(%277 : tensor<48x16xf32>) -> tensor<48x16xf32>
    %279 = linalg.matmul ins(%transposed_121, %collapsed_53 : tensor<48x64xf32>, tensor<64x16xf32>) outs(%278 : tensor<48x16xf32>) -> tensor<48x16xf32>
    %280 = tensor.empty() : tensor<1x48xf32>
    %281 = linalg.fill ins(%cst_21 : f32) outs(%280 : tensor<1x48xf32>) -> tensor<1x48xf32>
    %282 = linalg.generic {indexing_maps = [#map5, #map9], iterator_types = ["reduction", "parallel"]} ins(%collapsed_120 : tensor<64x48xf32>) outs(%281 : tensor<1x48xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<1x48xf32>
    %collapsed_122 = tensor.collapse_shape %282 [[0, 1]] : tensor<1x48xf32> into tensor<48xf32>
    %expanded_123 = tensor.expand_shape %275 [[0, 1], [2]] output_shape [8, 8, 16] : tensor<64x16xf32> into tensor<8x8x16xf32>
    %283 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_123, %arg14 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %284 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%283 : tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.mulf %in, %cst_18 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %285 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%283 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %286 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%283, %104 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %287 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%286 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %288 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%104, %287 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %289 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%284, %285 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %290 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%289, %288 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %291 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%102 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.divf %in, %cst_18 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %292 = linalg.generic {indexing_maps = [#map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%291, %290 : tensor<8x8x1xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %293 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_123, %104 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %294 = linalg.generic {indexing_maps = [#map1, #map4], iterator_types = ["reduction", "reduction", "parallel"]} ins(%293 : tensor<8x8x16xf32>) outs(%219 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %295 = linalg.generic {indexing_maps = [#map1, #map4], iterator_types = ["reduction", "reduction", "parallel"]} ins(%expanded_123 : tensor<8x8x16xf32>) outs(%219 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %296 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%258, %292 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %collapsed_124 = tensor.collapse_shape %296 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %297 = linalg.matmul ins(%collapsed_124, %arg12 : tensor<64x16xf32>, tensor<16x32xf32>) outs(%82 : tensor<64x32xf32>) -> tensor<64x32xf32>
    %transposed_125 = linalg.transpose ins(%collapsed_124 : tensor<64x16xf32>) outs(%223 : tensor<16x64xf32>) permutation = [1, 0] 
    %298 = linalg.matmul ins(%transposed_125, %collapsed_50 : tensor<16x64xf32>, tensor<64x32xf32>) outs(%224 : tensor<16x32xf32>) -> tensor<16x32xf32>
    %299 = linalg.generic {indexing_maps = [#map5, #map9], iterator_types = ["reduction", "parallel"]} ins(%collapsed_124 : tensor<64x16xf32>) outs(%227 : tensor<1x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<1x16xf32>
    %collapsed_126 = tensor.collapse_shape %299 [[0, 1]] : tensor<1x16xf32> into tensor<16xf32>
    %expanded_127 = tensor.expand_shape %297 [[0, 1], [2]] output_shape [8, 8, 32] : tensor<64x32xf32> into tensor<8x8x32xf32>
    %300 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_48 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_6 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<8x8x32xf32>
    %301 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%300 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.erf %in : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x32xf32>
    %302 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%301 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %cst_2 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x32xf32>
    %303 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%302 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.mulf %in, %cst_3 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x32xf32>
    %304 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_48, %expanded_48 : tensor<8x8x32xf32>, tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x32xf32>
    %305 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%304 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.mulf %in, %cst_20 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x32xf32>
    %306 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%305 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.exp %in : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x32xf32>
    %307 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%306 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_7 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<8x8x32xf32>
    %308 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_48, %307 : tensor<8x8x32xf32>, tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x32xf32>
    %309 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%303, %308 : tensor<8x8x32xf32>, tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x32xf32>
    %310 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_127, %309 : tensor<8x8x32xf32>, tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x32xf32>
    %collapsed_128 = tensor.collapse_shape %310 [[0, 1], [2]] : tensor<8x8x32xf32> into tensor<64x32xf32>
    %311 = linalg.matmul ins(%collapsed_128, %arg10 : tensor<64x32xf32>, tensor<32x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %transposed_129 = linalg.transpose ins(%collapsed_128 : tensor<64x32xf32>) outs(%203 : tensor<32x64xf32>) permutation = [1, 0] 
    %312 = linalg.matmul ins(%transposed_129, %collapsed_47 : tensor<32x64xf32>, tensor<64x16xf32>) outs(%204 : tensor<32x16xf32>) -> tensor<32x16xf32>
    %313 = linalg.generic {indexing_maps = [#map5, #map9], iterator_types = ["reduction", "parallel"]} ins(%collapsed_128 : tensor<64x32xf32>) outs(%243 : tensor<1x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<1x32xf32>
    %collapsed_130 = tensor.collapse_shape %313 [[0, 1]] : tensor<1x32xf32> into tensor<32xf32>
    %expanded_131 = tensor.expand_shape %311 [[0, 1], [2]] output_shape [8, 8, 16] : tensor<64x16xf32> into tensor<8x8x16xf32>
    %314 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_131, %arg8 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %315 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%314 : tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.mulf %in, %cst_18 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %316 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%314 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %317 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%314, %77 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %318 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%317 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %319 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%77, %318 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %320 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%315, %316 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %321 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%320, %319 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %322 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%75 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.divf %in, %cst_18 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %323 = linalg.generic {indexing_maps = [#map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%322, %321 : tensor<8x8x1xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %324 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_131, %77 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %325 = linalg.generic {indexing_maps = [#map1, #map4], iterator_types = ["reduction", "reduction", "parallel"]} ins(%324 : tensor<8x8x16xf32>) outs(%219 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %326 = linalg.generic {indexing_maps = [#map1, #map4], iterator_types = ["reduction", "reduction", "parallel"]} ins(%expanded_131 : tensor<8x8x16xf32>) outs(%219 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %327 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%296, %323 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %collapsed_132 = tensor.collapse_shape %327 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %328 = linalg.matmul ins(%collapsed_132, %arg6 : tensor<64x16xf32>, tensor<16x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %transposed_133 = linalg.transpose ins(%collapsed_132 : tensor<64x16xf32>) outs(%223 : tensor<16x64xf32>) permutation = [1, 0] 
    %329 = linalg.matmul ins(%transposed_133, %collapsed_44 : tensor<16x64xf32>, tensor<64x16xf32>) outs(%260 : tensor<16x16xf32>) -> tensor<16x16xf32>
    %330 = linalg.generic {indexing_maps = [#map5, #map9], iterator_types = ["reduction", "parallel"]} ins(%collapsed_132 : tensor<64x16xf32>) outs(%227 : tensor<1x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<1x16xf32>
    %collapsed_134 = tensor.collapse_shape %330 [[0, 1]] : tensor<1x16xf32> into tensor<16xf32>
    %expanded_135 = tensor.expand_shape %328 [[0, 1], [2, 3]] output_shape [8, 8, 8, 2] : tensor<64x16xf32> into tensor<8x8x8x2xf32>
    %transposed_136 = linalg.transpose ins(%expanded_135 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %collapsed_137 = tensor.collapse_shape %transposed_136 [[0, 1], [2], [3]] : tensor<8x8x8x2xf32> into tensor<64x8x2xf32>
    %transposed_138 = linalg.transpose ins(%collapsed_39 : tensor<64x8x8xf32>) outs(%31 : tensor<64x8x8xf32>) permutation = [0, 2, 1] 
    %331 = linalg.batch_matmul ins(%transposed_138, %collapsed_137 : tensor<64x8x8xf32>, tensor<64x8x2xf32>) outs(%56 : tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %transposed_139 = linalg.transpose ins(%collapsed_40 : tensor<64x8x2xf32>) outs(%264 : tensor<64x2x8xf32>) permutation = [0, 2, 1] 
    %332 = linalg.batch_matmul ins(%collapsed_137, %transposed_139 : tensor<64x8x2xf32>, tensor<64x2x8xf32>) outs(%32 : tensor<64x8x8xf32>) -> tensor<64x8x8xf32>
    %expanded_140 = tensor.expand_shape %331 [[0, 1], [2], [3]] output_shape [8, 8, 8, 2] : tensor<64x8x2xf32> into tensor<8x8x8x2xf32>
    %expanded_141 = tensor.expand_shape %332 [[0, 1], [2], [3]] output_shape [8, 8, 8, 8] : tensor<64x8x8xf32> into tensor<8x8x8x8xf32>
    %333 = linalg.generic {indexing_maps = [#map7, #map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%expanded_141, %54 : tensor<8x8x8x8xf32>, tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x8x8xf32>
    %334 = linalg.generic {indexing_maps = [#map7, #map14], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%333 : tensor<8x8x8x8xf32>) outs(%52 : tensor<8x8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x8x1xf32>
    %335 = linalg.generic {indexing_maps = [#map7, #map14, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%54, %334 : tensor<8x8x8x8xf32>, tensor<8x8x8x1xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x8x8xf32>
    %336 = linalg.generic {indexing_maps = [#map7, #map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%333, %335 : tensor<8x8x8x8xf32>, tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x8x8xf32>
    %337 = linalg.generic {indexing_maps = [#map11, #map12, #map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%42, %cst_15, %336 : tensor<8x8xi1>, tensor<f32>, tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: i1, %in_164: f32, %in_165: f32, %out: f32):
      %722 = arith.select %in, %in_164, %in_165 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x8x8xf32>
    %338 = linalg.generic {indexing_maps = [#map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%337 : tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_5 : f64 to f32
      %723 = arith.divf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<8x8x8x8xf32>
    %collapsed_142 = tensor.collapse_shape %338 [[0, 1], [2], [3]] : tensor<8x8x8x8xf32> into tensor<64x8x8xf32>
    %transposed_143 = linalg.transpose ins(%collapsed_33 : tensor<64x8x2xf32>) outs(%264 : tensor<64x2x8xf32>) permutation = [0, 2, 1] 
    %339 = linalg.batch_matmul ins(%transposed_143, %collapsed_142 : tensor<64x2x8xf32>, tensor<64x8x8xf32>) outs(%272 : tensor<64x2x8xf32>) -> tensor<64x2x8xf32>
    %transposed_144 = linalg.transpose ins(%collapsed_34 : tensor<64x2x8xf32>) outs(%55 : tensor<64x8x2xf32>) permutation = [0, 2, 1] 
    %340 = linalg.batch_matmul ins(%collapsed_142, %transposed_144 : tensor<64x8x8xf32>, tensor<64x8x2xf32>) outs(%56 : tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %expanded_145 = tensor.expand_shape %339 [[0, 1], [2], [3]] output_shape [8, 8, 2, 8] : tensor<64x2x8xf32> into tensor<8x8x2x8xf32>
    %expanded_146 = tensor.expand_shape %340 [[0, 1], [2], [3]] output_shape [8, 8, 8, 2] : tensor<64x8x2xf32> into tensor<8x8x8x2xf32>
    %transposed_147 = linalg.transpose ins(%expanded_140 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %collapsed_148 = tensor.collapse_shape %transposed_147 [[0], [1], [2, 3]] : tensor<8x8x8x2xf32> into tensor<8x8x16xf32>
    %transposed_149 = linalg.transpose ins(%expanded_145 : tensor<8x8x2x8xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 3, 1, 2] 
    %collapsed_150 = tensor.collapse_shape %transposed_149 [[0], [1], [2, 3]] : tensor<8x8x8x2xf32> into tensor<8x8x16xf32>
    %transposed_151 = linalg.transpose ins(%expanded_146 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %collapsed_152 = tensor.collapse_shape %transposed_151 [[0], [1], [2, 3]] : tensor<8x8x8x2xf32> into tensor<8x8x16xf32>
    %concat_153 = tensor.concat dim(2) %collapsed_152, %collapsed_150, %collapsed_148 : (tensor<8x8x16xf32>, tensor<8x8x16xf32>, tensor<8x8x16xf32>) -> tensor<8x8x48xf32>
    %collapsed_154 = tensor.collapse_shape %concat_153 [[0, 1], [2]] : tensor<8x8x48xf32> into tensor<64x48xf32>
    %341 = linalg.matmul ins(%collapsed_154, %arg4 : tensor<64x48xf32>, tensor<48x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %transposed_155 = linalg.transpose ins(%collapsed_154 : tensor<64x48xf32>) outs(%276 : tensor<48x64xf32>) permutation = [1, 0] 
    %342 = linalg.matmul ins(%transposed_155, %collapsed : tensor<48x64xf32>, tensor<64x16xf32>) outs(%278 : tensor<48x16xf32>) -> tensor<48x16xf32>
    %343 = linalg.generic {indexing_maps = [#map5, #map9], iterator_types = ["reduction", "parallel"]} ins(%collapsed_154 : tensor<64x48xf32>) outs(%281 : tensor<1x48xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<1x48xf32>
    %collapsed_156 = tensor.collapse_shape %343 [[0, 1]] : tensor<1x48xf32> into tensor<48xf32>
    %expanded_157 = tensor.expand_shape %341 [[0, 1], [2]] output_shape [8, 8, 16] : tensor<64x16xf32> into tensor<8x8x16xf32>
    %344 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_157, %arg2 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %345 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%344 : tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.mulf %in, %cst_18 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %346 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%344 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %347 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%344, %21 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %348 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%347 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %349 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%21, %348 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %350 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%345, %346 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %351 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%350, %349 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %352 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%19 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.divf %in, %cst_18 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x1xf32>
    %353 = linalg.generic {indexing_maps = [#map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%352, %351 : tensor<8x8x1xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %354 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_157, %21 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.mulf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %355 = linalg.generic {indexing_maps = [#map1, #map4], iterator_types = ["reduction", "reduction", "parallel"]} ins(%354 : tensor<8x8x16xf32>) outs(%219 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %356 = linalg.generic {indexing_maps = [#map1, #map4], iterator_types = ["reduction", "reduction", "parallel"]} ins(%expanded_157 : tensor<8x8x16xf32>) outs(%219 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %357 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%327, %353 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %358 = tensor.empty() : tensor<1x8x16xf32>
    %359 = linalg.fill ins(%cst_21 : f32) outs(%358 : tensor<1x8x16xf32>) -> tensor<1x8x16xf32>
    %360 = linalg.generic {indexing_maps = [#map1, #map20], iterator_types = ["reduction", "parallel", "parallel"]} ins(%357 : tensor<8x8x16xf32>) outs(%359 : tensor<1x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.addf %in, %out : f32
      linalg.yield %722 : f32
    } -> tensor<1x8x16xf32>
    %collapsed_158 = tensor.collapse_shape %360 [[0, 1], [2]] : tensor<1x8x16xf32> into tensor<8x16xf32>
    %361 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg87 : tensor<8x8xi64>) outs(%40 : tensor<8x8xi1>) {
    ^bb0(%in: i64, %out: i1):
      %722 = arith.cmpi sge, %in, %c0_i64 : i64
      linalg.yield %722 : i1
    } -> tensor<8x8xi1>
    %362 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg87 : tensor<8x8xi64>) outs(%40 : tensor<8x8xi1>) {
    ^bb0(%in: i64, %out: i1):
      %722 = arith.cmpi slt, %in, %c32_i64 : i64
      linalg.yield %722 : i1
    } -> tensor<8x8xi1>
    %363 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%361, %362 : tensor<8x8xi1>, tensor<8x8xi1>) outs(%40 : tensor<8x8xi1>) {
    ^bb0(%in: i1, %in_164: i1, %out: i1):
      %722 = arith.andi %in, %in_164 : i1
      linalg.yield %722 : i1
    } -> tensor<8x8xi1>
    %364 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg87 : tensor<8x8xi64>) outs(%40 : tensor<8x8xi1>) {
    ^bb0(%in: i64, %out: i1):
      %722 = arith.cmpi ne, %in, %c-1_i64 : i64
      linalg.yield %722 : i1
    } -> tensor<8x8xi1>
    %365 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%363, %364 : tensor<8x8xi1>, tensor<8x8xi1>) outs(%40 : tensor<8x8xi1>) {
    ^bb0(%in: i1, %in_164: i1, %out: i1):
      %722 = arith.andi %in, %in_164 : i1
      linalg.yield %722 : i1
    } -> tensor<8x8xi1>
    %expanded_159 = tensor.expand_shape %365 [[0], [1, 2]] output_shape [8, 8, 1] : tensor<8x8xi1> into tensor<8x8x1xi1>
    %366 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg87 : tensor<8x8xi64>) outs(%38 : tensor<8x8xi64>) {
    ^bb0(%in: i64, %out: i64):
      %722 = arith.maxsi %in, %c-32_i64 : i64
      %723 = arith.minsi %722, %c31_i64 : i64
      linalg.yield %723 : i64
    } -> tensor<8x8xi64>
    %367 = tensor.empty() : tensor<8x8x1xi1>
    %368 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_159 : tensor<8x8x1xi1>) outs(%367 : tensor<8x8x1xi1>) {
    ^bb0(%in: i1, %out: i1):
      %722 = arith.xori %in, %true : i1
      linalg.yield %722 : i1
    } -> tensor<8x8x1xi1>
    %369 = linalg.generic {indexing_maps = [#map3, #map21, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%368, %cst_15, %357 : tensor<8x8x1xi1>, tensor<f32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: i1, %in_164: f32, %in_165: f32, %out: f32):
      %722 = arith.select %in, %in_164, %in_165 : f32
      linalg.yield %722 : f32
    } -> tensor<8x8x16xf32>
    %collapsed_160 = tensor.collapse_shape %366 [[0, 1]] : tensor<8x8xi64> into tensor<64xi64>
    %expanded_161 = tensor.expand_shape %collapsed_160 [[0, 1]] output_shape [64, 1] : tensor<64xi64> into tensor<64x1xi64>
    %collapsed_162 = tensor.collapse_shape %369 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %expanded_163 = tensor.expand_shape %collapsed_162 [[0], [1, 2]] output_shape [64, 1, 16] : tensor<64x16xf32> into tensor<64x1x16xf32>
    %370 = tm_tensor.scatter {dimension_map = array<i64: 0>} unique_indices(false) ins(%expanded_163, %expanded_161 : tensor<64x1x16xf32>, tensor<64x1xi64>) outs(%cst_22 : tensor<32x16xf32>) {
    ^bb0(%arg89: f32, %arg90: f32):
      %722 = arith.addf %arg90, %arg89 : f32
      tm_tensor.yield %722 : f32
    } -> tensor<32x16xf32>
    %371 = tensor.empty() : tensor<8x16xf32>
    %372 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg29 : tensor<8x16xf32>) outs(%371 : tensor<8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<8x16xf32>
    %373 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%collapsed_158 : tensor<8x16xf32>) outs(%371 : tensor<8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<8x16xf32>
    %374 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%372, %373 : tensor<8x16xf32>, tensor<8x16xf32>) outs(%371 : tensor<8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x16xf32>
    %375 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg30 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %376 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%370 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %377 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%375, %376 : tensor<32x16xf32>, tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    %378 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg31 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %379 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%355 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %380 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%378, %379 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %381 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg32 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %382 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%356 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %383 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%381, %382 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %384 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg33 : tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48x16xf32>
    %385 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%342 : tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48x16xf32>
    %386 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%384, %385 : tensor<48x16xf32>, tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<48x16xf32>
    %387 = tensor.empty() : tensor<48xf32>
    %388 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg34 : tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48xf32>
    %389 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_156 : tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48xf32>
    %390 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%388, %389 : tensor<48xf32>, tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<48xf32>
    %391 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg35 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x16xf32>
    %392 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%329 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x16xf32>
    %393 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%391, %392 : tensor<16x16xf32>, tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16x16xf32>
    %394 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg36 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %395 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_134 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %396 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%394, %395 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %397 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg37 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %398 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%325 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %399 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%397, %398 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %400 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg38 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %401 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%326 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %402 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%400, %401 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %403 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg39 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %404 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%312 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %405 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%403, %404 : tensor<32x16xf32>, tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    %406 = tensor.empty() : tensor<32xf32>
    %407 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg40 : tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32xf32>
    %408 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_130 : tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32xf32>
    %409 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%407, %408 : tensor<32xf32>, tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32xf32>
    %410 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg41 : tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x32xf32>
    %411 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%298 : tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x32xf32>
    %412 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%410, %411 : tensor<16x32xf32>, tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16x32xf32>
    %413 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg42 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %414 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_126 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %415 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%413, %414 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %416 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg43 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %417 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%294 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %418 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%416, %417 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %419 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg44 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %420 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%295 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %421 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%419, %420 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %422 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg45 : tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48x16xf32>
    %423 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%279 : tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48x16xf32>
    %424 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%422, %423 : tensor<48x16xf32>, tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<48x16xf32>
    %425 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg46 : tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48xf32>
    %426 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_122 : tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48xf32>
    %427 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%425, %426 : tensor<48xf32>, tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<48xf32>
    %428 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg47 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x16xf32>
    %429 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%261 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x16xf32>
    %430 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%428, %429 : tensor<16x16xf32>, tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16x16xf32>
    %431 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg48 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %432 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_101 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %433 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%431, %432 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %434 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg49 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %435 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%256 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %436 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%434, %435 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %437 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg50 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %438 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%257 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %439 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%437, %438 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %440 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg51 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %441 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%241 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %442 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%440, %441 : tensor<32x16xf32>, tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    %443 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg52 : tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32xf32>
    %444 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_97 : tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32xf32>
    %445 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%443, %444 : tensor<32xf32>, tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32xf32>
    %446 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg53 : tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x32xf32>
    %447 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%225 : tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x32xf32>
    %448 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%446, %447 : tensor<16x32xf32>, tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16x32xf32>
    %449 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg54 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %450 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_93 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %451 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%449, %450 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %452 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg55 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %453 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%220 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %454 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%452, %453 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %455 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg56 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %456 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%221 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %457 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%455, %456 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %458 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg57 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_8 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %459 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%205 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_9 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %460 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%458, %459 : tensor<32x16xf32>, tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    %461 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg58 : tensor<8x16xf32>) outs(%371 : tensor<8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<8x16xf32>
    %462 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%collapsed_158 : tensor<8x16xf32>) outs(%371 : tensor<8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<8x16xf32>
    %463 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%462 : tensor<8x16xf32>) outs(%371 : tensor<8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<8x16xf32>
    %464 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%461, %463 : tensor<8x16xf32>, tensor<8x16xf32>) outs(%371 : tensor<8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x16xf32>
    %465 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg59 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %466 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%370 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    %467 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%466 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %468 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%465, %467 : tensor<32x16xf32>, tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    %469 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg60 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %470 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%355 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %471 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%470 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %472 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%469, %471 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %473 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg61 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %474 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%356 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %475 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%474 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %476 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%473, %475 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %477 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg62 : tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48x16xf32>
    %478 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%342 : tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<48x16xf32>
    %479 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%478 : tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48x16xf32>
    %480 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%477, %479 : tensor<48x16xf32>, tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<48x16xf32>
    %481 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg63 : tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48xf32>
    %482 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_156 : tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<48xf32>
    %483 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%482 : tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48xf32>
    %484 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%481, %483 : tensor<48xf32>, tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<48xf32>
    %485 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg64 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x16xf32>
    %486 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%329 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<16x16xf32>
    %487 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%486 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x16xf32>
    %488 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%485, %487 : tensor<16x16xf32>, tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16x16xf32>
    %489 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg65 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %490 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_134 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %491 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%490 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %492 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%489, %491 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %493 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg66 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %494 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%325 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %495 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%494 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %496 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%493, %495 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %497 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg67 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %498 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%326 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %499 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%498 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %500 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%497, %499 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %501 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg68 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %502 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%312 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    %503 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%502 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %504 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%501, %503 : tensor<32x16xf32>, tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    %505 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg69 : tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32xf32>
    %506 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_130 : tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<32xf32>
    %507 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%506 : tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32xf32>
    %508 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%505, %507 : tensor<32xf32>, tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32xf32>
    %509 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg70 : tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x32xf32>
    %510 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%298 : tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<16x32xf32>
    %511 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%510 : tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x32xf32>
    %512 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%509, %511 : tensor<16x32xf32>, tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16x32xf32>
    %513 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg71 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %514 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_126 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %515 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%514 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %516 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%513, %515 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %517 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg72 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %518 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%294 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %519 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%518 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %520 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%517, %519 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %521 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg73 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %522 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%295 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %523 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%522 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %524 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%521, %523 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %525 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg74 : tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48x16xf32>
    %526 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%279 : tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<48x16xf32>
    %527 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%526 : tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48x16xf32>
    %528 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%525, %527 : tensor<48x16xf32>, tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<48x16xf32>
    %529 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg75 : tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48xf32>
    %530 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_122 : tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<48xf32>
    %531 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%530 : tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48xf32>
    %532 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%529, %531 : tensor<48xf32>, tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<48xf32>
    %533 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg76 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x16xf32>
    %534 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%261 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<16x16xf32>
    %535 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%534 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x16xf32>
    %536 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%533, %535 : tensor<16x16xf32>, tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16x16xf32>
    %537 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg77 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %538 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_101 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %539 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%538 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %540 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%537, %539 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %541 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg78 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %542 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%256 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %543 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%542 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %544 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%541, %543 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %545 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg79 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %546 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%257 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %547 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%546 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %548 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%545, %547 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %549 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg80 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %550 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%241 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    %551 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%550 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %552 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%549, %551 : tensor<32x16xf32>, tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    %553 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg81 : tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32xf32>
    %554 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_97 : tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<32xf32>
    %555 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%554 : tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32xf32>
    %556 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%553, %555 : tensor<32xf32>, tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32xf32>
    %557 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg82 : tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x32xf32>
    %558 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%225 : tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<16x32xf32>
    %559 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%558 : tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x32xf32>
    %560 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%557, %559 : tensor<16x32xf32>, tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16x32xf32>
    %561 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg83 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %562 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_93 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %563 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%562 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %564 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%561, %563 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %565 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg84 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %566 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%220 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %567 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%566 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %568 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%565, %567 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %569 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%arg85 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %570 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%221 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %571 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%570 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %572 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%569, %571 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %573 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg86 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_10 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %574 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%205 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.fpowi %in, %c2_i64 : f32, i64
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    %575 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%574 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %576 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%573, %575 : tensor<32x16xf32>, tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.addf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    %577 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%374 : tensor<8x16xf32>) outs(%371 : tensor<8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<8x16xf32>
    %578 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%464 : tensor<8x16xf32>) outs(%371 : tensor<8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<8x16xf32>
    %579 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%578 : tensor<8x16xf32>) outs(%371 : tensor<8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<8x16xf32>
    %580 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%577, %579 : tensor<8x16xf32>, tensor<8x16xf32>) outs(%371 : tensor<8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x16xf32>
    %581 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg0, %580 : tensor<8x16xf32>, tensor<8x16xf32>) outs(%371 : tensor<8x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<8x16xf32>
    %582 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%377 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %583 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%468 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    %584 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%583 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %585 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%582, %584 : tensor<32x16xf32>, tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    %586 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg1, %585 : tensor<32x16xf32>, tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    %587 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%380 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %588 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%472 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %589 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%588 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %590 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%587, %589 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %591 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg2, %590 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %592 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%383 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %593 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%476 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %594 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%593 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %595 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%592, %594 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %596 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg3, %595 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %597 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%386 : tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48x16xf32>
    %598 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%480 : tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<48x16xf32>
    %599 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%598 : tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48x16xf32>
    %600 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%597, %599 : tensor<48x16xf32>, tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<48x16xf32>
    %601 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg4, %600 : tensor<48x16xf32>, tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<48x16xf32>
    %602 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%390 : tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48xf32>
    %603 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%484 : tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<48xf32>
    %604 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%603 : tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48xf32>
    %605 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%602, %604 : tensor<48xf32>, tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<48xf32>
    %606 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg5, %605 : tensor<48xf32>, tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<48xf32>
    %607 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%393 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x16xf32>
    %608 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%488 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<16x16xf32>
    %609 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%608 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x16xf32>
    %610 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%607, %609 : tensor<16x16xf32>, tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16x16xf32>
    %611 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg6, %610 : tensor<16x16xf32>, tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16x16xf32>
    %612 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%396 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %613 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%492 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %614 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%613 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %615 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%612, %614 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %616 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg7, %615 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %617 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%399 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %618 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%496 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %619 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%618 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %620 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%617, %619 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %621 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg8, %620 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %622 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%402 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %623 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%500 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %624 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%623 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %625 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%622, %624 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %626 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg9, %625 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %627 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%405 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %628 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%504 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    %629 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%628 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %630 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%627, %629 : tensor<32x16xf32>, tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    %631 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg10, %630 : tensor<32x16xf32>, tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    %632 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%409 : tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32xf32>
    %633 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%508 : tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<32xf32>
    %634 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%633 : tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32xf32>
    %635 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%632, %634 : tensor<32xf32>, tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32xf32>
    %636 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg11, %635 : tensor<32xf32>, tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32xf32>
    %637 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%412 : tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x32xf32>
    %638 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%512 : tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<16x32xf32>
    %639 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%638 : tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x32xf32>
    %640 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%637, %639 : tensor<16x32xf32>, tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16x32xf32>
    %641 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg12, %640 : tensor<16x32xf32>, tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16x32xf32>
    %642 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%415 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %643 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%516 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %644 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%643 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %645 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%642, %644 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %646 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg13, %645 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %647 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%418 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %648 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%520 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %649 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%648 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %650 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%647, %649 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %651 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg14, %650 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %652 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%421 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %653 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%524 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %654 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%653 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %655 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%652, %654 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %656 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg15, %655 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %657 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%424 : tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48x16xf32>
    %658 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%528 : tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<48x16xf32>
    %659 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%658 : tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48x16xf32>
    %660 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%657, %659 : tensor<48x16xf32>, tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<48x16xf32>
    %661 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg16, %660 : tensor<48x16xf32>, tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<48x16xf32>
    %662 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%427 : tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48xf32>
    %663 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%532 : tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<48xf32>
    %664 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%663 : tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<48xf32>
    %665 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%662, %664 : tensor<48xf32>, tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<48xf32>
    %666 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg17, %665 : tensor<48xf32>, tensor<48xf32>) outs(%387 : tensor<48xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<48xf32>
    %667 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%430 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x16xf32>
    %668 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%536 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<16x16xf32>
    %669 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%668 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x16xf32>
    %670 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%667, %669 : tensor<16x16xf32>, tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16x16xf32>
    %671 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg18, %670 : tensor<16x16xf32>, tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16x16xf32>
    %672 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%433 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %673 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%540 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %674 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%673 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %675 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%672, %674 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %676 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg19, %675 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %677 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%436 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %678 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%544 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %679 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%678 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %680 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%677, %679 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %681 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg20, %680 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %682 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%439 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %683 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%548 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %684 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%683 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %685 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%682, %684 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %686 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg21, %685 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %687 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%442 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %688 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%552 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    %689 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%688 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %690 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%687, %689 : tensor<32x16xf32>, tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    %691 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg22, %690 : tensor<32x16xf32>, tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    %692 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%445 : tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32xf32>
    %693 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%556 : tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<32xf32>
    %694 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%693 : tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32xf32>
    %695 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%692, %694 : tensor<32xf32>, tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32xf32>
    %696 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg23, %695 : tensor<32xf32>, tensor<32xf32>) outs(%406 : tensor<32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32xf32>
    %697 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%448 : tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x32xf32>
    %698 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%560 : tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<16x32xf32>
    %699 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%698 : tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16x32xf32>
    %700 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%697, %699 : tensor<16x32xf32>, tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16x32xf32>
    %701 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg24, %700 : tensor<16x32xf32>, tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16x32xf32>
    %702 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%451 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %703 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%564 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %704 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%703 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %705 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%702, %704 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %706 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg25, %705 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %707 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%454 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %708 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%568 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %709 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%708 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %710 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%707, %709 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %711 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg26, %710 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %712 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%457 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %713 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%572 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %714 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%713 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<16xf32>
    %715 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%712, %714 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %716 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg27, %715 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<16xf32>
    %717 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%460 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_11 : f64 to f32
      %723 = arith.mulf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %718 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%576 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = math.sqrt %in : f32
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    %719 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%718 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %722 = arith.truncf %cst_12 : f64 to f32
      %723 = arith.addf %in, %722 : f32
      linalg.yield %723 : f32
    } -> tensor<32x16xf32>
    %720 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%717, %719 : tensor<32x16xf32>, tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.divf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    %721 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg28, %720 : tensor<32x16xf32>, tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %in_164: f32, %out: f32):
      %722 = arith.subf %in, %in_164 : f32
      linalg.yield %722 : f32
    } -> tensor<32x16xf32>
    return %581, %586, %591, %596, %601, %606, %611, %616, %621, %626, %631, %636, %641, %646, %651, %656, %661, %666, %671, %676, %681, %686, %691, %696, %701, %706, %711, %716, %721, %374, %377, %380, %383, %386, %390, %393, %396, %399, %402, %405, %409, %412, %415, %418, %421, %424, %427, %430, %433, %436, %439, %442, %445, %448, %451, %454, %457, %460, %464, %468, %472, %476, %480, %484, %488, %492, %496, %500, %504, %508, %512, %516, %520, %524, %528, %532, %536, %540, %544, %548, %552, %556, %560, %564, %568, %572, %576, %185 : tensor<8x16xf32>, tensor<32x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<8x16xf32>, tensor<32x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<8x16xf32>, tensor<32x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<f32>
  }
}
