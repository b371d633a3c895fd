"""Checks of the audience: the one that a document declares, and the one it is written for."""

import re
from collections.abc import Iterator
from math import inf

from plainlint.analysis.glossary.popup_links import read_popup
from plainlint.analysis.metrics.measures import Measures
from plainlint.checks import Hit, check
from plainlint.core.audiences import AUDIENCES, Audiences
from plainlint.core.errors import PlainlintError
from plainlint.document.language_tags import get_primary_tag
from plainlint.document.model import Document, FrontMatter
from plainlint.languages.base import get_language


@check
def declared_audience(front_matter: FrontMatter, audiences: Audiences) -> Iterator[Hit]:
    """Report a declared audience that is not known, and front matter that declares none or several.

    A document for several audiences is held to the limits of the strictest.

    Message:
        problem: what is wrong.
        advice: what to write.
        default: the audience that is used instead.
    """
    key = audiences.choose_key(front_matter.get_texts)
    if front_matter.problems and not front_matter.entries:
        return
    declared = front_matter.get_texts(key)
    if audiences.is_default_chosen and key not in front_matter.entries:
        return
    entry = front_matter.entries.get(key)
    is_list = entry is not None and isinstance(entry.value, tuple)
    names = audiences.split(declared)
    if len(names) == 1 and not is_list and audiences.look_up(names[0]):
        return
    if is_list or len(names) > 1:
        problem, advice = _describe_list(names, key, audiences)
    else:
        problem, advice = _describe_name("".join(names), key, audiences)
    values = {"problem": problem, "advice": advice, "default": audiences.resolve(declared)}
    yield Hit(front_matter.get_span(key), values)


def _describe_list(names: tuple[str, ...], key: str, audiences: Audiences) -> tuple[str, str]:
    """Return what is wrong with a list of audiences, and what to write."""
    unknown = [name for name in names if not audiences.look_up(name)]
    count = f"{len(names)} audiences ({', '.join(names)})" if names else "no audience"
    problem = f"{key!r} names {count}"
    if unknown:
        problem += f", of which {', '.join(map(repr, unknown))} is not known"
    if len(names) == 1 and not unknown:
        return f"{key!r} is a list", f"write {names[0]} without brackets"
    allowed = ", ".join(AUDIENCES)
    return problem, f"name one audience, the one the text is for; allowed are {allowed}"


def _describe_name(declared: str, key: str, audiences: Audiences) -> tuple[str, str]:
    """Return what is wrong with a name that is not known or missing, and what to write."""
    problem = f"{declared!r} is not a known audience" if declared else f"{key!r} is missing"
    near = audiences.find_nearest(declared) if declared else ""
    allowed = ", ".join(AUDIENCES)
    return problem, f"write {near!r}; allowed are {allowed}" if near else f"write one of: {allowed}"


@check
def audience_mismatch(
    document: Document,
    measures: Measures,
    audiences: Audiences,
    language: str,
    *,
    title_patterns: list[str],
    popup_share: float,
    fewest_popups: int,
    grade: float,
    signs_needed: int,
    ease: float = 0,
) -> Iterator[Hit]:
    """Report a document if enough signs show that it is written for professionals.

    The title or a top heading that says so counts as two signs, popups in the version for
    professionals as one, and a text that only professionals read easily as one.

    Args:
        title_patterns: regular expressions for titles and headings, in any case.
        popup_share: the lowest share of popups for professionals, 0 to 1, that is a sign.
        fewest_popups: fewer popups than this are not a sign.
        grade: the lowest Flesch-Kincaid grade of the text that is a sign.
        signs_needed: how many signs make a finding.
        ease: the same in a language with a scale of ease: the highest number that is a sign.

    Message:
        evidence: the signs.
    """
    title_sign = _find_title_sign(document, title_patterns)
    popup_sign = _find_popup_sign(document, popup_share, fewest_popups)
    grade_sign = _find_grade_sign(measures, language, grade, ease)
    evidence = [sign for sign in (title_sign, popup_sign, grade_sign) if sign]
    if len(evidence) + bool(title_sign) >= signs_needed:
        span = document.front_matter.get_span(audiences.key)
        yield Hit(span, {"evidence": "; ".join(evidence)})


def _find_title_sign(document: Document, patterns: list[str]) -> str:
    try:
        pattern = re.compile("|".join(patterns) or r"(?!)", re.IGNORECASE)
    except re.error as error:
        raise PlainlintError(f"title_patterns: {error.pattern!r}: {error.msg}") from error
    titles = [document.front_matter.get_text("title")]
    titles += [heading.text for heading in document.headings if heading.level <= 1]
    professional = next((title for title in titles if pattern.search(title)), "")
    return f"the title says {professional!r}" if professional else ""


def _find_popup_sign(document: Document, share: float, fewest: int) -> str:
    popups = [popup for popup in map(read_popup, document.links) if popup and popup.audience]
    professional = sum(popup.audience == "technical" for popup in popups)
    if not professional or professional < fewest or professional < share * len(popups):
        return ""
    return f"{professional} of {len(popups)} popups are the version for professionals"


def _find_grade_sign(measures: Measures, language: str, grade: float, ease: float) -> str:
    scale = get_language(get_primary_tag(language)).grade
    if scale and scale.is_ease:
        score = measures.scores.get(scale.formulas[0], inf)
        return f"the text has {score:.1f} on the {scale.name} scale" if score <= ease else ""
    score = measures.scores.get("flesch_kincaid", 0.0)
    return f"the text reads at grade {score:.1f} (Flesch-Kincaid)" if score >= grade else ""
