// Arithmetic on index values, with symbols as factors and divisors, as MLIR prints it.
// RUN: llmsys-opt %s > %t.ours && mlir-opt-19 %s > %t.theirs && diff %t.theirs %t.ours
// RUN: llmsys-opt --mlir-print-op-generic %s > %t.ours && mlir-opt-19 --mlir-print-op-generic %s > %t.theirs \
// RUN:   && diff %t.theirs %t.ours
// RUN: mlir-opt-19 --mlir-print-op-generic %s | llmsys-opt > %t.back && llmsys-opt %s > %t.ours && diff %t.ours %t.back

func.func @apply(%a: index, %b: index) -> (index, index, index, index, index) {
  %0 = affine.apply affine_map<()[s0, s1] -> (s0 * s1)>()[%a, %b]
  %1 = affine.apply affine_map<(d0)[s0] -> (d0 * s0 + d0 floordiv s0 - 3 * (d0 mod s0))>(%a)[%b]
  %2 = affine.apply affine_map<(d0)[s0] -> ((d0 + s0) ceildiv (s0 + 1))>(%a)[%b]
  %3 = affine.apply affine_map<()[s0, s1] -> ((s0 * s1 + s0) * s1 + 2)>()[%a, %b] {note = 1 : i32}
  %4 = affine.apply affine_map<(d0, d1) -> (d0 * 4 + d1)>(%a, %b)
  return %0, %1, %2, %3, %4 : index, index, index, index, index
}

func.func @delinearize(%i: index, %a: index, %b: index) -> (index, index, index) {
  %0:2 = affine.delinearize_index %i into (%a, %b) : index, index
  %1 = affine.delinearize_index %i into (%a) {note} : index
  return %0#0, %0#1, %1 : index, index, index
}
