// Shapes of training of officials and of superior documents.
// Source: F1-11 (block four of the task list: publicity and training), product G7. No clause found says how many hours an
// official needs, so each plan says its own; 40 hours a year is the food-safety officers' (F2-07).
import * as z from "zod";
import { PlainDate } from "../kernel/plain-date.js";
import { Level } from "../territory/territory.schema.js";

/** On site with people present, or online with material and a test. */
export const trainingWays = ["on-site", "online"] as const;
export const TrainingWay = z.enum(trainingWays);
export type TrainingWay = z.infer<typeof TrainingWay>;

/** One right option, several, or right and wrong. */
export const questionKinds = ["single", "multiple", "judge"] as const;
export const QuestionKind = z.enum(questionKinds);
export type QuestionKind = z.infer<typeof QuestionKind>;

/** Minutes in quarters of an hour; a day's at most. */
export const TrainingMinutes = z.int().min(0).max(1440).multipleOf(15);

/** A time of the office's day, `09:00`. */
export const TimeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

const text = (most: number) => z.string().trim().max(most);

/** Whom something is for: officials of the levels with a place of their own in the territory. */
export const Audience = z.strictObject({
  territory: z.string().max(20),
  levels: z.array(Level).min(1).max(6),
});
export type Audience = z.infer<typeof Audience>;

/** A plan: for whom, from when to when, and how much of its sessions completes it. */
export const TrainingPlan = z.strictObject({
  title: text(80).min(1),
  ...Audience.shape,
  from: PlainDate,
  to: PlainDate.describe("its last day"),
  requiredMinutes: z.int().min(15).max(14_400).multipleOf(15),
  note: text(1000),
});
export type TrainingPlan = z.infer<typeof TrainingPlan>;

/** A session of a plan. On site: a day, a time, a place. Online: days in which it is open, material and a test. */
export const TrainingSession = z.strictObject({
  title: text(80).min(1),
  minutes: TrainingMinutes.min(15),
  held: z.discriminatedUnion("way", [
    z.strictObject({ way: z.literal("on-site"), on: PlainDate, begins: TimeOfDay, place: text(120).min(1) }),
    z.strictObject({
      way: z.literal("online"),
      from: PlainDate,
      to: PlainDate.describe("its last day"),
      material: text(20_000),
      questions: z.int().min(1).max(50).describe("how many a test has"),
      topics: z.array(text(40).min(1)).max(20).describe("of these topics; none: of all"),
      passMark: z.int().min(1).max(100).describe("percent"),
      tries: z.int().min(1).max(10),
    }),
  ]),
});
export type TrainingSession = z.infer<typeof TrainingSession>;

/** A question of the bank; `answers` are places in `options`, from 0. A judge's options are right and wrong. */
export const TrainingQuestion = z.strictObject({
  topic: text(40).min(1),
  kind: QuestionKind,
  text: text(500).min(1),
  options: z.array(text(200).min(1)).min(2).max(8),
  answers: z.array(z.int().min(0).max(7)).min(1).max(8),
  source: text(120).describe("the clause that decides it"),
});
export type TrainingQuestion = z.infer<typeof TrainingQuestion>;

/** What was chosen for a question. */
export const GivenAnswer = z.strictObject({
  question: z.string().max(64),
  options: z.array(z.int().min(0).max(7)).max(8),
});
export type GivenAnswer = z.infer<typeof GivenAnswer>;

/** A document from above: what it is, for whom, and by when it must be read. */
export const SuperiorDocument = z.strictObject({
  title: text(120).min(1),
  number: text(60).describe("文号; empty where it has none"),
  issuer: text(80).min(1),
  issuedOn: PlainDate,
  readBy: PlainDate.describe("the last day to read it"),
  ...Audience.shape,
  text: text(50_000),
});
export type SuperiorDocument = z.infer<typeof SuperiorDocument>;
