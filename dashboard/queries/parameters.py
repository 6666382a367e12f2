"""Filters as SQL parameters: an unset filter is NULL, so that no SQL is ever put together from strings."""

import unicodedata
from collections.abc import Sequence


def chosen(codes: Sequence[str]) -> list[str] | None:
    """The codes as a list; NULL where nothing is chosen."""
    return list(codes) or None


def word(text: str | None) -> str | None:
    """Text as it is searched for: lower case, accents ignored; NULL where nothing is asked."""
    if not text:
        return None
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()
