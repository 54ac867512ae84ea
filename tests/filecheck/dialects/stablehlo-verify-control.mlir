// What is wrong with an op; jaxlib refuses each of them too.
// RUN: llmsys-opt --verify-diagnostics --split-input-file %s

func.func @f(%z: tensor<f32>, %m : tensor<2x3xf32>) {
  // expected-error@+1 {{dimensions must be distinct and in [0, 2), got [1, 1]}}
  %0 = "stablehlo.reduce"(%m, %z) ({
^bb0(%x: tensor<f32>, %w: tensor<f32>):
 %r = stablehlo.add %x, %w : tensor<f32>
 stablehlo.return %r : tensor<f32>}) {dimensions = array<i64: 1, 1>} : (tensor<2x3xf32>, tensor<f32>) -> tensor<f32>
  return
}

// -----

func.func @f(%z: tensor<f32>, %m : tensor<2x3xf32>) {
  // expected-error@+1 {{dimensions must be distinct and in [0, 2), got [2]}}
  %0 = "stablehlo.reduce"(%m, %z) ({
^bb0(%x: tensor<f32>, %w: tensor<f32>):
 %r = stablehlo.add %x, %w : tensor<f32>
 stablehlo.return %r : tensor<f32>}) {dimensions = array<i64: 2>} : (tensor<2x3xf32>, tensor<f32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%z: tensor<f32>, %m : tensor<2x3xf32>) {
  // expected-error@+1 {{shape of result 0 must be 2, got 3}}
  %0 = "stablehlo.reduce"(%m, %z) ({
^bb0(%x: tensor<f32>, %w: tensor<f32>):
 %r = stablehlo.add %x, %w : tensor<f32>
 stablehlo.return %r : tensor<f32>}) {dimensions = array<i64: 1>} : (tensor<2x3xf32>, tensor<f32>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%h: tensor<2x3xbf16>, %hz: tensor<bf16>) {
  // expected-error@+1 {{result 0 must have elements of type 'f32', got 'bf16}}
  %0 = "stablehlo.reduce"(%h, %hz) ({
^bb0(%x: tensor<f32>, %w: tensor<f32>):
 %r = stablehlo.add %x, %w : tensor<f32>
 stablehlo.return %r : tensor<f32>}) {dimensions = array<i64: 1>} : (tensor<2x3xbf16>, tensor<bf16>) -> tensor<2xbf16>
  return
}

// -----

func.func @f(%f: tensor<2xf32>, %m : tensor<2x3xf32>) {
  // expected-error@+1 {{init value must have rank 0, got 2}}
  %0 = "stablehlo.reduce"(%m, %f) ({
^bb0(%x: tensor<f32>, %w: tensor<f32>):
 %r = stablehlo.add %x, %w : tensor<f32>
 stablehlo.return %r : tensor<f32>}) {dimensions = array<i64: 1>} : (tensor<2x3xf32>, tensor<2xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%h: tensor<2x3xbf16>, %hz: tensor<bf16>) {
  // expected-error@+1 {{result 0 must have elements of type 'bf16', got 'f32}}
  %0 = stablehlo.reduce(%h init: %hz) applies stablehlo.add across dimensions = [1] : (tensor<2x3xbf16>, tensor<bf16>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%z: tensor<f32>, %m : tensor<2x3xf32>) {
  // expected-error@+1 {{expected a commutative elementwise op of two operands, got 'stablehlo.subtract}}
  %0 = stablehlo.reduce(%m init: %z) applies stablehlo.subtract across dimensions = [1] : (tensor<2x3xf32>, tensor<f32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%z: tensor<f32>, %m : tensor<2x3xf32>) {
  // expected-error@+1 {{expected a commutative elementwise op of two operands, got 'stablehlo.atan2}}
  %0 = stablehlo.reduce(%m init: %z) applies stablehlo.atan2 across dimensions = [1] : (tensor<2x3xf32>, tensor<f32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%z: tensor<f32>, %m : tensor<2x3xf32>) {
  // expected-error@+1 {{expected a commutative elementwise op of two operands, got 'stablehlo.tanh}}
  %0 = stablehlo.reduce(%m init: %z) applies stablehlo.tanh across dimensions = [1] : (tensor<2x3xf32>, tensor<f32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%z: tensor<f32>, %m : tensor<2x3xf32>) {
  // expected-error@+1 {{expected a commutative elementwise op of two operands, got 'arith.addf}}
  %0 = stablehlo.reduce(%m init: %z) applies arith.addf across dimensions = [1] : (tensor<2x3xf32>, tensor<f32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>, %i : tensor<i64>) {
  // expected-error@+1 {{results of the condition must have the types (tensor<i1>), got (tensor<i64>)}}
  %0:2 = "stablehlo.while"(%i, %m) ({
  ^bb0(%x: tensor<i64>, %w: tensor<2x3xf32>):
    stablehlo.return %x : tensor<i64>
  }, {
  ^bb0(%x: tensor<i64>, %w: tensor<2x3xf32>):
    stablehlo.return %x, %w : tensor<i64>, tensor<2x3xf32>
  }) : (tensor<i64>, tensor<2x3xf32>) -> (tensor<i64>, tensor<2x3xf32>)
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>, %i : tensor<i64>, %p: tensor<i1>) {
  // expected-error@+1 {{results of the body must have the types (tensor<i64>, tensor<2x3xf32>), got (tensor<i64>)}}
  %0:2 = "stablehlo.while"(%i, %m) ({
  ^bb0(%x: tensor<i64>, %w: tensor<2x3xf32>):
    stablehlo.return %p : tensor<i1>
  }, {
  ^bb0(%x: tensor<i64>, %w: tensor<2x3xf32>):
    stablehlo.return %x : tensor<i64>
  }) : (tensor<i64>, tensor<2x3xf32>) -> (tensor<i64>, tensor<2x3xf32>)
  return
}

// -----

func.func @f(%z: tensor<f32>, %j: tensor<i32>, %p: tensor<i1>) {
  // expected-error@+1 {{results of the false branch must have the types (tensor<f32>), got (tensor<i32>)}}
  %0 = "stablehlo.if"(%p) ({ stablehlo.return %z : tensor<f32> }, { stablehlo.return %j : tensor<i32> }) : (tensor<i1>) -> tensor<f32>
  return
}

// -----

func.func @f(%z: tensor<f32>, %j: tensor<i32>) {
  // expected-error@+1 {{operand 'pred' at position 0 does not verify:}}
  %0 = "stablehlo.if"(%j) ({ stablehlo.return %z : tensor<f32> }, { stablehlo.return %z : tensor<f32> }) : (tensor<i32>) -> tensor<f32>
  return
}

// -----

func.func @f(%z: tensor<f32>, %p: tensor<i1>) {
  // expected-error@+1 {{arguments of the true branch must have the types (), got (tensor<f32>)}}
  %0 = "stablehlo.if"(%p) ({
^bb0(%x : tensor<f32>):
 stablehlo.return %z : tensor<f32> }, { stablehlo.return %z : tensor<f32> }) : (tensor<i1>) -> tensor<f32>
  return
}

// -----

func.func @f(%j: tensor<i32>) {
  // expected-error@+1 {{case needs at least one branch}}
  %0 = "stablehlo.case"(%j) : (tensor<i32>) -> tensor<f32>
  return
}

// -----

func.func @f(%z: tensor<f32>, %i : tensor<i64>) {
  // expected-error@+1 {{operand 'index' at position 0 does not verify:}}
  %0 = "stablehlo.case"(%i) ({ stablehlo.return %z : tensor<f32> }) : (tensor<i64>) -> tensor<f32>
  return
}

// -----

func.func @f(%z: tensor<f32>, %j: tensor<i32>, %p: tensor<i1>) {
  // expected-error@+1 {{results of the branch 1 must have the types (tensor<f32>), got (tensor<i1>)}}
  %0 = "stablehlo.case"(%j) ({ stablehlo.return %z : tensor<f32> }, { stablehlo.return %p : tensor<i1> }) : (tensor<i32>) -> tensor<f32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>, %p: tensor<i1>) {
  // expected-error@+1 {{dimension must be in [-2, 2), got 2}}
  %0 = "stablehlo.sort"(%m) ({
^bb0(%x : tensor<f32>, %w: tensor<f32>):
 stablehlo.return %p : tensor<i1> }) {dimension = 2} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>, %p: tensor<i1>) {
  // expected-error@+1 {{arguments of the comparator must have the types (tensor<f32>, tensor<f32>), got (tensor<f32>, tensor<i1>)}}
  %0 = "stablehlo.sort"(%m) ({
^bb0(%x : tensor<f32>, %w: tensor<i1>):
 stablehlo.return %p : tensor<i1> }) : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%z: tensor<f32>, %m : tensor<2x3xf32>) {
  // expected-error@+1 {{results of the comparator must have the types (tensor<i1>), got (tensor<f32>)}}
  %0 = "stablehlo.sort"(%m) ({
^bb0(%x : tensor<f32>, %w: tensor<f32>):
 stablehlo.return %z : tensor<f32> }) : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%f: tensor<2xf32>, %m : tensor<2x3xf32>, %p: tensor<i1>) {
  // expected-error@+1 {{inputs must have the same shape, got 2x3 != 2}}
  %0:2 = "stablehlo.sort"(%m, %f) ({
^bb0(%x : tensor<f32>, %w: tensor<f32>, %xx : tensor<f32>, %ww: tensor<f32>):
 stablehlo.return %p : tensor<i1> }) : (tensor<2x3xf32>, tensor<2xf32>) -> (tensor<2x3xf32>, tensor<2xf32>)
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>, %p: tensor<i1>) {
  // expected-error@+1 {{dimensions must be [0, 1], got [1]}}
  %0 = "stablehlo.map"(%m) ({
^bb0(%x : tensor<f32>):
 stablehlo.return %p : tensor<i1> }) {dimensions = array<i64: 1>} : (tensor<2x3xf32>) -> tensor<2x3xi1>
  return
}

// -----

func.func @f(%m : tensor<2x3xf32>, %p: tensor<i1>) {
  // expected-error@+1 {{dimensions must be [0, 1], got [1, 0]}}
  %0 = "stablehlo.map"(%m) ({
^bb0(%x : tensor<f32>):
 stablehlo.return %p : tensor<i1> }) {dimensions = array<i64: 1, 0>} : (tensor<2x3xf32>) -> tensor<2x3xi1>
  return
}

// -----

func.func @f(%z: tensor<f32>, %m : tensor<2x3xf32>) {
  // expected-error@+1 {{window sizes must be positive, got [2, 0]}}
  %0 = "stablehlo.reduce_window"(%m, %z) ({
^bb0(%x: tensor<f32>, %w: tensor<f32>):
 %r = stablehlo.add %x, %w : tensor<f32>
 stablehlo.return %r : tensor<f32>}) {window_dimensions = array<i64: 2, 0>} : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%z: tensor<f32>, %m : tensor<2x3xf32>) {
  // expected-error@+1 {{shape of result 0 must be 1x2, got 2x3}}
  %0 = "stablehlo.reduce_window"(%m, %z) ({
^bb0(%x: tensor<f32>, %w: tensor<f32>):
 %r = stablehlo.add %x, %w : tensor<f32>
 stablehlo.return %r : tensor<f32>}) {window_dimensions = array<i64: 2, 2>} : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%z: tensor<f32>, %m : tensor<2x3xf32>) {
  // expected-error@+1 {{window_dimensions must have 2 element(s), got 1}}
  %0 = "stablehlo.reduce_window"(%m, %z) ({
^bb0(%x: tensor<f32>, %w: tensor<f32>):
 %r = stablehlo.add %x, %w : tensor<f32>
 stablehlo.return %r : tensor<f32>}) {window_dimensions = array<i64: 2>} : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%z: tensor<f32>, %m : tensor<2x3xf32>) {
  // expected-error@+1 {{padding must have shape 2x2, got 4}}
  %0 = "stablehlo.reduce_window"(%m, %z) ({
^bb0(%x: tensor<f32>, %w: tensor<f32>):
 %r = stablehlo.add %x, %w : tensor<f32>
 stablehlo.return %r : tensor<f32>}) {window_dimensions = array<i64: 1, 1>, padding = dense<0> : tensor<4xi64>} : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%z: tensor<f32>, %m : tensor<2x3xf32>) {
  // expected-error@+1 {{padding must have elements of type 'i64', got 'f32}}
  %0 = "stablehlo.reduce_window"(%m, %z) ({
^bb0(%x: tensor<f32>, %w: tensor<f32>):
 %r = stablehlo.add %x, %w : tensor<f32>
 stablehlo.return %r : tensor<f32>}) {window_dimensions = array<i64: 1, 1>, padding = dense<0.0> : tensor<2x2xf32>} : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%z: tensor<f32>, %m : tensor<2x3xf32>, %p: tensor<i1>) {
  // expected-error@+1 {{window_dimensions must have 2 element(s), got 0}}
  %8 = "stablehlo.select_and_scatter"(%m, %m, %z) ({
  ^bb0(%x: tensor<f32>, %w: tensor<f32>):
    stablehlo.return %p : tensor<i1>
  }, {
  ^bb0(%x: tensor<f32>, %w: tensor<f32>):
    stablehlo.return %x : tensor<f32>
  }) : (tensor<2x3xf32>, tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%z: tensor<f32>, %m : tensor<2x3xf32>, %p: tensor<i1>) {
  // expected-error@+1 {{source shape must be 1x2, got 2x3}}
  %8 = "stablehlo.select_and_scatter"(%m, %m, %z) ({
  ^bb0(%x: tensor<f32>, %w: tensor<f32>):
    stablehlo.return %p : tensor<i1>
  }, {
  ^bb0(%x: tensor<f32>, %w: tensor<f32>):
    stablehlo.return %x : tensor<f32>
  }) {window_dimensions = array<i64: 2, 2>}: (tensor<2x3xf32>, tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
  return
}
