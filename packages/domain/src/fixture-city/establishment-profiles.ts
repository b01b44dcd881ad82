// The kinds of establishment in the city. A profile states facts and how common they are; which pairing grade they
// come to is asked of the grading scheme, never written down here, so that the city follows the scheme when it changes.

import type { PairingGrade } from "../grading/grade.schema.js";
import { gradeEstablishment } from "../grading/grade-establishment.js";
import type { GradingScheme } from "../grading/grading-scheme.schema.js";
import type { BusinessForm, ShippedFlag, Size } from "../registry/establishment.schema.js";
import type { SeededRandom } from "./seeded-random.js";

/** Facts that establishments share, with how common they are among those of one grade. */
export type EstablishmentProfile = {
  readonly form: BusinessForm;
  readonly size: Size | null;
  /** Fewest and most diners per meal, canteens and meal providers only. */
  readonly diners: readonly [low: number, high: number] | null;
  readonly attention: readonly ShippedFlag[];
  readonly weight: number;
};

/** The profiles that the scheme gives one grade, each as often in the list as its weight says. */
export type ProfilesByGrade = ReadonlyMap<PairingGrade, readonly EstablishmentProfile[]>;

const firm = (
  form: BusinessForm,
  size: Size,
  weight: number,
  ...attention: ShippedFlag[]
): EstablishmentProfile => ({ form, size, diners: null, attention, weight });

const canteen = (
  form: BusinessForm,
  low: number,
  high: number,
  weight: number,
  size: Size | null = null,
): EstablishmentProfile => ({ form, size, diners: [low, high], attention: [], weight });

const profiles: readonly EstablishmentProfile[] = [
  firm("central-kitchen", "large", 3),
  canteen("school-canteen", 3000, 4200, 3),
  firm("seller", "large", 2),
  firm("chain-headquarters", "medium", 2),
  canteen("kindergarten-canteen", 500, 640, 1),
  canteen("collective-meal-provider", 1000, 6000, 2, "medium"),

  canteen("school-canteen", 1000, 2600, 9),
  canteen("kindergarten-canteen", 300, 460, 4),
  firm("caterer", "medium", 6),
  firm("seller", "medium", 5),
  firm("seller", "small", 3, "wholesale"),
  firm("producer", "medium", 3),
  firm("producer", "small", 2, "dairy-or-meat"),
  canteen("collective-meal-provider", 200, 900, 2, "small"),
  firm("special-food-producer", "small", 1, "health-food"),
  firm("produce-market", "medium", 1, "wholesale"),

  firm("caterer", "small", 42),
  firm("seller", "small", 20),
  canteen("school-canteen", 300, 980, 9),
  canteen("kindergarten-canteen", 100, 290, 9),
  firm("producer", "small", 6),
  firm("produce-market", "small", 4),
  canteen("institution-canteen", 300, 900, 3),
  canteen("eldercare-canteen", 100, 280, 3),
  firm("caterer", "micro", 3, "tourist-site"),
  firm("small-workshop", "micro", 3, "local-speciality"),
  firm("producer", "micro", 2, "local-speciality"),

  firm("small-catering", "micro", 36),
  firm("grocery", "micro", 31),
  firm("caterer", "micro", 9),
  firm("seller", "micro", 8),
  firm("seller", "micro", 1, "infant-food"),
  firm("small-workshop", "micro", 5),
  firm("food-vendor", "micro", 7),
  canteen("kindergarten-canteen", 30, 95, 1),
  canteen("institution-canteen", 20, 260, 1),
  canteen("eldercare-canteen", 12, 90, 1),
];

function gradeProfile(scheme: GradingScheme, profile: EstablishmentProfile): PairingGrade | undefined {
  const ends = profile.diners ?? [null, null];
  const [low, high] = ends.map((diners) => gradeEstablishment({ scheme, facts: { ...profile, diners } }));
  return low?.ok && high?.ok && low.value.grade === high.value.grade ? low.value.grade : undefined;
}

/**
 * The profiles by the grade that the scheme gives them. A profile that the scheme refuses, or whose fewest and most
 * diners come to two grades, is left out.
 */
export function sortProfilesByGrade(scheme: GradingScheme): ProfilesByGrade {
  const sorted = new Map<PairingGrade, EstablishmentProfile[]>();
  for (const profile of profiles) {
    const grade = gradeProfile(scheme, profile);
    if (grade === undefined) continue;
    const list = sorted.get(grade) ?? [];
    list.push(...Array.from({ length: profile.weight }, () => profile));
    sorted.set(grade, list);
  }
  return sorted;
}

/** Diners for a profile, in tens above a hundred, `null` where the form has none. */
export function pickDiners({ diners }: EstablishmentProfile, random: SeededRandom): number | null {
  if (diners === null) return null;
  const exact = random.whole(diners[0], diners[1]);
  return exact > 100 ? Math.max(diners[0], Math.floor(exact / 10) * 10) : exact;
}
