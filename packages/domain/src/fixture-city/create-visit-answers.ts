// The answers of invented visits: most lines are in order, one visit in five finds something, a few are left unfinished.
import type { BusinessForm } from "../registry/establishment.schema.js";
import type { Checklist } from "../visit/checklist.schema.js";
import type { ChecklistAnswer } from "../visit/visit.schema.js";
import type { SeededRandom } from "./seeded-random.js";

/** What was filled in on one visit. */
export type FilledChecklist = {
  readonly checklist: string;
  readonly answers: readonly ChecklistAnswer[];
  readonly complete: boolean;
};

const FOUND_SHARE = 0.2;
const NOT_APPLICABLE_SHARE = 0.12;
const UNFINISHED_SHARE = 0.004;

const notes: readonly string[] = [
  "当场提醒，三日内改正。",
  "台账缺最近两日，已要求补齐。",
  "已拍照，下次督导复看。",
  "店主不在，已电话告知。",
  "现场整改到位。",
  "公示栏被遮挡，已移开。",
];

/** Fills in the checklist of a form; `null` is the one for any form. Throws when there is none for either. */
export function createChecklistFiller(checklists: readonly Checklist[], random: SeededRandom) {
  const byForm = new Map(checklists.map((checklist) => [checklist.form, checklist]));
  // Most visits find nothing: they share one list of answers, which nobody changes.
  const allInOrder = new Map(
    checklists.map(({ id, items }) => [
      id,
      items.map(({ id: item }): ChecklistAnswer => ({ item, answer: "yes" })),
    ]),
  );
  return (form: BusinessForm | null): FilledChecklist => {
    const checklist = byForm.get(form) ?? byForm.get(null);
    if (checklist === undefined) throw new RangeError(`no checklist for ${form ?? "any form"}`);
    const inOrder = allInOrder.get(checklist.id) ?? [];
    const found = random.chance(FOUND_SHARE);
    const apart = random.chance(NOT_APPLICABLE_SHARE);
    const unfinished = random.chance(UNFINISHED_SHARE);
    if (!found && !apart && !unfinished) return { checklist: checklist.id, answers: inOrder, complete: true };
    const answers = [...inOrder];
    const change = (answer: "no" | "not-applicable"): void => {
      const index = random.whole(0, answers.length - 1);
      const line = answers[index];
      if (line === undefined) return;
      const note = answer === "no" && random.chance(0.7) ? { note: random.pick(notes) } : {};
      answers[index] = { item: line.item, answer, ...note };
    };
    if (apart) change("not-applicable");
    if (found) for (let count = random.chance(0.25) ? 2 : 1; count > 0; count -= 1) change("no");
    if (unfinished) answers.pop();
    return { checklist: checklist.id, answers, complete: !unfinished };
  };
}
