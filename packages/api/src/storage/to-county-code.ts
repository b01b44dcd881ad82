// Large tables are distributed by county. What lies in no county still needs a place to be stored.

/** County code of records whose place is not known or lies above the county. */
export const NO_COUNTY = "000000";

/**
 * The code that a record with this place is stored under: its county's. A zone's own code may carry its county's
 * digits after the first letter (`Z990106-01`); other codes without a county give `000000`.
 */
export function toCountyCode(place: string | null): string {
  if (place === null) return NO_COUNTY;
  return /^[A-Z]?(\d{6})/.exec(place)?.[1] ?? NO_COUNTY;
}
