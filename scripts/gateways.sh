#!/bin/sh
# Has the gateways of examples/gateways here for their tests: Caddy built from scripts/tools/caddy, and nginx
# with njs from Debian where this is a Debian and we may install. What is not to be had is said, and its
# test is shown as skipped.
set -eu
cd "$(dirname "$0")/.."

sh scripts/tools.sh caddy || echo "gateways: Caddy is left out" >&2

packages="nginx libnginx-mod-http-js"
[ -e /usr/lib/nginx/modules/ngx_http_js_module.so ] && exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" -eq 0 ]; then
  echo "gateways: installing $packages (once)" >&2
  mkdir -p .cache
  log=.cache/gateways.log
  # RUNLEVEL: no service is started.
  if apt-get update >"$log" 2>&1 && RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends $packages >>"$log" 2>&1; then
    exit 0
  fi
  echo "gateways: $packages could not be installed (see $log), nginx is left out" >&2
else
  echo "gateways: nginx with njs is not here and is left out; Debian has it as: $packages" >&2
fi
