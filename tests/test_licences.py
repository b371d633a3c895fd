"""What plainlint installs may be used by anyone, is listed, and is locked."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.list_licences import EXCEPTIONS, PAGE, Licence, format_page, list_licences

ROOT = Path(__file__).resolve().parents[1]
LOCK = (ROOT / "tools" / "requirements.lock").read_text(encoding="utf-8")


def test_every_licence_is_permissive_or_an_explained_exception():
    others = {each.package for each in list_licences() if not each.is_permissive}
    assert others == set(EXCEPTIONS)


def test_one_part_that_is_not_permissive_is_enough():
    assert Licence("a", "b", "MIT AND BSD-3-Clause").is_permissive
    assert not Licence("a", "b", "MIT AND GPL-3.0-only").is_permissive
    assert not Licence("a", "b", "not named").is_permissive


def test_the_page_of_licences_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == format_page(list_licences())


def test_every_package_of_the_lock_has_a_version_and_a_digest():
    entries = re.split(r"\n(?=[a-z0-9])", LOCK.partition("\n")[2])
    assert len(entries) > 50
    for entry in entries:
        assert re.match(r"[a-z0-9-]+(?:\[[a-z0-9,-]+\])?==\S+", entry)
        assert "--hash=sha256:" in entry


def test_the_lock_has_every_package_that_the_project_names():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    named = [*project["dependencies"], *extras["test"], *extras["schema"], *extras["watch"]]
    for requirement in map(Requirement, named):
        locked = re.search(
            rf"^{canonicalize_name(requirement.name)}(?:\[.*\])?==(\S+)", LOCK, re.MULTILINE
        )
        assert locked, requirement.name
        assert locked[1] in requirement.specifier
