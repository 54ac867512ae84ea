// RUN: llmsys-opt %s

mesh.mesh @mesh(shape = 2x4)

func.func @main(%arg0: tensor<1x320x6400xf32>, %arg1: tensor<1x6400x800xf32>) -> tensor<1x320x800xf32> {
  %0 = mesh.shard %arg0 to <@mesh, [[], [], [1]]> annotate_for_users : tensor<1x320x6400xf32>
  %1 = mesh.shard %arg1 to <@mesh, [[], [1]]> annotate_for_users : tensor<1x6400x800xf32>
  %2 = tosa.matmul %0, %1 : (tensor<1x320x6400xf32>, tensor<1x6400x800xf32>) -> tensor<1x320x800xf32>
  %3 = mesh.shard %2 to <@mesh, [[]]> : tensor<1x320x800xf32>
  return %3 : tensor<1x320x800xf32>
}
