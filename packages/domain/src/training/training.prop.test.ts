// Laws of tests and of coverage on random banks, answers and credits.
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { toPlainDate } from "../kernel/plain-date.js";
import { levels } from "../territory/territory.schema.js";
import { measureTraining, sumCredits, type TrainingCredit } from "./measure-training.js";
import { drawQuestions, gradeTest } from "./training-test.js";

const bank = fc
  .array(fc.constantFrom("冷藏", "索证", "应急"), { maxLength: 12 })
  .map((topics) => topics.map((topic, at) => ({ id: `q-${at}`, topic, answers: [at % 3] })));
const seed = fc.string({ minLength: 1, maxLength: 8 });
const count = fc.nat(14);

it("a draw holds as many questions as asked for or as there are, none twice, whatever the order of the bank", () =>
  fc.assert(
    fc.property(bank, seed, count, (questions, lot, wanted) => {
      const drawn = drawQuestions({ bank: questions, count: wanted, seed: lot });
      expect(drawn).toHaveLength(Math.min(wanted, questions.length));
      expect(new Set(drawn.map(({ id }) => id)).size).toBe(drawn.length);
      expect(drawQuestions({ bank: [...questions].reverse(), count: wanted, seed: lot })).toEqual(drawn);
    }),
  ));

it("no topic has two questions more than another that still has some", () =>
  fc.assert(
    fc.property(bank, seed, count, (questions, lot, wanted) => {
      const drawn = drawQuestions({ bank: questions, count: wanted, seed: lot });
      const numberOf = (list: readonly { readonly topic: string }[], topic: string) =>
        list.filter((one) => one.topic === topic).length;
      for (const { topic } of drawn)
        for (const { topic: other } of questions)
          if (numberOf(drawn, other) < numberOf(questions, other))
            expect(numberOf(drawn, topic) - numberOf(drawn, other)).toBeLessThanOrEqual(1);
    }),
  ));

it("another lot draws otherwise", () => {
  const questions = Array.from({ length: 20 }, (_, at) => ({ id: `q-${at}`, topic: "冷藏" }));
  const draws = ["a", "b", "c", "d"].map((lot) =>
    drawQuestions({ bank: questions, count: 5, seed: lot })
      .map(({ id }) => id)
      .join(),
  );
  expect(new Set(draws).size).toBeGreaterThan(1);
});

it("one more right answer never fails a test that was passed", () =>
  fc.assert(
    fc.property(
      bank,
      fc.array(fc.nat(3), { maxLength: 12 }),
      fc.integer({ min: 1, max: 100 }),
      (asked, chosen, passMark) => {
        const given = asked.map(({ id }, at) => ({ question: id, options: [chosen[at] ?? 0] }));
        const before = gradeTest({ asked, given, passMark });
        const first = before.wrong[0];
        const mended = given.map((one) => ({
          ...one,
          options:
            one.question === first ? (asked.find(({ id }) => id === first)?.answers ?? []) : one.options,
        }));
        const after = gradeTest({ asked, given: mended, passMark });
        expect(after.right).toBe(before.right + (first === undefined ? 0 : 1));
        expect(after.passed || !before.passed).toBe(true);
        expect(before.wrong.length + before.right).toBe(before.of);
      },
    ),
  ));

const on = toPlainDate("2026-03-02");
const people = fc.array(
  fc.record({ level: fc.constantFrom(...levels), place: fc.constantFrom("a", "b", null) }),
  {
    maxLength: 8,
  },
);
const credits: fc.Arbitrary<TrainingCredit[]> = fc.array(
  fc.record({
    official: fc.nat(8).map((at) => `o-${at}`),
    session: fc.constantFrom("s-1", "s-2"),
    on: fc.constant(on),
  }),
  { maxLength: 12 },
);
const minutesOf = new Map([
  ["s-1", 45],
  ["s-2", 60],
]);

it("levels and places add up to the total, done never exceeds of, and one more credit takes nothing away", () =>
  fc.assert(
    fc.property(people, credits, fc.constantFrom(45, 60, 105), (list, taken, required) => {
      const invited = list.map((one, at) => ({ ...one, official: `o-${at}` }));
      const measure = (all: readonly TrainingCredit[]) =>
        measureTraining(invited, { minutes: sumCredits(all, minutesOf), required });
      const { total, levels: byLevel, places } = measure(taken);
      for (const parts of [byLevel, places]) {
        const sum = (pick: (part: (typeof parts)[number]) => number) =>
          parts.reduce((before, part) => before + pick(part), 0);
        expect(sum(({ completed }) => completed.of)).toBe(total.completed.of);
        expect(sum(({ completed }) => completed.done)).toBe(total.completed.done);
        expect(sum(({ begun }) => begun)).toBe(total.begun);
      }
      expect(total.completed.of).toBe(invited.length);
      expect(total.completed.done).toBeLessThanOrEqual(total.begun);
      expect(total.begun).toBeLessThanOrEqual(total.completed.of);
      const more = measure([...taken, { official: "o-0", session: "s-1", on }]).total;
      expect(more.completed.done).toBeGreaterThanOrEqual(total.completed.done);
    }),
  ));
