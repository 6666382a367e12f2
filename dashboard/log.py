"""The log: one JSON object a line on standard error. What failed stands there under the reference that a reader saw.

No personal data: no address of a reader's machine, no cookie, and of what a reader may have typed only its length: a
value is told where it is of a key that we know and has the form of a code, a number or a day.
"""

import datetime as dt
import json
import logging
import re
import secrets
import traceback
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.address import KEYS

LOG = logging.getLogger("guarantees")
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another
LOOKS = {"accessed", "embed", "present", "proof", "size", "style", "theme", "title", "width"}
CODED = {key.name for key in KEYS if key.reads != "text"} | LOOKS
CODE = re.compile(r"[A-Za-z0-9_>-]{1,80}(@\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d)?", re.ASCII)
NAME, STEP = re.compile(r"[a-z][a-z0-9_]{0,19}", re.ASCII), re.compile(r"[A-Za-z0-9_.-]{0,80}", re.ASCII)
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
    free = {text for name, texts in query.items() for text in texts if text and not is_code(name, text)}
    free |= {part for part in (*query, page) for part in part.split("/") if not STEP.fullmatch(part)}
    for text in sorted({form for one in free for form in (one, repr(one)[1:-1])}, key=len, reverse=True):
        trace = re.sub(rf"(?<!\w){re.escape(text)}(?!\w)", "…", trace, flags=re.IGNORECASE)
    told = {
        "reference": reference,
        "page": "/".join(step if STEP.fullmatch(step) else measured(step) for step in page.split("/")),
        "query": {
            name if NAME.fullmatch(name) else measured(name): [shown(name, text) for text in texts]
            for name, texts in query.items()
        },
        "error": type(error).__name__,
        "details": trace,
    }
    LOG.error(event, extra={"told": told})
    return reference


def shown(name: str, text: str) -> str:
    """A value of the address; of what a reader may have typed, its length."""
    return text if is_code(name, text) else measured(text)


def is_code(name: str, text: str) -> bool:
    """Whether a value is one of ours by its key and its form."""
    return name in CODED and bool(CODE.fullmatch(text))


def measured(text: str) -> str:
    """How long a text is."""
    return f"{len(text)} signs"
