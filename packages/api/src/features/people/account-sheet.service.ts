// Accounts by spreadsheet: every row is looked at first, the good ones are opened in one transaction.
import {
  type AccountRow,
  isWithin,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Problem,
  parseAccountRow,
  parsePhone,
  problem,
  type Result,
  type SheetPlan,
} from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { createPerson } from "./account.service.js";
import { listAllPeople } from "./people.repo.js";
import { type JudgedRow, type ReadSheet, readSheet, toSheetPlan } from "./read-sheet.js";
import { listAllUnits } from "./unit.repo.js";

type Account = Omit<AccountRow, "unit"> & { readonly unit: string | null };
type Planned = { readonly sheet: ReadSheet; readonly judged: readonly JudgedRow<Account>[] };

async function planRows(call: Call, fileId: string): Promise<Result<Planned>> {
  const sheet = await readSheet(call, "accounts", fileId);
  if (!sheet.ok) return sheet;
  const taken = new Set((await listAllPeople(call.db)).map(({ username }) => username));
  const units = new Map(
    (await listAllUnits(call.db))
      .filter((unit) => isWithin(unit, call.today))
      .map(({ id, name }) => [name, id] as const),
  );
  const inFile = new Set<string>();
  const judged = sheet.value.rows.map(({ row, cells }): JudgedRow<Account> => {
    const parsed = parseAccountRow(cells);
    if (!parsed.ok) return { row, username: cells.username ?? "", judged: parsed };
    const account = parsed.value;
    const { username } = account;
    const problems: (Problem & { readonly field: string })[] = [];
    if (taken.has(username))
      problems.push({ ...problem("person/username-taken", { username }), field: "username" });
    else if (inFile.has(username))
      problems.push({ ...problem("person/username-twice", { username }), field: "username" });
    inFile.add(username);
    const unit = account.unit === null ? null : units.get(account.unit);
    if (unit === undefined)
      problems.push({ ...problem("unit/unknown", { unit: account.unit ?? "" }), field: "unit" });
    const phone = account.mobile === null ? ok(null) : parsePhone(account.mobile);
    if (!phone.ok) problems.push(...phone.problems.map((reason) => ({ ...reason, field: "mobile" })));
    return {
      row,
      username,
      judged:
        problems.length > 0 || unit === undefined
          ? { ok: false, problems }
          : { ok: true, value: { ...account, unit }, says: account.name },
    };
  });
  return ok({ sheet: sheet.value, judged });
}

/** What the file would do; nothing is written. */
export async function planAccounts(
  call: Call,
  { fileId }: OperationArguments<"people.planSheet">,
): Promise<Result<SheetPlan>> {
  const planned = await planRows(call, fileId);
  return planned.ok ? ok(toSheetPlan(planned.value.sheet, planned.value.judged, call.locale)) : planned;
}

/** Opens the accounts of the good rows, as they are planned now, and gives each its link. */
export async function applyAccounts(
  call: ChangeCall,
  { txId, fileId }: OperationArguments<"people.applySheet">,
): Promise<Result<OperationOutput<"people.applySheet">>> {
  const planned = await planRows(call, fileId);
  if (!planned.ok) return planned;
  const { sheet, judged } = planned.value;
  const links: OperationOutput<"people.applySheet">["links"] = [];
  for (const { username, judged: one } of judged) {
    if (!one.ok) continue;
    const opened = await createPerson(call, { txId, kind: "staff", ...one.value });
    if (!opened.ok) return opened;
    links.push({ ...opened.value, username });
  }
  return ok({ plan: toSheetPlan(sheet, judged, call.locale), links });
}
