"""The settings of a page that choose how it shows, not what: each a few words to pick from, the first the default."""

from collections.abc import Mapping

Words = Mapping[str, str]

BLOCS = {
    "none": "One list",
    "EU": "European Union",
    "NATO": "NATO",
    "coalition_of_the_willing": "Coalition",
    "nordic_baltic": "Nordic-Baltic",
    "G7": "G7",
    "neutral": "Neutral",
}
VOICES = {"all": "All", "binding": "Binding", "others": "Others"}

CHOICES: dict[str, dict[str, Words]] = {
    "overview": {},
    "timeline": {"group": {"capital": "Capital", "country": "Country", "speaker": "Speaker", "topic": "Topic"}},
    "pledges": {
        "framing": {"europe": "Europe", "world": "World"},
        "eu": {"badge": "EU apart", "members": "On its members"},
        "voices": VOICES,
        "sort": {"position": "Position", "name": "Name", "last": "Last change", "changes": "Most changes"},
        "group": BLOCS,
        "changes": {"moves": "Moves", "all": "All that was said"},
        "part": {"totals": "Totals", "months": "Months", "agreements": "Agreements", "items": "Announced"},
        "per": {"amount": "Amount", "gdp": "Share of GDP"},
        "over": {"kind": "This kind", "all": "All kinds"},
        "pace": {"running": "Running total", "monthly": "Each month"},
    },
    "network": {
        "fold": {"capitals": "Capitals", "both": "Both", "persons": "Persons"},
        "steps": {"1": "One step", "2": "Two steps"},
        "least": {"1": "any", "2": "2 and more", "3": "3 and more", "5": "5 and more", "10": "10 and more"},
        "sort": {
            "total": "Mentions",
            "out_statements": "Said",
            "in_statements": "Heard",
            "out_ties": "Speaks of",
            "in_ties": "Spoken of by",
            "betweenness": "Betweenness",
            "pagerank": "PageRank",
            "community": "Community",
            "name": "Name",
        },
    },
    "statements": {"sort": {"best": "Best match", "newest": "Newest", "oldest": "Oldest"}},
    "country": {},
    "speaker": {},
    "event": {},
    "data": {},
    "quote": {},
    "conversation": {},
}
LABELS = {
    "group": "Group by",
    "framing": "Frame",
    "eu": "European Union",
    "voices": "Voices",
    "sort": "Order",
    "changes": "Shown",
    "part": "Part",
    "per": "As",
    "over": "Promises on",
    "pace": "Drawn as",
    "fold": "Who",
    "steps": "Around the focus",
    "least": "Ties of",
}
# Which of a page's settings a shape has a use for, in the order in which they are asked.
OPTIONS: dict[tuple[str, str], tuple[str, ...]] = {
    ("timeline", "lanes"): ("group",),
    ("pledges", "map"): ("framing", "eu", "voices"),
    ("pledges", "ledger"): ("sort", "group", "voices"),
    ("pledges", "compare"): ("changes", "framing"),
    ("pledges", "conditions"): ("over",),
    ("pledges", "contributions"): ("part",),
    ("pledges", "contributions/totals"): ("part", "per"),
    ("pledges", "contributions/months"): ("part", "pace"),
    ("network", "network"): ("fold", "least", "steps"),
    ("network", "matrix"): ("fold", "least", "sort"),
    ("network", "actors"): ("fold", "least", "sort"),
    ("statements", "list"): ("sort",),
}

# The setting of a shape that decides which filters and which other settings it has a use for.
VARIED = {"conditions": "over", "contributions": "part"}


def choices(page: str, field: str) -> Words:
    """Code → words of a page's setting; empty where the page has no such setting."""
    return CHOICES[page].get(field, {})


def default(page: str, field: str) -> str | None:
    """What a page shows while nobody chooses; None where it has no such setting."""
    return next(iter(choices(page, field)), None)
