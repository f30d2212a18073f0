#!/bin/sh
# Says in one line what is missing, before npm says it in forty. What is built runs with Node 20; what builds
# and tests it (rolldown, vitest) asks for a later one.
set -eu
needed=20.19
download=https://nodejs.org/en/download
command -v node >/dev/null 2>&1 || {
  echo "amrnci needs Node.js $needed or newer; there is no node on PATH: $download" >&2
  exit 1
}
version=$(node --version)
printf '%s\n%s\n' "v$needed" "$version" | sort -C -V || {
  echo "amrnci needs Node.js $needed or newer; this is $version: $download" >&2
  exit 1
}
command -v npm >/dev/null 2>&1 || {
  echo "amrnci needs npm, which usually comes with Node.js: $download" >&2
  exit 1
}
