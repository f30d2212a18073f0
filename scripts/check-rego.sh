#!/bin/sh
# Rego as OPA wants it: formatted, strict, and (without its tests) limited to built-ins that are
# native to WASM.
set -eu
cd "$(dirname "$0")/.."
opa=.cache/bin/opa

unformatted=$($opa fmt --list policies)
if [ -n "$unformatted" ]; then
  echo "$unformatted" | sed 's/$/: not formatted, run `make fmt`/' >&2
  exit 1
fi
$opa check --strict --bundle policies
$opa check --strict --capabilities build/capabilities.json --ignore '*_test.rego' policies/amrnci
