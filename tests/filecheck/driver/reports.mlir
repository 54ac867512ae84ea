// The program after every pass, and how long each took, as mlir-opt reports them.
// RUN: llmsys-opt %s --mlir-print-ir-after-all --symbol-dce --canonicalize --cse 2> %t.ours \
// RUN:   && mlir-opt-19 %s --mlir-print-ir-after-all --symbol-dce --canonicalize --cse 2> %t.theirs \
// RUN:   && diff %t.theirs %t.ours
// RUN: llmsys-opt %s --mlir-timing --sharding-propagation --cse 2>&1 | filecheck %s

func.func private @callee(%a: f32) -> f32 {
  %0 = arith.addf %a, %a : f32
  return %0 : f32
}

func.func @caller(%a: f32) -> f32 {
  %0 = call @callee(%a) : (f32) -> f32
  return %0 : f32
}

// CHECK: ===---{{-+}}---===
// CHECK-NEXT: ... Execution time report ...
// CHECK-NEXT: ===---{{-+}}---===
// CHECK-NEXT:   Total Execution Time: {{[0-9.]+}} seconds
// CHECK:   ----Wall Time----  ----Name----
// CHECK-NEXT: {{[0-9.]+}} ({{ *[0-9.]+}}%)  Parser
// CHECK-NEXT: {{[0-9.]+}} ({{ *[0-9.]+}}%)  ShardingPropagation
// CHECK-NEXT: {{[0-9.]+}} ({{ *[0-9.]+}}%)  CSE
// CHECK-NEXT: {{[0-9.]+}} ({{ *[0-9.]+}}%)  Output
// CHECK-NEXT: {{[0-9.]+}} ({{ *[0-9.]+}}%)  Rest
// CHECK-NEXT: {{[0-9.]+}} (100.0%)  Total
