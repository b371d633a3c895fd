"""Lists inside a paragraph, recognised by consecutive marks."""

import pytest

from plainlint.document.readers.lists import find_item_starts


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1) Wash 2) Dry 3) Rest", ["2) Dry 3) Rest", "3) Rest"]),
        ("a. Wash b. Dry", ["b. Dry"]),
        ("• 9. Wash • 10. Dry", ["• 10. Dry"]),
        ("1. Wash. 3. Rest", []),
        ("a. The dose b. The day d. The end", ["b. The day d. The end"]),
        ("Take 1) this 2) that", []),
        ("1. The dose is 2.5 mg, not 2.", []),
        ("1) Wash 2. Dry", []),
        ("", []),
    ],
)
def test_items(text, items):
    assert [text[start:] for start in find_item_starts(text)] == items
