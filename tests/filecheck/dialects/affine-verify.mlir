// RUN: llmsys-opt --split-input-file --verify-diagnostics %s

func.func @few(%i: index, %a: index) {
  // expected-error@+1 {{'affine.delinearize_index' op should return an index for each basis element and up to one extra index}}
  %0:3 = affine.delinearize_index %i into (%a) : index, index, index
  return
}

// -----

func.func @none(%i: index) {
  // expected-error@+1 {{'affine.delinearize_index' op basis should not be empty}}
  "affine.delinearize_index"(%i) : (index) -> ()
  return
}

// -----

func.func @zero(%i: index) {
  // expected-error@+1 {{'affine.delinearize_index' op no basis element may be statically non-positive}}
  %0 = affine.delinearize_index %i into (0) : index
  return
}

// -----

func.func @mismatch(%i: index) {
  // expected-error@+1 {{'affine.delinearize_index' op mismatch between dynamic and static basis}}
  %0 = "affine.delinearize_index"(%i, %i) <{static_basis = array<i64: 4>}> : (index, index) -> index
  return
}
