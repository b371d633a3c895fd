"""The pages about all documents, and the scripts, in the language of `--lang`."""

import re

import pytest

TEXT = """\
---
title: Care of the Mouth
audienceLevel: patient
owner: Ana
---
You should utilise this soap every day to wash your hands, and you should rinse them with water.
"""
# Words of all pages in English that are in none of them in Spanish.
ENGLISH = re.compile(
    r"\b(?:Documents|Terms|Rules|Skip to|Find a|Sort by|Show all|Start here|Copied|Close|"
    r"Clear the|It now reads|The goal is|Rewrite|limit of|Ease|ease|grade|Grade|no change|"
    r"January|August|December|"
    r"places?|pages|checked|findings|too hard|on target|graded|this report)\b"
)


EASE = """\
---
title: Cuidado de la boca
language: es
audienceLevel: patient
owner: Ana
---
La administración de los medicamentos requiere una preparación considerable del paciente.
La administración de los medicamentos requiere una preparación considerable del paciente.
La administración de los medicamentos requiere una preparación considerable del paciente.
"""


@pytest.fixture
def make_report(write, plainlint, tmp_path):
    """Return a function that makes a report and returns its pages by name."""

    def make(*options):
        write("care.md", TEXT)
        write("boca.md", EASE)
        out = tmp_path / "out"
        history = ("--history", str(tmp_path / "history.jsonl"), "--today", "2026-08-01")
        done = plainlint("report", "care.md", "boca.md", "-o", str(out), *history, *options)
        assert done.code == 0, done.err
        return {page.stem: page.read_text(encoding="utf-8") for page in out.rglob("*.html")}

    return make


def show_words(html):
    """Return what people read or hear on a page, and the words that its scripts put there."""
    body = re.sub(r"<style>.*?</style>|<script>.*?</script>", "", html, flags=re.DOTALL)
    spoken = re.findall(r'(?:aria-label|data-noun|data-one|data-label)="([^"]*)"', body)
    script = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    put = re.findall(r'textContent = [^;]*?(`[^`]*`|"[^"]*")', "".join(script))
    put = [re.sub(r"\$\{[^{}]*\}", "7", text) for text in put]
    return "\n".join([re.sub(r"<[^>]*>", "\n", body), *spoken, *put])


@pytest.mark.parametrize("page", ["index", "glossary", "over-time", "owner-ana", "boca"])
def test_a_page_about_all_documents_is_spanish(make_report, page):
    html = make_report("--lang", "es")[page]
    assert '<html lang="es"' in html
    assert not ENGLISH.search(show_words(html))


def test_the_marks_of_a_chart_have_spanish_dates(make_report):
    make_report("--lang", "es")
    words = show_words(make_report("--lang", "es", "--today", "2026-08-02")["over-time"])
    assert ", 1 de agosto de 2026: " in words
    assert not ENGLISH.search(words)


def test_a_term_has_the_plain_words_of_each_language(make_report, write):
    write("term.md", "---\naudienceLevel: patient\n---\nDoctors look for neutropenia each day.\n")
    write("fin.md", "---\nlanguage: es\naudienceLevel: patient\n---\nSi hay neutropenia, llame.\n")
    words = show_words(make_report("term.md", "fin.md")["glossary"])
    assert len(re.findall(r"^neutropenia$", words, re.MULTILINE)) >= 2
    assert "glóbulos blancos" in words
    assert "white blood cells" in words


def test_the_page_of_rules_has_the_spanish_text_of_each_rule(make_report):
    html = make_report("--lang", "es")["rules"]
    assert "Palabras difíciles que tienen una sencilla" in html
    assert "Qué buscan las reglas" in html
    assert "Mal, para" in html


def test_the_words_of_a_document_are_not_translated(make_report):
    html = make_report("--lang", "es")["index"]
    assert "Care of the Mouth" in html
    assert "Care de" not in html


def test_the_scripts_speak_english_without_a_language(make_report):
    html = make_report()["index"]
    assert '<html lang="en"' in html
    assert "`Show ${next} more`" in html
    assert "`Copied: ${words}`" in html


def test_the_scripts_speak_spanish(make_report):
    html = make_report("--lang", "es")["index"]
    assert "`Mostrar ${next} más`" in html
    assert "`Copiado: ${words}`" in html
    assert 't("' not in re.sub(r"\bat\(|[a-zA-Z.]t\(", "", html)
