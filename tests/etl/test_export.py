"""The archive of a release: whole, true to its digests, the same to the byte, and read by others' tools."""

import csv
import hashlib
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import duckdb
import pyarrow.parquet as parquet
import pytest
import yaml
from frictionless import Package

from etl.build import archive, build
from etl.check import Checked, check
from etl.relations import parquets
from etl.release import release_id, zip_path
from tests.conftest import World, compose
from tests.etl.conftest import Run

VARYING = {"guarantees.duckdb", "guarantees.duckdb.sha256"}
SUMS = {"SHA256SUMS", "guarantees.duckdb.sha256"}
LAKESIDE = "2025-04-10-lakeside-conference"
READ = """
import pathlib, sys
sys.path[:] = [path for path in sys.path if path and "site-packages" in path or "lib/python" in path]
import duckdb
folder = pathlib.Path(sys.argv[1])
names = [path.stem for path in folder.glob("parquet/*.parquet")]
tables = {path.stem: path for path in folder.rglob("*.csv")}
with duckdb.connect() as bare:
    bare.execute("attach '" + str(folder / "guarantees.duckdb") + "' as guarantees (read_only)")
    count = lambda asked: bare.execute("select count(*) from " + asked).fetchone()[0]
    for name in names:
        packed = count("read_parquet('" + str(folder / "parquet" / name) + ".parquet')")
        bare.execute("use guarantees")
        assert count(name) == packed, name
        if name in tables:
            assert count("read_csv('" + str(tables[name]) + "', header = true, all_varchar = true)") == packed, name
    stands = bare.execute("select count(*) from positions_on(date '2025-09-04')").fetchone()[0]
print(len(names), len(tables), stands, "etl" in sys.modules)
"""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The invented world, with a cell that begins like a formula and a cell that was corrected."""
    world = compose(tmp_path_factory.mktemp("world") / "data")
    world.put("events", [{"event_id": LAKESIDE, "summary": "=1+1 is what they agreed on."}])
    row = {"table_name": "events", "row_id": LAKESIDE, "column_name": "category", "new_value": "summit"}
    world.put("corrections", [{**row, "old_value": "call", "corrected_on": "2026-12-01", "why": "They met in person."}])
    world.put("events", [{"event_id": LAKESIDE, "category": "summit"}])
    return world


@pytest.fixture(scope="module")
def checked(world: World) -> Checked:
    return check(world.folder)


@pytest.fixture(scope="module")
def packed(checked: Checked, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive, unpacked."""
    folder = tmp_path_factory.mktemp("release")
    with zipfile.ZipFile(archive(checked, folder)) as opened:
        opened.extractall(folder / "unpacked")
    return folder / "unpacked"


def contents(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as opened:
        return {entry.filename: opened.read(entry) for entry in opened.infolist()}


def exports(content: bytes, folder: Path) -> dict[str, bytes]:
    """Each relation of a database file, as an export of its own."""
    (folder / "x.duckdb").write_bytes(content)
    with duckdb.connect(str(folder / "x.duckdb"), read_only=True) as connection:
        return dict(parquets(connection))


def test_two_archives_of_the_same_data_differ_in_the_database_file_alone(world: World, tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        made.append(archive(check(world.folder), tmp_path / name))
    first, second = (contents(path) for path in made)
    assert list(first) == list(second) == sorted(first)
    assert {name for name in first if first[name] != second[name]} <= VARYING
    outer = [[(e.filename, e.date_time, e.external_attr) for e in zipfile.ZipFile(path).infolist()] for path in made]
    assert outer[0] == outer[1]
    assert exports(first["guarantees.duckdb"], tmp_path) == exports(second["guarantees.duckdb"], tmp_path)


def test_a_day_without_a_bound_is_empty_in_parquet(packed: Path) -> None:
    terms = parquet.read_table(packed / "parquet" / "office_terms.parquet").to_pandas()
    assert terms["ends_on"].isna().any()


def test_digests_are_true_and_leave_no_file_out(packed: Path) -> None:
    lines = [line for name in sorted(SUMS) for line in (packed / name).read_text(encoding="utf-8").splitlines()]
    told = {name: digest for digest, name in (line.split("  ") for line in lines)}
    files = {path.relative_to(packed).as_posix(): path for path in packed.rglob("*") if path.is_file()}
    assert set(files) - set(told) == SUMS
    assert {name: hashlib.sha256(files[name].read_bytes()).hexdigest() for name in told} == told


def test_frictionless_finds_the_package_valid(packed: Path) -> None:
    package = Package(packed / "datapackage.json")
    report = package.validate()
    assert report.valid, report.flatten(["type", "message"])[:5]
    assert {resource.name for resource in package.resources} == {path.stem for path in packed.rglob("*.csv")}


def test_descriptor_holds_keys_sizes_and_digests(packed: Path) -> None:
    descriptor = json.loads((packed / "datapackage.json").read_text(encoding="utf-8"))
    keys = [key for resource in descriptor["resources"] for key in resource["schema"].get("foreignKeys", [])]
    assert len(keys) > 30
    assert all(resource["hash"].startswith("sha256:") and resource["bytes"] for resource in descriptor["resources"])


def test_a_bare_duckdb_reads_tables_parquet_and_database(packed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", READ, str(packed)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    relations_read, tables_read, stands, is_ours = done.stdout.split()
    assert int(relations_read) > int(tables_read) == 39
    assert int(stands) > 0
    assert is_ours == "False"


def test_cells_are_given_as_they_were_written(packed: Path, world: World) -> None:
    rows = list(csv.DictReader(io.StringIO((packed / "events.csv").read_text(encoding="utf-8"))))
    assert {row["event_id"]: row for row in rows} == {row["event_id"]: row for row in world.rows("events")}
    assert next(row for row in rows if row["event_id"] == LAKESIDE)["summary"].startswith("=1+1")


def test_parquet_is_typed_and_says_what_columns_mean(packed: Path) -> None:
    schema = parquet.read_schema(packed / "parquet" / "statements.parquet")
    assert str(schema.field("said_on").type) == "date32[day]"
    assert str(schema.field("topics").type).startswith("list<")
    assert b"Day on which it was said" in schema.field("said_on").metadata[b"description"]


def test_change_log_tells_new_rows_and_corrected_cells(packed: Path) -> None:
    text = (packed / "CHANGES.md").read_text(encoding="utf-8")
    newest, oldest = text.split("## ")[1:]
    assert newest.startswith("2026-12-01")
    assert f"- events `{LAKESIDE}`, `category`: was “call”, now “summit”. They met in person." in newest
    assert oldest.startswith("2026-11-25")
    latest = "  - Viktor Zorin: Zorin repeated his threat. (`2026-02-11-viktor-zorin-again`)"
    assert f"- statements: 32 new rows\n{latest}\n" in oldest
    named = oldest.partition("- statements: 32 new rows")[2].partition("\n- ")[0]
    assert named.count("(`2026-02-1") == 3
    assert named.endswith("  - and 29 more")
    assert "- sanctions_packages: 1 new row\n  - EU: An invented package. (`EU-T9`)\n- " in oldest
    assert "- speakers: 18 new rows" in oldest


def test_citation_names_the_release(packed: Path, checked: Checked) -> None:
    told = yaml.safe_load((packed / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= set(told)
    assert (told["type"], told["version"]) == ("dataset", release_id(checked.tables))
    assert "aid_totals and aid_monthly" in told["message"]


def test_licence_and_codebook_stand_in_it(packed: Path) -> None:
    licence = (packed / "LICENSE").read_text(encoding="utf-8")
    assert "Creative Commons Attribution 4.0 International Public License" in licence
    assert "aid_totals: Not settled" in licence
    codebook = (packed / "README.md").read_text(encoding="utf-8")
    assert "### statements" in codebook
    assert "`positions_on(day, phase)`" in codebook


def test_build_leaves_the_archive_beside_and_takes_older_ones_away(checked: Checked, tmp_path: Path) -> None:
    older, other = tmp_path / "guarantees-2026-01-01-0123abcd.zip", tmp_path / "guarantees-mine.zip"
    for path in (older, other):
        path.write_bytes(b"")
    out = build(checked, tmp_path / "guarantees.duckdb", is_released=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        [out.name, other.name, zip_path(tmp_path, release_id(checked.tables)).name]
    )
    with duckdb.connect(str(out), read_only=True) as connection:
        (release,) = connection.execute("select release from release").fetchone() or ("",)
    assert zip_path(tmp_path, release).is_file()


def test_export_writes_where_it_is_told(tiny_data: World, run: Run, tmp_path: Path) -> None:
    done = run("export", "--data", tiny_data.folder, "--out", tmp_path / "there")
    assert done.code == 0, done.err
    assert [path.suffix for path in (tmp_path / "there").iterdir()] == [".zip"]
    assert not (tiny_data.folder / "build").exists()


def test_export_of_faulty_data_writes_nothing(tiny_data: World, run: Run, tmp_path: Path) -> None:
    tiny_data.put("events", [{"event_id": LAKESIDE, "title": ""}])
    done = run("export", "--data", tiny_data.folder, "--out", tmp_path / "there")
    assert done.code == 1
    assert "nothing was written" in done.err
    assert not (tmp_path / "there").exists()
