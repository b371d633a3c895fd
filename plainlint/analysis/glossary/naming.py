"""Names after a meaning, and meanings in brackets: "a thin tube (stent)", "called a stent"."""

import re

from plainlint.analysis.glossary.gloss_words import POINTERS, PRONOUNS
from plainlint.analysis.glossary.glosses import is_gloss
from plainlint.analysis.glossary.rare_words import is_unfamiliar
from plainlint.analysis.glossary.term_place import MOST_BEFORE, QUOTE, TAIL, TermPlace, share_word

# "the body harms itself (sepsis)": the bracket holds the term, alone, with an adjective, or as one
# of two names.
_OPEN_BRACKET = re.compile(
    r"\S ?\((?:(?:or|also|called|known as|the|an?) )*(?P<lead>(?:[a-z-]+ (?:or )?)?)[\"\u201c]?$"
)
_CLOSED = re.compile(
    rf"{QUOTE}(?: (?!and\b|or\b)[\w-]+){{0,2}}{QUOTE}"
    r"(?: or (?:(?:the |an? )?[A-Z][\w-]*[A-Z][\w-]*|[a-z-]+(?=\))))?"
    r"(?:[);]|, (?:also|or|say|pronounced|from)\b|, [A-Z]\w*\)|: )"
)
_PHRASE_BEFORE = re.compile(r"(?:^|[.?!:;,()\u2014\u2013] ?)([^.?!:;,()\u2014\u2013]+)$")
_EXAMPLES = re.compile(
    r"(?:^|\b(?:other|some|certain|various|different|possible|many|several|these|those|few|more|any"
    r"|side|late) )(?:[\w-]+ )?(?:problem|effect|symptom|sign|change|condition|disease|test|drug"
    r"|medicine|medication|treatment|thing|complication|reason|cause|infection|procedure|disorder"
    r"|illness|cancer|case|issue|reaction|therapie)s$"
    # "the mixed type (ductal or acinar)": one of several, or what it divides into, not its meaning.
    r"|\b(?:(?:form|grade|group|kind|level|pattern|phase|sort|stage|subtype|type|variant|version)s?"
    r"|categor(?:y|ies)|class(?:es)?|variet(?:y|ies))$"
)
_LEADS = re.compile(
    r"(?:with|of|for|from|in|such as|like|including|e\.g|see|and|not|without|after|by|if|to)\b"
)
_MOST_WORDS, _NEAR_WORDS = 7, 3
# In code points: longer than the words that name a term.
_NEAR = 70


def is_in_bracket_after_gloss(place: TermPlace) -> bool:
    """Return whether the term is alone in brackets behind its meaning."""
    bracket = place.text.rfind("(", max(0, place.start - _NEAR), place.start)
    # A fast exit: most terms are not in brackets.
    if bracket < 0:
        return False
    opening = _OPEN_BRACKET.search(place.text, max(0, bracket - 2), place.start)
    if _repeats_word_before(place.text, bracket) or _has_plain_word_before(place, bracket):
        return True
    if not opening or not _CLOSED.match(place.text, place.end) or _LEADS.match(opening["lead"]):
        return False
    before = place.text[max(0, place.start - MOST_BEFORE) : opening.start() + 1]
    phrase = _PHRASE_BEFORE.search(before)
    if not phrase:
        return False
    return not _EXAMPLES.search(phrase[1].lower()) and ends_with_gloss(phrase[1])


# "scarring (fibrosis, then cirrhosis)": what is right before a bracket with two names.
_WORD_BEFORE = re.compile(r"[a-z]{4,}(?= ?\Z)")


def _has_plain_word_before(place: TermPlace, bracket: int) -> bool:
    """Return whether the word before a bracket with the term is one of the plain words for it."""
    near = place.text[max(0, bracket - _NEAR) : bracket].lower()
    word = _WORD_BEFORE.search(near)
    is_inside = place.text.find(")", bracket, place.start) < 0
    return bool(word and is_inside and share_word(word[0], place.plain))


_FORMAL = re.compile(r"(?P<plain>[^\W\d_]{4,}) ?\((?P<formal>[^()]{0,200})\)")


def _repeats_word_before(text: str, bracket: int) -> bool:
    """Return whether a bracket has the word before it again: "laser (selective laser ...)"."""
    start = text.rfind(" ", 0, max(0, bracket - 1)) + 1
    match = _FORMAL.match(text, start)
    return bool(
        match
        and match.start("formal") == bracket + 1
        and f" {match['plain'].lower()} " in f" {match['formal'].lower()} "
    )


def ends_with_gloss(text: str) -> bool:
    """Return whether the last words of a text are a gloss, without hard words."""
    words = text.split()[-_MOST_WORDS:]
    if words and words[-1].lower() in POINTERS | PRONOUNS:
        return False
    near = [word.lower() for word in words[-_NEAR_WORDS:]]
    if any(map(is_unfamiliar, near)):
        return False
    return any(is_gloss(" ".join(words[index:])) for index in range(len(words)))


_NAMED = re.compile(
    r"(?:\b(?:called|named|termed|(?<!not )known as|referred to as"
    r"|calls? (?:this|it|that|these|them)"
    r"|(?:name|word|term) for (?:this|it|that|these|them|[\w ]{3,40}) (?:is|are))"
    r"(?:[ ,]+(?:an?|the|also|or|doctors call))?(?: [a-z][\w-]*){0,2}"
    r"|\b(?:called|named|termed|known as|referred to as)(?: [\w-]+){1,4},? or(?: an?)?"
    r"|\balso (?:called|known as)(?: [\w-]+){2,3}"
    # "doctors call the swelling edema", "you may also hear edema or dropsy"
    r"|\bcalls? (?:the|this|that|these|those)(?: [a-z]+){1,4}"
    r"|\b(?:may|might|will|can)(?: also| sometimes)? (?:hear|read|see the (?:word|term|name)s?)"
    r"(?: [\w-]+,? or)?"
    r"|\bthe (?:medical |formal |proper |doctors' )?(?:term|name|word)(?: (?:is|are))?"
    r"|\b(?:for short|in other words),?) ?[\"\u201c\u2018*(]?$",
    re.IGNORECASE,
)
# A part of every text that `_NAMED` matches, and fast to find.
_NAMING = ("call", "term", "known", "referred", "name", "word", "for short", "hear", "read")
_NOT_NAMING = re.compile(
    r"\b(?:so-called|formerly called|used to be called|was called|were called|you|who) "
    r"(?:called|named|known as) ?$",
    re.IGNORECASE,
)


def is_named(place: TermPlace) -> bool:
    """Return whether the text says that the term is a name: "called", "known as", "the term"."""
    near = place.text[max(0, place.start - _NEAR) : place.start]
    is_likely = any(map(near.lower().__contains__, _NAMING))
    return bool(is_likely and _NAMED.search(near) and not _NOT_NAMING.search(near))


# "Your belly fills with fluid. This is ascites."
_THIS_IS = re.compile(
    r"[\w)\"\u201d][.?!] (?:This|It|These|That|They|Those) (?:is|are) "
    r"(?:(?:an?|the|your|their|its) )?$"
)


def is_pointed_to(place: TermPlace) -> bool:
    """Return whether the sentence before describes what "This is" then names."""
    return bool(
        place.before[:1].isupper()
        and _THIS_IS.search(place.text, max(0, place.start - _NEAR), place.start)
        and re.match(rf"{QUOTE}(?:[.;]|, and\b|\Z)", place.text[place.end : place.end + 8])
    )


_BRACKET = re.compile(rf"{QUOTE}{TAIL} ?\((?P<gloss>[^()]*)\)")
_PREFACE = re.compile(
    r"^(?:(?:(?:also|sometimes|often|usually|commonly|generally|just|simply|better) )+"
    r"(?:called|known as|referred to as)|or|i\.e\.,?|that is,?|meaning|which means"
    r"|which is|short for|say,?)\s+",
    re.IGNORECASE,
)


def has_gloss_in_bracket(place: TermPlace) -> bool:
    """Return whether a bracket behind the term says what it means."""
    match = _BRACKET.match(place.text, place.end)
    if not match:
        return False
    # "abdomen (belly)": a single word is a meaning only if it is known to be one.
    if place.plain and match["gloss"].strip().casefold() == place.plain.casefold():
        return True
    # A semicolon or a comma parts the sound of a word from its meaning.
    parts = re.split(r"; |: ", match["gloss"])
    return not _FOR_EXAMPLE.match(match["gloss"]) and any(
        _is_bracket_gloss(part) for part in (match["gloss"], *parts)
    )


_FOR_EXAMPLE = re.compile(r"(?:e\.g|eg|such as|for example|including|like)\b", re.IGNORECASE)


# A kind of illness and what it does, though its name may be hard, too, and reported itself:
# "hypothyroidism requiring a hormone".
_KIND_OF_ILLNESS = re.compile(
    r"[a-z-]{4,} (?:affecting|causing|caused by|due to|involving|needing|requiring) [a-z]+ [a-z]"
)


def _is_bracket_gloss(content: str) -> bool:
    bare = _PREFACE.sub("", content, count=1)
    if re.match(r"[A-Z]{2}|\S*[A-Z]\S*[A-Z]\S*$", bare):
        return False
    words = bare.split()
    if content[:1].isupper() and not content.isupper():
        # A sentence of its own; one or two words with capitals are a name.
        named = sum(word[0].isupper() for word in words)
        return len(words) > 2 * named and is_sentence_gloss(bare)
    return bool(is_gloss(bare) or is_sentence_gloss(bare) or _KIND_OF_ILLNESS.match(bare))


_ABOUT_IT = re.compile(
    r"(?:it|this|these|they|the [a-z]+|[a-z]+) "
    r"(?:is|are|means?|has|have|happens?|occurs?|[a-z]{3,}s)\b",
    re.IGNORECASE,
)
_TO_READER = re.compile(
    r"\b(?:call|tell|ask|see|contact|speak|talk|page|figure|section|below|above|click|read)\b",
    re.IGNORECASE,
)


# "it is very rare": how it is, not what.
_OPINION = re.compile(
    r"(?:it|this|these|they) (?:is|are|has been|have been) "
    r"(?:very|not|more|also|often|usually|rarely|common|rare|serious|normal)\b",
    re.IGNORECASE,
)
_SHORTEST_CLAUSE = 3


def is_sentence_gloss(content: str) -> bool:
    """Return whether a text says in a clause what a term means: "it has spread"."""
    return bool(
        len(content.split()) >= _SHORTEST_CLAUSE
        and _ABOUT_IT.match(content)
        and not _TO_READER.search(content)
        and not _OPINION.match(content)
    )
