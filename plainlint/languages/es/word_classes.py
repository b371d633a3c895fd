"""Classes of Spanish words, by lists and endings: simple, fast, and sometimes wrong.

Context is ignored, so a word can have several classes, and "la" is an article and a pronoun.
"""

from collections.abc import Callable, Mapping

from plainlint.core.words import WORD
from plainlint.languages.base import WordClass
from plainlint.languages.es.heavy_forms import find_gerunds, is_nominalised
from plainlint.languages.es.passive import may_be_participle
from plainlint.languages.es.spoken import NUMBER_WORDS

_BE = """
    ser soy eres es somos sois son era eras éramos eran fui fuiste fue fuimos fueron seré serás
    será seremos serán sería serían sea seas seamos sean fuera fueras fueran fuese siendo sido
    estar estoy estás está estamos están estaba estaban estuve estuvo estuvieron estaré estará
    estarán estaría esté estén estando estado
"""
_HAVE = """
    haber he has ha hemos han había habían habías hube hubo habré habrá habrán habría habrían
    haya hayas hayan hubiera hubieran hubiese habiendo habido
"""
_MODALS = """
    debe debes deben debemos debo debería deberían deba deban deberá deberán puede puedes pueden
    podemos puedo podría podrían pueda puedan podrá podrán suele suelen quiere quieren quiera
    necesita necesitan
"""
_PRONOUNS = """
    yo tú vos él ella ello usted ustedes nosotros nosotras vosotros vosotras ellos ellas me te
    se nos os lo la los las le les mí ti sí conmigo contigo consigo que quien quienes cual
    cuales este esta esto estos estas ese esa eso esos esas aquel aquella aquello aquellos
    aquellas alguien algo nadie nada uno una
"""
_DETERMINERS = """
    el la los las lo un una unos unas al del este esta estos estas ese esa esos esas aquel
    aquella aquellos aquellas mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro
    vuestra cada algún alguna algunos algunas ningún ninguna todo toda todos todas mucho mucha
    muchos muchas poco poca pocos pocas varios varias otro otra otros otras ambos ambas más
    menos tanto tanta cualquier qué cuál cuyo cuya cuyos cuyas
"""
_PREPOSITIONS = """
    a ante bajo con contra de desde durante en entre excepto hacia hasta mediante para por salvo
    según sin sobre tras versus vía al del
"""
_CONJUNCTIONS = """
    y e o u ni pero sino mas que porque pues si cuando mientras aunque como donde conque luego
"""
_ADVERBS = """
    no ya también tampoco siempre nunca jamás solo sólo aún todavía luego después antes así bien
    mal casi entonces pronto muy más menos bastante demasiado ahora hoy ayer mañana aquí allí
    ahí cerca lejos tan tanto quizá quizás a-menudo apenas incluso además
"""
# Words in -mente that are no adverbs.
_NOT_ADVERBS = frozenset({"mente", "clemente", "demente", "vehemente", "inclemente", "mentes"})


def _make_list_test(words: str) -> Callable[[str], bool]:
    listed = frozenset(words.split())
    return lambda word: word.lower() in listed


def _is_adverb(word: str) -> bool:
    lower = word.lower()
    return (lower.endswith("mente") and lower not in _NOT_ADVERBS) or lower in _ADVERBS.split()


_CLASSES: Mapping[WordClass, Callable[[str], bool]] = {
    "word": lambda word: WORD.fullmatch(word) is not None,
    "punctuation": lambda word: not any(map(str.isalnum, word)),
    "capitalised": lambda word: word[0].isupper(),
    "number": lambda word: word[0].isdecimal() or word.lower() in NUMBER_WORDS,
    "be": _make_list_test(_BE),
    "have": _make_list_test(_HAVE),
    "modal": _make_list_test(_MODALS),
    "pronoun": _make_list_test(_PRONOUNS),
    "determiner": _make_list_test(_DETERMINERS),
    "preposition": _make_list_test(_PREPOSITIONS),
    "conjunction": _make_list_test(_CONJUNCTIONS),
    "adverb": _is_adverb,
    "participle": may_be_participle,
    "ing-form": lambda word: bool(find_gerunds(word)),
    "nominalisation": lambda word: is_nominalised(word.lower()),
}


def is_of_class(word: str, word_class: WordClass) -> bool:
    """Return whether a word or a single sign belongs to a class, judged by its form alone."""
    return _CLASSES[word_class](word)
