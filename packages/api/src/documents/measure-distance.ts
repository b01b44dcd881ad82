// How far two short texts are apart, by a kept library, in the place where every feature finds it.
import leven from "leven";

/** How many characters are added, left out or replaced between two texts. */
export const measureDistance = (a: string, b: string): number => leven(a, b);
