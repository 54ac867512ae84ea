// What is wrong with an op; jaxlib refuses each of them too.
// RUN: llmsys-opt --verify-diagnostics --split-input-file %s

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{all_gather_dim must be in [0, 2), got 2}}
  %0 = "stablehlo.all_gather"(%m) {all_gather_dim = 2 : i64, replica_groups = dense<[[0, 1], [2, 3]]> : tensor<2x2xi64>} : (tensor<2x4xf32>) -> tensor<4x4xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{gathered dim must be a multiple of 2, got 5}}
  %0 = "stablehlo.all_gather"(%m) {all_gather_dim = 0 : i64, replica_groups = dense<[[0, 1], [2, 3]]> : tensor<2x2xi64>} : (tensor<2x4xf32>) -> tensor<5x4xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{result shape must be ?x4, got 4x8}}
  %0 = "stablehlo.all_gather"(%m) {all_gather_dim = 0 : i64, replica_groups = dense<[[0, 1], [2, 3]]> : tensor<2x2xi64>} : (tensor<2x4xf32>) -> tensor<4x8xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{replica_groups must name each device once, got [0, 0]}}
  %0 = "stablehlo.all_gather"(%m) {all_gather_dim = 0 : i64, replica_groups = dense<[[0, 0]]> : tensor<1x2xi64>} : (tensor<2x4xf32>) -> tensor<4x4xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{replica_groups must name all devices in [0, 2), got [0, 2]}}
  %0 = "stablehlo.all_gather"(%m) {all_gather_dim = 0 : i64, replica_groups = dense<[[0, 2]]> : tensor<1x2xi64>} : (tensor<2x4xf32>) -> tensor<4x4xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{replica_groups must all have the same size, got a group filled with -1}}
  %0 = "stablehlo.all_gather"(%m) {all_gather_dim = 0 : i64, replica_groups = dense<[[0, 1, 2], [3, 4, -1]]> : tensor<2x3xi64>} : (tensor<2x4xf32>) -> tensor<6x4xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{replica_groups must have rank 2, got 'tensor<2xi64>}}
  %0 = "stablehlo.all_gather"(%m) {all_gather_dim = 0 : i64, replica_groups = dense<[0, 1]> : tensor<2xi64>} : (tensor<2x4xf32>) -> tensor<4x4xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{replica_groups must be of type i64, got 'i32}}
  %0 = "stablehlo.all_gather"(%m) {all_gather_dim = 0 : i64, replica_groups = dense<[[0, 1]]> : tensor<1x2xi32>} : (tensor<2x4xf32>) -> tensor<4x4xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{Unexpected attribute 3 : i64}}
  %0 = "stablehlo.all_gather"(%m) {all_gather_dim = 0 : i64, replica_groups = 3} : (tensor<2x4xf32>) -> tensor<4x4xf32>
  return
}

// -----

func.func @f() {
  // expected-error@+1 {{operands and results must have the same length, got 0 != 1}}
  %0 = "stablehlo.all_gather"() {all_gather_dim = 0 : i64, replica_groups = dense<[[0, 1], [2, 3]]> : tensor<2x2xi64>} : () -> tensor<4x4xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{channel must be positive where use_global_device_ids is given, got 0}}
  %0 = "stablehlo.all_reduce"(%m) ({
^bb0(%x: tensor<f32>, %w: tensor<f32>):
 %r1 = stablehlo.add %x, %w : tensor<f32>
 stablehlo.return %r1 : tensor<f32>}) {replica_groups = dense<[[0, 1], [2, 3]]> : tensor<2x2xi64>, use_global_device_ids} : (tensor<2x4xf32>) -> tensor<2x4xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{result shape must be 2x4, got 2x5}}
  %0 = "stablehlo.all_reduce"(%m) ({
^bb0(%x: tensor<f32>, %w: tensor<f32>):
 %r1 = stablehlo.add %x, %w : tensor<f32>
 stablehlo.return %r1 : tensor<f32>}) {replica_groups = dense<[[0, 1], [2, 3]]> : tensor<2x2xi64>} : (tensor<2x4xf32>) -> tensor<2x5xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{scatter_dimension must be in [0, 2), got 2}}
  %0 = "stablehlo.reduce_scatter"(%m) ({
^bb0(%x: tensor<f32>, %w: tensor<f32>):
 %r1 = stablehlo.add %x, %w : tensor<f32>
 stablehlo.return %r1 : tensor<f32>}) {replica_groups = dense<[[0, 1], [2, 3]]> : tensor<2x2xi64>, scatter_dimension = 2 : i64} : (tensor<2x4xf32>) -> tensor<2x2xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{result shape must be 2x?, got 1x2}}
  %0 = "stablehlo.reduce_scatter"(%m) ({
^bb0(%x: tensor<f32>, %w: tensor<f32>):
 %r1 = stablehlo.add %x, %w : tensor<f32>
 stablehlo.return %r1 : tensor<f32>}) {replica_groups = dense<[[0, 1], [2, 3]]> : tensor<2x2xi64>, scatter_dimension = 1 : i64} : (tensor<2x4xf32>) -> tensor<1x2xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{split_count must be the size 2 of a group, got 4}}
  %0 = "stablehlo.all_to_all"(%m) {split_dimension = 1, concat_dimension = 0, split_count = 4, replica_groups = dense<[[0, 1], [2, 3]]> : tensor<2x2xi64>} : (tensor<2x4xf32>) -> tensor<8x1xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{split_count must be the size 2 of a group, got 3}}
  %0 = "stablehlo.all_to_all"(%m) {split_dimension = 1, concat_dimension = 0, split_count = 3, replica_groups = dense<[[0, 1], [2, 3]]> : tensor<2x2xi64>} : (tensor<2x4xf32>) -> tensor<4x2xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{split_dimension must be in [0, 2), got 2}}
  %0 = "stablehlo.all_to_all"(%m) {split_dimension = 2, concat_dimension = 0, split_count = 2, replica_groups = dense<[[0, 1], [2, 3]]> : tensor<2x2xi64>} : (tensor<2x4xf32>) -> tensor<4x2xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{result shape must be 4x2, got 2x4}}
  %0 = "stablehlo.all_to_all"(%m) {split_dimension = 1, concat_dimension = 0, split_count = 2, replica_groups = dense<[[0, 1], [2, 3]]> : tensor<2x2xi64>} : (tensor<2x4xf32>) -> tensor<2x4xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{sources of source_target_pairs must be distinct and not negative, got [0, 0]}}
  %0 = "stablehlo.collective_permute"(%m) {source_target_pairs = dense<[[0, 1], [0, 2]]> : tensor<2x2xi64>} : (tensor<2x4xf32>) -> tensor<2x4xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{targets of source_target_pairs must be distinct and not negative, got [1, 1]}}
  %0 = "stablehlo.collective_permute"(%m) {source_target_pairs = dense<[[0, 1], [2, 1]]> : tensor<2x2xi64>} : (tensor<2x4xf32>) -> tensor<2x4xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{targets of source_target_pairs must be distinct and not negative, got [-1]}}
  %0 = "stablehlo.collective_permute"(%m) {source_target_pairs = dense<[[0, -1]]> : tensor<1x2xi64>} : (tensor<2x4xf32>) -> tensor<2x4xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{source_target_pairs must have shape 1x2, got 1x3}}
  %0 = "stablehlo.collective_permute"(%m) {source_target_pairs = dense<[[0, 1, 2]]> : tensor<1x3xi64>} : (tensor<2x4xf32>) -> tensor<2x4xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{replica_groups must name each device once, got [0, 1, 2, 2]}}
  %0 = "stablehlo.collective_broadcast"(%m) {replica_groups = dense<[[0, 1], [2, 2]]> : tensor<2x2xi64>} : (tensor<2x4xf32>) -> tensor<2x4xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{result shape must be 2x4, got 2x5}}
  %0 = "stablehlo.collective_broadcast"(%m) {replica_groups = dense<[[0, 1], [2, 3]]> : tensor<2x2xi64>} : (tensor<2x4xf32>) -> tensor<2x5xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{result shape must be 2x4, got 2x5}}
  %0 = "stablehlo.cross-replica-sum"(%m) {replica_groups = dense<[[0, 1], [2, 3]]> : tensor<2x2xi64>} : (tensor<2x4xf32>) -> tensor<2x5xf32>
  return
}

// -----

func.func @f(%m: tensor<2x4xf32>) {
  // expected-error@+1 {{body must hold one op and a return, got 1 op(s)}}
  %0 = "stablehlo.async_start"(%m) ({
    ^bb0(%y : tensor<2x4xf32>):
    stablehlo.return %y : tensor<2x4xf32>
  }) : (tensor<2x4xf32>) -> !stablehlo.future<tensor<2x4xf32>>
  return
}
