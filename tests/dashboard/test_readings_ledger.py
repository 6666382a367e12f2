from typing import Any

from dashboard.figures.strips import periods
from dashboard.figures.theme import DARK
from dashboard.parts.ledgerkey import ledger_key
from dashboard.readings.ledger import reading_ledger
from tests.dashboard.positions import change, changes

UNTIL = "2026-03-13"
FRANCE = (
    change("FRA", "2025-01-10", "open", "first_record"),
    change("FRA", "2025-03-01", "conditional", "moved", old="open"),
    change("FRA", "2025-09-04", "pledged", "moved", old="conditional"),
)
POLAND = change("POL", "2024-12-13", "declined", "first_record")


def remark(pledger_id: str, day: str, status: str, **changed: object) -> dict[str, object]:
    """A row whose word doesn't bind."""
    named = {"counted_as": "not_binding", "overruled_on": None} | changed
    return change(pledger_id, day, status, "first_record", **named)


def read(*rows: dict[str, object], said: tuple[dict[str, object], ...] = (), panels: Any = ()) -> str:
    drawn = periods(changes(*rows), UNTIL, None, changes(*said).assign(overruled_on=None) if said else None)
    return reading_ledger(drawn, "2024-12-01", UNTIL, panels)


def test_the_ledger_reads_who_moved_most_and_last() -> None:
    assert read(*FRANCE, POLAND) == (
        "From 1 December 2024 to 13 March 2026, 2 pledgers had a position on record, and one moved, two times; "
        "the last to move, on 4 September 2025, was France to “would send”."
    )


def test_the_only_pledger_moved_so_often_and_the_last_time_whereto() -> None:
    days = "From 1 December 2024 to 13 March 2026, "
    assert read(*FRANCE) == f"{days}France moved twice; the last time, on 4 September 2025, to “would send”."
    assert read(*FRANCE[:2]).startswith(f"{days}France moved once, on ")


def test_a_quiet_ledger() -> None:
    assert read(POLAND).endswith("1 pledger had a position on record, and none moved.")
    assert reading_ledger([], "2024-12-01", UNTIL) == "No position is on record in this time."


def test_who_is_drawn_hollow_is_named_and_not_counted() -> None:
    words = read(POLAND, said=(remark("CYP", "2025-02-01", "declined"), remark("MNE", "2025-02-01", "open")))
    assert "1 pledger had a position on record" in words
    assert words.endswith(
        "Two more pledgers are on record only by voices that don’t bind (hollow strips): Cyprus and Montenegro."
    )


def test_other_kinds_are_read_in_short() -> None:
    naval = (
        change("FRA", "2025-01-10", "open", "first_record") | {"kind": "naval"},
        change("FRA", "2025-05-10", "declined", "moved", old="open") | {"kind": "naval"},
    )
    drawn = [*periods(changes(POLAND), UNTIL), *periods(changes(*naval), UNTIL)]
    words = reading_ledger(drawn, "2024-12-01", UNTIL, (("ground_troops", "Ground troops"), ("naval", "Naval forces")))
    assert words.endswith("and none moved. On naval forces 1 pledger had a position, one moved.")


def test_the_key_names_what_occurs() -> None:
    again = change("FRA", "2025-02-10", "open", "restated", old="open")
    left = change("POL", "2024-12-13", "declined", "first_record", left_office_on="2025-06-01")
    html = ledger_key(periods(changes(FRANCE[0], again, left), UNTIL), DARK, UNTIL)
    assert "Would consider it" in html
    assert "said again" in html
    assert "speaker no longer in office" in html
    assert "about that day" not in html
    assert "Undecided" not in html
    assert "not counted" not in html


def test_the_key_of_hollow_strips_says_so() -> None:
    drawn = periods(changes(), UNTIL, None, changes(remark("CYP", "2025-02-01", "declined")).assign(overruled_on=None))
    assert "not counted" in ledger_key(drawn, DARK, UNTIL)


def test_the_key_tells_once_who_has_left_office() -> None:
    drawn = periods(
        changes(change("POL", "2024-12-13", "declined", "first_record", left_office_on="2025-06-01")), UNTIL
    )
    starred = [row | {"in_office": "former"} for row in drawn]
    assert ledger_key(starred, DARK, UNTIL).count("speaker no longer in office") == 1
