// A large office for load: establishments with states, grades, risk grades, an official each, and years of visits.
import {
  type BusinessForm,
  checklistForForm,
  countryCode,
  demonstrationScheme,
  type GivenPairingGrade,
  gradeEstablishment,
  toPlainDate,
} from "@shian/domain";
import {
  createSeededRandom,
  demonstrationVillages,
  listDemonstrationTerritories,
} from "@shian/domain/fixture-city";
import { assignmentTable, officialTable } from "../../features/chain/chain.table.js";
import { pairingGradeTable, riskGradeTable } from "../../features/grading/grading.table.js";
import { saveSetting } from "../../features/office/office-setting.service.js";
import { territorySetting } from "../../features/office/office-territory.service.js";
import { raiseRevision } from "../../features/picture/picture.repo.js";
import { insertEstablishments } from "../../features/registry/registry.repo.js";
import { saveTerritories } from "../../features/territory/territory.repo.js";
import { visitTable } from "../../features/visit/visit.table.js";
import { toNameKeys } from "../../name-keys.js";
import { bulkInsert } from "../../storage/bulk-write.js";
import type { Database, Db } from "../../storage/database.js";
import { toCountyCode } from "../../storage/to-county-code.js";
import { makeFacts } from "../make-facts.js";

export const loadTerritory = "990106";
export const loadToday = "2026-11-24";
const NOW = `${loadToday}T04:00:00.000Z`;
const SINCE = "2024-01-01";
const PER_OFFICIAL = 13;
const STREETS = ["望江", "澄湖", "老槐", "云汀", "北桥", "南津", "石鼓", "青禾"];
const TRADES = ["面馆", "超市", "小吃店", "火锅城", "烘焙坊", "水果店", "餐厅", "便利店"];
const FORMS = ["caterer", "seller", "grocery", "small-catering"] as const;

export type LoadOffice = { readonly establishments: number; readonly visits: number };

const officialOf = (index: number) => `o${Math.floor(index / PER_OFFICIAL)}`;
export const establishmentId = (index: number): string => `e${String(index).padStart(6, "0")}`;
export const formOf = (index: number): (typeof FORMS)[number] => FORMS[index % FORMS.length] ?? "caterer";
export const officialFor = officialOf;

async function insertOfficials(db: Db, villageOf: (index: number) => string, count: number): Promise<void> {
  const rows = Array.from({ length: Math.ceil(count / PER_OFFICIAL) }, (_, n) => {
    const name = `${"赵钱孙李周吴郑王"[n % 8]}${"建国志强秀英桂兰"[(n >> 3) % 8]}${n}`;
    return {
      countyCode: toCountyCode(loadTerritory),
      id: `o${n}`,
      name,
      unit: "村委会",
      post: "主任",
      level: "village",
      jurisdictions: [villageOf(n * PER_OFFICIAL)],
      validFrom: SINCE,
      ...toNameKeys(name),
      version: 1,
      recordedAt: NOW,
      updatedAt: NOW,
    };
  });
  await bulkInsert(db, officialTable, rows);
}

function gradeOf(form: BusinessForm): GivenPairingGrade {
  const facts = makeFacts({ form, size: "small" });
  const given = gradeEstablishment({ scheme: demonstrationScheme, facts });
  if (!given.ok) throw new Error(`a small ${form} has no grade`);
  return given.value;
}

/** Fills an empty, migrated database; the same office for the same numbers. */
export async function fillOffice(database: Database, { establishments, visits }: LoadOffice): Promise<void> {
  const { db } = database;
  const random = createSeededRandom("load", "office");
  const villages = demonstrationVillages.map(({ code }) => code);
  // Neighbours have one official, so they lie in one village.
  const villageOf = (index: number): string =>
    villages[Math.floor(index / PER_OFFICIAL) % villages.length] ?? countryCode;
  await saveSetting(db, territorySetting, loadTerritory, NOW);
  await saveTerritories(db, listDemonstrationTerritories(), NOW);
  const indexes = Array.from({ length: establishments }, (_, index) => index);
  const factsOf = (index: number) =>
    makeFacts({
      name: `${random.pick(STREETS)}${random.pick(TRADES)}${index}号`,
      form: formOf(index),
      size: "small",
      place: villageOf(index),
      openedOn: SINCE,
      address: `${index} 号`,
    });
  await insertEstablishments(
    db,
    indexes.map((index) => ({
      id: establishmentId(index),
      facts: factsOf(index),
      state: "active" as const,
      stateSince: toPlainDate(SINCE),
    })),
    NOW,
  );
  const dated = (index: number) => ({
    countyCode: toCountyCode(villageOf(index)),
    establishmentId: establishmentId(index),
    validFrom: SINCE,
    recordedAt: `${SINCE}T04:00:00.000Z`,
  });
  await insertOfficials(db, villageOf, establishments);
  await bulkInsert(
    db,
    pairingGradeTable,
    indexes.map((index) => ({
      ...dated(index),
      id: `g${index}`,
      // As a correction would grade it again, so that one of the address moves no grade.
      ...gradeOf(formOf(index)),
      schemeId: demonstrationScheme.id,
    })),
  );
  await bulkInsert(
    db,
    riskGradeTable,
    indexes.map((index) => ({
      ...dated(index),
      id: `r${index}`,
      grade: "B",
      source: "所",
      basis: "年度评定",
    })),
  );
  await bulkInsert(
    db,
    assignmentTable,
    indexes.map((index) => ({ ...dated(index), id: `a${index}`, officialId: officialOf(index) })),
  );
  const written = Array.from({ length: visits }, (_, n) => {
    const index = n % establishments;
    const madeOn = `2026-${String(1 + Math.floor(n / establishments) * 3).padStart(2, "0")}-1${n % 10}`;
    const checklist = checklistForForm({ form: formOf(index) });
    return {
      countyCode: toCountyCode(villageOf(index)),
      id: `v${n}`,
      establishmentId: establishmentId(index),
      officialId: officialOf(index),
      jointWith: [],
      madeOn,
      recordedOn: madeOn,
      recordedAt: `${madeOn}T04:00:00.000Z`,
      mode: "on-site",
      checklistId: checklist.id,
      answers: checklist.items.map(({ id }) => ({ item: id, answer: "yes" as const })),
      complete: true,
    };
  });
  await bulkInsert(db, visitTable, written);
  await raiseRevision(db, NOW);
  // As an import does on the embedded database, and a server by itself.
  await database.exec("analyze");
}
