// Successive shortest paths over a part's flow: what officials hold too much goes, along cheapest ways, to where too
// little is. Source: rules §3 "Allocation".

import { NodeHeap } from "./flow-heap.js";
import { FlowState, NONE } from "./flow-state.js";

export type { LoadLimits } from "./flow-state.js";

export class AllocationFlow extends FlowState {
  private readonly distance = new Float64Array(this.hub + 1).fill(Number.POSITIVE_INFINITY);
  private readonly fromNode = new Int32Array(this.hub + 1).fill(NONE);
  private readonly fromEstablishment = new Int32Array(this.hub + 1).fill(NONE);
  private readonly settled = new Uint8Array(this.hub + 1);
  private readonly heap = new NodeHeap();
  private touched: number[] = [];

  /** Levels loads out; yields after each round. Gives whether the limits can be kept at all. */
  *run(): Generator<number, boolean> {
    while (this.excess > 0) {
      const target = this.search();
      if (target === NONE) return false;
      this.follow(target);
      this.followOthers();
      yield this.excess;
    }
    return this.hubExcess === 0;
  }

  /** Shortest ways from all that hold too much to the nearest that holds too little; raises the prices on them. */
  private search(): number {
    const { heap, distance, settled, potential } = this;
    for (const node of this.touched) {
      distance[node] = Number.POSITIVE_INFINITY;
      settled[node] = 0;
    }
    this.touched = [];
    heap.clear();
    for (const node of this.sources()) this.reach(node, 0, NONE, NONE);
    let target = NONE;
    while (heap.size > 0) {
      const key = heap.nearest;
      const node = heap.pop();
      if (settled[node] === 1 || key > (distance[node] as number)) continue;
      settled[node] = 1;
      if (this.isTarget(node)) {
        target = node;
        break;
      }
      this.expand(node);
    }
    if (target === NONE) return NONE;
    const reached = distance[target] as number;
    for (const node of this.touched) {
      const short = reached - (distance[node] as number);
      if (short > 0) potential[node] = (potential[node] as number) + short;
    }
    return target;
  }

  private reach(node: number, distance: number, from: number, establishment: number): void {
    const known = this.distance[node] as number;
    if (distance >= known) return;
    if (known === Number.POSITIVE_INFINITY) this.touched.push(node);
    this.distance[node] = distance;
    this.fromNode[node] = from;
    this.fromEstablishment[node] = establishment;
    this.heap.push(distance, node);
  }

  private expand(node: number): void {
    const { potential, part, count } = this;
    const start = (this.distance[node] as number) - (potential[node] as number);
    if (node >= count && node < this.nobody) {
      for (const o of this.membersOf(node)) this.reach(o, start + (potential[o] as number), node, NONE);
      return;
    }
    if (node === this.hub) {
      this.expandHub(start);
      return;
    }
    this.reach(this.hub, start + this.hubCost(node) + (potential[this.hub] as number), node, NONE);
    for (let e = this.head[node] as number; e !== NONE; e = this.next[e] as number) {
      const rest = start - (this.placed[e] as number);
      const other = rest + (this.elsewhere[e] as number);
      const present = part.present[e] as number;
      if (present !== NONE && present !== node)
        this.reach(present, rest + (this.atPresent[e] as number) + (potential[present] as number), node, e);
      const group = count + (part.classOf[e] as number);
      this.reach(group, other + (potential[group] as number), node, e);
      const locals = part.localsOf[e] as number;
      if (locals !== NONE)
        this.reach(
          this.firstLocals + locals,
          other - 1 + (potential[this.firstLocals + locals] as number),
          node,
          e,
        );
      if (node !== this.nobody) this.reach(this.nobody, other + (potential[this.nobody] as number), node, e);
    }
  }

  private expandHub(start: number): void {
    const { potential, weights } = this;
    for (let o = 0; o < this.count; o += 1) {
      const passed = this.passed[o] as number;
      if (passed > (this.limits.least[o] as number))
        this.reach(o, start - weights.squares * (2 * passed - 1) + (potential[o] as number), this.hub, NONE);
    }
    if (this.head[this.nobody] !== NONE)
      this.reach(
        this.nobody,
        start - weights.unassigned + (potential[this.nobody] as number),
        this.hub,
        NONE,
      );
  }

  /** Sends one unit along the way to the target. */
  private follow(target: number): void {
    const moves: [e: number, node: number, cost: number][] = [];
    let end = target;
    for (let node = target; this.fromNode[node] !== NONE; node = this.fromNode[node] as number) {
      const from = this.fromNode[node] as number;
      const e = this.fromEstablishment[node] as number;
      if (node < this.count || node === this.nobody) end = node;
      if (node === this.hub) this.pass(from, 1);
      else if (from === this.hub) this.pass(node, -1);
      else if (e !== NONE) moves.push([e, end, this.costTo(e, node)]);
    }
    for (const [e] of moves) this.take(e);
    for (const [e, node, cost] of moves) this.put(e, node, cost);
  }

  /** Sends further units along ways that cost as little; what it overlooks the next search finds. */
  private followOthers(): void {
    const { settled: seen, pointer } = this;
    seen.fill(0);
    pointer.set(this.head.subarray(0, this.count));
    pointer.fill(0, this.count);
    pointer[this.nobody] = this.head[this.nobody] as number;
    for (const source of [...this.sources()]) {
      while (source === this.hub ? this.hubExcess > 0 : this.isFull(source)) {
        if (seen[source] === 1 || !this.followFrom(source)) break;
      }
    }
    seen.fill(0);
  }

  private followFrom(source: number): boolean {
    const { settled: seen } = this;
    const stack = [source];
    seen[source] = 1;
    this.fromNode[source] = NONE;
    while (stack.length > 0) {
      const node = stack[stack.length - 1] as number;
      if (this.isTarget(node)) {
        this.follow(node);
        for (const passed of stack) seen[passed] = 0;
        return true;
      }
      const next = this.advance(node);
      if (next === NONE) stack.pop();
      else {
        seen[next] = 1;
        stack.push(next);
      }
    }
    return false;
  }

  private open(node: number, cost: number, from: number, e: number): boolean {
    if (this.settled[node] === 1) return false;
    if (cost + (this.potential[node] as number) !== (this.potential[from] as number)) return false;
    this.fromNode[node] = from;
    this.fromEstablishment[node] = e;
    return true;
  }

  /** A node not yet seen that the next unit reaches without loss. */
  private advance(node: number): number {
    if (node === this.hub) return this.advanceHub();
    if (node >= this.count && node < this.nobody) {
      const members = this.membersOf(node);
      for (let i = this.pointer[node] as number; i < members.length; i += 1) {
        this.pointer[node] = i;
        if (this.open(members[i] as number, 0, node, NONE)) return members[i] as number;
      }
      this.pointer[node] = members.length;
      return NONE;
    }
    if (this.open(this.hub, this.hubCost(node), node, NONE)) return this.hub;
    for (let e = this.pointer[node] as number; e !== NONE; e = this.next[e] as number) {
      this.pointer[node] = e;
      const reached = this.advanceWith(e, node);
      if (reached !== NONE) return reached;
    }
    this.pointer[node] = NONE;
    return NONE;
  }

  private advanceWith(e: number, node: number): number {
    const { part } = this;
    const placed = this.placed[e] as number;
    const other = (this.elsewhere[e] as number) - placed;
    const present = part.present[e] as number;
    if (present !== NONE && this.open(present, (this.atPresent[e] as number) - placed, node, e))
      return present;
    const locals = part.localsOf[e] as number;
    if (locals !== NONE && this.open(this.firstLocals + locals, other - 1, node, e))
      return this.firstLocals + locals;
    const group = this.count + (part.classOf[e] as number);
    if (this.open(group, other, node, e)) return group;
    return this.open(this.nobody, other, node, e) ? this.nobody : NONE;
  }

  private advanceHub(): number {
    const { weights } = this;
    if (this.head[this.nobody] !== NONE && this.open(this.nobody, -weights.unassigned, this.hub, NONE))
      return this.nobody;
    for (let o = this.pointer[this.hub] as number; o < this.count; o += 1) {
      this.pointer[this.hub] = o;
      const passed = this.passed[o] as number;
      if (passed <= (this.limits.least[o] as number)) continue;
      if (this.open(o, -weights.squares * (2 * passed - 1), this.hub, NONE)) return o;
    }
    this.pointer[this.hub] = this.count;
    return NONE;
  }
}
