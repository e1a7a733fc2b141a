#!/usr/bin/env bash
# Fetches axe-core for the tests into a cache outside the repository; does nothing where it is there already.
set -euo pipefail
VERSION=4.14.1
CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/lintas-tests"
if [ -f "$CACHE/axe.min.js" ]; then exit 0; fi
command -v npm >/dev/null || { echo "npm is missing: apt-get install npm" >&2; exit 1; }
mkdir -p "$CACHE"
SCRATCH="$(mktemp -d)"
trap 'rm -rf "$SCRATCH"' EXIT
(cd "$SCRATCH" && npm pack --silent "axe-core@$VERSION" >/dev/null && tar xzf ./axe-core-*.tgz package/axe.min.js)
mv "$SCRATCH/package/axe.min.js" "$CACHE/axe.min.js"
