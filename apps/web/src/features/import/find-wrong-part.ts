import type { Problem } from "@shian/domain";

/** The part of a cell that a problem is about, as start and end; undefined when it is about the whole. */
export function findWrongPart(
  text: string,
  problem: Problem,
): readonly [start: number, end: number] | undefined {
  const { position, found, character } = problem.params;
  if (typeof position === "number" && position >= 1 && position <= text.length)
    return [position - 1, position];
  if (/check-character$/.test(problem.code) && typeof found === "string" && text.endsWith(found))
    return [text.length - found.length, text.length];
  if (typeof character === "string" && character !== "" && text.includes(character)) {
    const start = text.indexOf(character);
    return [start, start + character.length];
  }
  return undefined;
}
