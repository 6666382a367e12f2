"""A conversation as a thread: unfolded around the focus, with the ways up and down."""

import re
from datetime import date
from typing import Any

import pytest

from dashboard.figures.theme import theme
from dashboard.parts.thread import steps, thread_of, unanswered

LIGHT = theme("light")
# root ─ a ─ a1, a2 ─ deep ; root ─ b0 … b9
TOLD = [("root", 0), ("a", 1), ("a1", 2), ("a2", 2), ("deep", 3), *((f"b{number}", 1) for number in range(10))]
ANSWERS = {"a": "root", "a1": "a", "a2": "a", "deep": "a2", **{f"b{number}": "root" for number in range(10)}}


def row(name: str, depth: int) -> dict[str, Any]:
    told = {"statement_id": name, "depth": depth, "reply_to_id": ANSWERS.get(name), "summary": f"{name} was said."}
    when = {"said_on": date(2030, 3, 4), "date_precision": "on"}
    return {**told, **when, "speaker": name.upper(), "speaker_id": f"s-{name}"}


ROWS = [row(*one) for one in TOLD]


def link(kind: str, one: str) -> str:
    return f"{kind}/{one}"


def unfolded(html: str) -> set[str]:
    """The statements that stand outside what is folded."""
    while "<details>" in html:
        html = re.sub(r"<details>(?:(?!<details>).)*?</details>", "", html, flags=re.DOTALL)
    return set(re.findall(r'href="statement/([^"]+)"', html))


@pytest.mark.parametrize(
    ("focus", "near", "others"),
    [
        ("a2", {"root", "a", "a2", "deep"}, ["1 other answer", "10 other answers"]),
        ("deep", {"root", "a", "a2", "deep"}, ["1 other answer", "10 other answers"]),
        ("b3", {"root", "b3"}, ["13 other answers"]),
        ("root", {name for name, _ in TOLD}, []),
        (None, {name for name, _ in TOLD}, []),
        ("nobody", {name for name, _ in TOLD}, []),
    ],
)
def test_a_long_thread_unfolds_the_branch_of_the_focus(focus: str | None, near: set[str], others: list[str]) -> None:
    html = thread_of(ROWS, LIGHT, link, focus)
    assert unfolded(html) == near
    assert set(re.findall(r'href="statement/([^"]+)"', html)) == {name for name, _ in TOLD}
    assert re.findall(r"<summary>([^<]+)", html) == others
    assert html.count('aria-current="true"') == (focus in near if focus else 0)
    assert html.count("<ul>") == html.count("</ul>")
    assert html.count("<li>") == html.count("</li>")


def test_a_short_thread_is_all_unfolded() -> None:
    assert unfolded(thread_of(ROWS[:5], LIGHT, link, "a1")) == {"root", "a", "a1", "a2", "deep"}


def test_a_thread_without_its_opening_statement_still_shows_it_all() -> None:
    assert unfolded(thread_of(ROWS[1:5], LIGHT, link, "a1")) == {"a", "a1", "a2", "deep"}


@pytest.mark.parametrize(
    ("focus", "ways"),
    [
        ("root", ["↓ First of 11 answers: A, 4 Mar 2030"]),
        ("a", ["↑ Answers ROOT, 4 Mar 2030", "↓ First of 2 answers: A1, 4 Mar 2030"]),
        ("a2", ["↑ Opening statement ROOT, 4 Mar 2030", "↑ Answers A, 4 Mar 2030", "↓ Answered by DEEP, 4 Mar 2030"]),
        ("b1", ["↑ Answers ROOT, 4 Mar 2030"]),
    ],
)
def test_ways_lead_up_and_down(focus: str, ways: list[str]) -> None:
    told = re.findall(r"<a [^>]*>(.*?)</a>", steps(ROWS, focus, link))
    assert [re.sub(r"<[^>]+>", "", one) for one in told] == ways


def test_what_is_no_recorded_answer_says_its_rule() -> None:
    html = unanswered(ROWS[:2], "Also said", "The <rule>", "<p>rest</p>", LIGHT, link)
    assert "The &lt;rule&gt;" in html
    assert unfolded(html) == {"root", "a"}
    assert unanswered([], "Also said", "rule", "", LIGHT, link) == ""
