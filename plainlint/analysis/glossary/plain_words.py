"""Plain words: the everyday word for each form of a hard word, from lines of `hard: plain`."""

from collections.abc import Iterable, Iterator, Mapping

from plainlint.analysis.glossary.matching import map_noun_forms, map_verb_forms
from plainlint.core.caches import remember
from plainlint.document.folding import fold

Forms = Mapping[str, str]


class PlainWords:
    """A lookup of the plain word for each form of each hard word. Equality is identity.

    `by_form` maps folded forms to plain words.
    """

    __slots__ = ("by_form",)

    def __init__(self, plain: Iterable[tuple[str, str]] = ()) -> None:
        self.by_form = {fold(form): word for form, word in plain}

    def find(self, word: str) -> str:
        """Return the plain word for a hard word in any case and spelling, or an empty text."""
        return self.by_form.get(fold(word), "")


NO_PLAIN_WORDS = PlainWords()


@remember(8)
def map_plain_forms(
    verbs: str, nouns: str, others: str, own: tuple[tuple[str, str], ...] = ()
) -> Mapping[str, Forms]:
    """Map each hard word to its forms, and each form to its plain word.

    Verbs and nouns get all their forms. `own` adds words, or replaces a word with all its forms.
    """
    forms: dict[str, Forms] = {}
    forms |= {word: map_verb_forms(word, plain) for word, plain in _parse_pairs(verbs)}
    forms |= {word: map_noun_forms(word, plain) for word, plain in _parse_pairs(nouns)}
    forms |= {word: {word: plain} for word, plain in (*_parse_pairs(others), *own)}
    return forms


@remember(8)
def get_plain_words(
    verbs: str, nouns: str, others: str, own: tuple[tuple[str, str], ...] = ()
) -> PlainWords:
    """Return the lookup of the plain word for each form of each hard word."""
    forms = map_plain_forms(verbs, nouns, others, own)
    return PlainWords(pair for word_forms in forms.values() for pair in word_forms.items())


def _parse_pairs(lines: str) -> Iterator[tuple[str, str]]:
    for line in filter(None, map(str.strip, lines.splitlines())):
        word, _, plain = line.partition(":")
        yield word.strip(), plain.strip()
