import * as z from "zod";
import { mutation, PageInput, pageOf, query, SeenVersion, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { placeReaders } from "../kernel/role-sets.js";
import { Level } from "../territory/territory.schema.js";
import {
  GivenAnswer,
  QuestionKind,
  TrainingPlan,
  TrainingQuestion,
  TrainingSession,
} from "./training.schema.js";

const id = z.string().max(64);
const days = { asOf: PlainDate.optional(), knownOn: PlainDate.optional() };
const version = SeenVersion;
const Rate = z.strictObject({ done: z.int(), of: z.int() });
const Count = z.strictObject({ completed: Rate, begun: z.int() });

/** A plan with how far it has come among those whom who asks sees. */
export const TrainingPlanRow = z.strictObject({
  id: z.string(),
  ...TrainingPlan.shape,
  territoryName: z.string(),
  version: z.int(),
  withdrawn: z.boolean(),
  sessions: z.int(),
  offered: z.int().describe("minutes of all its sessions"),
  ...Count.shape,
});
export type TrainingPlanRow = z.infer<typeof TrainingPlanRow>;

/** A file that goes with a session or a document. */
export const KeptFile = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  bytes: z.int(),
});

export type KeptFile = z.infer<typeof KeptFile>;

export const TrainingSessionView = z.strictObject({
  id: z.string(),
  plan: z.string(),
  ...TrainingSession.shape,
  file: KeptFile.nullable(),
  version: z.int(),
  withdrawn: z.boolean(),
  credited: z.int().describe("of those whom who asks sees"),
  tried: z.int().describe("took the test and have not passed"),
});
export type TrainingSessionView = z.infer<typeof TrainingSessionView>;

export const TrainingPlanDetail = z.strictObject({
  plan: TrainingPlanRow,
  sessions: z.array(TrainingSessionView),
  levels: z.array(z.strictObject({ level: Level, ...Count.shape })),
  territories: z.array(z.strictObject({ code: z.string().nullable(), name: z.string(), ...Count.shape })),
  mayChange: z.boolean(),
});
export type TrainingPlanDetail = z.infer<typeof TrainingPlanDetail>;

export const trainingStandings = ["completed", "begun", "none"] as const;
export const TrainingStanding = z.enum(trainingStandings);
export type TrainingStanding = z.infer<typeof TrainingStanding>;

export const TrainingPersonRow = z.strictObject({
  official: z.string(),
  name: z.string(),
  unit: z.string(),
  post: z.string(),
  level: Level,
  standing: TrainingStanding,
  minutes: z.int(),
  last: PlainDate.nullable().describe("day of the last credit"),
});
export type TrainingPersonRow = z.infer<typeof TrainingPersonRow>;

export const AttendanceRow = z.strictObject({
  official: z.string(),
  name: z.string(),
  unit: z.string(),
  level: Level,
  on: PlainDate,
  at: z.string(),
  way: z.enum(["scanned", "entered", "passed", "failed"]),
  right: z.int().nullable(),
  of: z.int().nullable(),
  tries: z.int(),
  enteredBy: z.string().nullable(),
});
export type AttendanceRow = z.infer<typeof AttendanceRow>;

export const BankQuestionRow = z.strictObject({
  id: z.string(),
  ...TrainingQuestion.shape,
  version: z.int(),
});
export type BankQuestionRow = z.infer<typeof BankQuestionRow>;

/** One session as its official has it before them. */
export const OwnSession = z.strictObject({
  session: z.string(),
  title: z.string(),
  plan: z.string(),
  minutes: z.int(),
  held: z.union([
    z.strictObject({ way: z.literal("on-site"), on: PlainDate, begins: z.string(), place: z.string() }),
    z.strictObject({ way: z.literal("online"), from: PlainDate, to: PlainDate }),
  ]),
  open: z.boolean().describe("it can be attended, or its test taken, now"),
  creditedOn: PlainDate.nullable(),
  triesLeft: z.int().nullable().describe("null: no test"),
});
export type OwnSession = z.infer<typeof OwnSession>;

export const OwnTraining = z.strictObject({
  official: z.string(),
  name: z.string(),
  year: z.int(),
  minutesInYear: z.int(),
  plans: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      from: PlainDate,
      to: PlainDate,
      requiredMinutes: z.int(),
      minutes: z.int(),
      standing: TrainingStanding,
      sessions: z.array(OwnSession),
    }),
  ),
});
export type OwnTraining = z.infer<typeof OwnTraining>;

/** A question as it is asked: without its answer. */
export const AskedQuestion = z.strictObject({
  id: z.string(),
  kind: QuestionKind,
  text: z.string(),
  options: z.array(z.string()),
});

export const TestView = z.strictObject({
  test: z.string(),
  session: z.string(),
  title: z.string(),
  passMark: z.int(),
  endsAt: z.string(),
  questions: z.array(AskedQuestion),
});
export type TestView = z.infer<typeof TestView>;

export const TestOutcome = z.strictObject({
  right: z.int(),
  of: z.int(),
  passed: z.boolean(),
  triesLeft: z.int(),
  wrong: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      options: z.array(z.string()),
      chosen: z.array(z.int()),
      answers: z.array(z.int()).describe("empty while the test can be taken again"),
      source: z.string(),
    }),
  ),
});
export type TestOutcome = z.infer<typeof TestOutcome>;

const official = z.string().max(64);
const writers = ["office"] as const;
const reason = z.string().trim().min(1).max(200);

export const trainingOperations = {
  "training.plans": query(
    z.strictObject({
      territory: z.string().max(20).optional(),
      year: z.int().min(2015).max(2100).optional(),
      ...days,
    }),
    z.strictObject({ rows: z.array(TrainingPlanRow) }),
    { may: placeReaders, territory: "rows" },
  ),
  "training.plan": query(z.strictObject({ id, ...days }), TrainingPlanDetail, {
    may: placeReaders,
    territory: "rows",
  }),
  "training.people": query(
    z.strictObject({
      plan: id,
      territory: z.string().max(20).optional(),
      standing: TrainingStanding.optional(),
      level: Level.optional(),
      search: z.string().max(100).optional(),
      ...days,
      ...PageInput.shape,
    }),
    pageOf(TrainingPersonRow),
    { may: placeReaders, territory: "rows" },
  ),
  "training.savePlan": mutation(
    z.strictObject({ txId: TxId, id: id.optional(), version, plan: TrainingPlan }),
    z.strictObject({ id: z.string(), version: z.int() }),
    { may: [...writers], territory: "input" },
  ),
  "training.withdrawPlan": mutation(
    z.strictObject({ txId: TxId, id, version, reason }),
    z.strictObject({ id: z.string() }),
    { may: [...writers], territory: "object" },
  ),
  "training.saveSession": mutation(
    z.strictObject({
      txId: TxId,
      id: id.optional(),
      plan: id,
      version,
      session: TrainingSession,
      fileId: z
        .string()
        .max(64)
        .nullable()
        .optional()
        .describe("an uploaded file; null takes the present one away"),
    }),
    z.strictObject({ id: z.string(), version: z.int() }),
    { may: [...writers], territory: "object" },
  ),
  "training.withdrawSession": mutation(
    z.strictObject({ txId: TxId, id, version, reason }),
    z.strictObject({ id: z.string() }),
    { may: [...writers], territory: "object" },
  ),
  "training.session": query(
    z.strictObject({ id, search: z.string().max(100).optional(), ...days, ...PageInput.shape }),
    z.strictObject({
      session: TrainingSessionView,
      planTitle: z.string(),
      mayChange: z.boolean(),
      ...pageOf(AttendanceRow).shape,
    }),
    { may: placeReaders, territory: "rows" },
  ),
  "training.questions": query(
    z.strictObject({
      topic: z.string().max(40).optional(),
      search: z.string().max(100).optional(),
      ...PageInput.shape,
    }),
    z.strictObject({
      topics: z.array(z.strictObject({ topic: z.string(), questions: z.int() })),
      ...pageOf(BankQuestionRow).shape,
    }),
    { may: [...writers], territory: "none" },
  ),
  "training.saveQuestion": mutation(
    z.strictObject({ txId: TxId, id: id.optional(), version, question: TrainingQuestion }),
    z.strictObject({ id: z.string(), version: z.int() }),
    { may: [...writers], territory: "none", whole: true },
  ),
  "training.retireQuestion": mutation(
    z.strictObject({ txId: TxId, id, version }),
    z.strictObject({ id: z.string() }),
    { may: [...writers], territory: "none", whole: true },
  ),
  "training.code": query(
    z.strictObject({ session: id }),
    z.strictObject({
      code: z.string().nullable().describe("null while attendance is not taken"),
      opens: z.string(),
      closes: z.string(),
      seconds: z.int().describe("until the next code"),
      attended: z.int(),
    }),
    { may: [...writers], territory: "object" },
  ),
  "training.attend": mutation(
    z.strictObject({ txId: TxId, session: id, official, code: z.string().max(20) }),
    z.strictObject({ title: z.string(), on: PlainDate, minutes: z.int() }),
    { may: ["official"], territory: "object" },
  ),
  "training.enterAttendance": mutation(
    z.strictObject({ txId: TxId, session: id, officials: z.array(official).min(1).max(500), reason }),
    z.strictObject({ entered: z.int() }),
    { may: [...writers], territory: "object" },
  ),
  "training.removeAttendance": mutation(
    z.strictObject({ txId: TxId, session: id, official, reason }),
    z.strictObject({ official: z.string() }),
    { may: [...writers], territory: "object" },
  ),
  "training.own": query(z.strictObject({ official: official.optional() }), OwnTraining, {
    may: ["office", "official"],
    territory: "object",
  }),
  "training.material": query(
    z.strictObject({ session: id }),
    z.strictObject({
      session: z.string(),
      title: z.string(),
      material: z.string(),
      questions: z.int(),
      passMark: z.int(),
      tries: z.int(),
      minutes: z.int(),
      from: PlainDate,
      to: PlainDate,
      file: KeptFile.nullable(),
    }),
    { may: placeReaders, territory: "rows" },
  ),
  "training.beginTest": mutation(z.strictObject({ txId: TxId, session: id, official }), TestView, {
    may: ["official"],
    territory: "object",
  }),
  "training.submitTest": mutation(
    z.strictObject({ txId: TxId, test: id, official, answers: z.array(GivenAnswer).max(50) }),
    TestOutcome,
    { may: ["official"], territory: "object" },
  ),
} as const;
