"""People: verbs that say something of a person, not of a thing."""

import pytest

from plainlint.analysis.people import is_about_person
from tests.helpers.spans import unmark


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("She «suffers from» gout.", True),
        ("Anna often «suffers from» gout.", True),
        ("People who «suffer from» it", True),
        ("«Suffering from» it", True),
        ("The dog «suffers from» arthritis.", True),
        ("The phone «suffers from» a weak signal.", False),
        ("The Ward may «suffer from» noise.", False),
        ("Old cars «suffer from» rust.", False),
        ("I know. The clinic «suffers from» a lack of staff.", False),
    ],
)
def test_subjects_and_objects(marked, expected):
    text, ((start, end),) = unmark(marked)
    assert is_about_person(text, start, end) == expected
