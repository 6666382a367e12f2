"""How problems are said."""

from etl.problem import Problem, errors, render, shown

FAULT = Problem("events.csv", 3, "title", "x", "required", "the cell is empty; fill it in")
FILE = Problem("votes.csv", 0, "", "", "extra_table", "no schema knows this table; move it away")
HINT = Problem("sources.csv", 2, "source_id", "y", "source_not_used", "no row uses this; remove it", "warning")


def test_file_line_column_fault_remedy_rule() -> None:
    assert str(FAULT) == "events.csv:3: title: the cell is empty; fill it in [required]"
    assert str(FILE) == "votes.csv: no schema knows this table; move it away [extra_table]"


def test_errors_come_before_warnings_and_are_counted() -> None:
    text = render([HINT, FILE, FAULT], "data/")
    assert text.index("data/events.csv:3") < text.index("data/sources.csv:2")
    assert text.endswith("2 errors, 1 warning")
    assert errors([HINT, FILE, FAULT]) == [FILE, FAULT]


def test_problems_of_a_rule_are_sorted_by_place() -> None:
    found = [Problem("events.csv", line, "title", "", "required", "empty; fill it in") for line in (10, 9, 2)]
    assert [line.split(":")[1] for line in render(found).splitlines()[1:4]] == ["2", "9", "10"]


def test_long_and_invisible_values_are_shown_short_and_visible() -> None:
    assert len(shown("x" * 500)) < 90
    assert shown("a\tb\x1b") == "'a\\tb\\x1b'"
