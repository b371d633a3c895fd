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
from plainlint.languages.acronyms import SIGNS_ONLY, AcronymWords
from plainlint.languages.base import get_language
from plainlint.languages.files import ENGLISH
from plainlint.languages.frequencies import get_zipf_frequency

_IN_BRACKET = re.compile(r" [(\[][^()\[\]]*$")
# A bracket with what the letters stand for, item by item: ABVD (doxorubicin, bleomycin, ...).
_PARTS_IN_BRACKET = re.compile(r"s?(?: [^\W\d_A-Z]+)? ?[(\[]([^()\[\]]+)")
# The variant of a gene, which is a name: "HLA-B*57:01".
_VARIANT = re.compile(r"\*\d")
_KEY = re.compile(r" ?= ?[^\W\d_]{2}")
# Greek letters, and letters with accents, as acronyms have them.
_PLAIN_LETTERS = str.maketrans("αβγδκáàâãäéèêëíìîïóòôõöúùûüñç", "abgdkaaaaaeeeeiiiiooooouuuunc")
# In code points; longer than any long form.
_FARTHEST = 200
_SENTENCE_END = re.compile(r"(?<=[?!;]) ")
_CLAUSE_END = re.compile(r"[;:()\[\]\u2014\"\u201d]|[.?!](?: |$)")


@remember(1 << 6)
def _get_words(language: str) -> AcronymWords:
    """Return the words of a language around acronyms; signs alone if they are not known."""
    load_acronym_words = get_language(language).load_acronym_words
    return load_acronym_words() if load_acronym_words else SIGNS_ONLY


def find_long_form(acronym: str, text: str, language: str = ENGLISH) -> str:
    """Return the shortest end of the text that the acronym can stand for, or an empty text.

    The algorithm of Schwartz and Hearst, "A simple algorithm for identifying abbreviation
    definitions in biomedical text" (Pacific Symposium on Biocomputing, 2003): letters and
    digits are matched from right to left, and the first one must begin a word.
    """
    signs = [sign for sign in acronym.lower().translate(_PLAIN_LETTERS) if sign.isalnum()]
    lower, place = text.lower().translate(_PLAIN_LETTERS), len(text)
    if not signs or len(lower) != len(text):
        return ""
    for sign in reversed(signs[1:]):
        place = lower.rfind(sign, 0, max(place, 0))
    begins = re.finditer(rf"(?<![^\W_]){re.escape(signs[0])}", lower[: max(place, 0)])
    place = max((begin.start() for begin in begins), default=-1)
    long_form = text[text.rfind(" ", 0, place) + 1 :] if place >= 0 else ""
    fits = len(long_form) > len(acronym) and (
        len(long_form.split()) <= _get_word_limit(acronym, language)
    )
    return long_form if fits and acronym not in re.split(r"[\s()]+", long_form) else ""


_BRACKETED = re.compile(r" \(([A-Za-z\d&-]*[A-Z\d][A-Za-z\d&-]*)\)")


@remember(1 << 12)
def find_long_forms(text: str, language: str = ENGLISH) -> tuple[tuple[int, int], ...]:
    """Return the ranges of the long forms that have their acronym in brackets behind them."""
    found = []
    for bracket in _BRACKETED.finditer(text):
        acronym = strip_plural(bracket[1])
        near = text[max(0, bracket.start() - _FARTHEST) : bracket.start()]
        before = _get_words(language).clause_ends.split(near)
        words = before[-1].split(" ")[-_get_word_limit(acronym, language) :]
        if sum(sign.isupper() for sign in acronym) > 1:
            form = find_long_form(acronym, whole := " ".join(words), language)
            # The shortest form may lack the first of two: "persistent" of "(PPHN)".
            rest = whole.removesuffix(form).split()
            is_double = acronym[0].lower() == acronym[1].lower()
            if form and rest and is_double and rest[-1][0].lower() == acronym[0].lower():
                form = f"{rest[-1]} {form}"
            found += [(bracket.start() - len(form), bracket.start())] if form else []
    return tuple(found)


def find_long_form_at(text: str, place: int, language: str = ENGLISH) -> tuple[int, int] | None:
    """Return the range of the long form around a place, with its acronym in brackets behind it."""
    forms = find_long_forms(text, language)
    index = bisect_right(forms, place, key=itemgetter(0)) - 1
    return forms[index] if index >= 0 and place < forms[index][1] else None


def is_in_long_form(text: str, start: int, end: int, language: str = ENGLISH) -> bool:
    """Return whether a range lies in the long form of an acronym in brackets behind it."""
    form = find_long_form_at(text, start, language)
    return form is not None and end <= form[1]


# Two letters are the initials of too many words.
_FEWEST_INITIALS = 3


def is_written_out_in(acronym: str, text: str, language: str = ENGLISH) -> bool:
    """Return whether a text has words in a row whose initials are the acronym's capitals.

    >>> is_written_out_in("WHO", "The World Health Organization advises it.")
    True
    """
    capitals = [sign for sign in acronym if sign.isupper()]
    if len(capitals) < _FEWEST_INITIALS or not acronym.isalpha():
        return False
    initials = "".join(capitals).lower()
    # A fast exit: few texts have words in a row with these initials.
    if initials not in _list_initials(text, language):
        return False
    words = _get_words(language)
    small, between = words.small, f"(?:{words.small} ){{0,{1 + words.links}}}"
    parts = [rf"(?!{small}){sign}[^\W\d_]+" for sign in initials]
    plain = text.lower().translate(_PLAIN_LETTERS)
    return re.search(rf"(?<![\w-]){f'[ -]{between}'.join(parts)}(?!\w)", plain) is not None


@remember(1 << 6)
def _list_initials(text: str, language: str) -> str:
    """Return the first letters of a text's words in small letters, without those of small words."""
    small = _get_words(language).small
    plain = text.lower().translate(_PLAIN_LETTERS)
    return "".join(re.findall(rf"(?<![\w-])(?!{small})[^\W_]|(?<=-)(?!{small})[^\W_]", plain))


@remember(1 << 12)
def is_spelled_out(text: str, start: int, end: int, language: str = ENGLISH) -> bool:
    """Return whether the acronym at `start` to `end` (code points) is next to its long form."""
    acronym = strip_plural(text[start:end])
    before = text[max(0, start - _FARTHEST) : start]
    words = _get_words(language)
    return (
        any(
            _is_after_long_form(acronym, before, opening, language)
            for opening in (words.to_acronym, _IN_BRACKET)
        )
        or (text[end : end + 1] == ")" and _is_introduced(acronym, before, language))
        or _KEY.match(text, end) is not None
        or _is_before_long_form(acronym, text, end, language)
        or _is_before_parts(acronym, text, end, words)
        or words.stated_behind.match(text, end) is not None
        or words.stated_before.search(before) is not None
    )


def _is_after_long_form(acronym: str, before: str, opening: re.Pattern[str], language: str) -> bool:
    """Return whether the text before the acronym ends with its long form and an opening."""
    match = opening.search(before)
    words = _SENTENCE_END.split(before[: match.start()])[-1].split() if match else []
    near = " ".join(words[-_get_word_limit(acronym, language) :])
    return bool(find_long_form(acronym, near, language))


def _is_introduced(acronym: str, before: str, language: str) -> bool:
    """Return whether an acronym alone in brackets begins like one of the words before it.

    Many drugs and scales have letters that their long forms lack, as in "fluorouracil (5-FU)".
    """
    if not before.endswith(" ("):
        return False
    words = " ".join(before.removesuffix(" (").split()[-_get_word_limit(acronym, language) :])
    first = next((sign for sign in acronym if sign.isalpha()), "(")
    return bool(re.search(rf"(?<![^\W_]){re.escape(first)}", words, re.IGNORECASE))


def _is_before_long_form(acronym: str, text: str, end: int, language: str) -> bool:
    """Return whether the text after the acronym begins with its long form."""
    closing = _get_words(language).to_long_form.match(text, end)
    after = _CLAUSE_END.split(text[closing.end() :][:_FARTHEST])[0].split() if closing else []
    counts = range(1, min(len(after), _get_word_limit(acronym, language)) + 1)
    prefixes = (" ".join(after[:count]).rstrip(",") for count in counts)
    return any(find_long_form(acronym, prefix, language) == prefix for prefix in prefixes)


def _is_before_parts(acronym: str, text: str, end: int, words: AcronymWords) -> bool:
    """Return whether a bracket lists the parts that the letters stand for.

    Half of the items must have a word that begins with one of the letters: some letters stand for
    a brand.
    """
    bracket = _PARTS_IN_BRACKET.match(text, end)
    parts = words.part_ends.split(bracket[1]) if bracket else ()
    items = [item.lower().translate(_PLAIN_LETTERS) for item in parts if item]
    letters = {letter for letter in acronym.lower() if letter.isalpha()}
    named = sum(
        any(word[0] in letters for word in re.findall(r"[a-z]{3,}", item)) for item in items
    )
    return len(items) > 1 and named * 2 >= len(items)


_CONTENT = re.compile(r"\w \(([^()]*)")
_FEWEST_ITEMS = 3


def is_item_in_bracket(text: str, start: int, end: int, language: str = ENGLISH) -> bool:
    """Return whether an acronym is an item of a list in brackets: "Liver tests (ALT, AST, GGT)".

    What is before the bracket says what the items are, and whoever needs one of them knows it.
    """
    opening = text.rfind("(", max(0, start - _FARTHEST), start)
    content = _CONTENT.match(text, opening - 2) if opening > 1 else None
    if not content or content.end() < end:
        return False
    items = _get_words(language).item_ends.split(content[1])
    return len(items) >= _FEWEST_ITEMS and text[start:end] in items


def _get_word_limit(acronym: str, language: str) -> int:
    """Return Schwartz and Hearst's limit for the words of a long form, and its small words."""
    letters = len(acronym)
    return min(letters + 5, letters * 2) + _get_words(language).links * letters


# What is joined to excluded text, such as a formula, is only a part of a name.
_TOKEN = re.compile(rf"(?<![\w&.{OBJECT}])(?<!{OBJECT}-)[^\W_]+(?:[-\u2010\u2011&][^\W_]+)*(?!\w)")
_CAPITALS = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0391-\u03a9"
# From the first of two capitals to the next space: fast to search, and rare.
_CANDIDATE = re.compile(rf"[{_CAPITALS}]\S*[{_CAPITALS}]\S*")
_PART = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
_FEWEST, _MOST = 2, 6
# In code points: of a compound, and of a term in italics or in a link.
_LONGEST, _LONGEST_TERM = 40, 40
_ITALIC = re.compile(r"[*_](?![*_])|<(?:i|em)\b")
_WORD = r"[A-Z]['\u2019A-Z]*"
_AUTHOR = r"\b[A-Z][\w'\u2019-]{0,30}[a-z] [A-Z]{1,3}"
_DEGREE = r"(?:MD|M\.D\.|DO|PhD|Ph\.D\.|PharmD|PsyD|RN|MPH|MSN?|MBBS|DDS|DMD)"
_PERSON = r"\b(?:[A-Z][\w.'\u2019-]* ){1,3}[A-Z][a-z][\w'\u2019-]*"
_DEGREES = r"(?:[A-Z][A-Za-z]*[A-Z][A-Za-z]*|(?:[A-Z]\.){2,})(?: \([A-Z][a-z]+\))?"
# Shouting: three words in capitals, or a line of them. Authors: "Doe AB, Roe C, et al."; a person's
# line ("Jane Doe, RN, FAAN (City Hospital)"). Pronunciations: "(dok-soh-ROO-bih-sin)".
_NOT_READ = (
    # A fast exit: every alternative begins with one of these.
    r"(?=[A-Z\[(])(?:"
    rf"(?<!\S){_WORD}(?: {_WORD}){{2,}}(?!\w)"
    rf"|^{_WORD}(?: {_WORD})+[.!?:]*$"
    rf"|(?:{_AUTHOR}, )+(?:{_AUTHOR}\b|et al)"
    rf"|^(?:[A-Z][\w.'\u2019-]*,? ){{2,5}}{_DEGREE}\b[^:!?]*$"
    # A person with degrees.
    rf"|{_PERSON}(?:, ?{_DEGREES})(?:,? {_DEGREES})+"
    # Brands: "Oncotype DX®", "ABC MiniTube™", "WiFi", "call Telefriend PALi".
    r"|\b(?:[A-Z][\w-]* ){0,3}[A-Z][\w-]*(?=[\u00ae\u2122])|\b(?:[A-Z][a-z]+){2,}[A-Z]*\b"
    r"|(?<=[a-z] )[A-Z][a-z]+ [A-Z]{2,}[a-rt-z][a-z]*\b"
    r"|\bCC BY(?:-[A-Z]{2})*"
    # How a brand is said: "[gla REE voh]".
    r"|\[(?=[^\[\]]*[a-z])[A-Za-z]{1,5}(?:[ -][A-Za-z]{1,5}){1,6}\]"
    r"|\((?=[^()]*\b[A-Za-z]{1,5}-[A-Za-z]{1,5}-[A-Za-z]{1,5}\b)[A-Za-z. \u2026-]+\)"
    r")"
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
            if _is_stressed(token[0], language) and not _stands_as_acronym(
                text, *token.span(), language
            ):
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


def _stands_as_acronym(text: str, start: int, end: int, language: str) -> bool:
    """Return whether a token in capitals is in brackets, or has what is behind names: "(FOOD)"."""
    in_brackets = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    return in_brackets or _get_words(language).nouns.match(text, end) is not None


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


def find_non_acronyms(
    source: Source, block: Block, language: str = ENGLISH
) -> Iterator[tuple[int, int]]:
    """Yield stretches of a block whose capitals are not acronyms.

    These are shouting, authors, pronunciations, and names: short texts in italics, such as genes
    and journals, and the texts of long links, which are page titles.
    """
    yield from _find_ignored_text(block.text, language)
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
def _find_ignored_text(text: str, language: str) -> tuple[tuple[int, int], ...]:
    not_read, capital_run = _compile_ignored(language)
    ignored = [match.span() for match in not_read.finditer(text)]
    runs = capital_run.finditer(text)
    names = [run.span() for run in runs if _reads_as_words(run[0], language)]
    return (*ignored, *(name for name in names if not any(map(partial(_contains, name), ignored))))


@remember(1 << 6)
def _compile_ignored(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = _get_words(language)
    return re.compile(f"{_NOT_READ}|{words.not_read}"), re.compile(
        rf"{_CAPITAL_RUN}|(?<![\w-])[A-Z]{{4,}}(?=-[A-Z][a-z]| {words.studies}\b)"
    )


def _contains(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


# Two words in capitals that can be spoken are a name ("ANN BELL") or stressed, and one before a
# colon is a label ("TIP: Bring a coat"); they are not acronyms. With a telephone number or an
# address excluded behind the colon, the word is the name of a service.
# The name of a study is one, too: "STRIDE-Knee", "the REACH trial".
_CAPITAL_RUN = (
    r"(?<![\w-])[A-Z]{2,}(?:,? [A-Z]{2,})+(?![\w-])"
    r"|(?:(?<=[.!?] )|^)[A-Z]{2,}(?=!|:(?! (?: |\Z)))"
)
_SPOKEN = re.compile(r"[^AEIOUY]{0,3}[AEIOUY]+(?:[^AEIOUY]{1,3}[AEIOUY]+)*[^AEIOUY]{0,3}")
_COMMON = 3.2


def _reads_as_words(capitals: str, language: str) -> bool:
    """Return whether all words of a run of capitals are common words or names."""
    return all(
        _SPOKEN.fullmatch(word) and get_zipf_frequency(word.lower(), language) >= _COMMON
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
