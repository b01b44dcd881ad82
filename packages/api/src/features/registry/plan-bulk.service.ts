// What a change of many would do to each of the establishments chosen: the preview, and the plan that is applied.
import { createHash } from "node:crypto";
import {
  applyBulkChange,
  type BulkChange,
  type BulkOutcome,
  type BulkTarget,
  type EstablishmentFacts,
  isKnownPlace,
  label,
  mostBulk,
  ok,
  type Problem,
  type Result,
  refuse,
  refuseAll,
  reviseStates,
  type StateSpell,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { toLogText } from "../audit/record-changes.js";
import { createPairing } from "../chain/reassign-many.service.js";
import { createPlaceCheck } from "../office/place-check.service.js";
import { type Picture, type PictureEstablishment, toEstablishment } from "../picture/picture.js";
import { getPicture } from "../picture/picture.service.js";
import { findScope } from "../picture/scope.js";
import { findUngivable, readFlagNames } from "./attention.service.js";
import { createRegistryFilter } from "./registry.views.js";
import { readSpells } from "./state-spells.repo.js";

const MOST_SHOWN = 200;

/** One establishment of the plan; what is to be written stands in one of the last three. */
export type PlannedRow = {
  readonly one: PictureEstablishment;
  readonly outcome: "updated" | "unchanged" | "refused";
  readonly before: string | null;
  readonly after: string | null;
  readonly reasons: readonly Problem[];
  readonly facts?: EstablishmentFacts;
  readonly spells?: readonly StateSpell[];
  readonly official?: string;
};
export type BulkPlan = { readonly picture: Picture; readonly rows: readonly PlannedRow[] };

type Judge = (one: PictureEstablishment) => Omit<PlannedRow, "one">;

const refused = (reasons: readonly Problem[], before: string | null = null): Omit<PlannedRow, "one"> => ({
  outcome: "refused",
  before,
  after: null,
  reasons,
});
const unchanged = (before: string | null): Omit<PlannedRow, "one"> => ({
  outcome: "unchanged",
  before,
  after: before,
  reasons: [],
});

function choose(picture: Picture, target: BulkTarget): Result<readonly PictureEstablishment[]> {
  if ("ids" in target) {
    const found: PictureEstablishment[] = [];
    for (const id of new Set(target.ids)) {
      const one = picture.byId.get(id);
      if (one === undefined) return refuse("request/not-found", { id });
      found.push(one);
    }
    return ok(found);
  }
  const scope = findScope(picture, target.filter.territory);
  if (!scope.ok) return scope;
  const keeps = createRegistryFilter(target.filter, picture.asOf);
  const { establishments } = scope.value;
  return ok(keeps === undefined ? establishments : establishments.filter(keeps));
}

/** The facts alone, as a change of them takes them. */
export function factsOf(one: PictureEstablishment): EstablishmentFacts {
  const { id, state, stateSince, version, ...facts } = toEstablishment(one.facts);
  return facts;
}

type FactsChange = Extract<BulkChange, { readonly kind: "place" | "form" | "attention" }>;

const judgeFacts =
  (change: FactsChange, show: (facts: EstablishmentFacts) => string | null): Judge =>
  (one) => {
    const before = factsOf(one);
    const facts = applyBulkChange({ facts: before, change });
    if (facts === before) return unchanged(show(before));
    return { outcome: "updated", before: show(before), after: show(facts), reasons: [], facts };
  };

async function createJudge(
  call: Call,
  picture: Picture,
  chosen: readonly PictureEstablishment[],
  change: BulkChange,
): Promise<Result<Judge>> {
  switch (change.kind) {
    case "place": {
      const { tree } = picture;
      if (!isKnownPlace({ tree, code: change.place }))
        return refuse("territory/place-code-unknown", { text: change.place });
      if (!(await createPlaceCheck(call, tree))(change.place))
        return refuse("request/not-found", { id: change.place });
      return ok(judgeFacts(change, ({ place }) => place));
    }
    case "form":
      return ok(
        judgeFacts(change, ({ form }) => (form === null ? null : label(`form/${form}`, call.locale))),
      );
    case "attention": {
      const ungivable = await findUngivable(call, change.add, []);
      if (ungivable.length > 0) return refuseAll(ungivable);
      const nameFlag = await readFlagNames(call);
      return ok(judgeFacts(change, ({ attention }) => toLogText(attention.map(nameFlag))));
    }
    case "state": {
      const { kind: _kind, ...event } = change;
      const standing = await readSpells(
        call.db,
        chosen.map(({ facts }) => facts.id),
      );
      return ok((one) => {
        const before = label(`state/${one.state}`, call.locale);
        const spells = standing.get(one.facts.id) ?? [];
        const revised = reviseStates({
          standing: spells,
          change: { kind: "enter", ...event, reportedOn: null },
          today: call.today,
        });
        if (!revised.ok)
          return revised.problems.every(({ code }) => code === "registry/state-already")
            ? unchanged(before)
            : refused(revised.problems, before);
        const after = `${label(`state/${change.state}`, call.locale)} ${change.from}`;
        return { outcome: "updated", before, after, reasons: [], spells: revised.value };
      });
    }
    case "official": {
      const pair = await createPairing(call, picture, change.official);
      if (!pair.ok) return pair;
      const nameOf = (id: string | undefined): string | null =>
        id === undefined ? null : (picture.officials.get(id)?.name ?? null);
      return ok((one) => {
        const before = nameOf(one.official?.id);
        const judged = pair.value(one);
        if (!judged.ok) return refused(judged.problems, before);
        if (!judged.value) return unchanged(before);
        return {
          outcome: "updated",
          before,
          after: nameOf(change.official),
          reasons: [],
          official: change.official,
        };
      });
    }
  }
}

/** The plan of the change as the register stands now. */
export async function planBulk(
  call: Call,
  { target, change }: { readonly target: BulkTarget; readonly change: BulkChange },
): Promise<Result<BulkPlan>> {
  const picture = await getPicture(call);
  const chosen = choose(picture, target);
  if (!chosen.ok) return chosen;
  if (chosen.value.length > mostBulk)
    return refuse("registry/bulk-too-many", { most: mostBulk, count: chosen.value.length });
  const judge = await createJudge(call, picture, chosen.value, change);
  if (!judge.ok) return judge;
  return ok({ picture, rows: chosen.value.map((one) => ({ one, ...judge.value(one) })) });
}

/** Reasons that say the same of several establishments are counted together, whatever their names. */
function countReasons(rows: readonly PlannedRow[]): BulkOutcome["reasons"] {
  const counts = new Map<string, { problem: Problem; count: number }>();
  for (const { reasons } of rows)
    for (const reason of reasons) {
      const known = counts.get(reason.code);
      if (known === undefined) counts.set(reason.code, { problem: reason, count: 1 });
      else known.count += 1;
    }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ problem: { code, params }, count }) => ({ code, params: { ...params }, count }));
}

const order = { refused: 0, updated: 1, unchanged: 2 } as const;

/** What a person is shown of the plan; the mark changes when anything that it would do changes. */
export function toBulkOutcome({ rows }: BulkPlan): BulkOutcome {
  const mark = createHash("sha256");
  for (const { one, outcome, after } of rows)
    mark.update(`${one.facts.id} ${one.facts.version} ${one.official?.id ?? ""} ${outcome} ${after ?? ""}\n`);
  const count = (outcome: PlannedRow["outcome"]) => rows.filter((row) => row.outcome === outcome).length;
  const shown = [...rows].sort((a, b) => order[a.outcome] - order[b.outcome]).slice(0, MOST_SHOWN);
  return {
    total: rows.length,
    updated: count("updated"),
    unchanged: count("unchanged"),
    refused: count("refused"),
    reasons: countReasons(rows),
    rows: shown.map(({ one, outcome, before, after, reasons }) => ({
      id: one.facts.id,
      name: one.facts.name,
      outcome,
      before,
      after,
      reasons: reasons.map(({ code, params }) => ({ code, params: { ...params } })),
    })),
    mark: mark.digest("hex"),
  };
}
