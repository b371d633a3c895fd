"""Spanish: what is there."""

from plainlint.languages.acronyms import AcronymWords
from plainlint.languages.base import GradeScale, Inflection, Language, RewriteAverages, WordClass
from plainlint.languages.es.formulas import FORMULAS, get_inflesz_band
from plainlint.languages.es.heavy_forms import is_nominalised
from plainlint.languages.es.medical_parts import has_medical_part
from plainlint.languages.es.passive import find_passives, may_be_participle
from plainlint.languages.es.stems import iter_stems
from plainlint.languages.es.stressed_words import is_stressed_word
from plainlint.languages.es.syllables import count_syllables
from plainlint.languages.grammar import SentenceGrammar
from plainlint.languages.mentions import MentionWords
from plainlint.languages.page_words import PageWords
from plainlint.languages.reader_words import ReaderWords
from plainlint.languages.senses import SenseWords

# Words that open a subordinate clause. "Que" is in most sentences, hard or easy.
_CLAUSE_OPENERS = """
    aunque porque cuando donde mientras quien quienes cuyo cuya cuyos cuyas cual cuales si conforme
    dado puesto salvo excepto
"""


def _is_of_class(word: str, word_class: WordClass) -> bool:
    # Most documents need no classes.
    from plainlint.languages.es.word_classes import is_of_class

    return is_of_class(word, word_class)


# In Spanish, sentence length and long words say little about how hard people find a sentence, and
# rare words most: length alone never makes a sentence hard.
_DIFFICULTY_WEIGHTS = {
    "length": 0.0,
    "long words": 0.0,
    "rare words": 0.08,
    "jargon": 0.06,
    "acronyms": 0.09,
    "numbers and symbols": 0.2,
    "nesting": 0.02,
    "passive": 0.06,
    "nominalisations": 0.05,
}


def _is_clause(text: str) -> bool:
    # The forms of its verbs take time, and many documents have no list.
    from plainlint.languages.es.clauses import is_clause

    return is_clause(text)


def _is_learned(word: str) -> bool:
    # Most documents have no hard sentence.
    from plainlint.languages.es.learned_words import is_learned

    return is_learned(word)


def _load_inflection() -> Inflection:
    from plainlint.languages.es import plain_forms

    return plain_forms


def _is_explained(text: str, start: int, end: int) -> bool:
    # Many documents have no term.
    from plainlint.languages.es.explanations import is_explained

    return is_explained(text, start, end)


def _find_asked_name(heading: str, title: str) -> str:
    from plainlint.languages.es.explanations import find_asked_name

    return find_asked_name(heading, title)


def _write_number(text: str) -> str:
    from plainlint.languages.es.numbers import write_number

    return write_number(text)


def _load_acronym_words() -> AcronymWords:
    # Many documents have no acronym.
    from plainlint.languages.es.acronyms import WORDS

    return WORDS


def _load_sense_words() -> SenseWords:
    # Many documents have no term.
    from plainlint.languages.es.senses import WORDS

    return WORDS


def _load_mention_words() -> MentionWords:
    from plainlint.languages.es.mentions import WORDS

    return WORDS


def _load_page_words() -> PageWords:
    from plainlint.languages.es.page_words import WORDS

    return WORDS


def _load_reader_words() -> ReaderWords:
    from plainlint.languages.es.reader_words import WORDS

    return WORDS


def _load_grammar() -> SentenceGrammar:
    # Many documents have no hard sentence.
    from plainlint.languages.es.grammar import GRAMMAR

    return GRAMMAR


LANGUAGE = Language(
    code="es",
    name="Spanish",
    count_syllables=count_syllables,
    # As the average word, and the average word of a number that is written out.
    figure_syllables=2,
    formulas=FORMULAS,
    # INFLESZ is the scale of the field, and its limits hold for it. The other formula on the same
    # scale shows how far formulas differ.
    grade=GradeScale(
        formulas=("inflesz", "fernandez_huerta"),
        is_ease=True,
        name="INFLESZ",
        note=(
            "Spanish: INFLESZ goes from 0, very hard, to 100, very easy. The first number is "
            "compared with the target; the second is by Fernández Huerta, on the same scale."
        ),
    ),
    name_band=get_inflesz_band,
    # What a page at the target for patients has.
    rewrite=RewriteAverages(words=12, syllables=1.95, polysyllables=0.27, letters=4.5),
    find_passives=find_passives,
    may_be_participle=may_be_participle,
    is_of_class=_is_of_class,
    is_nominalised=is_nominalised,
    clause_openers=frozenset(_CLAUSE_OPENERS.split()),
    iter_stems=iter_stems,
    is_stressed_word=is_stressed_word,
    is_clause=_is_clause,
    load_inflection=_load_inflection,
    is_explained=_is_explained,
    find_asked_name=_find_asked_name,
    write_number=_write_number,
    difficulty_weights=_DIFFICULTY_WEIGHTS,
    is_medical=has_medical_part,
    is_learned=_is_learned,
    load_acronym_words=_load_acronym_words,
    load_sense_words=_load_sense_words,
    load_mention_words=_load_mention_words,
    load_page_words=_load_page_words,
    load_reader_words=_load_reader_words,
    load_grammar=_load_grammar,
)
