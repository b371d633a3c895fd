"""The lines of the terminal in the language of `--lang`, or of the document."""

import json
import re
import subprocess
import sys

import pytest

from plainlint.languages.phrases import translate_line

ENGLISH_PAGE = "---\naudienceLevel: patient\n---\nYou should utilise this soap.\n"
SPANISH_PAGE = (
    "---\nlanguage: es\naudienceLevel: patient\n---\n"
    "Si tiene cefalea, use el jabón con el objeto de lavarse las manos.\n"
)


@pytest.fixture
def page(write):
    write("page.md", ENGLISH_PAGE)


@pytest.mark.parametrize("name", ["entries", "full", "statistics"])
@pytest.mark.usefixtures("page")
def test_the_sum_is_in_spanish(plainlint, name):
    out = plainlint("check", "--lang", "es", "--output-format", name, "page.md").out
    assert "1 documento revisado: " in out
    assert "advertencia" in out
    assert "warning" not in out


@pytest.mark.usefixtures("page")
def test_the_score_table_is_in_spanish(plainlint):
    head, row, *_ = plainlint("score", "--lang", "es", "page.md").out.splitlines()
    assert head.split() == ["documento", "lectores", "nota", "meta", "resultado"]
    assert "pacientes" in row


def test_numbers_are_written_as_in_spanish_and_on_their_scale(plainlint, write):
    write("page.md", SPANISH_PAGE + "La administración es considerable. " * 9)
    for command in (("score",), ("check", "--output-format", "markdown")):
        out = plainlint(*command, "--lang", "es", "page.md").out
        assert re.search(r"INFLESZ -?\d+,\d\b", out)
        assert not re.search(r"\d\.\d", out)
    explained = plainlint("score", "--lang", "es", "--explain", "page.md").out
    assert re.search(r"Fernández Huerta +-?\d+,\d$", explained, re.MULTILINE)


@pytest.mark.parametrize("option", ["--explain", "--sentences"])
@pytest.mark.usefixtures("page")
def test_the_details_of_a_score_are_in_spanish(plainlint, option):
    out = plainlint("score", "--lang", "es", option, "page.md").out
    assert "frase" in out
    assert "sentence" not in out


def test_a_spanish_page_has_spanish_labels_without_an_option(plainlint, write):
    write("page.md", SPANISH_PAGE)
    out = plainlint("check", "page.md").out
    assert "page.md (pacientes)" in out
    assert "También: " in out
    # What is about all documents has no language of its own.
    assert "1 document checked" in out


@pytest.mark.usefixtures("page")
def test_formats_for_programs_keep_their_names(plainlint):
    found = json.loads(plainlint("check", "--lang", "es", "--output-format", "json", "page.md").out)
    assert found["documents"][0]["audience"] == "patient"
    concise = plainlint("check", "--lang", "es", "--output-format", "concise", "page.md").out
    assert ": warning plain-language/complex-word" in concise


@pytest.mark.usefixtures("page")
def test_an_english_check_loads_no_phrases(tmp_path):
    code = (
        "import sys; from plainlint.cli.main import main\n"
        "sys.argv = ['plainlint', 'check', 'page.md']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "from plainlint.languages import phrases\n"
        "loaded = [m for m in sys.modules if m.startswith('plainlint.languages.es')]\n"
        "assert not loaded, loaded\n"
        "phrases.json.loads = None\n"
        "assert phrases.load_phrases('en') is None\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (("check", "nix.md"), "plainlint: nix.md: no hay tal archivo ni carpeta"),
        (("check", "page.md", "--bogus"), "opción desconocida '--bogus'"),
        (("check", "page.md", "--today", "x"), "--today: 'x' no es una fecha"),
        (("check", "page.md", "--select", "nope/x"), "regla desconocida 'nope/x'"),
        (("check", "page.md", "--unsafe-fixes"), "--unsafe-fixes no hace nada solo"),
        (
            ("check", "."),
            "plainlint: .: no se revisan: 1 archivo .html, 2 archivos .rst; nómbrelos",
        ),
    ],
)
@pytest.mark.parametrize("is_setting", [True, False])
@pytest.mark.usefixtures("page")
def test_errors_and_notes_are_in_spanish(plainlint, write, command, says, is_setting):
    for name in ("a.html", "a.rst", "b.rst"):
        write(name, "")
    if is_setting:
        write("plainlint.toml", 'lang = "es"\n')
    err = plainlint(*command, *(() if is_setting else ("--lang", "es"))).err
    assert says in err


@pytest.mark.usefixtures("page")
def test_rules_baselines_and_caches_are_described_in_spanish(plainlint, write):
    write("plainlint.toml", 'lang = "es"\n')
    page = plainlint("rule", "readability/grade-level").out
    assert "límites:" in page
    assert "# Legibilidad" in page
    assert "# Grade level" in plainlint("rule", "--lang", "en", "readability/grade-level").out
    assert "muestra la página de una regla" in plainlint("rule").out
    assert re.search(r": \d+ avisos? en 1 documento\n", plainlint("baseline", "page.md").out)
    assert "documento" in plainlint("cache", "info").out


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("not checked, as about the project: README.md; name them to check them", "no se revisan"),
        ("a: b.md: KeyError in a check; please report this bug", "a: b.md: KeyError"),
        ("house/x does not run: its check is a plug-in", "house/x no se aplica"),
        ("3 findings fixed in 2 documents", "3 avisos corregidos en 2 documentos"),
    ],
)
def test_notes_are_in_spanish(line, said):
    translated = translate_line(line, "es")
    assert translated.startswith(said)
    assert translated != line


def test_what_no_phrase_says_stays_as_it_is():
    line = "no such page.md: the disk is on fire"
    assert translate_line(line, "es") == line
    assert translate_line("no such page.md: no such file or folder", "es") == (
        "no such page.md: no hay tal archivo ni carpeta"
    )


@pytest.mark.parametrize("language", ["", "es"])
def test_a_line_may_have_any_number_of_colons(language):
    line = ": " * 2000 + "x"
    assert translate_line(line, language) == line
