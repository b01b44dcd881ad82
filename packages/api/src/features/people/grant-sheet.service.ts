// Grants by spreadsheet: every row is judged by the rules of a single grant, also against the rows before it.
import {
  checkGrant,
  findGrantTarget,
  findPlacesByText,
  type Grant,
  type GrantDraft,
  label,
  type OperationArguments,
  ok,
  type Problem,
  parseGrantRow,
  problem,
  type Result,
  type SheetGrant,
  type SheetPlan,
} from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { findTargetsByText, listGrants } from "./grant.repo.js";
import { giveGrant } from "./grant.service.js";
import { listAllPeople, type StoredPerson } from "./people.repo.js";
import { getPlaces, type Places } from "./people.views.js";
import { type JudgedRow, type ReadSheet, readSheet, toSheetPlan } from "./read-sheet.js";

type SheetDraft = GrantDraft & { readonly reason: string };
type Planned = { readonly sheet: ReadSheet; readonly judged: readonly JudgedRow<SheetDraft>[] };
type FieldProblem = Problem & { readonly field?: string };
type Named = { readonly id: string | null; readonly problems: readonly FieldProblem[] };

/** The code of the place that the row writes. */
function findTerritory({ tree, office }: Places, { territory }: SheetGrant): Named {
  if (territory === null) return { id: null, problems: [] };
  const [code, another] = findPlacesByText({ tree, text: territory, within: office });
  if (code !== undefined && another === undefined) return { id: code, problems: [] };
  const reason = code === undefined ? "grant/territory-unknown" : "grant/territory-ambiguous";
  return { id: null, problems: [{ ...problem(reason, { territory }), field: "territory" }] };
}

/** The official or the establishment that the row writes: a name, a name with its unit, or a credit code. */
async function findTarget(call: Call, { role, target }: SheetGrant): Promise<Named> {
  const kind = findGrantTarget(role);
  if (target === null || (kind !== "official" && kind !== "establishment")) return { id: null, problems: [] };
  const [person = target] = target.split(" ");
  const found = await findTargetsByText(call.db, kind, kind === "official" ? person : target);
  const fitting =
    kind === "establishment"
      ? found
      : found.filter(({ name }) => name === target || name.startsWith(`${target} `));
  const [one, another] = fitting;
  if (one !== undefined && another === undefined) return { id: one.id, problems: [] };
  const reason = one === undefined ? "grant/target-unknown" : "grant/target-ambiguous";
  return { id: null, problems: [{ ...problem(reason, { target }), field: "target" }] };
}

async function planRows(call: Call, fileId: string): Promise<Result<Planned>> {
  const sheet = await readSheet(call, "grants", fileId);
  if (!sheet.ok) return sheet;
  const places = await getPlaces(call);
  const people = new Map<string, StoredPerson>(
    (await listAllPeople(call.db)).map((person) => [person.username, person]),
  );
  const grants: Grant[] = [...(await listGrants(call.db))];
  const judge = async (written: SheetGrant): Promise<JudgedRow<SheetDraft>["judged"]> => {
    const { username, role, leading, from, to, reason } = written;
    const grantee = people.get(username);
    if (grantee === undefined)
      return {
        ok: false,
        problems: [{ ...problem("grant/person-unknown", { username }), field: "username" }],
      };
    const territory = findTerritory(places, written);
    const target = await findTarget(call, written);
    const named = [...territory.problems, ...target.problems];
    if (named.length > 0) return { ok: false, problems: named };
    const isOfficial = role === "official";
    const draft: GrantDraft = {
      person: grantee.id,
      role,
      leading,
      territory: territory.id,
      official: isOfficial ? target.id : null,
      establishment: isOfficial ? null : target.id,
      from,
      to,
    };
    const problems = checkGrant({
      giver: call.actor?.personId ?? "",
      grantee,
      held: grants.filter(({ person }) => person === grantee.id),
      draft,
      today: call.today,
      tree: places.tree,
      officeTerritory: places.office,
    });
    if (problems.length > 0) return { ok: false, problems };
    grants.push({ id: `row-${grants.length}`, ...draft });
    const where = places.nameOf(draft.territory) ?? written.target ?? "";
    const title = label(leading ? "role/leading" : `role/${role}`, call.locale);
    return { ok: true, value: { ...draft, reason }, says: [grantee.name, title, where].join(" ").trim() };
  };
  const judged: JudgedRow<SheetDraft>[] = [];
  for (const { row, cells } of sheet.value.rows) {
    const parsed = parseGrantRow({ row: cells, today: call.today });
    judged.push({
      row,
      username: cells.username ?? "",
      judged: parsed.ok ? await judge(parsed.value) : parsed,
    });
  }
  return ok({ sheet: sheet.value, judged });
}

/** What the file would do; nothing is written. */
export async function planGrants(
  call: Call,
  { fileId }: OperationArguments<"grant.planSheet">,
): Promise<Result<SheetPlan>> {
  const planned = await planRows(call, fileId);
  return planned.ok ? ok(toSheetPlan(planned.value.sheet, planned.value.judged, call.locale)) : planned;
}

/** Gives the grants of the good rows, as they are planned now. */
export async function applyGrants(
  call: ChangeCall,
  { txId, fileId }: OperationArguments<"grant.applySheet">,
): Promise<Result<SheetPlan>> {
  const planned = await planRows(call, fileId);
  if (!planned.ok) return planned;
  const { sheet, judged } = planned.value;
  for (const { judged: one } of judged) {
    if (!one.ok) continue;
    const given = await giveGrant(call, { txId, ...one.value });
    if (!given.ok) return given;
  }
  return ok(toSheetPlan(sheet, judged, call.locale));
}
