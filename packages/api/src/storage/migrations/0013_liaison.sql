CREATE TABLE "duty_mobile" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"territories" text[] NOT NULL,
	"mobile" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "duty_mobile_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "duty_post" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"post_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"title" text NOT NULL,
	"territories" text[] NOT NULL,
	"office_phone" text,
	"person_id" text collate "C",
	"name_key" text collate "C" NOT NULL,
	"name_pinyin" text collate "C" NOT NULL,
	"name_initials" text collate "C" NOT NULL,
	"sort_key" text collate "C" NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	"version" integer NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "duty_post_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE INDEX "duty_post_post" ON "duty_post" USING btree ("post_id");
--> statement-breakpoint
alter table duty_post enable row level security;
--> statement-breakpoint
alter table duty_post force row level security;
--> statement-breakpoint
-- The directory is known to all who work with the product, as units are; who keeps it, keeps it within their reach.
create policy duty_post_read on duty_post for select using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'evaluator', 'leader', 'business')));
--> statement-breakpoint
create policy duty_post_add on duty_post for insert with check (not shian_bound() or (shian_is('office') and not exists (select from unnest(territories) as code where not shian_reaches(code))));
--> statement-breakpoint
create policy duty_post_change on duty_post for update using (not shian_bound() or (shian_is('office') and not exists (select from unnest(territories) as code where not shian_reaches(code)))) with check (not shian_bound() or (shian_is('office') and not exists (select from unnest(territories) as code where not shian_reaches(code))));
--> statement-breakpoint
create policy duty_post_remove on duty_post for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table duty_mobile enable row level security;
--> statement-breakpoint
alter table duty_mobile force row level security;
--> statement-breakpoint
create policy duty_mobile_read on duty_mobile for select using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'liaison', 'leader') and exists (select from unnest(territories) as code where shian_reaches(code))));
--> statement-breakpoint
create policy duty_mobile_add on duty_mobile for insert with check (not shian_bound() or (shian_is('office') and not exists (select from unnest(territories) as code where not shian_reaches(code))));
--> statement-breakpoint
create policy duty_mobile_change on duty_mobile for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy duty_mobile_remove on duty_mobile for delete using (not shian_bound() or (false));
