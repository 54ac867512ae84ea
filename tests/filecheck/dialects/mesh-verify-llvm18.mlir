// What is wrong with a cluster, in the words of LLVM 18.
// RUN: llmsys-opt --verify-diagnostics --split-input-file %s

// expected-error@+1 {{'mesh.cluster' op rank of cluster is expected to be a positive integer}}
mesh.cluster @m(shape = [])

// -----

// expected-error@+1 {{'mesh.cluster' op dimension size of a mesh cluster is expected to be non-negative or dynamic}}
"mesh.cluster"() <{sym_name = "m", shape = array<i64: 4, -2>}> : () -> ()

// -----

mesh.cluster @m(shape = 4)

func.func @f() {
  // expected-error@+1 {{Unexpected number of results 2. Expected 1.}}
  %0:2 = mesh.cluster_shape @m : index, index
  return
}

// -----

func.func @f() {
  // expected-error@+1 {{Undefined required mesh symbol "m".}}
  %0 = mesh.cluster_shape @m : index
  return
}
