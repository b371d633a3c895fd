"""Word files of a few lines of XML, and what is in them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx

from plainlint.core.source import RawFile
from plainlint.document.readers import decode_file, parse_source

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W}"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE_RELATION = f"{_RELATIONS}/metadata/core-properties"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT_TYPE = f"{_WORD_TYPE}.document.main+xml"
_PARTS = ("styles", "numbering", "footnotes", "endnotes", "header", "footer")


def make_properties(**properties):
    """Return the XML of custom properties; a value may be a pair of a type and a text."""
    entries = []
    for number, (name, value) in enumerate(properties.items(), 2):
        kind, text = value if isinstance(value, tuple) else ("lpwstr", value)
        entries.append(
            f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}"'
            f' name="{name}"><vt:{kind}>{text}</vt:{kind}></property>'
        )
    return (
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f"{''.join(entries)}</Properties>"
    )


def make_core(content):
    """Return the XML of Word's own properties."""
    return (
        "<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/">{content}</cp:coreProperties>'
    )


def make_word_file(body, *, links=(), core="", custom="", main_type=DOCUMENT_TYPE, **parts):
    """Return a Word file with this XML in its body.

    Args:
        links: the addresses of its links; their relations are link1, link2 and so on.
        parts: the XML of further parts, without the root's tag: styles, footnotes and so on.
    """
    relations = [
        f'<Relationship Id="link{number}" Type="{_OFFICE}/relationships/hyperlink"'
        f' Target="{address}" TargetMode="External"/>'
        for number, address in enumerate(links, 1)
    ]
    contents = {}
    overrides = {"/word/document.xml": main_type}
    for kind in _PARTS:
        if content := parts.pop(kind, ""):
            tag = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
            contents[f"word/{kind}.xml"] = f"<w:{tag} {_NAMESPACES}>{content}</w:{tag}>"
            overrides[f"/word/{kind}.xml"] = f"{_WORD_TYPE}.{kind}+xml"
            relations.append(
                f'<Relationship Id="{kind}" Type="{_OFFICE}/relationships/{kind}"'
                f' Target="{kind}.xml"/>'
            )
    assert not parts, parts
    contents["word/document.xml"] = (
        f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"
    )
    contents["word/_rels/document.xml.rels"] = _make_relations(relations)
    whole = [
        (
            f'<Relationship Id="main" Type="{_OFFICE}/relationships/officeDocument"'
            ' Target="word/document.xml"/>'
        )
    ]
    if core:
        contents["docProps/core.xml"] = core
        overrides["/docProps/core.xml"] = (
            "application/vnd.openxmlformats-package.core-properties+xml"
        )
        whole.append(
            f'<Relationship Id="core" Type="{_CORE_RELATION}" Target="docProps/core.xml"/>'
        )
    if custom:
        contents["docProps/custom.xml"] = custom
        overrides["/docProps/custom.xml"] = (
            "application/vnd.openxmlformats-officedocument.custom-properties+xml"
        )
        whole.append(
            f'<Relationship Id="custom" Type="{_OFFICE}/relationships/custom-properties"'
            ' Target="docProps/custom.xml"/>'
        )
    contents["_rels/.rels"] = _make_relations(whole)
    contents["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="{name}" ContentType="{kind}"/>'
            for name, kind in overrides.items()
        )
        + "</Types>"
    )
    return pack(contents)


def _make_relations(relations):
    return f'<Relationships xmlns="{_RELATIONS}">{"".join(relations)}</Relationships>'


def pack(contents):
    """Return a packed file with these parts, by name."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as packed:
        for name, content in contents.items():
            packed.writestr(name, content)
    return target.getvalue()


def unpack(data):
    """Return the parts of a packed file, by name."""
    with ZipFile(BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def replace_part(data, name, change):
    """Return a packed file with one part changed; None takes the part out."""
    contents = unpack(data)
    content = change(contents.pop(name))
    return pack(contents if content is None else {**contents, name: content})


def save(word):
    """Return the bytes of a file made with python-docx."""
    target = BytesIO()
    word.save(target)
    return target.getvalue()


def make_paragraph(*texts, style="", properties=""):
    """Return the XML of a paragraph with a run for each text; XML of other runs stays as it is."""
    runs = [text if text.startswith("<") else make_run(text) for text in texts]
    tied = f'<w:pStyle w:val="{style}"/>' if style else ""
    head = f"<w:pPr>{tied}{properties}</w:pPr>" if tied or properties else ""
    return f"<w:p>{head}{''.join(runs)}</w:p>"


def make_run(text, properties=""):
    """Return the XML of a run with a text."""
    head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{head}<w:t xml:space="preserve">{text}</w:t></w:r>'


def make_style(identity, name, *, based_on="", paragraph="", run="", kind="paragraph"):
    """Return the XML of a style."""
    parent = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{identity}"><w:name w:val="{name}"/>{parent}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def decode_word_file(data, path="leaflet.docx"):
    """Return the source of a Word file."""
    return decode_file(RawFile(path, data, format="docx"))


def read_word_file(data):
    """Return the document of a Word file."""
    source = decode_word_file(data)
    assert not source.problem, source.problem
    return parse_source(source)


def list_comments(data):
    """Return the texts that the comments of a Word file are around, with the comments."""
    word = docx.Document(BytesIO(data))
    texts = {}
    inside = set()
    for element in word.element.body.iter("*"):
        tag = element.tag.removeprefix(f"{{{W}}}")
        number = element.get(f"{{{W}}}id")
        if tag == "commentRangeStart":
            inside.add(number)
            texts[number] = ""
        elif tag == "commentRangeEnd":
            inside.remove(number)
        elif tag == "t":
            for each in inside:
                texts[each] += element.text or ""
    return [(texts[str(one.comment_id)], one.text) for one in word.comments]


def list_texts(data):
    """Return the text of each paragraph of the body as Word shows it, with what was deleted."""
    body = docx.Document(BytesIO(data)).element.body
    return ["".join(_iter_shown(paragraph)) for paragraph in body.iter(f"{{{W}}}p")]


def _iter_shown(paragraph):
    for element in paragraph.iter(f"{{{W}}}t", f"{{{W}}}delText"):
        text = element.text or ""
        is_kept = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        yield text if is_kept else text.strip(" ")
