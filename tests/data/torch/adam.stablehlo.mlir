module {
  func.func @main(%arg0: tensor<8x16xf32>, %arg1: tensor<32x16xf32>, %arg2: tensor<16xf32>, %arg3: tensor<16xf32>, %arg4: tensor<48x16xf32>, %arg5: tensor<48xf32>, %arg6: tensor<16x16xf32>, %arg7: tensor<16xf32>, %arg8: tensor<16xf32>, %arg9: tensor<16xf32>, %arg10: tensor<32x16xf32>, %arg11: tensor<32xf32>, %arg12: tensor<16x32xf32>, %arg13: tensor<16xf32>, %arg14: tensor<16xf32>, %arg15: tensor<16xf32>, %arg16: tensor<48x16xf32>, %arg17: tensor<48xf32>, %arg18: tensor<16x16xf32>, %arg19: tensor<16xf32>, %arg20: tensor<16xf32>, %arg21: tensor<16xf32>, %arg22: tensor<32x16xf32>, %arg23: tensor<32xf32>, %arg24: tensor<16x32xf32>, %arg25: tensor<16xf32>, %arg26: tensor<16xf32>, %arg27: tensor<16xf32>, %arg28: tensor<32x16xf32>, %arg29: tensor<8x16xf32>, %arg30: tensor<32x16xf32>, %arg31: tensor<16xf32>, %arg32: tensor<16xf32>, %arg33: tensor<48x16xf32>, %arg34: tensor<48xf32>, %arg35: tensor<16x16xf32>, %arg36: tensor<16xf32>, %arg37: tensor<16xf32>, %arg38: tensor<16xf32>, %arg39: tensor<32x16xf32>, %arg40: tensor<32xf32>, %arg41: tensor<16x32xf32>, %arg42: tensor<16xf32>, %arg43: tensor<16xf32>, %arg44: tensor<16xf32>, %arg45: tensor<48x16xf32>, %arg46: tensor<48xf32>, %arg47: tensor<16x16xf32>, %arg48: tensor<16xf32>, %arg49: tensor<16xf32>, %arg50: tensor<16xf32>, %arg51: tensor<32x16xf32>, %arg52: tensor<32xf32>, %arg53: tensor<16x32xf32>, %arg54: tensor<16xf32>, %arg55: tensor<16xf32>, %arg56: tensor<16xf32>, %arg57: tensor<32x16xf32>, %arg58: tensor<8x16xf32>, %arg59: tensor<32x16xf32>, %arg60: tensor<16xf32>, %arg61: tensor<16xf32>, %arg62: tensor<48x16xf32>, %arg63: tensor<48xf32>, %arg64: tensor<16x16xf32>, %arg65: tensor<16xf32>, %arg66: tensor<16xf32>, %arg67: tensor<16xf32>, %arg68: tensor<32x16xf32>, %arg69: tensor<32xf32>, %arg70: tensor<16x32xf32>, %arg71: tensor<16xf32>, %arg72: tensor<16xf32>, %arg73: tensor<16xf32>, %arg74: tensor<48x16xf32>, %arg75: tensor<48xf32>, %arg76: tensor<16x16xf32>, %arg77: tensor<16xf32>, %arg78: tensor<16xf32>, %arg79: tensor<16xf32>, %arg80: tensor<32x16xf32>, %arg81: tensor<32xf32>, %arg82: tensor<16x32xf32>, %arg83: tensor<16xf32>, %arg84: tensor<16xf32>, %arg85: tensor<16xf32>, %arg86: tensor<32x16xf32>, %arg87: tensor<8x8xi64>, %arg88: tensor<8x8xi64>) -> (tensor<8x16xf32>, tensor<32x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<8x16xf32>, tensor<32x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<8x16xf32>, tensor<32x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<f32>) {
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
    %cst_47 = arith.constant dense<9.000000e-01> : tensor<1xf64>
    %cst_48 = arith.constant dense<1.000000e-01> : tensor<1xf64>
    %cst_49 = arith.constant dense<0.98999999999999999> : tensor<1xf64>
    %cst_50 = arith.constant dense<2> : tensor<1xi64>
    %cst_51 = arith.constant dense<1.000000e-02> : tensor<1xf64>
    %cst_52 = arith.constant dense<9.9999999999999995E-7> : tensor<1xf64>
    %0 = "stablehlo.gather"(%arg1, %arg87) <{dimension_numbers = #stablehlo.gather<offset_dims = [2], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 16>}> : (tensor<32x16xf32>, tensor<8x8xi64>) -> tensor<8x8x16xf32>
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
    %363 = stablehlo.reshape %arg88 : (tensor<8x8xi64>) -> tensor<64xi64>
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
    ^bb0(%arg89: tensor<f32>, %arg90: tensor<f32>):
      stablehlo.return %arg90 : tensor<f32>
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
    %767 = stablehlo.compare GE, %arg87, %c_3, SIGNED : (tensor<8x8xi64>, tensor<8x8xi64>) -> tensor<8x8xi1>
    %768 = stablehlo.compare LT, %arg87, %c_2, SIGNED : (tensor<8x8xi64>, tensor<8x8xi64>) -> tensor<8x8xi1>
    %769 = stablehlo.and %767, %768 : tensor<8x8xi1>
    %770 = stablehlo.compare NE, %arg87, %c_1, SIGNED : (tensor<8x8xi64>, tensor<8x8xi64>) -> tensor<8x8xi1>
    %771 = stablehlo.and %769, %770 : tensor<8x8xi1>
    %772 = stablehlo.reshape %771 : (tensor<8x8xi1>) -> tensor<8x8x1xi1>
    %773 = stablehlo.clamp %c_0, %arg87, %c : (tensor<i64>, tensor<8x8xi64>, tensor<i64>) -> tensor<8x8xi64>
    %774 = stablehlo.not %772 : tensor<8x8x1xi1>
    %775 = stablehlo.broadcast_in_dim %774, dims = [0, 1, 2] : (tensor<8x8x1xi1>) -> tensor<8x8x16xi1>
    %776 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f32>) -> tensor<8x8x16xf32>
    %777 = stablehlo.broadcast_in_dim %763, dims = [0, 1, 2] : (tensor<8x8x16xf32>) -> tensor<8x8x16xf32>
    %778 = stablehlo.select %775, %776, %777 : tensor<8x8x16xi1>, tensor<8x8x16xf32>
    %779 = stablehlo.reshape %773 : (tensor<8x8xi64>) -> tensor<8x8x1xi64>
    %780 = "stablehlo.scatter"(%cst, %779, %778) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [2], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg89: tensor<f32>, %arg90: tensor<f32>):
      %1189 = stablehlo.add %arg89, %arg90 : tensor<f32>
      stablehlo.return %1189 : tensor<f32>
    }) : (tensor<32x16xf32>, tensor<8x8x1xi64>, tensor<8x8x16xf32>) -> tensor<32x16xf32>
    %781 = stablehlo.convert %cst_47 : (tensor<1xf64>) -> tensor<1xf32>
    %782 = stablehlo.reshape %781 : (tensor<1xf32>) -> tensor<f32>
    %783 = stablehlo.broadcast_in_dim %782, dims = [] : (tensor<f32>) -> tensor<8x16xf32>
    %784 = stablehlo.multiply %arg29, %783 : tensor<8x16xf32>
    %785 = stablehlo.convert %cst_48 : (tensor<1xf64>) -> tensor<1xf32>
    %786 = stablehlo.reshape %785 : (tensor<1xf32>) -> tensor<f32>
    %787 = stablehlo.broadcast_in_dim %786, dims = [] : (tensor<f32>) -> tensor<8x16xf32>
    %788 = stablehlo.multiply %766, %787 : tensor<8x16xf32>
    %789 = stablehlo.add %784, %788 : tensor<8x16xf32>
    %790 = stablehlo.broadcast_in_dim %782, dims = [] : (tensor<f32>) -> tensor<32x16xf32>
    %791 = stablehlo.multiply %arg30, %790 : tensor<32x16xf32>
    %792 = stablehlo.broadcast_in_dim %786, dims = [] : (tensor<f32>) -> tensor<32x16xf32>
    %793 = stablehlo.multiply %780, %792 : tensor<32x16xf32>
    %794 = stablehlo.add %791, %793 : tensor<32x16xf32>
    %795 = stablehlo.broadcast_in_dim %782, dims = [] : (tensor<f32>) -> tensor<16xf32>
    %796 = stablehlo.multiply %arg31, %795 : tensor<16xf32>
    %797 = stablehlo.broadcast_in_dim %786, dims = [] : (tensor<f32>) -> tensor<16xf32>
    %798 = stablehlo.multiply %761, %797 : tensor<16xf32>
    %799 = stablehlo.add %796, %798 : tensor<16xf32>
    %800 = stablehlo.multiply %arg32, %795 : tensor<16xf32>
    %801 = stablehlo.multiply %762, %797 : tensor<16xf32>
    %802 = stablehlo.add %800, %801 : tensor<16xf32>
    %803 = stablehlo.broadcast_in_dim %782, dims = [] : (tensor<f32>) -> tensor<48x16xf32>
    %804 = stablehlo.multiply %arg33, %803 : tensor<48x16xf32>
    %805 = stablehlo.broadcast_in_dim %786, dims = [] : (tensor<f32>) -> tensor<48x16xf32>
    %806 = stablehlo.multiply %744, %805 : tensor<48x16xf32>
    %807 = stablehlo.add %804, %806 : tensor<48x16xf32>
    %808 = stablehlo.broadcast_in_dim %782, dims = [] : (tensor<f32>) -> tensor<48xf32>
    %809 = stablehlo.multiply %arg34, %808 : tensor<48xf32>
    %810 = stablehlo.broadcast_in_dim %786, dims = [] : (tensor<f32>) -> tensor<48xf32>
    %811 = stablehlo.multiply %742, %810 : tensor<48xf32>
    %812 = stablehlo.add %809, %811 : tensor<48xf32>
    %813 = stablehlo.broadcast_in_dim %782, dims = [] : (tensor<f32>) -> tensor<16x16xf32>
    %814 = stablehlo.multiply %arg35, %813 : tensor<16x16xf32>
    %815 = stablehlo.broadcast_in_dim %786, dims = [] : (tensor<f32>) -> tensor<16x16xf32>
    %816 = stablehlo.multiply %696, %815 : tensor<16x16xf32>
    %817 = stablehlo.add %814, %816 : tensor<16x16xf32>
    %818 = stablehlo.multiply %arg36, %795 : tensor<16xf32>
    %819 = stablehlo.multiply %694, %797 : tensor<16xf32>
    %820 = stablehlo.add %818, %819 : tensor<16xf32>
    %821 = stablehlo.multiply %arg37, %795 : tensor<16xf32>
    %822 = stablehlo.multiply %683, %797 : tensor<16xf32>
    %823 = stablehlo.add %821, %822 : tensor<16xf32>
    %824 = stablehlo.multiply %arg38, %795 : tensor<16xf32>
    %825 = stablehlo.multiply %684, %797 : tensor<16xf32>
    %826 = stablehlo.add %824, %825 : tensor<16xf32>
    %827 = stablehlo.multiply %arg39, %790 : tensor<32x16xf32>
    %828 = stablehlo.multiply %666, %792 : tensor<32x16xf32>
    %829 = stablehlo.add %827, %828 : tensor<32x16xf32>
    %830 = stablehlo.broadcast_in_dim %782, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %831 = stablehlo.multiply %arg40, %830 : tensor<32xf32>
    %832 = stablehlo.broadcast_in_dim %786, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %833 = stablehlo.multiply %664, %832 : tensor<32xf32>
    %834 = stablehlo.add %831, %833 : tensor<32xf32>
    %835 = stablehlo.broadcast_in_dim %782, dims = [] : (tensor<f32>) -> tensor<16x32xf32>
    %836 = stablehlo.multiply %arg41, %835 : tensor<16x32xf32>
    %837 = stablehlo.broadcast_in_dim %786, dims = [] : (tensor<f32>) -> tensor<16x32xf32>
    %838 = stablehlo.multiply %620, %837 : tensor<16x32xf32>
    %839 = stablehlo.add %836, %838 : tensor<16x32xf32>
    %840 = stablehlo.multiply %arg42, %795 : tensor<16xf32>
    %841 = stablehlo.multiply %618, %797 : tensor<16xf32>
    %842 = stablehlo.add %840, %841 : tensor<16xf32>
    %843 = stablehlo.multiply %arg43, %795 : tensor<16xf32>
    %844 = stablehlo.multiply %607, %797 : tensor<16xf32>
    %845 = stablehlo.add %843, %844 : tensor<16xf32>
    %846 = stablehlo.multiply %arg44, %795 : tensor<16xf32>
    %847 = stablehlo.multiply %608, %797 : tensor<16xf32>
    %848 = stablehlo.add %846, %847 : tensor<16xf32>
    %849 = stablehlo.multiply %arg45, %803 : tensor<48x16xf32>
    %850 = stablehlo.multiply %590, %805 : tensor<48x16xf32>
    %851 = stablehlo.add %849, %850 : tensor<48x16xf32>
    %852 = stablehlo.multiply %arg46, %808 : tensor<48xf32>
    %853 = stablehlo.multiply %588, %810 : tensor<48xf32>
    %854 = stablehlo.add %852, %853 : tensor<48xf32>
    %855 = stablehlo.multiply %arg47, %813 : tensor<16x16xf32>
    %856 = stablehlo.multiply %541, %815 : tensor<16x16xf32>
    %857 = stablehlo.add %855, %856 : tensor<16x16xf32>
    %858 = stablehlo.multiply %arg48, %795 : tensor<16xf32>
    %859 = stablehlo.multiply %539, %797 : tensor<16xf32>
    %860 = stablehlo.add %858, %859 : tensor<16xf32>
    %861 = stablehlo.multiply %arg49, %795 : tensor<16xf32>
    %862 = stablehlo.multiply %528, %797 : tensor<16xf32>
    %863 = stablehlo.add %861, %862 : tensor<16xf32>
    %864 = stablehlo.multiply %arg50, %795 : tensor<16xf32>
    %865 = stablehlo.multiply %529, %797 : tensor<16xf32>
    %866 = stablehlo.add %864, %865 : tensor<16xf32>
    %867 = stablehlo.multiply %arg51, %790 : tensor<32x16xf32>
    %868 = stablehlo.multiply %511, %792 : tensor<32x16xf32>
    %869 = stablehlo.add %867, %868 : tensor<32x16xf32>
    %870 = stablehlo.multiply %arg52, %830 : tensor<32xf32>
    %871 = stablehlo.multiply %509, %832 : tensor<32xf32>
    %872 = stablehlo.add %870, %871 : tensor<32xf32>
    %873 = stablehlo.multiply %arg53, %835 : tensor<16x32xf32>
    %874 = stablehlo.multiply %452, %837 : tensor<16x32xf32>
    %875 = stablehlo.add %873, %874 : tensor<16x32xf32>
    %876 = stablehlo.multiply %arg54, %795 : tensor<16xf32>
    %877 = stablehlo.multiply %450, %797 : tensor<16xf32>
    %878 = stablehlo.add %876, %877 : tensor<16xf32>
    %879 = stablehlo.multiply %arg55, %795 : tensor<16xf32>
    %880 = stablehlo.multiply %440, %797 : tensor<16xf32>
    %881 = stablehlo.add %879, %880 : tensor<16xf32>
    %882 = stablehlo.multiply %arg56, %795 : tensor<16xf32>
    %883 = stablehlo.multiply %441, %797 : tensor<16xf32>
    %884 = stablehlo.add %882, %883 : tensor<16xf32>
    %885 = stablehlo.multiply %arg57, %790 : tensor<32x16xf32>
    %886 = stablehlo.multiply %422, %792 : tensor<32x16xf32>
    %887 = stablehlo.add %885, %886 : tensor<32x16xf32>
    %888 = stablehlo.convert %cst_49 : (tensor<1xf64>) -> tensor<1xf32>
    %889 = stablehlo.reshape %888 : (tensor<1xf32>) -> tensor<f32>
    %890 = stablehlo.broadcast_in_dim %889, dims = [] : (tensor<f32>) -> tensor<8x16xf32>
    %891 = stablehlo.multiply %arg58, %890 : tensor<8x16xf32>
    %892 = stablehlo.convert %cst_50 : (tensor<1xi64>) -> tensor<1xf32>
    %893 = stablehlo.reshape %892 : (tensor<1xf32>) -> tensor<f32>
    %894 = stablehlo.broadcast_in_dim %893, dims = [] : (tensor<f32>) -> tensor<8x16xf32>
    %895 = stablehlo.power %766, %894 : tensor<8x16xf32>
    %896 = stablehlo.convert %cst_51 : (tensor<1xf64>) -> tensor<1xf32>
    %897 = stablehlo.reshape %896 : (tensor<1xf32>) -> tensor<f32>
    %898 = stablehlo.broadcast_in_dim %897, dims = [] : (tensor<f32>) -> tensor<8x16xf32>
    %899 = stablehlo.multiply %895, %898 : tensor<8x16xf32>
    %900 = stablehlo.add %891, %899 : tensor<8x16xf32>
    %901 = stablehlo.broadcast_in_dim %889, dims = [] : (tensor<f32>) -> tensor<32x16xf32>
    %902 = stablehlo.multiply %arg59, %901 : tensor<32x16xf32>
    %903 = stablehlo.broadcast_in_dim %893, dims = [] : (tensor<f32>) -> tensor<32x16xf32>
    %904 = stablehlo.power %780, %903 : tensor<32x16xf32>
    %905 = stablehlo.broadcast_in_dim %897, dims = [] : (tensor<f32>) -> tensor<32x16xf32>
    %906 = stablehlo.multiply %904, %905 : tensor<32x16xf32>
    %907 = stablehlo.add %902, %906 : tensor<32x16xf32>
    %908 = stablehlo.broadcast_in_dim %889, dims = [] : (tensor<f32>) -> tensor<16xf32>
    %909 = stablehlo.multiply %arg60, %908 : tensor<16xf32>
    %910 = stablehlo.broadcast_in_dim %893, dims = [] : (tensor<f32>) -> tensor<16xf32>
    %911 = stablehlo.power %761, %910 : tensor<16xf32>
    %912 = stablehlo.broadcast_in_dim %897, dims = [] : (tensor<f32>) -> tensor<16xf32>
    %913 = stablehlo.multiply %911, %912 : tensor<16xf32>
    %914 = stablehlo.add %909, %913 : tensor<16xf32>
    %915 = stablehlo.multiply %arg61, %908 : tensor<16xf32>
    %916 = stablehlo.power %762, %910 : tensor<16xf32>
    %917 = stablehlo.multiply %916, %912 : tensor<16xf32>
    %918 = stablehlo.add %915, %917 : tensor<16xf32>
    %919 = stablehlo.broadcast_in_dim %889, dims = [] : (tensor<f32>) -> tensor<48x16xf32>
    %920 = stablehlo.multiply %arg62, %919 : tensor<48x16xf32>
    %921 = stablehlo.broadcast_in_dim %893, dims = [] : (tensor<f32>) -> tensor<48x16xf32>
    %922 = stablehlo.power %744, %921 : tensor<48x16xf32>
    %923 = stablehlo.broadcast_in_dim %897, dims = [] : (tensor<f32>) -> tensor<48x16xf32>
    %924 = stablehlo.multiply %922, %923 : tensor<48x16xf32>
    %925 = stablehlo.add %920, %924 : tensor<48x16xf32>
    %926 = stablehlo.broadcast_in_dim %889, dims = [] : (tensor<f32>) -> tensor<48xf32>
    %927 = stablehlo.multiply %arg63, %926 : tensor<48xf32>
    %928 = stablehlo.broadcast_in_dim %893, dims = [] : (tensor<f32>) -> tensor<48xf32>
    %929 = stablehlo.power %742, %928 : tensor<48xf32>
    %930 = stablehlo.broadcast_in_dim %897, dims = [] : (tensor<f32>) -> tensor<48xf32>
    %931 = stablehlo.multiply %929, %930 : tensor<48xf32>
    %932 = stablehlo.add %927, %931 : tensor<48xf32>
    %933 = stablehlo.broadcast_in_dim %889, dims = [] : (tensor<f32>) -> tensor<16x16xf32>
    %934 = stablehlo.multiply %arg64, %933 : tensor<16x16xf32>
    %935 = stablehlo.broadcast_in_dim %893, dims = [] : (tensor<f32>) -> tensor<16x16xf32>
    %936 = stablehlo.power %696, %935 : tensor<16x16xf32>
    %937 = stablehlo.broadcast_in_dim %897, dims = [] : (tensor<f32>) -> tensor<16x16xf32>
    %938 = stablehlo.multiply %936, %937 : tensor<16x16xf32>
    %939 = stablehlo.add %934, %938 : tensor<16x16xf32>
    %940 = stablehlo.multiply %arg65, %908 : tensor<16xf32>
    %941 = stablehlo.power %694, %910 : tensor<16xf32>
    %942 = stablehlo.multiply %941, %912 : tensor<16xf32>
    %943 = stablehlo.add %940, %942 : tensor<16xf32>
    %944 = stablehlo.multiply %arg66, %908 : tensor<16xf32>
    %945 = stablehlo.power %683, %910 : tensor<16xf32>
    %946 = stablehlo.multiply %945, %912 : tensor<16xf32>
    %947 = stablehlo.add %944, %946 : tensor<16xf32>
    %948 = stablehlo.multiply %arg67, %908 : tensor<16xf32>
    %949 = stablehlo.power %684, %910 : tensor<16xf32>
    %950 = stablehlo.multiply %949, %912 : tensor<16xf32>
    %951 = stablehlo.add %948, %950 : tensor<16xf32>
    %952 = stablehlo.multiply %arg68, %901 : tensor<32x16xf32>
    %953 = stablehlo.power %666, %903 : tensor<32x16xf32>
    %954 = stablehlo.multiply %953, %905 : tensor<32x16xf32>
    %955 = stablehlo.add %952, %954 : tensor<32x16xf32>
    %956 = stablehlo.broadcast_in_dim %889, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %957 = stablehlo.multiply %arg69, %956 : tensor<32xf32>
    %958 = stablehlo.broadcast_in_dim %893, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %959 = stablehlo.power %664, %958 : tensor<32xf32>
    %960 = stablehlo.broadcast_in_dim %897, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %961 = stablehlo.multiply %959, %960 : tensor<32xf32>
    %962 = stablehlo.add %957, %961 : tensor<32xf32>
    %963 = stablehlo.broadcast_in_dim %889, dims = [] : (tensor<f32>) -> tensor<16x32xf32>
    %964 = stablehlo.multiply %arg70, %963 : tensor<16x32xf32>
    %965 = stablehlo.broadcast_in_dim %893, dims = [] : (tensor<f32>) -> tensor<16x32xf32>
    %966 = stablehlo.power %620, %965 : tensor<16x32xf32>
    %967 = stablehlo.broadcast_in_dim %897, dims = [] : (tensor<f32>) -> tensor<16x32xf32>
    %968 = stablehlo.multiply %966, %967 : tensor<16x32xf32>
    %969 = stablehlo.add %964, %968 : tensor<16x32xf32>
    %970 = stablehlo.multiply %arg71, %908 : tensor<16xf32>
    %971 = stablehlo.power %618, %910 : tensor<16xf32>
    %972 = stablehlo.multiply %971, %912 : tensor<16xf32>
    %973 = stablehlo.add %970, %972 : tensor<16xf32>
    %974 = stablehlo.multiply %arg72, %908 : tensor<16xf32>
    %975 = stablehlo.power %607, %910 : tensor<16xf32>
    %976 = stablehlo.multiply %975, %912 : tensor<16xf32>
    %977 = stablehlo.add %974, %976 : tensor<16xf32>
    %978 = stablehlo.multiply %arg73, %908 : tensor<16xf32>
    %979 = stablehlo.power %608, %910 : tensor<16xf32>
    %980 = stablehlo.multiply %979, %912 : tensor<16xf32>
    %981 = stablehlo.add %978, %980 : tensor<16xf32>
    %982 = stablehlo.multiply %arg74, %919 : tensor<48x16xf32>
    %983 = stablehlo.power %590, %921 : tensor<48x16xf32>
    %984 = stablehlo.multiply %983, %923 : tensor<48x16xf32>
    %985 = stablehlo.add %982, %984 : tensor<48x16xf32>
    %986 = stablehlo.multiply %arg75, %926 : tensor<48xf32>
    %987 = stablehlo.power %588, %928 : tensor<48xf32>
    %988 = stablehlo.multiply %987, %930 : tensor<48xf32>
    %989 = stablehlo.add %986, %988 : tensor<48xf32>
    %990 = stablehlo.multiply %arg76, %933 : tensor<16x16xf32>
    %991 = stablehlo.power %541, %935 : tensor<16x16xf32>
    %992 = stablehlo.multiply %991, %937 : tensor<16x16xf32>
    %993 = stablehlo.add %990, %992 : tensor<16x16xf32>
    %994 = stablehlo.multiply %arg77, %908 : tensor<16xf32>
    %995 = stablehlo.power %539, %910 : tensor<16xf32>
    %996 = stablehlo.multiply %995, %912 : tensor<16xf32>
    %997 = stablehlo.add %994, %996 : tensor<16xf32>
    %998 = stablehlo.multiply %arg78, %908 : tensor<16xf32>
    %999 = stablehlo.power %528, %910 : tensor<16xf32>
    %1000 = stablehlo.multiply %999, %912 : tensor<16xf32>
    %1001 = stablehlo.add %998, %1000 : tensor<16xf32>
    %1002 = stablehlo.multiply %arg79, %908 : tensor<16xf32>
    %1003 = stablehlo.power %529, %910 : tensor<16xf32>
    %1004 = stablehlo.multiply %1003, %912 : tensor<16xf32>
    %1005 = stablehlo.add %1002, %1004 : tensor<16xf32>
    %1006 = stablehlo.multiply %arg80, %901 : tensor<32x16xf32>
    %1007 = stablehlo.power %511, %903 : tensor<32x16xf32>
    %1008 = stablehlo.multiply %1007, %905 : tensor<32x16xf32>
    %1009 = stablehlo.add %1006, %1008 : tensor<32x16xf32>
    %1010 = stablehlo.multiply %arg81, %956 : tensor<32xf32>
    %1011 = stablehlo.power %509, %958 : tensor<32xf32>
    %1012 = stablehlo.multiply %1011, %960 : tensor<32xf32>
    %1013 = stablehlo.add %1010, %1012 : tensor<32xf32>
    %1014 = stablehlo.multiply %arg82, %963 : tensor<16x32xf32>
    %1015 = stablehlo.power %452, %965 : tensor<16x32xf32>
    %1016 = stablehlo.multiply %1015, %967 : tensor<16x32xf32>
    %1017 = stablehlo.add %1014, %1016 : tensor<16x32xf32>
    %1018 = stablehlo.multiply %arg83, %908 : tensor<16xf32>
    %1019 = stablehlo.power %450, %910 : tensor<16xf32>
    %1020 = stablehlo.multiply %1019, %912 : tensor<16xf32>
    %1021 = stablehlo.add %1018, %1020 : tensor<16xf32>
    %1022 = stablehlo.multiply %arg84, %908 : tensor<16xf32>
    %1023 = stablehlo.power %440, %910 : tensor<16xf32>
    %1024 = stablehlo.multiply %1023, %912 : tensor<16xf32>
    %1025 = stablehlo.add %1022, %1024 : tensor<16xf32>
    %1026 = stablehlo.multiply %arg85, %908 : tensor<16xf32>
    %1027 = stablehlo.power %441, %910 : tensor<16xf32>
    %1028 = stablehlo.multiply %1027, %912 : tensor<16xf32>
    %1029 = stablehlo.add %1026, %1028 : tensor<16xf32>
    %1030 = stablehlo.multiply %arg86, %901 : tensor<32x16xf32>
    %1031 = stablehlo.power %422, %903 : tensor<32x16xf32>
    %1032 = stablehlo.multiply %1031, %905 : tensor<32x16xf32>
    %1033 = stablehlo.add %1030, %1032 : tensor<32x16xf32>
    %1034 = stablehlo.multiply %789, %898 : tensor<8x16xf32>
    %1035 = stablehlo.sqrt %900 : tensor<8x16xf32>
    %1036 = stablehlo.convert %cst_52 : (tensor<1xf64>) -> tensor<1xf32>
    %1037 = stablehlo.reshape %1036 : (tensor<1xf32>) -> tensor<f32>
    %1038 = stablehlo.broadcast_in_dim %1037, dims = [] : (tensor<f32>) -> tensor<8x16xf32>
    %1039 = stablehlo.add %1035, %1038 : tensor<8x16xf32>
    %1040 = stablehlo.divide %1034, %1039 : tensor<8x16xf32>
    %1041 = stablehlo.subtract %arg0, %1040 : tensor<8x16xf32>
    %1042 = stablehlo.multiply %794, %905 : tensor<32x16xf32>
    %1043 = stablehlo.sqrt %907 : tensor<32x16xf32>
    %1044 = stablehlo.broadcast_in_dim %1037, dims = [] : (tensor<f32>) -> tensor<32x16xf32>
    %1045 = stablehlo.add %1043, %1044 : tensor<32x16xf32>
    %1046 = stablehlo.divide %1042, %1045 : tensor<32x16xf32>
    %1047 = stablehlo.subtract %arg1, %1046 : tensor<32x16xf32>
    %1048 = stablehlo.multiply %799, %912 : tensor<16xf32>
    %1049 = stablehlo.sqrt %914 : tensor<16xf32>
    %1050 = stablehlo.broadcast_in_dim %1037, dims = [] : (tensor<f32>) -> tensor<16xf32>
    %1051 = stablehlo.add %1049, %1050 : tensor<16xf32>
    %1052 = stablehlo.divide %1048, %1051 : tensor<16xf32>
    %1053 = stablehlo.subtract %arg2, %1052 : tensor<16xf32>
    %1054 = stablehlo.multiply %802, %912 : tensor<16xf32>
    %1055 = stablehlo.sqrt %918 : tensor<16xf32>
    %1056 = stablehlo.add %1055, %1050 : tensor<16xf32>
    %1057 = stablehlo.divide %1054, %1056 : tensor<16xf32>
    %1058 = stablehlo.subtract %arg3, %1057 : tensor<16xf32>
    %1059 = stablehlo.multiply %807, %923 : tensor<48x16xf32>
    %1060 = stablehlo.sqrt %925 : tensor<48x16xf32>
    %1061 = stablehlo.broadcast_in_dim %1037, dims = [] : (tensor<f32>) -> tensor<48x16xf32>
    %1062 = stablehlo.add %1060, %1061 : tensor<48x16xf32>
    %1063 = stablehlo.divide %1059, %1062 : tensor<48x16xf32>
    %1064 = stablehlo.subtract %arg4, %1063 : tensor<48x16xf32>
    %1065 = stablehlo.multiply %812, %930 : tensor<48xf32>
    %1066 = stablehlo.sqrt %932 : tensor<48xf32>
    %1067 = stablehlo.broadcast_in_dim %1037, dims = [] : (tensor<f32>) -> tensor<48xf32>
    %1068 = stablehlo.add %1066, %1067 : tensor<48xf32>
    %1069 = stablehlo.divide %1065, %1068 : tensor<48xf32>
    %1070 = stablehlo.subtract %arg5, %1069 : tensor<48xf32>
    %1071 = stablehlo.multiply %817, %937 : tensor<16x16xf32>
    %1072 = stablehlo.sqrt %939 : tensor<16x16xf32>
    %1073 = stablehlo.broadcast_in_dim %1037, dims = [] : (tensor<f32>) -> tensor<16x16xf32>
    %1074 = stablehlo.add %1072, %1073 : tensor<16x16xf32>
    %1075 = stablehlo.divide %1071, %1074 : tensor<16x16xf32>
    %1076 = stablehlo.subtract %arg6, %1075 : tensor<16x16xf32>
    %1077 = stablehlo.multiply %820, %912 : tensor<16xf32>
    %1078 = stablehlo.sqrt %943 : tensor<16xf32>
    %1079 = stablehlo.add %1078, %1050 : tensor<16xf32>
    %1080 = stablehlo.divide %1077, %1079 : tensor<16xf32>
    %1081 = stablehlo.subtract %arg7, %1080 : tensor<16xf32>
    %1082 = stablehlo.multiply %823, %912 : tensor<16xf32>
    %1083 = stablehlo.sqrt %947 : tensor<16xf32>
    %1084 = stablehlo.add %1083, %1050 : tensor<16xf32>
    %1085 = stablehlo.divide %1082, %1084 : tensor<16xf32>
    %1086 = stablehlo.subtract %arg8, %1085 : tensor<16xf32>
    %1087 = stablehlo.multiply %826, %912 : tensor<16xf32>
    %1088 = stablehlo.sqrt %951 : tensor<16xf32>
    %1089 = stablehlo.add %1088, %1050 : tensor<16xf32>
    %1090 = stablehlo.divide %1087, %1089 : tensor<16xf32>
    %1091 = stablehlo.subtract %arg9, %1090 : tensor<16xf32>
    %1092 = stablehlo.multiply %829, %905 : tensor<32x16xf32>
    %1093 = stablehlo.sqrt %955 : tensor<32x16xf32>
    %1094 = stablehlo.add %1093, %1044 : tensor<32x16xf32>
    %1095 = stablehlo.divide %1092, %1094 : tensor<32x16xf32>
    %1096 = stablehlo.subtract %arg10, %1095 : tensor<32x16xf32>
    %1097 = stablehlo.multiply %834, %960 : tensor<32xf32>
    %1098 = stablehlo.sqrt %962 : tensor<32xf32>
    %1099 = stablehlo.broadcast_in_dim %1037, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1100 = stablehlo.add %1098, %1099 : tensor<32xf32>
    %1101 = stablehlo.divide %1097, %1100 : tensor<32xf32>
    %1102 = stablehlo.subtract %arg11, %1101 : tensor<32xf32>
    %1103 = stablehlo.multiply %839, %967 : tensor<16x32xf32>
    %1104 = stablehlo.sqrt %969 : tensor<16x32xf32>
    %1105 = stablehlo.broadcast_in_dim %1037, dims = [] : (tensor<f32>) -> tensor<16x32xf32>
    %1106 = stablehlo.add %1104, %1105 : tensor<16x32xf32>
    %1107 = stablehlo.divide %1103, %1106 : tensor<16x32xf32>
    %1108 = stablehlo.subtract %arg12, %1107 : tensor<16x32xf32>
    %1109 = stablehlo.multiply %842, %912 : tensor<16xf32>
    %1110 = stablehlo.sqrt %973 : tensor<16xf32>
    %1111 = stablehlo.add %1110, %1050 : tensor<16xf32>
    %1112 = stablehlo.divide %1109, %1111 : tensor<16xf32>
    %1113 = stablehlo.subtract %arg13, %1112 : tensor<16xf32>
    %1114 = stablehlo.multiply %845, %912 : tensor<16xf32>
    %1115 = stablehlo.sqrt %977 : tensor<16xf32>
    %1116 = stablehlo.add %1115, %1050 : tensor<16xf32>
    %1117 = stablehlo.divide %1114, %1116 : tensor<16xf32>
    %1118 = stablehlo.subtract %arg14, %1117 : tensor<16xf32>
    %1119 = stablehlo.multiply %848, %912 : tensor<16xf32>
    %1120 = stablehlo.sqrt %981 : tensor<16xf32>
    %1121 = stablehlo.add %1120, %1050 : tensor<16xf32>
    %1122 = stablehlo.divide %1119, %1121 : tensor<16xf32>
    %1123 = stablehlo.subtract %arg15, %1122 : tensor<16xf32>
    %1124 = stablehlo.multiply %851, %923 : tensor<48x16xf32>
    %1125 = stablehlo.sqrt %985 : tensor<48x16xf32>
    %1126 = stablehlo.add %1125, %1061 : tensor<48x16xf32>
    %1127 = stablehlo.divide %1124, %1126 : tensor<48x16xf32>
    %1128 = stablehlo.subtract %arg16, %1127 : tensor<48x16xf32>
    %1129 = stablehlo.multiply %854, %930 : tensor<48xf32>
    %1130 = stablehlo.sqrt %989 : tensor<48xf32>
    %1131 = stablehlo.add %1130, %1067 : tensor<48xf32>
    %1132 = stablehlo.divide %1129, %1131 : tensor<48xf32>
    %1133 = stablehlo.subtract %arg17, %1132 : tensor<48xf32>
    %1134 = stablehlo.multiply %857, %937 : tensor<16x16xf32>
    %1135 = stablehlo.sqrt %993 : tensor<16x16xf32>
    %1136 = stablehlo.add %1135, %1073 : tensor<16x16xf32>
    %1137 = stablehlo.divide %1134, %1136 : tensor<16x16xf32>
    %1138 = stablehlo.subtract %arg18, %1137 : tensor<16x16xf32>
    %1139 = stablehlo.multiply %860, %912 : tensor<16xf32>
    %1140 = stablehlo.sqrt %997 : tensor<16xf32>
    %1141 = stablehlo.add %1140, %1050 : tensor<16xf32>
    %1142 = stablehlo.divide %1139, %1141 : tensor<16xf32>
    %1143 = stablehlo.subtract %arg19, %1142 : tensor<16xf32>
    %1144 = stablehlo.multiply %863, %912 : tensor<16xf32>
    %1145 = stablehlo.sqrt %1001 : tensor<16xf32>
    %1146 = stablehlo.add %1145, %1050 : tensor<16xf32>
    %1147 = stablehlo.divide %1144, %1146 : tensor<16xf32>
    %1148 = stablehlo.subtract %arg20, %1147 : tensor<16xf32>
    %1149 = stablehlo.multiply %866, %912 : tensor<16xf32>
    %1150 = stablehlo.sqrt %1005 : tensor<16xf32>
    %1151 = stablehlo.add %1150, %1050 : tensor<16xf32>
    %1152 = stablehlo.divide %1149, %1151 : tensor<16xf32>
    %1153 = stablehlo.subtract %arg21, %1152 : tensor<16xf32>
    %1154 = stablehlo.multiply %869, %905 : tensor<32x16xf32>
    %1155 = stablehlo.sqrt %1009 : tensor<32x16xf32>
    %1156 = stablehlo.add %1155, %1044 : tensor<32x16xf32>
    %1157 = stablehlo.divide %1154, %1156 : tensor<32x16xf32>
    %1158 = stablehlo.subtract %arg22, %1157 : tensor<32x16xf32>
    %1159 = stablehlo.multiply %872, %960 : tensor<32xf32>
    %1160 = stablehlo.sqrt %1013 : tensor<32xf32>
    %1161 = stablehlo.add %1160, %1099 : tensor<32xf32>
    %1162 = stablehlo.divide %1159, %1161 : tensor<32xf32>
    %1163 = stablehlo.subtract %arg23, %1162 : tensor<32xf32>
    %1164 = stablehlo.multiply %875, %967 : tensor<16x32xf32>
    %1165 = stablehlo.sqrt %1017 : tensor<16x32xf32>
    %1166 = stablehlo.add %1165, %1105 : tensor<16x32xf32>
    %1167 = stablehlo.divide %1164, %1166 : tensor<16x32xf32>
    %1168 = stablehlo.subtract %arg24, %1167 : tensor<16x32xf32>
    %1169 = stablehlo.multiply %878, %912 : tensor<16xf32>
    %1170 = stablehlo.sqrt %1021 : tensor<16xf32>
    %1171 = stablehlo.add %1170, %1050 : tensor<16xf32>
    %1172 = stablehlo.divide %1169, %1171 : tensor<16xf32>
    %1173 = stablehlo.subtract %arg25, %1172 : tensor<16xf32>
    %1174 = stablehlo.multiply %881, %912 : tensor<16xf32>
    %1175 = stablehlo.sqrt %1025 : tensor<16xf32>
    %1176 = stablehlo.add %1175, %1050 : tensor<16xf32>
    %1177 = stablehlo.divide %1174, %1176 : tensor<16xf32>
    %1178 = stablehlo.subtract %arg26, %1177 : tensor<16xf32>
    %1179 = stablehlo.multiply %884, %912 : tensor<16xf32>
    %1180 = stablehlo.sqrt %1029 : tensor<16xf32>
    %1181 = stablehlo.add %1180, %1050 : tensor<16xf32>
    %1182 = stablehlo.divide %1179, %1181 : tensor<16xf32>
    %1183 = stablehlo.subtract %arg27, %1182 : tensor<16xf32>
    %1184 = stablehlo.multiply %887, %905 : tensor<32x16xf32>
    %1185 = stablehlo.sqrt %1033 : tensor<32x16xf32>
    %1186 = stablehlo.add %1185, %1044 : tensor<32x16xf32>
    %1187 = stablehlo.divide %1184, %1186 : tensor<32x16xf32>
    %1188 = stablehlo.subtract %arg28, %1187 : tensor<32x16xf32>
    return %1041, %1047, %1053, %1058, %1064, %1070, %1076, %1081, %1086, %1091, %1096, %1102, %1108, %1113, %1118, %1123, %1128, %1133, %1138, %1143, %1148, %1153, %1158, %1163, %1168, %1173, %1178, %1183, %1188, %789, %794, %799, %802, %807, %812, %817, %820, %823, %826, %829, %834, %839, %842, %845, %848, %851, %854, %857, %860, %863, %866, %869, %872, %875, %878, %881, %884, %887, %900, %907, %914, %918, %925, %932, %939, %943, %947, %951, %955, %962, %969, %973, %977, %981, %985, %989, %993, %997, %1001, %1005, %1009, %1013, %1017, %1021, %1025, %1029, %1033, %392 : tensor<8x16xf32>, tensor<32x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<8x16xf32>, tensor<32x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<8x16xf32>, tensor<32x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<48x16xf32>, tensor<48xf32>, tensor<16x16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<32xf32>, tensor<16x32xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<32x16xf32>, tensor<f32>
  }
}
