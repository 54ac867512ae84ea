"""A PyTorch language model, small: what the PyTorch frontend is tested and measured with.

`recorded` has programs as torch-mlir prints them with PyTorch's inputs and results, and needs neither;
`language_model` is the model itself.
"""
