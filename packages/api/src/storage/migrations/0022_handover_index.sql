ALTER TABLE "allocation_run" ADD COLUMN "kept" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "fact_sheet_entry_sheet" ON "fact_sheet_entry" USING btree ("sheet_id");--> statement-breakpoint
CREATE INDEX "handover_party_handover" ON "handover_party" USING btree ("handover_id");--> statement-breakpoint
CREATE INDEX "handover_row_handover" ON "handover_row" USING btree ("handover_id");--> statement-breakpoint
CREATE INDEX "bulk_edit_row_edit" ON "bulk_edit_row" USING btree ("bulk_edit_id");