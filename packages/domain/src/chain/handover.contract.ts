import * as z from "zod";
import { PairingGrade } from "../grading/grade.schema.js";
import { mutation, PageInput, ProblemShape, pageOf, query, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { EstablishmentState } from "../registry/establishment.schema.js";
import { DutyState } from "../visit/visit.schema.js";
import { Level, Official } from "./official.schema.js";

const Id = z.string().min(1).max(64);

/** Most officials of one handover, and most establishments that a receiver is chosen for by name. */
export const mostDepartures = 200;
export const mostChoices = 5000;

/** The post that an official takes up on the day. */
export const NextPost = z.strictObject({
  unit: Official.shape.unit,
  post: Official.shape.post,
  level: Level,
  jurisdictions: z.array(z.string().min(1).max(20)).min(1).max(200),
});
export type NextPost = z.infer<typeof NextPost>;

/** One official who goes. */
export const HandoverDeparture = z.strictObject({
  official: Id,
  next: NextPost.nullable().default(null).describe("null: they leave"),
  successor: Id.optional().describe("who takes over all that may be theirs; absent: evenly among all"),
});
export type HandoverDeparture = z.infer<typeof HandoverDeparture>;

/** What is to be handed over. */
const asked = {
  day: PlainDate.optional().describe("first day of the new chain; today when absent"),
  departures: z.array(HandoverDeparture).min(1).max(mostDepartures),
  choices: z
    .array(z.strictObject({ establishment: Id, official: Id }))
    .max(mostChoices)
    .default([])
    .describe("who takes over single establishments; goes before the successor"),
};

const Person = z.strictObject({ id: z.string(), name: z.string() });

/** One establishment that changes hands, with the visit that is open at it on the day. */
export const HandoverRow = z.strictObject({
  establishment: z.strictObject({
    id: z.string(),
    name: z.string(),
    placeName: z.string(),
    grade: PairingGrade.nullable(),
    state: EstablishmentState,
  }),
  from: Person,
  to: Person.nullable(),
  reason: z.string().nullable().describe("why nobody takes over"),
  chosen: z.boolean().describe("the receiver was named, not proposed"),
  duty: DutyState,
  dueBy: PlainDate.nullable().describe("last day for the visit that is due and not made"),
  missed: z.boolean().describe("the window before ended without the visit"),
  lastVisit: PlainDate.nullable(),
});
export type HandoverRow = z.infer<typeof HandoverRow>;

export const handoverRoles = ["leaves", "moves", "receives"] as const;

/** One official whom the handover touches, before and after it. */
export const HandoverParty = z.strictObject({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  post: z.string(),
  level: Level,
  role: z.enum(handoverRoles),
  next: NextPost.nullable(),
  before: z.int().describe("active establishments answered for before"),
  after: z.int(),
  given: z.int(),
  received: z.int(),
  kept: z.int(),
  unassigned: z.int().describe("of those given, how many nobody takes over"),
  dueVisits: z.int().describe("visits due and not made that go along"),
  missedVisits: z.int().describe("windows that ended without a visit, of what goes along"),
  endedYears: z.array(z.int()).describe("years of commitments that end on the day"),
  signs: z.boolean().describe("has to sign afterwards"),
  acknowledges: z.boolean().describe("gets a list of other content to acknowledge"),
  standIns: z.array(z.string()).describe("stand-ins by or for them that end: the other official's name"),
  visitsSince: z
    .int()
    .describe("visits they made on or after a day in the past, which no longer count as theirs"),
});
export type HandoverParty = z.infer<typeof HandoverParty>;

/** What a handover does, or would do. */
export const HandoverPlanView = z.strictObject({
  day: PlainDate,
  moved: z.int(),
  kept: z.int(),
  unassigned: z.int(),
  parties: z.array(HandoverParty).describe("those who go first, then those who receive"),
  rows: z.array(HandoverRow).describe("the first 5,000; those without a receiver first"),
  refused: z
    .array(z.strictObject({ establishment: Person, official: Person, problem: ProblemShape }))
    .describe("the first 500 choices that the rules do not allow"),
  candidates: z
    .array(z.strictObject({ ...Person.shape, unit: z.string(), level: Level, load: z.int() }))
    .describe("officials who may answer for one of the establishments by level and place; the first 1,000"),
  mark: z.string().describe("of what was previewed; applying names it"),
});
export type HandoverPlanView = z.infer<typeof HandoverPlanView>;

/** A handover that was made. */
export const HandoverEntry = z.strictObject({
  id: z.string(),
  day: PlainDate,
  note: z.string().nullable(),
  who: z.string(),
  at: z.string(),
  moved: z.int(),
  unassigned: z.int(),
  parties: z.array(HandoverParty),
  undoUntil: z.string().nullable().describe("null when it was undone"),
  undoneAt: z.string().nullable(),
});
export type HandoverEntry = z.infer<typeof HandoverEntry>;

/** What one official gave or received. */
export const HandoverReceipt = z.strictObject({
  ...HandoverEntry.shape,
  parties: z.array(HandoverParty).length(1),
  rows: z.array(HandoverRow),
});
export type HandoverReceipt = z.infer<typeof HandoverReceipt>;

export const handoverOperations = {
  "handover.preview": query(z.strictObject(asked), HandoverPlanView, { may: ["office"], territory: "rows" }),
  "handover.make": mutation(
    z.strictObject({
      txId: TxId,
      ...asked,
      note: z.string().trim().max(300).optional().describe("why, or the number of the paper"),
      mark: z.string().max(100).describe("the preview's; refused where it would do something else now"),
    }),
    z.strictObject({ id: z.string(), plan: HandoverPlanView }),
    { may: ["office"], territory: "rows" },
  ),
  "handover.list": query(
    z.strictObject({ official: Id.optional(), ...PageInput.shape }),
    pageOf(HandoverEntry),
    { may: ["office", "official"], territory: "rows" },
  ),
  "handover.receipt": query(z.strictObject({ id: Id, official: Id }), HandoverReceipt, {
    may: ["office", "official"],
    territory: "object",
  }),
  "handover.undo": mutation(
    z.strictObject({ txId: TxId, id: Id }),
    z.strictObject({
      restored: z.int().describe("establishments that are with their former official again"),
    }),
    { may: ["office"], territory: "rows" },
  ),
} as const;
