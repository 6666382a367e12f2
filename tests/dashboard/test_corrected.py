"""A corrected cell of any table tells on every card and page of its row what it was, until when, and why."""

import io
from pathlib import Path

import pytest
from docx import Document
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.edge import middleware
from dashboard.exhibits.card import card
from dashboard.exhibits.registry import EXHIBITS
from dashboard.figures.theme import LIGHT
from dashboard.parts.sourcelist import source_list
from dashboard.queries.sources import sources
from dashboard.routes import routes
from dashboard.selection import Selection
from etl.build import build
from etl.check import check
from etl.codebook import Schema
from tests.conftest import World, compose
from tests.dashboard.reader import plain

EVENT, SAID = "2025-04-10-lakeside-conference", "2025-04-10-marta-zielak-logistics"
STANDS, OFFER = "POL-2025-12-03-ground_troops", "CAN-2025-06-18-funding"
# Of each table a row, by its key, and the column that was corrected.
CELLS = {
    "events": (EVENT, "place"),
    "statements": (SAID, "place"),
    "pledges": (STANDS, "status"),
    "speakers": ("marta-zielak", "name"),
    "offices": ("marta-zielak-1", "office"),
    "memberships": ("POL|NATO", "member_from_on"),
    "sources": ("northern-wire-2025-04-10", "title"),
    "doubts": ("CAN-funding-amount", "note"),
    "same_money": ("canada-c500m", "note"),
    "sanctions_packages": ("EU-T9", "summary"),
    "aid_totals": ("CAN|29|allocation", "total_eur_bn"),
    "aid_monthly": ("DEU|2025-08-01|29|allocation", "military_eur_bn"),
    "un_resolutions": ("A/RES/T-1/1", "title"),
    "un_votes": ("A/RES/T-1/1|POL", "vote"),
    "countries": ("POL", "capital"),
    "organisations": ("EU", "seat"),
    "tone": ("hostile", "description"),
}
OFFERED = {"shape": "contributions", "part": "items", "focus": OFFER}
POLAND = {"countries", "pledges", "statements", "memberships", "un_resolutions", "un_votes", "sources"}
PAGES = {
    "event": ({"events": (EVENT,)}, {"events", "statements", "sources"}),
    "event of a package": ({"events": ("2025-07-02-test-sanctions",)}, {"sanctions_packages"}),
    "country": ({"countries": ("POL",)}, POLAND),
    "country of an offer": ({"countries": ("CAN",)}, {"doubts", "aid_totals", "un_resolutions", "sources"}),
    "country of two": ({"countries": ("EU", "POL")}, {"organisations", *POLAND}),
    "speaker": ({"speakers": ("marta-zielak",)}, {"speakers", "offices", "statements", "sources"}),
    "data": ({"shape": "codebook", "relation": "tone"}, {"tone"}),
    "quote": ({"focus": SAID}, {"statements"}),
    "conversation": ({"focus": SAID}, {"statements"}),
}
CARDS = {
    "timeline": ({"focus": EVENT}, {"events", "sources"}),
    "timeline of a statement": ({"focus": SAID}, {"statements", "sources"}),
    "statements": ({"focus": SAID}, {"statements", "sources"}),
    "network": ({"focus": SAID}, {"statements", "sources"}),
    "pledges": ({"focus": STANDS}, {"pledges"}),
    "pledges of a pledger": ({"focus": "POL"}, {"pledges"}),
    "pledges of an offer": (OFFERED, {"doubts", "same_money"}),
    "pledges of a donor": ({"shape": "contributions", "focus": "CAN"}, {"aid_totals"}),
    "pledges of another donor": ({"shape": "contributions", "focus": "DEU"}, {"aid_monthly"}),
}


def key(schema: Schema, row: dict[str, str]) -> str:
    return "|".join(row[name] for name in schema.primary_key)


def corrected(world: World) -> None:
    """One cell of each table said something else until 1 December 2026; the reason names the table."""
    schemas, log = check(world.folder).package.schemas, []
    for table, (row_id, column) in CELLS.items():
        now = next(row[column] for row in world.rows(table) if key(schemas[table], row) == row_id)
        cell = {"table_name": table, "row_id": row_id, "column_name": column, "old_value": "", "new_value": now}
        log.append(cell | {"corrected_on": "2026-12-01", "why": f"Because of <{table}>."})
    world.put("corrections", log)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Database:
    folder: Path = tmp_path_factory.mktemp("corrected")
    world = compose(folder / "data")
    corrected(world)
    return Database(build(check(world.folder), folder / "corrected.duckdb"))


def told(words: str) -> set[str]:
    """The tables whose corrections are told."""
    return {table for table in CELLS if f"was empty until 1 December 2026, because of <{table}>. It is " in words}


def test_every_table_is_tried(tiny_data: World) -> None:
    schemas = check(tiny_data.folder).package.schemas
    facts = {name for name, schema in schemas.items() if not schema.path.startswith("vocabularies/")}
    assert facts - {"corrections", "additions"} <= set(CELLS)
    everywhere = {table for _, tables in [*PAGES.values(), *CARDS.values()] for table in tables}
    assert everywhere == set(CELLS)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_tells_what_was_corrected_in_what_it_shows(db: Database, known: Catalogue, page: str) -> None:
    fields, tables = PAGES[page]
    selection = Selection(page.split()[0], **fields)  # type: ignore[arg-type]
    found = EXHIBITS[selection.page](db, selection, known)
    assert told(" ".join([plain(found.body_html(LIGHT)), *found.notes])) == tables


@pytest.mark.parametrize("page", CARDS)
def test_a_card_tells_what_was_corrected_in_its_row(db: Database, known: Catalogue, page: str) -> None:
    fields, tables = CARDS[page]
    selection = Selection(page.split()[0], **fields)  # type: ignore[arg-type]
    opened = card(db, selection, known, EXHIBITS[selection.page](db, selection, known).table)
    assert opened
    assert told(plain(opened(LIGHT))) == tables


def test_the_list_of_sources_tells_it_beside_the_source(db: Database) -> None:
    assert told(plain(source_list(sources(db, ["northern-wire-2025-04-10"]).rows))) == {"sources"}
    assert told(plain(source_list(sources(db, ["northern-wire-2025-04-11"]).rows))) == set()


def test_whose_cell_it_is_is_said_and_leads_there_where_the_page_is_about_another(
    db: Database, known: Catalogue
) -> None:
    html = EXHIBITS["event"](db, Selection("event", events=(EVENT,)), known).body_html(LIGHT)
    section = html.partition('id="corrected"')[2].partition("</section>")[0]
    own, _, other = section.partition("</li>")
    assert "g-about" not in own
    assert f'statements?focus={SAID}"' in other
    assert "Marta Zielak: Zielak ruled out Polish soldiers" in plain(other)


def test_as_of_a_day_before_its_row_nothing_is_told_of_a_cell(db: Database, known: Catalogue) -> None:
    selection = Selection("country", countries=("POL",), asof=known.covered_from)
    assert told(plain(EXHIBITS["country"](db, selection, known).body_html(LIGHT))) == {"countries", "memberships"}


@pytest.mark.usefixtures("without_chrome")
@pytest.mark.parametrize(
    ("query", "tables"), [("country.docx?c=POL", POLAND), (f"event.docx?e={EVENT}", {"events", "statements"})]
)
def test_a_brief_tells_it_too(db: Database, query: str, tables: set[str]) -> None:
    with TestClient(Starlette(routes=routes(db), middleware=middleware())) as client:
        lines = Document(io.BytesIO(client.get(f"/brief/{query}").content)).paragraphs
    assert told(" ".join(line.text for line in lines)) == tables - {"sources"}
