"""Checking at every save: the same as checking anew, in far less time."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from etl.check import check
from etl.read import MAX_SIZE
from etl.watch import Watch
from tests.conftest import DATA, ROOT, World, heeding_ctrl_c

LAKESIDE = "2025-04-10-lakeside-conference"
HALE = "2025-04-10-owen-hale-open"
# A table, and what is done to it: cells, or a replacement in its text or its schema.
SAVES = [
    ("events", {"event_id": LAKESIDE, "starts_on": "2025-02-30"}),
    ("statements", {"statement_id": HALE, "topics": "golf"}),
    ("events", {"event_id": LAKESIDE, "starts_on": "2025-04-10"}),
    ("statements", {"statement_id": HALE, "topics": "foreign_troops", "place": "lausanne"}),
    ("speakers", {"speaker_id": "alma-varenne", "name": "Edgar Pell"}),
    ("sources", {"source_id": "unused-one", "publisher": "X", "url": "https://x.example", "title": "X"}),
    ("corrections", {"table_name": "events", "row_id": LAKESIDE, "column_name": "title", "corrected_on": "2026-12-01"}),
    ("events", {"event_id": LAKESIDE, "title": ""}),
    ("tone", {"code": "sour", "label": "Sour"}),
]


@pytest.fixture
def watched(tiny_data: World) -> Watch:
    made = Watch(tiny_data.folder, MAX_SIZE)
    assert made.check().problems == []
    return made


def test_after_each_save_it_finds_what_a_fresh_check_finds(tiny_data: World, watched: Watch) -> None:
    found = []
    for table, cells in SAVES:
        tiny_data.put(table, [cells])
        assert watched.changed() == [tiny_data.path(table).relative_to(tiny_data.folder).as_posix()]
        problems = watched.check().problems
        assert sorted(problems) == sorted(check(tiny_data.folder).problems), (table, cells)
        assert watched.changed() == []
        found.append(len(problems))
    assert min(found) > 0


def test_broken_files_lost_files_and_new_schemas_are_seen(tiny_data: World, watched: Watch) -> None:
    speakers, schema = tiny_data.path("speakers"), tiny_data.folder / "speakers.schema.yaml"
    whole, meant = speakers.read_bytes(), schema.read_text(encoding="utf-8")
    speakers.write_bytes(whole + b'x,"X\n')
    assert "unbalanced_quotes" in {problem.rule for problem in watched.check().problems}
    speakers.unlink()
    assert sorted(watched.check().problems) == sorted(check(tiny_data.folder).problems)
    speakers.write_bytes(whole)
    schema.write_text(meant.replace("unique: true", "unique: true, maxLength: 3"), encoding="utf-8")
    assert "maxlength" in {problem.rule for problem in watched.check().problems}
    schema.write_text(meant, encoding="utf-8")
    (tiny_data.folder / "stray.csv").write_text("a,b\n", encoding="utf-8")
    assert [problem.rule for problem in watched.check().problems] == ["extra_table"]


def test_only_the_file_that_was_saved_is_read_again(tiny_data: World, watched: Watch) -> None:
    before = watched.check().tables
    tiny_data.put("speakers", [{"speaker_id": "alma-varenne", "name": "Alma Roux"}])
    after = watched.check().tables
    assert [name for name in after if after[name] is not before[name]] == ["speakers"]


def test_on_the_real_tables_a_save_takes_less_than_a_second(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "data", ignore=shutil.ignore_patterns("build"))
    watched = Watch(tmp_path / "data", MAX_SIZE)
    watched.check()
    for table in ("statements", "sources", "pledges", "events", "vocabularies/topic"):
        path = tmp_path / "data" / f"{table}.csv"
        text = path.read_text(encoding="utf-8")
        path.write_text(f"{text.rstrip()} \n", encoding="utf-8")
        start = time.process_time()
        found = watched.check().problems
        assert time.process_time() - start < 1, table
        assert found


def test_the_command_tells_each_save_and_ends_with_ctrl_c(tiny_data: World) -> None:
    command = [sys.executable, "-u", "-m", "etl", "check", "--watch", "--data", str(tiny_data.folder)]
    child = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, preexec_fn=heeding_ctrl_c
    )
    assert child.stdout
    lines = iter(child.stdout.readline, "")
    assert any("checked" in line and "files in" in line for line in lines)
    tiny_data.put("events", [{"event_id": LAKESIDE, "title": ""}])
    assert any("events.csv:" in line and "fill it in" in line for line in lines)
    assert any("checked events.csv in" in line for line in lines)
    child.send_signal(signal.SIGINT)
    rest, _ = child.communicate(timeout=60)
    assert child.returncode == 1
    assert "Traceback" not in rest


def test_a_file_swapped_in_by_an_editor_is_seen(tiny_data: World, watched: Watch) -> None:
    path = tiny_data.path("speakers")
    stamp = path.stat()
    swapped = path.with_name("speakers.tmp")
    swapped.write_bytes(path.read_bytes().replace(b"Alma Varenne", b"Alma Varanne"))
    os.utime(swapped, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    swapped.replace(path)
    assert watched.changed() == ["speakers.csv"]
