// What cannot be said in the shard dialect.
// RUN: llmsys-opt --convert-mesh-to-shard --verify-diagnostics --split-input-file %s

mesh.mesh @m(shape = 2x4)

func.func @f(%arg0: tensor<8xf32>) -> tensor<8xf32> {
  %0 = math.exp %arg0 : tensor<8xf32>
  // expected-error@+1 {{'mesh.shard' op a returned value is partial along mesh axes [1], which the shard dialect cannot say; annotate it without 'partial' before it is returned}}
  %1 = mesh.shard %0 to <@m, [[0]], partial = sum[1]> : tensor<8xf32>
  return %1 : tensor<8xf32>
}

// -----

mesh.mesh @m(shape = 2x4)

func.func @f(%arg0: tensor<8xf32>) -> tensor<8xf32> {
  // expected-error@+1 {{'mesh.shard' op an argument is partial along mesh axes [1], which the shard dialect cannot say; drop 'partial'}}
  %0 = mesh.shard %arg0 to <@m, [[0]], partial = sum[1]> : tensor<8xf32>
  %1 = math.exp %0 : tensor<8xf32>
  return %1 : tensor<8xf32>
}

// -----

mesh.mesh @m(shape = 2x4)

// expected-error@+1 {{'func.func' op result 0 is partial along mesh axes [0], which the shard dialect cannot say; reduce it with a mesh.all_reduce on the inside of the function and drop 'partial' from its mesh.sharding}}
func.func @f(%arg0: tensor<8xf32>) -> (tensor<8xf32> {mesh.sharding = #mesh.shard<@m, [[]], partial = sum[0]>}) {
  return %arg0 : tensor<8xf32>
}

// -----

mesh.mesh @m(shape = 2x4)

// expected-error@+1 {{'func.func' op argument 0 is partial along mesh axes [0], which the shard dialect cannot say}}
func.func @f(%arg0: tensor<8xf32> {mesh.sharding = {mesh = @m, split_axes = #mesh<axisarray[[]]>, partial_axes = array<i16: 0>, partial_type = #mesh<partial sum>}}) {
  return
}

// -----

mesh.mesh @m(shape = 2x4)

func.func @f(%arg0: tensor<8xf32> {mesh.sharding = #mesh.shard<@m, [[]]>}) {
  // expected-error@+1 {{'mesh.shard' op a partial value of kind 'generic' cannot be reduced: say how, such as partial = sum}}
  %0 = mesh.shard %arg0 to <@m, [[]], partial = generic[0]> : tensor<8xf32>
  return
}

// -----

mesh.mesh @m(shape = 2x4)

// expected-error@+1 {{names 'mesh.shard', which has no counterpart in the other dialect}}
func.func @f() attributes {llmsys.note = #mesh.shard<@m, [[]]>} {
  return
}
