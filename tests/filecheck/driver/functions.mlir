// Declarations keep the attributes of arguments and results, and functions without results have no arrow.
// RUN: llmsys-opt %s | filecheck %s
// RUN: llmsys-opt %s > %t.ours && mlir-opt-19 %s > %t.theirs && diff %t.theirs %t.ours

// CHECK: func.func private @attributes(tensor<4xf32> {a.b = 1 : i32}, f32) -> (tensor<4xf32> {c.d})
func.func private @attributes(tensor<4xf32> {a.b = 1 : i32}, f32 {}) -> (tensor<4xf32> {c.d})
// CHECK-NEXT: func.func private @names(f32, f32 {a.b}) -> f32 attributes {x.y}
func.func private @names(%a: f32, %b: f32 {a.b}) -> (f32) attributes {x.y}
// CHECK-NEXT: func.func private @nothing()
func.func private @nothing() -> ()
// CHECK-NEXT: func.func private @one(f32)
func.func private @one(f32)
// CHECK-NEXT: func.func private @function() -> ((i32) -> i32)
func.func private @function() -> ((i32) -> i32)
// CHECK-NEXT: func.func nested @two() -> (i1, i1 {a.b})
func.func nested @two() -> (i1, i1 {a.b})
// CHECK-NEXT: func.func @body(%arg0: f32 {a.b = "c"}, %arg1: f32) {
func.func @body(%a: f32 {a.b = "c"}, %b: f32) -> () {
  return
}
