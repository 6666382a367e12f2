"""Plain pages of ours, without data: not found, no database."""

import html

from starlette.responses import HTMLResponse

from dashboard.published.assets import versioned

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Guarantees</title><link rel="icon" href="/favicon.png"><link rel="stylesheet" href="/{css}"></head>
<body class="plain"><main><h1>{title}</h1><p>{text}</p>
<p><a href="/">Overview</a> · <a href="/timeline">Timeline</a> · <a href="/pledges">Pledges</a> ·
<a href="/network">Network</a></p></main></body></html>
"""


def plain(title: str, text: str, status: int) -> HTMLResponse:
    """A page of a title and a sentence, with the ways on."""
    return HTMLResponse(
        PAGE.format(title=html.escape(title), text=html.escape(text), css=versioned("published.css")), status
    )


def not_found(text: str) -> HTMLResponse:
    """The page for an address that nothing knows."""
    return plain("Not found", text, 404)


def refused(text: str) -> HTMLResponse:
    """The page for an address that asks for what can't be."""
    return plain("That can’t be shown", text, 400)


def no_database(heading: str, message: str) -> HTMLResponse:
    """The page for a missing or half-made database: it says which it is, and which command to run."""
    return plain(heading, f"{message} Run “make build” (or “python -m etl build”), then reload this page.", 503)
