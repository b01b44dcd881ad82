// Enters the people and units of the demonstration beside its city: one of every role, nobody with a password. Whom a
// visitor may be is listed where they enter (`session/demonstration-sign-in.service.ts`).
import { addDays, type PlainDate } from "@shian/domain";
import {
  type DemonstrationPersona,
  demonstrationPeople,
  demonstrationUnits,
} from "@shian/domain/fixture-city";
import { type Call, createCall, type Deps } from "../../deps.js";
import {
  findUnit,
  insertGrant,
  insertPerson,
  insertUnit,
  replaceMembers,
} from "../people/enter-people.service.js";
import { findEstablishmentOf, findOfficialOf, listKnownPeople } from "./demonstration-people.repo.js";

/** As if they had been entered some months before the demonstration was first opened. */
const SINCE_DAYS = 260;
const by = (at: string) => ({ at, name: "演示", reason: "演示身份" });

async function enterUnits({ db, now }: Call, from: PlainDate): Promise<void> {
  for (const { members, ...unit } of demonstrationUnits) {
    if ((await findUnit(db, unit.id)) !== undefined) continue;
    await insertUnit(db, { ...unit, from, to: null }, by(now));
    if (members.length > 0) await replaceMembers(db, { group: unit.id, members, from, at: now });
  }
}

const isAdministrator = ({ grants }: DemonstrationPersona): boolean =>
  grants.some(({ role }) => role === "system" || role === "security" || role === "audit");

async function enterPersona(
  { db, now }: Call,
  persona: DemonstrationPersona,
  from: PlainDate,
): Promise<void> {
  const { id, username, name, unit, grants } = persona;
  const kind = isAdministrator(persona) ? "administrator" : "staff";
  const contact = { officePhone: null, mobile: null };
  await insertPerson(db, { id, kind, name, unitId: unit, username, ...contact }, by(now));
  for (const [index, grant] of grants.entries()) {
    const official = grant.official === undefined ? null : await findOfficialOf(db, grant.official);
    const establishment =
      grant.establishment === undefined ? null : await findEstablishmentOf(db, grant.establishment);
    if (official === undefined || establishment === undefined)
      throw new Error(`the demonstration city has nothing that ${name} could be granted`);
    const { role, territory, leading } = grant;
    await insertGrant(
      db,
      {
        id: `${id}-${index + 1}`,
        person: id,
        personKind: kind,
        role,
        territory,
        official,
        establishment,
        leading,
        from,
        to: null,
      },
      by(now),
    );
  }
}

/** Enters whoever is missing of the demonstration's people; nothing outside demonstration mode. */
export async function ensureDemonstrationPeople(deps: Deps): Promise<void> {
  if (deps.mode !== "demo") return;
  await deps.database.transaction(async (tx) => {
    const call = createCall(deps, tx, "zh-CN");
    const from = addDays(call.today, -SINCE_DAYS);
    const known = await listKnownPeople(
      tx,
      demonstrationPeople.map(({ id }) => id),
    );
    await enterUnits(call, from);
    for (const persona of demonstrationPeople)
      if (!known.has(persona.id)) await enterPersona(call, persona, from);
  });
}
