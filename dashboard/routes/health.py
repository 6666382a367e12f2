"""For those who watch the server: whether it lives, and whether it can answer questions."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.clock import days_since
from dashboard.database import Database, DatabaseError

FRESH = {"Cache-Control": "no-store"}


def healthz(_request: Request) -> Response:
    """200 as long as the process answers; nothing is asked of the database."""
    return JSONResponse({"status": "ok"}, headers=FRESH)


def readyz(db: Database) -> Callable[[Request], Response]:
    """200 with the release that is served, its age, since when; 503 with the reason while no whole database is."""

    def endpoint(_request: Request) -> Response:
        try:
            release, since = db.release(), db.since()
        except DatabaseError as error:
            return JSONResponse({"status": "not ready", "reason": str(error)}, 503, headers=FRESH)
        told = {
            "status": "ready",
            "release": str(release["release"]),
            "recorded_on": release["recorded_on"].isoformat(),
            "age_days": days_since(release["recorded_on"]),
            "loaded_at": since.isoformat(),
        }
        problem = db.problem()
        return JSONResponse(told | ({"not_loaded": problem} if problem else {}), headers=FRESH)

    return endpoint
