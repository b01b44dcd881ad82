// Credit codes and licence numbers for invented establishments: right in every check, with the demonstration district
// 990106 inside, so that none can be the code of a real firm.
// Source: GB 32100-2015, GB 11714 and F6 食品许可证编号, by the kernel's composing functions.
import { composeCreditCode, composeOrganisationCode } from "../kernel/credit-code.js";
import { composeLicenceNumber } from "../kernel/licence-number.js";
import type { BusinessForm, Size } from "../registry/establishment.schema.js";
import type { SeededRandom } from "./seeded-random.js";

const DISTRICT = "990106";
const LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** How an establishment of a form is registered: first two of its credit code, its licence, how many have each. */
type Registration = {
  readonly agency: "11" | "12" | "52" | "91" | "92";
  readonly coded: number;
  readonly licence: "SC" | "JY1" | "JY2" | "JY3" | null;
  readonly licensed: number;
};

const registrations: { readonly [Form in BusinessForm]: Registration } = {
  producer: { agency: "91", coded: 1, licence: "SC", licensed: 1 },
  "special-food-producer": { agency: "91", coded: 1, licence: "SC", licensed: 1 },
  seller: { agency: "92", coded: 1, licence: "JY1", licensed: 0.98 },
  "produce-market": { agency: "91", coded: 1, licence: null, licensed: 0 },
  caterer: { agency: "92", coded: 1, licence: "JY2", licensed: 1 },
  "central-kitchen": { agency: "91", coded: 1, licence: "JY2", licensed: 1 },
  "collective-meal-provider": { agency: "91", coded: 1, licence: "JY2", licensed: 1 },
  "school-canteen": { agency: "12", coded: 0.98, licence: "JY3", licensed: 1 },
  "kindergarten-canteen": { agency: "52", coded: 0.97, licence: "JY3", licensed: 1 },
  "eldercare-canteen": { agency: "52", coded: 0.9, licence: "JY3", licensed: 0.95 },
  "institution-canteen": { agency: "91", coded: 0.95, licence: "JY3", licensed: 0.98 },
  "chain-headquarters": { agency: "91", coded: 1, licence: "JY2", licensed: 1 },
  "small-workshop": { agency: "92", coded: 0.95, licence: null, licensed: 0 },
  "small-catering": { agency: "92", coded: 0.96, licence: "JY2", licensed: 0.8 },
  grocery: { agency: "92", coded: 0.94, licence: "JY1", licensed: 0.78 },
  "food-vendor": { agency: "92", coded: 0.12, licence: null, licensed: 0 },
};

/** Gives codes, none of them twice. */
export type CodeMaker = (business: { readonly form: BusinessForm; readonly size: Size | null }) => {
  readonly creditCode: string | null;
  readonly licenceNumber: string | null;
};

/** Whether establishments of the form hold an SC or JY licence. */
export const isLicensedForm = (form: BusinessForm): boolean => registrations[form].licence !== null;

/**
 * A maker of codes that draws from the stream. Vendors and workshops have no SC or JY number, and some small operators
 * no credit code either, as in any register; with `complete` everyone has what the form can have. Licence
 * numbers run upwards from `after`, so that two sets of rows need not share one.
 */
export function createCodeMaker(
  random: SeededRandom,
  { after = 0, complete = false }: { readonly after?: number; readonly complete?: boolean } = {},
): CodeMaker {
  const { next, whole } = random;
  const taken = new Set<string>();
  const sequences = new Map<string, number>();
  const composeUnique = (agency: string): string => {
    for (;;) {
      const tail = Array.from({ length: 6 }, () => LETTERS.charAt(whole(0, LETTERS.length - 1))).join("");
      const code = composeCreditCode(`${agency}${DISTRICT}${composeOrganisationCode(`MA${tail}`)}`);
      if (!taken.has(code)) {
        taken.add(code);
        return code;
      }
    }
  };
  const number = (licence: "SC" | "JY1" | "JY2" | "JY3"): string => {
    const sequence = (sequences.get(licence) ?? after) + whole(1, 5);
    sequences.set(licence, sequence);
    // SC: three digits of food category, the county, four of the number; JY: business form, the county, six.
    return licence === "SC"
      ? composeLicenceNumber(
          `SC1${String(whole(1, 31)).padStart(2, "0")}${DISTRICT}${String(sequence).padStart(4, "0")}`,
        )
      : composeLicenceNumber(`${licence}${DISTRICT}${String(sequence).padStart(6, "0")}`);
  };
  return ({ form, size }) => {
    const { agency, coded, licence, licensed } = registrations[form];
    const firm = agency === "92" && size !== "micro" && size !== null;
    const creditCode = complete || next() < coded ? composeUnique(firm ? "91" : agency) : null;
    const licenceNumber = licence !== null && (complete || next() < licensed) ? number(licence) : null;
    return { creditCode, licenceNumber };
  };
}
