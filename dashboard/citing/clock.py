"""The day on which somebody retrieves something: the one thing here that the clock is asked for."""

import datetime as dt


def retrieved_on() -> dt.date:
    """The server's day, in universal time."""
    return dt.datetime.now(dt.UTC).date()
