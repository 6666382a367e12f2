"""The moment that it is: for the log, and for how long the data have been served. No day of the data comes from it."""

import datetime as dt


def now() -> dt.datetime:
    """The server's time, universal, to the second."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0)


def days_since(day: dt.date) -> int:
    """How many days ago that was."""
    return (now().date() - day).days
