// Units and the groups they form, dated. Bodies are entered by the office or the system administrator, members of task
// groups and work teams by the office.
import {
  groupKinds,
  isWithin,
  type OperationArguments,
  type OperationOutput,
  ok,
  type PlainDate,
  type Result,
  reachesPlace,
  refuse,
  type UnitKind,
  type UnitRow,
} from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { toLogText } from "../audit/record-changes.js";
import { pageRows } from "../picture/page-rows.js";
import { byWhom, getPlaces, type Places, refuseStale } from "./people.views.js";
import {
  findUnit,
  insertUnit,
  listAllUnits,
  listMembers,
  replaceMembers,
  type StoredUnit,
  type UnitChange,
  updateUnit,
} from "./unit.repo.js";

const isGroup = (kind: UnitKind): boolean => groupKinds.some((one) => one === kind);

async function toRows(
  call: Call,
  units: readonly StoredUnit[],
  on: PlainDate,
  { nameOf }: Places,
): Promise<UnitRow[]> {
  const groups = units.filter(({ kind }) => isGroup(kind));
  const names = new Map(
    groups.length === 0 ? [] : (await listAllUnits(call.db)).map(({ id, name }) => [id, name] as const),
  );
  const members = await listMembers(
    call.db,
    groups.map(({ id }) => id),
  );
  return units.map(({ nameKey, sortKey, updatedAt, updatedBy, ...unit }) => ({
    ...unit,
    territoryName: nameOf(unit.territory),
    leadUnitName: unit.leadUnit === null ? null : (names.get(unit.leadUnit) ?? null),
    members: members
      .filter((member) => member.group === unit.id && isWithin(member, on))
      .map((member) => ({
        unit: member.unit,
        name: names.get(member.unit) ?? "",
        from: member.from,
        to: member.to,
      })),
  }));
}

/** The units of a day by name. */
export async function listUnits(
  call: Call,
  { search, kind, asOf = call.today, cursor, limit }: OperationArguments<"unit.list">,
): Promise<Result<OperationOutput<"unit.list">>> {
  const words = (search ?? "").trim().toLowerCase();
  const units = (await listAllUnits(call.db)).filter(
    (unit) =>
      isWithin(unit, asOf) &&
      (kind === undefined || unit.kind === kind) &&
      `${unit.nameKey} ${unit.sortKey.replaceAll(" ", "")}`.includes(words),
  );
  const page = pageRows({
    rows: units,
    sortBy: [({ sortKey }) => sortKey, ({ id }) => id],
    cursor,
    limit,
  });
  if (!page.ok) return page;
  const places = await getPlaces(call);
  return ok({ ...page.value, rows: await toRows(call, page.value.rows, asOf, places) });
}

/** Whether who asks may keep units of the place: the system administrator all, an office those within its reach. */
const mayKeep = (call: Call, { tree }: Places, place: string | null): boolean =>
  call.roles.includes("system") || reachesPlace({ reach: call.reach, tree, place });

type Facts = { readonly territory: string | null; readonly leadUnit: string | null };

async function checkFacts(
  call: Call,
  places: Places,
  unit: Facts & { readonly id: string | null; readonly kind: UnitKind },
): Promise<Result<null>> {
  const { territory, leadUnit, kind } = unit;
  if (territory !== null && places.tree.find(territory) === undefined)
    return refuse("grant/territory-unknown", { territory });
  if (!mayKeep(call, places, territory))
    return territory === null
      ? refuse("unit/territory-missing")
      : refuse("request/not-found", { id: territory });
  if (leadUnit === null) return ok(null);
  if (!isGroup(kind)) return refuse("unit/not-a-group", { kind });
  if (leadUnit === unit.id) return refuse("unit/not-of-itself");
  const lead = await findUnit(call.db, leadUnit);
  return lead !== undefined && isWithin(lead, call.today)
    ? ok(null)
    : refuse("unit/unknown", { unit: leadUnit });
}

async function readBack(call: Call, id: string, on: PlainDate, places: Places): Promise<Result<UnitRow>> {
  const stored = await findUnit(call.db, id);
  const [row] = stored === undefined ? [] : await toRows(call, [stored], on, places);
  return row === undefined ? refuse("request/not-found", { id }) : ok(row);
}

export async function createUnit(
  call: ChangeCall,
  { txId, from = call.today, ...facts }: OperationArguments<"unit.create">,
): Promise<Result<UnitRow>> {
  const places = await getPlaces(call);
  const checked = await checkFacts(call, places, { id: null, ...facts });
  if (!checked.ok) return checked;
  const id = call.deps.newId();
  await insertUnit(call.db, { id, ...facts, from, to: null }, byWhom(call));
  call.record({
    objectKind: "unit",
    objectId: id,
    what: "created",
    fields: Object.entries({ ...facts, from }).flatMap(([field, after]) =>
      after === null ? [] : [{ field, before: null, after }],
    ),
  });
  return readBack(call, id, from, places);
}

/** The unit that a change names, within reach and as it was seen, or why not. */
async function holdUnit(
  call: ChangeCall,
  { id, version }: { readonly id: string; readonly version: number },
  places: Places,
): Promise<Result<StoredUnit>> {
  const unit = await findUnit(call.db, id);
  if (unit === undefined || !mayKeep(call, places, unit.territory))
    return refuse("request/not-found", { id });
  if (unit.version !== version) return refuseStale(unit);
  return unit.to !== null && unit.to <= call.today ? refuse("unit/ended-already") : ok(unit);
}

type Step = {
  readonly unit: StoredUnit;
  readonly change: UnitChange;
  readonly what: string;
  readonly fields: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
};

/** Writes one step of a unit and records what became different. */
async function write(
  call: ChangeCall,
  { unit, change, what, fields }: Step,
  places: Places,
): Promise<Result<UnitRow>> {
  const written = await updateUnit(call.db, unit, change, byWhom(call));
  if (!written) return refuseStale((await findUnit(call.db, unit.id)) ?? unit);
  call.record({
    objectKind: "unit",
    objectId: unit.id,
    what,
    fields: fields
      .map(({ field, before, after }) => ({ field, before: toLogText(before), after: toLogText(after) }))
      .filter(({ before, after }) => before !== after),
  });
  return readBack(call, unit.id, call.today, places);
}

export async function changeUnit(
  call: ChangeCall,
  input: OperationArguments<"unit.change">,
): Promise<Result<UnitRow>> {
  const places = await getPlaces(call);
  const held = await holdUnit(call, input, places);
  if (!held.ok) return held;
  const unit = held.value;
  const { name, territory, leadUnit } = input;
  const checked = await checkFacts(call, places, { id: unit.id, kind: unit.kind, territory, leadUnit });
  if (!checked.ok) return checked;
  const fields = (["name", "territory", "leadUnit"] as const).map((field) => ({
    field,
    before: unit[field],
    after: input[field],
  }));
  return write(
    call,
    { unit, change: { name, territory, leadUnitId: leadUnit }, what: "changed", fields },
    places,
  );
}

/** Ends a unit on a day; its people keep their accounts and its memberships end with it. */
export async function endUnit(
  call: ChangeCall,
  input: OperationArguments<"unit.end">,
): Promise<Result<UnitRow>> {
  const places = await getPlaces(call);
  const held = await holdUnit(call, input, places);
  if (!held.ok) return held;
  const unit = held.value;
  const { to, reason } = input;
  if (to <= unit.from) return refuse("unit/dates-order", { from: unit.from, to });
  const fields = [
    { field: "to", before: unit.to, after: to },
    { field: "reason", before: null, after: reason },
  ];
  return write(call, { unit, change: { validTo: to }, what: "ended", fields }, places);
}

/** Makes the named units, and no others, belong to the group from the day on. */
export async function setMembers(
  call: ChangeCall,
  input: OperationArguments<"unit.setMembers">,
): Promise<Result<UnitRow>> {
  const { members, from = call.today } = input;
  const places = await getPlaces(call);
  const held = await holdUnit(call, input, places);
  if (!held.ok) return held;
  const unit = held.value;
  if (!isGroup(unit.kind)) return refuse("unit/not-a-group", { kind: unit.kind });
  if (members.includes(unit.id)) return refuse("unit/not-of-itself");
  if (from < unit.from || from < call.today) return refuse("grant/in-the-past", { from });
  const units = new Map((await listAllUnits(call.db)).map((one) => [one.id, one]));
  for (const member of members) {
    const one = units.get(member);
    if (one === undefined || !isWithin(one, from)) return refuse("unit/unknown", { unit: member });
  }
  const before = (await listMembers(call.db, [unit.id])).filter((member) => isWithin(member, from));
  const nameOf = (id: string) => units.get(id)?.name ?? id;
  await replaceMembers(call.db, { group: unit.id, members, from, at: call.now });
  const fields = [
    {
      field: "members",
      before: before.map((member) => nameOf(member.unit)).sort(),
      after: [...new Set(members)].map(nameOf).sort(),
    },
    { field: "from", before: null, after: from },
  ];
  return write(call, { unit, change: {}, what: "members", fields }, places);
}
