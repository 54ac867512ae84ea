// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | mlir-opt-19 | filecheck %s

// CHECK-LABEL: func.func @generic
func.func @generic(%a: tensor<2x3xf32>, %e: tensor<2x3xf32>, %w: tensor<2xf32>) -> (tensor<2x3xf32>, tensor<2xf32>) {
  // CHECK: linalg.generic {doc = "d", indexing_maps = [{{.*}}], iterator_types = ["parallel", "reduction"], library_call = "l"} ins(%{{.*}} : tensor<2x3xf32>) outs(%{{.*}}, %{{.*}} : tensor<2x3xf32>, tensor<2xf32>) attrs = {llmsys.rule = "i j, i j, i -> i j, i"} {
  %0, %1 = linalg.generic {doc = "d", indexing_maps = [affine_map<(d0, d1) -> (d0, d1)>, affine_map<(d0, d1) -> (d0, d1)>, affine_map<(d0, d1) -> (d0)>], iterator_types = ["parallel", "reduction"], library_call = "l"} ins(%a : tensor<2x3xf32>) outs(%e, %w : tensor<2x3xf32>, tensor<2xf32>) attrs = {llmsys.rule = "i j, i j, i -> i j, i"} {
  ^bb0(%l: f32, %r: f32, %k: f32):
    // CHECK: linalg.index 1 : index
    %2 = linalg.index 1 : index
    %3 = arith.addf %l, %k : f32
    // CHECK: linalg.yield %{{.*}}, %{{.*}} : f32, f32
    linalg.yield %l, %3 : f32, f32
  } -> (tensor<2x3xf32>, tensor<2xf32>)
  return %0, %1 : tensor<2x3xf32>, tensor<2xf32>
}

// CHECK-LABEL: func.func @buffers
func.func @buffers(%a: memref<2x3xf32>, %s: f32) {
  // CHECK: linalg.generic {indexing_maps = [{{.*}}], iterator_types = ["parallel", "parallel"]} outs(%{{.*}} : memref<2x3xf32>) {
  linalg.generic {indexing_maps = [affine_map<(d0, d1) -> (d0, d1)>], iterator_types = ["parallel", "parallel"]} outs(%a : memref<2x3xf32>) {
  ^bb0(%l: f32):
    // CHECK: linalg.yield %{{.*}} : f32
    linalg.yield %l : f32
  }
  // CHECK: linalg.fill ins(%{{.*}} : f32) outs(%{{.*}} : memref<2x3xf32>)
  linalg.fill ins(%s : f32) outs(%a : memref<2x3xf32>)
  // CHECK: linalg.map { arith.mulf } ins(%{{.*}}, %{{.*}} : memref<2x3xf32>, memref<2x3xf32>) outs(%{{.*}} : memref<2x3xf32>)
  linalg.map { arith.mulf } ins(%a, %a : memref<2x3xf32>, memref<2x3xf32>) outs(%a : memref<2x3xf32>)
  // CHECK: linalg.transpose ins(%{{.*}} : memref<2x3xf32>) outs(%{{.*}} : memref<2x3xf32>) permutation = [0, 1]
  linalg.transpose ins(%a : memref<2x3xf32>) outs(%a : memref<2x3xf32>) permutation = [0, 1]
  return
}

// CHECK-LABEL: func.func @transpose
func.func @transpose(%a: tensor<2x3x4xf32>, %e: tensor<4x2x3xf32>) -> tensor<4x2x3xf32> {
  // CHECK: linalg.transpose ins(%{{.*}} : tensor<2x3x4xf32>) outs(%{{.*}} : tensor<4x2x3xf32>) permutation = [2, 0, 1] {llmsys.rule = "i j k -> k i j"}
  %0 = linalg.transpose ins(%a : tensor<2x3x4xf32>) outs(%e : tensor<4x2x3xf32>) permutation = [2, 0, 1] {llmsys.rule = "i j k -> k i j"}
  return %0 : tensor<4x2x3xf32>
}

// CHECK-LABEL: func.func @broadcast
func.func @broadcast(%a: tensor<3xf32>, %e: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.broadcast ins(%{{.*}} : tensor<3xf32>) outs(%{{.*}} : tensor<2x3xf32>) dimensions = [0] {llmsys.rule = "j -> i j"}
  %0 = linalg.broadcast ins(%a : tensor<3xf32>) outs(%e : tensor<2x3xf32>) dimensions = [0] {llmsys.rule = "j -> i j"}
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @reduce
func.func @reduce(%a: tensor<2x3xf32>, %w: tensor<2xf32>) -> tensor<2xf32> {
  // CHECK: linalg.reduce { arith.addf } ins(%{{.*}} : tensor<2x3xf32>) outs(%{{.*}} : tensor<2xf32>) dimensions = [1] {llmsys.rule = "i j -> i"}
  %0 = linalg.reduce { arith.addf } ins(%a : tensor<2x3xf32>) outs(%w : tensor<2xf32>) dimensions = [1] {llmsys.rule = "i j -> i"}
  return %0 : tensor<2xf32>
}

// CHECK-LABEL: func.func @reduce_fastmath
func.func @reduce_fastmath(%a: tensor<2x3xf32>, %w: tensor<2xf32>) -> tensor<2xf32> {
  // CHECK: linalg.reduce { arith.addf {fastmath = #arith.fastmath<fast>} } ins(%{{.*}} : tensor<2x3xf32>) outs(%{{.*}} : tensor<2xf32>) dimensions = [1]
  %0 = linalg.reduce { arith.addf {fastmath = #arith.fastmath<fast>} } ins(%a : tensor<2x3xf32>) outs(%w : tensor<2xf32>) dimensions = [1]
  return %0 : tensor<2xf32>
}

// CHECK-LABEL: func.func @reduce_two
func.func @reduce_two(%a: tensor<2x3xf32>, %i: tensor<2x3xi32>, %w: tensor<2xf32>, %j: tensor<2xi32>) -> (tensor<2xf32>, tensor<2xi32>) {
  // CHECK: linalg.reduce ins(%{{.*}}, %{{.*}} : tensor<2x3xf32>, tensor<2x3xi32>) outs(%{{.*}}, %{{.*}} : tensor<2xf32>, tensor<2xi32>) dimensions = [1]
  %0, %1 = linalg.reduce ins(%a, %i : tensor<2x3xf32>, tensor<2x3xi32>) outs(%w, %j : tensor<2xf32>, tensor<2xi32>) dimensions = [1]
    (%in: f32, %in_i: i32, %out: f32, %out_j: i32) {
      %2 = arith.addf %in, %out : f32
      %3 = arith.muli %in_i, %out_j : i32
      // CHECK: linalg.yield %{{.*}}, %{{.*}} : f32, i32
      linalg.yield %2, %3 : f32, i32
    }
  return %0, %1 : tensor<2xf32>, tensor<2xi32>
}

// CHECK-LABEL: func.func @map
func.func @map(%a: tensor<2x3xf32>, %e: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.map { arith.mulf } ins(%{{.*}}, %{{.*}} : tensor<2x3xf32>, tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) {llmsys.rule = "i j, i j -> i j"}
  %0 = linalg.map { arith.mulf } ins(%a, %a : tensor<2x3xf32>, tensor<2x3xf32>) outs(%e : tensor<2x3xf32>) {llmsys.rule = "i j, i j -> i j"}
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @map_body
func.func @map_body(%a: tensor<2x3xf32>, %e: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.map ins(%{{.*}} : tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>)
  %0 = linalg.map ins(%a : tensor<2x3xf32>) outs(%e : tensor<2x3xf32>)
    (%in: f32) {
      %1 = arith.negf %in : f32
      %2 = arith.addf %1, %in : f32
      // CHECK: linalg.yield %{{.*}} : f32
      linalg.yield %2 : f32
    }
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @map_without_inputs
func.func @map_without_inputs(%e: tensor<2x3xf32>, %s: f32) -> tensor<2x3xf32> {
  // CHECK: linalg.map outs(%{{.*}} : tensor<2x3xf32>)
  %0 = linalg.map outs(%e : tensor<2x3xf32>)
    () {
      // CHECK: linalg.yield %{{.*}} : f32
      linalg.yield %s : f32
    }
  return %0 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @softmax
func.func @softmax(%a: tensor<2x3xf32>, %e: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: linalg.softmax {llmsys.rule = "i j -> i j | whole j"} dimension(1) ins(%{{.*}} : tensor<2x3xf32>) outs(%{{.*}} : tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = linalg.softmax {llmsys.rule = "i j -> i j | whole j"} dimension(1) ins(%a : tensor<2x3xf32>) outs(%e : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}
