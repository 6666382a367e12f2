"""Cells that said something else once, by the page or card on which their row is told."""

import datetime as dt
from collections.abc import Sequence

from dashboard.database import Asked, Database
from dashboard.queries.everyone import LATEST, of_some

CORRECTED = """
select
    cells.*,
    words.words,
    words.page,
    words.page_id,
    words.day,
    pages.page_id as told_of,
    cards.pledge_id,
    cards.kind,
    cards.phase,
    cards.statement_id
from corrected_cells as cells
join corrected_pages as pages on pages.table_name = cells.table_name and pages.row_id = cells.row_id
join corrected_rows as words on words.table_name = cells.table_name and words.row_id = cells.row_id
left join pledge_cards as cards on words.page = 'pledge' and cards.pledge_id = words.page_id
where pages.page = $page
    and ($ids is null or list_contains($ids, pages.page_id))
    and (words.day is null or words.day <= $day)
order by cells.corrected_on desc, cells.table_name, cells.row_id, cells.column_name
"""


def corrected(db: Database, page: str, ids: Sequence[str], day: dt.date = LATEST) -> Asked:
    """The cells told on these pages (events, countries …) or cards (statements, pledges …), the latest first.

    `told_of` names the page; a cell that several of them tell of is there for each. Rows after `day` are left out.
    """
    return of_some(db, CORRECTED, ids, of="told_of", named="ids", by=("day", "day"), page=page, day=day)
