// Each resharding between a definition and a use, in place: a cast to one device's part, collectives, a cast back.
// RUN: llmsys-opt --lower-resharding %s | filecheck %s
// RUN: llmsys-opt --lower-resharding %s > %t && mlir-opt-19 %t | diff %t -

mesh.mesh @row(shape = 4)
mesh.mesh @grid(shape = 2x4)
mesh.mesh @open(shape = ?)
mesh.mesh @half_open(shape = ?x4)

// CHECK-LABEL: func.func @nothing_to_do
func.func @nothing_to_do(%arg0: tensor<8x16xf32>) -> tensor<8x16xf32> {
  // CHECK-NEXT: return %arg0
  %0 = mesh.shard %arg0 to <@row, [[0]]> : tensor<8x16xf32>
  %1 = mesh.shard %0 to <@row, [[0], []]> annotate_for_users : tensor<8x16xf32>
  return %1 : tensor<8x16xf32>
}

// CHECK-LABEL: func.func @split
func.func @split(%arg0: tensor<8x16xf32>) -> tensor<8x16xf32> {
  // CHECK-NEXT: %all_slice = mesh.all_slice %arg0 on @row mesh_axes = [0] slice_axis = 1 : tensor<8x16xf32> -> tensor<8x4xf32>
  // CHECK-NEXT: %0 = builtin.unrealized_conversion_cast %all_slice : tensor<8x4xf32> to tensor<8x16xf32>
  // CHECK-NEXT: return %0
  %0 = mesh.shard %arg0 to <@row, [[]]> : tensor<8x16xf32>
  %1 = mesh.shard %0 to <@row, [[], [0]]> annotate_for_users : tensor<8x16xf32>
  return %1 : tensor<8x16xf32>
}

// CHECK-LABEL: func.func @move
func.func @move(%arg0: tensor<8x16xf32>) -> tensor<8x16xf32> {
  // CHECK-NEXT: %0 = builtin.unrealized_conversion_cast %arg0 : tensor<8x16xf32> to tensor<2x16xf32>
  // CHECK-NEXT: %all_to_all = mesh.all_to_all %0 on @row mesh_axes = [0] split_axis = 1 concat_axis = 0 : tensor<2x16xf32> -> tensor<8x4xf32>
  // CHECK-NEXT: %1 = builtin.unrealized_conversion_cast %all_to_all : tensor<8x4xf32> to tensor<8x16xf32>
  %0 = mesh.shard %arg0 to <@row, [[0]]> : tensor<8x16xf32>
  %1 = mesh.shard %0 to <@row, [[], [0]]> annotate_for_users : tensor<8x16xf32>
  return %1 : tensor<8x16xf32>
}

// The cheapest path, of several collectives.
// CHECK-LABEL: func.func @several_moves
func.func @several_moves(%arg0: tensor<8x16xf32>) -> tensor<8x16xf32> {
  // CHECK-NEXT: %0 = builtin.unrealized_conversion_cast %arg0 : tensor<8x16xf32> to tensor<1x16xf32>
  // CHECK-NEXT: %all_to_all = mesh.all_to_all %0 on @grid mesh_axes = [1] split_axis = 1 concat_axis = 0 : tensor<1x16xf32> -> tensor<4x4xf32>
  // CHECK-NEXT: %all_gather = mesh.all_gather %all_to_all on @grid mesh_axes = [0] gather_axis = 0 : tensor<4x4xf32> -> tensor<8x4xf32>
  // CHECK-NEXT: %1 = builtin.unrealized_conversion_cast %all_gather : tensor<8x4xf32> to tensor<8x16xf32>
  %0 = mesh.shard %arg0 to <@grid, [[0, 1]]> : tensor<8x16xf32>
  %1 = mesh.shard %0 to <@grid, [[], [1]]> annotate_for_users : tensor<8x16xf32>
  return %1 : tensor<8x16xf32>
}

// A partial value is reduced and split at once.
// CHECK-LABEL: func.func @partial
func.func @partial(%arg0: tensor<8x16xf32>) -> tensor<8x16xf32> {
  // CHECK-NEXT: mesh.reduce_scatter %arg0 on @row mesh_axes = [0] reduction = <max> scatter_axis = 0 : tensor<8x16xf32> -> tensor<2x16xf32>
  %0 = mesh.shard %arg0 to <@row, [[]], partial = max[0]> : tensor<8x16xf32>
  %1 = mesh.shard %0 to <@row, [[0]]> annotate_for_users : tensor<8x16xf32>
  return %1 : tensor<8x16xf32>
}

// Each use is resharded where it is; the annotation stays for what else uses it.
// CHECK-LABEL: func.func @several_uses
func.func @several_uses(%arg0: tensor<8x16xf32>) -> (tensor<8x16xf32>, tensor<8x16xf32>, tensor<8x16xf32>) {
  // CHECK-NEXT: %0 = tosa.tanh %arg0
  // CHECK-NEXT: %sharding_annotated = mesh.shard %0 to <@row, {{\[\[}}0]]> : tensor<8x16xf32>
  // CHECK-NEXT: %1 = builtin.unrealized_conversion_cast %0 : tensor<8x16xf32> to tensor<2x16xf32>
  // CHECK-NEXT: %all_gather = mesh.all_gather %1
  // CHECK-NEXT: %2 = tosa.exp %all_gather
  // CHECK-NEXT: %3 = builtin.unrealized_conversion_cast %0 : tensor<8x16xf32> to tensor<2x16xf32>
  // CHECK-NEXT: %all_to_all = mesh.all_to_all %3
  // CHECK-NEXT: %4 = builtin.unrealized_conversion_cast %all_to_all : tensor<8x4xf32> to tensor<8x16xf32>
  // CHECK-NEXT: %5 = tosa.abs %sharding_annotated
  %0 = tosa.tanh %arg0 : (tensor<8x16xf32>) -> tensor<8x16xf32>
  %1 = mesh.shard %0 to <@row, [[0]]> : tensor<8x16xf32>
  %2 = mesh.shard %1 to <@row, [[]]> annotate_for_users : tensor<8x16xf32>
  %3 = tosa.exp %2 : (tensor<8x16xf32>) -> tensor<8x16xf32>
  %4 = mesh.shard %1 to <@row, [[], [0]]> annotate_for_users : tensor<8x16xf32>
  %5 = tosa.abs %1 : (tensor<8x16xf32>) -> tensor<8x16xf32>
  return %3, %4, %5 : tensor<8x16xf32>, tensor<8x16xf32>, tensor<8x16xf32>
}

// An annotation that is not of an annotated value is no resharding.
// CHECK-LABEL: func.func @no_pair
func.func @no_pair(%arg0: tensor<8x16xf32>) -> tensor<8x16xf32> {
  // CHECK-NEXT: mesh.shard %arg0 to <@row, {{\[\[}}0]]> annotate_for_users
  // CHECK-NEXT: tosa.tanh
  // CHECK-NEXT: mesh.shard %0 to <@row, {{\[\[}}0]]> : tensor<8x16xf32>
  %0 = mesh.shard %arg0 to <@row, [[0]]> annotate_for_users : tensor<8x16xf32>
  %1 = tosa.tanh %0 : (tensor<8x16xf32>) -> tensor<8x16xf32>
  %2 = mesh.shard %1 to <@row, [[0]]> : tensor<8x16xf32>
  return %2 : tensor<8x16xf32>
}

// CHECK-LABEL: func.func @unknown_dims
func.func @unknown_dims(%arg0: tensor<?x16xf32>) -> tensor<?x16xf32> {
  // CHECK-NEXT: %all_to_all = mesh.all_to_all %arg0 on @row mesh_axes = [0] split_axis = 1 concat_axis = 0 : tensor<?x16xf32> -> tensor<?x4xf32>
  // CHECK-NEXT: %0 = builtin.unrealized_conversion_cast %all_to_all : tensor<?x4xf32> to tensor<?x16xf32>
  %0 = mesh.shard %arg0 to <@row, [[0]]> : tensor<?x16xf32>
  %1 = mesh.shard %0 to <@row, [[], [0]]> annotate_for_users : tensor<?x16xf32>
  return %1 : tensor<?x16xf32>
}

// That 8 devices divide a dim which 2 and 4 divide is not known, so it is whole in between.
// CHECK-LABEL: func.func @unknown_dim_over_other_axes
func.func @unknown_dim_over_other_axes(%arg0: tensor<?xf32>) -> tensor<?xf32> {
  // CHECK-NEXT: %all_gather = mesh.all_gather %arg0 on @grid mesh_axes = [0] gather_axis = 0 : tensor<?xf32> -> tensor<?xf32>
  // CHECK-NEXT: %all_slice = mesh.all_slice %all_gather on @grid mesh_axes = [1] slice_axis = 0 : tensor<?xf32> -> tensor<?xf32>
  // CHECK-NEXT: return %all_slice
  %0 = mesh.shard %arg0 to <@grid, [[0]]> : tensor<?xf32>
  %1 = mesh.shard %0 to <@grid, [[1]]> annotate_for_users : tensor<?xf32>
  return %1 : tensor<?xf32>
}

// CHECK-LABEL: func.func @unknown_mesh
func.func @unknown_mesh(%arg0: tensor<8x16xf32>) -> tensor<8x16xf32> {
  // CHECK-NEXT: %0 = builtin.unrealized_conversion_cast %arg0 : tensor<8x16xf32> to tensor<?x16xf32>
  // CHECK-NEXT: %all_to_all = mesh.all_to_all %0 on @open mesh_axes = [0] split_axis = 1 concat_axis = 0 : tensor<?x16xf32> -> tensor<?x?xf32>
  // CHECK-NEXT: %cast = tensor.cast %all_to_all : tensor<?x?xf32> to tensor<8x?xf32>
  // CHECK-NEXT: %1 = builtin.unrealized_conversion_cast %cast : tensor<8x?xf32> to tensor<8x16xf32>
  %0 = mesh.shard %arg0 to <@open, [[0]]> : tensor<8x16xf32>
  %1 = mesh.shard %0 to <@open, [[], [0]]> annotate_for_users : tensor<8x16xf32>
  return %1 : tensor<8x16xf32>
}

// On 4x4 this would be a permutation. Where one size is unknown, only gathering is right whatever it is.
// CHECK-LABEL: func.func @unknown_mesh_axis
func.func @unknown_mesh_axis(%arg0: tensor<16xf32>) -> tensor<16xf32> {
  // CHECK-NEXT: %0 = builtin.unrealized_conversion_cast %arg0 : tensor<16xf32> to tensor<?xf32>
  // CHECK-NEXT: %all_gather = mesh.all_gather %0 on @half_open mesh_axes = [0] gather_axis = 0 : tensor<?xf32> -> tensor<?xf32>
  // CHECK-NEXT: %cast = tensor.cast %all_gather : tensor<?xf32> to tensor<16xf32>
  // CHECK-NEXT: %all_slice = mesh.all_slice %cast on @half_open mesh_axes = [1] slice_axis = 0 : tensor<16xf32> -> tensor<4xf32>
  // CHECK-NEXT: %1 = builtin.unrealized_conversion_cast %all_slice : tensor<4xf32> to tensor<16xf32>
  %0 = mesh.shard %arg0 to <@half_open, [[0]]> : tensor<16xf32>
  %1 = mesh.shard %0 to <@half_open, [[1]]> annotate_for_users : tensor<16xf32>
  return %1 : tensor<16xf32>
}

// The neutral element takes the shape of a value of unknown size.
// CHECK-LABEL: func.func @to_partial
func.func @to_partial(%arg0: tensor<?xf32>) -> tensor<?xf32> {
  // CHECK: %extracted = tensor.extract %cst[] : tensor<f32>
  // CHECK: %dim = tensor.dim %arg0, %{{.*}} : tensor<?xf32>
  // CHECK-NEXT: %splat = tensor.splat %extracted[%dim] : tensor<?xf32>
  // CHECK-NEXT: arith.select %{{.*}}, %arg0, %splat : tensor<?xf32>
  %0 = mesh.shard %arg0 to <@row, [[]]> : tensor<?xf32>
  %1 = mesh.shard %0 to <@row, [[]], partial = sum[0]> annotate_for_users : tensor<?xf32>
  return %1 : tensor<?xf32>
}
