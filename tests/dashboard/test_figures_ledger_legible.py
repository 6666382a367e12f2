"""Words of a ledger can be read: nothing strikes a heading through, no words stand on a shade that swallows them."""

import re
from itertools import product
from typing import Any

import pandas as pd
import pytest

from dashboard.figures.labels import text_width
from dashboard.figures.ledger import ledger
from dashboard.figures.strips import periods
from dashboard.figures.theme import DARK, LIGHT, Theme, contrast
from tests.dashboard.positions import change, changes

DENSE = ("2024-02-01", "2026-03-13")
RULES = pd.DataFrame(
    [
        {"event_id": day, "starts_on": pd.Timestamp(day), "title": f"Summit of {day}", "place": "Tarn", "label": "Tarn"}
        for day in ("2024-12-08", "2025-02-19", "2025-09-04")
    ]
)
FEW = changes(
    change("FRA", "2024-12-05", "conditional", "first_record"),
    change("DEU", "2025-05-05", "conditional", "first_record"),
    change("POL", "2025-03-05", "open", "first_record"),
    change("LUX", "2025-06-05", "declined", "first_record"),
)


def slide(width: int, height: int, theme: Theme = LIGHT, frame: Any = FEW) -> Any:
    rows = periods(frame, "2026-03-13")
    return ledger(rows, theme, "2024-12-01", "2026-03-13", DENSE, RULES, width, height=height)


def lines(figure: Any) -> list[tuple[pd.Timestamp, float, float]]:
    """Day, top and bottom of each piece of the dashed lines."""
    dashed = [shape.path for shape in figure.layout.shapes if shape.line.dash == "dot"]
    found = re.findall(r"M([^,]+),([^L]+)L[^,]+,([^M]+)", "".join(dashed))
    moments = [pd.Timestamp(day.replace("_", "T")) for day, *_ in found]
    ends = [sorted((float(one), float(other))) for _, one, other in found]
    return [(moment, top, bottom) for moment, (top, bottom) in zip(moments, ends, strict=True)]


@pytest.mark.parametrize(("width", "height"), [(493, 400), (493, 220), (560, 300), (1010, 240)])
def test_no_line_of_an_event_goes_through_a_heading(width: int, height: int) -> None:
    figure = slide(width, height)
    margin, (first, last) = figure.layout.margin, map(pd.Timestamp, figure.layout.xaxis.range)
    per_day = (width - margin.l - margin.r) / (last - first).days
    headings = [note for note in figure.layout.annotations if note.text.startswith("<b>") and note.xref == "paper"]
    crossed = 0
    assert len(lines(figure)) > 3
    assert len(headings) == 3
    for note, (day, top, bottom) in product(headings, lines(figure)):
        end = text_width(re.sub("<[^>]*>", "", note.text), note.font.size, True) + note.xshift
        if (day - first).days * per_day < end:
            crossed += 1
            assert not top < note.y < bottom, note.text
        assert (note.font.shadow != "none") == (end > 0)
    assert crossed or width > 600


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("status", ["declined", "pledged", "conditional", "open"])
@pytest.mark.parametrize("said", ["2024-06-12", "2024-07-20", "2024-08-20", "2024-11-20"])
def test_words_begin_where_they_are_easily_read(theme: Theme, status: str, said: str) -> None:
    figure = slide(1010, 240, theme, changes(change("FRA", said, status, "first_record")))
    segments = next(trace for trace in figure.data if trace.name == "segments")
    words = next(trace for trace in figure.data if trace.name == "words")
    assert words.x[0]
    starts = [pd.Timestamp(start) for start in segments.base]
    under = max(at for at, start in enumerate(starts) if start <= pd.Timestamp(words.x[0]))
    assert contrast(words.textfont.color[0], segments.marker.color[under]) >= 4.5
