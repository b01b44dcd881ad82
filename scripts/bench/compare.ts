// Compares a register of 50,000 establishments with another of as many rows: read, matched, every difference found; the
// counts of what was planted must come out exactly. Bar: issue "Third", comparison < 10 s.

import { readCsv } from "../../packages/api/src/documents/read-csv.js";
import { spreadsheetLimits } from "../../packages/api/src/documents/spreadsheet-limits.js";
import { compareRegisters } from "../../packages/domain/src/comparison/compare-registers.js";
import { composeLicenceNumber } from "../../packages/domain/src/kernel/licence-number.js";
import { toPlainDate } from "../../packages/domain/src/kernel/plain-date.js";
import type { Establishment } from "../../packages/domain/src/registry/establishment.schema.js";
import type { SheetRow } from "../../packages/domain/src/registry/sheet-row.js";

const BAR_MS = 10_000;
const COUNT = 50_000;
const day = toPlainDate("2026-11-24");
const headers = ["主体名称", "许可证编号", "区划代码", "地址", "负责人", "包保干部"];
const mapping = {
  主体名称: "name",
  许可证编号: "licenceNumber",
  区划代码: "placeCode",
  地址: "address",
  负责人: "personInCharge",
  包保干部: "officialName",
} as const;

type Plant =
  | "same"
  | "address"
  | "official"
  | "only-ours"
  | "only-theirs"
  | "closed"
  | "twice"
  | "unreadable";
/** Of every hundred: what is planted. */
const plan: readonly (readonly [Plant, number])[] = [
  ["same", 70],
  ["address", 10],
  ["official", 5],
  ["only-ours", 4],
  ["closed", 1],
  ["only-theirs", 5],
  ["twice", 3],
  ["unreadable", 2],
];

function choosePlant(at: number): Plant {
  let rest = at % 100;
  for (const [plant, share] of plan) {
    if (rest < share) return plant;
    rest -= share;
  }
  return "same";
}

/** Both registers; half of the establishments have no licence and are matched by name, address and village. */
function plant() {
  const register: Establishment[] = [];
  const lines = [headers.join(",")];
  const planted = new Map<Plant, number>();
  for (let at = 0; at < COUNT; at += 1) {
    const what = choosePlant(at);
    planted.set(what, (planted.get(what) ?? 0) + 1);
    const hasLicence = at % 2 === 0;
    const licence = hasLicence ? composeLicenceNumber(`JY19901060${String(at).padStart(5, "0")}`) : "";
    const place = `99010600100${(at % 9) + 1}`;
    const [name, address] = [`面馆${at}号`, `槐荫路${at}号`];
    if (what !== "only-theirs" && what !== "unreadable")
      register.push({
        id: `e${String(at).padStart(6, "0")}`,
        name,
        creditCode: null,
        licenceNumber: hasLicence ? licence : null,
        form: "caterer",
        size: "small",
        diners: null,
        attention: [],
        place,
        placeText: null,
        address,
        openedOn: null,
        licenceIssuedOn: null,
        licenceExpiresOn: null,
        personInCharge: "林一",
        foodSafetyDirector: null,
        foodSafetyOfficers: [],
        employees: null,
        revenue: null,
        floorArea: null,
        latitude: null,
        longitude: null,
        coordinates: null,
        furtherLicences: [],
        state: what === "closed" ? "closed" : "active",
        stateSince: day,
        version: 1,
      });
    if (what === "only-ours" || what === "closed") continue;
    // Another person in charge differs too, where name and address are the identity.
    const theirs = what === "address" && hasLicence ? `${address}甲` : address;
    const person = what === "address" && !hasLicence ? "丁二" : "林一";
    const row = [
      what === "unreadable" ? "" : name,
      licence,
      place,
      theirs,
      person,
      what === "official" ? "丁二" : "林一",
    ];
    lines.push(row.join(","));
    if (what === "twice") lines.push(row.join(","));
  }
  return { register, text: `${lines.join("\n")}\n`, planted };
}

/** Compares three times and prints the counts and the slowest. */
export async function benchCompare(): Promise<boolean> {
  const { register, text, planted } = plant();
  const count = (what: Plant) => planted.get(what) ?? 0;
  const expected = {
    differing: count("address") + count("official"),
    "only-ours": count("only-ours"),
    "only-theirs": count("only-theirs"),
    doubtful: 2 * count("twice"),
    unreadable: count("unreadable"),
    same: count("same"),
    inDoubt: count("twice"),
    closedHere: count("closed"),
  };
  let slowest = 0;
  let counts: unknown;
  for (let round = 0; round < 3; round += 1) {
    const started = performance.now();
    const rows: SheetRow[] = [];
    for (const batch of readCsv(text, spreadsheetLimits))
      for (const row of batch) if (row.row > 1) rows.push(row);
    const compared = compareRegisters({
      headers,
      rows,
      mapping,
      register,
      importedOn: day,
      findOfficial: () => ({ name: "林一", unit: null }),
    });
    if (!compared.ok) throw new Error(compared.problems[0]?.code);
    slowest = Math.max(slowest, performance.now() - started);
    counts = compared.value.counts;
  }
  const isExact = JSON.stringify(counts) === JSON.stringify(expected);
  console.log(`planted ${JSON.stringify(expected)}`);
  console.log(`found   ${JSON.stringify(counts)}`);
  console.log(
    `compare ${register.length} with ${text.split("\n").length - 2} rows: slowest of 3 ${slowest.toFixed(0)} ms (bar ${BAR_MS}), counts ${isExact ? "exact" : "WRONG"}`,
  );
  return isExact && slowest < BAR_MS;
}
