CREATE TABLE "document_reading" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"document_id" text collate "C" NOT NULL,
	"official_id" text collate "C" NOT NULL,
	"content_hash" text collate "C" NOT NULL,
	"read_on" date NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "document_reading_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "superior_document" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"territory" text collate "C" NOT NULL,
	"content" jsonb NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"file_id" text collate "C",
	"content_hash" text collate "C" NOT NULL,
	CONSTRAINT "superior_document_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "training_credit" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"session_id" text collate "C" NOT NULL,
	"official_id" text collate "C" NOT NULL,
	"way" text NOT NULL,
	"credited_on" date NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	CONSTRAINT "training_credit_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "training_file" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"territory" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"content" "bytea" NOT NULL,
	"content_bytes" integer NOT NULL,
	"content_hash" text collate "C" NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "training_file_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "training_plan" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"territory" text collate "C" NOT NULL,
	"content" jsonb NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "training_plan_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "training_question" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"topic" text NOT NULL,
	"content" jsonb NOT NULL,
	"version" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "training_session" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"territory" text collate "C" NOT NULL,
	"content" jsonb NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"plan_id" text collate "C" NOT NULL,
	"file_id" text collate "C",
	"secret" text NOT NULL,
	CONSTRAINT "training_session_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "training_test" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"session_id" text collate "C" NOT NULL,
	"official_id" text collate "C" NOT NULL,
	"asked" jsonb NOT NULL,
	"pass_mark" integer NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"answers" jsonb,
	"right_count" integer,
	"passed" boolean,
	"submitted_at" timestamp (3) with time zone,
	CONSTRAINT "training_test_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
ALTER TABLE "document_reading" ADD CONSTRAINT "document_reading_of" FOREIGN KEY ("county_code","official_id") REFERENCES "public"."official"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "training_credit" ADD CONSTRAINT "training_credit_of" FOREIGN KEY ("county_code","official_id") REFERENCES "public"."official"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "training_session" ADD CONSTRAINT "training_session_of" FOREIGN KEY ("county_code","plan_id") REFERENCES "public"."training_plan"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "training_test" ADD CONSTRAINT "training_test_of" FOREIGN KEY ("county_code","official_id") REFERENCES "public"."official"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "document_reading_document" ON "document_reading" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "document_reading_official" ON "document_reading" USING btree ("official_id");--> statement-breakpoint
CREATE INDEX "superior_document_id" ON "superior_document" USING btree ("id");--> statement-breakpoint
CREATE INDEX "training_credit_session" ON "training_credit" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "training_credit_official" ON "training_credit" USING btree ("official_id","credited_on");--> statement-breakpoint
CREATE INDEX "training_file_id" ON "training_file" USING btree ("id");--> statement-breakpoint
CREATE INDEX "training_plan_id" ON "training_plan" USING btree ("id");--> statement-breakpoint
CREATE INDEX "training_session_id" ON "training_session" USING btree ("id");--> statement-breakpoint
CREATE INDEX "training_session_plan" ON "training_session" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "training_test_id" ON "training_test" USING btree ("id");--> statement-breakpoint
CREATE INDEX "training_test_session" ON "training_test" USING btree ("session_id","official_id");
--> statement-breakpoint
alter table training_plan enable row level security;
--> statement-breakpoint
alter table training_plan force row level security;
--> statement-breakpoint
create policy training_plan_read on training_plan for select using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'evaluator', 'leader')));
--> statement-breakpoint
create policy training_plan_add on training_plan for insert with check (not shian_bound() or (shian_is('office') and shian_reaches(territory)));
--> statement-breakpoint
create policy training_plan_change on training_plan for update using (not shian_bound() or (shian_is('office') and shian_reaches(territory))) with check (not shian_bound() or (shian_is('office') and shian_reaches(territory)));
--> statement-breakpoint
create policy training_plan_remove on training_plan for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table training_session enable row level security;
--> statement-breakpoint
alter table training_session force row level security;
--> statement-breakpoint
create policy training_session_read on training_session for select using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'evaluator', 'leader')));
--> statement-breakpoint
create policy training_session_add on training_session for insert with check (not shian_bound() or (shian_is('office') and shian_reaches(territory)));
--> statement-breakpoint
create policy training_session_change on training_session for update using (not shian_bound() or (shian_is('office') and shian_reaches(territory))) with check (not shian_bound() or (shian_is('office') and shian_reaches(territory)));
--> statement-breakpoint
create policy training_session_remove on training_session for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table superior_document enable row level security;
--> statement-breakpoint
alter table superior_document force row level security;
--> statement-breakpoint
create policy superior_document_read on superior_document for select using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'evaluator', 'leader')));
--> statement-breakpoint
create policy superior_document_add on superior_document for insert with check (not shian_bound() or (shian_is('office') and shian_reaches(territory)));
--> statement-breakpoint
create policy superior_document_change on superior_document for update using (not shian_bound() or (shian_is('office') and shian_reaches(territory))) with check (not shian_bound() or (shian_is('office') and shian_reaches(territory)));
--> statement-breakpoint
create policy superior_document_remove on superior_document for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table training_file enable row level security;
--> statement-breakpoint
alter table training_file force row level security;
--> statement-breakpoint
create policy training_file_read on training_file for select using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'evaluator', 'leader')));
--> statement-breakpoint
create policy training_file_add on training_file for insert with check (not shian_bound() or (shian_is('office') and shian_reaches(territory)));
--> statement-breakpoint
create policy training_file_change on training_file for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy training_file_remove on training_file for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table training_question enable row level security;
--> statement-breakpoint
alter table training_question force row level security;
--> statement-breakpoint
create policy training_question_read on training_question for select using (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
create policy training_question_add on training_question for insert with check (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
create policy training_question_change on training_question for update using (not shian_bound() or (shian_is('office'))) with check (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
create policy training_question_remove on training_question for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table training_credit enable row level security;
--> statement-breakpoint
alter table training_credit force row level security;
--> statement-breakpoint
create policy training_credit_read on training_credit for select using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'evaluator', 'leader') and shian_sees_official(official_id) or shian_is('official') and shian_own_official(official_id)));
--> statement-breakpoint
create policy training_credit_add on training_credit for insert with check (not shian_bound() or (shian_is('office') and shian_keeps_official(official_id) or shian_is('official') and shian_own_official(official_id)));
--> statement-breakpoint
create policy training_credit_change on training_credit for update using (not shian_bound() or (shian_is('office') and shian_keeps_official(official_id))) with check (not shian_bound() or (shian_is('office') and shian_keeps_official(official_id)));
--> statement-breakpoint
create policy training_credit_remove on training_credit for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table training_test enable row level security;
--> statement-breakpoint
alter table training_test force row level security;
--> statement-breakpoint
create policy training_test_read on training_test for select using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'evaluator', 'leader') and shian_sees_official(official_id) or shian_is('official') and shian_own_official(official_id)));
--> statement-breakpoint
create policy training_test_add on training_test for insert with check (not shian_bound() or (shian_is('official') and shian_own_official(official_id)));
--> statement-breakpoint
create policy training_test_change on training_test for update using (not shian_bound() or (shian_is('official') and shian_own_official(official_id))) with check (not shian_bound() or (shian_is('official') and shian_own_official(official_id)));
--> statement-breakpoint
create policy training_test_remove on training_test for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table document_reading enable row level security;
--> statement-breakpoint
alter table document_reading force row level security;
--> statement-breakpoint
create policy document_reading_read on document_reading for select using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'evaluator', 'leader') and shian_sees_official(official_id) or shian_is('official') and shian_own_official(official_id)));
--> statement-breakpoint
create policy document_reading_add on document_reading for insert with check (not shian_bound() or (shian_is('official') and shian_own_official(official_id)));
--> statement-breakpoint
create policy document_reading_change on document_reading for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy document_reading_remove on document_reading for delete using (not shian_bound() or (false));
