"""One fault, one problem: rules keep silent where what they need was found at fault, or could not be read."""

from collections.abc import Callable

import pytest

from tests.conftest import World

LAKESIDE = "2025-04-10-lakeside-conference"
TWELVE = "2025-04-10-alma-varenne-twelve"
FRANCE = "FRA-2025-04-10-ground_troops"
CANADA = "CAN-2025-06-18-funding"
TABLES = ("events", "statements", "pledges", "aid_totals", "doubts", "countries", "offices")


@pytest.mark.parametrize(
    ("table", "cells", "rule"),
    [
        ("statements", {"statement_id": TWELVE, "said_on": "10.4.2025"}, "type"),
        ("statements", {"statement_id": TWELVE, "speaker_id": "nobody"}, "unknown_reference"),
        ("statements", {"statement_id": TWELVE, "quote_form": "sung"}, "unknown_reference"),
        ("statements", {"statement_id": TWELVE, "quote_language_code": "xxx"}, "unknown_reference"),
        ("statements", {"statement_id": TWELVE, "source_ids": "elysee-notes-2025-04-1O"}, "unknown_reference"),
        ("offices", {"office_id": "alma-varenne-2", "speaker_id": "nobody"}, "unknown_reference"),
        ("offices", {"office_id": "alma-varenne-2", "actor_id": "Narnia"}, "unknown_reference"),
        ("offices", {"office_id": "alma-varenne-2", "held_from_on": "2023"}, "type"),
        ("pledges", {"pledge_id": FRANCE, "pledger_id": "Narnia"}, "unknown_reference"),
        ("pledges", {"pledge_id": FRANCE, "phase": "afterwards"}, "unknown_reference"),
        ("pledges", {"pledge_id": CANADA, "currency_code": "Dollar"}, "unknown_reference"),
        ("pledges", {"pledge_id": CANADA, "amount": "much"}, "type"),
        ("pledges", {"pledge_id": "EU-2025-07-02-sanctions", "package_id": "EU-T10"}, "unknown_reference"),
        ("events", {"event_id": LAKESIDE, "latitude": "north"}, "type"),
        ("events", {"event_id": LAKESIDE, "date_precision": "roughly"}, "unknown_reference"),
        ("doubts", {"doubt_id": "castaldi-reply", "table_name": "sayings"}, "unknown_code"),
        ("doubts", {"doubt_id": "lind-reconsiders-said_on", "kind": "hunch"}, "unknown_reference"),
        ("un_votes", {"resolution_id": "A/RES/T-1/2", "actor_id": "XXX", "vote": "yes"}, "unknown_reference"),
    ],
)  # fmt: skip
def test_one_wrong_cell_is_one_problem(tiny_data: World, table: str, cells: dict[str, str], rule: str) -> None:
    tiny_data.put(table, [cells])
    assert [(p.rule, p.column) for p in tiny_data.problems(warnings=True)] == [(rule, list(cells)[1])]


def semicolons(text: bytes) -> bytes:
    return text.replace(b",", b";")


def swapped(text: bytes) -> bytes:
    first, second, rest = text.split(b",", 2)
    return b",".join([second, first, rest])


def in_utf_16(text: bytes) -> bytes:
    return text.decode().encode("utf-16")


def in_utf_16_without_mark(text: bytes) -> bytes:
    return text.decode().encode("utf-16-le")


def old_mac(text: bytes) -> bytes:
    return text.replace(b"\n", b"\r")


def emptied(text: bytes) -> bytes:
    return text[:0]


def over_long_line(text: bytes) -> bytes:
    first, second, rest = text.split(b"\n", 2)
    return b"\n".join([first, second + b"x" * 9_000_000, rest])


def short_line(text: bytes) -> bytes:
    first, second, rest = text.split(b"\n", 2)
    return b"\n".join([first, second.rsplit(b",", 1)[0], rest])


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    ("spoil", "rule"),
    [
        (semicolons, "delimiter"),
        (swapped, "column_order"),
        (in_utf_16, "not_utf_8"),
        (in_utf_16_without_mark, "not_utf_8"),
        (old_mac, "line_ends"),
        (emptied, "missing_header"),
        (over_long_line, "cell_too_large"),
        (short_line, "row_shape"),
    ],
)
def test_a_spoilt_file_is_one_problem(tiny_data: World, table: str, spoil: Callable[[bytes], bytes], rule: str) -> None:
    path = tiny_data.path(table)
    path.write_bytes(spoil(path.read_bytes()))
    assert [p.rule for p in tiny_data.problems(warnings=True)] == [rule]


def test_a_missing_column_is_one_problem(tiny_data: World) -> None:
    path = tiny_data.path("statements")
    path.write_text(path.read_text(encoding="utf-8").replace(",source_ids,", ",sources,", 1), encoding="utf-8")
    found = [(p.rule, p.column) for p in tiny_data.problems(warnings=True)]
    assert found == [("missing_column", "source_ids"), ("extra_column", "sources")]


def test_a_blank_around_an_id_is_one_problem(tiny_data: World) -> None:
    path = tiny_data.path("speakers")
    path.write_text(path.read_text(encoding="utf-8").replace("alma-varenne,", "alma-varenne ,"), encoding="utf-8")
    assert [p.rule for p in tiny_data.problems(warnings=True)] == ["stray_blank"]


def test_a_table_without_rows_that_others_name_is_one_problem(tiny_data: World) -> None:
    tiny_data.put("speakers", [], only=True)
    found = tiny_data.problems(warnings=True)
    assert [(p.file, p.rule) for p in found] == [("speakers.csv", "empty_table")]


def test_a_speaker_without_office_is_one_problem_though_a_pledge_rests_on_it(tiny_data: World) -> None:
    tiny_data.put("offices", [{"office_id": "owen-hale-1", "held_until_on": "2025-05-01"}])
    found = tiny_data.problems(warnings=True)
    assert [(p.rule, p.column) for p in found] == [("speaker_out_of_office", "said_on")]
