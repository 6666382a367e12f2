"""Lists of all profiles, grouped, each name with how many rows it has. HTML."""

from collections.abc import Callable, Mapping, Sequence
from html import escape

from dashboard.figures.theme import Theme
from dashboard.parts.card import Link
from dashboard.parts.chips import chip
from dashboard.parts.profile import anchor, and_more, small
from dashboard.readings.prose import counted, short_date, text
from dashboard.readings.wording import ORDER, Row, heading

PARTIES = ("UKR", "RUS")
Group = tuple[str, list[str]]
Sizes = Mapping[str, int]


def index(groups: Sequence[Group], theme: Theme, label: str, sizes: Sizes | None = None) -> str:
    """Groups under headings, each a list of ready lines; `sizes` says how many a group has, if they aren't all here."""
    told = "".join(section(head, lines, (sizes or {}).get(head, len(lines))) for head, lines in groups if lines)
    return f'<nav class="g-index theme-{theme.name}" aria-label="{escape(label, quote=True)}">{told}</nav>'


def section(head: str, lines: Sequence[str], size: int) -> str:
    """A group, with how many of it aren't listed."""
    listed = f"<ul><li>{'</li><li>'.join(lines)}</li></ul>"
    return f"<section><h2>{head} <small>{size}</small></h2>{listed}{and_more(size - len(lines))}</section>"


def country_index(found: Sequence[Row], theme: Theme, link: Link) -> str:
    """By where they stand on ground troops after the fighting; then those without a position; organisations apart."""
    states = [row for row in found if row["actor_kind"] == "country"]
    counting = [row for row in states if text(row["counted_as"]) == "counted"]
    groups: list[Group] = [
        (f"{chip(status, small=True)} {escape(heading(status, 'ground_troops'))}", _countries(counting, status, link))
        for status in ORDER
    ]
    apart = [row for row in states if text(row["status"]) and text(row["counted_as"]) != "counted"]
    parties = [row for row in states if row["actor_id"] in PARTIES]
    silent = [row for row in states if not text(row["status"]) and row["actor_id"] not in PARTIES]
    others = [row for row in found if row["actor_kind"] != "country"]
    for head, chosen in (
        ("A word on troops that isn’t counted", apart),
        ("No position on ground troops on record", silent),
        ("At war", parties),
        ("Organisations", others),
    ):
        groups.append((escape(head), [_country(row, link) for row in chosen]))
    return index(groups, theme, "All countries and organisations")


def _countries(found: Sequence[Row], status: str, link: Link) -> list[str]:
    return [_country(row, link) for row in found if text(row["status"]) == status]


def _country(row: Row, link: Link) -> str:
    parts = [
        counted(int(row[name]), noun)
        for name, noun in (("positions", "position"), ("offers", "offer"), ("statements", "statement"))
        if row[name]
    ]
    return f"{anchor(link('country', row['actor_id']), text(row['label']))} {small(', '.join(parts))}"


def grouped(found: Sequence[Row], key: Callable[[Row], str], line: Callable[[Row], str]) -> list[Group]:
    """Rows under the words that `key` gives, in the order in which these first come."""
    groups: dict[str, list[str]] = {}
    for row in found:
        groups.setdefault(key(row), []).append(line(row))
    return [(escape(head), lines) for head, lines in groups.items()]


def speaker_index(found: Sequence[Row], sizes: Sizes, theme: Theme, link: Link) -> str:
    """By the country or organisation spoken for last (`group`); most statements first. `sizes` counts each group."""

    def line(row: Row) -> str:
        said = [text(row["office"]), counted(int(row["statements"]), "statement")]
        return f"{anchor(link('speaker', row['speaker_id']), text(row['name']))} {small(', '.join(filter(None, said)))}"

    return index(grouped(found, lambda row: text(row["group"]), line), theme, "All speakers", escaped(sizes))


def escaped(sizes: Sizes) -> Sizes:
    """Groups by their headings as HTML."""
    return {escape(head): size for head, size in sizes.items()}


def event_index(found: Sequence[Row], sizes: Sizes, theme: Theme, link: Link) -> str:
    """By month, the latest first; `sizes` counts each month."""

    def line(row: Row) -> str:
        counts = [
            counted(int(row[name]), noun)
            for name, noun in (("statements", "statement"), ("pledges", "pledge"), ("answers", "answer"))
            if row[name]
        ]
        told = [short_date(row["starts_on"], row["date_precision"]), text(row["category_label"]), *counts]
        return f"{anchor(link('event', row['event_id']), text(row['title']))} {small(', '.join(filter(None, told)))}"

    return index(grouped(found, lambda row: text(row["month"]), line), theme, "All events", escaped(sizes))
