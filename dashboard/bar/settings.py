"""The shapes of a view and the settings of the shape shown, in one row; before them the words looked for."""

from collections.abc import Mapping
from html import escape

from dashboard.bar.links import changed, link
from dashboard.catalogue import Catalogue
from dashboard.choices import LABELS, choices
from dashboard.filters import ABOVE, key_of
from dashboard.selection import Selection
from dashboard.uses import Filter, filters_of, settings_of

CHOSEN = 'aria-current="true"'


def settings(selection: Selection, catalogue: Catalogue, shapes: Mapping[str, str]) -> str:
    """The whole row; empty where there is nothing to choose."""
    parts = [shape_choice(selection, catalogue, shapes)] if len(shapes) > 1 else []
    parts += [search(asked, selection) for asked in filters_of(selection) if asked in ABOVE]
    parts += [setting(name, selection, catalogue) for name in settings_of(selection)]
    return f'<div class="g-settings">{"".join(parts)}</div>' if parts else ""


def shape_choice(selection: Selection, catalogue: Catalogue, shapes: Mapping[str, str]) -> str:
    """The shapes of the view, side by side."""
    shown = selection.shape_shown()
    return row(
        "Shape",
        "shape",
        "".join(
            link(changed(selection, catalogue, shape=shape), words, CHOSEN if shape == shown else "")
            for shape, words in shapes.items()
        ),
    )


def setting(name: str, selection: Selection, catalogue: Catalogue) -> str:
    """One setting: two words side by side; more in a list that says what it sets."""
    words, chosen = choices(selection.page, name), selection.option(name)
    leads = {code: changed(selection, catalogue, **{name: code}) for code in words}
    if len(words) == 2:
        links = "".join(link(leads[code], words[code], CHOSEN if code == chosen else "") for code in words)
        return row(LABELS[name], name, links)
    options = "".join(
        f'<option value="{escape(leads[code], quote=True)}"{" selected" if code == chosen else ""}>'
        f"{escape(words[code])}</option>"
        for code in words
    )
    return (
        f'<label class="g-setting g-set-{name}"><span>{LABELS[name]}</span><select data-go>{options}</select></label>'
    )


def row(label: str, name: str, links: str) -> str:
    """A few links as one control."""
    return f'<div class="g-segments g-set-{name}" role="group" aria-label="{escape(label, quote=True)}">{links}</div>'


def search(asked: Filter, selection: Selection) -> str:
    """The field for the words looked for, where the reader begins."""
    given = escape(selection.text or "", quote=True)
    return (
        f'<label class="g-search"><span class="g-unseen">{asked.label}</span><input type="search" maxlength="100" '
        f'data-key="{key_of(asked)}" value="{given}" placeholder="{escape(asked.placeholder, quote=True)}"></label>'
    )
