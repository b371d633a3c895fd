"""Long and hard sentences in Spanish: what counts, and what is named first."""

from plainlint import lint_text

HEAD = """---
language: es
audienceLevel: patient
---
# Su visita

"""
HARD, LONG = "readability/hard-sentence", "readability/long-sentence"


def find(body, rule):
    return [each for each in lint_text(HEAD + body + "\n").diagnostics if each.rule == rule]


def test_the_heaviest_words_are_named_before_plain_words_that_gain_little():
    body = (
        "El ajuste se efectúa tras cada modificación posológica en el contexto endocrinológico y "
        "bajo la monitorización bioquímica y ecográfica de la funcionalidad glandular."
    )
    (finding,) = find(body, HARD)
    assert "endocrinológico" in finding.help
    assert "efectúa" not in finding.help


def test_a_word_that_is_explained_there_is_not_named():
    body = (
        "La condrocalcinosis (cristales de calcio en las articulaciones) es una artropatía "
        "microcristalina de etiología idiopática o hereditaria."
    )
    (finding,) = find(body, HARD)
    assert "'condrocalcinosis'" not in finding.help


def test_a_form_to_fill_in_is_no_sentence():
    words = (
        "Yo, {}, con DNI {}, firmo que me han informado de la prueba, " + "que sé que puedo " * 9
    )
    body = words + "decir que no."
    assert find(body.format("Ana", "1"), LONG)
    assert not find(body.format("……………", "________"), LONG)
    assert not find("☐ Portador de desfibrilador o endoprótesis valvular intracardíaca.", HARD)


def test_what_somebody_said_counts_as_one_word():
    quotation = (
        "«" + "no vienen a tiempo porque no saben que es gratis y que es bueno, " * 2 + "no»"
    )
    assert not find(f"El médico dijo que {quotation} y que lo siente.", LONG)
    assert find(f"El médico dijo que {quotation[1:-1]} y que lo siente.", LONG)


def test_an_easy_sentence_may_be_a_little_longer():
    easy = "Si su hijo no come bien o no duerme bien y usted no sabe qué hacer, llame a su médico "
    assert not find(easy + "o vaya a la clínica con él hoy.", LONG)
    assert find(easy + "o vaya a la clínica con él hoy por la tarde antes de las seis.", LONG)


def test_the_official_title_of_a_study_is_a_name():
    words = "estudio aleatorizado y multicéntrico de la eficacia de los antivirales " * 4
    body = f"**Título {{}}:** {words}.\n\nAquí le decimos qué pasó."
    assert not lint_text(HEAD + body.format("científico")).diagnostics
    assert not find(body.format("oficial del estudio"), LONG)
    assert find(f"El título era malo: {words}.", LONG)


def test_an_acronym_that_the_title_spells_out_is_explained():
    head = HEAD.replace("language", "title: Prueba del {}\nlanguage")
    body = "La prueba del VPH se hace cada tres años.\n"
    rule = "jargon/unexplained-term"
    for name, is_found in (("VPH", True), ("virus del papiloma humano (VPH)", False)):
        found = lint_text(head.format(name) + body).diagnostics
        assert any(each.rule == rule for each in found) is is_found
