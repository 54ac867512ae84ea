// Collectives, with groups listed and as axes of a mesh.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s

// CHECK-LABEL: func.func @coll
func.func @coll(%arg0: tensor<2x4xf32>, %arg1: tensor<4x2xf32>) {
  // CHECK: %{{.*}} = "stablehlo.all_gather"(%{{.*}}, %{{.*}}) <{all_gather_dim = 1 : i64, channel_handle = #stablehlo.channel_handle<handle = 1, type = 0>, replica_groups = dense<{{\[\[}}0, 2], [1, 3]]> : tensor<2x2xi64>, use_global_device_ids}> {x = 3 : i64} : (tensor<2x4xf32>, tensor<2x4xf32>) -> (tensor<2x8xf32>, tensor<2x8xf32>)
  %0:2 = "stablehlo.all_gather"(%arg0, %arg0) <{all_gather_dim = 1 : i64, channel_handle = #stablehlo.channel_handle<handle = 1, type = 0>, replica_groups = dense<[[0, 2], [1, 3]]> : tensor<2x2xi64>, use_global_device_ids}> {x = 3 : i64} : (tensor<2x4xf32>, tensor<2x4xf32>) -> (tensor<2x8xf32>, tensor<2x8xf32>)
  // CHECK: %{{.*}} = "stablehlo.all_reduce"(%{{.*}}) <{replica_groups = dense<{{\[\[}}0, 2], [1, 3]]> : tensor<2x2xi64>}> ({
  %1 = "stablehlo.all_reduce"(%arg0) <{replica_groups = dense<[[0, 2], [1, 3]]> : tensor<2x2xi64>}> ({
  ^bb0(%arg2: tensor<f32>, %arg3: tensor<f32>):
    // CHECK: %{{.*}} = stablehlo.add %{{.*}}, %{{.*}} : tensor<f32>
    %9 = stablehlo.add %arg2, %arg3 : tensor<f32>
    // CHECK: stablehlo.return %{{.*}} : tensor<f32>
    stablehlo.return %9 : tensor<f32>
  // CHECK: }) : (tensor<2x4xf32>) -> tensor<2x4xf32>
  }) : (tensor<2x4xf32>) -> tensor<2x4xf32>
  // CHECK: %{{.*}} = "stablehlo.reduce_scatter"(%{{.*}}) <{channel_handle = #stablehlo.channel_handle<handle = 1, type = 0>, replica_groups = dense<{{\[\[}}0, 2], [1, 3]]> : tensor<2x2xi64>, scatter_dimension = 1 : i64, use_global_device_ids}> ({
  %2 = "stablehlo.reduce_scatter"(%arg0) <{channel_handle = #stablehlo.channel_handle<handle = 1, type = 0>, replica_groups = dense<[[0, 2], [1, 3]]> : tensor<2x2xi64>, scatter_dimension = 1 : i64, use_global_device_ids}> ({
  ^bb0(%arg2: tensor<f32>, %arg3: tensor<f32>):
    // CHECK: %{{.*}} = stablehlo.add %{{.*}}, %{{.*}} : tensor<f32>
    %9 = stablehlo.add %arg2, %arg3 : tensor<f32>
    // CHECK: stablehlo.return %{{.*}} : tensor<f32>
    stablehlo.return %9 : tensor<f32>
  // CHECK: }) : (tensor<2x4xf32>) -> tensor<2x2xf32>
  }) : (tensor<2x4xf32>) -> tensor<2x2xf32>
  // CHECK: %{{.*}} = "stablehlo.all_to_all"(%{{.*}}) <{concat_dimension = 0 : i64, replica_groups = dense<{{\[\[}}0, 2], [1, 3]]> : tensor<2x2xi64>, split_count = 2 : i64, split_dimension = 1 : i64}> : (tensor<2x4xf32>) -> tensor<4x2xf32>
  %3 = "stablehlo.all_to_all"(%arg0) <{concat_dimension = 0 : i64, replica_groups = dense<[[0, 2], [1, 3]]> : tensor<2x2xi64>, split_count = 2 : i64, split_dimension = 1 : i64}> : (tensor<2x4xf32>) -> tensor<4x2xf32>
  // CHECK: %{{.*}} = "stablehlo.collective_permute"(%{{.*}}) <{channel_handle = #stablehlo.channel_handle<handle = 0, type = 0>, source_target_pairs = dense<{{\[\[}}0, 1], [1, 2]]> : tensor<2x2xi64>}> : (tensor<2x4xf32>) -> tensor<2x4xf32>
  %4 = "stablehlo.collective_permute"(%arg0) <{channel_handle = #stablehlo.channel_handle<handle = 0, type = 0>, source_target_pairs = dense<[[0, 1], [1, 2]]> : tensor<2x2xi64>}> : (tensor<2x4xf32>) -> tensor<2x4xf32>
  // CHECK: %{{.*}} = "stablehlo.collective_broadcast"(%{{.*}}) <{channel_handle = #stablehlo.channel_handle<handle = 0, type = 0>, replica_groups = #stablehlo.replica_group_mesh_axes<mesh = #stablehlo.mesh<axes=[<name = "foo", size = 2>]>, axes = [#stablehlo.axis_ref<name = "foo">]>}> : (tensor<2x4xf32>) -> tensor<2x4xf32>
  %5 = "stablehlo.collective_broadcast"(%arg0) <{channel_handle = #stablehlo.channel_handle<handle = 0, type = 0>, replica_groups = #stablehlo.replica_group_mesh_axes<mesh = #stablehlo.mesh<axes=[<name = "foo", size = 2>]>, axes = [#stablehlo.axis_ref<name = "foo">]>}> : (tensor<2x4xf32>) -> tensor<2x4xf32>
  // CHECK: %{{.*}} = "stablehlo.cross-replica-sum"(%{{.*}}) <{replica_groups = dense<{{\[\[}}0, 1]]> : tensor<1x2xi64>}> : (tensor<2x4xf32>) -> tensor<2x4xf32>
  %6 = "stablehlo.cross-replica-sum"(%arg0) <{replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>}> : (tensor<2x4xf32>) -> tensor<2x4xf32>
  // CHECK: %{{.*}} = "stablehlo.async_start"(%{{.*}}) ({
  %7 = "stablehlo.async_start"(%arg0) ({
  ^bb0(%arg2: tensor<2x4xf32>):
    // CHECK: %{{.*}} = "stablehlo.all_gather"(%{{.*}}) <{all_gather_dim = 1 : i64, replica_groups = dense<{{\[\[}}0, 1]]> : tensor<1x2xi64>}> : (tensor<2x4xf32>) -> tensor<2x8xf32>
    %9 = "stablehlo.all_gather"(%arg2) <{all_gather_dim = 1 : i64, replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>}> : (tensor<2x4xf32>) -> tensor<2x8xf32>
    // CHECK: stablehlo.return %{{.*}} : tensor<2x8xf32>
    stablehlo.return %9 : tensor<2x8xf32>
  // CHECK: }) : (tensor<2x4xf32>) -> !stablehlo.future<tensor<2x8xf32>>
  }) : (tensor<2x4xf32>) -> !stablehlo.future<tensor<2x8xf32>>
  // CHECK: %{{.*}} = "stablehlo.async_done"(%{{.*}}) : (!stablehlo.future<tensor<2x8xf32>>) -> tensor<2x8xf32>
  %8 = "stablehlo.async_done"(%7) : (!stablehlo.future<tensor<2x8xf32>>) -> tensor<2x8xf32>
  return
}

// CHECK-LABEL: func.func @groups
func.func @groups(%arg0: tensor<4x4xf32>) {
  // CHECK: %{{.*}} = "stablehlo.all_gather"(%{{.*}}) <{all_gather_dim = 0 : i64, replica_groups = #stablehlo.replica_group_mesh_axes<mesh = #stablehlo.mesh<axes=[<name = "x", size = 2>, <name = "y", size = 4>], device_ids=dense<[7, 6, 5, 4, 3, 2, 1, 0]> : tensor<8xi64>>, axes = [#stablehlo.axis_ref<name = "x">, #stablehlo.axis_ref<name = "y", sub_axis_info = (1)2>]>}> : (tensor<4x4xf32>) -> tensor<16x4xf32>
  %0 = "stablehlo.all_gather"(%arg0) <{all_gather_dim = 0 : i64, replica_groups = #stablehlo.replica_group_mesh_axes<mesh = #stablehlo.mesh<axes=[<name = "x", size = 2>, <name = "y", size = 4>], device_ids=dense<[7, 6, 5, 4, 3, 2, 1, 0]> : tensor<8xi64>>, axes = [#stablehlo.axis_ref<name = "x">, #stablehlo.axis_ref<name = "y", sub_axis_info = (1)2>]>}> : (tensor<4x4xf32>) -> tensor<16x4xf32>
  return
}
