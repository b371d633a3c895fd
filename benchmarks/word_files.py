"""Whether a Word file has the findings of the Markdown that it was made of, at the same words.

    python benchmarks/word_files.py [--documents 40] [--show] [CORPUS]

Makes a Word file of each document of a sample: headings, lists, tables, links, quotations,
pictures, and emphasis in runs of its own; the front matter is in custom properties. Prints the
share of findings (rule and visible text; metadata aside) that both have, and how many documents
have the same words and sentences. Then writes the findings as comments, and checks in the XML of
the copy that each comment is around the text of its finding, and that no paragraph has changed.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import BytesIO
from itertools import groupby
from operator import attrgetter
from typing import Any

import docx
from corpus_path import corpus_and_options
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.paragraph import Paragraph
from lxml import etree

from plainlint.config.settings import Config
from plainlint.core.formats import DOCX
from plainlint.core.source import RawFile, Source, Span, decode
from plainlint.document.model import BlockKind, Container, Document, FrontMatter
from plainlint.document.readers import decode_file
from plainlint.document.readers.markdown.reader import read_markdown
from plainlint.document.readers.raw_block import RawBlock, RawDocument
from plainlint.engine.linter import Linter
from plainlint.engine.result import Result
from plainlint.reporters.word_comments import write_comments

_TODAY = date(2026, 11, 27)
_METADATA = "metadata/"
_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8"
    "cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
_VARIANT_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
# Word's own list styles go three deep.
_STYLED_DEPTH = 3
_OBJECT = re.compile("\ufffc[^\ufffc]*\ufffc|\ufffc")
# What XML can't hold.
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def make_word_file(raw: RawDocument) -> bytes:
    """Make a Word file of a Markdown document."""
    word = docx.Document()
    word.styles.add_style("Source Code", WD_STYLE_TYPE.PARAGRAPH)
    word.styles.add_style("HTML Code", WD_STYLE_TYPE.CHARACTER)
    for table, blocks in groupby(raw.blocks, key=find_table):
        if table is None:
            for block in blocks:
                add_block(word, block, raw.source)
        else:
            add_table(word, list(blocks))
    add_properties(word, raw.front_matter)
    target = BytesIO()
    word.save(target)
    return target.getvalue()


def find_table(block: RawBlock) -> Container | None:
    """Return the table around a block."""
    return next((one for one in block.containers if one.tag == "table"), None)


def add_properties(word: WordDocument, head: FrontMatter) -> None:
    """Put the texts of the front matter into custom properties."""
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={None: _CUSTOM, "vt": _VARIANT_TYPES})
    names = [name for name in head.entries if head.get_text(name)]
    for number, name in enumerate(names, 2):
        entry = etree.SubElement(root, f"{{{_CUSTOM}}}property", name=name, pid=str(number))
        etree.SubElement(entry, f"{{{_VARIANT_TYPES}}}lpwstr").text = clean(head.get_text(name))
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    package = word.part.package
    part = Part(PackURI("/docProps/custom.xml"), _CUSTOM_TYPE, blob, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def clean(text: str) -> str:
    """Return a text without what XML can't hold."""
    return _CONTROL.sub("", text)


def add_table(word: WordDocument, blocks: Sequence[RawBlock]) -> None:
    """Add a table, with the blocks of its cells."""
    rows = [list(row) for _, row in groupby(blocks, key=find_row)]
    width = max(block.containers[-1].number for block in blocks) + 1
    table = word.add_table(len(rows), width)
    for index, row in enumerate(rows):
        if row[0].containers[-1].tag == "th":
            table.rows[index]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
        for block in row:
            add_text(table.cell(index, block.containers[-1].number).paragraphs[0], block)


def find_row(block: RawBlock) -> Container | None:
    """Return the row around a block."""
    return next((one for one in block.containers if one.tag == "tr"), None)


def add_block(word: WordDocument, block: RawBlock, source: Source) -> None:
    """Add a heading, a paragraph or an item of a list."""
    lists = [one for one in block.containers if one.tag in {"ul", "ol"}]
    is_quoted = any(one.tag == "blockquote" for one in block.containers)
    if block.kind is BlockKind.CODE:
        word.add_paragraph(clean(source.slice(block.span)), "Source Code")
        return
    style = f"Heading {min(block.level, 9)}" if block.level else "Normal"
    if is_quoted and not block.level:
        style = "Quote"
    depth = len(lists)
    if lists and not (block.level or is_quoted) and depth <= _STYLED_DEPTH:
        name = "List Bullet" if lists[-1].tag == "ul" else "List Number"
        style = name if depth == 1 else f"{name} {depth}"
    paragraph = word.add_paragraph(style=style)
    if lists and style in {"Normal", "Quote"}:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
        properties.get_or_add_numId().val = 1
        properties.get_or_add_ilvl().val = depth - 1
    add_text(paragraph, block)


def add_text(paragraph: Paragraph, block: RawBlock) -> None:
    """Add the text of a block, with a run wherever its look or its link changes."""
    prose = block.prose
    wrappers = [one for one in prose.wrappers if one.tag in {"em", "strong"}]
    inserted = [
        (prose.get_visible_range(excluded.span)[0], excluded.reason, excluded.text)
        for excluded in block.excluded_texts
        if excluded.reason in {"image text", "code"}
    ]
    edges = {0, len(prose.text), *(offset for offset, _, _ in inserted)}
    edges |= {edge for one in wrappers for edge in (one.start, one.end)}
    edges |= {edge for one in block.links for edge in (one.start, one.end)}
    ordered = sorted(edges)
    link, parent = None, paragraph._p  # noqa: SLF001
    for start, end in zip(ordered, [*ordered[1:], ordered[-1]], strict=True):
        for offset, reason, text in inserted:
            if offset == start:
                add_object(paragraph, reason, clean(text))
        around = next((one for one in block.links if one.start <= start < one.end), None)
        if around is not link:
            link, parent = around, paragraph._p  # noqa: SLF001
            if around is not None:
                parent = OxmlElement("w:hyperlink")
                target = clean(around.href)
                key = paragraph.part.relate_to(
                    target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
                )
                parent.set(qn("r:id"), key)
                paragraph._p.append(parent)  # noqa: SLF001
        if start < end:
            run = paragraph.add_run(clean(prose.text[start:end]))
            tags = {one.tag for one in wrappers if one.start <= start < one.end}
            run.italic, run.bold = "em" in tags or None, "strong" in tags or None
            parent.append(run._r)  # noqa: SLF001


def add_object(paragraph: Paragraph, reason: str, text: str) -> None:
    """Add a picture or code in a line."""
    run = paragraph.add_run()
    if reason == "code":
        run.text = text
        run.style = "HTML Code"
        return
    run.add_picture(BytesIO(_PIXEL))
    for properties in run._r.iter(qn("wp:docPr")):  # noqa: SLF001
        properties.set("descr", text)


def get_visible_text(document: Document, span: Span) -> str:
    """Return what a reader sees of a span."""
    texts = [
        block.text[slice(*block.prose.get_visible_range(span))]
        for block in document.blocks
        if block.span.start < span.end and span.start < block.span.end and block.prose.pieces
    ]
    return " ".join(" ".join(texts).split())


def list_findings(result: Result) -> list[tuple[str, str]]:
    """Return the rule and the visible text of each finding."""
    return [
        (found.rule, get_visible_text(result.document, found.span))
        for found in result.diagnostics
        if not found.rule.startswith(_METADATA)
    ]


def iter_texts(parent: Any) -> Iterator[tuple[str, str]]:
    """Yield the texts of a part in order, and the marks that begin and end comments."""
    signs = {"tab": "\t", "br": "\u2028", "cr": "\u2028", "noBreakHyphen": "\u2011"}
    signs["softHyphen"] = "\u00ad"
    for element in parent.iter("*"):
        tag = element.tag.rpartition("}")[2]
        if tag in {"commentRangeStart", "commentRangeEnd"}:
            yield tag, element.get(qn("w:id"))
        elif tag == "t":
            yield "text", element.text or ""
        elif tag in signs and element.getparent().tag == qn("w:r"):
            yield "text", signs[tag]


def find_comments(data: bytes) -> list[tuple[str, str]]:
    """Return the text of each comment of a Word file, and the text that it is around."""
    word = docx.Document(BytesIO(data))
    ranges: dict[str, list[str]] = {}
    open_ranges: set[str] = set()
    for kind, text in iter_texts(word.element.body):
        if kind == "commentRangeStart":
            open_ranges.add(text)
            ranges[text] = []
        elif kind == "commentRangeEnd":
            open_ranges.remove(text)
        else:
            for key in open_ranges:
                ranges[key].append(text)
    return [(comment.text, "".join(ranges[str(comment.comment_id)])) for comment in word.comments]


def list_paragraphs(data: bytes) -> list[str]:
    """Return the texts of the paragraphs of a Word file."""
    body = docx.Document(BytesIO(data)).element.body
    return [
        "".join(text for kind, text in iter_texts(paragraph) if kind == "text")
        for paragraph in body.iter(qn("w:p"))
    ]


def count_misplaced(result: Result, copy: bytes) -> int:
    """Return how many comments of a copy are not around the text of their finding."""
    wanted = Counter(
        ("\n".join(filter(None, (one.message, one.help, one.rule))), _OBJECT.sub("", one.text))
        for one in result.diagnostics
        if one.span.start < one.span.end
    )
    return (wanted - Counter(find_comments(copy))).total()


def print_differences(path: str, only: Iterable[tuple[str, str]], where: str) -> None:
    for rule, text in only:
        print(f"  {path}: only in {where}: {rule}: {text[:90]!r}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, default=40, help="how many documents (40)")
    parser.add_argument("--show", action="store_true", help="show what differs")
    files, options = corpus_and_options(parser)
    step = max(len(files) // options.documents, 1)
    linter = Linter(Config(), _TODAY)
    shared = total = same_counts = misplaced = comments = changed = documents = 0
    for path in files[::step][: options.documents]:
        source = decode(path.read_bytes(), path.name)
        data = make_word_file(read_markdown(source, "auto"))
        word_source = decode_file(RawFile(f"{path.stem}.docx", data, format=DOCX))
        if word_source.problem:
            sys.exit(f"{path}: {word_source.problem}")
        markdown, word = linter.lint(source), linter.lint(word_source)
        ours, theirs = Counter(list_findings(markdown)), Counter(list_findings(word))
        shared += (ours & theirs).total()
        total += (ours | theirs).total()
        counts = [attrgetter("words", "sentences")(one.measures.counts) for one in (markdown, word)]
        same_counts += counts[0] == counts[1]
        if options.show:
            print_differences(path.name, (ours - theirs).elements(), "Markdown")
            print_differences(path.name, (theirs - ours).elements(), "the Word file")
            if counts[0] != counts[1]:
                print(
                    f"  {path.name}: words and sentences {counts[0]}, in the Word file {counts[1]}"
                )
        copy = write_comments(word_source, word.diagnostics)
        comments += len(word.diagnostics)
        misplaced += count_misplaced(word, copy)
        changed += list_paragraphs(data) != list_paragraphs(copy)
        documents += 1
    print(f"documents: {documents}")
    print(f"findings in both: {shared:,} of {total:,} ({shared / max(total, 1):.2%})")
    print(f"documents with the same words and sentences: {same_counts}")
    print(f"comments: {comments:,}; not around the text of their finding: {misplaced:,}")
    print(f"documents whose text was changed by the comments: {changed}")


if __name__ == "__main__":
    main()
