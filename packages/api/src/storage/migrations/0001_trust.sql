CREATE TABLE "audit_change" (
	"seq" bigint NOT NULL,
	"n" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"name" text NOT NULL,
	"county_code" text collate "C" NOT NULL,
	"object_kind" text NOT NULL,
	"object_id" text collate "C" NOT NULL,
	"what" text NOT NULL,
	"fields" jsonb NOT NULL,
	CONSTRAINT "audit_change_seq_n_pk" PRIMARY KEY("seq","n")
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" text collate "C",
	"name" text NOT NULL,
	"role" text NOT NULL,
	"address" text NOT NULL,
	"operation" text collate "C" NOT NULL,
	"tx_id" text collate "C" NOT NULL,
	"content" text NOT NULL,
	"prev" text collate "C" NOT NULL,
	"hash" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_root" (
	"day" date PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	"root" text collate "C" NOT NULL,
	"last_hash" text collate "C" NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_schedule" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"last_run_at" timestamp (3) with time zone,
	"next_run_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"input" jsonb NOT NULL,
	"state" text NOT NULL,
	"unique_key" text collate "C",
	"done" integer NOT NULL,
	"total" integer,
	"attempts" integer NOT NULL,
	"most_attempts" integer NOT NULL,
	"run_at" timestamp (3) with time zone NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"worker" text,
	"cancel_requested_at" timestamp (3) with time zone,
	"result" jsonb,
	"problem" jsonb,
	"person_id" text collate "C",
	"person_name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text collate "C" NOT NULL,
	"payload" jsonb NOT NULL,
	"effect_key" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"attempts" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access_grant" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"person_kind" text NOT NULL,
	"role" text NOT NULL,
	"territory" text collate "C",
	"official_id" text collate "C",
	"establishment_id" text collate "C",
	"leading" boolean NOT NULL,
	"reason" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"granted_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone,
	"updated_by" text DEFAULT '' NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "access_grant_apart" CHECK (("access_grant"."role" in ('system', 'security', 'audit')) = ("access_grant"."person_kind" = 'administrator'))
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"unit_id" text collate "C",
	"username" text collate "C" NOT NULL,
	"state" text NOT NULL,
	"office_phone" text,
	"mobile" text,
	"id_number" text,
	"name_key" text collate "C" NOT NULL,
	"name_pinyin" text collate "C" NOT NULL,
	"name_initials" text collate "C" NOT NULL,
	"sort_key" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text DEFAULT '' NOT NULL,
	CONSTRAINT "person_kind_of" UNIQUE("id","kind")
);
--> statement-breakpoint
CREATE TABLE "stand_in" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"official_id" text collate "C" NOT NULL,
	"stands_in_for" text collate "C" NOT NULL,
	"establishments" text[],
	"reason" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone,
	"updated_by" text DEFAULT '' NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit_member" (
	"group_id" text collate "C" NOT NULL,
	"member_id" text collate "C" NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "unit_member_group_id_member_id_valid_from_pk" PRIMARY KEY("group_id","member_id","valid_from")
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"territory" text collate "C",
	"lead_unit_id" text collate "C",
	"valid_from" date NOT NULL,
	"valid_to" date,
	"name_key" text collate "C" NOT NULL,
	"sort_key" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credential" (
	"person_id" text collate "C" PRIMARY KEY NOT NULL,
	"password_hash" text,
	"password_changed_at" timestamp (3) with time zone,
	"earlier_hashes" text[] NOT NULL,
	"totp_secret" text,
	"totp_confirmed_at" timestamp (3) with time zone,
	"totp_last_step" bigint,
	"recovery_hashes" text[] NOT NULL,
	"oidc_subject" text collate "C",
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "device_code" (
	"device_hash" text collate "C" PRIMARY KEY NOT NULL,
	"user_code" text collate "C" NOT NULL,
	"agent" text NOT NULL,
	"address" text collate "C" NOT NULL,
	"person_id" text collate "C",
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"polled_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "one_time_link" (
	"token_hash" text collate "C" PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"person_id" text collate "C",
	"created_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" text collate "C" PRIMARY KEY NOT NULL,
	"id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"name" text,
	"scope" text[],
	"address" text NOT NULL,
	"agent" text NOT NULL,
	"second_factor_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"idle_minutes" integer,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoked_why" text
);
--> statement-breakpoint
CREATE TABLE "sign_in_challenge" (
	"token_hash" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"carry" text NOT NULL,
	"address" text NOT NULL,
	"tries" integer NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"is_used" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_failure" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sign_in_failure_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"username_hash" text collate "C" NOT NULL,
	"address" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_lock" (
	"username_hash" text collate "C" NOT NULL,
	"address" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone,
	CONSTRAINT "sign_in_lock_username_hash_address_pk" PRIMARY KEY("username_hash","address")
);
--> statement-breakpoint
ALTER TABLE "official" ADD COLUMN "office_phone" text;--> statement-breakpoint
ALTER TABLE "official" ADD COLUMN "mobile" text;--> statement-breakpoint
ALTER TABLE "establishment" ADD COLUMN "contact_mobile" text;--> statement-breakpoint
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_of" FOREIGN KEY ("person_id","person_kind") REFERENCES "public"."person"("id","kind") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_change_object" ON "audit_change" USING btree ("object_kind","object_id","seq");--> statement-breakpoint
CREATE INDEX "audit_entry_at" ON "audit_entry" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_entry_person" ON "audit_entry" USING btree ("person_id","seq");--> statement-breakpoint
CREATE INDEX "audit_entry_operation" ON "audit_entry" USING btree ("operation","seq");--> statement-breakpoint
CREATE INDEX "audit_entry_tx" ON "audit_entry" USING btree ("tx_id");--> statement-breakpoint
CREATE INDEX "job_due" ON "job" USING btree ("state","run_at");--> statement-breakpoint
CREATE INDEX "job_created" ON "job" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "job_unique" ON "job" USING btree ("unique_key") WHERE "job"."state" in ('waiting', 'running');--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_effect" ON "outbox" USING btree ("effect_key");--> statement-breakpoint
CREATE INDEX "outbox_open" ON "outbox" USING btree ("id") WHERE "outbox"."done_at" is null;--> statement-breakpoint
CREATE INDEX "access_grant_person" ON "access_grant" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "access_grant_role" ON "access_grant" USING btree ("role");--> statement-breakpoint
CREATE UNIQUE INDEX "access_grant_one_administrator_role" ON "access_grant" USING btree ("person_id") WHERE "access_grant"."person_kind" = 'administrator' and "access_grant"."valid_to" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "person_username" ON "person" USING btree ("username");--> statement-breakpoint
CREATE INDEX "person_sort" ON "person" USING btree ("sort_key","id");--> statement-breakpoint
CREATE INDEX "person_unit" ON "person" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "stand_in_official" ON "stand_in" USING btree ("official_id");--> statement-breakpoint
CREATE INDEX "stand_in_for" ON "stand_in" USING btree ("stands_in_for");--> statement-breakpoint
CREATE INDEX "unit_member_member" ON "unit_member" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "unit_sort" ON "unit" USING btree ("sort_key","id");--> statement-breakpoint
CREATE INDEX "unit_name_key" ON "unit" USING btree ("name_key");--> statement-breakpoint
CREATE UNIQUE INDEX "device_code_user_code" ON "device_code" USING btree ("user_code");--> statement-breakpoint
CREATE UNIQUE INDEX "session_id" ON "session" USING btree ("id");--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_in_failure_account" ON "sign_in_failure" USING btree ("username_hash","at");--> statement-breakpoint
CREATE INDEX "sign_in_failure_address" ON "sign_in_failure" USING btree ("address","at");--> statement-breakpoint
INSERT INTO "audit_change" ("seq", "n", "at", "name", "county_code", "object_kind", "object_id", "what", "fields") SELECT "id" - (SELECT max("id") + 1 FROM "change_log"), 0, "at", "who", "county_code", "object_kind", "object_id", "what", "fields" FROM "change_log";--> statement-breakpoint
DROP TABLE "change_log";
