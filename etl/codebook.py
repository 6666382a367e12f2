"""Reads the Data Package and its Table Schemas: what each table and column means."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from etl.problem import Problem, StoppedError

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DESCRIPTOR = "datapackage.yaml"
OWN_KEYS = ("items", "references")
SPANS = ("covered_from_on", "covered_until_on", "dense_from_on", "dense_until_on")
TYPES = ("string", "date", "boolean", "integer", "number", "year")


@dataclass(frozen=True)
class Items:
    """What a `;`-separated cell holds: keys of `resource`, also written to a link table."""

    resource: str
    field: str
    link: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Field:
    """One column, as its schema describes it."""

    name: str
    type: str
    title: str = ""
    description: str = ""
    required: bool = False
    items: Items | None = None
    references: str = ""


@dataclass(frozen=True)
class Schema:
    """One table: its place, grain, columns, keys; `descriptor` is the plain Table Schema."""

    name: str
    path: str
    title: str
    description: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[tuple[str, str, str], ...]
    descriptor: Mapping[str, Any] = field(hash=False, compare=False)

    @property
    def columns(self) -> tuple[str, ...]:
        """Column names in the order in which the file has them."""
        return tuple(column.name for column in self.fields)

    def foreign_key(self, column: str) -> str:
        """The table that a column's values must stand in, "" if any value will do."""
        return next((resource for name, resource, _ in self.foreign_keys if name == column), "")


@dataclass(frozen=True)
class Package:
    """The whole of `data/`: its tables by name, and the spans that they cover."""

    folder: Path
    descriptor: Mapping[str, Any]
    schemas: Mapping[str, Schema]
    spans: Mapping[str, date]


def read_package(folder: Path) -> tuple[Package, list[Problem]]:
    """The package in `folder`; a schema that can't be read is a problem, and its table is left out."""
    if not folder.is_dir():
        raise StoppedError(f"{folder}: no such folder; name the folder of the tables with --data")
    if not (folder / DESCRIPTOR).is_file():
        raise StoppedError(f"{folder}: holds no {DESCRIPTOR}; is it the folder of the tables?")
    descriptor, problems = _yaml(folder, DESCRIPTOR)
    schemas: dict[str, Schema] = {}
    for resource in descriptor.get("resources", []):
        text, found = _yaml(folder, str(resource.get("schema", "")))
        problems += found or _faults(text, str(resource.get("schema", "")))
        if not found and text.get("fields"):
            schemas[resource["name"]] = _schema(resource, text)
    spans, found = _spans(descriptor)
    return Package(folder, descriptor, schemas, spans), [*problems, *_loose_ends(schemas, descriptor), *found]


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
    keys = _listed(text.get("primaryKey"))
    faults += [f"key column {name} isn't among the fields; add it" for name in keys if name not in names]
    faults += ["has no primaryKey; say which columns tell rows apart"] * (not keys)
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


def _schema(resource: Mapping[str, Any], text: Mapping[str, Any]) -> Schema:
    return Schema(
        name=resource["name"],
        path=resource["path"],
        title=text.get("title", resource.get("title", "")),
        description=" ".join(str(text.get("description", resource.get("description", ""))).split()),
        fields=tuple(_field(column) for column in text["fields"]),
        primary_key=_listed(text.get("primaryKey")),
        foreign_keys=tuple(_foreign_key(key) for key in text.get("foreignKeys", [])),
        descriptor={**text, "fields": [_plain(column) for column in text["fields"]]},
    )


def _field(column: Mapping[str, Any]) -> Field:
    return Field(
        name=column["name"],
        type=column.get("type", "string"),
        title=column.get("title", ""),
        description=" ".join(str(column.get("description", "")).split()),
        required=bool(column.get("constraints", {}).get("required", False)),
        items=_items(column["items"]) if "items" in column else None,
        references=column.get("references", ""),
    )


def _items(items: Mapping[str, Any]) -> Items:
    columns = _listed(items.get("pairs") or items.get("column"))
    return Items(items.get("resource", ""), items.get("field", ""), items["link"], columns)


def _foreign_key(key: Mapping[str, Any]) -> tuple[str, str, str]:
    reference = key["reference"]
    return _listed(key["fields"])[0], reference["resource"], _listed(reference["fields"])[0]


def _plain(column: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in column.items() if key not in OWN_KEYS}


def _listed(value: Any) -> tuple[str, ...]:
    return () if value is None else (value,) if isinstance(value, str) else tuple(value)


def _spans(descriptor: Mapping[str, Any]) -> tuple[dict[str, date], list[Problem]]:
    spans: dict[str, date] = {}
    problems: list[Problem] = []
    for name in SPANS:
        span, end = name.split("_", 1)
        try:
            spans[name] = date.fromisoformat(str(descriptor.get(span, {}).get(end)))
        except ValueError:
            message = f"{span}.{end} isn't a day; write which span the package covers, as 2024-02-01"
            problems.append(Problem(DESCRIPTOR, 0, span, "", "schema", message))
    return spans, problems
