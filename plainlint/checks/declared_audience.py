"""declared-audience: the front matter must say whom a document is for, by a known name."""

from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.core.audiences import AUDIENCES, Audiences
from plainlint.document.model import FrontMatter


def declared_audience(front_matter: FrontMatter, audiences: Audiences) -> Iterator[Hit]:
    """The audience's value if it is not known, or the head of a document without one.

    Message:
        problem: what is wrong.
        advice: what to write.
        default: the audience that is taken in its place.
    """
    key = audiences.key
    if front_matter.problems and not front_matter.entries:
        return
    declared = front_matter.text(key)
    if audiences.known(declared):
        return
    problem = f"{declared!r} is not a known audience" if declared else f"{key!r} is missing"
    near = audiences.nearest(declared) if declared else ""
    allowed = ", ".join(AUDIENCES)
    advice = f"write {near!r}; allowed are {allowed}" if near else f"write one of: {allowed}"
    values = {"problem": problem, "advice": advice, "default": audiences.default}
    yield Hit(front_matter.span_of(key), values)
