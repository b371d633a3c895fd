"""Completion: what may come next on a command line, in each shell."""

import os
import shutil
import subprocess
import sys

import pytest

from plainlint.cli.completion import complete
from plainlint.cli.parser import SHELLS, build_parser
from plainlint.rulebook.page import Pages, get_category, get_shipped_folder
from tests.conftest import ROOT

RULES = sorted(Pages((get_shipped_folder(),)))
NAMES = sorted({*RULES, *map(get_category, RULES)})


def ask(*words):
    """Return the kind of what may come next, and the words."""
    found = complete(build_parser(), words, lambda: NAMES)
    return found.kind, [candidate.word for candidate in found.candidates]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["che"], ["check"]),
        (["c"], ["check", "config", "completion", "cache", "corpus", "corpus report"]),
        (["check", "--show"], ["--show-files", "--show-settings"]),
        (["check", "docs", "--fix", "--unsafe"], ["--unsafe-fixes"]),
        (["check", "--select", "struct"], [n for n in NAMES if n.startswith("struct")]),
        (["check", "--select", "jargon,numbers/d"], [
            "jargon,numbers/decimals", "jargon,numbers/dose-form",
        ]),
        (["check", "--output-format", "s"], ["statistics", "sarif"]),
        (["check", "--output-format=sa"], ["--output-format=sarif"]),
        # As bash passes it.
        (["check", "--output-format", "=", "sa"], ["sarif"]),
        (["check", "--fail-on", "w"], ["warning"]),
        (["check", "--fail-on", "warning", "--fail-on", ""], ["error", "warning", "info", "never"]),
        (["check", "--max-warnings", ""], []),
        (["rule", "readability/long"], ["readability/long-paragraph", "readability/long-sentence"]),
        (["rule", "readability/long-sentence", ""], []),
        (["init", "--preset", "n"], ["nci", "nhs", "nih"]),
        (["new", ""], ["rule"]),
        (["glossary", ""], ["harvest", "import", "show"]),
        (["completion", ""], ["bash", "zsh", "fish", "powershell"]),
        (["cache", ""], ["info", "clear"]),
        (["nothing", ""], []),
        # It is the scripts that ask for it.
        (["compl"], ["completion"]),
        # A former name.
        (["check", "--check-b"], []),
    ],
)  # fmt: skip
def test_words_that_may_come_next(words, expected):
    kind, found = ask(*words)
    assert kind == "words"
    assert found == expected


@pytest.mark.parametrize(
    "words",
    [
        ["check", ""],
        ["check", "docs/a.md", "b"],
        ["check", "--config", "pl"],
        ["check", "--", "--odd"],
        ["check", "--baseline=x"],
        ["score", "--cache-dir", "x", ""],
        ["glossary", "show", "sepsis", ""],
        ["config", ""],
    ],
)
def test_files_are_left_to_the_shell(words):
    assert ask(*words) == ("files", [])


@pytest.mark.parametrize(
    "words", [["report", "-o", "r"], ["mcp", ""], ["check", "--cache-dir", ""]]
)
def test_folders_are_left_to_the_shell(words):
    assert ask(*words) == ("folders", [])


def test_options_have_their_meanings(plainlint):
    out = plainlint("complete", "--", "check", "--exit").out
    assert out == "words\n--exit-zero\texit with 0 whatever is found; errors still fail\n"


def test_rules_of_the_settings_are_offered_and_wrong_settings_are_no_error(plainlint, write):
    plainlint("new", "rule", "house/plain")
    write("plainlint.toml", 'rule-folders = ["rules"]\n')
    assert plainlint("complete", "--", "rule", "house/").out == "words\nhouse/plain\n"
    write("plainlint.toml", "wrong = 1\n")
    called = plainlint("complete", "--", "rule", "numbers/stat")
    assert (called.out, called.err) == ("words\nnumbers/statistics\n", "")


@pytest.mark.parametrize("shell", SHELLS)
def test_each_script_says_how_to_use_it(plainlint, shell):
    script = plainlint("completion", shell).out
    assert "# Completion of plainlint for " in script
    assert f"plainlint completion {shell}" in script


@pytest.fixture
def program(tmp_path):
    """Return variables with which a shell finds plainlint, in a folder with a page and a folder."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (tmp_path / "leaflets").mkdir()
    (tmp_path / "leaflets" / "a.md").write_text("Rest.")
    script = folder / "plainlint"
    script.write_text(f'#!/bin/sh\nexec {sys.executable} -m plainlint "$@"\n')
    script.chmod(0o755)
    path = f"{folder}:{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}


def need(shell):
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")


LINES = [
    ("plainlint che", {"check"}),
    ("plainlint check --show", {"--show-files", "--show-settings"}),
    ("plainlint check --output-format sar", {"sarif"}),
    ("plainlint check --fail-on ", {"error", "warning", "info", "never"}),
    ("plainlint check --select jargon,numbers/d", {
        "jargon,numbers/decimals", "jargon,numbers/dose-form",
    }),
    ("plainlint rule numbers/st", {"numbers/statistics"}),
]  # fmt: skip
BASH = """
source <(plainlint completion bash)
COMP_WORDS=({words})
COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
_plainlint plainlint
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


def complete_in_bash(line, environment, folder):
    words = line.split(" ")
    quoted = " ".join(f"'{word}'" for word in words)
    script = BASH.format(words=quoted)
    done = subprocess.run(
        ["bash", "-c", script], env=environment, cwd=folder, capture_output=True, check=True
    )
    assert done.stderr == b""
    return set(done.stdout.decode().splitlines()) - {""}


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_bash(program, tmp_path, line, expected):
    need("bash")
    assert complete_in_bash(line, program, tmp_path) == expected


def test_bash_completes_folders_and_leaves_files_to_readline(program, tmp_path):
    need("bash")
    assert complete_in_bash("plainlint report -o lea", program, tmp_path) == {"leaflets"}
    assert complete_in_bash("plainlint check lea", program, tmp_path) == set()
    assert complete_in_bash("plainlint check --output-format = sar", program, tmp_path) == {"sarif"}


@pytest.mark.parametrize(("line", "expected"), [*LINES, ("plainlint check leaf", {"leaflets/"})])
def test_fish(program, tmp_path, line, expected):
    need("fish")
    script = f"plainlint completion fish | source; complete -C '{line}'"
    done = subprocess.run(
        ["fish", "--no-config", "-c", script],
        env=program,
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    found = {row.partition("\t")[0] for row in done.stdout.decode().splitlines()}
    assert found == expected


ZSH = """
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PS1= ; autoload -Uz compinit && compinit -u -D; eval "$(plainlint completion zsh)"'
zpty -w shell 'bindkey "^I" complete-word; zstyle ":completion:*" list-prompt ""; stty -echo'
zpty -w shell 'finish() {{ print -r -- "<<<$BUFFER>>>"; BUFFER= }}; zle -N finish; bindkey "^X" finish'
zpty -w shell 'print READY'
zpty -r -m shell seen '*READY*READY*' 2>/dev/null || zpty -r -m shell seen '*READY*'
zpty -n -w shell $'{line}\\t\\x18'
zpty -r -m shell seen '*<<<*>>>*'
print -r -- "$seen"
zpty -d shell
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("plainlint che", "plainlint check "),
        ("plainlint check --show-f", "plainlint check --show-files "),
        ("plainlint check --output-format=sar", "plainlint check --output-format=sarif "),
        ("plainlint rule numbers/st", "plainlint rule numbers/statistics "),
        ("plainlint check leaf", "plainlint check leaflets/"),
    ],
)
def test_zsh(program, tmp_path, line, expected):
    need("zsh")
    done = subprocess.run(
        ["zsh", "-f", "-c", ZSH.format(line=line)],
        env={**program, "TERM": "dumb"},
        cwd=tmp_path,
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert f"<<<{expected}>>>" in done.stdout.decode(errors="replace")
