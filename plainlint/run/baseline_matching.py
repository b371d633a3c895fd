"""Known findings: which of a run's findings its baseline has, and what it has in vain."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from plainlint.core.diagnostics import Diagnostic, Scope
from plainlint.core.files import make_relative
from plainlint.engine.linter import Linter
from plainlint.engine.result import Result
from plainlint.run.baseline import (
    GAP,
    Baseline,
    BaselineEntry,
    DocumentRecord,
    digest_words,
    get_lower_grade,
    make_baseline_entry,
    make_document_record,
    make_excerpt,
    read_baseline,
)

# A grade is as sure as it has sentences: with fewer than this, one sentence may move it further.
_SENTENCES = 30

_Keys = Iterable[tuple[str, ...]]


class BaselineComparison(NamedTuple):
    """A run beside its baseline.

    Attributes:
        results: with what is known taken from what is told.
        recorded: for each result, the path under which the baseline has it; empty if it has not.
        absent: the entries that no finding matches any more.
    """

    results: tuple[Result, ...]
    baseline_paths: tuple[str, ...]
    stale: tuple[BaselineEntry, ...]


class MatchSettings(NamedTuple):
    """How a run is held against a baseline.

    Attributes:
        folder: the baseline's folder, from which its paths count.
        setup: the digest of the rules and settings of the run.
        tolerance: how many grades a document of 30 sentences or more may get harder.
        gone: documents of the baseline whose files are no longer there.
    """

    folder: Path
    settings_digest: str
    tolerance: float
    deleted_paths: frozenset[str] = frozenset()


def match_baseline(
    results: Sequence[Result], baseline: Baseline, terms: MatchSettings
) -> BaselineComparison:
    """Tell what is new from what the baseline has.

    A finding is known by its fingerprint in its own document, then in any, for a paragraph may
    have moved; then by its text in its own document, for the sentence around a word may have
    changed, or one of the sentences of a paragraph.
    """
    recorded = _find_baseline_paths(results, baseline, terms)
    here = {*recorded, *terms.deleted_paths}
    left = Counter({each: n for each, n in baseline.entries.items() if each.path in here})
    matched: list[set[int]] = [set() for _ in results]
    for of_finding, of_entry in _PASSES:
        _match_findings(results, recorded, left, matched, of_finding, of_entry)
    parted = (
        _separate_known(
            result, numbers, baseline.documents.get(path), baseline.settings_digest, terms
        )
        for result, numbers, path in zip(results, matched, recorded, strict=True)
    )
    return BaselineComparison(tuple(parted), recorded, tuple(sorted(left.elements())))


def prune_baseline(
    baseline: Baseline, compared: BaselineComparison, terms: MatchSettings
) -> Baseline:
    """The baseline without what is gone; nothing new gets in, and grades only go down.

    Words and settings stay those of the old baseline where something new is open: else it would
    be taken for known.
    """
    here = {*compared.baseline_paths, *terms.deleted_paths}
    documents = {path: each for path, each in baseline.documents.items() if path not in here}
    entries = Counter({each: n for each, n in baseline.entries.items() if each.path not in here})
    is_whole = not documents and not any(result.diagnostics for result in compared.results)
    for result, old in zip(compared.results, compared.baseline_paths, strict=True):
        path = make_relative(result.path, terms.folder)
        if old:
            documents[path] = _ratchet_record(
                make_document_record(path, result), baseline.documents[old], result
            )
        entries.update(make_baseline_entry(path, each) for each in result.baselined)
    return Baseline(
        terms.settings_digest if is_whole else baseline.settings_digest, documents, entries
    )


def _ratchet_record(now: DocumentRecord, before: DocumentRecord, result: Result) -> DocumentRecord:
    grades = [each for each in (now.grade, before.grade) if each is not None]
    kept = before.words if result.diagnostics else now.words
    return DocumentRecord(now.path, kept, min(grades, default=None))


def _find_baseline_paths(
    results: Sequence[Result], baseline: Baseline, terms: MatchSettings
) -> tuple[str, ...]:
    """For each result its path in the baseline, though its file may be renamed by now."""
    paths = [make_relative(result.path, terms.folder) for result in results]
    free = sorted(terms.deleted_paths - set(paths))
    found = []
    for path, result in zip(paths, results, strict=True):
        old = path if path in baseline.documents else _find_renamed(result, baseline, free)
        if old in free:
            free.remove(old)
        found.append(old)
    return tuple(found)


def _find_renamed(result: Result, baseline: Baseline, free: list[str]) -> str:
    """The gone document that this one was: of the same words, or else of most of its findings."""
    if not free:
        return ""
    same = digest_words(result.document.source.text)
    for path in free:
        if baseline.documents[path].words == same:
            return path
    names = {each.fingerprint for each in result.diagnostics if each.scope is Scope.TEXT}
    shared = Counter(
        each.path for each in baseline.entries if each.path in free and each.fingerprint in names
    )
    best, count = max(shared.items(), key=lambda pair: pair[1], default=("", 0))
    return best if 2 * count > len(names) else ""


def _match_findings(
    results: Sequence[Result],
    recorded: tuple[str, ...],
    left: Counter[BaselineEntry],
    matched: list[set[int]],
    of_finding: Callable[[str, Diagnostic], _Keys],
    of_entry: Callable[[BaselineEntry], _Keys],
) -> None:
    """Take from `left` an entry for each finding that has a key in common; note its number."""
    waiting = defaultdict[tuple[str, ...], list[BaselineEntry]](list)
    for one in sorted(+left):
        for key in of_entry(one):
            waiting[key].append(one)
    for result, path, numbers in zip(results, recorded, matched, strict=True):
        for number, each in enumerate(result.diagnostics):
            if number in numbers:
                continue
            candidates = (got for key in of_finding(path, each) for got in waiting.get(key, ()))
            if (taken := next((got for got in candidates if left[got]), None)) is not None:
                left[taken] -= 1
                numbers.add(number)


def _iter_text_keys(path: str, each: Diagnostic) -> Iterator[tuple[str, ...]]:
    """A short text as a whole; a paragraph by its start or its end, for one of them may change."""
    parts = make_excerpt(each.text).split(GAP)
    if len(parts) == 1 or each.scope is Scope.BLOCK:
        yield from ((path, each.rule, part) for part in parts)


def _iter_moved_keys(each: Diagnostic) -> Iterator[tuple[str, ...]]:
    if each.scope in (Scope.TEXT, Scope.BLOCK):
        yield (each.fingerprint,)


_PASSES: tuple[tuple[Callable[[str, Diagnostic], _Keys], Callable[[BaselineEntry], _Keys]], ...] = (
    (
        lambda path, each: [(path, each.fingerprint)],
        lambda entry: [(entry.path, entry.fingerprint)],
    ),
    (lambda _path, each: _iter_moved_keys(each), lambda entry: [(entry.fingerprint,)]),
    (
        _iter_text_keys,
        lambda entry: [(entry.path, entry.rule, part) for part in entry.text.split(GAP)],
    ),
)


def _separate_known(
    result: Result,
    matched: set[int],
    document: DocumentRecord | None,
    setup: str,
    terms: MatchSettings,
) -> Result:
    """The result with what is known apart.

    With the same rules, a text whose words are all the same has nothing new, though a term may
    now be used before it is explained; and its scores are held to its old grade alone. A review
    can become overdue all the same.
    """
    if document is None:
        same_rules = unmoved = rises = False
    else:
        same_rules = setup == terms.settings_digest
        unmoved = same_rules and digest_words(result.document.source.text) == document.words
        rises = _is_harder(result, document, terms.tolerance)
    told: list[Diagnostic] = []
    known: list[Diagnostic] = []
    for number, each in enumerate(result.diagnostics):
        if each.scope is Scope.SCORE:
            is_known = document is not None and not rises and (number in matched or same_rules)
        else:
            in_body = each.scope in (Scope.TEXT, Scope.BLOCK)
            is_known = number in matched or (unmoved and in_body)
        (known if is_known else told).append(each)
    before = document.grade if document else None
    if rises:
        told = [_add_earlier_grade(each, before) for each in told]
    return result._replace(diagnostics=tuple(told), baselined=tuple(known), earlier_grade=before)


def _add_earlier_grade(each: Diagnostic, before: float | None) -> Diagnostic:
    if each.scope is not Scope.SCORE:
        return each
    return each._replace(help=f"It was grade {before:.1f} in the baseline. {each.help}")


def _is_harder(result: Result, document: DocumentRecord, tolerance: float) -> bool:
    """Whether the grade rose by more than one hard sentence can make it rise."""
    now = get_lower_grade(result)
    if now is None or document.grade is None:
        return now is not None
    sentences = max(result.measures.counts.sentences, 1)
    return now - document.grade > tolerance * max(1, _SENTENCES / sentences)


def match_baseline_file(
    checked: Sequence[Result], path: Path, linter: Linter
) -> BaselineComparison:
    """A run held against the baseline in a file."""
    old = read_baseline(path)
    return match_baseline(checked, old, make_match_settings(path, old, linter))


def make_match_settings(path: Path, old: Baseline, linter: Linter) -> MatchSettings:
    """What a comparison with this baseline goes by."""
    folder = path.absolute().parent
    gone = frozenset(each for each in old.documents if not (folder / each).exists())
    return MatchSettings(folder, linter.settings_digest, linter.config.tolerance, gone)
