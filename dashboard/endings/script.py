"""What was asked of the database, as SQL that runs as it stands against the release's DuckDB file."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.database import Asked
from dashboard.endings.origin import origin
from dashboard.endings.shown import Shown

# A parameter's name, or something in which a dollar sign is no parameter: text, a quoted name, a comment.
TOKEN = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\n]*|/\*.*?\*/|\$([a-z_]\w*)", re.IGNORECASE | re.DOTALL)


def as_sql(shown: Shown) -> bytes:
    """The script of a view: what it is, then each statement behind its parameters."""
    exhibit, found = shown.exhibit, origin(shown.exhibit)
    head = [
        exhibit.title,
        exhibit.sentence,
        f"Release {shown.release['release']} · {shown.address}",
        "Run it against the database of this release: duckdb guarantees.duckdb < this file",
        f"The view shows {exhibit.shown} of {exhibit.total} {exhibit.unit}; the last columns of its table may be words"
        " that it adds.",
        found.words if found else "",
    ]
    said = "".join(f"-- {' '.join(line.split())}\n" for line in head if line)
    return (said + "\n" + script(exhibit.asked, {found.place: found.mark} if found else {})).encode()


def script(asked: Sequence[Asked], marks: Mapping[int, str] | None = None) -> str:
    """Statements, each behind the parameters that it needs and that no statement before it has set so.

    `marks` are words that stand beside statements, by their place from 1.
    """
    known: dict[str, str] = {}
    return "\n".join(
        statement(one, known, place, len(asked), (marks or {}).get(place, "")) for place, one in enumerate(asked, 1)
    )


def statement(asked: Asked, known: dict[str, str], place: int = 1, of: int = 1, mark: str = "") -> str:
    """One statement and its parameters; `known` are those set before it, and gains those set here."""
    wanted = {name: literal(value) for name, value in asked.parameters.items() if name in parameters(asked.sql)}
    new = {name: value for name, value in wanted.items() if known.get(name) != value}
    known.update(new)
    counted = f"-- Statement {place} of {of}: {len(asked.frame)} rows{f' – {mark}' if mark else ''}\n" if of > 1 else ""
    setting = "".join(f"set variable {name} = {value};\n" for name, value in new.items())
    return f"{counted}{setting}{with_variables(asked.sql).strip().rstrip(';')};\n"


def parameters(sql: str) -> set[str]:
    """The names of the parameters in a statement."""
    return {found.group(1) for found in TOKEN.finditer(sql) if found.group(1)}


def with_variables(sql: str) -> str:
    """A statement that reads variables where it took parameters."""
    return TOKEN.sub(lambda found: f"getvariable('{found[1]}')" if found[1] else found[0], sql)


def literal(value: Any) -> str:
    """A value as SQL writes it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return f"{value!r}{'::double' if isinstance(value, float) else ''}"
    if isinstance(value, dt.datetime):
        return f"timestamp '{value.isoformat(' ')}'"
    if isinstance(value, dt.date):
        return f"date '{value.isoformat()}'"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{quoted(str(name))}: {literal(part)}" for name, part in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(literal, value))}]{'' if value else '::varchar[]'}"
    return quoted(str(value))


def quoted(text: str) -> str:
    """Text as SQL writes it; DuckDB takes a NUL for the end of the statement."""
    return "'" + text.replace("\0", "").replace("'", "''") + "'"
