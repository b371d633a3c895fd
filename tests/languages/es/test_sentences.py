"""Sentence ends of Spanish texts, against ends marked by hand."""

from collections.abc import Iterator
from pathlib import Path

from plainlint.document.readers.sentences import split_sentences


def _iter_marked(name: str) -> Iterator[list[str]]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return (line.split(" | ") for line in lines if line and not line.startswith("#"))


def _split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, "es")]


def test_of_50_golden_texts_48_or_more_are_right() -> None:
    texts = list(_iter_marked("sentences_golden.txt"))
    assert len(texts) == 50
    wrong = [text for text in texts if _split(" ".join(text)) != text]
    assert len(wrong) <= 2, wrong


def test_medical_sentences_end_where_a_reader_ends_them() -> None:
    texts = list(_iter_marked("sentences_medical.txt"))
    assert sum(map(len, texts)) == 151
    assert [text for text in texts if _split(" ".join(text)) != text] == []
