"""The findings of each rule on documents that were read, against judgements made by reading.

    python benchmarks/judgements.py [CORPUS] [--open]

`tests/judgements.csv` says of findings whether a careful editor would agree that the place deserves
this message for these readers. They are the findings on the seed document and on twenty documents
of a corpus; of a rule that finds much there a random sample is judged, of a rule that finds little
also findings on other documents. All rules run, the optional ones too. `--open` prints the findings
that lack a judgement.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from corpus_path import corpus_files

from plainlint import Config
from plainlint.core.diagnostics import Diagnostic
from plainlint.engine.fingerprints import digest, number_fingerprints
from plainlint.engine.linter import Linter
from plainlint.rulebook.page import Pages, get_shipped_folder
from plainlint.run.discovery import read_source

ROOT = Path(__file__).resolve().parents[1]
JUDGEMENTS = ROOT / "tests" / "judgements.csv"
SEED = ROOT / "seeds" / "types-lung-research-crizotinib.md"
READ = (
    "types-cervical-did-you-know-cervical-cancer-video.md",
    "about-cancer-treatment-drugs-mercaptopurine.md",
    "about-cancer-treatment-drugs-dabrafenib.md",
    "about-cancer-treatment-drugs-gemcitabine-cisplatin.md",
    "about-cancer-treatment-side-effects-nutrition-easy-to-digest.md",
    "about-cancer-treatment-side-effects-hair-loss.md",
    "about-cancer-treatment-questions.md",
    "types-lymphoma.md",
    "types-bladder-survival.md",
    "types-breast-male-breast-cancer.md",
    "types-aya.md",
    "types-breast-research-10-years-tamoxifen.md",
    "types-prostate-research-enzalutamide-metastatic.md",
    "about-cancer-treatment-research-car-t-cells.md",
    "types-breast-risk-fact-sheet.md",
    "types-head-and-neck-patient-child-oral-cavity-treatment-pdq.md",
    "about-cancer-treatment-cam-patient-mushrooms-pdq.md",
    "types-cervical-hp-child-cervical-vaginal-treatment-pdq.md",
    "about-cancer-treatment-cam-hp-714-x-pdq.md",
    "types-prostate-research-plco-screening-results-qa.md",
)
TODAY = date(2026, 11, 22)
# Of a rule with more findings than this, so many are judged.
SAMPLE = 40
# The share of right findings that a rule must reach.
GOAL = 0.9


class Key(NamedTuple):
    """What a judgement is about: a document's name, a rule and a finding's numbered fingerprint."""

    document: str
    rule: str
    finding: str


Found = tuple[Key, Diagnostic]


def main() -> None:
    """Print for each rule what it finds, how much of it is judged, and how much is right."""
    show_open = "--open" in sys.argv
    sys.argv = [each for each in sys.argv if each != "--open"]
    paths = {path.name: path for path in corpus_files(__doc__ or "")} | {SEED.name: SEED}
    verdicts = judgements()
    silent, shares = [], {}
    found = findings_by_rule(paths, verdicts)
    print(f"{'rule':34} findings judged right   share")
    for rule in Pages([get_shipped_folder()]):
        listed = found.get(rule, [])
        known = [verdicts[key] for key, _ in listed if key in verdicts]
        if not listed:
            silent.append(rule)
            continue
        right = known.count("right")
        shares[rule] = right / len(known) if known else 1.0
        share = f"{right / len(known):7.1%}" if known else "      -"
        low = "  too few" if right < GOAL * len(known) else ""
        print(f"{rule:34} {len(listed):8} {len(known):6} {right:5} {share}{low}")
        for key, each in unjudged(listed, verdicts) if show_open else ():
            print(f"    open: {key.document}:{each.start.line}: {each.text[:60]!r}")
    lowest = min(shares, key=lambda rule: shares[rule])
    print(f"the lowest share: {shares[lowest]:.1%} ({lowest})")
    print(f"nothing found: {', '.join(silent)}")
    print(f"without a judgement: {sum(len(unjudged(each, verdicts)) for each in found.values())}")


def judgements() -> dict[Key, str]:
    """The verdicts, `right` or `wrong`."""
    with JUDGEMENTS.open(encoding="utf-8", newline="") as rows:
        return {
            Key(row["document"], row["rule"], row["finding"]): row["verdict"]
            for row in csv.DictReader(rows)
        }


def findings_by_rule(paths: dict[str, Path], verdicts: Iterable[Key]) -> dict[str, list[Found]]:
    """All findings on the documents that were read, and those on others that are judged."""
    judged = set(verdicts)
    found = defaultdict[str, list[Found]](list)
    for name in dict.fromkeys((SEED.name, *READ, *sorted(key.document for key in judged))):
        if name in paths:
            whole = name in (SEED.name, *READ)
            for key, each in findings(paths[name]):
                if whole or key in judged:
                    found[key.rule].append((key, each))
    return found


def findings(path: Path) -> Iterator[Found]:
    """What all rules find in a document."""
    for each, name in number_fingerprints(_LINTER.lint(read_source(path)).diagnostics):
        yield Key(path.name, each.rule, name), each


def unjudged(listed: list[Found], verdicts: dict[Key, str]) -> list[Found]:
    """The findings that still need a judgement: all, or those of a fixed random sample."""
    drawn = sorted(
        (each for each in listed if each[0].document in (SEED.name, *READ)),
        key=lambda found: digest(*found[0]),
    )
    return [each for each in drawn[:SAMPLE] if each[0] not in verdicts]


def _linter() -> Linter:
    pages = Pages([get_shipped_folder()])
    optional = tuple(name for name, page in pages.items() if page.policy.get("optional"))
    return Linter(Config()._replace(extend_select=optional), TODAY)


_LINTER = _linter()

if __name__ == "__main__":
    main()
