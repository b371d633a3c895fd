"""Noun fit: plain words for nouns, with the article and the number that they need."""

from plainlint.analysis.glossary.inflection import Form
from plainlint.analysis.glossary.plain_words import Reading
from plainlint.analysis.glossary.replacement import Replacement
from plainlint.analysis.glossary.word_context import (
    WordContext,
    is_be,
    is_determiner,
    is_have,
    is_open,
    is_possessive,
    is_word,
    split_words,
)
from plainlint.languages.en.word_classes import is_of_class

# Nouns that need no article in the singular.
_UNCOUNTED = split_words("""
    approval birth bleeding blockage breath bruising cancer care chickenpox control cost
    damage death diet disease energy fat fever fluid food gas glucose growth heartbeat
    help illness lack loss medicine money mouth movement narrowing need notice pain pay
    peeing phlegm poison pressure proof redness rest return shingles sleeping smoking spit
    staff stomach stool stress sugar surgery sweat swallowing swelling thinking time
    tingling treatment urine use walking wasting weight work worry
""")
_PLURALS = split_words("people legs staff")
_PLURAL_VERBS = {"is": "are", "was": "were", "has": "have", "isn't": "aren't", "wasn't": "weren't"}
_SINGULAR_VERBS = {plural: singular for singular, plural in _PLURAL_VERBS.items()}
_ALSO_VERBS = frozenset({"exhibit", "fracture", "haemorrhage", "hemorrhage", "purchase"})
_VERB_SLOTS = split_words("""
    to i you we they please not don't doesn't didn't let
""")
# Nouns that take "of" with what they are about: "a lack of iron", not "an iron lack".
_WITH_OF = frozenset({"end", "lack", "return", "start"})
_SUFFIXES = (
    "al",
    "ic",
    "ous",
    "ive",
    "ful",
    "able",
    "ible",
    "ary",
    "ed",
    "ing",
    "ent",
    "ant",
    "less",
)
_SHORT_ADJECTIVES = split_words("""
    acute big brief early first full good great high large last late long low main mild
    new old open other own rapid same second severe short slight slow small sudden usual
    whole
""")


def fit_noun(
    reading: Reading, context: WordContext, text: str, start: int, end: int
) -> Replacement | None:
    """Fit a noun that can be counted."""
    plain = reading.plain
    if _is_verb(context, text[start:end]):
        return None
    last = plain.rpartition(" ")[2]
    is_bare = (
        reading.form is Form.SINGULAR and last not in _UNCOUNTED and not _find_determiner(context)
    )
    if is_bare:
        return Replacement(start, end, plain, plain, is_exact=False)
    if last in _WITH_OF and (modifier := _find_modifier(context)):
        return _fit_with_of(plain, modifier, context, text, start, end)
    return Replacement(start, end, plain, plain, is_exact=last != "lack" or context.next == "of")


def fit_mass_noun(
    reading: Reading, context: WordContext, text: str, start: int, end: int
) -> Replacement | None:
    """Fit a noun without an article, in the number of its plain word."""
    plain = reading.plain
    if _is_verb(context, text[start:end]):
        return None
    last = plain.rpartition(" ")[2]
    is_plural = _is_plural(last)
    determiner = _find_determiner(context)
    if _is_plural(text[start:end].lower().rpartition(" ")[2]) != is_plural:
        table = _PLURAL_VERBS if is_plural else _SINGULAR_VERBS
        if verb := table.get(context.next):
            gap = text.index(context.next[0], end)
            stop = gap + len(context.next)
            is_exact = not (determiner and is_plural)
            return Replacement(start, stop, f"{plain}{text[end:gap]}{verb}", plain, is_exact)
        is_subject = context.next in {"does", "do"} or (
            context.is_clause_start and is_open(context.next)
        )
        if is_subject:
            return Replacement(start, end, plain, plain, is_exact=False)
    if is_plural or last in _UNCOUNTED or last.endswith("ing"):
        return Replacement(start, end, plain, plain, is_exact=determiner not in {"a", "an"})
    if determiner:
        return Replacement(start, end, plain, plain)
    # A countable plain word needs an article: "a sore throat" for "pharyngitis".
    is_right = not is_open(context.previous) and not is_open(context.next)
    words = f"{'an' if plain[0] in 'aeiou' else 'a'} {plain}"
    return Replacement(start, end, words if is_right else plain, plain, is_exact=is_right)


def _is_plural(noun: str) -> bool:
    is_s = noun.endswith("s") and not noun.endswith(
        ("ss", "us", "is", "'s", "pertussis", "shingles")
    )
    return noun in _PLURALS or is_s


def _is_verb(context: WordContext, hard: str) -> bool:
    """Return whether a noun that is a verb, too, is one here: "it may fracture"."""
    previous = context.governor
    if hard.lower() not in _ALSO_VERBS:
        return False
    return previous in _VERB_SLOTS or is_of_class(previous or ".", "modal")


def _find_determiner(context: WordContext) -> str:
    """Return the article, possessive or number that opens the noun phrase; empty for none."""
    for token in reversed(context.before[-4:]):
        if is_determiner(token) or is_possessive(token):
            return token
        if not is_open(token):
            return ""
    return ""


def _find_modifier(context: WordContext) -> str:
    """Return the noun right before the noun, empty if there is none."""
    previous = context.previous
    is_adjective = previous.endswith(_SUFFIXES) or previous in _SHORT_ADJECTIVES
    return previous if is_open(previous) and not is_adjective else ""


def _fit_with_of(
    plain: str, modifier: str, context: WordContext, text: str, start: int, end: int
) -> Replacement:
    first = text.lower().rfind(modifier, 0, start)
    is_alone = first >= 0 and not any(map(is_open, context.before[-2:-1]))
    is_exact = is_alone and not is_be(context.governor) and not is_have(context.governor)
    if not is_exact:
        return Replacement(start, end, plain, plain, is_exact=False)
    noun = text[first : first + len(modifier)]
    is_opening = not any(map(is_word, context.before[:-1]))
    noun = noun.lower() if is_opening and not noun.isupper() else noun
    return Replacement(first, end, f"{plain} of {noun}", plain)
