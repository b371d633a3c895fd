"""Matching findings against a baseline: which are in it, and which of its entries are stale."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from plainlint.core.diagnostics import Diagnostic, Scope
from plainlint.core.files import make_relative
from plainlint.core.levels import Level
from plainlint.core.text import fill_template
from plainlint.document.language_tags import get_primary_tag
from plainlint.engine.fingerprints import compute_former_fingerprint
from plainlint.engine.result import Result
from plainlint.languages.base import name_scale
from plainlint.languages.phrases import translate
from plainlint.run.baseline import (
    GAP,
    Baseline,
    BaselineEntry,
    DocumentRecord,
    digest_words,
    get_level,
    make_baseline_entry,
    make_document_record,
    make_excerpt,
    read_baseline,
)
from plainlint.run.baseline_scope import RunsRule, digest_run, keep_unseen, make_rule_test
from plainlint.run.pipeline import RunContext

# Points of ease that are about as much as a school grade: by the formulas of Flesch, 2.6 points
# for longer sentences and 7 for longer words.
_POINTS_A_GRADE = 5.0
# A grade is as sure as it has sentences: with fewer than this, one sentence may move it further.
_SENTENCES = 30

_Keys = Iterable[tuple[str, ...]]
_FindingKeys = Callable[[str, Diagnostic], _Keys]
_EntryKeys = Callable[[BaselineEntry], _Keys]


class BaselineComparison(NamedTuple):
    """A run compared with its baseline.

    Attributes:
        results: with the findings that are in the baseline moved to `baselined`.
        baseline_paths: for each result, its path in the baseline; empty if it is not there.
        stale: the entries that no finding matches any more.
    """

    results: tuple[Result, ...]
    baseline_paths: tuple[str, ...]
    stale: tuple[BaselineEntry, ...]


class MatchSettings(NamedTuple):
    """How a run is compared with a baseline.

    Attributes:
        folder: the baseline's folder, to which its paths are relative.
        settings_digest: the digest of the settings of the run.
        tolerance: how many grades a document of 30 sentences or more may get harder.
        deleted_paths: documents of the baseline whose files no longer exist.
        get_messages: returns the ids of a rule, each with the templates of its message, in this
            version and earlier ones.
        runs_rule: returns whether a rule runs on a document of the baseline.
    """

    folder: Path
    settings_digest: str
    tolerance: float
    deleted_paths: frozenset[str] = frozenset()
    get_messages: Callable[[str], tuple[tuple[str, str], ...]] = lambda _rule: ()
    runs_rule: RunsRule = lambda _path, _rule: True


def match_baseline_file(
    results: Sequence[Result], path: Path, context: RunContext
) -> BaselineComparison:
    """Compare a run with the baseline in a file.

    Raises:
        PlainlintError: the file can't be read, or is not a baseline.
    """
    baseline = read_baseline(path)
    return match_baseline(results, baseline, make_match_settings(path, baseline, context, results))


def make_match_settings(
    path: Path, baseline: Baseline, context: RunContext, results: Sequence[Result]
) -> MatchSettings:
    """Return the settings for comparing the results of a run with the baseline at `path`."""
    folder = path.absolute().parent
    return MatchSettings(
        folder=folder,
        settings_digest=digest_run(context, results),
        tolerance=context.config.baseline_grade_tolerance,
        deleted_paths=frozenset(
            document for document in baseline.documents if not (folder / document).exists()
        ),
        get_messages=context.linter.rule_set.get_former_messages,
        runs_rule=make_rule_test(context, folder),
    )


def match_baseline(
    results: Sequence[Result], baseline: Baseline, settings: MatchSettings
) -> BaselineComparison:
    """Separate new findings from those in the baseline.

    A finding is matched by its fingerprint in its own document, then in any, as a paragraph may
    have moved; then by its text in its own document, as the sentence around a word may have
    changed, or one sentence of a paragraph.
    """
    baseline_paths = _find_baseline_paths(results, baseline, settings)
    is_seen = _make_entry_test(results, baseline_paths, settings)
    unmatched = Counter(
        {entry: count for entry, count in baseline.entries.items() if is_seen(entry)}
    )
    matched: list[set[int]] = [set() for _ in results]

    def iter_fingerprint_keys(path: str, diagnostic: Diagnostic) -> Iterator[tuple[str, ...]]:
        yield path, diagnostic.fingerprint
        if diagnostic.scope is Scope.FRONT_MATTER:
            for former in _iter_former_fingerprints(diagnostic, settings):
                yield path, former

    passes: tuple[tuple[_FindingKeys, _EntryKeys], ...] = (
        (iter_fingerprint_keys, lambda entry: [(entry.path, entry.fingerprint)]),
        (_iter_moved_keys, lambda entry: [(entry.fingerprint,)]),
        (
            _iter_text_keys,
            lambda entry: [(entry.path, entry.rule, part) for part in entry.text.split(GAP)],
        ),
    )
    for get_finding_keys, get_entry_keys in passes:
        _match_findings(
            results, baseline_paths, unmatched, matched, get_finding_keys, get_entry_keys
        )
    separated = (
        _separate_baselined(result, numbers, baseline, path, settings)
        for result, numbers, path in zip(results, matched, baseline_paths, strict=True)
    )
    return BaselineComparison(tuple(separated), baseline_paths, tuple(sorted(unmatched.elements())))


def _make_entry_test(
    results: Sequence[Result], baseline_paths: Sequence[str], settings: MatchSettings
) -> Callable[[BaselineEntry], bool]:
    """Return a test of whether a run looked at the document and the rule of an entry.

    No rule looks at a file that can't be read; a file that no longer exists has no findings.
    """
    paths = {
        path
        for path, result in zip(baseline_paths, results, strict=True)
        if not result.document.source.problem
    } | settings.deleted_paths
    return lambda entry: entry.path in paths and settings.runs_rule(entry.path, entry.rule)


def replace_baseline(
    old: Baseline, new: Baseline, results: Sequence[Result], settings: MatchSettings
) -> Baseline:
    """Return a new baseline of a run, with what the old one holds of all else."""
    baseline_paths = _find_baseline_paths(results, old, settings)
    is_seen = _make_entry_test(results, baseline_paths, settings)
    return keep_unseen(new, old, is_seen, _list_unread(results, settings))


def _list_unread(results: Sequence[Result], settings: MatchSettings) -> set[str]:
    return {
        make_relative(result.path, settings.folder)
        for result in results
        if result.document.source.problem
    }


def prune_baseline(
    baseline: Baseline, comparison: BaselineComparison, settings: MatchSettings
) -> Baseline:
    """Return the baseline without stale entries; nothing new gets in, and grades only go down.

    Words and settings stay those of the old baseline where a document has new findings, or may
    have some of rules that did not run: they would be taken for old ones otherwise.
    """
    results, paths = comparison.results, comparison.baseline_paths
    is_seen = _make_entry_test(results, paths, settings)
    has_new = any(result.diagnostics for result in results)
    is_whole = all(map(is_seen, baseline.entries)) and not baseline.documents.keys() - {
        *paths,
        *settings.deleted_paths,
    }
    digest = settings.settings_digest if is_whole and not has_new else baseline.settings_digest
    has_all_rules = digest == settings.settings_digest
    documents: dict[str, DocumentRecord] = {}
    entries: Counter[BaselineEntry] = Counter()
    for result, old_path in zip(results, paths, strict=True):
        path = make_relative(result.path, settings.folder)
        if old_path:
            before = baseline.documents[old_path]
            record = _ratchet_record(make_document_record(path, result), before, result)
            documents[path] = record if has_all_rules else record._replace(words=before.words)
        entries.update(
            make_baseline_entry(path, diagnostic)
            for diagnostic in result.baselined
            if diagnostic.fingerprint not in baseline.accepted
        )
    pruned = Baseline(digest, documents, entries, baseline.accepted)
    kept = keep_unseen(pruned, baseline, is_seen, _list_unread(results, settings))
    return kept._replace(settings_digest=digest)


def _ratchet_record(
    record: DocumentRecord, before: DocumentRecord, result: Result
) -> DocumentRecord:
    level = _get_earlier_level(before, result)
    if (now := record.level) and (level is None or (now.measure_rise(level) or 0) < 0):
        level = now
    words = before.words if result.diagnostics else record.words
    return DocumentRecord(record.path, words, *(level or (None,)))


def _get_earlier_level(record: DocumentRecord | None, result: Result) -> Level | None:
    """Return the level in the baseline, if it is on the scale of the document's language.

    A grade from before the language was recognised counts no more.
    """
    level, scale = record.level if record else None, result.measures.scale
    if level is None or scale is None:
        return None
    return level if level.scale == (scale.formulas[0] if scale.is_ease else "") else None


def _find_baseline_paths(
    results: Sequence[Result], baseline: Baseline, settings: MatchSettings
) -> tuple[str, ...]:
    """Return the path of each result in the baseline, though its file may be renamed by now."""
    paths = [make_relative(result.path, settings.folder) for result in results]
    free = sorted(settings.deleted_paths - set(paths))
    baseline_paths = []
    for path, result in zip(paths, results, strict=True):
        old_path = path if path in baseline.documents else _find_renamed(result, baseline, free)
        if old_path in free:
            free.remove(old_path)
        baseline_paths.append(old_path)
    return tuple(baseline_paths)


def _find_renamed(result: Result, baseline: Baseline, free: list[str]) -> str:
    """Return the deleted document with the same words, else with most of the same findings."""
    if not free:
        return ""
    words = digest_words(result.document.source.text)
    for path in free:
        if baseline.documents[path].words == words:
            return path
    fingerprints = {
        diagnostic.fingerprint
        for diagnostic in result.diagnostics
        if diagnostic.scope is Scope.TEXT
    }
    shared = Counter(
        entry.path
        for entry in baseline.entries
        if entry.path in free and entry.fingerprint in fingerprints
    )
    best, count = max(shared.items(), key=lambda pair: pair[1], default=("", 0))
    return best if 2 * count > len(fingerprints) else ""


def _match_findings(
    results: Sequence[Result],
    baseline_paths: tuple[str, ...],
    unmatched: Counter[BaselineEntry],
    matched: list[set[int]],
    get_finding_keys: _FindingKeys,
    get_entry_keys: _EntryKeys,
) -> None:
    """Take an entry from `unmatched` for each finding with a key in common; note its index."""
    entries_by_key = defaultdict[tuple[str, ...], list[BaselineEntry]](list)
    for entry in sorted(+unmatched):
        for key in get_entry_keys(entry):
            entries_by_key[key].append(entry)
    for result, path, numbers in zip(results, baseline_paths, matched, strict=True):
        for number, diagnostic in enumerate(result.diagnostics):
            if number in numbers:
                continue
            candidates = (
                entry
                for key in get_finding_keys(path, diagnostic)
                for entry in entries_by_key.get(key, ())
                if unmatched[entry]
            )
            if (match := next(candidates, None)) is not None:
                unmatched[match] -= 1
                numbers.add(number)


def _iter_former_fingerprints(diagnostic: Diagnostic, settings: MatchSettings) -> Iterator[str]:
    """Yield the fingerprints that versions up to 0.1.0 gave a finding on front matter."""
    values = {"audience": diagnostic.audience, **diagnostic.values}
    for rule, template in settings.get_messages(diagnostic.rule):
        try:
            yield compute_former_fingerprint(rule, diagnostic, fill_template(template, values))
        except KeyError:
            continue


def _iter_moved_keys(_path: str, diagnostic: Diagnostic) -> Iterator[tuple[str, ...]]:
    if diagnostic.scope in (Scope.TEXT, Scope.BLOCK):
        yield (diagnostic.fingerprint,)


def _iter_text_keys(path: str, diagnostic: Diagnostic) -> Iterator[tuple[str, ...]]:
    """Yield a short text whole, a paragraph by start and end, one of which may have changed."""
    parts = make_excerpt(diagnostic.text).split(GAP)
    if len(parts) == 1 or diagnostic.scope is Scope.BLOCK:
        yield from ((path, diagnostic.rule, part) for part in parts)


def _separate_baselined(
    result: Result, matched: set[int], baseline: Baseline, path: str, settings: MatchSettings
) -> Result:
    """Return the result with the findings that are in the baseline moved to `baselined`.

    With the same settings, a text with exactly the same words has nothing new, though a term may
    now be used before it is explained; and its scores are only held to its old grade. A review
    can become overdue all the same.
    """
    record = baseline.documents.get(path)
    before = _get_earlier_level(record, result)
    if record is None:
        same_settings = is_unchanged = is_harder = False
    else:
        same_settings = baseline.settings_digest == settings.settings_digest
        is_unchanged = same_settings and digest_words(result.document.source.text) == record.words
        is_harder = _is_harder(result, before, settings.tolerance)
    new: list[Diagnostic] = []
    baselined: list[Diagnostic] = []
    for number, diagnostic in enumerate(result.diagnostics):
        if diagnostic.fingerprint in baseline.accepted:
            is_baselined = True
        elif diagnostic.scope is Scope.SCORE:
            may_stay = record is not None and not is_harder
            is_baselined = may_stay and (number in matched or same_settings)
        else:
            in_body = diagnostic.scope in (Scope.TEXT, Scope.BLOCK)
            is_baselined = number in matched or (is_unchanged and in_body)
        (baselined if is_baselined else new).append(diagnostic)
    if is_harder and before:
        kind = name_scale(before.scale) or "grade"
        was = f"It was {kind} {before.value:.1f} in the baseline."
        said = translate(was, get_primary_tag(result.language))
        new = [_add_help(diagnostic, said) for diagnostic in new]
    return result._replace(diagnostics=tuple(new), baselined=tuple(baselined), earlier_level=before)


def _add_help(diagnostic: Diagnostic, said: str) -> Diagnostic:
    if diagnostic.scope is not Scope.SCORE:
        return diagnostic
    return diagnostic._replace(help=f"{said} {diagnostic.help}")


def _is_harder(result: Result, before: Level | None, tolerance: float) -> bool:
    """Return whether the document got harder by more than one hard sentence can make it."""
    level = get_level(result)
    rise = level.measure_rise(before) if level and before else None
    if level is None or rise is None:
        return level is not None
    sentences = max(result.measures.counts.sentences, 1)
    step = _POINTS_A_GRADE if level.is_ease else 1
    return rise > tolerance * step * max(1, _SENTENCES / sentences)
