// Comparisons, selects, casts and remainders on tensors, vectors and scalars.
// RUN: llmsys-opt %s > %t.ours && mlir-opt-19 %s > %t.theirs && diff %t.theirs %t.ours
// RUN: llmsys-opt --mlir-print-op-generic %s > %t.ours && mlir-opt-19 --mlir-print-op-generic %s > %t.theirs \
// RUN:   && diff %t.theirs %t.ours
// RUN: mlir-opt-19 --mlir-print-op-generic %s | llmsys-opt > %t.back && llmsys-opt %s > %t.ours && diff %t.ours %t.back

func.func @f(%a: tensor<4xf32>, %i: tensor<4xi32>, %p: tensor<4xi1>, %s: i1, %x: i32, %v: vector<4xf32>, %n: tensor<4xindex>) {
  %0 = arith.cmpf olt, %a, %a : tensor<4xf32>
  %1 = arith.cmpf olt, %a, %a fastmath<fast> : tensor<4xf32>
  %2 = arith.cmpi slt, %i, %i : tensor<4xi32>
  %3 = arith.select %p, %a, %a : tensor<4xi1>, tensor<4xf32>
  %4 = arith.select %s, %a, %a : tensor<4xf32>
  %5 = arith.select %s, %x, %x : i32
  %6 = arith.remf %a, %a : tensor<4xf32>
  %7 = arith.extsi %i : tensor<4xi32> to tensor<4xi64>
  %8 = arith.extui %p {a.b = 1 : i32} : tensor<4xi1> to tensor<4xi64>
  %9 = arith.trunci %i : tensor<4xi32> to tensor<4xi8>
  %10 = arith.sitofp %i : tensor<4xi32> to tensor<4xf32>
  %11 = arith.uitofp %i : tensor<4xi32> to tensor<4xf32>
  %12 = arith.fptosi %a : tensor<4xf32> to tensor<4xi32>
  %13 = arith.fptoui %a : tensor<4xf32> to tensor<4xi32>
  %14 = arith.index_cast %n : tensor<4xindex> to tensor<4xi32>
  %15 = arith.index_castui %n : tensor<4xindex> to tensor<4xi32>
  %16 = arith.cmpf ult, %v, %v : vector<4xf32>
  return
}
