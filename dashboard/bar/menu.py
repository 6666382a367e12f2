"""A menu that opens under its word: the browser's own, with the keyboard."""

from html import escape


def menu(words: str, body: str, name: str = "") -> str:
    """`body` is HTML, shown when the word is pressed; the bridge closes it when the reader goes elsewhere."""
    marked = f"g-menu g-menu-{name or words.lower()}"
    return f'<details class="{marked}"><summary>{escape(words)}</summary><div>{body}</div></details>'
