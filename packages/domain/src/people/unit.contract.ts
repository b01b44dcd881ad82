import * as z from "zod";
import { mutation, PageInput, pageOf, query, SeenVersion, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { StandInRow } from "./grant.contract.js";
import { Unit, UnitKind } from "./person.schema.js";

const Id = z.string().min(1).max(64);
const version = SeenVersion.min(1);
const Reason = z.string().trim().min(2).max(300);

/** A unit that belongs to a group, from a date to a date. */
export const UnitMember = z.strictObject({
  unit: z.string(),
  name: z.string(),
  from: PlainDate,
  to: PlainDate.nullable(),
});

/** A unit as lists show it. */
export const UnitRow = z.strictObject({
  ...Unit.shape,
  territoryName: z.string().nullable(),
  leadUnitName: z.string().nullable(),
  members: z.array(UnitMember).describe("of a task group or work team, on the day asked"),
  version: z.int(),
});
export type UnitRow = z.infer<typeof UnitRow>;

const facts = {
  name: Unit.shape.name,
  territory: z.string().max(20).nullable(),
  leadUnit: Id.nullable().default(null),
};
const keepers = { may: ["system", "office"], territory: "object" } as const;

export const unitOperations = {
  "unit.list": query(
    z.strictObject({
      search: z.string().max(100).optional(),
      kind: UnitKind.optional(),
      asOf: PlainDate.optional(),
      ...PageInput.shape,
    }),
    pageOf(UnitRow),
    { may: "everyone", territory: "none" },
  ),
  "unit.create": mutation(
    z.strictObject({ txId: TxId, kind: UnitKind, ...facts, from: PlainDate.optional() }),
    UnitRow,
    { may: ["system", "office"], territory: "input" },
  ),
  "unit.change": mutation(z.strictObject({ txId: TxId, id: Id, version, ...facts }), UnitRow, keepers),
  "unit.end": mutation(
    z.strictObject({
      txId: TxId,
      id: Id,
      version,
      to: PlainDate.describe("first day no longer"),
      reason: Reason,
    }),
    UnitRow,
    keepers,
  ),
  "unit.setMembers": mutation(
    z.strictObject({
      txId: TxId,
      id: Id,
      version,
      members: z.array(Id).max(500).describe("ids of units, all that belong to it from the day on"),
      from: PlainDate.optional(),
    }),
    UnitRow,
    { may: ["office"], territory: "object" },
  ),
  "standIn.list": query(
    z.strictObject({
      official: Id.optional().describe("who stands in, or for whom"),
      on: PlainDate.optional().describe("only those in force on the day"),
      ...PageInput.shape,
    }),
    pageOf(StandInRow),
    { may: ["office", "regulator", "unit", "liaison", "official", "leader", "security"], territory: "rows" },
  ),
  "standIn.give": mutation(
    z.strictObject({
      txId: TxId,
      official: Id.describe("who stands in"),
      standsInFor: Id,
      establishments: z.array(Id).min(1).max(1000).nullable().default(null).describe("null: all"),
      from: PlainDate.optional(),
      to: PlainDate.nullable().default(null),
      reason: Reason,
    }),
    StandInRow,
    { may: ["office"], territory: "object" },
  ),
  "standIn.end": mutation(
    z.strictObject({ txId: TxId, id: Id, version, to: PlainDate.optional(), reason: Reason }),
    StandInRow,
    { may: ["office"], territory: "object" },
  ),
} as const;
