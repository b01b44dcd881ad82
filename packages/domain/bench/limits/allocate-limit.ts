// The limit that allocation is measured against: what a programmer writes who wants a good plan and no proof. One pass
// gives everybody to the present official up to the even load and the rest to the least loaded, then single moves even
// out; columns in, columns out, eligibility already a list. It is fast and does not reach the optimum.

/** Establishments and officials by number; −1 is none. */
export type AllocateColumns = {
  readonly classOf: Int32Array;
  readonly candidates: readonly Int32Array[];
  readonly present: Int32Array;
  readonly officials: number;
};

/** Official of each establishment. */
export function allocateLimit({ classOf, candidates, present, officials }: AllocateColumns): Int32Array {
  const at = new Int32Array(classOf.length).fill(-1);
  const load = new Int32Array(officials);
  const many = new Int32Array(candidates.length);
  for (let e = 0; e < classOf.length; e += 1)
    many[classOf[e] as number] = (many[classOf[e] as number] as number) + 1;
  for (let e = 0; e < classOf.length; e += 1) {
    const group = classOf[e] as number;
    const own = candidates[group] as Int32Array;
    const now = present[e] as number;
    if (now === -1 || (load[now] as number) >= Math.ceil((many[group] as number) / own.length)) continue;
    at[e] = now;
    load[now] = (load[now] as number) + 1;
  }
  const findLeast = (own: Int32Array): number => {
    let best = own[0] as number;
    for (let i = 1; i < own.length; i += 1) {
      const o = own[i] as number;
      if ((load[o] as number) < (load[best] as number)) best = o;
    }
    return best;
  };
  for (let e = 0; e < classOf.length; e += 1) {
    if (at[e] !== -1) continue;
    const o = findLeast(candidates[classOf[e] as number] as Int32Array);
    at[e] = o;
    load[o] = (load[o] as number) + 1;
  }
  for (let improved = true; improved; ) {
    improved = false;
    for (let e = 0; e < classOf.length; e += 1) {
      const from = at[e] as number;
      const to = findLeast(candidates[classOf[e] as number] as Int32Array);
      if ((load[to] as number) >= (load[from] as number) - 1) continue;
      at[e] = to;
      load[from] = (load[from] as number) - 1;
      load[to] = (load[to] as number) + 1;
      improved = true;
    }
  }
  return at;
}
