// Spreadsheets of invented rows in the product's own templates, for a small office in the demonstration district: a
// register of n establishments, the officials to answer for them, and the places they lie in. Tests and manuals import
// them; cells are texts, as a CSV file has them.
// Source: issue "First", "Shows it" 3 (form, size, village, licence, opening date before the quarter).
import { officialFields, officialHeaders } from "../chain/official-columns.js";
import { demonstrationScheme } from "../grading/demonstration-scheme.data.js";
import { pairingGrades } from "../grading/grade.schema.js";
import { addDays, type PlainDate } from "../kernel/plain-date.js";
import { listTemplateHeaders, type RegisterField, registerFields } from "../registry/import-columns.js";
import { registryText } from "../registry/registry.text.js";
import { type TerritoryField, territoryFields } from "../territory/parse-territory-row.js";
import { territoryText } from "../territory/territory.text.js";
import { createCodeMaker, isLicensedForm } from "./create-establishment-codes.js";
import { createNaming } from "./create-naming.js";
import { demonstrationTownships } from "./demonstration-townships.data.js";
import { pickDiners, sortProfilesByGrade } from "./establishment-profiles.js";
import { listDemonstrationTerritories } from "./list-demonstration-territories.js";
import { type DemonstrationVillage, demonstrationVillages } from "./list-demonstration-villages.js";
import { createSeededRandom, type SeededRandom } from "./seeded-random.js";

/** A header row and the rows under it, every cell a text. */
export type GeneratedRows = {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

const LOCALE = "zh-CN";
const words = registryText[LOCALE];
const LICENCE_DAYS = 1826;
// Beyond the numbers of the demonstration city, and within the four digits that an SC number has.
const LICENCES_AFTER = 5000;
// The small office: one street and one town.
const office = ["990106001", "990106103"];
const officeTownships = demonstrationTownships.filter(({ code }) => office.includes(code));
const officeVillages = demonstrationVillages.filter(({ township }) => office.includes(township.code));
const levelWords = { city: "市级", county: "区级", township: "街镇级", village: "村级" } as const;

type RegisterCells = { readonly [F in RegisterField]?: string };

/** Village and grid by name in most rows, by code in others, as real files mix them. */
function writePlace(village: DemonstrationVillage, { chance, whole }: SeededRandom): RegisterCells {
  const grid = village.grids === 0 ? "" : village.code + String(whole(1, village.grids)).padStart(3, "0");
  if (chance(0.25)) return { placeCode: village.code, grid };
  return {
    province: "演示省",
    city: "澄岚市",
    county: "云汀区",
    township: village.township.name,
    village: village.name,
    grid,
  };
}

/**
 * A register of `count` establishments in the Chinese template, all opened more than a grace period before
 * `quarterStart`: each has a form, a size, a village, a credit code, a licence and the facts that the demonstration
 * scheme asks for, so that all are graded (a seventh C, a few B, the rest D), and none repeats another.
 *
 * @example
 * generateRegisterRows({ seed: "doc", count: 3, quarterStart: "2026-10-01" }).rows.length; // => 3
 * generateRegisterRows({ seed: "doc", count: 3, quarterStart: "2026-10-01" }).headers[0]; // => "主体名称"
 */
export function generateRegisterRows(input: {
  readonly seed: string;
  readonly count: number;
  readonly quarterStart: PlainDate;
}): GeneratedRows {
  const { seed, count, quarterStart } = input;
  const random = createSeededRandom(seed, "register rows");
  const naming = createNaming(createSeededRandom(seed, "register row names"));
  const makeCodes = createCodeMaker(random, { after: LICENCES_AFTER, complete: true });
  const profiles = sortProfilesByGrade(demonstrationScheme);
  const [, gradeB, gradeC, gradeD] = pairingGrades;
  const rows = Array.from({ length: count }, (_, index): readonly string[] => {
    const grade = index % 50 === 7 ? gradeB : index % 7 === 3 ? gradeC : gradeD;
    const profile = random.pick((profiles.get(grade) ?? []).filter(({ form }) => isLicensedForm(form)));
    const village = random.pick(officeVillages);
    const age = random.whole(40, 3600);
    const opened = addDays(quarterStart, -age);
    const { creditCode, licenceNumber } = makeCodes(profile);
    const licensed = addDays(quarterStart, -Math.min(age, random.whole(5, 900)));
    const owner = naming.person();
    const cells: RegisterCells = {
      name: naming.business({
        form: profile.form,
        village,
        big: grade === gradeB,
        wholesale: profile.attention.includes("wholesale"),
      }),
      creditCode: creditCode ?? "",
      licenceNumber: licenceNumber ?? "",
      form: words[`form/${profile.form}`],
      size: words[`size/${profile.size ?? "small"}`],
      diners: String(pickDiners(profile, random) ?? ""),
      attention: profile.attention.map((flag) => words[`attention/${flag}`]).join("、"),
      ...writePlace(village, random),
      address: naming.address(village),
      openedOn: opened,
      licenceIssuedOn: licensed,
      licenceExpiresOn: addDays(licensed, LICENCE_DAYS - 1),
      personInCharge: owner,
      foodSafetyDirector: grade === gradeB ? naming.person() : "",
      foodSafetyOfficers: grade === gradeD ? owner : `${naming.person()}、${naming.person()}`,
      state: words["state/active"],
    };
    return registerFields.map((field) => cells[field] ?? "");
  });
  return { headers: listTemplateHeaders(LOCALE), rows };
}

/**
 * Officials for the establishments of `generateRegisterRows`: one for each village of the small office and a second
 * for its larger ones, two for each township, one of the district and one of the city. Jurisdictions are written by
 * code or by name in turn; all are in their post from a year before `quarterStart`.
 *
 * @example
 * generateOfficialRows({ seed: "doc", quarterStart: "2026-10-01" }).headers[0]; // => "姓名"
 */
export function generateOfficialRows(input: {
  readonly seed: string;
  readonly quarterStart: PlainDate;
}): GeneratedRows {
  const { seed, quarterStart } = input;
  const random = createSeededRandom(seed, "official rows");
  const naming = createNaming(createSeededRandom(seed, "official row names"));
  const names = new Set<string>();
  const nameAnew = (): string => {
    let name = naming.person();
    while (names.has(name)) name = naming.person();
    names.add(name);
    return name;
  };
  const write = (
    level: keyof typeof levelWords,
    unit: string,
    post: string,
    jurisdictions: string,
    homeGrid = "",
  ) => ({
    name: nameAnew(),
    unit,
    post,
    level: levelWords[level],
    jurisdictions,
    capacity: level === "village" && random.chance(0.3) ? "15" : "",
    homeGrid,
    officePhone: "",
    mobile: "",
    from: addDays(quarterStart, -random.whole(365, 900)),
    to: "",
  });
  const villages = officeVillages.flatMap(({ code, name, township, grids }, index) => {
    const unit = `${township.name}${name}`;
    const first = write(
      "village",
      unit,
      "主任",
      index % 2 === 0 ? code : `${township.name}${name}`,
      grids > 0 ? `${code}001` : "",
    );
    return grids > 0 ? [first, write("village", unit, "副主任", code, `${code}002`)] : [first];
  });
  const townships = officeTownships.flatMap(({ code, name }) => [
    write("township", name, "主要领导", name),
    write("township", name, "分管领导", code),
  ]);
  const officials = [
    write("city", "澄岚市人民政府", "副市长", "9901"),
    write("county", "云汀区人民政府", "副区长", "云汀区"),
    ...townships,
    ...villages,
  ];
  return {
    headers: officialFields.map((field) => officialHeaders[field][LOCALE][0] ?? field),
    rows: officials.map((official) => officialFields.map((field) => official[field])),
  };
}

/**
 * The places of the demonstration district below 990106 as the rows of a territory file; they depend on no seed.
 *
 * @example
 * generateTerritoryRows().rows[0]?.slice(0, 2); // => ["990106001", "望澜街道"]
 */
export function generateTerritoryRows(): GeneratedRows {
  const text = territoryText[LOCALE];
  return {
    headers: territoryFields.map((field) => text[`territory/field-${field}`]),
    rows: listDemonstrationTerritories().map((node) => {
      const cells: { readonly [F in TerritoryField]?: string } = {
        code: node.code,
        name: node.name,
        kind: text[`territory/kind-of-${node.kind}`],
        parent: node.parent ?? "",
        from: node.from,
      };
      return territoryFields.map((field) => cells[field] ?? "");
    }),
  };
}
