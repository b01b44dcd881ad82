// A district of two townships with a handful of caterers and officials, written straight into the tables.
import { randomUUID } from "node:crypto";
import {
  type Establishment,
  type EstablishmentState,
  type Official,
  PairingGrade,
  type Territory,
  toPlainDate,
} from "@shian/domain";
import { createCall } from "../deps.js";
import { insertOfficials } from "../features/chain/chain.repo.js";
import { insertHistory } from "../features/demonstration/demonstration.repo.js";
import { saveSetting } from "../features/office/office-setting.service.js";
import { territorySetting } from "../features/office/office-territory.service.js";
import { noteRegisterChange } from "../features/picture/picture.service.js";
import { replaceOwnTerritories } from "../features/territory/territory.service.js";
import type { TestApp } from "./create-test-app.js";

export const district = "990106";
export const east = "990106001";
export const west = "990106002";

const since = toPlainDate("2026-01-05");
const at = `${since}T04:00:00.000Z`;

/** A medium caterer, of grade B, in the only village of a township. */
export type Shop = {
  readonly id: string;
  readonly township: string;
  readonly official: string | null;
  /** Three digits of a grid of the village; absent: none. */
  readonly grid?: string;
  readonly state?: EstablishmentState;
};
/** An official of the district. */
export type Seat = {
  readonly id: string;
  readonly jurisdictions: readonly string[];
  readonly capacity?: number;
};

const villageOf = (township: string) => `${township}001`;

const place = (code: string, kind: Territory["kind"], parent: string): Territory => ({
  code,
  name: `地${code}`,
  kind,
  parent,
  from: since,
});

const toEstablishment = ({ id, township, grid = "", state = "active" }: Shop): Establishment => ({
  id,
  name: `饭店${id}`,
  creditCode: null,
  licenceNumber: null,
  form: "caterer",
  size: "medium",
  diners: null,
  attention: [],
  place: `${villageOf(township)}${grid}`,
  placeText: null,
  address: null,
  openedOn: since,
  licenceIssuedOn: since,
  licenceExpiresOn: null,
  personInCharge: null,
  foodSafetyDirector: null,
  foodSafetyOfficers: [],
  employees: null,
  revenue: null,
  floorArea: null,
  latitude: null,
  longitude: null,
  coordinates: null,
  furtherLicences: [],
  state,
  stateSince: since,
  version: 1,
});

const toOfficial = ({ id, jurisdictions, capacity }: Seat): Official => ({
  id,
  name: `干部${id}`,
  unit: "区政府",
  post: "副区长",
  level: "county",
  jurisdictions: [...jurisdictions],
  capacity: capacity ?? null,
  homeGrid: null,
  from: since,
  to: null,
});

/** Fills the empty office of the application. */
export async function insertSmallRegister(
  { deps, database }: TestApp,
  { shops, seats }: { readonly shops: readonly Shop[]; readonly seats: readonly Seat[] },
): Promise<void> {
  await database.transaction(async (db) => {
    const call = createCall(deps, db, "zh-CN");
    await saveSetting(db, territorySetting, district, call.now);
    await replaceOwnTerritories(
      call,
      [east, west].flatMap((township) => [
        place(township, "township", district),
        place(villageOf(township), "village", township),
      ]),
    );
    await insertOfficials(db, seats.map(toOfficial), { at, newId: randomUUID });
    const dated = { from: since, to: null };
    await insertHistory(
      db,
      {
        establishments: shops.map(toEstablishment),
        states: shops.map(({ id, state = "active" }) => ({ establishment: id, state, ...dated })),
        grades: shops.map(({ id }) => ({
          establishment: id,
          grade: PairingGrade.parse("B"),
          ruleId: "C-02",
          schemeId: "demonstration",
          ...dated,
        })),
        riskGrades: [],
        assignments: shops.flatMap(({ id, official }) =>
          official === null ? [] : [{ id: `a-${id}`, establishment: id, official, ...dated }],
        ),
      },
      at,
    );
    await noteRegisterChange(call);
  });
}
