module {
  func.func @main(%arg0: tensor<8x16xf32>, %arg1: tensor<32x16xf32>, %arg2: tensor<16xf32>, %arg3: tensor<16xf32>, %arg4: tensor<48x16xf32>, %arg5: tensor<48xf32>, %arg6: tensor<16x16xf32>, %arg7: tensor<16xf32>, %arg8: tensor<16xf32>, %arg9: tensor<16xf32>, %arg10: tensor<32x16xf32>, %arg11: tensor<32xf32>, %arg12: tensor<16x32xf32>, %arg13: tensor<16xf32>, %arg14: tensor<16xf32>, %arg15: tensor<16xf32>, %arg16: tensor<48x16xf32>, %arg17: tensor<48xf32>, %arg18: tensor<16x16xf32>, %arg19: tensor<16xf32>, %arg20: tensor<16xf32>, %arg21: tensor<16xf32>, %arg22: tensor<32x16xf32>, %arg23: tensor<32xf32>, %arg24: tensor<16x32xf32>, %arg25: tensor<16xf32>, %arg26: tensor<16xf32>, %arg27: tensor<16xf32>, %arg28: tensor<32x16xf32>, %arg29: tensor<8x8xi64>) -> tensor<8x8x32xf32> {
    %0 = "tosa.const"() <{values = dense<true> : tensor<8x8xi1>}> : () -> tensor<8x8xi1>
    %1 = tosa.const_shape  {values = dense<[1, 32, 16]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %2 = tosa.const_shape  {values = dense<[1, 64]> : tensor<2xindex>} : () -> !tosa.shape<2>
    %3 = tosa.const_shape  {values = dense<[8, 8, 16]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %4 = tosa.const_shape  {values = dense<[1, 8, 16]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %5 = "tosa.const"() <{values = dense<0> : tensor<1xi8>}> : () -> tensor<1xi8>
    %6 = tosa.const_shape  {values = dense<[1, 1, 16]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %7 = tosa.const_shape  {values = dense<[64, 16]> : tensor<2xindex>} : () -> !tosa.shape<2>
    %8 = "tosa.const"() <{values = dense<0.000000e+00> : tensor<1xf32>}> : () -> tensor<1xf32>
    %9 = tosa.const_shape  {values = dense<[1, 64, 16]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %10 = tosa.const_shape  {values = dense<[1, 16, 48]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %11 = tosa.const_shape  {values = dense<[64, 48]> : tensor<2xindex>} : () -> !tosa.shape<2>
    %12 = tosa.const_shape  {values = dense<[1, 48]> : tensor<2xindex>} : () -> !tosa.shape<2>
    %13 = tosa.const_shape  {values = dense<[8, 8, 48]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %14 = tosa.const_shape  {values = dense<0> : tensor<3xindex>} : () -> !tosa.shape<3>
    %15 = tosa.const_shape  {values = dense<[0, 0, 16]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %16 = tosa.const_shape  {values = dense<[0, 0, 32]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %17 = tosa.const_shape  {values = dense<[8, 8, 8, 2]> : tensor<4xindex>} : () -> !tosa.shape<4>
    %18 = tosa.const_shape  {values = dense<[64, 8, 2]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %19 = tosa.const_shape  {values = dense<[64, 2, 8]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %20 = tosa.const_shape  {values = dense<8> : tensor<4xindex>} : () -> !tosa.shape<4>
    %21 = "tosa.const"() <{values = dense<[0, 1, 2, 3, 4, 5, 6, 7]> : tensor<8xi64>}> : () -> tensor<8xi64>
    %22 = tosa.const_shape  {values = dense<[1, 8]> : tensor<2xindex>} : () -> !tosa.shape<2>
    %23 = tosa.const_shape  {values = dense<[8, 1]> : tensor<2xindex>} : () -> !tosa.shape<2>
    %24 = tosa.const_shape  {values = dense<[1, 1, 8, 8]> : tensor<4xindex>} : () -> !tosa.shape<4>
    %25 = tosa.const_shape  {values = dense<[64, 8, 8]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %26 = tosa.const_shape  {values = dense<[1, 16, 16]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %27 = tosa.const_shape  {values = dense<[1, 16]> : tensor<2xindex>} : () -> !tosa.shape<2>
    %28 = tosa.const_shape  {values = dense<[1, 16, 32]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %29 = tosa.const_shape  {values = dense<[64, 32]> : tensor<2xindex>} : () -> !tosa.shape<2>
    %30 = tosa.const_shape  {values = dense<[1, 32]> : tensor<2xindex>} : () -> !tosa.shape<2>
    %31 = tosa.const_shape  {values = dense<[8, 8, 32]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %32 = tosa.const_shape  {values = dense<[1, 64, 32]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %33 = "tosa.const"() <{values = dense<6.250000e-02> : tensor<1x1x1xf64>}> : () -> tensor<1x1x1xf64>
    %34 = "tosa.const"() <{values = dense<6.250000e-02> : tensor<1x1x1xf32>}> : () -> tensor<1x1x1xf32>
    %35 = "tosa.const"() <{values = dense<9.99999974E-6> : tensor<1x1x1xf32>}> : () -> tensor<1x1x1xf32>
    %36 = "tosa.const"() <{values = dense<0.707106769> : tensor<1x1x1x1xf32>}> : () -> tensor<1x1x1x1xf32>
    %37 = "tosa.const"() <{values = dense<1> : tensor<1x1xi64>}> : () -> tensor<1x1xi64>
    %38 = "tosa.const"() <{values = dense<0xFF800000> : tensor<1x1x1x1xf32>}> : () -> tensor<1x1x1x1xf32>
    %39 = "tosa.const"() <{values = dense<1.000000e+00> : tensor<1x1x1xf32>}> : () -> tensor<1x1x1xf32>
    %40 = "tosa.const"() <{values = dense<5.000000e-01> : tensor<1x1x1xf32>}> : () -> tensor<1x1x1xf32>
    %41 = "tosa.const"() <{values = dense<0.707106769> : tensor<1x1x1xf32>}> : () -> tensor<1x1x1xf32>
    %42 = tosa.reshape %arg1, %1 : (tensor<32x16xf32>, !tosa.shape<3>) -> tensor<1x32x16xf32>
    %43 = tosa.reshape %arg29, %2 : (tensor<8x8xi64>, !tosa.shape<2>) -> tensor<1x64xi64>
    %44 = tosa.cast %43 : (tensor<1x64xi64>) -> tensor<1x64xi32>
    %45 = tosa.gather %42, %44 : (tensor<1x32x16xf32>, tensor<1x64xi32>) -> tensor<1x64x16xf32>
    %46 = tosa.reshape %45, %3 : (tensor<1x64x16xf32>, !tosa.shape<3>) -> tensor<8x8x16xf32>
    %47 = tosa.reshape %arg0, %4 : (tensor<8x16xf32>, !tosa.shape<3>) -> tensor<1x8x16xf32>
    %48 = tosa.add %46, %47 : (tensor<8x8x16xf32>, tensor<1x8x16xf32>) -> tensor<8x8x16xf32>
    %49 = tosa.cast %48 : (tensor<8x8x16xf32>) -> tensor<8x8x16xf64>
    %50 = tosa.reduce_sum %49 {axis = 2 : i32} : (tensor<8x8x16xf64>) -> tensor<8x8x1xf64>
    %51 = tosa.mul %50, %33, %5 : (tensor<8x8x1xf64>, tensor<1x1x1xf64>, tensor<1xi8>) -> tensor<8x8x1xf64>
    %52 = tosa.sub %49, %51 : (tensor<8x8x16xf64>, tensor<8x8x1xf64>) -> tensor<8x8x16xf64>
    %53 = tosa.mul %52, %52, %5 : (tensor<8x8x16xf64>, tensor<8x8x16xf64>, tensor<1xi8>) -> tensor<8x8x16xf64>
    %54 = tosa.reduce_sum %53 {axis = 2 : i32} : (tensor<8x8x16xf64>) -> tensor<8x8x1xf64>
    %55 = tosa.mul %54, %33, %5 : (tensor<8x8x1xf64>, tensor<1x1x1xf64>, tensor<1xi8>) -> tensor<8x8x1xf64>
    %56 = tosa.cast %55 : (tensor<8x8x1xf64>) -> tensor<8x8x1xf32>
    %57 = tosa.reduce_sum %48 {axis = 2 : i32} : (tensor<8x8x16xf32>) -> tensor<8x8x1xf32>
    %58 = tosa.mul %57, %34, %5 : (tensor<8x8x1xf32>, tensor<1x1x1xf32>, tensor<1xi8>) -> tensor<8x8x1xf32>
    %59 = tosa.add %56, %35 : (tensor<8x8x1xf32>, tensor<1x1x1xf32>) -> tensor<8x8x1xf32>
    %60 = tosa.rsqrt %59 : (tensor<8x8x1xf32>) -> tensor<8x8x1xf32>
    %61 = tosa.sub %48, %58 : (tensor<8x8x16xf32>, tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %62 = tosa.mul %61, %60, %5 : (tensor<8x8x16xf32>, tensor<8x8x1xf32>, tensor<1xi8>) -> tensor<8x8x16xf32>
    %63 = tosa.reshape %arg2, %6 : (tensor<16xf32>, !tosa.shape<3>) -> tensor<1x1x16xf32>
    %64 = tosa.mul %62, %63, %5 : (tensor<8x8x16xf32>, tensor<1x1x16xf32>, tensor<1xi8>) -> tensor<8x8x16xf32>
    %65 = tosa.reshape %arg3, %6 : (tensor<16xf32>, !tosa.shape<3>) -> tensor<1x1x16xf32>
    %66 = tosa.add %64, %65 : (tensor<8x8x16xf32>, tensor<1x1x16xf32>) -> tensor<8x8x16xf32>
    %67 = tosa.transpose %arg4 {perms = array<i32: 1, 0>} : (tensor<48x16xf32>) -> tensor<16x48xf32>
    %68 = tosa.reshape %66, %9 : (tensor<8x8x16xf32>, !tosa.shape<3>) -> tensor<1x64x16xf32>
    %69 = tosa.reshape %67, %10 : (tensor<16x48xf32>, !tosa.shape<3>) -> tensor<1x16x48xf32>
    %70 = tosa.matmul %68, %69, %8, %8 : (tensor<1x64x16xf32>, tensor<1x16x48xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x64x48xf32>
    %71 = tosa.reshape %70, %11 : (tensor<1x64x48xf32>, !tosa.shape<2>) -> tensor<64x48xf32>
    %72 = tosa.reshape %arg5, %12 : (tensor<48xf32>, !tosa.shape<2>) -> tensor<1x48xf32>
    %73 = tosa.add %71, %72 : (tensor<64x48xf32>, tensor<1x48xf32>) -> tensor<64x48xf32>
    %74 = tosa.reshape %73, %13 : (tensor<64x48xf32>, !tosa.shape<3>) -> tensor<8x8x48xf32>
    %75 = tosa.slice %74, %14, %3 : (tensor<8x8x48xf32>, !tosa.shape<3>, !tosa.shape<3>) -> tensor<8x8x16xf32>
    %76 = tosa.slice %74, %15, %3 : (tensor<8x8x48xf32>, !tosa.shape<3>, !tosa.shape<3>) -> tensor<8x8x16xf32>
    %77 = tosa.slice %74, %16, %3 : (tensor<8x8x48xf32>, !tosa.shape<3>, !tosa.shape<3>) -> tensor<8x8x16xf32>
    %78 = tosa.reshape %75, %17 : (tensor<8x8x16xf32>, !tosa.shape<4>) -> tensor<8x8x8x2xf32>
    %79 = tosa.transpose %78 {perms = array<i32: 0, 2, 1, 3>} : (tensor<8x8x8x2xf32>) -> tensor<8x8x8x2xf32>
    %80 = tosa.reshape %76, %17 : (tensor<8x8x16xf32>, !tosa.shape<4>) -> tensor<8x8x8x2xf32>
    %81 = tosa.reshape %77, %17 : (tensor<8x8x16xf32>, !tosa.shape<4>) -> tensor<8x8x8x2xf32>
    %82 = tosa.transpose %81 {perms = array<i32: 0, 2, 1, 3>} : (tensor<8x8x8x2xf32>) -> tensor<8x8x8x2xf32>
    %83 = tosa.transpose %80 {perms = array<i32: 0, 2, 3, 1>} : (tensor<8x8x8x2xf32>) -> tensor<8x8x2x8xf32>
    %84 = tosa.reshape %79, %18 : (tensor<8x8x8x2xf32>, !tosa.shape<3>) -> tensor<64x8x2xf32>
    %85 = tosa.reshape %83, %19 : (tensor<8x8x2x8xf32>, !tosa.shape<3>) -> tensor<64x2x8xf32>
    %86 = tosa.matmul %84, %85, %8, %8 : (tensor<64x8x2xf32>, tensor<64x2x8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<64x8x8xf32>
    %87 = tosa.reshape %86, %20 : (tensor<64x8x8xf32>, !tosa.shape<4>) -> tensor<8x8x8x8xf32>
    %88 = tosa.mul %87, %36, %5 : (tensor<8x8x8x8xf32>, tensor<1x1x1x1xf32>, tensor<1xi8>) -> tensor<8x8x8x8xf32>
    %89 = tosa.reshape %21, %22 : (tensor<8xi64>, !tosa.shape<2>) -> tensor<1x8xi64>
    %90 = tosa.reshape %21, %23 : (tensor<8xi64>, !tosa.shape<2>) -> tensor<8x1xi64>
    %91 = tosa.cast %90 : (tensor<8x1xi64>) -> tensor<8x1xi32>
    %92 = tosa.cast %89 : (tensor<1x8xi64>) -> tensor<1x8xi32>
    %93 = tosa.sub %92, %91 : (tensor<1x8xi32>, tensor<8x1xi32>) -> tensor<8x8xi32>
    %94 = tosa.cast %93 : (tensor<8x8xi32>) -> tensor<8x8xi64>
    %95 = tosa.greater_equal %94, %37 : (tensor<8x8xi64>, tensor<1x1xi64>) -> tensor<8x8xi1>
    %96 = tosa.logical_and %95, %0 : (tensor<8x8xi1>, tensor<8x8xi1>) -> tensor<8x8xi1>
    %97 = tosa.reshape %96, %24 : (tensor<8x8xi1>, !tosa.shape<4>) -> tensor<1x1x8x8xi1>
    %98 = tosa.select %97, %38, %88 : (tensor<1x1x8x8xi1>, tensor<1x1x1x1xf32>, tensor<8x8x8x8xf32>) -> tensor<8x8x8x8xf32>
    %99 = tosa.reduce_max %98 {axis = 3 : i32} : (tensor<8x8x8x8xf32>) -> tensor<8x8x8x1xf32>
    %100 = tosa.sub %98, %99 : (tensor<8x8x8x8xf32>, tensor<8x8x8x1xf32>) -> tensor<8x8x8x8xf32>
    %101 = tosa.exp %100 : (tensor<8x8x8x8xf32>) -> tensor<8x8x8x8xf32>
    %102 = tosa.reduce_sum %101 {axis = 3 : i32} : (tensor<8x8x8x8xf32>) -> tensor<8x8x8x1xf32>
    %103 = tosa.reciprocal %102 : (tensor<8x8x8x1xf32>) -> tensor<8x8x8x1xf32>
    %104 = tosa.mul %101, %103, %5 : (tensor<8x8x8x8xf32>, tensor<8x8x8x1xf32>, tensor<1xi8>) -> tensor<8x8x8x8xf32>
    %105 = tosa.reshape %104, %25 : (tensor<8x8x8x8xf32>, !tosa.shape<3>) -> tensor<64x8x8xf32>
    %106 = tosa.reshape %82, %18 : (tensor<8x8x8x2xf32>, !tosa.shape<3>) -> tensor<64x8x2xf32>
    %107 = tosa.matmul %105, %106, %8, %8 : (tensor<64x8x8xf32>, tensor<64x8x2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<64x8x2xf32>
    %108 = tosa.reshape %107, %17 : (tensor<64x8x2xf32>, !tosa.shape<4>) -> tensor<8x8x8x2xf32>
    %109 = tosa.transpose %108 {perms = array<i32: 0, 2, 1, 3>} : (tensor<8x8x8x2xf32>) -> tensor<8x8x8x2xf32>
    %110 = tosa.transpose %arg6 {perms = array<i32: 1, 0>} : (tensor<16x16xf32>) -> tensor<16x16xf32>
    %111 = tosa.reshape %109, %9 : (tensor<8x8x8x2xf32>, !tosa.shape<3>) -> tensor<1x64x16xf32>
    %112 = tosa.reshape %110, %26 : (tensor<16x16xf32>, !tosa.shape<3>) -> tensor<1x16x16xf32>
    %113 = tosa.matmul %111, %112, %8, %8 : (tensor<1x64x16xf32>, tensor<1x16x16xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x64x16xf32>
    %114 = tosa.reshape %113, %7 : (tensor<1x64x16xf32>, !tosa.shape<2>) -> tensor<64x16xf32>
    %115 = tosa.reshape %arg7, %27 : (tensor<16xf32>, !tosa.shape<2>) -> tensor<1x16xf32>
    %116 = tosa.add %114, %115 : (tensor<64x16xf32>, tensor<1x16xf32>) -> tensor<64x16xf32>
    %117 = tosa.reshape %116, %3 : (tensor<64x16xf32>, !tosa.shape<3>) -> tensor<8x8x16xf32>
    %118 = tosa.add %48, %117 : (tensor<8x8x16xf32>, tensor<8x8x16xf32>) -> tensor<8x8x16xf32>
    %119 = tosa.cast %118 : (tensor<8x8x16xf32>) -> tensor<8x8x16xf64>
    %120 = tosa.reduce_sum %119 {axis = 2 : i32} : (tensor<8x8x16xf64>) -> tensor<8x8x1xf64>
    %121 = tosa.mul %120, %33, %5 : (tensor<8x8x1xf64>, tensor<1x1x1xf64>, tensor<1xi8>) -> tensor<8x8x1xf64>
    %122 = tosa.sub %119, %121 : (tensor<8x8x16xf64>, tensor<8x8x1xf64>) -> tensor<8x8x16xf64>
    %123 = tosa.mul %122, %122, %5 : (tensor<8x8x16xf64>, tensor<8x8x16xf64>, tensor<1xi8>) -> tensor<8x8x16xf64>
    %124 = tosa.reduce_sum %123 {axis = 2 : i32} : (tensor<8x8x16xf64>) -> tensor<8x8x1xf64>
    %125 = tosa.mul %124, %33, %5 : (tensor<8x8x1xf64>, tensor<1x1x1xf64>, tensor<1xi8>) -> tensor<8x8x1xf64>
    %126 = tosa.cast %125 : (tensor<8x8x1xf64>) -> tensor<8x8x1xf32>
    %127 = tosa.reduce_sum %118 {axis = 2 : i32} : (tensor<8x8x16xf32>) -> tensor<8x8x1xf32>
    %128 = tosa.mul %127, %34, %5 : (tensor<8x8x1xf32>, tensor<1x1x1xf32>, tensor<1xi8>) -> tensor<8x8x1xf32>
    %129 = tosa.add %126, %35 : (tensor<8x8x1xf32>, tensor<1x1x1xf32>) -> tensor<8x8x1xf32>
    %130 = tosa.rsqrt %129 : (tensor<8x8x1xf32>) -> tensor<8x8x1xf32>
    %131 = tosa.sub %118, %128 : (tensor<8x8x16xf32>, tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %132 = tosa.mul %131, %130, %5 : (tensor<8x8x16xf32>, tensor<8x8x1xf32>, tensor<1xi8>) -> tensor<8x8x16xf32>
    %133 = tosa.reshape %arg8, %6 : (tensor<16xf32>, !tosa.shape<3>) -> tensor<1x1x16xf32>
    %134 = tosa.mul %132, %133, %5 : (tensor<8x8x16xf32>, tensor<1x1x16xf32>, tensor<1xi8>) -> tensor<8x8x16xf32>
    %135 = tosa.reshape %arg9, %6 : (tensor<16xf32>, !tosa.shape<3>) -> tensor<1x1x16xf32>
    %136 = tosa.add %134, %135 : (tensor<8x8x16xf32>, tensor<1x1x16xf32>) -> tensor<8x8x16xf32>
    %137 = tosa.transpose %arg10 {perms = array<i32: 1, 0>} : (tensor<32x16xf32>) -> tensor<16x32xf32>
    %138 = tosa.reshape %136, %9 : (tensor<8x8x16xf32>, !tosa.shape<3>) -> tensor<1x64x16xf32>
    %139 = tosa.reshape %137, %28 : (tensor<16x32xf32>, !tosa.shape<3>) -> tensor<1x16x32xf32>
    %140 = tosa.matmul %138, %139, %8, %8 : (tensor<1x64x16xf32>, tensor<1x16x32xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x64x32xf32>
    %141 = tosa.reshape %140, %29 : (tensor<1x64x32xf32>, !tosa.shape<2>) -> tensor<64x32xf32>
    %142 = tosa.reshape %arg11, %30 : (tensor<32xf32>, !tosa.shape<2>) -> tensor<1x32xf32>
    %143 = tosa.add %141, %142 : (tensor<64x32xf32>, tensor<1x32xf32>) -> tensor<64x32xf32>
    %144 = tosa.reshape %143, %31 : (tensor<64x32xf32>, !tosa.shape<3>) -> tensor<8x8x32xf32>
    %145 = tosa.mul %144, %41, %5 : (tensor<8x8x32xf32>, tensor<1x1x1xf32>, tensor<1xi8>) -> tensor<8x8x32xf32>
    %146 = tosa.erf %145 : (tensor<8x8x32xf32>) -> tensor<8x8x32xf32>
    %147 = tosa.add %146, %39 : (tensor<8x8x32xf32>, tensor<1x1x1xf32>) -> tensor<8x8x32xf32>
    %148 = tosa.mul %40, %147, %5 : (tensor<1x1x1xf32>, tensor<8x8x32xf32>, tensor<1xi8>) -> tensor<8x8x32xf32>
    %149 = tosa.mul %144, %148, %5 : (tensor<8x8x32xf32>, tensor<8x8x32xf32>, tensor<1xi8>) -> tensor<8x8x32xf32>
    %150 = tosa.transpose %arg12 {perms = array<i32: 1, 0>} : (tensor<16x32xf32>) -> tensor<32x16xf32>
    %151 = tosa.reshape %149, %32 : (tensor<8x8x32xf32>, !tosa.shape<3>) -> tensor<1x64x32xf32>
    %152 = tosa.reshape %150, %1 : (tensor<32x16xf32>, !tosa.shape<3>) -> tensor<1x32x16xf32>
    %153 = tosa.matmul %151, %152, %8, %8 : (tensor<1x64x32xf32>, tensor<1x32x16xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x64x16xf32>
    %154 = tosa.reshape %153, %7 : (tensor<1x64x16xf32>, !tosa.shape<2>) -> tensor<64x16xf32>
    %155 = tosa.reshape %arg13, %27 : (tensor<16xf32>, !tosa.shape<2>) -> tensor<1x16xf32>
    %156 = tosa.add %154, %155 : (tensor<64x16xf32>, tensor<1x16xf32>) -> tensor<64x16xf32>
    %157 = tosa.reshape %156, %3 : (tensor<64x16xf32>, !tosa.shape<3>) -> tensor<8x8x16xf32>
    %158 = tosa.add %118, %157 : (tensor<8x8x16xf32>, tensor<8x8x16xf32>) -> tensor<8x8x16xf32>
    %159 = tosa.cast %158 : (tensor<8x8x16xf32>) -> tensor<8x8x16xf64>
    %160 = tosa.reduce_sum %159 {axis = 2 : i32} : (tensor<8x8x16xf64>) -> tensor<8x8x1xf64>
    %161 = tosa.mul %160, %33, %5 : (tensor<8x8x1xf64>, tensor<1x1x1xf64>, tensor<1xi8>) -> tensor<8x8x1xf64>
    %162 = tosa.sub %159, %161 : (tensor<8x8x16xf64>, tensor<8x8x1xf64>) -> tensor<8x8x16xf64>
    %163 = tosa.mul %162, %162, %5 : (tensor<8x8x16xf64>, tensor<8x8x16xf64>, tensor<1xi8>) -> tensor<8x8x16xf64>
    %164 = tosa.reduce_sum %163 {axis = 2 : i32} : (tensor<8x8x16xf64>) -> tensor<8x8x1xf64>
    %165 = tosa.mul %164, %33, %5 : (tensor<8x8x1xf64>, tensor<1x1x1xf64>, tensor<1xi8>) -> tensor<8x8x1xf64>
    %166 = tosa.cast %165 : (tensor<8x8x1xf64>) -> tensor<8x8x1xf32>
    %167 = tosa.reduce_sum %158 {axis = 2 : i32} : (tensor<8x8x16xf32>) -> tensor<8x8x1xf32>
    %168 = tosa.mul %167, %34, %5 : (tensor<8x8x1xf32>, tensor<1x1x1xf32>, tensor<1xi8>) -> tensor<8x8x1xf32>
    %169 = tosa.add %166, %35 : (tensor<8x8x1xf32>, tensor<1x1x1xf32>) -> tensor<8x8x1xf32>
    %170 = tosa.rsqrt %169 : (tensor<8x8x1xf32>) -> tensor<8x8x1xf32>
    %171 = tosa.sub %158, %168 : (tensor<8x8x16xf32>, tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %172 = tosa.mul %171, %170, %5 : (tensor<8x8x16xf32>, tensor<8x8x1xf32>, tensor<1xi8>) -> tensor<8x8x16xf32>
    %173 = tosa.reshape %arg14, %6 : (tensor<16xf32>, !tosa.shape<3>) -> tensor<1x1x16xf32>
    %174 = tosa.mul %172, %173, %5 : (tensor<8x8x16xf32>, tensor<1x1x16xf32>, tensor<1xi8>) -> tensor<8x8x16xf32>
    %175 = tosa.reshape %arg15, %6 : (tensor<16xf32>, !tosa.shape<3>) -> tensor<1x1x16xf32>
    %176 = tosa.add %174, %175 : (tensor<8x8x16xf32>, tensor<1x1x16xf32>) -> tensor<8x8x16xf32>
    %177 = tosa.transpose %arg16 {perms = array<i32: 1, 0>} : (tensor<48x16xf32>) -> tensor<16x48xf32>
    %178 = tosa.reshape %176, %9 : (tensor<8x8x16xf32>, !tosa.shape<3>) -> tensor<1x64x16xf32>
    %179 = tosa.reshape %177, %10 : (tensor<16x48xf32>, !tosa.shape<3>) -> tensor<1x16x48xf32>
    %180 = tosa.matmul %178, %179, %8, %8 : (tensor<1x64x16xf32>, tensor<1x16x48xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x64x48xf32>
    %181 = tosa.reshape %180, %11 : (tensor<1x64x48xf32>, !tosa.shape<2>) -> tensor<64x48xf32>
    %182 = tosa.reshape %arg17, %12 : (tensor<48xf32>, !tosa.shape<2>) -> tensor<1x48xf32>
    %183 = tosa.add %181, %182 : (tensor<64x48xf32>, tensor<1x48xf32>) -> tensor<64x48xf32>
    %184 = tosa.reshape %183, %13 : (tensor<64x48xf32>, !tosa.shape<3>) -> tensor<8x8x48xf32>
    %185 = tosa.slice %184, %14, %3 : (tensor<8x8x48xf32>, !tosa.shape<3>, !tosa.shape<3>) -> tensor<8x8x16xf32>
    %186 = tosa.slice %184, %15, %3 : (tensor<8x8x48xf32>, !tosa.shape<3>, !tosa.shape<3>) -> tensor<8x8x16xf32>
    %187 = tosa.slice %184, %16, %3 : (tensor<8x8x48xf32>, !tosa.shape<3>, !tosa.shape<3>) -> tensor<8x8x16xf32>
    %188 = tosa.reshape %185, %17 : (tensor<8x8x16xf32>, !tosa.shape<4>) -> tensor<8x8x8x2xf32>
    %189 = tosa.transpose %188 {perms = array<i32: 0, 2, 1, 3>} : (tensor<8x8x8x2xf32>) -> tensor<8x8x8x2xf32>
    %190 = tosa.reshape %186, %17 : (tensor<8x8x16xf32>, !tosa.shape<4>) -> tensor<8x8x8x2xf32>
    %191 = tosa.reshape %187, %17 : (tensor<8x8x16xf32>, !tosa.shape<4>) -> tensor<8x8x8x2xf32>
    %192 = tosa.transpose %191 {perms = array<i32: 0, 2, 1, 3>} : (tensor<8x8x8x2xf32>) -> tensor<8x8x8x2xf32>
    %193 = tosa.transpose %190 {perms = array<i32: 0, 2, 3, 1>} : (tensor<8x8x8x2xf32>) -> tensor<8x8x2x8xf32>
    %194 = tosa.reshape %189, %18 : (tensor<8x8x8x2xf32>, !tosa.shape<3>) -> tensor<64x8x2xf32>
    %195 = tosa.reshape %193, %19 : (tensor<8x8x2x8xf32>, !tosa.shape<3>) -> tensor<64x2x8xf32>
    %196 = tosa.matmul %194, %195, %8, %8 : (tensor<64x8x2xf32>, tensor<64x2x8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<64x8x8xf32>
    %197 = tosa.reshape %196, %20 : (tensor<64x8x8xf32>, !tosa.shape<4>) -> tensor<8x8x8x8xf32>
    %198 = tosa.mul %197, %36, %5 : (tensor<8x8x8x8xf32>, tensor<1x1x1x1xf32>, tensor<1xi8>) -> tensor<8x8x8x8xf32>
    %199 = tosa.select %97, %38, %198 : (tensor<1x1x8x8xi1>, tensor<1x1x1x1xf32>, tensor<8x8x8x8xf32>) -> tensor<8x8x8x8xf32>
    %200 = tosa.reduce_max %199 {axis = 3 : i32} : (tensor<8x8x8x8xf32>) -> tensor<8x8x8x1xf32>
    %201 = tosa.sub %199, %200 : (tensor<8x8x8x8xf32>, tensor<8x8x8x1xf32>) -> tensor<8x8x8x8xf32>
    %202 = tosa.exp %201 : (tensor<8x8x8x8xf32>) -> tensor<8x8x8x8xf32>
    %203 = tosa.reduce_sum %202 {axis = 3 : i32} : (tensor<8x8x8x8xf32>) -> tensor<8x8x8x1xf32>
    %204 = tosa.reciprocal %203 : (tensor<8x8x8x1xf32>) -> tensor<8x8x8x1xf32>
    %205 = tosa.mul %202, %204, %5 : (tensor<8x8x8x8xf32>, tensor<8x8x8x1xf32>, tensor<1xi8>) -> tensor<8x8x8x8xf32>
    %206 = tosa.reshape %205, %25 : (tensor<8x8x8x8xf32>, !tosa.shape<3>) -> tensor<64x8x8xf32>
    %207 = tosa.reshape %192, %18 : (tensor<8x8x8x2xf32>, !tosa.shape<3>) -> tensor<64x8x2xf32>
    %208 = tosa.matmul %206, %207, %8, %8 : (tensor<64x8x8xf32>, tensor<64x8x2xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<64x8x2xf32>
    %209 = tosa.reshape %208, %17 : (tensor<64x8x2xf32>, !tosa.shape<4>) -> tensor<8x8x8x2xf32>
    %210 = tosa.transpose %209 {perms = array<i32: 0, 2, 1, 3>} : (tensor<8x8x8x2xf32>) -> tensor<8x8x8x2xf32>
    %211 = tosa.transpose %arg18 {perms = array<i32: 1, 0>} : (tensor<16x16xf32>) -> tensor<16x16xf32>
    %212 = tosa.reshape %210, %9 : (tensor<8x8x8x2xf32>, !tosa.shape<3>) -> tensor<1x64x16xf32>
    %213 = tosa.reshape %211, %26 : (tensor<16x16xf32>, !tosa.shape<3>) -> tensor<1x16x16xf32>
    %214 = tosa.matmul %212, %213, %8, %8 : (tensor<1x64x16xf32>, tensor<1x16x16xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x64x16xf32>
    %215 = tosa.reshape %214, %7 : (tensor<1x64x16xf32>, !tosa.shape<2>) -> tensor<64x16xf32>
    %216 = tosa.reshape %arg19, %27 : (tensor<16xf32>, !tosa.shape<2>) -> tensor<1x16xf32>
    %217 = tosa.add %215, %216 : (tensor<64x16xf32>, tensor<1x16xf32>) -> tensor<64x16xf32>
    %218 = tosa.reshape %217, %3 : (tensor<64x16xf32>, !tosa.shape<3>) -> tensor<8x8x16xf32>
    %219 = tosa.add %158, %218 : (tensor<8x8x16xf32>, tensor<8x8x16xf32>) -> tensor<8x8x16xf32>
    %220 = tosa.cast %219 : (tensor<8x8x16xf32>) -> tensor<8x8x16xf64>
    %221 = tosa.reduce_sum %220 {axis = 2 : i32} : (tensor<8x8x16xf64>) -> tensor<8x8x1xf64>
    %222 = tosa.mul %221, %33, %5 : (tensor<8x8x1xf64>, tensor<1x1x1xf64>, tensor<1xi8>) -> tensor<8x8x1xf64>
    %223 = tosa.sub %220, %222 : (tensor<8x8x16xf64>, tensor<8x8x1xf64>) -> tensor<8x8x16xf64>
    %224 = tosa.mul %223, %223, %5 : (tensor<8x8x16xf64>, tensor<8x8x16xf64>, tensor<1xi8>) -> tensor<8x8x16xf64>
    %225 = tosa.reduce_sum %224 {axis = 2 : i32} : (tensor<8x8x16xf64>) -> tensor<8x8x1xf64>
    %226 = tosa.mul %225, %33, %5 : (tensor<8x8x1xf64>, tensor<1x1x1xf64>, tensor<1xi8>) -> tensor<8x8x1xf64>
    %227 = tosa.cast %226 : (tensor<8x8x1xf64>) -> tensor<8x8x1xf32>
    %228 = tosa.reduce_sum %219 {axis = 2 : i32} : (tensor<8x8x16xf32>) -> tensor<8x8x1xf32>
    %229 = tosa.mul %228, %34, %5 : (tensor<8x8x1xf32>, tensor<1x1x1xf32>, tensor<1xi8>) -> tensor<8x8x1xf32>
    %230 = tosa.add %227, %35 : (tensor<8x8x1xf32>, tensor<1x1x1xf32>) -> tensor<8x8x1xf32>
    %231 = tosa.rsqrt %230 : (tensor<8x8x1xf32>) -> tensor<8x8x1xf32>
    %232 = tosa.sub %219, %229 : (tensor<8x8x16xf32>, tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %233 = tosa.mul %232, %231, %5 : (tensor<8x8x16xf32>, tensor<8x8x1xf32>, tensor<1xi8>) -> tensor<8x8x16xf32>
    %234 = tosa.reshape %arg20, %6 : (tensor<16xf32>, !tosa.shape<3>) -> tensor<1x1x16xf32>
    %235 = tosa.mul %233, %234, %5 : (tensor<8x8x16xf32>, tensor<1x1x16xf32>, tensor<1xi8>) -> tensor<8x8x16xf32>
    %236 = tosa.reshape %arg21, %6 : (tensor<16xf32>, !tosa.shape<3>) -> tensor<1x1x16xf32>
    %237 = tosa.add %235, %236 : (tensor<8x8x16xf32>, tensor<1x1x16xf32>) -> tensor<8x8x16xf32>
    %238 = tosa.transpose %arg22 {perms = array<i32: 1, 0>} : (tensor<32x16xf32>) -> tensor<16x32xf32>
    %239 = tosa.reshape %237, %9 : (tensor<8x8x16xf32>, !tosa.shape<3>) -> tensor<1x64x16xf32>
    %240 = tosa.reshape %238, %28 : (tensor<16x32xf32>, !tosa.shape<3>) -> tensor<1x16x32xf32>
    %241 = tosa.matmul %239, %240, %8, %8 : (tensor<1x64x16xf32>, tensor<1x16x32xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x64x32xf32>
    %242 = tosa.reshape %241, %29 : (tensor<1x64x32xf32>, !tosa.shape<2>) -> tensor<64x32xf32>
    %243 = tosa.reshape %arg23, %30 : (tensor<32xf32>, !tosa.shape<2>) -> tensor<1x32xf32>
    %244 = tosa.add %242, %243 : (tensor<64x32xf32>, tensor<1x32xf32>) -> tensor<64x32xf32>
    %245 = tosa.reshape %244, %31 : (tensor<64x32xf32>, !tosa.shape<3>) -> tensor<8x8x32xf32>
    %246 = tosa.mul %245, %41, %5 : (tensor<8x8x32xf32>, tensor<1x1x1xf32>, tensor<1xi8>) -> tensor<8x8x32xf32>
    %247 = tosa.erf %246 : (tensor<8x8x32xf32>) -> tensor<8x8x32xf32>
    %248 = tosa.add %247, %39 : (tensor<8x8x32xf32>, tensor<1x1x1xf32>) -> tensor<8x8x32xf32>
    %249 = tosa.mul %40, %248, %5 : (tensor<1x1x1xf32>, tensor<8x8x32xf32>, tensor<1xi8>) -> tensor<8x8x32xf32>
    %250 = tosa.mul %245, %249, %5 : (tensor<8x8x32xf32>, tensor<8x8x32xf32>, tensor<1xi8>) -> tensor<8x8x32xf32>
    %251 = tosa.transpose %arg24 {perms = array<i32: 1, 0>} : (tensor<16x32xf32>) -> tensor<32x16xf32>
    %252 = tosa.reshape %250, %32 : (tensor<8x8x32xf32>, !tosa.shape<3>) -> tensor<1x64x32xf32>
    %253 = tosa.reshape %251, %1 : (tensor<32x16xf32>, !tosa.shape<3>) -> tensor<1x32x16xf32>
    %254 = tosa.matmul %252, %253, %8, %8 : (tensor<1x64x32xf32>, tensor<1x32x16xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x64x16xf32>
    %255 = tosa.reshape %254, %7 : (tensor<1x64x16xf32>, !tosa.shape<2>) -> tensor<64x16xf32>
    %256 = tosa.reshape %arg25, %27 : (tensor<16xf32>, !tosa.shape<2>) -> tensor<1x16xf32>
    %257 = tosa.add %255, %256 : (tensor<64x16xf32>, tensor<1x16xf32>) -> tensor<64x16xf32>
    %258 = tosa.reshape %257, %3 : (tensor<64x16xf32>, !tosa.shape<3>) -> tensor<8x8x16xf32>
    %259 = tosa.add %219, %258 : (tensor<8x8x16xf32>, tensor<8x8x16xf32>) -> tensor<8x8x16xf32>
    %260 = tosa.cast %259 : (tensor<8x8x16xf32>) -> tensor<8x8x16xf64>
    %261 = tosa.reduce_sum %260 {axis = 2 : i32} : (tensor<8x8x16xf64>) -> tensor<8x8x1xf64>
    %262 = tosa.mul %261, %33, %5 : (tensor<8x8x1xf64>, tensor<1x1x1xf64>, tensor<1xi8>) -> tensor<8x8x1xf64>
    %263 = tosa.sub %260, %262 : (tensor<8x8x16xf64>, tensor<8x8x1xf64>) -> tensor<8x8x16xf64>
    %264 = tosa.mul %263, %263, %5 : (tensor<8x8x16xf64>, tensor<8x8x16xf64>, tensor<1xi8>) -> tensor<8x8x16xf64>
    %265 = tosa.reduce_sum %264 {axis = 2 : i32} : (tensor<8x8x16xf64>) -> tensor<8x8x1xf64>
    %266 = tosa.mul %265, %33, %5 : (tensor<8x8x1xf64>, tensor<1x1x1xf64>, tensor<1xi8>) -> tensor<8x8x1xf64>
    %267 = tosa.cast %266 : (tensor<8x8x1xf64>) -> tensor<8x8x1xf32>
    %268 = tosa.reduce_sum %259 {axis = 2 : i32} : (tensor<8x8x16xf32>) -> tensor<8x8x1xf32>
    %269 = tosa.mul %268, %34, %5 : (tensor<8x8x1xf32>, tensor<1x1x1xf32>, tensor<1xi8>) -> tensor<8x8x1xf32>
    %270 = tosa.add %267, %35 : (tensor<8x8x1xf32>, tensor<1x1x1xf32>) -> tensor<8x8x1xf32>
    %271 = tosa.rsqrt %270 : (tensor<8x8x1xf32>) -> tensor<8x8x1xf32>
    %272 = tosa.sub %259, %269 : (tensor<8x8x16xf32>, tensor<8x8x1xf32>) -> tensor<8x8x16xf32>
    %273 = tosa.mul %272, %271, %5 : (tensor<8x8x16xf32>, tensor<8x8x1xf32>, tensor<1xi8>) -> tensor<8x8x16xf32>
    %274 = tosa.reshape %arg26, %6 : (tensor<16xf32>, !tosa.shape<3>) -> tensor<1x1x16xf32>
    %275 = tosa.mul %273, %274, %5 : (tensor<8x8x16xf32>, tensor<1x1x16xf32>, tensor<1xi8>) -> tensor<8x8x16xf32>
    %276 = tosa.reshape %arg27, %6 : (tensor<16xf32>, !tosa.shape<3>) -> tensor<1x1x16xf32>
    %277 = tosa.add %275, %276 : (tensor<8x8x16xf32>, tensor<1x1x16xf32>) -> tensor<8x8x16xf32>
    %278 = tosa.transpose %arg28 {perms = array<i32: 1, 0>} : (tensor<32x16xf32>) -> tensor<16x32xf32>
    %279 = tosa.reshape %277, %9 : (tensor<8x8x16xf32>, !tosa.shape<3>) -> tensor<1x64x16xf32>
    %280 = tosa.reshape %278, %28 : (tensor<16x32xf32>, !tosa.shape<3>) -> tensor<1x16x32xf32>
    %281 = tosa.matmul %279, %280, %8, %8 : (tensor<1x64x16xf32>, tensor<1x16x32xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x64x32xf32>
    %282 = tosa.reshape %281, %31 : (tensor<1x64x32xf32>, !tosa.shape<3>) -> tensor<8x8x32xf32>
    return %282 : tensor<8x8x32xf32>
  }
}
