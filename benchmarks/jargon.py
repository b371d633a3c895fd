"""Jargon against editors: terms found again, told from the others, and the links --fix puts back.

    python benchmarks/jargon.py [CORPUS]

Five-fold over documents: a fold's popup links are taken out of its documents, the glossary is
harvested and the weights of `need` are fitted on the other folds, and what plainlint does is held
against what the editors did.
"""

import re
import tempfile
from pathlib import Path

from corpus_path import corpus_files
from fit_need import fitted
from linking_choices import FOLDS, Choice, Page, choices, glossaries, pages

from plainlint import Config
from plainlint.analysis.glossary.file_format import serialise_glossary
from plainlint.analysis.glossary.matching import TermMatcher
from plainlint.analysis.glossary.mentions import MentionState
from plainlint.analysis.glossary.model import Glossary
from plainlint.analysis.glossary.popup_links import read_popup
from plainlint.analysis.glossary.relevance import get_usage, score_relevance
from plainlint.document.model import Document
from plainlint.document.readers import parse_source
from plainlint.engine.fixes import apply_fixes
from plainlint.engine.linter import Linter
from plainlint.rulebook.selection import RuleSet

RULE = "jargon/unexplained-term"
# --fix is tried on every so many documents: each is read a dozen times.
FIX_EVERY = 4
RAW_POPUP = re.compile(
    r"\]\((?=[^()\s]*popDefinition)[^()\s]*?[?&]id=(?:CDR)?0*(\d+)[^()\s]*?version=(\w+)"
    r"[^()\s]*?language=(\w+)",
    re.IGNORECASE,
)
AUDIENCES = {"patient": "patient", "healthprofessional": "technical"}
THRESHOLDS = range(20, 75, 5)


def links(corpus: list[Page]) -> None:
    """Popup links as a plain search sees them, against those that were read."""
    seen = right = 0
    for document in (page.document for page in corpus):
        raw = [
            (number, AUDIENCES[version.lower()], language.lower()[:2])
            for number, version, language in RAW_POPUP.findall(document.source.text)
        ]
        read = [popup for link in document.links if (popup := read_popup(link))]
        found = {(popup.id, popup.audience, popup.language) for popup in read}
        seen += len(raw)
        right += sum(each in found for each in raw)
    print(f"popup links read to the right id, audience and language: {right} of {seen}")


def recall(corpus: list[Page], by_fold: list[Glossary]) -> None:
    """The linked terms of the glossary that are found again as mentions of that term."""
    found = asked = 0
    for fold, glossary in enumerate(by_fold):
        known = {term.id for term in glossary.terms}
        find = TermMatcher(glossary).find
        for page in (page for page in corpus if page.fold == fold):
            texts = (block.text for block in page.bare.blocks if block.is_running_text)
            met = {match.term.id for text in texts for match in find(text)}
            asked += len(page.linked & known)
            found += len(page.linked & known & met)
    print(f"linked terms of the glossary found again: {100 * found / asked:.1f}% of {asked}")


def ranking(corpus: list[Page], by_fold: list[Glossary]) -> None:
    """The terms of patient pages by need and by link rate, against the editors' choice."""
    patient = [page for page in corpus if page.for_patients]
    seen = {id(page): choices(page, by_fold[page.fold]) for page in patient}
    scored: list[tuple[float, float, Choice, bool]] = []
    for fold in range(FOLDS):
        weights = fitted(
            choice
            for page in patient
            if page.fold != fold
            for choice in seen[id(page)]
            if get_usage(choice.mention.match.term, "patient")
        )
        for page in (page for page in patient if page.fold == fold):
            for choice in seen[id(page)]:
                term = choice.mention.match.term
                value = score_relevance(term, "patient", choice.place, weights).value
                use = term.patient
                rate = (use.linked_in + 0.5) / (use.documents + 1)
                scored.append((value, rate, choice, bool(page.linked)))
    total = sum(choice.linked for *_, choice, _ in scored)
    print(f"patient pages: {len(scored)} first mentions of terms, {total} of them linked")
    for label, rows in (
        ("all patient pages", scored),
        ("pages with links", [row for row in scored if row[3]]),
    ):
        by_need = auc([(value, choice.linked) for value, _, choice, _ in rows])
        by_rate = auc([(rate, choice.linked) for _, rate, choice, _ in rows])
        print(f"{label}: AUC of need {by_need:.4f}, of the link rate alone {by_rate:.4f}")
    curve(scored)


def auc(scored: list[tuple[float, bool]]) -> float:
    """The chance that a linked term has the higher score, ties counting half."""
    ranks: dict[float, list[int]] = {}
    for value, linked in scored:
        ranks.setdefault(value, [0, 0])[linked] += 1
    below = wins = 0.0
    for _, (no, yes) in sorted(ranks.items()):
        wins += yes * (below + no / 2)
        below += no
    yes = sum(linked for _, linked in scored)
    return wins / (yes * below)


def curve(scored: list[tuple[float, float, Choice, bool]]) -> None:
    """Precision and recall at each threshold; for what is not explained in the text as well."""
    rule = next(rule for rule in RuleSet(Config()).get_running_rules() if rule.id == RULE)
    target = rule.limits["patient"].target
    plain = [row for row in scored if row[2].mention.state is MentionState.NEITHER]
    print("need above  flagged  recall  precision    not explained: recall  precision")
    for threshold in sorted({*THRESHOLDS, target}):
        cells = []
        for rows in (scored, plain):
            flagged = [choice for value, _, choice, _ in rows if value > threshold]
            right = sum(choice.linked for choice in flagged)
            linked = sum(choice.linked for *_, choice, _ in rows)
            cells += [len(flagged), 100 * right / linked, 100 * right / len(flagged)]
        mark = " <- the rule's" if threshold == target else ""
        print(
            f"{threshold:10.0f}  {cells[0]:7}  {cells[1]:5.1f}%  {cells[2]:8.1f}%"
            f"  {cells[4]:20.1f}%  {cells[5]:8.1f}%{mark}"
        )


def put_back(page: Page, linter: Linter) -> tuple[int, int, bool]:
    """(links put back byte for byte, links put where the editor had one, nothing else changed)."""
    bare = page.bare.source
    once = apply_fixes(bare, linter)
    after, before = parse_source(once), page.bare
    same = [s.text for s in after.sentences] == [s.text for s in before.sentences]
    rest = apply_fixes(once, linter).text == once.text
    inserted, written = first_links(after), first_links(page.document)
    places = [
        identity
        for identity, (place, _) in written.items()
        if identity in inserted and inserted[identity][0] == place
    ]
    back = sum(inserted[identity] == written[identity] for identity in places)
    return back, len(places), same and rest


def first_links(document: Document) -> dict[str, tuple[tuple[int, int], str]]:
    """For each id its first popup link: (block, place in the block's visible text), and source."""
    first: dict[str, tuple[tuple[int, int], str]] = {}
    for number, block in enumerate(document.blocks):
        for link in block.links:
            popup = read_popup(link)
            if popup is not None and popup.id:
                first.setdefault(popup.id, ((number, link.start), document.source.slice(link.span)))
    return first


def fixes(corpus: list[Page], by_fold: list[Glossary]) -> None:
    """What --fix makes of the pages without links."""
    back = tried = documents = sound = 0
    for fold, glossary in enumerate(by_fold):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "glossary.json"
            path.write_text(serialise_glossary(glossary), encoding="utf-8")
            linter = Linter(Config(select=(RULE,), default_glossary=False, glossary=(path,)), None)
            for page in [page for page in corpus if page.fold == fold][::FIX_EVERY]:
                good, places, kept = put_back(page, linter)
                back, tried = back + good, tried + places
                documents, sound = documents + 1, sound + kept
    print(f"--fix: same words, nothing on a second run: {sound} of {documents} documents")
    print(f"--fix: the editor's link, byte for byte: {100 * back / tried:.1f}% of {tried}")


def main() -> None:
    corpus = pages(corpus_files(__doc__ or ""))
    by_fold = glossaries(corpus)
    links(corpus)
    recall(corpus, by_fold)
    ranking(corpus, by_fold)
    fixes(corpus, by_fold)


if __name__ == "__main__":
    main()
