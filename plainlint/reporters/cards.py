"""Cards: what to do with a sentence, a block or a page, step by step, and why."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import Formatter
from typing import NamedTuple

from plainlint.core.caches import remember
from plainlint.core.diagnostics import Diagnostic, Fix, Scope, Severity
from plainlint.core.source import NOWHERE, Span
from plainlint.core.text import fill_template
from plainlint.languages.phrases import choose_number_form, translate
from plainlint.reporters.work_items import WorkItem
from plainlint.rulebook.rule import Rule

_MOST_STEPS = 4
# From so many words on, to divide a sentence helps more than to change a word in it.
_LONG = 25
_DIVIDING = "split"
_LEVELS = ("", "A bit hard", "Hard", "Very hard")
_WEIGHTS = {
    Severity.ERROR: "Must fix",
    Severity.WARNING: "Should fix",
    Severity.INFO: "Could fix",
}
_NO_RULE = "Say one thing at a time, in short words."


class Step(NamedTuple):
    """One thing to do.

    Attributes:
        words: what to do; a verb comes first.
        span: the words of the source that it is about; empty for the whole item.
        copied: words to put in; empty if the writer must find them.
        fix: what does it; None if the writer must.
        divides: whether it says where to split a sentence.
    """

    words: str
    span: Span = NOWHERE
    copied: str = ""
    fix: Fix | None = None
    divides: bool = False

    @property
    def verb(self) -> str:
        """The first word."""
        return self.words.partition(" ")[0]

    @property
    def rest(self) -> str:
        """What follows the verb, with a space before it."""
        return self.words[len(self.verb) :]


class Reason(NamedTuple):
    """Why a step is worth its while: the rule with its title, and what it says."""

    rule: str
    title: str
    message: str
    help: str


class Card(NamedTuple):
    """What to do with one work item.

    Attributes:
        level: how hard its sentence is, in words; empty if it is not, or is no sentence.
        weight: how much it matters, in words.
        steps: what to do, in order.
        reasons: what the rules say of it, the worst first.
    """

    item: WorkItem
    level: str
    weight: str
    steps: tuple[Step, ...]
    reasons: tuple[Reason, ...]


def name_weight(severity: Severity | None) -> str:
    """Return how much a finding of a severity matters; what no rule reports could be better."""
    return _WEIGHTS[severity or Severity.INFO]


def make_card(item: WorkItem, rules: Mapping[str, Rule], language: str = "") -> Card:
    """Return the card of a work item.

    Args:
        rules: the rules of the run by id; they say what to do.
        language: the language of what no rule says; empty for English.
    """
    steps = list(_merge_steps(_iter_steps(item.findings, rules)))
    if item.hardness and item.hardness.words >= _LONG:
        # The sort keeps the order of the text for the others.
        steps.sort(key=lambda step: not step.divides)
    if not steps and item.hardness:
        steps = [Step(translate(_NO_RULE, language))]
    return Card(
        item=item,
        level=_LEVELS[item.hardness.level] if item.hardness else "",
        weight=name_weight(item.severity),
        steps=tuple(steps[:_MOST_STEPS]),
        reasons=tuple(_iter_reasons(item, rules)),
    )


def _iter_steps(findings: Sequence[Diagnostic], rules: Mapping[str, Rule]) -> Iterator[Step]:
    """Yield the steps of findings; of steps that say the same, the one that says most is first.

    Advice on where to divide comes first, then what is about certain words, then all else.
    """
    pieces = [
        _build_step(
            f"{curl_quotes(words[:1].upper() + words[1:])}.", rules.get(finding.rule), related.span
        )
        for finding in findings
        for words, related in zip(_list_pieces(finding), finding.related, strict=False)
    ]
    yield from (step for step in pieces if step.divides)
    whole = []
    for finding in findings:
        if finding.span == finding.place or finding.scope is not Scope.TEXT:
            whole.append(finding)
        else:
            yield _make_step(finding, rules.get(finding.rule), finding.span)
    yield from pieces
    for finding in whole:
        if not _list_pieces(finding):
            yield _make_step(finding, rules.get(finding.rule), NOWHERE)


def _list_pieces(finding: Diagnostic) -> Sequence[str]:
    pieces = finding.values.get("steps", ())
    return pieces if isinstance(pieces, list | tuple) else ()


def _merge_steps(steps: Iterable[Step]) -> list[Step]:
    """Return steps in text order, those on the whole last: one for the same words, one division."""
    kept: list[Step] = []
    for step in steps:
        if not any(_say_the_same(step, other) for other in kept):
            kept.append(step)
    return sorted(kept, key=lambda step: (step.span == NOWHERE, step.span))


def _say_the_same(step: Step, other: Step) -> bool:
    if step.words == other.words or (step.divides and other.divides):
        return True
    return step.span.start < other.span.end and other.span.start < step.span.end


def _make_step(finding: Diagnostic, rule: Rule | None, span: Span) -> Step:
    template = rule.step if rule else ""
    if not template:
        words = curl_quotes(_take_first_sentence(finding.help))
        return _build_step(words, rule, span, "", finding.fix)
    audience = translate(finding.audience, rule.said_in if rule else "")
    values = {"audience": audience, **finding.values}
    words = curl_quotes(_fill_optional(template, values, rule.said_in if rule else ""))
    return _build_step(words, rule, span, _choose_copied(template, values), finding.fix)


def _build_step(
    words: str, rule: Rule | None, span: Span, copied: str = "", fix: Fix | None = None
) -> Step:
    """Return a step; its verb, in the language of the rule, says whether it divides a sentence."""
    dividing = translate(_DIVIDING, rule.said_in if rule else "")
    verb = words.partition(" ")[0]
    return Step(words, span, copied, fix, divides=verb == dividing.capitalize())


_OPTIONAL = re.compile(r"\[([^][]*)\]")


def _fill_optional(template: str, values: Mapping[str, object], language: str) -> str:
    """Fill in a template; a part in square brackets only if each of its values is given."""
    kept = _OPTIONAL.sub(
        lambda part: part[1] if all(values.get(name) for name in _list_names(part[1])) else "",
        template,
    )
    return fill_template(kept, values, choose_number_form(language))


def _choose_copied(template: str, values: Mapping[str, object]) -> str:
    """Return what the step names besides the words themselves: what to write in their place."""
    named = (values.get(name) for name in _list_names(template) if name not in {"text", "audience"})
    return next((value for value in named if isinstance(value, str) and value), "")


def _list_names(template: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(template) if name]


_FIRST_SENTENCE = re.compile(r".*?[.!?](?=\s+[A-Z\"'`]|$)", re.DOTALL)


def _take_first_sentence(text: str) -> str:
    match = _FIRST_SENTENCE.match(text)
    return match[0] if match else text


def _iter_reasons(item: WorkItem, rules: Mapping[str, Rule]) -> Iterator[Reason]:
    for finding, help_text in item.causes:
        rule = rules.get(finding.rule)
        title = rule.title if rule else finding.rule
        yield Reason(finding.rule, title, curl_quotes(finding.message), curl_quotes(help_text))


_QUOTED = re.compile(r"(?<![\w'])'((?:[^'\n]|(?<=\w)'(?=\w))+)'(?!\w)")
_CODE = re.compile(r"`([^`\n]+)`")


@remember(1 << 12)
def curl_quotes(text: str) -> str:
    """Return a message as a person would print it: curly quotes, and no marks of code."""
    text = _CODE.sub(r"“\1”", text)
    return _QUOTED.sub(r"“\1”", text).replace("'", "’")
