"""Shapes of the same look become one path; others stay as they are, in their order."""

from dashboard.figures.joined import joined

RULE = {"type": "line", "y0": 0, "y1": 9, "line": {"width": 1}}
BAND = {"type": "rect", "y0": 0, "y1": 9, "fillcolor": "#eeeeee"}


def test_lines_that_look_alike_are_one_path() -> None:
    found = joined({**RULE, "x0": day, "x1": day} for day in ("2025-03-01", "2025-04-01T12:00"))
    path = "M2025-03-01,0L2025-03-01,9M2025-04-01_12:00,0L2025-04-01_12:00,9"
    assert found == [{"type": "path", "path": path, "line": {"width": 1}}]


def test_rectangles_are_closed_and_keep_their_ground() -> None:
    [found] = joined([{**BAND, "x0": 1, "x1": 2}, {**BAND, "x0": 3, "x1": 4}])
    assert found["path"] == "M1,0L2,0L2,9L1,9ZM3,0L4,0L4,9L3,9Z"
    assert found["fillcolor"] == "#eeeeee"


def test_what_looks_otherwise_or_stands_alone_stays_as_it_is_and_where_it_is() -> None:
    lone, window = {**RULE, "x0": 1, "x1": 1}, {**BAND, "x0": 1, "x1": 2, "name": "window"}
    broad = {**RULE, "x0": 1, "x1": 1, "line": {"width": 2}}
    assert joined([lone, window, broad, lone]) == [lone, window, broad, lone]
