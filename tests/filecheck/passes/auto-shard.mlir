// Every value gets a sharding where it is defined and one for each use; what is annotated already stays as it is.
// RUN: llmsys-opt --auto-shard %s | mlir-opt-19 | filecheck %s
// RUN: llmsys-opt --auto-shard %s > %t.once && mlir-opt-19 %t.once | diff %t.once -
// RUN: llmsys-opt --auto-shard %t.once | diff %t.once -
// RUN: llmsys-opt --auto-shard --auto-shard %s | diff %t.once -

mesh.mesh @mesh(shape = 4x8)

// CHECK-LABEL: func.func @nothing_annotated
func.func @nothing_annotated(%arg0: tensor<32x1000x4096xf32>, %arg1: tensor<32x4096x8192xf32>) -> tensor<32x1000x8192xf32> {
  // CHECK-NEXT: %[[A:.*]] = mesh.shard %arg0 to <@mesh, {{\[\[}}0, 1]]> annotate_for_users : tensor<32x1000x4096xf32>
  // CHECK-NEXT: %[[B:.*]] = mesh.shard %arg1 to <@mesh, {{\[\[}}0, 1]]> annotate_for_users : tensor<32x4096x8192xf32>
  // CHECK-NEXT: %[[C:.*]] = tosa.matmul %[[A]], %[[B]] : (tensor<32x1000x4096xf32>, tensor<32x4096x8192xf32>) -> tensor<32x1000x8192xf32>
  // CHECK-NEXT: %[[D:.*]] = mesh.shard %[[C]] to <@mesh, {{\[\[}}0, 1]]> : tensor<32x1000x8192xf32>
  // CHECK-NEXT: return %[[D]] : tensor<32x1000x8192xf32>
  %0 = tosa.matmul %arg0, %arg1 : (tensor<32x1000x4096xf32>, tensor<32x4096x8192xf32>) -> tensor<32x1000x8192xf32>
  return %0 : tensor<32x1000x8192xf32>
}

// CHECK-LABEL: func.func @operand_annotated
func.func @operand_annotated(%arg0: tensor<32x1000x4096xf32>, %arg1: tensor<32x4096x8192xf32>) -> tensor<32x1000x8192xf32> {
  // CHECK-NEXT: %[[A:.*]] = mesh.shard %arg0 to <@mesh, {{\[\[}}], [1]]> annotate_for_users : tensor<32x1000x4096xf32>
  // CHECK-NEXT: %[[B:.*]] = mesh.shard %arg1 to <@mesh, {{\[\[}}], [], [0]]> annotate_for_users : tensor<32x4096x8192xf32>
  // CHECK-NEXT: %[[C:.*]] = tosa.matmul %[[A]], %[[B]]
  // CHECK-NEXT: mesh.shard %[[C]] to <@mesh, {{\[\[}}], [1], [0]]> : tensor<32x1000x8192xf32>
  %s = mesh.shard %arg0 to <@mesh, [[], [1]]> annotate_for_users : tensor<32x1000x4096xf32>
  %0 = tosa.matmul %s, %arg1 : (tensor<32x1000x4096xf32>, tensor<32x4096x8192xf32>) -> tensor<32x1000x8192xf32>
  return %0 : tensor<32x1000x8192xf32>
}

// CHECK-LABEL: func.func @result_annotated
func.func @result_annotated(%arg0: tensor<32x1000x4096xf32>, %arg1: tensor<32x4096x8192xf32>) -> tensor<32x1000x8192xf32> {
  // CHECK-NEXT: %[[A:.*]] = mesh.shard %arg0 to <@mesh, {{\[\[}}], [0]]> annotate_for_users : tensor<32x1000x4096xf32>
  // CHECK-NEXT: %[[B:.*]] = mesh.shard %arg1 to <@mesh, {{\[\[}}], [], [1]]> annotate_for_users : tensor<32x4096x8192xf32>
  // CHECK-NEXT: %[[C:.*]] = tosa.matmul %[[A]], %[[B]]
  // CHECK-NEXT: mesh.shard %[[C]] to <@mesh, {{\[\[}}], [0], [1]]> : tensor<32x1000x8192xf32>
  %0 = tosa.matmul %arg0, %arg1 : (tensor<32x1000x4096xf32>, tensor<32x4096x8192xf32>) -> tensor<32x1000x8192xf32>
  %s = mesh.shard %0 to <@mesh, [[], [0], [1]]> : tensor<32x1000x8192xf32>
  return %s : tensor<32x1000x8192xf32>
}

// A value with several users is annotated once where it is defined, and once more for each user.
// CHECK-LABEL: func.func @chain
func.func @chain(%arg0: tensor<1024x1024xf32>, %arg1: tensor<1024x1024xf32>) -> tensor<1024x1024xf32> {
  // CHECK: %[[SUM:.*]] = arith.addf
  // CHECK-NEXT: %[[S:.*]] = mesh.shard %[[SUM]] to <@mesh, {{\[\[}}0, 1]]> : tensor<1024x1024xf32>
  // CHECK-NEXT: %[[E:.*]] = mesh.shard %[[S]] to <@mesh, {{\[\[}}0, 1]]> annotate_for_users : tensor<1024x1024xf32>
  // CHECK-NEXT: %[[EXP:.*]] = math.exp %[[E]]
  // CHECK-NEXT: %[[X:.*]] = mesh.shard %[[EXP]] to <@mesh, {{\[\[}}0, 1]]> : tensor<1024x1024xf32>
  // CHECK-NEXT: %[[L:.*]] = mesh.shard %[[S]] to <@mesh, {{\[\[}}0, 1]]> annotate_for_users : tensor<1024x1024xf32>
  // CHECK-NEXT: %[[R:.*]] = mesh.shard %[[X]] to <@mesh, {{\[\[}}0, 1]]> annotate_for_users : tensor<1024x1024xf32>
  // CHECK-NEXT: arith.mulf %[[L]], %[[R]]
  %0 = arith.addf %arg0, %arg1 : tensor<1024x1024xf32>
  %1 = math.exp %0 : tensor<1024x1024xf32>
  %2 = arith.mulf %0, %1 : tensor<1024x1024xf32>
  return %2 : tensor<1024x1024xf32>
}

// Two annotations in a row are a resharding that stays.
// CHECK-LABEL: func.func @resharding
func.func @resharding(%arg0: tensor<64x64xf32>) -> tensor<64x64xf32> {
  // CHECK: mesh.shard %arg0 to <@mesh, {{\[\[}}0]]> : tensor<64x64xf32>
  // CHECK: mesh.shard %{{.*}} to <@mesh, {{\[\[}}], [0]]> : tensor<64x64xf32>
  %0 = mesh.shard %arg0 to <@mesh, [[0]]> : tensor<64x64xf32>
  %1 = mesh.shard %0 to <@mesh, [[], [0]]> : tensor<64x64xf32>
  return %1 : tensor<64x64xf32>
}

// Functions that are partitioned already, that have no body, or no tensors, are left alone.
// CHECK-LABEL: func.func @partitioned
// CHECK-NEXT: arith.negf %arg0 : tensor<16x64xf32>
func.func @partitioned(%arg0: tensor<16x64xf32> {mesh.sharding = #mesh.shard<@mesh, [[0]]>}) -> tensor<16x64xf32> {
  %0 = arith.negf %arg0 : tensor<16x64xf32>
  return %0 : tensor<16x64xf32>
}

// CHECK: func.func private @declared(tensor<64x64xf32>) -> tensor<64x64xf32>
func.func private @declared(tensor<64x64xf32>) -> tensor<64x64xf32>

// CHECK-LABEL: func.func @scalars
// CHECK-NEXT: arith.negf %arg0 : f32
func.func @scalars(%arg0: f32) -> f32 {
  %0 = arith.negf %arg0 : f32
  return %0 : f32
}
