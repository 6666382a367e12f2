"""A brief as a DOCX file: real headings, real tables whose heads repeat, links, a head and a foot on every page."""

import datetime as dt
import io
from typing import Any
from urllib.parse import urlsplit

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from dashboard.citing.dataset import AUTHOR
from dashboard.decks.blocks import QUOTE, Block, Heading, Line, Run, Table, Words
from dashboard.decks.brief import Brief
from dashboard.decks.plainly import plain, shortened

FACE = "Calibri"
INK, MUTED, ACCENT = RGBColor(0x1B, 0x1C, 0x1E), RGBColor(0x5A, 0x59, 0x54), RGBColor(0x0B, 0x6B, 0x66)
WIDE, HIGH, MARGIN, STEP = Mm(210), Mm(297), Mm(20), Mm(7)
SIZES = {"Normal": 10.5, "Title": 22, "Heading 1": 15, "Heading 2": 12.5, "Heading 3": 11, "Caption": 9, "Quote": 10}
CELL = 9.5


def document(brief: Brief) -> bytes:
    """The file."""
    made = Document()
    laid_out(made)
    headed(made.sections[0], brief)
    made.add_paragraph(plain(brief.title), style="Title")
    written(made.add_paragraph(style="Normal"), [Run(brief.subtitle, is_quiet=True)])
    if brief.picture:
        pictured(made, brief.picture, brief.seen)
    for block in brief.blocks:
        put(made, block)
    described(made.core_properties, brief)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def pictured(made: Any, picture: bytes, seen: str) -> None:
    """A picture as wide as the text, with its words for who doesn't see it."""
    shape = made.add_picture(io.BytesIO(picture), width=WIDE - 2 * MARGIN)
    shape._inline.docPr.set("descr", plain(seen))
    for side in "TBLR":
        shape._inline.set(f"dist{side}", "0")  # else some programs set it in


def laid_out(made: Any) -> None:
    """A4, our type in its sizes."""
    page = made.sections[0]
    page.page_width, page.page_height = WIDE, HIGH
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = MARGIN
    for name, size in SIZES.items():
        style = made.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = FACE, Pt(size), INK
        faces = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in list(faces.attrib):
            if attribute.endswith("Theme"):
                del faces.attrib[attribute]
        faces.set(qn("w:hAnsi"), FACE)
        style.font.italic, style.font.bold = False, name.startswith(("Heading", "Title"))
    made.styles["Normal"].paragraph_format.space_after = Pt(4)
    made.styles["List Bullet"].paragraph_format.space_after = Pt(2)
    spoken = made.styles["Normal"].element.get_or_add_rPr()
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    spoken.append(language)


def headed(section: Any, brief: Brief) -> None:
    """The head with day and release, the foot with the address, or where there is none the citation, and the page."""
    head = section.header.paragraphs[0]
    written(head, [Run(brief.head, is_quiet=True)], 9)
    foot = section.footer.paragraphs[0]
    written(foot, [Run(brief.foot, is_quiet=True, href=brief.foot if brief.foot.startswith("http") else "")], 8)
    foot = section.footer.add_paragraph()
    foot.paragraph_format.tab_stops.add_tab_stop(WIDE - 2 * MARGIN, WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run("\t").font.size = Pt(8)
    for name, between in (("PAGE", " of "), ("NUMPAGES", "")):
        field(foot, name)
        run = foot.add_run(between)
        run.font.size, run.font.color.rgb = Pt(8), MUTED


def field(line: Any, name: str) -> None:
    """A number that the reader's program works out."""
    for kind in ("begin", "", "end"):
        run = line.add_run()
        run.font.size, run.font.color.rgb = Pt(8), MUTED
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = name
        run._r.append(part)


def put(made: Any, block: Block) -> None:
    """A block at the end of the document."""
    if isinstance(block, Heading):
        made.add_heading(plain(block.text), block.level)
    elif isinstance(block, Line):
        line = made.add_paragraph(style=block.style)
        if block.depth or block.style == QUOTE:
            line.paragraph_format.left_indent = STEP * (block.depth + 1)
        written(line, block.words, SIZES.get(block.style))
    else:
        ruled(made, block)


def written(line: Any, words: Words, size: float | None = None) -> None:
    """Words into a paragraph, each in its kind."""
    for word in words:
        said = plain(word.text)
        first, last = (" " if edge.isspace() else "" for edge in (word.text[:1], word.text[-1:]))
        kept = f"{first}{said}{last}" if said else first
        if word.href and is_web(word.href):
            linked(line, kept, word.href, size)
            continue
        run = line.add_run(kept)
        run.bold = word.is_bold or None
        run.font.color.rgb = MUTED if word.is_quiet else None
        if size:
            run.font.size = Pt(size)


def is_web(address: str) -> bool:
    """Whether an address is one of the web that XML can hold."""
    try:
        return urlsplit(address).scheme in ("http", "https") and plain(address) == address
    except ValueError:
        return False


def linked(line: Any, words: str, address: str, size: float | None = None) -> None:
    """Words that lead to a page of the web."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), line.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = line.add_run(words)
    run.font.color.rgb, run.font.underline = ACCENT, True
    if size:
        run.font.size = Pt(size)
    link.append(run._r)
    line._p.append(link)


def ruled(made: Any, block: Table) -> None:
    """A table: its heads stand on each of its pages, no row is torn."""
    table = made.add_table(rows=1, cols=len(block.heads))
    table.style = "Table Grid"
    table.autofit = False
    properties = table._tbl.tblPr
    properties.find(qn("w:tblLayout")).addprevious(borders())
    told = OxmlElement("w:tblDescription")
    told.set(qn("w:val"), plain(block.label))
    properties.append(told)
    weights = block.weights or [1] * len(block.heads)
    widths = [int((WIDE - 2 * MARGIN) * weight / sum(weights)) for weight in weights]
    filled(table.rows[0], [[Run(head, is_bold=True)] for head in block.heads], widths)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in block.rows:
        filled(table.add_row(), row, widths)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    made.add_paragraph().paragraph_format.space_after = Pt(2)


def filled(row: Any, cells: Any, widths: list[int]) -> None:
    """Words into the cells of a row, which stays in one piece."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, words, width in zip(row.cells, cells, widths, strict=True):
        cell.width = width
        line = cell.paragraphs[0]
        line.paragraph_format.space_after = Pt(1)
        written(line, words, CELL)


def borders() -> Any:
    """Hairlines between the rows, nothing between the columns."""
    made = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        is_drawn = side in ("top", "bottom", "insideH")
        for name, value in (("val", "single" if is_drawn else "nil"), ("sz", "4"), ("space", "0"), ("color", "C9C6BE")):
            line.set(qn(f"w:{name}"), value)
        made.append(line)
    return made


def described(properties: Any, brief: Brief) -> None:
    """What the file says of itself; no person's name stands in it."""
    properties.title, properties.subject = shortened(brief.title, 250), shortened(brief.subtitle, 250)
    properties.author = properties.last_modified_by = AUTHOR
    properties.comments, properties.language = "", "en-GB"
    properties.created = properties.modified = dt.datetime.combine(brief.made_on, dt.time())
