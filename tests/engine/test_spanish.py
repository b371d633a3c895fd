"""Spanish documents: findings, messages and terms from one end to the other."""

from plainlint import Config, lint_text

PAGE = """\
---
language: es
audienceLevel: patient
---
# La neutropenia

Su enfermera le administrará el medicamento. La cefalea es frecuente. Usted puede tener una mucositis.
Lea sobre la [sepsis](/Common/PopUps/popDefinition.aspx?id=CDR0000044348&version=Patient&language=English).
"""


def find(page, rule, **settings):
    result = lint_text(page, config=Config(**settings))
    return [finding for finding in result.diagnostics if finding.rule == rule]


def test_a_hard_word_has_its_plain_word_in_the_same_form():
    first, second = find(PAGE, "plain-language/complex-word")
    assert first.message == "'le administrará' es difícil para pacientes; diga: le dará."
    assert second.fix.edits[0].text == "El dolor de cabeza"


def test_what_checks_say_is_in_spanish_too():
    (term,) = find(PAGE, "jargon/unexplained-term")
    assert term.text == "mucositis"
    assert "sin enlace a una definición" in term.message
    assert term.values["plain"] in term.help


def test_messages_are_in_english_if_the_settings_say_so():
    first, _ = find(PAGE, "plain-language/complex-word", lang="en")
    assert first.message == "'le administrará' is hard for patient readers; say: le dará."


def test_a_popup_in_english_gets_the_address_of_the_spanish_one():
    (popup,) = find(PAGE, "jargon/popup-audience")
    assert popup.fix.edits[0].text.endswith("&language=Spanish")


def test_a_term_that_is_explained_is_no_finding():
    for words in (
        "Tiene mucositis (llagas en la boca).",
        "Tiene llagas en la boca (mucositis).",
        "La mucositis es una inflamación de la boca.",
        "Tiene llagas en la boca, llamadas mucositis.",
        "Tiene mucositis, es decir, llagas en la boca.",
    ):
        assert not find(f"---\nlanguage: es\n---\n{words}\n", "jargon/unexplained-term"), words
    for words in ("Tiene mucositis (véase abajo).", "La mucositis es mala."):
        assert find(f"---\nlanguage: es\n---\n{words}\n", "jargon/unexplained-term"), words


def test_no_spelling_of_a_country_changes_spanish_words():
    page = "---\nlanguage: es-MX\naudienceLevel: patient\n---\nUsted tiene prurito y eritema.\n"
    plain = [one.values["plain"] for one in find(page, "plain-language/complex-word")]
    assert plain == ["picazón", "enrojecimiento"]
