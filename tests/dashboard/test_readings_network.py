from typing import Any

import pandas as pd

from dashboard.readings.actors import reading_actors
from dashboard.readings.network import Shown, reading_network
from tests.dashboard.lines import NAMES, edges, tie

WINDOW = ("2030-03-01", "2030-03-14")


def read(*rows: Any, **options: Any) -> str:
    return reading_network(edges(*rows), *WINDOW, **options)


def test_strongest_hostile_and_mixed_ties_are_told() -> None:
    words = read(
        tie("AAA", "BBB", "hostile", hostile=9, critical=3),
        tie("BBB", "AAA", "hostile", hostile=4),
        tie("CCC", "AAA", "mixed", supportive=2, critical=2),
    )
    assert words == (
        "From 1 March 2030 to 14 March 2030, 3 ties between 3 countries and organisations rest on 20 mentions; "
        "the strongest are Arvonia on Belmark (12, hostile), Belmark on Arvonia (4, hostile) "
        "and Corland on Arvonia (4, mixed). "
        "Of the ties of three statements or more, Belmark on Arvonia (4 of 4) has the largest share of hostile "
        "statements, and Arvonia on Belmark has most of them (9 of 12); mixed in tone is Corland on Arvonia."
    )


def test_fewer_than_three_statements_are_never_ranked() -> None:
    words = read(tie("AAA", "BBB", "hostile", hostile=2), tie("BBB", "CCC", "mixed", supportive=1, hostile=1))
    assert "none on three statements or more" in words
    assert "hostile" not in words
    assert "mixed" not in words


def test_ties_of_equal_share_are_all_named_and_those_of_two_statements_are_not() -> None:
    words = read(
        tie("AAA", "BBB", "hostile", hostile=4),
        tie("CCC", "DDD", "hostile", hostile=3),
        tie("DDD", "AAA", "hostile", hostile=2),
    )
    assert (
        "Of the ties of three statements or more, Arvonia on Belmark (4 of 4) and Corland on Dornia (3 of 3) have the "
        "largest share of hostile statements." in words
    )


def test_a_larger_share_goes_before_more_statements() -> None:
    words = read(tie("AAA", "BBB", "mixed", hostile=2, supportive=2), tie("CCC", "DDD", "mixed", hostile=4, critical=4))
    assert "Corland on Dornia (4 of 8) and Arvonia on Belmark (2 of 4) have the largest share" in words
    words = read(
        tie("AAA", "BBB", "hostile", hostile=2, supportive=1), tie("CCC", "DDD", "mixed", hostile=4, critical=4)
    )
    assert "Arvonia on Belmark (2 of 3) has the largest share" in words
    assert "and Corland on Dornia has most of them (4 of 8)" in words


def test_without_hostile_statements_the_most_critical_is_told() -> None:
    words = read(tie("AAA", "BBB", "critical", critical=3, neutral=1), tie("CCC", "DDD", "neutral", neutral=9))
    assert "Arvonia on Belmark (3 of 4) has the largest share of critical statements." in words


def test_a_path_is_told_tie_by_tie() -> None:
    rows = [tie("AAA", "BBB", "hostile", hostile=1), tie("BBB", "ORG", "critical", critical=4)]
    shown = Shown("AAA", "ORG", NAMES, ("AAA>BBB", "BBB>ORG"))
    assert read(*rows, shown=shown) == (
        "From 1 March 2030 to 14 March 2030, the shortest path from Arvonia to Union has 2 ties: "
        "Arvonia on Belmark (1 statement, hostile) and Belmark on Union (4 statements, critical)."
    )


def test_no_path_is_said_and_how_both_are_joined_all_the_same() -> None:
    around = Shown("AAA", "CCC", NAMES, (), ("AAA>BBB", "CCC>BBB"))
    assert read(tie("AAA", "BBB"), shown=around).startswith(
        "No path leads from Arvonia to Corland in the direction of speech; whoever speaks, they are joined by "
        "Arvonia on Belmark and Corland on Belmark. From"
    )
    nothing = read(tie("AAA", "BBB"), shown=Shown("AAA", "CCC", NAMES))
    assert nothing.startswith("No path leads from Arvonia to Corland in the direction of speech. From")


def test_a_path_without_an_actor_in_focus_says_what_it_needs() -> None:
    needed = "A path to Corland starts from an actor: put one in focus. From"
    for focus in ("", "AAA>BBB", "nobody>BBB"):
        assert read(tie("AAA", "BBB"), tie("BBB", "AAA"), shown=Shown(focus, "CCC", NAMES)).startswith(needed)
    one = read(tie("AAA", "BBB"), shown=Shown("AAA>BBB", "CCC", NAMES))
    assert one.startswith(f"{needed} 1 March 2030 to 14 March 2030, Arvonia spoke of Belmark")
    assert read(shown=Shown("", "CCC", NAMES)).startswith(needed)
    assert "starts from" not in read(tie("AAA", "BBB"), shown=Shown("AAA>BBB", "", NAMES))


def test_an_empty_window_says_so() -> None:
    assert read() == "From 1 March 2030 to 14 March 2030, no statement about another fits this selection."


def test_one_tie_is_read_both_ways() -> None:
    rows = [tie("AAA", "BBB", "hostile", hostile=2, critical=1), tie("BBB", "AAA", neutral=1)]
    told = read(rows[0], shown=Shown("AAA>BBB"), everything=edges(*rows))
    assert told == (
        "From 1 March 2030 to 14 March 2030, Arvonia spoke of Belmark in 3 statements (1 critical and 2 hostile). "
        "Belmark spoke of Arvonia in 1 statement (1 neutral)."
    )
    assert "Belmark did not speak of Arvonia." in read(rows[0], shown=Shown("AAA>BBB"))


def test_persons_are_counted_as_such() -> None:
    assert "2 countries, organisations and persons" in read(tie("AAA", "bo-kell"))
    assert "1 tie between 2 persons rests on" in read(tie("ada-example", "bo-kell"))


def test_actors_are_read_by_what_they_say_hear_and_join() -> None:
    rows = {
        "actor": ["Arvonia", "Belmark", "Corland"],
        "out_statements": [5, 1, 0],
        "in_statements": [0, 5, 1],
        "betweenness": [0.0, 0.5, 0.0],
        "community": [1, 1, 2],
    }
    assert reading_actors(pd.DataFrame(rows), *WINDOW) == (
        "From 1 March 2030 to 14 March 2030, of 3 actors Arvonia (5), Belmark (1) and Corland (0) spoke most of "
        "others, Belmark (5), Corland (1) and Arvonia (0) were spoken of most. Between others stands most Belmark "
        "(0.50); the ties form 1 community of two actors or more."
    )
