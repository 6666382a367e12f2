"""Statements that somebody might send to find out about the server, to change something, or to wear it out."""

PRIES = """
pragma database_list
pragma version
pragma user_agent
pragma show_tables
pragma table_info('pledges')
call pragma_version()
call duckdb_settings()
from duckdb_settings()
from DUCKDB_SETTINGS()
select "value" from "duckdb_settings"() where name = 'temp_directory'
from system.main.duckdb_settings()
from main.duckdb_settings()
from duckdb_databases()
from duckdb_databases
from system.main.duckdb_databases
select path from system.main.duckdb_databases()
from pragma_database_list
select file from main.pragma_database_list
from pg_catalog.pg_settings
from pg_settings
from pg_database
from system.pg_catalog.pg_settings
from sqlite_master
from duckdb_extensions()
from duckdb_secrets()
from which_secret('s3://bucket/x', 's3')
from duckdb_temporary_files()
from duckdb_logs
from duckdb_logs()
from duckdb_variables()
from duckdb_memory()
from duckdb_external_file_cache()
from duckdb_prepared_statements()
from duckdb_profiling_settings()
from duckdb_connection_count()
from pragma_storage_info('pledges')
from pragma_metadata_info()
from pragma_database_size()
from pragma_platform()
from pragma_user_agent()
show databases
show variables
describe duckdb_settings
summarize pragma_database_list
describe from duckdb_settings()
select current_setting('temp_directory')
select CURRENT_SETTING('secret_directory')
select "current_setting"('home_directory')
select system.main.current_setting('memory_limit')
select 'allowed_paths'.current_setting()
select list_transform(['allowed_paths'], lambda x: current_setting(x))
select 1 order by current_setting('allowed_paths')
select (select current_setting('allowed_paths'))
with a as (select current_setting('allowed_paths') as x) from a
select * from range(1) where current_setting('threads') = 1
select getenv('GUARANTEES_SECRET')
select getenv('PATH')
select getvariable('x')
select setseed(0.5), write_log('x')
from query('from duckdb_settings()')
from query_table('duckdb_settings')
from query_table(['duckdb_settings'])
select * from (from query('pragma database_list'))
from json_execute_serialized_sql(json_serialize_sql('from duckdb_settings()'))
pragma json_execute_serialized_sql('{}')
select * from pledges, lateral (from duckdb_settings())
select * from pledges where exists (from duckdb_databases())
select 1 union all select path from duckdb_databases()
pivot duckdb_settings on name in ('threads') using first(value)
unpivot duckdb_databases on path
values ((select path from duckdb_databases() limit 1))
explain select 1
explain analyze select * from duckdb_settings()
explain analyze copy (select 1) to '/tmp/out.csv'
select * from connection
from connection
from names
from asked
from sys
from LIMITS
from arrow_scan(1, 2, 3)
from pandas_scan(1234567)
from python_map_function(1)
from seq_scan('pledges')
select inet_server_addr(), current_query_id()
/* quiet */ from -- nothing
    duckdb_settings /* x */ ()
"""

REACHES = """
from '/etc/passwd'
from "/etc/hosts"
select * from 'data/build/guarantees.duckdb'
from 'guarantees.duckdb'
from '*.csv'
from '/proc/self/environ'
from '/proc/self/maps'
from 'https://example.org/x.csv'
from 's3://bucket/x.parquet'
from read_csv('/etc/passwd')
from read_csv_auto('/etc/passwd')
from read_text('/etc/passwd')
from read_text('/proc/self/environ')
from read_blob('/etc/shadow')
from read_json('/etc/x.json')
from read_ndjson_objects('/etc/x.json')
from read_parquet('x.parquet')
from parquet_scan('x.parquet')
from parquet_metadata('x.parquet')
from read_duckdb('/work/x.duckdb')
from sniff_csv('/etc/passwd')
from glob('/*')
from glob('*')
select * from range(1), glob('/etc/*')
copy pledges to '/tmp/out.csv'
copy (select 1) to '/dev/stdout'
copy pledges from '/etc/passwd'
copy from database guarantees to memory
export database '/tmp/out'
import database '/tmp/out'
attach '/tmp/other.duckdb' as other
attach ':memory:' as other
attach 'postgres:host=localhost' as p (type postgres)
detach guarantees
use memory
use system
install httpfs
install spatial from community
load httpfs
load '/tmp/evil.duckdb_extension'
force install fts
update extensions
connect 'x'
use x
use guarantees.main
start transaction
rollback
abort
-- quiet
 install x
/* quiet */ checkpoint
reset all
select read_text('/etc/passwd')
from '/etc/passwd' join pledges on true
select * from "x.parquet"
set threads = 64
set memory_limit = '100GB'
set enable_external_access = true
set lock_configuration = false
set global allow_unsigned_extensions = true
set variable x = 1
reset memory_limit
set file_search_path = '/'
pragma enable_profiling
pragma memory_limit = '10GB'
pragma enable_logging
call enable_logging()
call truncate_duckdb_logs()
create table x as select 1
create temp table x as select 1
create view v as select 1
create macro m() as 1
create or replace temp macro duckdb_settings() as table select 1
create function f(a) as a
create schema s
create sequence s
create type t as enum ('a')
create secret s (type s3, key_id 'a', secret 'b')
create index i on pledges (kind)
insert into pledges (pledge_id) values ('x')
with x as (select 1) insert into release from x
update pledges set summary = 'x'
delete from pledges
truncate pledges
merge into pledges using pledges as p on false when not matched then insert
drop table pledges
drop macro positions_on
alter table pledges rename to x
comment on table pledges is 'x'
begin
commit
checkpoint
force checkpoint guarantees
vacuum
analyze
prepare p as select 1
execute p
deallocate p
select 1; drop table pledges
select 1; select 2
select 1; pragma database_list
"""

WEARS_OUT = """
select repeat('x', 1000000000)
select repeat(repeat('x', 10000), 100000)
select list(range) from range(1000000000)
select string_agg(repeat('x', 1000), ',') from range(10000000)
select array_resize([1], 1000000000)
select list(concat(a, b, c, d)) from statements a, statements b, statements c, statements d
select count(*) from range(10000000) a, range(10000000) b
with recursive t as (select 1 as n union all select n + 1 from t) select max(n) from t
"""

HARMLESS = """
select version() is not null
select current_user, current_database(), current_schema()
select current_query() is not null
select parse_path('/etc/passwd')
select error('/etc/passwd and ' || '/var/lib/x')
select $secret
select ?
select * from no_such_table
select 1 from release having
from release where release ~ '(((((a'
select 'a' collate de
select 1 / 0
from range(20000)
from generate_series(1, 10)
select * from pledges using sample 3
from information_schema.tables
from information_schema.schemata
from information_schema.columns
from duckdb_tables()
from duckdb_views()
from duckdb_columns()
from duckdb_functions()
show tables
show all tables
describe pledges
summarize pledges
select '''; drop table pledges; --'
select '<script>alert(1)</script>', '=cmd|'' /C calc''!A0'
select 'é' || chr(128512)
select 'infinity'::date, 'nan'::double, '290000-01-01'::timestamp
select repeat('x', 20000) from range(10000)
"""


def each(text: str) -> list[str]:
    """The statements of a list, one a line; an indented line belongs to the one before."""
    return text.strip().replace("\n ", "\0 ").split("\n")


def listed(text: str) -> list[str]:
    """The same as they are sent."""
    return [one.replace("\0", "\n") for one in each(text)]
