"""The passes of llmsys-ir, one module per pass, named as the pass."""
