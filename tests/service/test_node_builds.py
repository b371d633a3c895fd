"""What node builds: the editor of the writer's page, and the extension for VS Code."""

import json
import re
import shutil
import subprocess
from zipfile import ZipFile

import pytest

from plainlint.core import __version__
from tests.conftest import ROOT

BUNDLE = ROOT / "tools" / "editor_bundle"
STATIC = ROOT / "plainlint" / "service" / "web" / "static"


def test_every_package_in_the_editor_has_its_licence():
    licences = (STATIC / "codemirror.LICENSES.txt").read_text(encoding="utf-8")
    lock = json.loads((BUNDLE / "package-lock.json").read_text(encoding="utf-8"))
    packages = {path.removeprefix("node_modules/"): one for path, one in lock["packages"].items()}
    used = re.findall(r"^(\S+) (\d\S+) \((.+)\)$", licences, re.MULTILINE)
    assert {name for name, _, _ in used} >= packages[""]["dependencies"].keys()
    for name, version, licence in used:
        assert (version, licence) == (packages[name]["version"], "MIT")


@pytest.fixture
def install(tmp_path):
    """Copy a folder of the project with what bundles it, and install its locked packages."""

    def copy_and_install(folder):
        if not shutil.which("npm"):
            pytest.skip("npm is not installed, so nothing is built again")
        skipped = shutil.ignore_patterns("node_modules", "dist")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=skipped)
        (tmp_path / "tools").mkdir(exist_ok=True)
        shutil.copy(ROOT / "tools" / "bundle.mjs", tmp_path / "tools")
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run(command, cwd=tmp_path / folder, capture_output=True, check=False)
        if done.returncode:
            pytest.skip("npm can't get the packages, so nothing is built again")
        return tmp_path / folder

    return copy_and_install


@pytest.mark.slow
def test_the_editor_is_what_its_packages_give(install, tmp_path):
    folder = install("tools/editor_bundle")
    made = tmp_path / "plainlint" / "service" / "web" / "static"
    made.mkdir(parents=True)
    subprocess.run(["npm", "run", "build"], cwd=folder, check=True, capture_output=True)
    for name in ("codemirror.js", "codemirror.LICENSES.txt"):
        assert (made / name).read_bytes() == (STATIC / name).read_bytes()


@pytest.mark.slow
def test_the_extension_for_vs_code_is_packed_with_its_licences(install):
    folder = install("editors/vscode")
    subprocess.run(["npm", "run", "package"], cwd=folder, check=True, capture_output=True)
    with ZipFile(folder / "plainlint.vsix") as packed:
        names = set(packed.namelist())
        manifest = json.loads(packed.read("extension/package.json"))
        licences = packed.read("extension/dist/extension.LICENSES.txt").decode()
    assert f"extension/{manifest['main'].removeprefix('./')}" in names
    assert not [name for name in names if "node_modules" in name or "/src/" in name]
    assert manifest["dependencies"].keys() <= set(re.findall(r"^(\S+) \d", licences, re.MULTILINE))
    limits = manifest["capabilities"]["untrustedWorkspaces"]["restrictedConfigurations"]
    assert {"plainlint.command", "plainlint.plugins"} <= set(limits)


def test_the_extension_names_this_version_and_permissive_packages():
    folder = ROOT / "editors" / "vscode"
    manifest = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    assert manifest["version"] == __version__
    lock = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    licences = {one["license"] for path, one in lock.items() if path and not one.get("dev")}
    assert licences <= {"MIT", "ISC", "BlueOak-1.0.0"}
