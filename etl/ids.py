"""Fresh ids, formed as those of the tables are: from what a row says, so that a reader can guess what it names."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping

from etl.problem import shown

Row = Mapping[str, str]
LETTERS = str.maketrans({"ß": "ss", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "ı": "i", "æ": "ae", "’": "'"})
SMALL = frozenset(
    """
    a about after all also an and any are as at be been but by can did for from had has have he her his if in into is
    it its more no not of on or our out said says she should so than that the their them they this to up was we were
    what when which who will with would you
    """.split()  # noqa: SIM905  read as a text
)
WORDS_OF_EVENT, WORDS_OF_STATEMENT = 4, 3


def slug(text: str) -> str:
    """A text in the letters, digits and hyphens of ids; "" if it has none of them."""
    plain = unicodedata.normalize("NFKD", text.translate(LETTERS).replace("'", ""))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")


def telling(text: str, count: int, besides: str = "") -> str:
    """The first words of a text that tell something, as a slug: no small words, none that stands in `besides`."""
    left_out = SMALL | set(besides.split("-"))
    words = [word for word in slug(text).split("-") if word not in left_out and not word.isdecimal()]
    return "-".join(words[:count])


def _event(row: Row) -> str:
    return f"{row['starts_on']}-{telling(row['title'], WORDS_OF_EVENT)}"


def _statement(row: Row) -> str:
    words = telling(row["quote"] or row["summary"], WORDS_OF_STATEMENT, besides=row["speaker_id"])
    return f"{row['said_on']}-{row['speaker_id']}-{words}"


def _pledge(row: Row) -> str:
    return f"{row['pledger_id']}-{row['announced_on']}-{row['kind']}"


def _source(row: Row) -> str:
    return f"{slug(row['publisher'])}-{row['published_on'] or 'undated'}"


def _doubt(row: Row) -> str:
    return f"{re.sub(r'[/|]', '-', row['row_id'])}-{row['column_name']}-{row['kind']}"


def _office(row: Row) -> str:
    return f"{row['speaker_id']}-1"


RULES: Mapping[str, Callable[[Row], str]] = {
    "events": _event,
    "statements": _statement,
    "pledges": _pledge,
    "sources": _source,
    "doubts": _doubt,
    "offices": _office,
    "speakers": lambda row: slug(row["name"]),
    "same_money": lambda row: slug(row["label"]),
    "sanctions_packages": lambda row: f"{row['adopter_id']}-{row['adopted_on']}",
}


DAY, PART, SLUG = r"\d{4}-\d\d-\d\d", r"[A-Za-z0-9_]+", r"[a-z0-9_]+(?:-[a-z0-9_]+)*"
# The form of a table's ids, and in words.
SHAPES: Mapping[str, tuple[str, str]] = {
    "events": (f"{DAY}-{SLUG}", "its day and words of its title"),
    "statements": (f"{DAY}-{SLUG}-{SLUG}", "its day, the speaker’s id and words of it"),
    "pledges": (f"{PART}(?:-{PART})*-{DAY}-{SLUG}", "the pledger’s id, its day and its kind"),
    "sources": (f"{SLUG}-{SLUG}", "its publisher and its day, or undated"),
    "doubts": (f"{PART}(?:-{PART})+", "the row’s id, the column and the kind of doubt"),
    "offices": (rf"{SLUG}-\d+", "the speaker’s id and a number"),
    "speakers": (f"[a-z0-9_]{{2,}}(?:-{SLUG})?", "the name, in small letters"),
    "same_money": (f"{SLUG}-{SLUG}", "words of its label, in small letters"),
    "sanctions_packages": (f"{PART}-{PART}(?:-{PART})*", "the adopter’s id and a number or the day"),
}


def misshapen(table: str, key: str) -> str:
    """What is wrong with an id as one of that table; "" where it has the form of its ids, or there is none."""
    form, words = SHAPES.get(table, ("", ""))
    return f"{shown(key)} isn't an id of {table}: it is made of {words}" if form and not re.fullmatch(form, key) else ""


def fresh_id(table: str, row: Row, taken: Iterable[str]) -> str:
    """An id that no row has, "" where the table has no rule or the row doesn't say enough for one."""
    known = set(taken)
    first = RULES[table](row) if table in RULES else ""
    if not re.fullmatch(r"[A-Za-z0-9_]+(-[A-Za-z0-9_]+)*", first):
        return ""
    if table == "sanctions_packages":
        first = _next(row["adopter_id"], known) or first
    return first if table == "doubts" else _free(first, known)


def _next(adopter: str, taken: set[str]) -> str:
    """The number after the last of an adopter that numbers its packages, "" for any other."""
    found = [re.fullmatch(rf"{re.escape(adopter)}-(\d{{1,3}})", key) for key in taken]
    numbers = [int(match[1]) for match in found if match]
    return f"{adopter}-{max(numbers) + 1}" if numbers else ""


def _free(first: str, taken: set[str]) -> str:
    """The id itself, or with the lowest number from 2 that no row has; an id that ends in -1 counts on from there."""
    stem, counted = (first[:-2], 1) if first.endswith("-1") else (first, 2)
    found, number = first, counted
    while found in taken:
        found, number = f"{stem}-{number}", number + 1
    return found
