// What is wrong with an op; jaxlib refuses each of them too.
// RUN: llmsys-opt --verify-diagnostics --split-input-file %s

sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @f(%a: tensor<8x8xf32>) {
  // expected-error@+1 {{sharding must be on a mesh that is defined, got '@nope'}}
  %0 = sdy.sharding_constraint %a <@nope, [{"data"}, {"model"}]> : tensor<8x8xf32>
  return
}

// -----

sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @f(%a: tensor<8x8xf32>) {
  // expected-error@+1 {{sharding must have as many dims as the tensor, got 1 != 2}}
  %0 = sdy.sharding_constraint %a <@mesh, [{"data"}]> : tensor<8x8xf32>
  return
}

// -----

sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @f(%a: tensor<8x8xf32>) {
  // expected-error@+1 {{axes must be those of the mesh (data, model), got 'foo'}}
  %0 = sdy.sharding_constraint %a <@mesh, [{"data"}, {"foo"}]> : tensor<8x8xf32>
  return
}

// -----

sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @f(%a: tensor<8x8xf32>) {
  // expected-error@+1 {{axes must be used once, got "data" and "data"}}
  %0 = sdy.sharding_constraint %a <@mesh, [{"data"}, {"data"}]> : tensor<8x8xf32>
  return
}

// -----

sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @f(%a: tensor<8x8xf32>) {
  // expected-error@+1 {{axes must be used once, got "model":(1)2 and "model":(1)2}}
  %0 = sdy.sharding_constraint %a <@mesh, [{"model":(1)2}, {"model":(1)2}]> : tensor<8x8xf32>
  return
}

// -----

sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @f(%a: tensor<8x8xf32>) {
  // expected-error@+1 {{parts must be written as one, got "model":(1)2, "model":(2)2}}
  %0 = sdy.sharding_constraint %a <@mesh, [{"model":(1)2, "model":(2)2}, {}]> : tensor<8x8xf32>
  return
}

// -----

sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @f(%a: tensor<8x8xf32>) {
  // expected-error@+1 {{part of axis 'model' must divide its size 4, got "model":(1)4}}
  %0 = sdy.sharding_constraint %a <@mesh, [{"model":(1)4}, {}]> : tensor<8x8xf32>
  return
}

// -----

sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @f(%a: tensor<8x8xf32>) {
  // expected-error@+1 {{part of axis 'model' must divide its size 4, got "model":(3)2}}
  %0 = sdy.sharding_constraint %a <@mesh, [{"model":(3)2}, {}]> : tensor<8x8xf32>
  return
}

// -----

sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @f(%a: tensor<8x8xf32>) {
  // expected-error@+1 {{axes must be used once, got "model":(1)2 and "model"}}
  %0 = sdy.sharding_constraint %a <@mesh, [{"model":(1)2}, {"model"}]> : tensor<8x8xf32>
  return
}

// -----

sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @f(%a: tensor<8x8xf32>) {
  // expected-error@+1 {{axes must be used once, got "model" and "model"}}
  %0 = sdy.sharding_constraint %a <@mesh, [{"data"}, {"model"}], replicated={"model"}> : tensor<8x8xf32>
  return
}

// -----

sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @f(%a: tensor<8x8xf32>) {
  // expected-error@+1 {{replicated axes must be in the order of the mesh, got}}
  %0 = sdy.sharding_constraint %a <@mesh, [{}, {}], replicated={"model", "data"}> : tensor<8x8xf32>
  return
}

// -----

sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @f(%a: tensor<8x8xf32>) {
  // expected-error@+1 {{dim 1 must have axes or be open to have a priority, got p1}}
  %0 = sdy.sharding_constraint %a <@mesh, [{"data"}, {}p1]> : tensor<8x8xf32>
  return
}

// -----

sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @f(%a: tensor<8x8xf32>) {
  // expected-error@+1 {{'<' expected}}
  %0 = sdy.sharding_constraint %a #sdy.sharding<@mesh, [{}, {}]> : tensor<8x8xf32>
  return
}

// -----

sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @f(%a: tensor<8x8xf32>) {
  // expected-error@+1 {{Expected '}'}}
  %0 = sdy.sharding_constraint %a <@mesh, [{}, {?, "data"}]> : tensor<8x8xf32>
  return
}

// -----

sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @f(%a: tensor<8x8xf32>) {
  // expected-error@+1 {{expected a priority such as p1, got 'p'}}
  %0 = sdy.sharding_constraint %a <@mesh, [{"data"}p-1, {}]> : tensor<8x8xf32>
  return
}

// -----

// expected-error@+1 {{axes of a mesh must have distinct names and sizes from 1 on, got}}
sdy.mesh @m = <["a"=2, "a"=2]>

// -----

// expected-error@+1 {{device ids must be those below 2 in some order, got [0, 0]}}
sdy.mesh @m = <["a"=2], device_ids=[0,0]>

// -----

// expected-error@+1 {{total product of axis sizes must match the number of device ids, got 2 != 1}}
sdy.mesh @m = <["a"=2], device_ids=[0]>

// -----

// expected-error@+1 {{device ids must be those below 2 in some order, got [1, 2]}}
sdy.mesh @m = <["a"=2], device_ids=[1, 2]>

// -----

// expected-error@+1 {{total product of axis sizes must match the number of device ids, got 1 != 0}}
sdy.mesh @m = <[], device_ids=[]>

// -----

// expected-error@+1 {{expect symbol name}}
sdy.mesh private @m = <["a"=2]>

// -----

sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @f(%a: tensor<8x8xf32>) {
  // expected-error@+1 {{arguments of the body must have the types (tensor<8x8xf32>), got (tensor<4x8xf32>)}}
  %0 = sdy.manual_computation(%a) in_shardings=[<@mesh, [{"data"}, {}]>] out_shardings=[<@mesh, [{"data"}, {}]>] manual_axes={} (%x: tensor<4x8xf32>) {
    sdy.return %x : tensor<4x8xf32>
  } : (tensor<8x8xf32>) -> tensor<8x8xf32>
  return
}

// -----

sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @f(%a: tensor<8x8xf32>) {
  // expected-error@+1 {{arguments of the body must have the types (tensor<4x8xf32>), got (tensor<8x8xf32>)}}
  %0 = sdy.manual_computation(%a) in_shardings=[<@mesh, [{"data"}, {}]>] out_shardings=[<@mesh, [{"data"}, {}]>] manual_axes={"data"} (%x: tensor<8x8xf32>) {
    sdy.return %x : tensor<8x8xf32>
  } : (tensor<8x8xf32>) -> tensor<8x8xf32>
  return
}

// -----

sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @f(%a: tensor<8x8xf32>) {
  // expected-error@+1 {{in_shardings must have one sharding per value, got 2 != 1}}
  %0 = sdy.manual_computation(%a) in_shardings=[<@mesh, [{"data"}, {}]>, <@mesh, [{"data"}, {}]>] out_shardings=[<@mesh, [{"data"}, {}]>] manual_axes={"data"} (%x: tensor<4x8xf32>) {
    sdy.return %x : tensor<4x8xf32>
  } : (tensor<8x8xf32>) -> tensor<8x8xf32>
  return
}

// -----

sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @f(%a: tensor<8x8xf32>) {
  // expected-error@+1 {{manual axes of a dim must come before its other axes, got data, model}}
  %0 = sdy.manual_computation(%a) in_shardings=[<@mesh, [{"data", "model"}, {}]>] out_shardings=[<@mesh, [{"data", "model"}, {}]>] manual_axes={"model"} (%x: tensor<2x8xf32>) {
    sdy.return %x : tensor<2x8xf32>
  } : (tensor<8x8xf32>) -> tensor<8x8xf32>
  return
}

// -----

sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @f(%a: tensor<8x8xf32>) {
  // expected-error@+1 {{Expected one of 'BACKWARD', 'BOTH', 'FORWARD', 'NONE'}}
  %0 = sdy.propagation_barrier %a allowed_direction=FOO : tensor<8x8xf32>
  return
}

// -----

sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @f(%a: tensor<8x8xf32>) {
  // expected-error@+1 {{allowed_direction must be one of NONE, FORWARD, BACKWARD, got 3}}
  %0 = sdy.propagation_barrier %a allowed_direction=BOTH : tensor<8x8xf32>
  return
}

// -----

sdy.mesh @third = <[], device_ids=[3]>
func.func @on_one_device(%a: tensor<8xf32>) -> tensor<8xf32> {
  %0 = sdy.sharding_constraint %a <@third, []> : tensor<8xf32>
  // expected-error@+1 {{a value on one device must have a sharding without dims and axes}}
  %1 = sdy.sharding_constraint %0 <@third, [{}]> : tensor<8xf32>
  return %1 : tensor<8xf32>
}
