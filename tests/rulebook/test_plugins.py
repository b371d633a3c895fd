"""Checks in Python: files that the configuration names, installed packages, and code that fails."""

import os
from textwrap import dedent

import pytest

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
        write("plainlint.toml", 'rules = ["rules"]\nchecks = ["my_checks.py"]\n')
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
    assert err == ""


LOST = "type('Lost', (), {'__del__': lambda _: sum(1 for _ in range(10**9))})()"


# An object that is being deleted may be what is stopped first, which Python tells and no more.
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
    assert (out, err) == (
        "1 document checked: no findings.\n",
        "plainlint: house/calm is left out: its check is code from outside plainlint\n",
    )
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


def test_the_kinds_of_checks_that_a_team_adds_are_described(team, plainlint, write):
    team()
    path = write(
        "my_checks.py", dedent(CHECK).replace("{part}", "Sentence").replace("{body}", BODY)
    )
    code = path.read_text().replace(
        ":\n    if limits", ':\n    """Signs that shout."""\n    if limits'
    )
    path.write_text(code)
    told = plainlint("rule", "--verbs").out
    assert "| [shouting](#shouting) |" in told
    assert "| `sign` | a text | ! |  |" in told
    assert "Rules that use it: `house/calm`." in told


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
    told = concise("--select", "brand", env=env)[1]
    assert "short.md:2: brand/short: unknown key 'chekc'; did you mean 'check'?" in told


@pytest.mark.parametrize("pages", ["nothing.pages", "house_style.none", "json.decoder"])
def test_a_package_that_names_no_folder_of_pages(package, concise, pages):
    told = concise(env=package(pages))[1]
    assert f"plainlint: the plug-in {pages}: " in told


def site_file(site, name):
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
