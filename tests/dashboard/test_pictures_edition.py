"""The name of the app that draws pictures: another one where anything that draws has changed."""

from pathlib import Path

from dashboard.pictures.edition import APP, edition, named


def test_another_app_has_another_edition(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    drawing, told = tmp_path / "figures" / "map.py", tmp_path / "notes.md"
    for path in (drawing, told):
        path.write_text("red", encoding="utf-8")
    first = named(tmp_path)
    told.write_text("blue", encoding="utf-8")
    assert named(tmp_path) == first
    drawing.write_text("blue", encoding="utf-8")
    assert named(tmp_path) != first
    assert edition() == named(APP)
