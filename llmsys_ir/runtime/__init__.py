"""Running a program: kernels, device arrays and engines."""
