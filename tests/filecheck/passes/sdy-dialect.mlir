// The passes take programs with Shardy's annotations as they are, and what they say holds.
// RUN: llmsys-opt --auto-shard %s | mlir-opt-19 | filecheck %s --check-prefix=PLAN
// RUN: llmsys-opt --auto-shard --spmd-partition %s | mlir-opt-19 | filecheck %s --check-prefix=SPMD
// RUN: llmsys-opt --auto-shard --spmd-partition %s | llmsys-run --reference %s
// RUN: llmsys-opt --sharding-propagation --spmd-partition %s | mlir-opt-19 | filecheck %s --check-prefix=SPMD
// RUN: llmsys-opt --sharding-propagation --spmd-partition %s | llmsys-run --reference %s
// RUN: llmsys-opt --spmd-partition %s | mlir-opt-19 | filecheck %s --check-prefix=SPMD
// RUN: llmsys-opt --spmd-partition %s | llmsys-run --reference %s
// RUN: llmsys-opt --auto-shard=mesh=4x2 --spmd-partition %s | filecheck %s --check-prefix=OTHER
// RUN: llmsys-opt --auto-shard=mesh=4x2 --spmd-partition %s | llmsys-run --reference %s

// PLAN: mesh.mesh @mesh(shape = 2x4) {llmsys.axis_names = ["data", "model"]}
// PLAN: mesh.shard %{{.*}} to <@mesh, {{\[\[}}0], [1]]> : tensor<16x64xf32>

// SPMD: func.func @main(%arg0: tensor<8x32xf32> {mesh.sharding = #mesh.shard<@mesh, {{\[\[}}0]]>},
// SPMD-SAME: -> (tensor<4x32xf32> {mesh.sharding = #mesh.shard<@mesh, {{\[\[}}1]]>})

// The option 'mesh' keeps the numbers of the axes.
// OTHER: mesh.mesh @mesh(shape = 4x2) {llmsys.axis_names = ["data", "model"]}
// OTHER: func.func @main(%arg0: tensor<4x32xf32> {mesh.sharding = #mesh.shard<@mesh, {{\[\[}}0]]>}
// OTHER-SAME: -> (tensor<8x32xf32> {mesh.sharding = #mesh.shard<@mesh, {{\[\[}}1]]>})

sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @main(%x: tensor<16x32xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %w: tensor<32x64xf32>, %v: tensor<64x32xf32>)
    -> (tensor<16x32xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"model"}, {}]>}) {
  %z = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<16x64xf32>
  %i = linalg.fill ins(%z : f32) outs(%e : tensor<16x64xf32>) -> tensor<16x64xf32>
  %0 = linalg.matmul ins(%x, %w : tensor<16x32xf32>, tensor<32x64xf32>) outs(%i : tensor<16x64xf32>) -> tensor<16x64xf32>
  %1 = sdy.sharding_constraint %0 <@mesh, [{"data"}, {"model"}]> : tensor<16x64xf32>
  %2 = math.exp %1 : tensor<16x64xf32>
  %e2 = tensor.empty() : tensor<16x32xf32>
  %i2 = linalg.fill ins(%z : f32) outs(%e2 : tensor<16x32xf32>) -> tensor<16x32xf32>
  %3 = linalg.matmul ins(%2, %v : tensor<16x64xf32>, tensor<64x32xf32>) outs(%i2 : tensor<16x32xf32>) -> tensor<16x32xf32>
  return %3 : tensor<16x32xf32>
}
