"""`required-version`: settings for another version of plainlint are refused, and say so."""

import pytest

from plainlint import Config, PlainlintError
from plainlint.core import __version__


@pytest.mark.parametrize("versions", [f"=={__version__}", ">=0.0.1", ">=0.0.1,<99", ""])
def test_settings_for_this_version_are_read(write, versions):
    config = Config.load(write("plainlint.toml", f'required-version = "{versions}"\n'))
    assert config.required_version == versions


@pytest.mark.parametrize("versions", [">=99", "<0.0.1", f"!={__version__}", ">=0.0.1,<0.0.2"])
def test_another_version_is_named_with_the_line(write, versions):
    path = write("plainlint.toml", f'ignore = []\nrequired-version = "{versions}"\n')
    with pytest.raises(PlainlintError) as error:
        Config.load(path)
    start = f"{path}:2: these settings are for plainlint {versions}, and this is plainlint "
    assert str(error.value).startswith(start + __version__)


def test_it_goes_before_keys_that_only_a_later_version_knows(write):
    path = write("plainlint.toml", 'later-key = 1\nrequired-version = ">=99"\n')
    with pytest.raises(PlainlintError, match="these settings are for plainlint >=99"):
        Config.load(path)


def test_it_counts_in_a_file_that_others_extend(write):
    write("house.toml", 'required-version = ">=99"\n')
    path = write("plainlint.toml", 'extend = "house.toml"\n')
    with pytest.raises(PlainlintError, match=r"house.toml:1: these settings are for"):
        Config.load(path)


@pytest.mark.parametrize("versions", ["new", "0.1", "> = 1", "1.x"])
def test_what_is_no_version_is_an_error(write, versions):
    path = write("plainlint.toml", f'required-version = "{versions}"\n')
    with pytest.raises(PlainlintError, match=r":1: 'required-version' must be versions as in"):
        Config.load(path)
    with pytest.raises(PlainlintError, match="must be versions as in"):
        Config(required_version=versions)


def test_a_number_is_no_text(write, plainlint, good):
    write("a.md", good)
    write("plainlint.toml", "required-version = 1\n")
    done = plainlint("check", "a.md")
    assert done.code == 2
    assert "plainlint.toml:1: 'required-version' must be a text" in done.err
