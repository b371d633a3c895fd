"""Habits of the shell: stdin, options anywhere, patterns, colours, and errors in one line."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

TWICE = "\nDrink the the tea.\n"


@pytest.fixture
def pages(write, good):
    """Write two pages with one finding each."""
    return [write(f"docs/{name}.md", good + TWICE) for name in ("a", "b")]


def list_names(called):
    """Return the documents in JSON output."""
    return [document["path"] for document in called.json["documents"]]


def test_a_dash_is_stdin_and_may_be_named(plainlint, write, good, pages):
    json_format = ("--output-format", "json")
    text = (good + TWICE).encode()
    assert list_names(plainlint("check", "-", *json_format, input=text)) == ["-"]
    named = plainlint("check", "-", "--stdin-filename", "docs/new.md", *json_format, input=text)
    assert list_names(named) == ["docs/new.md"]
    both = plainlint("check", "docs/b.md", "-", *json_format, input=text)
    assert list_names(both) == ["-", "docs/b.md"]


def test_text_on_stdin_replaces_the_file_of_its_name(plainlint, pages):
    options = ("--stdin-filename", "docs/a.md", "--output-format", "json")
    called = plainlint("check", "docs/a.md", "docs/b.md", *options, input=b"Rest.\n")
    assert list_names(called) == ["docs/a.md", "docs/b.md"]
    rules = [finding["rule"] for finding in called.json["documents"][0]["diagnostics"]]
    assert "structure/repeated-word" not in rules


def test_a_file_whose_name_is_a_dash(plainlint, write, good):
    write("-", good)
    assert list_names(plainlint("check", "./-", "--output-format", "json")) == ["-"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("score", "-"),
        ("score", "--sentences", "-"),
        ("rule", "structure/repeated-word", "--try", "-"),
        ("glossary", "harvest", "-"),
        ("glossary", "show", "sepsis", "-"),
        ("report", "-", "-o", "out"),
        ("check", "-", "--diff"),
    ],
)
def test_every_command_that_reads_takes_stdin(plainlint, good, arguments):
    called = plainlint(*arguments, input=(good + "\nIt may be sepsis.\n").encode())
    assert called.code == 0, called.err


def test_a_glossary_from_stdin(plainlint):
    called = plainlint(
        "glossary", "import", "-", input=b'[{"term": "sepsis", "plain": "a grave reaction"}]'
    )
    assert called.code == 0, called.err
    assert "a grave reaction" in called.out


def test_stdin_can_not_be_a_text_and_a_list(plainlint):
    called = plainlint("check", "-", "--files-from", "-", input=b"a.md\n")
    assert (called.code, called.err.count("\n")) == (2, 1)
    assert "leave out one '-'" in called.err


def test_fix_has_no_file_for_stdin(plainlint, good):
    called = plainlint("check", "--fix", "-", input=good.encode())
    assert called.code == 2
    assert "use --diff" in called.err


def test_options_stand_anywhere(plainlint, pages):
    mixed = plainlint("check", "docs/a.md", "-q", "docs/b.md", "--output-format", "json")
    assert list_names(mixed) == ["docs/a.md", "docs/b.md"]
    last = plainlint("check", "docs/a.md", "--select=structure", "docs/b.md", "--select", "input")
    assert "2 documents checked" in last.out


def test_all_behind_two_dashes_is_a_path(plainlint, write, good):
    write("-q.md", good)
    called = plainlint("check", "--output-format", "json", "--", "-q.md")
    assert list_names(called) == ["-q.md"]


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("docs/*.md", ["docs/a.md", "docs/b.md"]),
        ("docs/**/*.md", ["docs/a.md", "docs/b.md", "docs/deep/c.md"]),
        ("*/[ac].md", ["docs/a.md"]),
        ("d*", ["docs/a.md", "docs/b.md", "docs/deep/c.md"]),
        ("./docs/?.md", ["docs/a.md", "docs/b.md"]),
        ("*.md", ["README.md", "top.md"]),
    ],
)
def test_patterns_that_no_shell_has_expanded(plainlint, write, good, pages, pattern, names):
    write("docs/deep/c.md", good)
    write("top.md", good)
    write("README.md", good)
    write("docs/a.png", b"\x89PNG")
    assert list_names(plainlint("check", pattern, "--output-format", "json")) == names


def test_a_pattern_that_nothing_matches(plainlint, pages):
    called = plainlint("check", "docs/*.rst")
    assert called.code == 2
    assert "docs/*.rst: no file matches this pattern" in called.err


def test_a_pattern_follows_no_link_that_leads_out(plainlint, write, good, pages, tmp_path):
    outside = tmp_path / "outside.md"
    outside.write_text(good)
    (tmp_path / "docs/link.md").symlink_to(outside)
    called = plainlint("check", "docs/*.md", "--output-format", "json")
    assert list_names(called) == ["docs/a.md", "docs/b.md"]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("chekc",), "unknown command 'chekc'; did you mean 'check'?"),
        (("glossary", "shw", "a"), "unknown command 'shw'; did you mean 'show'?"),
        (("check", "--outptu-format", "json"), "did you mean '--output-format'?"),
        (("check", "--output", "json"), "unknown option '--output'"),
        (("check", "--fail-on", "eror"), "--fail-on: unknown value 'eror'; did you mean 'error'?"),
        (("check", "--output-format", "jsn"), "unknown format 'jsn'; did you mean"),
        (("check", "--jobs", "two"), "--jobs: 'two' is not a whole number"),
        (("check", "a.md", "--jobs"), "--jobs needs a value"),
        (("init", "a", "b"), "unexpected argument 'b'"),
        ((), "COMMAND is missing"),
    ],
)
def test_wrong_arguments_are_explained_in_one_line(plainlint, arguments, problem):
    called = plainlint(*arguments)
    assert called.code == 2
    assert problem in called.err
    assert called.err.count("\n") == 1


@pytest.mark.parametrize(
    ("environment", "options", "is_coloured"),
    [
        ({}, (), False),
        ({"FORCE_COLOR": "1"}, (), True),
        ({"CLICOLOR_FORCE": "1"}, (), True),
        ({"FORCE_COLOR": "0"}, (), False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, (), False),
        ({"FORCE_COLOR": "1"}, ("--color", "never"), False),
        ({"NO_COLOR": "1"}, ("--color", "always"), True),
    ],
)
def test_colours(plainlint, pages, environment, options, is_coloured):
    clean = {name: value for name, value in os.environ.items() if "COLOR" not in name}
    called = plainlint("check", "docs", *options, env={**clean, **environment})
    assert ("\x1b[" in called.out) is is_coloured


def test_the_summary_says_what_can_be_fixed_and_fix_what_it_did(plainlint, write, good):
    unused = "<!-- plainlint: disable-next-line=jargon -->"
    for name in ("a", "b"):
        write(f"{name}.md", f"{good}\n{unused}\n\nRest.\n\n{unused}\n\nPlease utilise it.\n")
    options = ("--select", "suppression,jargon,plain-language/complex-word")
    summary = " 4 fixable with --fix, 2 more with --fix --unsafe-fixes."
    assert plainlint("check", ".", *options).out.endswith(f"{summary}\n")
    # The second run has its results from the cache.
    assert plainlint("check", ".", *options, "--output-format=concise").out.endswith(f"{summary}\n")
    fixed = plainlint("check", ".", "--fix", *options)
    assert "a.md: 2 findings fixed" in fixed.err
    assert "4 findings fixed in 2 documents" in fixed.err
    assert fixed.out.endswith(" 2 fixable with --fix --unsafe-fixes.\n")
    assert "nothing to fix" in plainlint("check", ".", "--fix", *options).err


def test_unsafe_fixes_alone_do_nothing_and_say_so(plainlint, pages):
    assert "add --fix or --diff" in plainlint("check", "docs", "--unsafe-fixes").err
    assert "add --fix" not in plainlint("check", "docs", "--unsafe-fixes", "--diff").err


@pytest.mark.parametrize("width", [40, 80])
def test_sentences_fit_the_terminal(plainlint, write, good, width):
    write("a.md", good + "\nThe physician will administer the 漢字 preparation " + "soon " * 30)
    called = plainlint("score", "a.md", "--sentences", env={**os.environ, "COLUMNS": str(width)})
    table = called.out.partition("\n\n")[0].splitlines()
    assert max(map(len, table)) <= width
    assert any(line.endswith("…") for line in table)
    assert (
        "soon soon soon soon soon soon soon soon soon"
        in plainlint(
            "score",
            "a.md",
            "--sentences",
            env={k: v for k, v in os.environ.items() if k != "COLUMNS"},
        ).out
    )


@pytest.mark.parametrize("delay", [0.15, 0.3, 0.6])
def test_interrupted_at_any_moment(tmp_path, pages, delay):
    process = subprocess.Popen(
        [sys.executable, "-m", "plainlint", "check", "-"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Processes in the background ignore Ctrl-C, and pass that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    )
    time.sleep(delay)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors == b""


def test_json_of_broken_bytes_is_for_strict_readers(plainlint, write, good):
    write("a.md", good.encode() + b"\nA caf\xe9 \xf0\x9f\x98\x80 the the.\n")
    for name in ("json", "jsonl", "sarif", "gitlab", "rdjson"):
        called = plainlint("check", "a.md", "--output-format", name)
        for line in called.out.splitlines() if name == "jsonl" else [called.out]:
            json.dumps(json.loads(line), ensure_ascii=False).encode()
    json.dumps(plainlint("score", "a.md", "--output-format=json").json, ensure_ascii=False).encode()
