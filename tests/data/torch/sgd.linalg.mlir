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
  func.func @main(%arg0: tensor<8x16xf32>, %arg1: tensor<32x16xf32>, %arg2: tensor<16xf32>, %arg3: tensor<16xf32>, %arg4: tensor<48x16xf32>, %arg5: tensor<48xf32>, %arg6: tensor<16x16xf32>, %arg7: tensor<16xf32>, %arg8: tensor<16xf32>, %arg9: tensor<16xf32>, %arg10: tensor<32x16xf32>, %arg11: tensor<32xf32>, %arg12: tensor<16x32xf32>, %arg13: tensor<16xf32>, %arg14: tensor<16xf32>, %arg15: tensor<16xf32>, %arg16: tensor<48x16xf32>, %arg17: tensor<48xf32>, %arg18: tensor<16x16xf32>, %arg19: tensor<16xf32>, %arg20: tensor<16xf32>, %arg21: tensor<16xf32>, %arg22: tensor<32x16xf32>, %arg23: tensor<32xf32>, %arg24: tensor<16x32xf32>, %arg25: tensor<16xf32>, %arg26: tensor<16xf32>, %arg27: tensor<16xf32>, %arg28: tensor<32x16xf32>, %arg29: tensor<8x8xi64>, %arg30: tensor<8x8xi64>) -> (tensor<8x16xf32>, tensor<32x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<f32>) {
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
    %cst_8 = arith.constant 1.000000e-01 : f64
    %cst_9 = arith.constant dense<true> : tensor<8x8xi1>
    %cst_10 = arith.constant dense<0xFF800000> : tensor<f32>
    %cst_11 = arith.constant dense<0.000000e+00> : tensor<f32>
    %cst_12 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_13 = arith.constant 1.600000e+01 : f64
    %cst_14 = arith.constant 1.600000e+01 : f32
    %cst_15 = arith.constant 1.41421354 : f32
    %cst_16 = arith.constant -5.000000e-01 : f32
    %c31_i64 = arith.constant 31 : i64
    %c-32_i64 = arith.constant -32 : i64
    %c-100_i64 = arith.constant -100 : i64
    %c32_i64 = arith.constant 32 : i64
    %c1_i64 = arith.constant 1 : i64
    %c-1_i64 = arith.constant -1 : i64
    %c64 = arith.constant 64 : index
    %c0_i64 = arith.constant 0 : i64
    %cst_17 = arith.constant 0.000000e+00 : f32
    %c0 = arith.constant 0 : index
    %cst_18 = arith.constant dense<0.000000e+00> : tensor<32x16xf32>
    %cst_19 = arith.constant -1.000000e+00 : f32
    %cst_20 = arith.constant dense<0> : tensor<i64>
    %0 = tensor.empty() : tensor<8x8x16xf32>
    %1 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%arg29 : tensor<8x8xi64>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: i64, %out: f32):
      %432 = arith.index_cast %in : i64 to index
      %433 = linalg.index 2 : index
      %434 = arith.cmpi slt, %432, %c32 : index
      cf.assert %434, "index must be smaller than dim size"
      %435 = arith.cmpi sge, %in, %c0_i64 : i64
      cf.assert %435, "index must be larger or equal to 0"
      %extracted = tensor.extract %arg1[%432, %433] : tensor<32x16xf32>
      linalg.yield %extracted : f32
    } -> tensor<8x8x16xf32>
    %2 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%1, %arg0 : tensor<8x8x16xf32>, tensor<8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %3 = tensor.empty() : tensor<8x8x16xf64>
    %4 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%2 : tensor<8x8x16xf32>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f32, %out: f64):
      %432 = arith.extf %in : f32 to f64
      linalg.yield %432 : f64
    } -> tensor<8x8x16xf64>
    %5 = tensor.empty() : tensor<8x8x1xf64>
    %6 = linalg.fill ins(%cst_0 : f64) outs(%5 : tensor<8x8x1xf64>) -> tensor<8x8x1xf64>
    %7 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%4 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %432 = arith.addf %in, %out : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x1xf64>
    %8 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%7 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %432 = arith.divf %in, %cst_13 : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x1xf64>
    %9 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%4, %8 : tensor<8x8x16xf64>, tensor<8x8x1xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_160: f64, %out: f64):
      %432 = arith.subf %in, %in_160 : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x16xf64>
    %10 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%9, %9 : tensor<8x8x16xf64>, tensor<8x8x16xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_160: f64, %out: f64):
      %432 = arith.mulf %in, %in_160 : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x16xf64>
    %11 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%10 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %432 = arith.addf %in, %out : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x1xf64>
    %12 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%11 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %432 = arith.divf %in, %cst_13 : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x1xf64>
    %13 = tensor.empty() : tensor<8x8x1xf32>
    %14 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%12 : tensor<8x8x1xf64>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %432 = arith.truncf %in : f64 to f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %15 = linalg.fill ins(%cst_17 : f32) outs(%13 : tensor<8x8x1xf32>) -> tensor<8x8x1xf32>
    %16 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%2 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %17 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%16 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.divf %in, %cst_14 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %18 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%14 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_4 : f64 to f32
      %433 = arith.addf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<8x8x1xf32>
    %19 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%18 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = math.rsqrt %in : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %20 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%2, %17 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %21 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%20, %19 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %22 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%21, %arg2 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %23 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%22, %arg3 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %24 = tensor.empty() : tensor<16x48xf32>
    %transposed = linalg.transpose ins(%arg4 : tensor<48x16xf32>) outs(%24 : tensor<16x48xf32>) permutation = [1, 0] 
    %collapsed = tensor.collapse_shape %23 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %25 = tensor.empty() : tensor<64x48xf32>
    %26 = linalg.fill ins(%cst_17 : f32) outs(%25 : tensor<64x48xf32>) -> tensor<64x48xf32>
    %27 = linalg.matmul ins(%collapsed, %transposed : tensor<64x16xf32>, tensor<16x48xf32>) outs(%26 : tensor<64x48xf32>) -> tensor<64x48xf32>
    %28 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%27, %arg5 : tensor<64x48xf32>, tensor<48xf32>) outs(%25 : tensor<64x48xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<64x48xf32>
    %expanded = tensor.expand_shape %28 [[0, 1], [2]] output_shape [8, 8, 48] : tensor<64x48xf32> into tensor<8x8x48xf32>
    %extracted_slice = tensor.extract_slice %expanded[0, 0, 0] [8, 8, 16] [1, 1, 1] : tensor<8x8x48xf32> to tensor<8x8x16xf32>
    %extracted_slice_21 = tensor.extract_slice %expanded[0, 0, 16] [8, 8, 16] [1, 1, 1] : tensor<8x8x48xf32> to tensor<8x8x16xf32>
    %extracted_slice_22 = tensor.extract_slice %expanded[0, 0, 32] [8, 8, 16] [1, 1, 1] : tensor<8x8x48xf32> to tensor<8x8x16xf32>
    %expanded_23 = tensor.expand_shape %extracted_slice [[0], [1], [2, 3]] output_shape [8, 8, 8, 2] : tensor<8x8x16xf32> into tensor<8x8x8x2xf32>
    %29 = tensor.empty() : tensor<8x8x8x2xf32>
    %transposed_24 = linalg.transpose ins(%expanded_23 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %expanded_25 = tensor.expand_shape %extracted_slice_21 [[0], [1], [2, 3]] output_shape [8, 8, 8, 2] : tensor<8x8x16xf32> into tensor<8x8x8x2xf32>
    %expanded_26 = tensor.expand_shape %extracted_slice_22 [[0], [1], [2, 3]] output_shape [8, 8, 8, 2] : tensor<8x8x16xf32> into tensor<8x8x8x2xf32>
    %transposed_27 = linalg.transpose ins(%expanded_26 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %30 = tensor.empty() : tensor<8x8x2x8xf32>
    %transposed_28 = linalg.transpose ins(%expanded_25 : tensor<8x8x8x2xf32>) outs(%30 : tensor<8x8x2x8xf32>) permutation = [0, 2, 3, 1] 
    %collapsed_29 = tensor.collapse_shape %transposed_24 [[0, 1], [2], [3]] : tensor<8x8x8x2xf32> into tensor<64x8x2xf32>
    %collapsed_30 = tensor.collapse_shape %transposed_28 [[0, 1], [2], [3]] : tensor<8x8x2x8xf32> into tensor<64x2x8xf32>
    %31 = tensor.empty() : tensor<64x8x8xf32>
    %32 = linalg.fill ins(%cst_17 : f32) outs(%31 : tensor<64x8x8xf32>) -> tensor<64x8x8xf32>
    %33 = linalg.batch_matmul ins(%collapsed_29, %collapsed_30 : tensor<64x8x2xf32>, tensor<64x2x8xf32>) outs(%32 : tensor<64x8x8xf32>) -> tensor<64x8x8xf32>
    %expanded_31 = tensor.expand_shape %33 [[0, 1], [2], [3]] output_shape [8, 8, 8, 8] : tensor<64x8x8xf32> into tensor<8x8x8x8xf32>
    %34 = tensor.empty() : tensor<8x8x8x8xf32>
    %35 = linalg.generic {indexing_maps = [#map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%expanded_31 : tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_5 : f64 to f32
      %433 = arith.divf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<8x8x8x8xf32>
    %36 = tensor.empty() : tensor<8xi64>
    %37 = linalg.generic {indexing_maps = [#map8], iterator_types = ["parallel"]} outs(%36 : tensor<8xi64>) {
    ^bb0(%out: i64):
      %432 = linalg.index 0 : index
      %433 = arith.index_cast %432 : index to i64
      linalg.yield %433 : i64
    } -> tensor<8xi64>
    %expanded_32 = tensor.expand_shape %37 [[0, 1]] output_shape [1, 8] : tensor<8xi64> into tensor<1x8xi64>
    %expanded_33 = tensor.expand_shape %37 [[0, 1]] output_shape [8, 1] : tensor<8xi64> into tensor<8x1xi64>
    %38 = tensor.empty() : tensor<8x8xi64>
    %39 = linalg.generic {indexing_maps = [#map9, #map10, #map5], iterator_types = ["parallel", "parallel"]} ins(%expanded_32, %expanded_33 : tensor<1x8xi64>, tensor<8x1xi64>) outs(%38 : tensor<8x8xi64>) {
    ^bb0(%in: i64, %in_160: i64, %out: i64):
      %432 = arith.subi %in, %in_160 : i64
      linalg.yield %432 : i64
    } -> tensor<8x8xi64>
    %40 = tensor.empty() : tensor<8x8xi1>
    %41 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%39 : tensor<8x8xi64>) outs(%40 : tensor<8x8xi1>) {
    ^bb0(%in: i64, %out: i1):
      %432 = arith.cmpi sge, %in, %c1_i64 : i64
      linalg.yield %432 : i1
    } -> tensor<8x8xi1>
    %42 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%41, %cst_9 : tensor<8x8xi1>, tensor<8x8xi1>) outs(%40 : tensor<8x8xi1>) {
    ^bb0(%in: i1, %in_160: i1, %out: i1):
      %432 = arith.andi %in, %in_160 : i1
      linalg.yield %432 : i1
    } -> tensor<8x8xi1>
    %43 = linalg.generic {indexing_maps = [#map11, #map12, #map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%42, %cst_10, %35 : tensor<8x8xi1>, tensor<f32>, tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: i1, %in_160: f32, %in_161: f32, %out: f32):
      %432 = arith.select %in, %in_160, %in_161 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x8x8xf32>
    %44 = tensor.empty() : tensor<8x8x8xi64>
    %45 = linalg.fill ins(%c0_i64 : i64) outs(%44 : tensor<8x8x8xi64>) -> tensor<8x8x8xi64>
    %46 = tensor.empty() : tensor<8x8x8xf32>
    %47 = linalg.fill ins(%cst_1 : f32) outs(%46 : tensor<8x8x8xf32>) -> tensor<8x8x8xf32>
    %48:2 = linalg.generic {indexing_maps = [#map7, #map13, #map13], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%43 : tensor<8x8x8x8xf32>) outs(%47, %45 : tensor<8x8x8xf32>, tensor<8x8x8xi64>) {
    ^bb0(%in: f32, %out: f32, %out_160: i64):
      %432 = linalg.index 3 : index
      %433 = arith.index_cast %432 : index to i64
      %434 = arith.maximumf %in, %out : f32
      %435 = arith.cmpf ogt, %in, %out : f32
      %436 = arith.select %435, %433, %out_160 : i64
      linalg.yield %434, %436 : f32, i64
    } -> (tensor<8x8x8xf32>, tensor<8x8x8xi64>)
    %expanded_34 = tensor.expand_shape %48#0 [[0], [1], [2, 3]] output_shape [8, 8, 8, 1] : tensor<8x8x8xf32> into tensor<8x8x8x1xf32>
    %49 = linalg.generic {indexing_maps = [#map7, #map14, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%43, %expanded_34 : tensor<8x8x8x8xf32>, tensor<8x8x8x1xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x8x8xf32>
    %50 = linalg.generic {indexing_maps = [#map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%49 : tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = math.exp %in : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x8x8xf32>
    %51 = tensor.empty() : tensor<8x8x8x1xf32>
    %52 = linalg.fill ins(%cst_17 : f32) outs(%51 : tensor<8x8x8x1xf32>) -> tensor<8x8x8x1xf32>
    %53 = linalg.generic {indexing_maps = [#map7, #map14], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%50 : tensor<8x8x8x8xf32>) outs(%52 : tensor<8x8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x8x1xf32>
    %54 = linalg.generic {indexing_maps = [#map7, #map14, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%50, %53 : tensor<8x8x8x8xf32>, tensor<8x8x8x1xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.divf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x8x8xf32>
    %collapsed_35 = tensor.collapse_shape %54 [[0, 1], [2], [3]] : tensor<8x8x8x8xf32> into tensor<64x8x8xf32>
    %collapsed_36 = tensor.collapse_shape %transposed_27 [[0, 1], [2], [3]] : tensor<8x8x8x2xf32> into tensor<64x8x2xf32>
    %55 = tensor.empty() : tensor<64x8x2xf32>
    %56 = linalg.fill ins(%cst_17 : f32) outs(%55 : tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %57 = linalg.batch_matmul ins(%collapsed_35, %collapsed_36 : tensor<64x8x8xf32>, tensor<64x8x2xf32>) outs(%56 : tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %expanded_37 = tensor.expand_shape %57 [[0, 1], [2], [3]] output_shape [8, 8, 8, 2] : tensor<64x8x2xf32> into tensor<8x8x8x2xf32>
    %transposed_38 = linalg.transpose ins(%expanded_37 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %58 = tensor.empty() : tensor<16x16xf32>
    %transposed_39 = linalg.transpose ins(%arg6 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) permutation = [1, 0] 
    %collapsed_40 = tensor.collapse_shape %transposed_38 [[0, 1], [2, 3]] : tensor<8x8x8x2xf32> into tensor<64x16xf32>
    %59 = tensor.empty() : tensor<64x16xf32>
    %60 = linalg.fill ins(%cst_17 : f32) outs(%59 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %61 = linalg.matmul ins(%collapsed_40, %transposed_39 : tensor<64x16xf32>, tensor<16x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %62 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%61, %arg7 : tensor<64x16xf32>, tensor<16xf32>) outs(%59 : tensor<64x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<64x16xf32>
    %expanded_41 = tensor.expand_shape %62 [[0, 1], [2]] output_shape [8, 8, 16] : tensor<64x16xf32> into tensor<8x8x16xf32>
    %63 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%2, %expanded_41 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %64 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%63 : tensor<8x8x16xf32>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f32, %out: f64):
      %432 = arith.extf %in : f32 to f64
      linalg.yield %432 : f64
    } -> tensor<8x8x16xf64>
    %65 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%64 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %432 = arith.addf %in, %out : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x1xf64>
    %66 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%65 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %432 = arith.divf %in, %cst_13 : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x1xf64>
    %67 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%64, %66 : tensor<8x8x16xf64>, tensor<8x8x1xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_160: f64, %out: f64):
      %432 = arith.subf %in, %in_160 : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x16xf64>
    %68 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%67, %67 : tensor<8x8x16xf64>, tensor<8x8x16xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_160: f64, %out: f64):
      %432 = arith.mulf %in, %in_160 : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x16xf64>
    %69 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%68 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %432 = arith.addf %in, %out : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x1xf64>
    %70 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%69 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %432 = arith.divf %in, %cst_13 : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x1xf64>
    %71 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%70 : tensor<8x8x1xf64>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %432 = arith.truncf %in : f64 to f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %72 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%63 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %73 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%72 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.divf %in, %cst_14 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %74 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%71 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_4 : f64 to f32
      %433 = arith.addf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<8x8x1xf32>
    %75 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%74 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = math.rsqrt %in : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %76 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%63, %73 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %77 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%76, %75 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %78 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%77, %arg8 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %79 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%78, %arg9 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %80 = tensor.empty() : tensor<16x32xf32>
    %transposed_42 = linalg.transpose ins(%arg10 : tensor<32x16xf32>) outs(%80 : tensor<16x32xf32>) permutation = [1, 0] 
    %collapsed_43 = tensor.collapse_shape %79 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %81 = tensor.empty() : tensor<64x32xf32>
    %82 = linalg.fill ins(%cst_17 : f32) outs(%81 : tensor<64x32xf32>) -> tensor<64x32xf32>
    %83 = linalg.matmul ins(%collapsed_43, %transposed_42 : tensor<64x16xf32>, tensor<16x32xf32>) outs(%82 : tensor<64x32xf32>) -> tensor<64x32xf32>
    %84 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%83, %arg11 : tensor<64x32xf32>, tensor<32xf32>) outs(%81 : tensor<64x32xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<64x32xf32>
    %expanded_44 = tensor.expand_shape %84 [[0, 1], [2]] output_shape [8, 8, 32] : tensor<64x32xf32> into tensor<8x8x32xf32>
    %85 = tensor.empty() : tensor<8x8x32xf32>
    %86 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_44 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.divf %in, %cst_15 : f32
      %433 = math.erf %432 : f32
      %434 = arith.addf %433, %cst_2 : f32
      %435 = arith.mulf %434, %cst_3 : f32
      %436 = arith.mulf %in, %435 : f32
      linalg.yield %436 : f32
    } -> tensor<8x8x32xf32>
    %87 = tensor.empty() : tensor<32x16xf32>
    %transposed_45 = linalg.transpose ins(%arg12 : tensor<16x32xf32>) outs(%87 : tensor<32x16xf32>) permutation = [1, 0] 
    %collapsed_46 = tensor.collapse_shape %86 [[0, 1], [2]] : tensor<8x8x32xf32> into tensor<64x32xf32>
    %88 = linalg.matmul ins(%collapsed_46, %transposed_45 : tensor<64x32xf32>, tensor<32x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %89 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%88, %arg13 : tensor<64x16xf32>, tensor<16xf32>) outs(%59 : tensor<64x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<64x16xf32>
    %expanded_47 = tensor.expand_shape %89 [[0, 1], [2]] output_shape [8, 8, 16] : tensor<64x16xf32> into tensor<8x8x16xf32>
    %90 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%63, %expanded_47 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %91 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%90 : tensor<8x8x16xf32>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f32, %out: f64):
      %432 = arith.extf %in : f32 to f64
      linalg.yield %432 : f64
    } -> tensor<8x8x16xf64>
    %92 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%91 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %432 = arith.addf %in, %out : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x1xf64>
    %93 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%92 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %432 = arith.divf %in, %cst_13 : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x1xf64>
    %94 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%91, %93 : tensor<8x8x16xf64>, tensor<8x8x1xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_160: f64, %out: f64):
      %432 = arith.subf %in, %in_160 : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x16xf64>
    %95 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%94, %94 : tensor<8x8x16xf64>, tensor<8x8x16xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_160: f64, %out: f64):
      %432 = arith.mulf %in, %in_160 : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x16xf64>
    %96 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%95 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %432 = arith.addf %in, %out : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x1xf64>
    %97 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%96 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %432 = arith.divf %in, %cst_13 : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x1xf64>
    %98 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%97 : tensor<8x8x1xf64>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %432 = arith.truncf %in : f64 to f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %99 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%90 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %100 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%99 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.divf %in, %cst_14 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %101 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%98 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_4 : f64 to f32
      %433 = arith.addf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<8x8x1xf32>
    %102 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%101 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = math.rsqrt %in : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %103 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%90, %100 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %104 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%103, %102 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %105 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%104, %arg14 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %106 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%105, %arg15 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %transposed_48 = linalg.transpose ins(%arg16 : tensor<48x16xf32>) outs(%24 : tensor<16x48xf32>) permutation = [1, 0] 
    %collapsed_49 = tensor.collapse_shape %106 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %107 = linalg.matmul ins(%collapsed_49, %transposed_48 : tensor<64x16xf32>, tensor<16x48xf32>) outs(%26 : tensor<64x48xf32>) -> tensor<64x48xf32>
    %108 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%107, %arg17 : tensor<64x48xf32>, tensor<48xf32>) outs(%25 : tensor<64x48xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<64x48xf32>
    %expanded_50 = tensor.expand_shape %108 [[0, 1], [2]] output_shape [8, 8, 48] : tensor<64x48xf32> into tensor<8x8x48xf32>
    %extracted_slice_51 = tensor.extract_slice %expanded_50[0, 0, 0] [8, 8, 16] [1, 1, 1] : tensor<8x8x48xf32> to tensor<8x8x16xf32>
    %extracted_slice_52 = tensor.extract_slice %expanded_50[0, 0, 16] [8, 8, 16] [1, 1, 1] : tensor<8x8x48xf32> to tensor<8x8x16xf32>
    %extracted_slice_53 = tensor.extract_slice %expanded_50[0, 0, 32] [8, 8, 16] [1, 1, 1] : tensor<8x8x48xf32> to tensor<8x8x16xf32>
    %expanded_54 = tensor.expand_shape %extracted_slice_51 [[0], [1], [2, 3]] output_shape [8, 8, 8, 2] : tensor<8x8x16xf32> into tensor<8x8x8x2xf32>
    %transposed_55 = linalg.transpose ins(%expanded_54 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %expanded_56 = tensor.expand_shape %extracted_slice_52 [[0], [1], [2, 3]] output_shape [8, 8, 8, 2] : tensor<8x8x16xf32> into tensor<8x8x8x2xf32>
    %expanded_57 = tensor.expand_shape %extracted_slice_53 [[0], [1], [2, 3]] output_shape [8, 8, 8, 2] : tensor<8x8x16xf32> into tensor<8x8x8x2xf32>
    %transposed_58 = linalg.transpose ins(%expanded_57 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %transposed_59 = linalg.transpose ins(%expanded_56 : tensor<8x8x8x2xf32>) outs(%30 : tensor<8x8x2x8xf32>) permutation = [0, 2, 3, 1] 
    %collapsed_60 = tensor.collapse_shape %transposed_55 [[0, 1], [2], [3]] : tensor<8x8x8x2xf32> into tensor<64x8x2xf32>
    %collapsed_61 = tensor.collapse_shape %transposed_59 [[0, 1], [2], [3]] : tensor<8x8x2x8xf32> into tensor<64x2x8xf32>
    %109 = linalg.batch_matmul ins(%collapsed_60, %collapsed_61 : tensor<64x8x2xf32>, tensor<64x2x8xf32>) outs(%32 : tensor<64x8x8xf32>) -> tensor<64x8x8xf32>
    %expanded_62 = tensor.expand_shape %109 [[0, 1], [2], [3]] output_shape [8, 8, 8, 8] : tensor<64x8x8xf32> into tensor<8x8x8x8xf32>
    %110 = linalg.generic {indexing_maps = [#map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%expanded_62 : tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_5 : f64 to f32
      %433 = arith.divf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<8x8x8x8xf32>
    %111 = linalg.generic {indexing_maps = [#map11, #map12, #map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%42, %cst_10, %110 : tensor<8x8xi1>, tensor<f32>, tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: i1, %in_160: f32, %in_161: f32, %out: f32):
      %432 = arith.select %in, %in_160, %in_161 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x8x8xf32>
    %112:2 = linalg.generic {indexing_maps = [#map7, #map13, #map13], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%111 : tensor<8x8x8x8xf32>) outs(%47, %45 : tensor<8x8x8xf32>, tensor<8x8x8xi64>) {
    ^bb0(%in: f32, %out: f32, %out_160: i64):
      %432 = linalg.index 3 : index
      %433 = arith.index_cast %432 : index to i64
      %434 = arith.maximumf %in, %out : f32
      %435 = arith.cmpf ogt, %in, %out : f32
      %436 = arith.select %435, %433, %out_160 : i64
      linalg.yield %434, %436 : f32, i64
    } -> (tensor<8x8x8xf32>, tensor<8x8x8xi64>)
    %expanded_63 = tensor.expand_shape %112#0 [[0], [1], [2, 3]] output_shape [8, 8, 8, 1] : tensor<8x8x8xf32> into tensor<8x8x8x1xf32>
    %113 = linalg.generic {indexing_maps = [#map7, #map14, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%111, %expanded_63 : tensor<8x8x8x8xf32>, tensor<8x8x8x1xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x8x8xf32>
    %114 = linalg.generic {indexing_maps = [#map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%113 : tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = math.exp %in : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x8x8xf32>
    %115 = linalg.generic {indexing_maps = [#map7, #map14], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%114 : tensor<8x8x8x8xf32>) outs(%52 : tensor<8x8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x8x1xf32>
    %116 = linalg.generic {indexing_maps = [#map7, #map14, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%114, %115 : tensor<8x8x8x8xf32>, tensor<8x8x8x1xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.divf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x8x8xf32>
    %collapsed_64 = tensor.collapse_shape %116 [[0, 1], [2], [3]] : tensor<8x8x8x8xf32> into tensor<64x8x8xf32>
    %collapsed_65 = tensor.collapse_shape %transposed_58 [[0, 1], [2], [3]] : tensor<8x8x8x2xf32> into tensor<64x8x2xf32>
    %117 = linalg.batch_matmul ins(%collapsed_64, %collapsed_65 : tensor<64x8x8xf32>, tensor<64x8x2xf32>) outs(%56 : tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %expanded_66 = tensor.expand_shape %117 [[0, 1], [2], [3]] output_shape [8, 8, 8, 2] : tensor<64x8x2xf32> into tensor<8x8x8x2xf32>
    %transposed_67 = linalg.transpose ins(%expanded_66 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %transposed_68 = linalg.transpose ins(%arg18 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) permutation = [1, 0] 
    %collapsed_69 = tensor.collapse_shape %transposed_67 [[0, 1], [2, 3]] : tensor<8x8x8x2xf32> into tensor<64x16xf32>
    %118 = linalg.matmul ins(%collapsed_69, %transposed_68 : tensor<64x16xf32>, tensor<16x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %119 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%118, %arg19 : tensor<64x16xf32>, tensor<16xf32>) outs(%59 : tensor<64x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<64x16xf32>
    %expanded_70 = tensor.expand_shape %119 [[0, 1], [2]] output_shape [8, 8, 16] : tensor<64x16xf32> into tensor<8x8x16xf32>
    %120 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%90, %expanded_70 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %121 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%120 : tensor<8x8x16xf32>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f32, %out: f64):
      %432 = arith.extf %in : f32 to f64
      linalg.yield %432 : f64
    } -> tensor<8x8x16xf64>
    %122 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%121 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %432 = arith.addf %in, %out : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x1xf64>
    %123 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%122 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %432 = arith.divf %in, %cst_13 : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x1xf64>
    %124 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%121, %123 : tensor<8x8x16xf64>, tensor<8x8x1xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_160: f64, %out: f64):
      %432 = arith.subf %in, %in_160 : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x16xf64>
    %125 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%124, %124 : tensor<8x8x16xf64>, tensor<8x8x16xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_160: f64, %out: f64):
      %432 = arith.mulf %in, %in_160 : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x16xf64>
    %126 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%125 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %432 = arith.addf %in, %out : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x1xf64>
    %127 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%126 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %432 = arith.divf %in, %cst_13 : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x1xf64>
    %128 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%127 : tensor<8x8x1xf64>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %432 = arith.truncf %in : f64 to f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %129 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%120 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %130 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%129 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.divf %in, %cst_14 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %131 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%128 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_4 : f64 to f32
      %433 = arith.addf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<8x8x1xf32>
    %132 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%131 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = math.rsqrt %in : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %133 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%120, %130 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %134 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%133, %132 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %135 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%134, %arg20 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %136 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%135, %arg21 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %transposed_71 = linalg.transpose ins(%arg22 : tensor<32x16xf32>) outs(%80 : tensor<16x32xf32>) permutation = [1, 0] 
    %collapsed_72 = tensor.collapse_shape %136 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %137 = linalg.matmul ins(%collapsed_72, %transposed_71 : tensor<64x16xf32>, tensor<16x32xf32>) outs(%82 : tensor<64x32xf32>) -> tensor<64x32xf32>
    %138 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%137, %arg23 : tensor<64x32xf32>, tensor<32xf32>) outs(%81 : tensor<64x32xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<64x32xf32>
    %expanded_73 = tensor.expand_shape %138 [[0, 1], [2]] output_shape [8, 8, 32] : tensor<64x32xf32> into tensor<8x8x32xf32>
    %139 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_73 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.divf %in, %cst_15 : f32
      %433 = math.erf %432 : f32
      %434 = arith.addf %433, %cst_2 : f32
      %435 = arith.mulf %434, %cst_3 : f32
      %436 = arith.mulf %in, %435 : f32
      linalg.yield %436 : f32
    } -> tensor<8x8x32xf32>
    %transposed_74 = linalg.transpose ins(%arg24 : tensor<16x32xf32>) outs(%87 : tensor<32x16xf32>) permutation = [1, 0] 
    %collapsed_75 = tensor.collapse_shape %139 [[0, 1], [2]] : tensor<8x8x32xf32> into tensor<64x32xf32>
    %140 = linalg.matmul ins(%collapsed_75, %transposed_74 : tensor<64x32xf32>, tensor<32x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %141 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%140, %arg25 : tensor<64x16xf32>, tensor<16xf32>) outs(%59 : tensor<64x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<64x16xf32>
    %expanded_76 = tensor.expand_shape %141 [[0, 1], [2]] output_shape [8, 8, 16] : tensor<64x16xf32> into tensor<8x8x16xf32>
    %142 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%120, %expanded_76 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %143 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%142 : tensor<8x8x16xf32>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f32, %out: f64):
      %432 = arith.extf %in : f32 to f64
      linalg.yield %432 : f64
    } -> tensor<8x8x16xf64>
    %144 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%143 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %432 = arith.addf %in, %out : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x1xf64>
    %145 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%144 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %432 = arith.divf %in, %cst_13 : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x1xf64>
    %146 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%143, %145 : tensor<8x8x16xf64>, tensor<8x8x1xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_160: f64, %out: f64):
      %432 = arith.subf %in, %in_160 : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x16xf64>
    %147 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%146, %146 : tensor<8x8x16xf64>, tensor<8x8x16xf64>) outs(%3 : tensor<8x8x16xf64>) {
    ^bb0(%in: f64, %in_160: f64, %out: f64):
      %432 = arith.mulf %in, %in_160 : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x16xf64>
    %148 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%147 : tensor<8x8x16xf64>) outs(%6 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %432 = arith.addf %in, %out : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x1xf64>
    %149 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%148 : tensor<8x8x1xf64>) outs(%5 : tensor<8x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %432 = arith.divf %in, %cst_13 : f64
      linalg.yield %432 : f64
    } -> tensor<8x8x1xf64>
    %150 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%149 : tensor<8x8x1xf64>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %432 = arith.truncf %in : f64 to f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %151 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%142 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %152 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%151 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.divf %in, %cst_14 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %153 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%150 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_4 : f64 to f32
      %433 = arith.addf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<8x8x1xf32>
    %154 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%153 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = math.rsqrt %in : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %155 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%142, %152 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %156 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%155, %154 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %157 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%156, %arg26 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %158 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%157, %arg27 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %transposed_77 = linalg.transpose ins(%arg28 : tensor<32x16xf32>) outs(%80 : tensor<16x32xf32>) permutation = [1, 0] 
    %collapsed_78 = tensor.collapse_shape %158 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %159 = linalg.matmul ins(%collapsed_78, %transposed_77 : tensor<64x16xf32>, tensor<16x32xf32>) outs(%82 : tensor<64x32xf32>) -> tensor<64x32xf32>
    %collapsed_79 = tensor.collapse_shape %arg30 [[0, 1]] : tensor<8x8xi64> into tensor<64xi64>
    %160 = tensor.empty() : tensor<64xi64>
    %161 = linalg.fill ins(%c0_i64 : i64) outs(%160 : tensor<64xi64>) -> tensor<64xi64>
    %162 = tensor.empty() : tensor<64xf32>
    %163 = linalg.fill ins(%cst_1 : f32) outs(%162 : tensor<64xf32>) -> tensor<64xf32>
    %164:2 = linalg.generic {indexing_maps = [#map5, #map15, #map15], iterator_types = ["parallel", "reduction"]} ins(%159 : tensor<64x32xf32>) outs(%163, %161 : tensor<64xf32>, tensor<64xi64>) {
    ^bb0(%in: f32, %out: f32, %out_160: i64):
      %432 = linalg.index 1 : index
      %433 = arith.index_cast %432 : index to i64
      %434 = arith.maximumf %in, %out : f32
      %435 = arith.cmpf ogt, %in, %out : f32
      %436 = arith.select %435, %433, %out_160 : i64
      linalg.yield %434, %436 : f32, i64
    } -> (tensor<64xf32>, tensor<64xi64>)
    %expanded_80 = tensor.expand_shape %164#0 [[0, 1]] output_shape [64, 1] : tensor<64xf32> into tensor<64x1xf32>
    %165 = linalg.generic {indexing_maps = [#map5, #map10, #map5], iterator_types = ["parallel", "parallel"]} ins(%159, %expanded_80 : tensor<64x32xf32>, tensor<64x1xf32>) outs(%81 : tensor<64x32xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<64x32xf32>
    %166 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%165 : tensor<64x32xf32>) outs(%81 : tensor<64x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = math.exp %in : f32
      linalg.yield %432 : f32
    } -> tensor<64x32xf32>
    %167 = tensor.empty() : tensor<64x1xf32>
    %168 = linalg.fill ins(%cst_17 : f32) outs(%167 : tensor<64x1xf32>) -> tensor<64x1xf32>
    %169 = linalg.generic {indexing_maps = [#map5, #map10], iterator_types = ["parallel", "reduction"]} ins(%166 : tensor<64x32xf32>) outs(%168 : tensor<64x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<64x1xf32>
    %170 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%169 : tensor<64x1xf32>) outs(%167 : tensor<64x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = math.log %in : f32
      linalg.yield %432 : f32
    } -> tensor<64x1xf32>
    %171 = linalg.generic {indexing_maps = [#map5, #map10, #map5], iterator_types = ["parallel", "parallel"]} ins(%165, %170 : tensor<64x32xf32>, tensor<64x1xf32>) outs(%81 : tensor<64x32xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<64x32xf32>
    %172 = tensor.empty() : tensor<64xi1>
    %173 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_79 : tensor<64xi64>) outs(%172 : tensor<64xi1>) {
    ^bb0(%in: i64, %out: i1):
      %432 = arith.cmpi ne, %in, %c-100_i64 : i64
      linalg.yield %432 : i1
    } -> tensor<64xi1>
    %174 = linalg.generic {indexing_maps = [#map8, #map8, #map16, #map8], iterator_types = ["parallel"]} ins(%173, %collapsed_79, %cst_20 : tensor<64xi1>, tensor<64xi64>, tensor<i64>) outs(%160 : tensor<64xi64>) {
    ^bb0(%in: i1, %in_160: i64, %in_161: i64, %out: i64):
      %432 = arith.select %in, %in_160, %in_161 : i64
      linalg.yield %432 : i64
    } -> tensor<64xi64>
    %expanded_81 = tensor.expand_shape %174 [[0, 1]] output_shape [64, 1] : tensor<64xi64> into tensor<64x1xi64>
    %175 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%expanded_81 : tensor<64x1xi64>) outs(%168 : tensor<64x1xf32>) {
    ^bb0(%in: i64, %out: f32):
      %432 = linalg.index 0 : index
      %433 = arith.index_cast %in : i64 to index
      %434 = arith.cmpi slt, %433, %c32 : index
      cf.assert %434, "index must be smaller than dim size"
      %435 = arith.cmpi sge, %in, %c0_i64 : i64
      cf.assert %435, "index must be larger or equal to 0"
      %extracted = tensor.extract %171[%432, %433] : tensor<64x32xf32>
      linalg.yield %extracted : f32
    } -> tensor<64x1xf32>
    %collapsed_82 = tensor.collapse_shape %175 [[0, 1]] : tensor<64x1xf32> into tensor<64xf32>
    %176 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_82 : tensor<64xf32>) outs(%162 : tensor<64xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.negf %in : f32
      linalg.yield %432 : f32
    } -> tensor<64xf32>
    %177 = linalg.generic {indexing_maps = [#map8, #map8, #map16, #map8], iterator_types = ["parallel"]} ins(%173, %176, %cst_11 : tensor<64xi1>, tensor<64xf32>, tensor<f32>) outs(%162 : tensor<64xf32>) {
    ^bb0(%in: i1, %in_160: f32, %in_161: f32, %out: f32):
      %432 = arith.select %in, %in_160, %in_161 : f32
      linalg.yield %432 : f32
    } -> tensor<64xf32>
    %178 = tensor.empty() : tensor<i64>
    %179 = linalg.fill ins(%c0_i64 : i64) outs(%178 : tensor<i64>) -> tensor<i64>
    %180 = linalg.generic {indexing_maps = [#map8, #map16], iterator_types = ["reduction"]} ins(%173 : tensor<64xi1>) outs(%179 : tensor<i64>) {
    ^bb0(%in: i1, %out: i64):
      %432 = arith.extui %in : i1 to i64
      %433 = arith.addi %432, %out : i64
      linalg.yield %433 : i64
    } -> tensor<i64>
    %181 = tensor.empty() : tensor<f32>
    %182 = linalg.generic {indexing_maps = [#map17, #map17], iterator_types = []} ins(%180 : tensor<i64>) outs(%181 : tensor<f32>) {
    ^bb0(%in: i64, %out: f32):
      %432 = arith.sitofp %in : i64 to f32
      linalg.yield %432 : f32
    } -> tensor<f32>
    %183 = linalg.fill ins(%cst_17 : f32) outs(%181 : tensor<f32>) -> tensor<f32>
    %184 = linalg.generic {indexing_maps = [#map8, #map16], iterator_types = ["reduction"]} ins(%177 : tensor<64xf32>) outs(%183 : tensor<f32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<f32>
    %185 = linalg.generic {indexing_maps = [#map17, #map17, #map17], iterator_types = []} ins(%184, %182 : tensor<f32>, tensor<f32>) outs(%181 : tensor<f32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.divf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<f32>
    %186 = linalg.generic {indexing_maps = [#map17, #map17, #map17], iterator_types = []} ins(%cst_12, %182 : tensor<f32>, tensor<f32>) outs(%181 : tensor<f32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.divf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<f32>
    %expanded_83 = tensor.expand_shape %collapsed_79 [[0, 1]] output_shape [64, 1] : tensor<64xi64> into tensor<64x1xi64>
    %187 = tensor.empty() : tensor<64x1xi1>
    %188 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%expanded_83 : tensor<64x1xi64>) outs(%187 : tensor<64x1xi1>) {
    ^bb0(%in: i64, %out: i1):
      %432 = arith.cmpi ne, %in, %c-100_i64 : i64
      linalg.yield %432 : i1
    } -> tensor<64x1xi1>
    %189 = tensor.empty() : tensor<64x1xi64>
    %190 = linalg.generic {indexing_maps = [#map5, #map5, #map18, #map5], iterator_types = ["parallel", "parallel"]} ins(%188, %expanded_83, %cst_20 : tensor<64x1xi1>, tensor<64x1xi64>, tensor<i64>) outs(%189 : tensor<64x1xi64>) {
    ^bb0(%in: i1, %in_160: i64, %in_161: i64, %out: i64):
      %432 = arith.select %in, %in_160, %in_161 : i64
      linalg.yield %432 : i64
    } -> tensor<64x1xi64>
    %191 = linalg.fill ins(%c0_i64 : i64) outs(%189 : tensor<64x1xi64>) -> tensor<64x1xi64>
    %192 = linalg.fill ins(%cst_17 : f32) outs(%162 : tensor<64xf32>) -> tensor<64xf32>
    %193:3 = linalg.generic {indexing_maps = [#map19, #map19, #map8], iterator_types = ["parallel"]} outs(%191, %191, %192 : tensor<64x1xi64>, tensor<64x1xi64>, tensor<64xf32>) {
    ^bb0(%out: i64, %out_160: i64, %out_161: f32):
      %432 = linalg.index 0 : index
      %433 = arith.remsi %432, %c64 : index
      %extracted = tensor.extract %190[%433, %c0] : tensor<64x1xi64>
      %434 = arith.index_cast %433 : index to i64
      linalg.yield %434, %extracted, %cst_19 : i64, i64, f32
    } -> (tensor<64x1xi64>, tensor<64x1xi64>, tensor<64xf32>)
    %194 = tensor.empty() : tensor<64x2xi64>
    %195 = linalg.fill ins(%c0_i64 : i64) outs(%194 : tensor<64x2xi64>) -> tensor<64x2xi64>
    %inserted_slice = tensor.insert_slice %193#0 into %195[0, 0] [64, 1] [1, 1] : tensor<64x1xi64> into tensor<64x2xi64>
    %inserted_slice_84 = tensor.insert_slice %193#1 into %inserted_slice[0, 1] [64, 1] [1, 1] : tensor<64x1xi64> into tensor<64x2xi64>
    %196 = tm_tensor.scatter {dimension_map = array<i64: 0, 1>} unique_indices(false) ins(%193#2, %inserted_slice_84 : tensor<64xf32>, tensor<64x2xi64>) outs(%cst : tensor<64x32xf32>) {
    ^bb0(%arg31: f32, %arg32: f32):
      tm_tensor.yield %arg31 : f32
    } -> tensor<64x32xf32>
    %197 = linalg.generic {indexing_maps = [#map5, #map18, #map18, #map5], iterator_types = ["parallel", "parallel"]} ins(%188, %186, %cst_11 : tensor<64x1xi1>, tensor<f32>, tensor<f32>) outs(%167 : tensor<64x1xf32>) {
    ^bb0(%in: i1, %in_160: f32, %in_161: f32, %out: f32):
      %432 = arith.select %in, %in_160, %in_161 : f32
      linalg.yield %432 : f32
    } -> tensor<64x1xf32>
    %198 = linalg.generic {indexing_maps = [#map5, #map10, #map5], iterator_types = ["parallel", "parallel"]} ins(%196, %197 : tensor<64x32xf32>, tensor<64x1xf32>) outs(%81 : tensor<64x32xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<64x32xf32>
    %199 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%171 : tensor<64x32xf32>) outs(%81 : tensor<64x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = math.exp %in : f32
      linalg.yield %432 : f32
    } -> tensor<64x32xf32>
    %200 = linalg.generic {indexing_maps = [#map5, #map10], iterator_types = ["parallel", "reduction"]} ins(%198 : tensor<64x32xf32>) outs(%168 : tensor<64x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<64x1xf32>
    %201 = linalg.generic {indexing_maps = [#map5, #map10, #map5], iterator_types = ["parallel", "parallel"]} ins(%199, %200 : tensor<64x32xf32>, tensor<64x1xf32>) outs(%81 : tensor<64x32xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<64x32xf32>
    %202 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%198, %201 : tensor<64x32xf32>, tensor<64x32xf32>) outs(%81 : tensor<64x32xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<64x32xf32>
    %203 = tensor.empty() : tensor<32x64xf32>
    %transposed_85 = linalg.transpose ins(%202 : tensor<64x32xf32>) outs(%203 : tensor<32x64xf32>) permutation = [1, 0] 
    %204 = linalg.fill ins(%cst_17 : f32) outs(%87 : tensor<32x16xf32>) -> tensor<32x16xf32>
    %205 = linalg.matmul ins(%transposed_85, %collapsed_78 : tensor<32x64xf32>, tensor<64x16xf32>) outs(%204 : tensor<32x16xf32>) -> tensor<32x16xf32>
    %206 = linalg.matmul ins(%202, %arg28 : tensor<64x32xf32>, tensor<32x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %expanded_86 = tensor.expand_shape %206 [[0, 1], [2]] output_shape [8, 8, 16] : tensor<64x16xf32> into tensor<8x8x16xf32>
    %207 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_86, %arg26 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %208 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%207 : tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.mulf %in, %cst_14 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %209 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%207 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %210 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%207, %156 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %211 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%210 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %212 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%156, %211 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %213 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%208, %209 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %214 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%213, %212 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %215 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%154 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.divf %in, %cst_14 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %216 = linalg.generic {indexing_maps = [#map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%215, %214 : tensor<8x8x1xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %217 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_86, %156 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %218 = tensor.empty() : tensor<16xf32>
    %219 = linalg.fill ins(%cst_17 : f32) outs(%218 : tensor<16xf32>) -> tensor<16xf32>
    %220 = linalg.generic {indexing_maps = [#map1, #map4], iterator_types = ["reduction", "reduction", "parallel"]} ins(%217 : tensor<8x8x16xf32>) outs(%219 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %221 = linalg.generic {indexing_maps = [#map1, #map4], iterator_types = ["reduction", "reduction", "parallel"]} ins(%expanded_86 : tensor<8x8x16xf32>) outs(%219 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %collapsed_87 = tensor.collapse_shape %216 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %222 = linalg.matmul ins(%collapsed_87, %arg24 : tensor<64x16xf32>, tensor<16x32xf32>) outs(%82 : tensor<64x32xf32>) -> tensor<64x32xf32>
    %223 = tensor.empty() : tensor<16x64xf32>
    %transposed_88 = linalg.transpose ins(%collapsed_87 : tensor<64x16xf32>) outs(%223 : tensor<16x64xf32>) permutation = [1, 0] 
    %224 = linalg.fill ins(%cst_17 : f32) outs(%80 : tensor<16x32xf32>) -> tensor<16x32xf32>
    %225 = linalg.matmul ins(%transposed_88, %collapsed_75 : tensor<16x64xf32>, tensor<64x32xf32>) outs(%224 : tensor<16x32xf32>) -> tensor<16x32xf32>
    %226 = tensor.empty() : tensor<1x16xf32>
    %227 = linalg.fill ins(%cst_17 : f32) outs(%226 : tensor<1x16xf32>) -> tensor<1x16xf32>
    %228 = linalg.generic {indexing_maps = [#map5, #map9], iterator_types = ["reduction", "parallel"]} ins(%collapsed_87 : tensor<64x16xf32>) outs(%227 : tensor<1x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<1x16xf32>
    %collapsed_89 = tensor.collapse_shape %228 [[0, 1]] : tensor<1x16xf32> into tensor<16xf32>
    %expanded_90 = tensor.expand_shape %222 [[0, 1], [2]] output_shape [8, 8, 32] : tensor<64x32xf32> into tensor<8x8x32xf32>
    %229 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_73 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_6 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<8x8x32xf32>
    %230 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%229 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = math.erf %in : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x32xf32>
    %231 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%230 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %cst_2 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x32xf32>
    %232 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%231 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.mulf %in, %cst_3 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x32xf32>
    %233 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_73, %expanded_73 : tensor<8x8x32xf32>, tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x32xf32>
    %234 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%233 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.mulf %in, %cst_16 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x32xf32>
    %235 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%234 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = math.exp %in : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x32xf32>
    %236 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%235 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_7 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<8x8x32xf32>
    %237 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_73, %236 : tensor<8x8x32xf32>, tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x32xf32>
    %238 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%232, %237 : tensor<8x8x32xf32>, tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x32xf32>
    %239 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_90, %238 : tensor<8x8x32xf32>, tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x32xf32>
    %collapsed_91 = tensor.collapse_shape %239 [[0, 1], [2]] : tensor<8x8x32xf32> into tensor<64x32xf32>
    %240 = linalg.matmul ins(%collapsed_91, %arg22 : tensor<64x32xf32>, tensor<32x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %transposed_92 = linalg.transpose ins(%collapsed_91 : tensor<64x32xf32>) outs(%203 : tensor<32x64xf32>) permutation = [1, 0] 
    %241 = linalg.matmul ins(%transposed_92, %collapsed_72 : tensor<32x64xf32>, tensor<64x16xf32>) outs(%204 : tensor<32x16xf32>) -> tensor<32x16xf32>
    %242 = tensor.empty() : tensor<1x32xf32>
    %243 = linalg.fill ins(%cst_17 : f32) outs(%242 : tensor<1x32xf32>) -> tensor<1x32xf32>
    %244 = linalg.generic {indexing_maps = [#map5, #map9], iterator_types = ["reduction", "parallel"]} ins(%collapsed_91 : tensor<64x32xf32>) outs(%243 : tensor<1x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<1x32xf32>
    %collapsed_93 = tensor.collapse_shape %244 [[0, 1]] : tensor<1x32xf32> into tensor<32xf32>
    %expanded_94 = tensor.expand_shape %240 [[0, 1], [2]] output_shape [8, 8, 16] : tensor<64x16xf32> into tensor<8x8x16xf32>
    %245 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_94, %arg20 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %246 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%245 : tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.mulf %in, %cst_14 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %247 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%245 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %248 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%245, %134 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %249 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%248 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %250 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%134, %249 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %251 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%246, %247 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %252 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%251, %250 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %253 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%132 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.divf %in, %cst_14 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %254 = linalg.generic {indexing_maps = [#map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%253, %252 : tensor<8x8x1xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %255 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_94, %134 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %256 = linalg.generic {indexing_maps = [#map1, #map4], iterator_types = ["reduction", "reduction", "parallel"]} ins(%255 : tensor<8x8x16xf32>) outs(%219 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %257 = linalg.generic {indexing_maps = [#map1, #map4], iterator_types = ["reduction", "reduction", "parallel"]} ins(%expanded_94 : tensor<8x8x16xf32>) outs(%219 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %258 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%216, %254 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %collapsed_95 = tensor.collapse_shape %258 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %259 = linalg.matmul ins(%collapsed_95, %arg18 : tensor<64x16xf32>, tensor<16x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %transposed_96 = linalg.transpose ins(%collapsed_95 : tensor<64x16xf32>) outs(%223 : tensor<16x64xf32>) permutation = [1, 0] 
    %260 = linalg.fill ins(%cst_17 : f32) outs(%58 : tensor<16x16xf32>) -> tensor<16x16xf32>
    %261 = linalg.matmul ins(%transposed_96, %collapsed_69 : tensor<16x64xf32>, tensor<64x16xf32>) outs(%260 : tensor<16x16xf32>) -> tensor<16x16xf32>
    %262 = linalg.generic {indexing_maps = [#map5, #map9], iterator_types = ["reduction", "parallel"]} ins(%collapsed_95 : tensor<64x16xf32>) outs(%227 : tensor<1x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<1x16xf32>
    %collapsed_97 = tensor.collapse_shape %262 [[0, 1]] : tensor<1x16xf32> into tensor<16xf32>
    %expanded_98 = tensor.expand_shape %259 [[0, 1], [2, 3]] output_shape [8, 8, 8, 2] : tensor<64x16xf32> into tensor<8x8x8x2xf32>
    %transposed_99 = linalg.transpose ins(%expanded_98 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %collapsed_100 = tensor.collapse_shape %transposed_99 [[0, 1], [2], [3]] : tensor<8x8x8x2xf32> into tensor<64x8x2xf32>
    %transposed_101 = linalg.transpose ins(%collapsed_64 : tensor<64x8x8xf32>) outs(%31 : tensor<64x8x8xf32>) permutation = [0, 2, 1] 
    %263 = linalg.batch_matmul ins(%transposed_101, %collapsed_100 : tensor<64x8x8xf32>, tensor<64x8x2xf32>) outs(%56 : tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %264 = tensor.empty() : tensor<64x2x8xf32>
    %transposed_102 = linalg.transpose ins(%collapsed_65 : tensor<64x8x2xf32>) outs(%264 : tensor<64x2x8xf32>) permutation = [0, 2, 1] 
    %265 = linalg.batch_matmul ins(%collapsed_100, %transposed_102 : tensor<64x8x2xf32>, tensor<64x2x8xf32>) outs(%32 : tensor<64x8x8xf32>) -> tensor<64x8x8xf32>
    %expanded_103 = tensor.expand_shape %263 [[0, 1], [2], [3]] output_shape [8, 8, 8, 2] : tensor<64x8x2xf32> into tensor<8x8x8x2xf32>
    %expanded_104 = tensor.expand_shape %265 [[0, 1], [2], [3]] output_shape [8, 8, 8, 8] : tensor<64x8x8xf32> into tensor<8x8x8x8xf32>
    %266 = linalg.generic {indexing_maps = [#map7, #map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%expanded_104, %116 : tensor<8x8x8x8xf32>, tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x8x8xf32>
    %267 = linalg.generic {indexing_maps = [#map7, #map14], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%266 : tensor<8x8x8x8xf32>) outs(%52 : tensor<8x8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x8x1xf32>
    %268 = linalg.generic {indexing_maps = [#map7, #map14, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%116, %267 : tensor<8x8x8x8xf32>, tensor<8x8x8x1xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x8x8xf32>
    %269 = linalg.generic {indexing_maps = [#map7, #map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%266, %268 : tensor<8x8x8x8xf32>, tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x8x8xf32>
    %270 = linalg.generic {indexing_maps = [#map11, #map12, #map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%42, %cst_11, %269 : tensor<8x8xi1>, tensor<f32>, tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: i1, %in_160: f32, %in_161: f32, %out: f32):
      %432 = arith.select %in, %in_160, %in_161 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x8x8xf32>
    %271 = linalg.generic {indexing_maps = [#map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%270 : tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_5 : f64 to f32
      %433 = arith.divf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<8x8x8x8xf32>
    %collapsed_105 = tensor.collapse_shape %271 [[0, 1], [2], [3]] : tensor<8x8x8x8xf32> into tensor<64x8x8xf32>
    %transposed_106 = linalg.transpose ins(%collapsed_60 : tensor<64x8x2xf32>) outs(%264 : tensor<64x2x8xf32>) permutation = [0, 2, 1] 
    %272 = linalg.fill ins(%cst_17 : f32) outs(%264 : tensor<64x2x8xf32>) -> tensor<64x2x8xf32>
    %273 = linalg.batch_matmul ins(%transposed_106, %collapsed_105 : tensor<64x2x8xf32>, tensor<64x8x8xf32>) outs(%272 : tensor<64x2x8xf32>) -> tensor<64x2x8xf32>
    %transposed_107 = linalg.transpose ins(%collapsed_61 : tensor<64x2x8xf32>) outs(%55 : tensor<64x8x2xf32>) permutation = [0, 2, 1] 
    %274 = linalg.batch_matmul ins(%collapsed_105, %transposed_107 : tensor<64x8x8xf32>, tensor<64x8x2xf32>) outs(%56 : tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %expanded_108 = tensor.expand_shape %273 [[0, 1], [2], [3]] output_shape [8, 8, 2, 8] : tensor<64x2x8xf32> into tensor<8x8x2x8xf32>
    %expanded_109 = tensor.expand_shape %274 [[0, 1], [2], [3]] output_shape [8, 8, 8, 2] : tensor<64x8x2xf32> into tensor<8x8x8x2xf32>
    %transposed_110 = linalg.transpose ins(%expanded_103 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %collapsed_111 = tensor.collapse_shape %transposed_110 [[0], [1], [2, 3]] : tensor<8x8x8x2xf32> into tensor<8x8x16xf32>
    %transposed_112 = linalg.transpose ins(%expanded_108 : tensor<8x8x2x8xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 3, 1, 2] 
    %collapsed_113 = tensor.collapse_shape %transposed_112 [[0], [1], [2, 3]] : tensor<8x8x8x2xf32> into tensor<8x8x16xf32>
    %transposed_114 = linalg.transpose ins(%expanded_109 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %collapsed_115 = tensor.collapse_shape %transposed_114 [[0], [1], [2, 3]] : tensor<8x8x8x2xf32> into tensor<8x8x16xf32>
    %concat = tensor.concat dim(2) %collapsed_115, %collapsed_113, %collapsed_111 : (tensor<8x8x16xf32>, tensor<8x8x16xf32>, tensor<8x8x16xf32>) -> tensor<8x8x48xf32>
    %collapsed_116 = tensor.collapse_shape %concat [[0, 1], [2]] : tensor<8x8x48xf32> into tensor<64x48xf32>
    %275 = linalg.matmul ins(%collapsed_116, %arg16 : tensor<64x48xf32>, tensor<48x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %276 = tensor.empty() : tensor<48x64xf32>
    %transposed_117 = linalg.transpose ins(%collapsed_116 : tensor<64x48xf32>) outs(%276 : tensor<48x64xf32>) permutation = [1, 0] 
    %277 = tensor.empty() : tensor<48x16xf32>
    %278 = linalg.fill ins(%cst_17 : f32) outs(%277 : tensor<48x16xf32>) -> tensor<48x16xf32>
    %279 = linalg.matmul ins(%transposed_117, %collapsed_49 : tensor<48x64xf32>, tensor<64x16xf32>) outs(%278 : tensor<48x16xf32>) -> tensor<48x16xf32>
    %280 = tensor.empty() : tensor<1x48xf32>
    %281 = linalg.fill ins(%cst_17 : f32) outs(%280 : tensor<1x48xf32>) -> tensor<1x48xf32>
    %282 = linalg.generic {indexing_maps = [#map5, #map9], iterator_types = ["reduction", "parallel"]} ins(%collapsed_116 : tensor<64x48xf32>) outs(%281 : tensor<1x48xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<1x48xf32>
    %collapsed_118 = tensor.collapse_shape %282 [[0, 1]] : tensor<1x48xf32> into tensor<48xf32>
    %expanded_119 = tensor.expand_shape %275 [[0, 1], [2]] output_shape [8, 8, 16] : tensor<64x16xf32> into tensor<8x8x16xf32>
    %283 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_119, %arg14 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %284 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%283 : tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.mulf %in, %cst_14 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %285 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%283 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %286 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%283, %104 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %287 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%286 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %288 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%104, %287 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %289 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%284, %285 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %290 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%289, %288 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %291 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%102 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.divf %in, %cst_14 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %292 = linalg.generic {indexing_maps = [#map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%291, %290 : tensor<8x8x1xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %293 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_119, %104 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %294 = linalg.generic {indexing_maps = [#map1, #map4], iterator_types = ["reduction", "reduction", "parallel"]} ins(%293 : tensor<8x8x16xf32>) outs(%219 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %295 = linalg.generic {indexing_maps = [#map1, #map4], iterator_types = ["reduction", "reduction", "parallel"]} ins(%expanded_119 : tensor<8x8x16xf32>) outs(%219 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %296 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%258, %292 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %collapsed_120 = tensor.collapse_shape %296 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %297 = linalg.matmul ins(%collapsed_120, %arg12 : tensor<64x16xf32>, tensor<16x32xf32>) outs(%82 : tensor<64x32xf32>) -> tensor<64x32xf32>
    %transposed_121 = linalg.transpose ins(%collapsed_120 : tensor<64x16xf32>) outs(%223 : tensor<16x64xf32>) permutation = [1, 0] 
    %298 = linalg.matmul ins(%transposed_121, %collapsed_46 : tensor<16x64xf32>, tensor<64x32xf32>) outs(%224 : tensor<16x32xf32>) -> tensor<16x32xf32>
    %299 = linalg.generic {indexing_maps = [#map5, #map9], iterator_types = ["reduction", "parallel"]} ins(%collapsed_120 : tensor<64x16xf32>) outs(%227 : tensor<1x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<1x16xf32>
    %collapsed_122 = tensor.collapse_shape %299 [[0, 1]] : tensor<1x16xf32> into tensor<16xf32>
    %expanded_123 = tensor.expand_shape %297 [[0, 1], [2]] output_shape [8, 8, 32] : tensor<64x32xf32> into tensor<8x8x32xf32>
    %300 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_44 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_6 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<8x8x32xf32>
    %301 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%300 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = math.erf %in : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x32xf32>
    %302 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%301 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %cst_2 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x32xf32>
    %303 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%302 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.mulf %in, %cst_3 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x32xf32>
    %304 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_44, %expanded_44 : tensor<8x8x32xf32>, tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x32xf32>
    %305 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%304 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.mulf %in, %cst_16 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x32xf32>
    %306 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%305 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = math.exp %in : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x32xf32>
    %307 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%306 : tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_7 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<8x8x32xf32>
    %308 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_44, %307 : tensor<8x8x32xf32>, tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x32xf32>
    %309 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%303, %308 : tensor<8x8x32xf32>, tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x32xf32>
    %310 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_123, %309 : tensor<8x8x32xf32>, tensor<8x8x32xf32>) outs(%85 : tensor<8x8x32xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x32xf32>
    %collapsed_124 = tensor.collapse_shape %310 [[0, 1], [2]] : tensor<8x8x32xf32> into tensor<64x32xf32>
    %311 = linalg.matmul ins(%collapsed_124, %arg10 : tensor<64x32xf32>, tensor<32x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %transposed_125 = linalg.transpose ins(%collapsed_124 : tensor<64x32xf32>) outs(%203 : tensor<32x64xf32>) permutation = [1, 0] 
    %312 = linalg.matmul ins(%transposed_125, %collapsed_43 : tensor<32x64xf32>, tensor<64x16xf32>) outs(%204 : tensor<32x16xf32>) -> tensor<32x16xf32>
    %313 = linalg.generic {indexing_maps = [#map5, #map9], iterator_types = ["reduction", "parallel"]} ins(%collapsed_124 : tensor<64x32xf32>) outs(%243 : tensor<1x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<1x32xf32>
    %collapsed_126 = tensor.collapse_shape %313 [[0, 1]] : tensor<1x32xf32> into tensor<32xf32>
    %expanded_127 = tensor.expand_shape %311 [[0, 1], [2]] output_shape [8, 8, 16] : tensor<64x16xf32> into tensor<8x8x16xf32>
    %314 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_127, %arg8 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %315 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%314 : tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.mulf %in, %cst_14 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %316 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%314 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %317 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%314, %77 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %318 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%317 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %319 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%77, %318 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %320 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%315, %316 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %321 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%320, %319 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %322 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%75 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.divf %in, %cst_14 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %323 = linalg.generic {indexing_maps = [#map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%322, %321 : tensor<8x8x1xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %324 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_127, %77 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %325 = linalg.generic {indexing_maps = [#map1, #map4], iterator_types = ["reduction", "reduction", "parallel"]} ins(%324 : tensor<8x8x16xf32>) outs(%219 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %326 = linalg.generic {indexing_maps = [#map1, #map4], iterator_types = ["reduction", "reduction", "parallel"]} ins(%expanded_127 : tensor<8x8x16xf32>) outs(%219 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %327 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%296, %323 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %collapsed_128 = tensor.collapse_shape %327 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %328 = linalg.matmul ins(%collapsed_128, %arg6 : tensor<64x16xf32>, tensor<16x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %transposed_129 = linalg.transpose ins(%collapsed_128 : tensor<64x16xf32>) outs(%223 : tensor<16x64xf32>) permutation = [1, 0] 
    %329 = linalg.matmul ins(%transposed_129, %collapsed_40 : tensor<16x64xf32>, tensor<64x16xf32>) outs(%260 : tensor<16x16xf32>) -> tensor<16x16xf32>
    %330 = linalg.generic {indexing_maps = [#map5, #map9], iterator_types = ["reduction", "parallel"]} ins(%collapsed_128 : tensor<64x16xf32>) outs(%227 : tensor<1x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<1x16xf32>
    %collapsed_130 = tensor.collapse_shape %330 [[0, 1]] : tensor<1x16xf32> into tensor<16xf32>
    %expanded_131 = tensor.expand_shape %328 [[0, 1], [2, 3]] output_shape [8, 8, 8, 2] : tensor<64x16xf32> into tensor<8x8x8x2xf32>
    %transposed_132 = linalg.transpose ins(%expanded_131 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %collapsed_133 = tensor.collapse_shape %transposed_132 [[0, 1], [2], [3]] : tensor<8x8x8x2xf32> into tensor<64x8x2xf32>
    %transposed_134 = linalg.transpose ins(%collapsed_35 : tensor<64x8x8xf32>) outs(%31 : tensor<64x8x8xf32>) permutation = [0, 2, 1] 
    %331 = linalg.batch_matmul ins(%transposed_134, %collapsed_133 : tensor<64x8x8xf32>, tensor<64x8x2xf32>) outs(%56 : tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %transposed_135 = linalg.transpose ins(%collapsed_36 : tensor<64x8x2xf32>) outs(%264 : tensor<64x2x8xf32>) permutation = [0, 2, 1] 
    %332 = linalg.batch_matmul ins(%collapsed_133, %transposed_135 : tensor<64x8x2xf32>, tensor<64x2x8xf32>) outs(%32 : tensor<64x8x8xf32>) -> tensor<64x8x8xf32>
    %expanded_136 = tensor.expand_shape %331 [[0, 1], [2], [3]] output_shape [8, 8, 8, 2] : tensor<64x8x2xf32> into tensor<8x8x8x2xf32>
    %expanded_137 = tensor.expand_shape %332 [[0, 1], [2], [3]] output_shape [8, 8, 8, 8] : tensor<64x8x8xf32> into tensor<8x8x8x8xf32>
    %333 = linalg.generic {indexing_maps = [#map7, #map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%expanded_137, %54 : tensor<8x8x8x8xf32>, tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x8x8xf32>
    %334 = linalg.generic {indexing_maps = [#map7, #map14], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%333 : tensor<8x8x8x8xf32>) outs(%52 : tensor<8x8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x8x1xf32>
    %335 = linalg.generic {indexing_maps = [#map7, #map14, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%54, %334 : tensor<8x8x8x8xf32>, tensor<8x8x8x1xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x8x8xf32>
    %336 = linalg.generic {indexing_maps = [#map7, #map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%333, %335 : tensor<8x8x8x8xf32>, tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x8x8xf32>
    %337 = linalg.generic {indexing_maps = [#map11, #map12, #map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%42, %cst_11, %336 : tensor<8x8xi1>, tensor<f32>, tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: i1, %in_160: f32, %in_161: f32, %out: f32):
      %432 = arith.select %in, %in_160, %in_161 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x8x8xf32>
    %338 = linalg.generic {indexing_maps = [#map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%337 : tensor<8x8x8x8xf32>) outs(%34 : tensor<8x8x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_5 : f64 to f32
      %433 = arith.divf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<8x8x8x8xf32>
    %collapsed_138 = tensor.collapse_shape %338 [[0, 1], [2], [3]] : tensor<8x8x8x8xf32> into tensor<64x8x8xf32>
    %transposed_139 = linalg.transpose ins(%collapsed_29 : tensor<64x8x2xf32>) outs(%264 : tensor<64x2x8xf32>) permutation = [0, 2, 1] 
    %339 = linalg.batch_matmul ins(%transposed_139, %collapsed_138 : tensor<64x2x8xf32>, tensor<64x8x8xf32>) outs(%272 : tensor<64x2x8xf32>) -> tensor<64x2x8xf32>
    %transposed_140 = linalg.transpose ins(%collapsed_30 : tensor<64x2x8xf32>) outs(%55 : tensor<64x8x2xf32>) permutation = [0, 2, 1] 
    %340 = linalg.batch_matmul ins(%collapsed_138, %transposed_140 : tensor<64x8x8xf32>, tensor<64x8x2xf32>) outs(%56 : tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %expanded_141 = tensor.expand_shape %339 [[0, 1], [2], [3]] output_shape [8, 8, 2, 8] : tensor<64x2x8xf32> into tensor<8x8x2x8xf32>
    %expanded_142 = tensor.expand_shape %340 [[0, 1], [2], [3]] output_shape [8, 8, 8, 2] : tensor<64x8x2xf32> into tensor<8x8x8x2xf32>
    %transposed_143 = linalg.transpose ins(%expanded_136 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %collapsed_144 = tensor.collapse_shape %transposed_143 [[0], [1], [2, 3]] : tensor<8x8x8x2xf32> into tensor<8x8x16xf32>
    %transposed_145 = linalg.transpose ins(%expanded_141 : tensor<8x8x2x8xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 3, 1, 2] 
    %collapsed_146 = tensor.collapse_shape %transposed_145 [[0], [1], [2, 3]] : tensor<8x8x8x2xf32> into tensor<8x8x16xf32>
    %transposed_147 = linalg.transpose ins(%expanded_142 : tensor<8x8x8x2xf32>) outs(%29 : tensor<8x8x8x2xf32>) permutation = [0, 2, 1, 3] 
    %collapsed_148 = tensor.collapse_shape %transposed_147 [[0], [1], [2, 3]] : tensor<8x8x8x2xf32> into tensor<8x8x16xf32>
    %concat_149 = tensor.concat dim(2) %collapsed_148, %collapsed_146, %collapsed_144 : (tensor<8x8x16xf32>, tensor<8x8x16xf32>, tensor<8x8x16xf32>) -> tensor<8x8x48xf32>
    %collapsed_150 = tensor.collapse_shape %concat_149 [[0, 1], [2]] : tensor<8x8x48xf32> into tensor<64x48xf32>
    %341 = linalg.matmul ins(%collapsed_150, %arg4 : tensor<64x48xf32>, tensor<48x16xf32>) outs(%60 : tensor<64x16xf32>) -> tensor<64x16xf32>
    %transposed_151 = linalg.transpose ins(%collapsed_150 : tensor<64x48xf32>) outs(%276 : tensor<48x64xf32>) permutation = [1, 0] 
    %342 = linalg.matmul ins(%transposed_151, %collapsed : tensor<48x64xf32>, tensor<64x16xf32>) outs(%278 : tensor<48x16xf32>) -> tensor<48x16xf32>
    %343 = linalg.generic {indexing_maps = [#map5, #map9], iterator_types = ["reduction", "parallel"]} ins(%collapsed_150 : tensor<64x48xf32>) outs(%281 : tensor<1x48xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<1x48xf32>
    %collapsed_152 = tensor.collapse_shape %343 [[0, 1]] : tensor<1x48xf32> into tensor<48xf32>
    %expanded_153 = tensor.expand_shape %341 [[0, 1], [2]] output_shape [8, 8, 16] : tensor<64x16xf32> into tensor<8x8x16xf32>
    %344 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_153, %arg2 : tensor<8x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %345 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%344 : tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.mulf %in, %cst_14 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %346 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%344 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %347 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%344, %21 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %348 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%347 : tensor<8x8x16xf32>) outs(%15 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %349 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%21, %348 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %350 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%345, %346 : tensor<8x8x16xf32>, tensor<8x8x1xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %351 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%350, %349 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %352 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%19 : tensor<8x8x1xf32>) outs(%13 : tensor<8x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.divf %in, %cst_14 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x1xf32>
    %353 = linalg.generic {indexing_maps = [#map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%352, %351 : tensor<8x8x1xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %354 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_153, %21 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.mulf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %355 = linalg.generic {indexing_maps = [#map1, #map4], iterator_types = ["reduction", "reduction", "parallel"]} ins(%354 : tensor<8x8x16xf32>) outs(%219 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %356 = linalg.generic {indexing_maps = [#map1, #map4], iterator_types = ["reduction", "reduction", "parallel"]} ins(%expanded_153 : tensor<8x8x16xf32>) outs(%219 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %357 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%327, %353 : tensor<8x8x16xf32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.addf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %358 = tensor.empty() : tensor<1x8x16xf32>
    %359 = linalg.fill ins(%cst_17 : f32) outs(%358 : tensor<1x8x16xf32>) -> tensor<1x8x16xf32>
    %360 = linalg.generic {indexing_maps = [#map1, #map20], iterator_types = ["reduction", "parallel", "parallel"]} ins(%357 : tensor<8x8x16xf32>) outs(%359 : tensor<1x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.addf %in, %out : f32
      linalg.yield %432 : f32
    } -> tensor<1x8x16xf32>
    %collapsed_154 = tensor.collapse_shape %360 [[0, 1], [2]] : tensor<1x8x16xf32> into tensor<8x16xf32>
    %361 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg29 : tensor<8x8xi64>) outs(%40 : tensor<8x8xi1>) {
    ^bb0(%in: i64, %out: i1):
      %432 = arith.cmpi sge, %in, %c0_i64 : i64
      linalg.yield %432 : i1
    } -> tensor<8x8xi1>
    %362 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg29 : tensor<8x8xi64>) outs(%40 : tensor<8x8xi1>) {
    ^bb0(%in: i64, %out: i1):
      %432 = arith.cmpi slt, %in, %c32_i64 : i64
      linalg.yield %432 : i1
    } -> tensor<8x8xi1>
    %363 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%361, %362 : tensor<8x8xi1>, tensor<8x8xi1>) outs(%40 : tensor<8x8xi1>) {
    ^bb0(%in: i1, %in_160: i1, %out: i1):
      %432 = arith.andi %in, %in_160 : i1
      linalg.yield %432 : i1
    } -> tensor<8x8xi1>
    %364 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg29 : tensor<8x8xi64>) outs(%40 : tensor<8x8xi1>) {
    ^bb0(%in: i64, %out: i1):
      %432 = arith.cmpi ne, %in, %c-1_i64 : i64
      linalg.yield %432 : i1
    } -> tensor<8x8xi1>
    %365 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%363, %364 : tensor<8x8xi1>, tensor<8x8xi1>) outs(%40 : tensor<8x8xi1>) {
    ^bb0(%in: i1, %in_160: i1, %out: i1):
      %432 = arith.andi %in, %in_160 : i1
      linalg.yield %432 : i1
    } -> tensor<8x8xi1>
    %expanded_155 = tensor.expand_shape %365 [[0], [1, 2]] output_shape [8, 8, 1] : tensor<8x8xi1> into tensor<8x8x1xi1>
    %366 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg29 : tensor<8x8xi64>) outs(%38 : tensor<8x8xi64>) {
    ^bb0(%in: i64, %out: i64):
      %432 = arith.maxsi %in, %c-32_i64 : i64
      %433 = arith.minsi %432, %c31_i64 : i64
      linalg.yield %433 : i64
    } -> tensor<8x8xi64>
    %367 = tensor.empty() : tensor<8x8x1xi1>
    %368 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded_155 : tensor<8x8x1xi1>) outs(%367 : tensor<8x8x1xi1>) {
    ^bb0(%in: i1, %out: i1):
      %432 = arith.xori %in, %true : i1
      linalg.yield %432 : i1
    } -> tensor<8x8x1xi1>
    %369 = linalg.generic {indexing_maps = [#map3, #map21, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%368, %cst_11, %357 : tensor<8x8x1xi1>, tensor<f32>, tensor<8x8x16xf32>) outs(%0 : tensor<8x8x16xf32>) {
    ^bb0(%in: i1, %in_160: f32, %in_161: f32, %out: f32):
      %432 = arith.select %in, %in_160, %in_161 : f32
      linalg.yield %432 : f32
    } -> tensor<8x8x16xf32>
    %collapsed_156 = tensor.collapse_shape %366 [[0, 1]] : tensor<8x8xi64> into tensor<64xi64>
    %expanded_157 = tensor.expand_shape %collapsed_156 [[0, 1]] output_shape [64, 1] : tensor<64xi64> into tensor<64x1xi64>
    %collapsed_158 = tensor.collapse_shape %369 [[0, 1], [2]] : tensor<8x8x16xf32> into tensor<64x16xf32>
    %expanded_159 = tensor.expand_shape %collapsed_158 [[0], [1, 2]] output_shape [64, 1, 16] : tensor<64x16xf32> into tensor<64x1x16xf32>
    %370 = tm_tensor.scatter {dimension_map = array<i64: 0>} unique_indices(false) ins(%expanded_159, %expanded_157 : tensor<64x1x16xf32>, tensor<64x1xi64>) outs(%cst_18 : tensor<32x16xf32>) {
    ^bb0(%arg31: f32, %arg32: f32):
      %432 = arith.addf %arg32, %arg31 : f32
      tm_tensor.yield %432 : f32
    } -> tensor<32x16xf32>
    %371 = tensor.empty() : tensor<8x16xf32>
    %372 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%collapsed_154 : tensor<8x16xf32>) outs(%371 : tensor<8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<8x16xf32>
    %373 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg0, %372 : tensor<8x16xf32>, tensor<8x16xf32>) outs(%371 : tensor<8x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<8x16xf32>
    %374 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%370 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<32x16xf32>
    %375 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg1, %374 : tensor<32x16xf32>, tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<32x16xf32>
    %376 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%355 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<16xf32>
    %377 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg2, %376 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %378 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%356 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<16xf32>
    %379 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg3, %378 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %380 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%342 : tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<48x16xf32>
    %381 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg4, %380 : tensor<48x16xf32>, tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<48x16xf32>
    %382 = tensor.empty() : tensor<48xf32>
    %383 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_152 : tensor<48xf32>) outs(%382 : tensor<48xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<48xf32>
    %384 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg5, %383 : tensor<48xf32>, tensor<48xf32>) outs(%382 : tensor<48xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<48xf32>
    %385 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%329 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<16x16xf32>
    %386 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg6, %385 : tensor<16x16xf32>, tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<16x16xf32>
    %387 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_130 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<16xf32>
    %388 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg7, %387 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %389 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%325 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<16xf32>
    %390 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg8, %389 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %391 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%326 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<16xf32>
    %392 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg9, %391 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %393 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%312 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<32x16xf32>
    %394 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg10, %393 : tensor<32x16xf32>, tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<32x16xf32>
    %395 = tensor.empty() : tensor<32xf32>
    %396 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_126 : tensor<32xf32>) outs(%395 : tensor<32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<32xf32>
    %397 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg11, %396 : tensor<32xf32>, tensor<32xf32>) outs(%395 : tensor<32xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<32xf32>
    %398 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%298 : tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<16x32xf32>
    %399 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg12, %398 : tensor<16x32xf32>, tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<16x32xf32>
    %400 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_122 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<16xf32>
    %401 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg13, %400 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %402 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%294 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<16xf32>
    %403 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg14, %402 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %404 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%295 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<16xf32>
    %405 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg15, %404 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %406 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%279 : tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<48x16xf32>
    %407 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg16, %406 : tensor<48x16xf32>, tensor<48x16xf32>) outs(%277 : tensor<48x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<48x16xf32>
    %408 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_118 : tensor<48xf32>) outs(%382 : tensor<48xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<48xf32>
    %409 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg17, %408 : tensor<48xf32>, tensor<48xf32>) outs(%382 : tensor<48xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<48xf32>
    %410 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%261 : tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<16x16xf32>
    %411 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg18, %410 : tensor<16x16xf32>, tensor<16x16xf32>) outs(%58 : tensor<16x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<16x16xf32>
    %412 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_97 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<16xf32>
    %413 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg19, %412 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %414 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%256 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<16xf32>
    %415 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg20, %414 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %416 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%257 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<16xf32>
    %417 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg21, %416 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %418 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%241 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<32x16xf32>
    %419 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg22, %418 : tensor<32x16xf32>, tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<32x16xf32>
    %420 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_93 : tensor<32xf32>) outs(%395 : tensor<32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<32xf32>
    %421 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg23, %420 : tensor<32xf32>, tensor<32xf32>) outs(%395 : tensor<32xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<32xf32>
    %422 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%225 : tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<16x32xf32>
    %423 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg24, %422 : tensor<16x32xf32>, tensor<16x32xf32>) outs(%80 : tensor<16x32xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<16x32xf32>
    %424 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%collapsed_89 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<16xf32>
    %425 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg25, %424 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %426 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%220 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<16xf32>
    %427 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg26, %426 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %428 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel"]} ins(%221 : tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<16xf32>
    %429 = linalg.generic {indexing_maps = [#map8, #map8, #map8], iterator_types = ["parallel"]} ins(%arg27, %428 : tensor<16xf32>, tensor<16xf32>) outs(%218 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<16xf32>
    %430 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%205 : tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %432 = arith.truncf %cst_8 : f64 to f32
      %433 = arith.mulf %in, %432 : f32
      linalg.yield %433 : f32
    } -> tensor<32x16xf32>
    %431 = linalg.generic {indexing_maps = [#map5, #map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%arg28, %430 : tensor<32x16xf32>, tensor<32x16xf32>) outs(%87 : tensor<32x16xf32>) {
    ^bb0(%in: f32, %in_160: f32, %out: f32):
      %432 = arith.subf %in, %in_160 : f32
      linalg.yield %432 : f32
    } -> tensor<32x16xf32>
    return %373, %375, %377, %379, %381, %384, %386, %388, %390, %392, %394, %397, %399, %401, %403, %405, %407, %409, %411, %413, %415, %417, %419, %421, %423, %425, %427, %429, %431, %185 : tensor<8x16xf32>, tensor<32x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<f32>
  }
}
