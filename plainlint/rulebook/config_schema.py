"""JSON Schema of plainlint.toml, for editors that complete and check TOML files.

It is in the form of SchemaStore (https://www.schemastore.org): draft 7, a description for each key,
and no keys that the program does not know.
"""

import re
from collections.abc import Mapping
from inspect import cleandoc
from pathlib import Path
from typing import Any

from plainlint.config.conversion import NEVER
from plainlint.config.loader import PRESETS
from plainlint.config.settings import (
    CONFIG_KEYS,
    DIALECTS,
    INPUT_FORMATS,
    LIST_SENTENCES,
    PARSERS,
    PATH_KEYS,
    RENAMED_KEYS,
    Config,
    get_field,
)
from plainlint.core.audiences import AUDIENCES
from plainlint.core.diagnostics import Severity
from plainlint.rulebook.check_docs import read_check_doc
from plainlint.rulebook.page import Pages, get_shipped_folder
from plainlint.rulebook.registry import get_check_names, load_check
from plainlint.rulebook.rule import PAGE_KEYS
from plainlint.rulebook.schema import allow_one_or_more, build_check_properties, build_page_keys

ADDRESS = "https://json.schemastore.org/plainlint.json"

_Schema = dict[str, Any]

_TEXT: _Schema = {"type": "string"}
_FLAG: _Schema = {"type": "boolean"}
_TEXTS = allow_one_or_more(_TEXT)
_AUDIENCE: _Schema = {"enum": list(AUDIENCES)}
_FIELDS: Mapping[str, _Schema] = {
    "select": _TEXTS,
    "ignore": _TEXTS,
    "extend_select": _TEXTS,
    "default_audience": _AUDIENCE,
    "audience_aliases": {"type": "object", "additionalProperties": _AUDIENCE},
    "country": {"type": "string", "pattern": "^([A-Za-z]{2})?$"},
    "lang": {"type": "string", "pattern": "^([A-Za-z]{2,3}([-_][A-Za-z0-9]+)*)?$"},
    "glossary": _TEXTS,
    "default_glossary": _FLAG,
    "accept": _TEXTS,
    "publisher": _TEXTS,
    "link_form": {"type": "string", "pattern": r"^$|\{(id|name)"},
    "rule_folders": _TEXTS,
    "check_files": _TEXTS,
    "vale_styles": _TEXTS,
    "plugins": _FLAG,
    "preview": _FLAG,
    "required_version": _TEXT,
    "rule": {"$ref": "#/definitions/rules"},
    "per_path": {"type": "object", "additionalProperties": {"$ref": "#/definitions/path"}},
    "list_sentences": {"enum": list(LIST_SENTENCES)},
    "parser": {"enum": list(PARSERS)},
    "input_format": {"enum": list(INPUT_FORMATS)},
    "dialect": {"enum": list(DIALECTS)},
    "fail_on": {"enum": [*(severity.value for severity in Severity), NEVER]},
    "max_warnings": {"type": "integer", "minimum": 0},
    "include": _TEXTS,
    "exclude": _TEXTS,
    "baseline": _TEXT,
    "baseline_grade_tolerance": {"type": "number", "minimum": 0},
    "rules_url": _TEXT,
}
_LAYERS: Mapping[str, _Schema] = {
    "extend": {
        "description": "Files of settings that this one extends; its own settings win.",
        **_TEXTS,
    },
    "preset": {
        "description": "Settings that come with plainlint, for pages of one kind of publisher.",
        "enum": list(PRESETS),
    },
}
# The keys of rule pages, in a line each.
_PAGE_KEYS: Mapping[str, str] = {
    "check": "The check that the rule uses.",
    "severity": "How bad findings are; 'off' switches the rule off.",
    "message": "What is wrong; names in braces stand for what was found.",
    "help": "What to do.",
    "step": "What to do, as a line that begins with a verb.",
    "limits": "Numbers for each audience: past 'target' is a warning, past 'most' an error.",
    "audience": "The readers whose documents are checked.",
    "language": "The languages of documents that are checked.",
    "gives_way_to": "Rules whose findings replace those of this rule at the same place.",
    "source": "Where the rule comes from.",
    "wcag": "The success criteria of WCAG 2.2 that the rule helps to meet.",
    "optional": "Whether the rule runs only where it is selected.",
    "most_findings": "The most findings to report in one document.",
    "priority": "Of findings at one place that are equally bad, those of the highest come first.",
    "role": "What else plainlint uses the rule for.",
    "former_messages": "Earlier wordings of the message, which baselines may still have.",
    "preview": "Whether the rule may still change, and runs only with 'preview = true'.",
    "untranslated": "Why the rule has no page in a language, by the language's code.",
    "former_ids": "Earlier ids of the rule, which baselines and comments may still have.",
}
_ENTRY = re.compile(r"^    (\w+): ((?:.+\n?)(?:^ {8,}.+\n?)*)", re.MULTILINE)


def build_config_schema() -> _Schema:
    """Return the schema of a configuration file, with the built-in rules and their settings."""
    descriptions, checks = _read_descriptions(), sorted(get_check_names())
    properties = {
        key: _describe(_FIELDS[get_field(key)], descriptions[get_field(key)], get_field(key))
        for key in sorted(CONFIG_KEYS)
    }
    former = {
        old: {
            "description": f"The old name of '{new}'.",
            "deprecated": True,
            "allOf": [{"$ref": f"#/properties/{new}"}],
        }
        for old, new in RENAMED_KEYS.items()
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": ADDRESS,
        "title": "plainlint",
        "description": "plainlint.toml, or [tool.plainlint] in pyproject.toml",
        "type": "object",
        "properties": {**_LAYERS, **properties, **former},
        "additionalProperties": False,
        "definitions": {
            "path": _build_path_schema(properties),
            "rules": _build_rules_schema(),
            "any-rule": _build_any_rule_schema(),
            **_build_page_key_schemas(),
            **{_name_check(name): _build_override_schema(name) for name in checks},
        },
    }


def _read_descriptions() -> dict[str, str]:
    """Return what each setting is, from the docstring of the settings."""
    text = cleandoc(Config.__doc__ or "").partition("Attributes:\n")[2]
    entries = ((match[1], " ".join(match[2].split())) for match in _ENTRY.finditer(text))
    return {name: _capitalise(words) for name, words in entries}


def _describe(schema: _Schema, description: str, field: str) -> _Schema:
    default = getattr(Config(), field)
    if isinstance(default, tuple):
        default = list(default)
    is_plain = default is not None and not isinstance(default, Mapping | Path)
    # Keywords beside a reference are ignored in this draft.
    inner = {"allOf": [schema]} if "$ref" in schema else schema
    return {"description": description, **({"default": default} if is_plain else {}), **inner}


def _build_path_schema(properties: Mapping[str, _Schema]) -> _Schema:
    return {
        "description": "Settings for the documents that a pattern as in .gitignore matches.",
        "type": "object",
        "properties": {
            key: {name: value for name, value in properties[key].items() if name != "default"}
            for key in sorted(PATH_KEYS)
        },
        "additionalProperties": False,
    }


def _build_rules_schema() -> _Schema:
    pages = Pages((get_shipped_folder(),))
    return {
        "description": "Changes to rules, by the id of each.",
        "type": "object",
        "properties": {
            rule_id: {
                "description": page.title,
                "allOf": [{"$ref": f"#/definitions/{_name_check(page.policy['check'])}"}],
            }
            for rule_id, page in sorted(pages.items())
        },
        "additionalProperties": {"$ref": "#/definitions/any-rule"},
    }


def _build_any_rule_schema() -> _Schema:
    """Return the schema for changes to a rule that is not built in: its check is not known."""
    return {
        "description": "Changes to a rule of your own, or of a Vale style.",
        "type": "object",
        "properties": _refer_to_page_keys(),
    }


def _build_override_schema(name: str) -> _Schema:
    check = load_check(name)
    meanings = read_check_doc(check).settings
    settings = {
        key: {"description": _capitalise(meanings.get(key, key)), **schema}
        for key, schema in build_check_properties(check, page_keys={}).items()
    }
    return {
        "description": f"Changes to a rule with the check {name}.",
        "type": "object",
        "properties": {**settings, **_refer_to_page_keys()},
        "additionalProperties": False,
    }


def _refer_to_page_keys() -> _Schema:
    return {key: {"$ref": f"#/definitions/{_name_key(key)}"} for key in PAGE_KEYS}


def _build_page_key_schemas() -> _Schema:
    return {
        _name_key(key): {"description": _PAGE_KEYS[key], **schema}
        for key, schema in build_page_keys().items()
    }


def _capitalise(text: str) -> str:
    return text[:1].upper() + text[1:]


def _name_check(name: str) -> str:
    return f"check-{name}"


def _name_key(name: str) -> str:
    return f"key-{name}"
