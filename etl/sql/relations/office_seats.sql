-- The spans for which a person held any office for a country or organisation, each with the day
-- until which that is known (office_terms).
-- One row per speaker and actor spoken for.
create table office_seats as
select
    office_terms.speaker_id,
    office_terms.actor_id,
    list(
        struct_pack(
            starts_on := office_terms.starts_on,
            known_until_on := office_terms.known_until_on,
            ends_on := office_terms.ends_on
        )
        order by office_terms.starts_on, office_terms.office_id
    ) as spans
from office_terms
group by office_terms.speaker_id, office_terms.actor_id
order by office_terms.speaker_id, office_terms.actor_id;
