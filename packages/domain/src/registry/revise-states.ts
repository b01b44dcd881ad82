// What entering, correcting or withdrawing a change of state makes of an establishment's time line. Later changes stay
// where they are: one entered in the past lasts until the next that is known.
// Source: G1, issue "Third", register (states as dated events); rules §1 "Two times". The order of events and that the
// first one cannot be withdrawn are ours.
import type { PlainDate } from "../kernel/plain-date.js";
import { ok, type Problem, type Result, refuse } from "../kernel/result.js";
import type { RegistryProblemCode } from "./registry.problem.js";
import type { StateChange, StateSpell } from "./state-event.schema.js";

type Revised = Result<readonly StateSpell[], Problem<RegistryProblemCode>>;

const byDay = (a: StateSpell, b: StateSpell): number => (a.from < b.from ? -1 : 1);

/** Spells that follow one another: each ends where the next begins; one that only goes on is none of its own. */
function toTimeLine(events: readonly StateSpell[]): readonly StateSpell[] {
  const sorted = [...events].sort(byDay);
  const turns = sorted.filter((event, at) => at === 0 || event.state !== sorted[at - 1]?.state);
  return turns.map((event, at) => ({ ...event, to: turns[at + 1]?.from ?? null }));
}

function enter(standing: readonly StateSpell[], spell: StateSpell, today: PlainDate): Revised {
  const { from, state } = spell;
  if (from > today) return refuse("registry/state-from-later", { from, today });
  if (standing.some((event) => event.from === from)) return refuse("registry/state-day-taken", { from });
  const before = standing.filter((event) => event.from < from).at(-1);
  if (before?.state === state) return refuse("registry/state-already", { from, since: before.from });
  return ok(toTimeLine([...standing, spell]));
}

/**
 * The time line after the change; its spells stand in order without gaps, neighbours always differ.
 *
 * Refused are: a day after today, a day that has an event already, a state that holds on that day anyhow, an event that
 * is not there, a correction that would move an event past its neighbours, and taking back the first event.
 *
 * @example
 * const standing = [{ state: "active", from: "2020-01-01", to: null, reason: null, source: null, reportedOn: null, adjustedOn: null }];
 * const change = { kind: "enter", state: "suspended", from: "2026-03-01", reason: "装修", source: "business", reportedOn: null };
 * reviseStates({ standing, change, today: "2026-11-24" }).value.map(({ state, to }) => [state, to]); // => [["active", "2026-03-01"], ["suspended", null]]
 * reviseStates({ standing, change: { kind: "withdraw", event: "2020-01-01" }, today: "2026-11-24" }).problems[0].code; // => "registry/state-first"
 */
export function reviseStates({
  standing: given,
  change,
  today,
}: {
  readonly standing: readonly StateSpell[];
  readonly change: StateChange;
  readonly today: PlainDate;
}): Revised {
  const standing = [...given].sort(byDay);
  if (change.kind === "enter") {
    const { kind: _kind, ...spell } = change;
    if (spell.reportedOn !== null && spell.reportedOn > today)
      return refuse("registry/state-from-later", { from: spell.reportedOn, today });
    return enter(standing, { ...spell, to: null, adjustedOn: null }, today);
  }
  const at = standing.findIndex(({ from }) => from === change.event);
  const event = standing[at];
  if (event === undefined) return refuse("registry/state-event-unknown", { from: change.event });
  const others = standing.filter((other) => other !== event);
  if (change.kind === "withdraw") {
    if (at === 0) return refuse("registry/state-first", { from: event.from });
    return ok(toTimeLine(others));
  }
  const { kind: _kind, event: _event, ...changes } = change;
  const stated = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const corrected: StateSpell = { ...event, ...stated };
  for (const day of [corrected.from, corrected.reportedOn, corrected.adjustedOn])
    if (day !== null && day > today) return refuse("registry/state-from-later", { from: day, today });
  const [before, after] = [standing[at - 1], standing[at + 1]];
  if (
    (before !== undefined && corrected.from <= before.from) ||
    (after !== undefined && corrected.from >= after.from)
  )
    return refuse("registry/state-order", { from: corrected.from });
  return ok(toTimeLine([...others, corrected]));
}
