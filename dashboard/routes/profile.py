"""The short address of a profile, such as ``/country/FRA``: leads to the page that shows it."""

from collections.abc import Callable
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dashboard.database import Database, DatabaseError
from dashboard.published.plain import no_database, not_found
from dashboard.queries.catalogue import catalogue

PROFILES = {"country": ("c", "place"), "speaker": ("s", "speaker"), "event": ("e", "event")}


def profile(db: Database, page: str) -> Callable[[Request], Response]:
    """A redirect to the profile, other keys carried along; 404 for an id that nothing knows."""
    key, vocabulary = PROFILES[page]

    def endpoint(request: Request) -> Response:
        asked = request.path_params["one"].strip("/")
        try:
            known = catalogue(db).labels.get(vocabulary, {})
        except DatabaseError as error:
            return no_database(error.heading, str(error))
        one = next((code for code in (asked, asked.upper(), asked.lower()) if code in known), None)
        if one is None:
            return not_found(f"There is no {page} of this name here.")
        kept = [(name, value) for name, value in request.query_params.multi_items() if name != key]
        return RedirectResponse(f"/{page}?{urlencode([(key, one), *kept])}", 302)

    return endpoint
