"""Sign-in with the organisation's own provider (OpenID Connect), where one is set up: who may ask for what.

Streamlit leads the reader to the provider and back and keeps a signed cookie; the routes beside the app ask for the
same cookie. Nobody has to sign in while no secrets file has a section `[auth]`.
"""

import hmac
import json
from collections.abc import Mapping
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config
from streamlit.auth_util import (
    get_cookie_with_chunks,
    get_origin_from_redirect_uri,
    get_secrets_auth_section,
    get_validated_redirect_uri,
    validate_auth_credentials,
)
from streamlit.errors import StreamlitAuthError
from streamlit.runtime.secrets import secrets_singleton
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from dashboard import head
from dashboard.address import SHAPES
from dashboard.guard import WrongSetting
from dashboard.pictures.shot import INSIDE, KEY
from dashboard.published.plain import plain

# What answers without sign-in: what leads to it, the app's own code, and whether the server lives. No data.
WAYS, LOGIN = ("auth", "oauth2callback"), "/auth/login"
OPEN = ("/_stcore/", "/static/", "/app/static/", "/plotly/", "/component/", "/part/style/", "/auth/")
BARE = ("/oauth2callback", "/favicon.png", "/manifest.json", "/healthz", "/readyz")
PAGES = {"": "overview"} | {page: page for page in SHAPES if page != "overview"}
BACK, LONGEST, MINUTES = "guarantees_back", 2000, 10
SHORTEST_SECRET = 32
HERE = ("localhost", "127.0.0.1", "::1")
FRESH = {"Cache-Control": "no-store"}
CHALLENGE = {"WWW-Authenticate": f'Cookie realm="Guarantees", form-action="/", cookie-name="{USER_COOKIE_NAME}"'}
NOBODY = "nobody is served before that is mended."
FIRST = "Sign in first: open the start page in a browser."


@cache
def is_required() -> bool:
    """Whether readers have to sign in. `WrongSetting` where a secrets file is there that can't be followed."""
    there = [place for place in config.get_option("secrets.files") if is_there(Path(place))]
    if not there:
        return False
    if not secrets_singleton.load_if_toml_exists():
        raise WrongSetting(f"{there[0]} can’t be read as TOML: {NOBODY}")
    asked = get_secrets_auth_section()
    if "auth" not in secrets_singleton:
        if is_named():
            raise WrongSetting(f"{there[0]} is named as the secrets file, but has no section [auth]: {NOBODY}")
        return False
    wrong = fault(asked)
    if wrong:
        raise WrongSetting(f"The section [auth] of secrets.toml asks for sign-in, but {wrong}.")
    return True


def is_named() -> bool:
    """Whether somebody has said which the secrets files are: these are there for sign-in alone."""
    return config.get_where_defined("secrets.files") != "<default>"


def is_there(place: Path) -> bool:
    """Whether a secrets file lies there; `WrongSetting` on one that can't be read, or is named and isn't there."""
    try:
        place.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        if is_named():
            raise WrongSetting(f"{place} is named as the secrets file, but isn’t there: {NOBODY}") from None
        return False
    except OSError as error:
        raise WrongSetting(f"{place} can’t be read ({error.strerror}): {NOBODY}") from error
    return True


def fault(asked: Mapping[str, Any]) -> str:
    """What is wrong with the section for sign-in; empty where nothing is."""
    try:
        validate_auth_credentials("default")
        leads = get_validated_redirect_uri()
    except StreamlitAuthError as error:
        return " ".join(str(error).split()).rstrip(".")
    back = urlsplit(leads or "")
    if not back.hostname or back.path != "/oauth2callback":
        return "redirect_uri isn’t this server’s address with /oauth2callback at its end"
    if back.scheme != "https" and back.hostname not in HERE:
        return "redirect_uri is no https:// address"
    if len(str(asked.get("cookie_secret", ""))) < SHORTEST_SECRET:
        return f"cookie_secret has fewer than {SHORTEST_SECRET} characters"
    return ""


def is_signed_in(cookies: Mapping[str, str]) -> bool:
    """Whether a request comes with the cookie that Streamlit gave this reader after sign-in here."""
    secret = get_cookie_secret()

    def one(name: str) -> bytes | None:
        return decode_signed_value(secret, name, cookies[name].encode("latin-1")) if cookies.get(name) else None

    try:
        told = json.loads(get_cookie_with_chunks(one, USER_COOKIE_NAME) or b"{}")
    except ValueError:
        return False
    return told.get("is_logged_in") is True and told.get("origin") == get_origin_from_redirect_uri()


class SignedIn:
    """Lets nobody see data who hasn't signed in; leads those who have to where they wanted to go."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or ask to sign in; a websocket passes, for the app's script asks there itself."""
        if scope["type"] == "http" and not is_open(scope["path"]):
            answer = asked(Request(scope))
            if answer:
                await answer(scope, receive, send)
                return
        await self.app(scope, receive, telling(send) if scope.get("path") == LOGIN else send)


class SignInFailed(RuntimeError):  # noqa: N818 - named for what is the case
    """The provider couldn't be asked; Streamlit's own line in the log says why."""

    words = (
        "The service that signs you in doesn’t answer. Try again in a few minutes. If you report it, give the "
        "reference {}."
    )


def telling(send: Send) -> Send:
    """Sends on what is sent; of an answer that Streamlit refuses in two bare words, a calm page is made further out."""

    async def told(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] >= HTTPStatus.BAD_REQUEST:
            raise SignInFailed
        await send(message)

    return told


def is_open(path: str) -> bool:
    """Whether an address is answered without sign-in."""
    return path in BARE or path.startswith(OPEN)


def asked(request: Request) -> Response | None:
    """What a reader gets instead of an answer; None for who may have it."""
    page = request.url.path.strip("/")
    if is_signed_in(request.cookies):
        return back(request) if page == "" and not request.url.query else None
    if request.url.path.startswith("/view/") and is_inside(request):
        return None
    if page in PAGES and request.method in ("GET", "HEAD"):
        return begun(request, PAGES[page])
    wants_page = "text/html" in request.headers.get("accept", "")
    if wants_page and not request.url.path.startswith(("/api/", "/release/")):
        return with_headers(plain("Sign in first", f"{FIRST} Then come back to this address.", 401))
    return with_headers(JSONResponse({"error": FIRST, "sign_in": "/"}, 401))


def with_headers(answer: Response) -> Response:
    """The answer, kept by nobody, with how to get another."""
    answer.headers.update(FRESH | CHALLENGE)
    return answer


def is_inside(request: Request) -> bool:
    """Whether the browser that takes this server's pictures asks."""
    return hmac.compare_digest(request.cookies.get(INSIDE, "").encode(), KEY.encode())


def begun(request: Request, page: str) -> Response:
    """The page that starts the app, with a head that tells nothing of the data; where it was to lead is remembered."""
    answer = Response(head.index(page), media_type="text/html", headers=FRESH)
    wanted = f"{request.url.path}?{request.url.query}"
    if wanted != "/?" and len(wanted) <= LONGEST:
        answer.set_cookie(BACK, urlencode({"to": wanted}), max_age=60 * MINUTES, httponly=True, samesite="lax")
    return answer


def back(request: Request) -> Response | None:
    """The way to the view that was asked for before sign-in, once; None where there was none."""
    wanted = dict(parse_qsl(request.cookies.get(BACK, ""))).get("to", "")
    path, _, query = wanted.partition("?")
    if not wanted or path.strip("/") not in PAGES:
        return None
    kept = urlencode(parse_qsl(query, keep_blank_values=True))
    answer = RedirectResponse(f"/{path.strip('/')}{'?' if kept else ''}{kept}", 302, headers=FRESH)
    answer.delete_cookie(BACK)
    return answer
