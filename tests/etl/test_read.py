"""The strict reader: bytes and shape, each fault at its line, and everything that is no fault kept as it is."""

from collections.abc import Callable

import pytest

from etl.package import read_package
from etl.read import MAX_CELL, MAX_LINE, read_table
from etl.shape import Table
from tests.conftest import World

HEADER = "speaker_id,name"
Reader = Callable[..., Table]


@pytest.fixture
def read(tiny_data: World) -> Reader:
    """Reads bytes as the table of speakers, which has two columns."""
    schema = read_package(tiny_data.folder)[0].schemas["speakers"]

    def read_bytes(content: bytes, **options: int) -> Table:
        (tiny_data.folder / schema.path).write_bytes(content)
        return read_table(tiny_data.folder, schema, **options)

    return read_bytes


def lines(*rows: str) -> bytes:
    return "\n".join([HEADER, *rows, ""]).encode()


@pytest.mark.parametrize(
    ("content", "line", "column", "rule", "words"),
    [
        (lines("a,A", "b,B\0"), 3, "", "control_character", "a NUL byte"),
        (lines("a,A", "b,B\x1b[2J"), 3, "", "control_character", "'\\x1b'"),
        (f"{HEADER}\na,Zoë\n".encode("latin-1"), 2, "", "not_utf_8", "save the file as UTF-8"),
        (f"{HEADER}\na,A\n".encode("utf-16"), 1, "", "not_utf_8", "UTF-8"),
        (b"speaker_id;name\na;A\n", 1, "", "delimiter", "separated by ';'"),
        (b"speaker_id\tname\na\tA\n", 1, "", "delimiter", "separated by '\\t'"),
        (lines('a,"A', "b,B"), 2, "", "unbalanced_quotes", "close the quote"),
        (lines("a,A", 'b,B"'), 3, "", "unbalanced_quotes", "close the quote"),
        (lines('a,"A"x', "b,B"), 2, "", "unbalanced_quotes", "twice"),
        (lines("a,A", "b"), 3, "", "row_shape", "1 cells where the header has 2"),
        (lines("a,A", "b,B,C"), 3, "", "row_shape", "3 cells where the header has 2"),
        (lines("a,A", "", "b,B"), 3, "", "empty_line", "remove it"),
        (b"name,speaker_id\nA,a\n", 1, "name", "column_order", "stands where speaker_id should"),
        (b"speaker_id,name,age\na,A,1\n", 1, "age", "extra_column", "no schema knows"),
        (b"speaker_id,age\na,1\n", 1, "name", "missing_column", "is missing"),
        (b"speaker_id, name\na,A\n", 1, "name", "missing_column", "is missing"),
        (b"speaker_id,name,name\na,A,A\n", 1, "name", "doubled_column", "twice"),
        (b"a,A\nb,B\n", 1, "speaker_id", "missing_column", "the header is speaker_id,name"),
        (b"", 1, "", "missing_header", "the header is speaker_id,name"),
        (lines("a," + "x" * 45_000), 2, "name", "cell_too_large", "45,000 characters where 4,000"),
        (lines("a,A", "b," + "ü" * (MAX_CELL + 1)), 3, "name", "cell_too_large", "allowed; shorten it"),
        (lines("a," + "x" * MAX_LINE, "b,B"), 2, "", "cell_too_large", "shorten"),
    ],
)
def test_fault_is_found_at_its_line(
    read: Reader, content: bytes, line: int, column: str, rule: str, words: str
) -> None:
    first = sorted(read(content).problems)[0]
    named = [(p.line, p.column, p.rule) for p in read(content).problems]
    assert (line, column, rule) in named, named
    assert any(words in p.message for p in read(content).problems)
    assert first.file == "speakers.csv"


def test_a_cell_as_long_as_is_allowed_is_read(read: Reader) -> None:
    table = read(lines("a," + "ü" * MAX_CELL))
    assert not table.problems
    assert [row[1] for row in table.rows] == ["ü" * MAX_CELL]


def test_unclosed_quote_swallows_no_rows(read: Reader) -> None:
    table = read(lines('a,"A', "b,B", "c,C", 'd,"D'))
    assert [(p.line, p.rule) for p in table.problems] == [(2, "unbalanced_quotes"), (5, "unbalanced_quotes")]
    assert [row[0] for row in table.rows] == ["a", "b", "c", "d"]


def test_missing_file_is_a_problem(read: Reader, tiny_data: World) -> None:
    table = read(lines())
    (tiny_data.folder / "speakers.csv").unlink()
    table = read_table(tiny_data.folder, table.schema)
    assert [p.rule for p in table.problems] == ["missing_table"]


def test_large_file_is_refused_unread(read: Reader) -> None:
    table = read(lines(*["a,A"] * 100), max_size=300)
    assert [(p.rule, p.line) for p in table.problems] == [("file_too_large", 0)]
    assert not table.rows


def test_reading_ends_where_everything_is_wrong(read: Reader) -> None:
    table = read(lines(*["a"] * 5_000))
    assert table.problems[-1].rule == "too_many_faults"
    assert len(table.problems) < 1_100


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf" + lines("a,A"), lines("a,A").replace(b"\n", b"\r\n")])
def test_bom_and_crlf_are_read_without_complaint(read: Reader, content: bytes) -> None:
    table = read(content)
    assert table.problems == []
    assert table.rows == [("a", "A")]


@pytest.mark.parametrize(("content", "line"), [(lines("a,Anna", "b,Bo")[:-1], 3), (lines()[:-1], 1)])
def test_an_end_within_a_line_is_told(read: Reader, content: bytes, line: int) -> None:
    (problem,) = read(content).problems
    assert (problem.line, problem.rule, problem.severity) == (line, "no_line_end", "error")
    assert "if this row is whole, end it with one" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "=HYPERLINK(1)",
        "<script>alert(1)</script>",
        "@sum",
        "-1+1",
        "{{x}}",
        "' or 1=1 --",
        "\u202eoops",
        "Zoë 🇺🇦",
        "\ufffd",
    ],
)
def test_markup_and_formulas_are_kept_as_they_are(read: Reader, text: str) -> None:
    table = read(lines(f'a,"{text}"'))
    assert table.problems == []
    assert table.rows == [("a", text)]


def test_quotes_and_commas_in_quoted_cells(read: Reader) -> None:
    assert read(lines('a,"A ""B"", C"')).rows == [("a", 'A "B", C')]


def test_folder_in_place_of_a_file_stops_the_work(read: Reader, tiny_data: World) -> None:
    table = read(lines())
    (tiny_data.folder / "speakers.csv").unlink()
    (tiny_data.folder / "speakers.csv").mkdir()
    with pytest.raises(Exception, match="is no file"):
        read_table(tiny_data.folder, table.schema)
