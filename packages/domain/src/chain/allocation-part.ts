// The parts an allocation falls into: officials who share establishments, directly or through others, and what they may
// be given. What one part does never touches another. Source: rules §3 "Allocation".
import type { AllocationModel } from "./allocation-model.js";

/** One part by its own numbers; −1 is none. */
export type AllocationPart = {
  /** Numbers of the officials and unpinned establishments in the whole input. */
  readonly officials: readonly number[];
  readonly establishments: readonly number[];
  /** Officials of each class of establishments, and of each grid within a class. */
  readonly candidates: readonly Int32Array[];
  readonly locals: readonly Int32Array[];
  readonly classOf: Int32Array;
  readonly localsOf: Int32Array;
  /** The present official where they may answer for it, and whether they are of its grid. */
  readonly present: Int32Array;
  readonly presentIsLocal: Uint8Array;
  readonly base: Float64Array;
  readonly capacity: Float64Array;
  /** Officials of one level and the same jurisdictions. */
  readonly groups: readonly (readonly number[])[];
};

/** Officials that no establishment leads to are in no part. */
export function findParts(model: AllocationModel): AllocationPart[] {
  const parent = Int32Array.from(model.officials, (_, index) => index);
  const find = (start: number): number => {
    let root = start;
    while (parent[root] !== root) root = parent[root] as number;
    for (let at = start; at !== root; ) {
      const next = parent[at] as number;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  for (const candidates of model.candidates) {
    const first = find(candidates[0] as number);
    for (const official of candidates) parent[find(official)] = first;
  }
  // Officials who are alike are judged together, so they belong together.
  const firstOfGroup = new Map<number, number>();
  const led = new Set(model.candidates.flat());
  model.groupOf.forEach((group, official) => {
    if (!led.has(official)) return;
    const first = firstOfGroup.get(group);
    if (first === undefined) firstOfGroup.set(group, official);
    else parent[find(official)] = find(first);
  });
  const officialsOf = new Map<number, number[]>();
  const local = new Int32Array(model.officials.length);
  for (const official of [...led].sort((a, b) => a - b)) {
    const root = find(official);
    const list = officialsOf.get(root) ?? [];
    local[official] = list.push(official) - 1;
    officialsOf.set(root, list);
  }
  const establishmentsOf = new Map<number, number[]>([...officialsOf.keys()].map((root) => [root, []]));
  model.classOf.forEach((group, index) => {
    if (group === -1 || model.pinnedTo[index] !== -1) return;
    establishmentsOf.get(find(model.candidates[group]?.[0] as number))?.push(index);
  });
  return [...officialsOf].map(([root, officials]) =>
    toPart(model, officials, establishmentsOf.get(root) ?? [], local),
  );
}

function toPart(
  model: AllocationModel,
  officials: readonly number[],
  establishments: readonly number[],
  local: Int32Array,
): AllocationPart {
  const classes = new Map<number, number>();
  const candidates: Int32Array[] = [];
  const isCandidate: Set<number>[] = [];
  const grids = new Map<string, number>();
  const locals: Int32Array[] = [];
  const count = establishments.length;
  const part = {
    classOf: new Int32Array(count),
    localsOf: new Int32Array(count).fill(-1),
    present: new Int32Array(count).fill(-1),
    presentIsLocal: new Uint8Array(count),
  };
  establishments.forEach((establishment, e) => {
    const group = model.classOf[establishment] as number;
    let found = classes.get(group);
    if (found === undefined) {
      const own = model.candidates[group] ?? [];
      found = candidates.push(Int32Array.from(own, (official) => local[official] as number)) - 1;
      isCandidate.push(new Set(own));
      classes.set(group, found);
    }
    part.classOf[e] = found;
    const grid = model.gridOf[establishment] as number;
    if (grid !== -1) {
      const key = `${found} ${grid}`;
      let at = grids.get(key);
      if (at === undefined) {
        const own = (model.localsOf[grid] ?? []).filter((official) => isCandidate[found]?.has(official));
        at = own.length === 0 ? -1 : locals.push(Int32Array.from(own, (one) => local[one] as number)) - 1;
        grids.set(key, at);
      }
      part.localsOf[e] = at;
    }
    const present = model.present[establishment] as number;
    if (present !== -1 && isCandidate[found]?.has(present)) {
      part.present[e] = local[present] as number;
      part.presentIsLocal[e] = model.isLocal(establishment, present) ? 1 : 0;
    }
  });
  const groups = new Map<number, number[]>();
  officials.forEach((official, o) => {
    const group = model.groupOf[official] as number;
    const list = groups.get(group);
    if (list === undefined) groups.set(group, [o]);
    else list.push(o);
  });
  return {
    officials,
    establishments,
    candidates,
    locals,
    ...part,
    base: Float64Array.from(officials, (official) => model.base[official] as number),
    capacity: Float64Array.from(officials, (official) => model.capacity[official] as number),
    groups: [...groups.values()],
  };
}
