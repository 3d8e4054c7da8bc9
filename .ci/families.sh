#!/usr/bin/env bash
# The families of other docs: each is read by its dialect alone, and scored against the floors in .ci/families/floors.json.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo build --package xtask
for family in gitlab discord cloudfoundry; do
  mkdir "$work/$family"
  tar xJf "../shared/families/$family-docs.tar.xz" -C "$work/$family" --strip-components 1
  cp ".ci/families/$family.toml" "$work/$family/dialect.toml"
  printf 'dialect = "dialect.toml"\n[crate]\nname = "%s"\n' "$family" >"$work/$family/codegen.toml"
  target/debug/xtask --quiet ir --docs "$work/$family" --output "$work/$family.json"
  python3 ../shared/families/score_rest.py "$work/$family.json" "../shared/families/truth-$family.json.xz" --json "$work/score.json"
  python3 - "$family" "$work/score.json" .ci/families/floors.json <<'PY'
import json, sys
family, score, floors = sys.argv[1], json.load(open(sys.argv[2])), json.load(open(sys.argv[3]))
low = [f"{name}: {100 * score[name][0] / score[name][1]:.2f} < {floor}"
       for name, floor in floors[family].items()
       if name not in score or 100 * score[name][0] / score[name][1] < floor]
sys.exit("below the floor in " + family + ": " + "; ".join(low) if low else 0)
PY
done
