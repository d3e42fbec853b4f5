#!/usr/bin/env bash
# How long it takes to decide what may be shown of 1,000 departments × 20 questions × 20 waves × 2 sides, beside reading the
# survey of that size in the same run. PROGRAM names the release build.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=${PROGRAM:-$here/../../.build/release/throughline}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 "$here/generate.py" "$work/content"
"$program" build --verbose --content "$work/content" --output "$work/site" 2>"$work/log" >/dev/null || { cat "$work/log"; exit 1; }
cat "$work/log"
awk -F'[: ]+' '/^classify:/ { read = $2 } /^roll up:/ { decide += $3 } /^protect:/ { decide += $2 }
  END { printf "roll up and decide: %.2f of reading and classifying\n", decide / read }' "$work/log"
