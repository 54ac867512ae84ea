// Annotations of Shardy that have no meaning here, or do not fit.
// RUN: llmsys-opt --convert-sdy-to-mesh --verify-diagnostics --split-input-file %s
// RUN: llmsys-opt --auto-shard --verify-diagnostics --split-input-file %s

sdy.mesh @mesh = <["x"=8]>
func.func @f(%x: tensor<8xf32>) -> tensor<8xf32> {
  // expected-error@+1 {{'sdy.sharding_constraint' op is sharded over a part of an axis, "x":(1)2, which is not planned; give the mesh an axis for each part}}
  %0 = sdy.sharding_constraint %x <@mesh, [{"x":(1)2}]> : tensor<8xf32>
  return %0 : tensor<8xf32>
}

// -----

sdy.mesh @third = <[], device_ids=[3]>
// expected-error@+1 {{'func.func' op argument 0 is on device 3 alone, which is not planned; shard it over a mesh with axes, or leave its sharding out}}
func.func @f(%x: tensor<8xf32> {sdy.sharding = #sdy.sharding<@third, []>}) -> tensor<8xf32> {
  return %x : tensor<8xf32>
}

// -----

sdy.mesh @mesh = <["x"=8]>
func.func @f(%x: tensor<8xf32>) -> tensor<8xf32> {
  // expected-error@+1 {{'sdy.manual_computation' op is partitioned already: its region is what each device runs; plan the function that it is made of (in JAX, without shard_map)}}
  %0 = sdy.manual_computation(%x) in_shardings=[<@mesh, [{"x"}]>] out_shardings=[<@mesh, [{"x"}]>] manual_axes={"x"} (%a: tensor<1xf32>) {
    sdy.return %a : tensor<1xf32>
  } : (tensor<8xf32>) -> tensor<8xf32>
  return %0 : tensor<8xf32>
}

// -----

func.func @f(%x: tensor<8xf32>) -> tensor<8xf32> {
  // expected-error@+1 {{'sdy.sharding_group' op asks for one sharding for all values of group 7, which is not planned; give each of them the same sdy.sharding_constraint}}
  sdy.sharding_group %x group_id=7 : tensor<8xf32>
  return %x : tensor<8xf32>
}

// -----

mesh.mesh @grid(shape = 4x2)
// expected-error@+1 {{'sdy.mesh' op expected the shape of a mesh that other annotations are on, @grid (4x2), got 2x4; put all annotations on one mesh}}
sdy.mesh @mesh = <["x"=2, "y"=4]>

// -----

sdy.mesh @mesh = <["x"=8]>
// expected-error@+1 {{'func.func' op result 0 sharding must have as many dims as the tensor, got 2 != 1}}
func.func @f(%x: tensor<8xf32>) -> (tensor<8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"x"}, {}]>}) {
  return %x : tensor<8xf32>
}

// -----

sdy.mesh @mesh = <["x"=8]>
// expected-error@+1 {{'func.func' op argument 1 axes must be those of the mesh (x), got 'y'}}
func.func @f(%x: tensor<8xf32>, %y: tensor<8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"y"}]>}) -> tensor<8xf32> {
  return %x : tensor<8xf32>
}

// -----

// expected-error@+1 {{'func.func' op argument 0 sharding must be on a mesh that is defined, got '@nowhere'}}
func.func @f(%x: tensor<8xf32> {sdy.sharding = #sdy.sharding<@nowhere, [{"y"}]>}) -> tensor<8xf32> {
  return %x : tensor<8xf32>
}

// -----

// expected-error@+1 {{'sdy.mesh' op expected a mesh of at most 16777216 devices, got 99999x99999}}
sdy.mesh @mesh = <["x"=99999, "y"=99999]>

// -----

sdy.mesh @mesh = <["x"=8]>
func.func @f(%x: tensor<8xf32>) -> tensor<8xf32> {
  // expected-error@+1 {{'sdy.sharding_constraint' op expected 'llmsys.partial' such as {axes = array<i64: 0>, kind = "max"}, got "max"}}
  %0 = sdy.sharding_constraint %x <@mesh, [{}]> {llmsys.partial = "max"} : tensor<8xf32>
  return %0 : tensor<8xf32>
}

// -----

sdy.mesh @mesh = <["x"=8]>
func.func @f(%x: tensor<8xf32>) -> tensor<8xf32> {
  // expected-error@+1 {{'stablehlo.negate' op expected 'sdy.sharding' to have a sharding for each result, got #sdy.sharding_per_value<[]>}}
  %0 = stablehlo.negate %x {sdy.sharding = #sdy.sharding_per_value<[]>} : tensor<8xf32>
  return %0 : tensor<8xf32>
}

// -----

// expected-error@+1 {{'func.func' op expected 'sdy.sharding' to be a sharding, got "x"}}
func.func @f(%x: tensor<8xf32> {sdy.sharding = "x"}) -> tensor<8xf32> {
  return %x : tensor<8xf32>
}

// -----

// As JAX writes jax.debug.print: there is a sharding, and no result.
sdy.mesh @first = <[], device_ids=[0]>
func.func @f(%x: tensor<8xf32>) -> tensor<8xf32> {
  // expected-error@+1 {{'stablehlo.custom_call' op calls 'xla_ffi_python_cpu_callback' on one device alone, which is not planned; leave callbacks into Python, such as jax.debug.print, out of the function}}
  stablehlo.custom_call @xla_ffi_python_cpu_callback(%x) {has_side_effect = true, sdy.sharding = #sdy.sharding_per_value<[<@first, []>]>} : (tensor<8xf32>) -> ()
  return %x : tensor<8xf32>
}
