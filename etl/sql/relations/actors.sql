-- Everyone who can speak, pledge or be spoken of: countries, organisations and persons.
-- One row per actor.
create table actors as
select
    countries.actor_id,
    'country' as actor_kind,
    countries.name,
    countries.label,
    countries.capital as place,
    countries.latitude,
    countries.longitude,
    countries.region
from countries
union all
select
    organisations.actor_id,
    'organisation',
    organisations.name,
    organisations.label,
    organisations.seat,
    organisations.latitude,
    organisations.longitude,
    organisations.region
from organisations
union all
select speakers.speaker_id, 'person', speakers.name, speakers.name, null, null, null, null
from speakers
order by actor_kind, actor_id;
