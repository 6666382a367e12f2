"""Conditions as a list beside their bars, the key to them, and the card of one: who named it, when, on what page."""

from collections.abc import Callable, Mapping, Sequence
from html import escape

from dashboard.figures.theme import Theme
from dashboard.parts.chips import chip, hidden, questioned
from dashboard.parts.evidence import outward
from dashboard.readings.conditions import Bar, kind_label, kind_words, when_named, whose
from dashboard.readings.prose import counted, is_missing, items, listed, sentence, short_date, text
from dashboard.readings.wording import Row, is_doubted, status_words, voice

Link = Callable[[str, str], str]
MOST_SOURCES, MOST_NAMED = 3, 8


def conditions_key(theme: Theme) -> str:
    """How to read the bars."""
    told = (
        '<li data-mark="now"><span class="g-swatch g-named"></span> named in the current row</li>'
        '<li data-mark="earlier"><span class="g-swatch g-named-earlier"></span> named earlier, never withdrawn</li>'
        '<li data-mark="unbound"><span class="g-swatch g-named-apart"></span> only by voices that don’t bind: '
        "not counted</li>"
        "<li>length and numbers: promises, part by part</li>"
    )
    return f'<ul class="g-key theme-{theme.name}" aria-label="How to read the bars">{told}</ul>'


def condition_list(bars: Sequence[Bar], theme: Theme, link: Link, with_kind: bool) -> str:
    """Every bar with the names behind it; a condition's name opens its rows, a pledger's its profile."""
    told = "".join(
        _entry(bar, [part for part in bars if part.part_of == bar.code], link, with_kind)
        for bar in bars
        if not bar.part_of
    )
    counts = 'data-more="condition|conditions" aria-label="Conditions as a list"'
    return f'<section class="g-answers g-hanging theme-{theme.name}" {counts}>{told}</section>'


def _entry(bar: Bar, parts: Sequence[Bar], link: Link, with_kind: bool) -> str:
    href = escape(link("condition", bar.code), quote=True)
    lines = (
        ("now", bar.now, False),
        ("earlier, never withdrawn", bar.earlier, True),
        ("not binding", bar.unbound, True),
    )
    body = "".join(_line(name, found, link, with_kind, dated, href) for name, found, dated in lines if found)
    named = ", ".join(_named(part, part.label[:1].lower() + part.label[1:], link) for part in parts)
    either = f'<p class="g-names"><span class="g-how">each promise once, for</span> {named}</p>' if parts else ""
    return f'<div class="g-entry"><h2>{_named(bar, bar.label, link)}</h2>{body}{either}</div>'


def _named(bar: Bar, words: str, link: Link) -> str:
    """A condition as the way to its rows, with how many promises hang on it."""
    href = escape(link("condition", bar.code), quote=True)
    return f'<a href="{href}">{escape(words)}</a> <span class="g-quiet-count">{bar.total}</span>'


def _line(name: str, found: Sequence[Row], link: Link, with_kind: bool, dated: bool, href: str) -> str:
    told = [_whose(pledger_id, own, link, with_kind, dated) for pledger_id, _, own in whose(found, with_kind)]
    most = MOST_NAMED if with_kind else len(told)
    more = [f'<a href="{href}">{len(told) - most} more</a>'] if len(told) > most else []
    names = ("; " if with_kind else ", ").join([*told[:most], *more])
    who = f", {counted(len(told), 'pledger')}" if len(told) != len(found) else ""
    return f'<p class="g-names"><span class="g-how">{escape(name)}{who}</span> {names}</p>'


def _whose(pledger_id: str, own: Sequence[Row], link: Link, with_kind: bool, dated: bool) -> str:
    name = f'<a href="{escape(link("country", pledger_id), quote=True)}">{escape(text(own[0]["pledger"]))}</a>'
    name += next((questioned(link("pledge", row["last_pledge_id"])) for row in own if is_doubted(row)), "")
    if with_kind:
        kinds = [_dated(kind_label(row), row, dated) for row in own]
        return f"{name} <small>{escape(listed(kinds))}</small>"
    if not (dated or own[0].get("is_aged")):
        return name
    kind = "g-day" if dated else "g-day g-old"
    return f'{name} <small class="{kind}">{escape(short_date(own[0]["last_named_on"]))}</small>'


def _dated(words: str, row: Row, dated: bool) -> str:
    return f"{words} ({short_date(row['last_named_on'])})" if dated or row.get("is_aged") else words


def condition_card(
    bar: Bar, theme: Theme, link: Link, sources: Mapping[str, Row], subject: str, ended: Sequence[Row]
) -> str:
    """All who named a condition, with the day, where they stand, who spoke, and the pages relied on."""
    sections = (
        ("Named in the current row", bar.now),
        ("Named earlier, never withdrawn", bar.earlier),
        ("Only by voices that don’t bind: not counted", bar.unbound),
    )
    body = "".join(_section(title, found, link, sources) for title, found in sections if found)
    over = _ended(ended, link)
    once = (
        ' <p class="g-note">Alternatives count once for each promise.</p>' if not bar.part_of and bar.is_group else ""
    )
    return (
        f'<article class="g-card g-condition theme-{theme.name}"><header><h3>{escape(bar.label)}</h3>'
        f'<p class="g-when">{escape(subject)}</p>{once}</header>{body}{over}</article>'
    )


def _section(title: str, found: Sequence[Row], link: Link, sources: Mapping[str, Row]) -> str:
    told = "".join(f"<li>{_promise(row, link, sources)}</li>" for row in found)
    return f"<section><h4>{escape(title)}: {len(found)}</h4><ul>{told}</ul></section>"


def _promise(row: Row, link: Link, sources: Mapping[str, Row]) -> str:
    name = f'<a href="{escape(link("country", row["pledger_id"]), quote=True)}"><b>{escape(row["pledger"])}</b></a>'
    doubt = questioned(link("pledge", row["last_pledge_id"])) if is_doubted(row) else ""
    status = text(row.get("status"))
    stands = f"{chip(status, small=True)}{hidden(status_words(row))} " if status else ""
    words = text(row.get("condition_words"))
    cited = f'<p class="g-why">In the words recorded: {escape(words)}</p>' if words else ""
    return (
        f"<p>{stands}{name}{doubt} <small>{escape(kind_words(row))}</small></p>"
        f"<p>{escape(sentence(when_named(row)))} {escape(text(row.get('summary')))}</p>{cited}"
        f'<p class="g-why">{_voice(row, link)}{_sources(row, sources)}</p>'
    )


def _voice(row: Row, link: Link) -> str:
    said = escape(voice(row))
    if text(row.get("speaker_id")):
        href = escape(link("speaker", row["speaker_id"]), quote=True)
        office = text(row.get("office"))
        said = f'<a href="{href}">{escape(text(row["speaker"]))}</a>{escape(f", {office}" if office else "")}'
    basis = text(row.get("basis_label"))
    whose_word = f" ({escape(basis.lower())})" if basis and not row["is_counting"] else ""
    target = ("statement", row["statement_id"]) if text(row.get("statement_id")) else ("pledge", row["last_pledge_id"])
    name = "the statement" if target[0] == "statement" else "the row"
    return f'{said}{whose_word} · <a href="{escape(link(*target), quote=True)}">{name}</a>'


def _sources(row: Row, sources: Mapping[str, Row]) -> str:
    known = [sources[one] for one in items(row.get("source_ids")) if one in sources]
    told = [outward(text(one["url"]), text(one["publisher"])) for one in known[:MOST_SOURCES]]
    more = f" + {len(known) - MOST_SOURCES}" if len(known) > MOST_SOURCES else ""
    return f" · {', '.join(told)}{more}" if told else ""


def _ended(ended: Sequence[Row], link: Link) -> str:
    """Who named it once and ended it since: not counted."""
    if not ended:
        return ""
    told = "".join(
        f'<li><a href="{escape(link("country", row["pledger_id"]), quote=True)}">{escape(row["pledger"])}</a> '
        f"<small>{escape(kind_words(row))}</small>: last named {escape(short_date(row['last_named_on']))}, ended "
        f"{escape(short_date(row['ended_on']))}</li>"
        for row in ended
        if not is_missing(row["ended_on"])
    )
    return f"<section><h4>Ended since, not counted: {counted(len(ended), 'promise')}</h4><ul>{told}</ul></section>"
