// What is a person's own in the matrix's world.
import { importFileTable, importRowTable, importRunTable } from "../../features/import/import.table.js";
import { jobTable } from "../../features/job/job.table.js";
import { hashToken } from "../../features/session/secret.js";
import { sessionTable } from "../../features/session/session.table.js";
import type { Db } from "../../storage/database.js";
import type { Group } from "./groups.js";
import { at } from "./since.js";

/** A session, an API key, a failed job, a file and its run. */
export async function insertOwn(
  db: Db,
  { person, words, session, key, job, file, run }: Group,
): Promise<void> {
  for (const [id, kind] of [
    [session, "web"],
    [key, "key"],
  ] as const)
    await db.insert(sessionTable).values({
      tokenHash: hashToken(id),
      id,
      personId: person,
      kind,
      name: words.account,
      scope: kind === "key" ? ["office.status"] : null,
      address: words.account,
      agent: words.account,
      createdAt: at,
      seenAt: at,
      endsAt: "2999-12-31T00:00:00.000Z",
    });
  await db.insert(jobTable).values({
    id: job,
    kind: "backup.create",
    input: { secret: words.account },
    state: "failed",
    done: 1,
    attempts: 1,
    mostAttempts: 1,
    runAt: at,
    result: { secret: words.account },
    personId: person,
    personName: words.job,
    createdAt: at,
    startedAt: at,
    endedAt: at,
  });
  const content = new TextEncoder().encode(`主体名称\n${words.account}\n`);
  await db.insert(importFileTable).values({
    id: file,
    name: `${words.account}.csv`,
    size: content.byteLength,
    sha256: "0".repeat(64),
    content,
    uploadedBy: person,
    createdAt: at,
  });
  await db.insert(importRunTable).values({
    id: run,
    kind: "registry",
    fileId: file,
    fileName: `${words.business}.csv`,
    status: "previewed",
    done: 1,
    total: 1,
    mapping: {},
    answer: { rows: 1, created: 0, updated: 0, unchanged: 0, held: 0, refused: 1, problems: [] },
    createdAt: at,
    updatedAt: at,
  });
  await db.insert(importRowTable).values({
    runId: run,
    row: 2,
    outcome: "refused",
    name: words.business,
    cells: { 主体名称: words.business },
    problems: [],
    notices: [],
    changes: [],
    candidates: [],
    decisions: [],
    applied: false,
  });
}
