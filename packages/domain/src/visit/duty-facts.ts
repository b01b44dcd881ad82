// What coverage asks about an establishment, all of it dated, and how it is read on one day as known on another.
// Source: rules §4 and §1 "Two times".
import { type DatedFact, findRecordOn, isKnownOn } from "../chain/dated-fact.js";
import type { OfficialRecord } from "../chain/derive-chain-on.js";
import type { PairingGrade, RiskGrade } from "../grading/grade.schema.js";
import type { PlainDate } from "../kernel/plain-date.js";
import type { EstablishmentState } from "../registry/establishment.schema.js";

/** An establishment with the history of everything that decides its visits; any list may be empty. */
export type DutyEstablishment = {
  readonly id: string;
  readonly states: readonly DatedFact<EstablishmentState>[];
  readonly grades: readonly DatedFact<PairingGrade>[];
  readonly riskGrades: readonly DatedFact<RiskGrade>[];
  /** Place codes. */
  readonly places: readonly DatedFact<string>[];
  /** Ids of pairing officials, from its assignments. */
  readonly officials: readonly DatedFact<string>[];
};

/** Reads dated facts as known on one day; built once for a whole register. */
export class FactReader {
  private readonly posts: ReadonlyMap<string, readonly OfficialRecord[]> | undefined;

  /** Without `posts` every assignment is taken to end when its official leaves. */
  constructor(
    readonly knownOn: PlainDate,
    posts: readonly OfficialRecord[] | undefined,
  ) {
    if (posts === undefined) return;
    const byOfficial = new Map<string, OfficialRecord[]>();
    for (const post of posts) {
      const list = byOfficial.get(post.id);
      if (list === undefined) byOfficial.set(post.id, [post]);
      else list.push(post);
    }
    this.posts = byOfficial;
  }

  valueOn<T>(facts: readonly DatedFact<T>[], on: PlainDate): T | null {
    return findRecordOn(facts, on, this.knownOn)?.value ?? null;
  }

  /** The official who answers on the day; nobody once the official has left the post. */
  officialOn(establishment: DutyEstablishment, on: PlainDate): string | null {
    const official = this.valueOn(establishment.officials, on);
    return official !== null && this.isInPost(official, on) ? official : null;
  }

  private isInPost(official: string, on: PlainDate): boolean {
    if (this.posts === undefined) return true;
    return findRecordOn(this.posts.get(official) ?? [], on, this.knownOn) !== undefined;
  }

  /** First day of the unbroken active spell that holds the day; undefined when it is not active then. */
  activeSince(establishment: DutyEstablishment, on: PlainDate): PlainDate | undefined {
    const [only, ...others] = establishment.states;
    // Most have one state; then there is nothing to walk back through.
    if (only !== undefined && others.length === 0) {
      return this.valueOn(establishment.states, on) === "active" ? only.from : undefined;
    }
    const known = establishment.states.filter((state) => isKnownOn(state, this.knownOn));
    if (this.valueOn(known, on) !== "active") return undefined;
    const edges = new Set<PlainDate>();
    for (const { from, to } of known) {
      if (from <= on) edges.add(from);
      if (to !== undefined && to !== null && to <= on) edges.add(to);
    }
    // The state is constant between two edges, so the spell reaches back as far as each edge still begins active.
    let since = on;
    for (const edge of [...edges].sort().reverse()) {
      if (this.valueOn(known, edge) !== "active") break;
      since = edge;
    }
    return since;
  }
}
