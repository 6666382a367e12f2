"""Names of countries and organisations within a sentence."""

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


def the(name: str) -> str:
    """``the United States``, ``France``: the article where English wants one within a sentence."""
    return f"the {name}" if name in _WITH_ARTICLE else name
