"""Fresh ids are formed as those of the tables are."""

import csv
import re

import pytest

from etl.ids import RULES, SHAPES, fresh_id, misshapen, slug, telling
from tests.conftest import DATA

# The share of ids that are as the rule says; the others were given by hand, for words or days corrected since.
AS_BY_RULE = {"pledges": 0.97, "sources": 0.94, "doubts": 1.0, "offices": 1.0, "speakers": 0.98}


@pytest.mark.parametrize("table", AS_BY_RULE)
def test_ids_are_formed_as_those_of_the_tables_are(table: str) -> None:
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    key = next(iter(rows[0]))
    alike = [re.sub(r"-\d+$", "", fresh_id(table, row, ())) == re.sub(r"-\d+$", "", row[key]) for row in rows]
    assert sum(alike) >= AS_BY_RULE[table] * len(rows)


def test_an_id_that_is_taken_counts_on() -> None:
    pledge = {"pledger_id": "FRA", "announced_on": "2025-01-01", "kind": "naval"}
    assert fresh_id("pledges", pledge, ["FRA-2025-01-01-naval"]) == "FRA-2025-01-01-naval-2"
    assert fresh_id("offices", {"speaker_id": "ada"}, ["ada-1", "ada-2"]) == "ada-3"
    package = {"adopter_id": "EU", "adopted_on": "2026-12-01"}
    assert fresh_id("sanctions_packages", package, ["EU-9", "EU-20", "CAN-2025-06-17"]) == "EU-21"
    assert fresh_id("sanctions_packages", {**package, "adopter_id": "CAN"}, ["EU-20"]) == "CAN-2026-12-01"


def test_ids_are_of_plain_letters() -> None:
    assert slug("Łukasz O’Brien-Ångström") == "lukasz-obrien-angstrom"
    assert telling("The President will not send 500 soldiers", 3) == "president-send-soldiers"
    assert fresh_id("speakers", {"name": "Зеленський"}, ()) == ""
    assert set(AS_BY_RULE) <= set(RULES)


@pytest.mark.parametrize("table", SHAPES)
def test_every_id_of_the_collection_has_the_form_of_its_table_and_no_stray_answer_has(table: str) -> None:
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    key = next(iter(rows[0]))
    assert [row[key] for row in rows if misshapen(table, row[key])] == []
    assert all(misshapen(table, stray) for stray in ("y", "n", "Y", "N"))
    assert table in RULES
