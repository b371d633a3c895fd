"""The editor of the writer's page is made from the locked packages, and from nothing else."""

import json
import re
import shutil
import subprocess

import pytest

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


@pytest.mark.slow
def test_the_editor_is_what_its_packages_give(tmp_path):
    if not shutil.which("npm"):
        pytest.skip("npm is not installed, so the editor is not built again")
    for name in ("package.json", "package-lock.json", "entry.js", "build.mjs"):
        shutil.copy(BUNDLE / name, tmp_path)
    install = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(install, cwd=tmp_path, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("npm can't get the packages, so the editor is not built again")
    (tmp_path / "out").mkdir()
    subprocess.run(["node", "build.mjs", "out"], cwd=tmp_path, check=True)
    for name in ("codemirror.js", "codemirror.LICENSES.txt"):
        assert (tmp_path / "out" / name).read_bytes() == (STATIC / name).read_bytes()
