"""What a view says of itself: one line for a picture, a head that Zotero and search engines read."""

import json
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from dashboard.citing import works
from dashboard.citing.address import full, path_of
from dashboard.citing.apa import reference
from dashboard.citing.dataset import AUTHOR, TITLE, dataset, licence_of
from dashboard.citing.work import Work
from dashboard.exhibits.exhibit import Exhibit

Release = Mapping[str, Any]
Link = Mapping[str, Sequence[str]]


def citation(exhibit: Exhibit, release: Release, link: Link, asked: str = "") -> str:
    """The view as one line in APA style, with its address where the server has one. No day: the release is fixed.

    `link` is `selection.to_link(catalogue)`; `asked` the server's address as the request came.
    """
    return reference(works.view(exhibit, release, full(path_of(exhibit.subject, link), asked)))


def citation_of_release(release: Release, asked: str = "") -> str:
    """The whole release as one line in APA style."""
    return reference(dataset(release, full("/", asked)))


def meta(exhibit: Exhibit, release: Release, link: Link, asked: str = "") -> str:
    """Elements for the `<head>` of a published view, everything escaped: tags for Zotero, JSON-LD for searches."""
    work = works.view(exhibit, release, full(path_of(exhibit.subject, link), asked))
    told = (*tags(work), ("DC.rights", licence_of(list(exhibit.table.columns)).title))
    written = "".join(f'<meta name="{name}" content="{escape(value)}">\n' for name, value in told if value)
    return f'<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">\n{written}{linked(work, exhibit)}'


def tags(work: Work) -> Iterator[tuple[str, str]]:
    """Names and contents.

    Zotero splits an author's name at blanks unless a comma follows it. Its type is the one of its own types that
    `DC.type` spells exactly; without one it takes whatever has a `citation_title` for an article of a journal.
    """
    day = known(work)
    yield "DC.type", "document" if work.kind == "row" else "dataset"
    yield "DC.title", work.heading
    yield "citation_title", work.heading
    yield from (("citation_author", f"{name.family}, {name.given}".strip()) for name in work.authors)
    yield "citation_publication_date", day.replace("-", "/")
    yield "citation_publisher", work.publisher
    yield "citation_public_url", work.url
    yield "citation_abstract", work.abstract
    yield "citation_language", work.language
    yield "DC.date", day
    yield "DC.identifier", work.url


def known(work: Work) -> str:
    """The day of a work as far as it is known: the year alone of one that is worked out."""
    day = work.issued
    return "" if day is None else str(day.year) if work.dated else day.isoformat()


def linked(work: Work, exhibit: Exhibit) -> str:
    """The view as a schema.org data set, a statement as the speaker's, in a script element that nothing runs."""
    licence, is_row = licence_of(list(exhibit.table.columns)), work.kind == "row"
    makers = [{"@type": "Person", "name": f"{one.given} {one.family}".strip()} for one in work.authors]
    told = {
        "@context": "https://schema.org",
        "@type": "CreativeWork" if is_row else "Dataset",
        "name": work.heading,
        "abstract" if is_row else "description": work.abstract,
        "url": work.url,
        "version": work.version,
        "datePublished": known(work),
        "license": licence.url,
        "creator": makers if is_row else {"@type": "Organization", "name": AUTHOR},
        "isPartOf": {"@type": "Dataset", "name": TITLE, "version": work.version},
    }
    text = json.dumps({name: value for name, value in told.items() if value}, ensure_ascii=False)
    safe = text.replace("<", "\\u003c")
    return f'<script type="application/ld+json">{safe}</script>\n'
