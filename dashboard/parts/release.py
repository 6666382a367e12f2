"""The release to take along, as a document: files, licence, citation, change log. HTML, everything escaped."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Any, Protocol

from dashboard.figures.theme import Theme
from dashboard.parts.codebook import coded
from dashboard.parts.corrected import corrected
from dashboard.parts.method import paragraphs
from dashboard.parts.profile import anchor, grid, profile, small
from dashboard.readings import method as said
from dashboard.readings.prose import as_day, counted, long_date, number, shortened, text

Row = Mapping[str, Any]
ENDINGS = {"BibTeX": "bibtex", "RIS": "ris", "CSL-JSON": "csl", "APA": "apa"}
KILO = 1000


class File(Protocol):
    """A file: its name, its bytes, its digest."""

    name: str
    size: int
    digest: str


class Archive(Protocol):
    """The archive with its files."""

    name: str
    size: int
    digest: str
    files: Sequence[Any]


@dataclass(frozen=True)
class Told:
    """All that the document tells.

    `book` leads to a table's page in the codebook, `href` to where a row is read, `rows` to all that an entry of the
    change log counts; `named` are the latest rows of each entry.
    """

    release: Row
    archive: Any
    terms: Sequence[Row]
    citations: Mapping[str, str]
    changes: Sequence[Row]
    book: Callable[[str], str]
    named: Sequence[Row]
    href: Callable[[Row], str]
    rows: Callable[[Row], str]


def release(theme: Theme, told: Told) -> str:
    """Download, licence, citation, change log, ways to ask: each under its heading."""
    sections = [
        ("download", "Download", [download(told)]),
        ("licence", "Licence and credit", [licence(told)]),
        ("cite", "How to cite", [citations(told)]),
        ("log", "Change log", [log(told)]),
        ("ask", "Ask it yourself", [asking(told.book(""))]),
    ]
    return f'<div class="g-data">{profile(theme.name, "", sections, "")}</div>'


def download(told: Told) -> str:
    """The archive with what it holds; how to make it where it isn't there."""
    if told.archive is None:
        return (
            "<p>The archive of this release doesn’t lie beside this server’s database: "
            "<code>python -m etl export --out FOLDER</code> puts it there. The tables of each view are there all the "
            f"same: {anchor('/api', 'as files by address')}.</p>"
        )
    held: Archive = told.archive
    name = escape(held.name, quote=True)
    button = (
        f'<a class="g-take" href="/release/{name}" download><b>{name}</b>'
        f"<small>{size(held.size)}, {counted(len(held.files), 'file')}</small></a>"
    )
    kinds = [(kind, [one for one in held.files if kind_of(one.name) == kind]) for kind in said.FILES]
    rows = [
        (
            kind,
            escape(said.FILES[kind]),
            number(len(files)),
            size(sum(one.size for one in files)),
        )
        for kind, files in kinds
    ]
    table = grid(("Holds", "What", "Files", "Size"), rows, "What the archive holds", "g-holds")
    digest = f'<p class="g-more">SHA-256 of the archive <code class="g-digest">{escape(held.digest)}</code></p>'
    return f"{button}{digest}{table}{files(held)}"


def kind_of(name: str) -> str:
    """The sort of a file by its name."""
    if name.endswith(".csv"):
        return "CSV"
    return "Parquet" if name.endswith(".parquet") else "Database" if name.endswith(".duckdb") else "Papers"


def files(held: Archive) -> str:
    """Every file with its size and digest, folded up."""
    rows = [
        (
            anchor(f"/release/{one.name.rpartition('/')[2]}", one.name),
            size(one.size),
            f'<code class="g-digest">{escape(one.digest)}</code>',
        )
        for one in held.files
    ]
    table = grid(("File", "Size", "SHA-256"), rows, "Files", "g-files")
    return f"<details><summary>All {counted(len(rows), 'file')} with their digests</summary>{table}</details>"


def size(count: int) -> str:
    """``5.2 MB``."""
    if count < KILO:
        return f"{number(count)} bytes"
    if count < KILO * KILO:
        return f"{number(count / KILO)} kB"
    return f"{number(count / KILO / KILO, 1)} MB"


def licence(told: Told) -> str:
    """Our licence, what it doesn't cover, and whom to credit for which table."""
    rows = [
        (
            f'<a href="{escape(told.book(row["name"]), quote=True)}"><code>{escape(row["name"])}</code></a>',
            "not settled; no licence of ours" if row["is_closed"] else "CC BY 4.0, with credit",
            coded(text(row["terms"])),
        )
        for row in told.terms
    ]
    link = (
        '<a href="https://creativecommons.org/licenses/by/4.0/" target="_blank" rel="noopener">The licence’s text</a>'
    )
    table = grid(("Table", "Terms", "Whose figures, and what to say"), rows, "Tables that owe credit", "g-terms")
    return f'{paragraphs(said.LICENCE)}<p class="g-more">{link}</p>{table}'


def citations(told: Told) -> str:
    """The reference to read, and the same in the styles that programs read."""
    others = "".join(style_of(style, words) for style, words in told.citations.items() if style != "APA")
    return f'<blockquote class="g-cite">{escape(told.citations["APA"])}</blockquote>{paragraphs([said.CITE])}{others}'


def style_of(style: str, words: str) -> str:
    """The reference in one style, folded up, and as a file."""
    href = f"/api/data.cite?shape=release&style={ENDINGS[style]}"
    return (
        f"<details><summary>{style}</summary><pre>{escape(words.strip())}</pre>"
        f'<p class="g-more">{anchor(href, f"Save as {style}")}</p></details>'
    )


def log(told: Told) -> str:
    """The change log, newest day first."""
    days = [
        f"<li><h3>{escape(long_date(day))}</h3><ul>{''.join(f'<li>{change(row, told)}</li>' for row in rows)}</ul></li>"
        for day, rows in groupby(told.changes, lambda row: as_day(row["day"]))
    ]
    return f'<ol class="g-log">{"".join(days)}</ol>' if days else small("Nothing is on record.")


def change(row: Row, told: Told) -> str:
    """Rows added to a table, the latest by name; or one cell corrected, and whose."""
    table = f"<code>{escape(row['table_name'])}</code>"
    if row["change"] == "corrected":
        whose = f"{anchor(told.href(row), shortened(text(row['words'])))} in {table}"
        return f"{corrected({**row, 'corrected_on': row['day']})} <small>{whose}</small>"
    entry = (as_day(row["day"]), row["table_name"])
    own = [one for one in told.named if (as_day(one["recorded_on"]), one["table_name"]) == entry]
    names = [anchor(told.href(one), shortened(text(one["words"]))) for one in own]
    left = int(row["added"]) - len(own)
    more = f"; and {anchor(told.rows(row), f'{number(left)} more')}" if left else ""
    return f"{counted(int(row['added']), 'new row')} in {table}: <small>{'; '.join(names)}{more}</small>"


def asking(book: str) -> str:
    """The ways to the rows besides the archive."""
    ways = (
        ("/sql", "SQL page", "any question over the release, in the browser; nothing to install"),
        ("/api", "Files by address", "each view as CSV, JSON, Parquet, XLSX, SQL, notebook and reference"),
        (book, "Codebook", "what each column and code means"),
    )
    told = "".join(f"<li><b>{anchor(href, words)}</b> {escape(why)}</li>" for href, words, why in ways)
    return f'<ul class="g-points">{told}</ul>'
