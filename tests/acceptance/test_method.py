"""The Method page on the real data."""

from pathlib import Path

from dashboard.database import Database
from dashboard.queries.datamethod import EXAMPLES, RULES


def test_each_code_has_three_examples_wherever_it_has_three_rows(real_database: Path) -> None:
    db = Database(real_database)
    shown = db.query(f"select vocabulary, code, count(*) as shown from ({EXAMPLES}) group by all")
    told = {(row["vocabulary"], row["code"]): row["shown"] for _, row in shown.iterrows()}
    rules = db.query(RULES)
    few = {(row["vocabulary"], row["code"]): min(row["rows"], 3) for _, row in rules.iterrows() if row["rows"]}
    assert told == few
    assert all(row["examples"].count(", ") == max(min(row["rows"], 3) - 1, 0) for _, row in rules.iterrows())
