// A cluster is noted on the mesh, for later passes; a TOML file also gives the mesh, and both give the memory.
// RUN: llmsys-opt --auto-shard="mesh=2x4 cluster=v100" %s | mlir-opt-19 | filecheck %s -DCLUSTER=v100
// RUN: llmsys-opt --auto-shard="mesh=2x4 cluster=a100" %s | mlir-opt-19 | filecheck %s -DCLUSTER=a100
// RUN: llmsys-opt --auto-shard="mesh=2x4 cluster=h100" %s | mlir-opt-19 | filecheck %s -DCLUSTER=h100
// RUN: llmsys-opt --auto-shard="mesh=2x4 cluster=tpu-v5e" %s | mlir-opt-19 | filecheck %s -DCLUSTER=tpu-v5e
// RUN: llmsys-opt --auto-shard="cluster=%S/Inputs/two_nodes.toml" %s | mlir-opt-19 \
// RUN:   | filecheck %s -DCLUSTER=%S/Inputs/two_nodes.toml
// RUN: llmsys-opt --auto-shard="cluster=%S/Inputs/two_nodes.toml mesh=2x4" --spmd-partition %s | mlir-opt-19 \
// RUN:   | filecheck %s --check-prefix=SPMD

// CHECK: mesh.mesh @mesh(shape = 2x4) {llmsys.cluster = "[[CLUSTER]]"}
// CHECK: mesh.shard %arg0 to <@mesh, {{\[\[}}0, 1]]> annotate_for_users
// SPMD: func.func @exp(%arg0: tensor<512x4096xf32> {mesh.sharding = #mesh.shard<@mesh, {{\[\[}}0, 1]]>})

// The file's devices hold 256 MiB; the option 'memory' overrides that.
// RUN: llmsys-opt --auto-shard="cluster=%S/Inputs/two_nodes.toml memory=1GiB" %s | filecheck %s -DCLUSTER=%S/Inputs/two_nodes.toml
// RUN: not llmsys-opt --auto-shard="cluster=%S/Inputs/two_nodes.toml memory=1MiB" %s 2>&1 | filecheck %s --check-prefix=LESS
// LESS: error: 'math.exp' op infeasible: no plan fits in 1.00 MiB per device; the least that would do is 16.00 MiB
// RUN: not llmsys-opt --auto-shard="cluster=%S/Inputs/two_nodes.toml mesh=4x8" %s 2>&1 | filecheck %s --check-prefix=SHAPE
// SHAPE: two_nodes.toml' describes a mesh of shape 2x4, expected 4x8
func.func @exp(%arg0: tensor<4096x4096xf32>) -> tensor<4096x4096xf32> {
  %0 = math.exp %arg0 : tensor<4096x4096xf32>
  return %0 : tensor<4096x4096xf32>
}
