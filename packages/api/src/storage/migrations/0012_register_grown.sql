CREATE TABLE "bulk_edit_row" (
	"county_code" text collate "C" NOT NULL,
	"bulk_edit_id" text collate "C" NOT NULL,
	"establishment_id" text collate "C" NOT NULL,
	"version_after" integer NOT NULL,
	"before" jsonb,
	"official" text,
	"official_before" text,
	CONSTRAINT "bulk_edit_row_county_code_bulk_edit_id_establishment_id_pk" PRIMARY KEY("county_code","bulk_edit_id","establishment_id")
);
--> statement-breakpoint
CREATE TABLE "bulk_edit" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"person_name" text NOT NULL,
	"change" jsonb NOT NULL,
	"updated" integer NOT NULL,
	"unchanged" integer NOT NULL,
	"refused" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" text collate "C",
	CONSTRAINT "bulk_edit_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "registry_view" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"owner_id" text collate "C" NOT NULL,
	"owner_name" text NOT NULL,
	"is_shared" boolean NOT NULL,
	"name" text NOT NULL,
	"view" jsonb NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "registry_view_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
ALTER TABLE "establishment_state" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "establishment_state" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "establishment_state" ADD COLUMN "reported_on" date;--> statement-breakpoint
ALTER TABLE "establishment_state" ADD COLUMN "adjusted_on" date;--> statement-breakpoint
ALTER TABLE "establishment" ADD COLUMN "employees" integer;--> statement-breakpoint
ALTER TABLE "establishment" ADD COLUMN "revenue" integer;--> statement-breakpoint
ALTER TABLE "establishment" ADD COLUMN "floor_area" integer;--> statement-breakpoint
ALTER TABLE "establishment" ADD COLUMN "latitude" double precision;--> statement-breakpoint
ALTER TABLE "establishment" ADD COLUMN "longitude" double precision;--> statement-breakpoint
ALTER TABLE "establishment" ADD COLUMN "coordinates" text;--> statement-breakpoint
ALTER TABLE "establishment" ADD COLUMN "further_licences" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_edit_row" ADD CONSTRAINT "bulk_edit_row_of" FOREIGN KEY ("county_code","establishment_id") REFERENCES "public"."establishment"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "bulk_edit_row_establishment" ON "bulk_edit_row" USING btree ("establishment_id");--> statement-breakpoint
CREATE INDEX "bulk_edit_created" ON "bulk_edit" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "registry_view_owner" ON "registry_view" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "establishment_state_told" ON "establishment_state" USING btree ("valid_from") WHERE source is not null and superseded_at is null;
--> statement-breakpoint
alter table registry_view enable row level security;
--> statement-breakpoint
alter table registry_view force row level security;
--> statement-breakpoint
create policy registry_view_read on registry_view for select using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'evaluator', 'leader') and (is_shared or shian_self(owner_id))));
--> statement-breakpoint
create policy registry_view_add on registry_view for insert with check (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'evaluator', 'leader') and shian_self(owner_id) and (not is_shared or shian_is('office'))));
--> statement-breakpoint
create policy registry_view_change on registry_view for update using (not shian_bound() or (shian_self(owner_id) or is_shared and shian_is('office'))) with check (not shian_bound() or ((shian_self(owner_id) or is_shared) and (not is_shared or shian_is('office'))));
--> statement-breakpoint
create policy registry_view_remove on registry_view for delete using (not shian_bound() or (shian_self(owner_id) or is_shared and shian_is('office')));
--> statement-breakpoint
alter table bulk_edit_row enable row level security;
--> statement-breakpoint
alter table bulk_edit_row force row level security;
--> statement-breakpoint
create policy bulk_edit_row_read on bulk_edit_row for select using (not shian_bound() or (shian_is('office') and shian_sees_establishment(establishment_id)));
--> statement-breakpoint
create policy bulk_edit_row_add on bulk_edit_row for insert with check (not shian_bound() or (shian_is('office') and shian_sees_establishment(establishment_id)));
--> statement-breakpoint
create policy bulk_edit_row_change on bulk_edit_row for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy bulk_edit_row_remove on bulk_edit_row for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table bulk_edit enable row level security;
--> statement-breakpoint
alter table bulk_edit force row level security;
--> statement-breakpoint
create policy bulk_edit_read on bulk_edit for select using (not shian_bound() or (shian_is('office') and (shian_self(person_id) or exists (select from bulk_edit_row as changed where changed.bulk_edit_id = bulk_edit.id))));
--> statement-breakpoint
create policy bulk_edit_add on bulk_edit for insert with check (not shian_bound() or (shian_is('office') and shian_self(person_id)));
--> statement-breakpoint
create policy bulk_edit_change on bulk_edit for update using (not shian_bound() or (shian_is('office') and (shian_self(person_id) or exists (select from bulk_edit_row as changed where changed.bulk_edit_id = bulk_edit.id)))) with check (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
create policy bulk_edit_remove on bulk_edit for delete using (not shian_bound() or (false));
