// Lookups in sharded tables, as linalg, tensor and tosa say them.
// RUN: llmsys-opt %s --split-input-file --spmd-partition | filecheck %s
// RUN: llmsys-opt %s --split-input-file --spmd-partition | mlir-opt-19 --split-input-file | filecheck %s --check-prefix READ

// A body that reads a table: the shards of its rows are looked up in, and those of its columns are read alone.
// CHECK-LABEL: func.func @body
// READ-LABEL: func.func @body
// CHECK-SAME: %arg0: tensor<4x3xf32> {mesh.sharding = #mesh.shard<@mesh, {{\[\[}}0], [1]]>}
// CHECK: %[[POSITIONS:.*]] = linalg.generic
// CHECK: arith.subi
// CHECK: arith.maxsi
// CHECK: arith.minsi
// CHECK: %[[FOUND:.*]] = tensor.gather %arg0[%{{.*}}] gather_dims([0]) : (tensor<4x3xf32>, tensor<5x1xindex>) -> tensor<5x3xf32>
// CHECK: arith.cmpi ult
// CHECK: arith.select
// CHECK-NOT: cf.assert
// CHECK: mesh.all_reduce %{{.*}} on @mesh mesh_axes = [0] : tensor<5x3xf32> -> tensor<5x3xf32>
mesh.mesh @mesh(shape = 2x2)
func.func @body(%t: tensor<8x6xf32>, %i: tensor<5xi64>) -> tensor<5x6xf32> {
  %s = mesh.shard %t to <@mesh, [[0], [1]]> annotate_for_users : tensor<8x6xf32>
  %c8 = arith.constant 8 : index
  %e = tensor.empty() : tensor<5x6xf32>
  %0 = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i)>, affine_map<(i, j) -> (i, j)>], iterator_types = ["parallel", "parallel"]} ins(%i : tensor<5xi64>) outs(%e : tensor<5x6xf32>) {
  ^bb0(%n: i64, %o: f32):
    %row = arith.index_cast %n : i64 to index
    %column = linalg.index 1 : index
    %ok = arith.cmpi slt, %row, %c8 : index
    cf.assert %ok, "index must be smaller than dim size"
    %x = tensor.extract %s[%row, %column] : tensor<8x6xf32>
    linalg.yield %x : f32
  } -> tensor<5x6xf32>
  %r = mesh.shard %0 to <@mesh, [[], [1]]> : tensor<5x6xf32>
  return %r : tensor<5x6xf32>
}

// -----

// What is read at loop indices only is an operand.
// CHECK-LABEL: func.func @diagonal
// CHECK: linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel"]} ins(%arg0 : tensor<4x1xf32>) outs(%{{.*}} : tensor<4xf32>)
mesh.mesh @mesh(shape = 2)
func.func @diagonal(%t: tensor<8x1xf32>) -> tensor<8xf32> {
  %s = mesh.shard %t to <@mesh, [[0]]> annotate_for_users : tensor<8x1xf32>
  %c0 = arith.constant 0 : index
  %c8 = arith.constant 8 : index
  %e = tensor.empty() : tensor<8xf32>
  %0 = linalg.generic {indexing_maps = [affine_map<(i) -> (i)>], iterator_types = ["parallel"]} outs(%e : tensor<8xf32>) {
  ^bb0(%o: f32):
    %i = linalg.index 0 : index
    %row = arith.remsi %i, %c8 : index
    %x = tensor.extract %s[%row, %c0] : tensor<8x1xf32>
    %y = math.exp %x : f32
    linalg.yield %y : f32
  } -> tensor<8xf32>
  return %0 : tensor<8xf32>
}

// -----

// A loop index goes on where the shard before ends.
// CHECK-LABEL: func.func @count
// CHECK: %[[START:.*]] = arith.muli %{{.*}}, %c4 : index
// CHECK: %[[LOCAL:.*]] = linalg.index 0 : index
// CHECK: %[[GLOBAL:.*]] = arith.addi %[[LOCAL]], %[[START]] : index
// CHECK: arith.index_cast %[[GLOBAL]] : index to i64
mesh.mesh @mesh(shape = 2)
func.func @count() -> tensor<8xi64> {
  %e = tensor.empty() : tensor<8xi64>
  %0 = linalg.generic {indexing_maps = [affine_map<(i) -> (i)>], iterator_types = ["parallel"]} outs(%e : tensor<8xi64>) {
  ^bb0(%o: i64):
    %i = linalg.index 0 : index
    %n = arith.index_cast %i : index to i64
    linalg.yield %n : i64
  } -> tensor<8xi64>
  %r = mesh.shard %0 to <@mesh, [[0]]> : tensor<8xi64>
  return %r : tensor<8xi64>
}

// -----

// CHECK-LABEL: func.func @tosa
// CHECK: tosa.gather %arg0, %{{.*}} : (tensor<2x4x6xf32>, tensor<2x5xi32>) -> tensor<2x5x6xf32>
// CHECK: mesh.all_reduce
mesh.mesh @mesh(shape = 2)
func.func @tosa(%t: tensor<2x8x6xf32>, %i: tensor<2x5xi32>) -> tensor<2x5x6xf32> {
  %s = mesh.shard %t to <@mesh, [[], [0]]> annotate_for_users : tensor<2x8x6xf32>
  %0 = tosa.gather %s, %i : (tensor<2x8x6xf32>, tensor<2x5xi32>) -> tensor<2x5x6xf32>
  %r = mesh.shard %0 to <@mesh, [[]]> : tensor<2x5x6xf32>
  return %r : tensor<2x5x6xf32>
}
