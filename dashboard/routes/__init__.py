"""What the server answers beside the app: health, published pages, the tables behind them."""

from starlette.routing import BaseRoute, Route

from dashboard.database import Database
from dashboard.routes import (
    api,
    brief,
    days,
    deck,
    described,
    front,
    health,
    part,
    picture,
    present,
    profile,
    release,
    sql,
    view,
)
from dashboard.routes.posted import posted


def routes(db: Database) -> list[BaseRoute]:
    """Our routes, in the order in which they are tried."""
    return [
        Route("/healthz", health.healthz, methods=["GET"]),
        Route("/readyz", health.readyz(db), methods=["GET"]),
        Route("/part/options/{release}/{vocabulary}", part.options(db), methods=["GET"]),
        Route("/part/style/{name}", part.styled, methods=["GET"]),
        Route("/part/{what}/{page}", part.part(db), methods=["GET"]),
        Route("/part/{rest:path}", view.unknown, methods=["GET"]),
        *view.routes(db),
        *present.routes(db),
        *front.routes(db),
        *picture.routes(db),
        *deck.routes(db),
        *brief.routes(db),
        *described.routes(db),
        *api.routes(db),
        *release.routes(db),
        *(Route(f"/api/{page}/days", days.days(db, page), methods=["GET"]) for page in days.FILMS),
        Route("/sql", sql.sql_page(db), methods=["GET"]),
        Route("/sql/{rest:path}", view.unknown, methods=["GET"]),
        *posted("/api/sql", sql.sql_answer(db)),
        Route("/api/{rest:path}", api.unknown, methods=["GET"]),
        *(Route(f"/{page}/{{one:path}}", profile.profile(db, page), methods=["GET"]) for page in profile.PROFILES),
        Route("/plotly/{rest:path}", view.unknown, methods=["GET"]),
    ]
