"""Text as XML can hold it."""

import re

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def writable(text: str) -> str:
    """The text without controls, halves of characters and characters that are none."""
    return UNFIT.sub("", text)
