"""The public address of this server, from the setting `GUARANTEES_URL`: what citations, codes and previews lead to."""

import ipaddress
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
        is_address = found.scheme in ("http", "https") and bool(found.hostname) and found.port != 0
    except ValueError:
        return None
    is_plain = not (found.query or found.fragment or found.username or found.password)
    return text if is_address and is_plain else None


def root(asked: str = "") -> str:
    """What addresses begin with: the public address, else the one that was `asked`, unless it means this machine.

    Empty where there is nothing that leads anywhere from elsewhere.
    """
    found = checked(asked)
    return public_url() or (found if found and not is_own(urlsplit(found).hostname or "") else "")


def is_own(host: str) -> bool:
    """Whether a host's name means whichever machine it is read on."""
    try:
        found = ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
    return found.is_loopback or found.is_unspecified


def path_of(page: str, link: Mapping[str, Sequence[str]]) -> str:
    """The address of a view below the server's root, such as ``/pledges?asof=2025-09-04``."""
    query = urlencode(link, doseq=True)
    return f"/{'' if page == 'overview' else page}{'?' if query else ''}{query}"


def full(path: str, asked: str = "") -> str:
    """A path as an address that leads there from anywhere; empty where the server has none."""
    start = root(asked)
    return f"{start}{path}" if start else ""
