// Writes groups of the matrix's world straight into the tables, past every check that the drill is about.
import { randomUUID } from "node:crypto";
import {
  type Establishment,
  type Official,
  PairingGrade,
  Period,
  RiskGrade,
  toPlainDate,
} from "@shian/domain";
import { eq } from "drizzle-orm";
import { insertOfficials } from "../../features/chain/chain.repo.js";
import { officialTable } from "../../features/chain/chain.table.js";
import { insertHistory } from "../../features/demonstration/demonstration.repo.js";
import { grantTable, personTable, standInTable, unitTable } from "../../features/people/people.table.js";
import { establishmentTable } from "../../features/registry/registry.table.js";
import { insertVisits, insertWaivers } from "../../features/visit/visit.repo.js";
import { toNameKeys } from "../../name-keys.js";
import type { Db } from "../../storage/database.js";
import type { Keyring } from "../../storage/keyring.js";
import type { Group } from "./groups.js";
import { insertHandedOver } from "./handover-inputs.js";
import { insertArm } from "./insert-arm.js";
import { insertAsked, insertLiaison } from "./insert-liaison.js";
import { insertOwn } from "./insert-own.js";
import { insertSigned } from "./insert-signed.js";
import { insertTrained } from "./insert-training.js";
import { at, since } from "./since.js";

const checklist = "catering";

function toOfficials({ official, deputy, words, place }: Group): readonly Official[] {
  const level = place.length === 6 ? "county" : place.length === 9 ? "township" : "village";
  return [official, deputy].map((id) => ({
    id,
    name: `干部${id}`,
    unit: `单位${words.named}`,
    post: `职务${words.business}`,
    level,
    jurisdictions: [place],
    capacity: 3,
    homeGrid: null,
    from: since,
    to: null,
  }));
}

function toEstablishment({ establishment, words, place, creditCode }: Group): Establishment {
  return {
    id: establishment,
    name: `食堂${words.named}`,
    creditCode,
    licenceNumber: null,
    form: "caterer",
    size: "small",
    diners: null,
    attention: [],
    place,
    placeText: `地${words.business}`,
    address: `址${words.business}`,
    openedOn: since,
    licenceIssuedOn: since,
    licenceExpiresOn: null,
    personInCharge: `人${words.business}`,
    foodSafetyDirector: `监${words.business}`,
    foodSafetyOfficers: [`员${words.business}`],
    employees: null,
    revenue: null,
    floorArea: null,
    latitude: null,
    longitude: null,
    coordinates: null,
    furtherLicences: [],
    state: "active",
    stateSince: since,
    version: 1,
  };
}

/** The establishment with its officials and all that was ever recorded of it. */
async function insertBusiness(db: Db, group: Group, keyring: Keyring): Promise<void> {
  const { establishment, official, words, mobile } = group;
  await insertOfficials(db, toOfficials(group), { at, newId: randomUUID });
  await insertHistory(
    db,
    {
      establishments: [toEstablishment(group)],
      states: [{ establishment, state: "active", from: since, to: null }],
      grades: [
        {
          establishment,
          grade: PairingGrade.parse("C"),
          ruleId: "demonstration",
          schemeId: "demonstration",
          from: since,
          to: null,
        },
      ],
      riskGrades: [
        {
          establishment,
          grade: RiskGrade.parse("B"),
          source: `源${words.business}`,
          basis: `据${words.business}`,
          from: since,
          to: null,
        },
      ],
      assignments: [{ id: `${words.business}6`, establishment, official, from: since, to: null }],
    },
    at,
  );
  await insertVisits(
    db,
    [
      {
        id: group.visit,
        establishment,
        official,
        standInFor: null,
        jointWith: [],
        madeOn: toPlainDate("2026-11-02"),
        recordedOn: toPlainDate("2026-11-02"),
        mode: "on-site",
        checklist,
        answers: [],
        complete: true,
        note: `记${words.business}`,
      },
    ],
    at,
  );
  await insertWaivers(db, [
    {
      id: `${words.business}7`,
      establishment,
      period: Period.parse("2026Q2"),
      reason: `由${words.business}`,
      approvedBy: `批${words.business}`,
      approverLevel: "city",
      recordedOn: since,
    },
  ]);
  await insertArm(db, group, keyring);
  const sealed = { contactMobile: keyring.seal(mobile, "establishment.contactMobile") };
  await db.update(establishmentTable).set(sealed).where(eq(establishmentTable.id, establishment));
  await db
    .update(officialTable)
    .set({ mobile: keyring.seal(mobile, "official.mobile"), officePhone: words.business })
    .where(eq(officialTable.id, official));
  await insertSigned(db, group, keyring);
  await insertAsked(db, group);
  await insertHandedOver(db, group, at);
  await insertTrained(db, group);
}

/** A person of the unit there, with a grant, a session, an API key, a job and a file that they brought. */
async function insertPerson(db: Db, group: Group, keyring: Keyring): Promise<void> {
  const { person, place, words, unit, username, personMobile } = group;
  const written = { version: 1, recordedAt: at };
  const named = (name: string) => ({ name, ...toNameKeys(name) });
  await insertLiaison(db, group, keyring);
  const { namePinyin, nameInitials, ...unitName } = named(`部门${words.unit}`);
  await db.insert(unitTable).values({
    id: unit,
    ...unitName,
    kind: "township",
    territory: place,
    validFrom: since,
    ...written,
    updatedAt: at,
  });
  await db.insert(personTable).values({
    id: person,
    kind: "staff",
    ...named(`员工${words.people}`),
    unitId: unit,
    username,
    state: "enabled",
    officePhone: keyring.seal(personMobile, "person.officePhone"),
    mobile: keyring.seal(personMobile, "person.mobile"),
    version: 1,
    createdAt: at,
    updatedAt: at,
  });
  await db.insert(grantTable).values({
    id: group.grant,
    personId: person,
    personKind: "staff",
    role: "unit",
    territory: place,
    leading: false,
    reason: `授${words.people}`,
    validFrom: since,
    grantedBy: "—",
    ...written,
  });
  await db.insert(standInTable).values({
    id: group.standIn,
    officialId: group.deputy,
    standsInFor: group.official,
    reason: `代${words.standIn}`,
    validFrom: since,
    recordedBy: "—",
    ...written,
  });
  await insertOwn(db, group);
}

/** Everything of the groups: businesses alone, or with people and what is theirs. */
export async function insertGroups(
  db: Db,
  groups: readonly Group[],
  keyring: Keyring,
  what: "business" | "people" | "all",
): Promise<void> {
  for (const group of groups) {
    if (what !== "people") await insertBusiness(db, group, keyring);
    if (what !== "business") await insertPerson(db, group, keyring);
  }
}
