#!/usr/bin/env bash
# A training step on two processes of four devices each, on this machine; on a cluster each host starts one of them.
#
#     examples/multihost.sh [PORT]
set -euo pipefail
cd "$(dirname "$0")/.."
port=${1:-29500}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

llmsys-opt examples/step.mlir --auto-shard="mesh=2x4" --spmd-partition -o "$folder/spmd.mlir"

started=()
for number in 0 1; do
  llmsys-run "$folder/spmd.mlir" --engine=xla --processes="127.0.0.1:$port,2,$number" \
    --reference examples/step.mlir --json "$folder/summary.json" >"$folder/$number.log" 2>&1 &
  started+=($!)
done
for number in 0 1; do
  wait "${started[$number]}" || { cat "$folder/$number.log"; exit 1; }
done
cat "$folder/summary.json"
