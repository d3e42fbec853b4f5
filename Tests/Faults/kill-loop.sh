#!/usr/bin/env bash
# Kills the program at random moments of a build and of publications, 200 times or as often as is said, and looks for half
# sites. Usage: kill-loop.sh [TIMES]
set -euo pipefail
cd "$(dirname "$0")/../.."
THROUGHLINE_KILLS=${1:-200} exec swift test --skip-build --filter KillLoopTests
