// A part that fails does not stop the others; lines are those of the whole file.
// RUN: not llmsys-opt --split-input-file %s 2> %t.err | filecheck %s
// RUN: filecheck %s --check-prefix=ERR < %t.err
// RUN: not llmsys-opt %s | filecheck %s --check-prefix=NOTHING --allow-empty

// NOTHING-NOT: module
// CHECK: func.func @first
func.func @first() {
  return
}

// -----

// CHECK: // -----
// CHECK-NOT: @second
// ERR: split_input.mlir:18:3: error: custom op 'retrun' is unknown (tried 'func.retrun' as well); did you mean 'func.return'?
func.func @second() {
  retrun
}

// -----

// CHECK: // -----
// CHECK: func.func @third
func.func @third() {
  return
}
