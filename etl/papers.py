"""The papers that go with a release: how to read it, how to cite it, what changed, under which licence it is."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

import duckdb
import yaml

from etl.codebook import Package
from etl.describe import describe, grid
from etl.relations import macros, relations
from etl.shape import Table

LICENCES = "licences"
CITE = "If you use these data, cite them with their release."
CHANGES = "select * from changes order by day desc, change, table_name, row_id, column_name"
NAMED = "select recorded_on, table_name, words, row_id from added_rows order by recorded_on, table_name, position"
HOLDS = """\
## What this archive holds

Release {release}. Everything in it is made from the same text tables and can be made again from them, to the byte; \
but for the database file, whose tables are the same and whose bytes differ from build to build.

| file | holds |
| --- | --- |
| `*.csv`, `reference/`, `vocabularies/` | the tables as they were written down, cell by cell, in one canonical order |
| `datapackage.json` | what each table, column and key is, for programs (Data Package with Table Schemas) |
| `parquet/` | every table and view of the database, typed; a day without a bound is empty |
| `guarantees.duckdb` | the database: tables, link tables, views, and relations that take a day or a row |
| `CHANGES.md` · `CITATION.cff` · `LICENSE` | what changed and when · how to cite it · under which terms |
| `SHA256SUMS` · `guarantees.duckdb.sha256` | digests: `sha256sum -c SHA256SUMS guarantees.duckdb.sha256` checks all |

Cells are given as they were written: a text that begins with `=`, `+`, `-` or `@` is text; import it as text into a \
spreadsheet.

```sql
-- in DuckDB, from the folder of this archive
from 'parquet/pledge_cards.parquet' where pledger_id = 'FRA' order by announced_on;
attach 'guarantees.duckdb' as guarantees (read_only);
use guarantees;
from positions_on(date '2025-09-04');
```

"""


def readme(package: Package, tables: Mapping[str, Table], release: str, connection: duckdb.DuckDBPyConnection) -> str:
    """The codebook, with what the archive holds before it."""
    made = {name: text for name, text in relations(connection).items() if name not in package.schemas}
    lines = [
        *HOLDS.format(release=release).splitlines(),
        *("### Tables and views that the database adds, also in `parquet/`", ""),
        *_meanings(made),
        *("### Relations that take parameters, in the database alone", ""),
        *_meanings(macros(connection)),
    ]
    return describe(package, tables, lines)


def _meanings(told: Mapping[str, str]) -> Iterator[str]:
    return grid(("relation", "meaning"), ((f"`{name}`", text) for name, text in told.items()))


def citation(package: Package, release: str, day: date) -> str:
    """CITATION.cff, by the Citation File Format 1.2.0."""
    descriptor = package.descriptor
    told: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": " ".join([CITE, *_others(package)]),
        "type": "dataset",
        "title": descriptor.get("title", ""),
        "abstract": " ".join(str(descriptor.get("description", "")).split()),
        "authors": [{"name": person["title"]} for person in descriptor.get("contributors", [])],
        "version": release,
        "date-released": day.isoformat(),
        "license": [licence["name"] for licence in descriptor.get("licenses", [])],
    }
    return yaml.safe_dump(told, sort_keys=False, allow_unicode=True, width=100)


def _others(package: Package) -> Iterator[str]:
    """A sentence on the tables that are not under the licence of the whole."""
    usual = package.descriptor.get("licenses", [])
    names = [
        resource["name"] for resource in package.descriptor["resources"] if resource.get("licenses", usual) != usual
    ]
    if names:
        yield f"Other terms hold for {' and '.join(names)}: see LICENSE."


def changes(connection: duckdb.DuckDBPyConnection) -> str:
    """The change log, newest day first, from the relation `changes`; of new rows the latest are named."""
    asked = connection.execute(CHANGES)
    names = [column[0] for column in asked.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in asked.fetchall()]
    named: dict[tuple[date, str], list[str]] = defaultdict(list)
    for day, table, words, row_id in connection.execute(NAMED).fetchall():
        named[day, table].append(f"  - {words} (`{row_id}`)")
    lines = ["# Changes", "", "Rows by the day on which they were recorded; cells corrected after their release.", ""]
    for day, found in groupby(rows, lambda row: row["day"]):
        lines += [f"## {day}", ""]
        for row in found:
            lines += _added(row, named[day, row["table_name"]]) if row["change"] == "added" else [_corrected(row)]
        lines.append("")
    return "\n".join(lines)


def _added(row: Mapping[str, Any], named: Sequence[str]) -> list[str]:
    """How many rows are new, and which: the first few."""
    left = row["added"] - len(named)
    more = [f"  - and {left:,} more"] if left else []
    return [f"- {row['table_name']}: {row['added']:,} new row{'' if row['added'] == 1 else 's'}", *named, *more]


def _corrected(row: Mapping[str, Any]) -> str:
    was, now = (f"“{row[name]}”" if row[name] is not None else "empty" for name in ("old_value", "new_value"))
    return f"- {row['table_name']} `{row['row_id']}`, `{row['column_name']}`: was {was}, now {now}. {row['why']}"


def licence(package: Package) -> str:
    """Which terms hold for which table, and the text of each licence that the package holds."""
    named = [*package.descriptor.get("licenses", [])]
    lines = [f"{package.descriptor.get('title', '')}", "", f"Licence: {_terms(named)}", "but for:", ""]
    lines += [*_exceptions(package, named), "", "Credit where these tables are used:", "", *_credits(package)]
    texts = [package.folder / LICENCES / f"{entry['name']}.txt" for entry in named]
    told = [path.read_text(encoding="utf-8") for path in texts if path.is_file()]
    return "\n".join([*lines, "", *(f"{'=' * 72}\n\n{text}" for text in told)])


def _exceptions(package: Package, usual: Sequence[Any]) -> Iterator[str]:
    for resource in package.descriptor.get("resources", []):
        if (other := resource.get("licenses")) and other != usual:
            yield f"- {resource['name']}: {_terms(other)}"


def _credits(package: Package) -> Iterator[str]:
    for resource in package.descriptor.get("resources", []):
        if origins := resource.get("sources"):
            yield f"- {resource['name']}: {_terms(origins)}"


def _terms(entries: Sequence[Mapping[str, Any]]) -> str:
    told = (f"{entry.get('title') or entry.get('name')} <{entry.get('path', '')}>" for entry in entries)
    return "; ".join(text.removesuffix(" <>") for text in told)
