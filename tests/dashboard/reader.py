"""What a reader of a page run by AppTest sees and follows: its HTML, its title, its links."""

import json
import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

from streamlit.testing.v1 import AppTest

from dashboard.components.bridge import GOING

LINK = re.compile(r'<a href="([^"]*)"([^>]*)>(.*?)</a>|<option value="([^"]*)"[^>]*>(.*?)</option>', re.DOTALL)


def blocks(at: AppTest) -> list[str]:
    """The page's pieces of HTML, but for the style block."""
    bodies = [str(getattr(block, "body", "")) for block in at.get("html")]
    return [body for body in bodies if "<style>" not in body]


def plain(html: str) -> str:
    """HTML without its tags, blanks single."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def words(at: AppTest) -> str:
    """All that the page says in HTML, without the tags."""
    return re.sub(r"<[^>]+>", " ", " ".join(blocks(at)))


def titles(at: AppTest) -> list[str]:
    """The page's headings of the first rank."""
    found = re.findall(r"<h1[^>]*>(.*?)</h1>", " ".join(blocks(at)), re.DOTALL)
    return [plain(title) for title in found] + [title.value for title in at.title]


def links(at: AppTest, within: str = "") -> dict[str, str]:
    """Words → address of the links and choices; of the part that begins with the class `within`, if given."""
    html = " ".join(blocks(at))
    part = html[html.index(f'class="{within}') :] if within else html
    return {plain(words or option): unescape(href or value) for href, _, words, value, option in LINK.findall(part)}


def follow(at: AppTest, words: str, within: str = "") -> AppTest:
    """Click the link, or make the choice, of these words; fails where there is none."""
    to = urlsplit(links(at, within)[words])
    here = at.session_state["address_written"][0]
    page = to.path.strip("./") or ("overview" if to.path else here)
    at.session_state[GOING] = [page, parse_qs(to.query)]
    return at.run()


def filters(at: AppTest) -> dict[str, list[str]]:
    """What the sidebar asks: label → the codes or texts that stand in it."""
    found = [block.proto for block in at.get("bidi_component") if block.proto.component_name == "guarantees_rail"]
    return {asked["label"]: [code for code, _ in asked["values"]] for asked in json.loads(found[0].json)["filters"]}


def choose(at: AppTest, **keys: list[str]) -> AppTest:
    """Set keys of the address, as the filters of the sidebar do in the browser."""
    page, query = at.session_state["address_written"]
    at.session_state[GOING] = [page, {**{name: texts for name, texts in query.items() if name != "at"}, **keys}]
    return at.run()
