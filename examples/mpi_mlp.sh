#!/usr/bin/env bash
# An MLP on eight ranks of MPI, each of which is a device; on a cluster, give mpirun a list of hosts.
#
#     examples/mpi_mlp.sh [FLAGS OF LLMSYS-RUN]
set -euo pipefail
cd "$(dirname "$0")/.."
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 # threads of NumPy in each rank

llmsys-opt examples/mlp.mlir --auto-shard="mesh=2x4" --spmd-partition |
  mpirun -n 8 llmsys-run - --engine=mpi --reference examples/mlp.mlir --json - "$@"
