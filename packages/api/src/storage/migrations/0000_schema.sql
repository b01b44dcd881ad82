CREATE TABLE "assignment" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"establishment_id" text collate "C" NOT NULL,
	"official_id" text collate "C" NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	CONSTRAINT "assignment_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "official" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"post" text NOT NULL,
	"level" text NOT NULL,
	"jurisdictions" text[] NOT NULL,
	"capacity" integer,
	"home_grid" text collate "C",
	"valid_from" date NOT NULL,
	"valid_to" date,
	"name_key" text collate "C" NOT NULL,
	"name_pinyin" text collate "C" NOT NULL,
	"name_initials" text collate "C" NOT NULL,
	"sort_key" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "official_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "measurement" (
	"rubric_id" text collate "C" NOT NULL,
	"item_id" text collate "C" NOT NULL,
	"value" jsonb,
	"version" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	CONSTRAINT "measurement_rubric_id_item_id_pk" PRIMARY KEY("rubric_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "rubric" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"is_current" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pairing_grade" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"establishment_id" text collate "C" NOT NULL,
	"grade" text NOT NULL,
	"rule_id" text NOT NULL,
	"scheme_id" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	CONSTRAINT "pairing_grade_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "risk_grade" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"establishment_id" text collate "C" NOT NULL,
	"grade" text NOT NULL,
	"source" text NOT NULL,
	"basis" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	CONSTRAINT "risk_grade_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "import_file" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text collate "C" NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_row" (
	"run_id" text collate "C" NOT NULL,
	"row" integer NOT NULL,
	"outcome" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"cells" jsonb NOT NULL,
	"problems" jsonb NOT NULL,
	"notices" jsonb NOT NULL,
	"changes" jsonb NOT NULL,
	"candidates" jsonb NOT NULL,
	"decisions" text[] NOT NULL,
	"decided" text,
	"applied" boolean NOT NULL,
	"plan" jsonb,
	CONSTRAINT "import_row_run_id_row_pk" PRIMARY KEY("run_id","row")
);
--> statement-breakpoint
CREATE TABLE "import_run" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"file_id" text collate "C" NOT NULL,
	"file_name" text NOT NULL,
	"status" text NOT NULL,
	"done" integer NOT NULL,
	"total" integer,
	"mapping" jsonb NOT NULL,
	"answer" jsonb,
	"failure" jsonb,
	"graded" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "office_setting" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"version" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "change_log" (
	"county_code" text collate "C" NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "change_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"object_kind" text NOT NULL,
	"object_id" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"who" text NOT NULL,
	"what" text NOT NULL,
	"fields" jsonb NOT NULL,
	"tx_id" text collate "C" NOT NULL,
	CONSTRAINT "change_log_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "establishment_state" (
	"county_code" text collate "C" NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "establishment_state_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"establishment_id" text collate "C" NOT NULL,
	"state" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	CONSTRAINT "establishment_state_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "establishment" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"credit_code" text collate "C",
	"licence_number" text collate "C",
	"form" text,
	"size" text,
	"diners" integer,
	"attention" text[] NOT NULL,
	"place" text collate "C",
	"place_text" text,
	"address" text,
	"opened_on" date,
	"licence_issued_on" date,
	"licence_expires_on" date,
	"person_in_charge" text,
	"food_safety_director" text,
	"food_safety_officers" text[] NOT NULL,
	"state" text NOT NULL,
	"state_since" date NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"name_pinyin" text collate "C" NOT NULL,
	"name_initials" text collate "C" NOT NULL,
	"sort_key" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "establishment_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "territory" (
	"county_code" text collate "C" NOT NULL,
	"code" text collate "C" NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"parent" text collate "C",
	"takes_over" text[] NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "territory_county_code_code_valid_from_pk" PRIMARY KEY("county_code","code","valid_from")
);
--> statement-breakpoint
CREATE TABLE "visit" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"establishment_id" text collate "C" NOT NULL,
	"official_id" text collate "C" NOT NULL,
	"stand_in_for" text collate "C",
	"joint_with" text[] NOT NULL,
	"made_on" date NOT NULL,
	"recorded_on" date NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"mode" text NOT NULL,
	"checklist_id" text NOT NULL,
	"answers" jsonb NOT NULL,
	"complete" boolean NOT NULL,
	"note" text,
	CONSTRAINT "visit_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "waiver" (
	"county_code" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"establishment_id" text collate "C" NOT NULL,
	"period" text collate "C" NOT NULL,
	"reason" text NOT NULL,
	"approved_by" text NOT NULL,
	"approver_level" text NOT NULL,
	"approved_on" date NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	CONSTRAINT "waiver_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "transaction_log" (
	"tx_id" text collate "C" PRIMARY KEY NOT NULL,
	"operation" text collate "C" NOT NULL,
	"input_hash" text collate "C" NOT NULL,
	"response" jsonb NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_of" FOREIGN KEY ("county_code","establishment_id") REFERENCES "public"."establishment"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_rubric_id_rubric_id_fk" FOREIGN KEY ("rubric_id") REFERENCES "public"."rubric"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_grade" ADD CONSTRAINT "pairing_grade_of" FOREIGN KEY ("county_code","establishment_id") REFERENCES "public"."establishment"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "risk_grade" ADD CONSTRAINT "risk_grade_of" FOREIGN KEY ("county_code","establishment_id") REFERENCES "public"."establishment"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_run_id_import_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."import_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_file_id_import_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."import_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "establishment_state" ADD CONSTRAINT "establishment_state_of" FOREIGN KEY ("county_code","establishment_id") REFERENCES "public"."establishment"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_of" FOREIGN KEY ("county_code","establishment_id") REFERENCES "public"."establishment"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_of" FOREIGN KEY ("county_code","establishment_id") REFERENCES "public"."establishment"("county_code","id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "assignment_establishment" ON "assignment" USING btree ("establishment_id","valid_from");--> statement-breakpoint
CREATE INDEX "assignment_official" ON "assignment" USING btree ("official_id","valid_from");--> statement-breakpoint
CREATE INDEX "official_id" ON "official" USING btree ("id");--> statement-breakpoint
CREATE INDEX "official_sort" ON "official" USING btree ("sort_key","id");--> statement-breakpoint
CREATE INDEX "official_name_key" ON "official" USING btree ("name_key");--> statement-breakpoint
CREATE UNIQUE INDEX "rubric_current" ON "rubric" USING btree ("is_current") WHERE is_current;--> statement-breakpoint
CREATE INDEX "pairing_grade_establishment" ON "pairing_grade" USING btree ("establishment_id","valid_from");--> statement-breakpoint
CREATE INDEX "risk_grade_establishment" ON "risk_grade" USING btree ("establishment_id","valid_from");--> statement-breakpoint
CREATE INDEX "import_row_outcome" ON "import_row" USING btree ("run_id","outcome","row");--> statement-breakpoint
CREATE INDEX "import_run_created" ON "import_run" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "change_log_object" ON "change_log" USING btree ("object_kind","object_id","id");--> statement-breakpoint
CREATE INDEX "establishment_state_establishment" ON "establishment_state" USING btree ("establishment_id","valid_from");--> statement-breakpoint
CREATE INDEX "establishment_id" ON "establishment" USING btree ("id");--> statement-breakpoint
CREATE INDEX "establishment_credit_code" ON "establishment" USING btree ("credit_code");--> statement-breakpoint
CREATE INDEX "establishment_licence_number" ON "establishment" USING btree ("licence_number");--> statement-breakpoint
CREATE INDEX "establishment_name_key" ON "establishment" USING btree ("name_key");--> statement-breakpoint
CREATE INDEX "establishment_sort" ON "establishment" USING btree ("sort_key","id");--> statement-breakpoint
CREATE INDEX "establishment_place" ON "establishment" USING btree ("place");--> statement-breakpoint
CREATE INDEX "establishment_updated" ON "establishment" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "territory_parent" ON "territory" USING btree ("parent");--> statement-breakpoint
CREATE INDEX "visit_id" ON "visit" USING btree ("id");--> statement-breakpoint
CREATE INDEX "visit_establishment" ON "visit" USING btree ("establishment_id","made_on");--> statement-breakpoint
CREATE INDEX "visit_official" ON "visit" USING btree ("official_id","made_on");--> statement-breakpoint
CREATE INDEX "visit_made" ON "visit" USING btree ("made_on","id");--> statement-breakpoint
CREATE INDEX "waiver_establishment" ON "waiver" USING btree ("establishment_id","period");--> statement-breakpoint
CREATE INDEX "transaction_log_recorded" ON "transaction_log" USING btree ("recorded_at");