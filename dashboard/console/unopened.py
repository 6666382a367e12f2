"""Why a statement that doesn't read isn't answered, by how it begins; and what to write instead."""

import re

ONE = "One statement that reads is answered here: select …, from …, describe …"
SAVED = "“Download CSV” above an answer saves its rows."
FIRST = re.compile(r"(?:\s|--[^\n]*(?:\n|$)|/\*.*?\*/)*(.*)", re.DOTALL)
SAYINGS = (
    ("explain", "How a query would be carried out isn't told here.", "Run the query itself: its time stands above."),
    (
        r"(?:force\s+)?install|load|update\s+extensions",
        "Extensions can't be installed or loaded here.",
        "What DuckDB can do without them is open.",
    ),
    (
        r"(?:force\s+)?checkpoint|vacuum|analyze",
        "There is nothing to write back or to tidy up: the release is read-only.",
        ONE,
    ),
    ("use", "There is one database here, the release, and it is in use.", "Its tables need no name before theirs."),
    ("set|reset", "Settings can't be changed here.", "Write a value itself where it is needed."),
    ("pragma", "Settings and the server can't be asked for here.", "show tables; describe pledges"),
    ("call", "A function isn't called here but read from.", "Write: from positions_on(date '2025-09-04')"),
    (
        "begin|start|commit|rollback|abort|end",
        "Each query stands alone here: there are no transactions.",
        ONE,
    ),
    (
        "prepare|execute|deallocate",
        "No statement is kept from one query to the next.",
        "Write it whole, with the values in their places.",
    ),
    ("attach|detach|connect", "Other databases can't be opened here.", "The release is open: from pledges"),
    ("copy|export|import", "Files can't be read or written here.", SAVED),
    (
        "create",
        "Nothing can be created here: the release is read-only.",
        "with name as (select …) names a query within a statement.",
    ),
)


def unopened(sql: str, kind: str = "") -> tuple[str, str]:
    """What is wrong with a statement that isn't one that reads, and a hint; `kind` is what DuckDB calls it."""
    found = FIRST.match(sql)
    text = found.group(1) if found else sql
    for begins, error, hint in SAYINGS:
        if re.match(rf"(?:{begins})\b", text, re.IGNORECASE):
            return error, hint
    word = re.match(r"[a-z]+", text, re.IGNORECASE)
    named = (word.group(0) if word else kind).lower()
    named = kind if named == "with" else named
    return f"“{named}” would change something, and the release is read-only.", ONE
