"""Clauses: whether a Spanish text without a full stop is a whole clause, such as a list item.

Verbs are recognised by the forms of common ones. A form that is also a noun ("cura", "prueba")
counts only where a noun can't be. The words are in clauses.txt.
"""

import re
from itertools import pairwise

from plainlint.core.caches import remember
from plainlint.languages.es.conjugation import inflect_verb
from plainlint.languages.files import Sections, read_sections

_FINITE = ("pres", "pret", "impf", "fut", "cond")
_CLITICS = re.compile(r"(?<=[aeáéíóúrn])(?:[mts]e|nos)?(?:[mts]e|nos|l[aeo]s?)$")
_ACCENTS = str.maketrans("áéíóú", "aeiou")
_WORD = re.compile(r"[^\W_]+|,")
_FEWEST = 2
# "Corte de pelo" is a noun, "Corte el pan" an order.
_ORDERS_OR_NOUNS = frozenset({"cierre", "corte", "coste", "pase", "saque", "toque", "viaje"})
_NOT_BEHIND_ORDER = frozenset({"de", "del", "y", "o", "que"})
# "Tiene que" and "hay que" are one verb with what follows.
_HAVE_TO = re.compile(r"(?:ten|tien|tuv)\w+|ha[nyb]\w*")


def _read_words() -> Sections:
    return read_sections("es", "clauses.txt")


def is_surely_verb(word: str) -> bool:
    """Return whether a lower-case word is a form of a common verb, and no noun.

    Forms in -o ("mareo", "peso") are of "I", who is rare in what readers are told.
    """
    listed = _read_words()
    is_other = word.endswith("o") or word in listed["also nouns"] or word in listed["small words"]
    return not is_other and is_common_verb(word)


def list_openers() -> frozenset[str]:
    """Return the lower-case words that open a subordinate clause."""
    return _read_words()["openers"]


@remember(None)
def _collect_forms() -> tuple[frozenset[str], frozenset[str]]:
    """Return the forms that say something, and those that ask for something."""
    finite, orders = set(_read_words()["forms"]), set()
    for verb in _read_words()["verbs"]:
        forms = inflect_verb(verb)
        finite |= {form for name, form in forms.items() if name.partition(".")[0] in _FINITE}
        orders |= {forms["subj.3s"], forms["subj.3p"]}
    return frozenset(finite), frozenset(orders)


def is_common_verb(word: str) -> bool:
    """Return whether a lower-case word is a form of a common verb, perhaps with pronouns.

    >>> [is_common_verb(word) for word in ("duerma", "acuéstese", "mesa")]
    [True, True, False]
    """
    forms = {word, _CLITICS.sub("", word).translate(_ACCENTS)}
    return any(not forms.isdisjoint(known) for known in _collect_forms())


@remember(1 << 12)
def is_clause(text: str) -> bool:
    """Return whether a text is a whole clause: an order, or a verb that no "que" or "si" opens.

    >>> [is_clause(text) for text in ("Tome agua", "Si tiene fiebre", "Los efectos duran poco")]
    [True, False, True]
    """
    words = _WORD.findall(text.lower())
    if sum(word != "," for word in words) < _FEWEST:
        return False
    starts = [0, *(number + 1 for number, word in enumerate(words) if word == ",")]
    # In small letters, a verb without "you" goes on from the line above: "Llame si: - tiene tos".
    return any(_is_order(words, start) for start in starts) or (
        not text[:1].islower() and _has_main_verb(words)
    )


def _is_order(words: list[str], start: int) -> bool:
    """Return whether an order begins at `start`: "no tome", "nunca deje", "lávese"."""
    before = _read_words()["before orders"]
    verb = next((at for at in range(start, len(words)) if words[at] not in before), len(words))
    word, after = " ".join(words[verb : verb + 1]), words[verb + 1 : verb + 2]
    # "Entre ellos", "sobre la mesa"; "entre en la sala" is an order.
    if word in _read_words()["small words"] and not (word == "entre" and after[:1] == ["en"]):
        return False
    if word in _ORDERS_OR_NOUNS and not _NOT_BEHIND_ORDER.isdisjoint(after):
        return False
    bare = _CLITICS.sub("", word)
    plain = {form.translate(_ACCENTS) for form in (word, bare)}
    return word in _collect_forms()[1] or (bare != word and not plain.isdisjoint(_strip_accents()))


@remember(None)
def _strip_accents() -> frozenset[str]:
    return frozenset(form.translate(_ACCENTS) for form in _collect_forms()[1])


def _has_main_verb(words: list[str]) -> bool:
    finite, listed = _collect_forms()[0], _read_words()
    verbs = openers = 0
    for before, word in pairwise(["", *words]):
        is_opener = word in listed["openers"]
        openers += is_opener and not (word == "que" and _HAVE_TO.fullmatch(before))
        if word in finite and not is_opener and word not in listed["small words"]:
            is_noun = before in listed["before nouns only"] or (
                word in listed["also nouns"] and (not before or before in listed["before nouns"])
            )
            verbs += not is_noun
    return verbs > openers
