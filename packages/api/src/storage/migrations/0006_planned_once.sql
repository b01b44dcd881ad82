-- Policies that lead from one table to the next ask through functions, which the server plans once for a connection.
-- Inlined they were planned anew with every statement: for the one that finds a session, 15 ms of every request.
create function shian_sees_establishment(object text) returns boolean language plpgsql stable parallel safe as $$
begin
  return exists (select from establishment as seen where seen.id = object);
end
$$;
--> statement-breakpoint
create function shian_sees_official(object text) returns boolean language plpgsql stable parallel safe as $$
begin
  return exists (select from official as seen where seen.id = object);
end
$$;
--> statement-breakpoint
create function shian_answers_within(object text) returns boolean language plpgsql stable parallel safe as $$
begin
  return exists (select from assignment as held where held.official_id = object);
end
$$;
--> statement-breakpoint
create function shian_sees_grant_of(object text) returns boolean language plpgsql stable parallel safe as $$
begin
  return exists (select from access_grant as held where held.person_id = object);
end
$$;
--> statement-breakpoint
alter policy official_read on official using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'evaluator', 'leader', 'business') and (exists (select from unnest(jurisdictions) as code where shian_reaches(code)) or shian_answers_within(id))));
--> statement-breakpoint
alter policy audit_change_read on audit_change using (not shian_bound() or (shian_is('audit') or (object_kind = 'establishment' and shian_sees_establishment(object_id)) or (object_kind = 'official' and shian_sees_official(object_id))));
--> statement-breakpoint
alter policy person_read on person using (not shian_bound() or (shian_is('system', 'security') or shian_self(id) or (shian_is('office', 'leader') and shian_sees_grant_of(id))));
--> statement-breakpoint
alter policy access_grant_read on access_grant using (not shian_bound() or (shian_is('system', 'security') or shian_self(person_id) or (shian_is('office', 'leader') and (territory is not null and shian_reaches(territory) or shian_sees_official(official_id) or shian_sees_establishment(establishment_id)))));
--> statement-breakpoint
alter policy stand_in_read on stand_in using (not shian_bound() or (shian_is('security', 'system') or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'leader') and (shian_sees_official(official_id) or shian_sees_official(stands_in_for)))));
--> statement-breakpoint
-- Every policy asks first whether anybody is bound at all, so what it asks then need not ask that again.
create or replace function shian_is(variadic wanted text[]) returns boolean language sql stable as $$
  select string_to_array(coalesce(current_setting('shian.roles', true), ''), ',') && wanted
$$;
--> statement-breakpoint
create or replace function shian_self(person text) returns boolean language sql stable as $$
  select person = current_setting('shian.person', true)
$$;
--> statement-breakpoint
create or replace function shian_reaches(place text) returns boolean language sql stable as $$
  select case
    when place is null then coalesce(current_setting('shian.unplaced', true), '') = 'on'
    else coalesce(place ~ nullif(current_setting('shian.reach', true), ''), false)
  end
$$;
--> statement-breakpoint
create or replace function shian_named(object text) returns boolean language sql stable as $$
  select object = any (string_to_array(coalesce(current_setting('shian.named', true), ''), ','))
$$;
--> statement-breakpoint
-- A change asks the server a dozen times; these make one question of three at its beginning and of three at its end.
create function shian_open_change(id text, settings jsonb) returns setof transaction_log language plpgsql as $$
begin
  -- Until this transaction ends nobody else gets an answer about the same id.
  perform pg_advisory_xact_lock(hashtextextended(id, 0));
  return query select * from transaction_log where tx_id = id;
  perform set_config(key, value, true) from jsonb_each_text(settings);
end
$$;
--> statement-breakpoint
create function shian_lock_record(lock bigint) returns table (seq bigint, hash text, content text) language plpgsql as $$
begin
  -- What follows is written by the product itself, whoever the transaction was bound to.
  perform set_config('role', 'none', true), set_config('shian.bound', 'off', true);
  perform pg_advisory_xact_lock(lock);
  return query select entry.seq::bigint, entry.hash::text, entry.content::text
    from audit_entry as entry order by entry.seq desc limit 1;
end
$$;
