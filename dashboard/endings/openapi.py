"""The API described by an OpenAPI 3.1 document: every view's endings, with the keys and the values that each knows."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dashboard.address import FORMS, KEYS, LAST_PAGE, LONGEST_TEXT, MOST_VALUES, PUBLISHED, Key
from dashboard.catalogue import Catalogue
from dashboard.choices import choices
from dashboard.citing.dataset import OPEN, TITLE
from dashboard.endings.elsewhere import elsewhere
from dashboard.endings.references import STYLES, TYPES
from dashboard.endings.registry import ENDINGS, Ending
from dashboard.endings.schemas import ANSWERS, HEADERS, RESPONSES, SCHEMAS
from dashboard.readings.prose import long_date
from dashboard.uses import known_on

Json = dict[str, Any]
MOST_LISTED = 120  # a longer vocabulary is one of ids, which only the release knows
CODES_AND_DOTS = r"^[A-Za-z0-9][A-Za-z0-9_.-]*$"
IDS = r"^([A-Za-z0-9][A-Za-z0-9_.>@-]*)?$"
CODES = r"^[A-Za-z0-9][A-Za-z0-9_-]*$"
MEANINGS = {
    "from": "First day shown.",
    "until": "Last day shown.",
    "asof": "Day on which positions stand.",
    "asof2": "Earlier day that positions are compared with.",
    "q": "Words that are looked for.",
    "focus": "What the view is opened at: an actor, event, statement, pledge or condition, or a tie (`RUS>UKR`).",
    "pin": "Statements, events or actors kept for a hand-out.",
    "hl": "Actors that are highlighted.",
    "also": "Further kinds of position beside the first.",
    "to": "Actor at the other end of a path.",
    "at": "Page of a list, from 1.",
    "shape": "Shape of the view.",
    "as": "Chart or table.",
    "release": "Release that the address was made with; another than the one served is refused.",
    "group": "What lanes or strips are grouped by.",
    "framing": "Part of the world that the map shows.",
    "eu": "Whether the EU's own position stands apart on the map or colours its members.",
    "voices": "Whose words count: all, those that bind, the others.",
    "sort": "Order of the rows.",
    "changes": "Whether two days are compared by moves alone or by all that was said between them.",
    "part": "Part of contributions: aid totals, aid by month, agreements, what was announced.",
    "per": "Aid as an amount or as a share of gross domestic product.",
    "over": "Whether conditions are those of promises of the kind chosen or of all kinds.",
    "pace": "Aid added up as it grew, or each month by itself.",
    "fold": "Who speaks in the network: capitals, persons, or both.",
    "steps": "How many ties from the focus are shown.",
    "least": "Statements that a tie rests on at least.",
}
STYLED: dict[str, Json] = {
    "style": {"type": "string", "enum": list(STYLES), "default": "apa"},
    "accessed": {"type": "string", "format": "date"},
    "theme": {"type": "string", "enum": ["light", "dark"], "default": "light"},
    "width": {"type": "integer", "minimum": 200, "maximum": 3000},
}
STYLED_MEANINGS = {
    "style": "Style of the reference.",
    "accessed": "Day of retrieval; the server's where it isn't given.",
    "theme": "Colours for a light or a dark ground.",
    "width": "Pixels that text and labels are placed for.",
}
PROFILED = "A profile has one; the list of all has none, and answers 404."
UNDRAWN = "No chart is drawn in this view: 404, with the reason and with what there is instead."
FIGURES = {
    "network": "Of the network and the matrix; the list of actors has none, and answers 404.",
    "pledges": "Of map, ledger, two days, conditions, aid totals and months; lists have none, and answer 404.",
    **dict.fromkeys(("country", "speaker", "event"), PROFILED),
    **dict.fromkeys(("statements", "data", "quote", "conversation"), UNDRAWN),
}
ABOUT = """\
Every view of Guarantees answers on the same address with another ending, by the same query that its page is drawn from.
Days and lists of the address that this release doesn't know are refused with the reason, never dropped; so is a key
that the view has no use for in the shape asked, with the keys that it has. `from`, `until` and `asof` may stand in any
address, whether a view is of some days or of one. An answer stays the same for a release and an address: ask again with
`If-None-Match`. The data are public; pages of any host may read them."""


def openapi(catalogue: Catalogue, pages: Sequence[str], server: str) -> Json:
    """The document for one release; `server` is what addresses begin with."""
    paths = {f"/api/{page}.{name}": {"get": view(page, one)} for page in pages for name, one in ENDINGS.items()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": TITLE,
            "version": catalogue.release,
            "summary": "Who promised, refused and said what: any view as a file.",
            "description": ABOUT,
            "license": {"name": OPEN.title, "url": OPEN.url},
        },
        "servers": [{"url": server or "/"}],
        "tags": [{"name": page, "description": f"The view “{page}”."} for page in pages],
        "paths": {**paths, "/release/{name}": {"get": release()}, **elsewhere(pages, of_any_page())},
        "components": {
            "parameters": parameters(catalogue, pages),
            "schemas": SCHEMAS,
            "responses": RESPONSES,
            "headers": HEADERS,
        },
    }


def view(page: str, ending: Ending) -> Json:
    """One view with one ending."""
    named = [name if name not in own_to_page() else f"{page}.{name}" for name in known_on(page)]
    types = sorted(
        {kind.partition(";")[0] for kind in (TYPES.values() if ending.name == "cite" else [ending.media_type])}
    )
    schema = {"$ref": "#/components/schemas/Table"} if ending.name == "json" else {}
    described = {"description": FIGURES[page]} if ending.name == "plotly.json" and page in FIGURES else {}
    return {
        **described,
        "operationId": f"{page}_{ending.name.replace('.', '_')}",
        "summary": f"{page}: {ending.title[0].lower()}{ending.title[1:]}",
        "tags": [page],
        "parameters": [{"$ref": f"#/components/parameters/{name}"} for name in [*named, *ending.besides, "known"]],
        "responses": {
            "200": {
                "description": f"{ending.title}.",
                "headers": {name: {"$ref": f"#/components/headers/{name}"} for name in HEADERS},
                "content": {kind: {"schema": schema} if schema else {} for kind in types},
            },
            **{status: {"$ref": f"#/components/responses/{name}"} for status, name in ANSWERS.items()},
        },
    }


def release() -> Json:
    """The release's archive and the files within it."""
    name = {"name": "name", "in": "path", "required": True, "schema": {"type": "string", "pattern": CODES_AND_DOTS}}
    return {
        "operationId": "release_file",
        "summary": "The release's archive (guarantees-<release>.zip), or one file of it (pledges.csv, pledges.parquet)",
        "parameters": [name, {"$ref": "#/components/parameters/known"}],
        "responses": {
            "200": {"description": "The file, as it was written.", "content": {"*/*": {}}},
            **{
                status: {"$ref": f"#/components/responses/{ANSWERS[status]}"}
                for status in ("304", "401", "404", "500", "503")
            },
        },
    }


def of_any_page() -> list[str]:
    """The parameters where any view may be asked for: one that differs from page to page knows what they all know."""
    return [f"any.{key.name}" if key.name in own_to_page() else key.name for key in KEYS]


def own_to_page() -> set[str]:
    """The keys whose values differ from page to page."""
    return {key.name for key in KEYS if key.reads in ("choice", "shape")}


def parameters(catalogue: Catalogue, pages: Sequence[str]) -> Json:
    """Every parameter by its name; those that differ from page to page behind the page's name."""
    told: Json = {}
    for key in KEYS:
        if key.name not in own_to_page():
            told[key.name] = parameter(key, schema(key, catalogue))
            continue
        everywhere = dict[str, None]()
        for page in pages:
            known = list(PUBLISHED[page] if key.reads == "shape" else choices(page, key.field))
            everywhere.update(dict.fromkeys(known))
            if known:
                told[f"{page}.{key.name}"] = parameter(key, {"type": "string", "enum": known, "default": known[0]})
        told[f"any.{key.name}"] = parameter(key, {"type": "string", "enum": list(everywhere)})
    for name, described in STYLED.items():
        told[name] = {"name": name, "in": "query", "description": STYLED_MEANINGS[name], "schema": described}
    known_tag = "ETag of an answer that is there already: 304 without a body where it is still the same."
    told["known"] = {"name": "If-None-Match", "in": "header", "description": known_tag, "schema": {"type": "string"}}
    return told


def parameter(key: Key, described: Json) -> Json:
    """One key of the address."""
    meaning = MEANINGS.get(key.name) or key.noun
    is_list = described["type"] == "array"
    repeated = {"style": "form", "explode": True} if is_list else {}
    said = f"{meaning[0].upper()}{meaning[1:].rstrip('.')}{'; may be given more than once.' if is_list else '.'}"
    return {"name": key.name, "in": "query", "description": said, "schema": described, **repeated}


def schema(key: Key, catalogue: Catalogue) -> Json:
    """What a key's value looks like."""
    if key.reads in ("codes", "items"):
        one = code(key, catalogue) if key.reads == "codes" else {"type": "string", "pattern": IDS}
        return {"type": "array", "items": one, "maxItems": MOST_VALUES}
    plain: Mapping[str, Json] = {
        "day": {"type": "string", "format": "date", "examples": [catalogue.dense_until.isoformat()]},
        "number": {"type": "integer", "minimum": 1, "maximum": LAST_PAGE},
        "form": {"type": "string", "enum": list(FORMS), "default": "chart"},
        "item": {"type": "string", "pattern": IDS},
        "text": {"type": "string", "maxLength": LONGEST_TEXT},
    }
    if key.name == "release":
        return {"type": "string", "enum": [catalogue.release]}
    return plain[key.reads] if key.reads in plain else code(key, catalogue)


def code(key: Key, catalogue: Catalogue) -> Json:
    """One code of a vocabulary: listed where it is short, else by how its ids look."""
    known = catalogue.labels.get(key.vocabulary, {})
    if len(known) > MOST_LISTED or not known:
        return {"type": "string", "pattern": CODES, "examples": list(known)[:3]}
    return {"type": "string", "enum": list(known)}


def coverage(catalogue: Catalogue) -> str:
    """The days that may be asked for."""
    return f"{long_date(catalogue.covered_from)} to {long_date(catalogue.covered_until)}"


def keys_of(pages: Sequence[str], catalogue: Catalogue) -> Iterator[tuple[Key, str]]:
    """Each key with the values that it knows, in words: for who reads rather than parses."""
    for key in KEYS:
        yield key, known_values(key, pages, catalogue)


def known_values(key: Key, pages: Sequence[str], catalogue: Catalogue) -> str:
    """The values that a key knows: a few by name, many by number."""
    if key.reads in ("shape", "choice"):
        found = {page: PUBLISHED[page] if key.reads == "shape" else choices(page, key.field) for page in pages}
        return "; ".join(f"{page}: {', '.join(known)}" for page, known in found.items() if known)
    told = schema(key, catalogue)
    one = told.get("items", told)
    if "enum" in one:
        known = one["enum"]
        return ", ".join(known[:12]) + (f" and {len(known) - 12} more" if len(known) > 12 else "")
    if "examples" in one and key.reads != "day":
        return f"ids, such as {', '.join(one['examples'])}"
    return {"day": "a day, as 2025-09-04", "number": "a number from 1", "text": "words"}.get(key.reads, "ids")
