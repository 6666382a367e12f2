"""Reads the Data Package of a folder, and each Table Schema that it names."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from etl.codebook import DESCRIPTOR, SPANS, TYPES, Package, Schema, listed, parse_schema
from etl.problem import Problem, StoppedError

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_package(folder: Path) -> tuple[Package, list[Problem]]:
    """The package in `folder`; a schema that can't be read is a problem, and its table is left out."""
    if not folder.is_dir():
        raise StoppedError(f"{folder}: no such folder; name the folder of the tables with --data")
    if not (folder / DESCRIPTOR).is_file():
        raise StoppedError(f"{folder}: holds no {DESCRIPTOR}; is it the folder of the tables?")
    descriptor, problems = _yaml(folder, DESCRIPTOR)
    schemas: dict[str, Schema] = {}
    for resource in descriptor.get("resources") or []:
        problems += _add(schemas, folder, resource)
    spans, found = _spans(descriptor)
    return Package(folder, descriptor, schemas, spans), [*problems, *_loose_ends(schemas, descriptor), *found]


def _add(schemas: dict[str, Schema], folder: Path, resource: Any) -> list[Problem]:
    """Adds the schema of one table of the package; returns what is wrong with it instead."""
    if not isinstance(resource, dict) or not {"name", "path", "schema"} <= set(resource):
        return [Problem(DESCRIPTOR, 0, "", "", "schema", "a resource lacks name, path or schema; give it all three")]
    path = str(resource["schema"])
    text, problems = _yaml(folder, path)
    if problems:
        return problems
    try:
        if not (problems := _faults(text, path)):
            schemas[resource["name"]] = parse_schema(resource, text)
    except (AttributeError, IndexError, KeyError, TypeError) as fault:
        message = f"isn't a Table Schema ({type(fault).__name__}: {fault}); write it like the other schemas"
        problems = [Problem(path, 0, "", "", "schema", message)]
    return problems


def _yaml(folder: Path, path: str) -> tuple[dict[str, Any], list[Problem]]:
    try:
        text = yaml.load((folder / path).read_text(encoding="utf-8"), Loader=LOADER)
    except FileNotFoundError:
        return {}, [Problem(path, 0, "", "", "schema", "is missing; every table has its schema beside it")]
    except (yaml.YAMLError, UnicodeDecodeError) as fault:
        line = getattr(getattr(fault, "problem_mark", None), "line", -1) + 1
        return {}, [Problem(path, line, "", "", "schema", "isn't valid YAML in UTF-8; mend its form")]
    if not isinstance(text, dict):
        message = "isn't a list of names and values; write it like the other schemas"
        return {}, [Problem(path, 0, "", "", "schema", message)]
    return text, []


def _faults(text: Mapping[str, Any], path: str) -> list[Problem]:
    names = [column.get("name") for column in text.get("fields", [])]
    faults = [f"field {name} is described twice; keep one" for name in {n for n in names if names.count(n) > 1}]
    faults += [
        f"field {column.get('name')} has type {column.get('type')}; use one of {', '.join(TYPES)}"
        for column in text.get("fields", [])
        if column.get("type") not in TYPES
    ]
    keys = listed(text.get("primaryKey"))
    faults += [f"key column {name} isn't among the fields; add it" for name in keys if name not in names]
    faults += ["has no primaryKey; say which columns tell rows apart"] * (not keys)
    faults += ["has no fields; describe its columns"] * (not names)
    return [Problem(path, 0, "", "", "schema", fault) for fault in faults]


def _loose_ends(schemas: Mapping[str, Schema], descriptor: Mapping[str, Any]) -> list[Problem]:
    """Columns that point to a table that the package doesn't list."""
    message = "{}.{} points to {}, which isn't listed; list or correct it"
    listed = {"actors", *(resource.get("name") for resource in descriptor.get("resources", []))}
    return [
        Problem(DESCRIPTOR, 0, "", "", "schema", message.format(name, column, target))
        for name, schema in schemas.items()
        for column, target in [
            *((field.name, field.items.resource) for field in schema.fields if field.items),
            *((field.name, field.references) for field in schema.fields if field.references),
            *((column, target) for column, target, _ in schema.foreign_keys),
        ]
        if target not in listed
    ]


def _spans(descriptor: Mapping[str, Any]) -> tuple[dict[str, date], list[Problem]]:
    spans: dict[str, date] = {}
    problems: list[Problem] = []
    for name in SPANS:
        span, end = name.split("_", 1)
        try:
            spans[name] = date.fromisoformat(str(descriptor[span][end]))
        except (KeyError, TypeError, ValueError):
            message = f"{span}.{end} isn't a day; write which span the package covers, as 2024-02-01"
            problems.append(Problem(DESCRIPTOR, 0, span, "", "schema", message))
    return spans, problems
