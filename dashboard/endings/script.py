"""What was asked of the database, as SQL that runs as it stands against the release's DuckDB file."""

import re
from collections.abc import Mapping, Sequence

from dashboard.database import Asked
from dashboard.endings.gathering import Part, gathered
from dashboard.endings.literals import literal as literal
from dashboard.endings.shown import Shown
from dashboard.exhibits.exhibit import Exhibit

# A parameter's name, or something in which a dollar sign is no parameter: text, a quoted name, a comment.
TOKEN = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\n]*|/\*.*?\*/|\$([a-z_]\w*)", re.IGNORECASE | re.DOTALL)

# As the pages ask: where rows have the same rank, or fractions are added up, more threads give another order.
ONE_THREAD = "set threads = 1;\n"
WIDE = 110
NO_LAST_WORDS = "The rows of the table (CSV) are put together in Python from what these statements give."


def as_sql(shown: Shown) -> bytes:
    """The script of a view: what it is, each statement behind its parameters, the one that gives its table last."""
    exhibit = shown.exhibit
    parts = gathered(exhibit.table, exhibit.asked)
    head = [
        exhibit.title,
        exhibit.sentence,
        f"Release {shown.release['release']} · {shown.address}",
        "Run it against the database of this release: duckdb guarantees.duckdb < this file",
        f"The view shows {exhibit.shown} of {exhibit.total} {exhibit.unit}.",
        last_words(len(exhibit.table)) if parts else NO_LAST_WORDS,
    ]
    said = "".join(f"-- {' '.join(line.split())}\n" for line in head if line)
    return (said + "\n" + (ending_in(exhibit.asked, parts, len(exhibit.table)) or script(exhibit.asked))).encode()


def last_words(count: int) -> str:
    """What the last statement of a script gives."""
    return f"The last statement gives the {count} rows of the table (CSV); words that the page adds are written out."


def ending_in(asked: Sequence[Asked], parts: Sequence[Part], count: int) -> str:
    """The statements that no part of the table comes from, then one that gives the table; empty without parts."""
    if not parts:
        return ""
    known: dict[str, str] = {}
    used = {at for one in parts for at in one.places}
    beside = [one for at, one in enumerate(asked) if at not in used]
    of = len(beside) + 1
    told = [statement(one, known, at, of) for at, one in enumerate(beside, 1)]
    mark = f"-- Statement {of} of {of}: the {count} rows of the table (CSV)\n" if beside else ""
    return "\n".join([*told, mark + table(asked, parts, known)])


def table_of(exhibit: Exhibit) -> str:
    """The statement that gives an exhibit's table behind its variables; empty where none does."""
    parts = gathered(exhibit.table, exhibit.asked)
    return table(exhibit.asked, parts, {}) if parts else ""


def table(asked: Sequence[Asked], parts: Sequence[Part], known: dict[str, str]) -> str:
    """The statement that gives the table out of what its parts come from, behind its variables."""
    used = dict.fromkeys(at for one in parts for at in one.places)
    setting = ONE_THREAD + "".join(variables(asked[at], known) for at in used)
    return f"{setting}{rows_of(parts, {at: plain(asked[at]) for at in used})};\n"


def rows_of(parts: Sequence[Part], statements: Mapping[int, str]) -> str:
    """The statement that gives the table out of what others give, each of these by its place."""
    answers = ",\n".join(f"answer_{at + 1} as materialized (\n{sql}\n)" for at, sql in statements.items())
    rows = "\nunion all\n".join(map(select, parts))
    return f"with {answers}\n\n{rows}"


def select(part: Part) -> str:
    """The rows of a part, in its order."""
    where = f"\nwhere {part.condition}" if part.condition else ""
    order = f"\norder by {part.order}" if part.order else ""
    chosen = listed(part.columns)
    one = f"select\n    {chosen}\nfrom answer_{part.place + 1}{where}{order}"
    return f"({one})" if order else one


def listed(columns: Sequence[str]) -> str:
    """What is selected, in lines of some names each; what is worked out has a line of its own."""
    lines = [""]
    for one in columns:
        is_name = one.isidentifier() and lines[-1].replace(", ", "").isidentifier()
        if is_name and len(lines[-1]) + len(one) < WIDE:
            lines[-1] += f", {one}"
        else:
            lines.append(one)
    return ",\n    ".join(filter(None, lines))


def script(asked: Sequence[Asked]) -> str:
    """Statements, each behind the parameters that it needs and that no statement before it has set so."""
    known: dict[str, str] = {}
    return "\n".join(statement(one, known, place, len(asked)) for place, one in enumerate(asked, 1))


def statement(asked: Asked, known: dict[str, str], place: int = 1, of: int = 1) -> str:
    """One statement and its parameters; `known` are those set before it, and gains those set here."""
    counted = f"-- Statement {place} of {of}: {len(asked.frame)} rows\n" if of > 1 else ""
    return f"{counted}{variables(asked, known)}{plain(asked)};\n"


def variables(asked: Asked, known: dict[str, str]) -> str:
    """The lines that set a statement's parameters, but for those that are known to be so."""
    wanted = {name: literal(value) for name, value in asked.parameters.items() if name in parameters(asked.sql)}
    new = {name: value for name, value in wanted.items() if known.get(name) != value}
    known.update(new)
    return "".join(f"set variable {name} = {value};\n" for name, value in new.items())


def plain(asked: Asked) -> str:
    """A statement as it runs behind its variables."""
    return with_variables(asked.sql).strip().rstrip(";")


def parameters(sql: str) -> set[str]:
    """The names of the parameters in a statement."""
    return {found.group(1) for found in TOKEN.finditer(sql) if found.group(1)}


def with_variables(sql: str) -> str:
    """A statement that reads variables where it took parameters."""
    return TOKEN.sub(lambda found: f"getvariable('{found[1]}')" if found[1] else found[0], sql)
