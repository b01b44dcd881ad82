// The same allocation by a solver that knows nothing of it: HiGHS is given each stage as a linear programme, with what
// the earlier stages reached as constraints. Equal establishments are one column, and officials who share none are
// solved apart, so that the solver meets no needless work. Tests compare the objectives, the bench the time.
import type { Highs } from "highs";
import type { AllocationInput, AllocationObjectives } from "../chain/allocation.js";

type Solver = Pick<Highs, "solve">;
type Kind = {
  count: number;
  readonly officials: readonly number[];
  readonly changed: ReadonlyMap<number, number>;
  readonly hasPresent: boolean;
  readonly local: ReadonlySet<number>;
};
type Part = { readonly officials: number[]; readonly kinds: Kind[] };
type Term = readonly [factor: number, column: string];

/** One part's stages; `columns` of the largest, for whoever wonders. */
export type HighsAnswer = AllocationObjectives & { readonly columns: number };

/** Reads the input as the rules do: pins must all hold, each establishment has at most one present official. */
function readInput({ territory, levels, establishments, officials, present, pinned }: AllocationInput) {
  const number = new Map(officials.map(({ id }, index) => [id, index]));
  const now = new Map(present.map((pair) => [pair.establishment, pair.official]));
  const pins = new Map(pinned.map((pair) => [pair.establishment, pair.official]));
  const serving = new Map<string, string[]>();
  for (const { id, grid } of establishments) {
    const key = `${grid}\n${now.get(id)}`;
    serving.set(key, [...(serving.get(key) ?? []), id]);
  }
  const isLocal = (id: string, grid: string | null, official: number): boolean =>
    grid !== null &&
    (officials[official]?.homeGrid === grid ||
      (serving.get(`${grid}\n${officials[official]?.id}`) ?? []).some((other) => other !== id));
  const base = officials.map(({ otherLoad }) => otherLoad ?? 0);
  const done = { assigned: 0, changed: 0, local: 0 };
  const kinds = new Map<string, Kind>();
  const places = new Map<string, number[]>();
  for (const { id, place, grade, grid = null } of establishments) {
    const official = now.get(id);
    const own = number.get(official ?? "");
    const pin = number.get(pins.get(id) ?? "");
    if (pin !== undefined) {
      base[pin] = (base[pin] ?? 0) + 1;
      done.assigned += 1;
      if (official !== undefined && own !== pin) done.changed += 1;
      if (isLocal(id, grid, pin)) done.local += 1;
      continue;
    }
    let may: number[] = [];
    if (place !== null && grade !== null) {
      const level = levels[grade as "A"];
      const known = places.get(`${level} ${place}`);
      const inside = [place, ...(known === undefined ? territory.ancestorsOf(place) : [])];
      may =
        known ??
        officials.flatMap((one, index) =>
          one.level === level && one.jurisdictions.some((code) => inside.includes(code)) ? [index] : [],
        );
      places.set(`${level} ${place}`, may);
    }
    if (may.length === 0) {
      if (official !== undefined) done.changed += 1;
      continue;
    }
    const home = own !== undefined && isLocal(id, grid, own);
    const key = `${may.join(" ")}|${grid}|${official}|${home}`;
    const kind = kinds.get(key);
    if (kind !== undefined) kind.count += 1;
    else
      kinds.set(key, {
        count: 1,
        officials: may,
        hasPresent: official !== undefined,
        changed: new Map(may.map((one) => [one, official !== undefined && one !== own ? 1 : 0])),
        local: new Set(may.filter((one) => isLocal(id, grid, one))),
      });
  }
  return { kinds: [...kinds.values()], base, done };
}

function toParts(kinds: readonly Kind[], extra: readonly (readonly number[])[]): Part[] {
  const partOf = new Map<number, Part>();
  const join = (officials: readonly number[]): Part => {
    const old = [...new Set(officials.flatMap((official) => partOf.get(official) ?? []))];
    const part: Part = {
      officials: [...new Set([...old.flatMap((one) => one.officials), ...officials])],
      kinds: old.flatMap((one) => one.kinds),
    };
    for (const official of part.officials) partOf.set(official, part);
    return part;
  };
  const seen = new Set<string>();
  for (const { officials } of kinds) {
    if (seen.has(officials.join(" "))) continue;
    seen.add(officials.join(" "));
    join(officials);
  }
  for (const group of extra) if (group.some((official) => partOf.has(official))) join(group);
  for (const kind of kinds) partOf.get(kind.officials[0] ?? -1)?.kinds.push(kind);
  return [...new Set(partOf.values())];
}

const sum = (terms: readonly Term[]): string =>
  terms.length === 0
    ? "0 zero"
    : terms.map(([factor, column]) => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${column}`).join("\n ");

/** Solves all stages of the input and adds the parts up. */
export function allocateWithHighs(solver: Solver, input: AllocationInput): HighsAnswer {
  const { kinds, base, done } = readInput(input);
  const { officials } = input;
  const groups = new Map<string, number[]>();
  officials.forEach(({ level, jurisdictions }, index) => {
    const key = `${level} ${[...new Set(jurisdictions)].sort().join(" ")}`;
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  const spread = input.options?.order === "keep-first" ? input.options.spread : undefined;
  const alike = spread === undefined ? [] : [...groups.values()].filter((group) => group.length > 1);
  const total = { ...done, squares: base.reduce((all, load) => all + load * load, 0), columns: 0 };
  for (const part of toParts(kinds, alike)) {
    const inside = new Set(part.officials);
    const own = alike.filter((group) => inside.has(group[0] ?? -1));
    const reached = solvePart(solver, { part, base, officials, spread, groups: own });
    total.assigned += reached.assigned;
    total.changed += reached.changed;
    total.local += reached.local;
    total.squares += reached.squares;
    total.columns = Math.max(total.columns, reached.columns);
  }
  return total;
}

function solvePart(
  solver: Solver,
  {
    part,
    base,
    officials,
    spread,
    groups,
  }: {
    readonly part: Part;
    readonly base: readonly number[];
    readonly officials: AllocationInput["officials"];
    readonly spread: number | undefined;
    readonly groups: readonly (readonly number[])[];
  },
): HighsAnswer {
  const rows: string[] = [];
  const bounds: string[] = ["zero = 0"];
  const [assigned, squares, changed, local]: [Term[], Term[], Term[], Term[]] = [[], [], [], []];
  const at = new Map<number, Term[]>(part.officials.map((official) => [official, []]));
  let many = 0;
  let constant = 0;
  part.kinds.forEach((kind, k) => {
    many += kind.count;
    const taken: Term[] = [];
    for (const official of kind.officials) {
      const column = `y${k}_${official}`;
      taken.push([1, column]);
      at.get(official)?.push([1, column]);
      assigned.push([1, column]);
      const moves = (kind.changed.get(official) ?? 0) - (kind.hasPresent ? 1 : 0);
      if (moves !== 0) changed.push([moves, column]);
      if (kind.local.has(official)) local.push([1, column]);
      bounds.push(`0 <= ${column} <= ${kind.count}`);
    }
    if (kind.hasPresent) constant += kind.count;
    rows.push(`${sum(taken)} <= ${kind.count}`);
  });
  const fits = new Map<number, number>();
  // No official needs more units than the part has, nor than there are shares that matter to an even load.
  for (const official of part.officials) {
    const load = base[official] ?? 0;
    const room = Math.max(
      0,
      Math.min(many, (officials[official]?.capacity ?? Number.POSITIVE_INFINITY) - load),
    );
    fits.set(official, room);
    const units: Term[] = [];
    for (let unit = 0; unit < room; unit += 1) {
      const column = `u${official}_${unit}`;
      units.push([-1, column]);
      squares.push([2 * (load + unit) + 1, column]);
      bounds.push(`0 <= ${column} <= 1`);
    }
    rows.push(`${sum([...(at.get(official) ?? []), ...units])} = 0`);
  }
  const whole: string[] = [];
  groups.forEach((group, g) => {
    whole.push(`low${g}`);
    bounds.push(`0 <= low${g} <= 1000000`);
    for (const official of group) {
      const load = base[official] ?? 0;
      const terms: Term[] = [...(at.get(official) ?? []), [-1, `low${g}`]];
      rows.push(`${sum(terms)} >= ${-load}`, `${sum(terms)} <= ${(spread ?? 0) - load}`);
    }
  });
  const solve = (goal: "Minimize" | "Maximize", terms: readonly Term[], fixed: readonly string[]): number => {
    const constraints = [...rows, ...fixed].map((row, index) => ` c${index}: ${row}`);
    // Windows are whole numbers, and then units must be too.
    const integers = whole.length === 0 ? [] : ["General", ...whole, ...assigned.map(([, column]) => column)];
    const text = [
      goal,
      ` obj: ${sum(terms)}`,
      "Subject To",
      ...constraints,
      "Bounds",
      ...bounds,
      ...integers,
      "End",
    ];
    const answer = solver.solve(
      text.join("\n"),
      whole.length === 0 ? {} : { mip_rel_gap: 0, mip_abs_gap: 0.5 },
    );
    if (answer.Status !== "Optimal") throw new Error(`HiGHS says ${answer.Status}`);
    return Math.round(answer.ObjectiveValue);
  };
  const stage = (goal: "Minimize" | "Maximize", terms: readonly Term[], fixed: string[]): number => {
    const value = solve(goal, terms, fixed);
    fixed.push(`${sum(terms)} ${goal === "Minimize" ? "<=" : ">="} ${value}`);
    return value;
  };
  const fixed: string[] = [];
  const most = stage("Maximize", assigned, fixed);
  const byEven = () => stage("Minimize", squares, fixed);
  const byKept = () => stage("Minimize", changed, fixed);
  const [even, moved] =
    spread === undefined ? [byEven(), byKept()] : ((kept) => [byEven(), kept] as const)(byKept());
  const near = stage("Maximize", local, fixed);
  const columns = bounds.length;
  return { assigned: most, squares: even, changed: moved + constant, local: near, columns };
}
