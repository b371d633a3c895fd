"""Checks of links: what readers see or hear of them."""

import re

import pytest

from plainlint import Config
from plainlint.core.source import Source
from plainlint.engine.linter import Linter


def find(rule, text):
    """Return what the rule finds in a text."""
    linter = Linter(Config(select=(rule,), default_audience="patient"), None)
    return [finding.text for finding in linter.lint(Source(text)).diagnostics]


@pytest.mark.parametrize(
    "marked",
    [
        "See ⟦[](soap.md)⟧ for more.",
        '⟦<a href="soap.md"></a>⟧ Soap is cheap.',
        '⟦<a href="soap.md"><span class="icon"></span></a>⟧ Soap is cheap.',
        "See ⟦[<!-- soap -->](soap.md)⟧ for more.",
        "See ⟦[\u200b](soap.md)⟧ for more.",
        "See [soap](soap.md), [`soap`](soap.md) and [![Soap](soap.png)](soap.md).",
        # An image without a text is the finding of another rule.
        "See [![](soap.png)](soap.md).",
        '<a href="soap.md"><img src="soap.png" alt="Soap"></a> Soap is cheap.',
        '<a href="soap.md" aria-label="Soap"></a> Soap is cheap.',
        '<a id="soap"></a><a name="soap" href="#soap"></a> Soap is cheap.',
        # Site generators fill these in.
        "See [](#soap) and [](xref:soap). [!code-csharp[](soap.cs)] [](soap.md ':include')",
    ],
)
def test_empty_links(marked):
    text = re.sub("[⟦⟧]", "", marked)
    assert find("structure/empty-link", text) == re.findall("⟦(.*?)⟧", marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Oats are good. ⟦[Read more…](oats.md)⟧",
        "Oats are good. ⟦[Read more...](oats.md)⟧",
        "For oats look ⟦[`here`](oats.md)⟧ or ⟦[**here**](nuts.md)⟧.",
        "See ⟦[![More](more.png)](more.md)⟧.",
        "See [`oats.md`](oats.md) and [more on oats…](oats.md).",
    ],
)
def test_texts_that_say_nothing(marked):
    text = re.sub("[⟦⟧]", "", marked)
    assert find("structure/link-text", text) == re.findall("⟦(.*?)⟧", marked)
