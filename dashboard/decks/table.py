"""The first rows of a view as a table on a slide."""

from collections.abc import Sequence
from typing import Any

from pptx.util import Emu, Inches, Pt

from dashboard.decks.colours import INK, PAPER, SHADE
from dashboard.decks.plainly import plain, shortened

SIZE = 11
LEAST, MOST = 13, 90  # a day stays in one line
ROW_HIGH = Inches(0.36)


def table_on(
    page: Any, heads: Sequence[str], rows: Sequence[Sequence[str]], place: tuple[int, int, int], named: str
) -> None:
    """A table at (left, top), so many units wide; nothing where there are no rows."""
    if not rows or not heads:
        return
    left, top, across = place
    frame = page.shapes.add_table(len(rows) + 1, len(heads), left, top, across, Emu(ROW_HIGH * (len(rows) + 1)))
    frame.name = "First rows"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", plain(f"First rows of: {named}"))
    widths = shares(heads, rows)
    for column, share in zip(frame.table.columns, widths, strict=True):
        column.width = Emu(int(across * share))
    for at, row in enumerate([heads, *rows]):
        for cell, words, share in zip(frame.table.rows[at].cells, row, widths, strict=True):
            fill(cell, shortened(words, max(LEAST, int(220 * share))), is_head=at == 0)


def shares(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """How much of the width each column has, by its longest cell within bounds."""
    lengths = [max(LEAST, *(min(len(row[at]), MOST) for row in [heads, *rows])) for at in range(len(heads))]
    return [length / sum(lengths) for length in lengths]


def fill(cell: Any, words: str, is_head: bool) -> None:
    """Words in a cell."""
    cell.fill.solid()
    cell.fill.fore_color.rgb = SHADE if is_head else PAPER
    cell.margin_top = cell.margin_bottom = Inches(0.03)
    cell.margin_left = cell.margin_right = Inches(0.06)
    run = cell.text_frame.paragraphs[0].add_run()
    run.text = words
    run.font.size, run.font.bold, run.font.color.rgb = Pt(SIZE), is_head, INK
