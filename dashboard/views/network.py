"""Network: who speaks of whom, and how."""

from dashboard.components.exhibit import framed
from dashboard.desk import Desk
from dashboard.exhibits.network import network as network_exhibit

SHAPES = {"network": "Network", "matrix": "Matrix"}


def network(desk: Desk) -> None:
    """The ties of the selection, as a drawing or as a matrix."""
    framed(desk, network_exhibit(desk.db, desk.selection, desk.catalogue), SHAPES)
