"""The plug-in for pytest: pages as test items, in a separate pytest on real folders."""

import pytest

pytest_plugins = ["pytester"]

PAGE = """\
---
check: word-list
message: "'{text}' is not a word."
words: [zorbify]
---
# No odd words

```bad
Please «zorbify» your hands.
```

```good patient technical
Please wash your hands.
```
"""


@pytest.fixture
def run(pytester):
    """Run pytest in a separate process, in a folder with the page `rules/house/plain.md`."""
    page = pytester.path / "rules" / "house" / "plain.md"
    page.parent.mkdir(parents=True)

    def call(text, *arguments):
        page.write_text(text, encoding="utf-8")
        return pytester.runpytest_subprocess("-p", "no:cacheprovider", *arguments)

    return call


def test_each_example_is_a_test(run):
    done = run(PAGE, "--plainlint-rules", "rules", "-v")
    assert done.ret == 0
    done.stdout.fnmatch_lines(
        [
            "rules/house/plain.md::bad-general-line-8 PASSED*",
            "rules/house/plain.md::good-patient-line-12 PASSED*",
            "rules/house/plain.md::good-technical-line-12 PASSED*",
            "*3 passed*",
        ]
    )


def test_a_difference_is_shown_as_by_plainlint_test(run, plainlint, pytester):
    done = run(
        PAGE.replace("Please «zorbify» your", "Please zorbify «your»"), "--plainlint-rules", "rules"
    )
    done.assert_outcomes(passed=2, failed=1)
    done.stdout.fnmatch_lines(
        [
            "*house/plain: bad-general-line-8*",
            "*rules/house/plain.md:8: house/plain: the bad example for general readers",
            "  page says: Please zorbify «your» hands.",
            "  rule finds: Please «zorbify» your hands.",
        ]
    )  # fmt: skip
    assert "Traceback" not in done.stdout.str()
    called = plainlint("test", "rules", cwd=pytester.path)
    assert called.out.splitlines()[1:3] == [
        "  page says: Please zorbify «your» hands.",
        "  rule finds: Please «zorbify» your hands.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("```good", "```text", "house/plain has no good example"),
        ("«zorbify»", "zorbify", "a bad example needs « »"),
    ],
)
def test_examples_that_test_nothing_fail(run, old, new, problem):
    done = run(PAGE.replace(old, new), "--plainlint-rules", "rules")
    assert done.ret == 1
    done.stdout.fnmatch_lines([f"*{problem}*"])


def test_an_unpaired_mark_is_an_error_of_its_page(run):
    done = run(PAGE.replace("«", ""), "--plainlint-rules", "rules")
    done.assert_outcomes(errors=1)
    done.stdout.fnmatch_lines(["*plain.md:8: each « needs a » after it"])


@pytest.mark.parametrize(
    ("page", "folder", "problem"),
    [
        (PAGE.replace("words", "wrods"), "rules", "*plain.md:4: house/plain: unknown key 'wrods'; did you mean 'words'?"),
        (PAGE, "ruls", "*ruls' is not a rule, a category or a folder*"),
    ],
)  # fmt: skip
def test_a_wrong_page_or_folder_ends_the_run_with_one_line(run, page, folder, problem):
    done = run(page, "--plainlint-rules", folder)
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines([f"ERROR: {problem}"])
    assert "Traceback" not in done.stderr.str()


def test_the_settings_of_the_folder_apply(run, pytester):
    (pytester.path / "plainlint.toml").write_text('[rule."house/plain"]\nwords = ["wash"]\n')
    run(PAGE, "--plainlint-rules", "rules").assert_outcomes(failed=3)


def test_examples_can_be_selected_and_run_with_other_tests(run, pytester):
    pytester.makepyfile(test_own="def test_own(): pass")
    run(PAGE, "--plainlint-rules", "rules").assert_outcomes(passed=4)
    run(PAGE, "--plainlint-rules", "rules", "-k", "bad-general").assert_outcomes(
        passed=1, deselected=3
    )
    selected = "rules/house/plain.md::bad-general-line-8"
    run(PAGE, "--plainlint-rules", "rules", selected).assert_outcomes(passed=1)


def test_the_examples_are_shared_by_several_processes(run):
    run(PAGE, "--plainlint-rules", "rules", "-n", "2").assert_outcomes(passed=3)


def test_without_the_option_nothing_is_collected_and_nothing_heavy_is_imported(run, pytester):
    pytester.makepyfile(
        test_own="import sys\n"
        "def test_own():\n"
        "    assert 'plainlint.run.pytest_plugin' in sys.modules\n"
        "    heavy = {'yaml', 'frontmatter', 'markdown_it', 're2', 'jinja2', 'plainlint.engine.linter'}\n"
        "    assert not heavy & sys.modules.keys()\n"
    )
    run(PAGE).assert_outcomes(passed=1)
