"""The few colours of a deck's own words: those of our pages in the light."""

from pptx.dml.color import RGBColor

NAMED = ("1B1C1E", "5A5954", "FDFCFA", "ECEAE4")
INK, MUTED, PAPER, SHADE = (RGBColor.from_string(one) for one in NAMED)  # type: ignore[no-untyped-call]
