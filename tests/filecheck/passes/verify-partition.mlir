// A partitioned program passes, and so does one of another form; one without its all_reduce does not.
// RUN: llmsys-opt %S/Inputs/verify-partition-global.mlir --spmd-partition \
// RUN:   --verify-partition="reference=%S/Inputs/verify-partition-global.mlir shrink=always" | filecheck %s
// RUN: llmsys-opt %S/Inputs/verify-partition-global.mlir --spmd-partition --convert-mesh-to-shard \
// RUN:   --verify-partition="reference=%S/Inputs/verify-partition-global.mlir shrink=always" | filecheck %s
// RUN: not llmsys-opt %s --verify-partition="reference=%S/Inputs/verify-partition-global.mlir shrink=always" 2>&1 \
// RUN:   | filecheck %s --check-prefix=WRONG
// RUN: not llmsys-opt %s --verify-partition="reference=%S/Inputs/verify-partition-global.mlir shrink=never" 2>&1 \
// RUN:   | filecheck %s --check-prefix=WHOLE

mesh.mesh @mesh(shape = 2x4)

// CHECK: all_reduce
// WRONG: error: 'func.func' op result 0 differs from the reference's, first at [0, 0, 0] on device (0, 0):
// WRONG: note: in a small instance, with argument 0: 1x320x6400 -> 1x3x12, argument 1: 1x6400x800 -> 1x12x3, result 0: 1x320x800 -> 1x3x3
// WHOLE: error: 'func.func' op result 0 differs from the reference's, first at [0, 0, 0] on device (0, 0):
// WHOLE-NOT: note:
func.func @main(%arg0: tensor<1x320x1600xf32> {mesh.sharding = #mesh.shard<@mesh, [[], [], [1]]>}, %arg1: tensor<1x1600x800xf32> {mesh.sharding = #mesh.shard<@mesh, [[], [1]]>}) -> (tensor<1x320x800xf32> {mesh.sharding = #mesh.shard<@mesh, [[]]>}) {
  %0 = tosa.matmul %arg0, %arg1 : (tensor<1x320x1600xf32>, tensor<1x1600x800xf32>) -> tensor<1x320x800xf32>
  return %0 : tensor<1x320x800xf32>
}
