// Collectives of groups of one, and reductions that can be done once.
// RUN: llmsys-opt --canonicalize %s > %t.ours && mlir-opt-19 --canonicalize --test-mesh-simplifications --canonicalize %s > %t.theirs \
// RUN:   && diff %t.theirs %t.ours

mesh.mesh @m(shape = 2x4)
func.func @empty(%a: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf64>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>,tensor<4xf32>,tensor<4xf32>,tensor<4xf32>,tensor<4xf32>) {
  %0 = mesh.all_reduce %a on @m mesh_axes = [] : tensor<4xf32> -> tensor<4xf32>
  %1 = mesh.all_reduce %a on @m : tensor<4xf32> -> tensor<4xf64>
  %2 = mesh.broadcast %a on @m root = [] : (tensor<4xf32>) -> tensor<4xf32>
  %3 = mesh.gather %a on @m gather_axis = 0 root = [] : (tensor<4xf32>) -> tensor<4xf32>
  %4 = mesh.recv %a on @m : (tensor<4xf32>) -> tensor<4xf32>
  %5 = mesh.scatter %a on @m scatter_axis = 0 root = [] : (tensor<4xf32>) -> tensor<4xf32>
  %6 = mesh.send %a on @m destination = [] : (tensor<4xf32>) -> tensor<4xf32>
  %7 = mesh.all_slice %a on @m slice_axis = 0 : tensor<4xf32> -> tensor<4xf32>
  %8 = mesh.all_gather %a on @m gather_axis = 0 : tensor<4xf32> -> tensor<4xf32>
  %9 = mesh.all_to_all %a on @m split_axis = 0 concat_axis = 0 : tensor<4xf32> -> tensor<4xf32>
  %10 = mesh.reduce %a on @m root = [] : (tensor<4xf32>) -> tensor<4xf32>
  %11 = mesh.reduce_scatter %a on @m reduction = <max> scatter_axis = 0 : tensor<4xf32> -> tensor<4xf32>
  return %0, %1, %2, %3, %4, %5, %6, %7, %8, %9, %10, %11 : tensor<4xf32>, tensor<4xf64>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}

func.func @endo(%a: tensor<5xf32>, %b: tensor<5xf32>) -> tensor<5xf32> {
  %0 = mesh.all_reduce %a on @m mesh_axes = [0] : tensor<5xf32> -> tensor<5xf32>
  %1 = mesh.all_reduce %b on @m mesh_axes = [0] : tensor<5xf32> -> tensor<5xf32>
  %2 = arith.addf %0, %1 : tensor<5xf32>
  return %2 : tensor<5xf32>
}

func.func @max(%a: tensor<5xi32>, %b: tensor<5xi32>, %c: tensor<5xi32>) -> tensor<5xi32> {
  %0 = mesh.all_reduce %a on @m mesh_axes = [0] reduction = <max> : tensor<5xi32> -> tensor<5xi32>
  %1 = mesh.all_reduce %b on @m mesh_axes = [0] reduction = <max> : tensor<5xi32> -> tensor<5xi32>
  %3 = mesh.all_reduce %c on @m mesh_axes = [0] reduction = <max> : tensor<5xi32> -> tensor<5xi32>
  %2 = arith.maxsi %0, %1 : tensor<5xi32>
  %4 = arith.maxsi %2, %3 : tensor<5xi32>
  return %4 : tensor<5xi32>
}

func.func @no(%a: tensor<5xf32>, %b: tensor<5xf32>) -> (tensor<5xf32>, tensor<5xf32>) {
  %0 = mesh.all_reduce %a on @m mesh_axes = [0] : tensor<5xf32> -> tensor<5xf32>
  %1 = mesh.all_reduce %b on @m mesh_axes = [1] : tensor<5xf32> -> tensor<5xf32>
  %2 = arith.addf %0, %1 : tensor<5xf32>
  %3 = mesh.all_reduce %a on @m mesh_axes = [0] : tensor<5xf32> -> tensor<5xf32>
  %5 = arith.addf %3, %3 : tensor<5xf32>
  return %2, %5 : tensor<5xf32>, tensor<5xf32>
}
