// What upstream lets pass, reads out of bounds for, or crashes on, is an error here; and odd properties are no crash.
// RUN: llmsys-opt --verify-diagnostics --split-input-file %s

// expected-error@+1 {{expected every mesh axis to have at least one device, got a size of 0}}
mesh.mesh @m(shape = 4x0)

// -----

// expected-error@+1 {{expected every mesh axis to have at least one device, got a size of 0}}
mesh.mesh @m(shape = 0)

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based mesh axis index 7 is out of bounds. The referenced mesh "grid" is of rank 3.}}
  %0 = mesh.shard %arg0 to <@grid, [[7]]> : tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{0-based mesh axis index 3 is out of bounds. The referenced mesh "grid" is of rank 3.}}
  %0 = mesh.shard %arg0 to <@grid, [[0]], partial = max[3]> : tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{'mesh.shard' op expected at most 2 lists of mesh axes, one per dim of tensor<6x8xf32>, got 3}}
  %0 = mesh.shard %arg0 to <@grid, [[0], [1], [2]]> : tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<f32>) {
  // expected-error@+1 {{'mesh.shard' op expected at most 0 lists of mesh axes, one per dim of tensor<f32>, got 1}}
  %0 = mesh.shard %arg0 to <@grid, [[0]]> : tensor<f32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Undefined required mesh symbol "nowhere".}}
  %0 = mesh.shard %arg0 to <@nowhere, [[0]]> : tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Undefined required mesh symbol "f".}}
  %0 = mesh.shard %arg0 to <@f, [[0]]> : tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<*xf32>) {
  // expected-error@+1 {{'mesh.shard' op operand #0 must be ranked tensor of any type values, but got 'tensor<*xf32>'}}
  %0 = mesh.shard %arg0 to <@grid, [[0]]> : tensor<*xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: f32) {
  // expected-error@+1 {{'mesh.shard' op operand #0 must be ranked tensor of any type values, but got 'f32'}}
  %0 = mesh.shard %arg0 to <@grid, [[0]]> : f32
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: memref<6xf32>) {
  // expected-error@+1 {{'mesh.shard' op operand #0 must be ranked tensor of any type values, but got 'memref<6xf32>'}}
  %0 = mesh.shard %arg0 to <@grid, [[0]]> : memref<6xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{expected at least one partial axis}}
  %0 = mesh.shard %arg0 to <@grid, [[0]], partial = sum[]> : tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{expected reduction kind to be one of: sum, max, min, product, average, bitwise_and, bitwise_or, bitwise_xor, generic; got 'mean'}}
  %0 = mesh.shard %arg0 to <@grid, [[0]], partial = mean[1]> : tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{']' expected}}
  %0 = mesh.shard %arg0 to <@grid, [[1e30]]> : tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{'[' expected}}
  %0 = mesh.shard %arg0 to <@grid, []> : tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Gather axis 2 is out of bounds [0, 2).}}
  %0 = mesh.all_gather %arg0 on @grid mesh_axes = [0] gather_axis = 2 : tensor<6x8xf32> -> tensor<18x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Gather axis -1 is out of bounds [0, 2).}}
  %0 = mesh.all_gather %arg0 on @grid mesh_axes = [0] gather_axis = -1 : tensor<6x8xf32> -> tensor<18x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Gather axis 100000000000000000000 is out of bounds [0, 2).}}
  %0 = mesh.all_gather %arg0 on @grid mesh_axes = [0] gather_axis = 100000000000000000000 : tensor<6x8xf32> -> tensor<18x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Slice axis 2 is out of bounds [0, 2).}}
  %0 = mesh.all_slice %arg0 on @grid mesh_axes = [0] slice_axis = 2 : tensor<6x8xf32> -> tensor<2x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Slice axis -1 is out of bounds [0, 2).}}
  %0 = mesh.all_slice %arg0 on @grid mesh_axes = [0] slice_axis = -1 : tensor<6x8xf32> -> tensor<2x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Slice axis 100000000000000000000 is out of bounds [0, 2).}}
  %0 = mesh.all_slice %arg0 on @grid mesh_axes = [0] slice_axis = 100000000000000000000 : tensor<6x8xf32> -> tensor<2x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Scatter axis 2 is out of bounds [0, 2).}}
  %0 = mesh.reduce_scatter %arg0 on @grid mesh_axes = [0] scatter_axis = 2 : tensor<6x8xf32> -> tensor<2x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Scatter axis -1 is out of bounds [0, 2).}}
  %0 = mesh.reduce_scatter %arg0 on @grid mesh_axes = [0] scatter_axis = -1 : tensor<6x8xf32> -> tensor<2x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Scatter axis 100000000000000000000 is out of bounds [0, 2).}}
  %0 = mesh.reduce_scatter %arg0 on @grid mesh_axes = [0] scatter_axis = 100000000000000000000 : tensor<6x8xf32> -> tensor<2x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Split axis 2 is out of bounds [0, 2).}}
  %0 = mesh.all_to_all %arg0 on @grid mesh_axes = [0] split_axis = 2 concat_axis = 1 : tensor<6x8xf32> -> tensor<2x24xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Split axis -1 is out of bounds [0, 2).}}
  %0 = mesh.all_to_all %arg0 on @grid mesh_axes = [0] split_axis = -1 concat_axis = 1 : tensor<6x8xf32> -> tensor<2x24xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Split axis 100000000000000000000 is out of bounds [0, 2).}}
  %0 = mesh.all_to_all %arg0 on @grid mesh_axes = [0] split_axis = 100000000000000000000 concat_axis = 1 : tensor<6x8xf32> -> tensor<2x24xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<*xf32>) {
  // expected-error@+1 {{operand #0 must be ranked tensor of any type values, but got 'tensor<*xf32>'}}
  %0 = mesh.all_reduce %arg0 on @grid mesh_axes = [0] : tensor<*xf32> -> tensor<*xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: index) {
  // expected-error@+1 {{operand #0 must be ranked tensor of any type values, but got 'index'}}
  %0 = mesh.all_reduce %arg0 on @grid mesh_axes = [0] : index -> index
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Concat axis 7 is out of bounds [0, 2).}}
  %0 = mesh.all_to_all %arg0 on @grid mesh_axes = [0] split_axis = 0 concat_axis = 7 : tensor<6x8xf32> -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Operand dimension size 8 is not divisible by collective device group size 3 for tensor axis 1.}}
  %0 = mesh.all_to_all %arg0 on @grid mesh_axes = [0] split_axis = 1 concat_axis = 0 : tensor<6x8xf32> -> tensor<18x?xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Out of bounds coordinate 0 for in-group device "destination". Got -1, but expected value in the range [0, 2].}}
  %0 = mesh.send %arg0 on @grid mesh_axes = [0] destination = [-1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{expected 1 dynamic coordinates of device "destination", got 0}}
  %0 = "mesh.send"(%arg0) <{mesh = @grid, mesh_axes = array<i16: 0>, destination = array<i64: -9223372036854775808>}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>, %arg1: index) {
  // expected-error@+1 {{expected 0 dynamic coordinates of device "destination", got 1}}
  %0 = "mesh.send"(%arg0, %arg1) <{mesh = @grid, mesh_axes = array<i16: 0>, destination = array<i64: 1>}> : (tensor<6x8xf32>, index) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{index}}
  %0 = mesh.send %arg0 on @grid mesh_axes = [0] destination = [%arg0] : (tensor<6x8xf32>, tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Out of bounds coordinate 0 for in-group device "source". Got -1, but expected value in the range [0, 2].}}
  %0 = mesh.recv %arg0 on @grid mesh_axes = [0] source = [-1] : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{expected 1 dynamic coordinates of device "source", got 0}}
  %0 = "mesh.recv"(%arg0) <{mesh = @grid, mesh_axes = array<i16: 0>, source = array<i64: -9223372036854775808>}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>, %arg1: index) {
  // expected-error@+1 {{expected 0 dynamic coordinates of device "source", got 1}}
  %0 = "mesh.recv"(%arg0, %arg1) <{mesh = @grid, mesh_axes = array<i16: 0>, source = array<i64: 1>}> : (tensor<6x8xf32>, index) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{index}}
  %0 = mesh.recv %arg0 on @grid mesh_axes = [0] source = [%arg0] : (tensor<6x8xf32>, tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{property 'mesh' expected}}
  %0 = "mesh.all_reduce"(%arg0) <{}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{property 'gather_axis' expected}}
  %0 = "mesh.all_gather"(%arg0) <{mesh = @grid}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{property 'destination' expected}}
  %0 = "mesh.send"(%arg0) <{mesh = @grid}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{'mesh.shard' op expected a sharding either as an attribute or as an operand}}
  %0 = "mesh.shard"(%arg0) <{}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{should be of base attribute mesh.shard}}
  %0 = "mesh.shard"(%arg0) <{shard = [[0]]}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{should be of base attribute mesh.partial}}
  %0 = "mesh.all_reduce"(%arg0) <{mesh = @grid, reduction = 1}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{should be of base attribute array}}
  %0 = "mesh.all_reduce"(%arg0) <{mesh = @grid, mesh_axes = [0]}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Expected attribute i16 but got i32}}
  %0 = "mesh.all_reduce"(%arg0) <{mesh = @grid, mesh_axes = array<i32: 0>}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{is out of range for type i16}}
  %0 = "mesh.all_reduce"(%arg0) <{mesh = @grid, mesh_axes = array<i16: 70000>}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{should be of base attribute index}}
  %0 = "mesh.all_gather"(%arg0) <{mesh = @grid, gather_axis = 0 : i64}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Expected SymbolRefAttr with no nested symbols}}
  %0 = "mesh.all_reduce"(%arg0) <{mesh = @grid::@axis}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{should be of base attribute symbol_ref}}
  %0 = "mesh.all_reduce"(%arg0) <{mesh = "grid"}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{property 'nonsense' is not defined}}
  %0 = "mesh.all_reduce"(%arg0) <{mesh = @grid, nonsense = 1}> : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Expected 1 operand, but got 0}}
  %0 = "mesh.all_reduce"() <{mesh = @grid}> : () -> tensor<f32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Expected 1 result, but got 0}}
  "mesh.all_reduce"(%arg0) <{mesh = @grid}> : (tensor<6x8xf32>) -> ()
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{Expected 0 regions, but got 1}}
  %0 = "mesh.all_reduce"(%arg0) <{mesh = @grid}> ({^bb0: }) : (tensor<6x8xf32>) -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{integer value too large}}
  %0 = mesh.shard %arg0 to <@grid, [[32768]]> : tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+2 {{custom op 'mesh.shard' invalid kind of attribute specified}}
  // expected-error@+1 {{custom op 'mesh.shard' failed to parse MeshSharding parameter 'mesh' which is to be a `::mlir::FlatSymbolRefAttr`}}
  %0 = mesh.shard %arg0 to <"grid", [[0]]> : tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+2 {{custom op 'mesh.shard' invalid kind of attribute specified}}
  // expected-error@+1 {{custom op 'mesh.shard' failed to parse MeshSharding parameter 'mesh' which is to be a `::mlir::FlatSymbolRefAttr`}}
  %0 = mesh.shard %arg0 to <@grid::@axis, [[0]]> : tensor<6x8xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<*xf32>) {
  // expected-error@+1 {{operand #0 must be non-0-ranked.tensor of any type values, but got 'tensor<*xf32>'}}
  %0 = mesh.reduce_scatter %arg0 on @grid mesh_axes = [0] scatter_axis = 0 : tensor<*xf32> -> tensor<*xf32>
  return
}

// -----

mesh.mesh @grid(shape = 3x2x?)

func.func @f(%arg0: tensor<6x8xf32>) {
  // expected-error@+1 {{to be one of: sum, max, min, product, average, bitwise_and, bitwise_or, bitwise_xor, generic}}
  %0 = mesh.all_reduce %arg0 on @grid mesh_axes = [0] reduction = <mean> : tensor<6x8xf32> -> tensor<6x8xf32>
  return
}

// -----

mesh.mesh @m(shape = 2x4)

func.func @f(%arg0: tensor<12x8xf32>) -> tensor<12x8xf32> {
  %s = mesh.sharding @m split_axes = [[0], [1]] sharded_dims_offsets = [0, 5, 11, 0, 2, 4, 6, 8] : !mesh.sharding
  // expected-error@+1 {{expected the last of the sharded dims offsets of dim 0 to be 12, got 11}}
  %0 = mesh.shard %arg0 to %s : tensor<12x8xf32>
  return %0 : tensor<12x8xf32>
}

// -----

mesh.mesh @m(shape = 2x4)

func.func @f(%arg0: tensor<?x8xf32>) -> tensor<12x8xf32> {
  // expected-error@+1 {{Dimension size mismatch for result axis 0. Expected dynamic, but got 12.}}
  %0 = mesh.all_reduce %arg0 on @m mesh_axes = [1] : tensor<?x8xf32> -> tensor<12x8xf32>
  return %0 : tensor<12x8xf32>
}
