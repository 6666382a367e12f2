"""Network: who speaks of whom, and how."""

from dashboard.components.exhibit import framed
from dashboard.desk import Desk
from dashboard.exhibits.network import network as network_exhibit

SHAPES = {"network": "Network", "matrix": "Matrix", "actors": "Actors"}


def network(desk: Desk) -> None:
    """The ties of the selection, as a drawing, a matrix or a list of who is in it."""
    framed(desk, network_exhibit(desk.db, desk.selection, desk.catalogue), SHAPES)
