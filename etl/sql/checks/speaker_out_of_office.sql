-- {speaker_id} held no recorded office on {value}; correct the day or the speaker, or add the office to offices.csv

select
    'statements' as table_name,
    statements._key as row_id,
    statements._line as line,
    'said_on' as column_name,
    statements.said_on as value,
    statements.speaker_id
from statements
where statements.said_on is not null
    and statements.speaker_id is not null
    and not exists (
        select 1 from offices
        where offices.speaker_id = statements.speaker_id
            and coalesce(offices.held_from_on, statements.said_on) <= statements.said_on
            and coalesce(offices.held_until_on, statements.said_on) >= statements.said_on
    )
    and not exists (
        select 1 from offices
        where list_contains(offices._unread, 'speaker_id')
            and coalesce(offices.held_from_on, statements.said_on) <= statements.said_on
            and coalesce(offices.held_until_on, statements.said_on) >= statements.said_on
    )
