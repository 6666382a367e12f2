"""The ledger on the invented world: whose strips, in which order, of which kinds; its sentence, table and numbers."""

import datetime as dt
import re
from typing import Any

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.pledges import pledges
from dashboard.figures.theme import LIGHT
from dashboard.readings.prose import counted, short_date
from dashboard.selection import Selection


def shown(db: Database, known: Catalogue, **asked: Any) -> Exhibit:
    return pledges(db, Selection("pledges", shape="ledger", **asked), known)


def figure(found: Exhibit) -> Any:
    assert found.draw
    return found.draw(LIGHT, 1060)


def strips(found: Exhibit) -> list[str]:
    return [name.split(" ")[0].strip("*") for name in figure(found).layout.yaxis.ticktext]


def heads(found: Exhibit) -> list[str]:
    return [note.text for note in figure(found).layout.annotations if note.text.startswith("<b>")]


def test_voices_choose_whose_strips_are_drawn(db: Database, known: Catalogue) -> None:
    every, binding = strips(shown(db, known)), strips(shown(db, known, voices="binding"))
    others = strips(shown(db, known, voices="others"))
    assert set(others) == {"Australia", "Netherlands"}
    assert set(binding) == set(every) - set(others)


def test_remarks_are_in_the_table_and_named_as_such(db: Database, known: Catalogue) -> None:
    table = shown(db, known).table
    said = table[table["pledge_id"] == "FRA-2025-11-05-ground_troops"]
    assert list(said["change_label"]) == ["Remark that doesn’t bind"]
    assert "FRA-2025-11-05-ground_troops" not in set(shown(db, known, voices="binding").table["pledge_id"])


def test_a_group_of_ours_is_named_as_ours(db: Database, known: Catalogue) -> None:
    assert heads(shown(db, known, group="NATO"))[0].startswith("<b>NATO</b>")
    for code in ("nordic_baltic", "neutral"):
        head = heads(shown(db, known, group=code))
        assert (
            not head or head[0].startswith(f"<b>{known.label('bloc', code)} (our grouping)</b>") or "Others" in head[0]
        )


def test_other_kinds_stand_below_in_their_own_debate(db: Database, known: Catalogue) -> None:
    found = shown(db, known, also=("naval",))
    assert [head.split("</b>")[0] for head in heads(found)][0] == "<b>Ground troops"
    assert any("Naval" in head for head in heads(found))
    assert set(found.table["kind"]) == {"ground_troops", "naval"}
    assert "kind_label" in found.columns
    assert "kind_label" not in shown(db, known).columns


def test_the_sentence_names_what_changes_the_picture(db: Database, known: Catalogue) -> None:
    said = shown(db, known, voices="binding", sort="last", group="EU", also=("naval",), statuses=("declined",)).sentence
    for words in (
        "beside it on naval forces",
        "of those declined on the last day",
        "voices that bind",
        "by last change",
        "members first: European Union",
    ):
        assert words in said


def test_numbers_count_what_the_reading_says_and_name_the_rest(db: Database, known: Catalogue) -> None:
    found = shown(db, known)
    on_record, moves = found.counts()
    assert on_record.words == f"{len(on_record.rows)} on record on the last day"
    assert f"{len(on_record.rows)} pledgers had a position on record" in found.reading
    assert set(on_record.left_out["pledger"]) == {"Australia", "Netherlands"}
    assert set(moves.rows["change"]) == {"moved"}
    assert not moves.left_out["why"].isna().any()
    assert len(moves.rows) + len(moves.left_out) == len(found.table)


def test_a_filter_holds_on_the_last_day_and_the_strip_keeps_its_past(db: Database, known: Catalogue) -> None:
    found = shown(db, known, statuses=("signed",))
    assert set(strips(found)) == {"France", "United"}
    assert "open" in set(found.table["new_status"])
    earlier = shown(db, known, statuses=("signed",), until=dt.date(2025, 12, 31))
    assert earlier.is_empty


def test_the_rows_are_all_that_the_strips_are_made_of(db: Database, known: Catalogue) -> None:
    days = {"since": dt.date(2025, 9, 5), "until": dt.date(2026, 3, 12)}
    for asked in ({}, {"voices": "binding"}, {"voices": "others"}, {"also": ("naval",)}, {"countries": ("DEU", "FRA")}):
        found, whole = shown(db, known, **days, **asked), shown(db, known, until=days["until"], **asked)
        assert {*found.table["pledger"]} == {*whole.table["pledger"]}
        assert found.shown == len(found.table) <= len(whole.table)
        assert {one for cell in found.table["source_ids"] for one in cell} == {*found.source_ids}
        before = found.table[found.table["announced_on"] < "2025-09-05"]
        assert not before.duplicated(["pledger", "kind", "is_counting"]).any()
        later = whole.table[whole.table["announced_on"] >= "2025-09-05"]
        told = f"{counted(len(before), 'position')} stood before these days."
        assert found.notes[0] == (
            told if len(later) else "No position was stated in these days; those shown stood before."
        )
        assert len(found.table) == len(before) + len(later)
    assert shown(db, known, **days).total == shown(db, known, **days).shown
    assert shown(db, known, **days, countries=("DEU",)).total == shown(db, known, **days).shown


def test_strips_stand_where_no_position_was_taken_in_the_days_shown(db: Database, known: Catalogue) -> None:
    asked = {"since": dt.date(2026, 3, 10), "until": dt.date(2026, 3, 12)}
    found = shown(db, known, **asked)
    assert strips(found) == strips(shown(db, known, until=asked["until"]))
    assert found.shown == len(found.table) >= len(strips(found))
    assert "none moved" in found.reading
    assert found.notes[0].startswith("No position was stated in these days; ")
    assert not shown(db, known, **asked, form="table").is_empty
    assert shown(db, known, since=dt.date(2022, 1, 1), until=dt.date(2022, 1, 2)).is_empty


def test_the_latest_moves_come_first_on_a_phone_until_one_is_opened(db: Database, known: Catalogue) -> None:
    found = shown(db, known)
    days = re.findall(r"<time>([^<]*)</time>", found.first_html(LIGHT))
    table = found.table
    moved = table[table["is_counting"].astype(bool) & table["change"].isin(["moved", "first_record"])]
    assert len(days) == min(6, len(moved)) > 1
    assert days[0].endswith(short_date(moved["announced_on"].max()))
    assert not shown(db, known, focus="DEU").first_html(LIGHT)
