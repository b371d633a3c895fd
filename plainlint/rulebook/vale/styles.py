"""Styles: folders of Vale's rules, as a mapping from ids to rule pages."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.core.files import list_files_inside
from plainlint.rulebook.page import Page
from plainlint.rulebook.vale import kinds
from plainlint.rulebook.vale.rule_file import RuleFile, read_rule, read_text
from plainlint.rulebook.vale.settings import Policy, convert_message

_LEVELS = {"suggestion": "info", "warning": "warning", "error": "error"}
_SHARED = (
    *("extends", "message", "description", "level", "scope", "link", "limit", "action", "name"),
    *("vocab", "code", "matchcase", "tests"),
)
_WORDS = ("ignorecase", "nonword", "exceptions")
_KEYS: Mapping[str, Sequence[str]] = {
    "existence": ("tokens", "raw", "append", *_WORDS),
    "substitution": ("swap", "capitalize", "pos", *_WORDS),
    "occurrence": ("token", "max", "min", "ignorecase"),
    "repetition": ("tokens", "max", "ignorecase", "alpha", "exceptions"),
    "consistency": ("either", "ignorecase", "nonword"),
    "conditional": ("first", "second", "ignorecase", "exceptions"),
    "capitalization": ("match", "style", "threshold", "indicators", "prefix", "exceptions"),
    "metric": ("formula", "condition"),
    "readability": ("metrics", "grade"),
}
_KINDS: Mapping[str, Callable[[RuleFile, Sequence[str]], Policy]] = {
    "existence": kinds.convert_existence,
    "substitution": kinds.convert_substitution,
    "occurrence": kinds.convert_occurrence,
    "repetition": kinds.convert_repetition,
    "consistency": kinds.convert_consistency,
    "conditional": kinds.convert_conditional,
    "capitalization": kinds.convert_capitalization,
    "metric": kinds.convert_metric,
    "readability": kinds.convert_readability,
}


def convert_rule(rule: RuleFile, accepted: Sequence[str]) -> Policy:
    """Convert a rule of Vale to the policy of an equivalent rule page.

    Args:
        rule: the rule.
        accepted: the words that vocabularies accept.

    Raises:
        PlainlintError: the rule is invalid; the message has the file, the line and the key.
    """
    kind = rule.require_text("extends")
    if kind not in _KINDS:
        raise rule.make_error(f"unknown kind '{kind}'{format_suggestion(kind, _KINDS)}", "extends")
    rule.reject_unknown_keys((*_SHARED, *_KEYS[kind]))
    level = rule.get_text("level", "warning")
    if level not in _LEVELS:
        raise rule.make_error(
            f"unknown level '{level}'{format_suggestion(level, _LEVELS)}", "level"
        )
    link = rule.get_text("link")
    default_help = f"{rule.style} asks for it."
    policy = {
        "check": f"vale-{kind}",
        "severity": _LEVELS[level],
        "message": convert_message(rule.require_text("message"), ("text",)),
        "help": f"See {link}" if link else rule.get_text("description", default_help),
        "source": link or f"The style {rule.style}",
        **_KINDS[kind](rule, accepted if rule.get_flag("vocab", otherwise=True) else ()),
    }
    if maximum := rule.get_number("limit"):
        policy["most_findings"] = int(maximum)
    return policy


# Rules that can't be run are recognized by a pattern, because a run that needs no rule (all results
# are in the cache) must not parse YAML.
_UNSUPPORTED = re.compile(
    r"^(?:extends:[ \t]*[\"']?(spelling|sequence|script|\w[\w-]*\.[\w.-]+)[\"']?[ \t]*(?:#.*)?$"
    r"|(pos):[ \t]*[\"']?[^\"'\s])",
    re.MULTILINE,
)
_ACCEPT, _REJECT = "accept.txt", "reject.txt"
_NAME = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
# The rules that a vocabulary defines, as in Vale.
_AVOID = "extends: existence\nmessage: Avoid using '%s'.\nlevel: error\nvocab: false\ntokens:\n"
_TERMS = (
    "extends: substitution\nmessage: Use '%s' instead of '%s'.\nlevel: error\nignorecase: true\n"
    "vocab: false\nswap:\n"
)


class Styles(Mapping[str, Page]):
    """The rules in some folders, by id: `styles/House/Very.yml` is `House.Very`.

    A rule is read at its first use. A folder with accept.txt or reject.txt is a vocabulary: all
    rules accept the words in accept.txt, `Vale.Terms` finds them where their case is wrong, and
    `Vale.Avoid` finds the words in reject.txt.

    Attributes:
        left_out: the rules that can't be run, with the reason in brackets.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self._texts: dict[str, tuple[Path, str]] = {}
        self._pages: dict[str, Page] = {}
        self._accepted: list[str] = []
        left_out = []
        for folder in folders:
            for path in find_style_files(folder):
                if path.suffix == ".txt":
                    self._add_words(path)
                    continue
                rule_id, text = f"{path.parent.name}.{path.stem}", read_text(path)
                if unsupported := _UNSUPPORTED.search(text):
                    left_out.append(f"{rule_id} ({unsupported[1] or unsupported[2]})")
                else:
                    self._texts[rule_id] = (path, text)
        self.left_out = tuple(left_out)

    def __getitem__(self, rule_id: str) -> Page:
        """Read a rule.

        Raises:
            PlainlintError: the rule is invalid; the message has the file, the line and the key.
        """
        if rule_id not in self._pages:
            path, text = self._texts[rule_id]
            self._pages[rule_id] = _make_page(read_rule(path, text, rule_id), path, self._accepted)
        return self._pages[rule_id]

    def __contains__(self, rule_id: object) -> bool:
        """Return whether the rule exists, without reading it."""
        return rule_id in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def _add_words(self, path: Path) -> None:
        """Add the words of a vocabulary, and the rule that they define."""
        lines = [line.strip() for line in read_text(path).splitlines()]
        words = [line for line in lines if line and not line.startswith("# ")]
        if not words:
            return
        if path.name == _REJECT:
            items = "".join(f"  - {json.dumps(word)}\n" for word in words)
            self._texts["Vale.Avoid"] = (path, f"{_AVOID}{items}")
            return
        self._accepted += words
        cased = [word for word in words if _NAME.fullmatch(word) and word != word.lower()]
        if cased:
            items = "".join(f"  {json.dumps(word.lower())}: {json.dumps(word)}\n" for word in cased)
            self._texts["Vale.Terms"] = (path, f"{_TERMS}{items}")


def find_style_files(folder: Path) -> list[Path]:
    """Return the files with the rules of a style or the words of a vocabulary.

    Raises:
        PlainlintError: the folder has no such files.
    """
    vocabulary = [folder / name for name in (_ACCEPT, _REJECT)]
    files = list_files_inside(folder, lambda path: path.suffix == ".yml" or path in vocabulary)
    words = [path for path in vocabulary if path in files]
    rules = [
        path
        for path in files
        if path not in words and "config" not in path.relative_to(folder).parts[:-1]
    ]
    if not words and not rules:
        raise PlainlintError(
            f"{folder}: a style is a folder of rules (.yml), and this one has none"
        )
    return [*words, *rules]


def _make_page(rule: RuleFile, path: Path, accepted: list[str]) -> Page:

    policy = convert_rule(rule, accepted)
    lines = {key: rule.locate_line(key) for key in rule.entries}
    indented = "".join(f"    {line}\n" for line in rule.source.text.splitlines())
    name = rule.id.partition(".")[2]
    body = f"# {name}\n\nA rule of the style {rule.style}, which runs as it is:\n\n{indented}"
    return Page(
        id=rule.id,
        path=path,
        policy=policy,
        body=body,
        lines=lines,
        body_line=1,
        one_severity=True,
    )
