"""Spanish sentences: where they can be divided, their rows, and verbs that hide who acts."""

import re

import pytest

from plainlint.languages.es.passive import find_hidden_doers
from plainlint.languages.es.rows import find_rows
from plainlint.languages.es.splitting import find_split_point

# "|" is where a sentence can be split.
SPLITTABLE = """
Puede comer lo que quiera el día antes de la prueba; |no debe beber nada en la mañana de la prueba.
Puede comer lo que quiera el día antes de la prueba, |pero no debe beber nada en la mañana de la prueba.
La enfermera le saca sangre en la sala a las nueve, |y el médico mira los resultados por la tarde.
La bomba lleva el medicamento a su brazo por un tubo fino — |el aparato avisa si el tubo se dobla mucho.
Si tiene la pierna roja y caliente, llame a la consulta el mismo día, |y una enfermera le dirá qué hacer.
Después de la operación puede volver a casa el mismo día |porque la herida es pequeña y duele poco.
El médico le pone una crema en la piel del brazo |y la enfermera le da una pastilla para el dolor.
Al principio el tratamiento puede causar mucho cansancio en casa, |lo que cambia la vida de toda la familia.
Tome la pastilla con un vaso grande de agua cada noche, |evitando siempre la leche y los zumos de fruta.
La quimioterapia mata las células del cáncer en todo el cuerpo, |por eso también se cae el pelo unos meses.
No tome esta medicina con alcohol ni con zumo, |así que pregunte a su médico antes de beber vino.
""".strip().splitlines()

WHOLE = """
Llame a la consulta si tiene fiebre alta por la noche y no puede beber agua durante todo el día.
Si tiene fiebre alta por la noche y no puede beber agua durante un día, llame a la enfermera de guardia.
Si tiene fiebre alta por la noche, y no puede beber agua durante un día, llame a la enfermera de guardia.
Diga a su médico si toma otras pastillas para el corazón, o si ha tenido una reacción a la anestesia antes.
El hígado, que es el órgano más grande y está en el lado derecho, hace la bilis para el intestino.
Puede tener la boca seca, la garganta irritada, una tos que empeora de noche, y dolor que va y viene mucho.
El cáncer está (a) en un ganglio y es pequeño; o (b) en dos ganglios y son grandes; o (c) en el hueso también.
Ella dijo «no puedo andar tanto como antes, pero lo intentaré otra vez cuando haga calor» a su médico.
El tratamiento para las personas mayores con diabetes y la dieta para los niños con alergia a la leche.
Espere en la sala hasta que le llame la enfermera y le diga que puede entrar a ver a su familiar.
Antes de la prueba le pediremos que se quite la ropa y que se ponga una bata abierta por detrás.
Tome la medicina con comida para que no le duela el estómago y para que pase mejor por la garganta.
Los métodos que sirven son la ayuda de un grupo y los parches de la farmacia, entre ellos los de nicotina.
El cáncer está en un ovario y se pasó a la zona de la pelvis o se encontró al principio en otro órgano.
Lo notan sobre todo en la escuela de la ciudad las niñas y los niños que comen poca carne y poca fruta fresca.
La tienen muchas personas de los pueblos que están entre los 20 y los 50 años de edad cuando van al médico.
No solo baja la fiebre y quita el dolor de cabeza, sino que también ayuda a dormir mejor por la noche.
""".strip().splitlines()


@pytest.mark.parametrize("marked", SPLITTABLE)
def test_a_long_sentence_is_split_where_both_halves_can_stand_alone(marked):
    start = find_split_point(marked.replace("|", ""))
    assert start == marked.index("|")


@pytest.mark.parametrize("text", WHOLE)
def test_a_sentence_that_would_break_is_left_whole(text):
    assert find_split_point(text) is None


def test_a_text_without_full_stops_is_no_long_sentence():
    text = "tome la pastilla con agua y con algo de comida, pero no la tome nunca con leche fría, "
    assert find_split_point(text * 3) is not None
    assert find_split_point(text * 30) is None


@pytest.mark.parametrize(
    "marked",
    [
        "Puede tener «fiebre, escalofríos, tos seca y dolor» de garganta.",
        "Hay efectos, como «fiebre, tos, mareo, sueño o picor» en la piel.",
        # It begins above "temprana", so its things can't be counted.
        "Influyen la edad, los genes, la regla temprana y la tardía, el alcohol, el peso y la sal.",
        "Las células, llamadas células de mieloma, se juntan en el hueso, se pegan y duelen.",
        "El hígado, órgano grande, filtra la sangre y hace bilis.",
        "Duerma bien, coma poco, beba agua y ande cada día.",
        "Puede notar dolor, calor o picor nuevo en el brazo, la mano o el pie.",
        "Llame a Ana, Luis, Eva y Juan.",
        "Unos planes, incluyendo el suyo, requieren un informe médico y un pago.",
        "Unos planes, incluyendo el suyo, piden un informe, una firma y un pago.",
        "Tiene los tipos 6, 11, 16 y 18.",
        "Si duele, si sangra, si pica y si huele, llame.",
    ],
)
def test_rows_of_four_or_more_things(marked):
    text = re.sub("[«»]", "", marked)
    found = [text[row.start : row.end] for row in find_rows(text)]
    assert found == re.findall("«(.*?)»", marked)


@pytest.mark.parametrize(
    "marked",
    [
        "El medicamento «es administrado» por vía oral.",
        "El medicamento es administrado por la enfermera.",
        "Usted «será operado» el lunes.",
        "Usted será operado por un equipo de cirujanos.",
        "La sangre «es extraída» del brazo.",
        "«Se le administra» un medicamento por la vena.",
        "«Se le sacará» sangre del brazo.",
        "«Se recomienda que» beba agua.",
        "La enfermedad es causada por un virus.",
        "El estudio fue realizado en España.",
        "El tumor puede ser operado.",
        "Se toma con agua. Se llama anemia. Se le hincha la pierna.",
        "Se le pasa solo, y se le cae el pelo.",
    ],
)
def test_verbs_that_hide_who_acts(marked):
    text = re.sub("[«»]", "", marked)
    found = sorted(text[start:end] for start, end in find_hidden_doers(text))
    assert found == sorted(re.findall("«(.*?)»", marked))
