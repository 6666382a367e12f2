"""What can be asked, with its meaning: the tables, relations and columns of a release and their comments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.console.explain import signature
from dashboard.database import Database

HELD, MACROS = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("schema.sql", "macros.sql"))
GROUPS = {
    "macro": "Relations with parameters",
    "relation": "Relations, ready to read",
    "record": "Records",
    "link": "Lists, an item a row",
    "vocabulary": "Vocabularies",
}


@dataclass(frozen=True)
class Column:
    """A column with its type and meaning."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True)
class Relation:
    """Something that can stand after from: `written` as it is written there, parameters and defaults included."""

    group: str
    name: str
    written: str
    meaning: str
    columns: tuple[Column, ...]


def schema(db: Database) -> tuple[Relation, ...]:
    """All of it, group by group; read once per build."""
    return db.kept("console schema", lambda: tuple(read(db)))


def read(db: Database) -> Iterator[Relation]:
    """All of it from the database."""
    held = [
        Relation(group(row["kind"], row["comment"] or "", row["columns"]), row["name"], row["name"], row["comment"], of)
        for row in db.ask(HELD).rows
        for of in [tuple(Column(*one) for one in zip(row["columns"], row["types"], row["comments"], strict=True))]
    ]
    meanings = {column.name: column.meaning for relation in reversed(held) for column in relation.columns}
    macros = [macro(db, row["name"], row["comment"], row["parameters"], meanings) for row in db.ask(MACROS).rows]
    for name in GROUPS:
        yield from (relation for relation in [*macros, *held] if relation.group == name)


def group(kind: str, comment: str, columns: Sequence[str]) -> str:
    """What sort of table it is, by how it says so."""
    if kind == "view" or not comment.startswith("One row"):
        return "relation"
    if comment.startswith("One row per item of"):
        return "link"
    return "vocabulary" if "code" in columns else "record"


def macro(db: Database, name: str, comment: str, parameters: int, meanings: dict[str, str]) -> Relation:
    """A relation that takes parameters; its columns mean what those of the same name mean in tables."""
    written = called(db, name)
    wanted = parameters - written.count(":=")
    described = db.ask('describe from "{}"({})'.format(name, ", ".join(["null"] * wanted))).rows
    columns = tuple(
        Column(row["column_name"], row["column_type"], meanings.get(row["column_name"], "")) for row in described
    )
    return Relation("macro", name, written, comment, columns)


def called(db: Database, name: str) -> str:
    """How it is written: only DuckDB's refusal of a parameter that it hasn't tells the defaults."""
    try:
        db.ask(f'from "{name}"(no_such_parameter := 1)')
    except Exception as error:  # DuckDB's own kinds are known to the database module alone
        return signature(str(error), name)
    return f"{name}()"
