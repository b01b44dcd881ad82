// When attendance at an on-site session can be taken by scanning: people come before it begins and sign when they leave.
// The two margins are the product's own, no clause says them.
import type { PlainDate } from "../kernel/plain-date.js";

const MINUTE = 60_000;
const BEFORE = 30;
const AFTER = 15;

/** How long one code stands on the wall. */
export const attendanceCodeSeconds = 30;

/**
 * From half an hour before the session until a quarter of an hour behind its end, as instants (ms), `closes` out.
 *
 * @example
 * const { opens } = attendanceWindow({ on: "2026-11-24", begins: "09:00", minutes: 90 });
 * new Date(opens).toISOString(); // => "2026-11-24T00:30:00.000Z"
 */
export function attendanceWindow({
  on,
  begins,
  minutes,
}: {
  readonly on: PlainDate;
  readonly begins: string;
  readonly minutes: number;
}): { readonly opens: number; readonly closes: number } {
  const start = Date.parse(`${on}T${begins}:00+08:00`);
  return { opens: start - BEFORE * MINUTE, closes: start + (minutes + AFTER) * MINUTE };
}

/**
 * The numbers of the codes that count at the instant, the present one first. The code on the wall changes, so that a
 * picture of it sent to somebody at home is soon worth nothing; the two before count too, for slow telephones.
 *
 * @example
 * listCodeNumbers(90_000); // => [3, 2, 1]
 */
export const listCodeNumbers = (instant: number): readonly number[] => {
  const present = Math.floor(instant / (attendanceCodeSeconds * 1000));
  return [present, present - 1, present - 2];
};
