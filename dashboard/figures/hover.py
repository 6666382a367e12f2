"""What a position says when the pointer rests on it: the same lines on map and ledger."""

from dashboard.figures.canvas import folded
from dashboard.readings.prose import ago, is_missing, long_date, sentence, text
from dashboard.readings.wording import (
    LEFT_OFFICE,
    Row,
    conditions,
    earlier_positions,
    heading,
    in_strip,
    is_doubted,
    is_previous,
    voice,
    why_not_counted,
)


def position_hover(row: Row) -> str:
    """Lines of a hover label, as Plotly's markup; every cell escaped."""
    whose = "The EU’s own position, not this country’s: " if row.get("of_eu") is True else ""
    lines = [
        f"<b>{folded(text(row.get('pledger')))}</b>  {folded(whose + _standing(row))}",
        folded(_when(row)),
        *(folded(line) for line in (_condition(row), text(row.get("summary"))) if line),
        *(f"<i>{folded(line)}</i>" for line in _remarks(row)),
    ]
    return "<br>".join(lines)


def bare_hover(label: str, is_left_out: bool = False) -> str:
    """Lines for a country of which nothing is on record, or nothing that the filters keep."""
    why = "Left out by the filters" if is_left_out else "No record, which is not “declined”"
    return f"<b>{folded(label)}</b><br>{why}"


def _standing(row: Row) -> str:
    instrument = text(row.get("instrument"))
    words = heading(text(row.get("status")), text(row.get("kind")), {instrument} - {""})
    why = why_not_counted(row.get("counted_as"))
    return f"{words} ({why})" if why else words


def _when(row: Row) -> str:
    day = long_date(row.get("announced_on"), row.get("date_precision"))
    said = f"{sentence(day).rstrip('.')} · {voice(row)}"
    return f"{said} ({LEFT_OFFICE})" if is_previous(row) else said


def differing(row: Row) -> str:
    """The other voice of a government whose voices differ: ``Another voice, 26 March 2025: would send · who``."""
    if not text(row.get("differs_status")):
        return "Voices of the same government differ"
    words = in_strip(text(row["differs_status"]), text(row.get("kind")))
    said = {"speaker": row.get("differs_speaker"), "office": row.get("differs_office")}
    return f"Voices of this government differ; {long_date(row.get('differs_on'))}: {words} · {voice(said)}"


def _condition(row: Row) -> str:
    words = conditions(row)
    return f"On condition: {words}" if words else ""


def _remarks(row: Row) -> list[str]:
    remarks = []
    if bool(row.get("is_aged")) and not is_missing(row.get("age_days")):
        remarks.append(f"Not repeated since: said {ago(row['age_days'])}")
    if is_doubted(row):
        remarks.append("? Contested or uncertain in part")
    if not is_missing(row.get("differs_id")):
        remarks.append(differing(row))
    if not is_missing(row.get("later_remark_id")):
        remarks.append("A later remark that doesn’t bind is on record")
    earlier = earlier_positions(row)
    return [*remarks, earlier] if earlier else remarks
