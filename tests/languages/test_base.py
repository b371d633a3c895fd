"""What is known of a language is looked up by its tag."""

import subprocess
import sys

from plainlint.languages.base import Language, find_formula, get_language
from plainlint.languages.files import ENGLISH, list_codes, parse_sections


def test_a_tag_with_a_country_is_that_of_its_language():
    assert get_language("en-GB") is get_language(ENGLISH)
    assert get_language("EN").name == "English"


def test_a_language_without_a_folder_has_no_parts():
    assert get_language("xx-YY") == Language(code="xx", name="xx")


def test_english_comes_first():
    assert list_codes()[0] == ENGLISH


def test_formulas_are_found_by_name_in_any_language():
    assert find_formula("smog") is get_language(ENGLISH).formulas["smog"]
    assert find_formula("nonsense") is None


def test_no_two_languages_have_a_formula_of_one_name():
    names = [name for code in list_codes() for name in get_language(code).formulas]
    assert len(names) == len(set(names))


def test_every_formula_names_its_source():
    for code in list_codes():
        for name, formula in get_language(code).formulas.items():
            assert formula.__doc__, name


def test_grades_are_made_of_formulas_that_are_there():
    for code in list_codes():
        language = get_language(code)
        if language.grade:
            assert language.formulas.keys() >= {*language.grade.formulas}


def test_sections_of_a_data_file():
    text = "# comment\n[one]\na b\nc\n\n# more\n[two]\nd\n[one]\ne\n"
    assert parse_sections(text) == {"one": {"a", "b", "c", "e"}, "two": {"d"}}


def test_an_english_page_loads_no_other_language():
    code = """
import sys
from pathlib import Path
from plainlint import lint_text
from plainlint.languages import base
lint_text("# Clean hands\\n\\nThe drug is given with soap and water.\\n")
folders = {name.split(".")[2] for name in sys.modules if name.startswith("plainlint.languages.")}
own = {file.stem for file in Path(base.__file__).parent.glob("*.py")}
print(*sorted(folders - own))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["en"]
