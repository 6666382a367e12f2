"""The release: its id comes from the content, and from nothing else."""

import re

import duckdb

from etl.check import read_all
from etl.release import recorded_on, release_id
from tests.conftest import World


def test_same_content_same_id_however_written(tiny_data: World) -> None:
    first = release_id(read_all(tiny_data.folder).tables)
    path = tiny_data.path("statements")
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\r\n".join([head, *reversed(rows)]), encoding="utf-8")
    assert release_id(read_all(tiny_data.folder).tables) == first
    assert re.fullmatch(r"2026-11-25-[0-9a-f]{8}", first)


def test_one_changed_cell_changes_the_id(tiny_data: World) -> None:
    first = release_id(read_all(tiny_data.folder).tables)
    tiny_data.put("speakers", [{"speaker_id": "alma-varenne", "name": "Alma Varenne-Roux"}])
    assert release_id(read_all(tiny_data.folder).tables) != first


def test_newest_recorded_day_names_the_release(tiny_data: World) -> None:
    tiny_data.put("statements", [{"statement_id": "2025-04-10-owen-hale-open", "recorded_on": "2026-12-24"}])
    tables = read_all(tiny_data.folder).tables
    assert str(recorded_on(tables)) == "2026-12-24"
    assert release_id(tables).startswith("2026-12-24-")


def test_a_later_correction_names_the_release(tiny_data: World) -> None:
    head = tiny_data.path("corrections").read_text(encoding="utf-8").splitlines()[0].split(",")
    told = {
        "table_name": "statements",
        "row_id": "2025-04-10-owen-hale-open",
        "column_name": "summary",
        "old_value": "Other words",
        "corrected_on": "2026-12-25",
        "why": "Misread",
    }
    with tiny_data.path("corrections").open("a", encoding="utf-8") as rows:
        rows.write(",".join(told.get(name, "") for name in head) + "\n")
    tables = read_all(tiny_data.folder).tables
    assert str(recorded_on(tables)) == "2026-12-25"
    assert release_id(tables).startswith("2026-12-25-")


def test_one_row_with_spans_and_counts(tiny: duckdb.DuckDBPyConnection) -> None:
    row = tiny.execute("from release").fetchdf().to_dict("records")
    assert len(row) == 1
    assert str(row[0]["covered_from_on"])[:10] == "2021-12-17"
    assert str(row[0]["dense_until_on"])[:10] == "2026-03-13"
    counts = [row[0][name] for name in ("events", "statements", "pledges", "sources", "speakers", "doubts")]
    assert counts == [12, 32, 39, 18, 18, 9]
