"""Changes released cells, and keeps what they said before, since when they say otherwise, and why."""

from difflib import get_close_matches

from etl.draft import LOG, Draft, RefusedError, Row
from etl.problem import Problem, StoppedError, shown


def correct(draft: Draft, table: str, key: str, column: str, value: str, day: str, why: str) -> None:
    """Gives a cell another value in the draft, and notes in `corrections` what it was."""
    _refuse_what_stays(draft, table, column)
    if not why.strip():
        raise StoppedError("--why is empty; say what the correction rests on")
    rows = draft.rows(table)
    row = next((row for row in rows if draft.key(table, row) == key), None)
    if row is None:
        near = get_close_matches(key, [draft.key(table, row) for row in rows], 3)
        hint = f"did you mean {' or '.join(near)}?" if near else "take the id from the file"
        raise StoppedError(f"{draft.table(table).schema.path}: no row has the id {shown(key)}; {hint}")
    if row[column] == value:
        raise RefusedError(
            [_problem(draft, table, key, column, f"the cell says {shown(value)} already; nothing to do")]
        )
    note = _note(draft, (table, key, column), (row[column], value), day, why)
    row[column] = value
    draft.put(table, rows, [row])
    _log(draft, note)


def _refuse_what_stays(draft: Draft, table: str, column: str) -> None:
    schema = draft.table(table).schema
    if table == LOG:
        raise StoppedError("corrections are the record of what was changed; edit a slip in corrections.csv by hand")
    if column not in schema.columns:
        near = get_close_matches(column, schema.columns, 1)
        hint = f"did you mean {near[0]}?" if near else f"its columns are {', '.join(schema.columns)}"
        raise StoppedError(f"{table} has no column {shown(column)}; {hint}")
    if column in schema.primary_key:
        raise StoppedError(f"{table}.{column} tells rows apart and never changes; correct another cell of the row")


def _note(draft: Draft, cell: tuple[str, str, str], values: tuple[str, str], day: str, why: str) -> Row:
    """The row for the log; a second correction on one day keeps what the cell said before the first."""
    table, key, column = cell
    earlier = [row for row in draft.rows(LOG) if (row["table_name"], row["row_id"], row["column_name"]) == cell]
    newest = max((row["corrected_on"] for row in earlier), default="")
    if newest > day:
        message = f"it was last corrected on {newest}, after {day}; say a later day with --on"
        raise RefusedError([_problem(draft, table, key, column, message)])
    first = next((row["old_value"] for row in earlier if row["corrected_on"] == day), values[0])
    return {
        **{"table_name": table, "row_id": key, "column_name": column, "old_value": first, "new_value": values[1]},
        **{"corrected_on": day, "why": why.strip()},
    }


def _log(draft: Draft, note: Row) -> None:
    """Puts a note in the log, in place of one on the same cell and day; none where the cell says again what it did."""
    key = draft.key(LOG, note)
    others = [row for row in draft.rows(LOG) if draft.key(LOG, row) != key]
    is_back = note["old_value"] == note["new_value"]
    draft.put(LOG, others if is_back else [*others, note], [] if is_back else [note])


def _problem(draft: Draft, table: str, key: str, column: str, message: str) -> Problem:
    return Problem(draft.table(table).schema.path, draft.line(table, key), column, key, "correction", message)
