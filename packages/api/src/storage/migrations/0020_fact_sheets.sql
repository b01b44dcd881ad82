CREATE TABLE "fact_sheet_entry" (
	"county_code" text collate "C" NOT NULL,
	"sheet_id" text collate "C" NOT NULL,
	"no" integer NOT NULL,
	"establishment_id" text collate "C" NOT NULL,
	"rows" integer NOT NULL,
	"before" jsonb,
	"after" jsonb NOT NULL,
	CONSTRAINT "fact_sheet_entry_county_code_sheet_id_no_pk" PRIMARY KEY("county_code","sheet_id","no")
);
--> statement-breakpoint
CREATE TABLE "fact_sheet" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"file_id" text collate "C" NOT NULL,
	"file_name" text NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"person_name" text NOT NULL,
	"rows" integer NOT NULL,
	"new" integer NOT NULL,
	"replaces" integer NOT NULL,
	"same" integer NOT NULL,
	"refused" integer NOT NULL,
	"refused_rows" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" text collate "C",
	CONSTRAINT "fact_sheet_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
ALTER TABLE "fact_sheet_entry" ADD CONSTRAINT "fact_sheet_entry_of" FOREIGN KEY ("county_code","establishment_id") REFERENCES "public"."establishment"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "fact_sheet" ADD CONSTRAINT "fact_sheet_file_id_import_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."import_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fact_sheet_entry_establishment" ON "fact_sheet_entry" USING btree ("establishment_id");--> statement-breakpoint
CREATE INDEX "fact_sheet_created" ON "fact_sheet" USING btree ("created_at");
--> statement-breakpoint
-- A regulator brings sheets of facts too; a file stays its bringer's.
drop policy import_file_read on import_file;--> statement-breakpoint
create policy import_file_read on import_file for select using (not shian_bound() or (shian_is('office', 'regulator', 'system', 'security') and shian_self(uploaded_by)));--> statement-breakpoint
drop policy import_file_add on import_file;--> statement-breakpoint
create policy import_file_add on import_file for insert with check (not shian_bound() or (shian_is('office', 'regulator', 'system', 'security') and shian_self(uploaded_by)));--> statement-breakpoint
alter table fact_sheet_entry enable row level security;--> statement-breakpoint
alter table fact_sheet_entry force row level security;--> statement-breakpoint
create policy fact_sheet_entry_read on fact_sheet_entry for select using (not shian_bound() or (shian_is('office', 'regulator') and shian_sees_establishment(establishment_id)));--> statement-breakpoint
create policy fact_sheet_entry_add on fact_sheet_entry for insert with check (not shian_bound() or (shian_is('office', 'regulator') and shian_sees_establishment(establishment_id)));--> statement-breakpoint
create policy fact_sheet_entry_change on fact_sheet_entry for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));--> statement-breakpoint
create policy fact_sheet_entry_remove on fact_sheet_entry for delete using (not shian_bound() or (false));--> statement-breakpoint
alter table fact_sheet enable row level security;--> statement-breakpoint
alter table fact_sheet force row level security;--> statement-breakpoint
create policy fact_sheet_read on fact_sheet for select using (not shian_bound() or (shian_is('office', 'regulator') and (shian_self(person_id) or exists (select from fact_sheet_entry as entered where entered.sheet_id = fact_sheet.id))));--> statement-breakpoint
create policy fact_sheet_add on fact_sheet for insert with check (not shian_bound() or (shian_is('office', 'regulator') and shian_self(person_id)));--> statement-breakpoint
create policy fact_sheet_change on fact_sheet for update using (not shian_bound() or (shian_is('office', 'regulator') and (shian_self(person_id) or exists (select from fact_sheet_entry as entered where entered.sheet_id = fact_sheet.id)))) with check (not shian_bound() or (shian_is('office', 'regulator')));--> statement-breakpoint
create policy fact_sheet_remove on fact_sheet for delete using (not shian_bound() or (false));
