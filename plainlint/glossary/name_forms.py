"""Name forms: the other forms in which a text may use a term's name."""

import re
from collections.abc import Iterator

_SHORTEST_PLURAL = 5
_BRACKET = re.compile(r" \(([^()]+)\)")
# What a medicine is bound to says nothing of what it does: texts leave it out.
_SALT = re.compile(
    r"[ -](?:(?:di|hemi|mono|tri)?(?:hydrochloride|sodium|potassium|acetate|calcium|chloride"
    r"|citrate|esylate|fumarate|hydrobromide|lactate|maleate|mesylate|phosphate|succinate|sulfate|tartrate"
    r"|tosylate)|s-malate)"
)


def is_acronym(name: str) -> bool:
    """Whether a name is only itself in capitals: ALL is a leukaemia, "all" is not."""
    return not name.islower() and " " not in name and sum(map(str.isupper, name)) > 1


def name_forms(name: str) -> Iterator[str]:
    """Plural or singular, and the name without brackets or salt."""
    yield from _number(name)
    # Most names are quickly seen to be one word.
    if (" " not in name and "-" not in name) or is_acronym(name):
        return
    if bracket := _BRACKET.search(name):
        without = name[: bracket.start()] + name[bracket.end() :]
        yield from (without, *_number(without))
        if bracket[1][0].lower() == name[0].lower() and is_acronym(bracket[1]):
            yield bracket[1] + name[bracket.end() :]
    if salt := _SALT.search(name):
        yield name[: salt.start()]


def _number(name: str) -> Iterator[str]:
    """The plural of a name, or the singular of a name that is a plural."""
    if is_acronym(name):
        yield name + "s"
    elif name.endswith("sis"):
        yield name[:-2] + "es"
    elif name.endswith(("ss", "us", "is")):
        yield name + "es"
    elif name.endswith("ies"):
        yield name[:-3] + "y"
    elif name.endswith("s") and len(name) >= _SHORTEST_PLURAL:
        yield name[:-1]
    elif name.endswith(("x", "ch", "sh")):
        yield name + "es"
    elif name.endswith("y") and name[-2:-1] not in "aeiou":
        yield name[:-1] + "ies"
    elif name.endswith("oma"):
        yield from (name + "s", name + "ta")
    elif not name.endswith("s"):
        yield name + "s"
