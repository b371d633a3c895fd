"""Words: how the report says to a writer what numbers and verdicts mean."""

from plainlint.engine.result import Grading, Verdict

_READERS = {
    "patient": "patients",
    "caregiver": "people who care for a patient",
    "general": "the public",
    "technical": "people who work in health care",
}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ENDINGS = {
    Verdict.ON_TARGET: "That is right for them.",
    Verdict.ABOVE_TARGET: "That is within the limit, but above what you should aim at.",
    Verdict.NO_LIMIT: "There is no limit on the grade for them.",
}


def readers(audience: str) -> str:
    """Who an audience is, in words."""
    return _READERS.get(audience, audience)


def verdict_sentence(grading: Grading, audience: str, hard: int) -> str:
    """The verdict on a document as a writer understands it; `hard` is its hard sentences."""
    if grading.verdict is Verdict.UNREADABLE:
        return "This file could not be read."
    if grading.verdict is Verdict.TOO_SHORT or grading.grades is None:
        return "There is too little text here to give it a grade."
    who = readers(audience)
    follow = f"; {who} follow grade {_range(grading)}" if grading.target_text != "-" else ""
    written = f"Written at about grade {round(grading.grades[0])} for {who}."
    if follow:
        written = f"Written at about grade {round(grading.grades[0])}{follow}."
    return f"{written} {_ENDINGS.get(grading.verdict) or _most_harm(hard)}"


def _range(grading: Grading) -> str:
    target, most = grading.limits.target, grading.limits.most
    if target is not None and most is not None:
        return f"{target:g} to {most:g}"
    return f"{target or most:g} at most"


def _most_harm(hard: int) -> str:
    if hard < 1:
        return "The places below show where to start."
    shown = min(hard, len(_NUMBERS) - 1)
    if shown == 1:
        return "The first sentence below does most of the harm."
    return f"The first {_NUMBERS[shown]} sentences below do most of the harm."
