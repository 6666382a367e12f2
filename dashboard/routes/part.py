"""Parts of a page that come by themselves: sources, why numbers are what they are, lists to pick from, their style."""

from collections.abc import Callable, Mapping, Set

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from dashboard.database import Database, DatabaseError
from dashboard.parts.sourcelist import source_list
from dashboard.parts.style import sheet, style
from dashboard.published.plain import no_database, not_found
from dashboard.published.why import why
from dashboard.queries.catalogue import catalogue, plain
from dashboard.queries.onrecord import on_record
from dashboard.queries.sources import sources
from dashboard.routes.kept import Kept
from dashboard.routes.question import is_page, question
from dashboard.search.synonyms import other_names
from dashboard.search.words import words

KEPT = "public, max-age=31536000, immutable"
MOST, LONGEST = 1000, 100
Option = list[str | bool]
Words = tuple[str, Option]  # what an option is found by, without capitals and accents; the option


def part(db: Database) -> Callable[[Request], Response]:
    """``/part/sources/<page>`` and ``/part/why/<page>`` under the address's filters, as a piece of HTML."""

    def endpoint(request: Request) -> Response:
        what, page = request.path_params["what"], request.path_params["page"]
        if what not in ("sources", "why") or not is_page(page):
            return not_found("There is no such part.")
        try:
            exhibit = question(db, page, request.query_params).exhibit()
            body = source_list(sources(db, exhibit.source_ids).rows) if what == "sources" else ""
            return HTMLResponse(body or why(exhibit.counts(), exhibit.sentence), headers={"Cache-Control": "no-cache"})
        except DatabaseError as error:
            return no_database(error.heading, str(error))

    return endpoint


def styled(request: Request) -> Response:
    """``/part/style/<name>``: the style sheet of the parts, for the app; kept."""
    if request.path_params["name"] != sheet():
        return not_found("There is no such style sheet.")
    return Kept(style().encode(), "", {"Content-Type": "text/css; charset=utf-8"}).answer(request, KEPT)


def options(db: Database) -> Callable[[Request], Response]:
    """``/part/options/<release>/<vocabulary>``: codes, labels and other names of a list to pick from; kept.

    Of places those with anything on record come first; the others are told apart by a fourth value, true. Of a long
    list the first `MOST` come, with ``?q=`` those that hold these words; the header ``X-Left-Out`` counts the rest.
    """

    def endpoint(request: Request) -> Response:
        try:
            known = catalogue(db)
        except DatabaseError as error:
            return JSONResponse({"error": str(error)}, 503)
        vocabulary = request.path_params["vocabulary"]
        if request.path_params["release"] != known.release or vocabulary not in known.labels:
            return JSONResponse({"error": "There is no such list."}, 404)
        empty = set(known.labels.get("place", {})) - on_record(db) if vocabulary == "place" else set[str]()
        every = db.kept(f"options of {vocabulary}", lambda: listed(known.labels[vocabulary], empty))
        found = holding(every, request.query_params.get("q", "")[:LONGEST])
        left = {"X-Left-Out": str(max(len(found) - MOST, 0))}
        return JSONResponse([row for _, row in found[:MOST]], headers={"Cache-Control": KEPT, **left})

    return endpoint


def listed(names: Mapping[str, str], empty: Set[str] = frozenset()) -> list[Words]:
    """A whole list, what is ``empty`` last."""
    rows: list[Option] = [[code, label, *named_otherwise(label)] for code, label in names.items()]
    told = [row for row in rows if row[0] not in empty] + [[*row, ""][:3] + [True] for row in rows if row[0] in empty]
    return [(plain(" | ".join(map(str, row[1:3]))), row) for row in told]


def holding(every: list[Words], asked: str) -> list[Words]:
    """Those that hold the words, in capitals or not, with accents or without; first those that begin with them."""
    wanted = plain(asked.strip())
    if not wanted:
        return every
    found = [one for one in every if wanted in one[0]]
    return sorted(found, key=lambda one: not one[0].startswith(wanted))


def named_otherwise(label: str) -> list[str]:
    """What else it is looked for as, in plain letters; nothing for most."""
    found = other_names(" ".join(word.folded for word in words(label)))
    return [found] if found else []
