CREATE TABLE "training_past" (
	"county_code" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"territory" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"file_id" text collate "C",
	"content_hash" text collate "C",
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "training_past_county_code_kind_id_version_pk" PRIMARY KEY("county_code","kind","id","version")
);
--> statement-breakpoint
CREATE INDEX "training_past_id" ON "training_past" USING btree ("id");
--> statement-breakpoint
alter table training_past enable row level security;
--> statement-breakpoint
alter table training_past force row level security;
--> statement-breakpoint
create policy training_past_read on training_past for select using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'evaluator', 'leader')));
--> statement-breakpoint
create policy training_past_add on training_past for insert with check (not shian_bound() or (shian_is('office') and shian_reaches(territory)));
--> statement-breakpoint
create policy training_past_change on training_past for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy training_past_remove on training_past for delete using (not shian_bound() or (false));
--> statement-breakpoint
-- Who is granted an official sees that official's own row also while nobody is paired with them: somebody new in a post is
-- trained and reads documents before the first establishment is theirs.
create function shian_is_official(object text) returns boolean language sql stable as $$
  select object = any (string_to_array(coalesce(current_setting('shian.officials', true), ''), ','))
$$;
--> statement-breakpoint
alter policy official_read on official using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'evaluator', 'leader', 'business') and (exists (select from unnest(jurisdictions) as code where shian_reaches(code)) or shian_answers_within(id) or shian_is_official(id))));
