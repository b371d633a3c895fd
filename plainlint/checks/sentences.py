"""Checks of sentences: their length, passive verbs, and how hard they are to read."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from plainlint.analysis.difficulty.advice import advise_on_length, advise_on_rows, choose_advice
from plainlint.analysis.difficulty.score import (
    compute_difficulty_value,
    compute_load,
    round_difficulty,
)
from plainlint.analysis.glossary.ingredients import is_ingredient_list
from plainlint.analysis.glossary.model import Glossary
from plainlint.checks import Hit, check
from plainlint.checks._sentence_advice import AdvisingFindings, iter_grammar_prospects
from plainlint.core.audiences import Limits
from plainlint.core.caches import remember
from plainlint.core.diagnostics import Severity
from plainlint.core.regex import Regex, compile_pattern
from plainlint.core.reported import ReportedFindings
from plainlint.core.source import Span
from plainlint.core.words import WORD
from plainlint.document.language_tags import get_primary_tag
from plainlint.document.model import Block, Sentence
from plainlint.document.quotations import find_quotations, is_quoted
from plainlint.languages.base import get_language

# A sentence of more words is called long.
_LONG = 25
# Words with capitals in a row, not the first of the sentence, and their letters in brackets.
_NAME = r"(?<=\S )(?P<words>{capital}(?: (?:(?:{joints}) )?{capital}\b)+)(?: \([A-Z]{{2,}}\))?"
_CAPITAL = r"[A-Z\u00c0-\u00de][\w'\u2019-]*[a-z\u00df-\u00ff]"

# The number of a step is not part of its sentence: "1.2 Check the label", "3) Wash your hands".
_STEP = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){1,2}\.?|\(?\d{1,2}[.)]) (?=[A-Z])")


@check
def sentence_length(
    sentence: Sentence,
    limits: Limits,
    language: str,
    *,
    easy_extra: int = 0,
    easy_difficulty: float = 0,
    easy_from: float = 0,
    name_from: int = 0,
    name_joints: Sequence[str] = (),
    as_one: Sequence[Regex] = (),
    quotation_from: int = 0,
    skip_quotations: bool = False,
    stops: str = "",
    advice: str = "",
) -> Iterator[Hit]:
    """Report sentences with more words than the limit.

    Args:
        easy_extra: an easy sentence may have so many more words than the target.
        easy_difficulty: a sentence is easy up to this difficulty, from 0 to 100.
        easy_from: a limit below this has no exception for easy sentences.
        name_from: a name of so many words with capitals, or more, counts as one word; 0 for never.
        name_joints: words in small letters that may stand inside such a name.
        as_one: patterns for what counts as one word, such as opening hours.
        quotation_from: a quotation of so many words, or more, counts as one word; 0 for never.
        skip_quotations: whether a sentence in quotation marks is right as it is.
        stops: signs at which a reader can stop, such as `:`; the longest part between them counts.
        advice: what to do with a sentence in which the grammar of its language shows no place to
            split and no row to make a list of. With it, the message and the help may contain
            `{advice}`: what to do.

    Message:
        words: how many words the sentence has.
        limit: the limit that is passed.

    Example:
        limits:
          most: {general: 5}
        ---
        Wash your hands. «Use soap and water, then dry them.»
    """
    text = sentence.text
    words = len(sentence.tokens) - bool(_STEP.match(text))
    if limits.find_exceeded_limit(words) is None:
        return
    counted = words - _count_words_of_names(text, name_from, tuple(name_joints))
    counted -= _count_words_of_quotations(text, quotation_from)
    counted -= _count_words_in_one(text, as_one)
    counted = min(counted, _count_longest_part(text, stops)) if stops else counted
    if breach := limits.find_exceeded_limit(counted):
        is_close = breach.severity is Severity.WARNING and counted <= breach.limit + easy_extra
        may_pass = is_close and breach.limit >= easy_from
        is_easy = may_pass and _rate(sentence, language) <= easy_difficulty
        if not is_easy and not _is_fixed(sentence, quoted=skip_quotations):
            values: dict[str, object] = {"words": words, "limit": breach.limit}
            if advice:
                values["advice"] = _advise_on_division(text, words, language) or advice
            yield Hit(sentence.span, values, breach.severity)


def _advise_on_division(text: str, words: int, language: str) -> str:
    """Return which row to make a list of, if it is half of a sentence, or where to split it.

    Empty if neither is there.
    """
    code = get_primary_tag(language)
    rows = (
        row for row in advise_on_rows(text, words, code) if 2 * (row.end - row.start) >= len(text)
    )
    best = next(chain(rows, advise_on_length(text, words, code)), None)
    return f"Change first: {best.words}" if best else ""


def _is_fixed(sentence: Sentence, *, quoted: bool) -> bool:
    """Return whether a sentence is a list of ingredients or names, a form, or a quotation.

    Quotations count if `quoted`.
    """
    return (
        (quoted and is_quoted(sentence.prose.text, sentence.start, sentence.end))
        or is_ingredient_list(sentence.text)
        or _BLANK.search(sentence.text) is not None
        or _NAMES.fullmatch(sentence.text) is not None
    )


# Other names of a thing, for those who search: "Mixedema; Tiroides hipoactiva; Bocio".
_NAMES = re.compile(r"[^;.!?]{1,60}(?:; ?[^;.!?]{1,60}){2,}")


# A place to write or to tick.
_BLANK = re.compile(r"\u2026{2,}|_{4,}|\.{6,}|[\u2610\u25a1\u25a2]")


def _count_words_of_quotations(text: str, fewest: int) -> int:
    """Return how many fewer words a text has if each quotation of `fewest` words is one."""
    if not fewest:
        return 0
    lengths = (
        sum(1 for _ in WORD.finditer(text, start, end)) for start, end in find_quotations(text)
    )
    return sum(length - 1 for length in lengths if length >= fewest)


@remember(1 << 4)
def _compile_name(joints: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, joints)) or "(?!)"
    return re.compile(_NAME.format(capital=_CAPITAL, joints=words))


def _count_words_in_one(text: str, patterns: Sequence[Regex]) -> int:
    """Return how many fewer words a text has if each match is one word."""
    if not patterns:
        return 0
    # As one pattern, so that no word is in two matches.
    matches = compile_pattern("|".join(f"(?:{pattern})" for pattern in patterns)).find(text)
    return sum(max(len(WORD.findall(match.text)) - 1, 0) for match in matches)


def _count_longest_part(text: str, stops: str) -> int:
    """Return how many words the longest part between these signs has."""
    parts = re.split(rf"[{re.escape(stops)}]\s", text)
    return max(sum(1 for _ in WORD.finditer(part)) for part in parts)


def _count_words_of_names(text: str, fewest: int, joints: tuple[str, ...]) -> int:
    """Return how many fewer words a text has if each name of `fewest` words or more is one."""
    if not fewest:
        return 0
    return sum(
        sum(1 for _ in WORD.finditer(match[0])) - 1
        for match in _compile_name(joints).finditer(text)
        if match["words"].count(" ") + 1 >= fewest
    )


@check(needs="find_passives")
def passive_voice(sentence: Sentence, language: str) -> Iterator[Hit]:
    """Report passive verbs, from the "be" to the participle.

    Message:
        text: the verb.

    Example:
        severity: info
        ---
        The dose «is given» at night. The nurse gives it.
    """
    text = sentence.text
    find_passives = get_language(language).find_passives
    for start, end in find_passives(text) if find_passives else ():
        span = sentence.prose.get_span(sentence.start + start, sentence.start + end)
        yield Hit(span, {"text": text[start:end]})


@check
def hard_sentence(
    block: Block,
    limits: Limits,
    language: str,
    reported: ReportedFindings,
    titles: tuple[str, ...],
    introduced: frozenset[str],
    glossary: Glossary,
    *,
    advice_from: Mapping[str, str],
    advice_again: Sequence[str] = (),
    advice_given: int = 2,
    advice_share: float = 0,
    advice_on_words: str = "",
    advice_repeated: int = 0,
    tolerance: float = 0,
    skip_quotations: bool = False,
) -> Iterator[Hit]:
    """Report sentences that are harder than the limit, and what to change in them.

    The advice is what other rules report in the sentence, where to split it, which row of things to
    make a list, and which passive to give a doer. There may be none. Words of the document's titles
    need no advice.

    Args:
        advice_from: rules, each with its advice; names in braces are values of its findings. A
            finding without one of these values gives no advice.
        advice_again: those of the rules that report only the first of equal words, and whose advice
            also holds for the others.
        advice_given: how many things to change are named; those that weigh most come first.
        advice_share: what a word or a passive must take away of what makes the sentence hard, from
            0 to 1, to be worth a change.
        advice_on_words: the advice on a rare learned word that no rule reports, with {text}; empty
            for none. With it, a plainer word counts for no more than it takes away.
        advice_repeated: how many things to change a sentence needs to be reported if other rules
            report all of them in it; 0 for none, also without advice.
        tolerance: how far a sentence with nothing to change may be above its target.
        skip_quotations: whether a sentence in quotation marks is right as it is.

    Message:
        difficulty: how hard the sentence is, from 0 to 100.
        limit: the limit that is passed.
        advice: what to change; without advice only that the sentence is long or hard.
        steps: the same, a text for each thing to change; empty without advice.
    """
    if limits == Limits():
        return
    findings = AdvisingFindings(
        reported,
        titles,
        introduced,
        advice_from,
        frozenset(advice_again),
        language,
        advice_on_words,
    )
    for sentence in block.sentences:
        difficulty = _rate(sentence, language)
        breach = limits.find_exceeded_limit(difficulty)
        if breach and not _is_fixed(sentence, quoted=skip_quotations):
            least = advice_share * compute_load(difficulty)
            prospects = [
                *findings.iter_prospects(block, sentence),
                *iter_grammar_prospects(block, sentence, language),
            ]
            chosen = choose_advice(prospects, advice_given, least)
            is_close = difficulty <= breach.limit + tolerance
            if not chosen and is_close and breach.severity is Severity.WARNING:
                continue
            if rare := [*findings.iter_word_prospects(block, sentence, glossary)]:
                chosen = choose_advice([*prospects, *rare], advice_given, least)
            if len(chosen) < advice_repeated and findings.repeat(chosen, sentence):
                continue
            advice = "; ".join(piece.words for piece in chosen)
            values = {
                "difficulty": round_difficulty(difficulty),
                "limit": breach.limit,
                "advice": f"Change first: {advice}" if advice else _describe_problem(sentence),
                "steps": [piece.words for piece in chosen],
            }
            related = tuple(Span(piece.start, piece.end) for piece in chosen)
            yield Hit(sentence.span, values, breach.severity, related)


def _rate(sentence: Sentence, language: str) -> float:
    return compute_difficulty_value(sentence.text, sentence.tokens, language)


def _describe_problem(sentence: Sentence) -> str:
    words = len(sentence.tokens)
    return f"The sentence is long: {words} words" if words > _LONG else "The sentence is hard"
