"""What a run looked at: what a baseline holds of other documents and rules is kept."""

from collections.abc import Callable, Sequence
from pathlib import Path

from plainlint.engine.fingerprints import digest
from plainlint.engine.result import Result
from plainlint.run.baseline import Baseline, BaselineEntry
from plainlint.run.digests import digest_settings
from plainlint.run.pipeline import RunContext

# Whether a rule runs on the document at a path of the baseline.
RunsRule = Callable[[str, str], bool]


def make_rule_test(context: RunContext, folder: Path) -> RunsRule:
    """Return a test of whether a rule runs on a document, for a baseline in `folder`.

    A rule that no longer exists counts as one that runs and finds nothing.
    """
    names: dict[str, tuple[frozenset[str], frozenset[str]]] = {}

    def list_names(document: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the names of the rules that run on a document, and of all, former ones too."""
        path = str(folder / document)
        rule_set = context.choose_for_file(path).linter.rule_set
        rules = (rule.id for rule in rule_set.get_rules_for_path(path))
        return rule_set.add_former_names(rules), rule_set.add_former_names(rule_set.pages)

    def runs_rule(document: str, rule: str) -> bool:
        if document not in names:
            names[document] = list_names(document)
        running, known = names[document]
        return rule in running or rule not in known

    return runs_rule


def digest_run(context: RunContext, results: Sequence[Result]) -> str:
    """Digest all that decided the results of a run: the settings of all its documents."""
    contexts = context.list_contexts(result.path for result in results) or [context]
    digests = {digest_settings(one.config) for one in contexts}
    return digests.pop() if len(digests) == 1 else digest(*sorted(digests))


def keep_unseen(
    new: Baseline, old: Baseline, is_seen: Callable[[BaselineEntry], bool], unread: set[str]
) -> Baseline:
    """Return a new baseline with what the old one holds of documents and rules not looked at.

    Where both were made with other settings, the digest is empty: no run counts as having the
    settings of either, and each finding is compared by itself.

    Args:
        is_seen: returns whether the new run looked at the document and the rule of an entry.
        unread: paths of documents that could not be read, which keep their old records.
    """
    kept = {entry: count for entry, count in old.entries.items() if not is_seen(entry)}
    paths = {entry.path for entry in kept}
    records = {
        path: record
        for path, record in old.documents.items()
        if path in unread or path not in new.documents
    }
    records = {
        path: record
        for path, record in records.items()
        if path in paths or path in unread or not is_seen(BaselineEntry(path, "", "", ""))
    }
    same = not (kept or records) or old.settings_digest == new.settings_digest
    return new._replace(
        settings_digest=new.settings_digest if same else "",
        documents={**new.documents, **records},
        entries={**new.entries, **kept},
    )
