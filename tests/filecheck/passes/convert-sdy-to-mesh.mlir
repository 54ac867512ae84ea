// Each of Shardy's annotations as one of the mesh dialect; mlir-opt-19 reads what comes out.
// RUN: llmsys-opt --convert-sdy-to-mesh --split-input-file %s | filecheck %s

// The mesh keeps the names of its axes. Closed dims hold, priorities are dropped, and so is what says nothing.
// CHECK: mesh.mesh @mesh(shape = 2x4) {llmsys.axis_names = ["data", "model"]}
// CHECK-NOT: sdy.
// CHECK-LABEL: func.func @boundary
// CHECK-SAME: (%arg0: tensor<8x16xf32> {some.note}, %arg1: tensor<8x16xf32>) -> (tensor<8x16xf32> {some.note}, tensor<8x16xf32>)
// CHECK-NEXT: %[[X:.*]] = mesh.shard %arg0 to <@mesh, {{\[\[}}0], [1]]> : tensor<8x16xf32>
// CHECK-NEXT: %[[Y:.*]] = stablehlo.add %[[X]], %arg1
// CHECK-NEXT: %[[Z:.*]] = mesh.shard %[[Y]] to <@mesh, {{\[\[}}1, 0]]> : tensor<8x16xf32>
// CHECK-NEXT: return %[[Z]], %[[X]]
sdy.mesh @mesh = <["data"=2, "model"=4]> {stablehlo.mesh = {axes = []}}
func.func @boundary(
    %x: tensor<8x16xf32> {some.note, sdy.sharding = #sdy.sharding<@mesh, [{"data"}p0, {"model"}]>},
    %y: tensor<8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{?}, {?}p1]>})
    -> (tensor<8x16xf32> {some.note, sdy.sharding = #sdy.sharding<@mesh, [{"model", "data"}, {}]>},
        tensor<8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{?}, {?}]>}) {
  %0 = stablehlo.add %x, %y : tensor<8x16xf32>
  return %0, %x : tensor<8x16xf32>, tensor<8x16xf32>
}

// -----

// CHECK-LABEL: func.func @inside
// CHECK: %[[A:.*]] = stablehlo.add
// CHECK-NEXT: %[[B:.*]] = mesh.shard %[[A]] to <@mesh, {{\[\[}}0]]> : tensor<8x16xf32>
// CHECK-NEXT: %[[C:.*]] = mesh.shard %[[B]] to <@mesh, {{\[\[}}], [1]]> : tensor<8x16xf32>
// CHECK-NEXT: %[[D:.*]] = mesh.shard %[[C]] to <@mesh, {{\[\[}}]]> : tensor<8x16xf32>
// CHECK-NEXT: %[[E:.*]] = stablehlo.negate %[[D]] : tensor<8x16xf32>
// CHECK-NEXT: %[[F:.*]] = mesh.shard %[[E]] to <@mesh, {{\[\[}}1]], partial = sum[0]> : tensor<8x16xf32>
// CHECK-NEXT: return %[[F]]
sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @inside(%x: tensor<8x16xf32>) -> tensor<8x16xf32> {
  %0 = stablehlo.add %x, %x : tensor<8x16xf32>
  %1 = sdy.sharding_constraint %0 <@mesh, [{"data"}, {}]> : tensor<8x16xf32>
  %2 = sdy.reshard %1 <@mesh, [{}, {"model"}]> : tensor<8x16xf32>
  %3 = sdy.all_gather [{}, {"model"}] %2 out_sharding=<@mesh, [{}, {}]> : tensor<8x16xf32>
  %4 = sdy.propagation_barrier %3 allowed_direction=NONE : tensor<8x16xf32>
  %5 = stablehlo.negate %4 : tensor<8x16xf32>
  %6 = sdy.sharding_constraint %5 <@mesh, [{"model"}, {}], unreduced={"data"}> : tensor<8x16xf32>
  return %6 : tensor<8x16xf32>
}

// -----

// An open dim may be split further, but not over the axes that are replicated. Where no axis is left, it is closed.
// CHECK-LABEL: func.func @open
// CHECK: mesh.shard %{{.*}} to <@mesh, {{\[\[}}], [1]]> {llmsys.open_dims = array<i64: 0>} : tensor<8x16xf32>
// CHECK: mesh.shard %{{.*}} to <@mesh, {{\[\[}}1]]> {llmsys.open_dims = array<i64: 0, 1>} : tensor<8x16xf32>
// CHECK: mesh.shard %{{.*}} to <@mesh, {{\[\[}}]]> {llmsys.open_dims = array<i64: 0, 1>, llmsys.replicated_axes = array<i64: 0>} : tensor<8x16xf32>
// CHECK: mesh.shard %{{.*}} to <@mesh, {{\[\[}}1]]> : tensor<8x16xf32>
// CHECK: mesh.shard %{{.*}} to <@mesh, {{\[\[}}1]]> : tensor<8x16xf32>
// CHECK-NOT: mesh.shard
sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @open(%x: tensor<8x16xf32>) -> tensor<8x16xf32> {
  %0 = stablehlo.negate %x : tensor<8x16xf32>
  %1 = sdy.sharding_constraint %0 <@mesh, [{?}, {"model"}]> : tensor<8x16xf32>
  %2 = sdy.sharding_constraint %1 <@mesh, [{"model", ?}, {?}p2]> : tensor<8x16xf32>
  %3 = sdy.sharding_constraint %2 <@mesh, [{?}, {?}], replicated={"data"}> : tensor<8x16xf32>
  %4 = sdy.sharding_constraint %3 <@mesh, [{"model"}, {?}], replicated={"data"}> : tensor<8x16xf32>
  %5 = sdy.sharding_constraint %4 <@mesh, [{"model"}, {}], replicated={"data"}> : tensor<8x16xf32>
  %6 = sdy.sharding_constraint %5 <@mesh, [{?}, {?}]> : tensor<8x16xf32>
  return %6 : tensor<8x16xf32>
}

// -----

// A constraint of one of an argument's uses leaves it open how the argument arrives; one of its only use does not.
// CHECK-LABEL: func.func @argument
// CHECK-NEXT: %[[X:.*]] = mesh.shard %arg0 to <@mesh, {{\[\[}}]]> {llmsys.open_dims = array<i64: 0, 1>}
// CHECK-NEXT: %[[A:.*]] = mesh.shard %[[X]] to <@mesh, {{\[\[}}0]]> : tensor<8x16xf32>
// CHECK-NEXT: %[[B:.*]] = mesh.shard %arg1 to <@mesh, {{\[\[}}1]]> : tensor<8x16xf32>
// CHECK-NEXT: return %[[A]], %[[X]], %[[B]]
sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @argument(%x: tensor<8x16xf32>, %y: tensor<8x16xf32>)
    -> (tensor<8x16xf32>, tensor<8x16xf32>, tensor<8x16xf32>) {
  %0 = sdy.sharding_constraint %x <@mesh, [{"data"}, {}]> : tensor<8x16xf32>
  %1 = sdy.sharding_constraint %y <@mesh, [{"model"}, {}]> : tensor<8x16xf32>
  return %0, %x, %1 : tensor<8x16xf32>, tensor<8x16xf32>, tensor<8x16xf32>
}

// -----

// What Shardy has propagated stands on the ops.
// CHECK-LABEL: func.func @propagated
// CHECK: %[[A:.*]] = stablehlo.tanh %{{.*}} : tensor<8x16xf32>
// CHECK-NEXT: %[[B:.*]] = mesh.shard %[[A]] to <@mesh, {{\[\[}}0], [1]]> : tensor<8x16xf32>
// CHECK-NEXT: %[[C:.*]] = stablehlo.constant dense<1.000000e+00> : tensor<8x16xf32>
// CHECK-NEXT: stablehlo.add %[[B]], %[[C]] : tensor<8x16xf32>
sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @propagated(%x: tensor<8x16xf32>) -> tensor<8x16xf32> {
  %0 = stablehlo.tanh %x {sdy.sharding = #sdy.sharding_per_value<[<@mesh, [{"data"}, {"model"}]>]>} : tensor<8x16xf32>
  %1 = sdy.constant dense<1.0> : tensor<8x16xf32>
  %2 = stablehlo.add %0, %1 {sdy.sharding_rule = #sdy.op_sharding_rule<([i, j], [i, j])->([i, j]) {i=8, j=16}>} : tensor<8x16xf32>
  return %2 : tensor<8x16xf32>
}

// -----

// CHECK-LABEL: func.func @named
// CHECK-NEXT: %[[A:.*]] = mesh.shard %arg0 to <@mesh, {{\[\[}}0]]> : tensor<8x16xf32>
// CHECK-NEXT: %[[B:.*]] = stablehlo.negate %[[A]] : tensor<8x16xf32>
// CHECK-NEXT: %[[C:.*]] = mesh.shard %[[B]] to <@mesh, {{\[\[}}1]]> : tensor<8x16xf32>
// CHECK-NEXT: return %[[C]]
sdy.mesh @mesh = <["data"=2, "model"=4]>
func.func @named(%x: tensor<8x16xf32>) -> tensor<8x16xf32> {
  %0 = sdy.named_computation<"f">(%x) in_shardings=[<@mesh, [{"data"}, {}]>] out_shardings=[<@mesh, [{"model"}, {}]>] (%a: tensor<8x16xf32>) {
    %1 = stablehlo.negate %a : tensor<8x16xf32>
    sdy.return %1 : tensor<8x16xf32>
  } : (tensor<8x16xf32>) -> tensor<8x16xf32>
  return %0 : tensor<8x16xf32>
}

// -----

// Meshes of one shape and order of devices are one, whatever their axes are called, and also one that is there.
// CHECK-COUNT-1: mesh.mesh
// CHECK-LABEL: func.func @meshes
// CHECK-COUNT-4: mesh.shard %{{.*}} to <@grid,
// CHECK-NOT: mesh.shard
mesh.mesh @grid(shape = 2x4)
sdy.mesh @a = <["x"=2, "y"=4]>
sdy.mesh @b = <["data"=2, "model"=4]>
func.func @meshes(%x: tensor<8x16xf32>) -> tensor<8x16xf32> {
  %0 = stablehlo.negate %x : tensor<8x16xf32>
  %1 = sdy.sharding_constraint %0 <@a, [{"y"}, {}]> : tensor<8x16xf32>
  %2 = sdy.sharding_constraint %1 <@b, [{"data"}, {}]> : tensor<8x16xf32>
  %3 = mesh.shard %2 to <@grid, [[], [1]]> : tensor<8x16xf32>
  %4 = sdy.sharding_constraint %3 <mesh<["u"=2, "v"=4]>, [{}, {"u"}]> : tensor<8x16xf32>
  return %4 : tensor<8x16xf32>
}

// -----

// The order of the devices is kept.
// CHECK: mesh.mesh @mesh(shape = 2x2) {llmsys.axis_names = ["x", "y"], llmsys.device_ids = array<i64: 3, 2, 1, 0>}
sdy.mesh @mesh = <["x"=2, "y"=2], device_ids=[3, 2, 1, 0]>

// -----

// A mesh without axes is one device: whole beside another mesh, and nothing in a program for one device.
// CHECK-LABEL: func.func @beside
// CHECK: mesh.shard %{{.*}} to <@mesh, {{\[\[}}]]> : tensor<8xf32>
sdy.mesh @empty_mesh = <[]>
sdy.mesh @mesh = <["x"=2]>
func.func @beside(%x: tensor<8xf32>) -> tensor<8xf32> {
  %0 = stablehlo.negate %x : tensor<8xf32>
  %1 = sdy.sharding_constraint %0 <@empty_mesh, [{}]> : tensor<8xf32>
  return %1 : tensor<8xf32>
}

// -----

// CHECK-LABEL: func.func @alone
// CHECK-NOT: mesh
// CHECK: return
sdy.mesh @empty_mesh = <[]>
func.func @alone(%x: tensor<8xf32> {sdy.sharding = #sdy.sharding<@empty_mesh, [{}]>}) -> tensor<8xf32> {
  return %x : tensor<8xf32>
}

// -----

// The rule of a custom call is kept, unless it has one of ours.
// CHECK-LABEL: func.func @rules
// CHECK: @f(%{{.*}}) {sdy.sharding_rule = #sdy.op_sharding_rule<([i, j])->([i, k], [i]) {i=8, j=4, k=4}, custom>}
// CHECK: @g(%{{.*}}) {llmsys.rule = "i j -> i j"} :
// CHECK: stablehlo.negate %{{[^ ]*}} : tensor<8x4xf32>
func.func @rules(%x: tensor<8x4xf32>) {
  %0:2 = stablehlo.custom_call @f(%x) {sdy.sharding_rule = #sdy.op_sharding_rule<([i, j])->([i, k], [i]) {i=8, j=4, k=4}, custom>} : (tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8xf32>)
  %1 = stablehlo.custom_call @g(%x) {llmsys.rule = "i j -> i j", sdy.sharding_rule = #sdy.op_sharding_rule<([i])->([i]) {i=8}>} : (tensor<8x4xf32>) -> tensor<8x4xf32>
  %2 = stablehlo.negate %x {sdy.sharding_rule = #sdy.op_sharding_rule<([i, j])->([i, j]) {i=8, j=4}>} : tensor<8x4xf32>
  return
}
