"""References in four styles, by what each of them wants."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from starlette.testclient import TestClient

from dashboard.citing.address import checked, full, root
from dashboard.citing.apa import reference
from dashboard.citing.bibtex import bibtex
from dashboard.citing.csl import item
from dashboard.citing.dataset import AUTHOR, OPEN, TITLE
from dashboard.citing.names import Name, person
from dashboard.citing.ris import ris
from dashboard.citing.work import Work

DAY = dt.date(2026, 11, 26)
DATA = Path(__file__).resolve().parent.parent.parent / "data"
TRANSLATED = "2025-04-11-viktor-zorin-targets"
PLEDGE_ROWS = {"kind": "ground_troops", "asof": "2025-04-11"}
FIELDS = {"id", "type", "author", "title", "genre", "issued", "container-title", "version", "publisher", "abstract"}
FIELDS |= {"language", "URL", "accessed", "container-author"}


def work(**told: Any) -> Work:
    known: dict[str, Any] = {"key": "k", "kind": "page", "authors": (Name("House"),), "title": "T", "description": ""}
    return Work(**{**known, "issued": dt.date(2025, 9, 4), **told})


def cited(client: TestClient, page: str = "pledges", **asked: str) -> str:
    answer = client.get(f"/api/{page}.cite", params={"accessed": DAY.isoformat(), **asked})
    assert answer.status_code == 200, answer.text
    return str(answer.text)


def entries(text: str) -> list[dict[str, str]]:
    """The fields of BibTeX entries, by a reader that counts braces."""
    found = []
    for block in re.split(r"^@misc", text, flags=re.MULTILINE)[1:]:
        assert balanced(block), block
        key = re.match(r"\{([A-Za-z0-9-]+),\n", block)
        assert key
        fields = dict(re.findall(r"^  (\w+) = (.*?),?$", block, flags=re.MULTILINE))
        found.append({"key": key[1], **fields})
    return found


def balanced(text: str) -> bool:
    depth = 0
    for letter in re.sub(r"\\[\\{}]", "", text):
        depth += {"{": 1, "}": -1}.get(letter, 0)
        if depth < 0:
            return False
    return depth == 0


def test_the_data_are_called_and_authored_as_the_package_says() -> None:
    package = yaml.safe_load((DATA / "datapackage.yaml").read_text(encoding="utf-8"))
    assert package["title"] == TITLE
    assert [one["title"] for one in package["contributors"] if one["role"] == "author"] == [AUTHOR]
    assert package["licenses"] == [{"name": OPEN.name, "title": OPEN.title, "path": OPEN.url}]


def test_a_view_in_apa(client: TestClient) -> None:
    release = client.get("/readyz").json()["release"]
    assert cited(client, asof="2025-04-11") == (
        "The Guarantees project. (2026). Who would send troops to Ukraine after the fighting: Positions on ground"
        " troops, after the fighting, as of 11 April 2025 [Map]. In Guarantees: who promised, refused and said what"
        f" about security guarantees for Ukraine (Version {release}) [Data set]. Retrieved November 26, 2026, from"
        f" http://testserver/pledges?from=2024-12-01&until=2026-03-13&asof=2025-04-11&release={release}\n"
    )


def test_a_statement_is_its_speakers_translated_and_with_its_sources(client: TestClient) -> None:
    first, *pages = cited(client, "statements", focus=TRANSLATED).splitlines()
    made = "In The Guarantees project, Guarantees: "
    assert first.startswith(
        "Zorin, V. (2025, April 11). [Statement on foreign troops, as President (Russia), translated from Russian]."
        f" {made}"
    )
    assert len(pages) == 2
    assert all("http" in page for page in pages)


def test_a_pledge_is_its_pledgers(client: TestClient) -> None:
    row = client.get("/api/pledges.json", params=PLEDGE_ROWS).json()["records"][0]
    first = cited(client, **PLEDGE_ROWS, focus=row["pledge_id"]).splitlines()[0]
    assert first.startswith(f"{row['pledger']}. (")
    assert "[Position on ground troops: " in first


def test_figures_of_others_are_cited_with_them(client: TestClient) -> None:
    lines = cited(client, shape="contributions").splitlines()
    assert len(lines) > 1


@pytest.mark.parametrize("style", ["apa", "bibtex", "ris", "csl"])
def test_retrieval_is_the_servers_day_unless_the_request_gives_one(client: TestClient, style: str) -> None:
    given = client.get("/api/pledges.cite", params={"style": style, "accessed": "2026-02-03"}).text
    assert re.search(r"February 3, 2026|2026-02-03|2026/02/03|2026,\s+2,\s+3", given)
    today = dt.datetime.now(dt.UTC).date()
    assert str(today.year) in client.get("/api/pledges.cite", params={"style": style}).text


def test_bibtex_of_a_row(client: TestClient) -> None:
    first, *pages = entries(cited(client, "statements", style="bibtex", focus=TRANSLATED))
    assert first["author"] == "{Zorin, Viktor}"
    assert first["title"] == "{{[Statement on foreign troops, as President (Russia), translated from Russian]}}"
    assert (first["year"], first["month"], first["day"]) == ("{2025}", "apr", "{11}")
    assert first["urldate"] == "{2026-11-26}"
    assert len(pages) == 2


def test_bibtex_escapes_what_tex_would_take_for_its_own() -> None:
    awkward = r"50% of $1 & {more} #1_a~b^c \d"
    text = bibtex([work(title=awkward, url="https://x.example/a_b?c={d}&e=%20", key="é ü/1")])
    (entry,) = entries(text)
    assert entry["key"] == "e-u-1"
    assert entry["title"] == (
        r"{{50\% of \$1 \& \{more\} \#1\_a\textasciitilde{}b\textasciicircum{}c \textbackslash{}d}}"
    )
    assert entry["url"] == "{https://x.example/a_b?c=%7Bd%7D&e=%20}"
    assert entry["author"] == "{{House}}"


def test_ris_of_a_row(client: TestClient) -> None:
    text = client.get("/api/statements.cite", params={"style": "ris", "focus": TRANSLATED}).content.decode()
    lines = text.split("\r\n")
    assert lines[0] == "TY  - GEN"
    assert lines.count("ER  - ") == 3
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines[:-1])
    assert "AU  - Zorin, Viktor" in lines
    assert "DA  - 2025/04/11" in lines


def test_csl_of_a_row(client: TestClient) -> None:
    told = json.loads(cited(client, "statements", style="csl", focus=TRANSLATED))
    assert set().union(*told) <= FIELDS
    assert told[0]["author"] == [{"family": "Zorin", "given": "Viktor"}]
    assert told[0]["issued"] == {"date-parts": [[2025, 4, 11]]}
    assert told[0]["accessed"] == {"date-parts": [[2026, 11, 26]]}
    assert {one["type"] for one in told[1:]} == {"webpage"}


def test_what_has_no_date_says_so_as_its_style_does() -> None:
    undated = work(issued=None, url="https://x.example/")
    assert reference(undated) == "House. (n.d.). T. https://x.example/"
    assert "issued" not in item(undated)
    assert "note = {n.d.}" in bibtex([undated])
    assert "N1  - n.d." in ris([undated])


def test_a_day_that_is_worked_out_is_about_right() -> None:
    about = work(precision="about")
    assert "(ca. 2025, September 4)" in reference(about)
    assert item(about)["issued"]["circa"] is True


def test_a_work_without_a_title_is_described_in_its_place() -> None:
    assert reference(work(title="", description="Web page")) == "House. (2025, September 4). [Web page]."
    assert "House. House" not in reference(work(publisher="House"))


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Emmanuel Macron", "Macron, E."),
        ("Jean-Noël Barrot", "Barrot, J.-N."),
        ("JD Vance", "Vance, J. D."),
        ("Ursula von der Leyen", "von der Leyen, U."),
        ("Xi Jinping", "Xi, J."),
        ("Luiz Inácio Lula da Silva", "Lula da Silva, L. I."),
        ("Maria Malmer Stenergard", "Malmer Stenergard, M."),
        ("Pope Leo XIV", "Pope Leo XIV"),
        ("Mohammed bin Salman", "Mohammed bin Salman"),
    ],
)
def test_names_as_lists_order_them(name: str, listed: str) -> None:
    found = person(name)
    assert (f"{found.family}, {found.initials}" if found.given else found.family) == listed


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://guarantees.example", "https://guarantees.example"),
        (" http://host.example:8080/place/ ", "http://host.example:8080/place"),
        ("ftp://host.example", None),
        ("guarantees.example", None),
        ("https://", None),
        ("https://host.example:99999", None),
        ("https://host.example/?a=1", None),
        ("https://me:pass@host.example", None),
        ("https://host.example/<script>", None),
        ("https://ho st.example", None),
        ("javascript:alert(1)", None),
        ("", None),
    ],
)
def test_a_public_address_is_one_of_a_host(text: str, address: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert checked(text) == address
    monkeypatch.setenv("GUARANTEES_URL", text)
    assert root() == (address or "")


@pytest.mark.parametrize(
    "own", ["http://127.0.0.1:8501/", "http://localhost:8501/", "http://[::1]/", "http://0.0.0.0/"]
)
def test_an_address_that_leads_nowhere_is_none(own: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GUARANTEES_URL", raising=False)
    assert full("/pledges", own) == ""
    assert full("/pledges", "http://host.example/") == "http://host.example/pledges"
    monkeypatch.setenv("GUARANTEES_URL", "https://guarantees.example")
    assert full("/pledges", own) == "https://guarantees.example/pledges"


def test_on_this_machine_alone_a_reference_names_no_address(client: TestClient) -> None:
    text = client.get("/api/pledges.cite", headers={"Host": "127.0.0.1:8501"}).text
    assert "http" not in text
    assert re.search(r"Retrieved \w+ \d+, \d{4}\.\n$", text)


def test_the_head_of_a_view_speaks_to_zotero_and_breaks_out_of_nothing(tiny_database: Path) -> None:
    from dashboard.citing.meta import meta
    from dashboard.database import Database
    from dashboard.exhibits.statements import statements
    from dashboard.queries.catalogue import catalogue
    from dashboard.selection import Selection

    db = Database(tiny_database)
    known = catalogue(db)
    selection = Selection("statements", text='</script><b>"x"')
    html = meta(statements(db, selection, known), db.release(), selection.to_link(known), "http://host.example/")
    assert 'name="citation_author" content="The Guarantees project,"' in html
    assert 'name="citation_publication_date" content="2026/11/25"' in html
    assert 'name="DC.type" content="dataset"' in html
    assert 'name="DC.rights" content="Creative Commons Attribution 4.0 International"' in html
    assert html.count("</script>") == 1
    assert "<b>" not in html
    linked = json.loads(html.split('<script type="application/ld+json">')[1].split("</script>")[0])
    assert linked["@type"] == "Dataset"
    assert linked["url"].startswith("http://host.example/statements?")
