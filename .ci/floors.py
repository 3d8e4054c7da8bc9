"""Fails if a figure of the corpus run fell below its floor, or a ceiling was passed (.ci/floors.json)."""
import collections
import json
import pathlib
import sys

ir = json.load(open(sys.argv[1]))["versions"]["v1.0"]
score = json.load(open(sys.argv[2]))["versions"]["v1.0"]["metrics"]
diagnostics = open(sys.argv[3]).read().splitlines()
limits = json.load(open(pathlib.Path(__file__).with_name("floors.json")))

outcomes = collections.Counter(e["outcome"] for e in ir["examples"] if e["role"] != "resource")
found = {name: metric["pct"] for name, metric in score.items()}
found.update({
    "types": len(ir["types"]),
    "operations": len(ir["operations"]),
    "properties": sum(len(t["properties"]) for t in ir["types"]),
    "examples": sum(outcomes.values()),
    "examples ok": outcomes["ok"],
    "examples unresolved": outcomes["unresolved"],
    "diagnostics": sum("[" in line for line in diagnostics),
})
bad = []
for name, floor in limits["at least"].items():
    print(f"{name:58s} {found.get(name)!s:>9s}  at least {floor}")
    if found.get(name) is None or found[name] < floor:
        bad.append(name)
for name, ceiling in limits["at most"].items():
    print(f"{name:58s} {found.get(name)!s:>9s}  at most  {ceiling}")
    if found.get(name) is None or found[name] > ceiling:
        bad.append(name)
if bad:
    sys.exit("below the floor: " + ", ".join(bad))
