"""A release: what is built, that it installs everywhere, and that the tag is the version."""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import venv
from pathlib import Path

import pytest
import yaml

from tools.check_release import ReleaseError, check_release, read_changes, read_version

ROOT = Path(__file__).resolve().parents[1]
WORKFLOWS = ROOT / ".github" / "workflows"
RELEASE = yaml.safe_load((WORKFLOWS / "release.yml").read_text(encoding="utf-8"))
SEED = ROOT / "seeds" / "mouth-care-during-chemotherapy.md"
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]


@pytest.fixture
def project(tmp_path):
    """Return a folder with the files that a release looks at."""

    def write(version="2.0.0", code="2.0.0", changes="## [2.0.0] - 2026-12-01\n\n- A thing.\n"):
        (tmp_path / "plainlint" / "core").mkdir(parents=True)
        (tmp_path / "pyproject.toml").write_text(f'[project]\nversion = "{version}"\n')
        init = tmp_path / "plainlint" / "core" / "__init__.py"
        init.write_text(f'__version__ = "{code}"\n')
        (tmp_path / "CHANGELOG.md").write_text(f"# Changelog\n\n## [Unreleased]\n\n{changes}")
        return tmp_path

    return write


def test_the_version_is_the_same_everywhere():
    assert re.fullmatch(r"\d+\.\d+\.\d+", read_version())


def test_a_tag_that_fits_gives_the_changes(project):
    root = project(changes="## [2.0.0] - 2026-12-01\n\n- A thing.\n\n## [1.0.0]\n\n- Old.\n")
    assert check_release("v2.0.0", root) == "- A thing."


@pytest.mark.parametrize("tag", ["2.0.0", "v2.0", "v2.0.1", "v2.0.0-rc1", ""])
def test_another_tag_is_refused(project, tag):
    with pytest.raises(ReleaseError, match=r"this is version 2.0.0: tag it v2.0.0"):
        check_release(tag, project())


def test_two_versions_and_a_changelog_without_the_version_are_refused(project):
    with pytest.raises(ReleaseError, match="write the same in both"):
        check_release("v2.0.0", project(code="2.0.1"))


def test_a_changelog_without_the_version_is_refused(project):
    with pytest.raises(ReleaseError, match=r"no section '## \[2.0.0\]'"):
        check_release("v2.0.0", project(changes="## [1.9.0]\n\n- Old.\n"))


def test_the_changelog_keeps_its_form():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    sections = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert sections[0] == "[Unreleased]"
    assert all(re.match(r"\[\d+\.\d+\.\d+\]", section) for section in sections[1:])
    assert read_changes(text, "Unreleased")


def test_the_release_needs_no_password_and_publishes_what_was_tested():
    jobs = RELEASE["jobs"]
    assert RELEASE["permissions"] == {"contents": "read"}
    assert jobs["publish"]["permissions"]["id-token"] == "write"
    assert set(jobs["publish"]["needs"]) == {"build", "programs"}
    assert "secrets." not in (WORKFLOWS / "release.yml").read_text(encoding="utf-8")
    assert all("id-token" not in job.get("permissions", {}) for name, job in jobs.items()
               if name != "publish")  # fmt: skip
    used = " ".join(step.get("uses", "") for step in jobs["publish"]["steps"])
    assert {"gh-action-pypi-publish", "attest-build-provenance", "attest-sbom"} <= set(
        re.findall(r"/([\w-]+)@", used)
    )


def test_every_workflow_names_what_exists():
    for path in WORKFLOWS.glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        for name in re.findall(r"(?<![\w/.])(?:tools|tests)/[\w./-]+", text):
            assert (ROOT / name).exists(), f"{path.name}: {name}"
        for target in re.findall(r"run: make ([\w-]+)", text):
            assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE)


def run(*command, cwd=None, **environment):
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**kept, "PIP_DISABLE_PIP_VERSION_CHECK": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    return done


def _copy_source(folder):
    """Copy the checkout as a download without git has it: there are no tags to ask."""
    skipped = shutil.ignore_patterns(
        ".git", ".venv", "__pycache__", "node_modules", "reports", "tests", "benchmarks", "dist"
    )
    shutil.copytree(ROOT, folder, ignore=skipped)
    return folder


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """Build sdist and wheel, the wheel from the sdist, and check both."""
    folder = tmp_path_factory.mktemp("release")
    source = _copy_source(folder / "source")
    venv.create(folder / "tools", with_pip=True)
    python = folder / "tools" / "bin" / "python"
    assert run(python, "-m", "pip", "install", "-q", "build", "twine").returncode == 0
    assert run(python, "-m", "build", "--outdir", folder / "dist", source).returncode == 0
    files = sorted((folder / "dist").iterdir())
    checked = run(python, "-m", "twine", "check", "--strict", *files)
    assert checked.returncode == 0
    assert checked.stdout.count("PASSED") == 2
    return folder / "dist"


def _find_pythons():
    """Return the Pythons that start, by version."""
    found: dict[str, str] = {}
    for version in PYTHONS:
        path = shutil.which(f"python{version}")
        folders = Path.home().glob(f".pyenv/versions/{version}.*/bin/python")
        for candidate in filter(None, [*map(str, folders), path]):
            done = subprocess.run([candidate, "--version"], capture_output=True, check=False)
            if done.returncode == 0:
                found.setdefault(version, candidate)
    return found


@pytest.mark.slow
def test_the_sdist_holds_what_it_needs_and_no_more(packages):
    (sdist,) = packages.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "PKG-INFO"} <= names
    assert "plainlint/rules/readability/long-sentence.md" in names
    assert {name.partition("/")[0] for name in names} <= {
        "plainlint", "pyproject.toml", "README.md", "LICENSE", "PKG-INFO", ".gitignore",
    }  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("version", PYTHONS)
def test_the_wheel_works_on_each_python(packages, tmp_path, version):
    python = _find_pythons().get(version)
    if not python:
        pytest.skip(f"Python {version} is not installed")
    run(python, "-m", "venv", tmp_path / "clean")
    (wheel,) = packages.glob("*.whl")
    new = tmp_path / "clean" / "bin"
    assert run(new / "python", "-m", "pip", "install", "-q", wheel).returncode == 0
    done = run(new / "plainlint", "check", SEED, "--no-cache", cwd=tmp_path)
    here = run(sys.executable, "-m", "plainlint", "check", SEED, "--no-cache",
               cwd=tmp_path, PYTHONPATH=str(ROOT))  # fmt: skip
    assert done.stdout == here.stdout
    assert run(new / "plainlint", "test", cwd=tmp_path).returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    ("tool", "command"), [("pipx", ["pipx", "run", "--spec"]), ("uv", ["uvx", "--from"])]
)
def test_the_wheel_runs_without_being_installed(packages, tmp_path, tool, command):
    venv.create(tmp_path / "tool", with_pip=True)
    folder = tmp_path / "tool" / "bin"
    assert run(folder / "python", "-m", "pip", "install", "-q", tool).returncode == 0
    (wheel,) = packages.glob("*.whl")
    program, *options = command
    homes = {"PIPX_HOME": tmp_path / "pipx", "UV_CACHE_DIR": tmp_path / "uv"}
    done = run(
        folder / program, *options, wheel, "plainlint", "check", SEED, "--no-cache",
        cwd=tmp_path, **{name: str(path) for name, path in homes.items()},
    )  # fmt: skip
    assert "document checked" in done.stdout


@pytest.mark.slow
def test_the_steps_of_the_docker_file_work_in_a_plain_folder(tmp_path):
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    source = _copy_source(tmp_path / "source")
    venv.create(tmp_path / "image", with_pip=True)
    bin_folder = tmp_path / "image" / "bin"
    steps = re.findall(r"^RUN (pip (?:wheel|install) .+)$", text, re.MULTILINE)
    assert len(steps) == 2
    for step in steps:
        moved = step.replace("/wheels", f"{tmp_path}/wheels")
        moved = re.sub(r" /source$", f" {source}", moved)
        path = f"{bin_folder}:{os.environ['PATH']}"
        assert run("sh", "-ec", moved, PATH=path).returncode == 0, moved
    (tmp_path / "work").mkdir()
    shutil.copy(SEED, tmp_path / "work")
    (entry,) = re.findall(r'^ENTRYPOINT \["(.+)"\]$', text, re.MULTILINE)
    (options,) = re.findall(r"^CMD \[(.+)\]$", text, re.MULTILINE)
    done = run(bin_folder / entry, *json.loads(f"[{options}]"), "--no-cache", cwd=tmp_path / "work")
    assert "1 document checked" in done.stdout


@pytest.mark.slow
def test_the_program_needs_no_python_and_finds_the_same(tmp_path):
    source = _copy_source(tmp_path / "source")
    venv.create(tmp_path / "tool", with_pip=True)
    folder = tmp_path / "tool" / "bin"
    assert (
        run(folder / "python", "-m", "pip", "install", "-q", source, "pyinstaller").returncode == 0
    )
    command = [
        folder / "pyinstaller",
        "--distpath",
        tmp_path / "dist",
        "--workpath",
        tmp_path / "b",
    ]
    assert run(*command, source / "tools" / "plainlint.spec", cwd=tmp_path).returncode == 0
    program = tmp_path / "dist" / "plainlint-program"
    (terms,) = program.rglob("wordfreq-*.dist-info/METADATA")
    assert "Attribution-ShareAlike 4.0" in " ".join(terms.read_text(encoding="utf-8").split())
    single = tmp_path / "dist" / "plainlint-single"
    assert single.stat().st_size < 60_000_000
    here = run(folder / "plainlint", "check", SEED, "--no-cache", cwd=tmp_path)
    for path in (program / "plainlint", single):
        done = run(path, "check", SEED, "--no-cache", cwd=tmp_path, PATH="")
        assert done.stdout == here.stdout
    assert run(program / "plainlint", "test", cwd=tmp_path, PATH="").returncode == 0
