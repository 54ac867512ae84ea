// What each device runs, as XLA takes it. Groups number devices row by row; tables have what differs between them.
// RUN: llmsys-opt --convert-mesh-to-stablehlo --split-input-file %s | filecheck %s
// RUN: llmsys-opt --convert-mesh-to-stablehlo --split-input-file %s | llmsys-opt --split-input-file | filecheck %s

// CHECK: mhlo.num_partitions = 8 : i32, mhlo.num_replicas = 1 : i32
// CHECK: sdy.mesh @mesh = <["data"=2, "model"=4]>
// CHECK-LABEL: func.func @collectives
// CHECK-SAME:    %arg0: tensor<8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {"model"}]>}
// CHECK-SAME:    -> (tensor<8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"model"}, {"data"}]>}
// CHECK-NEXT:  sdy.manual_computation(%arg0)
// CHECK-SAME:    in_shardings=[<@mesh, [{"data"}, {"model"}]>]
// CHECK-SAME:    manual_axes={"data", "model"} (%arg1: tensor<4x4xf32>) {
// CHECK-NEXT:    %[[G:.*]] = "stablehlo.all_gather"(%arg1) <{all_gather_dim = 1
// CHECK-SAME:      replica_groups = dense<{{\[\[}}0, 1, 2, 3], [4, 5, 6, 7]]>
// CHECK:         %[[A:.*]] = "stablehlo.all_to_all"(%[[G]]) <{
// CHECK-SAME:      concat_dimension = 0 : i64
// CHECK-SAME:      replica_groups = dense<{{\[\[}}0, 4], [1, 5], [2, 6], [3, 7]]>
// CHECK-SAME:      split_count = 2 : i64, split_dimension = 1 : i64
// CHECK:         %[[R:.*]] = "stablehlo.all_reduce"(%[[A]])
// CHECK-SAME:      replica_groups = dense<{{\[\[}}0, 1, 2, 3, 4, 5, 6, 7]]>
// CHECK:           stablehlo.add
// CHECK:         stablehlo.constant dense<[0, 2, 4, 6, 0, 2, 4, 6]>
// CHECK-NEXT:    stablehlo.partition_id
// CHECK-NEXT:    stablehlo.dynamic_slice
// CHECK-NEXT:    stablehlo.reshape
// CHECK-NEXT:    %[[S:.*]] = stablehlo.dynamic_slice %[[R]]
// CHECK-NEXT:    sdy.return %[[S]]
mesh.mesh @mesh(shape = 2x4) {llmsys.axis_names = ["data", "model"]}
func.func @collectives(%x: tensor<4x4xf32> {mesh.sharding = #mesh.shard<@mesh, [[0], [1]]>})
    -> (tensor<2x8xf32> {mesh.sharding = #mesh.shard<@mesh, [[1], [0]]>}) {
  %0 = mesh.all_gather %x on @mesh mesh_axes = [1] gather_axis = 1 : tensor<4x4xf32> -> tensor<4x16xf32>
  %1 = mesh.all_to_all %0 on @mesh mesh_axes = [0] split_axis = 1 concat_axis = 0 : tensor<4x16xf32> -> tensor<8x8xf32>
  %2 = mesh.all_reduce %1 on @mesh mesh_axes = [0, 1] : tensor<8x8xf32> -> tensor<8x8xf32>
  %3 = mesh.all_slice %2 on @mesh mesh_axes = [1] slice_axis = 0 : tensor<8x8xf32> -> tensor<2x8xf32>
  return %3 : tensor<2x8xf32>
}

// -----

// Devices that are named by arithmetic are written out; a partial result is reduced.
// CHECK-LABEL: func.func @permuted
// CHECK:         "stablehlo.collective_permute"(%arg1) <{
// CHECK-SAME:      source_target_pairs = dense<{{\[\[}}1, 0], [0, 1]]>
// CHECK:         stablehlo.constant dense<[true, false]>
// CHECK:         stablehlo.select
// CHECK:         "stablehlo.all_reduce"
// CHECK-NOT:     mesh.
// CHECK-NOT:     arith.
mesh.mesh @mesh(shape = 2)
func.func @permuted(%x: tensor<4xf32> {mesh.sharding = #mesh.shard<@mesh, [[0]]>})
    -> (tensor<4xf32> {mesh.sharding = #mesh.shard<@mesh, [[]], partial = sum[0]>}) {
  %i = mesh.process_multi_index on @mesh axes = [0] : index
  %1 = arith.constant 1 : index
  %j = arith.subi %1, %i : index
  %s = mesh.send %x on @mesh mesh_axes = [0] destination = [%j] : (tensor<4xf32>, index) -> tensor<4xf32>
  %r = mesh.recv %s on @mesh mesh_axes = [0] source = [%j] : (tensor<4xf32>, index) -> tensor<4xf32>
  %0 = arith.constant 0 : index
  %c = arith.cmpi eq, %i, %0 : index
  %z = arith.constant dense<0.0> : tensor<4xf32>
  %m = arith.select %c, %r, %z : tensor<4xf32>
  return %m : tensor<4xf32>
}
