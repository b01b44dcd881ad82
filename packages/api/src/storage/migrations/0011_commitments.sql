CREATE TABLE "notice_board" (
	"county_code" text collate "C" NOT NULL,
	"establishment_id" text collate "C" NOT NULL,
	"code" text collate "C" NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notice_board_county_code_establishment_id_pk" PRIMARY KEY("county_code","establishment_id")
);
--> statement-breakpoint
CREATE TABLE "annex_acknowledgement" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"official_id" text collate "C" NOT NULL,
	"annex_version" integer NOT NULL,
	"content_hash" text collate "C" NOT NULL,
	"lines" jsonb NOT NULL,
	"acknowledged_on" date NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "annex_acknowledgement_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "commitment_paper" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"official_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"content" "bytea" NOT NULL,
	"content_bytes" integer NOT NULL,
	"content_hash" text collate "C" NOT NULL,
	"strokes" text,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "commitment_paper_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "commitment" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"official_id" text collate "C" NOT NULL,
	"year" integer NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"post" text NOT NULL,
	"level" text NOT NULL,
	"jurisdictions" text[] NOT NULL,
	"way" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	"signed_on" date NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"ended_because" text,
	"annex_hash" text collate "C" NOT NULL,
	"document_hash" text collate "C" NOT NULL,
	"paper_id" text collate "C",
	CONSTRAINT "commitment_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "paper_template" (
	"kind" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"content" "bytea" NOT NULL,
	"content_hash" text collate "C" NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notice_board" ADD CONSTRAINT "notice_board_of" FOREIGN KEY ("county_code","establishment_id") REFERENCES "public"."establishment"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "annex_acknowledgement" ADD CONSTRAINT "annex_acknowledgement_by" FOREIGN KEY ("county_code","official_id") REFERENCES "public"."official"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "commitment_paper" ADD CONSTRAINT "commitment_paper_of" FOREIGN KEY ("county_code","official_id") REFERENCES "public"."official"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_by" FOREIGN KEY ("county_code","official_id") REFERENCES "public"."official"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "notice_board_code" ON "notice_board" USING btree ("code");--> statement-breakpoint
CREATE INDEX "notice_board_establishment" ON "notice_board" USING btree ("establishment_id");--> statement-breakpoint
CREATE INDEX "annex_acknowledgement_official" ON "annex_acknowledgement" USING btree ("official_id","acknowledged_on");--> statement-breakpoint
CREATE INDEX "commitment_paper_id" ON "commitment_paper" USING btree ("id");--> statement-breakpoint
CREATE INDEX "commitment_id" ON "commitment" USING btree ("id");--> statement-breakpoint
CREATE INDEX "commitment_official" ON "commitment" USING btree ("official_id","valid_from");
--> statement-breakpoint
-- Whether who asks is that official: what only they may sign and see of themselves.
create function shian_own_official(object text) returns boolean language plpgsql stable parallel safe as $$
begin
  return exists (
    select from access_grant as held
    where held.official_id = object and held.role = 'official' and held.person_id = current_setting('shian.person', true)
  );
end
$$;
--> statement-breakpoint
-- Whether one of the official's own places is reached: who keeps their papers.
create function shian_keeps_official(object text) returns boolean language plpgsql stable parallel safe as $$
begin
  return exists (
    select from official as kept
    where kept.id = object and exists (select from unnest(kept.jurisdictions) as code where shian_reaches(code))
  );
end
$$;
--> statement-breakpoint
alter table commitment enable row level security;
--> statement-breakpoint
alter table commitment force row level security;
--> statement-breakpoint
create policy commitment_read on commitment for select using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'evaluator', 'leader') and shian_sees_official(official_id) or shian_is('official') and shian_own_official(official_id)));
--> statement-breakpoint
create policy commitment_add on commitment for insert with check (not shian_bound() or (shian_is('office') and shian_keeps_official(official_id) or shian_is('official') and shian_own_official(official_id)));
--> statement-breakpoint
create policy commitment_change on commitment for update using (not shian_bound() or (shian_is('office') and shian_keeps_official(official_id) or shian_is('official') and shian_own_official(official_id))) with check (not shian_bound() or (shian_is('office') and shian_keeps_official(official_id) or shian_is('official') and shian_own_official(official_id)));
--> statement-breakpoint
create policy commitment_remove on commitment for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table commitment_paper enable row level security;
--> statement-breakpoint
alter table commitment_paper force row level security;
--> statement-breakpoint
create policy commitment_paper_read on commitment_paper for select using (not shian_bound() or (shian_is('office') and shian_keeps_official(official_id) or shian_is('official') and shian_own_official(official_id)));
--> statement-breakpoint
create policy commitment_paper_add on commitment_paper for insert with check (not shian_bound() or (shian_is('office') and shian_keeps_official(official_id) or shian_is('official') and shian_own_official(official_id)));
--> statement-breakpoint
create policy commitment_paper_change on commitment_paper for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy commitment_paper_remove on commitment_paper for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table annex_acknowledgement enable row level security;
--> statement-breakpoint
alter table annex_acknowledgement force row level security;
--> statement-breakpoint
create policy annex_acknowledgement_read on annex_acknowledgement for select using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'evaluator', 'leader') and shian_sees_official(official_id) or shian_is('official') and shian_own_official(official_id)));
--> statement-breakpoint
create policy annex_acknowledgement_add on annex_acknowledgement for insert with check (not shian_bound() or (shian_is('official') and shian_own_official(official_id)));
--> statement-breakpoint
create policy annex_acknowledgement_change on annex_acknowledgement for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy annex_acknowledgement_remove on annex_acknowledgement for delete using (not shian_bound() or (false));
--> statement-breakpoint
alter table paper_template enable row level security;
--> statement-breakpoint
alter table paper_template force row level security;
--> statement-breakpoint
create policy paper_template_read on paper_template for select using (not shian_bound() or (shian_is('office', 'regulator', 'unit', 'liaison', 'official', 'evaluator', 'leader')));
--> statement-breakpoint
create policy paper_template_add on paper_template for insert with check (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
create policy paper_template_change on paper_template for update using (not shian_bound() or (shian_is('office'))) with check (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
create policy paper_template_remove on paper_template for delete using (not shian_bound() or (shian_is('office')));
--> statement-breakpoint
alter table notice_board enable row level security;
--> statement-breakpoint
alter table notice_board force row level security;
--> statement-breakpoint
create policy notice_board_read on notice_board for select using (not shian_bound() or (shian_sees_establishment(establishment_id)));
--> statement-breakpoint
create policy notice_board_add on notice_board for insert with check (not shian_bound() or (shian_is('office', 'regulator', 'liaison') and shian_sees_establishment(establishment_id)));
--> statement-breakpoint
create policy notice_board_change on notice_board for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy notice_board_remove on notice_board for delete using (not shian_bound() or (false));
