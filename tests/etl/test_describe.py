"""The codebook page tells all that a reader needs, and nothing that would change with every row."""

from etl.check import read_all
from etl.describe import describe
from tests.conftest import World


def page(world: World) -> str:
    read = read_all(world.folder)
    return describe(read.package, read.tables)


def test_every_column_and_code_is_there(tiny_data: World) -> None:
    read, text = read_all(tiny_data.folder), page(tiny_data)
    for schema in read.package.schemas.values():
        assert f"### {schema.name}\n" in text
        assert schema.description in text
    for schema in read.package.schemas.values():
        if schema.path.startswith("vocabularies/"):
            assert all(f"| `{row[0]}` | {row[1]} |" in text for row in read.tables[schema.name].rows)
        else:
            assert all(f"| `{field.name}` | {field.type} |" in text for field in schema.fields)


def test_a_new_row_does_not_change_it_but_a_new_code_does(tiny_data: World) -> None:
    before = page(tiny_data)
    tiny_data.put("speakers", [{"speaker_id": "new", "name": "New"}])
    assert page(tiny_data) == before
    tiny_data.put("topic", [{"code": "golf", "label": "Golf", "description": "Rounds played."}])
    assert "| `golf` | Golf | Rounds played. |" in page(tiny_data)


def test_terms_that_differ_are_said_at_the_table(tiny_data: World) -> None:
    section = page(tiny_data).split("### aid_totals\n")[1].split("\n### ")[0]
    assert "Kiel Institute" in section


def test_a_bar_in_a_cell_does_not_break_the_grid(tiny_data: World) -> None:
    tiny_data.put("topic", [{"code": "golf", "label": "Golf", "description": "Rounds | played."}])
    assert "Rounds \\| played." in page(tiny_data)
