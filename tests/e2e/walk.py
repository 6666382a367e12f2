"""The addresses of every page and shape, in the app and beside it, as a reader of the invented world may open them."""

from dashboard.address import CARDS, SHAPES
from dashboard.endings.registry import ENDINGS

SAID = "2025-04-10-alma-varenne-twelve"
CHOSEN = {
    "country": "c=FRA",
    "speaker": "s=alma-varenne",
    "event": "e=2025-04-10-lakeside-conference",
    **dict.fromkeys(CARDS, f"focus={SAID}"),
}
SHAPED = tuple(f"{page}?shape={shape}" for page, shapes in SHAPES.items() for shape in shapes)
PARTS = tuple(f"pledges?shape=contributions&part={part}" for part in ("months", "agreements", "items"))
PROFILES = tuple(f"{page}?{CHOSEN[page]}" for page in ("country", "speaker", "event"))
CARDED = tuple(f"{page}?{CHOSEN[page]}" for page in CARDS)
OPENED = (
    "pledges?as=table",
    "pledges?asof=2025-04-11&focus=POL-2025-04-10-ground_troops",
    f"timeline?focus={SAID}",
    "network?c=FRA&to=RUS",
    "statements?q=soldiers&topic=foreign_troops",
    f"statements?focus={SAID}",
    "country?c=FRA&c=DEU",
    "pledges?c=AND",
    "pledges?asof=never",
)

APP = tuple(place.replace("overview?", "?", 1) for place in (*SHAPED, *PARTS, *PROFILES, *OPENED))
VIEWS = (*SHAPED, *PARTS, *PROFILES, *CARDED, "pledges?as=table")
PUBLISHED = tuple(f"view/{view}" for view in VIEWS)
PRESENTED = tuple(f"present/{page}?{CHOSEN.get(page, '')}" for page in (*SHAPES, *CARDS))
DECK = "deck?view=%2Fpledges%3Fshape%3Dledger&view=%2Ftimeline"
BESIDE = (DECK, "deck", "sql", "sql?page=pledges", "api")
ENDED = tuple(f"api/{page}.{ending}?{CHOSEN.get(page, '')}" for page in (*SHAPES, *CARDS) for ending in ENDINGS)
# Of the real data the longest of each kind.
LONG = (
    "",
    "timeline?from=2025-08-01&until=2025-10-31",
    "pledges?asof=2025-09-05",
    "pledges?shape=ledger",
    "pledges?shape=compare&asof=2025-09-05&asof2=2025-03-01",
    "pledges?shape=conditions",
    "pledges?as=table",
    "network?shape=network",
    "network?shape=matrix",
    "network?shape=actors",
    "statements?q=troops",
    "country?c=FRA",
    "country?c=USA",
    "speaker?s=emmanuel-macron",
    "event?e=2025-09-04-paris-coalition-summit",
    "data?shape=quality",
)


def fitting(place: str) -> set[int]:
    """The statuses that fit an address that is asked for alone: not every view has a figure."""
    return {200, 404} if ".plotly.json" in place else {200}
