"""Vale's rules on whole documents: formulas over counts, and readability scores."""

import re
from collections.abc import Sequence

from plainlint.analysis.metrics.formulas import FORMULAS
from plainlint.analysis.metrics.registry import evaluate
from plainlint.checks.vale.metric import VARIABLES, holds
from plainlint.core.errors import PlainlintError, did_you_mean
from plainlint.vale.rule_file import RuleFile
from plainlint.vale.settings import Policy, limits_of

_METRICS = {
    "Gunning Fog": "gunning_fog",
    "Coleman-Liau": "coleman_liau",
    "Flesch-Kincaid": "flesch_kincaid",
    "SMOG": "smog",
    "Automated Readability": "ari",
}
_LIMIT = re.compile(r"\s*([<>])\s*(-?\d+(?:\.\d+)?)\s*")
_TIERS = {">": "most", "<": "least"}


def metric(rule: RuleFile, _accepted: Sequence[str]) -> Policy:
    """A formula, and the condition that makes it wrong: a limit if it can be one."""
    formula = re.sub(r"heading\.(h[1-6])", r"heading_\1", rule.needed("formula"))
    condition = rule.needed("condition")
    numbers = dict.fromkeys((*VARIABLES, *FORMULAS), 1.0)
    for key, work_out in (
        ("formula", lambda: evaluate(formula, numbers)),
        ("condition", lambda: holds(condition, 1.0, numbers)),
    ):
        try:
            work_out()
        except PlainlintError as error:
            raise rule.error(str(error), key) from error
    simple = _LIMIT.fullmatch(condition)
    if simple:
        return {"formula": formula, "limits": limits_of(_TIERS[simple[1]], float(simple[2]))}
    return {"formula": formula, "condition": condition}


def readability(rule: RuleFile, _accepted: Sequence[str]) -> Policy:
    """The mean of some scores past a grade."""
    metrics = rule.texts("metrics")
    for metric in metrics:
        if metric not in _METRICS:
            hint = did_you_mean(metric, _METRICS)
            raise rule.error(f"unknown metric '{metric}'{hint}", "metrics", metric)
    if not metrics:
        raise rule.error("it needs the key 'metrics'", "metrics")
    rule.needed("grade")
    scores = " + ".join(_METRICS[metric] for metric in metrics)
    return {
        "check": "vale-metric",
        "formula": f"({scores}) / {len(metrics)}",
        "limits": limits_of("most", rule.number("grade")),
    }
