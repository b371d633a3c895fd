"""Spanish inflection: the forms of hard words, each with its plain word in the same form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.languages.es.accents import add_pronoun
from plainlint.languages.es.agreement import (
    fit_article,
    inflect_adjective,
    is_feminine,
    make_phrase_plural,
)
from plainlint.languages.es.conjugation import inflect_verb
from plainlint.languages.es.plain_forms import (
    fit_noun,
    fits_adjective,
    fits_noun,
    fits_verb,
    pair_forms,
    show_noun,
    show_verb,
)


@pytest.mark.parametrize(
    ("verb", "form", "word"),
    [
        ("dar", "pret.3s", "dio"),
        ("tener", "pres.1s", "tengo"),
        ("hacer", "pret.3s", "hizo"),
        ("empezar", "subj.3s", "empiece"),
        ("dormir", "ger", "durmiendo"),
        ("reducir", "pret.3p", "redujeron"),
        ("disminuir", "pres.3s", "disminuye"),
        ("evaluar", "pres.3s", "evalúa"),
        ("enviar", "pres.3p", "envían"),
        ("evacuar", "pres.3s", "evacua"),
        ("aliviar", "pres.3s", "alivia"),
        ("ingerir", "pret.3s", "ingirió"),
        ("prevenir", "fut.3s", "prevendrá"),
        ("llegar", "pret.1s", "llegué"),
        ("seguir", "pres.1s", "sigo"),
        ("proteger", "subj.3s", "proteja"),
        ("extraer", "part.f", "extraída"),
        ("cubrir", "part.mp", "cubiertos"),
        ("tomar", "ra.1p", "tomáramos"),
        ("presentar", "pres.3s", "presenta"),
        ("compensar", "subj.3s", "compense"),
        ("prorrogar", "subj.3s", "prorrogue"),
        ("conferir", "pres.3s", "confiere"),
        ("acrecentar", "pres.3s", "acrecienta"),
        ("rehusar", "pres.3s", "rehúsa"),
        ("aunar", "subj.3p", "aúnen"),
        ("prohibir", "subj.3s", "prohíba"),
        ("prohibir", "pret.3p", "prohibieron"),
        ("reunir", "ger", "reuniendo"),
        ("desayunar", "pres.3s", "desayuna"),
    ],
)
def test_forms_of_verbs(verb, form, word):
    assert inflect_verb(verb)[form] == word


@given(st.from_regex(r"[bdfglmnprst][aeiou][bdfglmnprst]{1,2}[aei]r", fullmatch=True))
def test_every_verb_has_all_forms(verb):
    assert inflect_verb(verb).keys() == inflect_verb("tomar").keys()
    assert all(inflect_verb(verb).values())


@pytest.mark.parametrize(
    ("word", "pronoun", "joined"),
    [
        ("dar", "le", "darle"),
        ("dé", "le", "dele"),
        ("administre", "lo", "adminístrelo"),
        ("tomando", "la", "tomándola"),
        ("tomen", "se", "tómense"),
    ],
)
def test_a_pronoun_behind_a_verb_moves_no_stress(word, pronoun, joined):
    assert add_pronoun(word, pronoun) == joined


@pytest.mark.parametrize(
    ("phrase", "plural"),
    [
        ("intervención quirúrgica", "intervenciones quirúrgicas"),
        ("dolor de cabeza", "dolores de cabeza"),
        ("recién nacido", "recién nacidos"),
        ("gasa o parche para la herida", "gasas o parches para la herida"),
        ("examen", "exámenes"),
        ("régimen", "regímenes"),
        ("dosis", "dosis"),
        ("vez", "veces"),
        ("país", "países"),
    ],
)
def test_plurals(phrase, plural):
    assert make_phrase_plural(phrase) == plural


def test_gender_and_articles():
    assert is_feminine("cefalea")
    assert not is_feminine("síntoma")
    assert fit_article("la", "dolor de cabeza") == "el"
    assert fit_article("Del", "operación") == "De la"
    assert fit_article("la", "agua") == "el"
    assert inflect_adjective("hepático") == ("hepático", "hepática", "hepáticos", "hepáticas")
    for phrase in ("del hígado", "después de la operación", "debajo de la piel", "fuera de plazo"):
        assert inflect_adjective(phrase) == (phrase,) * 4


def test_each_form_has_the_plain_word_in_the_same_form():
    verbs = dict(pair_forms("verb", "extraer", "sacar", ""))
    assert verbs["extrajo"] == "sacó"
    assert verbs["extraídas"] == "sacadas"
    assert verbs["extráigalo"] == "sáquelo"
    nouns = dict(pair_forms("noun", "cefalea", "dolor de cabeza", ""))
    assert nouns["cefaleas"] == "dolores de cabeza"
    assert dict(pair_forms("verb", "abstenerse", "no hacer nada", "")) == {
        "abstenerse": "no hacer nada"
    }


def test_a_verb_without_an_object_has_no_participle():
    for hard, plain in (("otorgar", "dar"), ("requerir", "necesitar"), ("padecer", "tener")):
        forms = dict(pair_forms("verb", hard, plain, ""))
        assert not {form for form in forms if form.endswith(("ado", "ada", "ido", "ida"))}


def test_a_verb_may_need_the_person_who_is_given_something():
    forms = dict(pair_forms("verb", "le administrar", "dar", ""))
    assert forms["le administrarán"] == "le darán"
    assert forms["les administre"] == "les dé"
    assert forms["administrarle"] == "darle"
    assert forms["le han administrado"] == "le han dado"
    assert not {"administrar", "administrarse", "administrado", "se administra"} & forms.keys()


def test_a_verb_may_need_se():
    forms = dict(pair_forms("verb", "se evidenciar", "ver", ""))
    assert forms["se evidencian"] == "se ven"
    assert forms["se evidencia"] == "se ve"
    assert forms["evidenciarse"] == "verse"
    assert forms["se ha evidenciado"] == "se ha visto"
    assert not {"evidencia", "evidencian", "evidenciar", "le evidencia"} & forms.keys()
    assert dict(pair_forms("verb", "se rehusar a", "negar a", ""))["rehusarse a"] == "negarse a"


@pytest.mark.parametrize(
    ("plain", "before", "after"),
    [
        ("del hígado", "Tiene una lesión ", "."),
        ("del riñón", "Una enfermedad ", " de nacimiento"),
        ("que no duele", "Es una prueba ", ", pero larga"),
        ("con fiebre", "En un niño ", " y con tos"),
        ("de nacimiento", "Una anomalía ", " del corazón"),
        ("poco frecuente", "Es ", "."),
        ("grave", "Es una ", " enfermedad"),
    ],
)
def test_a_phrase_stands_for_an_adjective_behind_its_noun(plain, before, after):
    assert fits_adjective(plain, before, after) is (not after.startswith(" y"))


@pytest.mark.parametrize(
    ("plain", "before", "after"),
    [
        ("de la nariz", "Un aerosol ", "."),
        ("del riñón", "La pelvis ", "."),
        ("del riñón", "La función ", " relativa"),
        ("que no hace daño", "La prueba es ", "."),
        ("que no hace daño", "", "."),
        ("que funciona", "Es muy ", "."),
        ("sin fiebre", "Si está ", ", váyase"),
        ("poco frecuente", "Mucho más ", "."),
        ("del corazón", "Una enfermedad ", " y pulmonar"),
    ],
)
def test_a_phrase_does_not_stand_for_an_adjective_elsewhere(plain, before, after):
    assert not fits_adjective(plain, before, after)


@pytest.mark.parametrize(
    ("hard", "before", "after"),
    [
        ("prescribe", "La deuda ", " en cuatro años."),
        ("prescriben", "Las acciones ", " pronto."),
        ("remite", "Si la fiebre no ", ", llame."),
        ("remitir", "Los síntomas suelen ", " solos."),
        ("expectora", "Si ", " sangre, llame."),
        ("supura", "La herida ", " un líquido claro."),
        ("deambular", "Una persona con demencia puede ", " de noche."),
        ("excretan", "Los niños ", " el virus varios días."),
        ("desestime", "No ", " los síntomas leves."),
        ("reintegró", "El niño se ", " a la escuela."),
        ("sufragar", "Vaya a ", " con su urna."),
        ("le administra", "Si ", " una vacuna, espere."),
        ("visualice", "Respire y ", " un lugar tranquilo."),
    ],
)
def test_a_verb_in_another_sense_has_no_plain_word(hard, before, after):
    assert not fits_verb(hard, before, after)
    assert fits_verb(hard, "Su médico le ", " otra cosa. " + before + hard + after)


def test_an_adjective_behind_a_noun_of_another_gender_is_left_to_a_person():
    assert fit_noun("cefalea", "dolor de cabeza", "Tiene una ", " y fiebre.") == ("una", "un", True)
    assert fit_noun("cefalea", "dolor de cabeza", "Tiene una ", " intensa.") == (
        "una",
        "un",
        False,
    )


def test_a_noun_that_looks_like_a_verb_is_none():
    assert fits_verb("consume", "Usted ")
    assert fits_verb("consumir", "sin ")
    assert not fits_verb("consumo", "Evite el ")
    assert not fits_verb("ocasiones", "en ")


@pytest.mark.parametrize(
    ("hard", "before", "after"),
    [
        ("ocasiones", "En contadas ", " pasa."),
        ("inicio", "", " de la dieta"),
        ("consumo", "Menos ", " de sal"),
        ("cese", "", " del tabaco"),
    ],
)
def test_a_form_that_may_be_a_noun_is_no_verb_without_a_word_before_verbs(hard, before, after):
    assert not fits_verb(hard, before, after)


@pytest.mark.parametrize(
    ("hard", "before", "after"),
    [
        ("solicito", "Yo ", " la cita."),
        ("padezco", "No ", " asma."),
        ("inicies", "Espera a que ", " la dieta."),
        ("padece", "Usted ", " de asma."),
    ],
)
def test_a_form_behind_a_word_before_verbs_is_a_verb(hard, before, after):
    assert fits_verb(hard, before, after) is (hard != "padece")


@pytest.mark.parametrize(
    ("hard", "plain", "before", "after", "shown"),
    [
        ("utilización", "uso", "Firmo la ", " de", "el uso"),
        ("cefalea", "dolor de cabeza", "Es una ", " fuerte", "un dolor de cabeza"),
        ("fármaco", "medicina", "El uso del ", " nuevo", "la medicina"),
        ("cefaleas", "dolores de cabeza", "Dichas ", ".", "los dolores de cabeza"),
        ("diaforesis", "sudor", "Tiene ", " nocturna", "el sudor"),
        ("fármaco", "medicina", "Un buen ", " nuevo", "la medicina"),
        ("prurito", "picazón", "Tiene ", " y fiebre", "picazón"),
        ("prurito", "picazón", "Crema para ", ".", "picazón"),
        ("hemorragia", "pérdida de sangre", "Una ", ".", "pérdida de sangre"),
        ("fármacos", "medicinas", "Toma 3 ", " caros", "medicinas"),
        ("gestantes", "embarazadas", "De cada 10 ", " tienen anemia", "embarazadas"),
        ("hipoglucemia", "azúcar baja", "Un jugo, por si le da ", ".", "azúcar baja"),
        ("prurito", "picazón", "A veces me entra ", " de noche", "picazón"),
        ("prurito", "picazón", "Si se nota ", ", llame", "picazón"),
        ("prurito", "picazón", "Calma dicho ", ".", "la picazón"),
    ],
)
def test_a_plain_noun_of_another_gender_has_its_article_where_words_agree(
    hard, plain, before, after, shown
):
    assert show_noun(hard, plain, before, after) == shown


def test_behind_a_word_of_degree_the_adjective_agrees():
    assert inflect_adjective("muy necesario") == (
        "muy necesario",
        "muy necesaria",
        "muy necesarios",
        "muy necesarias",
    )


def test_the_verb_of_a_clause_agrees_with_many():
    forms = dict(pair_forms("adjective", "incipiente", "que empieza", ""))
    assert forms == {"incipiente": "que empieza", "incipientes": "que empiezan"}
    assert (
        dict(pair_forms("adjective", "inocuo", "que no hace daño", ""))["inocuas"]
        == "que no hacen daño"
    )


@pytest.mark.parametrize(
    ("hard", "before", "after"),
    [
        ("acontecer", "El diario ", " de la clínica."),
        ("sutura", "", " meniscal"),
        ("pesquisa", "La ", " neonatal se hace en el talón."),
    ],
)
def test_a_verb_that_is_a_noun_has_no_plain_word(hard, before, after):
    assert not fits_verb(hard, before, after)


@pytest.mark.parametrize(
    ("plain", "before", "after", "shown"),
    [
        ("va", "", " si tienes fiebre.", "ve"),
        ("va", "Descansa. ", " al hospital.", "ir"),
        ("hace", "¡", " tu cita!", "haz"),
        ("pone la vacuna", "", " a tu bebé.", "pon la vacuna"),
        ("va", "Ella ", " si tienes fiebre.", "va"),
        ("toma", "", " si tienes fiebre.", "toma"),
    ],
)
def test_a_command_to_an_intimate_you_has_a_form_of_its_own(plain, before, after, shown):
    assert show_verb(plain, before, after) == shown


@pytest.mark.parametrize(
    "after", [" y ocular.", " o nasal.", ", ocular y nasal.", " y fiebre.", ", tos y fiebre."]
)
def test_a_noun_with_two_adjectives_stays(after):
    assert fits_noun("erupción cutánea", "sarpullido", "Tiene ", after) is ("fiebre" in after)


def test_a_noun_that_ends_as_a_participle_is_none():
    assert not fits_verb("requisito", "El ", " es claro.")
    assert fits_verb("prescrito", "Lo ", " por su médico.")


@pytest.mark.parametrize(
    ("hard", "before", "after"),
    [
        ("disponer de", "Para ", " una cama."),
        ("sangrar profusamente", "Empezó a ", "."),
        ("se evidencia", "No ", " fiebre."),
    ],
)
def test_the_first_word_of_a_phrase_is_the_verb(hard, before, after):
    assert fits_verb(hard, before, after)


@pytest.mark.parametrize(
    ("hard", "plain", "before", "after"),
    [
        # An adjective would belong to the last word of the phrase, or to the other gender.
        ("absceso", "bolsa de pus", "Un ", " perianal."),
        ("antihistamínico", "medicamento para la alergia", "Tome un ", " oral."),
        ("dolor lumbar", "dolor en la parte baja de la espalda", "El ", " agudo pasa."),
        ("diaforesis", "sudor", "Tiene ", " nocturna."),
        ("tumoración", "bulto", "La ", " puede ser benigna."),
        ("neoplasias", "tumores", "Segundas ", "."),
        ("miembros superiores", "brazos", "Los ", " e inferiores."),
        ("disfagia", "dificultad para tragar", "Tiene ", " orofaríngea."),
        # The article or the adjective is of the other number.
        ("onicomicosis", "hongos en las uñas", "La ", " tarda en curar."),
        ("equimosis", "moretón", "Las ", " pasan."),
        ("oliguria", "poca orina", "La ", " es grave."),
        ("midriasis", "pupilas muy abiertas", "Una ", " bilateral."),
        # Names of departments and documents.
        ("dolor torácico", "dolor en el pecho", "La unidad de ", "."),
        ("defunción", "muerte", "El certificado de ", "."),
        ("decesos", "muertes", "Un seguro de ", "."),
        ("dificultad respiratoria", "dificultad para respirar", "El síndrome de ", "."),
        # These are adjectives there.
        ("antiviral", "medicamento contra los virus", "El tratamiento ", " dura poco."),
        ("antivirales", "medicamentos contra los virus", "Fármacos ", "."),
        ("facultativo", "médico", "El trámite es ", "."),
        ("octogenario", "persona de más de 80 años", "Un paciente ", "."),
    ],
)
def test_a_noun_stays_where_the_words_around_it_do_not_fit_the_plain_one(
    hard, plain, before, after
):
    assert not fits_noun(hard, plain, before, after)


@pytest.mark.parametrize(
    ("hard", "plain", "before", "after"),
    [
        ("absceso", "bolsa de pus", "Un ", " en la encía."),
        ("acolia", "heces sin color", "La ", " indica un problema."),
        ("antivirales", "medicamentos contra los virus", "Use ", " solo con receta."),
        ("facultativo", "médico", "Consulte a su ", "."),
        ("onicomicosis", "hongos en las uñas", "Tiene ", "."),
        ("tumoración", "bulto", "La ", " es una señal."),
        ("defunción", "muerte", "Avise de la ", "."),
        ("hemoptisis", "tos con sangre", "La ", " es una urgencia."),
        ("distensión abdominal", "hinchazón del vientre", "Tiene ", ", náuseas y gases."),
        ("neoplasias", "tumores", "Algunas ", "."),
    ],
)
def test_a_plain_noun_stands_where_everything_fits(hard, plain, before, after):
    assert fits_noun(hard, plain, before, after) is (hard != "acolia")


@pytest.mark.parametrize(
    ("plain", "before", "fits"),
    [
        ("contra los virus", "Un tratamiento ", True),
        ("para abrir los bronquios", "Use inhaladores ", True),
        ("para la fiebre", "Tiene efecto ", False),
        ("de nacimiento", "Un defecto ", True),
        ("de nacimiento", "La sífilis ", False),
        ("poco frecuente", "No es ", False),
        ("poco frecuente", "Es ", True),
    ],
)
def test_a_phrase_stands_behind_some_nouns_only(plain, before, fits):
    assert fits_adjective(plain, before, ".") is fits


@pytest.mark.parametrize(
    ("hard", "plain", "before", "after", "shown"),
    [
        ("emolientes", "cremas hidratantes", "Use ", " varias veces.", "cremas hidratantes"),
        ("interrogantes", "preguntas", "Tiene muchos ", ".", "muchas preguntas"),
        ("equimosis", "moretones", "Las ", " pasan.", "los moretones"),
        ("fármacos", "medicinas", "Toma diez ", " nuevos.", "medicinas"),
    ],
)
def test_the_article_is_shown_only_where_it_changes(hard, plain, before, after, shown):
    assert show_noun(hard, plain, before, after) == shown


def test_more_nouns_have_the_right_gender_and_plural():
    assert is_feminine("acidez")
    assert is_feminine("mujeres")
    assert is_feminine("gestante")
    assert not is_feminine("juez")
    assert make_phrase_plural("primer síntoma") == "primeros síntomas"
