"""Properties of every document."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from plainlint.core.words import WORD
from plainlint.document.readers import parse
from tests.document.readers.documents import DOCUMENT, NOISE, PARAGRAPHS
from tests.helpers.spans import words


def holds(outer, inner):
    return outer.start <= inner.start and inner.end <= outer.end


def inside(document, span):
    return 0 <= span.start <= span.end <= len(document.source.text)


@given(NOISE)
def test_any_text_parses_into_spans_in_bounds_and_in_order(text):
    document = parse(text)
    assert all(inside(document, block.span) for block in document.blocks)
    for block in document.blocks:
        assert all(holds(block.span, sentence.span) for sentence in block.sentences)
        assert all(a.span.end <= b.span.start for a, b in pairwise(block.sentences))
        assert all(holds(link.span, link.text_span) for link in block.links)
        assert all(inside(document, link.span) for link in block.links)
    assert all(inside(document, excluded.span) for excluded in document.excluded_texts)


@given(DOCUMENT)
def test_blocks_are_in_source_order(text):
    spans = [block.span for block in parse(text).blocks]
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(DOCUMENT)
def test_a_word_without_markup_is_its_source_text(text):
    document = parse(text)
    located = list(words(document))
    assert all(a.end <= b.start for (_, a), (_, b) in pairwise(located))
    for word, span in located:
        written = document.source.slice(span)
        assert written == word or re.search(r"[*_&\\<>\[\]!`^\s]", written), (word, written)


@given(DOCUMENT)
def test_crlf_changes_no_word(text):
    unix, windows = parse(text), parse(text.replace("\n", "\r\n"))
    assert [word for word, _ in words(windows)] == [word for word, _ in words(unix)]
    assert [(s.text, s.tokens) for s in windows.sentences] == [
        (s.text, s.tokens) for s in unix.sentences
    ]
    for (_, windows_span), (_, unix_span) in zip(words(windows), words(unix), strict=True):
        written = windows.source.slice(windows_span).replace("\r\n", "\n")
        assert written == unix.source.slice(unix_span)


@given(
    PARAGRAPHS,
    st.sampled_from([("> ", "> "), (">", ">"), ("- ", "  "), ("-\t", "\t"), ("12. ", "    ")]),
)
def test_a_quote_or_a_list_around_a_document_keeps_its_words(text, prefixes):
    first, others = prefixes
    alone, inner = parse(text), parse(first + text.replace("\n", "\n" + others))
    assert [(word, alone.source.slice(span)) for word, span in words(alone)] == [
        (word, inner.source.slice(span)) for word, span in words(inner)
    ]


@given(st.text("aBé1¹²½.,%'’-_ \t\n\xa0?!)]\u200d\ufe0f\u0301", max_size=60))
def test_the_words_of_a_sentence_do_not_depend_on_how_they_are_looked_up(text):
    for block in parse(text).blocks:
        for sentence in block.sentences:
            found = WORD.findall(sentence.prose.text, sentence.start, sentence.end)
            assert sentence.tokens == tuple(found)
