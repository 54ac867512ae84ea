// Structured ops, by their bodies at all points of their loops.
// RUN: llmsys-opt --convert-to-stablehlo --split-input-file %s | filecheck %s

// CHECK-LABEL: func.func @layer
// CHECK-SAME:    (%[[X:.*]]: tensor<8x4xf32>, %[[W:.*]]: tensor<4x6xf32>, %[[B:.*]]: tensor<6xf32>)
// CHECK:         %[[P:.*]] = stablehlo.dot_general %[[X]], %[[W]], contracting_dims = [1] x [0]
// CHECK:         %[[S:.*]] = stablehlo.add %{{.*}}, %[[P]]
// CHECK:         %[[C:.*]] = stablehlo.broadcast_in_dim %[[B]], dims = [1] : (tensor<6xf32>) -> tensor<8x6xf32>
// CHECK:         stablehlo.add %[[S]], %[[C]]
// CHECK:         %[[M:.*]] = stablehlo.reduce(%{{.*}}) applies stablehlo.maximum across dimensions = [1]
// CHECK:         stablehlo.maximum %{{.*}}, %[[M]]
// CHECK-NOT:     linalg.
#rows = affine_map<(d0, d1) -> (d0, d1)>
#bias = affine_map<(d0, d1) -> (d1)>
#first = affine_map<(d0, d1) -> (d0)>
func.func @layer(%x: tensor<8x4xf32>, %w: tensor<4x6xf32>, %b: tensor<6xf32>) -> tensor<8xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<8x6xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<8x6xf32>) -> tensor<8x6xf32>
  %0 = linalg.matmul ins(%x, %w : tensor<8x4xf32>, tensor<4x6xf32>) outs(%f : tensor<8x6xf32>) -> tensor<8x6xf32>
  %1 = linalg.generic {indexing_maps = [#rows, #bias, #rows], iterator_types = ["parallel", "parallel"]}
      ins(%0, %b : tensor<8x6xf32>, tensor<6xf32>) outs(%e : tensor<8x6xf32>) {
  ^bb0(%in: f32, %bias: f32, %out: f32):
    %s = arith.addf %in, %bias : f32
    linalg.yield %s : f32
  } -> tensor<8x6xf32>
  %m = tensor.empty() : tensor<8xf32>
  %l = linalg.fill ins(%zero : f32) outs(%m : tensor<8xf32>) -> tensor<8xf32>
  %2 = linalg.generic {indexing_maps = [#rows, #first], iterator_types = ["parallel", "reduction"]}
      ins(%1 : tensor<8x6xf32>) outs(%l : tensor<8xf32>) {
  ^bb0(%in: f32, %out: f32):
    %s = arith.maximumf %in, %out : f32
    linalg.yield %s : f32
  } -> tensor<8xf32>
  return %2 : tensor<8xf32>
}

// -----

// A position that only the device knows comes as a tensor; convolutions stay.

// CHECK-LABEL: func.func @positions
// CHECK:         %[[I:.*]] = mesh.process_multi_index
// CHECK:         stablehlo.iota dim = 0 : tensor<4xi64>
// CHECK:         %[[N:.*]] = arith.index_cast %[[I]] : index to i64
// CHECK:         tensor.from_elements %[[N]] : tensor<i64>
// CHECK:         linalg.conv_1d
mesh.mesh @m(shape = 2)
func.func @positions(%x: tensor<6xf32>, %k: tensor<3xf32>) -> (tensor<4xi64>, tensor<4xf32>) {
  %i = mesh.process_multi_index on @m axes = [0] : index
  %e = tensor.empty() : tensor<4xi64>
  %0 = linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]}
      outs(%e : tensor<4xi64>) {
  ^bb0(%out: i64):
    %n = linalg.index 0 : index
    %s = arith.addi %n, %i : index
    %c = arith.index_cast %s : index to i64
    linalg.yield %c : i64
  } -> tensor<4xi64>
  %o = tensor.empty() : tensor<4xf32>
  %1 = linalg.conv_1d ins(%x, %k : tensor<6xf32>, tensor<3xf32>) outs(%o : tensor<4xf32>) -> tensor<4xf32>
  return %0, %1 : tensor<4xi64>, tensor<4xf32>
}
