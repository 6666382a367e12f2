"""The addresses beside the API: pages, pictures, slides, briefs, queries, health; described for programs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
HTML, CSS, JSON, TEXT = "text/html", "text/css", "application/json", "text/plain"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
PAPER = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LENIENT = "What it doesn’t understand it leaves out, and says so on the page."
STRICT = "It takes the view’s own keys, as `/api` does, and refuses what it doesn’t understand."
BRIEFS, FILMS = ("country", "event"), ("pledges", "network")
REFUSALS = {
    "302": "Leads to the address itself.",
    "304": "The content is the one that the ETag names.",
    "400": "A key or a value isn’t understood.",
    "401": "Sign-in is set up here, and comes first.",
    "403": "A page of another server sends this.",
    "404": "There is no such thing, or nothing is chosen in it.",
    "405": "Something is sent here, by POST.",
    "413": "What was sent is too large.",
    "415": "What was sent isn’t of the kind that is read here.",
    "422": "What was sent can’t be honoured: the answer says why.",
    "500": "It went wrong on the server, where the log has the reason under the `reference` given.",
    "503": "There is no database yet, it can’t be read, or nothing makes this.",
}
ALWAYS = ("401", "500")  # whatever is asked
OPEN = ("/healthz", "/readyz", "/part/style/{name}")  # answered without sign-in
WIDTH = {"type": "integer", "minimum": 200, "maximum": 3000}
OWN: dict[str, tuple[str, Json]] = {
    "size": (
        "Pixels of the picture, as 1920x1080.",
        {"type": "string", "pattern": "^[1-9][0-9]{2,3}x[1-9][0-9]{2,3}$"},
    ),
    "theme": ("Colours for a light or a dark ground.", {"type": "string", "enum": ["light", "dark"]}),
    "proof": ("How much of the sources stands on it.", {"type": "string", "enum": ["full", "compact"]}),
    "title": (
        "1 with title and selection, 0 with the selection alone, none with neither.",
        {"type": "string", "enum": ["0", "1", "none"]},
    ),
    "embed": ("Without what stands around it, for an iframe.", {"type": "string", "enum": ["1", "true"]}),
    "width": ("Pixels that text and labels are placed for.", WIDTH),
    "view": ("Addresses of views, in order.", {"type": "array", "items": {"type": "string"}, "maxItems": 20}),
    "add": ("Address of a view that is to be added.", {"type": "string"}),
    "sql": ("A statement to begin with.", {"type": "string"}),
    "example": ("Name of a worked example.", {"type": "string"}),
}
LOOKS = ("size", "proof", "title", "theme")


@dataclass(frozen=True)
class Address:
    """One address: what it is, what it answers with (200) and with what else, which keys it takes.

    `pages` are the views that it is there for; `takes_view` says whether it takes a view's own keys; `needs` are keys
    that it can't do without; `sends` is the type and the schema of a request's body.
    """

    summary: str
    kind: str
    refusals: Sequence[str] = ("503",)
    about: str = ""
    pages: Sequence[str] | None = None
    takes_view: bool = True
    own: Sequence[str] = ()
    needs: Sequence[str] = ()
    path: Mapping[str, Json] | None = None
    sends: tuple[str, Json] | None = None


SHOWN, TAKEN = ("400", "404", "503"), ("304", "400", "404", "503")
SQL_SENT = {"type": "object", "required": ["sql"], "properties": {"sql": {"type": "string"}}}
ANY = {"type": "string"}
ADDRESSES = {
    "/view/{page}": Address("The view as a page of its own", HTML, SHOWN, LENIENT, own=("embed", *LOOKS)),
    "/view/{page}.html": Address("The page as one file that opens without a network", HTML, SHOWN, LENIENT, own=LOOKS),
    "/view/{page}.json": Address(
        "The page’s figures for another width, by theme", JSON, SHOWN, LENIENT, own=("theme",), needs=("width",)
    ),
    "/present/{page}": Address("The view as slides to step through", HTML, SHOWN, LENIENT, own=LOOKS[1:]),
    "/picture/{page}.png": Address("A picture that remembers its view", "image/png", TAKEN, STRICT, own=LOOKS),
    "/picture/{page}.svg": Address("The same drawn, words as outlines", "image/svg+xml", TAKEN, STRICT, own=LOOKS),
    "/picture/{page}.txt": Address("The caption that goes with a picture", TEXT, SHOWN, STRICT),
    "/picture/ready": Address("Whether pictures can be taken here", JSON, (), takes_view=False),
    "/picture/open": Address(
        "The view that a picture remembers",
        JSON,
        ("405", "413", "415", "422", "503"),
        "A PNG that was saved here, as it is.",
        takes_view=False,
        sends=("image/png", {"type": "string", "format": "binary"}),
    ),
    "/deck": Address(
        "Several views in order, to arrange", HTML, ("302", "400", "503"), own=("view", "add"), takes_view=False
    ),
    "/deck.pptx": Address("Several views as slides", SLIDES, ("400", "503"), needs=("view",), takes_view=False),
    "/deck/{page}.pptx": Address("The view as a slide", SLIDES, SHOWN, STRICT, own=LOOKS),
    "/brief/{page}.docx": Address("A profile as a document", PAPER, SHOWN, STRICT, pages=BRIEFS, own=LOOKS),
    "/part/sources/{page}": Address("The sources of a view, as a piece of a page", HTML, ("404", "503"), LENIENT),
    "/part/why/{page}": Address("Why the numbers of a view are what they are", HTML, ("404", "503"), LENIENT),
    "/part/options/{release}/{vocabulary}": Address(
        "Codes, labels and other names of a list",
        JSON,
        ("404", "503"),
        takes_view=False,
        path={"release": ANY, "vocabulary": ANY},
    ),
    "/part/style/{name}": Address(
        "The style sheet of the app’s parts", CSS, ("304", "404"), takes_view=False, path={"name": ANY}
    ),
    "/api/{page}/days": Address(
        "What a chart shows day after day, for a browser that plays it",
        JSON,
        SHOWN,
        LENIENT,
        pages=FILMS,
        own=("theme",),
        needs=("width",),
    ),
    "/api": Address("The API for who reads rather than parses", HTML, ("304", "503"), takes_view=False),
    "/api/openapi.json": Address("This document", JSON, ("304", "503"), takes_view=False),
    "/sql": Address("A page for queries of one’s own", HTML, own=("sql", "example", "theme"), takes_view=False),
    "/api/sql": Address(
        "The rows that a statement gives",
        JSON,
        ("400", "403", "405", "413", "415", "422", "503"),
        "Each in a process of its own, with limits of time, memory and rows.",
        takes_view=False,
        sends=(JSON, SQL_SENT),
    ),
    "/country/{id}": Address(
        "A country’s profile by its code", "", ("302", "404", "503"), takes_view=False, path={"id": ANY}
    ),
    "/speaker/{id}": Address(
        "A speaker’s profile by its id", "", ("302", "404", "503"), takes_view=False, path={"id": ANY}
    ),
    "/event/{id}": Address(
        "An event’s profile by its id", "", ("302", "404", "503"), takes_view=False, path={"id": ANY}
    ),
    "/healthz": Address("Whether the server lives", JSON, takes_view=False),
    "/readyz": Address("Whether the server can answer questions, and from which release", JSON, takes_view=False),
}


def elsewhere(pages: Sequence[str], keys: Sequence[str]) -> Json:
    """The paths that aren't a view's endings; `keys` name the components that describe a view's own keys."""
    return {path: {verb(one): operation(path, one, pages, keys)} for path, one in ADDRESSES.items()}


def verb(address: Address) -> str:
    """How an address is asked."""
    return "post" if address.sends else "get"


def operation(path: str, address: Address, pages: Sequence[str], keys: Sequence[str]) -> Json:
    """What an address takes and answers."""
    told: Json = {
        "operationId": path.strip("/").replace("{", "").replace("}", "").replace("/", "_").replace(".", "_"),
        "summary": address.summary,
        "description": address.about or f"{address.summary}.",
        "parameters": [*within(path, address, pages), *besides(address)],
        "responses": {**found(address), **{status: refusal(status) for status in statuses(path, address)}},
    }
    if address.takes_view:
        told["parameters"] += [{"$ref": f"#/components/parameters/{name}"} for name in keys if name not in address.own]
    if address.sends:
        kind, schema = address.sends
        told["requestBody"] = {"required": True, "content": {kind: {"schema": schema}}}
    return told


def statuses(path: str, address: Address) -> list[str]:
    """What an address may answer besides 200, in order."""
    return sorted({*address.refusals, *ALWAYS} - ({"401"} if path in OPEN else set()))


def within(path: str, address: Address, pages: Sequence[str]) -> list[Json]:
    """The parameters within the path."""
    page = {"page": {"type": "string", "enum": list(address.pages or pages)}} if "{page}" in path else {}
    named = {**page, **(address.path or {})}
    return [{"name": name, "in": "path", "required": True, "schema": schema} for name, schema in named.items()]


def besides(address: Address) -> list[Json]:
    """The keys that are the address's own and no view's."""
    return [
        {
            **{"name": name, "in": "query", "description": OWN[name][0], "schema": OWN[name][1]},
            **({"required": True} if name in address.needs else {}),
        }
        for name in (*address.own, *address.needs)
    ]


def found(address: Address) -> Json:
    """The answer that is hoped for; an address that only leads on has none."""
    if not address.kind:
        return {}
    return {"200": {"description": f"{address.summary}.", "content": {address.kind: {}}}}


def refusal(status: str) -> Json:
    """Another answer: a page for readers, a document for programs."""
    words = {"description": REFUSALS[status]}
    if status in ("302", "304"):
        return words
    return {**words, "content": {JSON: {"schema": {"$ref": "#/components/schemas/Error"}}, HTML: {}}}
