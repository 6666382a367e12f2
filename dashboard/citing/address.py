"""The public address of this server, from the setting `GUARANTEES_URL`: what citations, codes and previews lead to."""

import os
import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode, urlsplit

SETTING = "GUARANTEES_URL"


def public_url() -> str | None:
    """The server's address without a slash at its end; None while nobody set one, or one that is no http(s) address."""
    return checked(os.environ.get(SETTING, ""))


def checked(text: str) -> str | None:
    """An http(s) address of a host, perhaps with a port and a path; None for anything else."""
    text = text.strip().rstrip("/")
    if re.search(r"[\s\"'<>\\^`{|}\x00-\x1f\x7f]", text):
        return None
    try:
        found = urlsplit(text)
        is_address = found.scheme in ("http", "https") and bool(found.hostname) and (found.port is None or found.port)
    except ValueError:
        return None
    is_plain = not (found.query or found.fragment or found.username or found.password)
    return text if is_address and is_plain else None


def path_of(page: str, link: Mapping[str, Sequence[str]]) -> str:
    """The address of a view below the server's root, such as ``/pledges?asof=2025-09-04``."""
    query = urlencode(link, doseq=True)
    return f"/{'' if page == 'overview' else page}{'?' if query else ''}{query}"


def full(path: str, otherwise: str = "") -> str:
    """A path behind the public address; where none is set behind `otherwise`, as the request came, or alone."""
    return f"{public_url() or otherwise.rstrip('/')}{path}"
