"""What is scored, what is excluded, and why."""

import pytest

from plainlint.document.model import BlockKind, ExclusionReason
from plainlint.document.readers import parse
from tests.helpers.spans import mark, unmark

NOTES = "\n\n[^1]: x\n\n[one]: /one\n"


BLOCKS = {
    ExclusionReason.HEADING: (
        ["# Call us if you have a fever.", "Call us if you have a fever.\n---"],
        ["#Call us if you have a fever."],
    ),
    ExclusionReason.CODE: (
        ["```\nCall us if you have a fever.\n```", "    Call us if you have a fever."],
        ["   Call us if you have a fever.", "Call us.\n    Have a fever."],
    ),
    ExclusionReason.NO_TEXT: (
        ["![Call us if you have a fever.](p.png)", "`x = 1.`", "[Read more](/x)", "<!-- Call us. -->", "<div>", "&nbsp;"],
        ["Call us if you have a fever. ![x](p.png)", "<p>Call us now.</p>"],
    ),
    ExclusionReason.REFERENCES: (
        ["# References\n\nCall us if you have a fever.", "## Further reading\n\n1. Call us now. Please."],
        ["# References\n\n# More\n\nCall us.", "# References for you\n\nCall us."],
    ),
    ExclusionReason.CITATION: (
        ["Smith A, et al. Nausea after surgery in adults. Lancet. 2019.", "A study of pain. PMID: 12345.",
         "A study of pain. doi: 10.1000/x.", "Ng P. A study of pain. Blood 2011;2(1):7."],
        ["Smith et al. showed that nausea was rare in adults in 2019.", "Your doctor may say PMID. Ask what it is."],
    ),
    ExclusionReason.CREDIT: (
        ["Photo credit: The nurse of our hospital.", "Source: City Hospital.", "Courtesy of: The city."],
        ["Photos help you to see it.", "The source: a germ in the water."],
    ),
    ExclusionReason.NAVIGATION: (
        ["Enlarge", "Back to top", "Go to Health Professional Version »", "Email",
         "On this page:", "[Home](/) | [News](/n)", "[What is cancer](/c)",
         "[Home](/) > [Your health](/h) > [Food and drink](/f) > What to eat before an operation",
         "[Services](/) / [Heart and blood vessels](/h) / A pulse that is too fast or not regular"],
        ["Go to the hospital right away if you have chest pain.", "Go to the hospital if:", "Go to bed early!", "Email us today.",
         "[Call us now.](/x)", "Read more about pain in this leaflet.",
         "Open Settings > Sounds > [Alarm](/a) and turn the sound on before you go to bed.", "Share what you learn."],
    ),
    ExclusionReason.LABEL: (
        ["Two short words", "By the nurse"],
        ["Two short words.", "A long line that has no full stop but many words"],
    ),
    ExclusionReason.FRAGMENT: (
        ["- a dry mouth", "- dry mouth and a sore throat.", "- Pain.", "| A dry mouth |\n|-|",
         "a[^1].\n\n[^1]: A dry mouth"],
        ["- Call us if you have a fever.", "| Call us if it hurts. |\n|-|", "> Call us."],
    ),
}  # fmt: skip
EXCLUDED = [(reason, text) for reason, (texts, _) in BLOCKS.items() for text in texts]
SCORED = [text for _, texts in BLOCKS.values() for text in texts]


# Below a page's declared language; the last block is judged.
IN_SPANISH = {
    ExclusionReason.REFERENCES: [
        "# Bibliografía\n\nLea esto si tiene fiebre.",
        "# Cuidados\n\n## Fuentes consultadas\n\n1. Engels EA: Thymoma. J Oncol 5: S26, 2010. [PUBMED Abstract]",
        "# Referencias bibliográficas:\n\n## Libros\n\nEl libro de la salud es de 2010.",
    ],
    ExclusionReason.CITATION: [
        "Ministerio de Sanidad. Guía de la gripe. Disponible en: https://sanidad.example/g",
        "Pérez A. La gripe en casa [Internet]. Madrid; 2019.",
        "Título oficial del estudio: Ensayo de fase III sobre la gripe en adultos.",
    ],
    ExclusionReason.CREDIT: [
        "Foto: una enfermera del hospital de la ciudad.",
        "Crédito de la imagen: el hospital de la ciudad.",
        "Fuente: el hospital de la ciudad.",
        "**Escrito por** el equipo del hospital. Son médicos y enfermeras de la ciudad.",
        "Versión en español revisada por: el servicio de salud",
        "© Hospital de la Villa. Todos los derechos reservados. No se responde de errores.",
        "ABC es una marca registrada. Lo que dice ABC no se puede vender.",
        "Este texto se puede copiar libremente, pero hay que decir de dónde es.",
        "En caso de reproducción total del folleto, cite al Hospital de la Villa.",
        "Revisión médica: María Pérez Gil, médica de familia",
    ],
    ExclusionReason.NAVIGATION: ["Volver arriba", "Ver más »", "En esta página:", "Imprimir"],
    None: [
        "# Bibliografía\n\n# Cuidados\n\nLlame si tiene fiebre.",
        "# Fuentes de hierro\n\nComa lentejas y carne.",
        "Las fuentes: la carne y las lentejas.",
        "Escrito por una paciente, el libro habla de la vida en casa.",
        "El médico se puede equivocar y usted puede copiar sus notas.",
        "La reproducción asistida ayuda a tener hijos.",
        "Volver al trabajo: puede hacerlo a los tres días.",
        "El folleto está disponible en español.",
        "Imprima esta hoja.",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("reason", "text"), [(reason, text) for reason, texts in IN_SPANISH.items() for text in texts]
)
def test_a_block_of_a_spanish_page_is_excluded_by_spanish_words(reason, text):
    document = parse(f"---\nlanguage: es\n---\n\n{text}")
    assert document.blocks[-1].exclusion_reason is reason


def test_every_reason_has_its_examples():
    # Lists are joined only if the configuration says so; test_list_joining.py has examples.
    # Another language shows only beside other blocks; engine/test_languages.py and
    # document/test_mixed_languages.py have examples.
    elsewhere = {
        ExclusionReason.JOINED, ExclusionReason.LANGUAGE, ExclusionReason.OTHER_LANGUAGE,
    }  # fmt: skip
    assert set(BLOCKS) == set(ExclusionReason) - elsewhere


@pytest.mark.parametrize(("reason", "text"), EXCLUDED)
def test_a_block_is_excluded_for_its_reason(reason, text):
    document = parse(text)
    assert reason in [block.exclusion_reason for block in document.blocks]
    assert not [s for block in document.blocks if block.exclusion_reason for s in block.sentences]
    assert document.sentences == () or reason is ExclusionReason.FRAGMENT


@pytest.mark.parametrize("text", SCORED)
def test_a_block_that_only_looks_excluded_is_scored(text):
    last = parse(text).blocks[-1]
    assert last.exclusion_reason is None
    assert last.sentences


PARTS = {
    "citation mark": (
        ["It hurts«[1]» a lot« [2, 3]» at night« [4–6]».", "It hurts.«[12]» Call us.",
         "It helps most men« (PMID: 1234567)». Ask us.", "It helps« (see doi:10.1016/S01(05)1)» a lot."],
        ["It hurts [a lot] at night [2019] for [you 2].", "Take \\[two\\] pills.",
         "Your card has a PMID (a number) on it."],
    ),
    "web or e-mail address": (
        ["See «https://x.org/a_b?c=d» or «www.x.org».", "Mail «me.too@mail.x.org», please.",
         "See <«https://x.org»> now.", "See [«www.x.org»](/u) now.",
         "See «clinic.org» or «my-ward.co.uk/a_b?c=d», please.", "Read «Ward.gov/beds» now."],
        ["See Cancer.Net now.", "Take 5.0 mg, e.g.and so on.", "Ask Dr.Lee now.", "It hurts.in bed.",
         "Open bed.txt, node.js and a.docx.", "Mail it @ home.", "The www is big.", "See [the site](https://x.org) now."],
    ),
    "phone number": (
        ["Call «555-123-4567» or «(555) 123-4567» or «+1-555-123-4567».", "Call «1-800-422-6237» now.",
         "Call «+44 (0)20 7946 0123» or «0800 2222».", "Call «(03) 9123 4567» or «1300 234 567» now.",
         "Call «+49 30 9876543», «01 23 45 67 89» or «555-123-4567 ext. 12»."],
        ["Take 5-10 pills in 2019-2020.", "The code is 555-1234 for you.", "Give 100-200 mg now.",
         "We met on 01 02 2024 or 01-02-2024.", "Open 0800-1700, p = 0.0012 to 0.0345.",
         "It costs 12 345 678 pounds."],
    ),
    "link target": (
        ["We saw [a long\n\nlink that ends here«](https://x.org/a)» for you."],
        ["See the end](of it) here.", "See [a link](https://x.org) here."],
    ),
    "navigation": (
        ["Your lungs. [«Enlarge»](p.png)", "[«Enlarge»](p.png)Your lungs are here.",
         "It hurts. [«Read more»](/a) | [«Share»](/b)"],
        ["Please [email](/e) us or [print](/p) this.", "If it hurts, [go to the hospital](/h).",
         "[Print](/p) this page now.", "Then [share](/s), please."],
    ),
    "code": (
        ["Press «`Enter`» and «`` a`b ``» now.", "> Press «`a\n> b`» now."],
        ["Press \\`Enter\\` now.", "It`s here now."],
    ),
    "image text": (
        ["See «![the lung](p.png 'T')» here now.", "See [«![x](y)»](z) now.", "See «![x][one]» now." + NOTES],
        ["See \\![the lung](p.png) here.", "See ! [the lung](p.png) here."],
    ),
    "footnote mark": (
        ["It hurts«[^1]» a lot.«[^1]»" + NOTES],
        ["It hurts [^none] a lot."],
    ),
    "HTML comment": (
        ["It hurts «<!-- not *this* -->» a lot.", "<p>It hurts «<!-- a\nb -->» a lot.</p>"],
        ["It hurts <b>this</b> much.", "It hurts \\<!-- this --> much."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("reason", "marked"), [(reason, text) for reason, (texts, _) in PARTS.items() for text in texts]
)
def test_a_part_is_excluded_for_its_reason(reason, marked):
    text, spans = unmark(marked)
    document = parse(text)
    assert mark(text, [excluded.span for excluded in document.excluded_texts]) == marked
    assert {excluded.reason for excluded in document.excluded_texts} == {reason}
    scored = " ".join(sentence.text for sentence in document.sentences)
    assert all(text[span.start : span.end].strip() not in scored for span in spans)


@pytest.mark.parametrize("text", [text for _, texts in PARTS.values() for text in texts])
def test_a_part_that_only_looks_excluded_is_scored(text):
    document = parse(text)
    assert document.excluded_texts == ()
    (sentence,) = document.sentences
    assert document.source.slice(sentence.span) == text


def test_front_matter_is_never_scored():
    document = parse("---\ntitle: Call us if you have a fever.\n---\nRest well.\n")
    assert [sentence.text for sentence in document.sentences] == ["Rest well."]
    assert document.source.slice(document.front_matter.span).startswith("---\ntitle")


def test_words_around_an_excluded_part_keep_their_spans():
    marked = "«Rest»[1] «well»[2,3]. «Call» 555-123-4567, *«please»* `x` «now»."
    text, _ = unmark(marked)
    spans = [word.span for sentence in parse(text).sentences for word in sentence.words]
    assert mark(text, spans) == marked


def test_links_shift_with_the_remaining_text():
    (block,) = parse("Rest [1] and [call us](/c) [2], [see](/s) www.x.org.").blocks
    assert [block.text[link.start : link.end] for link in block.links] == ["call us", "see"]


def test_fragments_and_labels_belong_to_the_text_but_code_does_not():
    blocks = parse("Two words\n\n- a dry mouth\n\n# Title\n\n```\nx\n```").blocks
    assert [block.is_running_text for block in blocks] == [True, True, False, False]


def test_sentences_follow_the_language_of_the_front_matter():
    text = "---\nlanguage: de\n---\nNehmen Sie z. B. Wasser. Dann ruhen Sie sich aus."
    assert len(parse(text).sentences) == 2


def test_a_document_lists_its_parts_in_reading_order():
    document = parse("# Title\n\nOne is here. Two is [here](/a).\n\n> Three is here.\n\n- [b](/c)")
    assert [sentence.text for sentence in document.sentences] == [
        "One is here.",
        "Two is here.",
        "Three is here.",
    ]
    assert [link.href for link in document.links] == ["/a", "/c"]
    assert [block.text for block in document.headings] == ["Title"]
    assert [block.kind for block in document.blocks][-1] is BlockKind.LIST_ITEM
