// What an answer must never be, whatever was sent: a failure of ours, or text of the inside.
const STACK = /\bat .{1,200}\.(?:ts|js|mjs):\d+/;
const INSIDE = /select |insert into|syntax error|pglite|drizzle/i;

export type Answer = { readonly status: number; readonly text: string };

/** The fault in an answer; undefined for data and for reasons. */
export function findWalkFault({ status, text }: Answer): string | undefined {
  if (status >= 500) return `${status}: ${text.slice(0, 300)}`;
  const stack = STACK.exec(text)?.[0];
  if (stack !== undefined) return `stack text: ${stack}`;
  // Records may hold any word; what a refusal says is ours.
  const inside = status >= 400 ? INSIDE.exec(text)?.[0] : undefined;
  return inside === undefined ? undefined : `text of the inside: ${inside}`;
}
