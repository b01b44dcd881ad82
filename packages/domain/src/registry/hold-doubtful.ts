// Decides which rows that would found a new establishment are held for a person after all: what they carry belonged to an
// establishment that was merged into another, or their source is set to ask about new ones, or about those that resemble
// one of the register.
// Source: ours; the options are a source's own (issue "Third", saved mappings), off unless the office sets them.
import { type Problem, problem } from "../kernel/result.js";
import type { Establishment } from "./establishment.schema.js";
import { toPremisesKey } from "./find-identity.js";
import { foldName } from "./fold-name.js";
import type { DecisionKind, MergedRow } from "./merge-import.js";
import type { RegistryProblemCode } from "./registry.problem.js";
import type { RowFacts } from "./row-facts.js";

/** What a source's file is asked about before it founds anything. */
export type SourceOptions = {
  /** Every new establishment is held. */
  readonly holdNew: boolean;
  /** A new one that resembles one of the register is held. */
  readonly holdSimilar: boolean;
};

/** An establishment that was absorbed, and the one that it leads to. */
export type AbsorbedEstablishment = { readonly absorbed: Establishment; readonly survivor: Establishment };

/** The establishment of the register that a row resembles most, and how much in per cent. */
export type FindResembling = (
  facts: RowFacts,
) => { readonly establishment: Establishment; readonly score: number } | undefined;

type Doubt = { readonly reason: Problem<RegistryProblemCode>; readonly candidate: Establishment | null };

function createAbsorbedIndex(absorbed: readonly AbsorbedEstablishment[]) {
  const index = new Map<string, AbsorbedEstablishment>();
  for (const one of absorbed) {
    const { licenceNumber, creditCode } = one.absorbed;
    if (licenceNumber !== null) index.set(`l ${licenceNumber}`, one);
    if (creditCode !== null) index.set(`c ${creditCode} ${foldName(one.absorbed.name)}`, one);
    const premises = toPremisesKey(one.absorbed);
    if (premises !== undefined) index.set(`p ${premises}`, one);
  }
  return (facts: RowFacts): AbsorbedEstablishment | undefined => {
    const premises = toPremisesKey(facts);
    return (
      (facts.licenceNumber === undefined ? undefined : index.get(`l ${facts.licenceNumber}`)) ??
      (facts.creditCode === undefined
        ? undefined
        : index.get(`c ${facts.creditCode} ${foldName(facts.name)}`)) ??
      (premises === undefined ? undefined : index.get(`p ${premises}`))
    );
  };
}

/**
 * The rows with the doubtful ones held; every other row as it was, so the five counts still sum to the rows.
 *
 * @example
 * const row = { row: 2, outcome: "created", facts: { name: "面馆" }, problems: [], notices: [], target: null, after: null, candidates: [], decisions: [], decided: null };
 * const held = holdDoubtful({ rows: [row], absorbed: [], options: { holdNew: true, holdSimilar: false }, findResembling: () => undefined });
 * held.map(({ outcome, problems }) => [outcome, problems[0].code]); // => [["held", "registry/new-held"]]
 */
export function holdDoubtful({
  rows,
  absorbed,
  options,
  findResembling,
}: {
  readonly rows: readonly MergedRow[];
  readonly absorbed: readonly AbsorbedEstablishment[];
  readonly options: SourceOptions;
  /** Asked only where the source wants it. */
  readonly findResembling: FindResembling;
}): readonly MergedRow[] {
  if (absorbed.length === 0 && !options.holdNew && !options.holdSimilar) return rows;
  const findAbsorbed = createAbsorbedIndex(absorbed);
  const findDoubt = (facts: RowFacts): Doubt | undefined => {
    const gone = absorbed.length === 0 ? undefined : findAbsorbed(facts);
    if (gone !== undefined) {
      const names = { name: gone.absorbed.name, into: gone.survivor.name };
      return { reason: problem("registry/merged-away", names), candidate: gone.survivor };
    }
    const like = options.holdSimilar ? findResembling(facts) : undefined;
    if (like !== undefined) {
      const { establishment, score } = like;
      return {
        reason: problem("registry/resembles", { name: establishment.name, score }),
        candidate: establishment,
      };
    }
    return options.holdNew ? { reason: problem("registry/new-held"), candidate: null } : undefined;
  };
  return rows.map((row): MergedRow => {
    if (row.outcome !== "created" || row.facts === null || row.decided !== null) return row;
    const doubt = findDoubt(row.facts);
    if (doubt === undefined) return row;
    const decisions: DecisionKind[] =
      doubt.candidate === null ? ["create", "refuse"] : ["create", "update", "refuse"];
    return {
      ...row,
      outcome: "held",
      problems: [{ ...doubt.reason, column: "" }],
      candidates: doubt.candidate === null ? [] : [doubt.candidate],
      decisions,
    };
  });
}
