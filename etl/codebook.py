"""What each table and column means, as the Data Package and its Table Schemas say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

DESCRIPTOR = "datapackage.yaml"
OWN_KEYS = ("items", "references", "default")
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
    default: str = ""


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

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Column names in the order in which the file has them."""
        return tuple(column.name for column in self.fields)

    @cached_property
    def key_places(self) -> tuple[int, ...]:
        """Where in a row its key stands."""
        return tuple(self.columns.index(name) for name in self.primary_key)

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


def parse_schema(resource: Mapping[str, Any], text: Mapping[str, Any]) -> Schema:
    """A table's meaning, from its entry in the package and its Table Schema; raises what a misshapen one raises."""
    return Schema(
        name=resource["name"],
        path=resource["path"],
        title=text.get("title", resource.get("title", "")),
        description=" ".join(str(text.get("description", resource.get("description", ""))).split()),
        fields=tuple(_field(column) for column in text["fields"]),
        primary_key=listed(text.get("primaryKey")),
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
        default=str(column.get("default", "")),
    )


def _items(items: Mapping[str, Any]) -> Items:
    columns = listed(items.get("pairs") or items.get("column"))
    return Items(items.get("resource", ""), items.get("field", ""), items["link"], columns)


def _foreign_key(key: Mapping[str, Any]) -> tuple[str, str, str]:
    reference = key["reference"]
    return listed(key["fields"])[0], reference["resource"], listed(reference["fields"])[0]


def _plain(column: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in column.items() if key not in OWN_KEYS}


def listed(value: Any) -> tuple[str, ...]:
    """One name or several, as several."""
    return () if value is None else (value,) if isinstance(value, str) else tuple(value)
