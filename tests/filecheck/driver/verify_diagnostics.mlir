// RUN: llmsys-opt --verify-diagnostics --split-input-file %s
// RUN: not llmsys-opt --split-input-file %s

func.func @above(%a: tensor<4xf32>) -> tensor<5xf32> {
  %0 = tensor.cast %a : tensor<4xf32> to tensor<5xf32>
  // expected-error @above {{'tensor.cast' op}}
  return %0 : tensor<5xf32>
}

// -----

func.func @below() {
  // expected-error-re @below {{custom op '{{re[a-z]+}}' is unknown}}
  retrun
}

// -----

// expected-error @+3 {{operand #0 does not dominate this use}}
// expected-note @+3 {{operand defined here}}
func.func @dominance(%a: f32) {
  %0 = arith.negf %1 : f32
  %1 = arith.negf %a : f32
  return
}

// -----

func.func @same_line() {
  "no.such"() : () -> () // expected-error {{dialect 'no' not found}}
  return
}
