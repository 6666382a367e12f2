"""References in the RIS format that Zotero, EndNote and Mendeley read."""

from collections.abc import Iterator, Sequence

from dashboard.citing.apa import of_maker
from dashboard.citing.work import Work

TYPES = {"dataset": "DATA", "view": "DATA", "map": "MAP", "chart": "CHART", "row": "GEN", "page": "ELEC"}


def ris(works: Sequence[Work]) -> str:
    """One record a work, lines ended as the format wants them."""
    return "".join(f"{tag}  - {value}\r\n" for work in works for tag, value in tags(work))


def tags(work: Work) -> Iterator[tuple[str, str]]:
    """Tag and value of each line of a record."""
    yield "TY", TYPES[work.kind]
    day = work.issued
    told = (
        *(("AU", name.sorted) for name in work.authors),
        ("A2", work.container_author if of_maker(work) else ""),
        ("TI", work.heading),
        ("T2", work.container),
        ("PY", str(day.year) if day else ""),
        ("DA", f"{day:%Y/%m/%d}" if day and not (work.is_year or work.dated) else ""),
        ("ET", work.version),
        ("M3", work.described.strip("[]") if work.title else ""),
        ("N1", work.dated),
        ("PB", work.publisher),
        ("AB", work.abstract),
        ("LA", work.language),
        ("Y2", f"{work.accessed:%Y/%m/%d}" if work.accessed else ""),
        ("UR", work.url),
    )
    yield from ((tag, " ".join(value.split())) for tag, value in told if value)
    yield "ER", ""
