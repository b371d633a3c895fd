"""Meanings without the form of a definition: what a thing does, and its plain words close by.

"You have a G-tube. It goes straight into the stomach" and "sedation – a drug given into a vein" say
as much as "a G-tube is a tube" would.
"""

import re

from plainlint.analysis.glossary.appositions import MAIN_VERB
from plainlint.analysis.glossary.gloss_words import FILLERS, ORDERS, POINTERS, PRONOUNS
from plainlint.analysis.glossary.rare_words import is_unfamiliar
from plainlint.analysis.glossary.term_place import MOST_BEFORE, QUOTE, TAIL, TermPlace
from plainlint.languages.en.familiarity import iter_stems
from plainlint.languages.frequencies import get_zipf_frequency

# What a treatment, a test or a part of the body does.
_DOING = (
    r"(?:kills?|numbs?|destroys?|removes?|shrinks?|measures?|checks?|controls?|carr(?:y|ies)"
    r"|fights?|blocks?|slows?|relax(?:es)?|thins?|replaces?|lets? (?:the|your|a)"
    r"|go(?:es)? (?:through|into|under|from|over|around|between)|drains?|filters?|protects?)"
    r" (?!\d|many|most|some|several|people|one|two|three|up)[a-z][\w-]*(?: [\w-]+)+"
)
_OR = r"(?:, (?:or|also called) (?:an? )?[\w-]+(?: [\w-]+)?,)?"
_DOES = re.compile(
    rf"{QUOTE}(?: \([^()]*\))?{TAIL}{_OR} (?:{_DOING}"
    r"|(?:puts? you|makes? (?:the|your|it)) [a-z][\w-]*(?: [\w-]+)+)"
)
# "a gastrostomy tube, or G-tube. It goes through the skin".
_NEXT_DOES = re.compile(
    rf"{QUOTE}(?:,? (?:or|\((?:or )?)(?: ?an?)? ?[\w-]+(?: [\w-]+)?\)?)?(?: [\w-]+)?[.;] "
    rf"(?:It|They|it|they|This|These) {_DOING}"
)


_USED = re.compile(
    rf"{QUOTE}(?: \([^()]*\))?{TAIL} (?:(?:that|which) (?:is|are) )?"
    r"used to (?:treat|prevent|stop|ease|control) [a-z]"
    # "debridement to remove dead tissue"
    rf"|{QUOTE}(?: \([^()]*\))? to (?:(?:clean|clear|cut|drain|take) out|drain|numb|open|remove"
    r"|repair|replace|stretch|unblock|widen|look (?:at|inside)) (?!it\b|them\b)[a-z]"
)


def says_what_it_does(place: TermPlace) -> bool:
    """Return whether the thing in general, or "it" in the next sentence, does something.

    So does a medicine that is "used to treat fits".
    """
    if place.is_general and _DOES.match(place.text, place.end):
        return True
    if _USED.match(place.text, place.end):
        return True
    return _NEXT_DOES.match(place.text, place.end) is not None


_STATE_BEFORE = re.compile(
    r"(?<!cause)(?<!problem)(?<!reason)(?<!risk) (?:is|are) (?:an? |the )?[\"\u201c]?$"
)
_CLAUSE_BEHIND = re.compile(rf"{QUOTE}: (?P<clause>(?P<first>[a-z-]+) [^.;:?!]+)")
_NO_SUBJECTS = ORDERS | (PRONOUNS | POINTERS) - {"it", "neither", "no-one", "nobody", "none"}


def has_clause_behind(place: TermPlace) -> bool:
    """Return whether a clause spells out a state: "it is double-blind: no one knows who ..."."""
    match = _CLAUSE_BEHIND.match(place.text, place.end)
    return bool(
        match
        and match["first"] not in _NO_SUBJECTS
        and match["first"] != "your"
        and _STATE_BEFORE.search(place.before)
        and MAIN_VERB.search(match["clause"])
    )


_EXAMPLES = re.compile(
    r"(?:,? (?:such as|like|including)| \((?:such as|like|including|e\.g\.,?|for example,?)) "
    r"(?P<names>[\w-]+(?:(?:, | and | or )[\w-]+)?)"
)
_MEDICINE = re.compile(r"(?:an? )?(?:[a-z-]+ )?(?:drug|medicine|medication|painkiller)s?\b")
# What only says that there is something, as "something that raises the chance of a disease" does.
_THING = re.compile(r"something\b|an? (?:health )?problem\b")
_ROW = re.compile(r"[^.;:?!]{1,160}?,? (?:and|or) [^,.;:?!]{1,80}")
_BETWEEN_ITEMS = re.compile(r",? (?:and|or) |, ")
_FEWEST_ITEMS = 2


def has_known_examples(place: TermPlace) -> bool:
    """Return whether a class of medicines or things has examples that most people know behind it.

    One is enough for medicines: "such as ibuprofen". Things of many kinds need two, and readers
    must know one of them: "risk factors, such as smoking or a poor diet".
    """
    match = _EXAMPLES.match(place.text, place.end)
    if not match:
        return False
    if _MEDICINE.match(place.plain):
        return not is_unfamiliar(re.split(r"\W+", match["names"])[0].lower())
    if "including" in match[0] or not _THING.match(place.plain):
        return False
    row = _ROW.match(place.text, match.start("names"))
    items = _BETWEEN_ITEMS.split(row[0]) if row else []
    return len(items) >= _FEWEST_ITEMS and any(
        not any(map(is_unfamiliar, _CONTENT.findall(item.lower()))) for item in items
    )


_SENTENCE_START = re.compile(r"[.?!] +(?=[A-Z\"\u201c])")
_CONTENT = re.compile(r"[a-z]{3,}")
_FEWEST_CONTENT = 2
# A verb below this Zipf frequency, ten uses in a million words, gives the meaning away.
_TELLING = 4.0
_WHAT_IT_DOES = re.compile(r"\bthat ([a-z]{4,})\b")


def has_plain_words_near(place: TermPlace) -> bool:
    """Return whether the sentence of the term, or the next one, has its plain words."""
    plain = place.plain.lower()
    if " " not in plain:
        return False
    words = [word for word in _CONTENT.findall(plain) if word not in FILLERS]
    lower = place.text.lower()
    # "numb the skin with local anaesthetic": what it does is beside it.
    does = _WHAT_IT_DOES.search(plain)
    if does and does[1][:4] in lower and get_zipf_frequency(does[1]) < _TELLING:
        return _has_all(_cut_sentences(place)[0], [does[1]])
    # A fast exit: most texts have none of the words.
    if not words or not all(word[:3] in lower for word in words):
        return False
    phrase = plain.removeprefix("a ").removeprefix("an ")
    return any(
        phrase in sentence or (len(words) >= _FEWEST_CONTENT and _has_all(sentence, words))
        for sentence in _cut_sentences(place)
    )


# Words further apart belong to different statements: so many in a row for each word of the meaning.
_SPREAD = 3


def _has_all(sentence: str, words: list[str]) -> bool:
    """Return whether a sentence has all words close together, in any of their forms."""
    wanted = [{word, *iter_stems(word)} for word in words]
    tokens = [{word, *iter_stems(word)} for word in _CONTENT.findall(sentence)]
    places = [
        [place for place, stems in enumerate(tokens) if not stems.isdisjoint(each)]
        for each in wanted
    ]
    longest = _SPREAD * len(words)
    return all(places) and any(
        all(any(first <= place < first + longest for place in each) for each in places)
        for first in range(len(tokens))
    )


def _cut_sentences(place: TermPlace) -> tuple[str, str]:
    """Return the sentence around a term, without the term, and the next, in lower case."""
    first, last = max(0, place.start - MOST_BEFORE), place.end + 2 * MOST_BEFORE
    starts = [match.end() for match in _SENTENCE_START.finditer(place.text, first, last)]
    start = max((each for each in starts if each <= place.start), default=first)
    ends = [*(each for each in starts if each > place.end), last, last][:2]
    around = f"{place.text[start : place.start]}|{place.text[place.end : ends[0]]}"
    return around.lower(), place.text[ends[0] : ends[1]].lower()
