// The plan as JSON, one per function.
// RUN: llmsys-opt --auto-shard="plan=%t.json" %s && filecheck %s < %t.json

// CHECK: "matmul": {
// CHECK-NEXT: "status": "optimal",
// CHECK-NEXT: "seconds": {{[0-9.e-]+}},
// CHECK: "communication_seconds": 0.0,
// CHECK: "gap": 0.0,
// CHECK: "peak_bytes_per_device": 20480,
// CHECK: "name": "result of tosa.matmul",
// CHECK-NEXT: "bytes": 4096
// CHECK: "arguments": [
// CHECK: "op": "tosa.matmul",
// CHECK: "results": [
// CHECK: "exp": {
// CHECK: "op": "math.exp",
// CHECK-NOT: "scalars"
mesh.mesh @mesh(shape = 2x4)
func.func @matmul(%arg0: tensor<8x32x64xf32>, %arg1: tensor<8x64x32xf32>) -> tensor<8x32x32xf32> {
  %0 = mesh.shard %arg0 to <@mesh, [[0, 1]]> annotate_for_users : tensor<8x32x64xf32>
  %1 = tosa.matmul %0, %arg1 : (tensor<8x32x64xf32>, tensor<8x64x32xf32>) -> tensor<8x32x32xf32>
  return %1 : tensor<8x32x32xf32>
}
func.func @exp(%arg0: tensor<64x64xf32>) -> tensor<64x64xf32> {
  %0 = math.exp %arg0 : tensor<64x64xf32>
  return %0 : tensor<64x64xf32>
}
func.func @scalars(%arg0: f32) -> f32 {
  return %arg0 : f32
}
