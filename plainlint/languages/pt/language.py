"""Portuguese: what is there."""

from plainlint.languages.base import GradeScale, Language
from plainlint.languages.pt.formulas import FORMULAS
from plainlint.languages.pt.syllables import count_syllables

LANGUAGE = Language(
    code="pt",
    name="Portuguese",
    count_syllables=count_syllables,
    formulas=FORMULAS,
    grade=GradeScale(
        formulas=("flesch_martins",),
        is_ease=True,
        name="Flesch",
        note="Portuguese: Flesch's reading ease by Martins and others; 100 is very easy.",
    ),
)
