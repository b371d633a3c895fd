"""Inflection: the forms of English verbs and nouns, and the British spellings of American words."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from plainlint.core.caches import remember

# Verbs with their past and, if it differs, their past participle.
_PAST = """build built, burst burst, buy bought, choose chose chosen, come came come, cut cut,
do did done, feed fed, feel felt, find found, get got, give gave given, go went gone,
grow grew grown, have had, keep kept, leave left, make made, mean meant, meet met, pay paid,
put put, read read, rise rose risen, say said, see saw seen, send sent, set set,
show showed shown, speed sped, spread spread, stand stood, stick stuck, swell swelled swollen,
take took taken, tell told, think thought, throw threw thrown,
undergo underwent undergone, understand understood,
undertake undertook undertaken, upset upset, write wrote written"""
_IRREGULAR = {verb: past for verb, *past in map(str.split, _PAST.split(","))}
# Verbs that double their last letter: with one short vowel, or stressed at the end.
_DOUBLED = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]|.*(?:cur|[bers]mit|fer|trol)")


class Form(StrEnum):
    """A form of a verb or a noun."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"
    SINGULAR = "singular"
    PLURAL = "plural"


def inflect_verb(verb: str) -> dict[Form, str]:
    """Return the forms of a verb in the present, the past and as participles.

    >>> inflect_verb("give")[Form.PARTICIPLE]
    'given'
    """
    double = verb[-1] if _DOUBLED.fullmatch(verb) else ""
    silent = verb.endswith("e") and not verb.endswith(("ee", "ye", "oe"))
    regular = re.sub(r"(?<![aeiou])yed$", "ied", verb.removesuffix("e") + double + "ed")
    past = _IRREGULAR.get(verb, [regular])
    return {
        Form.BASE: verb,
        Form.PRESENT: "has" if verb == "have" else _add_s(verb),
        Form.PAST: past[0],
        Form.PARTICIPLE: past[-1],
        Form.ING: (verb[:-1] if silent else verb) + double + "ing",
    }


def inflect_noun(noun: str) -> dict[Form, str]:
    """Return the singular and the plural of a noun."""
    return {Form.SINGULAR: noun, Form.PLURAL: _add_s(noun)}


def _add_s(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(?:[sxzo]|[cs]h)$", word) else "s")


# Words in -or that are British in -our, and verbs in -l that double it.
_OUR = "behavi|col|endeav|fav|harb|hon|hum|lab|neighb|od|rum|sav|tum|vap|vig"
_DOUBLED_L = "cancel|channel|counsel|dial|fuel|label|level|model|signal|total|travel"
# Letters that every match has, then American letters, in the parts of words where British spelling
# differs, and the British ones.
_BRITISH = tuple(
    (letters, re.compile(american, re.VERBOSE), british)
    for letters, american, british in (
        (
            "iz",
            r"(\w{3}) (?<!caps)(?<!\bres)(?<!owns) iz (?=(?:e[drs]?|ing|ations?|able)\b)",
            r"\1is",
        ),
        ("yz", r"(?<=[al]) yz (?=(?:e[drs]? | ing)\b)", "ys"),
        ("e", r"\b (edema | esophag | estrogen)", r"o\1"),
        ("fet", r"\b fet (?=al | us)", "foet"),
        ("ea", r"(rrh | pn) ea \b", r"\1oea"),
        ("hem", r"\b hem (?=at | or[^aeiou] | og | op | os)", "haem"),
        (
            "emi",
            r"([cdkmnr]|sterol) em i (?=[ac])(?<!chemi)(?<!academi)(?<!epidemi)(?<!systemi)",
            r"\1aemi",
        ),
        ("emi", r"\b (lip | ur | isch | hyperc | tox) emi (?=[ac])", r"\1aemi"),
        ("emi", r"leuk emi (?=[ac])", "leukaemi"),
        (
            "e",
            r"\b (gyn | p | orthop | an | c) e (?=c(?:ol|um\b) | diatr | d(?:ic|ist) | sth)",
            r"\1ae",
        ),
        ("etiolog", r"\b etiolog", "aetiolog"),
        ("fec", r"\b fec (?=es | al\b)", "faec"),
        ("or", rf"\b ({_OUR}) or (?= (?: s? | ed | ing | able | hoods? | ites? ) \b)", r"\1our"),
        ("l", rf"\b ({_DOUBLED_L}) (?= (?: ed | ing | ers? ) \b)", r"\1l"),
        ("er", r"(\b | milli | centi | kilo) (cent | fib | lit | met) er (?= s?\b)", r"\1\2re"),
        ("log", r"(cata | dia | ana) log (?= s?\b)", r"\1logue"),
        ("program", r"\b program (?= s?\b)", "programme"),
        ("sulf", r"sulf (?= at | ur | on)", "sulph"),
        ("ll", r"\b (fulfi | enro | insti) ll \b", r"\1l"),
    )
)
# Other words rather than other letters, which people of both countries read easily.
_BRITISH_WORDS = (
    ("while", re.compile(r"\bwhile\b"), "whilst"),
    ("m", re.compile(r"\b(among|amid)\b"), r"\1st"),
)
# Where people spell as in the United States; empty for a country that is not known.
_AMERICAN = frozenset({"", "CA", "LR", "PH", "PR", "US"})


def spell_in_country(words: str, country: str) -> str:
    """Return words that are in American spelling as people of a country spell them.

    >>> spell_in_country("a tumor of the esophagus", "GB")
    'a tumour of the oesophagus'
    """
    return words if country in _AMERICAN else _replace_letters(words, _BRITISH)


def _replace_letters(words: str, rules: Iterable[tuple[str, re.Pattern[str], str]]) -> str:
    for letters, american, british in rules:
        # A fast exit: most words have none of these letters.
        if letters in words:
            words = american.sub(british, words)
    return words


@remember(1 << 12)
def list_spellings(words: str) -> tuple[str, ...]:
    """Return words in lower case as they are, and in British spelling if that differs.

    >>> list_spellings("utilize")
    ('utilize', 'utilise')
    >>> list_spellings("pediatric edema")
    ('pediatric edema', 'paediatric oedema')
    """
    british = _replace_letters(words, (*_BRITISH, *_BRITISH_WORDS))
    return (words,) if british == words else (words, british)


def iter_spelled_forms(forms: dict[Form, str]) -> Iterator[tuple[Form, str]]:
    """Yield the forms in both spellings."""
    for form, words in forms.items():
        for spelling in list_spellings(words):
            yield form, spelling
