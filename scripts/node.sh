#!/bin/sh
# Says in one line what is missing, before npm says it in forty.
set -eu
command -v node >/dev/null 2>&1 || {
  echo "amrnci needs Node.js 20 or newer; there is no node on PATH: https://nodejs.org/en/download" >&2
  exit 1
}
node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' || {
  echo "amrnci needs Node.js 20 or newer; this is $(node --version): https://nodejs.org/en/download" >&2
  exit 1
}
command -v npm >/dev/null 2>&1 || {
  echo "amrnci needs npm, which usually comes with Node.js: https://nodejs.org/en/download" >&2
  exit 1
}
