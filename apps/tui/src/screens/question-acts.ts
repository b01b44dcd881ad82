// What may be done with a question: each step that its state and who asks allow, with the words that the step needs.
import { label, type QuestionRow } from "@shian/domain";
import { createTxId } from "../commands/create-tx-id.js";
import { type Act, confirmAct, makeChange } from "./offer-acts.js";
import type { ScreenContext } from "./screen.js";

type Step = QuestionRow["next"][number];
/** Steps that say something; the others are taken as they are. */
const withWords: ReadonlySet<Step> = new Set(["supplement", "return", "ask-again", "withdraw"]);

/** The steps that may be taken with the one question. */
export function actsOfQuestion(context: ScreenContext, row: QuestionRow, reload: () => void): readonly Act[] {
  const { t, locale, may, askText } = context;
  const { id, version } = row;
  const take = async (step: Exclude<Step, "merge" | "answer">, text: string): Promise<void> => {
    const isDone = await makeChange(
      context,
      "question.act",
      { txId: createTxId(), id, version, step, text },
      ({ row: now }) => t("question.now", { state: label(`question-state/${now.state}`, locale) }),
    );
    if (isDone) reload();
  };
  const answer = (subject: string, text: string): void =>
    confirmAct(context, {
      title: t("question.answerTitle", { subject }),
      yes: t("question.answerYes", { count: row.joined + 1 }),
      run: async () => {
        const input = { txId: createTxId(), id, version, subject, text };
        const isDone = await makeChange(context, "question.answer", input, () => t("question.answered"));
        if (isDone) reload();
      },
    });
  return row.next.flatMap((step): readonly Act[] => {
    const name = label(`question-step/${step}`, locale);
    if (step === "merge") return [];
    if (step === "answer")
      return may("question.answer")
        ? [
            {
              label: name,
              note: t("question.answerNote", { count: row.joined + 1 }),
              run: () =>
                askText({
                  sign: t("question.subjectSign"),
                  about: id,
                  text: row.subject,
                  apply: (subject) =>
                    askText({
                      sign: t("question.answerSign"),
                      about: id,
                      apply: (text) => answer(subject, text),
                    }),
                }),
            },
          ]
        : [];
    if (!may("question.act")) return [];
    return [
      {
        label: name,
        run: () =>
          withWords.has(step)
            ? askText({ sign: name, about: id, apply: (text) => void take(step, text) })
            : confirmAct(context, { title: row.subject, yes: name, run: () => void take(step, "") }),
      },
    ];
  });
}

/** Joining others to the question, so that one answer reaches all who asked. */
export function joinQuestions(
  context: ScreenContext,
  head: QuestionRow,
  others: readonly QuestionRow[],
  reload: () => void,
): readonly Act[] {
  const { t, may } = context;
  const open = others.filter(({ next }) => next.includes("merge"));
  if (open.length === 0 || !may("question.merge")) return [];
  const [only] = open;
  const name =
    open.length === 1 && only !== undefined
      ? t("question.joinOne", { subject: only.subject })
      : t("question.joinMany", { count: open.length });
  return [
    {
      label: name,
      run: () =>
        confirmAct(context, {
          title: t("question.joinTitle", { subject: head.subject }),
          yes: name,
          run: async () => {
            const questions = open.map(({ id, version }) => ({ id, version }));
            const input = { txId: createTxId(), head: head.id, questions };
            const isDone = await makeChange(context, "question.merge", input, ({ joined }) =>
              t("question.joinedNow", { count: joined.length }),
            );
            if (isDone) reload();
          },
        }),
    },
  ];
}
