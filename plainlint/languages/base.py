"""Languages: what plainlint may know of one, and how it is looked up.

The folder of a language has its code for a name. Its data are files that are read when they are
needed; its functions are the fields of `LANGUAGE` in its `language.py`. A part that is missing
switches off the rules that need it, and nothing else.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from itertools import chain
from types import MappingProxyType
from typing import Literal, NamedTuple, Protocol, TypeAlias

from plainlint.core.caches import remember
from plainlint.languages.acronyms import AcronymWords
from plainlint.languages.counts import Formula
from plainlint.languages.files import FOLDER, RECOGNITION, list_codes
from plainlint.languages.grammar import SentenceGrammar
from plainlint.languages.mentions import MentionWords
from plainlint.languages.page_words import PageWords
from plainlint.languages.reader_words import ReaderWords
from plainlint.languages.senses import SenseWords

WordClass: TypeAlias = Literal[
    "word",
    "punctuation",
    "capitalised",
    "number",
    "be",
    "have",
    "modal",
    "pronoun",
    "determiner",
    "preposition",
    "conjunction",
    "adverb",
    "participle",
    "ing-form",
    "nominalisation",
]


class GradeScale(NamedTuple):
    """How a document's difficulty is shown: as the range of some formulas.

    Attributes:
        formulas: their names; the range is from the lowest to the highest of them. By the first,
            which depends on sentences, words and syllables only, sentences are weighed.
        is_ease: whether a higher number is easier, as it is on Flesch's scale; on a scale of
            school grades it is harder. On a scale of ease the limits are for the lowest number.
        name: the name of a scale of ease, such as `INFLESZ`.
        note: what the numbers are, in one sentence for a table of scores.
    """

    formulas: tuple[str, ...]
    is_ease: bool = False
    name: str = ""
    note: str = ""


# More than any word has.
_MANY = 1_000


class RewriteAverages(NamedTuple):
    """Averages of a sentence that is rewritten plainly: what pages for patients have.

    Where they are not known, a rewrite makes sentences shorter and leaves the words.

    Attributes:
        words: words per sentence.
        syllables, polysyllables, letters, difficult, complex: these counts per word.
    """

    words: float = 12
    syllables: float = _MANY
    polysyllables: float = _MANY
    letters: float = _MANY
    difficult: float = _MANY
    complex: float = _MANY


class Inflection(Protocol):
    """What plain words need of a language: forms of words, and where they fit."""

    def pair_forms(
        self, role: str, hard: str, plain: str, other: str, /
    ) -> Iterable[tuple[str, str]]:
        """Return each form of a hard word with the plain word in the same form.

        Args:
            role: `verb`, `noun`, `adjective`; other words have one form.
            hard: the hard word or phrase, as in a dictionary.
            plain: the plain one.
            other: the plain word in another form, `-` if there is none, else empty.
        """
        ...

    def fit_noun(self, hard: str, plain: str, before: str, after: str, /) -> tuple[str, str, bool]:
        """Return the article before a noun, that for its plain word, and whether all else is right.

        `before` and `after` are the text around the hard word.
        """
        ...

    def fits_noun(self, hard: str, plain: str, before: str, after: str, /) -> bool:
        """Return whether a plain noun can stand for a hard one between the texts around it."""
        ...

    def show_noun(self, hard: str, plain: str, before: str, after: str, /) -> str:
        """Return a plain noun as a message shows it, with its article where words must change."""
        ...

    def fits_adjective(self, plain: str, before: str, after: str, /) -> bool:
        """Return whether a plain word can stand for an adjective between the texts around it."""
        ...

    def fits_verb(self, hard: str, before: str, after: str, /) -> bool:
        """Return whether a form of a verb is a verb there, between the texts around it."""
        ...

    def fits_adverb(self, plain: str, after: str, /) -> bool:
        """Return whether a plain word can stand for an adverb before the text behind it."""
        ...

    def fits_phrase(self, hard: str, plain: str, before: str, after: str, /) -> bool:
        """Return whether a plain word can stand for a phrase between the texts around it."""
        ...

    def show_phrase(self, plain: str, before: str, /) -> str:
        """Return the plain word of a phrase as a message shows it behind the text before it."""
        ...

    def show_verb(self, plain: str, before: str, after: str, /) -> str:
        """Return a plain verb as a message shows it; a command may have another form."""
        ...


class Language(NamedTuple):
    """What plainlint knows of a language. A function that is None is not there.

    Offsets are code points of the text that a function is given.

    Attributes:
        code: its primary tag, such as `en`.
        name: its name in English, such as `Spanish`.
        has_spaces: whether spaces are between its words; else a text is not measured.
        count_syllables: the syllables of a word as in the text, read aloud; 0 without letter,
            digit or sign.
        figure_syllables: what a word with a digit counts for in formulas; 0 for what is said.
        is_familiar: whether children know a word; others are `difficult` in the counts.
        formulas: readability formulas by the name that rule pages and the JSON output use. No other
            language has the name. The docstring of each has its source. It returns nan for a text
            without words or sentences.
        grade: the scale of the verdict; without it documents have no grade.
        rewrite: averages by which the effect of rewriting is estimated.
        find_passives: the (start, end) of each passive verb of a sentence, in order, from its
            helping verb to its participle.
        may_be_participle: a fast test that fails for words that are in no passive; None if every
            word may be.
        is_of_class: whether a word or sign belongs to a class of words, such as `preposition`.
        is_nominalised: whether a lower-case word looks like a noun made of a verb or adjective.
        clause_openers: lower-case words that open a subordinate clause.
        iter_stems: the words that a lower-case word may be a regular form of, likely ones first.
        is_medical: whether a lower-case word has a part that only words of medicine have.
        is_learned: whether a word as in the text is a rare noun or adjective of science or office;
            without it no word is, and names of medicines and people never are.
        is_stressed_word: whether a text in capitals is an everyday word, and not an acronym.
        is_clause: whether a text without a full stop, such as a list item, is a whole clause;
            without it the clauses of English are looked for.
        load_inflection: returns the forms of plain words. It is a function, because most
            documents have none of them, and their modules take time to import.
        is_explained: whether a text explains the term at a (start, end); without it, brackets
            and other signs do.
        find_asked_name: the name that a heading asks for, as "What is sepsis?" does, else empty; it
            is given the heading and the title of the page.
        load_acronym_words: returns the words around acronyms; without them only signs count.
        load_sense_words: returns the words of medicine; without them no name of a term is thought
            to be an everyday word.
        load_mention_words: returns the words around terms; without them only signs count.
        load_page_words: returns the words of references, credits and buttons; English ones are
            looked for on every page.
        load_reader_words: returns what it says to readers of what they see or have.
        load_grammar: returns what is known of its sentences; without it, hard ones get no advice on
            their grammar.
        name_band: the words for a number on a scale of ease, such as `normal`.
        write_number: returns a number as the language writes it, from one that is written as in
            English, such as `-1,234.5`.
        difficulty_weights: the weight of each part of a sentence's difficulty; without them those
            of English hold.
    """

    code: str
    name: str
    has_spaces: bool = True
    count_syllables: Callable[[str], int] | None = None
    figure_syllables: int = 0
    is_familiar: Callable[[str], bool] | None = None
    formulas: Mapping[str, Formula] = MappingProxyType({})
    grade: GradeScale | None = None
    rewrite: RewriteAverages = RewriteAverages()
    find_passives: Callable[[str], Sequence[tuple[int, int]]] | None = None
    may_be_participle: Callable[[str], bool] | None = None
    is_of_class: Callable[[str, WordClass], bool] | None = None
    is_nominalised: Callable[[str], bool] | None = None
    clause_openers: frozenset[str] = frozenset()
    iter_stems: Callable[[str], Iterable[str]] | None = None
    is_medical: Callable[[str], bool] | None = None
    is_learned: Callable[[str], bool] | None = None
    is_stressed_word: Callable[[str], bool] | None = None
    is_clause: Callable[[str], bool] | None = None
    load_inflection: Callable[[], Inflection] | None = None
    is_explained: Callable[[str, int, int], bool] | None = None
    find_asked_name: Callable[[str, str], str] | None = None
    load_acronym_words: Callable[[], AcronymWords] | None = None
    load_sense_words: Callable[[], SenseWords] | None = None
    load_mention_words: Callable[[], MentionWords] | None = None
    load_page_words: Callable[[], PageWords] | None = None
    load_reader_words: Callable[[], ReaderWords] | None = None
    load_grammar: Callable[[], SentenceGrammar] | None = None
    name_band: Callable[[float], str] | None = None
    write_number: Callable[[str], str] | None = None
    difficulty_weights: Mapping[str, float] | None = None


@remember(1 << 8)
def get_language(tag: str) -> Language:
    """Return what is known of the language of a tag such as `en` or `pt-BR`; perhaps nothing."""
    code = tag.lower().partition("-")[0]
    if code.isalpha():
        name = f"plainlint.languages.{code}.language"
        # It is imported to find out: in a program, modules have no files.
        try:
            language: Language = import_module(name).LANGUAGE
        except ModuleNotFoundError as error:
            if not (error.name and name.startswith(error.name)):
                raise
        else:
            return language
    return Language(code=code, name=_read_name(code))


def _read_name(code: str) -> str:
    """Return the English name of a language that has only data; without data, its code."""
    path = FOLDER / code / RECOGNITION
    if not code.isalpha() or not path.is_file():
        return code
    lines = path.read_text(encoding="utf-8").splitlines()
    return lines[lines.index("[names]") + 1].split()[0].title()


@remember(1 << 10)
def find_formula(name: str) -> Formula | None:
    """Return the formula of any language that has this name; those of English come first."""
    # Other languages are imported only for a name that is not one of English.
    return next(
        (
            language.formulas[name]
            for language in map(get_language, list_codes())
            if name in language.formulas
        ),
        None,
    )


def name_scale(formula: str) -> str:
    """Return the name of the scale of ease that is named by a formula, such as `INFLESZ`.

    It is the formula itself if no language has the scale, and empty if there is no formula.
    """
    scales = (get_language(code).grade for code in list_codes()) if formula else ()
    named = (scale.name for scale in scales if scale and scale.formulas[0] == formula)
    return next(named, "") or formula


def iter_formula_names() -> Iterator[str]:
    """Yield the names of all formulas."""
    return chain.from_iterable(get_language(code).formulas for code in list_codes())
