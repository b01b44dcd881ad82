-- The second wall. Policies bind whoever runs under the role shian_person, and any transaction that set shian.bound;
-- the product itself (sign-in, jobs, pictures) is not bound. Forced, so that they bind the owner of the tables too.
do $$ begin
  if not exists (select from pg_roles where rolname = 'shian_person') then
    create role shian_person nologin;
  end if;
exception
  -- A login that may not make roles: the policies then bind by shian.bound alone.
  when insufficient_privilege then null;
  when duplicate_object then null;
  when unique_violation then null;
end $$;
--> statement-breakpoint
create function shian_bound() returns boolean language sql stable as $$
  select current_user = 'shian_person' or coalesce(current_setting('shian.bound', true), '') = 'on'
$$;
--> statement-breakpoint
create function shian_is(variadic wanted text[]) returns boolean language sql stable as $$
  select not shian_bound() or string_to_array(coalesce(current_setting('shian.roles', true), ''), ',') && wanted
$$;
--> statement-breakpoint
create function shian_self(person text) returns boolean language sql stable as $$
  select not shian_bound() or person = current_setting('shian.person', true)
$$;
--> statement-breakpoint
create function shian_reaches(place text) returns boolean language sql stable as $$
  select not shian_bound() or case
    when place is null then coalesce(current_setting('shian.unplaced', true), '') = 'on'
    else coalesce((
      select left(entry, 1) = '+'
      from unnest(string_to_array(coalesce(current_setting('shian.reach', true), ''), ',')) as entry
      -- A zone's code, which begins with a letter, is no prefix of another's.
      where entry <> '' and case
        when entry ~ '^.[A-Z]' then place = substr(entry, 2)
        else starts_with(place, substr(entry, 2))
      end
      order by length(entry) desc
      limit 1
    ), false)
  end
$$;
--> statement-breakpoint
create function shian_named(object text) returns boolean language sql stable as $$
  select not shian_bound() or object = any (string_to_array(coalesce(current_setting('shian.named', true), ''), ','))
$$;
--> statement-breakpoint
-- What a grant or a stand-in is for, by name alone, for those who may see the grant but not the register: all of it for
-- an id, officials by a part of their name, establishments by their whole credit code.
create function shian_find_target(kind text, wanted_id text, written text) returns table (id text, name text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  bound text := coalesce(current_setting('shian.bound', true), '');
  asking text[] := string_to_array(coalesce(current_setting('shian.roles', true), ''), ',');
begin
  if not asking && array['system', 'security', 'office', 'regulator', 'unit', 'liaison', 'official', 'leader']
    or wanted_id is null and not asking && array['security']
  then
    return;
  end if;
  -- The owner of the function is bound as well unless it says that it works as the product itself.
  perform set_config('shian.bound', 'off', true);
  return query
    select found.id, found.name from (
      select official.id::text, official.name || ' ' || official.unit as name from official
      where kind = 'official' and (official.id = wanted_id or strpos(official.name, written) > 0)
      union all
      select establishment.id::text, establishment.name from establishment
      where kind = 'establishment' and (establishment.id = wanted_id or establishment.credit_code = written)
    ) as found
    order by found.name, found.id
    limit 20;
  perform set_config('shian.bound', bound, true);
end
$$;
--> statement-breakpoint
create function shian_target_name(kind text, object text) returns text language sql as $$
  select found.name from shian_find_target(kind, object, null) as found limit 1
$$;
--> statement-breakpoint
-- No administrator holds two roles on any day. Ranges of one hash stand in for equality, which plain gist lacks.
alter table access_grant add constraint access_grant_one_administrator exclude using gist (
  numrange(hashtextextended(person_id, 0)::numeric, hashtextextended(person_id, 0)::numeric, '[]') with &&,
  daterange(valid_from, valid_to) with &&
) where (person_kind = 'administrator');
--> statement-breakpoint
alter table audit_entry enable row level security;
--> statement-breakpoint
alter table audit_entry force row level security;
--> statement-breakpoint
create policy audit_entry_read on audit_entry for select using (not shian_bound() or (shian_is('audit')));
--> statement-breakpoint
create policy audit_entry_add on audit_entry for insert with check (not shian_bound() or (false));
--> statement-breakpoint
create policy audit_entry_change on audit_entry for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy audit_entry_remove on audit_entry for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table audit_change enable row level security;
--> statement-breakpoint
alter table audit_change force row level security;
--> statement-breakpoint
create policy audit_change_read on audit_change for select using (not shian_bound() or (shian_is('audit') or (object_kind = 'establishment' and exists (select from establishment as seen where seen.id = object_id)) or (object_kind = 'official' and exists (select from official as seen where seen.id = object_id))));
--> statement-breakpoint
create policy audit_change_add on audit_change for insert with check (not shian_bound() or (false));
--> statement-breakpoint
create policy audit_change_change on audit_change for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy audit_change_remove on audit_change for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table audit_root enable row level security;
--> statement-breakpoint
alter table audit_root force row level security;
--> statement-breakpoint
create policy audit_root_read on audit_root for select using (not shian_bound() or (shian_is('audit')));
--> statement-breakpoint
create policy audit_root_add on audit_root for insert with check (not shian_bound() or (false));
--> statement-breakpoint
create policy audit_root_change on audit_root for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy audit_root_remove on audit_root for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table official enable row level security;
--> statement-breakpoint
alter table official force row level security;
--> statement-breakpoint
create policy official_read on official for select using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'evaluator', 'leader', 'business') and (exists (select from unnest(jurisdictions) as code where shian_reaches(code)) or exists (select from assignment as held where held.official_id = official.id))));
--> statement-breakpoint
create policy official_add on official for insert with check (not shian_bound() or (shian_is('office') and exists (select from unnest(jurisdictions) as code where shian_reaches(code))));
--> statement-breakpoint
create policy official_change on official for update using (not shian_bound() or (shian_is('office') and exists (select from unnest(jurisdictions) as code where shian_reaches(code)))) with check (not shian_bound() or (shian_is('office') and exists (select from unnest(jurisdictions) as code where shian_reaches(code))));
--> statement-breakpoint
create policy official_remove on official for delete using (not shian_bound() or (shian_is('office') and exists (select from unnest(jurisdictions) as code where shian_reaches(code))));
--> statement-breakpoint
alter table assignment enable row level security;
--> statement-breakpoint
alter table assignment force row level security;
--> statement-breakpoint
create policy assignment_read on assignment for select using (not shian_bound() or (exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
create policy assignment_add on assignment for insert with check (not shian_bound() or (shian_is('office', 'regulator') and exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
create policy assignment_change on assignment for update using (not shian_bound() or (shian_is('office', 'regulator') and exists (select from establishment as seen where seen.id = establishment_id))) with check (not shian_bound() or (shian_is('office', 'regulator') and exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
create policy assignment_remove on assignment for delete using (not shian_bound() or (shian_is('office', 'regulator') and exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
alter table rubric enable row level security;
--> statement-breakpoint
alter table rubric force row level security;
--> statement-breakpoint
create policy rubric_read on rubric for select using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'evaluator', 'leader')));
--> statement-breakpoint
create policy rubric_add on rubric for insert with check (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
create policy rubric_change on rubric for update using (not shian_bound() or (shian_is('office'))) with check (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
create policy rubric_remove on rubric for delete using (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
alter table measurement enable row level security;
--> statement-breakpoint
alter table measurement force row level security;
--> statement-breakpoint
create policy measurement_read on measurement for select using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'evaluator', 'leader')));
--> statement-breakpoint
create policy measurement_add on measurement for insert with check (not shian_bound() or (shian_is('office', 'evaluator')));
--> statement-breakpoint
create policy measurement_change on measurement for update using (not shian_bound() or (shian_is('office', 'evaluator'))) with check (not shian_bound() or (shian_is('office', 'evaluator')));
--> statement-breakpoint
create policy measurement_remove on measurement for delete using (not shian_bound() or (shian_is('office', 'evaluator')));
--> statement-breakpoint
alter table pairing_grade enable row level security;
--> statement-breakpoint
alter table pairing_grade force row level security;
--> statement-breakpoint
create policy pairing_grade_read on pairing_grade for select using (not shian_bound() or (exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
create policy pairing_grade_add on pairing_grade for insert with check (not shian_bound() or (shian_is('office', 'regulator') and exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
create policy pairing_grade_change on pairing_grade for update using (not shian_bound() or (shian_is('office', 'regulator') and exists (select from establishment as seen where seen.id = establishment_id))) with check (not shian_bound() or (shian_is('office', 'regulator') and exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
create policy pairing_grade_remove on pairing_grade for delete using (not shian_bound() or (shian_is('office', 'regulator') and exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
alter table risk_grade enable row level security;
--> statement-breakpoint
alter table risk_grade force row level security;
--> statement-breakpoint
create policy risk_grade_read on risk_grade for select using (not shian_bound() or (exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
create policy risk_grade_add on risk_grade for insert with check (not shian_bound() or (shian_is('office', 'regulator') and exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
create policy risk_grade_change on risk_grade for update using (not shian_bound() or (shian_is('office', 'regulator') and exists (select from establishment as seen where seen.id = establishment_id))) with check (not shian_bound() or (shian_is('office', 'regulator') and exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
create policy risk_grade_remove on risk_grade for delete using (not shian_bound() or (shian_is('office', 'regulator') and exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
alter table import_file enable row level security;
--> statement-breakpoint
alter table import_file force row level security;
--> statement-breakpoint
create policy import_file_read on import_file for select using (not shian_bound() or (shian_is('office', 'system', 'security')));
--> statement-breakpoint
create policy import_file_add on import_file for insert with check (not shian_bound() or (shian_is('office', 'system', 'security')));
--> statement-breakpoint
create policy import_file_change on import_file for update using (not shian_bound() or (shian_is('office', 'system', 'security'))) with check (not shian_bound() or (shian_is('office', 'system', 'security')));
--> statement-breakpoint
create policy import_file_remove on import_file for delete using (not shian_bound() or (shian_is('office', 'system', 'security')));
--> statement-breakpoint
alter table import_run enable row level security;
--> statement-breakpoint
alter table import_run force row level security;
--> statement-breakpoint
create policy import_run_read on import_run for select using (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
create policy import_run_add on import_run for insert with check (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
create policy import_run_change on import_run for update using (not shian_bound() or (shian_is('office'))) with check (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
create policy import_run_remove on import_run for delete using (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
alter table import_row enable row level security;
--> statement-breakpoint
alter table import_row force row level security;
--> statement-breakpoint
create policy import_row_read on import_row for select using (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
create policy import_row_add on import_row for insert with check (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
create policy import_row_change on import_row for update using (not shian_bound() or (shian_is('office'))) with check (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
create policy import_row_remove on import_row for delete using (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
alter table job enable row level security;
--> statement-breakpoint
alter table job force row level security;
--> statement-breakpoint
create policy job_read on job for select using (not shian_bound() or (shian_is('system') or shian_self(person_id)));
--> statement-breakpoint
create policy job_add on job for insert with check (not shian_bound() or (shian_self(person_id)));
--> statement-breakpoint
create policy job_change on job for update using (not shian_bound() or (shian_is('system') or shian_self(person_id))) with check (not shian_bound() or (shian_is('system') or shian_self(person_id)));
--> statement-breakpoint
create policy job_remove on job for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table job_schedule enable row level security;
--> statement-breakpoint
alter table job_schedule force row level security;
--> statement-breakpoint
create policy job_schedule_read on job_schedule for select using (not shian_bound() or (shian_is('office', 'system')));
--> statement-breakpoint
create policy job_schedule_add on job_schedule for insert with check (not shian_bound() or (false));
--> statement-breakpoint
create policy job_schedule_change on job_schedule for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy job_schedule_remove on job_schedule for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table outbox enable row level security;
--> statement-breakpoint
alter table outbox force row level security;
--> statement-breakpoint
create policy outbox_read on outbox for select using (not shian_bound() or (false));
--> statement-breakpoint
create policy outbox_add on outbox for insert with check (true);
--> statement-breakpoint
create policy outbox_change on outbox for update using (true) with check (true);
--> statement-breakpoint
create policy outbox_remove on outbox for delete using (true);
--> statement-breakpoint
alter table office_setting enable row level security;
--> statement-breakpoint
alter table office_setting force row level security;
--> statement-breakpoint
create policy office_setting_read on office_setting for select using (true);
--> statement-breakpoint
create policy office_setting_add on office_setting for insert with check (not shian_bound() or (shian_is('office', 'regulator', 'official', 'system', 'security')));
--> statement-breakpoint
create policy office_setting_change on office_setting for update using (not shian_bound() or (shian_is('office', 'regulator', 'official', 'system', 'security'))) with check (not shian_bound() or (shian_is('office', 'regulator', 'official', 'system', 'security')));
--> statement-breakpoint
create policy office_setting_remove on office_setting for delete using (not shian_bound() or (shian_is('office', 'regulator', 'official', 'system', 'security')));
--> statement-breakpoint
alter table person enable row level security;
--> statement-breakpoint
alter table person force row level security;
--> statement-breakpoint
create policy person_read on person for select using (not shian_bound() or (shian_is('system', 'security') or shian_self(id) or (shian_is('office', 'leader') and id in (select person_id from access_grant))));
--> statement-breakpoint
create policy person_add on person for insert with check (not shian_bound() or (shian_is('system')));
--> statement-breakpoint
create policy person_change on person for update using (not shian_bound() or (shian_is('system'))) with check (not shian_bound() or (shian_is('system')));
--> statement-breakpoint
create policy person_remove on person for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table access_grant enable row level security;
--> statement-breakpoint
alter table access_grant force row level security;
--> statement-breakpoint
create policy access_grant_read on access_grant for select using (not shian_bound() or (shian_is('system', 'security') or shian_self(person_id) or (shian_is('office', 'leader') and (territory is not null and shian_reaches(territory) or exists (select from official as seen where seen.id = official_id) or exists (select from establishment as seen where seen.id = establishment_id)))));
--> statement-breakpoint
create policy access_grant_add on access_grant for insert with check (not shian_bound() or (shian_is('security') and not shian_self(person_id)));
--> statement-breakpoint
create policy access_grant_change on access_grant for update using (not shian_bound() or (shian_is('security') and not shian_self(person_id))) with check (not shian_bound() or (shian_is('security') and not shian_self(person_id)));
--> statement-breakpoint
create policy access_grant_remove on access_grant for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table unit enable row level security;
--> statement-breakpoint
alter table unit force row level security;
--> statement-breakpoint
create policy unit_read on unit for select using (true);
--> statement-breakpoint
create policy unit_add on unit for insert with check (not shian_bound() or (shian_is('system') or (shian_is('office') and shian_reaches(territory))));
--> statement-breakpoint
create policy unit_change on unit for update using (not shian_bound() or (shian_is('system') or (shian_is('office') and shian_reaches(territory)))) with check (not shian_bound() or (shian_is('system') or (shian_is('office') and shian_reaches(territory))));
--> statement-breakpoint
create policy unit_remove on unit for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table unit_member enable row level security;
--> statement-breakpoint
alter table unit_member force row level security;
--> statement-breakpoint
create policy unit_member_read on unit_member for select using (true);
--> statement-breakpoint
create policy unit_member_add on unit_member for insert with check (not shian_bound() or (shian_is('office') and group_id in (select id from unit where shian_reaches(territory))));
--> statement-breakpoint
create policy unit_member_change on unit_member for update using (not shian_bound() or (shian_is('office') and group_id in (select id from unit where shian_reaches(territory)))) with check (not shian_bound() or (shian_is('office') and group_id in (select id from unit where shian_reaches(territory))));
--> statement-breakpoint
create policy unit_member_remove on unit_member for delete using (not shian_bound() or (shian_is('office') and group_id in (select id from unit where shian_reaches(territory))));
--> statement-breakpoint
alter table stand_in enable row level security;
--> statement-breakpoint
alter table stand_in force row level security;
--> statement-breakpoint
create policy stand_in_read on stand_in for select using (not shian_bound() or (shian_is('security', 'system') or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'leader') and (exists (select from official as seen where seen.id = official_id) or exists (select from official as seen where seen.id = stands_in_for)))));
--> statement-breakpoint
create policy stand_in_add on stand_in for insert with check (not shian_bound() or (shian_is('office') and exists (select from official as seen where seen.id = official_id) and exists (select from official as seen where seen.id = stands_in_for)));
--> statement-breakpoint
create policy stand_in_change on stand_in for update using (not shian_bound() or (shian_is('office') and exists (select from official as seen where seen.id = official_id) and exists (select from official as seen where seen.id = stands_in_for))) with check (not shian_bound() or (shian_is('office') and exists (select from official as seen where seen.id = official_id) and exists (select from official as seen where seen.id = stands_in_for)));
--> statement-breakpoint
create policy stand_in_remove on stand_in for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table establishment enable row level security;
--> statement-breakpoint
alter table establishment force row level security;
--> statement-breakpoint
create policy establishment_read on establishment for select using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'evaluator', 'leader', 'business') and (shian_reaches(place) or shian_named(id))));
--> statement-breakpoint
create policy establishment_add on establishment for insert with check (not shian_bound() or (shian_is('office', 'regulator') and (shian_reaches(place) or shian_named(id))));
--> statement-breakpoint
create policy establishment_change on establishment for update using (not shian_bound() or (shian_is('office', 'regulator') and (shian_reaches(place) or shian_named(id)))) with check (not shian_bound() or (shian_is('office', 'regulator') and (shian_reaches(place) or shian_named(id))));
--> statement-breakpoint
create policy establishment_remove on establishment for delete using (not shian_bound() or (shian_is('office', 'regulator') and (shian_reaches(place) or shian_named(id))));
--> statement-breakpoint
alter table establishment_state enable row level security;
--> statement-breakpoint
alter table establishment_state force row level security;
--> statement-breakpoint
create policy establishment_state_read on establishment_state for select using (not shian_bound() or (exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
create policy establishment_state_add on establishment_state for insert with check (not shian_bound() or (shian_is('office', 'regulator') and exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
create policy establishment_state_change on establishment_state for update using (not shian_bound() or (shian_is('office', 'regulator') and exists (select from establishment as seen where seen.id = establishment_id))) with check (not shian_bound() or (shian_is('office', 'regulator') and exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
create policy establishment_state_remove on establishment_state for delete using (not shian_bound() or (shian_is('office', 'regulator') and exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
alter table credential enable row level security;
--> statement-breakpoint
alter table credential force row level security;
--> statement-breakpoint
create policy credential_read on credential for select using (not shian_bound() or (shian_is('system', 'security') or shian_self(person_id)));
--> statement-breakpoint
create policy credential_add on credential for insert with check (not shian_bound() or (shian_is('system', 'security') or shian_self(person_id)));
--> statement-breakpoint
create policy credential_change on credential for update using (not shian_bound() or (shian_is('system', 'security') or shian_self(person_id))) with check (not shian_bound() or (shian_is('system', 'security') or shian_self(person_id)));
--> statement-breakpoint
create policy credential_remove on credential for delete using (not shian_bound() or (shian_is('system', 'security') or shian_self(person_id)));
--> statement-breakpoint
alter table session enable row level security;
--> statement-breakpoint
alter table session force row level security;
--> statement-breakpoint
create policy session_read on session for select using (not shian_bound() or (shian_is('system', 'security') or shian_self(person_id)));
--> statement-breakpoint
create policy session_add on session for insert with check (not shian_bound() or (shian_is('system', 'security') or shian_self(person_id)));
--> statement-breakpoint
create policy session_change on session for update using (not shian_bound() or (shian_is('system', 'security') or shian_self(person_id))) with check (not shian_bound() or (shian_is('system', 'security') or shian_self(person_id)));
--> statement-breakpoint
create policy session_remove on session for delete using (not shian_bound() or (shian_is('system', 'security') or shian_self(person_id)));
--> statement-breakpoint
alter table sign_in_failure enable row level security;
--> statement-breakpoint
alter table sign_in_failure force row level security;
--> statement-breakpoint
create policy sign_in_failure_read on sign_in_failure for select using (not shian_bound() or (shian_is('system', 'security')));
--> statement-breakpoint
create policy sign_in_failure_add on sign_in_failure for insert with check (not shian_bound() or (shian_is('security')));
--> statement-breakpoint
create policy sign_in_failure_change on sign_in_failure for update using (not shian_bound() or (shian_is('security'))) with check (not shian_bound() or (shian_is('security')));
--> statement-breakpoint
create policy sign_in_failure_remove on sign_in_failure for delete using (not shian_bound() or (shian_is('security')));
--> statement-breakpoint
alter table sign_in_lock enable row level security;
--> statement-breakpoint
alter table sign_in_lock force row level security;
--> statement-breakpoint
create policy sign_in_lock_read on sign_in_lock for select using (not shian_bound() or (shian_is('system', 'security')));
--> statement-breakpoint
create policy sign_in_lock_add on sign_in_lock for insert with check (not shian_bound() or (shian_is('security')));
--> statement-breakpoint
create policy sign_in_lock_change on sign_in_lock for update using (not shian_bound() or (shian_is('security'))) with check (not shian_bound() or (shian_is('security')));
--> statement-breakpoint
create policy sign_in_lock_remove on sign_in_lock for delete using (not shian_bound() or (shian_is('security')));
--> statement-breakpoint
alter table one_time_link enable row level security;
--> statement-breakpoint
alter table one_time_link force row level security;
--> statement-breakpoint
create policy one_time_link_read on one_time_link for select using (not shian_bound() or (shian_is('system', 'security')));
--> statement-breakpoint
create policy one_time_link_add on one_time_link for insert with check (not shian_bound() or (shian_is('system', 'security')));
--> statement-breakpoint
create policy one_time_link_change on one_time_link for update using (not shian_bound() or (shian_is('system', 'security'))) with check (not shian_bound() or (shian_is('system', 'security')));
--> statement-breakpoint
create policy one_time_link_remove on one_time_link for delete using (not shian_bound() or (shian_is('system', 'security')));
--> statement-breakpoint
alter table sign_in_challenge enable row level security;
--> statement-breakpoint
alter table sign_in_challenge force row level security;
--> statement-breakpoint
create policy sign_in_challenge_read on sign_in_challenge for select using (not shian_bound() or (false));
--> statement-breakpoint
create policy sign_in_challenge_add on sign_in_challenge for insert with check (not shian_bound() or (false));
--> statement-breakpoint
create policy sign_in_challenge_change on sign_in_challenge for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy sign_in_challenge_remove on sign_in_challenge for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table device_code enable row level security;
--> statement-breakpoint
alter table device_code force row level security;
--> statement-breakpoint
create policy device_code_read on device_code for select using (true);
--> statement-breakpoint
create policy device_code_add on device_code for insert with check (true);
--> statement-breakpoint
create policy device_code_change on device_code for update using (true) with check (true);
--> statement-breakpoint
create policy device_code_remove on device_code for delete using (true);
--> statement-breakpoint
alter table territory enable row level security;
--> statement-breakpoint
alter table territory force row level security;
--> statement-breakpoint
create policy territory_read on territory for select using (true);
--> statement-breakpoint
create policy territory_add on territory for insert with check (not shian_bound() or (shian_is('office') and (shian_reaches(code) or (code ~ '^[A-Z]' and shian_reaches(parent))) and not exists (select from unnest(takes_over) as taken where not shian_reaches(taken))));
--> statement-breakpoint
create policy territory_change on territory for update using (not shian_bound() or (shian_is('office') and (shian_reaches(code) or (code ~ '^[A-Z]' and shian_reaches(parent))) and not exists (select from unnest(takes_over) as taken where not shian_reaches(taken)))) with check (not shian_bound() or (shian_is('office') and (shian_reaches(code) or (code ~ '^[A-Z]' and shian_reaches(parent))) and not exists (select from unnest(takes_over) as taken where not shian_reaches(taken))));
--> statement-breakpoint
create policy territory_remove on territory for delete using (not shian_bound() or (shian_is('office') and (shian_reaches(code) or (code ~ '^[A-Z]' and shian_reaches(parent))) and not exists (select from unnest(takes_over) as taken where not shian_reaches(taken))));
--> statement-breakpoint
alter table visit enable row level security;
--> statement-breakpoint
alter table visit force row level security;
--> statement-breakpoint
create policy visit_read on visit for select using (not shian_bound() or (exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
create policy visit_add on visit for insert with check (not shian_bound() or (shian_is('office', 'official') and exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
create policy visit_change on visit for update using (not shian_bound() or (shian_is('office', 'official') and exists (select from establishment as seen where seen.id = establishment_id))) with check (not shian_bound() or (shian_is('office', 'official') and exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
create policy visit_remove on visit for delete using (not shian_bound() or (shian_is('office', 'official') and exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
alter table waiver enable row level security;
--> statement-breakpoint
alter table waiver force row level security;
--> statement-breakpoint
create policy waiver_read on waiver for select using (not shian_bound() or (exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
create policy waiver_add on waiver for insert with check (not shian_bound() or (shian_is('office') and exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
create policy waiver_change on waiver for update using (not shian_bound() or (shian_is('office') and exists (select from establishment as seen where seen.id = establishment_id))) with check (not shian_bound() or (shian_is('office') and exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
create policy waiver_remove on waiver for delete using (not shian_bound() or (shian_is('office') and exists (select from establishment as seen where seen.id = establishment_id)));
--> statement-breakpoint
alter table transaction_log enable row level security;
--> statement-breakpoint
alter table transaction_log force row level security;
--> statement-breakpoint
create policy transaction_log_read on transaction_log for select using (not shian_bound() or (false));
--> statement-breakpoint
create policy transaction_log_add on transaction_log for insert with check (not shian_bound() or (false));
--> statement-breakpoint
create policy transaction_log_change on transaction_log for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy transaction_log_remove on transaction_log for delete using (not shian_bound() or (false));
--> statement-breakpoint
do $$ begin
  grant usage on schema public to shian_person;
  grant select, insert, update, delete on all tables in schema public to shian_person;
  grant usage on all sequences in schema public to shian_person;
  alter default privileges in schema public grant select, insert, update, delete on tables to shian_person;
  alter default privileges in schema public grant usage on sequences to shian_person;
exception
  when undefined_object then null;
end $$;
