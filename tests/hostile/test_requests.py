"""Any address and any body get an answer below 500 that tells nothing of the server: no path, no stack, no secret."""

import re
import sys
from pathlib import Path
from urllib.parse import quote, quote_from_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.address import KEYS, PUBLISHED
from dashboard.edge import static_file
from dashboard.endings.registry import ENDINGS
from tests.hostile import texts
from tests.hostile.asking import Answer, Server
from tests.hostile.corpus import CORPUS
from tests.hostile.depth import tries

ROOT = Path(__file__).resolve().parent.parent.parent
# What an answer never holds: a stack, an object's address, or where something lies on the server.
TELLING = re.compile(
    "|".join(
        (
            r"Traceback \(most recent",
            r'File "[^"]+", line \d+',
            r"0x[0-9a-f]{8,}",
            r"\b[A-Z]\w+(Error|Exception)\b",
            r"site-packages",
            re.escape(str(ROOT)),
            re.escape(sys.prefix),
            r"/tmp/pytest",
            r"root:x:0",
            r"int_max_str_digits|invalid literal|could not convert|not enough values|codec can.t",
        )
    )
)
# Numbers that Python reads otherwise than a reader, or not at all.
NUMBERS = (
    *("9" * 4400, "-" + "9" * 4400, "0" * 4400 + "800", "1" * 1000, "1e999", "-1e999", "nan", "inf", "1e3", "8e2"),
    *("١٢٣", "८००", "８００", "²", "1_000", "+800", " 800 ", "800.0", "0x320", "9" * 20, "-1", "800\n"),
)
NUMBERED = ("/api/pledges/days", "/api/network/days", "/view/pledges.json", "/api/pledges.plotly.json")
NUMERIC = ("at", "size", "least", "steps", "pace", "kiel", "from", "asof", "accessed", "title", "embed")
CODE = re.compile(r"<script.*?</script>", re.DOTALL)  # a saved page holds Plotly, which knows its own errors
PAGES = tuple(PUBLISHED)
PLACES = (
    *(f"/{page}" for page in PAGES),
    *(f"/view/{page}" for page in PAGES),
    *(f"/view/{page}.json" for page in PAGES),
    *(f"/present/{page}" for page in PAGES),
    *(f"/part/{what}/{page}" for what in ("why", "sources") for page in PAGES),
    *(f"/api/{page}.{name}" for page in PAGES for name in ENDINGS),
    *(f"/picture/{page}.txt" for page in PAGES),
    *("/api/pledges/days", "/api/network/days", "/deck", "/sql", "/api", "/api/openapi.json"),
    *("/brief/country.docx", "/brief/event.docx", "/country/x", "/release/x", "/part/options/x/y", "/healthz"),
    *("/view/pledges.html", "/deck.pptx", "/picture/ready", "/picture/open", "/api/sql", "/plotly/x"),
)
NAMES = [*(key.name for key in KEYS), "size", "proof", "title", "theme", "width", "style", "accessed", "embed", "view"]
NAMES += ["add", "present", "embed_options", "ill"]
CLIMBS = (
    "../../../../etc/passwd",
    "..%2f..%2f..%2fetc%2fpasswd",
    "%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    "%252e%252e%252f%252e%252e%252fetc%252fpasswd",
    "..%5c..%5cetc%5cpasswd",
    "..\\..\\etc\\passwd",
    "....//....//etc/passwd",
    "..;/..;/etc/passwd",
    "%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd",
    "..%00/etc/passwd",
    "app.py%00.js",
    "/etc/passwd",
    "//etc/passwd",
    "file:///etc/passwd",
    "%uff0e%uff0e/etc/passwd",
    "．．/．．/etc/passwd",
    "~root/.bashrc",
    "C:%5cwindows%5cwin.ini",
    "v1/../../app.py",
    "v1/..%2f..%2fapp.py",
    "./../frame.py",
    "v1//published.css/../../../edge.py",
)
FOLDERS = (
    *("static", "app/static", "app/static/v1", "media", "component", "plotly", "release", "api", "view", "picture"),
    *("present", "part", "brief", "deck", "country", "sql", "_stcore", "quote", ""),
)


@pytest.fixture(scope="module")
def server(tiny_database: Path) -> Server:
    return Server(tiny_database)


def assert_calm(answer: Answer) -> None:
    assert 200 <= answer.status < 500, (answer.status, answer.text[:300])
    told = CODE.sub("", answer.text)
    assert not TELLING.search(told), TELLING.search(told)
    assert "content-security-policy" in answer.headers


def encoded(text: str) -> str:
    return quote(text, safe="", errors="surrogateescape")


raw_values = st.one_of(
    texts.raw.map(encoded),
    st.binary(max_size=30).map(quote_from_bytes),
    st.sampled_from(("%", "%zz", "%u0041", "%00", "%ED%A0%80", "%F4%90%80%80", "+", "", "%0d%0aSet-Cookie:%20ill=1")),
    st.sampled_from(("2025-04-11", "0000-00-00", "9999-12-31", "1e9", "-1", "0", "10" * 30, "FRA", "RUS>UKR")),
    st.sampled_from(("٣", "NaN", "0x10", "1_0", " 1", "FRA@2025-01-01..2025-02-30", "A" * 9000, *map(quote, NUMBERS))),
)
names = st.one_of(st.sampled_from(NAMES), texts.raw.map(encoded))
pairs = st.builds(
    lambda name, value, mark: f"{name}{mark}{value}", names, raw_values, st.sampled_from(("=", "=", "=", ""))
)
queries = st.one_of(
    st.lists(pairs, max_size=5).map("&".join),
    st.builds(lambda pair, times: "&".join([pair] * times), pairs, st.sampled_from((2, 70, 400))),
)


@tries(250)
@given(place=st.sampled_from(PLACES), query=queries)
def test_any_query_is_answered(server: Server, place: str, query: str) -> None:
    assert_calm(server.ask(f"{place}?{quote(query, safe='%=&+;?/:@')}"))


@pytest.mark.parametrize("name", [key.name for key in KEYS])
def test_the_corpus_in_each_key_is_answered(server: Server, name: str) -> None:
    for at, text in enumerate(CORPUS[len(name) % 20 :: 20]):
        place = ("/view/pledges", "/api/statements.json", "/statements", "/part/why/timeline")[at % 4]
        assert_calm(server.ask(f"{place}?{name}={encoded(text)}"))


@pytest.mark.parametrize("place", NUMBERED)
def test_a_width_that_is_none_is_told_in_our_words(server: Server, place: str) -> None:
    assert server.ask(f"{place}?width=800").status == 200
    for number in NUMBERS:
        answer = server.ask(f"{place}?width={encoded(number)}")
        assert_calm(answer)
        assert answer.status == 400, number


@pytest.mark.parametrize("name", NUMERIC)
def test_a_number_that_is_none_is_no_error(server: Server, name: str) -> None:
    for at, number in enumerate(NUMBERS[len(name) % 2 :: 2]):
        place = ("/view/network", "/api/statements.csv", "/present/pledges", "/api/pledges.cite")[at % 4]
        assert_calm(server.ask(f"{place}?{name}={encoded(number)}"))


def test_a_length_that_is_no_number_is_no_error(server: Server) -> None:
    for number in NUMBERS:
        headers = [(b"content-length", number.encode())]
        assert_calm(server.ask("/picture/open", "POST", headers, b"x"))
        assert_calm(server.ask("/api/sql", "POST", headers, b"x"))


@tries(100)
@given(parts=st.lists(st.one_of(raw_values, st.sampled_from(FOLDERS)), min_size=1, max_size=4))
def test_any_path_is_answered(server: Server, parts: list[str]) -> None:
    assert_calm(server.ask("/" + "/".join(quote(part, safe="%;@:") for part in parts)))


@pytest.mark.parametrize("name", ["a" * 300, "%E0%A0%80" * 100, "a/" * 3000, "%00", "%ED%A0%80"])
@pytest.mark.parametrize("folder", FOLDERS)
def test_a_name_that_no_file_can_have_is_none(server: Server, folder: str, name: str) -> None:
    answer = server.ask(f"/{folder}/{name}")
    assert_calm(answer)
    assert answer.status in (400, 404), folder


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_path_climbs_out_of_its_folder(server: Server, folder: str) -> None:
    for climb in CLIMBS:
        answer = server.ask(f"/{folder}/{quote(climb, safe='%/;:~')}")
        assert_calm(answer)
        assert "import " not in answer.text, climb
        assert answer.status != 200, (folder, climb)
        assert static_file(f"/{folder}/{climb}") is None


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_other_methods_are_refused(server: Server, method: str) -> None:
    for place in PLACES:
        answer = server.ask(place, method, body=b"x")
        assert_calm(answer)
        assert answer.status in (400, 404, 405, 415, 422), (method, place)


@tries(60)
@given(body=st.one_of(st.binary(max_size=200), texts.raw.map(lambda text: text.encode("utf-8", "surrogateescape"))))
def test_any_body_is_answered(server: Server, body: bytes) -> None:
    for kind in (b"application/json", b"text/plain"):
        assert_calm(server.ask("/api/sql", "POST", [(b"content-type", kind)], body))


@pytest.mark.parametrize("name", ["Host", "Accept", "If-None-Match", "Accept-Encoding", "Range", "Origin", "Cookie"])
@tries(20)
@given(
    value=st.one_of(st.binary(max_size=60), st.sampled_from((b"bytes=0-0,-1,9-", b"gzip;q=x", b"[::1", b"a@b:99999")))
)
def test_any_header_is_answered(server: Server, name: str, value: bytes) -> None:
    for place in ("/view/quote", "/api/data.csv", "/app/static/v1/published.css", "/deck"):
        assert_calm(server.ask(place, headers=[(name.encode(), value)]))
