// Blocks are numbered, and say where control comes from.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s > %t.ours && mlir-opt-19 %s > %t.theirs && diff %t.theirs %t.ours

// CHECK-LABEL: func.func @diamond(%arg0: i1)
func.func @diamond(%c: i1) -> i1 {
  // CHECK-NEXT: cf.cond_br %arg0, ^bb1, ^bb2
  cf.cond_br %c, ^left, ^right
// CHECK-NEXT: ^bb1:  // pred: ^bb0
^left:
  cf.br ^join(%c : i1)
// CHECK: ^bb2:  // pred: ^bb0
^right:
  cf.br ^join(%c : i1)
// CHECK: ^bb3(%0: i1):  // 2 preds: ^bb1, ^bb2
^join(%x: i1):
  return %x : i1
// CHECK: ^bb4:  // no predecessors
^nowhere:
  return %c : i1
}
