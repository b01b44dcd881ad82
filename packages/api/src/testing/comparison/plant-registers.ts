// Two registers of which it is known row by row how they stand to each other: what is planted is counted as it is made.
import {
  type ComparisonRun,
  composeLicenceNumber,
  type EstablishmentState,
  PairingGrade,
  toPlainDate,
} from "@shian/domain";
import { demonstrationVillages, listDemonstrationTerritories } from "@shian/domain/fixture-city";
import { insertOfficials } from "../../features/chain/chain.repo.js";
import { insertHistory } from "../../features/demonstration/demonstration.repo.js";
import { saveSetting } from "../../features/office/office-setting.service.js";
import { territorySetting } from "../../features/office/office-territory.service.js";
import { raiseRevision } from "../../features/picture/picture.repo.js";
import { saveTerritories } from "../../features/territory/territory.repo.js";
import type { Database } from "../../storage/database.js";
import { makeFacts } from "../make-facts.js";

export const comparedTerritory = "990106";
const since = toPlainDate("2026-01-05");
const at = `${since}T04:00:00.000Z`;
const OFFICIALS = 40;

/** Of every hundred establishments: what is planted. */
const plan = [
  ["same", 66],
  ["address", 8],
  ["person", 4],
  ["official", 6],
  ["only-ours", 5],
  ["closed", 1],
  ["only-theirs", 5],
  ["twice", 3],
  ["unreadable", 2],
] as const;
export type Plant = (typeof plan)[number][0];

function choosePlant(n: number): Plant {
  let rest = n % 100;
  for (const [plant, share] of plan) {
    if (rest < share) return plant;
    rest -= share;
  }
  return "same";
}

const villageOf = (n: number): string => demonstrationVillages[n % OFFICIALS]?.code ?? "";
const officialId = (n: number): string => `o${String(n % OFFICIALS).padStart(4, "0")}`;
const officialName = (n: number): string => `干部${n % OFFICIALS}`;

/** One pair: ours, unless only they have it, and the lines of their file. */
function plantPair(n: number) {
  const what = choosePlant(n);
  // Half have a licence and are matched by it; half only by name, address and village.
  const hasLicence = Math.floor(n / 100) % 2 === 0;
  const licence = hasLicence
    ? composeLicenceNumber(`JY1${comparedTerritory}${String(n).padStart(6, "0")}`)
    : "";
  const name = `面馆${n}号`;
  const address = `槐荫路${n}号`;
  const isOurs = what !== "only-theirs" && what !== "unreadable";
  const state: EstablishmentState = what === "closed" ? "closed" : "active";
  const ours = isOurs
    ? {
        ...makeFacts({
          name,
          licenceNumber: hasLicence ? licence : null,
          form: "caterer",
          size: "small",
          place: villageOf(n),
          address,
          personInCharge: "林一",
          openedOn: since,
        }),
        id: `e${String(n).padStart(6, "0")}`,
        state,
        stateSince: since,
        version: 1,
      }
    : undefined;
  // Where name and address are the identity, another address would be another shop.
  const otherAddress = what === "address" && hasLicence;
  const otherPerson = what === "person" || (what === "address" && !hasLicence);
  const line = [
    what === "unreadable" ? "" : name,
    licence,
    villageOf(n),
    otherAddress ? `${address}甲` : address,
    otherPerson ? "丁二" : "林一",
    what === "official" ? "丁二" : officialName(n),
  ].join(",");
  const isTheirs = what !== "only-ours" && what !== "closed";
  return {
    what,
    ours,
    official: officialId(n),
    lines: isTheirs ? (what === "twice" ? [line, line] : [line]) : [],
  };
}

export type Planted = {
  readonly counts: Readonly<Record<Plant, number>>;
  readonly expected: NonNullable<ComparisonRun["counts"]>;
  readonly rows: number;
  readonly ours: number;
  /** Their file as CSV. */
  readonly text: string;
};

/** Fills an empty, migrated database with ours and gives their file. */
export async function plantRegisters(
  { db, exec }: Pick<Database, "db" | "exec">,
  pairs: number,
): Promise<Planted> {
  await saveSetting(db, territorySetting, comparedTerritory, at);
  await saveTerritories(db, listDemonstrationTerritories(), at);
  let lastId = 0;
  await insertOfficials(
    db,
    Array.from({ length: OFFICIALS }, (_, n) => ({
      id: officialId(n),
      name: officialName(n),
      unit: "村民委员会",
      post: "主任",
      level: "village" as const,
      jurisdictions: [villageOf(n)],
      capacity: null,
      homeGrid: null,
      from: since,
      to: null,
    })),
    { at, newId: () => `planted-${String(++lastId)}` },
  );
  const made = Array.from({ length: pairs }, (_, n) => plantPair(n));
  const shops = made.flatMap(({ ours, official }) => (ours === undefined ? [] : [{ ours, official }]));
  const dated = { from: since, to: null };
  await insertHistory(
    db,
    {
      establishments: shops.map(({ ours }) => ours),
      states: shops.map(({ ours }) => ({ establishment: ours.id, state: ours.state, ...dated })),
      grades: shops.map(({ ours }) => ({
        establishment: ours.id,
        grade: PairingGrade.parse("D"),
        ruleId: "demonstration",
        schemeId: "demonstration",
        ...dated,
      })),
      riskGrades: [],
      assignments: shops.map(({ ours, official }) => ({
        id: `a-${ours.id}`,
        establishment: ours.id,
        official,
        ...dated,
      })),
    },
    at,
  );
  await raiseRevision(db, at);
  await exec("analyze");
  const count = (plant: Plant): number => made.filter(({ what }) => what === plant).length;
  const counts = Object.fromEntries(plan.map(([plant]) => [plant, count(plant)])) as Record<Plant, number>;
  const lines = made.flatMap((one) => one.lines);
  return {
    counts,
    expected: {
      differing: counts.address + counts.person + counts.official,
      "only-ours": counts["only-ours"],
      "only-theirs": counts["only-theirs"],
      doubtful: 2 * counts.twice,
      unreadable: counts.unreadable,
      same: counts.same,
      inDoubt: counts.twice,
      closedHere: counts.closed,
    },
    rows: lines.length,
    ours: shops.length,
    text: `${["主体名称,许可证编号,区划代码,地址,负责人,包保干部", ...lines].join("\n")}\n`,
  };
}
