#!/bin/sh
# Drafts of two real incidents as pages to look at: Word, then PDF by LibreOffice, then PNG. Not a part of CI:
# LibreOffice is large. On Debian: apt-get install --no-install-recommends libreoffice-writer-nogui
# fonts-noto-cjk poppler-utils
set -eu
cd "$(dirname "$0")/.."
out=build/report-pages
for tool in soffice pdftoppm; do
  command -v "$tool" > /dev/null || { echo "report-pages: there is no $tool; see $0" >&2; exit 1; }
done
rm -rf "$out"
mkdir -p "$out"
amrnci() { node dist/cli.js "$@"; }
for lang in zh en; do
  for name in coupang-2025-first-report sk-telecom-2025; do
    amrnci report "examples/$name.json" --lang "$lang" --format docx --output "$out/first-$name.$lang.docx"
  done
  amrnci report examples/coupang-2025-supplement.json --kind supplement \
    --since examples/coupang-2025-first-report.json --lang "$lang" --format docx \
    --output "$out/supplement.$lang.docx"
  amrnci report examples/coupang-2025-supplement.json --kind summary --lang "$lang" --format docx \
    --output "$out/summary.$lang.docx"
  for list in vendor-contracts voluntary-report related-duties leniency; do
    amrnci checklist "$list" examples/coupang-2025-supplement.json --lang "$lang" --format docx \
      --output "$out/$list.$lang.docx"
  done
done
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
soffice "-env:UserInstallation=file://$profile" --headless --convert-to pdf --outdir "$out" "$out"/*.docx > /dev/null
for pdf in "$out"/*.pdf; do pdftoppm -r 60 -png "$pdf" "${pdf%.pdf}"; done
echo "report-pages: look at $out/*.png"
