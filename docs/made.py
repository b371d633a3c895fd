"""Write the generated parts of the docs: the table of built-in rules, and verbs.md."""

import re
from pathlib import Path

from plainlint.config.settings import Config
from plainlint.engine.linter import Linter
from plainlint.rulebook.check_docs import render_check_docs
from plainlint.rulebook.facts import render_rule_table
from plainlint.rulebook.registry import get_check_names, load_check

ROOT = Path(__file__).resolve().parents[1]
_TABLE = re.compile(r"(?<=<!-- made by `make docs` -->\n).*?(?=<!-- end -->)", re.DOTALL)


def made() -> dict[Path, str]:
    """The files, each with the text that it should have."""
    linter = Linter(Config(plugins=False), None)
    rules_page = ROOT / "docs" / "built-in-rules.md"
    table = render_rule_table(linter.every_rule, linter.pages, ROOT).replace("](", "](../")
    checks = {name: load_check(name) for name in get_check_names()}
    return {
        rules_page: _TABLE.sub(lambda _: f"\n{table}\n", rules_page.read_text(encoding="utf-8")),
        ROOT / "docs" / "verbs.md": render_check_docs(checks, linter.pages),
    }


if __name__ == "__main__":
    for path, text in made().items():
        path.write_text(text, encoding="utf-8")
