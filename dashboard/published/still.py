"""Words for a canvas, on which nothing is clicked: without what they ask the reader to do."""

import re

ASKED = re.compile(
    r"\s*(?:Take (?:it|one) off|Each number below opens its rows|Choose one in the filter, or follow a (title|name))\."
)
WIDEN = "Widen the dates: the data"


def still(words: str) -> str:
    """A reading or a hint that only tells."""
    return ASKED.sub("", words).replace(WIDEN, "The data").strip()
