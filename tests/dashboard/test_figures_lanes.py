from dashboard.figures.theme import LIGHT
from dashboard.figures.timeline import timeline
from tests.dashboard.lines import items, statement


def test_main_capitals_keep_their_lane_and_its_place() -> None:
    lanes = ["Moscow", "Kyiv", "Warsaw", "Berlin", "Rome"]
    crowd = [statement(f"{lane}{i}", "2030-03-04") | {"lane": lane} for lane in lanes for i in range(5)]
    busy = [row for row in crowd if row["lane"] != "Moscow"] + crowd[:1]
    quiet = [row for row in crowd if row["lane"] not in ("Warsaw", "Rome")]
    for rows, order in ((busy, ["Kyiv", "Moscow", "Berlin"]), (quiet, ["Kyiv", "Moscow", "Berlin"])):
        frame = items(*rows).assign(lane=[row["lane"] for row in rows])
        figure = timeline(frame, LIGHT, "2030-03-01", "2030-03-09", most_lanes=3)
        said = [note.text for note in figure.layout.annotations if note.text in (*lanes, "Other capitals")]
        assert said[:3] == order
