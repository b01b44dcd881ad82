CREATE TABLE "liaison_group" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"group_id" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"territory" text collate "C" NOT NULL,
	"one_post" text collate "C" NOT NULL,
	"members" text[] NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	"version" integer NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "liaison_group_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "question_answer" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"head_id" text collate "C" NOT NULL,
	"place" text collate "C" NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"search_key" text NOT NULL,
	"answered_on" date NOT NULL,
	"by_name" text NOT NULL,
	"corrected" boolean NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	CONSTRAINT "question_answer_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "question_entry" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"question_id" text collate "C" NOT NULL,
	"seq" integer NOT NULL,
	"act" text NOT NULL,
	"entered_on" date NOT NULL,
	"body" text NOT NULL,
	"target_id" text collate "C",
	"person_id" text collate "C",
	"by_name" text NOT NULL,
	"party" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "question_entry_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "question" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"place" text collate "C" NOT NULL,
	"township" text collate "C" NOT NULL,
	"asker_id" text collate "C" NOT NULL,
	"asker_name" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"asked_on" date NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "question_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
ALTER TABLE "question_entry" ADD CONSTRAINT "question_entry_of" FOREIGN KEY ("county_code","question_id") REFERENCES "public"."question"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "liaison_group_group" ON "liaison_group" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "question_answer_head" ON "question_answer" USING btree ("head_id");--> statement-breakpoint
CREATE UNIQUE INDEX "question_entry_seq" ON "question_entry" USING btree ("question_id","seq");--> statement-breakpoint
CREATE INDEX "question_id" ON "question" USING btree ("id");--> statement-breakpoint
CREATE INDEX "question_asker" ON "question" USING btree ("asker_id");
--> statement-breakpoint
alter table liaison_group enable row level security;
--> statement-breakpoint
alter table liaison_group force row level security;
--> statement-breakpoint
-- Groups are known to all who work with the product, as the directory is.
create policy liaison_group_read on liaison_group for select using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'evaluator', 'leader')));
--> statement-breakpoint
create policy liaison_group_add on liaison_group for insert with check (not shian_bound() or (shian_is('office') and shian_reaches(territory)));
--> statement-breakpoint
create policy liaison_group_change on liaison_group for update using (not shian_bound() or (shian_is('office') and shian_reaches(territory))) with check (not shian_bound() or (shian_is('office') and shian_reaches(territory)));
--> statement-breakpoint
create policy liaison_group_remove on liaison_group for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table question enable row level security;
--> statement-breakpoint
alter table question force row level security;
--> statement-breakpoint
-- A question is its asker's and of those who look after the place; an official asks about their jurisdiction, which the
-- application checks.
create policy question_read on question for select using (not shian_bound() or (shian_self(asker_id) or shian_is('office', 'liaison') and shian_reaches(place)));
--> statement-breakpoint
create policy question_add on question for insert with check (not shian_bound() or (shian_is('office', 'liaison', 'official', 'unit') and shian_self(asker_id) and (shian_is('official') or shian_reaches(place))));
--> statement-breakpoint
create policy question_change on question for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy question_remove on question for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table question_entry enable row level security;
--> statement-breakpoint
alter table question_entry force row level security;
--> statement-breakpoint
create policy question_entry_read on question_entry for select using (not shian_bound() or (exists (select from question as asked where asked.id = question_entry.question_id)));
--> statement-breakpoint
create policy question_entry_add on question_entry for insert with check (not shian_bound() or (exists (select from question as asked where asked.id = question_entry.question_id) and shian_is('office', 'liaison', 'official', 'unit')));
--> statement-breakpoint
create policy question_entry_change on question_entry for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy question_entry_remove on question_entry for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table question_answer enable row level security;
--> statement-breakpoint
alter table question_answer force row level security;
--> statement-breakpoint
-- Answers are for all who work with the product; nothing of who asked is in them.
create policy question_answer_read on question_answer for select using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'evaluator', 'leader')));
--> statement-breakpoint
create policy question_answer_add on question_answer for insert with check (not shian_bound() or (shian_is('office') and shian_reaches(place)));
--> statement-breakpoint
create policy question_answer_change on question_answer for update using (not shian_bound() or (shian_is('office') and shian_reaches(place))) with check (not shian_bound() or (shian_is('office') and shian_reaches(place)));
--> statement-breakpoint
create policy question_answer_remove on question_answer for delete using (not shian_bound() or (false));
