"""Spanish list items without a full stop: whole clauses, and fragments."""

from pathlib import Path

from plainlint.languages.es.clauses import is_clause


def _read_items(part: str) -> list[str]:
    text = Path(__file__).with_name("list_items.txt").read_text(encoding="utf-8")
    return text.partition(f"## {part}\n")[2].partition("\n## ")[0].split("\n")


def test_items_that_say_or_ask_something_are_clauses() -> None:
    items = list(filter(None, _read_items("clauses")))
    assert len(items) == 32
    assert [item for item in items if not is_clause(item)] == []


def test_other_items_are_fragments() -> None:
    items = list(filter(None, _read_items("fragments")))
    assert len(items) == 32
    assert [item for item in items if is_clause(item)] == []


def test_in_small_letters_only_an_order_is_a_clause_of_its_own() -> None:
    assert is_clause("tome la pastilla con agua")
    assert not is_clause("tiene fiebre o tos")
