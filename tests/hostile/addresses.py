"""Every view of a world, as the ends of addresses: each page in each shape, each profile, each card, each relation."""

from collections.abc import Iterator

from dashboard.address import CARDS, SHAPES
from dashboard.catalogue import Catalogue
from dashboard.choices import CHOICES
from dashboard.queries.catalogue import Ids

WIDE = "from=2021-12-17&until=2026-07-05"
STATEMENTS = "select statement_id from statements order by statement_id"
PLEDGES = "select pledge_id from pledges order by pledge_id"
PROFILES = {"country": ("c", "place"), "speaker": ("s", "speaker"), "event": ("e", "event")}


def shapes(_known: Catalogue) -> Iterator[str]:
    """Each page in each of its shapes over all days, and with each choice of its settings."""
    for page, forms in SHAPES.items():
        if page not in PROFILES:
            yield from (f"{page}?shape={form}&{WIDE}" for form in forms)
            yield from (f"{page}?{key}={value}&{WIDE}" for key, values in CHOICES[page].items() for value in values)
    yield from (f"pledges?shape=contributions&part={part}&{WIDE}" for part in CHOICES["pledges"]["part"])


def profiles(known: Catalogue) -> Iterator[str]:
    """Each profile."""
    for page, (key, vocabulary) in PROFILES.items():
        yield page
        yield from (f"{page}?{key}={code}" for code in known.labels[vocabulary])


def cards(known: Catalogue) -> Iterator[str]:
    """Whatever a view may focus on: statements with their conversations, pledges, actors, ties, conditions."""
    assert isinstance(known.row_ids, Ids)
    for sql, pages in ((STATEMENTS, ("statements", *CARDS)), (PLEDGES, ("pledges",))):
        ids = known.row_ids.db.query(sql).iloc[:, 0]
        yield from (f"{page}?focus={item}&{WIDE}" for item in ids for page in pages)
    yield from (f"timeline?focus={event}&{WIDE}" for event in known.labels["event"])
    yield from (f"network?focus={actor}&{WIDE}" for actor in known.labels["actor"])
    yield from (f"network?focus=RUS>{actor}&{WIDE}" for actor in known.labels["actor"])
    yield from (f"pledges?shape=conditions&focus={one}" for one in known.labels["condition"])


def relations(known: Catalogue) -> Iterator[str]:
    """The codebook of each table of the release."""
    yield from (f"data?shape=codebook&table={name}" for name in known.labels["relation"])


def filters(known: Catalogue) -> Iterator[str]:
    """Sentences that name what is filtered by."""
    keys = {"topic": "topic", "g": "bloc", "status": "pledge_status", "basis": "basis", "cat": "event_category"}
    keys |= {"standing": "standing", "tone": "tone", "quote": "quote_form", "framework": "framework"}
    for key, vocabulary in keys.items():
        codes = list(known.labels.get(vocabulary, {}))
        yield from (
            f"{page}?{key}={code}&{WIDE}" for code in codes[:3] for page in ("statements", "pledges", "timeline")
        )


def everything(known: Catalogue) -> list[str]:
    """All of them, each once."""
    parts = (shapes, profiles, cards, relations, filters)
    return list(dict.fromkeys(address for part in parts for address in part(known)))


SOME_OF_EACH = (
    f"overview?{WIDE}",
    f"timeline?{WIDE}",
    "pledges?shape=map",
    "pledges?shape=ledger",
    f"pledges?shape=conditions&over=all&{WIDE}",
    f"pledges?shape=contributions&part=items&{WIDE}",
    f"network?{WIDE}",
    f"statements?{WIDE}",
    "country?c=FRA",
    "speaker?s=alma-varenne",
    "event?e=2025-04-10-lakeside-conference",
    "data?shape=quality",
    "quote?focus=2025-04-10-alma-varenne-twelve",
    "conversation?focus=2025-04-10-alma-varenne-twelve",
)
