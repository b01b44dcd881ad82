-- What was known before: posts of officials, facts of establishments, territories and settings, each in two times.
CREATE TABLE "official_post" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"official_id" text collate "C" NOT NULL,
	"unit" text NOT NULL,
	"post" text NOT NULL,
	"level" text NOT NULL,
	"jurisdictions" text[] NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	CONSTRAINT "official_post_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "office_setting_past" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "office_setting_past_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text collate "C" NOT NULL,
	"value" jsonb NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "establishment_past" (
	"county_code" text collate "C" NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "establishment_past_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"establishment_id" text collate "C" NOT NULL,
	"facts" jsonb NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"recorded_at" timestamp (3) with time zone,
	"superseded_at" timestamp (3) with time zone,
	CONSTRAINT "establishment_past_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "territory_past" (
	"county_code" text collate "C" NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "territory_past_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text collate "C" NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"parent" text collate "C",
	"takes_over" text[] NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "territory_past_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
ALTER TABLE "establishment" ADD COLUMN "facts_from" date;--> statement-breakpoint
ALTER TABLE "establishment" ADD COLUMN "facts_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "official_post" ADD CONSTRAINT "official_post_of" FOREIGN KEY ("county_code","official_id") REFERENCES "public"."official"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "establishment_past" ADD CONSTRAINT "establishment_past_of" FOREIGN KEY ("county_code","establishment_id") REFERENCES "public"."establishment"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "official_post_official" ON "official_post" USING btree ("official_id","valid_from");--> statement-breakpoint
CREATE INDEX "office_setting_past_key" ON "office_setting_past" USING btree ("key","recorded_at");--> statement-breakpoint
CREATE INDEX "establishment_past_establishment" ON "establishment_past" USING btree ("establishment_id");--> statement-breakpoint
insert into official_post (county_code, id, official_id, unit, post, level, jurisdictions, valid_from, valid_to, recorded_at)
select county_code, id || '-1', id, unit, post, level, jurisdictions, valid_from, valid_to, recorded_at from official;
--> statement-breakpoint
alter table official_post enable row level security;
--> statement-breakpoint
alter table official_post force row level security;
--> statement-breakpoint
create policy official_post_read on official_post for select using (not shian_bound() or (shian_sees_official(official_id)));
--> statement-breakpoint
create policy official_post_add on official_post for insert with check (not shian_bound() or (shian_is('office') and shian_sees_official(official_id)));
--> statement-breakpoint
create policy official_post_change on official_post for update using (not shian_bound() or (shian_is('office') and shian_sees_official(official_id))) with check (not shian_bound() or (shian_is('office') and shian_sees_official(official_id)));
--> statement-breakpoint
create policy official_post_remove on official_post for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table establishment_past enable row level security;
--> statement-breakpoint
alter table establishment_past force row level security;
--> statement-breakpoint
create policy establishment_past_read on establishment_past for select using (not shian_bound() or (shian_sees_establishment(establishment_id)));
--> statement-breakpoint
create policy establishment_past_add on establishment_past for insert with check (not shian_bound() or (shian_is('office', 'regulator') and shian_sees_establishment(establishment_id)));
--> statement-breakpoint
create policy establishment_past_change on establishment_past for update using (not shian_bound() or (shian_is('office', 'regulator') and shian_sees_establishment(establishment_id))) with check (not shian_bound() or (shian_is('office', 'regulator') and shian_sees_establishment(establishment_id)));
--> statement-breakpoint
create policy establishment_past_remove on establishment_past for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table territory_past enable row level security;
--> statement-breakpoint
alter table territory_past force row level security;
--> statement-breakpoint
create policy territory_past_read on territory_past for select using (true);
--> statement-breakpoint
create policy territory_past_add on territory_past for insert with check (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
create policy territory_past_change on territory_past for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy territory_past_remove on territory_past for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table office_setting_past enable row level security;
--> statement-breakpoint
alter table office_setting_past force row level security;
--> statement-breakpoint
create policy office_setting_past_read on office_setting_past for select using (true);
--> statement-breakpoint
create policy office_setting_past_add on office_setting_past for insert with check (not shian_bound() or (shian_is('office', 'regulator', 'official', 'system', 'security')));
--> statement-breakpoint
create policy office_setting_past_change on office_setting_past for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy office_setting_past_remove on office_setting_past for delete using (not shian_bound() or (false));
