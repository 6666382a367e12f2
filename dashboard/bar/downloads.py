"""The menu "Download": the rows of a view, its SQL, its figure and its references, in the formats that others read."""

from html import escape

from dashboard.exhibits.exhibit import Exhibit
from dashboard.selection import Selection

ROWS = {
    "csv": ("CSV", "The rows shown, as text for scripts"),
    "xlsx": ("XLSX", "For spreadsheets: typed cells, each column explained"),
    "parquet": ("Parquet", "Types kept: for pandas, R, DuckDB"),
    "json": ("JSON", "Rows with the meaning of each column"),
}
WORK = {
    "ipynb": ("Notebook", "Loads the release and draws this again"),
    "sql": ("SQL", "What was asked, ready to run on the release"),
    "plotly.json": ("Figure", "The chart itself, as Plotly’s JSON"),
}
STYLES = {"apa": "APA", "bibtex": "BibTeX", "ris": "RIS", "csl": "CSL-JSON"}


def downloads(exhibit: Exhibit, selection: Selection, asked: str, release: str) -> str:
    """`asked` are the keys of the address, encoded; the chart is offered where there is one."""
    page = selection.page
    has_chart = exhibit.figure is not None and not exhibit.is_table
    work = {ending: said for ending, said in WORK.items() if ending != "plotly.json" or has_chart}
    groups = (
        ("The rows", "".join(file(page, ending, asked, *said) for ending, said in ROWS.items())),
        ("The work", "".join(file(page, ending, asked, *said) for ending, said in work.items()) + beside(page, asked)),
        ("To hand over", handed(selection, asked)),
        ("Cite this view", f'<p class="g-styles">{"".join(cited(page, asked, *one) for one in STYLES.items())}</p>'),
        ("Everything", everything(release)),
    )
    return "".join(f"<h2>{title}</h2>{body}" for title, body in groups)


def file(page: str, ending: str, asked: str, words: str, hint: str) -> str:
    """One file of a view."""
    href = escape(f"api/{page}.{ending}?{asked}", quote=True)
    return f'<a href="{href}" download><b>{words}</b><small>{hint}</small></a>'


def beside(page: str, asked: str) -> str:
    """What the view asked, ready to change; and the view as one file that opens without a network."""
    sql, html = (escape(f"{path}{asked}", quote=True) for path in (f"sql?page={page}&", f"view/{page}.html?"))
    return (
        f'<a href="{sql}" target="_blank"><b>Edit SQL</b><small>What was asked, ready to change</small></a>'
        f'<a href="{html}" download><b>HTML</b><small>One file that opens without a network</small></a>'
    )


def handed(selection: Selection, asked: str) -> str:
    """The view as a slide, and a profile as a document."""
    page = selection.page
    slide = f'<a href="{escape(f"deck/{page}.pptx?{asked}", quote=True)}" download><b>PPTX</b>'
    parts = [f"{slide}<small>A slide: words to edit, picture, notes with sources</small></a>"]
    if (page == "country" and selection.countries) or (page == "event" and selection.events):
        brief = f'<a href="{escape(f"brief/{page}.docx?{asked}", quote=True)}" download><b>DOCX</b>'
        parts.append(f"{brief}<small>The profile as a brief, to edit</small></a>")
    return "".join(parts)


def cited(page: str, asked: str, style: str, words: str) -> str:
    """A reference in one style; the one for reading opens beside the app."""
    href = escape(f"api/{page}.cite?{asked}&style={style}", quote=True)
    return f'<a href="{href}" {"target=_blank" if style == "apa" else "download"}>{words}</a>'


def everything(release: str) -> str:
    """The whole release, empty where its archive isn't there; and what all these addresses are."""
    archive = (
        f'<a href="release/guarantees-{escape(release, quote=True)}.zip" download><b>Release</b>'
        "<small>All tables, the database, codebook and change log</small></a>"
    )
    return (
        f'{archive if release else ""}<a href="api" target="_blank"><b>API</b><small>Every ending explained</small></a>'
    )
