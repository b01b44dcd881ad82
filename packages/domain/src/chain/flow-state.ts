// One part of an allocation as a flow of least cost: establishments flow to officials, officials into a hub whose arcs
// cost more with every unit. Begun from a price at which everybody stays where they are cheapest, and from the even
// load; then what officials hold too much flows, along cheapest ways, to where too little is (successive shortest paths
// with potentials). All numbers are whole and below 2^53, so sums are exact. Source: rules §3 "Allocation".
import type { AllocationPart } from "./allocation-part.js";
import type { AllocationWeights } from "./allocation-weights.js";

/** Loads that officials must keep to, as numbers of the part. */
export type LoadLimits = { readonly least: Float64Array; readonly most: Float64Array };

/** No node, no establishment. */
export const NONE = -1;

export class FlowState {
  /** Official of each establishment; `nobody` when left out. */
  readonly at: Int32Array;
  readonly nobody: number;
  /** Establishments in all, pins and other work included, at each official. */
  readonly load: Float64Array;
  protected readonly hub: number;
  protected readonly count: number;
  protected readonly firstLocals: number;
  protected readonly potential: Float64Array;
  protected readonly placed: Float64Array;
  protected readonly elsewhere: Float64Array;
  protected readonly atPresent: Float64Array;
  /** What each official passes to the hub; equals the load at the end. */
  protected readonly passed: Float64Array;
  protected hubExcess = 0;
  protected readonly head: Int32Array;
  protected readonly next: Int32Array;
  protected readonly previous: Int32Array;
  protected readonly pointer: Int32Array;

  constructor(
    readonly part: AllocationPart,
    protected readonly weights: AllocationWeights,
    protected readonly limits: LoadLimits,
  ) {
    const { officials, establishments, candidates, locals } = part;
    this.count = officials.length;
    this.firstLocals = this.count + candidates.length;
    this.nobody = this.firstLocals + locals.length;
    this.hub = this.nobody + 1;
    const [nodes, many] = [this.hub + 1, establishments.length];
    this.at = new Int32Array(many).fill(NONE);
    this.load = Float64Array.from(part.base);
    this.passed = new Float64Array(this.count);
    this.potential = new Float64Array(nodes);
    this.placed = new Float64Array(many);
    this.elsewhere = new Float64Array(many);
    this.atPresent = new Float64Array(many);
    this.head = new Int32Array(nodes).fill(NONE);
    this.next = new Int32Array(many).fill(NONE);
    this.previous = new Int32Array(many).fill(NONE);
    this.pointer = new Int32Array(nodes);
    this.begin();
  }

  /** What one more establishment costs at the official, in the weighted sum. */
  priceOf(official: number): number {
    return (this.potential[official] as number) - (this.potential[this.hub] as number);
  }

  /** The weighted sum of the part, those without official left out of it. */
  get cost(): number {
    return (
      this.placed.reduce((sum, cost) => sum + cost, 0) +
      this.load.reduce((sum, load) => sum + this.weights.squares * load * load, 0)
    );
  }

  /** Establishments that officials hold above what they pass on: 0 when the plan is the best. */
  get excess(): number {
    let sum = Math.max(0, this.hubExcess);
    for (let o = 0; o < this.count; o += 1)
      sum += Math.max(0, (this.load[o] as number) - (this.passed[o] as number));
    return sum;
  }

  protected begin(): void {
    const { part, weights, limits } = this;
    const total = part.establishments.length + part.base.reduce((sum, load) => sum + load, 0);
    const level = this.findLevel(total);
    for (let o = 0; o < this.count; o += 1) {
      this.passed[o] = Math.max(limits.least[o] as number, Math.min(limits.most[o] as number, level));
      this.hubExcess += this.passed[o] as number;
    }
    this.hubExcess -= total;
    this.potential.fill(2 * level * weights.squares);
    this.potential[this.hub] = 0;
    this.potential[this.nobody] = weights.unassigned;
    const order = part.establishments.map((_, e) => e);
    const rank = (e: number): number => (part.present[e] !== NONE ? 0 : part.localsOf[e] !== NONE ? 1 : 2);
    for (const wanted of [0, 1, 2])
      for (const e of order) if (rank(e) === wanted) this.placeCheapest(e, wanted);
  }

  /** The even load: the highest at which officials pass on no more than there is. */
  protected findLevel(total: number): number {
    const { least, most } = this.limits;
    let [low, high] = [0, total + 1];
    while (low + 1 < high) {
      const middle = Math.floor((low + high) / 2);
      let sum = 0;
      for (let o = 0; o < this.count; o += 1)
        sum += Math.max(least[o] as number, Math.min(most[o] as number, middle));
      // Everybody at capacity: a higher level passes no more, and its price would not hold.
      if (sum <= total && middle <= total) low = middle;
      else high = middle;
    }
    return low;
  }

  protected placeCheapest(e: number, rank: number): void {
    const { part, weights } = this;
    const present = part.present[e] as number;
    this.elsewhere[e] = present === NONE ? 0 : weights.changed;
    this.atPresent[e] = part.presentIsLocal[e] === 1 ? -1 : 0;
    if (rank === 0) {
      this.put(e, present, this.atPresent[e] as number);
      return;
    }
    const own =
      rank === 1 ? part.locals[part.localsOf[e] as number] : part.candidates[part.classOf[e] as number];
    let best = NONE;
    for (const o of own as Int32Array) {
      const spare = (this.passed[o] as number) - (this.load[o] as number);
      if (best === NONE || spare > (this.passed[best] as number) - (this.load[best] as number)) best = o;
    }
    this.put(e, best, rank === 1 ? -1 : 0);
  }

  protected put(e: number, node: number, cost: number): void {
    this.at[e] = node;
    this.placed[e] = cost;
    const first = this.head[node] as number;
    this.next[e] = first;
    this.previous[e] = NONE;
    if (first !== NONE) this.previous[first] = e;
    this.head[node] = e;
    if (node < this.count) this.load[node] = (this.load[node] as number) + 1;
    else this.hubExcess += 1;
  }

  protected take(e: number): void {
    const node = this.at[e] as number;
    const [before, after] = [this.previous[e] as number, this.next[e] as number];
    if (this.pointer[node] === e) this.pointer[node] = after;
    if (before === NONE) this.head[node] = after;
    else this.next[before] = after;
    if (after !== NONE) this.previous[after] = before;
    if (node < this.count) this.load[node] = (this.load[node] as number) - 1;
    else this.hubExcess -= 1;
  }

  protected isTarget(node: number): boolean {
    return node === this.hub
      ? this.hubExcess < 0
      : node < this.count && (this.load[node] as number) < (this.passed[node] as number);
  }

  protected membersOf(node: number): Int32Array {
    return (
      node < this.firstLocals
        ? this.part.candidates[node - this.count]
        : this.part.locals[node - this.firstLocals]
    ) as Int32Array;
  }

  /** What the next unit costs from the node into the hub. */
  protected hubCost(node: number): number {
    if (node === this.nobody) return this.weights.unassigned;
    const passed = this.passed[node] as number;
    return passed < (this.limits.most[node] as number)
      ? this.weights.squares * (2 * passed + 1)
      : Number.POSITIVE_INFINITY;
  }

  /** What passes through nobody counts with who stands there. */
  protected pass(node: number, units: number): void {
    if (node === this.nobody) return;
    this.passed[node] = (this.passed[node] as number) + units;
    this.hubExcess += units;
  }

  /** Cost of the establishment where the node leads. */
  protected costTo(e: number, node: number): number {
    if (node < this.count) return this.atPresent[e] as number;
    const other = this.elsewhere[e] as number;
    return node >= this.firstLocals && node < this.nobody ? other - 1 : other;
  }

  protected isFull(official: number): boolean {
    return (this.load[official] as number) > (this.passed[official] as number);
  }

  protected *sources(): Generator<number> {
    for (let o = 0; o < this.count; o += 1)
      if ((this.load[o] as number) > (this.passed[o] as number)) yield o;
    if (this.hubExcess > 0) yield this.hub;
  }
}
