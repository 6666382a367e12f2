"""Pictures taken by a real browser of the real app on the invented world: size, memory, the way back, ten at once."""

import os
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from io import BytesIO
from pathlib import Path
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

import pytest
from PIL import Image

from dashboard.pictures.chrome import SETTING
from dashboard.pictures.memory import Remembered, remembered
from dashboard.pictures.shot import NotTaken, Shot
from dashboard.pictures.studio import Studio
from tests.e2e.browser import find
from tests.e2e.visits import served

QUOTED, PLAIN = "2025-04-10-alma-varenne-twelve", "2025-03-20-alma-varenne-not-excluded"
SIZES = ("1920x1080", "960x1080", "1080x1080")
VIEWS = (
    "pledges?asof=2025-04-11",
    "pledges?shape=ledger",
    "pledges?shape=compare",
    "timeline?from=2025-03-01",
    "network?from=2025-03-01",
    "network?shape=matrix&from=2025-03-01",
    "country?c=FRA",
    "statements?q=soldiers",
    f"quote?focus={QUOTED}",
    f"conversation?focus={QUOTED}",
)


@pytest.fixture(scope="module")
def server(tiny_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    log = tmp_path_factory.mktemp("pictures") / "output.txt"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, str(find()))
        with served(tiny_database, log) as url:
            yield url
    assert "Traceback" not in log.read_text(), log.read_text()


@pytest.fixture(scope="module")
def studio() -> Iterator[Studio]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, str(find()))
        made = Studio()
        yield made
        made.close()


def asked(server: str, view: str, form: str = "png", **looks: str) -> str:
    page, _, query = view.partition("?")
    return f"{server}/picture/{page}.{form}?{'&'.join(filter(None, (query, urlencode(looks))))}"


def got(address: str) -> bytes:
    with urlopen(address, timeout=60) as answer:
        return bytes(answer.read())


def memory(png: bytes) -> Remembered:
    found = remembered(png)
    assert found
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_a_picture_of_the_size_asked_for(server: str, view: str, size: str) -> None:
    png = got(asked(server, view, size=size))
    image = Image.open(BytesIO(png))
    assert "x".join(map(str, image.size)) == size
    assert len(image.convert("RGB").getcolors(1_000_000) or ()) > 20
    page, _, query = view.partition("?")
    assert memory(png).page == page
    assert (
        dict(pair.split("=") for pair in query.split("&")).items()
        <= {name: values[-1] for name, values in memory(png).query.items()}.items()
    )


def test_a_picture_is_light_or_dark_and_with_or_without_a_title(server: str) -> None:
    view, corner = VIEWS[0], (3, 3)
    looks: dict[str, dict[str, str]] = {
        "light": {},
        "dark": {"theme": "dark"},
        "bare": {"title": "0"},
        "short": {"proof": "compact"},
    }
    images = {
        name: Image.open(BytesIO(got(asked(server, view, **look)))).convert("RGB") for name, look in looks.items()
    }
    assert images["light"].getpixel(corner) == (253, 252, 250)
    assert images["dark"].getpixel(corner) == (20, 21, 23)
    assert len({image.tobytes() for image in images.values()}) == 4


def test_a_picture_leads_back_to_its_view(server: str) -> None:
    png = got(asked(server, "pledges?asof=2025-04-11&c=FRA"))
    with urlopen(Request(f"{server}/picture/open", data=png, method="POST"), timeout=20) as answer:
        assert b'"has_changed":false' in (told := answer.read())
    assert memory(png).address.encode() in told
    assert memory(png).release in memory(png).address
    assert b"as of 11 April 2025" in told


def test_ten_at_once_hold_up_nobody(server: str) -> None:
    days = [f"pledges?asof=2025-{month:02}-12" for month in range(3, 13)]
    got(asked(server, "pledges?asof=2026-01-01"))
    waits = list[float]()
    with ThreadPoolExecutor(10) as readers:
        pictures = [readers.submit(got, asked(server, day)) for day in days]
        while wait(pictures, timeout=0.2).not_done:
            begun = time.monotonic()
            got(f"{server}/api/pledges.csv?asof=2025-04-11")
            waits.append(time.monotonic() - begun)
    assert len({one.result() for one in pictures}) == 10
    assert sorted(waits)[len(waits) // 2] < 0.5


def test_ten_who_ask_for_the_same_get_the_same(server: str) -> None:
    address = asked(server, "network?from=2025-02-01", theme="dark")
    with ThreadPoolExecutor(10) as readers:
        assert len(set(readers.map(got, [address] * 10))) == 1


def test_a_browser_that_dies_is_followed_by_another(studio: Studio, server: str) -> None:
    shot = Shot(f"/view/quote?focus={QUOTED}&size=960x1080&theme=light", 960, 1080)
    host = urlsplit(server).netloc
    first = studio.picture(shot, host).result(30)
    assert studio._browser
    os.killpg(studio._browser.subprocess.pid, 9)
    assert Image.open(BytesIO(studio.picture(shot, host).result(30))).size == Image.open(BytesIO(first)).size


def test_the_browser_reaches_nothing_but_this_machine(studio: Studio, server: str) -> None:
    port = urlsplit(server).port
    for host in (f"localhost:{port}", f"127.0.0.2:{port}", "10.0.0.1", "[::1]", "example.org"):
        with pytest.raises(NotTaken, match="did not open"):
            studio.picture(Shot("/healthz", 400, 300), host).result(30)


def test_a_page_that_is_refused_is_no_picture(studio: Studio, server: str) -> None:
    with pytest.raises(NotTaken, match="answered 404"):
        studio.picture(Shot("/view/nothing", 400, 300), urlsplit(server).netloc).result(30)


def test_a_page_that_is_never_ready_ends_in_time(server: str) -> None:
    hasty = Studio(patience=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, str(find()))
        hasty.warm().result(30)
        with pytest.raises(NotTaken, match="longer than 1 second"):
            hasty.picture(Shot("/healthz", 400, 300), urlsplit(server).netloc).result(30)
    hasty.close()


def test_a_browser_that_nobody_asks_goes_and_comes_again(server: str) -> None:
    made = Studio(idle=0.1)
    shot, host = Shot(f"/view/quote?focus={QUOTED}", 600, 400), urlsplit(server).netloc
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, str(find()))
        made.warm().result(30)
        assert made._browser
        made._browser.subprocess.wait(30)
        assert made.picture(shot, host).result(30).startswith(b"\x89PNG")
    made.close()


def test_many_at_once_are_told_to_come_again(server: str) -> None:
    full = Studio(most_waiting=0)
    with pytest.raises(NotTaken, match="Try again"):
        full.picture(Shot("/healthz", 400, 300), urlsplit(server).netloc).result(30)
    full.close()


def living(group: int) -> list[str]:
    """The processes of a group that still run; ended ones may wait for their parent to notice."""
    told = subprocess.run(["ps", "-eo", "pgid=,stat="], capture_output=True, text=True, check=True).stdout
    pairs = [line.split() for line in told.splitlines()]
    return [state for found, state in pairs if int(found) == group and not state.startswith("Z")]


def test_a_closed_studio_leaves_no_process_behind() -> None:
    made = Studio()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, str(find()))
        made.warm().result(30)
    assert made._browser
    group = made._browser.subprocess.pid
    assert living(group)
    made.close()
    assert not living(group)
