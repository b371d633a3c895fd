"""What the tables of dialects consist of: the kinds of syntax, and why it is excluded."""

from typing import NamedTuple

TEMPLATE = "template code"
CONTAINER = "container syntax"
ATTRIBUTES = "attribute list"
COMMENT = "comment"
MODULE = "import or export"
FORMULA = "formula"
LABEL = "label for cross-references"
TITLE = "title"
EMBED = "embedded file"
ICON = "name of an emoji or icon"
MARK = "mark around words"
TASK_BOX = "task box"
TAG = "tag"
FIELD = "data field"
CITATION_KEY = "citation key"
NOTE = "mark of a note"
DELETED = "deleted text"
ROLE = "role"
MENTION = "name of an account"
WIKI_LINK = "wiki link syntax"


class InlineKind(NamedTuple):
    """Syntax that may be anywhere in a text: the sign that it needs, its pattern and the reason.

    Groups of the pattern say what of the match is syntax: all of it, the group `syntax` alone, or
    all but the group `text`, which is prose. With a group `target`, the text is a link. With a
    group `note` in place of `text`, that is a footnote. `is_value` says that the syntax takes the
    place of words.
    """

    sign: str
    pattern: str
    reason: str
    is_value: bool = False


class PairKind(NamedTuple):
    """Syntax whose whole inside is excluded: a sign that it needs, and the patterns of its ends.

    `end` may refer to the group `name` of `start`, which may match only a few names.
    """

    sign: str
    start: str
    end: str
    reason: str


class LineKind(NamedTuple):
    """Syntax that fills a line, or its end: the pattern of what is excluded, and the reason.

    With a group `syntax` only that is excluded. A line that matches opens a block that is excluded
    up to the line that `end` matches, if there is one; `end` may refer to the group `name`.
    `replacement` is Markdown that has the meaning of the syntax and its length; it may refer to
    groups.
    """

    pattern: str
    reason: str
    end: str = ""
    replacement: str = ""


class TabsKind(NamedTuple):
    """A container whose tabs have headings as their titles.

    The patterns match whole lines. Lines that `opening` matches open a container inside of it,
    which a line that `closing` matches ends.
    """

    sign: str
    start: str
    opening: str
    closing: str


class Dialect(NamedTuple):
    """Syntax that is recognised in documents of one dialect only."""

    inline: tuple[InlineKind, ...] = ()
    pairs: tuple[PairKind, ...] = ()
    lines: tuple[LineKind, ...] = ()
    has_indented_code: bool = True
