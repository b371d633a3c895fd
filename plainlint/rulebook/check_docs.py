"""The documentation of checks, made of their docstrings and signatures, as Markdown."""

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from textwrap import dedent
from typing import Any, NamedTuple

from plainlint.core.source import Source
from plainlint.document.model import (
    Block,
    Directive,
    Document,
    FrontMatter,
    Link,
    Section,
    Sentence,
    Word,
)
from plainlint.document.passages import CandidatePassages, Passage
from plainlint.document.pattern_index import CandidatePassage
from plainlint.document.word_index import WordMatch
from plainlint.rulebook.page import Page
from plainlint.rulebook.registry import Check, describe_type

_HEAD = re.compile(r"^(Args|Message|Example):\n", re.MULTILINE)
_ENTRY = re.compile(r"^(\w+): (.*(?:\n +.*)*)", re.MULTILINE)
_NODES: Mapping[type, str] = {
    Block: "each block of text",
    Directive: "each comment to plainlint",
    Document: "the whole document",
    WordMatch: "each of its words in the scope",
    FrontMatter: "the front matter",
    CandidatePassage: "each piece of text of the scope",
    Link: "each link",
    Passage: "each piece of text of the scope",
    CandidatePassages: "all pieces of text of the scope together",
    Section: "each section",
    Sentence: "each sentence",
    Source: "the file itself",
    Word: "each word",
}


class CheckDoc(NamedTuple):
    """What the docstring of a check says.

    Attributes:
        summary: its first sentence.
        text: what it says besides, in paragraphs.
        settings: what each setting means.
        message: the names that a rule's message may have in braces, and what they stand for.
        example: the front matter of a page and a document with « » around what it finds, or
            empty texts.
    """

    summary: str
    text: str
    settings: Mapping[str, str]
    message: Mapping[str, str]
    example: tuple[str, str] = ("", "")


def read_check_doc(check: Check) -> CheckDoc:
    """The docstring of a check, taken apart."""
    head, *parts = _HEAD.split(inspect.getdoc(check.function) or "")
    sections = {
        name: dedent(text).strip() for name, text in zip(parts[::2], parts[1::2], strict=True)
    }
    summary, _, text = head.strip().partition("\n\n")
    policy, _, document = sections.get("Example", "").partition("\n---\n")
    return CheckDoc(
        " ".join(summary.split()),
        text,
        _parse_entries(sections.get("Args", "")),
        _parse_entries(sections.get("Message", "")),
        (policy, document),
    )


def _parse_entries(section: str) -> dict[str, str]:
    return {name: " ".join(meaning.split()) for name, meaning in _ENTRY.findall(section)}


def render_check_docs(checks: Mapping[str, Check], pages: Mapping[str, Page]) -> str:
    """One page of Markdown on all checks; each names the rule pages that use it."""
    users: dict[str, list[str]] = {}
    for rule_id, page in sorted(pages.items()):
        users.setdefault(page.policy.get("check", ""), []).append(rule_id)
    docs = {name: read_check_doc(check) for name, check in sorted(checks.items())}
    general = [name for name, doc in docs.items() if doc.example[0]]
    special = [name for name in docs if name not in general]
    lines = [*_INTRODUCTION, *_tabulate_checks(general, docs)]
    lines += ["The others stand behind one rule of ours, run rules of Vale, or are your own:", ""]
    lines += _tabulate_checks(special, docs)
    parts = [
        _render_check(name, checks[name], users.get(name, [])) for name in (*general, *special)
    ]
    return "\n".join([*lines, *parts])


def _tabulate_checks(names: Iterable[str], docs: Mapping[str, CheckDoc]) -> list[str]:
    """A table of checks, each leading to its place on the page."""
    rows = [f"| [{name}](#{name}) | {_escape_cell(docs[name].summary)} |" for name in names]
    return ["| kind | what it finds |", "|---|---|", *rows, ""]


def _render_check(name: str, check: Check, users: list[str]) -> str:
    doc = read_check_doc(check)
    lines = [f"## {name}", "", doc.summary, ""]
    lines += [doc.text, ""] if doc.text else []
    lines += [f"Looks at: {_NODES.get(check.node, 'the text')}{_describe_scope(check)}.", ""]
    if check.settings:
        lines += ["| key | what it may be | without it | meaning |", "|---|---|---|---|"]
        lines += [*_tabulate_settings(check, doc), ""]
    if check.limited:
        lines += ["Takes `limits`, which are numbers for each audience.", ""]
    if doc.message:
        lines += ["| in the message | stands for |", "|---|---|"]
        lines += [
            f"| `{{{key}}}` | {_escape_cell(meaning)} |" for key, meaning in doc.message.items()
        ]
        lines += [""]
    if all(doc.example):
        policy, document = doc.example
        lines += ["```yaml", f"check: {name}", policy, "```", "", "```bad", document, "```", ""]
    if users:
        named = ", ".join(f"`{each}`" for each in users)
        lines += [f"Rules that use it: {named}.", ""]
    return "\n".join(lines)


def _describe_scope(check: Check) -> str:
    return f", which is `{check.scope}` if the page does not say" if check.scope else ""


def _tabulate_settings(check: Check, doc: CheckDoc) -> Iterator[str]:
    defaults = inspect.signature(check.function).parameters
    for name, kind in check.settings.items():
        without = "needed" if name in check.required else _format_default(defaults[name].default)
        meaning = _escape_cell(doc.settings.get(name, ""))
        yield f"| `{name}` | {_escape_cell(describe_type(kind))} | {without} | {meaning} |"


def _format_default(default: Any) -> str:
    if isinstance(default, bool):
        return "true" if default else "false"
    return f"{default:g}" if isinstance(default, int | float) else default or "none"


def _escape_cell(text: str) -> str:
    return text.replace("|", "\\|")


_INTRODUCTION = (
    "# Kinds of checks",
    "",
    "Each rule page names one kind of check, and gives it what it needs. [rules.md](rules.md) says",
    "how to write a page. Each message may also have `{audience}` in it: who reads the document.",
    "",
    "These are for any rule. Each has an example: the front matter of a page, and what it finds.",
    "",
)
