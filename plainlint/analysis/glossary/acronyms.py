"""Acronyms in a text, and whether their long forms are next to them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import partial
from operator import itemgetter

from plainlint.analysis.glossary.popup_links import read_popup
from plainlint.core.caches import remember
from plainlint.core.source import Source, Span
from plainlint.document.model import Block
from plainlint.document.visible_text import OBJECT
from plainlint.languages.base import get_language
from plainlint.languages.files import ENGLISH
from plainlint.languages.frequencies import get_zipf_frequency

# The text between a long form and its acronym: "lung cancer (NSCLC)", "lung cancer, or NSCLC".
_TO_ACRONYM = re.compile(
    r"(?: ?[(\[]|, | (?=or |called |known as )| ?[=:\u2013\u2014] ?)"
    r"(?:(?:or|(?:which is |(?:also|commonly|generally|often|sometimes|usually) )*"
    r"(?:called|known(?: in short)? as|referred to as|shortened to|written(?: as)?"
    r"|abbreviated(?: as| to)?)"
    r"|(?:which )?(?:we|doctors|people)(?: often)? (?:shorten (?:this )?to|call)) )?"
    r"(?:an? |the )?(?:[a-z]+ )?[\"\u201c]?$"
)
_IN_BRACKET = re.compile(r" [(\[][^()\[\]]*$")
_TO_LONG_FORM = re.compile(
    r"(?:'s|\u2019s)?(?: [a-z]+(?= \())?"
    r"[\"\u201d]?(?: ?[(\[]|, | ?[=:\u2013\u2014] ?"
    r"|[.;] (?:[Ii]t|[Tt]hat|[Tt]his|[Tt]he letters|[A-Z]+s?) (?=stands? |is short )"
    r"| (?=or |stands |is short |means ))"
    r"(?:(?:or|also called|(?:which )?(?:stands?|is short) for|short for|means|meaning) )?"
    r"(?:an? |the )?[\"\u201c]?"
)
# A bracket with what the letters stand for, item by item: ABVD (doxorubicin, bleomycin, ...).
_PARTS_IN_BRACKET = re.compile(r"s?(?: [a-z]+)? ?[(\[]([^()\[\]]+)")
_ITEM_ENDS = re.compile(r",? and |, |; | plus ")
# The variant of a gene, which is a name: "HLA-B*57:01".
_VARIANT = re.compile(r"\*\d")
_KEY = re.compile(r" ?= ?[A-Za-z]{2}")
_GREEK = str.maketrans("αβγδκ", "abgdk")
# In code points; longer than any long form.
_FARTHEST = 200
_SENTENCE_END = re.compile(r"(?<=[?!;]) ")
# An article behind a comma begins the next thing of a list.
_ITEM_END = re.compile(r"(?<=[?!;]) |, (?=(?:an?|the|your) )")
_CLAUSE_END = re.compile(r"[;:()\[\]\u2014\"\u201d]|[.?!](?: |$)")


def find_long_form(acronym: str, text: str) -> str:
    """Return the shortest end of the text that the acronym can stand for, or an empty text.

    The algorithm of Schwartz and Hearst, "A simple algorithm for identifying abbreviation
    definitions in biomedical text" (Pacific Symposium on Biocomputing, 2003): letters and
    digits are matched from right to left, and the first one must begin a word.
    """
    signs = [sign for sign in acronym.lower().translate(_GREEK) if sign.isalnum()]
    lower, place = text.lower(), len(text)
    if not signs or len(lower) != len(text):
        return ""
    for sign in reversed(signs[1:]):
        place = lower.rfind(sign, 0, max(place, 0))
    begins = re.finditer(rf"(?<![^\W_]){re.escape(signs[0])}", lower[: max(place, 0)])
    place = max((begin.start() for begin in begins), default=-1)
    long_form = text[text.rfind(" ", 0, place) + 1 :] if place >= 0 else ""
    fits = len(long_form) > len(acronym) and len(long_form.split()) <= _get_word_limit(acronym)
    return long_form if fits and acronym not in re.split(r"[\s()]+", long_form) else ""


_BRACKETED = re.compile(r" \(([A-Za-z\d&-]*[A-Z\d][A-Za-z\d&-]*)\)")


@remember(1 << 12)
def find_long_forms(text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges of the long forms that have their acronym in brackets behind them."""
    found = []
    for bracket in _BRACKETED.finditer(text):
        acronym = strip_plural(bracket[1])
        before = _ITEM_END.split(text[max(0, bracket.start() - _FARTHEST) : bracket.start()])
        words = before[-1].split(" ")[-_get_word_limit(acronym) :]
        if sum(sign.isupper() for sign in acronym) > 1:
            form = find_long_form(acronym, whole := " ".join(words))
            # The shortest form may lack the first of two: "persistent" of "(PPHN)".
            rest = whole.removesuffix(form).split()
            is_double = acronym[0].lower() == acronym[1].lower()
            if form and rest and is_double and rest[-1][0].lower() == acronym[0].lower():
                form = f"{rest[-1]} {form}"
            found += [(bracket.start() - len(form), bracket.start())] if form else []
    return tuple(found)


def find_long_form_at(text: str, place: int) -> tuple[int, int] | None:
    """Return the range of the long form around a place, with its acronym in brackets behind it."""
    forms = find_long_forms(text)
    index = bisect_right(forms, place, key=itemgetter(0)) - 1
    return forms[index] if index >= 0 and place < forms[index][1] else None


def is_in_long_form(text: str, start: int, end: int) -> bool:
    """Return whether a range lies in the long form of an acronym in brackets behind it."""
    form = find_long_form_at(text, start)
    return form is not None and end <= form[1]


# Two letters are the initials of too many words.
_FEWEST_INITIALS = 3
_SMALL = r"(?:an?|and|at|by|for|from|in|is|it|of|on|or|the|to|with|you|your)\b"
_INITIAL = re.compile(rf"(?<![\w-])(?!{_SMALL})[^\W_]|(?<=-)(?!{_SMALL})[^\W_]", re.IGNORECASE)


def is_written_out_in(acronym: str, text: str) -> bool:
    """Return whether a text has words in a row whose initials are the acronym's capitals.

    >>> is_written_out_in("WHO", "The World Health Organization advises it.")
    True
    """
    capitals = [sign for sign in acronym if sign.isupper()]
    if len(capitals) < _FEWEST_INITIALS or not acronym.isalpha():
        return False
    initials = "".join(capitals).lower()
    # A fast exit: few texts have words in a row with these initials.
    if initials not in _list_initials(text):
        return False
    words = rf"[ -](?:{_SMALL} )?".join(rf"(?!{_SMALL}){sign}[a-z]+" for sign in capitals)
    return re.search(rf"(?<![\w-]){words}(?!\w)", text, re.IGNORECASE) is not None


@remember(1 << 6)
def _list_initials(text: str) -> str:
    """Return the first letters of a text's words in small letters, without those of small words."""
    return "".join(_INITIAL.findall(text)).lower()


@remember(1 << 12)
def is_spelled_out(text: str, start: int, end: int) -> bool:
    """Return whether the acronym at `start` to `end` (code points) is next to its long form."""
    acronym = strip_plural(text[start:end])
    before = text[max(0, start - _FARTHEST) : start]
    return (
        any(_is_after_long_form(acronym, before, opening) for opening in (_TO_ACRONYM, _IN_BRACKET))
        or (text[end : end + 1] == ")" and _is_introduced(acronym, before))
        or _KEY.match(text, end) is not None
        or _is_before_long_form(acronym, text, end)
        or _is_before_parts(acronym, text, end)
    )


def _is_after_long_form(acronym: str, before: str, opening: re.Pattern[str]) -> bool:
    """Return whether the text before the acronym ends with its long form and an opening."""
    match = opening.search(before)
    words = _SENTENCE_END.split(before[: match.start()])[-1].split() if match else []
    return bool(find_long_form(acronym, " ".join(words[-_get_word_limit(acronym) :])))


def _is_introduced(acronym: str, before: str) -> bool:
    """Return whether an acronym alone in brackets begins like one of the words before it.

    Many drugs and scales have letters that their long forms lack, as in "fluorouracil (5-FU)".
    """
    if not before.endswith(" ("):
        return False
    words = " ".join(before.removesuffix(" (").split()[-_get_word_limit(acronym) :])
    first = next((sign for sign in acronym if sign.isalpha()), "(")
    return bool(re.search(rf"(?<![^\W_]){re.escape(first)}", words, re.IGNORECASE))


def _is_before_long_form(acronym: str, text: str, end: int) -> bool:
    """Return whether the text after the acronym begins with its long form."""
    closing = _TO_LONG_FORM.match(text, end)
    after = _CLAUSE_END.split(text[closing.end() :][:_FARTHEST])[0].split() if closing else []
    counts = range(1, min(len(after), _get_word_limit(acronym)) + 1)
    prefixes = (" ".join(after[:count]).rstrip(",") for count in counts)
    return any(find_long_form(acronym, prefix) == prefix for prefix in prefixes)


def _is_before_parts(acronym: str, text: str, end: int) -> bool:
    """Return whether a bracket lists the parts that the letters stand for.

    Half of the items must have a word that begins with one of the letters: some letters stand for
    a brand.
    """
    bracket = _PARTS_IN_BRACKET.match(text, end)
    items = [item.lower() for item in _ITEM_ENDS.split(bracket[1]) if item] if bracket else []
    letters = {letter for letter in acronym.lower() if letter.isalpha()}
    named = sum(
        any(word[0] in letters for word in re.findall(r"[a-z]{3,}", item)) for item in items
    )
    return len(items) > 1 and named * 2 >= len(items)


_CONTENT = re.compile(r"\w \(([^()]*)")
_BETWEEN_ITEMS = re.compile(r"[,;/] ?(?:(?:and|or) )?| (?:and|or) ")
_FEWEST_ITEMS = 3


def is_item_in_bracket(text: str, start: int, end: int) -> bool:
    """Return whether an acronym is an item of a list in brackets: "Liver tests (ALT, AST, GGT)".

    What is before the bracket says what the items are, and whoever needs one of them knows it.
    """
    opening = text.rfind("(", max(0, start - _FARTHEST), start)
    content = _CONTENT.match(text, opening - 2) if opening > 1 else None
    if not content or content.end() < end:
        return False
    items = _BETWEEN_ITEMS.split(content[1])
    return len(items) >= _FEWEST_ITEMS and text[start:end] in items


def _get_word_limit(acronym: str) -> int:
    """Return Schwartz and Hearst's limit for the words of a long form."""
    return min(len(acronym) + 5, len(acronym) * 2)


# What is joined to excluded text, such as a formula, is only a part of a name.
_TOKEN = re.compile(rf"(?<![\w&.{OBJECT}])(?<!{OBJECT}-)[^\W_]+(?:[-\u2010\u2011&][^\W_]+)*(?!\w)")
_CAPITALS = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0391-\u03a9"
# From the first of two capitals to the next space: fast to search, and rare.
_CANDIDATE = re.compile(rf"[{_CAPITALS}]\S*[{_CAPITALS}]\S*")
_PART = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
# Behind a word in capitals, these show that it is a name.
_ACRONYM_NOUN = re.compile(
    r"[ -]\d"
    r"| (?:tests?|testing|trials?|stud(?:y|ies)|scores?|scales?|scans?|criteria|regimens?|method"
    r"|diet|cells?|therapy|syndrome|gene|protein|inhibitors?|guidelines?|protocol|program)\b"
)
_FEWEST, _MOST = 2, 6
# In code points: of a compound, and of a term in italics or in a link.
_LONGEST, _LONGEST_TERM = 40, 40
_ITALIC = re.compile(r"[*_](?![*_])|<(?:i|em)\b")
_WORD = r"[A-Z]['\u2019A-Z]*"
_AUTHOR = r"\b[A-Z][\w'\u2019-]{0,30}[a-z] [A-Z]{1,3}"
_DEGREE = r"(?:MD|M\.D\.|DO|PhD|Ph\.D\.|PharmD|PsyD|RN|MPH|MSN?|MBBS|DDS|DMD)"
_PERSON = r"\b(?:[A-Z][\w.'\u2019-]* ){1,3}[A-Z][a-z][\w'\u2019-]*"
_DEGREES = r"(?:[A-Z][A-Za-z]*[A-Z][A-Za-z]*|(?:[A-Z]\.){2,})(?: \([A-Z][a-z]+\))?"
# Shouting: three words in capitals, or a line of them. Authors: "Doe AB, Roe C, et al.", and the
# line that a table is adapted from; a person's line ("Jane Doe, RN, FAAN (City Hospital)").
# Pronunciations: "(dok-soh-ROO-bih-sin)".
_NOT_READ = re.compile(
    # A fast exit: every alternative begins with one of these.
    r"(?=[A-Zadlrv\[(\u00a9])(?:"
    rf"(?<!\S){_WORD}(?: {_WORD}){{2,}}(?!\w)"
    rf"|^{_WORD}(?: {_WORD})+[.!?:]*$"
    rf"|(?:{_AUTHOR}, )+(?:{_AUTHOR}\b|et al)"
    rf"|^(?:[A-Z][\w.'\u2019-]*,? ){{2,5}}{_DEGREE}\b[^:!?]*$"
    r"|(?:[Aa]dapted|[Rr]eprinted)(?: with permission)? from [^:.]*"
    # A person with degrees, and one whose name is in capitals.
    rf"|{_PERSON}(?:, ?{_DEGREES})(?:,? {_DEGREES})+"
    r"|\b(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sister|Nurse)\.? (?:[A-Z][a-z]+ )?[A-Z]{2,}\b"
    # Brands: "Oncotype DX®", "ABC MiniTube™", "WiFi", "call Telefriend PALi".
    r"|\b(?:[A-Z][\w-]* ){0,3}[A-Z][\w-]*(?=[\u00ae\u2122])|\b(?:[A-Z][a-z]+){2,}[A-Z]*\b"
    r"|(?<=[a-z] )[A-Z][a-z]+ [A-Z]{2,}[a-rt-z][a-z]*\b"
    # Who made a picture or has the rights, and what a leaflet is filed under.
    r"|(?:^(?:Images?|Photos?|Photographs?|Pictures?|Illustrations?)(?: (?:by|credit))?: |\u00a9)"
    r"[^.;]*"
    r"|\bCC BY(?:-[A-Z]{2})*"
    r"|\b(?:[Rr]ef|[Rr]eference|[Ll]eaflet|[Dd]ocument|[Vv]ersion)(?: (?:[Nn]o|[Nn]umber|[Cc]ode))?"
    r"[.:] \S*\d\S*"
    # A charity behind its short name, and how a brand is said: "[gla REE voh]".
    r"|\b[A-Z]{3,6}(?=, [Tt]he (?:[A-Z][\w'\u2019]+ (?:& |and )?){1,4}"
    r"(?:Association|Charity|Foundation|Society|Trust)\b)"
    r"|\[(?=[^\[\]]*[a-z])[A-Za-z]{1,5}(?:[ -][A-Za-z]{1,5}){1,6}\]"
    r"|\((?=[^()]*\b[A-Za-z]{1,5}-[A-Za-z]{1,5}-[A-Za-z]{1,5}\b)[A-Za-z. \u2026-]+\))"
)


@remember(1 << 12)
def find_acronyms(text: str, language: str = ENGLISH) -> tuple[tuple[int, int], ...]:
    """Return start and end of each acronym: two to six capitals, and few other letters.

    A plural s and parts joined by hyphens ("GM-CSFs") belong to the acronym; lower-case words
    joined to it ("HPV-related") do not. Nor is an everyday word of the language an acronym because
    it is stressed. Offsets are code points.
    """
    return tuple(_iter_acronyms(text, language))


def _iter_acronyms(text: str, language: str) -> Iterator[tuple[int, int]]:
    for token in _iter_tokens(text):
        found = _find_in_token(token[0])
        if found and not _VARIANT.match(text, token.end()):
            if _is_stressed(token[0], language) and not _stands_as_acronym(text, *token.span()):
                continue
            yield token.start() + found[0], token.start() + found[1]


# The same acronyms recur.
@remember(1 << 12)
def _find_in_token(token: str) -> tuple[int, int] | None:
    """Return the range of the acronym in a token; None if there is none."""
    if len(token) > _LONGEST or sum(map(str.isupper, token)) < _FEWEST:
        return None
    parts = [part for part in _PART.finditer(token) if _is_short(part[0])]
    if not any(_is_acronym(part[0]) for part in parts):
        return None
    return parts[0].start(), parts[-1].end()


@remember(1 << 12)
def _is_stressed(token: str, language: str) -> bool:
    """Return whether a token is a word in capitals that may only be stressed: "with FOOD"."""
    is_stressed_word = get_language(language).is_stressed_word
    return (
        is_stressed_word is not None
        and token.isupper()
        and all(map(is_stressed_word, _PART.findall(token)))
    )


def _stands_as_acronym(text: str, start: int, end: int) -> bool:
    """Return whether a token in capitals is in brackets, or has what is behind names: "(FOOD)"."""
    in_brackets = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    return in_brackets or _ACRONYM_NOUN.match(text, end) is not None


def _iter_tokens(text: str) -> Iterator[re.Match[str]]:
    """Yield the tokens of each stretch between spaces that has two capitals."""
    for candidate in _CANDIDATE.finditer(text):
        start, end = candidate.span()
        while start and not text[start - 1].isspace():
            start -= 1
        yield from _TOKEN.finditer(text, start, end)


def split_compound(text: str, start: int, end: int, lookalikes: re.Pattern[str]) -> set[str]:
    """Return the acronyms in a compound such as "PET-CT", without plural s.

    The result is empty if `lookalikes` matches the whole compound: it only looks like an acronym.
    """
    parts = [part.span() for part in _PART.finditer(text, start, end) if _is_acronym(part[0])]
    real = [span for span in [(start, end), *parts] if not _matches_range(lookalikes, text, *span)]
    if (start, end) not in real:
        return set()
    return {strip_plural(text[first:last]) for first, last in real[1:]}


def strip_plural(acronym: str) -> str:
    """Return the acronym without a plural s."""
    return acronym[:-1] if acronym.endswith("s") and acronym[-2:-1].isupper() else acronym


def find_non_acronyms(source: Source, block: Block) -> Iterator[tuple[int, int]]:
    """Yield stretches of a block whose capitals are not acronyms.

    These are shouting, authors, pronunciations, and names: short texts in italics, such as genes
    and journals, and the texts of long links, which are page titles.
    """
    yield from _find_ignored_text(block.text)
    for start, end, span, *_ in block.prose.wrappers:
        if end - start <= _LONGEST_TERM and is_italic(source, span):
            yield start, end
    for link in block.links:
        if link.end - link.start > _LONGEST_TERM and not read_popup(link):
            yield link.start, link.end


def is_italic(source: Source, span: Span) -> bool:
    """Return whether the markup at a span sets a text in italics."""
    return _ITALIC.match(source.slice(span)) is not None


@remember(1 << 11)
def _find_ignored_text(text: str) -> tuple[tuple[int, int], ...]:
    ignored = [match.span() for match in _NOT_READ.finditer(text)]
    names = [run.span() for run in _CAPITAL_RUN.finditer(text) if _reads_as_words(run[0])]
    return (*ignored, *(name for name in names if not any(map(partial(_contains, name), ignored))))


def _contains(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


# Two words in capitals that can be spoken are a name ("ANN BELL") or stressed, and one before a
# colon is a label ("TIP: Bring a coat"); they are not acronyms. With a telephone number or an
# address excluded behind the colon, the word is the name of a service.
_CAPITAL_RUN = re.compile(
    r"(?=[A-Z])(?:(?<![\w-])[A-Z]{2,}(?:,? [A-Z]{2,})+(?![\w-])"
    r"|(?:(?<=[.!?] )|^)[A-Z]{2,}(?=!|:(?! (?: |\Z)))"
    # The name of a study: "STRIDE-Knee", "the REACH trial".
    r"|(?<![\w-])[A-Z]{4,}(?=-[A-Z][a-z]| (?:trial|study|programme|program|project)\b))"
)
_SPOKEN = re.compile(r"[^AEIOUY]{0,3}[AEIOUY]+(?:[^AEIOUY]{1,3}[AEIOUY]+)*[^AEIOUY]{0,3}")
_COMMON = 3.2


def _reads_as_words(capitals: str) -> bool:
    """Return whether all words of a run of capitals are common words or names."""
    return all(
        _SPOKEN.fullmatch(word) and get_zipf_frequency(word.lower()) >= _COMMON
        for word in re.findall(r"[A-Z]+", capitals)
    )


def _matches_range(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    match = pattern.match(text, start)
    return match is not None and match.end() >= end


def _is_acronym(part: str) -> bool:
    return _is_short(part) and _FEWEST <= sum(map(str.isupper, part)) <= _MOST


def _is_short(part: str) -> bool:
    """Return whether a part is a number, a single letter, or mostly in capitals."""
    if len(part) == 1 or part[0].isdecimal():
        return True
    letters = sum(map(str.isalpha, strip_plural(part)))
    return sum(map(str.isupper, part)) * 2 >= letters and not part[:3].islower()
