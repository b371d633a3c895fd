"""Long and hard sentences in Spanish: what counts, and what is named first."""

from plainlint import lint_text

HEAD = """---
language: es
audienceLevel: patient
---
# Su visita

"""
HARD, LONG = "readability/hard-sentence", "readability/long-sentence"


def find(body, rule, title="Su visita"):
    text = HEAD.replace("Su visita", title) + body + "\n"
    return [each for each in lint_text(text).diagnostics if each.rule == rule]


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


def test_a_list_of_names_is_no_sentence():
    names = "Insuficiencia renal crónica; Nefropatía hipertensiva; Glomerulonefritis crónica"
    assert not find(names, HARD)
    assert find(names.replace(";", ",") + " y nefroesclerosis hipertensiva.", HARD)


def test_a_long_sentence_is_told_where_to_split():
    first = "Tome la pastilla por la mañana con un vaso grande de agua fría y algo de comida"
    (finding,) = find(
        f"{first}, pero no la tome nunca con leche ni con jugo de naranja dulce.", LONG
    )
    assert "antes de 'pero no la'" in finding.help


def test_a_long_sentence_that_is_a_list_is_told_so():
    signs = (
        "fiebre alta, tos seca, mareo fuerte, dolor de cabeza, dolor de barriga, ganas de vomitar"
    )
    body = (
        f"Llame al médico de guardia si su hijo o su hija tiene {signs} o manchas rojas en la piel."
    )
    (finding,) = find(body, LONG)
    assert "lista con los 7 puntos" in finding.help


def test_a_long_sentence_with_nothing_to_name_has_general_advice():
    body = (
        "El médico de la tarde del hospital de su barrio le dará una hoja con el nombre de la "
        "medicina que tiene que comprar en la farmacia de su calle."
    )
    (finding,) = find(body, LONG)
    assert finding.help
    assert "{" not in finding.help


def test_words_of_the_topic_are_no_advice():
    sentence = (
        "La proliferación de células leucémicas condiciona la insuficiencia medular y la "
        "sintomatología hemorrágica."
    )
    (finding,) = find(sentence, HARD)
    assert "leucémicas" in finding.help
    (finding,) = find(sentence, HARD, title="La leucemia")
    assert "leucémicas" not in finding.help
