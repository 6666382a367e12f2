"""What the vocabularies promise: the scale of status, whose word counts, the classes of acts."""

import duckdb
import pytest


def test_status_is_a_scale_from_signed_to_declined(tiny: duckdb.DuckDBPyConnection) -> None:
    ranks = tiny.execute("select code, rank from pledge_status where rank is not null order by rank desc").fetchall()
    assert ranks == [
        ("signed", 6),
        ("pledged", 5),
        ("conditional", 4),
        ("open", 3),
        ("undecided", 2),
        ("declined", 1),
    ]
    unranked = tiny.execute("select code from pledge_status where rank is null order by code").fetchall()
    assert unranked == [("delivered",), ("withdrawn",)]


def test_bases_count_in_this_order_and_the_others_never(tiny: duckdb.DuckDBPyConnection) -> None:
    bases = tiny.execute("select code, is_counting from basis order by rank").fetchall()
    counting = [code for code, is_counting in bases if is_counting]
    assert counting == [
        "government_decision",
        "parliament",
        "head_of_government",
        "head_of_state",
        "minister",
        "joint_statement",
    ]
    assert [code for code, _ in bases[: len(counting)]] == counting
    others = {code for code, is_counting in bases if not is_counting}
    assert others == {"military", "official", "unnamed_officials", "personal_view", "third_party"}


@pytest.mark.parametrize(
    ("quad_class", "first", "last"),
    [
        ("verbal_cooperation", 1, 5),
        ("material_cooperation", 6, 8),
        ("verbal_conflict", 9, 13),
        ("material_conflict", 14, 20),
    ],
)
def test_quad_classes_are_ranges_of_cameo_roots(
    tiny: duckdb.DuckDBPyConnection, quad_class: str, first: int, last: int
) -> None:
    found = tiny.execute(
        "select code from cameo where quad_class = $name order by code", {"name": quad_class}
    ).fetchall()
    assert [code for (code,) in found] == [f"{root:02}" for root in range(first, last + 1)]


def test_tones_from_supportive_to_hostile(tiny: duckdb.DuckDBPyConnection) -> None:
    tones = tiny.execute("select code, sign from tone order by rank").fetchall()
    assert tones == [("supportive", 1), ("neutral", 0), ("critical", -1), ("hostile", -1)]


def test_positions_and_contributions_are_different_kinds(tiny: duckdb.DuckDBPyConnection) -> None:
    kinds = tiny.execute("select code from pledge_kind where not is_position order by code").fetchall()
    assert [code for (code,) in kinds] == sorted(
        ["weapons", "ammunition", "air_defence", "funding", "reconstruction", "humanitarian", "sanctions"]
        + ["security_agreement", "accession", "use_permission"]
    )


def test_alternatives_share_a_group(tiny: duckdb.DuckDBPyConnection) -> None:
    grouped = tiny.execute(
        "select code, alternative_group from condition where alternative_group is not null"
    ).fetchall()
    assert {group for _, group in grouped} == {"end_of_fighting"}
    assert {code for code, _ in grouped} == {"ceasefire", "peace_agreement", "ceasefire_or_peace"}
