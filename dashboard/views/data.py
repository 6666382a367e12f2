"""Data: how it was made, what each column means, how good it is, how to take it along."""

from dashboard.components.exhibit import framed
from dashboard.desk import Desk
from dashboard.exhibits.data import data as data_exhibit
from dashboard.parts.opener import opener

SHAPES = {"method": "Method", "codebook": "Codebook", "quality": "Quality", "release": "Release"}


def data(desk: Desk) -> None:
    """One of the four documents about the release, and the place to drop a picture on."""
    framed(desk, data_exhibit(desk.db, desk.selection, desk.catalogue), SHAPES, opener())
