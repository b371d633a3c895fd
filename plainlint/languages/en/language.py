"""English: what is there."""

from plainlint.languages.acronyms import AcronymWords
from plainlint.languages.base import GradeScale, Language, RewriteAverages, WordClass
from plainlint.languages.en.familiarity import is_familiar, is_stressed_word, iter_stems
from plainlint.languages.en.formulas import FORMULAS
from plainlint.languages.en.medical_parts import has_medical_part
from plainlint.languages.en.nominalisation import is_nominalised
from plainlint.languages.en.passive import find_passives, may_be_participle
from plainlint.languages.en.syllables import count_syllables
from plainlint.languages.grammar import SentenceGrammar
from plainlint.languages.mentions import MentionWords
from plainlint.languages.reader_words import ReaderWords
from plainlint.languages.senses import SenseWords

# Words that open a subordinate clause.
_CLAUSE_OPENERS = """
    which who whom whose that because although though whereas while whether unless until since if
    when where after before provided despite
"""


def _is_of_class(word: str, word_class: WordClass) -> bool:
    # Most documents need no classes.
    from plainlint.languages.en.word_classes import is_of_class

    return is_of_class(word, word_class)


def _load_acronym_words() -> AcronymWords:
    # Many documents have no acronym.
    from plainlint.languages.en.acronyms import WORDS

    return WORDS


def _load_sense_words() -> SenseWords:
    # Many documents have no term.
    from plainlint.languages.en.senses import WORDS

    return WORDS


def _load_mention_words() -> MentionWords:
    from plainlint.languages.en.mentions import WORDS

    return WORDS


def _load_reader_words() -> ReaderWords:
    from plainlint.languages.en.reader_words import WORDS

    return WORDS


def _load_grammar() -> SentenceGrammar:
    # Many documents have no hard sentence.
    from plainlint.languages.en.grammar import GRAMMAR

    return GRAMMAR


LANGUAGE = Language(
    code="en",
    name="English",
    count_syllables=count_syllables,
    is_familiar=is_familiar,
    formulas=FORMULAS,
    # The two formulas that health guides recommend; on most texts the others lie between them.
    grade=GradeScale(
        formulas=("flesch_kincaid", "smog"),
        note="Grades are US school grades: Flesch-Kincaid and SMOG, the lower one first.",
    ),
    # Between the averages of the good seed documents for patients and for caregivers.
    rewrite=RewriteAverages(
        words=12, syllables=1.3, polysyllables=0.04, letters=4.2, difficult=0.08, complex=0.02
    ),
    find_passives=find_passives,
    may_be_participle=may_be_participle,
    is_of_class=_is_of_class,
    is_nominalised=is_nominalised,
    clause_openers=frozenset(_CLAUSE_OPENERS.split()),
    iter_stems=iter_stems,
    is_stressed_word=is_stressed_word,
    is_medical=has_medical_part,
    load_acronym_words=_load_acronym_words,
    load_sense_words=_load_sense_words,
    load_mention_words=_load_mention_words,
    load_reader_words=_load_reader_words,
    load_grammar=_load_grammar,
)
