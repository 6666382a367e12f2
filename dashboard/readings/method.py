"""How the rows were made, as far as only words can say it: every text of the Data page that no table holds."""

from dataclasses import dataclass
from math import sqrt

COUNTS = "Counts of rows measure this collection, not diplomacy."
FOUND = (
    "The rows were found in excerpts of pages: nobody read every page from its first line to its last. What a page "
    "says further down – a condition, a correction, another speaker – may therefore be missing here.",
    "Each event, statement and pledge names the pages that it rests on. Summaries are in our own words and in the past "
    "tense; a quote has at most 15 words, and says whether it is the original or a translation. A title in [square "
    "brackets] describes a page whose own title was not seen.",
    "Where pages contradict each other, the cell keeps one value and a doubt stands beside it: what rivals it, who "
    "says so, and why it isn’t settled. Nothing contested is averaged. A corrected cell keeps what it said before.",
)
CODED = (
    "One person coded basis and instrument, by rule and by reading; nobody coded them a second time. Another reading "
    "of the same words is often defensible, and where we saw one, a doubt of that kind stands at the cell.",
    "Three examples stand under each code. They are no choice of ours: among the rows with that code, those without a "
    "doubt come first, then those with most sources, then the newest; a pledger or speaker "
    "comes a second time only where there are no three.",
)
CHECKED = (
    "Twice, random rows were held against pages other than those they came from. A fault is major where it would "
    "mislead about who stood where and when; minor where a detail is off."
)
REMAIN = (
    "What was found is corrected. Others of its kind remain, and these two figures are the best estimate there is of "
    "how many: each was taken before the repairs that followed it."
)
REPRESENTED = "What is easy to find is over-represented here; what is hard to find is under-represented."
SILENCE = (
    "A month, a country or a speaker without rows is a fact about the pages that were read. It is never silence, and "
    "“no record” is never “declined”.",
    "Amounts in pledges overlap – frames hold their parts, joint packages name one sum – and are never added up. "
    "Totals of aid come from the Kiel Institute alone, one release and one measure at a time.",
    "A number of countries that a speaker gave, such as the 26 of 4 September 2025, is a number said, not a list of "
    "rows.",
)


@dataclass(frozen=True)
class Check:
    """A blind check: how many random rows, with how many faults, which the major ones were, what followed."""

    rows: int
    major: int
    minor: int
    faults: str
    after: str

    @property
    def share(self) -> float:
        """Share of rows with a major fault, in per cent."""
        return 100 * self.major / self.rows


CHECKS = (
    Check(
        110,
        4,
        15,
        "All four gave a day taken from a later report.",
        "Every row of a position was read again, and rows on weak pages were given better ones.",
    ),
    Check(
        108,
        3,
        25,
        "An answer by someone who had spoken first; a refusal coded for another force than the one refused; a sum "
        "dated by its budget bill.",
        "Each link from an answer to what it answers was judged by itself: 83 were taken out, 58 kept with a doubt.",
    ),
)


def checked() -> Check:
    """Both checks together."""
    return Check(
        sum(one.rows for one in CHECKS), sum(one.major for one in CHECKS), sum(one.minor for one in CHECKS), "", ""
    )


def interval(count: int, rows: int) -> tuple[float, float]:
    """Wilson's interval for a share at 95 per cent, both ends in per cent."""
    z, share = 1.96, count / rows
    middle = share + z * z / (2 * rows)
    width = z * sqrt(share * (1 - share) / rows + z * z / (4 * rows * rows))
    return tuple(100 * (middle + sign * width) / (1 + z * z / rows) for sign in (-1, 1))  # type: ignore[return-value]


# What the codes of a vocabulary decide, said before its rules.
RULES = {
    "pledge_status": (
        "Status: how far a pledger went",
        "A scale from signed to declined; delivered and withdrawn stand beside it. Readings never fold “open” into "
        "“would send”.",
    ),
    "basis": (
        "Basis: whose word counts",
        "The newest row whose word counts is the position; of several on one day, the basis of better rank. A word "
        "that doesn’t count never replaces it, but comes along. A head of state counts only where that office conducts "
        "foreign or defence policy.",
    ),
    "phase": (
        "Phase: which debate",
        "Positions of different phases answer different questions and never replace each other. Contributions have "
        "no phase.",
    ),
    "tone": (
        "Tone: how a speaker speaks of another",
        "Of the words of one statement toward one person, country or organisation; not of the relation between them. "
        "A tone over several statements is a composition and never a mean.",
    ),
}
GAPS = (
    "After the dense days only chief events were recorded: thin months are pale in every chart.",
    "The resolution of the General Assembly of 24 February 2026 has a provisional id, and its votes are known by name "
    "only in part: those against, and some abstentions.",
    "The Nordic-Baltic and the neutral group are of our own making; their memberships carry neither source nor day.",
    "Of Moldova’s joining the coalition no day is known.",
    "For broad meetings not everyone who took part is named in the pages relied on.",
)
REVIEWED = (
    "No column says when a row was last read again. What stands for it: rows that neither a doubt nor a correction "
    "names, those recorded first, then those that rest on fewest sources."
)
LICENCE = (
    "Our tables, their codebook and everything made from them are under Creative Commons Attribution 4.0 International "
    "(CC BY 4.0): take, change and publish them, also for money; name the Guarantees project and the release. Quotes "
    "stay their speakers’ and publishers’ own: at most 15 words each, with their source.",
    "Not ours to license: the aid figures of the Kiel Institute for the World Economy. Its terms of re-use are not "
    "settled, so no licence of ours stands over these tables. Give the Institute’s credit line, release and date "
    "beside each figure, and ask it before you publish the tables again.",
)
CITE = (
    "Cite the release, not the site: its name says exactly which data you used. Each view and each row has a reference "
    "of its own, in the menu “Download”."
)
FILES = {
    "CSV": "the tables as they were written down, cell by cell, in one canonical order",
    "Parquet": "every table and view of the database, typed",
    "Database": "DuckDB: tables, link tables, views, and relations that take a day or a row",
    "Papers": "codebook, Data Package, citation, change log, licence and digests",
}
