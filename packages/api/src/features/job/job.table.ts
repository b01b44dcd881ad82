import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant, key } from "../../storage/columns.js";

/** Long work and scheduled work; any process of the product may take a row that is due. */
export const jobTable = pgTable(
  "job",
  {
    id: key("id").primaryKey(),
    kind: key("kind").notNull(),
    input: jsonb("input").notNull(),
    /** `waiting`, `running`, `done`, `failed` or `cancelled`. */
    state: text("state").notNull(),
    /** Work under this key is not queued twice while it waits or runs. */
    uniqueKey: key("unique_key"),
    done: integer("done").notNull(),
    total: integer("total"),
    attempts: integer("attempts").notNull(),
    mostAttempts: integer("most_attempts").notNull(),
    runAt: instant("run_at").notNull(),
    /** Until when the process that runs it vouches for it; another may take it over afterwards. */
    leaseUntil: instant("lease_until"),
    worker: text("worker"),
    cancelRequestedAt: instant("cancel_requested_at"),
    result: jsonb("result"),
    problem: jsonb("problem"),
    personId: key("person_id"),
    personName: text("person_name").notNull(),
    createdAt: instant("created_at").notNull(),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
  },
  (table) => [
    index("job_due").on(table.state, table.runAt),
    index("job_created").on(table.createdAt, table.id),
    uniqueIndex("job_unique").on(table.uniqueKey).where(sql`${table.state} in ('waiting', 'running')`),
  ],
);

/** When scheduled work ran last and runs next. */
export const jobScheduleTable = pgTable("job_schedule", {
  name: key("name").primaryKey(),
  lastRunAt: instant("last_run_at"),
  nextRunAt: instant("next_run_at").notNull(),
});

/** Effects outside the database (files written, messages sent), noted with the change that causes them, done once. */
export const outboxTable = pgTable(
  "outbox",
  {
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity().primaryKey(),
    kind: key("kind").notNull(),
    payload: jsonb("payload").notNull(),
    effectKey: key("effect_key").notNull(),
    createdAt: instant("created_at").notNull(),
    doneAt: instant("done_at"),
    attempts: integer("attempts").notNull(),
  },
  (table) => [
    uniqueIndex("outbox_effect").on(table.effectKey),
    index("outbox_open").on(table.id).where(sql`${table.doneAt} is null`),
  ],
);
