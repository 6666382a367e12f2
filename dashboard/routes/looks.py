"""What a picture may be asked to look like, and which questions it answers: never another one than was asked."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.address import problem
from dashboard.database import Database
from dashboard.published.canvas import Unfit, canvas_of
from dashboard.routes.question import Question, question, repeated, unchosen
from dashboard.routes.right import right

LOOKS = {"size": "1920x1080", "proof": "full", "title": "1", "theme": "light"}
ALLOWED = {"proof": ("full", "compact"), "title": ("0", "1", "none"), "theme": ("light", "dark")}
MOST_PIXELS = 3840 * 2160


def question_of(db: Database, page: str, request: Request) -> Question | Response:
    """The question, or 400 on what can't be honoured, for a dropped filter would show another view; 404 on none."""
    asked = question(db, page, request.query_params, besides=(*LOOKS, "release"))
    wrong = asked.refused(LOOKS) or misasked(request, str(db.release()["release"]))
    if wrong:
        return JSONResponse(wrong, 400)
    if asked.notices:
        problems = [*map(problem, asked.notices), *right(asked, request.query_params)]
        return JSONResponse({"error": "values not understood", "problems": problems}, 400)
    return JSONResponse(unchosen(page), 404) if asked.lacks_focus else asked


def misasked(request: Request, served: str) -> dict[str, object]:
    """A release that isn't served here, a key that is given too often."""
    if request.query_params.get("release", served) != served:
        return {"error": "another release is served here", "release": served}
    twice = repeated(request.query_params)
    if twice:
        return {"error": "values not understood", "problems": twice}
    return {}


def misfit(looks: dict[str, str]) -> dict[str, object]:
    """A look that no picture has."""
    for name, allowed in ALLOWED.items():
        if looks[name] not in allowed:
            return {"error": f"{name} is one of {', '.join(allowed)}"}
    try:
        canvas = canvas_of(looks)
    except Unfit as error:
        return {"error": str(error)}
    if canvas is None or canvas.width * canvas.height > MOST_PIXELS:
        return {"error": f"a picture has at most {MOST_PIXELS:,} pixels"}
    return {}
