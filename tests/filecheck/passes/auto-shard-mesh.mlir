// The option 'mesh' makes the module's mesh, or gives the one there is another shape.
// RUN: llmsys-opt --auto-shard=mesh=4x8 --split-input-file %s | mlir-opt-19 --split-input-file | filecheck %s
// RUN: llmsys-opt --auto-shard=mesh=8 --split-input-file %s | mlir-opt-19 --split-input-file \
// RUN:   | filecheck %s --check-prefix=FEWER
// RUN: llmsys-opt --auto-shard=mesh=2x2x2 --split-input-file %s | mlir-opt-19 --split-input-file \
// RUN:   | filecheck %s --check-prefix=MORE

// CHECK: mesh.mesh @mesh(shape = 4x8)
// CHECK-LABEL: func.func @no_mesh
// CHECK: mesh.shard %arg0 to <@mesh, {{\[\[}}0, 1]]> annotate_for_users
// FEWER: mesh.mesh @mesh(shape = 8)
// FEWER: mesh.shard %arg0 to <@mesh, {{\[\[}}0]]> annotate_for_users
// MORE: mesh.mesh @mesh(shape = 2x2x2)
// MORE: mesh.shard %arg0 to <@mesh, {{\[\[}}0, 1, 2]]> annotate_for_users
func.func @no_mesh(%arg0: tensor<1024x1024xf32>) -> tensor<1024x1024xf32> {
  %0 = math.exp %arg0 : tensor<1024x1024xf32>
  return %0 : tensor<1024x1024xf32>
}

// -----

// A mesh keeps its name and its attributes, and its axes their numbers: axes that are gone have size 1.
// CHECK: mesh.mesh @grid(shape = 4x8) {llmsys.note}
// CHECK-LABEL: func.func @other_mesh
// CHECK: mesh.shard %{{.*}} to <@grid, {{\[\[}}], [1]]> : tensor<1024x1024xf32>
// FEWER: mesh.mesh @grid(shape = 8x1) {llmsys.note}
// FEWER: mesh.shard %{{.*}} to <@grid, {{\[\[}}], [1]]> : tensor<1024x1024xf32>
// MORE: mesh.mesh @grid(shape = 2x2x2) {llmsys.note}
// MORE: mesh.shard %{{.*}} to <@grid, {{\[\[}}], [1]]> : tensor<1024x1024xf32>
mesh.mesh @grid(shape = 2x2) {llmsys.note}
func.func @other_mesh(%arg0: tensor<1024x1024xf32>) -> tensor<1024x1024xf32> {
  %0 = math.exp %arg0 : tensor<1024x1024xf32>
  %1 = mesh.shard %0 to <@grid, [[], [1]]> : tensor<1024x1024xf32>
  return %1 : tensor<1024x1024xf32>
}
