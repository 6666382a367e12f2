import pandas as pd

from dashboard.readings.overview import later_changes, reading_density
from dashboard.readings.pledges import reading_positions
from tests.dashboard.positions import position, positions


def test_the_map_reads_as_two_sentences() -> None:
    frame = positions(
        position("FRA", "signed"),
        position("LUX", "conditional"),
        position("MNE", "conditional", is_aged=True),
        position("DEU", "conditional", counted_as="outside_ukraine"),
        position("CYP", "declined", counted_as="not_binding"),
        position("POL", "declined"),
        position("EU", "undecided"),
    )
    assert reading_positions(frame, "2026-02-28") == (
        "On 28 February 2026, 1 state had signed a declaration of intent, 2 would send troops on conditions and "
        "1 declined; Germany offers troops outside Ukraine; the EU, as one pledger, was undecided. "
        "One more state is on record only by voices that don’t bind; "
        "one of the 4 counted had not been repeated for 180 days."
    )


def test_open_is_never_told_as_would_send() -> None:
    words = reading_positions(positions(position("CAN", "open"), position("AUS", "open")), "2026-02-28")
    assert words == "On 28 February 2026, 2 states would consider it."


def test_other_kinds_take_part() -> None:
    frame = positions(position("FRA", "pledged", kind="training"))
    assert reading_positions(frame, "2026-02-28", "training") == "On 28 February 2026, 1 state would take part."


def test_only_voices_that_do_not_bind() -> None:
    words = reading_positions(positions(position("CYP", counted_as="not_binding")), "2026-02-28")
    assert words == (
        "On 28 February 2026, no state had a position that counts. "
        "One state is on record only by voices that don’t bind."
    )


def test_an_organisation_whose_voice_does_not_bind_is_named_beside_the_states_as_the_ledger_counts_it() -> None:
    unbound = [position(one, counted_as="not_binding") for one in ("CYP", "MNE", "EU")]
    words = reading_positions(positions(position("FRA", "open"), *unbound), "2026-02-28")
    assert words.endswith("Two more states and the EU are on record only by voices that don’t bind.")
    alone = reading_positions(positions(position("EU", counted_as="not_binding")), "2026-02-28")
    assert alone.endswith(" The EU is on record only by voices that don’t bind.")


def test_an_empty_map_says_so() -> None:
    words = reading_positions(positions(), "2026-02-28")
    assert words == "On 28 February 2026 no state had a position on record that fits this selection."


def test_the_front_page_says_what_came_later() -> None:
    assert later_changes(0, "2026-03-13") == "No change is on record after 13 March 2026."
    assert later_changes(1, "2026-03-13") == "One position moved or came on record after 13 March 2026."
    assert later_changes(12, "2026-03-13") == "12 positions moved or came on record after 13 March 2026."


def test_where_more_came_later_than_the_page_lists_the_link_says_so() -> None:
    assert later_changes(10, "2026-03-13", 10).endswith("after 13 March 2026.")
    assert later_changes(11, "2026-03-13", 10).endswith("after 13 March 2026: see the last 10.")


def test_density_says_what_counts_measure() -> None:
    months = pd.DataFrame(
        {
            "month_starts_on": pd.to_datetime(["2024-01-01", "2024-02-01"]),
            "events": [1, 2],
            "statements": [3, 4],
            "pledges": [0, 5],
            "is_dense": [False, True],
        }
    )
    words = reading_density(months, "2024-02-01", "2024-03-13")
    assert words.startswith(
        "The collection holds 3 events, 7 statements and 5 pledges; it is dense from 1 February 2024 to 13 March 2024."
    )
    assert words.endswith("Counts of statements measure this collection, not diplomacy.")


def test_the_eu_alone_is_named() -> None:
    words = reading_positions(positions(position("EU", "pledged", kind="training")), "2026-02-28", "training")
    assert words == (
        "On 28 February 2026, no state had a position that counts; the EU, as one pledger, would take part."
    )
