#!/usr/bin/env bash
# An application on a slice of Microsoft Graph v1.0: xtask/tests/graph-app, whose crate is generated here.
# Its service is its own; each task is done over ureq and over reqwest, and both must find the same.
set -euo pipefail
cd "$(dirname "$0")/.."

app=xtask/tests/graph-app
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/docs"
tar xJf ../shared/corpus/graph-v1.0-2021-07-16.tar.xz -C "$work/docs"
cp "$app/codegen.toml" "$work/docs/"

cargo xtask codegen --docs "$work/docs" --out target/application/crate --message-format short \
  >"$work/diagnostics.txt" 2>"$work/summary.txt" || { tail -n 20 "$work/diagnostics.txt" "$work/summary.txt"; exit 1; }
tail -n 2 "$work/summary.txt"
RUSTFLAGS="-D warnings" cargo run --quiet --manifest-path "$app/Cargo.toml" --target-dir target/application/target
