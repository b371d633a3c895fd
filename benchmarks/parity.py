"""Whether the two readers of Markdown give the same Document.

    python benchmarks/parity.py [CORPUS]

CORPUS is a folder of Markdown, or the JSON of CommonMark's examples as spec.commonmark.org has it.
Prints how many documents are equal, how many the fast reader leaves to markdown-it and why, the
first difference of each that is not equal, and what either reader takes for a MB.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from corpus_path import DEFAULT

from plainlint.core.source import Source, decode
from plainlint.document.model import Document
from plainlint.document.readers import parse_source
from plainlint.document.readers.front_matter import read_front_matter
from plainlint.document.readers.markdown.pyromark.blocks import read_raw_blocks
from plainlint.document.readers.markdown.pyromark.fallback import NeedsReferenceReader


def sources(corpus: Path) -> list[Source]:
    """The documents of a folder, or the examples of a specification."""
    if corpus.is_file():
        examples = json.loads(corpus.read_text(encoding="utf-8"))
        return [Source(each["markdown"], f"example {each['example']}") for each in examples]
    return [decode(path.read_bytes(), str(path)) for path in sorted(corpus.rglob("*.md"))]


def doubt(source: Source) -> str:
    """Why the fast reader leaves a document to markdown-it; empty if it does not."""
    try:
        read_raw_blocks(source.text, read_front_matter(source)[1])
    except NeedsReferenceReader as reason:
        return str(reason)
    return ""


def differences(fast: Document, slow: Document) -> Iterator[str]:
    """What is not the same, part by part."""
    for one, other in zip(fast.blocks, slow.blocks, strict=False):
        if one != other:
            yield f"{one!r}\n    {other!r}"
    if len(fast.blocks) != len(slow.blocks):
        yield f"{len(fast.blocks)} blocks; {len(slow.blocks)} blocks"
    yield "omissions or directives"


def timed(documents: list[Source], parser: str) -> tuple[list[Document], float]:
    """The documents, and the seconds of work that they took."""
    start = time.process_time()
    read = [parse_source(source, parser=parser) for source in documents]
    return read, time.process_time() - start


def main() -> None:
    corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    found = [source for source in sources(corpus) if not source.problem]
    if not found:
        sys.exit(f"No documents in {corpus}.")
    for parser in ("auto", "markdown-it"):
        parse_source(found[0], parser=parser)
    reasons = Counter(filter(None, map(doubt, found)))
    megabytes = sum(len(source.text.encode()) for source in found) / 1e6
    equal, auto, reference = 0, 0.0, 0.0
    for source in found:
        (fast,), taken = timed([source], "auto")
        auto += taken
        (slow,), taken = timed([source], "markdown-it")
        reference += taken
        equal += fast == slow
        if fast != slow:
            print(f"{source.path}: {next(differences(fast, slow))}")
    print(f"equal: {equal:,} of {len(found):,} documents, {megabytes:.1f} MB")
    print(f"left to markdown-it: {reasons.total():,}")
    for reason, count in reasons.most_common():
        print(f"  {count:,}: {reason}")
    print(f"auto: {auto / megabytes:.3f} s/MB")
    print(f"markdown-it: {reference / megabytes:.3f} s/MB")


if __name__ == "__main__":
    main()
