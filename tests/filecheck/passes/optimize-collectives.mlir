// RUN: llmsys-opt --optimize-collectives %s | filecheck %s
// RUN: llmsys-opt --optimize-collectives=combine=1KiB %s | filecheck %s --check-prefix COMBINED
// RUN: llmsys-opt --mesh-form=form=ssa --optimize-collectives %s | filecheck %s

mesh.mesh @mesh(shape = 4x2)

// CHECK-LABEL: @scatters_what_it_reduces
// CHECK-NEXT:  %reduce_scatter = mesh.reduce_scatter %arg0 on @mesh mesh_axes = [0] scatter_axis = 0 : tensor<8x8xf32> -> tensor<2x8xf32>
// CHECK-NEXT:  %all_reduce = mesh.all_reduce %reduce_scatter on @mesh mesh_axes = [1] : tensor<2x8xf32> -> tensor<2x8xf32>
// CHECK-NEXT:  return %all_reduce
func.func @scatters_what_it_reduces(%a: tensor<8x8xf32> {mesh.sharding = #mesh.shard<@mesh, [[], []], partial = sum[0, 1]>}) -> tensor<2x8xf32> {
  %0 = mesh.all_reduce %a on @mesh mesh_axes = [0, 1] : tensor<8x8xf32> -> tensor<8x8xf32>
  %1 = mesh.all_slice %0 on @mesh mesh_axes = [0] slice_axis = 0 : tensor<8x8xf32> -> tensor<2x8xf32>
  return %1 : tensor<2x8xf32>
}

// CHECK-LABEL: @moves_from_dim_to_dim
// CHECK-NEXT:  %all_to_all = mesh.all_to_all %arg0 on @mesh mesh_axes = [0] split_axis = 1 concat_axis = 0
// CHECK-NEXT:  return %all_to_all
func.func @moves_from_dim_to_dim(%a: tensor<2x8xf32> {mesh.sharding = #mesh.shard<@mesh, [[0], []]>}) -> tensor<8x2xf32> {
  %0 = mesh.all_gather %a on @mesh mesh_axes = [0] gather_axis = 0 : tensor<2x8xf32> -> tensor<8x8xf32>
  %1 = mesh.all_slice %0 on @mesh mesh_axes = [0] slice_axis = 1 : tensor<8x8xf32> -> tensor<8x2xf32>
  return %1 : tensor<8x2xf32>
}

// CHECK-LABEL: @keeps_what_it_has
// CHECK-NEXT:  %all_gather = mesh.all_gather %arg0 on @mesh mesh_axes = [1] gather_axis = 0
// CHECK-NEXT:  return %all_gather
func.func @keeps_what_it_has(%a: tensor<1x8xf32> {mesh.sharding = #mesh.shard<@mesh, [[0, 1], []]>}) -> tensor<2x8xf32> {
  %0 = mesh.all_gather %a on @mesh mesh_axes = [1] gather_axis = 0 : tensor<1x8xf32> -> tensor<2x8xf32>
  %1 = mesh.all_gather %0 on @mesh mesh_axes = [0] gather_axis = 0 : tensor<2x8xf32> -> tensor<8x8xf32>
  %2 = mesh.all_slice %1 on @mesh mesh_axes = [0] slice_axis = 0 : tensor<8x8xf32> -> tensor<2x8xf32>
  return %2 : tensor<2x8xf32>
}

// CHECK-LABEL: @reduces_a_sum_once
// CHECK-NEXT:  %0 = stablehlo.subtract %arg0, %arg1
// CHECK-NEXT:  %all_reduce = mesh.all_reduce %0 on @mesh mesh_axes = [0]
// CHECK-NEXT:  return %all_reduce
func.func @reduces_a_sum_once(%a: tensor<8xf32> {mesh.sharding = #mesh.shard<@mesh, [[]], partial = sum[0]>}, %b: tensor<8xf32> {mesh.sharding = #mesh.shard<@mesh, [[]], partial = sum[0]>}) -> tensor<8xf32> {
  %0 = mesh.all_reduce %a on @mesh mesh_axes = [0] : tensor<8xf32> -> tensor<8xf32>
  %1 = mesh.all_reduce %b on @mesh mesh_axes = [0] : tensor<8xf32> -> tensor<8xf32>
  %2 = stablehlo.subtract %0, %1 : tensor<8xf32>
  return %2 : tensor<8xf32>
}

// CHECK-LABEL: @does_not_wait
// CHECK-NEXT:  %all_reduce = mesh.all_reduce %arg0
// CHECK-NEXT:  stablehlo.dot_general %all_reduce, %arg1
// The other factor differs along axis 0, so that the sum cannot wait.
func.func @does_not_wait(%a: tensor<8x8xf32> {mesh.sharding = #mesh.shard<@mesh, [[], []], partial = sum[0]>}, %b: tensor<8x1xf32> {mesh.sharding = #mesh.shard<@mesh, [[], [0]]>}) -> tensor<8x1xf32> {
  %0 = mesh.all_reduce %a on @mesh mesh_axes = [0] : tensor<8x8xf32> -> tensor<8x8xf32>
  %1 = stablehlo.dot_general %0, %b, contracting_dims = [1] x [0] : (tensor<8x8xf32>, tensor<8x1xf32>) -> tensor<8x1xf32>
  return %1 : tensor<8x1xf32>
}

// CHECK-LABEL: @shares
// CHECK-NEXT:  %all_gather = mesh.all_gather
// CHECK-NEXT:  return %all_gather, %all_gather
func.func @shares(%a: tensor<2xf32> {mesh.sharding = #mesh.shard<@mesh, [[0]]>}) -> (tensor<8xf32>, tensor<8xf32>) {
  %0 = mesh.all_gather %a on @mesh mesh_axes = [0] gather_axis = 0 : tensor<2xf32> -> tensor<8xf32>
  %1 = mesh.all_gather %a on @mesh mesh_axes = [0] gather_axis = 0 : tensor<2xf32> -> tensor<8xf32>
  return %0, %1 : tensor<8xf32>, tensor<8xf32>
}

// CHECK-LABEL: @moves_the_narrow_type
// CHECK-NEXT:  %all_gather = mesh.all_gather %arg0 {{.*}} : tensor<4096xbf16> -> tensor<16384xbf16>
// CHECK-NEXT:  %0 = stablehlo.convert %all_gather
// CHECK-NEXT:  %1 = stablehlo.convert %arg1
// CHECK-NEXT:  %all_gather_0 = mesh.all_gather %1 {{.*}} : tensor<4096xbf16> -> tensor<16384xbf16>
// CHECK-NEXT:  return %0, %all_gather_0
func.func @moves_the_narrow_type(%a: tensor<4096xbf16> {mesh.sharding = #mesh.shard<@mesh, [[0]]>}, %b: tensor<4096xf32> {mesh.sharding = #mesh.shard<@mesh, [[0]]>}) -> (tensor<16384xf32>, tensor<16384xbf16>) {
  %0 = stablehlo.convert %a : (tensor<4096xbf16>) -> tensor<4096xf32>
  %1 = mesh.all_gather %0 on @mesh mesh_axes = [0] gather_axis = 0 : tensor<4096xf32> -> tensor<16384xf32>
  %2 = mesh.all_gather %b on @mesh mesh_axes = [0] gather_axis = 0 : tensor<4096xf32> -> tensor<16384xf32>
  %3 = stablehlo.convert %2 : (tensor<16384xf32>) -> tensor<16384xbf16>
  return %1, %3 : tensor<16384xf32>, tensor<16384xbf16>
}

// CHECK-LABEL: @gathers_before_the_loop
// CHECK:       %all_gather = mesh.all_gather %arg0
// CHECK-NEXT:  %0:4 = stablehlo.while({{.*}} = %all_gather)
// CHECK-NOT:   mesh.all_gather
// CHECK:       return %0#2
func.func @gathers_before_the_loop(%w: tensor<2xf32> {mesh.sharding = #mesh.shard<@mesh, [[0]]>}, %x: tensor<8xf32> {mesh.sharding = #mesh.shard<@mesh, [[]]>}) -> tensor<8xf32> {
  %zero = stablehlo.constant dense<0> : tensor<i32>
  %0:3 = stablehlo.while(%i = %zero, %v = %w, %y = %x) : tensor<i32>, tensor<2xf32>, tensor<8xf32>
  cond {
    %limit = stablehlo.constant dense<10> : tensor<i32>
    %more = stablehlo.compare LT, %i, %limit : (tensor<i32>, tensor<i32>) -> tensor<i1>
    stablehlo.return %more : tensor<i1>
  } do {
    %one = stablehlo.constant dense<1> : tensor<i32>
    %next = stablehlo.add %i, %one : tensor<i32>
    %all = mesh.all_gather %v on @mesh mesh_axes = [0] gather_axis = 0 : tensor<2xf32> -> tensor<8xf32>
    %z = stablehlo.add %y, %all : tensor<8xf32>
    stablehlo.return %next, %v, %z : tensor<i32>, tensor<2xf32>, tensor<8xf32>
  }
  return %0#2 : tensor<8xf32>
}

// CHECK-LABEL: @reduces_together
// CHECK-COUNT-2: mesh.all_reduce
// COMBINED-LABEL: @reduces_together
// COMBINED-NEXT: %0 = stablehlo.reshape %arg1 : (tensor<2x3xf32>) -> tensor<6xf32>
// COMBINED-NEXT: %1 = stablehlo.concatenate %arg0, %0, dim = 0
// COMBINED-NEXT: %all_reduce = mesh.all_reduce %1 on @mesh mesh_axes = [0] : tensor<10xf32> -> tensor<10xf32>
// COMBINED-NEXT: %2 = stablehlo.slice %all_reduce [0:4]
// COMBINED-NEXT: %3 = stablehlo.slice %all_reduce [4:10]
// COMBINED-NEXT: %4 = stablehlo.reshape %3
// COMBINED-NEXT: return %2, %4
func.func @reduces_together(%a: tensor<4xf32> {mesh.sharding = #mesh.shard<@mesh, [[]], partial = sum[0]>}, %b: tensor<2x3xf32> {mesh.sharding = #mesh.shard<@mesh, [[], []], partial = sum[0]>}) -> (tensor<4xf32>, tensor<2x3xf32>) {
  %0 = mesh.all_reduce %a on @mesh mesh_axes = [0] : tensor<4xf32> -> tensor<4xf32>
  %1 = mesh.all_reduce %b on @mesh mesh_axes = [0] : tensor<2x3xf32> -> tensor<2x3xf32>
  return %0, %1 : tensor<4xf32>, tensor<2x3xf32>
}
