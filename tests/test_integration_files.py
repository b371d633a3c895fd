"""Integration files: run the hook, the action, the templates and the examples on their page."""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

BIN = Path(sys.executable).parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
STEPS = {step.get("name", step.get("uses")): step for step in ACTION["runs"]["steps"]}


def run(command, cwd, **options):
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, **options)


@pytest.fixture
def repository(tmp_path, write, good, hard):
    """Create a repository with a good document, and a bad one added since the first commit."""
    who = ["-c", "user.name=a", "-c", "user.email=a@b"]
    write("docs/good.md", good)
    for command in (["init", "-qb", "main"], ["add", "."], [*who, "commit", "-qm", "start"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    write("docs/bad.md", hard)
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    return tmp_path


@pytest.fixture(scope="module")
def hooks(tmp_path_factory):
    """Return what pre-commit fetches: this project in a separate repository."""
    folder = tmp_path_factory.mktemp("hooks")
    for name in ("plainlint", "rules"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    who = ["-c", "user.name=a", "-c", "user.email=a@b"]
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "start"]):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return folder


def test_pre_commit_try_repo(repository, hooks, tmp_path_factory):
    environment = {
        **os.environ,
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("cache")),
        # The environment of the hook uses the installed libraries, so nothing is fetched.
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PIP_NO_BUILD_ISOLATION": "false",
        "PIP_NO_INDEX": "1",
    }
    command = [BIN / "pre-commit", "try-repo", hooks, "plainlint", "--all-files"]
    done = run(command, repository, env=environment, timeout=300)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "docs/bad.md:15:1: error:" in done.stdout
    assert "2 documents checked" in done.stdout
    (repository / "plainlint.toml").write_text('exclude = ["bad.md"]\n')
    again = run(command, repository, env=environment, timeout=300)
    assert again.returncode == 0, again.stdout


def step(name, cwd, **environment):
    """Run the script of a step of the action, as the runner does."""
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[name]["run"]]
    names = set(STEPS[name]["env"])
    assert names <= environment.keys() | {"GH_TOKEN", "GH_REPO"}
    path = f"{environment.pop('extra', '')}:{BIN}:{os.environ['PATH']}"
    return run(shell, cwd, env={**os.environ, "PATH": path, **environment})


def check_step(repository, **changes):
    output = repository / "output.txt"
    summary = repository / "summary.md"
    inputs = {
        "PATHS": "docs\n", "SINCE": "", "FAIL_ON": "", "SARIF": "out.sarif",
        "COMMENT": str(repository / "comment.md"), "GITHUB_OUTPUT": str(output),
        "GITHUB_STEP_SUMMARY": str(summary), "PLUGINS": "auto", "EVENT": "push",
        "REPOSITORY": "team/docs", "HEAD": "",
    }  # fmt: skip
    done = step("Check the documents", repository, **inputs | changes)
    assert done.returncode == 0, done.stderr
    return done, output.read_text().strip()


def test_the_action_annotates_and_writes_its_files(repository):
    done, code = check_step(repository)
    assert code == "code=1"
    assert "::error file=docs/bad.md,line=15," in done.stdout
    assert json.loads((repository / "out.sarif").read_text())["version"] == "2.1.0"
    assert (repository / "comment.md").read_text().startswith("## plainlint")
    assert "docs/bad.md" in (repository / "summary.md").read_text()


def test_the_action_checks_only_the_change(repository):
    _, code = check_step(repository, SINCE="HEAD", SARIF="", PATHS="docs/good.md")
    assert code == "code=0"
    assert not (repository / "out.sarif").exists()
    _, code = check_step(repository, SINCE="HEAD", FAIL_ON="never")
    assert code.endswith("code=0")


@pytest.fixture
def custom_check(repository, write):
    """Add a rule whose check is Python code; return what it leaves behind when it runs."""
    write("check.py", """
from pathlib import Path
from plainlint.plugin import Hit, Sentence
Path(__file__).with_name("ran").touch()
def never(sentence: Sentence):
    yield from ()
""")  # fmt: skip
    write("rules/house/never.md", "---\ncheck: never\nmessage: Never.\n---\n")
    write("plainlint.toml", 'rule-folders = "rules"\ncheck-files = "check.py"\n')
    return repository / "ran"


@pytest.mark.parametrize(
    ("event", "head", "plugins", "runs", "expected"),
    [
        ("push", "", "auto", True, 0),
        ("pull_request", "team/docs", "auto", True, 0),
        ("pull_request", "stranger/docs", "auto", False, 2),
        ("pull_request_target", "stranger/docs", "auto", False, 2),
        ("pull_request", "", "auto", False, 2),
        ("workflow_run", "stranger/docs", "auto", False, 2),
        ("issue_comment", "", "auto", False, 2),
        ("pull_request", "stranger/docs", "off", False, 0),
        ("pull_request", "stranger/docs", "on", True, 0),
        ("push", "", "off", False, 0),
    ],
)
def test_the_action_runs_no_code_of_a_fork(  # noqa: PLR0913, PLR0917
    repository, custom_check, event, head, plugins, runs, expected
):
    done, code = check_step(
        repository, EVENT=event, HEAD=head, PLUGINS=plugins, PATHS="docs/good.md"
    )
    assert custom_check.exists() is runs
    assert code == f"code={expected}"
    assert ("plugins: on" in done.stderr) is (expected == 2)


def test_the_action_installs_nothing_from_the_checkout():
    command = STEPS["Install plainlint"]["run"]
    assert command.startswith("python -I -m pip ")


def test_names_of_files_are_no_options(repository, write, hard):
    hook = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())[0]
    write("--baseline=a.md", hard)
    environment = {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}"}
    command = [*hook["entry"].split(), *hook["args"], "--baseline=a.md"]
    done = run(command, repository, env=environment)
    assert done.returncode == 1
    assert "--baseline=a.md:15:1" in done.stdout
    _, code = check_step(repository, PATHS="--baseline=a.md\n")
    assert code == "code=1"


def test_git_trusts_no_folder_of_all_users():
    for name in ("Dockerfile", "action.yml", "docs/ci.md", "templates/plainlint.gitlab-ci.yml"):
        assert not re.search(r"safe\.directory['\" ]+\*", (ROOT / name).read_text())


def test_the_action_reports_wrong_inputs(repository):
    done, code = check_step(repository, PATHS="nowhere; touch owned")
    assert code == "code=2"
    assert "nowhere; touch owned: no such file or folder" in done.stderr
    assert not (repository / "owned").exists()


@pytest.mark.parametrize("code", ["0", "1", "2"])
def test_the_action_passes_the_code_on(repository, code):
    assert step("Pass or fail", repository, CODE=code).returncode == int(code)


def test_the_action_comments_once_and_then_edits(repository):
    tools = repository / "tools"
    tools.mkdir()
    # This gh prints its arguments, as there is no service to talk to.
    (tools / "gh").write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    (tools / "gh").chmod(0o755)
    done = step(
        "Comment on the pull request", repository, NUMBER="7", COMMENT="c.md", extra=str(tools)
    )
    assert done.stdout.split() == [
        "pr", "comment", "7", "--edit-last", "--create-if-none", "--body-file", "c.md",
    ]  # fmt: skip


def test_no_input_is_pasted_into_a_script():
    assert not [name for name, step in STEPS.items() if "${{" in step.get("run", "")]


def check_schema(name, file):
    command = [BIN / "check-jsonschema", "--builtin-schema", f"vendor.{name}", file]
    options = ["--data-transform", "azure-pipelines"] if name == "azure-pipelines" else []
    options += ["--regex-variant", "nonunicode"] if name == "azure-pipelines" else []
    options += ["--data-transform", "gitlab-ci"] if name == "gitlab-ci" else []
    done = run([*command, *options], ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("name", "file"),
    [("github-actions", "action.yml"), ("gitlab-ci", "templates/plainlint.gitlab-ci.yml")],
)
def test_files_match_their_schemas(name, file):
    check_schema(name, file)


FENCES = re.findall(
    r"^```yaml ([\w-]+)\n(.*?)^```$", (ROOT / "docs/ci.md").read_text(), re.DOTALL | re.MULTILINE
)


@pytest.mark.parametrize(("name", "text"), FENCES, ids=[name for name, _ in FENCES])
def test_examples_on_the_page_match_their_schemas(name, text, tmp_path):
    file = tmp_path / "file.yml"
    file.write_text(text)
    check_schema(name, file)


def test_the_gitlab_job_runs(repository):
    job = yaml.safe_load((ROOT / "templates/plainlint.gitlab-ci.yml").read_text())["plainlint"]
    environment = {
        **os.environ,
        "PATH": f"{BIN}:{os.environ['PATH']}",
        "PLAINLINT_PATHS": "docs",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD",
    }
    done = run(["sh", "-ec", job["script"][0]], repository, env=environment)
    assert done.returncode == 1, done.stderr
    reports = job["artifacts"]["reports"]
    (issue,) = [
        issue
        for issue in json.loads((repository / reports["codequality"]).read_text())
        if issue["check_name"] == "readability/long-sentence"
    ]
    assert issue["location"]["path"] == "docs/bad.md"
    assert (repository / reports["junit"]).read_text().startswith("<?xml")


def test_every_option_on_the_page_exists(plainlint):
    help_text = plainlint("check", "--help").out + plainlint("baseline", "--help").out
    used = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", (ROOT / "docs/ci.md").read_text())) - {
        "--rm"
    }
    assert used
    assert {option for option in used if option not in help_text} == set()


def test_the_docker_file_copies_existing_files():
    text = (ROOT / "Dockerfile").read_text()
    assert 'ENTRYPOINT ["plainlint"]' in text
    ignored = (ROOT / ".dockerignore").read_text().split()
    assert not {"plainlint", "rules", "pyproject.toml", "README.md", "LICENSE"} & set(ignored)
