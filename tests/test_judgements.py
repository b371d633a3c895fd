"""The judgements of findings are complete, and match the findings on the seed document."""

import csv
from collections import Counter
from datetime import date

from plainlint import Config
from plainlint.engine.fingerprints import number_fingerprints
from plainlint.engine.linter import Linter
from plainlint.rulebook.page import Pages, get_shipped_folder
from plainlint.run.discovery import read_source
from tests.conftest import ROOT, TODAY

SEED = ROOT / "seeds" / "types-lung-research-crizotinib.md"
PAGES = Pages([get_shipped_folder()])
with (ROOT / "tests" / "judgements.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


def test_every_judgement_has_a_rule_a_verdict_and_a_reason():
    assert {row["rule"] for row in ROWS} <= set(PAGES)
    assert {row["verdict"] for row in ROWS} == {"right", "wrong"}
    assert all(row["reason"] for row in ROWS)


def test_no_judgement_is_repeated():
    keys = Counter((row["document"], row["rule"], row["finding"]) for row in ROWS)
    assert max(keys.values()) == 1


def test_all_findings_on_the_seed_document_are_judged():
    optional = tuple(name for name, page in PAGES.items() if page.policy.get("optional"))
    linter = Linter(Config()._replace(extend_select=optional), date.fromisoformat(TODAY))
    diagnostics = linter.lint(read_source(SEED)).diagnostics
    findings = {
        (diagnostic.rule, fingerprint)
        for diagnostic, fingerprint in number_fingerprints(diagnostics)
    }
    judged = {(row["rule"], row["finding"]) for row in ROWS if row["document"] == SEED.name}
    assert findings == judged


def test_nine_of_ten_are_right_for_each_rule():
    verdicts = {rule: Counter[str]() for rule in PAGES}
    for row in ROWS:
        verdicts[row["rule"]][row["verdict"]] += 1
    low = {
        rule: counts for rule, counts in verdicts.items() if counts["right"] < 0.9 * counts.total()
    }
    assert low == {}
