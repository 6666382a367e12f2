"""What is seen, the selection in words, and what can be done with it: table, sources, downloads, picture, link."""

from html import escape
from urllib.parse import quote

from dashboard.bar.downloads import downloads
from dashboard.bar.links import changed, lasting, link
from dashboard.bar.menu import menu
from dashboard.catalogue import Catalogue
from dashboard.citing.address import path_of, root
from dashboard.exhibits.exhibit import Exhibit
from dashboard.parts.picturemenu import Pictured, picture_menu
from dashboard.published.links import Place, snippet
from dashboard.selection import Selection


def heading(exhibit: Exhibit, selection: Selection, catalogue: Catalogue, has_archive: bool = True) -> str:
    """Title, sentence and actions, always in the same place; the release is offered where its archive is there."""
    acts = actions(exhibit, selection, catalogue, has_archive)
    return (
        f'<h1 class="g-title">{escape(exhibit.title)}</h1><div class="g-bar">'
        f'<p class="g-sentence">{escape(exhibit.sentence)}</p>{acts}</div>'
    )


def actions(exhibit: Exhibit, selection: Selection, catalogue: Catalogue, has_archive: bool = True) -> str:
    """What can be done with what is on screen."""
    asked = lasting(selection, catalogue)
    parts = (
        table(exhibit, selection, catalogue),
        f'<button type="button" data-part="part/sources/{selection.page}?{escape(asked, quote=True)}">Sources</button>',
        menu("Download", downloads(exhibit, selection, asked, catalogue.release if has_archive else "")),
        menu("Picture", picture_menu(pictured(selection, catalogue))),
        link(f"present/{selection.page}?{asked}", "Present", 'title="On the whole screen, step by step"'),
        menu("Link", shared(exhibit, selection, catalogue)),
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


def pictured(selection: Selection, catalogue: Catalogue) -> list[Pictured]:
    """What there is a picture of: the view, and where a statement is in focus its words and its conversation."""
    view = Pictured("This view", selection.page, selection.to_link(catalogue))
    if selection.focus not in catalogue.statement_ids:
        return [view]
    card = {"focus": [selection.focus or ""], "release": [catalogue.release]}
    said = Pictured("The statement in focus", "quote", card)
    return [view, said, Pictured("Its conversation", "conversation", card)]


def shared(exhibit: Exhibit, selection: Selection, catalogue: Catalogue) -> str:
    """The address that opens this very view, for a colleague or a slide; and what puts it into a page of one's own."""
    asked = lasting(selection, catalogue)
    page = "" if selection.page == "overview" else selection.page
    site = root()  # without one the browser knows the host that it found the app at
    written = escape(f"{f'{site}/' if site else ''}{page}?{asked}", quote=True)
    published = escape(f"view/{selection.page}?{asked}", quote=True)
    added = f"deck?add={quote(path_of(selection.page, selection.to_link(catalogue)), safe='')}"
    return (
        f'<p>Opens this very view; days and release are written out.</p><code class="g-address" data-link="{written}">'
        f'</code><button type="button" data-copy="g-address">Copy link</button>'
        f'<a href="{published}" target="_blank">As a page to print or show</a>'
        f'<a href="{added}" target="_blank">Add to a deck</a>'
        f"{embedded(exhibit, selection, catalogue)}"
    )


def embedded(exhibit: Exhibit, selection: Selection, catalogue: Catalogue) -> str:
    """The frame to copy into a page of one's own; why there is none where the server has no public address."""
    place = Place(selection.page, selection.to_link(catalogue), "")
    code = snippet(place, exhibit.title, exhibit.height, exhibit.shape)
    if not code:
        return "<p>To embed this view, the server needs its public address: the setting GUARANTEES_URL.</p>"
    return (
        f'<p>Embed it</p><code class="g-address g-snippet">{escape(code)}</code>'
        '<button type="button" data-copy="g-snippet">Copy frame</button>'
    )
