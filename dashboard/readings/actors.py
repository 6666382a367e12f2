"""What the table of actors says, in two sentences computed from its rows."""

from typing import Any

import pandas as pd

from dashboard.readings.names import the
from dashboard.readings.prose import counted, listed, plural, sentence, two
from dashboard.readings.timeline import during

_FIRST = 3


def reading_actors(actors: pd.DataFrame, since: Any, until: Any, wanted: str = "") -> str:
    """Who speaks most, who is spoken of most, who stands between others, how many communities.

    What is ``wanted`` first, as a sentence, goes before the second.
    """
    if actors.empty:
        return two(wanted, f"{during(since, until)}, no statement about another fits this selection.")
    said, heard = _most(actors, "out_statements"), _most(actors, "in_statements")
    of_all = f"{during(since, until)}, of {counted(len(actors), 'actor')}"
    first = f"{of_all} {said} spoke most of others, {heard} were spoken of most"
    groups = actors.groupby("community").size()
    large = int((groups > 1).sum())
    amid = actors[actors["betweenness"] > 0]
    stand = plural(min(len(amid), _FIRST), "stands", "stand")
    between = f"between others {stand} most {_most(amid, 'betweenness', digits=2)}"
    second = "nobody stands between two others" if amid.empty else between
    third = f"the ties form {counted(large, 'community', 'communities')} of two actors or more"
    return two(wanted, sentence(first), sentence(f"{second}; {third}"))


def _most(actors: pd.DataFrame, column: str, digits: int = 0) -> str:
    """``Ukraine (46), Russia (54)``: the first three by a measure, ties by name."""
    top = actors.sort_values([column, "actor"], ascending=[False, True]).head(_FIRST)
    return listed(
        f"{the(str(name))} ({value:.{digits}f})" for name, value in zip(top["actor"], top[column], strict=True)
    )
