module {
  func.func @main(%arg0: tensor<8x16xf32>, %arg1: tensor<32x16xf32>, %arg2: tensor<16xf32>, %arg3: tensor<16xf32>, %arg4: tensor<48x16xf32>, %arg5: tensor<48xf32>, %arg6: tensor<16x16xf32>, %arg7: tensor<16xf32>, %arg8: tensor<16xf32>, %arg9: tensor<16xf32>, %arg10: tensor<32x16xf32>, %arg11: tensor<32xf32>, %arg12: tensor<16x32xf32>, %arg13: tensor<16xf32>, %arg14: tensor<16xf32>, %arg15: tensor<16xf32>, %arg16: tensor<48x16xf32>, %arg17: tensor<48xf32>, %arg18: tensor<16x16xf32>, %arg19: tensor<16xf32>, %arg20: tensor<16xf32>, %arg21: tensor<16xf32>, %arg22: tensor<32x16xf32>, %arg23: tensor<32xf32>, %arg24: tensor<16x32xf32>, %arg25: tensor<16xf32>, %arg26: tensor<16xf32>, %arg27: tensor<16xf32>, %arg28: tensor<32x16xf32>, %arg29: tensor<8x8xi64>, %arg30: tensor<8x8xi64>) -> (tensor<8x16xf32>, tensor<32x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<f32>) {
    %c = stablehlo.constant dense<31> : tensor<i64>
    %c_0 = stablehlo.constant dense<-32> : tensor<i64>
    %c_1 = stablehlo.constant dense<-1> : tensor<8x8xi64>
    %c_2 = stablehlo.constant dense<32> : tensor<8x8xi64>
    %c_3 = stablehlo.constant dense<0> : tensor<8x8xi64>
    %c_4 = stablehlo.constant dense<0> : tensor<64x1xi64>
    %c_5 = stablehlo.constant dense<-100> : tensor<64x1xi64>
    %c_6 = stablehlo.constant dense<0> : tensor<64xi64>
    %c_7 = stablehlo.constant dense<-100> : tensor<64xi64>
    %c_8 = stablehlo.constant dense<1> : tensor<8x8xi64>
    %c_9 = stablehlo.constant dense<0> : tensor<8xi64>
    %c_10 = stablehlo.constant dense<1> : tensor<8xi64>
    %c_11 = stablehlo.constant dense<8> : tensor<i64>
    %c_12 = stablehlo.constant dense<1> : tensor<i64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<32x16xf32>
    %cst_13 = stablehlo.constant dense<-1.000000e+00> : tensor<64x1xf32>
    %cst_14 = stablehlo.constant dense<0.000000e+00> : tensor<64x32xf32>
    %cst_15 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %cst_16 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %c_17 = stablehlo.constant dense<0> : tensor<i64>
    %cst_18 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %c_19 = stablehlo.constant dense<true> : tensor<8x8xi1>
    %cst_20 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %cst_21 = stablehlo.constant dense<1.000000e+00> : tensor<8x8x32xf32>
    %cst_22 = stablehlo.constant dense<2.000000e+00> : tensor<8x8x32xf32>
    %cst_23 = stablehlo.constant dense<5.000000e-01> : tensor<8x8x32xf32>
    %cst_24 = stablehlo.constant dense<-4.000000e+00> : tensor<8x8x32xf32>
    %cst_25 = stablehlo.constant dense<4.000000e+00> : tensor<8x8x32xf32>
    %cst_26 = stablehlo.constant dense<-2.72614237E-10> : tensor<8x8x32xf32>
    %cst_27 = stablehlo.constant dense<2.77068146E-8> : tensor<8x8x32xf32>
    %cst_28 = stablehlo.constant dense<-2.10102394E-6> : tensor<8x8x32xf32>
    %cst_29 = stablehlo.constant dense<-5.69250624E-5> : tensor<8x8x32xf32>
    %cst_30 = stablehlo.constant dense<-7.34990637E-4> : tensor<8x8x32xf32>
    %cst_31 = stablehlo.constant dense<-2.954600e-03> : tensor<8x8x32xf32>
    %cst_32 = stablehlo.constant dense<-0.0160960332> : tensor<8x8x32xf32>
    %cst_33 = stablehlo.constant dense<-1.45660715E-5> : tensor<8x8x32xf32>
    %cst_34 = stablehlo.constant dense<-2.13374049E-4> : tensor<8x8x32xf32>
    %cst_35 = stablehlo.constant dense<-0.00168282702> : tensor<8x8x32xf32>
    %cst_36 = stablehlo.constant dense<-0.00737332925> : tensor<8x8x32xf32>
    %cst_37 = stablehlo.constant dense<-0.0142647391> : tensor<8x8x32xf32>
    %cst_38 = stablehlo.constant dense<-1.000000e+00> : tensor<8x8x32xf32>
    %cst_39 = arith.constant dense<16> : tensor<1xi64>
    %cst_40 = arith.constant dense<1.000000e-05> : tensor<1xf64>
    %cst_41 = arith.constant dense<1> : tensor<1xi64>
    %cst_42 = arith.constant dense<1.4142135623730951> : tensor<1xf64>
    %cst_43 = arith.constant dense<0.70710678118654757> : tensor<1xf64>
    %cst_44 = arith.constant dense<5.000000e-01> : tensor<1xf64>
    %cst_45 = arith.constant dense<-5.000000e-01> : tensor<1xf64>
    %cst_46 = arith.constant dense<0.3989422804014327> : tensor<1xf64>
    %cst_47 = arith.constant dense<1.000000e-01> : tensor<1xf64>
    %0 = "stablehlo.gather"(%arg1, %arg29) <{dimension_numbers = #stablehlo.gather<offset_dims = [2], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 16>}> : (tensor<32x16xf32>, tensor<8x8xi64>) -> tensor<8x8x16xf32>
    %1 = stablehlo.convert %0 : tensor<8x8x16xf32>
    %2 = stablehlo.broadcast_in_dim %arg0, dims = [1, 2] : (tensor<8x16xf32>) -> tensor<8x8x16xf32>
    %3 = stablehlo.add %1, %2 : tensor<8x8x16xf32>
    %4 = stablehlo.convert %3 : (tensor<8x8x16xf32>) -> tensor<8x8x16xf64>
    %5 = stablehlo.reduce(%4 init: %cst_20) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf64>, tensor<f64>) -> tensor<8x8xf64>
    %6 = stablehlo.reshape %5 : (tensor<8x8xf64>) -> tensor<8x8x1xf64>
    %7 = stablehlo.convert %cst_39 : (tensor<1xi64>) -> tensor<1xf64>
    %8 = stablehlo.reshape %7 : (tensor<1xf64>) -> tensor<f64>
    %9 = stablehlo.broadcast_in_dim %8, dims = [] : (tensor<f64>) -> tensor<8x8x1xf64>
    %10 = stablehlo.divide %6, %9 : tensor<8x8x1xf64>
    %11 = stablehlo.broadcast_in_dim %10, dims = [0, 1, 2] : (tensor<8x8x1xf64>) -> tensor<8x8x16xf64>
    %12 = stablehlo.subtract %4, %11 : tensor<8x8x16xf64>
    %13 = stablehlo.multiply %12, %12 : tensor<8x8x16xf64>
    %14 = stablehlo.reduce(%13 init: %cst_20) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf64>, tensor<f64>) -> tensor<8x8xf64>
    %15 = stablehlo.reshape %14 : (tensor<8x8xf64>) -> tensor<8x8x1xf64>
    %16 = stablehlo.divide %15, %9 : tensor<8x8x1xf64>
    %17 = stablehlo.convert %16 : (tensor<8x8x1xf64>) -> tensor<8x8x1xf32>
    %18 = stablehlo.reduce(%3 init: %cst_16) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<8x8xf32>
    %19 = stablehlo.reshape %18 : (tensor<8x8xf32>) -> tensor<8x8x1xf32>
    %20 = stablehlo.convert %cst_39 : (tensor<1xi64>) -> tensor<1xf32>
    %21 = stablehlo.reshape %20 : (tensor<1xf32>) -> tensor<f32>
    %22 = stablehlo.broadcast_in_dim %21, dims = [] : (tensor<f32>) -> tensor<8x8x1xf32>
    %23 = stablehlo.divide %19, %22 : tensor<8x8x1xf32>
    %24 = stablehlo.convert %cst_40 : (tensor<1xf64>) -> tensor<1xf32>
    %25 = stablehlo.reshape %24 : (tensor<1xf32>) -> tensor<f32>
    %26 = stablehlo.broadcast_in_dim %25, dims = [] : (tensor<f32>) -> tensor<8x8x1xf32>
    %27 = stablehlo.add %17, %26 : tensor<8x8x1xf32>
    %28 = stablehlo.rsqrt %27 : tensor<8x8x1xf32>
    %29 = stablehlo.broadcast_in_dim %23, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %30 = stablehlo.subtract %3, %29 : tensor<8x8x16xf32>
    %31 = stablehlo.broadcast_in_dim %28, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %32 = stablehlo.multiply %30, %31 : tensor<8x8x16xf32>
    %33 = stablehlo.broadcast_in_dim %arg2, dims = [2] : (tensor<16xf32>) -> tensor<8x8x16xf32>
    %34 = stablehlo.multiply %32, %33 : tensor<8x8x16xf32>
    %35 = stablehlo.broadcast_in_dim %arg3, dims = [2] : (tensor<16xf32>) -> tensor<8x8x16xf32>
    %36 = stablehlo.add %34, %35 : tensor<8x8x16xf32>
    %37 = stablehlo.transpose %arg4, dims = [1, 0] : (tensor<48x16xf32>) -> tensor<16x48xf32>
    %38 = stablehlo.reshape %36 : (tensor<8x8x16xf32>) -> tensor<64x16xf32>
    %39 = stablehlo.dot_general %38, %37, contracting_dims = [1] x [0] : (tensor<64x16xf32>, tensor<16x48xf32>) -> tensor<64x48xf32>
    %40 = stablehlo.convert %cst_41 : (tensor<1xi64>) -> tensor<1xf32>
    %41 = stablehlo.reshape %40 : (tensor<1xf32>) -> tensor<f32>
    %42 = stablehlo.broadcast_in_dim %41, dims = [] : (tensor<f32>) -> tensor<64x48xf32>
    %43 = stablehlo.multiply %39, %42 : tensor<64x48xf32>
    %44 = stablehlo.broadcast_in_dim %41, dims = [] : (tensor<f32>) -> tensor<48xf32>
    %45 = stablehlo.multiply %arg5, %44 : tensor<48xf32>
    %46 = stablehlo.broadcast_in_dim %45, dims = [1] : (tensor<48xf32>) -> tensor<64x48xf32>
    %47 = stablehlo.add %43, %46 : tensor<64x48xf32>
    %48 = stablehlo.reshape %47 : (tensor<64x48xf32>) -> tensor<8x8x48xf32>
    %49 = stablehlo.slice %48 [0:8, 0:8, 0:16] : (tensor<8x8x48xf32>) -> tensor<8x8x16xf32>
    %50 = stablehlo.slice %48 [0:8, 0:8, 16:32] : (tensor<8x8x48xf32>) -> tensor<8x8x16xf32>
    %51 = stablehlo.slice %48 [0:8, 0:8, 32:48] : (tensor<8x8x48xf32>) -> tensor<8x8x16xf32>
    %52 = stablehlo.reshape %49 : (tensor<8x8x16xf32>) -> tensor<8x8x8x2xf32>
    %53 = stablehlo.transpose %52, dims = [0, 2, 1, 3] : (tensor<8x8x8x2xf32>) -> tensor<8x8x8x2xf32>
    %54 = stablehlo.reshape %50 : (tensor<8x8x16xf32>) -> tensor<8x8x8x2xf32>
    %55 = stablehlo.transpose %54, dims = [0, 2, 1, 3] : (tensor<8x8x8x2xf32>) -> tensor<8x8x8x2xf32>
    %56 = stablehlo.reshape %51 : (tensor<8x8x16xf32>) -> tensor<8x8x8x2xf32>
    %57 = stablehlo.transpose %56, dims = [0, 2, 1, 3] : (tensor<8x8x8x2xf32>) -> tensor<8x8x8x2xf32>
    %58 = stablehlo.transpose %55, dims = [0, 1, 3, 2] : (tensor<8x8x8x2xf32>) -> tensor<8x8x2x8xf32>
    %59 = stablehlo.reshape %53 : (tensor<8x8x8x2xf32>) -> tensor<64x8x2xf32>
    %60 = stablehlo.reshape %58 : (tensor<8x8x2x8xf32>) -> tensor<64x2x8xf32>
    %61 = stablehlo.broadcast_in_dim %60, dims = [0, 1, 2] : (tensor<64x2x8xf32>) -> tensor<64x2x8xf32>
    %62 = stablehlo.dot_general %59, %61, batching_dims = [0] x [0], contracting_dims = [2] x [1] : (tensor<64x8x2xf32>, tensor<64x2x8xf32>) -> tensor<64x8x8xf32>
    %63 = stablehlo.reshape %62 : (tensor<64x8x8xf32>) -> tensor<8x8x8x8xf32>
    %64 = stablehlo.convert %cst_42 : (tensor<1xf64>) -> tensor<1xf32>
    %65 = stablehlo.reshape %64 : (tensor<1xf32>) -> tensor<f32>
    %66 = stablehlo.broadcast_in_dim %65, dims = [] : (tensor<f32>) -> tensor<8x8x8x8xf32>
    %67 = stablehlo.divide %63, %66 : tensor<8x8x8x8xf32>
    %68 = stablehlo.convert %c_12 : (tensor<i64>) -> tensor<f64>
    %69 = stablehlo.convert %c_11 : (tensor<i64>) -> tensor<f64>
    %70 = stablehlo.divide %69, %68 : tensor<f64>
    %71 = stablehlo.ceil %70 : tensor<f64>
    %72 = stablehlo.convert %71 : (tensor<f64>) -> tensor<i64>
    %73 = stablehlo.reshape %72 : (tensor<i64>) -> tensor<1xi64>
    %74 = stablehlo.dynamic_iota %73, dim = 0 : (tensor<1xi64>) -> tensor<8xi64>
    %75 = stablehlo.multiply %74, %c_10 : tensor<8xi64>
    %76 = stablehlo.add %75, %c_9 : tensor<8xi64>
    %77 = stablehlo.reshape %76 : (tensor<8xi64>) -> tensor<1x8xi64>
    %78 = stablehlo.reshape %76 : (tensor<8xi64>) -> tensor<8x1xi64>
    %79 = stablehlo.broadcast_in_dim %77, dims = [0, 1] : (tensor<1x8xi64>) -> tensor<8x8xi64>
    %80 = stablehlo.broadcast_in_dim %78, dims = [0, 1] : (tensor<8x1xi64>) -> tensor<8x8xi64>
    %81 = stablehlo.subtract %79, %80 : tensor<8x8xi64>
    %82 = stablehlo.compare GE, %81, %c_8, SIGNED : (tensor<8x8xi64>, tensor<8x8xi64>) -> tensor<8x8xi1>
    %83 = stablehlo.and %82, %c_19 : tensor<8x8xi1>
    %84 = stablehlo.reshape %83 : (tensor<8x8xi1>) -> tensor<1x1x8x8xi1>
    %85 = stablehlo.broadcast_in_dim %84, dims = [0, 1, 2, 3] : (tensor<1x1x8x8xi1>) -> tensor<8x8x8x8xi1>
    %86 = stablehlo.broadcast_in_dim %cst_18, dims = [] : (tensor<f32>) -> tensor<8x8x8x8xf32>
    %87 = stablehlo.broadcast_in_dim %67, dims = [0, 1, 2, 3] : (tensor<8x8x8x8xf32>) -> tensor<8x8x8x8xf32>
    %88 = stablehlo.select %85, %86, %87 : tensor<8x8x8x8xi1>, tensor<8x8x8x8xf32>
    %89 = stablehlo.reduce(%88 init: %cst_18) applies stablehlo.maximum across dimensions = [3] : (tensor<8x8x8x8xf32>, tensor<f32>) -> tensor<8x8x8xf32>
    %90 = stablehlo.reshape %89 : (tensor<8x8x8xf32>) -> tensor<8x8x8x1xf32>
    %91 = stablehlo.broadcast_in_dim %90, dims = [0, 1, 2, 3] : (tensor<8x8x8x1xf32>) -> tensor<8x8x8x8xf32>
    %92 = stablehlo.subtract %88, %91 : tensor<8x8x8x8xf32>
    %93 = stablehlo.exponential %92 : tensor<8x8x8x8xf32>
    %94 = stablehlo.reduce(%93 init: %cst_16) applies stablehlo.add across dimensions = [3] : (tensor<8x8x8x8xf32>, tensor<f32>) -> tensor<8x8x8xf32>
    %95 = stablehlo.reshape %94 : (tensor<8x8x8xf32>) -> tensor<8x8x8x1xf32>
    %96 = stablehlo.broadcast_in_dim %95, dims = [0, 1, 2, 3] : (tensor<8x8x8x1xf32>) -> tensor<8x8x8x8xf32>
    %97 = stablehlo.divide %93, %96 : tensor<8x8x8x8xf32>
    %98 = stablehlo.reshape %97 : (tensor<8x8x8x8xf32>) -> tensor<64x8x8xf32>
    %99 = stablehlo.reshape %57 : (tensor<8x8x8x2xf32>) -> tensor<64x8x2xf32>
    %100 = stablehlo.broadcast_in_dim %99, dims = [0, 1, 2] : (tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %101 = stablehlo.dot_general %98, %100, batching_dims = [0] x [0], contracting_dims = [2] x [1] : (tensor<64x8x8xf32>, tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %102 = stablehlo.reshape %101 : (tensor<64x8x2xf32>) -> tensor<8x8x8x2xf32>
    %103 = stablehlo.transpose %102, dims = [0, 2, 1, 3] : (tensor<8x8x8x2xf32>) -> tensor<8x8x8x2xf32>
    %104 = stablehlo.reshape %103 : (tensor<8x8x8x2xf32>) -> tensor<8x8x16xf32>
    %105 = stablehlo.transpose %arg6, dims = [1, 0] : (tensor<16x16xf32>) -> tensor<16x16xf32>
    %106 = stablehlo.reshape %104 : (tensor<8x8x16xf32>) -> tensor<64x16xf32>
    %107 = stablehlo.dot_general %106, %105, contracting_dims = [1] x [0] : (tensor<64x16xf32>, tensor<16x16xf32>) -> tensor<64x16xf32>
    %108 = stablehlo.broadcast_in_dim %41, dims = [] : (tensor<f32>) -> tensor<64x16xf32>
    %109 = stablehlo.multiply %107, %108 : tensor<64x16xf32>
    %110 = stablehlo.broadcast_in_dim %41, dims = [] : (tensor<f32>) -> tensor<16xf32>
    %111 = stablehlo.multiply %arg7, %110 : tensor<16xf32>
    %112 = stablehlo.broadcast_in_dim %111, dims = [1] : (tensor<16xf32>) -> tensor<64x16xf32>
    %113 = stablehlo.add %109, %112 : tensor<64x16xf32>
    %114 = stablehlo.reshape %113 : (tensor<64x16xf32>) -> tensor<8x8x16xf32>
    %115 = stablehlo.add %3, %114 : tensor<8x8x16xf32>
    %116 = stablehlo.convert %115 : (tensor<8x8x16xf32>) -> tensor<8x8x16xf64>
    %117 = stablehlo.reduce(%116 init: %cst_20) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf64>, tensor<f64>) -> tensor<8x8xf64>
    %118 = stablehlo.reshape %117 : (tensor<8x8xf64>) -> tensor<8x8x1xf64>
    %119 = stablehlo.divide %118, %9 : tensor<8x8x1xf64>
    %120 = stablehlo.broadcast_in_dim %119, dims = [0, 1, 2] : (tensor<8x8x1xf64>) -> tensor<8x8x16xf64>
    %121 = stablehlo.subtract %116, %120 : tensor<8x8x16xf64>
    %122 = stablehlo.multiply %121, %121 : tensor<8x8x16xf64>
    %123 = stablehlo.reduce(%122 init: %cst_20) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf64>, tensor<f64>) -> tensor<8x8xf64>
    %124 = stablehlo.reshape %123 : (tensor<8x8xf64>) -> tensor<8x8x1xf64>
    %125 = stablehlo.divide %124, %9 : tensor<8x8x1xf64>
    %126 = stablehlo.convert %125 : (tensor<8x8x1xf64>) -> tensor<8x8x1xf32>
    %127 = stablehlo.reduce(%115 init: %cst_16) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<8x8xf32>
    %128 = stablehlo.reshape %127 : (tensor<8x8xf32>) -> tensor<8x8x1xf32>
    %129 = stablehlo.divide %128, %22 : tensor<8x8x1xf32>
    %130 = stablehlo.add %126, %26 : tensor<8x8x1xf32>
    %131 = stablehlo.rsqrt %130 : tensor<8x8x1xf32>
    %132 = stablehlo.broadcast_in_dim %129, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %133 = stablehlo.subtract %115, %132 : tensor<8x8x16xf32>
    %134 = stablehlo.broadcast_in_dim %131, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %135 = stablehlo.multiply %133, %134 : tensor<8x8x16xf32>
    %136 = stablehlo.broadcast_in_dim %arg8, dims = [2] : (tensor<16xf32>) -> tensor<8x8x16xf32>
    %137 = stablehlo.multiply %135, %136 : tensor<8x8x16xf32>
    %138 = stablehlo.broadcast_in_dim %arg9, dims = [2] : (tensor<16xf32>) -> tensor<8x8x16xf32>
    %139 = stablehlo.add %137, %138 : tensor<8x8x16xf32>
    %140 = stablehlo.transpose %arg10, dims = [1, 0] : (tensor<32x16xf32>) -> tensor<16x32xf32>
    %141 = stablehlo.reshape %139 : (tensor<8x8x16xf32>) -> tensor<64x16xf32>
    %142 = stablehlo.dot_general %141, %140, contracting_dims = [1] x [0] : (tensor<64x16xf32>, tensor<16x32xf32>) -> tensor<64x32xf32>
    %143 = stablehlo.broadcast_in_dim %41, dims = [] : (tensor<f32>) -> tensor<64x32xf32>
    %144 = stablehlo.multiply %142, %143 : tensor<64x32xf32>
    %145 = stablehlo.broadcast_in_dim %41, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %146 = stablehlo.multiply %arg11, %145 : tensor<32xf32>
    %147 = stablehlo.broadcast_in_dim %146, dims = [1] : (tensor<32xf32>) -> tensor<64x32xf32>
    %148 = stablehlo.add %144, %147 : tensor<64x32xf32>
    %149 = stablehlo.reshape %148 : (tensor<64x32xf32>) -> tensor<8x8x32xf32>
    %150 = stablehlo.multiply %149, %cst_23 : tensor<8x8x32xf32>
    %151 = stablehlo.rsqrt %cst_22 : tensor<8x8x32xf32>
    %152 = stablehlo.multiply %149, %151 : tensor<8x8x32xf32>
    %153 = stablehlo.clamp %cst_24, %152, %cst_25 : tensor<8x8x32xf32>
    %154 = stablehlo.multiply %153, %153 : tensor<8x8x32xf32>
    %155 = stablehlo.multiply %cst_26, %154 : tensor<8x8x32xf32>
    %156 = stablehlo.add %155, %cst_27 : tensor<8x8x32xf32>
    %157 = stablehlo.multiply %156, %154 : tensor<8x8x32xf32>
    %158 = stablehlo.add %157, %cst_28 : tensor<8x8x32xf32>
    %159 = stablehlo.multiply %158, %154 : tensor<8x8x32xf32>
    %160 = stablehlo.add %159, %cst_29 : tensor<8x8x32xf32>
    %161 = stablehlo.multiply %160, %154 : tensor<8x8x32xf32>
    %162 = stablehlo.add %161, %cst_30 : tensor<8x8x32xf32>
    %163 = stablehlo.multiply %162, %154 : tensor<8x8x32xf32>
    %164 = stablehlo.add %163, %cst_31 : tensor<8x8x32xf32>
    %165 = stablehlo.multiply %164, %154 : tensor<8x8x32xf32>
    %166 = stablehlo.add %165, %cst_32 : tensor<8x8x32xf32>
    %167 = stablehlo.multiply %cst_33, %154 : tensor<8x8x32xf32>
    %168 = stablehlo.add %167, %cst_34 : tensor<8x8x32xf32>
    %169 = stablehlo.multiply %168, %154 : tensor<8x8x32xf32>
    %170 = stablehlo.add %169, %cst_35 : tensor<8x8x32xf32>
    %171 = stablehlo.multiply %170, %154 : tensor<8x8x32xf32>
    %172 = stablehlo.add %171, %cst_36 : tensor<8x8x32xf32>
    %173 = stablehlo.multiply %172, %154 : tensor<8x8x32xf32>
    %174 = stablehlo.add %173, %cst_37 : tensor<8x8x32xf32>
    %175 = stablehlo.multiply %153, %166 : tensor<8x8x32xf32>
    %176 = stablehlo.divide %175, %174 : tensor<8x8x32xf32>
    %177 = stablehlo.clamp %cst_38, %176, %cst_21 : tensor<8x8x32xf32>
    %178 = stablehlo.add %177, %cst_21 : tensor<8x8x32xf32>
    %179 = stablehlo.multiply %178, %150 : tensor<8x8x32xf32>
    %180 = stablehlo.transpose %arg12, dims = [1, 0] : (tensor<16x32xf32>) -> tensor<32x16xf32>
    %181 = stablehlo.reshape %179 : (tensor<8x8x32xf32>) -> tensor<64x32xf32>
    %182 = stablehlo.dot_general %181, %180, contracting_dims = [1] x [0] : (tensor<64x32xf32>, tensor<32x16xf32>) -> tensor<64x16xf32>
    %183 = stablehlo.multiply %182, %108 : tensor<64x16xf32>
    %184 = stablehlo.multiply %arg13, %110 : tensor<16xf32>
    %185 = stablehlo.broadcast_in_dim %184, dims = [1] : (tensor<16xf32>) -> tensor<64x16xf32>
    %186 = stablehlo.add %183, %185 : tensor<64x16xf32>
    %187 = stablehlo.reshape %186 : (tensor<64x16xf32>) -> tensor<8x8x16xf32>
    %188 = stablehlo.add %115, %187 : tensor<8x8x16xf32>
    %189 = stablehlo.convert %188 : (tensor<8x8x16xf32>) -> tensor<8x8x16xf64>
    %190 = stablehlo.reduce(%189 init: %cst_20) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf64>, tensor<f64>) -> tensor<8x8xf64>
    %191 = stablehlo.reshape %190 : (tensor<8x8xf64>) -> tensor<8x8x1xf64>
    %192 = stablehlo.divide %191, %9 : tensor<8x8x1xf64>
    %193 = stablehlo.broadcast_in_dim %192, dims = [0, 1, 2] : (tensor<8x8x1xf64>) -> tensor<8x8x16xf64>
    %194 = stablehlo.subtract %189, %193 : tensor<8x8x16xf64>
    %195 = stablehlo.multiply %194, %194 : tensor<8x8x16xf64>
    %196 = stablehlo.reduce(%195 init: %cst_20) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf64>, tensor<f64>) -> tensor<8x8xf64>
    %197 = stablehlo.reshape %196 : (tensor<8x8xf64>) -> tensor<8x8x1xf64>
    %198 = stablehlo.divide %197, %9 : tensor<8x8x1xf64>
    %199 = stablehlo.convert %198 : (tensor<8x8x1xf64>) -> tensor<8x8x1xf32>
    %200 = stablehlo.reduce(%188 init: %cst_16) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<8x8xf32>
    %201 = stablehlo.reshape %200 : (tensor<8x8xf32>) -> tensor<8x8x1xf32>
    %202 = stablehlo.divide %201, %22 : tensor<8x8x1xf32>
    %203 = stablehlo.add %199, %26 : tensor<8x8x1xf32>
    %204 = stablehlo.rsqrt %203 : tensor<8x8x1xf32>
    %205 = stablehlo.broadcast_in_dim %202, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %206 = stablehlo.subtract %188, %205 : tensor<8x8x16xf32>
    %207 = stablehlo.broadcast_in_dim %204, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %208 = stablehlo.multiply %206, %207 : tensor<8x8x16xf32>
    %209 = stablehlo.broadcast_in_dim %arg14, dims = [2] : (tensor<16xf32>) -> tensor<8x8x16xf32>
    %210 = stablehlo.multiply %208, %209 : tensor<8x8x16xf32>
    %211 = stablehlo.broadcast_in_dim %arg15, dims = [2] : (tensor<16xf32>) -> tensor<8x8x16xf32>
    %212 = stablehlo.add %210, %211 : tensor<8x8x16xf32>
    %213 = stablehlo.transpose %arg16, dims = [1, 0] : (tensor<48x16xf32>) -> tensor<16x48xf32>
    %214 = stablehlo.reshape %212 : (tensor<8x8x16xf32>) -> tensor<64x16xf32>
    %215 = stablehlo.dot_general %214, %213, contracting_dims = [1] x [0] : (tensor<64x16xf32>, tensor<16x48xf32>) -> tensor<64x48xf32>
    %216 = stablehlo.multiply %215, %42 : tensor<64x48xf32>
    %217 = stablehlo.multiply %arg17, %44 : tensor<48xf32>
    %218 = stablehlo.broadcast_in_dim %217, dims = [1] : (tensor<48xf32>) -> tensor<64x48xf32>
    %219 = stablehlo.add %216, %218 : tensor<64x48xf32>
    %220 = stablehlo.reshape %219 : (tensor<64x48xf32>) -> tensor<8x8x48xf32>
    %221 = stablehlo.slice %220 [0:8, 0:8, 0:16] : (tensor<8x8x48xf32>) -> tensor<8x8x16xf32>
    %222 = stablehlo.slice %220 [0:8, 0:8, 16:32] : (tensor<8x8x48xf32>) -> tensor<8x8x16xf32>
    %223 = stablehlo.slice %220 [0:8, 0:8, 32:48] : (tensor<8x8x48xf32>) -> tensor<8x8x16xf32>
    %224 = stablehlo.reshape %221 : (tensor<8x8x16xf32>) -> tensor<8x8x8x2xf32>
    %225 = stablehlo.transpose %224, dims = [0, 2, 1, 3] : (tensor<8x8x8x2xf32>) -> tensor<8x8x8x2xf32>
    %226 = stablehlo.reshape %222 : (tensor<8x8x16xf32>) -> tensor<8x8x8x2xf32>
    %227 = stablehlo.transpose %226, dims = [0, 2, 1, 3] : (tensor<8x8x8x2xf32>) -> tensor<8x8x8x2xf32>
    %228 = stablehlo.reshape %223 : (tensor<8x8x16xf32>) -> tensor<8x8x8x2xf32>
    %229 = stablehlo.transpose %228, dims = [0, 2, 1, 3] : (tensor<8x8x8x2xf32>) -> tensor<8x8x8x2xf32>
    %230 = stablehlo.transpose %227, dims = [0, 1, 3, 2] : (tensor<8x8x8x2xf32>) -> tensor<8x8x2x8xf32>
    %231 = stablehlo.reshape %225 : (tensor<8x8x8x2xf32>) -> tensor<64x8x2xf32>
    %232 = stablehlo.reshape %230 : (tensor<8x8x2x8xf32>) -> tensor<64x2x8xf32>
    %233 = stablehlo.broadcast_in_dim %232, dims = [0, 1, 2] : (tensor<64x2x8xf32>) -> tensor<64x2x8xf32>
    %234 = stablehlo.dot_general %231, %233, batching_dims = [0] x [0], contracting_dims = [2] x [1] : (tensor<64x8x2xf32>, tensor<64x2x8xf32>) -> tensor<64x8x8xf32>
    %235 = stablehlo.reshape %234 : (tensor<64x8x8xf32>) -> tensor<8x8x8x8xf32>
    %236 = stablehlo.divide %235, %66 : tensor<8x8x8x8xf32>
    %237 = stablehlo.broadcast_in_dim %236, dims = [0, 1, 2, 3] : (tensor<8x8x8x8xf32>) -> tensor<8x8x8x8xf32>
    %238 = stablehlo.select %85, %86, %237 : tensor<8x8x8x8xi1>, tensor<8x8x8x8xf32>
    %239 = stablehlo.reduce(%238 init: %cst_18) applies stablehlo.maximum across dimensions = [3] : (tensor<8x8x8x8xf32>, tensor<f32>) -> tensor<8x8x8xf32>
    %240 = stablehlo.reshape %239 : (tensor<8x8x8xf32>) -> tensor<8x8x8x1xf32>
    %241 = stablehlo.broadcast_in_dim %240, dims = [0, 1, 2, 3] : (tensor<8x8x8x1xf32>) -> tensor<8x8x8x8xf32>
    %242 = stablehlo.subtract %238, %241 : tensor<8x8x8x8xf32>
    %243 = stablehlo.exponential %242 : tensor<8x8x8x8xf32>
    %244 = stablehlo.reduce(%243 init: %cst_16) applies stablehlo.add across dimensions = [3] : (tensor<8x8x8x8xf32>, tensor<f32>) -> tensor<8x8x8xf32>
    %245 = stablehlo.reshape %244 : (tensor<8x8x8xf32>) -> tensor<8x8x8x1xf32>
    %246 = stablehlo.broadcast_in_dim %245, dims = [0, 1, 2, 3] : (tensor<8x8x8x1xf32>) -> tensor<8x8x8x8xf32>
    %247 = stablehlo.divide %243, %246 : tensor<8x8x8x8xf32>
    %248 = stablehlo.reshape %247 : (tensor<8x8x8x8xf32>) -> tensor<64x8x8xf32>
    %249 = stablehlo.reshape %229 : (tensor<8x8x8x2xf32>) -> tensor<64x8x2xf32>
    %250 = stablehlo.broadcast_in_dim %249, dims = [0, 1, 2] : (tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %251 = stablehlo.dot_general %248, %250, batching_dims = [0] x [0], contracting_dims = [2] x [1] : (tensor<64x8x8xf32>, tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %252 = stablehlo.reshape %251 : (tensor<64x8x2xf32>) -> tensor<8x8x8x2xf32>
    %253 = stablehlo.transpose %252, dims = [0, 2, 1, 3] : (tensor<8x8x8x2xf32>) -> tensor<8x8x8x2xf32>
    %254 = stablehlo.reshape %253 : (tensor<8x8x8x2xf32>) -> tensor<8x8x16xf32>
    %255 = stablehlo.transpose %arg18, dims = [1, 0] : (tensor<16x16xf32>) -> tensor<16x16xf32>
    %256 = stablehlo.reshape %254 : (tensor<8x8x16xf32>) -> tensor<64x16xf32>
    %257 = stablehlo.dot_general %256, %255, contracting_dims = [1] x [0] : (tensor<64x16xf32>, tensor<16x16xf32>) -> tensor<64x16xf32>
    %258 = stablehlo.multiply %257, %108 : tensor<64x16xf32>
    %259 = stablehlo.multiply %arg19, %110 : tensor<16xf32>
    %260 = stablehlo.broadcast_in_dim %259, dims = [1] : (tensor<16xf32>) -> tensor<64x16xf32>
    %261 = stablehlo.add %258, %260 : tensor<64x16xf32>
    %262 = stablehlo.reshape %261 : (tensor<64x16xf32>) -> tensor<8x8x16xf32>
    %263 = stablehlo.add %188, %262 : tensor<8x8x16xf32>
    %264 = stablehlo.convert %263 : (tensor<8x8x16xf32>) -> tensor<8x8x16xf64>
    %265 = stablehlo.reduce(%264 init: %cst_20) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf64>, tensor<f64>) -> tensor<8x8xf64>
    %266 = stablehlo.reshape %265 : (tensor<8x8xf64>) -> tensor<8x8x1xf64>
    %267 = stablehlo.divide %266, %9 : tensor<8x8x1xf64>
    %268 = stablehlo.broadcast_in_dim %267, dims = [0, 1, 2] : (tensor<8x8x1xf64>) -> tensor<8x8x16xf64>
    %269 = stablehlo.subtract %264, %268 : tensor<8x8x16xf64>
    %270 = stablehlo.multiply %269, %269 : tensor<8x8x16xf64>
    %271 = stablehlo.reduce(%270 init: %cst_20) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf64>, tensor<f64>) -> tensor<8x8xf64>
    %272 = stablehlo.reshape %271 : (tensor<8x8xf64>) -> tensor<8x8x1xf64>
    %273 = stablehlo.divide %272, %9 : tensor<8x8x1xf64>
    %274 = stablehlo.convert %273 : (tensor<8x8x1xf64>) -> tensor<8x8x1xf32>
    %275 = stablehlo.reduce(%263 init: %cst_16) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<8x8xf32>
    %276 = stablehlo.reshape %275 : (tensor<8x8xf32>) -> tensor<8x8x1xf32>
    %277 = stablehlo.divide %276, %22 : tensor<8x8x1xf32>
    %278 = stablehlo.add %274, %26 : tensor<8x8x1xf32>
    %279 = stablehlo.rsqrt %278 : tensor<8x8x1xf32>
    %280 = stablehlo.broadcast_in_dim %277, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %281 = stablehlo.subtract %263, %280 : tensor<8x8x16xf32>
    %282 = stablehlo.broadcast_in_dim %279, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %283 = stablehlo.multiply %281, %282 : tensor<8x8x16xf32>
    %284 = stablehlo.broadcast_in_dim %arg20, dims = [2] : (tensor<16xf32>) -> tensor<8x8x16xf32>
    %285 = stablehlo.multiply %283, %284 : tensor<8x8x16xf32>
    %286 = stablehlo.broadcast_in_dim %arg21, dims = [2] : (tensor<16xf32>) -> tensor<8x8x16xf32>
    %287 = stablehlo.add %285, %286 : tensor<8x8x16xf32>
    %288 = stablehlo.transpose %arg22, dims = [1, 0] : (tensor<32x16xf32>) -> tensor<16x32xf32>
    %289 = stablehlo.reshape %287 : (tensor<8x8x16xf32>) -> tensor<64x16xf32>
    %290 = stablehlo.dot_general %289, %288, contracting_dims = [1] x [0] : (tensor<64x16xf32>, tensor<16x32xf32>) -> tensor<64x32xf32>
    %291 = stablehlo.multiply %290, %143 : tensor<64x32xf32>
    %292 = stablehlo.multiply %arg23, %145 : tensor<32xf32>
    %293 = stablehlo.broadcast_in_dim %292, dims = [1] : (tensor<32xf32>) -> tensor<64x32xf32>
    %294 = stablehlo.add %291, %293 : tensor<64x32xf32>
    %295 = stablehlo.reshape %294 : (tensor<64x32xf32>) -> tensor<8x8x32xf32>
    %296 = stablehlo.multiply %295, %cst_23 : tensor<8x8x32xf32>
    %297 = stablehlo.multiply %295, %151 : tensor<8x8x32xf32>
    %298 = stablehlo.clamp %cst_24, %297, %cst_25 : tensor<8x8x32xf32>
    %299 = stablehlo.multiply %298, %298 : tensor<8x8x32xf32>
    %300 = stablehlo.multiply %cst_26, %299 : tensor<8x8x32xf32>
    %301 = stablehlo.add %300, %cst_27 : tensor<8x8x32xf32>
    %302 = stablehlo.multiply %301, %299 : tensor<8x8x32xf32>
    %303 = stablehlo.add %302, %cst_28 : tensor<8x8x32xf32>
    %304 = stablehlo.multiply %303, %299 : tensor<8x8x32xf32>
    %305 = stablehlo.add %304, %cst_29 : tensor<8x8x32xf32>
    %306 = stablehlo.multiply %305, %299 : tensor<8x8x32xf32>
    %307 = stablehlo.add %306, %cst_30 : tensor<8x8x32xf32>
    %308 = stablehlo.multiply %307, %299 : tensor<8x8x32xf32>
    %309 = stablehlo.add %308, %cst_31 : tensor<8x8x32xf32>
    %310 = stablehlo.multiply %309, %299 : tensor<8x8x32xf32>
    %311 = stablehlo.add %310, %cst_32 : tensor<8x8x32xf32>
    %312 = stablehlo.multiply %cst_33, %299 : tensor<8x8x32xf32>
    %313 = stablehlo.add %312, %cst_34 : tensor<8x8x32xf32>
    %314 = stablehlo.multiply %313, %299 : tensor<8x8x32xf32>
    %315 = stablehlo.add %314, %cst_35 : tensor<8x8x32xf32>
    %316 = stablehlo.multiply %315, %299 : tensor<8x8x32xf32>
    %317 = stablehlo.add %316, %cst_36 : tensor<8x8x32xf32>
    %318 = stablehlo.multiply %317, %299 : tensor<8x8x32xf32>
    %319 = stablehlo.add %318, %cst_37 : tensor<8x8x32xf32>
    %320 = stablehlo.multiply %298, %311 : tensor<8x8x32xf32>
    %321 = stablehlo.divide %320, %319 : tensor<8x8x32xf32>
    %322 = stablehlo.clamp %cst_38, %321, %cst_21 : tensor<8x8x32xf32>
    %323 = stablehlo.add %322, %cst_21 : tensor<8x8x32xf32>
    %324 = stablehlo.multiply %323, %296 : tensor<8x8x32xf32>
    %325 = stablehlo.transpose %arg24, dims = [1, 0] : (tensor<16x32xf32>) -> tensor<32x16xf32>
    %326 = stablehlo.reshape %324 : (tensor<8x8x32xf32>) -> tensor<64x32xf32>
    %327 = stablehlo.dot_general %326, %325, contracting_dims = [1] x [0] : (tensor<64x32xf32>, tensor<32x16xf32>) -> tensor<64x16xf32>
    %328 = stablehlo.multiply %327, %108 : tensor<64x16xf32>
    %329 = stablehlo.multiply %arg25, %110 : tensor<16xf32>
    %330 = stablehlo.broadcast_in_dim %329, dims = [1] : (tensor<16xf32>) -> tensor<64x16xf32>
    %331 = stablehlo.add %328, %330 : tensor<64x16xf32>
    %332 = stablehlo.reshape %331 : (tensor<64x16xf32>) -> tensor<8x8x16xf32>
    %333 = stablehlo.add %263, %332 : tensor<8x8x16xf32>
    %334 = stablehlo.convert %333 : (tensor<8x8x16xf32>) -> tensor<8x8x16xf64>
    %335 = stablehlo.reduce(%334 init: %cst_20) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf64>, tensor<f64>) -> tensor<8x8xf64>
    %336 = stablehlo.reshape %335 : (tensor<8x8xf64>) -> tensor<8x8x1xf64>
    %337 = stablehlo.divide %336, %9 : tensor<8x8x1xf64>
    %338 = stablehlo.broadcast_in_dim %337, dims = [0, 1, 2] : (tensor<8x8x1xf64>) -> tensor<8x8x16xf64>
    %339 = stablehlo.subtract %334, %338 : tensor<8x8x16xf64>
    %340 = stablehlo.multiply %339, %339 : tensor<8x8x16xf64>
    %341 = stablehlo.reduce(%340 init: %cst_20) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf64>, tensor<f64>) -> tensor<8x8xf64>
    %342 = stablehlo.reshape %341 : (tensor<8x8xf64>) -> tensor<8x8x1xf64>
    %343 = stablehlo.divide %342, %9 : tensor<8x8x1xf64>
    %344 = stablehlo.convert %343 : (tensor<8x8x1xf64>) -> tensor<8x8x1xf32>
    %345 = stablehlo.reduce(%333 init: %cst_16) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<8x8xf32>
    %346 = stablehlo.reshape %345 : (tensor<8x8xf32>) -> tensor<8x8x1xf32>
    %347 = stablehlo.divide %346, %22 : tensor<8x8x1xf32>
    %348 = stablehlo.add %344, %26 : tensor<8x8x1xf32>
    %349 = stablehlo.rsqrt %348 : tensor<8x8x1xf32>
    %350 = stablehlo.broadcast_in_dim %347, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %351 = stablehlo.subtract %333, %350 : tensor<8x8x16xf32>
    %352 = stablehlo.broadcast_in_dim %349, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %353 = stablehlo.multiply %351, %352 : tensor<8x8x16xf32>
    %354 = stablehlo.broadcast_in_dim %arg26, dims = [2] : (tensor<16xf32>) -> tensor<8x8x16xf32>
    %355 = stablehlo.multiply %353, %354 : tensor<8x8x16xf32>
    %356 = stablehlo.broadcast_in_dim %arg27, dims = [2] : (tensor<16xf32>) -> tensor<8x8x16xf32>
    %357 = stablehlo.add %355, %356 : tensor<8x8x16xf32>
    %358 = stablehlo.transpose %arg28, dims = [1, 0] : (tensor<32x16xf32>) -> tensor<16x32xf32>
    %359 = stablehlo.reshape %357 : (tensor<8x8x16xf32>) -> tensor<64x16xf32>
    %360 = stablehlo.dot_general %359, %358, contracting_dims = [1] x [0] : (tensor<64x16xf32>, tensor<16x32xf32>) -> tensor<64x32xf32>
    %361 = stablehlo.reshape %360 : (tensor<64x32xf32>) -> tensor<8x8x32xf32>
    %362 = stablehlo.reshape %361 : (tensor<8x8x32xf32>) -> tensor<64x32xf32>
    %363 = stablehlo.reshape %arg30 : (tensor<8x8xi64>) -> tensor<64xi64>
    %364 = stablehlo.reduce(%362 init: %cst_18) applies stablehlo.maximum across dimensions = [1] : (tensor<64x32xf32>, tensor<f32>) -> tensor<64xf32>
    %365 = stablehlo.reshape %364 : (tensor<64xf32>) -> tensor<64x1xf32>
    %366 = stablehlo.broadcast_in_dim %365, dims = [0, 1] : (tensor<64x1xf32>) -> tensor<64x32xf32>
    %367 = stablehlo.subtract %362, %366 : tensor<64x32xf32>
    %368 = stablehlo.exponential %367 : tensor<64x32xf32>
    %369 = stablehlo.reduce(%368 init: %cst_16) applies stablehlo.add across dimensions = [1] : (tensor<64x32xf32>, tensor<f32>) -> tensor<64xf32>
    %370 = stablehlo.reshape %369 : (tensor<64xf32>) -> tensor<64x1xf32>
    %371 = stablehlo.log %370 : tensor<64x1xf32>
    %372 = stablehlo.broadcast_in_dim %371, dims = [0, 1] : (tensor<64x1xf32>) -> tensor<64x32xf32>
    %373 = stablehlo.subtract %367, %372 : tensor<64x32xf32>
    %374 = stablehlo.compare NE, %363, %c_7, SIGNED : (tensor<64xi64>, tensor<64xi64>) -> tensor<64xi1>
    %375 = stablehlo.broadcast_in_dim %374, dims = [0] : (tensor<64xi1>) -> tensor<64xi1>
    %376 = stablehlo.broadcast_in_dim %363, dims = [0] : (tensor<64xi64>) -> tensor<64xi64>
    %377 = stablehlo.select %375, %376, %c_6 : tensor<64xi1>, tensor<64xi64>
    %378 = stablehlo.reshape %377 : (tensor<64xi64>) -> tensor<64x1xi64>
    %379 = stablehlo.iota dim = 0 : tensor<64x1x1xi64>
    %380 = stablehlo.reshape %378 : (tensor<64x1xi64>) -> tensor<64x1x1xi64>
    %381 = stablehlo.concatenate %379, %380, dim = 2 : (tensor<64x1x1xi64>, tensor<64x1x1xi64>) -> tensor<64x1x2xi64>
    %382 = "stablehlo.gather"(%373, %381) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [0, 1], start_index_map = [0, 1], index_vector_dim = 2>, slice_sizes = array<i64: 1, 1>}> : (tensor<64x32xf32>, tensor<64x1x2xi64>) -> tensor<64x1xf32>
    %383 = stablehlo.reshape %382 : (tensor<64x1xf32>) -> tensor<64xf32>
    %384 = stablehlo.negate %383 : tensor<64xf32>
    %385 = stablehlo.broadcast_in_dim %384, dims = [0] : (tensor<64xf32>) -> tensor<64xf32>
    %386 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %387 = stablehlo.select %375, %385, %386 : tensor<64xi1>, tensor<64xf32>
    %388 = stablehlo.convert %374 : (tensor<64xi1>) -> tensor<64xi64>
    %389 = stablehlo.reduce(%388 init: %c_17) applies stablehlo.add across dimensions = [0] : (tensor<64xi64>, tensor<i64>) -> tensor<i64>
    %390 = stablehlo.convert %389 : (tensor<i64>) -> tensor<f32>
    %391 = stablehlo.reduce(%387 init: %cst_16) applies stablehlo.add across dimensions = [0] : (tensor<64xf32>, tensor<f32>) -> tensor<f32>
    %392 = stablehlo.divide %391, %390 : tensor<f32>
    %393 = stablehlo.divide %cst_15, %390 : tensor<f32>
    %394 = stablehlo.reshape %363 : (tensor<64xi64>) -> tensor<64x1xi64>
    %395 = stablehlo.compare NE, %394, %c_5, SIGNED : (tensor<64x1xi64>, tensor<64x1xi64>) -> tensor<64x1xi1>
    %396 = stablehlo.broadcast_in_dim %395, dims = [0, 1] : (tensor<64x1xi1>) -> tensor<64x1xi1>
    %397 = stablehlo.broadcast_in_dim %394, dims = [0, 1] : (tensor<64x1xi64>) -> tensor<64x1xi64>
    %398 = stablehlo.select %396, %397, %c_4 : tensor<64x1xi1>, tensor<64x1xi64>
    %399 = stablehlo.slice %cst_13 [0:64, 0:1] : (tensor<64x1xf32>) -> tensor<64x1xf32>
    %400 = stablehlo.reshape %398 : (tensor<64x1xi64>) -> tensor<64x1x1xi64>
    %401 = stablehlo.concatenate %379, %400, dim = 2 : (tensor<64x1x1xi64>, tensor<64x1x1xi64>) -> tensor<64x1x2xi64>
    %402 = "stablehlo.scatter"(%cst_14, %401, %399) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [0, 1], scatter_dims_to_operand_dims = [0, 1], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg31: tensor<f32>, %arg32: tensor<f32>):
      stablehlo.return %arg32 : tensor<f32>
    }) : (tensor<64x32xf32>, tensor<64x1x2xi64>, tensor<64x1xf32>) -> tensor<64x32xf32>
    %403 = stablehlo.broadcast_in_dim %393, dims = [] : (tensor<f32>) -> tensor<64x1xf32>
    %404 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f32>) -> tensor<64x1xf32>
    %405 = stablehlo.select %396, %403, %404 : tensor<64x1xi1>, tensor<64x1xf32>
    %406 = stablehlo.broadcast_in_dim %405, dims = [0, 1] : (tensor<64x1xf32>) -> tensor<64x32xf32>
    %407 = stablehlo.multiply %402, %406 : tensor<64x32xf32>
    %408 = stablehlo.exponential %373 : tensor<64x32xf32>
    %409 = stablehlo.reduce(%407 init: %cst_16) applies stablehlo.add across dimensions = [1] : (tensor<64x32xf32>, tensor<f32>) -> tensor<64xf32>
    %410 = stablehlo.reshape %409 : (tensor<64xf32>) -> tensor<64x1xf32>
    %411 = stablehlo.broadcast_in_dim %410, dims = [0, 1] : (tensor<64x1xf32>) -> tensor<64x32xf32>
    %412 = stablehlo.multiply %408, %411 : tensor<64x32xf32>
    %413 = stablehlo.subtract %407, %412 : tensor<64x32xf32>
    %414 = stablehlo.reshape %413 : (tensor<64x32xf32>) -> tensor<8x8x32xf32>
    %415 = stablehlo.reshape %414 : (tensor<8x8x32xf32>) -> tensor<64x32xf32>
    %416 = stablehlo.transpose %415, dims = [1, 0] : (tensor<64x32xf32>) -> tensor<32x64xf32>
    %417 = stablehlo.dot_general %416, %359, contracting_dims = [1] x [0] : (tensor<32x64xf32>, tensor<64x16xf32>) -> tensor<32x16xf32>
    %418 = stablehlo.transpose %417, dims = [1, 0] : (tensor<32x16xf32>) -> tensor<16x32xf32>
    %419 = stablehlo.transpose %358, dims = [1, 0] : (tensor<16x32xf32>) -> tensor<32x16xf32>
    %420 = stablehlo.dot_general %415, %419, contracting_dims = [1] x [0] : (tensor<64x32xf32>, tensor<32x16xf32>) -> tensor<64x16xf32>
    %421 = stablehlo.reshape %420 : (tensor<64x16xf32>) -> tensor<8x8x16xf32>
    %422 = stablehlo.transpose %418, dims = [1, 0] : (tensor<16x32xf32>) -> tensor<32x16xf32>
    %423 = stablehlo.multiply %421, %354 : tensor<8x8x16xf32>
    %424 = stablehlo.broadcast_in_dim %21, dims = [] : (tensor<f32>) -> tensor<8x8x16xf32>
    %425 = stablehlo.multiply %423, %424 : tensor<8x8x16xf32>
    %426 = stablehlo.reduce(%423 init: %cst_16) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<8x8xf32>
    %427 = stablehlo.reshape %426 : (tensor<8x8xf32>) -> tensor<8x8x1xf32>
    %428 = stablehlo.multiply %423, %353 : tensor<8x8x16xf32>
    %429 = stablehlo.reduce(%428 init: %cst_16) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<8x8xf32>
    %430 = stablehlo.reshape %429 : (tensor<8x8xf32>) -> tensor<8x8x1xf32>
    %431 = stablehlo.broadcast_in_dim %430, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %432 = stablehlo.multiply %353, %431 : tensor<8x8x16xf32>
    %433 = stablehlo.broadcast_in_dim %427, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %434 = stablehlo.subtract %425, %433 : tensor<8x8x16xf32>
    %435 = stablehlo.subtract %434, %432 : tensor<8x8x16xf32>
    %436 = stablehlo.divide %349, %22 : tensor<8x8x1xf32>
    %437 = stablehlo.broadcast_in_dim %436, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %438 = stablehlo.multiply %437, %435 : tensor<8x8x16xf32>
    %439 = stablehlo.multiply %421, %353 : tensor<8x8x16xf32>
    %440 = stablehlo.reduce(%439 init: %cst_16) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<16xf32>
    %441 = stablehlo.reduce(%421 init: %cst_16) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<16xf32>
    %442 = stablehlo.reshape %438 : (tensor<8x8x16xf32>) -> tensor<64x16xf32>
    %443 = stablehlo.transpose %325, dims = [1, 0] : (tensor<32x16xf32>) -> tensor<16x32xf32>
    %444 = stablehlo.dot_general %442, %443, contracting_dims = [1] x [0] : (tensor<64x16xf32>, tensor<16x32xf32>) -> tensor<64x32xf32>
    %445 = stablehlo.transpose %442, dims = [1, 0] : (tensor<64x16xf32>) -> tensor<16x64xf32>
    %446 = stablehlo.dot_general %445, %326, contracting_dims = [1] x [0] : (tensor<16x64xf32>, tensor<64x32xf32>) -> tensor<16x32xf32>
    %447 = stablehlo.transpose %446, dims = [1, 0] : (tensor<16x32xf32>) -> tensor<32x16xf32>
    %448 = stablehlo.reduce(%442 init: %cst_16) applies stablehlo.add across dimensions = [0] : (tensor<64x16xf32>, tensor<f32>) -> tensor<16xf32>
    %449 = stablehlo.reshape %448 : (tensor<16xf32>) -> tensor<1x16xf32>
    %450 = stablehlo.reshape %449 : (tensor<1x16xf32>) -> tensor<16xf32>
    %451 = stablehlo.reshape %444 : (tensor<64x32xf32>) -> tensor<8x8x32xf32>
    %452 = stablehlo.transpose %447, dims = [1, 0] : (tensor<32x16xf32>) -> tensor<16x32xf32>
    %453 = stablehlo.convert %cst_43 : (tensor<1xf64>) -> tensor<1xf32>
    %454 = stablehlo.reshape %453 : (tensor<1xf32>) -> tensor<f32>
    %455 = stablehlo.broadcast_in_dim %454, dims = [] : (tensor<f32>) -> tensor<8x8x32xf32>
    %456 = stablehlo.multiply %295, %455 : tensor<8x8x32xf32>
    %457 = stablehlo.clamp %cst_24, %456, %cst_25 : tensor<8x8x32xf32>
    %458 = stablehlo.multiply %457, %457 : tensor<8x8x32xf32>
    %459 = stablehlo.multiply %cst_26, %458 : tensor<8x8x32xf32>
    %460 = stablehlo.add %459, %cst_27 : tensor<8x8x32xf32>
    %461 = stablehlo.multiply %460, %458 : tensor<8x8x32xf32>
    %462 = stablehlo.add %461, %cst_28 : tensor<8x8x32xf32>
    %463 = stablehlo.multiply %462, %458 : tensor<8x8x32xf32>
    %464 = stablehlo.add %463, %cst_29 : tensor<8x8x32xf32>
    %465 = stablehlo.multiply %464, %458 : tensor<8x8x32xf32>
    %466 = stablehlo.add %465, %cst_30 : tensor<8x8x32xf32>
    %467 = stablehlo.multiply %466, %458 : tensor<8x8x32xf32>
    %468 = stablehlo.add %467, %cst_31 : tensor<8x8x32xf32>
    %469 = stablehlo.multiply %468, %458 : tensor<8x8x32xf32>
    %470 = stablehlo.add %469, %cst_32 : tensor<8x8x32xf32>
    %471 = stablehlo.multiply %cst_33, %458 : tensor<8x8x32xf32>
    %472 = stablehlo.add %471, %cst_34 : tensor<8x8x32xf32>
    %473 = stablehlo.multiply %472, %458 : tensor<8x8x32xf32>
    %474 = stablehlo.add %473, %cst_35 : tensor<8x8x32xf32>
    %475 = stablehlo.multiply %474, %458 : tensor<8x8x32xf32>
    %476 = stablehlo.add %475, %cst_36 : tensor<8x8x32xf32>
    %477 = stablehlo.multiply %476, %458 : tensor<8x8x32xf32>
    %478 = stablehlo.add %477, %cst_37 : tensor<8x8x32xf32>
    %479 = stablehlo.multiply %457, %470 : tensor<8x8x32xf32>
    %480 = stablehlo.divide %479, %478 : tensor<8x8x32xf32>
    %481 = stablehlo.clamp %cst_38, %480, %cst_21 : tensor<8x8x32xf32>
    %482 = stablehlo.broadcast_in_dim %41, dims = [] : (tensor<f32>) -> tensor<8x8x32xf32>
    %483 = stablehlo.add %481, %482 : tensor<8x8x32xf32>
    %484 = stablehlo.convert %cst_44 : (tensor<1xf64>) -> tensor<1xf32>
    %485 = stablehlo.reshape %484 : (tensor<1xf32>) -> tensor<f32>
    %486 = stablehlo.broadcast_in_dim %485, dims = [] : (tensor<f32>) -> tensor<8x8x32xf32>
    %487 = stablehlo.multiply %483, %486 : tensor<8x8x32xf32>
    %488 = stablehlo.multiply %295, %295 : tensor<8x8x32xf32>
    %489 = stablehlo.convert %cst_45 : (tensor<1xf64>) -> tensor<1xf32>
    %490 = stablehlo.reshape %489 : (tensor<1xf32>) -> tensor<f32>
    %491 = stablehlo.broadcast_in_dim %490, dims = [] : (tensor<f32>) -> tensor<8x8x32xf32>
    %492 = stablehlo.multiply %488, %491 : tensor<8x8x32xf32>
    %493 = stablehlo.exponential %492 : tensor<8x8x32xf32>
    %494 = stablehlo.convert %cst_46 : (tensor<1xf64>) -> tensor<1xf32>
    %495 = stablehlo.reshape %494 : (tensor<1xf32>) -> tensor<f32>
    %496 = stablehlo.broadcast_in_dim %495, dims = [] : (tensor<f32>) -> tensor<8x8x32xf32>
    %497 = stablehlo.multiply %493, %496 : tensor<8x8x32xf32>
    %498 = stablehlo.multiply %295, %497 : tensor<8x8x32xf32>
    %499 = stablehlo.add %487, %498 : tensor<8x8x32xf32>
    %500 = stablehlo.multiply %451, %499 : tensor<8x8x32xf32>
    %501 = stablehlo.reshape %500 : (tensor<8x8x32xf32>) -> tensor<64x32xf32>
    %502 = stablehlo.transpose %288, dims = [1, 0] : (tensor<16x32xf32>) -> tensor<32x16xf32>
    %503 = stablehlo.dot_general %501, %502, contracting_dims = [1] x [0] : (tensor<64x32xf32>, tensor<32x16xf32>) -> tensor<64x16xf32>
    %504 = stablehlo.transpose %501, dims = [1, 0] : (tensor<64x32xf32>) -> tensor<32x64xf32>
    %505 = stablehlo.dot_general %504, %289, contracting_dims = [1] x [0] : (tensor<32x64xf32>, tensor<64x16xf32>) -> tensor<32x16xf32>
    %506 = stablehlo.transpose %505, dims = [1, 0] : (tensor<32x16xf32>) -> tensor<16x32xf32>
    %507 = stablehlo.reduce(%501 init: %cst_16) applies stablehlo.add across dimensions = [0] : (tensor<64x32xf32>, tensor<f32>) -> tensor<32xf32>
    %508 = stablehlo.reshape %507 : (tensor<32xf32>) -> tensor<1x32xf32>
    %509 = stablehlo.reshape %508 : (tensor<1x32xf32>) -> tensor<32xf32>
    %510 = stablehlo.reshape %503 : (tensor<64x16xf32>) -> tensor<8x8x16xf32>
    %511 = stablehlo.transpose %506, dims = [1, 0] : (tensor<16x32xf32>) -> tensor<32x16xf32>
    %512 = stablehlo.multiply %510, %284 : tensor<8x8x16xf32>
    %513 = stablehlo.multiply %512, %424 : tensor<8x8x16xf32>
    %514 = stablehlo.reduce(%512 init: %cst_16) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<8x8xf32>
    %515 = stablehlo.reshape %514 : (tensor<8x8xf32>) -> tensor<8x8x1xf32>
    %516 = stablehlo.multiply %512, %283 : tensor<8x8x16xf32>
    %517 = stablehlo.reduce(%516 init: %cst_16) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<8x8xf32>
    %518 = stablehlo.reshape %517 : (tensor<8x8xf32>) -> tensor<8x8x1xf32>
    %519 = stablehlo.broadcast_in_dim %518, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %520 = stablehlo.multiply %283, %519 : tensor<8x8x16xf32>
    %521 = stablehlo.broadcast_in_dim %515, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %522 = stablehlo.subtract %513, %521 : tensor<8x8x16xf32>
    %523 = stablehlo.subtract %522, %520 : tensor<8x8x16xf32>
    %524 = stablehlo.divide %279, %22 : tensor<8x8x1xf32>
    %525 = stablehlo.broadcast_in_dim %524, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %526 = stablehlo.multiply %525, %523 : tensor<8x8x16xf32>
    %527 = stablehlo.multiply %510, %283 : tensor<8x8x16xf32>
    %528 = stablehlo.reduce(%527 init: %cst_16) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<16xf32>
    %529 = stablehlo.reduce(%510 init: %cst_16) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<16xf32>
    %530 = stablehlo.add %438, %526 : tensor<8x8x16xf32>
    %531 = stablehlo.reshape %530 : (tensor<8x8x16xf32>) -> tensor<64x16xf32>
    %532 = stablehlo.transpose %255, dims = [1, 0] : (tensor<16x16xf32>) -> tensor<16x16xf32>
    %533 = stablehlo.dot_general %531, %532, contracting_dims = [1] x [0] : (tensor<64x16xf32>, tensor<16x16xf32>) -> tensor<64x16xf32>
    %534 = stablehlo.transpose %531, dims = [1, 0] : (tensor<64x16xf32>) -> tensor<16x64xf32>
    %535 = stablehlo.dot_general %534, %256, contracting_dims = [1] x [0] : (tensor<16x64xf32>, tensor<64x16xf32>) -> tensor<16x16xf32>
    %536 = stablehlo.transpose %535, dims = [1, 0] : (tensor<16x16xf32>) -> tensor<16x16xf32>
    %537 = stablehlo.reduce(%531 init: %cst_16) applies stablehlo.add across dimensions = [0] : (tensor<64x16xf32>, tensor<f32>) -> tensor<16xf32>
    %538 = stablehlo.reshape %537 : (tensor<16xf32>) -> tensor<1x16xf32>
    %539 = stablehlo.reshape %538 : (tensor<1x16xf32>) -> tensor<16xf32>
    %540 = stablehlo.reshape %533 : (tensor<64x16xf32>) -> tensor<8x8x16xf32>
    %541 = stablehlo.transpose %536, dims = [1, 0] : (tensor<16x16xf32>) -> tensor<16x16xf32>
    %542 = stablehlo.reshape %540 : (tensor<8x8x16xf32>) -> tensor<8x8x8x2xf32>
    %543 = stablehlo.transpose %542, dims = [0, 2, 1, 3] : (tensor<8x8x8x2xf32>) -> tensor<8x8x8x2xf32>
    %544 = stablehlo.reshape %543 : (tensor<8x8x8x2xf32>) -> tensor<64x8x2xf32>
    %545 = stablehlo.transpose %248, dims = [0, 2, 1] : (tensor<64x8x8xf32>) -> tensor<64x8x8xf32>
    %546 = stablehlo.broadcast_in_dim %544, dims = [0, 1, 2] : (tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %547 = stablehlo.dot_general %545, %546, batching_dims = [0] x [0], contracting_dims = [2] x [1] : (tensor<64x8x8xf32>, tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %548 = stablehlo.transpose %249, dims = [0, 2, 1] : (tensor<64x8x2xf32>) -> tensor<64x2x8xf32>
    %549 = stablehlo.broadcast_in_dim %548, dims = [0, 1, 2] : (tensor<64x2x8xf32>) -> tensor<64x2x8xf32>
    %550 = stablehlo.dot_general %544, %549, batching_dims = [0] x [0], contracting_dims = [2] x [1] : (tensor<64x8x2xf32>, tensor<64x2x8xf32>) -> tensor<64x8x8xf32>
    %551 = stablehlo.reshape %547 : (tensor<64x8x2xf32>) -> tensor<8x8x8x2xf32>
    %552 = stablehlo.reshape %550 : (tensor<64x8x8xf32>) -> tensor<8x8x8x8xf32>
    %553 = stablehlo.multiply %552, %247 : tensor<8x8x8x8xf32>
    %554 = stablehlo.reduce(%553 init: %cst_16) applies stablehlo.add across dimensions = [3] : (tensor<8x8x8x8xf32>, tensor<f32>) -> tensor<8x8x8xf32>
    %555 = stablehlo.reshape %554 : (tensor<8x8x8xf32>) -> tensor<8x8x8x1xf32>
    %556 = stablehlo.broadcast_in_dim %555, dims = [0, 1, 2, 3] : (tensor<8x8x8x1xf32>) -> tensor<8x8x8x8xf32>
    %557 = stablehlo.multiply %247, %556 : tensor<8x8x8x8xf32>
    %558 = stablehlo.subtract %553, %557 : tensor<8x8x8x8xf32>
    %559 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f32>) -> tensor<8x8x8x8xf32>
    %560 = stablehlo.broadcast_in_dim %558, dims = [0, 1, 2, 3] : (tensor<8x8x8x8xf32>) -> tensor<8x8x8x8xf32>
    %561 = stablehlo.select %85, %559, %560 : tensor<8x8x8x8xi1>, tensor<8x8x8x8xf32>
    %562 = stablehlo.divide %561, %66 : tensor<8x8x8x8xf32>
    %563 = stablehlo.reshape %562 : (tensor<8x8x8x8xf32>) -> tensor<64x8x8xf32>
    %564 = stablehlo.transpose %231, dims = [0, 2, 1] : (tensor<64x8x2xf32>) -> tensor<64x2x8xf32>
    %565 = stablehlo.broadcast_in_dim %563, dims = [0, 1, 2] : (tensor<64x8x8xf32>) -> tensor<64x8x8xf32>
    %566 = stablehlo.dot_general %564, %565, batching_dims = [0] x [0], contracting_dims = [2] x [1] : (tensor<64x2x8xf32>, tensor<64x8x8xf32>) -> tensor<64x2x8xf32>
    %567 = stablehlo.transpose %232, dims = [0, 2, 1] : (tensor<64x2x8xf32>) -> tensor<64x8x2xf32>
    %568 = stablehlo.broadcast_in_dim %567, dims = [0, 1, 2] : (tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %569 = stablehlo.dot_general %563, %568, batching_dims = [0] x [0], contracting_dims = [2] x [1] : (tensor<64x8x8xf32>, tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %570 = stablehlo.reshape %566 : (tensor<64x2x8xf32>) -> tensor<8x8x2x8xf32>
    %571 = stablehlo.reshape %569 : (tensor<64x8x2xf32>) -> tensor<8x8x8x2xf32>
    %572 = stablehlo.transpose %570, dims = [0, 1, 3, 2] : (tensor<8x8x2x8xf32>) -> tensor<8x8x8x2xf32>
    %573 = stablehlo.transpose %551, dims = [0, 2, 1, 3] : (tensor<8x8x8x2xf32>) -> tensor<8x8x8x2xf32>
    %574 = stablehlo.reshape %573 : (tensor<8x8x8x2xf32>) -> tensor<8x8x16xf32>
    %575 = stablehlo.transpose %572, dims = [0, 2, 1, 3] : (tensor<8x8x8x2xf32>) -> tensor<8x8x8x2xf32>
    %576 = stablehlo.reshape %575 : (tensor<8x8x8x2xf32>) -> tensor<8x8x16xf32>
    %577 = stablehlo.transpose %571, dims = [0, 2, 1, 3] : (tensor<8x8x8x2xf32>) -> tensor<8x8x8x2xf32>
    %578 = stablehlo.reshape %577 : (tensor<8x8x8x2xf32>) -> tensor<8x8x16xf32>
    %579 = stablehlo.concatenate %578, %576, %574, dim = 2 : (tensor<8x8x16xf32>, tensor<8x8x16xf32>, tensor<8x8x16xf32>) -> tensor<8x8x48xf32>
    %580 = stablehlo.reshape %579 : (tensor<8x8x48xf32>) -> tensor<64x48xf32>
    %581 = stablehlo.transpose %213, dims = [1, 0] : (tensor<16x48xf32>) -> tensor<48x16xf32>
    %582 = stablehlo.dot_general %580, %581, contracting_dims = [1] x [0] : (tensor<64x48xf32>, tensor<48x16xf32>) -> tensor<64x16xf32>
    %583 = stablehlo.transpose %580, dims = [1, 0] : (tensor<64x48xf32>) -> tensor<48x64xf32>
    %584 = stablehlo.dot_general %583, %214, contracting_dims = [1] x [0] : (tensor<48x64xf32>, tensor<64x16xf32>) -> tensor<48x16xf32>
    %585 = stablehlo.transpose %584, dims = [1, 0] : (tensor<48x16xf32>) -> tensor<16x48xf32>
    %586 = stablehlo.reduce(%580 init: %cst_16) applies stablehlo.add across dimensions = [0] : (tensor<64x48xf32>, tensor<f32>) -> tensor<48xf32>
    %587 = stablehlo.reshape %586 : (tensor<48xf32>) -> tensor<1x48xf32>
    %588 = stablehlo.reshape %587 : (tensor<1x48xf32>) -> tensor<48xf32>
    %589 = stablehlo.reshape %582 : (tensor<64x16xf32>) -> tensor<8x8x16xf32>
    %590 = stablehlo.transpose %585, dims = [1, 0] : (tensor<16x48xf32>) -> tensor<48x16xf32>
    %591 = stablehlo.multiply %589, %209 : tensor<8x8x16xf32>
    %592 = stablehlo.multiply %591, %424 : tensor<8x8x16xf32>
    %593 = stablehlo.reduce(%591 init: %cst_16) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<8x8xf32>
    %594 = stablehlo.reshape %593 : (tensor<8x8xf32>) -> tensor<8x8x1xf32>
    %595 = stablehlo.multiply %591, %208 : tensor<8x8x16xf32>
    %596 = stablehlo.reduce(%595 init: %cst_16) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<8x8xf32>
    %597 = stablehlo.reshape %596 : (tensor<8x8xf32>) -> tensor<8x8x1xf32>
    %598 = stablehlo.broadcast_in_dim %597, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %599 = stablehlo.multiply %208, %598 : tensor<8x8x16xf32>
    %600 = stablehlo.broadcast_in_dim %594, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %601 = stablehlo.subtract %592, %600 : tensor<8x8x16xf32>
    %602 = stablehlo.subtract %601, %599 : tensor<8x8x16xf32>
    %603 = stablehlo.divide %204, %22 : tensor<8x8x1xf32>
    %604 = stablehlo.broadcast_in_dim %603, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %605 = stablehlo.multiply %604, %602 : tensor<8x8x16xf32>
    %606 = stablehlo.multiply %589, %208 : tensor<8x8x16xf32>
    %607 = stablehlo.reduce(%606 init: %cst_16) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<16xf32>
    %608 = stablehlo.reduce(%589 init: %cst_16) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<16xf32>
    %609 = stablehlo.add %530, %605 : tensor<8x8x16xf32>
    %610 = stablehlo.reshape %609 : (tensor<8x8x16xf32>) -> tensor<64x16xf32>
    %611 = stablehlo.transpose %180, dims = [1, 0] : (tensor<32x16xf32>) -> tensor<16x32xf32>
    %612 = stablehlo.dot_general %610, %611, contracting_dims = [1] x [0] : (tensor<64x16xf32>, tensor<16x32xf32>) -> tensor<64x32xf32>
    %613 = stablehlo.transpose %610, dims = [1, 0] : (tensor<64x16xf32>) -> tensor<16x64xf32>
    %614 = stablehlo.dot_general %613, %181, contracting_dims = [1] x [0] : (tensor<16x64xf32>, tensor<64x32xf32>) -> tensor<16x32xf32>
    %615 = stablehlo.transpose %614, dims = [1, 0] : (tensor<16x32xf32>) -> tensor<32x16xf32>
    %616 = stablehlo.reduce(%610 init: %cst_16) applies stablehlo.add across dimensions = [0] : (tensor<64x16xf32>, tensor<f32>) -> tensor<16xf32>
    %617 = stablehlo.reshape %616 : (tensor<16xf32>) -> tensor<1x16xf32>
    %618 = stablehlo.reshape %617 : (tensor<1x16xf32>) -> tensor<16xf32>
    %619 = stablehlo.reshape %612 : (tensor<64x32xf32>) -> tensor<8x8x32xf32>
    %620 = stablehlo.transpose %615, dims = [1, 0] : (tensor<32x16xf32>) -> tensor<16x32xf32>
    %621 = stablehlo.multiply %149, %455 : tensor<8x8x32xf32>
    %622 = stablehlo.clamp %cst_24, %621, %cst_25 : tensor<8x8x32xf32>
    %623 = stablehlo.multiply %622, %622 : tensor<8x8x32xf32>
    %624 = stablehlo.multiply %cst_26, %623 : tensor<8x8x32xf32>
    %625 = stablehlo.add %624, %cst_27 : tensor<8x8x32xf32>
    %626 = stablehlo.multiply %625, %623 : tensor<8x8x32xf32>
    %627 = stablehlo.add %626, %cst_28 : tensor<8x8x32xf32>
    %628 = stablehlo.multiply %627, %623 : tensor<8x8x32xf32>
    %629 = stablehlo.add %628, %cst_29 : tensor<8x8x32xf32>
    %630 = stablehlo.multiply %629, %623 : tensor<8x8x32xf32>
    %631 = stablehlo.add %630, %cst_30 : tensor<8x8x32xf32>
    %632 = stablehlo.multiply %631, %623 : tensor<8x8x32xf32>
    %633 = stablehlo.add %632, %cst_31 : tensor<8x8x32xf32>
    %634 = stablehlo.multiply %633, %623 : tensor<8x8x32xf32>
    %635 = stablehlo.add %634, %cst_32 : tensor<8x8x32xf32>
    %636 = stablehlo.multiply %cst_33, %623 : tensor<8x8x32xf32>
    %637 = stablehlo.add %636, %cst_34 : tensor<8x8x32xf32>
    %638 = stablehlo.multiply %637, %623 : tensor<8x8x32xf32>
    %639 = stablehlo.add %638, %cst_35 : tensor<8x8x32xf32>
    %640 = stablehlo.multiply %639, %623 : tensor<8x8x32xf32>
    %641 = stablehlo.add %640, %cst_36 : tensor<8x8x32xf32>
    %642 = stablehlo.multiply %641, %623 : tensor<8x8x32xf32>
    %643 = stablehlo.add %642, %cst_37 : tensor<8x8x32xf32>
    %644 = stablehlo.multiply %622, %635 : tensor<8x8x32xf32>
    %645 = stablehlo.divide %644, %643 : tensor<8x8x32xf32>
    %646 = stablehlo.clamp %cst_38, %645, %cst_21 : tensor<8x8x32xf32>
    %647 = stablehlo.add %646, %482 : tensor<8x8x32xf32>
    %648 = stablehlo.multiply %647, %486 : tensor<8x8x32xf32>
    %649 = stablehlo.multiply %149, %149 : tensor<8x8x32xf32>
    %650 = stablehlo.multiply %649, %491 : tensor<8x8x32xf32>
    %651 = stablehlo.exponential %650 : tensor<8x8x32xf32>
    %652 = stablehlo.multiply %651, %496 : tensor<8x8x32xf32>
    %653 = stablehlo.multiply %149, %652 : tensor<8x8x32xf32>
    %654 = stablehlo.add %648, %653 : tensor<8x8x32xf32>
    %655 = stablehlo.multiply %619, %654 : tensor<8x8x32xf32>
    %656 = stablehlo.reshape %655 : (tensor<8x8x32xf32>) -> tensor<64x32xf32>
    %657 = stablehlo.transpose %140, dims = [1, 0] : (tensor<16x32xf32>) -> tensor<32x16xf32>
    %658 = stablehlo.dot_general %656, %657, contracting_dims = [1] x [0] : (tensor<64x32xf32>, tensor<32x16xf32>) -> tensor<64x16xf32>
    %659 = stablehlo.transpose %656, dims = [1, 0] : (tensor<64x32xf32>) -> tensor<32x64xf32>
    %660 = stablehlo.dot_general %659, %141, contracting_dims = [1] x [0] : (tensor<32x64xf32>, tensor<64x16xf32>) -> tensor<32x16xf32>
    %661 = stablehlo.transpose %660, dims = [1, 0] : (tensor<32x16xf32>) -> tensor<16x32xf32>
    %662 = stablehlo.reduce(%656 init: %cst_16) applies stablehlo.add across dimensions = [0] : (tensor<64x32xf32>, tensor<f32>) -> tensor<32xf32>
    %663 = stablehlo.reshape %662 : (tensor<32xf32>) -> tensor<1x32xf32>
    %664 = stablehlo.reshape %663 : (tensor<1x32xf32>) -> tensor<32xf32>
    %665 = stablehlo.reshape %658 : (tensor<64x16xf32>) -> tensor<8x8x16xf32>
    %666 = stablehlo.transpose %661, dims = [1, 0] : (tensor<16x32xf32>) -> tensor<32x16xf32>
    %667 = stablehlo.multiply %665, %136 : tensor<8x8x16xf32>
    %668 = stablehlo.multiply %667, %424 : tensor<8x8x16xf32>
    %669 = stablehlo.reduce(%667 init: %cst_16) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<8x8xf32>
    %670 = stablehlo.reshape %669 : (tensor<8x8xf32>) -> tensor<8x8x1xf32>
    %671 = stablehlo.multiply %667, %135 : tensor<8x8x16xf32>
    %672 = stablehlo.reduce(%671 init: %cst_16) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<8x8xf32>
    %673 = stablehlo.reshape %672 : (tensor<8x8xf32>) -> tensor<8x8x1xf32>
    %674 = stablehlo.broadcast_in_dim %673, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %675 = stablehlo.multiply %135, %674 : tensor<8x8x16xf32>
    %676 = stablehlo.broadcast_in_dim %670, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %677 = stablehlo.subtract %668, %676 : tensor<8x8x16xf32>
    %678 = stablehlo.subtract %677, %675 : tensor<8x8x16xf32>
    %679 = stablehlo.divide %131, %22 : tensor<8x8x1xf32>
    %680 = stablehlo.broadcast_in_dim %679, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %681 = stablehlo.multiply %680, %678 : tensor<8x8x16xf32>
    %682 = stablehlo.multiply %665, %135 : tensor<8x8x16xf32>
    %683 = stablehlo.reduce(%682 init: %cst_16) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<16xf32>
    %684 = stablehlo.reduce(%665 init: %cst_16) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<16xf32>
    %685 = stablehlo.add %609, %681 : tensor<8x8x16xf32>
    %686 = stablehlo.reshape %685 : (tensor<8x8x16xf32>) -> tensor<64x16xf32>
    %687 = stablehlo.transpose %105, dims = [1, 0] : (tensor<16x16xf32>) -> tensor<16x16xf32>
    %688 = stablehlo.dot_general %686, %687, contracting_dims = [1] x [0] : (tensor<64x16xf32>, tensor<16x16xf32>) -> tensor<64x16xf32>
    %689 = stablehlo.transpose %686, dims = [1, 0] : (tensor<64x16xf32>) -> tensor<16x64xf32>
    %690 = stablehlo.dot_general %689, %106, contracting_dims = [1] x [0] : (tensor<16x64xf32>, tensor<64x16xf32>) -> tensor<16x16xf32>
    %691 = stablehlo.transpose %690, dims = [1, 0] : (tensor<16x16xf32>) -> tensor<16x16xf32>
    %692 = stablehlo.reduce(%686 init: %cst_16) applies stablehlo.add across dimensions = [0] : (tensor<64x16xf32>, tensor<f32>) -> tensor<16xf32>
    %693 = stablehlo.reshape %692 : (tensor<16xf32>) -> tensor<1x16xf32>
    %694 = stablehlo.reshape %693 : (tensor<1x16xf32>) -> tensor<16xf32>
    %695 = stablehlo.reshape %688 : (tensor<64x16xf32>) -> tensor<8x8x16xf32>
    %696 = stablehlo.transpose %691, dims = [1, 0] : (tensor<16x16xf32>) -> tensor<16x16xf32>
    %697 = stablehlo.reshape %695 : (tensor<8x8x16xf32>) -> tensor<8x8x8x2xf32>
    %698 = stablehlo.transpose %697, dims = [0, 2, 1, 3] : (tensor<8x8x8x2xf32>) -> tensor<8x8x8x2xf32>
    %699 = stablehlo.reshape %698 : (tensor<8x8x8x2xf32>) -> tensor<64x8x2xf32>
    %700 = stablehlo.transpose %98, dims = [0, 2, 1] : (tensor<64x8x8xf32>) -> tensor<64x8x8xf32>
    %701 = stablehlo.broadcast_in_dim %699, dims = [0, 1, 2] : (tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %702 = stablehlo.dot_general %700, %701, batching_dims = [0] x [0], contracting_dims = [2] x [1] : (tensor<64x8x8xf32>, tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %703 = stablehlo.transpose %99, dims = [0, 2, 1] : (tensor<64x8x2xf32>) -> tensor<64x2x8xf32>
    %704 = stablehlo.broadcast_in_dim %703, dims = [0, 1, 2] : (tensor<64x2x8xf32>) -> tensor<64x2x8xf32>
    %705 = stablehlo.dot_general %699, %704, batching_dims = [0] x [0], contracting_dims = [2] x [1] : (tensor<64x8x2xf32>, tensor<64x2x8xf32>) -> tensor<64x8x8xf32>
    %706 = stablehlo.reshape %702 : (tensor<64x8x2xf32>) -> tensor<8x8x8x2xf32>
    %707 = stablehlo.reshape %705 : (tensor<64x8x8xf32>) -> tensor<8x8x8x8xf32>
    %708 = stablehlo.multiply %707, %97 : tensor<8x8x8x8xf32>
    %709 = stablehlo.reduce(%708 init: %cst_16) applies stablehlo.add across dimensions = [3] : (tensor<8x8x8x8xf32>, tensor<f32>) -> tensor<8x8x8xf32>
    %710 = stablehlo.reshape %709 : (tensor<8x8x8xf32>) -> tensor<8x8x8x1xf32>
    %711 = stablehlo.broadcast_in_dim %710, dims = [0, 1, 2, 3] : (tensor<8x8x8x1xf32>) -> tensor<8x8x8x8xf32>
    %712 = stablehlo.multiply %97, %711 : tensor<8x8x8x8xf32>
    %713 = stablehlo.subtract %708, %712 : tensor<8x8x8x8xf32>
    %714 = stablehlo.broadcast_in_dim %713, dims = [0, 1, 2, 3] : (tensor<8x8x8x8xf32>) -> tensor<8x8x8x8xf32>
    %715 = stablehlo.select %85, %559, %714 : tensor<8x8x8x8xi1>, tensor<8x8x8x8xf32>
    %716 = stablehlo.divide %715, %66 : tensor<8x8x8x8xf32>
    %717 = stablehlo.reshape %716 : (tensor<8x8x8x8xf32>) -> tensor<64x8x8xf32>
    %718 = stablehlo.transpose %59, dims = [0, 2, 1] : (tensor<64x8x2xf32>) -> tensor<64x2x8xf32>
    %719 = stablehlo.broadcast_in_dim %717, dims = [0, 1, 2] : (tensor<64x8x8xf32>) -> tensor<64x8x8xf32>
    %720 = stablehlo.dot_general %718, %719, batching_dims = [0] x [0], contracting_dims = [2] x [1] : (tensor<64x2x8xf32>, tensor<64x8x8xf32>) -> tensor<64x2x8xf32>
    %721 = stablehlo.transpose %60, dims = [0, 2, 1] : (tensor<64x2x8xf32>) -> tensor<64x8x2xf32>
    %722 = stablehlo.broadcast_in_dim %721, dims = [0, 1, 2] : (tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %723 = stablehlo.dot_general %717, %722, batching_dims = [0] x [0], contracting_dims = [2] x [1] : (tensor<64x8x8xf32>, tensor<64x8x2xf32>) -> tensor<64x8x2xf32>
    %724 = stablehlo.reshape %720 : (tensor<64x2x8xf32>) -> tensor<8x8x2x8xf32>
    %725 = stablehlo.reshape %723 : (tensor<64x8x2xf32>) -> tensor<8x8x8x2xf32>
    %726 = stablehlo.transpose %724, dims = [0, 1, 3, 2] : (tensor<8x8x2x8xf32>) -> tensor<8x8x8x2xf32>
    %727 = stablehlo.transpose %706, dims = [0, 2, 1, 3] : (tensor<8x8x8x2xf32>) -> tensor<8x8x8x2xf32>
    %728 = stablehlo.reshape %727 : (tensor<8x8x8x2xf32>) -> tensor<8x8x16xf32>
    %729 = stablehlo.transpose %726, dims = [0, 2, 1, 3] : (tensor<8x8x8x2xf32>) -> tensor<8x8x8x2xf32>
    %730 = stablehlo.reshape %729 : (tensor<8x8x8x2xf32>) -> tensor<8x8x16xf32>
    %731 = stablehlo.transpose %725, dims = [0, 2, 1, 3] : (tensor<8x8x8x2xf32>) -> tensor<8x8x8x2xf32>
    %732 = stablehlo.reshape %731 : (tensor<8x8x8x2xf32>) -> tensor<8x8x16xf32>
    %733 = stablehlo.concatenate %732, %730, %728, dim = 2 : (tensor<8x8x16xf32>, tensor<8x8x16xf32>, tensor<8x8x16xf32>) -> tensor<8x8x48xf32>
    %734 = stablehlo.reshape %733 : (tensor<8x8x48xf32>) -> tensor<64x48xf32>
    %735 = stablehlo.transpose %37, dims = [1, 0] : (tensor<16x48xf32>) -> tensor<48x16xf32>
    %736 = stablehlo.dot_general %734, %735, contracting_dims = [1] x [0] : (tensor<64x48xf32>, tensor<48x16xf32>) -> tensor<64x16xf32>
    %737 = stablehlo.transpose %734, dims = [1, 0] : (tensor<64x48xf32>) -> tensor<48x64xf32>
    %738 = stablehlo.dot_general %737, %38, contracting_dims = [1] x [0] : (tensor<48x64xf32>, tensor<64x16xf32>) -> tensor<48x16xf32>
    %739 = stablehlo.transpose %738, dims = [1, 0] : (tensor<48x16xf32>) -> tensor<16x48xf32>
    %740 = stablehlo.reduce(%734 init: %cst_16) applies stablehlo.add across dimensions = [0] : (tensor<64x48xf32>, tensor<f32>) -> tensor<48xf32>
    %741 = stablehlo.reshape %740 : (tensor<48xf32>) -> tensor<1x48xf32>
    %742 = stablehlo.reshape %741 : (tensor<1x48xf32>) -> tensor<48xf32>
    %743 = stablehlo.reshape %736 : (tensor<64x16xf32>) -> tensor<8x8x16xf32>
    %744 = stablehlo.transpose %739, dims = [1, 0] : (tensor<16x48xf32>) -> tensor<48x16xf32>
    %745 = stablehlo.multiply %743, %33 : tensor<8x8x16xf32>
    %746 = stablehlo.multiply %745, %424 : tensor<8x8x16xf32>
    %747 = stablehlo.reduce(%745 init: %cst_16) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<8x8xf32>
    %748 = stablehlo.reshape %747 : (tensor<8x8xf32>) -> tensor<8x8x1xf32>
    %749 = stablehlo.multiply %745, %32 : tensor<8x8x16xf32>
    %750 = stablehlo.reduce(%749 init: %cst_16) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<8x8xf32>
    %751 = stablehlo.reshape %750 : (tensor<8x8xf32>) -> tensor<8x8x1xf32>
    %752 = stablehlo.broadcast_in_dim %751, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %753 = stablehlo.multiply %32, %752 : tensor<8x8x16xf32>
    %754 = stablehlo.broadcast_in_dim %748, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %755 = stablehlo.subtract %746, %754 : tensor<8x8x16xf32>
    %756 = stablehlo.subtract %755, %753 : tensor<8x8x16xf32>
    %757 = stablehlo.divide %28, %22 : tensor<8x8x1xf32>
    %758 = stablehlo.broadcast_in_dim %757, dims = [0, 1, 2] : (tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %759 = stablehlo.multiply %758, %756 : tensor<8x8x16xf32>
    %760 = stablehlo.multiply %743, %32 : tensor<8x8x16xf32>
    %761 = stablehlo.reduce(%760 init: %cst_16) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<16xf32>
    %762 = stablehlo.reduce(%743 init: %cst_16) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<16xf32>
    %763 = stablehlo.add %685, %759 : tensor<8x8x16xf32>
    %764 = stablehlo.reduce(%763 init: %cst_16) applies stablehlo.add across dimensions = [0] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<8x16xf32>
    %765 = stablehlo.reshape %764 : (tensor<8x16xf32>) -> tensor<1x8x16xf32>
    %766 = stablehlo.reshape %765 : (tensor<1x8x16xf32>) -> tensor<8x16xf32>
    %767 = stablehlo.compare GE, %arg29, %c_3, SIGNED : (tensor<8x8xi64>, tensor<8x8xi64>) -> tensor<8x8xi1>
    %768 = stablehlo.compare LT, %arg29, %c_2, SIGNED : (tensor<8x8xi64>, tensor<8x8xi64>) -> tensor<8x8xi1>
    %769 = stablehlo.and %767, %768 : tensor<8x8xi1>
    %770 = stablehlo.compare NE, %arg29, %c_1, SIGNED : (tensor<8x8xi64>, tensor<8x8xi64>) -> tensor<8x8xi1>
    %771 = stablehlo.and %769, %770 : tensor<8x8xi1>
    %772 = stablehlo.reshape %771 : (tensor<8x8xi1>) -> tensor<8x8x1xi1>
    %773 = stablehlo.clamp %c_0, %arg29, %c : (tensor<i64>, tensor<8x8xi64>, tensor<i64>) -> tensor<8x8xi64>
    %774 = stablehlo.not %772 : tensor<8x8x1xi1>
    %775 = stablehlo.broadcast_in_dim %774, dims = [0, 1, 2] : (tensor<8x8x1xi1>) -> tensor<8x8x16xi1>
    %776 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f32>) -> tensor<8x8x16xf32>
    %777 = stablehlo.broadcast_in_dim %763, dims = [0, 1, 2] : (tensor<8x8x16xf32>) -> tensor<8x8x16xf32>
    %778 = stablehlo.select %775, %776, %777 : tensor<8x8x16xi1>, tensor<8x8x16xf32>
    %779 = stablehlo.reshape %773 : (tensor<8x8xi64>) -> tensor<8x8x1xi64>
    %780 = "stablehlo.scatter"(%cst, %779, %778) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [2], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg31: tensor<f32>, %arg32: tensor<f32>):
      %849 = stablehlo.add %arg31, %arg32 : tensor<f32>
      stablehlo.return %849 : tensor<f32>
    }) : (tensor<32x16xf32>, tensor<8x8x1xi64>, tensor<8x8x16xf32>) -> tensor<32x16xf32>
    %781 = stablehlo.convert %cst_47 : (tensor<1xf64>) -> tensor<1xf32>
    %782 = stablehlo.reshape %781 : (tensor<1xf32>) -> tensor<f32>
    %783 = stablehlo.broadcast_in_dim %782, dims = [] : (tensor<f32>) -> tensor<8x16xf32>
    %784 = stablehlo.multiply %766, %783 : tensor<8x16xf32>
    %785 = stablehlo.subtract %arg0, %784 : tensor<8x16xf32>
    %786 = stablehlo.broadcast_in_dim %782, dims = [] : (tensor<f32>) -> tensor<32x16xf32>
    %787 = stablehlo.multiply %780, %786 : tensor<32x16xf32>
    %788 = stablehlo.subtract %arg1, %787 : tensor<32x16xf32>
    %789 = stablehlo.broadcast_in_dim %782, dims = [] : (tensor<f32>) -> tensor<16xf32>
    %790 = stablehlo.multiply %761, %789 : tensor<16xf32>
    %791 = stablehlo.subtract %arg2, %790 : tensor<16xf32>
    %792 = stablehlo.multiply %762, %789 : tensor<16xf32>
    %793 = stablehlo.subtract %arg3, %792 : tensor<16xf32>
    %794 = stablehlo.broadcast_in_dim %782, dims = [] : (tensor<f32>) -> tensor<48x16xf32>
    %795 = stablehlo.multiply %744, %794 : tensor<48x16xf32>
    %796 = stablehlo.subtract %arg4, %795 : tensor<48x16xf32>
    %797 = stablehlo.broadcast_in_dim %782, dims = [] : (tensor<f32>) -> tensor<48xf32>
    %798 = stablehlo.multiply %742, %797 : tensor<48xf32>
    %799 = stablehlo.subtract %arg5, %798 : tensor<48xf32>
    %800 = stablehlo.broadcast_in_dim %782, dims = [] : (tensor<f32>) -> tensor<16x16xf32>
    %801 = stablehlo.multiply %696, %800 : tensor<16x16xf32>
    %802 = stablehlo.subtract %arg6, %801 : tensor<16x16xf32>
    %803 = stablehlo.multiply %694, %789 : tensor<16xf32>
    %804 = stablehlo.subtract %arg7, %803 : tensor<16xf32>
    %805 = stablehlo.multiply %683, %789 : tensor<16xf32>
    %806 = stablehlo.subtract %arg8, %805 : tensor<16xf32>
    %807 = stablehlo.multiply %684, %789 : tensor<16xf32>
    %808 = stablehlo.subtract %arg9, %807 : tensor<16xf32>
    %809 = stablehlo.multiply %666, %786 : tensor<32x16xf32>
    %810 = stablehlo.subtract %arg10, %809 : tensor<32x16xf32>
    %811 = stablehlo.broadcast_in_dim %782, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %812 = stablehlo.multiply %664, %811 : tensor<32xf32>
    %813 = stablehlo.subtract %arg11, %812 : tensor<32xf32>
    %814 = stablehlo.broadcast_in_dim %782, dims = [] : (tensor<f32>) -> tensor<16x32xf32>
    %815 = stablehlo.multiply %620, %814 : tensor<16x32xf32>
    %816 = stablehlo.subtract %arg12, %815 : tensor<16x32xf32>
    %817 = stablehlo.multiply %618, %789 : tensor<16xf32>
    %818 = stablehlo.subtract %arg13, %817 : tensor<16xf32>
    %819 = stablehlo.multiply %607, %789 : tensor<16xf32>
    %820 = stablehlo.subtract %arg14, %819 : tensor<16xf32>
    %821 = stablehlo.multiply %608, %789 : tensor<16xf32>
    %822 = stablehlo.subtract %arg15, %821 : tensor<16xf32>
    %823 = stablehlo.multiply %590, %794 : tensor<48x16xf32>
    %824 = stablehlo.subtract %arg16, %823 : tensor<48x16xf32>
    %825 = stablehlo.multiply %588, %797 : tensor<48xf32>
    %826 = stablehlo.subtract %arg17, %825 : tensor<48xf32>
    %827 = stablehlo.multiply %541, %800 : tensor<16x16xf32>
    %828 = stablehlo.subtract %arg18, %827 : tensor<16x16xf32>
    %829 = stablehlo.multiply %539, %789 : tensor<16xf32>
    %830 = stablehlo.subtract %arg19, %829 : tensor<16xf32>
    %831 = stablehlo.multiply %528, %789 : tensor<16xf32>
    %832 = stablehlo.subtract %arg20, %831 : tensor<16xf32>
    %833 = stablehlo.multiply %529, %789 : tensor<16xf32>
    %834 = stablehlo.subtract %arg21, %833 : tensor<16xf32>
    %835 = stablehlo.multiply %511, %786 : tensor<32x16xf32>
    %836 = stablehlo.subtract %arg22, %835 : tensor<32x16xf32>
    %837 = stablehlo.multiply %509, %811 : tensor<32xf32>
    %838 = stablehlo.subtract %arg23, %837 : tensor<32xf32>
    %839 = stablehlo.multiply %452, %814 : tensor<16x32xf32>
    %840 = stablehlo.subtract %arg24, %839 : tensor<16x32xf32>
    %841 = stablehlo.multiply %450, %789 : tensor<16xf32>
    %842 = stablehlo.subtract %arg25, %841 : tensor<16xf32>
    %843 = stablehlo.multiply %440, %789 : tensor<16xf32>
    %844 = stablehlo.subtract %arg26, %843 : tensor<16xf32>
    %845 = stablehlo.multiply %441, %789 : tensor<16xf32>
    %846 = stablehlo.subtract %arg27, %845 : tensor<16xf32>
    %847 = stablehlo.multiply %422, %786 : tensor<32x16xf32>
    %848 = stablehlo.subtract %arg28, %847 : tensor<32x16xf32>
    return %785, %788, %791, %793, %796, %799, %802, %804, %806, %808, %810, %813, %816, %818, %820, %822, %824, %826, %828, %830, %832, %834, %836, %838, %840, %842, %844, %846, %848, %392 : tensor<8x16xf32>, tensor<32x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<f32>
  }
}
