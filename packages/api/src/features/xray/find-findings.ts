// The findings of a picture, found once for as long as the picture stands: the page, its rows and the nightly count ask
// the same.
import {
  findTownship,
  type PlainDate,
  type XrayFinding,
  xrayEstablishments,
  xrayOfficials,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { createPhonesFinder } from "../personal/phones.service.js";
import type { Picture } from "../picture/picture.js";

/** A finding with where it lies. */
export type PlacedFinding = XrayFinding & {
  readonly name: string;
  readonly place: string | null;
  readonly township: string | null;
};

// Officials' numbers are no part of a picture, so only what is of establishments is kept with it.
const ofEstablishments = new WeakMap<Picture["establishments"], readonly PlacedFinding[]>();

function findInEstablishments(picture: Picture): readonly PlacedFinding[] {
  const known = ofEstablishments.get(picture.establishments);
  if (known !== undefined) return known;
  const findings = xrayEstablishments({
    establishments: picture.establishments.map(({ facts, state, grade, official }) => ({
      id: facts.id,
      facts,
      state,
      isGraded: grade !== null,
      isAnswered: official !== null,
    })),
    tree: picture.tree,
    asOf: picture.asOf,
  });
  const places = new Map<string | null, string | null>();
  const townshipOf = (place: string | null): string | null => {
    const found = places.get(place) ?? findTownship(picture.tree, place) ?? null;
    places.set(place, found);
    return found;
  };
  const placed = findings.map((finding): PlacedFinding => {
    const facts = picture.byId.get(finding.id)?.facts;
    const place = facts?.place ?? null;
    return { ...finding, name: facts?.name ?? "", place, township: townshipOf(place) };
  });
  ofEstablishments.set(picture.establishments, placed);
  return placed;
}

async function findInOfficials(call: Call, picture: Picture): Promise<readonly PlacedFinding[]> {
  const findPhones = await createPhonesFinder(call);
  const officials = [...picture.officials.values()].filter(({ id }) => picture.inPost.has(id));
  const findings = xrayOfficials({
    officials: officials.map(({ id, name, unit, jurisdictions }) => {
      const { officePhone, mobile } = findPhones(id);
      return { id, name, unit, jurisdictions, hasPhone: officePhone !== null || mobile !== null };
    }),
    tree: picture.tree,
  });
  return findings.map((finding): PlacedFinding => {
    const official = picture.officials.get(finding.id);
    const place = official?.jurisdictions[0] ?? null;
    return {
      ...finding,
      name: official?.name ?? "",
      place,
      township: findTownship(picture.tree, place) ?? null,
    };
  });
}

/** Everything to mend in what the picture shows. */
export const listFindings = async (call: Call, picture: Picture): Promise<readonly PlacedFinding[]> => [
  ...findInEstablishments(picture),
  ...(await findInOfficials(call, picture)),
];

/** The day so many days earlier, of which a trend begins. */
export const TREND_DAYS = 90;
export type TrendDay = {
  readonly day: PlainDate;
  readonly error: number;
  readonly warning: number;
  readonly notice: number;
};
