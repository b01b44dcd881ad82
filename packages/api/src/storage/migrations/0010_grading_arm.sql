CREATE TABLE "arm_training" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"establishment_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"held_on" date NOT NULL,
	"quarters" integer NOT NULL,
	"topic" text NOT NULL,
	"organiser" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	CONSTRAINT "arm_training_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "control_report" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"establishment_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"period" text collate "C" NOT NULL,
	"period_end" date NOT NULL,
	"result" text NOT NULL,
	"body" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	CONSTRAINT "control_report_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "grading_scheme" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"state" text NOT NULL,
	"valid_from" date,
	"base_id" text collate "C",
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grade_objection_entry" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"objection_id" text collate "C" NOT NULL,
	"establishment_id" text collate "C" NOT NULL,
	"scale" text NOT NULL,
	"seq" integer NOT NULL,
	"act" text NOT NULL,
	"entered_on" date NOT NULL,
	"body" text NOT NULL,
	"present" text,
	"grade" text,
	"valid_from" date,
	"valid_to" date,
	"person_id" text collate "C",
	"by_name" text NOT NULL,
	"by_role" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "grade_objection_entry_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "arm_person" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"establishment_id" text collate "C" NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"mobile" text,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	CONSTRAINT "arm_person_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
ALTER TABLE "pairing_grade" ADD COLUMN "facts" jsonb;--> statement-breakpoint
ALTER TABLE "pairing_grade" ADD COLUMN "basis" text;--> statement-breakpoint
ALTER TABLE "arm_training" ADD CONSTRAINT "arm_training_of" FOREIGN KEY ("county_code","establishment_id") REFERENCES "public"."establishment"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "control_report" ADD CONSTRAINT "control_report_of" FOREIGN KEY ("county_code","establishment_id") REFERENCES "public"."establishment"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "grade_objection_entry" ADD CONSTRAINT "grade_objection_entry_of" FOREIGN KEY ("county_code","establishment_id") REFERENCES "public"."establishment"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "arm_person" ADD CONSTRAINT "arm_person_of" FOREIGN KEY ("county_code","establishment_id") REFERENCES "public"."establishment"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "arm_training_establishment" ON "arm_training" USING btree ("establishment_id","held_on");--> statement-breakpoint
CREATE UNIQUE INDEX "control_report_standing" ON "control_report" USING btree ("establishment_id","kind","period") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "control_report_end" ON "control_report" USING btree ("period_end");--> statement-breakpoint
CREATE UNIQUE INDEX "grade_objection_entry_seq" ON "grade_objection_entry" USING btree ("objection_id","seq");--> statement-breakpoint
CREATE INDEX "grade_objection_entry_establishment" ON "grade_objection_entry" USING btree ("establishment_id");--> statement-breakpoint
CREATE INDEX "arm_person_establishment" ON "arm_person" USING btree ("establishment_id","valid_from");
--> statement-breakpoint
alter table grading_scheme enable row level security;
--> statement-breakpoint
alter table grading_scheme force row level security;
--> statement-breakpoint
create policy grading_scheme_read on grading_scheme for select using (true);
--> statement-breakpoint
create policy grading_scheme_add on grading_scheme for insert with check (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
create policy grading_scheme_change on grading_scheme for update using (not shian_bound() or (shian_is('office'))) with check (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
create policy grading_scheme_remove on grading_scheme for delete using (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
alter table grade_objection_entry enable row level security;
--> statement-breakpoint
alter table grade_objection_entry force row level security;
--> statement-breakpoint
create policy grade_objection_entry_read on grade_objection_entry for select using (not shian_bound() or (shian_sees_establishment(establishment_id)));
--> statement-breakpoint
create policy grade_objection_entry_add on grade_objection_entry for insert with check (not shian_bound() or (shian_is('office', 'regulator', 'business') and shian_sees_establishment(establishment_id)));
--> statement-breakpoint
create policy grade_objection_entry_change on grade_objection_entry for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy grade_objection_entry_remove on grade_objection_entry for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table arm_person enable row level security;
--> statement-breakpoint
alter table arm_person force row level security;
--> statement-breakpoint
create policy arm_person_read on arm_person for select using (not shian_bound() or (shian_sees_establishment(establishment_id)));
--> statement-breakpoint
create policy arm_person_add on arm_person for insert with check (not shian_bound() or (shian_is('office', 'regulator', 'business') and shian_sees_establishment(establishment_id)));
--> statement-breakpoint
create policy arm_person_change on arm_person for update using (not shian_bound() or (shian_is('office', 'regulator', 'business') and shian_sees_establishment(establishment_id))) with check (not shian_bound() or (shian_is('office', 'regulator', 'business') and shian_sees_establishment(establishment_id)));
--> statement-breakpoint
create policy arm_person_remove on arm_person for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table arm_training enable row level security;
--> statement-breakpoint
alter table arm_training force row level security;
--> statement-breakpoint
create policy arm_training_read on arm_training for select using (not shian_bound() or (shian_sees_establishment(establishment_id)));
--> statement-breakpoint
create policy arm_training_add on arm_training for insert with check (not shian_bound() or (shian_is('office', 'regulator', 'business') and shian_sees_establishment(establishment_id)));
--> statement-breakpoint
create policy arm_training_change on arm_training for update using (not shian_bound() or (shian_is('office', 'regulator', 'business') and shian_sees_establishment(establishment_id))) with check (not shian_bound() or (shian_is('office', 'regulator', 'business') and shian_sees_establishment(establishment_id)));
--> statement-breakpoint
create policy arm_training_remove on arm_training for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table control_report enable row level security;
--> statement-breakpoint
alter table control_report force row level security;
--> statement-breakpoint
create policy control_report_read on control_report for select using (not shian_bound() or (shian_sees_establishment(establishment_id)));
--> statement-breakpoint
create policy control_report_add on control_report for insert with check (not shian_bound() or (shian_is('office', 'regulator', 'business') and shian_sees_establishment(establishment_id)));
--> statement-breakpoint
create policy control_report_change on control_report for update using (not shian_bound() or (shian_is('office', 'regulator', 'business') and shian_sees_establishment(establishment_id))) with check (not shian_bound() or (shian_is('office', 'regulator', 'business') and shian_sees_establishment(establishment_id)));
--> statement-breakpoint
create policy control_report_remove on control_report for delete using (not shian_bound() or (false));
--> statement-breakpoint
-- The people of businesses' arms that the register knew by name alone, from the first day of the present state on.
insert into arm_person (county_code, id, person_id, establishment_id, role, name, valid_from, recorded_at)
select county_code, gen_random_uuid()::text, gen_random_uuid()::text, id, role, name, state_since, created_at
from (
  select county_code, id, state_since, created_at, 'person-in-charge' as role, person_in_charge as name from establishment where person_in_charge is not null
  union all
  select county_code, id, state_since, created_at, 'director', food_safety_director from establishment where food_safety_director is not null
  union all
  select county_code, id, state_since, created_at, 'officer', unnest(food_safety_officers) from establishment
) as known;
--> statement-breakpoint
-- A business that changes its own arm may not write the register, which shows the names of today: this writes them, of an
-- establishment that who asks sees, and nothing else.
create function shian_show_arm(object text, at timestamptz, today date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  bound text := coalesce(current_setting('shian.bound', true), '');
begin
  if not shian_sees_establishment(object) then
    return;
  end if;
  perform set_config('shian.bound', 'off', true);
  with present as (
    select role, name, valid_from, id from arm_person
    where establishment_id = object and superseded_at is null and valid_from <= today and (valid_to is null or valid_to > today)
  )
  update establishment set
    person_in_charge = (select name from present where role = 'person-in-charge' order by valid_from desc, id limit 1),
    food_safety_director = (select name from present where role = 'director' order by valid_from desc, id limit 1),
    food_safety_officers = coalesce((select array_agg(name order by valid_from, id) from present where role = 'officer'), '{}'),
    version = version + 1,
    updated_at = at
  where id = object;
  perform set_config('shian.bound', bound, true);
end
$$;
