"""A canvas's measures, the links of a page, and the file that needs no server."""

import pytest

from dashboard.published import offline
from dashboard.published.canvas import LEAST_TYPE, SIZES, Canvas, canvas_of
from dashboard.published.links import Place, alternates, preview, snippet
from dashboard.published.room import key_lines, lines
from dashboard.published.still import still
from dashboard.routes.slides import SLIDE

LINK = {"asof": ["2026-03-13"], "c": ["FRA", "DEU"]}
HERE, THERE = "http://127.0.0.1:8501/", "https://guarantees.example/"


@pytest.mark.parametrize("size", [*SIZES, "1280x720", "3840x2160", "1200x630", "540x540", "540x3840", "960x540"])
def test_a_canvas_fills_its_size_and_its_least_type_is_read_from_afar(size: str) -> None:
    canvas = canvas_of({"size": size})
    assert canvas is not None
    assert round(canvas.across * canvas.unit) == canvas.width
    assert round(canvas.down * canvas.unit) == canvas.height
    on_1080 = LEAST_TYPE * canvas.unit * 1080 / canvas.height
    assert on_1080 >= 20 or canvas.across == pytest.approx(500, abs=1)


def test_type_on_a_slide_with_a_title_is_as_large_as_on_one_without() -> None:
    canvas = canvas_of(SLIDE)
    assert canvas is not None
    assert canvas.width == 1920
    assert LEAST_TYPE * canvas.unit >= 20
    assert round(canvas.down * canvas.unit) == canvas.height


def test_without_a_size_there_is_no_canvas() -> None:
    assert canvas_of({"proof": "compact"}) is None


@pytest.mark.parametrize(
    "query",
    [
        {"size": "0x0"},
        {"size": "320x320"},
        {"size": "3840x500"},
        {"size": "9999x100"},
        {"size": "a"},
        {"size": "1920x1080", "proof": "x"},
    ],
)
def test_what_cannot_be_is_said(query: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"size|proof"):
        canvas_of(query)


def test_a_list_stands_beside_a_wide_chart_and_below_a_narrow_one() -> None:
    wide, tall = Canvas(1920, 1080), Canvas(960, 1080)
    assert (wide.form, tall.form) == ("wide", "tall")
    assert wide.chart_width(True) < wide.chart_width(False)
    assert tall.chart_width(True) == tall.chart_width(False)


def test_lines_are_counted_as_they_will_fall() -> None:
    assert lines("one", 12, 200) == 1
    assert lines("a word " * 20, 12, 200) > 3
    assert key_lines("", 500, 12) == 0
    assert key_lines("<li>signed</li>" * 20, 500, 12) > 2


def test_a_preview_has_absolute_addresses_and_no_markup() -> None:
    told = preview(Place("pledges", LINK, THERE), '<b>"x"', "words", "reading")
    assert 'content="https://guarantees.example/picture/pledges.png?asof=2026-03-13&amp;c=FRA&amp;c=DEU' in told
    assert "<b>" not in told
    assert '"x"' not in told
    assert "../api/pledges.csv?asof=" in alternates(Place("pledges", LINK, THERE))


def test_a_view_is_embedded_where_its_server_can_be_reached() -> None:
    assert snippet(Place("pledges", LINK, HERE), "Title", 500) == ""
    told = snippet(Place("pledges", LINK, THERE), 'A "title"', 500)
    assert told.startswith('<iframe src="https://guarantees.example/view/pledges?asof=2026-03-13&amp;c=FRA')
    assert "&amp;embed=1" in told
    assert "A &quot;title&quot;" in told


def test_links_of_a_file_lead_into_the_app_or_nowhere() -> None:
    body = '<body><a href="?focus=FRA">x</a><a class="k" href="country?c=FRA">y</a><a href="#z">z</a>'
    html = f'<head></head>{body}</body><script type="application/json"><a href="?kept"></script>'
    led = offline.led(html, "https://guarantees.example", "pledges")
    assert 'href="https://guarantees.example/pledges?focus=FRA"' in led
    assert 'href="https://guarantees.example/country?c=FRA"' in led
    assert 'href="#z"' in led
    assert 'href="?kept"' in led
    alone = offline.led(html, "", "pledges")
    assert '<a>x</a><a class="k">y</a>' in alone


def test_nothing_ends_a_script_early() -> None:
    assert offline.script("a='</script><!--'").count("</script>") == 1
    assert "<!--" not in offline.script("a='<!--'")


def test_a_file_holds_its_typeface_and_asks_for_nothing() -> None:
    head = offline.head(has_chart=True, has_map=True)
    assert "world_50m" in head
    assert "data:font/woff2;base64," in head
    assert 'src="http' not in head
    assert "default-src 'none'" in head
    assert "world_50m" not in offline.head(has_chart=False, has_map=False)


def test_words_on_a_canvas_only_tell() -> None:
    hint = "Set: countries (France). Take it off. Widen the dates: the data covers 1 May 2025 to 2 May 2025."
    assert still(hint) == "Set: countries (France). The data covers 1 May 2025 to 2 May 2025."
    assert still("Set: words (“x”). Take one off.") == "Set: words (“x”)."
    assert still("2 doubts stand. Each number below opens its rows.") == "2 doubts stand."
    assert still("On 13 March 2026, 2 states had signed.") == "On 13 March 2026, 2 states had signed."
