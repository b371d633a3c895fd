"""Test suppressions: comments and front matter hide exactly what they name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint import Config, lint_text

LONG = "Wash " + "your hands " * 25 + "now"
HEAD = "---\naudienceLevel: patient\n---\n"
RULE = "readability/long-sentence"
ONLY = Config(select=(RULE, "suppression"))


def lint_lines(text, config=ONLY):
    result = lint_text(text, config=config)
    return [(finding.rule, finding.start.line) for finding in result.diagnostics]


def suppressed_lines(text, config=ONLY):
    suppressed = lint_text(text, config=config).suppressed
    return [finding.start.line for finding, _ in suppressed]


@pytest.mark.parametrize("name", [RULE, "readability", f"jargon, {RULE}"])
def test_disable_hides_until_enable(name):
    text = (
        f"{LONG}.\n\n<!-- plainlint: disable={name} -- a quote -->\n\n{LONG}.\n\n"
        f"<!-- plainlint: enable={RULE} -->\n\n{LONG}.\n"
    )
    assert lint_lines(text) == [(RULE, 1), (RULE, 9)]
    assert suppressed_lines(text) == [5]


def test_a_comment_may_stand_between_two_sentences():
    text = f"{LONG}. <!-- plainlint: disable={RULE} -->{LONG}.<!-- plainlint: enable --> {LONG}."
    columns = [finding.start.column for finding in lint_text(text, config=ONLY).diagnostics]
    assert columns == [1, text.rindex("Wash") + 1]


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\n\n", "\n \n"])
def test_the_next_line_with_text_is_the_next_line(gap):
    text = f"<!-- plainlint: disable-next-line={RULE} -->{gap}{LONG}.\n\n{LONG}.\n"
    assert len(lint_lines(text)) == len(suppressed_lines(text)) == 1


def test_a_whole_file_by_comment_or_front_matter():
    assert lint_lines(f"{LONG}.\n\n<!-- plainlint: disable-file=readability -->\n") == []
    for asked in (f"[{RULE}]", RULE, f"{{{RULE}: wording required by law}}"):
        assert lint_lines(f"---\nplainlint: {{disable: {asked}}}\n---\n{LONG}.\n") == []
    text = f"---\nplainlint:\n  disable:\n    {RULE}: the law\n---\n{LONG}.\n"
    assert [reason for _, reason in lint_text(text, config=ONLY).suppressed] == ["the law"]


def test_the_grade_of_a_document_is_hidden_for_the_whole_file_only():
    hard = " ".join([f"Remember {LONG} immediately and thoroughly."] * 8)
    grade = Config(select=("readability/grade-level", "suppression"))
    stretch = f"<!-- plainlint: disable=readability -->\n\n{hard}"
    assert ("readability/grade-level", 2) in lint_lines(HEAD + hard, grade)
    assert "readability/grade-level" in {rule for rule, _ in lint_lines(stretch, grade)}
    assert suppressed_lines(stretch.replace("disable", "disable-file"), grade)


@pytest.mark.parametrize(
    "comment",
    [
        f"`<!-- plainlint: disable-file={RULE} -->`",
        f"```\n<!-- plainlint: disable-file={RULE} -->\n```",
        f"    <!-- plainlint: disable-file={RULE} -->",
        f"\\<!-- plainlint: disable-file={RULE} -->",
        f"<!-- disable-file={RULE} -->",
    ],
)
def test_lookalikes_hide_nothing(comment):
    assert (RULE, len(comment.splitlines()) + 2) in lint_lines(f"{comment}\n\n{LONG}.\n")


def test_invalid_directives_are_reported_and_hide_nothing():
    for comment in ("disable=readability/long", "disabel=readability", "disable", "disable x"):
        text = f"<!-- plainlint: {comment} -->\n\n{LONG}.\n"
        assert lint_lines(text) == [("suppression/unknown-rule", 1), (RULE, 3)], comment
    assert lint_lines("---\nplainlint: no\n---\n") == [("suppression/unknown-rule", 2)]


def test_reasons_can_be_required(plainlint, write):
    write("a.md", f"<!-- plainlint: disable={RULE} -->\n\n{LONG}.\n")
    required = plainlint("check", "a.md", "--require-reason", "--select", "suppression")
    assert "suppression/missing-reason" in required.out
    optional = plainlint("check", "a.md", "--select", "suppression")
    assert "suppression/missing-reason" not in optional.out
    write("a.md", f"<!-- plainlint: disable={RULE} -- a quote -->\n\n{LONG}.\n")
    called = plainlint("check", "a.md", "--require-reason", "--select", RULE)
    assert "suppression/missing-reason" not in called.out


def test_comments_can_not_hide_findings_on_comments():
    text = "<!-- plainlint: disable-file=suppression -->\n\nWash.\n"
    assert lint_lines(text) == [("suppression/unused", 1)]


def test_a_comment_for_a_rule_that_did_not_run_is_not_unused():
    text = "<!-- plainlint: disable-file=jargon -->\n\nWash.\n"
    assert lint_lines(text) == []
    assert lint_lines(text, Config()).count(("suppression/unused", 1)) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"Rest.\n\n<!-- plainlint: disable={RULE} -->\n\nWash.\n", "Rest.\n\n\nWash.\n"),
        (f"Rest.\n<!-- plainlint: disable={RULE} -->\nWash.\n", "Rest.\n\nWash.\n"),
        (f"Rest. <!-- plainlint: disable={RULE} --> Wash.\n", "Rest.  Wash.\n"),
        (
            f"<!-- plainlint: disable-file={RULE}, suppression -- why -->\n\n{LONG}.\n",
            f"<!-- plainlint: disable-file={RULE} -- why -->\n\n{LONG}.\n",
        ),
        (
            f"<!-- plainlint: disable={RULE} -->\n<!-- plainlint: enable={RULE} -->\n\nWash.\n",
            "\n\nWash.\n",
        ),
    ],
)
def test_a_fix_removes_unused_comments(plainlint, write, before, after):
    path = write("a.md", before)
    plainlint("check", "a.md", "--fix", "--select", f"{RULE},suppression")
    assert path.read_text() == after


def test_a_comment_changes_no_count():
    plain = f"Rest now. {LONG}. Drink water.\n\nSleep well at night.\n"
    noted = plain.replace(". Wash", ". <!-- plainlint: disable=jargon -- x --> Wash").replace(
        "\n\n", "\n\n<!-- plainlint: enable -->\n\n"
    )
    assert lint_text(plain).measures.counts == lint_text(noted).measures.counts


PIECES = st.lists(
    st.one_of(
        st.just("text"),
        st.just("code"),
        st.tuples(
            st.sampled_from(["disable", "enable", "disable-next-line", "disable-file"]),
            st.sampled_from(["readability", RULE, "jargon", "nonsense"]),
            st.sampled_from(["block", "inline", "code", "quote"]),
        ),
    ),
    max_size=12,
)


def _build_document(pieces):
    """Return the document, the numbers of the texts it hides, and the numbers of all texts."""
    parts: list[str] = []
    texts: list[int] = []
    may_hide: set[int] = set()
    off = next_line = whole = False
    for piece in pieces:
        if isinstance(piece, tuple):
            action, name, place = piece
            comment = f"<!-- plainlint: {action}={name} -- because -->"
            parts.append(
                {
                    "block": comment,
                    "inline": f"Rest. {comment}",
                    "code": f"`{comment}`",
                    "quote": f"> {comment}",
                }[place]
            )
            hits = name in ("readability", RULE) and place != "code"
            next_line = action == "disable-next-line" and hits
            off = (action == "disable" or (off and action != "enable")) if hits else off
            whole = whole or (action == "disable-file" and hits)
            continue
        parts.append("```\ncode\n```" if piece == "code" else f"{LONG} {len(texts)}.")
        if piece == "text":
            texts.append(len(texts))
            if off or next_line:
                may_hide.add(texts[-1])
        next_line = False
    return "\n\n".join(parts) + "\n", set(texts) if whole else may_hide, texts


def _numbers(diagnostics):
    texts = (finding.text for finding in diagnostics if finding.rule == RULE)
    return {int(text.rstrip(".").split()[-1]) for text in texts}


@given(PIECES)
def test_exactly_the_named_findings_are_hidden(pieces):
    text, expected, texts = _build_document(pieces)
    result = lint_text(text, config=ONLY)
    assert _numbers(finding for finding, _ in result.suppressed) == expected
    assert _numbers(result.diagnostics) == set(texts) - expected


SOUP = st.text(st.sampled_from(list("<!-- plainlint:disable=readability,*`>\n ")), max_size=60)


@given(SOUP, st.sampled_from(["", "<!-- plainlint: disable=jargon"]))
def test_garbled_comments_hide_no_finding_and_break_nothing(soup, start):
    text = f"{soup}\n\n{LONG}.\n\n{start}"
    result = lint_text(text, config=ONLY)
    has_directive = any(not directive.problem for directive in result.document.directives)
    assert has_directive or result.suppressed == ()


def test_a_name_that_is_given_twice_is_reported_twice_and_no_more():
    text = f"<!-- plainlint: disable={RULE},{RULE} -- a quote -->\n\nWash your hands.\n"
    (unused,) = lint_text(text, config=ONLY).diagnostics
    assert unused.values["names"] == f"{RULE}, {RULE}"


def test_a_part_of_a_longer_name_in_front_matter_is_not_the_name():
    text = "---\nplainlint:\n  disable: [own.links, own]\n---\nWash your hands.\n"
    spans = [finding.span for finding in lint_text(text, config=ONLY).diagnostics]
    assert [text[slice(*span)] for span in spans[-2:]] == ["own.links", "own"]
