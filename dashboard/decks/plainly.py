"""Text as it may stand in a slide or a document: plain, one line, nothing in it that XML can't hold."""

import re

# Controls, halves of characters, characters that are none, and those that turn the direction of what stands around.
CONTROLS, TURNING = "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f", "\u202a-\u202e\u2066-\u2069"
NONE = "\ud800-\udfff\ufdd0-\ufdef" + "".join(f"{chr(end - 1)}{chr(end)}" for end in range(0xFFFF, 0x110000, 0x10000))
UNFIT = re.compile(f"[{CONTROLS}{TURNING}{NONE}]")


def plain(words: object) -> str:
    """The words without what can't be written, blanks single; empty for None."""
    found = "" if words is None else str(words)
    return " ".join(UNFIT.sub(lambda one: " " if one[0].isspace() else "", found).split())


def shortened(words: object, most: int) -> str:
    """Plain words, at most so many characters: cut at a blank where there is one near, with an ellipsis."""
    found = plain(words)
    if len(found) <= most:
        return found
    cut = found[: most - 1]
    at_blank = cut.rpartition(" ")[0]
    return f"{at_blank if len(at_blank) > most * 0.7 else cut}…"
