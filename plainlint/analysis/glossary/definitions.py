"""Definitions: whether the text around a term explains it there.

A definition has a form (brackets, an apposition, "is a", "also called") and a gloss in it, which
`glosses` judges. "A stent (a small tube)" explains; "a stent (two of them)" does not.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from plainlint.analysis.glossary.acronyms import is_spelled_out
from plainlint.analysis.glossary.appositions import MAIN_VERB, has_apposition, has_synonym
from plainlint.analysis.glossary.gloss_words import MEDICINE_CLASSES
from plainlint.analysis.glossary.glosses import is_category, is_gloss
from plainlint.analysis.glossary.labels import is_label
from plainlint.analysis.glossary.matching import is_acronym
from plainlint.analysis.glossary.naming import (
    has_gloss_in_bracket,
    is_in_bracket_after_gloss,
    is_named,
    is_pointed_to,
)
from plainlint.analysis.glossary.term_place import (
    MOST_BEFORE,
    QUOTE,
    TAIL,
    TermPlace,
    find_term_place,
)
from plainlint.analysis.glossary.word_context import is_open
from plainlint.analysis.glossary.workings import (
    has_clause_behind,
    has_known_examples,
    has_plain_words_near,
    says_what_it_does,
)
from plainlint.core.caches import remember
from plainlint.core.nearby import find_next_start
from plainlint.document.model import Block, BlockKind


@remember(1 << 14)
def is_explained(text: str, start: int, end: int, plain: str = "") -> bool:
    """Return whether the text around `start` to `end` (code points) explains the term there.

    Args:
        text: the text of a block.
        start: where the term begins.
        end: where it ends.
        plain: plain words for the term, if any are known: they help to recognise its meaning.
    """
    place = find_term_place(text, start, end, plain)
    return any(test(place) for test in _FORMS)


_DASH = re.compile(
    rf"{QUOTE}{TAIL}(?: \([^()]*\))?(?: ?[\u2014\u2013] ?| - |: ?)(?P<gloss>[^.;:\u2014\u2013]+)"
)
_ALSO = re.compile(
    rf"{QUOTE}{TAIL}(?: \([^()]*\))?"
    r"(?:,? (?P<how>(?:also|sometimes|often|commonly|better) (?:called|known as)|meaning)"
    r"|[,\u2014\u2013] ?(?:that is|i\.e\.)),? (?P<gloss>[^.;:,()]+)"
)
_WHICH = re.compile(
    rf"{QUOTE}{TAIL}(?: \([^()]*\))?, (?:which|that) (?P<verb>is|are|means?) (?P<gloss>[^.;:]+)"
)

# "thyroxine (T4) and triiodothyronine (T3), which control ..." explains both.
_JOINED = r" (?:and|or) [\w-]+(?: \([^()]*\))?"
_IN_WHICH = re.compile(
    rf"{QUOTE}{TAIL}(?: \([^()]*\))?, (?:(?:in|during|for) which|where)"
    r" (?:the|your|a|an|some|part) [a-z]"
    rf"|{QUOTE}{TAIL}(?: \([^()]*\))?, which (?:controls?|carr(?:y|ies)|fights?|keeps?|reads?"
    r"|looks?|shows?|blocks?|slows?|protects?|stops?|destroys?|removes?|numbs?|measures?) [a-z]"
    # "photopsia and edema, which stop the day after": others stop by themselves.
    rf"|{QUOTE}{TAIL}(?: \([^()]*\))?{_JOINED}, which (?:control|carry|fight|protect|destroy|numb"
    r"|measure) [a-z]"
)

# "sleep apnea, when large tonsils block the throat": what happens, and not when to do something.
_WHEN = re.compile(
    rf"{QUOTE}{TAIL}(?: \([^()]*\))?, when "
    r"(?!(?:you|we|I|he|she|it|they|this|that|these|those|there|needed|necessary|possible"
    r"|appropriate|available|required|used|given|taken|compared|combined)\b"
    r"|(?:your? |the )?(?:doctor|nurse|surgeon|team|clinic|ward|hospital|pain|time|test|scan"
    r"|treatment|dose|drip)s?\b)[a-z-]+ [a-z-]+ [a-z]"
)

# What is done in a treatment: "exposure therapy: facing the things that you fear".
_ACTIVITY = re.compile(
    r"[a-z]{3,}ing (?:(?:at|for|from|in|into|on|through|to|with) )?"
    r"(?:an?|the|your|one|some|how|what) [a-z]"
)

_SUBCLAUSE = re.compile(r",| (?:until|when|while|so|that|which|who|if|as)\b")


def _has_gloss_after_sign(place: TermPlace) -> bool:
    if match := _DASH.match(place.text, place.end):
        gloss = match["gloss"]
        if re.match(r"(?:an?|the|when|any)\b|[a-z-]+ (?:that|which) [a-z]", gloss):
            return is_category(gloss, general=True)
        # "Edema: raising your legs can help" is advice; "Signs of edema: having a ..." are signs.
        if (
            _ACTIVITY.match(gloss)
            and not MAIN_VERB.search(_SUBCLAUSE.split(gloss)[0])
            and not _NOT_SUBJECT.search(place.before)
        ):
            return True
    if match := _ALSO.match(place.text, place.end):
        if match["how"] == "meaning":
            return not _DUTIES.match(match["gloss"])
        return is_gloss(match["gloss"])
    if _IN_WHICH.match(place.text, place.end) or _WHEN.match(place.text, place.end):
        return True
    if match := _WHICH.match(place.text, place.end):
        first = re.split(r", ", match["gloss"])[0]
        return match["verb"].startswith("mean") or (
            is_category(first, general=True)
            if re.match(r"(?:an?|the|one)\b", first)
            else is_gloss(first)
        )
    return False


_VERB = re.compile(
    rf"{QUOTE}(?: \([^()]*\))?{TAIL}(?: \([^()]*\))?{TAIL},? "
    r"(?P<verb>(?:is|are) made (?:up )?of"
    r"|(?:is|are) (?:used|done) to|that (?:occurs?|happens?|develops?) when"
    r"|tells? (?:you|how|what)|describes?|uses|use|treats?|combines?|works? by"
    r"|looks? (?:at|like)|helps? [a-z]+"
    r"|is|are|means?|refers? to|(?:happens?|occurs?) when)"
    r" (?=[^.;])"
)
_GLOSS_END = re.compile(r"[.;]")
_DUTIES = re.compile(
    r"(?:that )?(?:you|we|they|he|she) (?:must|should|needs?|will|may|might|have to|has to)\b"
    r"|(?:a lot|less|more|much|nothing|little|having to|going|getting)\b"
)
# After these a term is not the subject of the verb behind it.
_NOT_SUBJECT = re.compile(
    r"\b(?:if|when|after|before|because|since|that|where|of|for|with|in|to|from|and|or|by|about) "
    r"(?:(?:the|an?|your|his|her|this) )?(?:[\w-]+ )?$"
)
# "Boils and abscesses are painful lumps" says what both are.
_FIRST_OF_TWO = re.compile(r"\W*[A-Z][a-z]+ (?:and|or) ")
_STATES = re.compile(
    r"(?:(?:usually|often|also|sometimes|really|just|simply|generally|basically|both) )+"
)


def _is_defined_by_verb(place: TermPlace) -> bool:
    match = _VERB.match(place.text, place.end)
    verb = match["verb"] if match else ""
    is_subject = not _NOT_SUBJECT.search(place.before) or (
        verb == "are" and _FIRST_OF_TWO.fullmatch(place.before)
    )
    if not match or not is_subject:
        return False
    if verb in {"is", "are"}:
        gloss_end = find_next_start(_GLOSS_END, place.text, match.end())
        gloss = place.text[match.end() : gloss_end]
        gloss = _STATES.sub("", gloss, count=1)
        if called := re.match(r"(?:also |sometimes )?(?:called|known as) (.+)", gloss):
            return is_gloss(re.split(r"[,.;:]", called[1])[0])
        return is_category(gloss, general=place.is_general) or (
            place.is_general and verb == "is" and _is_made(gloss)
        )
    if verb.startswith("mean"):
        return not _DUTIES.match(place.text, match.end())
    return True


# "An infusion is medicine given through a drip": a thing and what is done with it.
_MADE = re.compile(
    r"(?:an? )?(?P<thing>[a-z]+)(?: [a-z]+)? (?:given|put|taken|passed|placed|made|used|done|sent)"
    r" (?:through|into|by|to|from|with|under|out)\b"
)


def _is_made(gloss: str) -> bool:
    match = _MADE.match(gloss)
    return bool(match and is_open(match["thing"]) and match["thing"] != "being")


# "painkillers such as naproxen", "medicines for HIV (for example ritonavir or cobicistat)".
_EXAMPLE = re.compile(
    r"\b(?:(?P<use>(?:medicines?|medications?|drugs?|tablets?|treatments?) (?:for|to treat|against"
    r"|that|to|used for|used to treat) [\w -]{3,40})|(?P<class>[\w-]+(?: thinners?| tablets)?))"
    r"(?:,? (?:such as|like|including|for example)"
    r"| ?\((?:e\.?g\.?|for example|such as|like|including)"
    r"|, e\.?g\.?),? "
    r"(?:[\w-]+(?: [\w-]+)?(?: \([^()]*\))?,? )*?(?:(?:and|or) )?$",
    re.IGNORECASE,
)
# A part of every text that `_EXAMPLE` matches.
_LIST_SIGNS = (
    "such as", " like ", " like,", "(like", "including", "for example", "e.g", "(eg", " eg",
)  # fmt: skip


def _is_example_of_medicine(place: TermPlace) -> bool:
    """Return whether the term is an example after an everyday class of medicines."""
    near = place.text[max(0, place.start - MOST_BEFORE) : place.start]
    # A fast exit: few terms are after one of these.
    if not any(map(near.lower().__contains__, _LIST_SIGNS)):
        return False
    match = _EXAMPLE.search(_SENTENCE_ENDS.split(near)[-1])
    return bool(
        match
        and (
            match["use"]
            or match["class"].lower().removesuffix("s").removesuffix(" thinner") in MEDICINE_CLASSES
        )
    )


# Names for what the page is about: "Other names: ...", "Other names are ...".
_NAMES_LINE = re.compile(
    r"\W*(?:(?:other|another|alternative|common) names?(?: for [\w ]+)?"
    r"|also (?:called|known as))\W*:",
    re.IGNORECASE,
)
_NAMES_ARE = re.compile(
    r"(?:other|another|alternative|common) names?(?: for [\w ]+)? (?:are|is|include)\b",
    re.IGNORECASE,
)


def _is_in_line_of_names(place: TermPlace) -> bool:
    return bool(_NAMES_LINE.match(place.text, 0, place.start) or _NAMES_ARE.match(place.before))


_SENTENCE_ENDS = re.compile(r"(?<!e\.g)[.?!;:] ")
# In the sentence behind: "He has ascites. This is fluid in the belly."
_NEXT = re.compile(
    r"(?:(?: [\w-]+){0,3}[.!] |(?: [\w-]+){0,1}; |, )"
    r"(?P<subject>[Tt]his|[Tt]hese|[Tt]hat|It|They)"
    r"(?: (?:condition|drug|medicine|test|disease|illness|problem|procedure|kind|type)s?)? "
    r"(?P<verb>is|are|means?|refers? to|happens? when|occurs? when) (?P<gloss>[^.;]+)"
)


def _is_defined_next(place: TermPlace) -> bool:
    match = _NEXT.match(place.text, place.end)
    if not match:
        return False
    if match["verb"] in {"is", "are"}:
        gloss = _STATES.sub("", match["gloss"], count=1)
        if called := re.match(r"(?:also|sometimes|often) (?:called|known as) (.+)", gloss):
            return is_gloss(re.split(r"[,.;:]", called[1])[0])
        return is_category(gloss, general=match["subject"][0].isupper())
    return not _DUTIES.match(match["gloss"])


_LONG_FORM = re.compile(r" \((\w)[^()]* [^()]*\)")


def _is_acronym_spelled_out(place: TermPlace) -> bool:
    """Return whether an acronym is next to its long form."""
    if not is_acronym(place.term):
        return False
    bracket = _LONG_FORM.match(place.text, place.end)
    has_bracket = bracket and bracket[1].lower() == place.term[0].lower()
    return bool(has_bracket) or is_spelled_out(place.text, place.start, place.end)


# "Shingles (herpes zoster) is a painful rash": what is said of the one name holds for the other.
_OTHER_NAME = re.compile(r"\W*(?:(?:an?|the) )?(?:[\w-]+ ){0,3}[\w-]+ \((?:or |also )?")


def _is_other_name_of_defined(place: TermPlace) -> bool:
    """Return whether the term is alone in brackets behind the subject of a definition."""
    if place.text[place.end : place.end + 1] != ")" or not _OTHER_NAME.fullmatch(place.before):
        return False
    return _is_defined_by_verb(place._replace(end=place.end + 1, before=""))


_FORMS = (
    is_named,
    has_gloss_in_bracket,
    is_in_bracket_after_gloss,
    _has_gloss_after_sign,
    _is_defined_by_verb,
    _is_other_name_of_defined,
    says_what_it_does,
    has_apposition,
    has_synonym,
    is_label,
    is_pointed_to,
    _is_defined_next,
    _is_acronym_spelled_out,
    _is_example_of_medicine,
    _is_in_line_of_names,
    has_clause_behind,
    has_known_examples,
    has_plain_words_near,
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


# Before the name of a term that an item explains.
_ARTICLES = frozenset({"", "a", "an", "the"})
_LONGEST_OPENING = 8


def _opens_with_definition(text: str, term: str, plain: str) -> bool:
    lower, name = text.lower(), term.lower()
    start = lower.find(name, 0, len(name) + _LONGEST_OPENING)
    if start < 0 or lower[:start].strip(' "\u201c*-') not in _ARTICLES:
        return False
    end = start + len(name)
    end += lower[end : end + 1] == "s"
    return not lower[end : end + 1].isalnum() and is_explained(text, start, end, plain)
