"""Correcting released cells: what they said stays known, since when they say otherwise, and why."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from etl.check import check, read_all
from etl.corrected import corrected
from etl.format import unformatted, write
from etl.problem import errors
from tests.conftest import World
from tests.etl.conftest import Done, Run, files

PLEDGE = "BEL-2025-04-10-ground_troops"
Correct = Callable[..., Done]


@pytest.fixture
def correct(tiny_data: World, run: Run) -> Correct:
    """Runs `correct` on the invented world."""

    def asked(*words: str, on: str = "2026-12-01", why: str = "Read again.") -> Done:
        return run("correct", "--data", tiny_data.folder, "--on", on, "--why", why, *words)

    return asked


def log(world: World) -> list[tuple[str, ...]]:
    columns = ("row_id", "column_name", "old_value", "new_value", "corrected_on", "why")
    return [tuple(row[name] for name in columns) for row in world.rows("corrections")]


def cell(world: World, column: str) -> str:
    return next(row[column] for row in world.rows("pledges") if row["pledge_id"] == PLEDGE)


def test_a_cell_is_changed_and_what_it_said_is_kept(tiny_data: World, correct: Correct) -> None:
    before = files(tiny_data)
    done = correct("pledges", PLEDGE, "status", "open")
    assert done.code == 0, done.out + done.err
    assert cell(tiny_data, "status") == "open"
    assert log(tiny_data) == [(PLEDGE, "status", "pledged", "open", "2026-12-01", "Read again.")]
    assert {name for name, text in files(tiny_data).items() if text != before[name]} == {
        "pledges.csv",
        "corrections.csv",
    }
    assert unformatted(read_all(tiny_data.folder)) == {}
    assert not errors(check(tiny_data.folder).problems)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("pledges", PLEDGE, "status", "maybe"), "status: 'maybe' isn't in pledge_status; correct it"),
        (("pledges", PLEDGE, "announced_on", "2025-4-10"), "isn't a day of the calendar"),
        (("pledges", PLEDGE, "summary", ""), "summary: the cell is empty; fill it in"),
        (("pledges", PLEDGE, "amount", "5"), "the amount 5.0 has no currency; add its code"),
        (("pledges", PLEDGE, "status", "pledged"), "status: the cell says 'pledged' already; nothing to do"),
    ],
)
def test_what_would_not_pass_changes_nothing(
    tiny_data: World, correct: Correct, words: tuple[str, ...], said: str
) -> None:
    before = files(tiny_data)
    done = correct(*words)
    rows = tiny_data.path("pledges").read_text(encoding="utf-8").splitlines()
    line = next(number for number, row in enumerate(rows, start=1) if row.startswith(PLEDGE))
    assert done.code == 1
    assert f"pledges.csv:{line}: " in done.out
    assert said in done.out
    assert "every file is as it was" in done.err
    assert files(tiny_data) == before


@pytest.mark.parametrize(
    ("words", "why", "said"),
    [
        (("pledges", "BEL-2025-04-10-ground_trops", "status", "open"), "x", f"did you mean {PLEDGE}"),
        (("pledges", PLEDGE, "statsu", "open"), "x", "no column 'statsu'; did you mean status?"),
        (("pledges", PLEDGE, "pledge_id", "x"), "x", "tells rows apart and never changes"),
        (("memberships", "FRA|EU", "bloc", "NATO"), "x", "tells rows apart and never changes"),
        (("pledge", PLEDGE, "status", "open"), "x", "there is no table pledge; did you mean pledges?"),
        (("corrections", "a|b|c|2026-12-01", "why", "x"), "x", "the record of what was changed"),
        (("pledges", PLEDGE, "status", "open"), " ", "--why is empty"),
    ],
)
def test_wrong_words_end_with_2_and_change_nothing(
    tiny_data: World, correct: Correct, words: tuple[str, ...], why: str, said: str
) -> None:
    before = files(tiny_data)
    done = correct(*words, why=why)
    assert done.code == 2
    assert said in done.err
    assert files(tiny_data) == before


def test_cells_that_belong_together_are_changed_together(tiny_data: World, correct: Correct) -> None:
    assert correct("pledges", PLEDGE, "amount", "5000000", "--also", "currency_code=EUR").code == 0
    assert [row[1:4] for row in log(tiny_data)] == [("amount", "", "5000000"), ("currency_code", "", "EUR")]


def test_a_second_correction_on_one_day_keeps_the_first_word(tiny_data: World, correct: Correct) -> None:
    correct("pledges", PLEDGE, "status", "open")
    assert correct("pledges", PLEDGE, "status", "declined", why="Read thrice.").code == 0
    assert log(tiny_data) == [(PLEDGE, "status", "pledged", "declined", "2026-12-01", "Read thrice.")]
    assert correct("pledges", PLEDGE, "status", "pledged").code == 0
    assert log(tiny_data) == []


def test_corrections_of_other_days_follow_one_another(tiny_data: World, correct: Correct) -> None:
    correct("pledges", PLEDGE, "status", "open")
    assert correct("pledges", PLEDGE, "status", "declined", on="2026-12-02").code == 0
    assert [row[2:5] for row in log(tiny_data)] == [
        ("pledged", "open", "2026-12-01"),
        ("open", "declined", "2026-12-02"),
    ]
    done = correct("pledges", PLEDGE, "status", "open", on="2026-11-30")
    assert done.code == 1
    assert "it was last corrected on 2026-12-02, after 2026-11-30; say a later day with --on" in done.out


def test_a_row_without_an_id_is_named_by_its_key(tiny_data: World, correct: Correct) -> None:
    row = tiny_data.rows("aid_totals")[0]
    key = "|".join((row["actor_id"], row["kiel_release"], row["measure"]))
    assert correct("aid_totals", key, "total_eur_bn", "99.5").code == 0
    assert log(tiny_data)[0][:4] == (key, "total_eur_bn", row["total_eur_bn"], "99.5")


def test_the_database_tells_it_in_words(correct: Correct, build_with: Callable[..., duckdb.DuckDBPyConnection]) -> None:
    correct("pledges", PLEDGE, "status", "open")
    correct("pledges", PLEDGE, "conditions", "ceasefire", on="2026-12-03")
    connection = build_with({})
    cells = "column_title, old_value, new_value, old_shown, new_shown, cast(corrected_on as varchar), why"
    asked = f"select {cells} from corrected_cells where table_name = 'pledges' and row_id = $id order by corrected_on"
    status, conditions = connection.execute(asked, {"id": PLEDGE}).fetchall()
    assert status == ("Status", "pledged", "open", "Pledged", "Open", "2026-12-01", "Read again.")
    assert conditions[1:5] == (None, "ceasefire", None, "Ceasefire")
    log = connection.execute(
        "select cast(day as varchar), change, table_name, added, new_shown from changes"
    ).fetchall()
    assert log[:2] == [
        ("2026-12-03", "corrected", "pledges", None, "Ceasefire"),
        ("2026-12-01", "corrected", "pledges", None, "Open"),
    ]
    assert ("2026-11-25", "added", "statements", 32, None) in log


def test_ids_and_mentions_are_told_by_their_names(tiny_data: World) -> None:
    row = {"table_name": "statements", "row_id": "2025-04-10-alma-varenne-twelve", "corrected_on": "2026-12-01"}
    told = {"speaker_id": "edgar-pell", "mentions": "UKR:critical;clara-whitmore:neutral", "said_on": "2025-04-09"}
    rows = [{**row, "column_name": name, "old_value": old, "why": "So."} for name, old in told.items()]
    tiny_data.put("corrections", rows)
    read = read_all(tiny_data.folder)
    shown = {str(cells["column_name"]): cells["old_shown"] for cells in corrected(read.package, read.tables)}
    assert shown["speaker_id"] == "Edgar Pell"
    assert shown["mentions"] == "Ukraine, Critical; Clara Whitmore, Neutral"
    assert shown["said_on"] == "2025-04-09"


def test_stopped_between_two_files_both_are_put_back(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")
    (tmp_path / "b.csv").mkdir()
    with pytest.raises(OSError, match=r"b\.csv"):
        write({tmp_path / "a.csv": b"new", tmp_path / "b.csv": b"new"})
    assert (tmp_path / "a.csv").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "b.csv"]
