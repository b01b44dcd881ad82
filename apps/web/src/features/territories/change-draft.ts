import { isPlainDate, type PlainDate, TerritoryChange } from "@shian/domain";

export type ChangeKind = TerritoryChange["kind"];

/** A change of territories as its form holds it. */
export type ChangeDraft = {
  on?: string;
  /** Townships that become one. */
  codes?: string[];
  /** Villages that leave for the new township. */
  members?: string[];
  code?: string;
  name?: string;
  /** Name of what stays of a township that is split. */
  restName?: string;
};

/** A change that is complete enough to be looked at before it is made. */
export type ReadyChange = { on: PlainDate; change: TerritoryChange };

/**
 * The change that a form describes; undefined while something is missing. `at` is the place it is about, `parent` the
 * one that a new place lies in.
 *
 * @example
 * toReadyChange({ kind: "rename", draft: { on: "2027-01-01", name: "望澜镇" }, at: "990106001", parent: "990106" })?.change; // => { kind: "rename", code: "990106001", name: "望澜镇" }
 * toReadyChange({ kind: "end", draft: {}, at: "990106001", parent: "990106" }); // => undefined
 */
export function toReadyChange({
  kind,
  draft,
  at,
  parent,
}: {
  readonly kind: ChangeKind;
  readonly draft: ChangeDraft;
  readonly at: string | undefined;
  readonly parent: string;
}): ReadyChange | undefined {
  const { on } = draft;
  const code = draft.code?.trim() ?? "";
  const name = draft.name?.trim() ?? "";
  const shapes: { readonly [K in ChangeKind]: unknown } = {
    merge: { kind, codes: draft.codes ?? [], into: { code, name } },
    split: {
      kind,
      code: at,
      rest: { code: at, name: draft.restName?.trim() },
      parts: [{ code, name, members: draft.members ?? [] }],
    },
    // A zone's parent is data; that of every other place is told by its code.
    create: { kind, code, name, ...(/^[A-Z]/.test(code) ? { parent } : {}) },
    rename: { kind, code: at, name },
    end: { kind, code: at },
  };
  const read = TerritoryChange.safeParse(shapes[kind]);
  if (!read.success || on === undefined || !isPlainDate(on)) return undefined;
  return { on, change: read.data };
}
