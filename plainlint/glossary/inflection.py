"""Inflection: the forms of a hard verb or noun, each with the same form of its plain words."""

import re
from collections.abc import Callable, Mapping

# Verbs, each with its past and, if that differs, its past participle.
_PAST = """build built, burst burst, buy bought, choose chose chosen, come came come, cut cut,
do did done, feed fed, feel felt, find found, get got, give gave given, go went gone,
grow grew grown, have had, keep kept, leave left, make made, mean meant, meet met, pay paid,
put put, read read, say said, see saw seen, send sent, set set, show showed shown, speed sped,
spread spread, stick stuck, swell swelled swollen, take took taken, tell told, think thought,
throw threw thrown, understand understood, undertake undertook undertaken, upset upset"""
_IRREGULAR = {verb: past for verb, *past in map(str.split, _PAST.split(","))}
# Verbs that double their last letter: one short vowel, or the stress at the end.
_DOUBLED = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]|.*(?:cur|[bers]mit|fer|trol)")


def verb_forms(hard: str, plain: str) -> Mapping[str, str]:
    """The forms of a verb, which is the first word of both.

    >>> verb_forms("administer", "give")["administered"]
    'gave or given'
    """
    return _forms(hard, plain, _of_verb, 0)


def noun_forms(hard: str, plain: str) -> Mapping[str, str]:
    """A noun, which is the last word of both, and its plural.

    >>> noun_forms("malady", "illness")
    {'malady': 'illness', 'maladies': 'illnesses'}
    """
    return _forms(hard, plain, _of_noun, -1)


def _forms(
    hard: str, plain: str, inflect: Callable[[str], tuple[str, ...]], which: int
) -> Mapping[str, str]:
    found: dict[str, list[str]] = {}
    ours, theirs = hard.split(), plain.split()
    for form, same in zip(inflect(ours[which]), inflect(theirs[which]), strict=True):
        ours[which], theirs[which] = form, same
        found.setdefault(" ".join(ours), []).append(" ".join(theirs))
    return {form: " or ".join(dict.fromkeys(same)) for form, same in found.items()}


def _of_noun(noun: str) -> tuple[str, ...]:
    return noun, _with_s(noun)


def _of_verb(verb: str) -> tuple[str, ...]:
    """The verb as it is, with -s, its past, its past participle, and with -ing."""
    double = verb[-1] if _DOUBLED.fullmatch(verb) else ""
    silent = verb.endswith("e") and not verb.endswith(("ee", "ye", "oe"))
    regular = re.sub(r"(?<![aeiou])yed$", "ied", verb.removesuffix("e") + double + "ed")
    past = _IRREGULAR.get(verb, [regular])
    present = "has" if verb == "have" else _with_s(verb)
    return verb, present, past[0], past[-1], (verb[:-1] if silent else verb) + double + "ing"


def _with_s(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(?:[sxzo]|[cs]h)$", word) else "s")
