"""Definitions: whether the text around a term explains it there.

A definition has a form (brackets, an apposition, "is a", "also called") and a gloss in it, which
`glosses` judges. "A stent (a small tube)" explains; "a stent (two of them)" does not.
"""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from plainlint.analysis.glossary.acronyms import is_spelled_out
from plainlint.analysis.glossary.glosses import is_category, is_gloss
from plainlint.analysis.glossary.matching import is_acronym
from plainlint.analysis.glossary.rare_words import is_unfamiliar
from plainlint.analysis.metrics.familiarity import iter_stems
from plainlint.core.caches import remember
from plainlint.document.model import Block, BlockKind

# Nouns that go with the term: "metastatic breast cancer (it has spread)".
_TAIL = (
    r"(?: (?!(?:of|in|on|at|by|to|for|from|with|after|before|during|and|or|but|as|if|when|who|which"
    r"|that|is|are|was|can|may|will|has|have|the|an?)\b)[\w-]+){0,3}"
)
_QUOTE = r"[\"\u201d\u2019]?"
_END = re.compile(r"[.?!](?=\s|[\"\u201d\u2019)]|\Z)|\n")
_CLAUSE_ENDS = re.compile(r"[.?!:;]\s")
_MOST_BEFORE = 200


class _Place(NamedTuple):
    """A term in a text: what is before it in its clause, and what follows in its sentence."""

    text: str
    start: int
    end: int
    plain: str

    @property
    def term(self) -> str:
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        return _CLAUSE_ENDS.split(self.text[max(0, self.start - _MOST_BEFORE) : self.start])[-1]

    @property
    def sentence_end(self) -> int:
        found = _END.search(self.text, self.end)
        return found.start() if found else len(self.text)

    @property
    def is_general(self) -> bool:
        """Whether the term is meant in general ("a stent"), not one of them ("your stent")."""
        opening = self.before.strip(' "\u201c*-').lower()
        return not opening or bool(
            re.fullmatch(r"(?:an?|most|many|all|some)?(?: ?[a-z-]+){0,2}", opening)
            and not re.match(
                r"(?:the|this|that|these|those|your|his|her|my|our|their|its)\b", opening
            )
        )


@remember(1 << 14)
def is_explained(text: str, start: int, end: int, plain: str = "") -> bool:
    """Return whether the text around `start` to `end` (code points) explains the term there.

    Args:
        text: the text of a block.
        start: where the term begins.
        end: where it ends.
        plain: plain words for the term, if any are known: they help to recognise its meaning.
    """
    place = _Place(text, start, end, plain)
    return any(test(place) for test in _FORMS)


# "the body harms itself (sepsis)": the bracket holds the term, alone or with an adjective.
_OPEN_BRACKET = re.compile(
    r"\S ?\((?:(?:or|also|called|known as|the|an?) )*(?P<lead>(?:[a-z-]+ )?)[\"\u201c]?$"
)
_CLOSED = re.compile(
    rf"{_QUOTE}(?: (?!and\b|or\b)[\w-]+){{0,2}}{_QUOTE}(?:[);]|, (?:also|or|say|pronounced|from)\b|: )"
)
_PHRASE_BEFORE = re.compile(r"(?:^|[.?!:;,(\u2014\u2013] ?)([^.?!:;,()\u2014\u2013]+)$")
_EXAMPLES = re.compile(
    r"(?:^|\b(?:other|some|certain|various|different|possible|many|several|these|those|few|more|any|side|late) )"
    r"(?:[\w-]+ )?(?:problem|effect|symptom|sign|change|condition|disease|test|drug|medicine|medication|treatment"
    r"|thing|complication|reason|cause|infection|procedure|disorder|illness|cancer|case|issue|reaction|therapie)s$"
)
_LEADS = re.compile(
    r"(?:with|of|for|from|in|such as|like|including|e\.g|see|and|not|without|after|by|if|to)\b"
)
_MOST_WORDS, _NEAR_WORDS = 7, 3


def _is_in_bracket_after_gloss(place: _Place) -> bool:
    opening = _OPEN_BRACKET.search(place.text, max(0, place.start - 40), place.start)
    if not opening or not _CLOSED.match(place.text, place.end) or _LEADS.match(opening["lead"]):
        return False
    before = place.text[max(0, place.start - _MOST_BEFORE) : opening.start() + 1]
    phrase = _PHRASE_BEFORE.search(before)
    if not phrase:
        return False
    return not _EXAMPLES.search(phrase[1].lower()) and _ends_with_gloss(phrase[1])


def _ends_with_gloss(text: str) -> bool:
    """Return whether the last words of a text are a gloss, without hard words."""
    words = text.split()[-_MOST_WORDS:]
    near = [word.lower() for word in words[-_NEAR_WORDS:]]
    if any(map(is_unfamiliar, near)):
        return False
    return any(is_gloss(" ".join(words[index:])) for index in range(len(words)))


_NAMED = re.compile(
    r"(?:\b(?:called|named|termed|(?<!not )known as|referred to as|calls? (?:this|it|that|these|them)"
    r"|(?:name|word|term) for (?:this|it|that|these|them|[\w ]{3,40}) (?:is|are))"
    r"(?:[ ,]+(?:an?|the|also|or|doctors call))?(?: [a-z][\w-]*)?"
    r"|\b(?:called|named|termed|known as|referred to as)(?: [\w-]+){1,4},? or(?: an?)?"
    r"|\balso (?:called|known as)(?: [\w-]+){2,3}"
    r"|\bthe (?:medical |formal |doctors' )?(?:term|name|word)"
    r"|\b(?:for short|in other words),?) ?[\"\u201c\u2018*(]?$",
    re.IGNORECASE,
)
# Part of every text that `_NAMED` matches, and fast to search.
_NAMING = re.compile(r"call|named|term|known|referred|name|word|for short", re.IGNORECASE)
_NOT_NAMING = re.compile(
    r"\b(?:so-called|formerly called|used to be called|was called|were called|you|who) (?:called|named|known as) ?$",
    re.IGNORECASE,
)


def _is_named(place: _Place) -> bool:
    near = place.text[max(0, place.start - 70) : place.start]
    return bool(_NAMING.search(near) and _NAMED.search(near) and not _NOT_NAMING.search(near))


# "Your belly fills with fluid. This is ascites."
_THIS_IS = re.compile(r"[\w)\"\u201d][.?!] (?:This|It|These|That|They|Those) (?:is|are) (?:an? )?$")


def _is_pointed_to(place: _Place) -> bool:
    return bool(
        _THIS_IS.search(place.text, 0, place.start)
        and re.match(rf"{_QUOTE}(?:[.;]|, and\b|\Z)", place.text[place.end : place.end + 8])
    )


_BRACKET = re.compile(rf"{_QUOTE}{_TAIL} ?\((?P<gloss>[^()]*)\)")
_PREFACE = re.compile(
    r"(?:(?:also|sometimes|often) (?:called|known as)|or|i\.e\.,?|that is,?|meaning|which means|which is"
    r"|short for|say,?)\s+",
    re.IGNORECASE,
)


def _has_gloss_in_bracket(place: _Place) -> bool:
    match = _BRACKET.match(place.text, place.end)
    if not match:
        return False
    # A semicolon or a comma parts the sound of a word from its meaning.
    parts = re.split(r"; |: ", match["gloss"])
    return not _FOR_EXAMPLE.match(match["gloss"]) and any(
        _is_bracket_gloss(part) for part in (match["gloss"], *parts)
    )


_FOR_EXAMPLE = re.compile(r"(?:e\.g|eg|such as|for example|including|like)\b", re.IGNORECASE)


def _is_bracket_gloss(content: str) -> bool:
    bare = _PREFACE.sub("", content, count=1)
    if re.match(r"[A-Z]{2}|\S*[A-Z]\S*[A-Z]\S*$", bare):
        return False
    words = bare.split()
    if content[:1].isupper() and not content.isupper():
        # A sentence of its own; one or two words with capitals are a name.
        named = sum(word[0].isupper() for word in words)
        return len(words) > 2 * named and _is_sentence_gloss(bare)
    return is_gloss(bare) or _is_sentence_gloss(bare)


_ABOUT_IT = re.compile(
    r"(?:it|this|these|they|the [a-z]+|[a-z]+) (?:is|are|means?|has|have|happens?|occurs?|[a-z]{3,}s)\b",
    re.IGNORECASE,
)
_TO_READER = re.compile(
    r"\b(?:call|tell|ask|see|contact|speak|talk|page|figure|section|below|above|click|read)\b",
    re.IGNORECASE,
)


def _is_sentence_gloss(content: str) -> bool:
    """Return whether a bracket says in a clause what the term means: "it has spread"."""
    return bool(
        len(content.split()) > 2
        and _ABOUT_IT.match(content)
        and not _TO_READER.search(content)
        and not re.match(
            r"(?:it|this|these|they) (?:is|are|has been|have been) (?:very|not|more|also|often|usually|rarely|common|rare|serious|normal)\b",
            content,
            re.IGNORECASE,
        )
    )


_DASH = re.compile(
    rf"{_QUOTE}{_TAIL}(?: \([^()]*\))?(?: ?[\u2014\u2013] ?| - |: ?)(?P<gloss>[^.;:\u2014\u2013]+)"
)
_ALSO = re.compile(
    rf"{_QUOTE}{_TAIL}(?: \([^()]*\))?(?:,? (?P<how>(?:also|sometimes|often|commonly|better) (?:called|known as)|meaning)|[,\u2014\u2013] ?(?:that is|i\.e\.)),? (?P<gloss>[^.;:,()]+)"
)
_WHICH = re.compile(
    rf"{_QUOTE}{_TAIL}(?: \([^()]*\))?, (?:which|that) (?P<verb>is|are|means?) (?P<gloss>[^.;:]+)"
)


def _has_gloss_after_sign(place: _Place) -> bool:
    if match := _DASH.match(place.text, place.end):
        gloss = match["gloss"]
        if re.match(r"(?:an?|the|when|any)\b", gloss):
            return is_category(gloss, general=True)
    if match := _ALSO.match(place.text, place.end):
        if match["how"] == "meaning":
            return not _DUTIES.match(match["gloss"])
        return is_gloss(match["gloss"])
    if match := _WHICH.match(place.text, place.end):
        first = re.split(r", ", match["gloss"])[0]
        return match["verb"].startswith("mean") or (
            is_category(first, general=True)
            if re.match(r"(?:an?|the|one)\b", first)
            else is_gloss(first)
        )
    return False


_VERB = re.compile(
    rf"{_QUOTE}(?: \([^()]*\))?{_TAIL}(?: \([^()]*\))?{_TAIL},? "
    r"(?P<verb>(?:is|are) made (?:up )?of"
    r"|(?:is|are) (?:used|done) to|that (?:occurs?|happens?|develops?) when"
    r"|tells? (?:you|how|what)|describes?|uses|use|treats?|combines?|works? by|looks? (?:at|like)|helps? (?:the|your|a|you)"
    r"|is|are|means?|refers? to|(?:happens?|occurs?) when)"
    r" (?P<gloss>[^.;]+)"
)
# What a treatment or a test does, of the thing in general: "Radiotherapy kills cancer cells".
_DOES = re.compile(
    rf"{_QUOTE}(?: \([^()]*\))?{_TAIL} (?:kills?|numbs?|destroys?|removes?|shrinks?|measures?|checks?|controls?"
    r"|carr(?:y|ies)|fights?|blocks?|slows?|relax(?:es)?|thins?|replaces?|puts? you|lets? (?:the|your|a)|makes? (?:the|your|it))"
    r" (?!\d|many|most|some|people|one|two|three|up)[a-z][\w-]*(?: [\w-]+){1,}"
)
_DUTIES = re.compile(
    r"(?:that )?(?:you|we|they|he|she) (?:must|should|needs?|will|may|might|have to|has to)\b|(?:a lot|less|more|much|nothing|little|having to|going|getting)\b"
)
_STATES = re.compile(
    r"(?:(?:usually|often|also|sometimes|really|just|simply|generally|basically|both) )+"
)


def _is_defined_by_verb(place: _Place) -> bool:
    if place.is_general and _DOES.match(place.text, place.end):
        return True
    match = _VERB.match(place.text, place.end)
    if not match or re.search(
        r"\b(?:if|when|after|before|because|since|that|where|of|for|with|in|to|from|and|or|by|about) (?:(?:the|an?|your|his|her|this) )?(?:[\w-]+ )?$",
        place.before,
    ):
        return False
    verb, gloss = match["verb"], match["gloss"]
    if verb in {"is", "are"}:
        gloss = _STATES.sub("", gloss, count=1)
        if called := re.match(r"(?:also |sometimes )?(?:called|known as) (.+)", gloss):
            return is_gloss(re.split(r"[,.;:]", called[1])[0])
        return is_category(gloss, general=place.is_general)
    if verb.startswith("mean"):
        return not _DUTIES.match(gloss)
    return True


_APPOSITION = re.compile(
    rf"{_QUOTE}{_TAIL}(?: \([^()]*\))?, (?P<gloss>(?:an?|another|one) [a-z][^,;.()\u2014]*)(?P<close>[,;.)\u2014]|\Z)"
)
_OPENING = re.compile(
    r"\W*(?:after|as|at|because|before|during|for|if|in|since|to|until|when|while|with|without)\b"
    r"[^,]*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r" (?:that|which|who|whose|where|when|used|made|given|caused|found|for|of|to|in)\b"
)
_JOINED = re.compile(r"\b(?:and|or)\b")
_MAIN_VERB = re.compile(
    r" (?:will|can|may|might|should|must|would|could|is|are|was|were|has|have|does|do|needs?|helps?|takes?|gives?|puts?|says?|goes|gets?)\b"
)

# A past tense with its object: "a study from China assessed one drug".
_FINITE = re.compile(
    r"[a-z]{3,}ed (?!(?:by|in|to|for|with|from|on|into|of|as|at|when|during|through|using|around|near"
    r"|after|before|out|up|over|under|between|along|across|inside)\b)[a-z]"
)


def _has_apposition(place: _Place) -> bool:
    """Return whether "a stent, a small tube," follows, and not the next thing of a list."""
    match = _APPOSITION.match(place.text, place.end)
    if not match:
        return False
    gloss, relative = match["gloss"], _RELATIVE.search(match["gloss"])
    head = gloss[: relative.start()] if relative else gloss
    clause = re.split(r" (?:that|which|who|where|when)\b", gloss)[0]
    if _JOINED.search(head) or _MAIN_VERB.search(head) or _FINITE.search(clause):
        return False
    rest = place.text[match.end() : match.end() + 12]
    if match["close"] == "," and re.match(r" (?:and|or|an?|another)\b", rest):
        return False
    is_listed = "," in place.before and not _OPENING.match(place.before.split(",")[0])
    if is_listed and not relative:
        return False
    if _OPENING.match(place.before) and "," not in place.before and match["close"] != ",":
        return bool(relative) and is_gloss(gloss)
    return is_gloss(gloss)


# "Edema, or swelling, ..." explains; "fever, edema, or pain" is a list.
_SYNONYM = re.compile(
    rf"{_QUOTE}{_TAIL}(?: \([^()]*\))?(?P<comma>,?) or (?P<gloss>[^,;.()?!]+)(?P<close>[,;.()?!]|\Z)"
)
_REVERSED = re.compile(r"(?P<gloss>[^,;.:()]+), or (?:an? |the )?$")


def _has_synonym(place: _Place) -> bool:
    match = _SYNONYM.match(place.text, place.end)
    if match and match["comma"] and "," not in place.before:
        gloss = match["gloss"]
        if re.match(r"(?:your|his|her|their|my|our|its) ", gloss) or (
            _MAIN_VERB.search(gloss) and match["close"] != ","
        ):
            return False
        return is_gloss(gloss) and (
            match["close"] == ","
            or not re.match(r"(?:an?|the) ", gloss)
            or _shares_word(gloss, place.plain)
            or (not place.plain and len(gloss.split()) > 2)
        )
    before = _REVERSED.search(place.before)
    return bool(
        before
        and re.match(rf"{_QUOTE}{_TAIL}, (?!and\b|or\b|an?\b)", place.text[place.end :])
        and _ends_with_gloss(before["gloss"])
    )


def _shares_word(phrase: str, plain: str) -> bool:
    """Return whether two phrases share a word of content, or forms of one."""
    return bool(_stem_words(phrase) & _stem_words(plain))


_SHORTEST_CONTENT = 4


def _stem_words(phrase: str) -> set[str]:
    words = re.findall(r"[a-z]{4,}", phrase.lower())
    return {
        stem
        for word in words
        for stem in (word, *iter_stems(word))
        if len(stem) >= _SHORTEST_CONTENT
    }


_FIRST_WORDS = re.compile(r"\s*(?:(?:an?|the) )?\S*\s*", re.IGNORECASE)
_LABEL = re.compile(rf"{_QUOTE}{_TAIL}(?: \([^()]*\))?(?::| [\u2013\u2014-]) ?(?P<gloss>[^.;]+)")


def _is_label(place: _Place) -> bool:
    """Return whether the term opens its text as a label: "Sepsis: a deadly answer to germs"."""
    if not _FIRST_WORDS.fullmatch(place.text, 0, place.start):
        return False
    match = _LABEL.match(place.text, place.end)
    return bool(
        match
        and (len(match["gloss"].split()) > 2 or is_gloss(match["gloss"]))
        and not _TO_READER.match(match["gloss"])
    )


# In the sentence behind: "He has ascites. This is fluid in the belly."
_NEXT = re.compile(
    r"(?:(?: [\w-]+){0,3}[.!] |(?: [\w-]+){0,1}; |, )(?P<subject>[Tt]his|[Tt]hese|[Tt]hat|It|They)(?: (?:condition|means|drug|medicine|test|disease|illness|problem|procedure|kind|type)s?)? "
    r"(?P<verb>is|are|means?|refers? to|happens? when|occurs? when) (?P<gloss>[^.;]+)"
)


def _is_defined_next(place: _Place) -> bool:
    match = _NEXT.match(place.text, place.end)
    if not match:
        return False
    if match["verb"] in {"is", "are"}:
        gloss = _STATES.sub("", match["gloss"], count=1)
        if called := re.match(r"(?:also|sometimes|often) (?:called|known as) (.+)", gloss):
            return is_gloss(re.split(r"[,.;:]", called[1])[0])
        return is_category(gloss, general=match["subject"][0].isupper())
    return not _DUTIES.match(match["gloss"])


def _is_acronym_spelled_out(place: _Place) -> bool:
    """Return whether an acronym is next to its long form."""
    if not is_acronym(place.term):
        return False
    initial = re.escape(place.term[0])
    has_bracket = re.compile(rf" \((?i:{initial})[^()]* [^()]*\)").match(place.text, place.end)
    return bool(has_bracket) or is_spelled_out(place.text, place.start, place.end)


_FORMS = (
    _is_named,
    _has_gloss_in_bracket,
    _is_in_bracket_after_gloss,
    _has_gloss_after_sign,
    _is_defined_by_verb,
    _has_apposition,
    _has_synonym,
    _is_label,
    _is_pointed_to,
    _is_defined_next,
    _is_acronym_spelled_out,
)


# So many blocks below a list's stem or an earlier item are looked at.
_MOST_BELOW = 12


def is_explained_below(blocks: Sequence[Block], number: int, term: str, plain: str = "") -> bool:
    """Return whether an item of the list at or below block `number` defines the term.

    "You may get edema:" and then "Edema is swelling from fluid". The list ends at the first block
    of another kind.
    """
    below = takewhile(
        lambda block: block.kind in {BlockKind.LIST_ITEM, BlockKind.TABLE_CELL},
        blocks[number + 1 : number + 1 + _MOST_BELOW],
    )
    return any(_opens_with_definition(block.text, term, plain) for block in below)


def _opens_with_definition(text: str, term: str, plain: str) -> bool:
    opening = re.match(rf"\W*(?:(?:an?|the) )?{re.escape(term)}s?\b", text, re.IGNORECASE)
    if not opening:
        return False
    start = text.lower().index(term.lower())
    return is_explained(text, start, opening.end(), plain)
