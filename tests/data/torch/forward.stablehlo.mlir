module {
  func.func @main(%arg0: tensor<8x16xf32>, %arg1: tensor<32x16xf32>, %arg2: tensor<16xf32>, %arg3: tensor<16xf32>, %arg4: tensor<48x16xf32>, %arg5: tensor<48xf32>, %arg6: tensor<16x16xf32>, %arg7: tensor<16xf32>, %arg8: tensor<16xf32>, %arg9: tensor<16xf32>, %arg10: tensor<32x16xf32>, %arg11: tensor<32xf32>, %arg12: tensor<16x32xf32>, %arg13: tensor<16xf32>, %arg14: tensor<16xf32>, %arg15: tensor<16xf32>, %arg16: tensor<48x16xf32>, %arg17: tensor<48xf32>, %arg18: tensor<16x16xf32>, %arg19: tensor<16xf32>, %arg20: tensor<16xf32>, %arg21: tensor<16xf32>, %arg22: tensor<32x16xf32>, %arg23: tensor<32xf32>, %arg24: tensor<16x32xf32>, %arg25: tensor<16xf32>, %arg26: tensor<16xf32>, %arg27: tensor<16xf32>, %arg28: tensor<32x16xf32>, %arg29: tensor<8x8xi64>) -> tensor<8x8x32xf32> {
    %c = stablehlo.constant dense<1> : tensor<8x8xi64>
    %c_0 = stablehlo.constant dense<0> : tensor<8xi64>
    %c_1 = stablehlo.constant dense<1> : tensor<8xi64>
    %c_2 = stablehlo.constant dense<8> : tensor<i64>
    %c_3 = stablehlo.constant dense<1> : tensor<i64>
    %cst = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %c_4 = stablehlo.constant dense<true> : tensor<8x8xi1>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %cst_6 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %cst_7 = stablehlo.constant dense<1.000000e+00> : tensor<8x8x32xf32>
    %cst_8 = stablehlo.constant dense<2.000000e+00> : tensor<8x8x32xf32>
    %cst_9 = stablehlo.constant dense<5.000000e-01> : tensor<8x8x32xf32>
    %cst_10 = stablehlo.constant dense<-4.000000e+00> : tensor<8x8x32xf32>
    %cst_11 = stablehlo.constant dense<4.000000e+00> : tensor<8x8x32xf32>
    %cst_12 = stablehlo.constant dense<-2.72614237E-10> : tensor<8x8x32xf32>
    %cst_13 = stablehlo.constant dense<2.77068146E-8> : tensor<8x8x32xf32>
    %cst_14 = stablehlo.constant dense<-2.10102394E-6> : tensor<8x8x32xf32>
    %cst_15 = stablehlo.constant dense<-5.69250624E-5> : tensor<8x8x32xf32>
    %cst_16 = stablehlo.constant dense<-7.34990637E-4> : tensor<8x8x32xf32>
    %cst_17 = stablehlo.constant dense<-2.954600e-03> : tensor<8x8x32xf32>
    %cst_18 = stablehlo.constant dense<-0.0160960332> : tensor<8x8x32xf32>
    %cst_19 = stablehlo.constant dense<-1.45660715E-5> : tensor<8x8x32xf32>
    %cst_20 = stablehlo.constant dense<-2.13374049E-4> : tensor<8x8x32xf32>
    %cst_21 = stablehlo.constant dense<-0.00168282702> : tensor<8x8x32xf32>
    %cst_22 = stablehlo.constant dense<-0.00737332925> : tensor<8x8x32xf32>
    %cst_23 = stablehlo.constant dense<-0.0142647391> : tensor<8x8x32xf32>
    %cst_24 = stablehlo.constant dense<-1.000000e+00> : tensor<8x8x32xf32>
    %cst_25 = arith.constant dense<16> : tensor<1xi64>
    %cst_26 = arith.constant dense<1.000000e-05> : tensor<1xf64>
    %cst_27 = arith.constant dense<1> : tensor<1xi64>
    %cst_28 = arith.constant dense<1.4142135623730951> : tensor<1xf64>
    %0 = "stablehlo.gather"(%arg1, %arg29) <{dimension_numbers = #stablehlo.gather<offset_dims = [2], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 16>}> : (tensor<32x16xf32>, tensor<8x8xi64>) -> tensor<8x8x16xf32>
    %1 = stablehlo.convert %0 : tensor<8x8x16xf32>
    %2 = stablehlo.broadcast_in_dim %arg0, dims = [1, 2] : (tensor<8x16xf32>) -> tensor<8x8x16xf32>
    %3 = stablehlo.add %1, %2 : tensor<8x8x16xf32>
    %4 = stablehlo.convert %3 : (tensor<8x8x16xf32>) -> tensor<8x8x16xf64>
    %5 = stablehlo.reduce(%4 init: %cst_5) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf64>, tensor<f64>) -> tensor<8x8xf64>
    %6 = stablehlo.reshape %5 : (tensor<8x8xf64>) -> tensor<8x8x1xf64>
    %7 = stablehlo.convert %cst_25 : (tensor<1xi64>) -> tensor<1xf64>
    %8 = stablehlo.reshape %7 : (tensor<1xf64>) -> tensor<f64>
    %9 = stablehlo.broadcast_in_dim %8, dims = [] : (tensor<f64>) -> tensor<8x8x1xf64>
    %10 = stablehlo.divide %6, %9 : tensor<8x8x1xf64>
    %11 = stablehlo.broadcast_in_dim %10, dims = [0, 1, 2] : (tensor<8x8x1xf64>) -> tensor<8x8x16xf64>
    %12 = stablehlo.subtract %4, %11 : tensor<8x8x16xf64>
    %13 = stablehlo.multiply %12, %12 : tensor<8x8x16xf64>
    %14 = stablehlo.reduce(%13 init: %cst_5) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf64>, tensor<f64>) -> tensor<8x8xf64>
    %15 = stablehlo.reshape %14 : (tensor<8x8xf64>) -> tensor<8x8x1xf64>
    %16 = stablehlo.divide %15, %9 : tensor<8x8x1xf64>
    %17 = stablehlo.convert %16 : (tensor<8x8x1xf64>) -> tensor<8x8x1xf32>
    %18 = stablehlo.reduce(%3 init: %cst_6) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<8x8xf32>
    %19 = stablehlo.reshape %18 : (tensor<8x8xf32>) -> tensor<8x8x1xf32>
    %20 = stablehlo.convert %cst_25 : (tensor<1xi64>) -> tensor<1xf32>
    %21 = stablehlo.reshape %20 : (tensor<1xf32>) -> tensor<f32>
    %22 = stablehlo.broadcast_in_dim %21, dims = [] : (tensor<f32>) -> tensor<8x8x1xf32>
    %23 = stablehlo.divide %19, %22 : tensor<8x8x1xf32>
    %24 = stablehlo.convert %cst_26 : (tensor<1xf64>) -> tensor<1xf32>
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
    %40 = stablehlo.convert %cst_27 : (tensor<1xi64>) -> tensor<1xf32>
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
    %64 = stablehlo.convert %cst_28 : (tensor<1xf64>) -> tensor<1xf32>
    %65 = stablehlo.reshape %64 : (tensor<1xf32>) -> tensor<f32>
    %66 = stablehlo.broadcast_in_dim %65, dims = [] : (tensor<f32>) -> tensor<8x8x8x8xf32>
    %67 = stablehlo.divide %63, %66 : tensor<8x8x8x8xf32>
    %68 = stablehlo.convert %c_3 : (tensor<i64>) -> tensor<f64>
    %69 = stablehlo.convert %c_2 : (tensor<i64>) -> tensor<f64>
    %70 = stablehlo.divide %69, %68 : tensor<f64>
    %71 = stablehlo.ceil %70 : tensor<f64>
    %72 = stablehlo.convert %71 : (tensor<f64>) -> tensor<i64>
    %73 = stablehlo.reshape %72 : (tensor<i64>) -> tensor<1xi64>
    %74 = stablehlo.dynamic_iota %73, dim = 0 : (tensor<1xi64>) -> tensor<8xi64>
    %75 = stablehlo.multiply %74, %c_1 : tensor<8xi64>
    %76 = stablehlo.add %75, %c_0 : tensor<8xi64>
    %77 = stablehlo.reshape %76 : (tensor<8xi64>) -> tensor<1x8xi64>
    %78 = stablehlo.reshape %76 : (tensor<8xi64>) -> tensor<8x1xi64>
    %79 = stablehlo.broadcast_in_dim %77, dims = [0, 1] : (tensor<1x8xi64>) -> tensor<8x8xi64>
    %80 = stablehlo.broadcast_in_dim %78, dims = [0, 1] : (tensor<8x1xi64>) -> tensor<8x8xi64>
    %81 = stablehlo.subtract %79, %80 : tensor<8x8xi64>
    %82 = stablehlo.compare GE, %81, %c, SIGNED : (tensor<8x8xi64>, tensor<8x8xi64>) -> tensor<8x8xi1>
    %83 = stablehlo.and %82, %c_4 : tensor<8x8xi1>
    %84 = stablehlo.reshape %83 : (tensor<8x8xi1>) -> tensor<1x1x8x8xi1>
    %85 = stablehlo.broadcast_in_dim %84, dims = [0, 1, 2, 3] : (tensor<1x1x8x8xi1>) -> tensor<8x8x8x8xi1>
    %86 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x8x8x8xf32>
    %87 = stablehlo.broadcast_in_dim %67, dims = [0, 1, 2, 3] : (tensor<8x8x8x8xf32>) -> tensor<8x8x8x8xf32>
    %88 = stablehlo.select %85, %86, %87 : tensor<8x8x8x8xi1>, tensor<8x8x8x8xf32>
    %89 = stablehlo.reduce(%88 init: %cst) applies stablehlo.maximum across dimensions = [3] : (tensor<8x8x8x8xf32>, tensor<f32>) -> tensor<8x8x8xf32>
    %90 = stablehlo.reshape %89 : (tensor<8x8x8xf32>) -> tensor<8x8x8x1xf32>
    %91 = stablehlo.broadcast_in_dim %90, dims = [0, 1, 2, 3] : (tensor<8x8x8x1xf32>) -> tensor<8x8x8x8xf32>
    %92 = stablehlo.subtract %88, %91 : tensor<8x8x8x8xf32>
    %93 = stablehlo.exponential %92 : tensor<8x8x8x8xf32>
    %94 = stablehlo.reduce(%93 init: %cst_6) applies stablehlo.add across dimensions = [3] : (tensor<8x8x8x8xf32>, tensor<f32>) -> tensor<8x8x8xf32>
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
    %117 = stablehlo.reduce(%116 init: %cst_5) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf64>, tensor<f64>) -> tensor<8x8xf64>
    %118 = stablehlo.reshape %117 : (tensor<8x8xf64>) -> tensor<8x8x1xf64>
    %119 = stablehlo.divide %118, %9 : tensor<8x8x1xf64>
    %120 = stablehlo.broadcast_in_dim %119, dims = [0, 1, 2] : (tensor<8x8x1xf64>) -> tensor<8x8x16xf64>
    %121 = stablehlo.subtract %116, %120 : tensor<8x8x16xf64>
    %122 = stablehlo.multiply %121, %121 : tensor<8x8x16xf64>
    %123 = stablehlo.reduce(%122 init: %cst_5) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf64>, tensor<f64>) -> tensor<8x8xf64>
    %124 = stablehlo.reshape %123 : (tensor<8x8xf64>) -> tensor<8x8x1xf64>
    %125 = stablehlo.divide %124, %9 : tensor<8x8x1xf64>
    %126 = stablehlo.convert %125 : (tensor<8x8x1xf64>) -> tensor<8x8x1xf32>
    %127 = stablehlo.reduce(%115 init: %cst_6) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<8x8xf32>
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
    %150 = stablehlo.multiply %149, %cst_9 : tensor<8x8x32xf32>
    %151 = stablehlo.rsqrt %cst_8 : tensor<8x8x32xf32>
    %152 = stablehlo.multiply %149, %151 : tensor<8x8x32xf32>
    %153 = stablehlo.clamp %cst_10, %152, %cst_11 : tensor<8x8x32xf32>
    %154 = stablehlo.multiply %153, %153 : tensor<8x8x32xf32>
    %155 = stablehlo.multiply %cst_12, %154 : tensor<8x8x32xf32>
    %156 = stablehlo.add %155, %cst_13 : tensor<8x8x32xf32>
    %157 = stablehlo.multiply %156, %154 : tensor<8x8x32xf32>
    %158 = stablehlo.add %157, %cst_14 : tensor<8x8x32xf32>
    %159 = stablehlo.multiply %158, %154 : tensor<8x8x32xf32>
    %160 = stablehlo.add %159, %cst_15 : tensor<8x8x32xf32>
    %161 = stablehlo.multiply %160, %154 : tensor<8x8x32xf32>
    %162 = stablehlo.add %161, %cst_16 : tensor<8x8x32xf32>
    %163 = stablehlo.multiply %162, %154 : tensor<8x8x32xf32>
    %164 = stablehlo.add %163, %cst_17 : tensor<8x8x32xf32>
    %165 = stablehlo.multiply %164, %154 : tensor<8x8x32xf32>
    %166 = stablehlo.add %165, %cst_18 : tensor<8x8x32xf32>
    %167 = stablehlo.multiply %cst_19, %154 : tensor<8x8x32xf32>
    %168 = stablehlo.add %167, %cst_20 : tensor<8x8x32xf32>
    %169 = stablehlo.multiply %168, %154 : tensor<8x8x32xf32>
    %170 = stablehlo.add %169, %cst_21 : tensor<8x8x32xf32>
    %171 = stablehlo.multiply %170, %154 : tensor<8x8x32xf32>
    %172 = stablehlo.add %171, %cst_22 : tensor<8x8x32xf32>
    %173 = stablehlo.multiply %172, %154 : tensor<8x8x32xf32>
    %174 = stablehlo.add %173, %cst_23 : tensor<8x8x32xf32>
    %175 = stablehlo.multiply %153, %166 : tensor<8x8x32xf32>
    %176 = stablehlo.divide %175, %174 : tensor<8x8x32xf32>
    %177 = stablehlo.clamp %cst_24, %176, %cst_7 : tensor<8x8x32xf32>
    %178 = stablehlo.add %177, %cst_7 : tensor<8x8x32xf32>
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
    %190 = stablehlo.reduce(%189 init: %cst_5) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf64>, tensor<f64>) -> tensor<8x8xf64>
    %191 = stablehlo.reshape %190 : (tensor<8x8xf64>) -> tensor<8x8x1xf64>
    %192 = stablehlo.divide %191, %9 : tensor<8x8x1xf64>
    %193 = stablehlo.broadcast_in_dim %192, dims = [0, 1, 2] : (tensor<8x8x1xf64>) -> tensor<8x8x16xf64>
    %194 = stablehlo.subtract %189, %193 : tensor<8x8x16xf64>
    %195 = stablehlo.multiply %194, %194 : tensor<8x8x16xf64>
    %196 = stablehlo.reduce(%195 init: %cst_5) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf64>, tensor<f64>) -> tensor<8x8xf64>
    %197 = stablehlo.reshape %196 : (tensor<8x8xf64>) -> tensor<8x8x1xf64>
    %198 = stablehlo.divide %197, %9 : tensor<8x8x1xf64>
    %199 = stablehlo.convert %198 : (tensor<8x8x1xf64>) -> tensor<8x8x1xf32>
    %200 = stablehlo.reduce(%188 init: %cst_6) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<8x8xf32>
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
    %239 = stablehlo.reduce(%238 init: %cst) applies stablehlo.maximum across dimensions = [3] : (tensor<8x8x8x8xf32>, tensor<f32>) -> tensor<8x8x8xf32>
    %240 = stablehlo.reshape %239 : (tensor<8x8x8xf32>) -> tensor<8x8x8x1xf32>
    %241 = stablehlo.broadcast_in_dim %240, dims = [0, 1, 2, 3] : (tensor<8x8x8x1xf32>) -> tensor<8x8x8x8xf32>
    %242 = stablehlo.subtract %238, %241 : tensor<8x8x8x8xf32>
    %243 = stablehlo.exponential %242 : tensor<8x8x8x8xf32>
    %244 = stablehlo.reduce(%243 init: %cst_6) applies stablehlo.add across dimensions = [3] : (tensor<8x8x8x8xf32>, tensor<f32>) -> tensor<8x8x8xf32>
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
    %265 = stablehlo.reduce(%264 init: %cst_5) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf64>, tensor<f64>) -> tensor<8x8xf64>
    %266 = stablehlo.reshape %265 : (tensor<8x8xf64>) -> tensor<8x8x1xf64>
    %267 = stablehlo.divide %266, %9 : tensor<8x8x1xf64>
    %268 = stablehlo.broadcast_in_dim %267, dims = [0, 1, 2] : (tensor<8x8x1xf64>) -> tensor<8x8x16xf64>
    %269 = stablehlo.subtract %264, %268 : tensor<8x8x16xf64>
    %270 = stablehlo.multiply %269, %269 : tensor<8x8x16xf64>
    %271 = stablehlo.reduce(%270 init: %cst_5) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf64>, tensor<f64>) -> tensor<8x8xf64>
    %272 = stablehlo.reshape %271 : (tensor<8x8xf64>) -> tensor<8x8x1xf64>
    %273 = stablehlo.divide %272, %9 : tensor<8x8x1xf64>
    %274 = stablehlo.convert %273 : (tensor<8x8x1xf64>) -> tensor<8x8x1xf32>
    %275 = stablehlo.reduce(%263 init: %cst_6) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<8x8xf32>
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
    %296 = stablehlo.multiply %295, %cst_9 : tensor<8x8x32xf32>
    %297 = stablehlo.multiply %295, %151 : tensor<8x8x32xf32>
    %298 = stablehlo.clamp %cst_10, %297, %cst_11 : tensor<8x8x32xf32>
    %299 = stablehlo.multiply %298, %298 : tensor<8x8x32xf32>
    %300 = stablehlo.multiply %cst_12, %299 : tensor<8x8x32xf32>
    %301 = stablehlo.add %300, %cst_13 : tensor<8x8x32xf32>
    %302 = stablehlo.multiply %301, %299 : tensor<8x8x32xf32>
    %303 = stablehlo.add %302, %cst_14 : tensor<8x8x32xf32>
    %304 = stablehlo.multiply %303, %299 : tensor<8x8x32xf32>
    %305 = stablehlo.add %304, %cst_15 : tensor<8x8x32xf32>
    %306 = stablehlo.multiply %305, %299 : tensor<8x8x32xf32>
    %307 = stablehlo.add %306, %cst_16 : tensor<8x8x32xf32>
    %308 = stablehlo.multiply %307, %299 : tensor<8x8x32xf32>
    %309 = stablehlo.add %308, %cst_17 : tensor<8x8x32xf32>
    %310 = stablehlo.multiply %309, %299 : tensor<8x8x32xf32>
    %311 = stablehlo.add %310, %cst_18 : tensor<8x8x32xf32>
    %312 = stablehlo.multiply %cst_19, %299 : tensor<8x8x32xf32>
    %313 = stablehlo.add %312, %cst_20 : tensor<8x8x32xf32>
    %314 = stablehlo.multiply %313, %299 : tensor<8x8x32xf32>
    %315 = stablehlo.add %314, %cst_21 : tensor<8x8x32xf32>
    %316 = stablehlo.multiply %315, %299 : tensor<8x8x32xf32>
    %317 = stablehlo.add %316, %cst_22 : tensor<8x8x32xf32>
    %318 = stablehlo.multiply %317, %299 : tensor<8x8x32xf32>
    %319 = stablehlo.add %318, %cst_23 : tensor<8x8x32xf32>
    %320 = stablehlo.multiply %298, %311 : tensor<8x8x32xf32>
    %321 = stablehlo.divide %320, %319 : tensor<8x8x32xf32>
    %322 = stablehlo.clamp %cst_24, %321, %cst_7 : tensor<8x8x32xf32>
    %323 = stablehlo.add %322, %cst_7 : tensor<8x8x32xf32>
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
    %335 = stablehlo.reduce(%334 init: %cst_5) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf64>, tensor<f64>) -> tensor<8x8xf64>
    %336 = stablehlo.reshape %335 : (tensor<8x8xf64>) -> tensor<8x8x1xf64>
    %337 = stablehlo.divide %336, %9 : tensor<8x8x1xf64>
    %338 = stablehlo.broadcast_in_dim %337, dims = [0, 1, 2] : (tensor<8x8x1xf64>) -> tensor<8x8x16xf64>
    %339 = stablehlo.subtract %334, %338 : tensor<8x8x16xf64>
    %340 = stablehlo.multiply %339, %339 : tensor<8x8x16xf64>
    %341 = stablehlo.reduce(%340 init: %cst_5) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf64>, tensor<f64>) -> tensor<8x8xf64>
    %342 = stablehlo.reshape %341 : (tensor<8x8xf64>) -> tensor<8x8x1xf64>
    %343 = stablehlo.divide %342, %9 : tensor<8x8x1xf64>
    %344 = stablehlo.convert %343 : (tensor<8x8x1xf64>) -> tensor<8x8x1xf32>
    %345 = stablehlo.reduce(%333 init: %cst_6) applies stablehlo.add across dimensions = [2] : (tensor<8x8x16xf32>, tensor<f32>) -> tensor<8x8xf32>
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
    return %361 : tensor<8x8x32xf32>
  }
}
