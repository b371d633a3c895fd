"""Documentation of the checks in Markdown, generated from docstrings and signatures."""

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
    Directive: "each comment for plainlint",
    Document: "the whole document",
    WordMatch: "each of its words in the scope",
    FrontMatter: "the front matter",
    CandidatePassage: "each piece of text in the scope",
    Link: "each link",
    Passage: "each piece of text in the scope",
    CandidatePassages: "all pieces of text in the scope together",
    Section: "each section",
    Sentence: "each sentence",
    Source: "the file itself",
    Word: "each word",
}


class CheckDoc(NamedTuple):
    """The docstring of a check, in parts.

    Attributes:
        summary: the first sentence.
        text: the paragraphs after it.
        settings: the meaning of each setting.
        message: the names that a rule's message can have in braces, with their meanings.
        example: the front matter of a page, and a document with « » around what it reports; both
            are empty without an example.
    """

    summary: str
    text: str
    settings: Mapping[str, str]
    message: Mapping[str, str]
    example: tuple[str, str] = ("", "")


def read_check_doc(check: Check) -> CheckDoc:
    """Parse the docstring of a check."""
    head, *parts = _HEAD.split(inspect.getdoc(check.function) or "")
    sections = {
        name: dedent(text).strip() for name, text in zip(parts[::2], parts[1::2], strict=True)
    }
    summary, _, text = head.strip().partition("\n\n")
    policy, _, document = sections.get("Example", "").partition("\n---\n")
    return CheckDoc(
        summary=" ".join(summary.split()),
        text=text,
        settings=_parse_entries(sections.get("Args", "")),
        message=_parse_entries(sections.get("Message", "")),
        example=(policy, document),
    )


def _parse_entries(section: str) -> dict[str, str]:
    return {name: " ".join(meaning.split()) for name, meaning in _ENTRY.findall(section)}


def render_check_docs(checks: Mapping[str, Check], pages: Mapping[str, Page]) -> str:
    """Return one Markdown page about all checks, which also lists the rules that use each check."""
    users: dict[str, list[str]] = {}
    for rule_id, page in sorted(pages.items()):
        users.setdefault(page.policy.get("check", ""), []).append(rule_id)
    docs = {name: read_check_doc(check) for name, check in sorted(checks.items())}
    general = [name for name, doc in docs.items() if doc.example[0]]
    special = [name for name in docs if name not in general]
    lines = [*_INTRODUCTION, *_tabulate_checks(general, docs)]
    lines += ["The others serve a single rule of ours, run rules of Vale, or are your own:", ""]
    lines += _tabulate_checks(special, docs)
    parts = [
        _render_check(name, checks[name], users.get(name, [])) for name in (*general, *special)
    ]
    return "\n".join([*lines, *parts])


def _tabulate_checks(names: Iterable[str], docs: Mapping[str, CheckDoc]) -> list[str]:
    """Return a table of checks that links to their sections."""
    rows = [f"| [{name}](#{name}) | {_escape_cell(docs[name].summary)} |" for name in names]
    return ["| check | what it does |", "|---|---|", *rows, ""]


def _render_check(name: str, check: Check, users: list[str]) -> str:
    doc = read_check_doc(check)
    lines = [f"## {name}", "", doc.summary, ""]
    lines += [doc.text, ""] if doc.text else []
    lines += [f"Looks at: {_NODES.get(check.node, 'the text')}{_describe_scope(check)}.", ""]
    if check.settings:
        lines += ["| key | type | default | meaning |", "|---|---|---|---|"]
        lines += [*_tabulate_settings(check, doc), ""]
    if check.limited:
        lines += ["Takes `limits`: numbers for each audience.", ""]
    if doc.message:
        lines += ["| in the message | meaning |", "|---|---|"]
        lines += [
            f"| `{{{key}}}` | {_escape_cell(meaning)} |" for key, meaning in doc.message.items()
        ]
        lines += [""]
    if all(doc.example):
        policy, document = doc.example
        lines += ["```yaml", f"check: {name}", policy, "```", "", "```bad", document, "```", ""]
    if users:
        rule_ids = ", ".join(f"`{rule_id}`" for rule_id in users)
        lines += [f"Rules that use it: {rule_ids}.", ""]
    return "\n".join(lines)


def _describe_scope(check: Check) -> str:
    return f" (`{check.scope}` by default)" if check.scope else ""


def _tabulate_settings(check: Check, doc: CheckDoc) -> Iterator[str]:
    defaults = inspect.signature(check.function).parameters
    for name, kind in check.settings.items():
        default = "required" if name in check.required else _format_default(defaults[name].default)
        meaning = _escape_cell(doc.settings.get(name, ""))
        yield f"| `{name}` | {_escape_cell(describe_type(kind))} | {default} | {meaning} |"


def _format_default(default: Any) -> str:
    if isinstance(default, bool):
        return "true" if default else "false"
    return f"{default:g}" if isinstance(default, int | float) else default or "none"


def _escape_cell(text: str) -> str:
    return text.replace("|", "\\|")


_INTRODUCTION = (
    "# Checks",
    "",
    "Each rule page names one check and configures it. [rules.md](rules.md) says how to write one.",
    "Each message can also contain `{audience}`, who reads the document, and what writers do in",
    "its format: `{front_matter}`, `{front_matter_form}`, `{image_text_form}`,",
    "`{level_2_form}`. Where it can contain `{limit}`, it can contain `{goal}`: what to aim for,",
    "which is the target also where `most` or `least` is passed.",
    "",
    "These checks are for any rule. Each has an example: the front matter of a page, and a text",
    "with « » around what is reported.",
    "",
)
