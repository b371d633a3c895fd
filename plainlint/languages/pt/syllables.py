"""Syllables of Portuguese words, by spelling: each vowel that is not the glide of another is one.

The rules are those of school grammars of Brazil: "i" and "u" join the vowel before them (noi-te),
except before "nh" and before an "l", "m", "n", "r" or "z" that ends the syllable (ra-i-nha, ju-iz,
a-in-da); before another vowel they are a syllable (di-a, pa-ci-en-te), except at the end of a word
that has its accent further ahead (his-tó-ria).
"""

import re

from plainlint.core.words import simplify_signs

_LETTERS = re.compile(r"[^\W\d_]+")
_PIECE = re.compile(r"\d+|[^\W\d_]+")
_VOWELS = "aeiouyáâàãéêíóôõúü"
# The "u" of "quente" and "água" is not a vowel of its own.
_GLIDE = re.compile(rf"(?<=[qg])[uü](?=[{_VOWELS}])")
_FINAL_GLIDE = re.compile(r"(?<=[áâéêíóôú])([^aeiouyáâàãéêíóôõúü]+)[iu](?=[aeo]s?$)")
_CLOSES = r"(?!nh|[lmnrz](?![aeiouyáâàãéêíóôõúüh]))"
_NUCLEUS = re.compile(
    rf"""
      [ãõ][eoiu]?                    # mão, põe
    | [aeoáâàéêíóôú][iuy]{_CLOSES}   # noi-te, céu
    | i[u]{_CLOSES} | u[i]{_CLOSES}  # viu, cui-dar
    | [{_VOWELS}]
    """,
    re.VERBOSE,
)
_LONGEST_ACRONYM = 3
_LETTER_NAMES = {
    **dict.fromkeys("fhjlmnrs", 2),  # efe, agá, jota, ele, eme, ene, erre, esse
    **dict.fromkeys("wy", 3),  # dáblio, ípsilon
}
_SMALL_WORDS = """
    zero um dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze
    dezesseis dezessete dezoito dezenove
"""
_TENS_WORDS = "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"
_HUNDREDS_WORDS = """
    cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos
"""
_SMALL, _TENS, _HUNDREDS = map(str.split, (_SMALL_WORDS, _TENS_WORDS, _HUNDREDS_WORDS))
_HUNDRED, _THOUSAND, _MILLION = 100, 1_000, 1_000_000


def count_syllables(word: str) -> int:
    """Return the number of syllables of a token read aloud; 0 without letter or digit.

    >>> [count_syllables(word) for word in ("coração", "saúde", "história", "água", "HIV", "12")]
    [3, 3, 3, 2, 4, 2]
    """
    plain = simplify_signs(word)
    count = sum(map(_count_piece, _PIECE.findall(plain)))
    return count + 3 * plain.count("%")


def _count_piece(piece: str) -> int:
    if piece.isdecimal():
        return sum(map(_count_word, _spell_out(int(piece))))
    is_spelled = piece.isupper() and len(piece) > 1
    if is_spelled and (len(piece) <= _LONGEST_ACRONYM or not set(_VOWELS) & set(piece.lower())):
        return sum(_LETTER_NAMES.get(letter, 1) for letter in piece.lower())
    return _count_word(piece.lower())


def _count_word(word: str) -> int:
    word = _FINAL_GLIDE.sub(r"\1", _GLIDE.sub("", word))
    return max(len(_NUCLEUS.findall(word)), 1)


def _spell_out(number: int) -> list[str]:
    """Return the words of a number; those of long ones digit by digit."""
    if number >= _MILLION:
        return [_SMALL[int(digit)] for digit in str(number)]
    if number >= _THOUSAND:
        thousands, rest = divmod(number, _THOUSAND)
        return [
            *(_spell_out(thousands) if thousands > 1 else ()),
            "mil",
            *(_spell_out(rest) if rest else ()),
        ]
    if number == _HUNDRED:
        return ["cem"]
    hundreds, rest = divmod(number, _HUNDRED)
    tens, ones = divmod(rest, 10)
    words = [_HUNDREDS[hundreds - 1]] if hundreds else []
    if rest >= len(_SMALL):
        words.append(_TENS[tens - 2])
        rest = ones
    if rest or not words:
        words.append(_SMALL[rest])
    return " e ".join(words).split()
