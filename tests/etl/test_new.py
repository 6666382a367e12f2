"""Adding rows: whole, with a fresh id, nothing twice; and nothing at all where the result would not pass."""

import re
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from etl.check import check, read_all
from etl.describe import VOCABULARIES
from etl.draft import draft
from etl.format import unformatted
from etl.new import add, filled
from etl.package import read_package
from etl.problem import StoppedError, errors
from tests.conftest import DATA, World
from tests.etl.conftest import SAID, Run, files, sets

PAGE = {
    "publisher": "Lac Léman Wire",
    "title": "Talks go on",
    "url": "https://wire.example/talks",
    "standing": "agency",
}
AID = "http://www.news.example/aid-counter-2025/?utm_source=x"


def changed(before: dict[str, bytes], world: World) -> set[str]:
    return {name for name, content in files(world).items() if before[name] != content}


def test_a_row_is_added_with_id_day_and_defaults(tiny_data: World, run: Run) -> None:
    before = files(tiny_data)
    done = run("new", "statements", "--data", tiny_data.folder, "--on", "2026-12-01", *sets(SAID))
    assert done.code == 0, done.out + done.err
    assert "2025-04-11-alma-varenne-engineers-come-before: added" in done.out
    assert changed(before, tiny_data) == {"statements.csv"}
    old = before["statements.csv"].splitlines()
    new = tiny_data.path("statements").read_bytes().splitlines()
    (line,) = set(new) - set(old)
    assert [row for row in new if row != line] == old
    row = next(row for row in tiny_data.rows("statements") if row["statement_id"].endswith("engineers-come-before"))
    assert (row["date_precision"], row["recorded_on"], row["quote"]) == ("on", "2026-12-01", "")
    assert unformatted(read_all(tiny_data.folder)) == {}
    assert not errors(check(tiny_data.folder).problems)


@pytest.mark.parametrize(
    ("table", "cells", "other", "column"),
    [
        (
            "sources",
            {**PAGE, "url": AID},
            "aid-counter-2025",
            "url",
        ),
        ("speakers", {"name": "alma VARÈNNE"}, "alma-varenne", "name"),
        (
            "statements",
            {**SAID, "said_on": "2025-04-10", "summary": "Varenne announced that twelve countries will send soldiers."},
            "2025-04-10-alma-varenne-twelve",
            "summary",
        ),
        (
            "pledges",
            {
                **{"pledger_id": "AUS", "announced_on": "2025-05-01", "kind": "ammunition", "status": "declined"},
                **{"basis": "minister", "framework": "czech_ammunition", "source_ids": "northern-wire-2025-04-10"},
                "summary": "Australia has no shells to spare.",
            },
            "AUS-2025-05-01-ammunition",
            "summary",
        ),
    ],
)
def test_what_is_there_in_other_words_is_refused(
    tiny_data: World, run: Run, table: str, cells: dict[str, str], other: str, column: str
) -> None:
    before = files(tiny_data)
    done = run("new", table, "--data", tiny_data.folder, *sets(cells))
    lines = tiny_data.path(table).read_text(encoding="utf-8").splitlines()
    line = next(number for number, row in enumerate(lines, start=1) if row.startswith(other))
    assert done.code == 1
    assert f"{table}.csv:{line}: {column}: the row '{other}' says so already" in done.out
    assert "--another" in done.out
    assert files(tiny_data) == before


def test_a_different_row_much_like_another_is_let_in_when_said_so(tiny_data: World, run: Run) -> None:
    cells = {**SAID, "said_on": "2025-04-10", "summary": "Varenne announced that twelve countries will send soldiers."}
    assert run("new", "statements", "--another", "--data", tiny_data.folder, *sets(cells)).code == 0
    assert len(tiny_data.rows("statements")) == 33


def test_a_key_that_is_taken_is_never_let_in(tiny_data: World, run: Run) -> None:
    before = files(tiny_data)
    cells = {"actor_id": "FRA", "bloc": tiny_data.rows("memberships")[0]["bloc"]}
    cells["actor_id"] = tiny_data.rows("memberships")[0]["actor_id"]
    done = run("new", "memberships", "--another", "--data", tiny_data.folder, *sets(cells))
    assert done.code == 1
    assert "memberships.csv:2: actor_id: the id" in done.out
    assert files(tiny_data) == before


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"speaker_id": "nobody"}, "speaker_id: 'nobody' isn't in speakers; correct it, or add the row there"),
        ({"said_on": "11.04.2025"}, "said_on: '11.04.2025' isn't a day of the calendar"),
        ({"summary": ""}, "summary: the cell is empty; fill it in"),
        ({"quote": "Yes."}, "quote doesn't say"),
        ({"said_on": "2010-01-01"}, "outside the covered span"),
    ],
)
def test_a_row_that_would_not_pass_is_not_written(
    tiny_data: World, run: Run, cells: dict[str, str], words: str
) -> None:
    before = files(tiny_data)
    given = {**SAID, "statement_id": "2025-04-11-alma-varenne-x", **cells}
    done = run("new", "statements", "--data", tiny_data.folder, *sets(given))
    assert done.code == 1
    assert words in done.out
    assert re.search(r"statements\.csv:\d+: ", done.out)
    assert "nothing was written" in done.err
    assert files(tiny_data) == before


def test_rows_that_need_each_other_are_added_together(tiny_data: World, run: Run) -> None:
    cells = {"name": "Ada Exampel", "offices.speaker_id": "ada-exampel", "office": "Minister", "actor_id": "FRA"}
    done = run("new", "speakers", "offices", "--data", tiny_data.folder, *sets(cells))
    assert done.code == 0, done.out + done.err
    assert "ada-exampel-1" in [row["office_id"] for row in tiny_data.rows("offices")]


def test_a_row_without_a_day_of_its_own_has_it_in_the_change_log(
    tiny_data: World, run: Run, build_with: Callable[..., duckdb.DuckDBPyConnection]
) -> None:
    log = "select table_name, added from changes where day = '2026-12-01' order by all"
    code = {"code": "zed", "label": "Zed", "description": "Zed."}
    for table, cells in (("speakers", {"name": "Zed Example"}), ("topic", code)):
        done = run("new", table, "--data", tiny_data.folder, "--on", "2026-12-01", *sets(cells))
        assert done.code == 0, done.out + done.err
    assert run("new", "statements", "--data", tiny_data.folder, "--on", "2026-12-01", *sets(SAID)).code == 0
    built = build_with({})
    assert built.execute(log).fetchall() == [("speakers", 1), ("statements", 1), ("topic", 1)]
    assert built.execute("select sum(added) from changes where table_name = 'speakers'").fetchone() == (19,)
    kept = [(row["table_name"], row["row_id"]) for row in tiny_data.rows("additions")]
    assert kept == [("speakers", "zed-example"), ("topic", "zed")]


def test_the_change_log_counts_every_table_of_the_first_release(tiny: duckdb.DuckDBPyConnection) -> None:
    package, _ = read_package(DATA)
    told = {name for (name,) in tiny.execute("select table_name from changes").fetchall()}
    facts = {name for name, schema in package.schemas.items() if not schema.path.startswith(VOCABULARIES)}
    filled = {name for name in facts if tiny.execute(f"select count(*) from {name}").fetchone() != (0,)}
    assert told == filled


def test_a_doubt_and_the_mark_that_it_asks_for_come_together(tiny_data: World, run: Run) -> None:
    key = "2025-04-10-alma-varenne-twelve"
    doubt = {"table_name": "statements", "row_id": key, "column_name": "said_on", "kind": "date_uncertain"}
    words = ["new", "doubts", "--data", tiny_data.folder, "--on", "2026-12-01", *sets({**doubt, "note": "Late."})]
    assert run(*words).code == 1
    assert run(*words, "--correct", "statements", key, "date_precision", "about", "--why", "A doubt.").code == 0
    assert [row["old_value"] for row in tiny_data.rows("corrections")] == ["on"]
    assert not errors(check(tiny_data.folder).problems)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("new", "happenings", "--set", "a=b"), "there is no table happenings; the tables are events, "),
        (("new", "speakers", "--set", "nane=b"), "no column 'nane'; did you mean name?"),
        (("new", "speakers", "--set", "events.title=b"), "no row of events is added"),
        (("new", "speakers", "--set", "name"), "isn't written as column=value"),
        (("new", "speakers", "--on", "1.2.2025", "--set", "name=A"), "isn't a day"),
        (("new", "doubts", "--set", "note=A", "--correct", "a", "b", "c", "d"), "--correct needs --why"),
    ],
)
def test_wrong_words_end_with_2_and_write_nothing(
    tiny_data: World, run: Run, words: tuple[str, ...], said: str
) -> None:
    before = files(tiny_data)
    done = run(*words, "--data", tiny_data.folder)
    assert done.code == 2
    assert said in done.err
    assert files(tiny_data) == before


def test_a_new_code_stands_in_the_codebook_too(tiny_data: World, run: Run) -> None:
    run("codebook", "--data", tiny_data.folder)
    cells = {"code": "harbours", "label": "Harbours", "description": "Ports and what passes through them."}
    assert run("new", "topic", "--data", tiny_data.folder, *sets(cells)).code == 0
    assert "| `harbours` | Harbours |" in (tiny_data.folder / "README.md").read_text(encoding="utf-8")
    assert run("codebook", "--check", "--data", tiny_data.folder).code == 0


def test_a_file_saved_by_another_meanwhile_is_not_overwritten(tiny_data: World) -> None:
    made = draft(tiny_data.folder)
    add(made, "speakers", filled("speakers", {"name": "Ada Exampel"}, made, "2026-12-01"), "2026-12-01")
    path: Path = tiny_data.path("speakers")
    path.write_bytes(path.read_bytes() + b"zoe-new,Zoe New\n")
    saved = path.read_bytes()
    with pytest.raises(StoppedError, match="changed by someone else"):
        made.write()
    assert path.read_bytes() == saved


@pytest.mark.parametrize(
    ("table", "cells", "id_of"),
    [
        ("statements", {"said_on": "2025-04-11"}, "statement_id"),
        ("pledges", {"summary": "Australia has none."}, "pledge_id"),
        ("events", {"title": "A day without a date"}, "event_id"),
        ("sources", {"title": "A page"}, "source_id"),
    ],
)
def test_an_id_that_is_made_for_the_author_is_not_asked_of_them(
    tiny_data: World, run: Run, table: str, cells: dict[str, str], id_of: str
) -> None:
    done = run("new", table, "--data", tiny_data.folder, *sets(cells))
    assert done.code == 1
    assert "fill it in [required]" in done.out
    assert f": {id_of}:" not in done.out


def test_an_id_that_alone_is_missing_says_what_it_is_made_of(tiny_data: World, run: Run) -> None:
    done = run("new", "speakers", "--data", tiny_data.folder, "--set", "name=王")
    assert done.code == 1
    assert "no id can be made of what is given: it is made of the name, in small letters" in done.out
