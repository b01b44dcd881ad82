/** How many letters must be put in, taken out or changed to make one text of the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] ?? 0) + (letter === b[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? a.length;
}

/** The name that was probably meant: the nearest of them, if near enough to any of the texts; else undefined. */
export function findNearest(
  text: string,
  names: readonly string[],
  ...others: readonly string[]
): string | undefined {
  let best: { name: string; distance: number } | undefined;
  for (const given of [text, ...others]) {
    for (const name of names) {
      const isPart = given.length > 1 && (name.startsWith(given) || name.endsWith(` ${given}`));
      const distance = isPart ? 0.5 : editDistance(given, name);
      if (distance <= Math.max(1, Math.floor(name.length / 3)) && (!best || distance < best.distance))
        best = { name, distance };
    }
  }
  return best?.name;
}
