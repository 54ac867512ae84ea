// A global program, its SPMD program, and how they compare.
// RUN: llmsys-run %s --json - | filecheck %s --check-prefix=GLOBAL
// RUN: llmsys-opt --spmd-partition %s > %t.spmd
// RUN: llmsys-run %t.spmd --reference %s --json %t.json && filecheck %s < %t.json
// RUN: llmsys-opt --auto-shard --spmd-partition %s | llmsys-run - --reference %s --seed 7
// RUN: llmsys-opt --auto-shard %s | llmsys-run --reference %s

mesh.mesh @mesh(shape = 2x4)

// GLOBAL: {"max_abs_error": null, "max_rel_error": null, "collectives": {}, "peak_bytes_per_device": {{[0-9]+}},
// GLOBAL-SAME: "predicted_seconds": null, "wall_seconds": {{[0-9.e-]+}}}

// Each of the 4 devices along axis 1 sends 3/4 of its 1 KiB twice.
// CHECK: {"max_abs_error": {{[0-9.e-]+}}, "max_rel_error": {{[0-9.e-]+}},
// CHECK-SAME: "collectives": {"all_reduce": {"count": 1, "bytes": 1536}},
// CHECK-SAME: "peak_bytes_per_device": {{[0-9]+}}, "predicted_seconds": {{[0-9.e-]+}}, "wall_seconds": {{[0-9.e-]+}}}
func.func @main(%arg0: tensor<1x32x64xf32>, %arg1: tensor<1x64x8xf32>) -> tensor<1x32x8xf32> {
  %0 = mesh.shard %arg0 to <@mesh, [[], [], [1]]> annotate_for_users : tensor<1x32x64xf32>
  %1 = mesh.shard %arg1 to <@mesh, [[], [1]]> annotate_for_users : tensor<1x64x8xf32>
  %2 = tosa.matmul %0, %1 : (tensor<1x32x64xf32>, tensor<1x64x8xf32>) -> tensor<1x32x8xf32>
  %3 = mesh.shard %2 to <@mesh, [[]]> : tensor<1x32x8xf32>
  %4 = tosa.exp %3 : (tensor<1x32x8xf32>) -> tensor<1x32x8xf32>
  return %4 : tensor<1x32x8xf32>
}
