"""Spanish explanations: what explains a term, and what only names it."""

import pytest

from plainlint import lint_text
from plainlint.languages.es.explanations import find_asked_name, is_explained
from plainlint.languages.es.stressed_words import is_stressed_word

HEAD = """---
language: es
audienceLevel: patient
---
# Su visita

"""


def find_texts(body, rule):
    findings = lint_text(HEAD + body + "\n").diagnostics
    return [finding.text for finding in findings if finding.rule == rule]


def explains(text, term):
    start = text.index(term)
    return is_explained(text, start, start + len(term))


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("La epidural es una aguja fina en la espalda que quita el dolor.", "epidural"),
        ("Va por el uréter, el tubito que lleva la orina.", "uréter"),
        ("Se hincha la pleura, la capa por la que se mueve el pulmón.", "pleura"),
        ("La litotricia extracorpórea rompe las piedras del riñón.", "litotricia"),
        ("El glaucoma daña el nervio del ojo.", "glaucoma"),
        ("Un placebo es una pastilla que no lleva medicamento.", "placebo"),
        ("Los médicos lo llaman disnea.", "disnea"),
        ("Le falta hierro. Nosotros la llamamos anemia.", "anemia"),
        ("Es la profilaxis previa: una pastilla que se toma antes.", "profilaxis"),
        ("TAC quiere decir una foto por capas.", "TAC"),
        ("Tiene pocas defensas —la neutropenia— y fiebre.", "neutropenia"),
        ("La neutropenia —pocas células de defensa— da fiebre.", "neutropenia"),
        ("Las pocas defensas, o neutropenia, son comunes.", "neutropenia"),
        ("La neutropenia ocurre cuando faltan células de defensa.", "neutropenia"),
        ("Puede tener neutropenia. Esto quiere decir que tiene pocas defensas.", "neutropenia"),
        ("Puede tener neutropenia. Es una bajada de las células de defensa.", "neutropenia"),
        ("Llamamos neutropenia a la falta de defensas.", "neutropenia"),
        ("El nombre médico es neutropenia.", "neutropenia"),
        ("Le harán una gastroscopia, en la que se mira el estómago.", "gastroscopia"),
        ("Con la gastroscopia, el médico ve el estómago por dentro.", "gastroscopia"),
        ("La gastroscopia sirve para ver el estómago.", "gastroscopia"),
        ("Los anticoagulantes evitan que se formen coágulos.", "anticoagulantes"),
        ("Toma anticoagulantes, medicamentos que evitan los coágulos.", "anticoagulantes"),
        ("Toma anticoagulantes, como la warfarina.", "anticoagulantes"),
        ("Un pólipo no es un cáncer, sino un bulto pequeño.", "pólipo"),
        ("Se midió con el índice PASI, que valora las lesiones de la piel.", "PASI"),
        ("Una biopsia de próstata es un examen en el que se toman muestras.", "biopsia"),
        ("¿Qué es una exacerbación? Que los síntomas empeoran.", "exacerbación"),
        ("Son antiagregantes: evitan que se formen coágulos.", "antiagregantes"),
        ("La anafilaxia, una reacción alérgica grave, es muy rara.", "anafilaxia"),
        ("Los cálculos biliares son acumulaciones duras de la bilis.", "cálculos biliares"),
        ("Ecografía (US) : prueba que usa ondas de sonido.", "Ecografía"),
        ("Biopsia con aguja fina: extracción de un poco de tejido.", "Biopsia"),
        ("Punción lumbar guiada (PL) : examen en el que se saca líquido.", "Punción lumbar"),
        ("Neutropenia con fiebre: reducción de las defensas con más de 38 °C.", "Neutropenia"),
        ("El término metástasis se refiere a un cáncer que llegó más lejos.", "metástasis"),
        (
            "Tomografía computarizada (TC) rápida: serie de imágenes por capas.",
            "Tomografía computarizada",
        ),
        ("Inmunoterapia. Tratamiento en el que las defensas atacan el tumor.", "Inmunoterapia"),
        (
            "El hígado graso, antes llamado así, es una enfermedad en la que",
            "hígado graso, antes llamado así",
        ),
        ("Tiene un carcinoma basocelular, el tipo más común de cáncer de piel.", "carcinoma"),
        ("Usan la escala TNM, donde la T es el tamaño del tumor.", "TNM"),
        ("Quimioterapia adyuvante. Se da tras la operación para evitar recaídas.", "adyuvante"),
        ("Empieza en las células uroteliales, que revisten la vejiga.", "uroteliales"),
        ("Coma leguminosas como el frijol, la lenteja y el garbanzo.", "leguminosas"),
        ("El linfoma de Hodgkin es un tipo de cáncer de la sangre.", "linfoma"),
        ("Biopsia de ganglio: extracción completa o parcial de un ganglio.", "Biopsia"),
        ("Aspiración de la médula ósea y biopsia: extracción de un poco de hueso.", "biopsia"),
        ("Ecografía (US). Produce imágenes con sonido.", "Ecografía"),
        ("pancreatitis por cálculos, que es una inflamación del páncreas", "pancreatitis"),
        ("Le faltan glóbulos blancos (neutropenia/agranulocitosis).", "neutropenia"),
        ("Le faltan glóbulos blancos (neutropenia/agranulocitosis).", "agranulocitosis"),
        ("Estos anticuerpos brindan protección contra la gripe.", "anticuerpos"),
        ("Células que fabrican anticuerpos para combatir los gérmenes.", "anticuerpos"),
        ("Llega a otras células, denominadas tejido auriculoventricular.", "auriculoventricular"),
        (
            "Ecocardiograma. Mediante ultrasonidos se ve bien cómo el corazón bombea.",
            "Ecocardiograma",
        ),
        ("La prostatectomía radical es la extirpación de la próstata.", "prostatectomía"),
        ("Es clorhexidina, un antiséptico que elimina los gérmenes.", "antiséptico"),
        ("El término neutropenia hace referencia a la falta de defensas.", "neutropenia"),
        ("Colonoscopia. Se introduce un tubo con luz para ver el intestino.", "Colonoscopia"),
        ("Hemodiálisis. Una máquina filtra la sangre.", "Hemodiálisis"),
        ("Es la neuralgia posherpética, un dolor que sigue.", "neuralgia"),
        ("La inmunoterapia ayuda al cuerpo a luchar.", "inmunoterapia"),
        ("También llamada tomografía (TC), utiliza rayos X.", "tomografía"),
        ("La infección de los riñones se denomina pielonefritis o infección renal.", "renal"),
        ("Prueba de sangre en las heces (GUX o iGUX).", "GUX"),
        ("Prueba de sangre en las heces (GUX o iGUX).", "iGUX"),
        ("En la inmunoterapia se usan medicamentos que ayudan al cuerpo.", "inmunoterapia"),
        ("El tumor (también llamado cáncer de riñón, hipernefroma o carcinoma renal)", "carcinoma"),
        ("Le harán una espirometría. Es sencilla. Consiste en soplar fuerte.", "espirometría"),
        ("Un bulto pequeño, denominado pólipo plano o adenoma.", "adenoma"),
        ("Con cortes pequeños y una cámara (cirugía laparoscópica).", "laparoscópica"),
        ("Se mira el pecho por dentro (examen con endoscopio flexible).", "endoscopio"),
        ("Una máquina limpia la sangre (tratamiento de hemodiálisis).", "hemodiálisis"),
        ("Trigo, avena, cebada y centeno: de ahí viene la sigla TACC.", "TACC"),
    ],
)
def test_these_explain(text, term):
    assert explains(text, term)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("La epidural es una opción que usted puede elegir.", "epidural"),
        ("La biopsia es segura.", "biopsia"),
        ("Pregunte por la profilaxis.", "profilaxis"),
        ("Puede tener neutropenia. Es un problema grave.", "neutropenia"),
        ("La neutropenia da fiebre - llame pronto.", "neutropenia"),
        ("Se llama antes de la biopsia.", "biopsia"),
        ("Puede tener anemia, infección urinaria, fiebre o sueño.", "anemia"),
        ("Le harán una biopsia con la enfermera.", "biopsia"),
        ("Neutropenia en niños: llame al médico.", "Neutropenia"),
        ("Le dan quimioterapia. Se siente mejor después de comer.", "quimioterapia"),
        (
            "Le hicieron ayer una biopsia en el hospital. Extracción de sangre a las ocho.",
            "biopsia",
        ),
        ("Vaya a la sala de la resonancia. Usa el ascensor.", "resonancia"),
        ("Inmunoterapia. A veces causa diarrea, y otras veces da sueño o picor.", "Inmunoterapia"),
        ("Gastroscopia: llame antes al centro de salud y pida hora para otro día.", "Gastroscopia"),
        ("Miedo a la gastroscopia. La semana antes es normal dormir un poco mal.", "gastroscopia"),
        ("La gastroscopia es la opción de más personas.", "gastroscopia"),
        ("Tome el anticoagulante, que le dará la enfermera.", "anticoagulante"),
        ("Le harán la gastroscopia, que toma la mañana.", "gastroscopia"),
        ("Es una gastroscopia como la otra, sin dolor.", "gastroscopia"),
        ("Tiene un carcinoma, el médico lo mira.", "carcinoma"),
        ("Venga en ayunas (por la gastroscopia de las diez).", "gastroscopia"),
        ("Le harán pruebas (sangre, orina y gastroscopia).", "gastroscopia"),
        ("Biopsia de piel: reacción leve.", "Biopsia"),
        ("Toma anticoagulantes como le dijo el médico.", "anticoagulantes"),
    ],
)
def test_these_do_not_explain(text, term):
    assert not explains(text, term)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("¿Qué es la ascitis?", "ascitis"),
        ("¿Qué son los trombos?", "trombos"),
        ("¿Qué significa TAC?", "TAC"),
    ],
)
def test_a_heading_asks_for_a_name(heading, name):
    assert find_asked_name(heading) == name


def test_a_term_that_a_heading_or_a_later_block_explains_is_not_reported():
    rule = "jargon/unexplained-term"
    assert find_texts("Usted tiene ascitis.", rule) == ["ascitis"]
    assert not find_texts("Usted tiene ascitis.\n\nLa ascitis es un líquido en el vientre.", rule)
    assert not find_texts("Usted tiene ascitis.\n\n## ¿Qué es la ascitis?\n\nEs agua.", rule)


def test_a_title_that_its_first_paragraph_defines_is_not_reported():
    rule = "jargon/unexplained-term"
    is_defined = "Es una enfermedad en la que se junta agua.\n\nLa ascitis es más común en hombres."
    head = HEAD.replace("Su visita", "Ascitis")
    assert not [each for each in lint_text(head + is_defined).diagnostics if each.rule == rule]
    assert find_texts(is_defined, rule) == ["ascitis"]


def test_a_term_of_the_family_of_one_above_is_not_reported():
    rule = "jargon/unexplained-term"
    assert find_texts("El cáncer es metastásico.", rule) == ["metastásico"]
    above = "Si el cáncer llega a otros órganos, hablamos de metástasis.\n\n"
    assert not find_texts(f"{above}El cáncer es metastásico.", rule)


def test_a_term_that_is_the_head_of_one_above_is_not_reported():
    rule = "jargon/unexplained-term"
    above = "Se busca la remisión completa, es decir, que no quede cáncer.\n\n"
    below = "Tras la remisión del cáncer, siga en tratamiento."
    assert find_texts(below, rule) == ["remisión"]
    assert not find_texts(above + below, rule)


def test_a_term_that_another_cell_explains_is_not_reported():
    rule = "jargon/unexplained-term"
    table = "| Prueba | {} |\n|---|---|\n| Una biopsia | Se mira un poco de piel. |"
    assert not find_texts(table.format("En qué consiste"), rule)
    assert find_texts(table.format("Lugar"), rule) == ["biopsia"]


def test_a_term_that_a_link_above_explains_is_not_reported():
    rule = "jargon/unexplained-term"
    popup = "/Common/PopUps/popDefinition.aspx?id=46688&version=Patient&language=Spanish"
    asked = f"- ¿Es posible que me den un [placebo]({popup})?\n- ¿Cuánto dura?"
    assert find_texts("En el ensayo, unos pacientes toman un placebo.", rule) == ["placebo"]
    assert not find_texts(f"{asked}\n\nEn el ensayo, unos pacientes toman un placebo.", rule)
    assert not find_texts("- [Biopsia de piel](/biopsia)\n\nLa biopsia no duele.", rule)
    assert not find_texts("Tiene ascitis ([AS](/ascitis)) desde ayer.", rule)
    # A table of contents explains nothing.
    assert find_texts("- [Biopsia](#biopsia)\n\nLa biopsia no duele.", rule) == ["biopsia"]


def test_an_acronym_explained_in_spanish_is_not_reported():
    rule = "jargon/unexpanded-acronym"
    assert find_texts("Le haremos una CPRE.", rule) == ["CPRE"]
    assert not find_texts("La CPRE es una prueba que mira el hígado.", rule)
    assert not find_texts("Le haremos una CPRE. CPRE quiere decir una foto del hígado.", rule)


def test_a_note_below_a_table_explains_what_is_in_its_cells():
    rule = "jargon/unexpanded-acronym"
    rows = "| Zona | Prueba |\n|---|---|\n| Colon | GUX |\n" + "| Mama | Foto |\n" * 5
    assert find_texts(rows, rule) == ["GUX"]
    assert not find_texts(f"{rows}\nGUX: guayaco en las heces (GUX).", rule)


@pytest.mark.parametrize("text", ["El virus SARS-CoV-2 da tos.", "Llame al 1-877 GO AYUDA."])
def test_names_of_viruses_and_letters_of_telephones_are_no_acronyms(text):
    assert not find_texts(text, "jargon/unexpanded-acronym")


def test_the_name_of_a_product_is_no_acronym():
    rule = "jargon/unexpanded-acronym"
    body = "Lea el sumario del PQX con calma.\n"
    assert find_texts(body, rule) == ["PQX"]
    text = HEAD.replace("Su visita", "Su visita (PQX®)") + body
    assert rule not in [each.rule for each in lint_text(text).diagnostics]


@pytest.mark.parametrize("capitals", ["RECHAZO", "ACEPTO", "HOSPITAL"])
def test_a_long_spanish_word_in_capitals_is_stressed(capitals):
    assert is_stressed_word(capitals)


@pytest.mark.parametrize("capitals", ["EPOC", "UNICEF", "CPRE", "TAVI"])
def test_an_acronym_is_not_stressed(capitals):
    assert not is_stressed_word(capitals)


@pytest.mark.parametrize(
    "text",
    [
        "El ABCD₂ es bajo.",
        "Con GRACE-XY ≥ 3 se ingresa.",
        "Es el estudio LUNARIA-4.",
    ],
)
def test_names_of_scores_and_studies_are_no_acronyms(text):
    assert not find_texts(text, "jargon/unexpanded-acronym")
