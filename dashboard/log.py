"""The log: one JSON object a line on standard error. What failed stands there under the reference that a reader saw.

No personal data: no address of a reader's machine, no cookie, and of texts that a reader typed only their length.
"""

import datetime as dt
import json
import logging
import secrets
import traceback
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.address import KEYS

LOG = logging.getLogger("guarantees")
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another
TYPED = {key.name for key in KEYS if key.reads == "text"} | {"q", "sql"}
OTHERS = ("streamlit", "uvicorn", "websockets")
Query = Mapping[str, Sequence[str]]


class Lines(logging.Formatter):
    """A record as one line: time, level, event, then what was told of it."""

    def format(self, record: logging.LogRecord) -> str:
        """JSON; an error's trace stands in `details`."""
        told: dict[str, Any] = {
            "time": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **getattr(record, "told", {}),
        }
        if record.exc_info and record.exc_info[1]:
            told |= {"error": type(record.exc_info[1]).__name__, "details": self.formatException(record.exc_info)}
        return json.dumps(told, ensure_ascii=False, default=str)


def start() -> None:
    """Our lines to standard error; what the server and Streamlit log takes the same form."""
    if not LOG.handlers:
        LOG.addHandler(logging.StreamHandler())
        LOG.setLevel(logging.INFO)
        LOG.propagate = False
    if logging.lastResort:  # tells the warnings of whatever has no handler of its own
        logging.lastResort.setFormatter(Lines())
    ours = [name for name in logging.root.manager.loggerDict if name.split(".")[0] in (*OTHERS, LOG.name)]
    for name in ours:
        for handler in logging.getLogger(name).handlers:
            handler.setFormatter(Lines())


def failed(event: str, error: BaseException, page: str, query: Query) -> str:
    """Log an error with its trace and the address that led to it; gives the reference to tell the reader."""
    reference = "".join(secrets.choice(SIGNS) for _ in range(8))
    trace = "".join(traceback.format_exception(error))
    for text in (text for name in TYPED for text in query.get(name, []) if text):
        trace = trace.replace(text, "…")
    told = {
        "reference": reference,
        "page": page,
        "query": {name: [shown(name, text) for text in texts] for name, texts in query.items()},
        "error": type(error).__name__,
        "details": trace,
    }
    LOG.error(event, extra={"told": told})
    return reference


def shown(name: str, text: str) -> str:
    """A value of the address; of a text that a reader typed, its length."""
    return f"{len(text)} signs" if name in TYPED else text[:200]
