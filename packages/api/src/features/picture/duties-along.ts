// Duties of periods other than the running one. They are derived once for a picture and follow it from change to change:
// after a visit only those of the establishment that was visited are derived anew.
import { type Duty, type DutyQuestion, deriveDuties } from "@shian/domain";
import type { Picture, PictureEstablishment } from "./picture.js";

type Period = DutyQuestion["period"];
type Kept = { of: readonly PictureEstablishment[]; duties: readonly Duty[] };

const MOST_KEPT = 4;

// The places are the same object for as long as a view has the same establishments in the same order.
const kept = new WeakMap<Picture["places"], Map<Period, Kept>>();

/** Derives the duties of the establishments at these places of the list. */
function derive({ establishments, question, done }: Picture, period: Period, places: readonly number[]) {
  const of = <R>(records: readonly (readonly R[])[]): readonly R[] =>
    places.flatMap((place) => {
      const at = done.places.get(establishments[place]?.facts.id ?? "");
      return at === undefined ? [] : (records[at] ?? []);
    });
  const asked = places.flatMap((place) => question.establishments[place] ?? []);
  const [visits, waivers] = [of(done.visits), of(done.waivers)];
  return deriveDuties({ ...question, establishments: asked, visits, waivers, period });
}

/** The duties of the picture's establishments in a period, in their order, as of the picture's day. */
export function derivePeriod(picture: Picture, period: Period): readonly Duty[] {
  const { places, establishments } = picture;
  const periods = kept.get(places) ?? new Map<Period, Kept>();
  kept.set(places, periods);
  const known = periods.get(period);
  const changed = [...establishments.keys()].filter((place) => known?.of[place] !== establishments[place]);
  const derived = derive(picture, period, changed);
  const duties = known === undefined ? derived : [...known.duties];
  if (known !== undefined)
    for (const [at, place] of changed.entries()) {
      const duty = derived[at];
      if (duty !== undefined) (duties as Duty[])[place] = duty;
    }
  periods.delete(period);
  periods.set(period, { of: establishments, duties });
  const [oldest] = periods.keys();
  if (periods.size > MOST_KEPT && oldest !== undefined) periods.delete(oldest);
  return duties;
}
