"""Compares the JSON of two runs of `check`: rules, spans, severities and values of all findings.

    plainlint check FOLDER --output-format json > before.json
    python benchmarks/same_findings.py before.json after.json

Messages, help texts and fingerprints may differ. The exit code is 1 if anything else does.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

_MAY_DIFFER = frozenset({"message", "help", "fingerprint"})


def find_differences(before: Any, after: Any) -> Iterator[str]:
    """Yield each difference between two runs, in words."""
    empty: dict[str, Any] = {}
    for old, new in zip_longest(before["documents"], after["documents"], fillvalue=empty):
        path = old.get("path") or new.get("path")
        for key in sorted((old.keys() | new.keys()) - {"diagnostics"}):
            if old.get(key) != new.get(key):
                yield f"{path}: {key}: {old.get(key)!r} -> {new.get(key)!r}"
        findings = old.get("diagnostics", []), new.get("diagnostics", [])
        for number, (one, other) in enumerate(zip_longest(*findings, fillvalue=empty)):
            for key in sorted((one.keys() | other.keys()) - _MAY_DIFFER):
                if one.get(key) != other.get(key):
                    rule = one.get("rule") or other.get("rule")
                    change = f"{one.get(key)!r} -> {other.get(key)!r}"
                    yield f"{path}: finding {number}, {rule}: {key}: {change}"


def main() -> int:
    """Print the differences between two files of JSON, and how many there are."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    args = parser.parse_args()
    before, after = (
        json.loads(path.read_text(encoding="utf-8")) for path in (args.before, args.after)
    )
    differences = list(find_differences(before, after))
    for line in differences[:20]:
        print(line)
    findings = sum(len(document["diagnostics"]) for document in after["documents"])
    print(f"{findings:,} findings, {len(differences):,} differences")
    return int(bool(differences))


if __name__ == "__main__":
    sys.exit(main())
