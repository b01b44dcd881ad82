// A drawn signature as the strokes of a finger: for signing on a phone. Strokes are numbers, so nothing that a browser
// sends is ever decoded as an image; the picture of them is made by us. Decision 0018.
import * as z from "zod";
import { type Problem, problem } from "../kernel/result.js";
import type { CommitmentProblemCode } from "./commitment.problem.js";

/** The field that is drawn in; points outside it are refused. */
export const signatureWidth = 1000;
export const signatureHeight = 400;

const Point = z.tuple([z.int().min(0).max(signatureWidth), z.int().min(0).max(signatureHeight)]);

/** Strokes in the order of drawing, each a line through its points. */
export const Strokes = z.array(z.array(Point).min(1).max(600)).min(1).max(80);
export type Strokes = z.infer<typeof Strokes>;

const MOST_POINTS = 6000;
/** Half the width of the field: less is a slip of the finger. */
const LEAST_LENGTH = 500;

/**
 * Why the strokes are no signature; undefined when they are one. A dot or a short line is refused, and so is more than
 * 6,000 points.
 *
 * @example
 * findSignatureFault([[[10, 10], [12, 12]]])?.code; // => "commitment/signature-too-short"
 */
export function findSignatureFault(strokes: Strokes): Problem<CommitmentProblemCode> | undefined {
  const points = strokes.reduce((sum, stroke) => sum + stroke.length, 0);
  if (points > MOST_POINTS) return problem("commitment/signature-too-long", { most: MOST_POINTS });
  let length = 0;
  for (const stroke of strokes)
    for (let at = 1; at < stroke.length; at += 1) {
      const [a, b] = [stroke[at - 1], stroke[at]];
      if (a !== undefined && b !== undefined) length += Math.hypot(b[0] - a[0], b[1] - a[1]);
    }
  return length < LEAST_LENGTH ? problem("commitment/signature-too-short") : undefined;
}

/**
 * The strokes as the path of an SVG of `signatureWidth` × `signatureHeight`.
 *
 * @example
 * toSignaturePath([[[0, 0], [10, 5]], [[3, 3]]]); // => "M0 0L10 5M3 3L3 3"
 */
export const toSignaturePath = (strokes: Strokes): string =>
  strokes
    .map((stroke) => {
      const points = stroke.length === 1 ? [...stroke, ...stroke] : stroke;
      return points.map(([x, y], at) => `${at === 0 ? "M" : "L"}${x} ${y}`).join("");
    })
    .join("");
