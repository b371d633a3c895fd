"""docs/tutorial.md: its commands work, and show what it says."""

import re
import shlex

from tests.conftest import ROOT, TODAY

PAGE = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```text\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
COMMANDS = re.findall(r"^    plainlint (.+)$", PAGE, re.MULTILINE)
SEED = "documents/types-lung-research-crizotinib.md"


def test_the_tutorial_from_start_to_end(plainlint, tmp_path):
    verdict, old, new = BLOCKS
    first, ask, again, score, fix, mistakes = (shlex.split(command) for command in COMMANDS)

    assert verdict in plainlint(*first, "--today", TODAY).out
    document = tmp_path / "try" / SEED
    text = document.read_text(encoding="utf-8")
    assert text.splitlines()[56] == old.strip()
    asked = plainlint(*ask).out
    assert "'Approximately' is hard for patient readers; say: About." in asked
    before = plainlint(*score).out

    document.write_text(text.replace(old, new), encoding="utf-8")
    assert ":57:" in asked
    assert again == ask
    assert ":57:" not in plainlint(*again).out
    assert before != plainlint(*score).out
    assert plainlint(*fix).code == 1
    shown = plainlint(*mistakes).out
    assert "In the front matter, write 'patient'" in shown
    assert "7 errors" in shown


def test_the_new_sentences_are_easy(plainlint, write):
    write("new.md", f"---\naudienceLevel: patient\n---\n\n{BLOCKS[2]}")
    assert plainlint("check", "new.md", "--select", "readability,jargon,plain-language").out == (
        "1 document checked: no findings.\n"
    )
