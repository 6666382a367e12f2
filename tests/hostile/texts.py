"""Texts that nobody thought of: markup, formulas, SQL, signs of every script, put together at random."""

import unicodedata

from hypothesis import strategies as st

from tests.hostile.corpus import CORPUS

TAGS = ("x-ill", "script", "img ill", "svg ill", "a ill", "b ill", "style ill", "!--", "/x-ill", "/script", "/title")
WITHIN = ("", " ", "/", " ill=1", " onload=ill()", ' style="x', " href='javascript:ill()", "\t", "\u00a0")
ENDS = (">", "/>", "", " >", "-->", "&gt;", "\uff1e")
STARTS = ("=", "+", "-", "@", "'=", "\uff1d", ";=", "|", "%")
BREAKS = ('"', "'", "`", "&", "&#x3c;", "\\", "\\u003c", "]]>", "*/", "${", "{{", "%{", "%s", "$$", "--", "/*", ";")

legal = st.characters(codec="utf-8", exclude_categories=("Cc", "Cf"), include_characters="\t\x7f\x80\x85\x9f")
tags = st.builds(lambda tag, within, end: f"<{tag}{within}{end}", *map(st.sampled_from, (TAGS, WITHIN, ENDS)))
pieces = st.one_of(st.text(legal, max_size=12), tags, *map(st.sampled_from, (CORPUS, STARTS, BREAKS)))
long = st.builds(lambda sign, times: sign * times, legal, st.sampled_from((100, 1000)))


def is_legal(text: str) -> bool:
    """Whether the tables may hold a text: something, no blanks at its ends, nothing invisible."""
    return bool(text) and text == text.strip() and not any(unicodedata.category(sign) == "Cf" for sign in text)


cells = st.one_of(st.lists(pieces, min_size=1, max_size=6).map("".join), long).map(str.strip).filter(is_legal)
# What a file may hold that the tables don't take: controls, line ends, turning marks, halves of characters, any byte.
raw = st.one_of(
    cells,
    st.text(st.characters(codec="utf-8"), max_size=40),
    st.binary(max_size=30).map(lambda some: some.decode("utf-8", errors="surrogateescape")),
    st.text(st.sampled_from('"\r\n\0,;\ufeff\u202e\u200b\x1b \t'), max_size=12),
)
