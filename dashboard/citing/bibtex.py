"""References as BibTeX entries: UTF-8, with what TeX would take for its own escaped."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from dashboard.citing.apa import of_maker
from dashboard.citing.work import Work

SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "%": r"\%",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
# As babel and biblatex call them.
NAMES = """\
ar arabic bg bulgarian bs bosnian cs czech da danish de german el greek en english es spanish et estonian fi finnish
fr french hi hindi hr croatian hu hungarian id indonesian is icelandic it italian ja japanese ko korean
lb luxembourgish lt lithuanian lv latvian mk macedonian nl dutch no norwegian pl polish pt portuguese ro romanian
ru russian sk slovak sl slovene sq albanian sr serbian sv swedish tr turkish uk ukrainian zh chinese"""
LANGUAGES = dict(zip(NAMES.split()[::2], NAMES.split()[1::2], strict=True))
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def bibtex(works: Sequence[Work]) -> str:
    """One entry a work."""
    return "\n".join(map(entry, works))


def entry(work: Work) -> str:
    """A ``@misc`` entry: the one type that every style of BibTeX knows and that fits data and pages."""
    fields = {name: value for name, value in values(work).items() if value}
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields.items())
    return f"@misc{{{key(work.key)},\n{lines}\n}}\n"


def values(work: Work) -> Mapping[str, str]:
    """The fields, escaped and in braces."""
    day, is_known = work.issued, not (work.is_year or work.dated)
    described = work.described.strip("[]") if work.title else ""
    joint = "in" if described else "In"
    part = f"{joint} {of_maker(work)}{work.container} (Version {work.version})" if work.container else ""
    seen = f"Retrieved {work.accessed.isoformat()}" if work.accessed else ""
    return {
        "author": braced(" and ".join(author for author in map(written, work.authors))),
        "title": braced(f"{{{escaped(work.heading)}}}"),
        "year": braced(str(day.year) if day else ""),
        "month": MONTHS[day.month - 1] if day and is_known else "",
        "day": braced(str(day.day)) if day and is_known else "",
        "howpublished": braced(escaped(" ".join(words for words in (described, part) if words))),
        "version": braced(escaped(work.version)),
        "publisher": braced(escaped(work.publisher)),
        "abstract": braced(escaped(work.abstract)),
        "language": braced(LANGUAGES.get(work.language, "")),
        "url": braced(address(work.url)),
        "urldate": braced(work.accessed.isoformat() if work.accessed else ""),
        "note": braced(f"{stopped(work.dated)} {seen}".strip() if seen else work.dated),
    }


def stopped(words: str) -> str:
    """Words with a stop behind them, if there are any."""
    return words if not words or words.endswith(".") else f"{words}."


def written(name: object) -> str:
    """``Macron, Emmanuel``; a name that stays whole stands in braces of its own."""
    given, family = getattr(name, "given", ""), getattr(name, "family", "")
    return f"{escaped(family)}, {escaped(given)}" if given else f"{{{escaped(family)}}}"


def escaped(words: str) -> str:
    """Words that TeX sets as they stand."""
    return "".join(SPECIAL.get(letter, letter) for letter in " ".join(words.split()))


def braced(value: str) -> str:
    """A value in the braces that end it; empty for an empty one."""
    return f"{{{value}}}" if value and value != "{}" else ""


def address(url: str) -> str:
    """An address without the signs that would end the field."""
    return re.sub(r"[{}\\]", lambda found: f"%{ord(found.group()):02X}", url)


def key(words: str) -> str:
    """A key of plain letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9-]+", "-", plain).strip("-")
