"""Suppressions: comments and front matter that hide what they name, and not a finding more."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainlint import Config, lint_text

LONG = "Wash " + "your hands " * 25 + "now"
HEAD = "---\naudienceLevel: patient\n---\n"
RULE = "readability/long-sentence"
ONLY = Config(select=(RULE, "suppression"))


def found(text, config=ONLY):
    result = lint_text(text, config=config)
    return [(each.rule, each.start.line) for each in result.diagnostics]


def hidden(text, config=ONLY):
    return [each.diagnostic.start.line for each in lint_text(text, config=config).suppressed]


@pytest.mark.parametrize("name", [RULE, "readability", f"jargon, {RULE}"])
def test_disable_hides_until_enable(name):
    text = (
        f"{LONG}.\n\n<!-- plainlint: disable={name} -- a quote -->\n\n{LONG}.\n\n"
        f"<!-- plainlint: enable={RULE} -->\n\n{LONG}.\n"
    )
    assert found(text) == [(RULE, 1), (RULE, 9)]
    assert hidden(text) == [5]


def test_a_comment_may_stand_between_two_sentences():
    text = f"{LONG}. <!-- plainlint: disable={RULE} -->{LONG}.<!-- plainlint: enable --> {LONG}."
    assert [each.start.column for each in lint_text(text, config=ONLY).diagnostics] == [
        1,
        text.rindex("Wash") + 1,
    ]


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\n\n", "\n \n"])
def test_the_next_line_with_text_is_the_next_line(gap):
    text = f"<!-- plainlint: disable-next-line={RULE} -->{gap}{LONG}.\n\n{LONG}.\n"
    assert len(found(text)) == len(hidden(text)) == 1


def test_a_whole_file_by_comment_or_front_matter():
    assert found(f"{LONG}.\n\n<!-- plainlint: disable-file=readability -->\n") == []
    for asked in (f"[{RULE}]", RULE, f"{{{RULE}: wording required by law}}"):
        assert found(f"---\nplainlint: {{disable: {asked}}}\n---\n{LONG}.\n") == []
    reasons = lint_text(
        f"---\nplainlint:\n  disable:\n    {RULE}: the law\n---\n{LONG}.\n", config=ONLY
    ).suppressed
    assert [each.reason for each in reasons] == ["the law"]


def test_the_grade_of_a_document_is_hidden_for_the_whole_file_only():
    hard = " ".join([f"Remember {LONG} immediately and thoroughly."] * 8)
    grade = Config(select=("readability/grade-level", "suppression"))
    stretch = f"<!-- plainlint: disable=readability -->\n\n{hard}"
    assert ("readability/grade-level", 2) in found(HEAD + hard, grade)
    assert "readability/grade-level" in {rule for rule, _ in found(stretch, grade)}
    assert hidden(stretch.replace("disable", "disable-file"), grade)


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
def test_what_only_looks_like_a_comment_hides_nothing(comment):
    assert (RULE, len(comment.splitlines()) + 2) in found(f"{comment}\n\n{LONG}.\n")


def test_wrong_names_and_words_are_told_and_hide_nothing():
    for comment in ("disable=readability/long", "disabel=readability", "disable", "disable x"):
        text = f"<!-- plainlint: {comment} -->\n\n{LONG}.\n"
        assert found(text) == [("suppression/unknown-rule", 1), (RULE, 3)], comment
    assert found("---\nplainlint: no\n---\n") == [("suppression/unknown-rule", 2)]


def test_reasons_are_asked_for_when_that_is_wanted(plainlint, write):
    write("a.md", f"<!-- plainlint: disable={RULE} -->\n\n{LONG}.\n")
    asked = plainlint("check", "a.md", "--require-reason", "--select", "suppression")
    assert "gives no reason" in asked.out
    assert "gives no reason" not in plainlint("check", "a.md", "--select", "suppression").out
    write("a.md", f"<!-- plainlint: disable={RULE} -- a quote -->\n\n{LONG}.\n")
    called = plainlint("check", "a.md", "--require-reason", "--select", RULE)
    assert "gives no reason" not in called.out


def test_what_is_said_of_comments_can_not_be_hidden_by_them():
    text = "<!-- plainlint: disable-file=suppression -->\n\nWash.\n"
    assert found(text) == [("suppression/unused", 1)]


def test_a_rule_that_did_not_run_may_still_be_of_use():
    text = "<!-- plainlint: disable-file=jargon -->\n\nWash.\n"
    assert found(text) == []
    assert found(text, Config()).count(("suppression/unused", 1)) == 1


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
def test_unused_ones_are_taken_out(plainlint, write, before, after):
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


def _written(pieces):
    """The document of these pieces, and the numbers of the texts that may be hidden."""
    parts, may_hide, texts = [], set(), []
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
    return {int(each.text.rstrip(".").split()[-1]) for each in diagnostics if each.rule == RULE}


@settings(max_examples=300)
@given(PIECES)
def test_never_more_and_never_less_is_hidden_than_asked(pieces):
    text, expected, texts = _written(pieces)
    result = lint_text(text, config=ONLY)
    assert _numbers(each.diagnostic for each in result.suppressed) == expected
    assert _numbers(result.diagnostics) == set(texts) - expected


SOUP = st.text(st.sampled_from(list("<!-- plainlint:disable=readability,*`>\n ")), max_size=60)


@settings(max_examples=300)
@given(SOUP, st.sampled_from(["", "<!-- plainlint: disable=jargon"]))
def test_garbled_comments_hide_no_finding_and_break_nothing(soup, start):
    text = f"{soup}\n\n{LONG}.\n\n{start}"
    asks = any(not each.problem for each in lint_text(text).document.directives)
    assert asks or lint_text(text, config=ONLY).suppressed == ()
