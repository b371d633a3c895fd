"""Documents with paragraphs in another language: « » surround what is not scored."""

import re

import pytest

from plainlint.core.source import Source
from plainlint.document.model import ExclusionReason
from plainlint.document.readers import parse_source

SPANISH = "Lávese las manos con agua y jabón antes de comer y después de ir al baño."
ENGLISH = "Wash your hands with soap and water before you eat and when you come home from work."
FRENCH = "Lavez vos mains avec de l'eau et du savon avant de manger et quand vous êtes de retour chez vous."
GERMAN = "Waschen Sie sich die Hände mit Wasser und Seife, bevor Sie essen und wenn Sie nach Hause kommen."
# Relatives share half of their function words.
RELATIVES = {
    "es": "Antes de salir de casa, tome la pastilla con agua y no coma nada hasta que pase una hora.",
    "pt": "Antes de sair de casa, tome o comprimido com água e não coma nada até passar uma hora.",
    "ca": "Abans de sortir de casa, prengui la pastilla amb aigua i no mengi res fins que passi una hora.",
    "it": "Prima di uscire di casa, prenda la pastiglia con acqua e non mangi niente per un'ora.",
}


@pytest.mark.parametrize("language", RELATIVES)
@pytest.mark.parametrize("other", RELATIVES)
def test_a_paragraph_in_a_related_language_is_not_scored(language, other):
    text = f"{RELATIVES[language]}\n\n{RELATIVES[other]}\n"
    document = parse_source(Source(f"---\nlanguage: {language}\n---\n\n{text}"))
    assert document.blocks[-1].language == ("" if other == language else other)


@pytest.mark.parametrize(
    "blocks",
    [
        [SPANISH, f"«{ENGLISH}»", SPANISH],
        [SPANISH, SPANISH, f"«{FRENCH}»", f"«{GERMAN}»"],
        # A title, a name and a few words are a part of the text around them.
        [SPANISH, "Vea «Living with cancer: a guide for you and your family» en inglés.", SPANISH],
        [SPANISH, "The New England Journal of Medicine.", SPANISH],
        [
            SPANISH,
            "El programa se llama Quit for Life y lo dirige the American Cancer Society.",
            SPANISH,
        ],
        # Spanish that looks like its neighbours.
        [SPANISH, "La dosis se toma de una a dos horas antes de la comida o la cena.", SPANISH],
    ],
)
def test_a_paragraph_in_another_language_is_not_scored(blocks):
    marked = [block for block in blocks if block.startswith("«")]
    text = "\n\n".join(re.sub("^«|»$", "", block) for block in blocks)
    document = parse_source(Source(f"---\nlanguage: es\n---\n\n{text}\n"))
    reason = ExclusionReason.OTHER_LANGUAGE
    others = [block.text for block in document.blocks if block.exclusion_reason is reason]
    assert others == [block.strip("«»") for block in marked]


def test_the_reason_names_the_language():
    document = parse_source(Source(f"{SPANISH}\n\n{SPANISH}\n\n{ENGLISH}\n"))
    *_, last = document.blocks
    assert (document.language, last.language) == ("es", "en")
    assert last.exclusion_text == "in another language than the document: en"


def test_markup_says_the_language_of_a_short_block():
    page = f'<html lang="es"><body><p>{SPANISH}</p><p lang="en">Call us.</p></body></html>'
    first, second = parse_source(Source(page, "p.html", format="html")).blocks
    assert (first.language, second.language) == ("", "en")


def test_findings_of_another_language_are_not_mixed_in():
    text = f"---\nlanguage: fr\n---\n\nLe médecin vous voit.\n\n{ENGLISH}\n"
    _, second = parse_source(Source(text)).blocks
    assert second.sentences == ()
