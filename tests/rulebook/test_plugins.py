"""Checks in Python: files that the configuration names, installed packages, and code that fails."""

import os
from textwrap import dedent

import pytest

from plainlint import PlainlintError
from plainlint.config.loader import load_config
from plainlint.rulebook.check_docs import render_check_docs
from plainlint.rulebook.plugins import load_file_checks
from plainlint.rulebook.registry import matches_type
from plainlint.rulebook.selection import RuleSet

CHECK = """
    from collections.abc import Iterator

    from plainlint.checks import Hit
    from plainlint.core.audiences import Limits
    from plainlint.document.model import {part}


    def shouting(part: {part}, limits: Limits, sign: str = "!") -> Iterator[Hit]:
        {body}


    def _helper(part: {part}) -> None:
        raise AssertionError
"""
BODY = """if limits.find_exceeded_limit(part.text.count(sign)):
            yield Hit(part.span, {"sign": sign})"""
PAGE = """
    ---
    check: shouting
    limits: {most: {patient: 0}}
    message: "A '{sign}' shouts."
    ---
    # Calm
"""


@pytest.fixture
def team(write, good):
    """A team's folder with a check of its own, by what it looks at and its body."""

    def put(part="Sentence", body=BODY):
        write("my_checks.py", dedent(CHECK).replace("{part}", part).replace("{body}", body))
        write("rules/house/calm.md", dedent(PAGE).lstrip())
        write("plainlint.toml", 'rule-folders = ["rules"]\ncheck-files = ["my_checks.py"]\n')
        return write("a.md", good + "\nStop! Then rest.\n")

    return put


@pytest.fixture
def concise(plainlint):
    """The findings of a run of `check`, a line each."""

    def call(*arguments, **options):
        called = plainlint("check", "--output-format", "concise", "a.md", *arguments, **options)
        return called.out, called.err

    return call


def test_a_function_in_a_file_is_a_check(team, concise):
    team()
    assert "a.md:15:1: warning house/calm A '!' shouts." in concise()[0]


@pytest.mark.parametrize("part", ["Section", "Block", "Sentence", "Word", "Passage", "Document"])
def test_a_check_can_look_at_any_part(team, concise, part, write):
    path = team(part, "yield Hit(getattr(part, 'span', (0, 1)))")
    code = (path.parent / "my_checks.py").read_text().replace(", limits: Limits", "")
    code = code.replace("(0, 1)", "Span(0, 1)").replace(
        "import Hit\n", "import Hit\nfrom plainlint.core.source import Span\n"
    )
    if part == "Passage":
        code = code.replace("plainlint.document.model", "plainlint.document.passages")
    write("my_checks.py", code)
    write("rules/house/calm.md", "---\ncheck: shouting\nmessage: Seen.\n---\n")
    assert "house/calm Seen." in concise()[0]


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("yield 1 / 0", "ZeroDivisionError: division by zero (my_checks.py, line 10)"),
        ("yield Hit((5, 10 ** 9))", "it points to no place in the document"),
        ("yield part", "it points to no place in the document"),
        ("return 5", "TypeError: 'int' object is not iterable"),
        ("raise SystemError('no')", "SystemError: no"),
    ],
)
def test_a_check_that_fails_is_named_and_the_others_go_on(team, concise, body, problem):
    path = team(body=body)
    path.write_text(path.read_text() + f"\nRest {'and rest ' * 20}.\n")
    out, err = concise()
    assert f"error house/calm This rule could not be run here: {problem}" in out
    assert out.count("house/calm") == 1
    assert "readability/long-sentence" in out
    assert err.count("\n") == 1


LOST = "type('Lost', (), {'__del__': lambda _: sum(1 for _ in range(10**9))})()"


# The timeout may first interrupt the deletion of an object, which Python only prints a note on.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(
    "body",
    ["while True: pass", "while True: yield Hit(part.span)", f"{LOST}; yield from iter(int, 1)"],
)
def test_a_check_that_never_ends_is_stopped(team, body, monkeypatch):
    from plainlint import lint_paths
    from plainlint.config.loader import load_config
    from plainlint.engine import isolation

    path = team(body=body)
    monkeypatch.setattr("plainlint.engine.run_rules.MAX_SECONDS", 0.3)
    assert isolation.MAX_SECONDS == 10
    config = load_config(path.with_name("plainlint.toml"))
    (result,) = lint_paths([path], config=config).results
    (finding,) = result.diagnostics
    assert finding.message in {
        "This rule could not be run here: it takes more than 0.3 s.",
        "This rule could not be run here: it has more than 100,000 findings.",
    }


def test_no_plugins_runs_no_code(team, concise, write):
    path = team()
    write("my_checks.py", "raise SystemExit('I was run')")
    out, err = concise("--no-plugins")
    assert out == "1 document checked: no findings.\n"
    assert err.startswith("plainlint: house/calm ")
    assert path.exists()


def test_a_file_beside_the_documents_is_not_run_unless_it_is_named(team, concise, write):
    team()
    write("my_checks.py", "raise SystemExit('I was run')")
    write("plainlint.toml", "")
    assert concise() == ("1 document checked: no findings.\n", "")


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("import nothing_of_this_name", "my_checks.py: can't be loaded: ModuleNotFoundError"),
        ("\n1 / 0", "ZeroDivisionError: division by zero (my_checks.py, line 2)"),
        ("def (", "my_checks.py: can't be loaded: SyntaxError"),
        ("def f(x: int): ...", "my_checks.py: has no check: a function with a first parameter"),
        ("from plainlint.document.model import Word\ndef pattern(word: Word): ...", "plainlint has a check 'pattern' itself"),
        ("from plainlint.document.model import Word\ndef shoutin(word: Word): ...", "unknown check 'shouting'; did you mean 'shoutin'?"),
    ],
)  # fmt: skip
def test_files_of_checks_that_are_wrong(team, concise, write, code, message):
    team()
    write("my_checks.py", code)
    assert message in concise()[1]


HEAD = """
from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict
from plainlint.plugin import *


"""


@pytest.fixture
def load(write):
    """Load a file of checks, each by its name; an error begins with the line of the code."""

    def call(code):
        path = write("my_checks.py", HEAD + code + "\n")
        try:
            return load_file_checks(path)
        except PlainlintError as error:
            file, _, rest = str(error).partition(":")
            assert file == str(path)
            line, _, problem = rest.partition(": ")
            raise PlainlintError(f"{int(line) - HEAD.count(chr(10))}: {problem}") from error

    return call


MARKED = "@check\ndef shouting({}):\n    yield"


@pytest.mark.parametrize(
    ("parameters", "problem"),
    [
        ("", "2: shouting: the first parameter must be the part to look at: Block, Cand"),
        ("*, sign: str", "2: shouting: the first parameter must be the part to look at"),
        ("*parts: Word", "2: shouting: the first parameter must be the part to look at"),
        ("word", "2: shouting: the first parameter 'word' needs a type: Block, "),
        ("word: str", "2: shouting: the first parameter 'word' can't be 'str'; it must be one of"),
        ("word: list[Word]", "the first parameter 'word' can't be 'list[plainlint"),
        ("word: 'Wrod'", "2: shouting: an annotation can't be read: name 'Wrod' is not defined"),
        ("word: Word, *, sign", "2: shouting: the setting 'sign' needs a type"),
        ("word: Word, *, sign='!'", "2: shouting: the setting 'sign' needs a type"),
        ("word: Word, sign: str", "the setting 'sign' must be keyword-only: put a * before it"),
        ("word: Word,\n    langauge: str", "3: shouting: the setting 'langauge' must be keyword-only: put a * before it; did you mean 'language'?"),
        ("word: Word,\n    *,\n    limit: Limits", "4: shouting: the setting 'limit' can't be 'plainlint.core.audiences.Limits'; did you mean 'limits'?"),
        ("word: Word, *, audiences: list[str]", "'audiences' is the 'plainlint.core.audiences.Audiences' of the context; give the setting another name"),
        ("word: Word, *, message: str", "every rule page has a key 'message'; give the setting another"),
        ("word: Word, *, scope: str", "every rule page has a key 'scope'"),
        ("word: Word, *signs: str", "'*signs: str' is not possible: name each setting"),
        ("word: Word, **signs: str", "'**signs: str' is not possible"),
        ("part: Word, word: str, /", "'word' must not be positional-only"),
        ("word: Word, *, signs: tuple[str, ...]", "the setting 'signs' can't be 'tuple[str, ...]'; it may be str, int"),
        ("word: Word, *, signs: list", "the setting 'signs' can't be 'list'; it may be"),
        ("word: Word, *, signs: dict", "the setting 'signs' can't be 'dict'"),
        ("word: Word, *, signs: dict[int, str]", "the setting 'signs' can't be 'dict[int, str]'"),
        ("word: Word, *, signs: list[Any]", "the setting 'signs' can't be 'list[typing.Any]'"),
        ("word: Word, *, sign: str | None = None", "the setting 'sign' can't be 'str | None'"),
        ("word: Word, *, sign: Literal[1, 2]", "the setting 'sign' can't be 'Literal[1, 2]'"),
        ("found: WordMatch", "2: shouting: a check of WordMatch needs its words: a first setting of"),
        ("found: WordMatch, *, words: str", "2: shouting: a check of WordMatch needs its words"),
        ("found: CandidatePassage, *, words: int", "a check of CandidatePassage needs its patterns"),
        ("found: CandidatePassages", "a check of CandidatePassages needs its patterns"),
    ],
)  # fmt: skip
def test_a_fault_of_a_check_is_named_with_its_line(load, parameters, problem):
    with pytest.raises(PlainlintError) as error:
        load(MARKED.format(parameters))
    assert problem in str(error.value)
    assert "helper" not in str(error.value)


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("@check\nclass Shouting: ...", "2: Shouting: only a function can be a check"),
        ("@check\nasync def f(word: Word):\n    yield", "2: f: a check can't be async"),
        ("@check\nasync def f(word: Word): ...", "2: f: a check can't be async"),
        ("@check\ndef _f(word: Word): ...", "2: _f: a check's name can't begin with '_'"),
        ("@check(scope='heading')\ndef f(word: Word): ...", "2: f: the scope 'heading' has no effect on a check of Word; look at Passage"),
        ("@check(scope='headnig')\ndef f(part: Passage): ...", "did you mean 'heading'"),
        ("@check(scope=3)\ndef f(part: Passage): ...", "2: f: @check: "),
        ("def f(word: Word, limits_: Limits): ...", "1: f: the setting 'limits_' can't be"),
        ("def f(word: Word, langauge: str): ...", "1: f: the context has no 'langauge'; did you mean 'language'?; a helper's name begins with '_'"),
        ("def f(word: Word, sign): ...", "1: f: the setting 'sign' needs a type"),
        ("def f(word: Word, sign: 'Sign'): ...", "1: f: an annotation can't be read: name 'Sign'"),
        ("def f(word: Word, message: str): ...", "1: f: every rule page has a key 'message'"),
    ],
)  # fmt: skip
def test_other_faults(load, code, problem):
    with pytest.raises(PlainlintError) as error:
        load(code)
    assert problem in str(error.value)


def test_what_a_check_can_be(load):
    checks = load(
        "class Token(TypedDict, total=False):\n    pattern: Regex\n    tags: list[str]\n\n\n"
        "@check(scope='heading')\n"
        "def one(part: Passage, language: str, *, limits: Limits, tokens: Sequence[Token], "
        "langauge: str = 'x', levels: dict[str, int] = {}, kind: Literal['a', 'b'] = 'a'):\n"
        "    yield\n\n\n"
        "@check\ndef by_word(found: WordMatch, *, words: list[str]): ...\n\n\n"
        "@check\ndef by_pattern(found: CandidatePassage, *, pattern: Regex): ...\n\n\n"
        "def helper(word, sign=None): ...\n\n\n"
        "def count(text: str, *signs): ...\n\n\n"
        "def later(text: 'Sign'): ...\n"
    )
    assert checks.keys() == {"one", "by-word", "by-pattern"}
    one = checks["one"]
    assert (one.scope, one.context, one.limited, one.foreign) == (
        "heading",
        {"language"},
        True,
        True,
    )
    assert one.settings.keys() == {"tokens", "langauge", "levels", "kind"}
    assert one.required == {"tokens"}
    assert checks["by-word"].literals == "words"
    assert checks["by-pattern"].patterns == "pattern"


def test_a_function_of_an_older_file_is_a_check(load):
    checks = load(
        "SCOPE = 'heading'\n\n\n"
        "def old(part: Passage, source: str, sign: str, limit: int = 3, mark='!', wide=False): ...\n\n\n"
        "def _helper(part: Passage, cache): ...\n"
    )
    assert checks.keys() == {"old"}
    assert checks["old"].scope == "heading"
    assert checks["old"].settings == {"sign": str, "limit": int, "mark": str, "wide": bool}
    assert checks["old"].required == {"sign"}


def test_a_file_may_use_annotations_from_the_future(write):
    path = write(
        "my_checks.py",
        "from __future__ import annotations\nfrom dataclasses import dataclass\n"
        "from typing import TypedDict\nfrom plainlint.plugin import Word, check\n\n\n"
        "class Token(TypedDict):\n    sign: str\n\n\n"
        "@dataclass\nclass Place:\n    word: Word\n\n\n"
        "@check\ndef f(word: Word, *, tokens: list[Token]): ...\n\n\n"
        "def helper(sign: Sign): ...\n",
    )
    (check,) = load_file_checks(path).values()
    assert matches_type([{"sign": "!"}], check.settings["tokens"])
    assert not matches_type([3], check.settings["tokens"])


def test_a_check_that_is_imported_is_not_one_of_the_file(load):
    code = "from plainlint.checks.words import word_list\n\n\n" + MARKED.format("word: Word")
    assert load(code).keys() == {"shouting"}


def test_installed_packages_bring_checks_and_rules(team, concise, write, tmp_path):
    team()
    site = tmp_path / "site"
    (tmp_path / "my_checks.py").rename(site_file(site, "house_style/checks.py"))
    (tmp_path / "rules" / "house" / "calm.md").rename(
        site_file(site, "house_style/pages/brand/calm.md")
    )
    (site / "house_style" / "__init__.py").touch()
    (site / "house_style" / "pages" / "__init__.py").touch()
    write("plainlint.toml", "")
    site_file(site, "house_style-1.dist-info/METADATA").write_text(
        "Name: house-style\nVersion: 1\n"
    )
    (site / "house_style-1.dist-info" / "entry_points.txt").write_text(
        "[plainlint.checks]\nshouting = house_style.checks:shouting\n\n"
        "[plainlint.rules]\nhouse = house_style.pages\n"
    )
    env = {**os.environ, "PYTHONPATH": f"{site}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}
    assert "warning brand/calm A '!' shouts." in concise(env=env)[0]
    assert concise("--no-plugins", env=env)[0] == "1 document checked: no findings.\n"


def test_the_kinds_of_checks_that_a_team_adds_are_described(team, tmp_path, write):
    team()
    path = write(
        "my_checks.py", dedent(CHECK).replace("{part}", "Sentence").replace("{body}", BODY)
    )
    code = path.read_text().replace(
        ":\n    if limits", ':\n    """Signs that shout."""\n    if limits'
    )
    path.write_text(code)
    rule_set = RuleSet(load_config(tmp_path / "plainlint.toml"))
    docs = render_check_docs(rule_set.checks, rule_set.pages)
    assert "| [shouting](#shouting) |" in docs
    assert "| `sign` | a text | ! |  |" in docs
    assert "Rules that use it: `house/calm`." in docs


@pytest.fixture
def package(team, write, tmp_path):
    """Install a package that names its rule pages as `pages`; gives the environment for a run."""

    def install(pages):
        team()
        write("plainlint.toml", "")
        site = tmp_path / "site"
        page = site_file(site, "house_style/brand/short.md")
        page.write_text(
            '---\ncheck: sentence-length\nmessage: "{words} words."\n'
            "limits:\n  target: {patient: 2}\n---\n"
        )
        (site / "house_style" / "__init__.py").touch()
        site_file(site, "house_style-1.dist-info/METADATA").write_text("Name: house-style\n")
        (site / "house_style-1.dist-info" / "entry_points.txt").write_text(
            f"[plainlint.rules]\nhouse = {pages}\n"
        )
        return {**os.environ, "PYTHONPATH": f"{site}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}

    return install


def test_a_packages_rule_is_changed_without_copying_it(package, concise, write, tmp_path):
    env = package("house_style")
    assert "warning brand/short 3 words." in concise("--select", "brand", env=env)[0]
    write("plainlint.toml", '[rule."brand/short"]\nmessage = "Long."\nseverity = "info"\n')
    assert "info brand/short Long." in concise("--select", "brand", env=env)[0]
    write("plainlint.toml", '[rule."brand/short".limits.target]\npatient = 20\n')
    assert "no findings" in concise("--select", "brand", env=env)[0]
    page = tmp_path / "site" / "house_style" / "brand" / "short.md"
    page.write_text(page.read_text().replace("check:", "chekc:"))
    err = concise("--select", "brand", env=env)[1]
    assert "short.md:2: brand/short: unknown key 'chekc'; did you mean 'check'?" in err


@pytest.mark.parametrize("pages", ["nothing.pages", "house_style.none", "json.decoder"])
def test_a_package_that_names_no_folder_of_pages(package, concise, pages):
    err = concise(env=package(pages))[1]
    assert f"plainlint: the plug-in {pages}: " in err


def site_file(site, name):
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
