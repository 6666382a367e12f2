"""A statement as a card to show, and a conversation as turns to read; sized to be seen from afar. All escaped."""

from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd

from dashboard.figures.theme import Theme
from dashboard.parts.card import UNDETERMINED, Link, doubt_mark, linked, no_link, spoken, tones
from dashboard.readings.cards import occasion_words, office_words
from dashboard.readings.prose import counted, long_date, short_date, text
from dashboard.readings.wording import Row, rows

# Up to how many characters the words stand in which size.
SIZES = {"huge": 40, "large": 90, "middling": 150}
AMOUNTS = {"one": 2, "few": 4, "some": 6, "several": 10}
DEEPEST, SHOWN = 3, 2


def quote_card(row: Row, sources: pd.DataFrame, theme: Theme, link: Link = no_link) -> str:
    """The words, translated or original; who in what office, when and where; what it says in ours; where it stands.

    Without words on record our summary takes their place, and says that it is ours.
    """
    words = text(row["quote"])
    said = f"“{escape(words)}”" if words else escape(text(row["summary"]))
    form = form_words(row) if words else "Summary in our words: no quotation is on record"
    ours = f'<p class="g-ours"><b>In our words</b> {escape(text(row["summary"]))}</p>' if words else ""
    speaker = linked(link, "speaker", row["speaker_id"], text(row["speaker"]))
    return (
        f'<div class="g-quotecard g-{size(words or text(row["summary"]))} theme-{theme.name}">'
        f'<blockquote class="{"g-words" if words else "g-summary"}">{said}{doubt_mark(row)}</blockquote>'
        f'<p class="g-form">{escape(form[:1].upper() + form[1:])}</p>'
        f'<p class="g-speaker"><b>{speaker}</b> {escape(office_words(row))}</p>'
        f'<p class="g-occasion">{escape(occasion_words(row))}</p>'
        f"{ours}{tones(row, link)}{standing(sources)}</div>"
    )


def form_words(row: Row) -> str:
    """Whether the words are those spoken, and in which language, or that nobody recorded it."""
    form = spoken(row)
    is_told = UNDETERMINED not in text(row["quote_language"])
    return form if is_told else f"{form.partition(';')[0]}; the language isn’t recorded"


def size(words: str) -> str:
    """The class that words of this length are set in."""
    return next((name for name, most in SIZES.items() if len(words) <= most), "small")


def standing(sources: pd.DataFrame) -> str:
    """The pages that it rests on: publisher, title and day of the first ones, the rest counted."""
    found = sorted(rows(sources), key=lambda row: bool(row["is_weak"])) if len(sources) else []
    if not found:
        return ""
    told = "; ".join(escape(source_words(row)) for row in found[:SHOWN])
    more = f"; and {counted(len(found) - SHOWN, 'more page')}" if len(found) > SHOWN else ""
    return f'<p class="g-standing"><b>{"Sources" if len(found) > 1 else "Source"}</b> {told}{more}</p>'


def source_words(row: Row) -> str:
    """A page in words: its publisher, title, day, and why it is weak where it is."""
    day, title = short_date(row["published_on"]) or "undated", text(row["title"])
    weak = f", weak: {text(row['weak_because'])}" if text(row["weak_because"]) else ""
    return f"{text(row['publisher'])}{f', “{title}”' if title else ''}, {day}{weak}"


def talk(told: Sequence[Row], focus: str, theme: Theme, link: Link = no_link) -> str:
    """The turns of a conversation: what leads to the one in focus, it, its answers; then the other branches.

    A flat list in that order, so that what there is no room for goes from its end; `told` is in reading order.
    """
    ordered = by_nearness(told, focus)
    known: dict[str, Row] = {row["statement_id"]: row for row in told}
    lines = "".join(turn(row, above, known, focus, link) for above, row in zip([None, *ordered], ordered, strict=False))
    amount = next((name for name, most in AMOUNTS.items() if len(told) <= most), "many")
    return f'<ol class="g-talk g-{amount} theme-{theme.name}" data-more="statement|statements">{lines}</ol>'


def by_nearness(told: Sequence[Row], focus: str) -> list[Row]:
    """First what leads to the focus, the focus and all under it, then the rest; each part in reading order."""
    path = next((str(row["path"]) for row in told if row["statement_id"] == focus), "")
    near = [row for row in told if path.startswith(str(row["path"])) or str(row["path"]).startswith(path)]
    chosen = {row["statement_id"] for row in near}
    return [*near, *(row for row in told if row["statement_id"] not in chosen)]


def turn(row: Row, above: Row | None, known: Mapping[str, Row], focus: str, link: Link) -> str:
    """One statement: who in what office, when, what; whom it answers where that doesn't stand right above it."""
    answered = known.get(text(row["reply_to_id"]))
    is_under = answered is None or (above is not None and answered["statement_id"] == above["statement_id"])
    to = "" if is_under or answered is None else f" · to {escape(text(answered['speaker']))}"
    words = text(row["quote"])
    quoted = f' <q class="g-words">{escape(words)}</q> <i>{escape(spoken(row))}</i>' if words else ""
    current = ' aria-current="true"' if row["statement_id"] == focus else ""
    return (
        f'<li{current} style="--depth: {min(int(row["depth"]), DEEPEST)}">'
        f"<b>{linked(link, 'speaker', row['speaker_id'], text(row['speaker']))}</b> "
        f"<small>{escape(office_words(row))} · {escape(long_date(row['said_on'], row['date_precision']))}{to}</small>"
        f"<p>{escape(text(row['summary']))}{doubt_mark(row)}{quoted}</p></li>"
    )
