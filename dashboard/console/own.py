"""A view's own questions, as a reader may edit them: parameters written out as what they stand for."""

from dashboard.database import Asked
from dashboard.endings.script import TOKEN, literal


def readable(asked: Asked) -> str:
    """The statement with every `$parameter` as a literal."""
    return TOKEN.sub(lambda found: literal(asked.parameters[found[1]]) if found[1] else found[0], asked.sql)
