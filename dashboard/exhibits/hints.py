"""What to loosen when nothing is left, by name."""

from dashboard.catalogue import Catalogue
from dashboard.readings.prose import listed, long_date
from dashboard.selection import Selection

NOUNS = {
    "countries": ("countries and organisations", "place"),
    "blocs": ("groups", "bloc"),
    "speakers": ("speakers", "speaker"),
    "events": ("events", "event"),
    "topics": ("topics", "topic"),
    "statuses": ("position", "pledge_status"),
    "conditions": ("conditions", "condition"),
    "frameworks": ("framework", "framework"),
    "bases": ("whose word", "basis"),
    "offers": ("kinds", "contribution_kind"),
    "categories": ("kinds of event", "event_category"),
    "tones": ("tone", "tone"),
    "standings": ("standing of sources", "standing"),
    "quoted": ("form of the quote", "quote_form"),
}
MOST = 3


def set_filters(selection: Selection, catalogue: Catalogue) -> str:
    """The filters that leave rows out, with what they are set to; empty where none is set."""
    said = []
    for name in selection.narrowed_by():
        noun, vocabulary = NOUNS.get(name, ("words", ""))
        chosen = getattr(selection, name)
        values = [f"“{chosen}”"] if name == "text" else catalogue.names(vocabulary, chosen)
        said.append(f"{noun} ({listed(values, MOST)})")
    return listed(said)


def position_hint(selection: Selection, catalogue: Catalogue, subject: str, first_on: object) -> str:
    """For positions: take off which filter, or from which day on there are any."""
    starts = f"Records on {subject} start on {long_date(first_on)}." if long_date(first_on) else ""
    chosen = set_filters(selection, catalogue)
    if chosen:
        return f"Set: {chosen}. {take_off(selection)} {starts}".strip()
    return starts or "There is no record of this kind."


def window_hint(selection: Selection, catalogue: Catalogue) -> str:
    """For a window of days: take off which filter, or how far the data goes."""
    covered = f"{long_date(catalogue.covered_from)} to {long_date(catalogue.covered_until)}"
    is_all = selection.window(catalogue) == (catalogue.covered_from, catalogue.covered_until)
    widen = f"The data covers {covered}." if is_all else f"Widen the dates: the data covers {covered}."
    chosen = set_filters(selection, catalogue)
    return f"Set: {chosen}. {take_off(selection)} {widen}" if chosen else widen


def take_off(selection: Selection) -> str:
    """What to do about the filters set: one is taken off as a whole, of several any."""
    return "Take it off." if len(selection.narrowed_by()) == 1 else "Take one off."
