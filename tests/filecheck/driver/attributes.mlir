// Attributes are ordered by name, and affine maps are named in front of the module.
// RUN: llmsys-opt --allow-unregistered-dialect %s | filecheck %s
// RUN: llmsys-opt --allow-unregistered-dialect %s > %t.ours \
// RUN:   && mlir-opt-19 --allow-unregistered-dialect %s > %t.theirs && diff %t.theirs %t.ours

// CHECK: #map = affine_map<(d0, d1) -> (d1 - d0, d0 * 2 + 3)>
// CHECK-NEXT: #map1 = affine_map<(d0) -> (d0 floordiv 2)>
// CHECK-NEXT: module @named attributes {a.b = 1 : i64} {
module @named attributes {a.b = 1} {
  // CHECK-NEXT: "t.op"() {a = [1, 2 : i32, 3.000000e+00], b = #map, c = #map1, d = #map, u} : () -> ()
  "t.op"() {d = affine_map<(i, j) -> (j - i, i * 2 + 3)>, u, c = affine_map<(i) -> (i floordiv 2)>,
            a = [1, 2 : i32, 3.0], b = affine_map<(x, y) -> (y - x, x * 2 + 3)>} : () -> ()
  // CHECK-NEXT: "t.floats"() {a = 3.140630e+00 : bf16, b = 9.997550e-02 : f16, c = 0.333333343 : f32, d = 3.1415926535897931 : f64, e = 0x4CEB79A3 : f32, f = 0x7FC00000 : f32, g = -0.000000e+00 : f32}
  "t.floats"() {a = 3.14159 : bf16, b = 0.1 : f16, c = 0.33333334 : f32, d = 3.141592653589793 : f64,
                e = 123456789.0 : f32, f = 0x7FC00000 : f32, g = -0.0 : f32} : () -> ()
  // CHECK-NEXT: "t.dense"() {a = dense<1> : tensor<1000000x1000000xi8>, b = dense<[true, false]> : tensor<2xi1>,
  "t.dense"() {s = "a\n\"\\é", a = dense<1> : tensor<1000000x1000000xi8>, b = dense<[true, false]> : tensor<2xi1>} : () -> ()
}
