// Sizes may be static from LLVM 20 on, and the outermost may be left out.
// RUN: llmsys-opt %s > %t.ours && mlir-opt-22 %s > %t.theirs && diff %t.theirs %t.ours
// RUN: llmsys-opt --mlir-print-op-generic %s > %t.ours && mlir-opt-22 --mlir-print-op-generic %s > %t.theirs \
// RUN:   && diff %t.theirs %t.ours
// RUN: mlir-opt-22 --mlir-print-op-generic %s | llmsys-opt > %t.back && llmsys-opt %s > %t.ours && diff %t.ours %t.back

func.func @delinearize(%i: index, %a: index) -> (index, index, index) {
  %0:2 = affine.delinearize_index %i into (%a, 4) : index, index
  %1:3 = affine.delinearize_index %i into (4, %a) : index, index, index
  %2:2 = affine.delinearize_index %i into (4) {note} : index, index
  %3 = affine.delinearize_index %i into () : index
  return %0#1, %1#2, %2#0 : index, index, index
}
