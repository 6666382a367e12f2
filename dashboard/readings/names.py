"""Names as a reader meets them: countries and organisations within a sentence, pages relied on."""

import re

_WITH_ARTICLE = frozenset(
    {
        "Council of Europe",
        "Dominican Republic",
        "EU",
        "G7",
        "Holy See",
        "IAEA",
        "ICC",
        "Maldives",
        "Netherlands",
        "OSCE",
        "Philippines",
        "UN",
        "United Arab Emirates",
        "United Kingdom",
        "United States",
    }
)
_FILE = re.compile(r", files? (?:under )?[\w./-]+(?=\]?$)")


def the(name: str) -> str:
    """``the United States``, ``France``: the article where English wants one within a sentence."""
    return f"the {name}" if name in _WITH_ARTICLE else name


def page_title(title: str) -> str:
    """What a page relied on is called; the name of a file in a repository is left to its address."""
    return _FILE.sub("", title)
