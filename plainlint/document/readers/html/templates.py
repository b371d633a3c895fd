"""Template code in a page: tags and values of Liquid, Jinja, Hugo and their like."""

import re

from plainlint.document.readers.markdown.dialects import INLINE_KINDS
from plainlint.document.readers.markdown.masking import MaskedText
from plainlint.document.readers.markdown.regions import Region
from plainlint.document.readers.markdown.syntax_kinds import TEMPLATE

_FILLERS = "\ue0f0\ue0f1\ue0f2\ue0f3\ue0f4\ue0f5\ue0f6\ue0f7"
_KINDS = [
    (kind, re.compile(kind.pattern))
    for kind in INLINE_KINDS
    if kind.reason == TEMPLATE and kind.sign.startswith("{")
]


def mask_templates(text: str) -> MaskedText | None:
    """Mask template code with as many characters that are in no text; None if there is none."""
    if "{{" not in text and "{%" not in text:
        return None
    filler = next((sign for sign in _FILLERS if sign not in text), "")
    found = sorted(
        (
            Region(*match.span(), kind.reason, kind.is_value)
            for kind, pattern in _KINDS
            for match in pattern.finditer(text)
        ),
        key=lambda region: (region.start, -region.end),
    )
    regions: list[Region] = []
    for region in found:
        if not regions or region.start >= regions[-1].end:
            regions.append(region)
    if not regions or not filler:
        return None
    parts = []
    done = 0
    for region in regions:
        parts += [text[done : region.start], filler * (region.end - region.start)]
        done = region.end
    masked = "".join([*parts, text[done:]])
    return MaskedText(
        text=masked,
        filler=filler,
        regions=tuple(regions),
        links=(),
        notes=(),
        containers={},
        has_indented_code=True,
    )
