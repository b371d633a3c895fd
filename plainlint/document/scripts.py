"""Recognise the language of a text by its script, if that is not Latin."""

import re
from operator import itemgetter
from typing import NamedTuple


class _Variant(NamedTuple):
    """A language that shares a script, and the signs that only it has.

    Attributes:
        language: its code.
        signs: a pattern of the signs, or of words.
        share: the least share of them among the signs of the script. A few may be in a name.
        absent: a pattern of signs that a text of this language does not have.
    """

    language: str
    signs: str
    share: float = 0.01
    absent: str = ""


class _Script(NamedTuple):
    """A script, and the languages written in it.

    Attributes:
        signs: its signs, as ranges of a regular expression.
        language: the language of a text that has no signs of a variant.
        weight: how many Latin letters one sign is worth.
        variants: further languages; the first that fits is taken.
    """

    signs: str
    language: str
    weight: int = 1
    variants: tuple[_Variant, ...] = ()


_SCRIPTS = (
    _Script(
        r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff",
        "zh",
        weight=3,
        variants=(_Variant("ja", r"[\u3041-\u3096\u30a1-\u30fa]+", 0.1),),
    ),
    _Script(r"\uac00-\ud7af\u1100-\u11ff", "ko", weight=3),
    _Script(
        r"\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
        "ar",
        variants=(
            _Variant("ckb", "[ەێۆڕڵ]", 0.05),
            _Variant("ps", "[ښېځڅډړ]", 0.02),
            _Variant("ur", "[ٹڈڑںے]", 0.02),
            _Variant("fa", "[پچژگکی]", 0.03),
        ),
    ),
    _Script(
        r"\u0400-\u052f",
        "ru",
        variants=(
            _Variant("kk", "[әғқңұһ]", 0.02),
            _Variant("mn", "[өү]", 0.02),
            _Variant("mk", "[ѓќѕ]", 0.002, absent="[ђћ]"),
            _Variant("sr", "[ђћјљњџ]", 0.008),
            _Variant("be", "[ўі]", absent="[иїє]"),
            _Variant("uk", "[єіїґ]", absent="[ыэёъ]"),
            _Variant("uk", "ння|що", 0.015, absent="[ыэё]"),
            _Variant("bg", "ъ", 0.005, absent="[ыэё]"),
        ),
    ),
    _Script(r"\u0370-\u03ff\u1f00-\u1fff", "el"),
    _Script(r"\u0590-\u05ff", "he", variants=(_Variant("yi", "[ײױװ\u05b7\u05b8]", 0.02),)),
    _Script(r"\u0e00-\u0e7f", "th", weight=2),
    _Script(
        r"\u0900-\u097f",
        "hi",
        variants=(_Variant("mr", "ळ|च्या|साठी|आह|ण्या"), _Variant("ne", "छ|गर्न|लाई|हुन्")),
    ),
    _Script(r"\u0980-\u09ff", "bn"),
    _Script(r"\u0a00-\u0a7f", "pa"),
    _Script(r"\u0a80-\u0aff", "gu"),
    _Script(r"\u0b00-\u0b7f", "or"),
    _Script(r"\u0b80-\u0bff", "ta"),
    _Script(r"\u0c00-\u0c7f", "te"),
    _Script(r"\u0c80-\u0cff", "kn"),
    _Script(r"\u0d00-\u0d7f", "ml"),
    _Script(r"\u0d80-\u0dff", "si"),
    _Script(r"\u0e80-\u0eff", "lo", weight=2),
    _Script(r"\u1000-\u109f", "my", weight=2),
    _Script(r"\u10a0-\u10ff", "ka"),
    _Script(r"\u0530-\u058f", "hy"),
    _Script(r"\u1200-\u137f", "am", weight=2),
    _Script(r"\u1780-\u17ff", "km", weight=2),
)
_SIGNS = re.compile(f"[{''.join(script.signs for script in _SCRIPTS)}]+")
_LETTERS = re.compile(r"[^\W\d_]+")
# With fewer letters the signs may be those of a formula.
_FEWEST_LETTERS = 8
# Words of Latin letters among signs of another script are names and commands, unless there is
# English with them. So many of them need more signs than a name has.
_BONUS = 4
_LONGER_THAN_NAMES = 24


def has_scripts(text: str) -> bool:
    """Check whether a text has a sign of a script that is not Latin."""
    return not text.isascii() and bool(_SIGNS.search(text))


def recognise_script(text: str, *, has_english: bool) -> str:
    """Return the language of a text mostly of signs of one script that is not Latin.

    Args:
        text: the text.
        has_english: whether English words are in it.
    """
    signs = "".join(_SIGNS.findall(text))
    counts = [(_count_signs(f"[{script.signs}]+", signs), script) for script in _SCRIPTS]
    number, script = max(counts, key=itemgetter(0))
    weight = script.weight * number
    letters = sum(map(len, _LETTERS.findall(_SIGNS.sub("", text))))
    if weight < _FEWEST_LETTERS:
        return ""
    if weight <= letters and (
        has_english or weight < _LONGER_THAN_NAMES or _BONUS * weight <= letters
    ):
        return ""
    signs = signs.lower()
    for variant in script.variants:
        if _count_signs(variant.signs, signs) >= max(1, variant.share * number) and not (
            variant.absent and re.search(variant.absent, signs)
        ):
            return variant.language
    return script.language


def _count_signs(pattern: str, signs: str) -> int:
    return sum(map(len, re.findall(pattern, signs)))
