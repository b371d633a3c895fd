"""Accuracy on real documents: the seed document's figures, and patient pages told from doctors'.

    python benchmarks/accuracy.py [CORPUS]

The corpus is a folder of National Cancer Institute pages as Markdown. A name with `-hp-` that ends
in `-pdq.md` is a health-professional page, any other name that ends so is a patient page. The
names serve to judge the results and are seen by no rule.
"""

from datetime import date
from pathlib import Path

from corpus_path import corpus_files

from plainlint import Config
from plainlint.discovery import read_source
from plainlint.glossary.popups import read_popup
from plainlint.linter import Linter, Result
from plainlint.metrics.measures import measure
from plainlint.parse import parse_source

SEED = Path(__file__).parents[1] / "seeds" / "types-lung-research-crizotinib.md"
TODAY = date(2026, 11, 22)
MISMATCH = "metadata/audience-mismatch"


def auc(high: list[float], low: list[float]) -> float:
    """The chance that a number from `high` is above one from `low`, ties counting half."""
    wins = sum((a > b) + 0.5 * (a == b) for a in high for b in low)
    return wins / (len(high) * len(low))


def seed() -> None:
    document = parse_source(read_source(SEED))
    measures = measure(document)
    counts = measures.counts
    popups = sum(read_popup(link) is not None for link in document.links)
    print(f"seed: {counts.sentences} sentences, {counts.words} words, {popups} popups")
    for name, value in measures.scores.items():
        print(f"seed: {name} {value:.2f}")


def sound(results: list[Result]) -> None:
    findings = [each for result in results for each in result.diagnostics]
    sources = {result.path: result.document.source for result in results}
    empty = sum(not each.message.strip() or not each.help.strip() for each in findings)
    wrong = sum(each.text != sources[each.path].slice(each.span) for each in findings)
    print(f"corpus: {len(results)} documents, {len(findings)} findings")
    print(f"corpus: {empty} empty messages, {wrong} findings whose text is not source[start:end]")


def separation(results: list[Result]) -> None:
    pages = [r for r in results if r.path.endswith("-pdq.md") and "levels-evidence" not in r.path]
    professional = [r for r in pages if "-hp-" in Path(r.path).name]
    patient = [r for r in pages if "-hp-" not in Path(r.path).name]
    print(f"PDQ pages: {len(professional)} for professionals, {len(patient)} for patients")
    for name in ("flesch_kincaid", "smog"):
        high, low = ([r.measures.scores[name] for r in group] for group in (professional, patient))
        means = f"means {sum(high) / len(high):.1f} and {sum(low) / len(low):.1f}"
        print(f"{name}: AUC {auc(high, low):.4f}, {means}")
    for label, group in (("professional", professional), ("patient", patient)):
        found = [r for r in group if any(d.rule == MISMATCH for d in r.diagnostics)]
        share = 100 * len(found) / len(group)
        print(f"{MISMATCH}: {share:.1f}% of {label} pages ({len(found)} of {len(group)})")


def main() -> None:
    files = corpus_files(__doc__ or "")
    seed()
    linter = Linter(Config(), TODAY)
    results = [linter.lint(read_source(path)) for path in files]
    sound(results)
    separation(results)


if __name__ == "__main__":
    main()
