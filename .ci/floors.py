"""Fails if a figure of the corpus run fell below its floor, or a ceiling was passed (.ci/floors.json).

Arguments: the exported model, one file of scores for each version, and the diagnostics.
"""
import collections
import json
import pathlib
import sys

exported, *scored, messages = sys.argv[1:]
versions = json.load(open(exported))["versions"]
scores = {}
for path in scored:
    scores.update(json.load(open(path))["versions"])
limits = json.load(open(pathlib.Path(__file__).with_name("floors.json")))
bad = []


def check(name, found, limit, holds, words):
    print(f"{name:64s} {found!s:>9s}  {words} {limit}")
    if found is None or not holds(found, limit):
        bad.append(name)


def least(found, limit):
    return found >= limit


def most(found, limit):
    return found <= limit


for version, model in versions.items():
    outcomes = collections.Counter(e["outcome"] for e in model["examples"] if e["role"] != "resource")
    found = {name: metric["pct"] for name, metric in scores[version]["metrics"].items()}
    found.update({
        "types": len(model["types"]),
        "operations": len(model["operations"]),
        "properties": sum(len(t["properties"]) for t in model["types"]),
        "examples": sum(outcomes.values()),
        "examples ok": outcomes["ok"],
        "examples unresolved": outcomes["unresolved"],
    })
    for name, floor in limits[version]["at least"].items():
        check(f"{version} {name}", found.get(name), floor, least, "at least")
    for name, ceiling in limits[version]["at most"].items():
        check(f"{version} {name}", found.get(name), ceiling, most, "at most")
diagnostics = sum("[" in line for line in open(messages))
check("diagnostics", diagnostics, limits["diagnostics at most"], most, "at most")
if bad:
    sys.exit("below the floor: " + ", ".join(bad))
