"""The language that front matter declares, whichever key the site or converter uses."""

import pytest

from plainlint.core.source import Source
from plainlint.document.readers import parse_source


@pytest.mark.parametrize(
    ("front_matter", "language"),
    [
        ("language: en-GB", "en-GB"),
        ("lang: en-IE", "en-IE"),
        ("inLanguage: en-AU", "en-AU"),
        ("locale: en_NZ", "en-NZ"),
        # The first key that names one language wins.
        ("language: en-CA\nlang: fr", "en-CA"),
        ("language: [en, fr]\nlang: en-US", "en-US"),
        ("lang: to be decided", "en"),
    ],
)
def test_keys_for_the_language(front_matter, language):
    text = f"---\n{front_matter}\n---\n\nThe nurse will call you and tell you what to do.\n"
    assert parse_source(Source(text)).language == language
