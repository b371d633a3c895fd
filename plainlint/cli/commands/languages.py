"""plainlint languages: what is there for each language, and how many rules run."""

import json
from collections.abc import Iterator

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import LanguagesOptions, load_settings
from plainlint.languages.base import Language, get_language
from plainlint.languages.files import ABBREVIATIONS, RECOGNITION, list_codes, read_sections
from plainlint.languages.frequencies import has_list
from plainlint.reporters.scores import align_columns
from plainlint.rulebook.selection import RuleSet

_NOTES = """
A rule does not run where its words are in another language, or where a part is missing that it
needs. plainlint languages --output-format json lists the rules that run.
"""


def languages(options: LanguagesOptions, environment: Environment) -> CommandResult:
    """Return the parts that each language has, and the rules that run for it."""
    config = load_settings(options.config, environment.note)
    rule_set = RuleSet(config, inspect_only=True)
    known = list(map(get_language, list_codes()))
    if options.as_json:
        rows = [_describe(language, rule_set) for language in known]
        return CommandResult(json.dumps({"languages": rows}, indent=2, ensure_ascii=False) + "\n")
    head = ("code", "language", "rules", "what is there")
    cells = [
        (
            language.code,
            language.name,
            f"{len(_list_rules(language, rule_set))} of {len(rule_set.every_rule)}",
            ", ".join(_iter_parts(language)) or "-",
        )
        for language in known
    ]
    lines = align_columns([head, *cells])
    text = [environment.style.emphasise(lines[0]), *lines[1:], _NOTES]
    return CommandResult("\n".join(text))


def _describe(language: Language, rule_set: RuleSet) -> dict[str, object]:
    return {
        "code": language.code,
        "name": language.name,
        "parts": list(_iter_parts(language)),
        "formulas": list(language.formulas),
        "grade": list(language.grade.formulas) if language.grade else [],
        "rules": _list_rules(language, rule_set),
    }


def _list_rules(language: Language, rule_set: RuleSet) -> list[str]:
    rules = rule_set.make_every_rule(language.code)
    return [rule.id for rule in rules.values() if rule.is_for(language.code)]


def _iter_parts(language: Language) -> Iterator[str]:
    """Yield what is there for a language, by the names that people know."""
    parts = {
        "recognition": "words" in read_sections(language.code, RECOGNITION),
        "abbreviations": read_sections(language.code, ABBREVIATIONS),
        "word frequencies": language.has_spaces and has_list(language.code),
        "syllables": language.count_syllables,
        "familiar words": language.is_familiar,
        "formulas": language.formulas,
        "grade": language.grade,
        "passive": language.find_passives,
        "word classes": language.is_of_class,
        "hidden verbs": language.is_nominalised,
        "clauses": language.clause_openers,
        "word forms": language.iter_stems,
        "stressed words": language.is_stressed_word,
        "medical words": language.is_medical,
    }
    return (name for name, part in parts.items() if part)
