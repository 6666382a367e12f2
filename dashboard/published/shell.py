"""The head of a page of ours that shows no view and does without Streamlit: queries, decks."""

from html import escape
from pathlib import Path
from string import Template

from dashboard.published.assets import versioned

HEAD = Template((Path(__file__).parent / "shell.html").read_text(encoding="utf-8"))


def head(name: str, title: str, lead: str, own: str, theme: str = "auto") -> str:
    """From the doctype to the end of the head.

    `name` stands in the browser's tab, `title` in a preview; `own` names the page's style sheet and script.
    """
    return HEAD.substitute(
        name=escape(name),
        title=escape(title, quote=True),
        lead=escape(lead, quote=True),
        theme=theme,
        css=versioned("published.css"),
        own_css=versioned(f"{own}.css"),
        js=versioned(f"{own}.js"),
    )
