CREATE TABLE "handover_party" (
	"county_code" text collate "C" NOT NULL,
	"handover_id" text collate "C" NOT NULL,
	"official_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"told" jsonb NOT NULL,
	"before" jsonb,
	CONSTRAINT "handover_party_county_code_handover_id_official_id_pk" PRIMARY KEY("county_code","handover_id","official_id")
);
--> statement-breakpoint
CREATE TABLE "handover_row" (
	"county_code" text collate "C" NOT NULL,
	"handover_id" text collate "C" NOT NULL,
	"establishment_id" text collate "C" NOT NULL,
	"official_before" text collate "C" NOT NULL,
	"official" text collate "C",
	"told" jsonb NOT NULL,
	CONSTRAINT "handover_row_county_code_handover_id_establishment_id_pk" PRIMARY KEY("county_code","handover_id","establishment_id")
);
--> statement-breakpoint
CREATE TABLE "handover" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"person_name" text NOT NULL,
	"day" date NOT NULL,
	"note" text,
	"moved" integer NOT NULL,
	"unassigned" integer NOT NULL,
	"parties" integer NOT NULL,
	"commitments" jsonb NOT NULL,
	"stand_ins" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" text collate "C",
	CONSTRAINT "handover_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
ALTER TABLE "handover_party" ADD CONSTRAINT "handover_party_of" FOREIGN KEY ("county_code","official_id") REFERENCES "public"."official"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "handover_row" ADD CONSTRAINT "handover_row_of" FOREIGN KEY ("county_code","establishment_id") REFERENCES "public"."establishment"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "handover_party_official" ON "handover_party" USING btree ("official_id");--> statement-breakpoint
CREATE INDEX "handover_row_establishment" ON "handover_row" USING btree ("establishment_id");--> statement-breakpoint
CREATE INDEX "handover_created" ON "handover" USING btree ("created_at");
--> statement-breakpoint
alter table handover_party enable row level security;
--> statement-breakpoint
alter table handover_party force row level security;
--> statement-breakpoint
create policy handover_party_read on handover_party for select using (not shian_bound() or (shian_is('office') and shian_sees_official(official_id) or shian_is('official') and shian_own_official(official_id)));
--> statement-breakpoint
create policy handover_party_add on handover_party for insert with check (not shian_bound() or (shian_is('office') and shian_sees_official(official_id)));
--> statement-breakpoint
create policy handover_party_change on handover_party for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy handover_party_remove on handover_party for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table handover_row enable row level security;
--> statement-breakpoint
alter table handover_row force row level security;
--> statement-breakpoint
create policy handover_row_read on handover_row for select using (not shian_bound() or (shian_is('office') and shian_sees_establishment(establishment_id) or shian_is('official') and (shian_own_official(official_before) or shian_own_official(official))));
--> statement-breakpoint
create policy handover_row_add on handover_row for insert with check (not shian_bound() or (shian_is('office') and shian_sees_establishment(establishment_id)));
--> statement-breakpoint
create policy handover_row_change on handover_row for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy handover_row_remove on handover_row for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table handover enable row level security;
--> statement-breakpoint
alter table handover force row level security;
--> statement-breakpoint
create policy handover_read on handover for select using (not shian_bound() or (shian_is('office') and shian_self(person_id) or shian_is('office', 'official') and exists (select from handover_party as held where held.handover_id = handover.id)));
--> statement-breakpoint
create policy handover_add on handover for insert with check (not shian_bound() or (shian_is('office') and shian_self(person_id)));
--> statement-breakpoint
create policy handover_change on handover for update using (not shian_bound() or (shian_is('office') and (shian_self(person_id) or exists (select from handover_party as held where held.handover_id = handover.id)))) with check (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
create policy handover_remove on handover for delete using (not shian_bound() or (false));
