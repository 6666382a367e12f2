"""DuckDB's errors in plain words: what is wrong, where, and what would work instead."""

import difflib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Explained = dict[str, Any]
KEYWORDS = (
    *("select", "from", "where", "group", "by", "having", "order", "limit", "join", "left", "inner", "on", "as"),
    *("with", "union", "all", "distinct", "case", "when", "then", "else", "end", "and", "or", "not", "in", "between"),
    *("like", "ilike", "is", "null", "exists", "using", "qualify", "window", "over", "partition", "values", "describe"),
)
PATH = re.compile(r"(?<![\w./])(?:/[\w.@~+-]+){2,}/?|\b[A-Za-z]:\\[^\s'\"]+")
# DuckDB's own advice on settings, files and its inner tables helps nobody here, where none of them can be had.
SETTING = re.compile(r"\b(?:settings?|configur\w+|pragma|set \w+ ?(?:=|to)|file system|pg_\w+)\b", re.IGNORECASE)
FILES = "Files can't be read here."
ONLY = "Only the tables of this release can; they are listed beside the editor."
BEGINS = "A statement begins with select, from, with, describe or summarize; show tables lists the tables."


@dataclass(frozen=True)
class Names:
    """What may be asked: tables with their columns, and macros with their parameters, as they are written."""

    tables: Mapping[str, Sequence[str]] = field(default_factory=dict)
    macros: Mapping[str, str] = field(default_factory=dict)


def explained(raised: str, sql: str, names: Names) -> Explained:
    """`error` and `hint` in words, `line` and `column` from 1 where known, and `said`, DuckDB's own words.

    `raised` is the text of an exception of DuckDB's that speaks JSON (setting `errors_as_json`).
    """
    told = told_by(raised)
    message = str(told.get("exception_message", ""))
    place = position(told.get("position"), sql)
    word = sql[place:].split(None, 1)[0] if place is not None and sql[place:].strip() else ""
    for pattern, say in SAYINGS:
        found = re.search(pattern, message)
        if found:
            error, hint = say(found, told, word, names)
            break
    else:
        error, hint = first_line(message), ""
    if SETTING.search(error):
        error, hint = "This isn't open here.", "Ask for less at once, or in another way."
    theirs = "" if SETTING.search(message) or error == FILES else scrubbed(message.strip())
    return placed({"error": scrubbed(error), "hint": scrubbed(hint), "said": theirs}, place, sql)


def told_by(raised: str) -> Mapping[str, Any]:
    """What the exception says, part by part."""
    start = raised.find("{")
    try:
        told = json.loads(raised[start:])
    except ValueError:
        return {"exception_message": raised.partition(": ")[2] or raised}
    return told if isinstance(told, dict) else {"exception_message": raised}


def signature(raised: str, macro: str) -> str:
    """How a macro is written, from DuckDB's refusal of a wrong parameter: name, parameters, defaults."""
    found = re.search(rf"\t({re.escape(macro)}\(.*\))", str(told_by(raised).get("exception_message", "")))
    return found.group(1) if found else f"{macro}()"


def position(given: object, sql: str) -> int | None:
    """Where in the statement it is, in characters from 0; DuckDB counts bytes, and says nothing by a huge number."""
    text = str(given)
    if not text.isdecimal() or int(text) > len(sql.encode()):
        return None
    return len(sql.encode()[: int(text)].decode(errors="ignore"))


def placed(explained_: Explained, place: int | None, sql: str) -> Explained:
    """The same with line and column, counted from 1."""
    if place is None:
        return explained_
    before = sql[:place]
    return explained_ | {"line": before.count("\n") + 1, "column": place - (before.rfind("\n") + 1) + 1}


def scrubbed(text: str) -> str:
    """The text without anything that looks like a path on a disk."""
    return PATH.sub("…", text)


def first_line(message: str) -> str:
    """The first sentence of DuckDB's, as a sentence."""
    line = message.strip().split("\n")[0].strip()
    return line if line.endswith((".", "!", "?")) or not line else line + "."


def near(word: str, known: Sequence[str], most: int = 4) -> list[str]:
    """The known names most like a word, best first; those that it begins or that hold it count as like it."""
    lower = word.casefold()
    close = difflib.get_close_matches(lower, [name.casefold() for name in known], n=most, cutoff=0.6)
    held = [name for name in known if len(lower) > 2 and lower in name.casefold()]
    return list(dict.fromkeys([*(name for name in known if name.casefold() in close), *held]))[:most]


def listed(found: Sequence[str]) -> str:
    """Names as words: “a”, “b” or “c”."""
    quoted = [f"“{one}”" for one in found]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]]) if len(quoted) > 1 else "".join(quoted)


def syntax(found: re.Match[str], told: Mapping[str, Any], _word: str, _names: Names) -> tuple[str, str]:
    """A word that doesn't fit."""
    at = found.group(1)
    like = [] if at.casefold() in KEYWORDS else near(at, KEYWORDS, 2)
    hint = f"Did you mean {listed(like)}?" if like else "Look at what stands just before it: a comma, bracket or word."
    is_first = not like and str(told.get("position")) == "0"
    return f"The statement can't be read at “{at}”.", BEGINS if is_first else hint


def unclosed(_found: re.Match[str], _told: Mapping[str, Any], word: str, _names: Names) -> tuple[str, str]:
    """A quotation mark that isn't closed."""
    return "A quotation mark that opens here isn't closed.", f"It begins at {word[:30]}" if word else ""


def no_table(_found: re.Match[str], told: Mapping[str, Any], _word: str, names: Names) -> tuple[str, str]:
    """A table that isn't there; or is one of the relations that take parameters."""
    name = str(told.get("name", ""))
    if re.search(r"[./\\]", name):
        return FILES, ONLY
    if name.casefold() in names.macros:
        return f"“{name}” takes parameters.", f"Write: from {names.macros[name.casefold()]}"
    like = near(name, [*names.tables, *names.macros])
    hint = f"Near it: {', '.join(names.macros.get(one, one) for one in like)}." if like else ""
    return f"There is no table “{name}”.", hint or "The tables are listed beside the editor."


def no_function(found: re.Match[str], told: Mapping[str, Any], _word: str, names: Names) -> tuple[str, str]:
    """A function that isn't there."""
    name = str(told.get("name", ""))
    if "Table" in found.group(0):
        return no_table_function(name, names)
    theirs = [one for one in str(told.get("candidates", "")).split(",") if one]
    return f"There is no function “{name}”.", f"Near it: {', '.join(theirs)}." if theirs else ""


def no_table_function(name: str, names: Names) -> tuple[str, str]:
    """A relation with parameters that isn't there; or a table, which takes none."""
    if name.casefold() in names.tables:
        return f"“{name}” is a table and takes no parameters.", f"Write: from {name}"
    ours = [names.macros[one] for one in near(name, list(names.macros))]
    return f"There is no function “{name}”.", f"Near it: {', '.join(ours)}." if ours else ""


def no_column(_found: re.Match[str], told: Mapping[str, Any], word: str, _names: Names) -> tuple[str, str]:
    """A column that isn't there; a text in the wrong quotation marks reads as one."""
    name = str(told.get("name", ""))
    if word.startswith('"'):
        return f"There is no column “{name}”.", f"A text stands in single quotation marks: '{name}'."
    like = [one for one in str(told.get("candidates", "")).split(",") if one]
    return f"There is no column “{name}” here.", f"Near it: {', '.join(like)}." if like else ""


def not_of_table(found: re.Match[str], told: Mapping[str, Any], _word: str, _names: Names) -> tuple[str, str]:
    """A column that this table doesn't have."""
    like = re.findall(r'"([^"]+)"', str(told["exception_message"]).partition("Candidate")[2])
    return f"“{found.group(1)}” has no column “{found.group(2)}”.", f"Near it: {', '.join(like)}." if like else ""


def said(error: str, hint: str) -> Any:
    """An explanation in fixed words, `{1}` and `{2}` standing for what the message names."""

    def say(found: re.Match[str], _told: Mapping[str, Any], _word: str, _names: Names) -> tuple[str, str]:
        parts = ("", *(part or "" for part in found.groups()))
        return error.format(*parts), hint.format(*parts)

    return say


def arguments(found: re.Match[str], told: Mapping[str, Any], _word: str, names: Names) -> tuple[str, str]:
    """A function that takes other parameters."""
    name = found.group(1)
    if name in names.macros:
        return f"“{name}” takes other parameters.", f"Write: {names.macros[name]}"
    ways = [way.strip() for way in str(told.get("exception_message", "")).split("\n\t")[2:5]]
    return f"“{name}” can't take what it is given here.", f"It takes: {'; '.join(ways)}" if ways else ""


DAYS = "Days are written date '2025-09-04'; year(…) gives the year of one."
SAYINGS = (
    (r"syntax error at or near \"(.*?)\"$", syntax),
    (r"syntax error at end of input", said("The statement breaks off.", "Something is missing at its end.")),
    (r"unterminated", unclosed),
    (r"^Table with name", no_table),
    (r"^(?:Table|Scalar|Aggregate)? ?(?:Table |Macro )?Function with name", no_function),
    (r"^Referenced column", no_column),
    (r'^Table "(.+?)" does not have a column named "(.+?)"', not_of_table),
    (
        r'^Referenced table "(.+?)" not found',
        said("“{1}” is no table of this statement.", "Name it after from or join, or use the name given to it there."),
    ),
    (
        r'^column "(.+?)" must appear in the GROUP BY',
        said("“{1}” differs within a group.", "Add it to group by, or take any_value({1}), min({1}), list({1})."),
    ),
    (
        r'^Ambiguous reference to column name "(.+?)" \(use: (.+)\)',
        said("“{1}” is a column of more than one table.", "Say which: {2}."),
    ),
    (r"^Macro (\w+)\(\) does not support", arguments),
    (r"^No function matches the given name and argument types '(.+?)\(", arguments),
    (
        r"^SELECT clause without selection list",
        said("Nothing is selected.", "After select come *, or names of columns."),
    ),
    (r"^Cannot compare values of type (?:DATE and type \w+|\w+ and type DATE)\b", said("This is no day.", DAYS)),
    (r"^Unimplemented type for cast \(\w+ -> DATE\)", said("A number can't be read as a day.", DAYS)),
    (r"^Unimplemented type for cast \((.+) -> (.+)\)", said("{1} can't be read as {2}.", "Compare like with like.")),
    (
        r"^WHERE clause cannot contain aggregates",
        said("Groups are not yet made at where.", "Say it in having instead."),
    ),
    (
        r"More than one row returned by a subquery",
        said(
            "A query in brackets gives several rows where one is wanted.", "Say in (…) or = any (…), or limit it to 1."
        ),
    ),
    (
        r"^Set operations can only apply to expressions with the same number of result columns",
        said("The parts of a union have different numbers of columns.", "union by name matches them by their names."),
    ),
    (r'^invalid date field format: "(.*?)"', said("“{1}” is no day.", "Days are written date '2025-09-04'.")),
    (
        r"^Could not convert string '(.*?)' to (\w+)",
        said("“{1}” can't be read as {2}.", "try_cast(… as {2}) gives null where that fails."),
    ),
    (
        r'^Function "(.+?)" is a table function',
        said("“{1}” gives rows, not a value.", "Where it is open, it stands behind from."),
    ),
    (r"Cannot access|file system operations", said(FILES, ONLY)),
    (r"^Values were not provided.*: (.*)", said("“${1}” has no value.", "Write the value itself in its place.")),
    (r"[Oo]ut of [Mm]emory|could not allocate|failed to allocate", said("It takes more memory than there is.", "")),
)
