"""What the address and the filters may name: vocabularies with their labels, actors, events, phases per kind."""

import unicodedata
from dataclasses import dataclass

from dashboard.catalogue import Catalogue
from dashboard.database import Database

LABELS = """
select 'actor' as vocabulary, actors.actor_id as code, actors.label from actors
union all by name select 'country' as vocabulary, actor_id as code, label from countries
union all by name select 'organisation' as vocabulary, actor_id as code, label from organisations
union all by name select 'speaker' as vocabulary, speaker_id as code, name as label from speakers
union all by name select 'event' as vocabulary, event_id as code, title as label from events
union all by name select 'bloc' as vocabulary, code, label from bloc
union all by name select 'topic' as vocabulary, code, label from topic
union all by name select 'tone' as vocabulary, code, label from tone
union all by name select 'pledge_kind' as vocabulary, code, label from pledge_kind
union all by name select 'pledge_status' as vocabulary, code, label from pledge_status
union all by name select 'phase' as vocabulary, code, label from phase
union all by name select 'basis' as vocabulary, code, label from basis
union all by name select 'area' as vocabulary, code, label from area
union all by name select 'instrument' as vocabulary, code, label from instrument
union all by name select 'condition' as vocabulary, code, label from condition
union all by name
    select distinct 'alternative_group' as vocabulary, alternative_group as code, alternative_group as label
    from condition
    where alternative_group is not null
union all by name select 'framework' as vocabulary, code, label from framework
union all by name select 'event_category' as vocabulary, code, label from event_category
union all by name select 'standing' as vocabulary, code, label from standing
union all by name select 'quote_form' as vocabulary, code, label from quote_form
union all by name select 'measure' as vocabulary, code, label from measure
union all by name select 'doubt_kind' as vocabulary, code, label from doubt_kind
union all by name
    select 'relation' as vocabulary, table_name as code, table_name as label from duckdb_columns()
    where database_name = current_database() and not internal
    group by table_name
union all by name
    select distinct 'relation' as vocabulary, function_name as code, function_name as label from duckdb_functions()
    where database_name = current_database() and not internal
"""

# Vocabularies picked from long lists, which are read by name.
LONG = ("actor", "country", "organisation", "place", "speaker")
# Letters with a stroke, which no decomposition takes off.
STROKED = str.maketrans("đłøı", "dloi")

PHASES = """
select pledges.kind, pledges.phase, count(*) as pledges
from pledges
join pledge_kind on pledge_kind.code = pledges.kind
where pledge_kind.is_position and pledges.phase is not null
group by all
order by pledges.kind, pledges desc, pledges.phase
"""

KIEL_RELEASES = """
select
    aid_totals.kiel_release::varchar as code,
    'Release ' || aid_totals.kiel_release || ', to '
        || strftime(max(aid_totals.covers_until_on), '%-d %B %Y') as label
from aid_totals
group by aid_totals.kiel_release
order by aid_totals.kiel_release desc
"""

IS_ROW = """
select true from statements where statement_id = $row_id
union all select true from pledges where pledge_id = $row_id
"""
IS_STATEMENT = """
select true from statements where statement_id = $row_id
"""


@dataclass(frozen=True)
class Ids:
    """Ids that are looked up when somebody asks whether one is among them: there may be a million."""

    db: Database
    sql: str

    def __contains__(self, row_id: object) -> bool:
        return isinstance(row_id, str) and not self.db.query(self.sql, row_id=row_id).empty


def catalogue(db: Database) -> Catalogue:
    """The catalogue of the build that lies there now; read once per build."""
    return db.kept("catalogue", lambda: read(db))


def read(db: Database) -> Catalogue:
    """The catalogue, asked of the database."""
    release = db.release()
    phases: dict[str, tuple[str, ...]] = {}
    for row in db.ask(PHASES).rows:
        phases[row["kind"]] = (*phases.get(row["kind"], ()), row["phase"])
    return Catalogue(
        covered_from=release["covered_from_on"],
        covered_until=release["covered_until_on"],
        dense_from=release["dense_from_on"],
        dense_until=release["dense_until_on"],
        release=release["release"],
        labels=labels(db, phases),
        kinds_phase={kind: found[0] for kind, found in phases.items()},
        kinds_phases=phases,
        row_ids=Ids(db, IS_ROW),
        statement_ids=Ids(db, IS_STATEMENT),
    )


def by_label(item: tuple[str, str]) -> tuple[str, str]:
    """Where a code and its label stand in a list that is read by label."""
    return plain(item[1]), item[0]


def plain(label: str) -> str:
    """A label without capitals and accents: ``Türkiye`` stands between Tunisia and Turkmenistan."""
    parts = unicodedata.normalize("NFKD", label.casefold().translate(STROKED))
    return "".join(one for one in parts if not unicodedata.combining(one))


def labels(db: Database, phases: dict[str, tuple[str, ...]]) -> dict[str, dict[str, str]]:
    """Vocabulary → code → label; `place` is countries and organisations, `position_kind` the kinds with positions.

    Long lists of names are in the order of their labels, the others in that of the vocabulary.
    """
    found: dict[str, dict[str, str]] = {}
    for row in db.ask(LABELS).rows:
        found.setdefault(row["vocabulary"], {})[row["code"]] = row["label"]
    found["place"] = found.get("country", {}) | found.get("organisation", {})
    found |= {name: dict(sorted(found[name].items(), key=by_label)) for name in LONG if name in found}
    found["contribution_kind"] = {
        code: label for code, label in found.get("pledge_kind", {}).items() if code not in phases
    }
    found["kiel_release"] = {row["code"]: row["label"] for row in db.ask(KIEL_RELEASES).rows}
    found["position_kind"] = {code: label for code, label in found.get("pledge_kind", {}).items() if code in phases}
    return found
