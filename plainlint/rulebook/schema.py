"""JSON Schema of a rule page's front matter, generated from the checks."""

from collections.abc import Mapping
from typing import Any, Literal, get_args, get_origin, get_type_hints, is_typeddict

from plainlint.core.audiences import AUDIENCES, Limits
from plainlint.core.diagnostics import Severity
from plainlint.document.passages import FRONT_MATTER_SCOPE, SCOPES
from plainlint.rulebook.registry import LISTS, Check, get_check_names, load_check
from plainlint.rulebook.rule import OFF, PAGE_KEYS
from plainlint.rulebook.vale.scopes import PREFIX

_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean"}


def build_page_schema() -> dict[str, Any]:
    """Return the schema of the front matter: the keys of all pages, and the settings of checks."""
    names = sorted(get_check_names())
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The front matter of a plainlint rule page",
        "type": "object",
        "required": ["check"],
        "properties": {"check": {"enum": names}},
        "allOf": [_build_check_schema(name, load_check(name)) for name in names],
    }


def _build_check_schema(name: str, check: Check) -> dict[str, Any]:
    then = {
        "properties": build_check_properties(check, build_page_keys()),
        "required": sorted(check.required),
        "additionalProperties": False,
    }
    return {"if": {"properties": {"check": {"const": name}}}, "then": then}


def build_check_properties(check: Check, page_keys: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schemas of the settings of a check, and of further keys of a page."""
    settings = {key: _build_type_schema(kind) for key, kind in check.settings.items()}
    scope = {"scope": _build_scope_schema()} if check.scope else {}
    return {**settings, **page_keys, **scope}


def build_page_keys() -> dict[str, Any]:
    """Return the schemas of the keys of all pages; some allow less than their type."""
    numbers = {
        "type": "object",
        "propertyNames": {"enum": list(AUDIENCES)},
        "additionalProperties": {"type": "number"},
    }
    tiers = dict.fromkeys(Limits._fields, numbers)
    audience = {"enum": list(AUDIENCES)}
    return {
        **{key: _build_type_schema(kind) for key, kind in PAGE_KEYS.items()},
        "severity": {"enum": [*(severity.value for severity in Severity), OFF]},
        "audience": allow_one_or_more(audience),
        "language": allow_one_or_more({"type": "string"}),
        "gives_way_to": allow_one_or_more({"type": "string"}),
        "limits": {"type": "object", "properties": tiers, "additionalProperties": False},
    }


def _build_scope_schema() -> dict[str, Any]:
    vale_scope = {"pattern": f"^{PREFIX}.+"}
    scope = {"anyOf": [{"enum": list(SCOPES)}, {"pattern": _build_scope_pattern()}, vale_scope]}
    return allow_one_or_more(scope)


def _build_scope_pattern() -> str:
    """Return a pattern for combined scopes; names can have spaces instead of hyphens."""
    names = "|".join(name.replace("-", "[- ]") for name in SCOPES)
    name = rf"\(*(?:{names}|{FRONT_MATTER_SCOPE.replace('-', '[- ]')}\.[^\s()]+)\)*"
    return rf"^{name}(?: (?:or|and|and not) {name})*$"


def allow_one_or_more(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of one value, or a list of them."""
    return {"anyOf": [schema, {"type": "array", "items": schema}]}


def _build_type_schema(annotation: Any) -> dict[str, Any]:
    kind, arguments = get_origin(annotation) or annotation, get_args(annotation)
    if kind in LISTS:
        return {"type": "array", "items": _build_type_schema(arguments[0])}
    if kind is Mapping:
        return {"type": "object", "additionalProperties": _build_type_schema(arguments[1])}
    if is_typeddict(kind):
        types = {key: _build_type_schema(hint) for key, hint in get_type_hints(kind).items()}
        return {"type": "object", "properties": types, "additionalProperties": False}
    if kind is Literal:
        return {"enum": list(arguments)}
    return {"type": _TYPES.get(kind, "string")}
