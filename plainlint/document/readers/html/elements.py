"""What the elements of HTML are, as data: blocks, containers, and what is not part of the text."""

import re
from collections.abc import Mapping

# Elements that end the paragraph before them.
BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption center col colgroup dd details dialog dir "
        "div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header "
        "hgroup hr html legend li listing main menu nav ol p plaintext pre search section summary "
        "table tbody td tfoot th thead title tr ul xmp",
    )
)
HEADINGS: Mapping[str, int] = {f"h{level}": level for level in range(1, 7)}
# Elements that are containers of blocks, and the names that they have in a document.
CONTAINERS: Mapping[str, str] = {
    "ul": "ul",
    "menu": "ul",
    "dir": "ul",
    "ol": "ol",
    "li": "li",
    "blockquote": "blockquote",
    "dl": "dl",
    "dt": "dt",
    "dd": "dd",
}
CELLS = frozenset({"td", "th"})
PREFORMATTED = frozenset({"pre", "xmp", "listing", "plaintext"})
INLINE_CODE = frozenset({"code", "kbd", "samp", "tt", "var"})
# The HTML element that stands for each kind of emphasis in a document.
EMPHASIS: Mapping[str, str] = {"em": "em", "i": "em", "strong": "strong", "b": "strong"}
# Elements that are links: HTML's own, and the one of NCI's glossary service.
LINKS = frozenset({"a", "nci-definition"})
# Elements whose title explains their text.
TITLED = frozenset({"abbr", "acronym", "dfn"})

HIDDEN = "hidden text"
NAVIGATION = "navigation"
FORM = "form"
DIALOG = "dialog"
MEDIA = "embedded object"
DRAWING = "drawing"
SCRIPT = "script or style"
FORMULA = "formula"
HEADER, FOOTER, SIDEBAR = "page header", "page footer", "sidebar"
OUTSIDE = "outside the main part of the page"
NOT_SHOWN = "markup that browsers do not show"

# Elements that are never part of the text, and why.
LEFT_OUT: Mapping[str, str] = {
    **dict.fromkeys(("script", "style", "head", "title", "link", "meta", "base"), SCRIPT),
    **dict.fromkeys(("template", "noscript", "noframes", "noembed", "rp", "rt"), HIDDEN),
    **dict.fromkeys(("nav", "search"), NAVIGATION),
    "dialog": DIALOG,
    **dict.fromkeys(("svg", "canvas"), DRAWING),
    "math": FORMULA,
    **dict.fromkeys(("object", "embed", "iframe", "audio", "video", "map", "applet"), MEDIA),
    **dict.fromkeys(
        ("button", "select", "input", "textarea", "datalist", "option", "optgroup"), FORM
    ),
    **dict.fromkeys(("label", "legend", "output", "progress", "meter"), FORM),
}
# The same for the roles of WAI-ARIA.
LEFT_OUT_ROLES: Mapping[str, str] = {
    **dict.fromkeys(("navigation", "menu", "menubar", "toolbar", "search", "tablist"), NAVIGATION),
    "doc-toc": NAVIGATION,
    "banner": HEADER,
    "contentinfo": FOOTER,
    "complementary": SIDEBAR,
    **dict.fromkeys(("dialog", "alertdialog", "tooltip"), DIALOG),
    **dict.fromkeys(("form", "searchbox", "textbox", "combobox", "listbox", "button"), FORM),
    **dict.fromkeys(("switch", "slider", "progressbar", "spinbutton"), FORM),
    "math": FORMULA,
}
# What is about the whole page if it is not in a part of it.
PAGE_PARTS: Mapping[str, str] = {"header": HEADER, "footer": FOOTER, "aside": SIDEBAR}
SECTIONS = frozenset({"article", "aside", "main", "nav", "section"})
HIDING_STYLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|mso-list\s*:\s*ignore)\b",
    re.IGNORECASE,
)
BLOCK_STYLE = re.compile(r"(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table)\b", re.IGNORECASE)
# Word marks the paragraphs of lists like this.
WORD_LIST_STYLE = re.compile(r"(?:^|;)\s*mso-list\s*:\s*l\d", re.IGNORECASE)
BREADCRUMB = re.compile(r"BreadcrumbList\b|^breadcrumbs?$", re.IGNORECASE)
