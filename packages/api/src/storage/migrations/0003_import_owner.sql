-- A file is its bringer's; runs of imports are for those whose reach holds all that the office answers for.
ALTER TABLE "import_file" ADD COLUMN "uploaded_by" text collate "C";--> statement-breakpoint
create function shian_whole() returns boolean language sql stable as $$
  select coalesce(current_setting('shian.unplaced', true), '') = 'on'
$$;--> statement-breakpoint
drop policy import_file_read on import_file;--> statement-breakpoint
create policy import_file_read on import_file for select using (not shian_bound() or (shian_is('office', 'system', 'security') and shian_self(uploaded_by)));--> statement-breakpoint
drop policy import_file_add on import_file;--> statement-breakpoint
create policy import_file_add on import_file for insert with check (not shian_bound() or (shian_is('office', 'system', 'security') and shian_self(uploaded_by)));--> statement-breakpoint
drop policy import_file_change on import_file;--> statement-breakpoint
create policy import_file_change on import_file for update using (not shian_bound() or (shian_is('office', 'system', 'security') and shian_self(uploaded_by))) with check (not shian_bound() or (shian_is('office', 'system', 'security') and shian_self(uploaded_by)));--> statement-breakpoint
drop policy import_file_remove on import_file;--> statement-breakpoint
create policy import_file_remove on import_file for delete using (not shian_bound() or (shian_is('office', 'system', 'security') and shian_self(uploaded_by)));--> statement-breakpoint
drop policy import_run_read on import_run;--> statement-breakpoint
create policy import_run_read on import_run for select using (not shian_bound() or (shian_is('office') and shian_whole()));--> statement-breakpoint
drop policy import_run_add on import_run;--> statement-breakpoint
create policy import_run_add on import_run for insert with check (not shian_bound() or (shian_is('office') and shian_whole()));--> statement-breakpoint
drop policy import_run_change on import_run;--> statement-breakpoint
create policy import_run_change on import_run for update using (not shian_bound() or (shian_is('office') and shian_whole())) with check (not shian_bound() or (shian_is('office') and shian_whole()));--> statement-breakpoint
drop policy import_run_remove on import_run;--> statement-breakpoint
create policy import_run_remove on import_run for delete using (not shian_bound() or (shian_is('office') and shian_whole()));--> statement-breakpoint
drop policy import_row_read on import_row;--> statement-breakpoint
create policy import_row_read on import_row for select using (not shian_bound() or (shian_is('office') and shian_whole()));--> statement-breakpoint
drop policy import_row_add on import_row;--> statement-breakpoint
create policy import_row_add on import_row for insert with check (not shian_bound() or (shian_is('office') and shian_whole()));--> statement-breakpoint
drop policy import_row_change on import_row;--> statement-breakpoint
create policy import_row_change on import_row for update using (not shian_bound() or (shian_is('office') and shian_whole())) with check (not shian_bound() or (shian_is('office') and shian_whole()));--> statement-breakpoint
drop policy import_row_remove on import_row;--> statement-breakpoint
create policy import_row_remove on import_row for delete using (not shian_bound() or (shian_is('office') and shian_whole()));
