"""Why these numbers of statements: the rows each counts, those near it that are left out, and by which filter."""

from collections import Counter
from collections.abc import Callable, Sequence

import pandas as pd

from dashboard.database import Asked
from dashboard.exhibits.archive import Row
from dashboard.exhibits.exhibit import Count
from dashboard.readings.prose import counted, plural, text

COLUMNS = {
    "said_on": "Day",
    "speaker": "Speaker",
    "actor": "For",
    "summary": "What was said",
    "answers": "Answered",
    "reply_to_speaker": "Answers",
}
MOST = 200
WHY = {
    "days": "said on another day",
    "text": "doesn’t hold the words",
    "countries": "said for another country or organisation",
    "blocs": "said for no member, that day, of the groups",
    "speakers": "said by another speaker",
    "topics": "on another topic",
    "tones": "in another tone",
    "events": "at or about another event",
    "standings": "no source of this standing",
    "quoted": "not quoted in this form",
}


def counts(judged: Sequence[tuple[Row, str]], asked: Asked) -> tuple[Count, ...]:
    """All that was found; those of who speaks most; those with an answer; those that are one."""
    kept = [row for row, misses in judged if not misses]
    if not kept:
        return ()
    near = [(row, WHY[misses]) for row, misses in judged if misses and ";" not in misses]
    name, most = Counter(text(row["speaker"]) for row in kept).most_common(1)[0]
    told = [count(counted(len(kept), "statement"), kept, near, asked)]
    others = [(row, why) for row, why in near if row["speaker"] == name]
    told.append(count(f"{most} by {name}", [row for row in kept if row["speaker"] == name], others, asked))
    have, none = parted(kept, lambda row: bool(row["answers"]))
    words = f"{len(have)} with an answer"
    told.append(count(words, have, [(row, "no answer to it is recorded here") for row in none], asked))
    are, plain = parted(kept, lambda row: bool(text(row["reply_to_id"])))
    words = f"{len(are)} that {plural(len(are), 'answers', 'answer')} another"
    told.append(count(words, are, [(row, "not recorded as an answer") for row in plain], asked))
    return tuple(told)


def parted(rows: Sequence[Row], test: Callable[[Row], bool]) -> tuple[list[Row], list[Row]]:
    """The rows that pass, and the others."""
    return [row for row in rows if test(row)], [row for row in rows if not test(row)]


def count(words: str, rows: Sequence[Row], left_out: Sequence[tuple[Row, str]], asked: Asked) -> Count:
    """A number with its rows and the two hundred nearest that it leaves out."""
    near = [{**one, "why": why} for one, why in left_out[:MOST]]
    return Count(words, framed(rows), framed(near, "why"), COLUMNS, asked)


def framed(rows: Sequence[Row], *more: str) -> pd.DataFrame:
    """Rows as a frame of the columns that are read."""
    names = [*more, *COLUMNS]
    return pd.DataFrame([{name: row[name] for name in names} for row in rows], columns=names)
