// Whether every line of a checklist was answered, which a valid visit needs. Source: rules §4 "Valid visit".
import type { Checklist } from "./checklist.schema.js";
import type { ChecklistAnswer } from "./visit.schema.js";

/**
 * Ids of the lines without an answer, in the order of the checklist.
 *
 * @example
 * listUnansweredItems({ checklist: checklistForForm({ form: null }), answers: [{ item: "1", answer: "yes" }] });
 * // => ["2", "3", "4", "5", "6"]
 */
export function listUnansweredItems(input: {
  readonly checklist: Pick<Checklist, "items">;
  readonly answers: readonly ChecklistAnswer[];
}): readonly string[] {
  const answered = new Set(input.answers.map((answer) => answer.item));
  return input.checklist.items.map((item) => item.id).filter((id) => !answered.has(id));
}

/**
 * Whether every line is answered, with yes, no or not applicable; answers to lines that the checklist lacks count for
 * nothing. A checklist without lines is complete.
 *
 * @example
 * isChecklistComplete({ checklist: checklistForForm({ form: null }), answers: [] }); // => false
 */
export const isChecklistComplete = (input: Parameters<typeof listUnansweredItems>[0]): boolean =>
  listUnansweredItems(input).length === 0;
