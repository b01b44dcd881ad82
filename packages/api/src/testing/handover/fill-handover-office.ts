// An office for handovers: villages with several officials each, everybody with a signed commitment, and visits.
import { randomUUID } from "node:crypto";
import { type HandoverDeparture, PairingGrade, toPlainDate } from "@shian/domain";
import { demonstrationVillages, listDemonstrationTerritories } from "@shian/domain/fixture-city";
import { insertOfficials } from "../../features/chain/chain.repo.js";
import { insertCommitments } from "../../features/commitment/commitment.repo.js";
import { insertHistory } from "../../features/demonstration/demonstration.repo.js";
import { saveSetting } from "../../features/office/office-setting.service.js";
import { territorySetting } from "../../features/office/office-territory.service.js";
import { standInTable } from "../../features/people/people.table.js";
import { raiseRevision } from "../../features/picture/picture.repo.js";
import { saveTerritories } from "../../features/territory/territory.repo.js";
import { insertVisits } from "../../features/visit/visit.repo.js";
import type { Database } from "../../storage/database.js";
import { makeFacts } from "../make-facts.js";

export const handoverTerritory = "990106";
const since = toPlainDate("2026-01-05");
const at = `${since}T04:00:00.000Z`;
const VILLAGES = 20;
const MOVING = 5;

export type HandoverOffice = { readonly officials: number; readonly establishments: number };

const officialId = (n: number): string => `o${String(n).padStart(4, "0")}`;
const villageOf = (official: number): string => demonstrationVillages[official % VILLAGES]?.code ?? "";
const post = { unit: "村民委员会", post: "主任", level: "village" as const };

/** Fills an empty, migrated database; the same office for the same numbers. */
export async function fillHandoverOffice(
  { db, exec }: Pick<Database, "db" | "exec">,
  { officials, establishments }: HandoverOffice,
): Promise<void> {
  await saveSetting(db, territorySetting, handoverTerritory, at);
  await saveTerritories(db, listDemonstrationTerritories(), at);
  const seats = Array.from({ length: officials }, (_, n) => n);
  await insertOfficials(
    db,
    seats.map((n) => ({
      ...post,
      id: officialId(n),
      name: `干部${n}`,
      jurisdictions: [villageOf(n)],
      capacity: null,
      homeGrid: null,
      from: since,
      to: null,
    })),
    { at, newId: randomUUID },
  );
  const shops = Array.from({ length: establishments }, (_, n) => ({
    id: `e${String(n).padStart(5, "0")}`,
    official: n % officials,
  }));
  const dated = { from: since, to: null };
  await insertHistory(
    db,
    {
      establishments: shops.map(({ id, official }) => ({
        ...makeFacts({
          name: `小店${id}`,
          form: "caterer",
          size: "small",
          place: villageOf(official),
          openedOn: since,
        }),
        id,
        state: "active" as const,
        stateSince: since,
        version: 1,
      })),
      states: shops.map(({ id }) => ({ establishment: id, state: "active" as const, ...dated })),
      grades: shops.map(({ id }) => ({
        establishment: id,
        grade: PairingGrade.parse("D"),
        ruleId: "demonstration",
        schemeId: "demonstration",
        ...dated,
      })),
      riskGrades: [],
      assignments: shops.map(({ id, official }) => ({
        id: `a-${id}`,
        establishment: id,
        official: officialId(official),
        ...dated,
      })),
    },
    at,
  );
  const madeOn = toPlainDate("2026-10-12");
  await insertVisits(
    db,
    shops
      .filter((_, n) => n % 2 === 0)
      .map(({ id, official }) => ({
        id: `v-${id}`,
        establishment: id,
        official: officialId(official),
        standInFor: null,
        jointWith: [],
        madeOn,
        recordedOn: madeOn,
        mode: "on-site" as const,
        checklist: "catering",
        answers: [],
        complete: true,
        note: null,
      })),
    `${madeOn}T04:00:00.000Z`,
  );
  await insertCommitments(
    db,
    seats.map((n) => ({
      ...post,
      id: `c-${officialId(n)}`,
      official: officialId(n),
      year: 2026,
      name: `干部${n}`,
      jurisdictions: [villageOf(n)],
      way: "scan" as const,
      from: since,
      to: toPlainDate("2027-01-01"),
      signedOn: since,
      endedBecause: null,
      annexHash: "a".repeat(64),
      documentHash: "b".repeat(64),
      signedAt: at,
      recordedBy: "张工",
      paper: null,
    })),
    at,
  );
  await db.insert(standInTable).values({
    id: "s-1",
    officialId: officialId(VILLAGES),
    standsInFor: officialId(0),
    reason: "学习",
    validFrom: since,
    recordedBy: "张工",
    recordedAt: at,
    version: 1,
  });
  await raiseRevision(db, at);
  await exec("analyze");
}

/** So many who go: most leave, every fifth moves to the next village. */
export const listDepartures = (count: number): readonly HandoverDeparture[] =>
  Array.from({ length: count }, (_, n) => ({
    official: officialId(n),
    next: n % MOVING === MOVING - 1 ? { ...post, jurisdictions: [villageOf(n + 1)] } : null,
  }));
