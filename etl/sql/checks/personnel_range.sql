-- the highest number {value} is below the lowest {personnel_min}; swap or correct them

select
    'pledges' as table_name,
    _key as row_id,
    _line as line,
    'personnel_max' as column_name,
    personnel_max as value,
    personnel_min
from pledges
where personnel_max < personnel_min
