// What settling rows by their facts would write: each row as an import would merge it, against the register as it is now.
import {
  type Establishment,
  type MergedRow,
  mergeImport,
  type Problem,
  pickFacts,
  problem,
  settleRow,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { createContactFinder } from "../personal/phones.service.js";
import { toEstablishment } from "../picture/picture.js";
import { getPartOfPicture, getPicture } from "../picture/picture.service.js";
import { listRegister } from "../registry/write-register.service.js";
import type { RefusedRow, Settling } from "./choose-rows.js";
import { toRefused } from "./choose-rows.js";
import type { StoredComparedRow } from "./comparison-row.repo.js";
import { openTheirs, type TheirFacts } from "./their-facts.js";

export type PlannedRow = {
  readonly stored: StoredComparedRow;
  readonly theirs: TheirFacts;
  /** Its number is that of the row of the comparison. */
  readonly merged: MergedRow;
};
export type SettlingPlan = { readonly rows: readonly PlannedRow[]; readonly refused: readonly RefusedRow[] };

type Opened = { readonly stored: StoredComparedRow; readonly theirs: TheirFacts };

/** The establishments that are to be changed, as they are now. */
async function findTargets(call: Call, ids: readonly string[]): Promise<ReadonlyMap<string, Establishment>> {
  const picture = call.isChange
    ? await getPartOfPicture(call, { establishments: [...ids], officials: [] })
    : await getPicture(call);
  return new Map(
    ids.flatMap((id) => {
      const one = picture.byId.get(id);
      return one === undefined ? [] : [[id, toEstablishment(one.facts)] as const];
    }),
  );
}

async function planTaking(
  call: Call,
  opened: readonly Opened[],
  { target, fields }: Settling,
  contains: (ancestor: string, place: string) => boolean,
): Promise<SettlingPlan> {
  const idOf = ({ stored }: Opened) => stored.establishmentId ?? target ?? "";
  const targets = await findTargets(call, opened.map(idOf));
  const findContactMobile = await createContactFinder(call);
  const rows: PlannedRow[] = [];
  const refused: RefusedRow[] = [];
  const taken = new Set<string>();
  for (const one of opened) {
    const { stored, theirs } = one;
    const establishment = targets.get(idOf(one));
    if (establishment === undefined || taken.has(establishment.id)) {
      refused.push(
        toRefused(stored, problem(establishment === undefined ? "comparison/gone" : "comparison/settled")),
      );
      continue;
    }
    taken.add(establishment.id);
    const merged = settleRow({
      row: stored.no,
      facts: pickFacts({ facts: theirs.facts, fields, name: establishment.name }),
      notices: [],
      target: establishment,
      scope: { importedOn: call.today, contains, findContactMobile },
    });
    rows.push({ stored, theirs, merged });
  }
  return { rows, refused };
}

/** A row that now means an establishment, or fits several, must not found another. */
async function planCreating(
  call: Call,
  opened: readonly Opened[],
  contains: (ancestor: string, place: string) => boolean,
): Promise<SettlingPlan> {
  const { register } = await listRegister(call);
  const merged = mergeImport({
    rows: opened.map(({ stored, theirs }) => ({
      row: stored.no,
      facts: theirs.facts,
      holds: [],
      notices: [],
    })),
    register,
    importedOn: call.today,
    contains,
  });
  const rows: PlannedRow[] = [];
  const refused: RefusedRow[] = [];
  for (const [at, one] of opened.entries()) {
    const row = merged[at];
    const why = row === undefined ? problem("comparison/gone") : findObstacle(row);
    if (row === undefined || why !== undefined)
      refused.push(toRefused(one.stored, why ?? problem("comparison/gone")));
    else rows.push({ ...one, merged: { ...row, outcome: "created", target: null, after: null } });
  }
  return { rows, refused };
}

/** A doubt may be settled by founding the establishment, as long as no licence is given twice. */
const findObstacle = (row: MergedRow): Problem | undefined =>
  row.outcome === "created" || (row.outcome === "held" && row.decisions.includes("create"))
    ? undefined
    : problem("comparison/present-now");

/** The plan for rows whose facts are taken over or that are founded. */
export async function planSettling(
  call: Call,
  rows: readonly StoredComparedRow[],
  settling: Settling,
  contains: (ancestor: string, place: string) => boolean,
): Promise<SettlingPlan> {
  const opened = rows.flatMap((stored): Opened[] =>
    stored.sealed === null ? [] : [{ stored, theirs: openTheirs(call.deps.keyring, stored.sealed) }],
  );
  return settling.resolution === "create"
    ? planCreating(call, opened, contains)
    : planTaking(call, opened, settling, contains);
}
