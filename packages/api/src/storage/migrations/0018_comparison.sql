CREATE TABLE "comparison_row" (
	"county_code" text collate "C" NOT NULL,
	"run_id" text collate "C" NOT NULL,
	"no" integer NOT NULL,
	"row" integer,
	"outcome" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"establishment_id" text collate "C",
	"place" text collate "C",
	"township" text collate "C" NOT NULL,
	"differences" jsonb NOT NULL,
	"fields" text[] NOT NULL,
	"problems" jsonb NOT NULL,
	"candidates" jsonb NOT NULL,
	"sealed" text,
	"resolution" text collate "C",
	"reason" text,
	"settled_by" text,
	"settled_at" timestamp (3) with time zone,
	"batch" text collate "C",
	"undo" text,
	CONSTRAINT "comparison_row_county_code_run_id_no_pk" PRIMARY KEY("county_code","run_id","no")
);
--> statement-breakpoint
CREATE TABLE "comparison_run" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"file_id" text collate "C" NOT NULL,
	"file_name" text NOT NULL,
	"source" text NOT NULL,
	"taken_on" date NOT NULL,
	"territory" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"done" integer NOT NULL,
	"total" integer,
	"mapping" jsonb NOT NULL,
	"counts" jsonb,
	"failure" jsonb,
	"begun_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "export_layout" (
	"id" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"kind" text collate "C" NOT NULL,
	"title" text NOT NULL,
	"date_format" text NOT NULL,
	"columns" jsonb NOT NULL,
	"removed" boolean NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "export_layout_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "xray_day" (
	"county_code" text collate "C" NOT NULL,
	"day" date NOT NULL,
	"rule" text collate "C" NOT NULL,
	"township" text collate "C" NOT NULL,
	"found" integer NOT NULL,
	"counted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "xray_day_county_code_day_rule_township_pk" PRIMARY KEY("county_code","day","rule","township")
);
--> statement-breakpoint
CREATE TABLE "xray_ignore" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"rule" text collate "C" NOT NULL,
	"object_kind" text collate "C" NOT NULL,
	"object_id" text collate "C" NOT NULL,
	"reason" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date NOT NULL,
	"by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "xray_ignore_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
ALTER TABLE "comparison_row" ADD CONSTRAINT "comparison_row_run" FOREIGN KEY ("run_id") REFERENCES "public"."comparison_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comparison_run" ADD CONSTRAINT "comparison_run_file_id_import_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."import_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comparison_row_outcome" ON "comparison_row" USING btree ("run_id","outcome","no");--> statement-breakpoint
CREATE INDEX "comparison_row_batch" ON "comparison_row" USING btree ("run_id","batch");--> statement-breakpoint
CREATE INDEX "comparison_run_created" ON "comparison_run" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "xray_ignore_object" ON "xray_ignore" USING btree ("rule","object_id");
--> statement-breakpoint
alter table comparison_run enable row level security;
--> statement-breakpoint
alter table comparison_run force row level security;
--> statement-breakpoint
create policy comparison_run_read on comparison_run for select using (not shian_bound() or (shian_is('office', 'regulator') and shian_reaches(territory)));
--> statement-breakpoint
create policy comparison_run_add on comparison_run for insert with check (not shian_bound() or (shian_is('office') and shian_reaches(territory)));
--> statement-breakpoint
create policy comparison_run_change on comparison_run for update using (not shian_bound() or (shian_is('office') and shian_reaches(territory))) with check (not shian_bound() or (shian_is('office') and shian_reaches(territory)));
--> statement-breakpoint
create policy comparison_run_remove on comparison_run for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table comparison_row enable row level security;
--> statement-breakpoint
alter table comparison_row force row level security;
--> statement-breakpoint
create policy comparison_row_read on comparison_row for select using (not shian_bound() or (shian_is('office', 'regulator') and shian_reaches(place)));
--> statement-breakpoint
create policy comparison_row_add on comparison_row for insert with check (not shian_bound() or (shian_is('office') and shian_reaches(place)));
--> statement-breakpoint
create policy comparison_row_change on comparison_row for update using (not shian_bound() or (shian_is('office') and shian_reaches(place))) with check (not shian_bound() or (shian_is('office') and shian_reaches(place)));
--> statement-breakpoint
create policy comparison_row_remove on comparison_row for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table xray_day enable row level security;
--> statement-breakpoint
alter table xray_day force row level security;
--> statement-breakpoint
create policy xray_day_read on xray_day for select using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'evaluator', 'leader') and shian_reaches(nullif(township, ''))));
--> statement-breakpoint
create policy xray_day_add on xray_day for insert with check (not shian_bound() or (false));
--> statement-breakpoint
create policy xray_day_change on xray_day for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy xray_day_remove on xray_day for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table xray_ignore enable row level security;
--> statement-breakpoint
alter table xray_ignore force row level security;
--> statement-breakpoint
create policy xray_ignore_read on xray_ignore for select using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'evaluator', 'leader') and (object_kind = 'establishment' and shian_sees_establishment(object_id) or object_kind = 'official' and shian_sees_official(object_id))));
--> statement-breakpoint
create policy xray_ignore_add on xray_ignore for insert with check (not shian_bound() or (shian_is('office', 'regulator') and (object_kind = 'establishment' and shian_sees_establishment(object_id) or object_kind = 'official' and shian_sees_official(object_id))));
--> statement-breakpoint
create policy xray_ignore_change on xray_ignore for update using (not shian_bound() or (shian_is('office', 'regulator') and (object_kind = 'establishment' and shian_sees_establishment(object_id) or object_kind = 'official' and shian_sees_official(object_id)))) with check (not shian_bound() or (shian_is('office', 'regulator') and (object_kind = 'establishment' and shian_sees_establishment(object_id) or object_kind = 'official' and shian_sees_official(object_id))));
--> statement-breakpoint
create policy xray_ignore_remove on xray_ignore for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table export_layout enable row level security;
--> statement-breakpoint
alter table export_layout force row level security;
--> statement-breakpoint
create policy export_layout_read on export_layout for select using (not shian_bound() or (shian_is('office', 'regulator', 'leader')));
--> statement-breakpoint
create policy export_layout_add on export_layout for insert with check (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
create policy export_layout_change on export_layout for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy export_layout_remove on export_layout for delete using (not shian_bound() or (false));
