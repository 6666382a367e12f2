"""The codebook for readers: data/README.md, from the package, the schemas and the vocabularies."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from etl.codebook import Field, Package, Schema
from etl.shape import Table

VOCABULARIES = "vocabularies/"
HEAD = """\
This page is made from the schemas and vocabularies by `python -m etl codebook`: change those, not this page.

## How to read the tables

- Text files in UTF-8, columns separated by commas, one row per line, in the order of their keys.
- `…_id` is an id that never changes; `…_ids` are ids in one cell, joined by `;`. An empty cell: not known, or none.
- `…_on` is a day (2025-09-04); `…_code` is a code of a published standard; `is_…` is true or false.
- A bare noun such as `status` or `topics` holds codes of the vocabulary of that name, explained below.
- An actor is a country (ISO 3166-1 alpha-3 code), an organisation or a person: an id of `countries`, `organisations` \
or `speakers`.
- A doubt or correction names its cell by table, row and column; in a table without an id of its own the row is its \
key, the parts joined by `|`.
- In the database each list cell is a list, and also a table of its own (named below) with one row per item.
"""


def describe(package: Package, tables: Mapping[str, Table], preface: Sequence[str] = ()) -> str:
    """The codebook as Markdown, with the lines of a preface before the tables."""
    schemas = package.schemas.values()
    chosen = [schema for schema in schemas if not schema.path.startswith(VOCABULARIES)]
    codes = [schema for schema in schemas if schema.path.startswith(VOCABULARIES)]
    resources = {resource["name"]: resource for resource in package.descriptor.get("resources", [])}
    lines = [
        f"# {package.descriptor.get('title', 'Codebook')}",
        "",
        *_paragraph(package.descriptor.get("description", "")),
        f"Version {package.descriptor.get('version', '')}. {_spans(package)}",
        "",
        f"Licence: {_links(package.descriptor.get('licenses', []))}, unless a table says otherwise.",
        "",
        *preface,
        HEAD,
        "## Tables",
        "",
        *grid(("table", "one row per"), ((f"[{s.name}](#{s.name})", _grain(s.description)) for s in chosen)),
        *(line for schema in chosen for line in _table(schema, resources.get(schema.name, {}), package)),
        "## Vocabularies",
        "",
        *(line for s in codes for line in _vocabulary(s, tables[s.name], resources.get(s.name, {}))),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _table(schema: Schema, resource: Mapping[str, Any], package: Package) -> Iterator[str]:
    yield from (f"### {schema.name}", "", *_paragraph(schema.description))
    yield from _paragraph(f"File `{schema.path}`; key {', '.join(f'`{name}`' for name in schema.primary_key)}.")
    yield from _paragraph(_terms(resource, package))
    rows = (
        (f"`{field.name}`", field.type, "" if field.required else "may be empty", _meaning(field, schema))
        for field in schema.fields
    )
    yield from grid(("column", "type", "", "meaning"), rows)


def _meaning(field: Field, schema: Schema) -> str:
    """A column's description, with the table that its ids or codes are explained in."""
    target = field.items.resource if field.items else field.references or schema.foreign_key(field.name)
    if target == "actors":
        known = "Ids of actors." if field.items else "Id of an actor."
    else:
        known = f"See [{target}](#{target})." if target else ""
    link = f"Also the table `{field.items.link}`." if field.items else ""
    return " ".join(part for part in (field.description, known, link) if part)


def _vocabulary(schema: Schema, table: Table, resource: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"### {schema.name}", "", *_paragraph(schema.description))
    if resource.get("sources"):
        yield from _paragraph(f"Credit: {_links(resource['sources'])}.")
    extra = [field for field in schema.fields if field.name not in ("code", "label", "description")]
    for field in extra:
        yield f"- `{field.name}`: {field.description}"
    if extra:
        yield ""
    order = sorted(table.rows, key=lambda row: _rank(schema, row))
    yield from grid(schema.columns, ((f"`{row[0]}`", *row[1:]) for row in order))


def _rank(schema: Schema, row: Sequence[str]) -> tuple[int, str]:
    """Vocabularies with a rank are listed by it, the others by code."""
    rank = row[schema.columns.index("rank")] if "rank" in schema.columns else ""
    highest_first = -1 if schema.name == "pledge_status" else 1
    return (int(rank) * highest_first if rank else 99, row[0])


def _terms(resource: Mapping[str, Any], package: Package) -> str:
    """Licence and credits of a table, where they aren't those of the package."""
    licences, origins = resource.get("licenses", []), resource.get("sources", [])
    said = []
    if licences and licences != package.descriptor.get("licenses"):
        said.append(f"Licence: {_links(licences)}.")
    if origins:
        said.append(f"Credit: {_links(origins)}.")
    return " ".join(said)


def _links(entries: Sequence[Mapping[str, Any]]) -> str:
    named = ((entry.get("title") or entry.get("name", ""), entry.get("path")) for entry in entries)
    return "; ".join(f"[{title}]({path})" if path else title for title, path in named)


def _spans(package: Package) -> str:
    days = {name: _day(day) for name, day in package.spans.items()}
    if len(days) < 4:
        return ""
    return (
        f"Covered from {days['covered_from_on']} to {days['covered_until_on']}, "
        f"densely from {days['dense_from_on']} to {days['dense_until_on']}."
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _grain(description: str) -> str:
    """The first sentence, without its beginning: what a row stands for."""
    sentence = description.split(". ")[0].rstrip(".")
    return sentence.removeprefix("One row per ")


def grid(head: Sequence[str], rows: Iterator[Sequence[str]]) -> Iterator[str]:
    """The lines of a Markdown table, with an empty one after it."""
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
    yield ""


def _paragraph(text: str) -> tuple[str, ...]:
    return (" ".join(text.split()), "") if text else ()
