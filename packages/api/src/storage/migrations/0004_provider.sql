-- Accounts linked to an outside identity provider, and who was sent there and is not back yet.
CREATE TABLE "provider_flow" (
	"state_hash" text collate "C" PRIMARY KEY NOT NULL,
	"browser_hash" text collate "C" NOT NULL,
	"back" text NOT NULL,
	"address" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "credential" ADD COLUMN "oidc_issuer" text collate "C";--> statement-breakpoint
ALTER TABLE "device_code" ADD COLUMN "method" text;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "method" text;--> statement-breakpoint
ALTER TABLE "sign_in_challenge" ADD COLUMN "method" text DEFAULT 'password' NOT NULL;--> statement-breakpoint
CREATE INDEX "provider_flow_address" ON "provider_flow" USING btree ("address","ends_at");--> statement-breakpoint
CREATE UNIQUE INDEX "credential_oidc" ON "credential" USING btree ("oidc_issuer","oidc_subject");--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_oidc_whole" CHECK ("credential"."oidc_issuer" is null or "credential"."oidc_subject" is not null);--> statement-breakpoint
alter table provider_flow enable row level security;
--> statement-breakpoint
alter table provider_flow force row level security;
--> statement-breakpoint
create policy provider_flow_read on provider_flow for select using (not shian_bound() or (false));
--> statement-breakpoint
create policy provider_flow_add on provider_flow for insert with check (not shian_bound() or (false));
--> statement-breakpoint
create policy provider_flow_change on provider_flow for update using (not shian_bound() or (false)) with check (not shian_bound() or (false));
--> statement-breakpoint
create policy provider_flow_remove on provider_flow for delete using (not shian_bound() or (false));
