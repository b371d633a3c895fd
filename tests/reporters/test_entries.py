"""entries: one entry for each sentence to work on, printed in full once in a run."""

from datetime import date

import pytest

from plainlint.config.settings import Config
from plainlint.core.source import RawFile, Source
from plainlint.engine.linter import Linter
from plainlint.reporters import format_documents, load_streamed_format
from plainlint.reporters.style import Style
from plainlint.run.pipeline import RunContext, lint_documents
from plainlint.run.tally import sum_tallies

HEAD = "---\naudienceLevel: patient\ntitle: Sleep\n---\n\n"
HARD = (
    "Utilize the inhaler in accordance with the instructions that the respiratory physician gave "
    "you, and subsequently commence the exercises that were demonstrated at the clinic.\n"
)


@pytest.fixture(scope="module")
def show():
    """Return the output for documents by name, checked by rules on text alone."""
    config = Config(select=("readability", "plain-language", "jargon", "structure"))
    context = RunContext(config, date(2026, 1, 1))

    def show_documents(**texts):
        files = [RawFile(f"{name}.md", text.encode()) for name, text in texts.items()]
        documents = list(lint_documents(files, context, jobs=1))
        tally = sum_tallies(document.count_findings() for document in documents)
        entries = load_streamed_format("entries")
        return format_documents(entries, documents, tally, Style())

    return show_documents


def test_the_findings_of_one_sentence_are_one_entry(show):
    text = show(a=HEAD + HARD)
    (first,) = [line for line in text.splitlines() if line.startswith("a.md:6:")]
    assert first.startswith("a.md:6:1: warning: “Utilize the inhaler in accordance with")
    assert "1 document checked: 1 entry (" in text


def test_other_causes_follow_what_to_do_first(show):
    lines = show(a=HEAD + HARD).splitlines()
    also = next(line for line in lines if line.startswith("    Also: "))
    assert "readability/long-sentence" in also


def test_an_equal_sentence_in_another_document_refers_to_the_first(show):
    lines = show(a=HEAD + HARD, b=HEAD + "Rest.\n\n" + HARD).splitlines()
    assert "b.md:8:1: warning: same sentence as a.md:6" in lines


def test_a_sentence_that_is_equal_but_judged_otherwise_is_told_in_full(show):
    other = HEAD.replace("patient", "technical")
    assert "same sentence" not in show(a=HEAD + HARD, b=other + HARD)


def test_targets_of_links_are_not_shown(show):
    linked = HARD.replace("the inhaler", "[the inhaler](https://example.org/a/long/address)")
    assert "“Utilize the inhaler in" in show(a=HEAD + linked)


def test_groups_are_numbered_by_their_first_finding():
    result = Linter(Config(), None).lint(Source(f"{HEAD}{HARD}\n{HARD}"))
    groups = [diagnostic.group for diagnostic in result.diagnostics]
    assert groups[0] == 0
    assert set(groups) == set(range(max(groups) + 1))
