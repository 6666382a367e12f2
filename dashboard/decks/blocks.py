"""What a brief is made of before it is a document: headings, lines, tables. Nothing here knows of Word."""

from collections.abc import Sequence
from dataclasses import dataclass

NORMAL, BULLET, QUOTE, NOTE = "Normal", "List Bullet", "Quote", "Caption"


@dataclass(frozen=True)
class Run:
    """Words of one kind; `href` leads to a page of the web."""

    text: str
    is_bold: bool = False
    is_quiet: bool = False
    href: str = ""


Words = Sequence[Run]


@dataclass(frozen=True)
class Heading:
    """A heading; sections are of level 1, what stands within them of level 2 and 3."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Line:
    """A paragraph in a style, set in by so many steps."""

    words: Words
    style: str = NORMAL
    depth: int = 0


@dataclass(frozen=True)
class Table:
    """Rows under headings; `weights` are the columns' shares of the width, `label` says what it holds."""

    heads: Sequence[str]
    rows: Sequence[Sequence[Words]]
    label: str
    weights: Sequence[float] = ()


Block = Heading | Line | Table


def said(text: object) -> list[Run]:
    """Plain words; nothing for nothing."""
    return [Run(str(text))] if text else []


def bold(text: object) -> list[Run]:
    """Words that are read first."""
    return [Run(str(text), is_bold=True)] if text else []


def quiet(text: object) -> list[Run]:
    """Words that stand back."""
    return [Run(str(text), is_quiet=True)] if text else []


def joined(parts: Sequence[Words], by: str = " ") -> list[Run]:
    """Parts one after the other, those that are empty left out."""
    found: list[Run] = []
    for part in parts:
        if part:
            found += [Run(by)] * bool(found)
            found += part
    return found


def table(heads: Sequence[str], rows: Sequence[Sequence[Words]], label: str, *weights: float) -> list[Block]:
    """A table, or nothing where it has no rows."""
    return [Table(heads, rows, label, weights)] if rows else []


def section(title: str, blocks: Sequence[Block]) -> list[Block]:
    """A section under its heading, or nothing where there is nothing to say."""
    return [Heading(title), *blocks] if blocks else []


def outlined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, no level of their headings left out: whoever hears a document steps from heading to heading."""
    above, found = [1], list[Block]()  # the title stands above the first section
    for block in blocks:
        if isinstance(block, Heading):
            above = [*(level for level in above if level < block.level), block.level]
            block = Heading(block.text, len(above))
        found.append(block)
    return found
