"""The wheel: it has everything that plainlint needs, and works without the checkout."""

import os
import subprocess
import sys
import zipfile

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    """Build the wheel, and return a folder with its contents."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", str(ROOT), "--no-deps", "--quiet"]
    subprocess.run([*build, "--no-build-isolation", "--wheel-dir", folder], check=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as file:
        file.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_holds_code_rules_and_data(unpacked):
    names = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*")}
    assert names >= {
        "plainlint/py.typed",
        "plainlint/rules/readability/grade-level.md",
        "plainlint/analysis/glossary/starter.en.csv",
        "plainlint/analysis/glossary/seeds.json",
        "plainlint/languages/en/syllables.txt",
        "plainlint/languages/en/abbreviations.txt",
        "plainlint/cli/commands/init.toml",
        "plainlint/reporters/html/templates/index.html.j2",
        "plainlint/seeds/types-lung-research-crizotinib.md",
        "plainlint/seeds/plainlint.toml",
    }
    top = {path.name for path in unpacked.iterdir() if not path.name.endswith(".dist-info")}
    assert top == {"plainlint"}
    assert any(name.endswith("licenses/plainlint/languages/en/syllables.LICENSE") for name in names)


def test_the_wheel_finds_the_same_as_the_checkout(unpacked, tmp_path):
    def check(path):
        done = subprocess.run(
            [
                sys.executable,
                "-P",
                "-m",
                "plainlint",
                "check",
                ROOT / "seeds",
                "--today",
                "2026-11-22",
            ],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(path)},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 1, done.stderr
        return done.stdout

    assert check(unpacked) == check(ROOT)


def test_the_wheel_has_the_demo(unpacked, tmp_path):
    done = subprocess.run(
        [sys.executable, "-P", "-m", "plainlint", "demo", "-o", "try"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Too hard for patients" in done.stdout
