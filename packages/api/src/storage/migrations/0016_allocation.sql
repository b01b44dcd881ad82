CREATE TABLE "allocation_move" (
	"county_code" text collate "C" NOT NULL,
	"run_id" text collate "C" NOT NULL,
	"establishment_id" text collate "C" NOT NULL,
	"rank" integer NOT NULL,
	"village" text collate "C" NOT NULL,
	"official_before" text collate "C",
	"official_id" text collate "C" NOT NULL,
	"load_before" integer,
	"load_after" integer NOT NULL,
	CONSTRAINT "allocation_move_county_code_run_id_establishment_id_pk" PRIMARY KEY("county_code","run_id","establishment_id")
);
--> statement-breakpoint
CREATE TABLE "allocation_run" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"person_name" text NOT NULL,
	"job_id" text collate "C",
	"state" text NOT NULL,
	"done" integer NOT NULL,
	"total" integer,
	"question" jsonb NOT NULL,
	"valid_from" date NOT NULL,
	"fingerprint" text,
	"ground" text,
	"preview" jsonb,
	"failure" jsonb,
	"added" integer NOT NULL,
	"moved" integer NOT NULL,
	"applied_at" timestamp (3) with time zone,
	"applied_by" text,
	"undone_at" timestamp (3) with time zone,
	"undone_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "allocation_run_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
ALTER TABLE "allocation_move" ADD CONSTRAINT "allocation_move_of" FOREIGN KEY ("county_code","establishment_id") REFERENCES "public"."establishment"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "allocation_move_rank" ON "allocation_move" USING btree ("run_id","rank");--> statement-breakpoint
CREATE INDEX "allocation_move_establishment" ON "allocation_move" USING btree ("establishment_id");--> statement-breakpoint
CREATE INDEX "allocation_run_id" ON "allocation_run" USING btree ("id");--> statement-breakpoint
CREATE INDEX "allocation_run_created" ON "allocation_run" USING btree ("created_at","id");
--> statement-breakpoint
alter table allocation_run enable row level security;
--> statement-breakpoint
alter table allocation_run force row level security;
--> statement-breakpoint
create policy allocation_run_read on allocation_run for select using (not shian_bound() or (shian_is('office') and (shian_self(person_id) or shian_whole())));
--> statement-breakpoint
create policy allocation_run_add on allocation_run for insert with check (not shian_bound() or (shian_is('office') and shian_self(person_id)));
--> statement-breakpoint
create policy allocation_run_change on allocation_run for update using (not shian_bound() or (shian_is('office') and (shian_self(person_id) or shian_whole()))) with check (not shian_bound() or (shian_is('office') and (shian_self(person_id) or shian_whole())));
--> statement-breakpoint
create policy allocation_run_remove on allocation_run for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table allocation_move enable row level security;
--> statement-breakpoint
alter table allocation_move force row level security;
--> statement-breakpoint
create policy allocation_move_read on allocation_move for select using (not shian_bound() or (shian_is('office') and shian_sees_establishment(establishment_id) and exists (select from allocation_run as run where run.id = allocation_move.run_id)));
--> statement-breakpoint
create policy allocation_move_add on allocation_move for insert with check (not shian_bound() or (false));
--> statement-breakpoint
create policy allocation_move_change on allocation_move for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy allocation_move_remove on allocation_move for delete using (not shian_bound() or (false));
