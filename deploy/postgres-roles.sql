-- Roles of Shian on a PostgreSQL server, for psql as a superuser, once for a server and again for each database:
--   createdb shian
--   psql -v ON_ERROR_STOP=1 -v owner_password=... -v app_password=... -d shian -f postgres-roles.sql
-- shian_owner owns the tables and is logged in as only while the schema is brought up to date (DATABASE_OWNER_URL);
-- shian_app is the login of the running product (DATABASE_URL): neither owner nor superuser;
-- shian_person is nobody's login: every transaction of a person runs under it, behind row-level security.
select 'create role shian_owner login' where not exists (select from pg_roles where rolname = 'shian_owner') \gexec
select 'create role shian_app login' where not exists (select from pg_roles where rolname = 'shian_app') \gexec
select 'create role shian_person nologin' where not exists (select from pg_roles where rolname = 'shian_person') \gexec
alter role shian_owner nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'owner_password';
alter role shian_app nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'app_password';
alter role shian_person nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
grant shian_person to shian_app;

-- Nobody else comes into this database, and only the owner makes tables in it.
select format('revoke all on database %I from public', current_database()) \gexec
select format('grant connect on database %I to shian_app', current_database()) \gexec
select format('grant connect, create on database %I to shian_owner', current_database()) \gexec
revoke all on schema public from public;
grant usage, create on schema public to shian_owner;
grant usage on schema public to shian_app, shian_person;

-- What the owner makes, now and in later versions, the product and its persons may use.
alter default privileges for role shian_owner in schema public
  grant select, insert, update, delete on tables to shian_app;
alter default privileges for role shian_owner in schema public grant usage on sequences to shian_app;
grant select, insert, update, delete on all tables in schema public to shian_app;
grant usage on all sequences in schema public to shian_app;
