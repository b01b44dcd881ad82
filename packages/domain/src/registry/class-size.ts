// Classes a firm as large, medium, small or micro (大中小微) by employees and yearly revenue.
// Source: regulations §1.4 after 国统字〔2017〕213号 (background with high confidence, to be checked before use): large,
// medium and small need both lower bounds, else the class below. Which business form is which sector of that table is
// ours; forms without a sector (canteens, markets, headquarters, vendors) are not classed but entered.
import type { BusinessForm, EstablishmentFacts, Size } from "./establishment.schema.js";

/** Sectors of the statistical table that the register uses. */
export type SizeSector = "industry" | "catering" | "retail" | "wholesale";

type Bounds = { readonly employees: number; readonly revenue: number };

/** Lower bounds of each class: employees, and yearly revenue in ten thousand yuan. */
export const sizeBounds: {
  readonly [S in SizeSector]: { readonly [Class in Exclude<Size, "micro">]: Bounds };
} = {
  industry: {
    large: { employees: 1000, revenue: 40_000 },
    medium: { employees: 300, revenue: 2000 },
    small: { employees: 20, revenue: 300 },
  },
  catering: {
    large: { employees: 300, revenue: 10_000 },
    medium: { employees: 100, revenue: 2000 },
    small: { employees: 10, revenue: 100 },
  },
  retail: {
    large: { employees: 300, revenue: 20_000 },
    medium: { employees: 50, revenue: 500 },
    small: { employees: 10, revenue: 100 },
  },
  wholesale: {
    large: { employees: 200, revenue: 40_000 },
    medium: { employees: 20, revenue: 5000 },
    small: { employees: 5, revenue: 1000 },
  },
};

const sectorOfForm: { readonly [F in BusinessForm]?: SizeSector } = {
  producer: "industry",
  "special-food-producer": "industry",
  "small-workshop": "industry",
  caterer: "catering",
  "central-kitchen": "catering",
  "collective-meal-provider": "catering",
  "small-catering": "catering",
  seller: "retail",
  grocery: "retail",
};

type SizeFacts = Pick<EstablishmentFacts, "form" | "attention" | "employees" | "revenue">;

/**
 * The sector whose bounds class the establishment; a seller flagged as wholesale is classed as wholesale. `undefined`
 * where the table has none.
 *
 * @example
 * findSizeSector({ form: "seller", attention: ["wholesale"] }); // => "wholesale"
 * findSizeSector({ form: "school-canteen", attention: [] }); // => undefined
 */
export function findSizeSector({
  form,
  attention,
}: Pick<SizeFacts, "form" | "attention">): SizeSector | undefined {
  if (form === null) return undefined;
  return form === "seller" && attention.includes("wholesale") ? "wholesale" : sectorOfForm[form];
}

/**
 * The class by the table; `undefined` where its form has no sector there or a fact is missing.
 *
 * @example
 * const caterer = { form: "caterer", attention: [] };
 * classSize({ ...caterer, employees: 300, revenue: 10_000 }); // => "large"
 * classSize({ ...caterer, employees: 300, revenue: 9_999 }); // => "medium"
 * classSize({ ...caterer, employees: 9, revenue: 10_000 }); // => "micro"
 * classSize({ ...caterer, employees: null, revenue: 10_000 }); // => undefined
 */
export function classSize(facts: SizeFacts): Size | undefined {
  const sector = findSizeSector(facts);
  const { employees, revenue } = facts;
  if (sector === undefined || employees === null || revenue === null) return undefined;
  const bounds = sizeBounds[sector];
  for (const size of ["large", "medium", "small"] as const)
    if (employees >= bounds[size].employees && revenue >= bounds[size].revenue) return size;
  return "micro";
}

/**
 * The facts with their size filled in by the table where nobody entered one; an entered size stays.
 *
 * @example
 * const facts = { form: "caterer", attention: [], employees: 12, revenue: 150 };
 * fillSize({ ...facts, size: null }).size; // => "small"
 * fillSize({ ...facts, size: "medium" }).size; // => "medium"
 */
export function fillSize<F extends SizeFacts & Pick<EstablishmentFacts, "size">>(facts: F): F {
  if (facts.size !== null) return facts;
  const size = classSize(facts);
  return size === undefined ? facts : { ...facts, size };
}
