// U+0000 and halves of surrogate pairs are text in JavaScript and JSON, but PostgreSQL can store neither. What nests
// deeper than anything we know of is refused as well, before a recursion of ours runs out of stack on it.
const UNSTORABLE = /\0|\p{Surrogate}/u;
const DEEPEST = 64;

/**
 * The dotted path of the first text in the value, name of a field or field, that a database cannot keep; undefined when
 * there is none. An empty path (the value itself) is `input`.
 */
export function findUnstorableText(value: unknown, path = "input", depth = 0): string | undefined {
  if (typeof value === "string") return UNSTORABLE.test(value) ? path : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  if (depth > DEEPEST) return path;
  for (const [name, part] of Object.entries(value)) {
    if (UNSTORABLE.test(name)) return path;
    const found = findUnstorableText(part, path === "input" ? name : `${path}.${name}`, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
