"""Names of days above a drawing stand at their days, in order, and no line to a name crosses another name."""

import pytest

from dashboard.figures.headplaces import head_places

WIDE = 120.0


@pytest.mark.parametrize(
    "days",
    [(178, 258, 303, 330), (20, 30, 200), (0, 10, 20, 30), (5, 150, 160, 365), (300,), (100, 100)],
)
def test_names_touch_neither_each_other_nor_the_line_to_another(days: tuple[float, ...]) -> None:
    places = head_places([(at, WIDE) for at in days], 370)
    assert [place.at for place in places] == list(days)
    for place in places:
        assert place.at == (place.end if place.is_left else place.start)
        assert -14 <= place.start < place.end <= 382
        for other in places:
            if other is not place and other.level == place.level:
                assert other.end <= place.start or place.end <= other.start
            if other.level < place.level:
                assert not other.start < place.at < other.end


def test_where_all_lack_room_none_begins_before_the_sheet() -> None:
    places = head_places([(70, 121.0), (97, 121.0), (212, 115.0), (300, 115.0)], 340)
    assert len({place.level for place in places}) == 4
    assert min(place.start for place in places) >= -14


def test_names_with_room_share_one_line() -> None:
    assert {place.level for place in head_places([(10, WIDE), (140, WIDE), (395, WIDE)], 400)} == {0}


def test_no_names_no_places() -> None:
    assert head_places([], 370) == []
