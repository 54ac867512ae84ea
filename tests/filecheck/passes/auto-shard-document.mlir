// The document's example is annotated in full: planning it changes nothing, whatever machine it is for.
// RUN: mlir-opt-19 %S/../../../examples/document.mlir > %t.theirs
// RUN: llmsys-opt --auto-shard %S/../../../examples/document.mlir | diff %t.theirs -
// RUN: llmsys-opt --auto-shard=mesh=4x8 %S/../../../examples/document.mlir | diff %t.theirs -
// RUN: llmsys-opt --auto-shard=memory=2GiB %S/../../../examples/document.mlir | diff %t.theirs -

// It needs more than 64 MiB a device: the message says how much more, at which op, and what for.
// RUN: not llmsys-opt --auto-shard=memory=64MiB %S/../../../examples/document.mlir 2>&1 | filecheck %s
// CHECK: document.mlir:7:10: error: 'tosa.matmul' op infeasible: no plan fits in 64.00 MiB per device; the least that would do is 393.62 MiB (412745728 bytes), reached at 'tosa.matmul'
// CHECK-NEXT: %0 = tosa.matmul %sharding_annotated, %sharding_annotated_0
// CHECK-NEXT: {{^ {9}\^$}}
// CHECK-NEXT: document.mlir:7:10: note: held there: result of tosa.matmul (250.00 MiB), argument 1 (128.00 MiB), argument 0 (15.62 MiB)

// What would do is exactly enough.
// RUN: llmsys-opt --auto-shard=memory=412745728 %S/../../../examples/document.mlir | diff %t.theirs -
// RUN: not llmsys-opt --auto-shard=memory=412745727 %S/../../../examples/document.mlir 2>&1 | filecheck %s --check-prefix=LESS
// LESS: error: 'tosa.matmul' op infeasible: no plan fits in 393.62 MiB per device
