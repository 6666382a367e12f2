"""What a reader does with a page's filters: set another day, pick and drop an option. One page, one list of acts."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Locator, Page

from dashboard.catalogue import Catalogue
from dashboard.selection import Selection
from dashboard.uses import Filter, filters_of

SIDEBAR = "[data-testid=stSidebar]"
FAMILIAR = ("FRA", "DEU", "GBR", "POL", "USA", "RUS", "UKR", "ITA")
WEEK = dt.timedelta(7)
STARTS = {"country": "c=FRA", "speaker": "s={speaker}", "event": "e={event}"}


@dataclass(frozen=True)
class Act:
    """A change of one filter: `prepare` what a reader does before (open a list, type), `do` the act that counts."""

    prepare: Callable[[Page], None]
    do: Callable[[Page], None]


def address(page: str, shape: str, catalogue: Catalogue) -> str:
    """Where a reader starts on a page in a shape; profiles with somebody to show."""
    first = {name: next(iter(catalogue.labels.get(name, {})), "") for name in ("speaker", "event")}
    start = STARTS.get(page, "").format(**first)
    path = "" if page == "overview" else page
    return f"/{path}?" + "&".join(part for part in (f"shape={shape}", start) if part)


def acts(page: str, shape: str, catalogue: Catalogue) -> Iterator[Act]:
    """For ever: another day (which nobody has asked for yet), an option more, that option dropped again."""
    asked = filters_of(Selection(page, shape=shape))
    days = [one for one in asked if one.asks == "day"][:1]
    lists = [one for one in asked if one.asks == "many" and catalogue.labels.get(one.vocabulary)][:1]
    options = {one.field: names(one, catalogue)[1 if page in STARTS else 0 :] for one in lists}
    turn = 0
    while days or lists:
        for chosen in days:
            yield another_day(chosen.label)
        for chosen in lists:
            yield picked(chosen.label, options[chosen.field][turn % len(options[chosen.field])])
            yield dropped(chosen.label)
        turn += 1


def names(asked: Filter, catalogue: Catalogue) -> list[str]:
    """Words of a list to pick from: those of familiar places, or the first ones; a profile starts with the first."""
    labels = catalogue.labels[asked.vocabulary]
    chosen = [labels[code] for code in FAMILIAR if code in labels]
    return chosen or list(labels.values())[:8]


def another_day(label: str) -> Act:
    """A week earlier; the date is taken over with Enter."""

    def prepare(page: Page) -> None:
        field = page.locator(SIDEBAR).get_by_label(label, exact=True)
        field.fill((dt.date.fromisoformat(field.input_value()) - WEEK).isoformat())

    return Act(prepare, lambda page: page.keyboard.press("Enter"))


def picked(label: str, words: str) -> Act:
    """The list opened, the words typed, then a click on the option."""

    def prepare(page: Page) -> None:
        asked(page, label).click()
        asked(page, label).fill(words)
        option(page, words).hover()

    return Act(prepare, lambda page: option(page, words).click())


def dropped(label: str) -> Act:
    """The last chosen option taken off by the backspace key."""
    return Act(lambda page: asked(page, label).click(), lambda page: asked(page, label).press("Backspace"))


def asked(page: Page, label: str) -> Locator:
    """The field of a list in the sidebar."""
    return page.locator(SIDEBAR).get_by_role("combobox", name=label, exact=True)


def option(page: Page, words: str) -> Locator:
    """An option of the list that is open."""
    return page.locator(SIDEBAR).get_by_role("listbox").get_by_role("option", name=words, exact=True)
