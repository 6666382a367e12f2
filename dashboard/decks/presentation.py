"""A deck as a PPTX file: one wide slide a view, its words editable, its picture sharp; the last says how to cite."""

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from dashboard.citing.dataset import AUTHOR
from dashboard.decks.closing import TITLE, Point
from dashboard.decks.colours import INK, MUTED, PAPER
from dashboard.decks.plainly import plain, shortened
from dashboard.decks.slide import Slide
from dashboard.decks.table import table_on

WIDE, HIGH = Inches(13 + 1 / 3), Inches(7.5)
HEAD_TOP, HEAD_HIGH = Inches(0.14), Inches(0.64)
# The picture is as wide as the slide, so that its type is as large as if it were one.
BODY_TOP, BODY_HIGH = Inches(0.82), Emu(WIDE * 900 // 1920)
FOOT_TOP, FOOT_HIGH = Inches(7.1), Inches(0.34)
# Words begin where those of the picture do, which has a margin of its own.
INSET = Emu(WIDE * 50 // 1920)
WORDS = Emu(WIDE - 2 * INSET)
TITLE_ONLY, WITH_BODY = 5, 1
# So many letters stay in one line, or in two, at a size in points.
TITLE_SIZES = ((60, 28), (72, 24), (88, 20), (170, 17))
LONGEST_TITLE, LONGEST_CAPTION, LONGEST_READING = 170, 260, 600


@dataclass(frozen=True)
class Deck:
    """Slides in order, the points of the last one with its notes, and what the file says of itself."""

    title: str
    subject: str
    slides: Sequence[Slide]
    points: Sequence[Point]
    notes: Sequence[str]
    made_on: dt.date


def presentation(deck: Deck) -> bytes:
    """The file."""
    made = blank()
    for one in deck.slides:
        viewed(made, one)
    closed(made, deck)
    described(made.core_properties, deck.title, deck.subject, deck.made_on)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def blank() -> Any:
    """A wide presentation on our paper; what the library's own template says of its maker is gone."""
    made = Presentation()
    before = made.slide_width
    made.slide_width, made.slide_height = Emu(WIDE), HIGH
    for sheet in (made.slide_master, *made.slide_layouts):
        for shape in sheet.placeholders:
            if shape._element.spPr.find(qn("a:xfrm")) is not None:
                shape.left, shape.width = Emu(shape.left * WIDE // before), Emu(shape.width * WIDE // before)
    ground = made.slide_master.background.fill
    ground.solid()
    ground.fore_color.rgb = PAPER
    package = made.part.package
    for name in [name for name, one in package._rels.items() if one.reltype.endswith("/thumbnail")]:
        package.drop_rel(name)
    return made


def described(properties: Any, title: str, subject: str, made_on: dt.date) -> None:
    """What a file says of itself; no person's name stands in it."""
    properties.title, properties.subject = shortened(title, 250), shortened(subject, 250)
    properties.author = properties.last_modified_by = AUTHOR
    properties.comments, properties.language = "", "en-GB"
    properties.created = properties.modified = dt.datetime.combine(made_on, dt.time())


def viewed(made: Any, one: Slide) -> None:
    """A view on a slide of its own."""
    page = titled(made, TITLE_ONLY, one.title)
    if one.picture is not None:
        shown = page.shapes.add_picture(io.BytesIO(one.picture), 0, BODY_TOP, WIDE, BODY_HIGH)
        shown.name = "View"
        shown._element.nvPicPr.cNvPr.set("descr", plain(f"{one.title}. {one.reading}"))
    else:
        told = box(page, "Reading", BODY_TOP, Inches(1.35))
        write(told, shortened(one.reading, LONGEST_READING), 16)
        table_on(page, one.heads, one.rows, (INSET, BODY_TOP + Inches(1.4), WORDS), one.title)
        said = box(page, "What is missing", Emu(FOOT_TOP - Inches(0.55)), Inches(0.5))
        write(said, f"No picture here. {one.missing}", 11, MUTED)
    caption = box(page, "Caption", FOOT_TOP, FOOT_HIGH)
    write(caption, shortened(one.caption, LONGEST_CAPTION), 13 if len(one.caption) < 120 else 11, MUTED)
    if one.address:
        linked(caption.paragraphs[0], " Open this view", one.address)
    noted(page, one.notes)


def closed(made: Any, deck: Deck) -> None:
    """The last slide."""
    page = titled(made, WITH_BODY, TITLE)
    body = page.placeholders[1]
    body.left, body.top, body.width, body.height = INSET, BODY_TOP, WORDS, Emu(BODY_HIGH + FOOT_HIGH)
    frame = body.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    for place, (word, told) in enumerate(deck.points):
        line = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        line.space_after = Pt(8)
        run_in(line, f"{word}. ", 16, INK, is_bold=True)
        is_address = told.startswith(("https://", "http://"))
        size = 16 if len(told) < 400 else 12
        linked(line, shortened(told, 200), told, size) if is_address else run_in(line, told, size, INK)
    noted(page, deck.notes)


def titled(made: Any, layout: int, words: str) -> Any:
    """A new slide with its title."""
    page = made.slides.add_slide(made.slide_layouts[layout])
    head = page.shapes.title
    head.left, head.top, head.width, head.height = INSET, HEAD_TOP, WORDS, HEAD_HIGH
    said = shortened(words, LONGEST_TITLE)
    size = next(size for most, size in TITLE_SIZES if len(said) <= most)
    write(head.text_frame, said, size, is_bold=True)
    head.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    return page


def box(page: Any, name: str, top: int, high: int) -> Any:
    """An empty text box as wide as the picture; its frame."""
    shape = page.shapes.add_textbox(INSET, top, WORDS, high)
    shape.name = name
    return shape.text_frame


def write(frame: Any, words: str, size: float, colour: RGBColor = INK, is_bold: bool = False) -> None:
    """One paragraph of plain words, from the left edge, wrapped; nothing shrinks by itself."""
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    line = frame.paragraphs[0]
    line.alignment = PP_ALIGN.LEFT
    run_in(line, words, size, colour, is_bold)


def run_in(line: Any, words: str, size: float, colour: RGBColor, is_bold: bool = False) -> Any:
    """Words added to a paragraph."""
    run = line.add_run()
    run.text = plain(words) + (" " if words.endswith(" ") else "")
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), is_bold, colour
    return run


def linked(line: Any, words: str, address: str, size: float = 11) -> None:
    """Words that lead to an address."""
    run = line.add_run()
    run.text = (" " if words.startswith(" ") else "") + plain(words)
    run.font.size = Pt(size)
    run.hyperlink.address = address


def noted(page: Any, lines: Sequence[str]) -> None:
    """The speaker's notes, a line a paragraph."""
    page.notes_slide.notes_text_frame.text = "\n".join(line for line in map(plain, lines) if line)
