from typing import Any

from dashboard.readings.network import CAVEAT, reading_network
from tests.dashboard.lines import edges, tie

WINDOW = ("2030-03-01", "2030-03-14")


def read(*rows: Any, **options: Any) -> str:
    return reading_network(edges(*rows), *WINDOW, **options)


def test_strongest_hostile_and_mixed_ties_are_told_and_what_counts_mean() -> None:
    words = read(
        tie("AAA", "BBB", "hostile", hostile=9, critical=3),
        tie("BBB", "AAA", "hostile", hostile=4),
        tie("CCC", "AAA", "mixed", supportive=2, critical=2),
    )
    assert words == (
        "From 1 March 2030 to 14 March 2030, 3 ties between 3 countries and organisations rest on 20 mentions; "
        "the strongest are Arvonia on Belmark (12, hostile), Belmark on Arvonia (4, hostile) "
        "and Corland on Arvonia (4, mixed). "
        "The most hostile pair is Arvonia and Belmark, with 13 hostile of 16 mentions; "
        f"mixed in tone is Corland on Arvonia. {CAVEAT}"
    )


def test_fewer_than_three_statements_are_never_ranked() -> None:
    words = read(tie("AAA", "BBB", "hostile", hostile=2), tie("BBB", "CCC", "mixed", supportive=1, hostile=1))
    assert "none on three statements or more" in words
    assert "hostile pair" not in words
    assert "mixed" not in words


def test_a_tie_of_first_places_names_no_most_hostile_pair() -> None:
    words = read(tie("AAA", "BBB", "hostile", hostile=4), tie("CCC", "DDD", "hostile", hostile=4))
    assert "most hostile" not in words


def test_focus_reads_only_what_it_takes_part_in() -> None:
    rows = [tie("AAA", "BBB"), tie("CCC", "DDD"), tie("DDD", "CCC")]
    assert "1 tie between 2 countries and organisations rests on 3 mentions" in read(*rows, focus="AAA")
    assert "3 ties" in read(*rows, focus="ZZZ")


def test_an_empty_window_says_so() -> None:
    assert read() == "From 1 March 2030 to 14 March 2030, no statement about another fits this selection."


def test_one_tie_is_read_both_ways() -> None:
    rows = [tie("AAA", "BBB", "hostile", hostile=2, critical=1), tie("BBB", "AAA", neutral=1)]
    assert read(*rows, focus="AAA>BBB") == (
        "From 1 March 2030 to 14 March 2030, Arvonia spoke of Belmark in 3 statements (1 critical and 2 hostile). "
        f"Belmark spoke of Arvonia in 1 statement (1 neutral). {CAVEAT}"
    )
    assert "Belmark did not speak of Arvonia in" not in read(*rows, focus="AAA>BBB")
    assert "Belmark did not speak of Arvonia." in read(rows[0], focus="AAA>BBB")


def test_persons_are_counted_as_such() -> None:
    assert "2 countries, organisations and persons" in read(tie("AAA", "bo-kell"))
