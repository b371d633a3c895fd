"""Whether a page in HTML is read like the same document in Markdown.

    python benchmarks/html_pages.py [CORPUS]

Each Markdown document of the folder is rendered to HTML with markdown-it, and both are read. Prints
the share of documents, sentences and words that are the same in both, the share of words in HTML
whose span holds exactly the word, the first difference of each document, and the seconds for a MB.
"""

import html
import re
import sys
import time
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from corpus_path import DEFAULT
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from plainlint.core.formats import HTML
from plainlint.core.source import Source, decode
from plainlint.document.model import Document
from plainlint.document.readers import parse_source
from plainlint.document.readers.front_matter import read_front_matter

_MARKUP = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)


def render(source: Source) -> str:
    """The page that a Markdown document becomes."""
    renderer = MarkdownIt("commonmark").enable("table").use(footnote_plugin, move_to_end=False)
    body = renderer.render(source.text[read_front_matter(source)[1] :])
    return (
        f"<!DOCTYPE html>\n<html>\n<head><title>x</title></head>\n<body>\n{body}</body>\n</html>\n"
    )


def compare(first: list[str], second: list[str]) -> tuple[int, str]:
    """How many items are the same in both, and the first difference."""
    if first == second:
        return len(first), ""
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    changes = (code for code in matcher.get_opcodes() if code[0] != "equal")
    _, start, end, other_start, other_end = next(changes)
    return same, f"{first[start:end][:3]}\n      {second[other_start:other_end][:3]}"


def texts(document: Document) -> list[str]:
    return [" ".join(sentence.text.split()) for sentence in document.sentences]


def wrong_words(document: Document) -> Iterator[str]:
    """The words of which the span does not hold exactly the word."""
    for sentence in document.sentences:
        for word in sentence.words:
            markup = document.source.slice(word.span)
            if html.unescape(_MARKUP.sub("", markup)) != word.text:
                yield f"{word.text!r}: {markup!r}"


def main() -> None:
    corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    paths = sorted(corpus.rglob("*.md"))
    totals = dict.fromkeys(("documents", "sentences", "words"), 0)
    same = dict.fromkeys(totals, 0)
    wrong: list[str] = []
    size, seconds = 0, 0.0
    for path in paths:
        source = decode(path.read_bytes(), str(path))
        expected = parse_source(source)
        page = render(source)
        size += len(page)
        start = time.process_time()
        found = parse_source(Source(page, str(path), format=HTML))
        seconds += time.process_time() - start
        sentences, difference = compare(texts(expected), texts(found))
        words, _ = compare(
            *(
                [word for sentence in document.sentences for word in sentence.tokens]
                for document in (expected, found)
            )
        )
        wrong += wrong_words(found)
        totals["documents"] += 1
        totals["sentences"] += len(expected.sentences)
        totals["words"] += sum(len(sentence.tokens) for sentence in expected.sentences)
        same["documents"] += not difference
        same["sentences"] += sentences
        same["words"] += words
        if difference:
            print(f"{path.name}: {difference}")
    for name, total in totals.items():
        print(f"{name}: {same[name]} of {total} are the same ({same[name] / max(total, 1):.3%})")
    print(f"words in HTML with a wrong span: {len(wrong)}", *wrong[:5], sep="\n  ")
    print(f"{seconds / size * 1e6:.2f} s for a MB of HTML")


if __name__ == "__main__":
    main()
