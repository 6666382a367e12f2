"""What a chart shows on day after day, for a browser that plays it: the map's change days, the network's windows."""

import gzip
from collections.abc import Callable

from plotly.io.json import to_json_plotly
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.database import Database, DatabaseError
from dashboard.exhibits import netplay, play
from dashboard.routes.question import Question, question, repeated
from dashboard.routes.widths import WORDS, width_of

LOOKS = ("theme", "width")
FILMS = {"pledges": play.film_of, "network": netplay.film_of}


def days(db: Database, page: str) -> Callable[[Request], Response]:
    """A page's film (see `figures.film`) under the address's filters; 400 on a width or theme that can't be."""

    def endpoint(request: Request) -> Response:
        look, width = request.query_params.get("theme", "light"), width_of(request.query_params.get("width", ""))
        if look not in ("light", "dark") or width is None:
            return JSONResponse({"error": f"a theme, light or dark, and a width, {WORDS}, are needed"}, 400)
        twice = repeated(request.query_params)
        if twice:
            return JSONResponse({"error": "values not understood", "problems": twice}, 400)
        try:
            asked = question(db, page, request.query_params, besides=LOOKS)
            return answer(asked, look, width, "gzip" in request.headers.get("accept-encoding", ""))
        except DatabaseError as error:
            return JSONResponse({"error": str(error)}, 503)

    return endpoint


def answer(asked: Question, look: str, width: int, is_packed: bool) -> Response:
    """The film as JSON; compressed it is an eighth."""
    made = FILMS[asked.page](asked.db, asked.selection, asked.catalogue, look, width)
    body = to_json_plotly(made, pretty=False).encode()
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    packed = {"Content-Encoding": "gzip"} if is_packed else {}
    content = gzip.compress(body, 5) if is_packed else body
    return Response(content, media_type="application/json", headers=headers | packed)
