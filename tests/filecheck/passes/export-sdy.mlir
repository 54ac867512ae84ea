// A plan as XLA's own partitioner takes it. What neighbours say is not said again.
// RUN: llmsys-opt --export-sdy --split-input-file %s | filecheck %s

// CHECK: sdy.mesh @mesh = <["axis_0"=2, "axis_1"=4]> {llmsys.cluster = "h100"}
// CHECK-NOT: mesh.
// CHECK-LABEL: func.func @boundary
// CHECK-SAME: %arg0: tensor<8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"axis_0"}, {}]>, some.note}
// CHECK-SAME: %arg1: tensor<16x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"axis_1"}]>}
// CHECK-SAME: %arg2: tensor<16xf32>)
// CHECK-SAME: -> (tensor<8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"axis_0"}, {"axis_1"}]>}, tensor<16xf32>)
// CHECK-NEXT: %[[A:.*]] = stablehlo.dot_general %arg0, %arg1
// CHECK-NEXT: %[[B:.*]] = stablehlo.tanh %[[A]]
// CHECK-NEXT: return %[[B]], %arg2
mesh.mesh @mesh(shape = 2x4) {llmsys.cluster = "h100"}
func.func @boundary(%x: tensor<8x16xf32> {some.note}, %w: tensor<16x16xf32>, %z: tensor<16xf32>) -> (tensor<8x16xf32>, tensor<16xf32>) {
  %0 = mesh.shard %x to <@mesh, [[0]]> annotate_for_users : tensor<8x16xf32>
  %1 = mesh.shard %w to <@mesh, [[], [1]]> : tensor<16x16xf32>
  %2 = mesh.shard %1 to <@mesh, [[], [1]]> annotate_for_users : tensor<16x16xf32>
  %3 = stablehlo.dot_general %0, %2, contracting_dims = [1] x [0] : (tensor<8x16xf32>, tensor<16x16xf32>) -> tensor<8x16xf32>
  %4 = mesh.shard %3 to <@mesh, [[0], [1]]> : tensor<8x16xf32>
  %5 = mesh.shard %4 to <@mesh, [[0], [1]]> annotate_for_users : tensor<8x16xf32>
  %6 = stablehlo.tanh %5 : tensor<8x16xf32>
  %7 = mesh.shard %6 to <@mesh, [[0], [1]]> : tensor<8x16xf32>
  return %7, %z : tensor<8x16xf32>, tensor<16xf32>
}

// -----

// A value that some use reshards says how it is before. A constant follows those that use it.
// CHECK-LABEL: func.func @resharded
// CHECK-NEXT: %[[A:.*]] = stablehlo.tanh %arg0 : tensor<8x16xf32>
// CHECK-NEXT: %[[B:.*]] = sdy.sharding_constraint %[[A]] <@mesh, [{"axis_0"}, {}]> : tensor<8x16xf32>
// CHECK-NEXT: %[[C:.*]] = sdy.sharding_constraint %[[B]] <@mesh, [{}, {"axis_1"}]> : tensor<8x16xf32>
// CHECK-NEXT: %[[D:.*]] = stablehlo.constant
// CHECK-NEXT: %[[E:.*]] = stablehlo.add %[[C]], %[[D]] : tensor<8x16xf32>
// CHECK-NEXT: return %[[E]]
mesh.mesh @mesh(shape = 2x4)
func.func @resharded(%x: tensor<8x16xf32>) -> tensor<8x16xf32> {
  %0 = mesh.shard %x to <@mesh, [[0]]> annotate_for_users : tensor<8x16xf32>
  %1 = stablehlo.tanh %0 : tensor<8x16xf32>
  %2 = mesh.shard %1 to <@mesh, [[0]]> : tensor<8x16xf32>
  %3 = mesh.shard %2 to <@mesh, [[], [1]]> annotate_for_users : tensor<8x16xf32>
  %c = stablehlo.constant dense<1.0> : tensor<8x16xf32>
  %4 = mesh.shard %c to <@mesh, [[], [1]]> : tensor<8x16xf32>
  %5 = mesh.shard %4 to <@mesh, [[], [1]]> annotate_for_users : tensor<8x16xf32>
  %6 = stablehlo.add %3, %5 : tensor<8x16xf32>
  %7 = mesh.shard %6 to <@mesh, [[], [1]]> : tensor<8x16xf32>
  return %7 : tensor<8x16xf32>
}

// -----

// What makes its dims out of nothing says nothing, so that the first op on it has to.
// CHECK-LABEL: func.func @free
// CHECK-SAME: -> (tensor<8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>})
// CHECK-NEXT: %[[A:.*]] = stablehlo.iota
// CHECK-NEXT: %[[B:.*]] = stablehlo.tanh %[[A]]
// CHECK-NEXT: %[[C:.*]] = sdy.sharding_constraint %[[B]] <@mesh, [{"axis_0"}, {}]>
// CHECK-NEXT: %[[D:.*]] = stablehlo.negate %[[C]]
// CHECK-NEXT: %[[E:.*]] = sdy.sharding_constraint %[[D]] <@mesh, [{"axis_0"}, {}]>
// CHECK-NEXT: return %[[E]]
mesh.mesh @mesh(shape = 2x4)
func.func @free() -> tensor<8x16xf32> {
  %0 = stablehlo.iota dim = 0 : tensor<8x16xf32>
  %1 = mesh.shard %0 to <@mesh, [[0]]> : tensor<8x16xf32>
  %2 = mesh.shard %1 to <@mesh, [[0]]> annotate_for_users : tensor<8x16xf32>
  %3 = stablehlo.tanh %2 : tensor<8x16xf32>
  %4 = mesh.shard %3 to <@mesh, [[0]]> : tensor<8x16xf32>
  %5 = mesh.shard %4 to <@mesh, [[0]]> annotate_for_users : tensor<8x16xf32>
  %6 = stablehlo.negate %5 : tensor<8x16xf32>
  %7 = mesh.shard %6 to <@mesh, [[0]]> : tensor<8x16xf32>
  %8 = mesh.shard %7 to <@mesh, [[]]> : tensor<8x16xf32>
  return %8 : tensor<8x16xf32>
}

// -----

// Sums that stay partial past an op, one that is reduced at once, and a maximum, which sdy cannot say.
// CHECK-LABEL: func.func @partial
// CHECK-SAME: -> (tensor<8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"axis_1"}, {}]>}, tensor<8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, tensor<8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"axis_1"}]>})
// CHECK: %[[A:.*]] = stablehlo.dot_general
// CHECK-NEXT: %[[B:.*]] = sdy.sharding_constraint %[[A]] <@mesh, [{}, {}], unreduced={"axis_1"}> : tensor<8x8xf32>
// CHECK-NEXT: %[[C:.*]] = stablehlo.negate %[[B]] : tensor<8x8xf32>
// CHECK-NEXT: %[[D:.*]] = sdy.sharding_constraint %[[C]] <@mesh, [{}, {}], unreduced={"axis_1"}> : tensor<8x8xf32>
// CHECK-NEXT: %[[F:.*]] = stablehlo.dot_general
// CHECK-NEXT: %[[G:.*]] = sdy.sharding_constraint %[[F]] <@mesh, [{}, {}]> : tensor<8x8xf32>
// CHECK: %[[H:.*]] = stablehlo.reduce
// CHECK-NEXT: %[[I:.*]] = sdy.sharding_constraint %[[H]] <@mesh, [{}]> {llmsys.partial = {axes = array<i64: 1>, kind = "max"}} : tensor<8xf32>
// CHECK-NEXT: return %[[D]], %[[G]], %[[I]]
mesh.mesh @mesh(shape = 2x4)
func.func @partial(%x: tensor<8x16xf32>, %w: tensor<16x8xf32>, %z: tensor<f32>) -> (tensor<8x8xf32>, tensor<8x8xf32>, tensor<8xf32>) {
  %x0 = mesh.shard %x to <@mesh, [[], [1]]> : tensor<8x16xf32>
  %w0 = mesh.shard %w to <@mesh, [[1]]> : tensor<16x8xf32>
  %x1 = mesh.shard %x0 to <@mesh, [[], [1]]> annotate_for_users : tensor<8x16xf32>
  %w1 = mesh.shard %w0 to <@mesh, [[1]]> annotate_for_users : tensor<16x8xf32>
  %0 = stablehlo.dot_general %x1, %w1, contracting_dims = [1] x [0] : (tensor<8x16xf32>, tensor<16x8xf32>) -> tensor<8x8xf32>
  %1 = mesh.shard %0 to <@mesh, [[]], partial = sum[1]> : tensor<8x8xf32>
  %2 = mesh.shard %1 to <@mesh, [[]], partial = sum[1]> annotate_for_users : tensor<8x8xf32>
  %3 = stablehlo.negate %2 : tensor<8x8xf32>
  %4 = mesh.shard %3 to <@mesh, [[]], partial = sum[1]> : tensor<8x8xf32>
  %5 = mesh.shard %4 to <@mesh, [[1]]> : tensor<8x8xf32>
  %x2 = mesh.shard %x0 to <@mesh, [[], [1]]> annotate_for_users : tensor<8x16xf32>
  %w2 = mesh.shard %w0 to <@mesh, [[1]]> annotate_for_users : tensor<16x8xf32>
  %6 = stablehlo.dot_general %x2, %w2, contracting_dims = [1] x [0] : (tensor<8x16xf32>, tensor<16x8xf32>) -> tensor<8x8xf32>
  %7 = mesh.shard %6 to <@mesh, [[]], partial = sum[1]> : tensor<8x8xf32>
  %8 = mesh.shard %7 to <@mesh, [[]]> : tensor<8x8xf32>
  %9 = mesh.shard %8 to <@mesh, [[]]> annotate_for_users : tensor<8x8xf32>
  %x3 = mesh.shard %x0 to <@mesh, [[], [1]]> annotate_for_users : tensor<8x16xf32>
  %10 = stablehlo.reduce(%x3 init: %z) applies stablehlo.maximum across dimensions = [1] : (tensor<8x16xf32>, tensor<f32>) -> tensor<8xf32>
  %11 = mesh.shard %10 to <@mesh, [[]], partial = max[1]> : tensor<8xf32>
  %12 = mesh.shard %11 to <@mesh, [[1]]> annotate_for_users : tensor<8xf32>
  return %5, %9, %12 : tensor<8x8xf32>, tensor<8x8xf32>, tensor<8xf32>
}

// -----

// What a loop carries says how it is inside, where some use reshards it.
// CHECK-LABEL: func.func @loop
// CHECK: stablehlo.while
// CHECK: do {
// CHECK-NEXT: sdy.sharding_constraint %{{.*}} <@mesh, [{"axis_0"}]> : tensor<8xf32>
// CHECK-NEXT: sdy.sharding_constraint %{{.*}} <@mesh, [{"axis_1"}]> : tensor<8xf32>
mesh.mesh @mesh(shape = 2x4)
func.func @loop(%n: tensor<i1>, %x: tensor<8xf32>) -> tensor<8xf32> {
  %0 = mesh.shard %x to <@mesh, [[0]]> annotate_for_users : tensor<8xf32>
  %1:2 = stablehlo.while(%a = %n, %b = %0) : tensor<i1>, tensor<8xf32>
  cond {
    stablehlo.return %a : tensor<i1>
  } do {
    %2 = mesh.shard %b to <@mesh, [[1]]> annotate_for_users : tensor<8xf32>
    %3 = stablehlo.tanh %2 : tensor<8xf32>
    %4 = mesh.shard %3 to <@mesh, [[1]]> : tensor<8xf32>
    %5 = mesh.shard %4 to <@mesh, [[0]]> annotate_for_users : tensor<8xf32>
    stablehlo.return %a, %5 : tensor<i1>, tensor<8xf32>
  }
  %6 = mesh.shard %1#1 to <@mesh, [[0]]> : tensor<8xf32>
  return %6 : tensor<8xf32>
}

// -----

// Names of axes, the order of devices and open dims come back; JAX's count of devices follows the mesh.
// CHECK: module attributes {mhlo.num_partitions = 4 : i32}
// CHECK: sdy.mesh @mesh = <["data"=2, "axis_1"=2], device_ids=[3, 2, 1, 0]>
// CHECK: sdy.sharding_constraint %{{.*}} <@mesh, [{?}, {"axis_1", ?}], replicated={"data"}> : tensor<8x16xf32>
module attributes {mhlo.num_partitions = 1 : i32} {
  mesh.mesh @mesh(shape = 2x2) {llmsys.axis_names = ["data"], llmsys.device_ids = array<i64: 3, 2, 1, 0>}
  func.func @open(%x: tensor<8x16xf32>) -> tensor<8x16xf32> {
    %0 = stablehlo.tanh %x : tensor<8x16xf32>
    %1 = mesh.shard %0 to <@mesh, [[], [1]]> {llmsys.open_dims = array<i64: 0, 1>, llmsys.replicated_axes = array<i64: 0>} : tensor<8x16xf32>
    %2 = stablehlo.negate %1 : tensor<8x16xf32>
    return %2 : tensor<8x16xf32>
  }
}

// -----

// Programs of the shard dialect, too.
// CHECK: sdy.mesh @g = <["axis_0"=2, "axis_1"=4]>
// CHECK-LABEL: func.func @shard
// CHECK-SAME: %arg0: tensor<8x16xf32> {sdy.sharding = #sdy.sharding<@g, [{"axis_1"}, {}]>}
// CHECK-NOT: shard.
shard.grid @g(shape = 2x4)
func.func @shard(%x: tensor<8x16xf32>) -> tensor<8x16xf32> {
  %s = shard.sharding @g split_axes = [[1]] : !shard.sharding
  %0 = shard.shard %x to %s annotate_for_users : tensor<8x16xf32>
  %1 = stablehlo.tanh %0 : tensor<8x16xf32>
  return %1 : tensor<8x16xf32>
}
