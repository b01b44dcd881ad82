// Changes of state as dated events: entered, corrected, withdrawn; and the clocks that they start.
import {
  type Clock,
  type Establishment,
  findStateClock,
  isKnownOn,
  type OperationArguments,
  type OperationOutput,
  ok,
  type PlainDate,
  type Result,
  refuse,
  reviseStates,
  type StateEvent,
  type StateSpell,
} from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { recordChanges } from "../audit/record-changes.js";
import { pageRows } from "../picture/page-rows.js";
import { findQuestioned, type Picture, toEstablishment } from "../picture/picture.js";
import { getPartOfPicture, getPicture, noteRegisterChange } from "../picture/picture.service.js";
import { findScope } from "../picture/scope.js";
import { findLastChange } from "./last-change.repo.js";
import { formatPlaceOf } from "./registry.views.js";
import {
  formatSpells,
  readSpells,
  readSpellsKnown,
  readToldSpells,
  writeTimeLines,
} from "./state-spells.repo.js";

export async function changeState(
  call: ChangeCall,
  input: OperationArguments<"registry.changeState">,
): Promise<Result<Establishment>> {
  const { id } = input;
  const part = { establishments: [id], officials: [] };
  const one = (await getPartOfPicture(call, part)).byId.get(id);
  if (one === undefined) return refuse("request/not-found", { id });
  if (one.facts.version !== input.version) return refuse("request/stale", await findLastChange(call.db, id));
  const standing = (await readSpells(call.db, [id])).get(id) ?? [];
  const revised = reviseStates({ standing, change: told(call, input.change), today: call.today });
  if (!revised.ok) return revised;
  const stale = await writeTimeLines(
    call.db,
    [{ id, version: input.version, spells: revised.value }],
    call.now,
  );
  if (stale.length > 0) return refuse("request/stale", await findLastChange(call.db, id));
  const reason = input.change.kind === "withdraw" ? undefined : input.change.reason;
  recordChanges(call, [
    {
      objectKind: "establishment",
      objectId: id,
      what: "corrected",
      fields: [
        { field: "state", before: formatSpells(standing), after: formatSpells(revised.value) },
        ...(reason === undefined ? [] : [{ field: "reason", before: null, after: reason }]),
      ],
    },
  ]);
  await noteRegisterChange(call, [id]);
  const written = (await getPartOfPicture(call, part)).byId.get(id);
  return written === undefined ? refuse("request/not-found", { id }) : ok(toEstablishment(written.facts));
}

/** What the regulator enters here itself, the office is told by that. */
function told(
  { roles, today }: Call,
  change: OperationArguments<"registry.changeState">["change"],
): OperationArguments<"registry.changeState">["change"] {
  const isOwnReport =
    change.kind === "enter" &&
    change.source === "regulator" &&
    change.reportedOn === null &&
    roles.includes("regulator") &&
    !roles.includes("office");
  return isOwnReport ? { ...change, reportedOn: today } : change;
}

/** The first day on or after the change on which the pairing began or ended, as known on the picture's day. */
function findRepairedOn(picture: Picture, id: string, from: PlainDate): PlainDate | null {
  const officials = findQuestioned(picture, id)?.officials ?? [];
  const days = officials
    .filter((record) => isKnownOn(record, picture.knownOn))
    .flatMap((record) => [record.from, record.to ?? null])
    .filter((day): day is PlainDate => day !== null && day >= from);
  return days.sort()[0] ?? null;
}

const toClock = ({ standing, due, doneOn, provisional }: Clock): StateEvent["report"] => ({
  standing,
  due,
  doneOn,
  provisional,
});

/** A spell with its clocks as they stand on the picture's day. */
export function toStateEvent(picture: Picture, id: string, spell: StateSpell): StateEvent {
  const repairedOn = findRepairedOn(picture, id, spell.from);
  const { report, pairing } = findStateClock({ spell, repairedOn, asOf: picture.asOf });
  return { ...spell, report: toClock(report), pairing: toClock(pairing) };
}

/** The establishment's time line, the latest spell first. */
export async function listStateEvents(
  call: Call,
  picture: Picture,
  id: string,
): Promise<readonly StateEvent[]> {
  const spells = await readSpellsKnown(call.db, id, picture.knownOn);
  return spells.map((spell) => toStateEvent(picture, id, spell)).reverse();
}

const isLate = ({ report, pairing }: StateEvent): boolean =>
  report.standing === "late" || pairing.standing === "late";
const isOpen = (event: StateEvent): boolean =>
  isLate(event) ||
  [event.report, event.pairing].some(({ standing }) => standing === "running" || standing === "waiting");

/** Changes of state with a clock that is late, or open at all; the one due first stands first. */
export async function listStateClocks(
  call: Call,
  input: OperationArguments<"registry.stateClocks">,
): Promise<Result<OperationOutput<"registry.stateClocks">>> {
  const picture = await getPicture(call, input);
  const scope = findScope(picture, input.territory);
  if (!scope.ok) return scope;
  const inScope = new Map(scope.value.establishments.map((one) => [one.facts.id, one]));
  const keeps = input.only === "late" ? isLate : isOpen;
  const rows = (await readToldSpells(call.db, { knownOn: picture.knownOn, today: call.today })).flatMap(
    ({ establishment, spell }) => {
      const one = inScope.get(establishment);
      if (one === undefined) return [];
      const event = toStateEvent(picture, establishment, spell);
      if (!keeps(event)) return [];
      const { id, name } = one.facts;
      return [{ establishment: { id, name, placeName: formatPlaceOf(picture, one) }, event }];
    },
  );
  const dueOf = ({ event: { report, pairing } }: (typeof rows)[number]): string =>
    (report.standing === "done" || report.standing === "done-late" || report.due === null
      ? pairing.due
      : report.due) ?? "9999";
  return pageRows({
    rows,
    sortBy: [dueOf, (row) => row.establishment.id, (row) => row.event.from],
    cursor: input.cursor,
    limit: input.limit,
  });
}
