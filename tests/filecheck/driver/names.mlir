// Values get the names that mlir-opt gives them, whatever the input calls them.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s > %t.ours && mlir-opt-19 %s > %t.theirs && diff %t.theirs %t.ours
// RUN: llmsys-opt --mlir-print-op-generic %s > %t.ours && mlir-opt-19 --mlir-print-op-generic %s > %t.theirs \
// RUN:   && diff %t.theirs %t.ours

// CHECK-LABEL: func.func @values(%arg0: tensor<4x4xf32>, %arg1: tensor<?x4xf32>)
func.func @values(%a: tensor<4x4xf32>, %b: tensor<?x4xf32>) -> (tensor<4x4xf32> {t.a = 1 : i32}) {
  // CHECK-NEXT: %c0 = arith.constant 0 : index
  %zero = arith.constant 0 : index
  // CHECK-NEXT: %c0_0 = arith.constant 0 : index
  %cst = arith.constant 0 : index
  // CHECK-NEXT: %c-1_i32 = arith.constant -1 : i32
  %n = arith.constant -1 : i32
  // CHECK-NEXT: %true = arith.constant true
  %t = arith.constant true
  // CHECK-NEXT: %cst = arith.constant 1.000000e+00 : f32
  %one = arith.constant 1.0 : f32
  // CHECK-NEXT: %cst_1 = arith.constant dense<0xFF800000> : tensor<4x4xf32>
  %inf = arith.constant dense<0xFF800000> : tensor<4x4xf32>
  // CHECK-NEXT: %dim = tensor.dim %arg1, %c0 : tensor<?x4xf32>
  %d = tensor.dim %b, %zero : tensor<?x4xf32>
  // CHECK-NEXT: %0 = tensor.empty() : tensor<4x4xf32>
  %e = tensor.empty() : tensor<4x4xf32>
  // CHECK-NEXT: %extracted_slice =
  %s = tensor.extract_slice %a[0, 0] [2, 2] [1, 1] : tensor<4x4xf32> to tensor<2x2xf32>
  // CHECK-NEXT: %inserted_slice =
  %i = tensor.insert_slice %s into %a[0, 0] [2, 2] [1, 1] : tensor<2x2xf32> into tensor<4x4xf32>
  // CHECK-NEXT: %collapsed =
  %c = tensor.collapse_shape %a [[0, 1]] : tensor<4x4xf32> into tensor<16xf32>
  // CHECK-NEXT: %expanded =
  %x = tensor.expand_shape %c [[0, 1]] output_shape [4, 4] : tensor<16xf32> into tensor<4x4xf32>
  // CHECK-NEXT: %low, %high = arith.mului_extended %true, %true : i1
  %low, %high = arith.mului_extended %t, %t : i1
  // CHECK-NEXT: %1:2 = scf.while (%arg2 = %c0, %arg3 = %arg0)
  %w:2 = scf.while (%p = %zero, %q = %a) : (index, tensor<4x4xf32>) -> (index, tensor<4x4xf32>) {
    scf.condition(%t) %p, %q : index, tensor<4x4xf32>
  } do {
  ^bb0(%p: index, %q: tensor<4x4xf32>):
    // CHECK: %3 = arith.addi %arg2, %c0 : index
    %next = arith.addi %p, %zero : index
    scf.yield %next, %q : index, tensor<4x4xf32>
  }
  // CHECK: %2 = arith.addf %1#1, %0 {a = 2 : i64, b} : tensor<4x4xf32>
  %sum = arith.addf %w#1, %e {b, a = 2} : tensor<4x4xf32>
  // CHECK-NEXT: return %2 : tensor<4x4xf32>
  return %sum : tensor<4x4xf32>
}
