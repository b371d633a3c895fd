"""The report's page of a Spanish document has Spanish words around the text."""

import pytest

from plainlint import Config
from plainlint.document.readers import parse
from plainlint.engine.linter import Linter
from plainlint.reporters.html import HtmlSite
from plainlint.reporters.html.templating import Layout

SPANISH = "---\nlanguage: es\naudienceLevel: patient\n---\nUsted tiene cefalea y debe descansar.\n"
ENGLISH = "---\naudienceLevel: patient\n---\nYou should utilise this soap every day.\n"


def render(text, lang=""):
    linter = Linter(Config(lang=lang), None)
    result = linter.lint(parse(text).source)
    rules = linter.rule_set.get_rules_for_path(result.path, result.language)
    site = HtmlSite(Layout(), linter.get_glossary, None, lang=lang)
    summary, content = site.render_document(result, "page", {rule.id: rule for rule in rules}, None)
    return site.render_page("page", summary.title, content, result.language)


@pytest.mark.parametrize(
    ("text", "lang", "language", "words"),
    [
        (SPANISH, "", "es", ("Para pacientes", "Qué hacer", "Palabras difíciles")),
        (SPANISH, "en", "en", ("For patients", "What to do", "Hard words")),
        (ENGLISH, "", "en", ("For patients", "What to do", "Hard words")),
        (ENGLISH, "es", "es", ("Para pacientes", "Qué hacer", "Palabras difíciles")),
    ],
)
def test_the_words_of_the_page(text, lang, language, words):
    html = render(text, lang)
    assert f'<html lang="{language}"' in html
    assert all(one in html for one in words)
