"""The real tables: clean, canonical, complete, described, and agreed to by the field's own tool."""

import difflib
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from frictionless import Package

from etl.check import Checked, check, read_all
from etl.describe import describe
from etl.format import unformatted
from etl.problem import errors

DATA = Path(__file__).resolve().parent.parent.parent / "data"

# What is closed can be counted to the row; what people go on recording can only grow.
EXACT = {
    "memberships": 152,
    "same_money": 11,
    "aid_totals": 378,
    "aid_monthly": 1039,
    "un_resolutions": 11,
    "un_votes": 1777,
    "countries": 195,
    "organisations": 10,
    "cameo": 20,
    "tone": 4,
    "pledge_kind": 20,
    "pledge_status": 8,
    "basis": 11,
    "vote": 4,
}
AT_LEAST = {
    "corrections": 0,
    "additions": 0,
    "events": 468,
    "statements": 1374,
    "pledges": 689,
    "speakers": 222,
    "offices": 239,
    "sources": 2751,
    "doubts": 558,
    "sanctions_packages": 23,
}
VOTES = ("yes", "no", "abstain", "absent")


@pytest.fixture(scope="module")
def checked() -> Checked:
    """Everything that the ETL reads and finds in the real tables."""
    return check(DATA)


def test_no_rule_is_broken(checked: Checked) -> None:
    assert not errors(checked.problems), "\n".join(map(str, errors(checked.problems)))


def test_every_file_is_in_its_canonical_form() -> None:
    files = unformatted(read_all(DATA))
    assert not files, "\n".join(line for path, text in files.items() for line in _difference(path, text))


@pytest.mark.parametrize("table", EXACT)
def test_closed_table_has_exactly_these_rows(checked: Checked, table: str) -> None:
    assert len(checked.tables[table].rows) == EXACT[table]


@pytest.mark.parametrize("table", AT_LEAST)
def test_no_row_was_lost(checked: Checked, table: str) -> None:
    assert len(checked.tables[table].rows) >= AT_LEAST[table]


def test_codebook_says_what_the_schemas_say(checked: Checked) -> None:
    written = (DATA / "README.md").read_text(encoding="utf-8")
    wanted = describe(checked.package, checked.tables)
    assert written == wanted, "run `python -m etl codebook`"


def test_frictionless_agrees() -> None:
    report = Package(str(DATA / "datapackage.yaml")).validate()
    assert report.valid, "\n".join(": ".join(map(str, row)) for row in report.flatten(["name", "rowNumber", "message"]))


def test_every_column_is_described(checked: Checked) -> None:
    columns = [(schema.name, column) for schema in checked.package.schemas.values() for column in schema.fields]
    assert not [f"{table}.{column.name}" for table, column in columns if not (column.title and column.description)]


def test_every_table_says_what_a_row_is(checked: Checked) -> None:
    grains = {schema.name: schema.description for schema in checked.package.schemas.values()}
    assert not [table for table, grain in grains.items() if not grain.startswith("One row per ")]


def test_no_licence_of_ours_stands_over_the_aid_figures(checked: Checked) -> None:
    resources = checked.package.descriptor["resources"]
    licences = {resource["name"]: [licence["name"] for licence in resource["licenses"]] for resource in resources}
    assert licences.pop("aid_totals") == licences.pop("aid_monthly") == ["notspecified"]
    assert {tuple(names) for names in licences.values()} == {("CC-BY-4.0",)}


def test_months_add_up_to_the_total_of_their_release(checked: Checked) -> None:
    months = _records(checked, "aid_monthly")
    parts = ("military_eur_bn", "financial_eur_bn", "humanitarian_eur_bn")
    assert round(sum(Decimal(row[part]) for row in months for part in parts), 2) == Decimal("358.40")


def test_votes_by_country_equal_the_recorded_result(checked: Checked) -> None:
    cast = Counter((row["resolution_id"], row["vote"]) for row in _records(checked, "un_votes"))
    complete = [row for row in _records(checked, "un_resolutions") if row["resolution_id"] != "UNGA-2026-02-24"]
    recorded = {(row["resolution_id"], vote): int(row[f"votes_{vote}"]) for row in complete for vote in VOTES}
    assert {key: cast[key] for key in recorded} == recorded


def _records(checked: Checked, table: str) -> list[dict[str, str]]:
    found = checked.tables[table]
    return [dict(zip(found.schema.columns, row, strict=True)) for row in found.rows]


def _difference(path: Path, wanted: bytes) -> list[str]:
    found = path.read_bytes().decode().splitlines()
    return list(difflib.unified_diff(found, wanted.decode().splitlines(), str(path), "canonical", lineterm="", n=0))
