// Collectives by the axes that they are along.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s --mlir-print-op-generic | llmsys-opt | filecheck %s

// CHECK: sdy.mesh @mesh = <["data"=2, "model"=4]>
sdy.mesh @mesh = <["data"=2, "model"=4]>

// CHECK-LABEL: func.func @f(%{{.*}}: tensor<8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {"model"}]>}, %{{.*}}: tensor<8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}], unreduced={"model"}>}, %{{.*}}: tensor<8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}], replicated={"model"}>}) {
func.func @f(%arg0: tensor<8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {"model"}]>}, %arg1: tensor<8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}], unreduced={"model"}>}, %arg2: tensor<8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}], replicated={"model"}>}) {
  // CHECK: %{{.*}} = sdy.all_gather [{"data"}, {}] %{{.*}} out_sharding=<@mesh, [{}, {"model"}]> : tensor<8x8xf32>
  %0 = sdy.all_gather [{"data"}, {}] %arg0 out_sharding=<@mesh, [{}, {"model"}]> : tensor<8x8xf32>
  // CHECK: %{{.*}} = sdy.all_slice [{}, {"model":(1)2}] %{{.*}} out_sharding=<@mesh, [{}, {"model":(1)2}]> : tensor<8x8xf32>
  %1 = sdy.all_slice [{}, {"model":(1)2}] %arg2 out_sharding=<@mesh, [{}, {"model":(1)2}]> : tensor<8x8xf32>
  // CHECK: %{{.*}} = sdy.all_reduce {"model"} %{{.*}} out_sharding=<@mesh, [{"data"}, {}]> : tensor<8x8xf32>
  %2 = sdy.all_reduce {"model"} %arg1 out_sharding=<@mesh, [{"data"}, {}]> : tensor<8x8xf32>
  // CHECK: %{{.*}} = sdy.reduce_scatter [{}, {"model"}] %{{.*}} out_sharding=<@mesh, [{"data"}, {"model"}]> : tensor<8x8xf32>
  %3 = sdy.reduce_scatter [{}, {"model"}] %arg1 out_sharding=<@mesh, [{"data"}, {"model"}]> : tensor<8x8xf32>
  // CHECK: %{{.*}} = sdy.all_to_all [{"model"}: 1->0] %{{.*}} out_sharding=<@mesh, [{"data", "model"}, {}]> : tensor<8x8xf32>
  %4 = sdy.all_to_all [{"model"}: 1->0] %arg0 out_sharding=<@mesh, [{"data", "model"}, {}]> : tensor<8x8xf32>
  // CHECK: %{{.*}} = sdy.collective_permute %{{.*}} out_sharding=<@mesh, [{"model":(1)2}, {"model":(2)2, "data"}]> : tensor<8x8xf32>
  %5 = sdy.collective_permute %arg0 out_sharding=<@mesh, [{"model":(1)2}, {"model":(2)2, "data"}]> : tensor<8x8xf32>
  // CHECK: %{{.*}} = sdy.replicated_to_unreduced {"model"} %{{.*}} out_sharding=<@mesh, [{}, {}], unreduced={"model"}> : tensor<8x8xf32>
  %6 = sdy.replicated_to_unreduced {"model"} %arg2 out_sharding=<@mesh, [{}, {}], unreduced={"model"}> : tensor<8x8xf32>
  // CHECK: %{{.*}} = sdy.sharded_to_unreduced [{}, {"model"}] %{{.*}} out_sharding=<@mesh, [{"data"}, {}], unreduced={"model"}> : tensor<8x8xf32>
  %7 = sdy.sharded_to_unreduced [{}, {"model"}] %arg0 out_sharding=<@mesh, [{"data"}, {}], unreduced={"model"}> : tensor<8x8xf32>
  // CHECK: %{{.*}} = stablehlo.add %{{.*}}, %{{.*}} {sdy.sharding_rule = #sdy.op_sharding_rule<([i, j], [i, j])->([i, j]) {i=8, j=8}>} : tensor<8x8xf32>
  %8 = stablehlo.add %arg0, %arg0 {sdy.sharding_rule = #sdy.op_sharding_rule<([i, j], [i, j])->([i, j]) {i=8, j=8}>} : tensor<8x8xf32>
  return
}
