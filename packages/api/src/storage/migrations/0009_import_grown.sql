-- Saved mappings, held rows as a queue, undo of an import, duplicates and merges.
CREATE TABLE "duplicate_pair" (
	"county_code" text collate "C" NOT NULL,
	"first_id" text collate "C" NOT NULL,
	"second_id" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"score" integer NOT NULL,
	"name_likeness" integer NOT NULL,
	"address_likeness" integer,
	"found_at" timestamp (3) with time zone NOT NULL,
	"verdict" text collate "C" NOT NULL,
	"verdict_reason" text,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "duplicate_pair_county_code_first_id_second_id_pk" PRIMARY KEY("county_code","first_id","second_id")
);
--> statement-breakpoint
CREATE TABLE "establishment_merge" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"survivor_id" text collate "C" NOT NULL,
	"absorbed_id" text collate "C" NOT NULL,
	"merged_on" date NOT NULL,
	"reason" text NOT NULL,
	"taken" text[] NOT NULL,
	"before" jsonb NOT NULL,
	"survivor_version" integer NOT NULL,
	"absorbed_version" integer NOT NULL,
	"merged_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" text,
	"undone_reason" text,
	CONSTRAINT "establishment_merge_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "import_mapping" (
	"id" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"kind" text collate "C" NOT NULL,
	"source" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"options" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	CONSTRAINT "import_mapping_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "establishment_exit" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"establishment_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"leads_to" text collate "C",
	"left_on" date NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	CONSTRAINT "establishment_exit_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
ALTER TABLE "import_row" ADD COLUMN "decided_by" text;--> statement-breakpoint
ALTER TABLE "import_row" ADD COLUMN "decided_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "import_row" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "import_row" ADD COLUMN "fingerprint" text collate "C";--> statement-breakpoint
ALTER TABLE "import_row" ADD COLUMN "held_again_in" text collate "C";--> statement-breakpoint
ALTER TABLE "import_row" ADD COLUMN "written" jsonb;--> statement-breakpoint
ALTER TABLE "import_row" ADD COLUMN "undone_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "options" jsonb;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "applied_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "undone" jsonb;--> statement-breakpoint
ALTER TABLE "duplicate_pair" ADD CONSTRAINT "duplicate_pair_of" FOREIGN KEY ("county_code","first_id") REFERENCES "public"."establishment"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "establishment_merge" ADD CONSTRAINT "establishment_merge_of" FOREIGN KEY ("county_code","survivor_id") REFERENCES "public"."establishment"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "establishment_exit" ADD CONSTRAINT "establishment_exit_establishment" FOREIGN KEY ("county_code","establishment_id") REFERENCES "public"."establishment"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "duplicate_pair_order" ON "duplicate_pair" USING btree ("verdict","score","first_id","second_id");--> statement-breakpoint
CREATE INDEX "duplicate_pair_second" ON "duplicate_pair" USING btree ("second_id");--> statement-breakpoint
CREATE INDEX "establishment_merge_id" ON "establishment_merge" USING btree ("id");--> statement-breakpoint
CREATE INDEX "establishment_merge_survivor" ON "establishment_merge" USING btree ("survivor_id");--> statement-breakpoint
CREATE INDEX "establishment_merge_absorbed" ON "establishment_merge" USING btree ("absorbed_id");--> statement-breakpoint
CREATE INDEX "establishment_merge_recorded" ON "establishment_merge" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "import_mapping_source" ON "import_mapping" USING btree ("kind","source") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "establishment_exit_of" ON "establishment_exit" USING btree ("establishment_id");--> statement-breakpoint
CREATE INDEX "establishment_exit_leads_to" ON "establishment_exit" USING btree ("leads_to");--> statement-breakpoint
CREATE INDEX "import_row_held" ON "import_row" USING btree ("fingerprint") WHERE outcome = 'held';--> statement-breakpoint
alter table import_mapping enable row level security;
--> statement-breakpoint
alter table import_mapping force row level security;
--> statement-breakpoint
create policy import_mapping_read on import_mapping for select using (not shian_bound() or (shian_is('office') and shian_whole()));
--> statement-breakpoint
create policy import_mapping_add on import_mapping for insert with check (not shian_bound() or (shian_is('office') and shian_whole()));
--> statement-breakpoint
create policy import_mapping_change on import_mapping for update using (not shian_bound() or (shian_is('office') and shian_whole())) with check (not shian_bound() or (shian_is('office') and shian_whole()));
--> statement-breakpoint
create policy import_mapping_remove on import_mapping for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table establishment_exit enable row level security;
--> statement-breakpoint
alter table establishment_exit force row level security;
--> statement-breakpoint
create policy establishment_exit_read on establishment_exit for select using (not shian_bound() or shian_sees_establishment(establishment_id));
--> statement-breakpoint
create policy establishment_exit_add on establishment_exit for insert with check (not shian_bound() or (shian_is('office') and shian_sees_establishment(establishment_id)));
--> statement-breakpoint
create policy establishment_exit_change on establishment_exit for update using (not shian_bound() or (shian_is('office') and shian_sees_establishment(establishment_id))) with check (not shian_bound() or (shian_is('office') and shian_sees_establishment(establishment_id)));
--> statement-breakpoint
create policy establishment_exit_remove on establishment_exit for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table establishment_merge enable row level security;
--> statement-breakpoint
alter table establishment_merge force row level security;
--> statement-breakpoint
create policy establishment_merge_read on establishment_merge for select using (not shian_bound() or (shian_sees_establishment(survivor_id) and shian_sees_establishment(absorbed_id)));
--> statement-breakpoint
create policy establishment_merge_add on establishment_merge for insert with check (not shian_bound() or (shian_is('office') and shian_sees_establishment(survivor_id) and shian_sees_establishment(absorbed_id)));
--> statement-breakpoint
create policy establishment_merge_change on establishment_merge for update using (not shian_bound() or (shian_is('office') and shian_sees_establishment(survivor_id) and shian_sees_establishment(absorbed_id))) with check (not shian_bound() or (shian_is('office') and shian_sees_establishment(survivor_id) and shian_sees_establishment(absorbed_id)));
--> statement-breakpoint
create policy establishment_merge_remove on establishment_merge for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table duplicate_pair enable row level security;
--> statement-breakpoint
alter table duplicate_pair force row level security;
--> statement-breakpoint
create policy duplicate_pair_read on duplicate_pair for select using (not shian_bound() or (shian_is('office') and shian_sees_establishment(first_id) and shian_sees_establishment(second_id)));
--> statement-breakpoint
create policy duplicate_pair_add on duplicate_pair for insert with check (not shian_bound() or (shian_is('office') and shian_sees_establishment(first_id) and shian_sees_establishment(second_id)));
--> statement-breakpoint
create policy duplicate_pair_change on duplicate_pair for update using (not shian_bound() or (shian_is('office') and shian_sees_establishment(first_id) and shian_sees_establishment(second_id))) with check (not shian_bound() or (shian_is('office') and shian_sees_establishment(first_id) and shian_sees_establishment(second_id)));
--> statement-breakpoint
create policy duplicate_pair_remove on duplicate_pair for delete using (not shian_bound() or (false));
