// Questions of the drill of S9 that need something made first: a file of one's own, an edition, a backup, a day's root.
import { uploadFile } from "../../packages/api/src/client/index.js";
import { writeCsv } from "../../packages/api/src/documents/write-spreadsheet.js";
import { writeDailyRoot } from "../../packages/api/src/features/audit/daily-root.service.js";
import type { Known } from "../../packages/api/src/testing/compose-inputs.js";
import type { SignedIn, TestApp } from "../../packages/api/src/testing/create-test-app.js";
import { demonstrationRubric } from "../../packages/domain/src/fixture-city/index.js";
import type { OperationId } from "../../packages/domain/src/index.js";

/** Inputs by operation, besides those that are composed of its schema. */
export type MoreInputs = ReadonlyMap<OperationId, readonly Readonly<Record<string, unknown>>[]>;

/** A file of two columns that its reader wants, with telephone numbers beside them and, wrongly, in one of them. */
async function upload(
  { options }: SignedIn,
  columns: readonly string[],
  phones: readonly string[],
): Promise<string> {
  const content = await writeCsv({
    headers: [...columns, "备注"],
    rows: phones.map((phone, at) => [
      ...columns.map((_, column) => (column === 0 ? `甲${at}` : phone)),
      phone,
    ]),
  });
  return (await uploadFile(options, { name: "numbers.csv", content })).fileId;
}

/** Makes what the questions are about and gives the questions. */
export async function makeMoreInputs(
  app: TestApp,
  people: ReadonlyMap<string, SignedIn>,
  known: Known,
  phones: readonly string[],
): Promise<MoreInputs> {
  const [office, system, security] = ["office", "system", "security"].map((role) => people.get(role));
  if (office === undefined || system === undefined || security === undefined) throw new Error("nobody there");
  const files = {
    office: await upload(office, ["主体名称", "联系电话"], phones),
    system: await upload(system, ["姓名", "登录名", "手机"], phones),
    security: await upload(security, ["登录名", "角色", "依据"], phones),
  };
  await app.client.rubric.import.mutate({ txId: app.newTxId(), rubric: demonstrationRubric });
  await system.client.backup.create.mutate({ txId: app.newTxId(), encrypted: false });
  await app.deps.jobs.idle();
  const { rows: backups } = await system.client.backup.list.query({});
  // The next day's root holds everything until now; sessions would not outlive the night.
  app.setToday("2026-11-25");
  await writeDailyRoot(app.deps);
  app.setToday("2026-11-24");
  const official = await app.client.official.get.query({ id: known.official });
  const { establishment } = await app.client.registry.get.query({ id: known.establishment });
  return new Map<OperationId, readonly Readonly<Record<string, unknown>>[]>([
    [
      "import.inspect",
      [
        { fileId: files.office, kind: "registry" },
        { fileId: files.office, kind: "officials" },
      ],
    ],
    ["people.planSheet", [{ fileId: files.system }]],
    ["grant.planSheet", [{ fileId: files.security }]],
    ["backup.check", backups.map(({ name }) => ({ name }))],
    ["audit.proof", [{ seq: 1 }, { seq: 20 }]],
    ["evaluation.get", [{}]],
    [
      "territory.preview",
      [{ on: "2026-12-01", change: { kind: "rename", code: "990106001", name: "新街道" } }],
    ],
    [
      "grant.findTargets",
      [
        { kind: "official", text: official.official.name },
        { kind: "establishment", text: establishment.creditCode ?? "" },
      ],
    ],
  ]);
}
