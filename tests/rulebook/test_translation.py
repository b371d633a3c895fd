"""Translations: a page of a rule in another language, laid over the rule's own page."""

import pytest

from plainlint import Config, PlainlintError, lint_text
from plainlint.rulebook.examples import mark_spans, parse_examples, unmark_spans
from plainlint.rulebook.page import Pages, get_shipped_folder
from plainlint.rulebook.selection import RuleSet
from plainlint.run.rule_tests import lint_example

SHIPPED = Pages([get_shipped_folder()])
TRANSLATIONS = list(SHIPPED.iter_translations())
EXAMPLES = [
    pytest.param(page, example, id=f"{page.name}:{example.line}:{example.audience}")
    for page in TRANSLATIONS
    for example in parse_examples(page)
]
OWN = """\
---
check: substitution
language: en
message: "'{text}' is hard; say: {better}."
help: Use the short word.
swap: {utilise: use}
---
# Short words
"""
SPANISH = """\
---
message: "'{text}' es difícil; diga: {better}."
swap: {utilizar: usar}
---
# Palabras cortas
"""
IN_ENGLISH = "Utilise the soap to wash your hands every day.\n"
IN_SPANISH = "Debe utilizar el jabón para lavarse las manos todos los días.\n"


@pytest.fixture
def messages(write):
    """Return the messages of the rule `house/short` in a document, with settings."""

    def find(document, spanish=SPANISH, **settings):
        folder = write("rules/house/short.md", OWN).parents[1]
        write("rules/house/short.es.md", spanish)
        config = Config(select=("house/short",), rule_folders=(folder,), **settings)
        return [finding.message for finding in lint_text(document, config=config).diagnostics]

    return find


def test_a_spanish_document_is_checked_by_the_spanish_page(messages):
    assert messages(IN_ENGLISH) == ["'Utilise' is hard; say: Use."]
    assert messages(IN_SPANISH) == ["'utilizar' es difícil; diga: usar."]


def test_lang_sets_the_language_of_messages_and_not_of_words(messages):
    assert messages(IN_ENGLISH, lang="es") == ["'Utilise' es difícil; diga: Use."]
    assert messages(IN_SPANISH, lang="en") == ["'utilizar' is hard; say: usar."]


def test_messages_on_a_formula_stay_with_the_pages_that_it_measures():
    def find(text, lang):
        result = lint_text(text, config=Config(select=("readability/grade-level",), lang=lang))
        return [finding.message for finding in result.diagnostics]

    head = "---\naudienceLevel: patient\n---\n"
    english = head + "The administration of medication necessitates considerable preparation. " * 6
    spanish = head + "La administración de medicamentos requiere una preparación considerable. " * 6
    assert find(english, "es")[0].startswith("Se lee en el grado ")
    for lang in ("en", "es"):
        assert "INFLESZ" not in find(english, lang)[0]
        assert "INFLESZ" in find(spanish, lang)[0]


def test_an_override_counts_for_all_languages(messages):
    rule = {"house/short": {"swap": {"jabón": "gel"}}}
    assert messages(IN_SPANISH, rule=rule) == [
        "'utilizar' es difícil; diga: usar.",
        "'jabón' es difícil; diga: gel.",
    ]


def test_words_of_another_language_are_not_taken_over(messages, write):
    own = """\
---
check: substitution
language: {language}
message: "'{{text}}' is hard; say: {{better}}."
help: Use the short word.
swap: {{jabón: gel}}
---
# Short words
"""
    spanish = "---\nmessage: \"'{text}' no.\"\n---\n# Palabras\n"
    folder = write("own/house/short.md", own.format(language="[es, pt]")).parents[1]
    write("own/house/short.es.md", spanish)
    config = Config(select=("house/short",), rule_folders=(folder,))
    assert [one.message for one in lint_text(IN_SPANISH, config=config).diagnostics] == [
        "'jabón' no."
    ]
    folder = write("other/house/short.md", own.format(language="en")).parents[1]
    write("other/house/short.es.md", spanish)
    config = Config(select=("house/short",), rule_folders=(folder,))
    with pytest.raises(PlainlintError, match="needs the key 'swap'"):
        lint_text(IN_SPANISH, config=config)


def test_a_translation_is_not_read_for_an_english_document(messages):
    assert messages(IN_ENGLISH, spanish="---\nswap: [\n---\n") != []
    with pytest.raises(PlainlintError, match=r"short\.es\.md"):
        messages(IN_SPANISH, spanish="---\nswap: [\n---\n")


def test_a_wrong_key_of_a_translation_is_reported_with_its_line(messages):
    with pytest.raises(PlainlintError, match=r"short\.es\.md:3: house/short: unknown key 'swop'"):
        messages(IN_SPANISH, spanish=SPANISH.replace("swap", "swop"))


def test_a_language_without_messages_is_an_error(messages):
    with pytest.raises(PlainlintError, match="no messages in 'fr'; choose one of: en, es"):
        messages(IN_ENGLISH, lang="fr")


def test_a_rule_of_the_same_id_has_no_translations_of_the_earlier_one(write):
    first = write("a/house/short.md", OWN).parents[1]
    write("a/house/short.es.md", SPANISH)
    second = write("b/house/short.md", OWN).parents[1]
    assert Pages([first]).get_translation("house/short", "es") is not None
    assert Pages([first, second]).get_translation("house/short", "es") is None


@pytest.mark.parametrize("page", TRANSLATIONS, ids=lambda page: page.name)
def test_a_page_in_spanish_has_spanish_headings(page):
    if page.language == "es":
        assert "## Por qué importa" in page.body
        assert "## Qué hacer" in page.body


def test_a_translation_is_not_a_rule(write):
    folder = write("a/house/short.md", OWN).parents[1]
    write("a/house/short.es.md", SPANISH)
    assert list(Pages([folder])) == ["house/short"]


def test_quotation_marks_of_an_example_have_a_backslash():
    marked = r"Dijo: \«Tome «agua»\»."
    text, spans = unmark_spans(marked)
    assert text == "Dijo: «Tome agua»."
    assert mark_spans(text, spans) == marked


@pytest.mark.parametrize(("page", "example"), EXAMPLES)
def test_example(page, example):
    spans = lint_example(example, page, Config(), dict(SHIPPED))
    assert mark_spans(example.text, spans) == mark_spans(example.text, example.expected)


@pytest.mark.parametrize("page", TRANSLATIONS, ids=lambda page: page.name)
def test_page_has_a_title_messages_and_examples(page):
    kinds = [example.good for example in parse_examples(page)]
    assert kinds.count(True) >= 2
    assert kinds.count(False) >= 2
    assert page.title != page.id
    assert page.policy.get("message") or "message" not in SHIPPED[page.id].policy


def test_every_rule_has_a_spanish_page_or_says_why_not():
    for rule_id, page in SHIPPED.items():
        reason = page.policy.get("untranslated", {}).get("es", "")
        assert bool(SHIPPED.get_translation(rule_id, "es")) is not bool(reason), rule_id
    assert SHIPPED.find_orphans() == []


def test_a_rule_without_a_spanish_page_has_spanish_messages_as_phrases():
    spanish = RuleSet(Config(lang="es"))
    page = spanish.get_page("readability/reading-ease", "en")
    assert page.said_in == "es"
    assert page.policy["message"].startswith("La facilidad de lectura de Flesch es {low:.1f}")
    assert page.body == SHIPPED["readability/reading-ease"].body


def test_spanish_rules_can_be_made():
    running = RuleSet(Config()).get_running_rules((), "es-MX")
    assert {rule.said_in for rule in running} == {"", "es"}
