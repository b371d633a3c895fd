"""Phrases: fixed words of messages and reports in other languages than English.

`phrases.json` in the folder of a language maps English phrases to its own. `{}` stands for a part
that differs; it may be a phrase itself. `{:d}` stands for a number: it keeps a short phrase from
matching the words of a text. A phrase that is in the table with a small first letter is found with
a capital, too. Numbers are written as the language writes them.
"""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from plainlint.core.caches import remember
from plainlint.languages.base import get_language

_FOLDER = Path(__file__).parent
_SLOT = re.compile(r"\{(?::d)?\}")
# A number with a sign; in a template, the place of one.
_NUMBER = r"([-+−↑↓]? ?\d[\d.,\u00a0]*|\{\})"
# A number that languages write differently, with what may follow it in a table.
_WRITTEN = re.compile(r"(?:[-+−↑↓] ?)?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?=[?%]?\Z)")
# Before a slot: what is in it is a quotation.
_QUOTES = ("'", "“", "«", "`")
_WORD = re.compile(r"[^\W\d_]{2,}")
# Of a sentence, besides what is in its slots.
_FEWEST_WORDS = 3
# Between the phrases of a list, each of which is translated by itself.
_LIST = "; "
# Behind a path, or the name of a command.
_COLON = ": "


class Phrases(NamedTuple):
    """The phrases of a language.

    Attributes:
        whole: those without slots.
        with_slots: the others as (pattern, own words).
        write_number: writes a number of an English text in the language.
    """

    whole: Mapping[str, str]
    with_slots: tuple[tuple[re.Pattern[str], str], ...]
    write_number: Callable[[str], str]


def translate(text: str, language: str) -> str:
    """Return a phrase in another language; unchanged if the language does not have it.

    >>> translate("too hard", "es")
    'demasiado difícil'
    >>> translate("12.5", "es")
    '12,5'

    Args:
        text: the phrase in English.
        language: a primary tag, such as `es`; empty or `en` for English.
    """
    phrases = load_phrases(language)
    return _translate(text, phrases) if phrases else text


def translate_sentence(text: str, language: str) -> str:
    """Return a sentence that may have any words in it, such as an error, in another language.

    Phrases that are little more than a slot, such as `no {}`, are not looked for in it.
    """
    phrases = _load_sentences(language)
    return _translate(text, phrases) if phrases else text


def translate_line(line: str, language: str) -> str:
    """Return a line in a language; a path or the name of a command may be before its words."""
    if not has_phrases(language):
        return line
    parts = line.split(_COLON)
    # A path must not become a part of a phrase: the shortest end that is a phrase is translated.
    for index in range(len(parts) - 1, -1, -1):
        words = _COLON.join(parts[index:])
        if (said := translate_sentence(words, language)) != words:
            return _COLON.join([*parts[:index], said])
    return line


@remember(None)
def _load_sentences(language: str) -> Phrases | None:
    phrases = load_phrases(language)
    if phrases is None:
        return None
    whole = [pair for pair in phrases.with_slots if len(_WORD.findall(pair[1])) >= _FEWEST_WORDS]
    return phrases._replace(with_slots=tuple(whole))


def choose_number_form(language: str) -> Callable[[str], str]:
    """Return what writes a number of an English text in a language that has phrases."""
    phrases = load_phrases(language)
    return phrases.write_number if phrases else str


def is_number(text: str) -> bool:
    """Return whether a text is a number that languages write differently."""
    return _WRITTEN.match(text) is not None


def has_phrases(language: str) -> bool:
    """Return whether there are phrases in a language."""
    return load_phrases(language) is not None


def _translate(text: str, phrases: Phrases) -> str:
    if (found := _find(text, phrases)) is not None:
        return found
    if text[:1].isupper() and (found := _find(text[0].lower() + text[1:], phrases)) is not None:
        return found[:1].upper() + found[1:]
    if number := _WRITTEN.match(text):
        return phrases.write_number(number[0]) + text[number.end() :]
    return text


def _find(text: str, phrases: Phrases) -> str | None:
    """Return the translation of a text that is a phrase as a whole; None if it is not one."""
    if text in phrases.whole:
        return phrases.whole[text]
    for pattern, words in phrases.with_slots:
        if match := pattern.fullmatch(text):
            pieces = _SLOT.split(words)
            parts = (
                part if piece.endswith(_QUOTES) and is_number(part) else _translate(part, phrases)
                for piece, part in zip(pieces, match.groups(), strict=False)
            )
            return words.format(*parts)
    return None


def read_table(language: str) -> dict[str, str] | None:
    """Return the table of a language as it is in its file; None if it has none."""
    path = _FOLDER / language / "phrases.json"
    if not language.isalpha() or not path.is_file():
        return None
    table: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return table


@remember(None)
def load_phrases(language: str) -> Phrases | None:
    """Return the phrases of a language; None if it has none."""
    table = read_table(language)
    if table is None:
        return None
    whole = {phrase: words for phrase, words in table.items() if not _SLOT.search(phrase)}
    # The longest first: it says most. But no slot may reach over the parts of a list.
    others = sorted(
        table.keys() - whole.keys(), key=lambda phrase: (_LIST not in phrase, -len(phrase), phrase)
    )
    with_slots = tuple((_make_pattern(phrase), _SLOT.sub("{}", table[phrase])) for phrase in others)
    return Phrases(whole, with_slots, get_language(language).write_number or str)


def _make_pattern(phrase: str) -> re.Pattern[str]:
    slots = [_NUMBER if slot == "{:d}" else "(.+?)" for slot in _SLOT.findall(phrase)]
    fixed = map(re.escape, _SLOT.split(phrase))
    return re.compile("".join(map("".join, zip(fixed, [*slots, ""], strict=True))), re.DOTALL)
