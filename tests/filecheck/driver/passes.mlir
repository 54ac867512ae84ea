// Passes run in the order of their flags, with one dash or two.
// RUN: llmsys-opt -dce --cse --mlir-print-ir-after-all %s 2>&1 | filecheck %s
// RUN: llmsys-opt --pass-pipeline='builtin.module(func.func(cse),dce)' %s | filecheck %s --check-prefix=BOTH
// RUN: llmsys-opt --dce --mlir-timing %s 2>&1 | filecheck %s --check-prefix=TIMING

// CHECK: // -----// IR Dump After DeadCodeElimination (dce) //----- //
// CHECK-COUNT-2: arith.negf
// CHECK: // -----// IR Dump After CSE (cse) //----- //
// CHECK-COUNT-1: arith.negf

// BOTH-COUNT-1: arith.negf
// BOTH-NOT: arith.negf

// TIMING: Execution time report
// TIMING: Parser
// TIMING-NEXT: DeadCodeElimination
// TIMING: Total
func.func @f(%a: f32) -> f32 {
  %0 = arith.negf %a : f32
  %1 = arith.negf %a : f32
  %2 = arith.addf %0, %1 : f32
  %3 = arith.negf %2 : f32
  return %2 : f32
}
