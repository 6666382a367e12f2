"""What is seen, the selection in words, and what can be done with it: table, sources, downloads, picture, link."""

from html import escape

from dashboard.bar.links import changed, lasting, link
from dashboard.bar.menu import menu
from dashboard.catalogue import Catalogue
from dashboard.exhibits.exhibit import Exhibit
from dashboard.selection import Selection

ENDINGS = {
    "csv": ("CSV", "The rows of this view"),
}


def heading(exhibit: Exhibit, selection: Selection, catalogue: Catalogue) -> str:
    """Title, sentence and actions, always in the same place."""
    return (
        f'<h1 class="g-title">{escape(exhibit.title)}</h1><div class="g-bar">'
        f'<p class="g-sentence">{escape(exhibit.sentence)}</p>{actions(exhibit, selection, catalogue)}</div>'
    )


def actions(exhibit: Exhibit, selection: Selection, catalogue: Catalogue) -> str:
    """What can be done with what is on screen."""
    asked = lasting(selection, catalogue)
    parts = (
        table(exhibit, selection, catalogue),
        f'<button type="button" data-part="part/sources/{selection.page}?{escape(asked, quote=True)}">Sources</button>',
        menu("Download", downloads(selection, asked)),
        menu("Link", shared(selection, asked)),
    )
    return f'<div class="g-actions">{"".join(parts)}</div>'


def table(exhibit: Exhibit, selection: Selection, catalogue: Catalogue) -> str:
    """Change between the chart and the rows it draws; part of the address."""
    if exhibit.is_table:
        words, form = ("Chart" if exhibit.draw else "Page"), None
    else:
        words, form = "Table", "table"
    marks = 'class="g-table" aria-keyshortcuts="T" title="Chart or table (T)"'
    return link(changed(selection, catalogue, form=form), words, marks)


def downloads(selection: Selection, asked: str) -> str:
    """The rows of this view in the formats that others read."""
    return "".join(
        f'<a href="api/{selection.page}.{ending}?{escape(asked, quote=True)}" download>'
        f"<b>{words}</b><small>{hint}</small></a>"
        for ending, (words, hint) in ENDINGS.items()
    )


def shared(selection: Selection, asked: str) -> str:
    """The address that opens this very view, for a colleague or a slide."""
    page = "" if selection.page == "overview" else selection.page
    written = escape(f"{page}?{asked}", quote=True)
    return (
        f'<p>Opens this very view; days and release are written out.</p><code class="g-address" data-link="{written}">'
        f'</code><button type="button" data-copy="g-address">Copy link</button>'
        f'<a href="view/{selection.page}?{escape(asked, quote=True)}" target="_blank">As a page to print or show</a>'
    )
