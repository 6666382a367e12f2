"""Why the network's numbers are what they are: the mentions that its ties count, and those near them that don't."""

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.exhibits.exhibit import Count
from dashboard.exhibits.ties import View, tie_ids
from dashboard.queries import mentions as asks
from dashboard.readings.prose import counted
from dashboard.selection import Selection

COLUMNS = {
    "said_on": "Said on",
    "speaker": "Speaker",
    "source": "Speaking",
    "target": "Spoken of",
    "mentioned": "Named",
    "tone": "Tone",
    "summary": "In short",
    "why": "Not counted because",
}
TIE_COLUMNS = {"source": "Speaking", "target": "Spoken of", "statements": "Statements", "tone": "Tone", "why": "Rule"}
THIN = "fewer than three statements: drawn thin, never ranked"


def counts(db: Database, selection: Selection, catalogue: Catalogue, seen: View, ties: Asked) -> tuple[Count, ...]:
    """The mentions counted with those left out, each with its rule; the ranked ties with those too thin to rank.

    `ties` is the question that the ties answer.
    """
    asked = asks.mentions(db, selection, catalogue, list(tie_ids(seen.chosen)))
    is_in = asked.frame["why"].isna()
    counted_rows, left = asked.frame[is_in].reset_index(drop=True), asked.frame[~is_in].reset_index(drop=True)
    ranked, thin = seen.chosen[seen.chosen["is_ranked"]], seen.chosen[~seen.chosen["is_ranked"]]
    return (
        Count(
            f"{counted(len(counted_rows), 'mention')} in {counted(len(seen.chosen), 'tie')}",
            counted_rows.drop(columns="why"),
            left,
            COLUMNS,
            asked,
        ),
        Count(
            f"{counted(len(ranked), 'tie')} of three statements or more",
            ranked.drop(columns="statement_ids").reset_index(drop=True),
            thin.drop(columns="statement_ids").assign(why=THIN).reset_index(drop=True),
            TIE_COLUMNS,
            ties,
        ),
    )
