// What can be done on a page: offered in a window, asked once more where it changes something, and told afterwards.
import { isPlainDate, type OperationId, type OperationInput, type OperationOutput } from "@shian/domain";
import { toSentence } from "../text/to-sentence.js";
import type { ScreenContext } from "./screen.js";

/** Something that who is signed in may do now. */
export type Act = { readonly label: string; readonly note?: string; readonly run: () => void };

/** Opens the window of what can be done; says so where there is nothing. */
export function offerActs(context: ScreenContext, title: string, acts: readonly Act[]): true {
  if (acts.length === 0) context.say(` ${context.t("message.noActs")}`);
  else context.choose({ title, searchable: false, items: acts });
  return true;
}

/** Asks once more before something is changed; the second choice leaves all as it is. */
export function confirmAct(
  context: ScreenContext,
  asked: { readonly title: string; readonly yes: string; readonly run: () => void },
): void {
  const { t } = context;
  context.choose({
    title: asked.title,
    searchable: false,
    items: [
      { label: asked.yes, run: asked.run },
      { label: t("act.leave"), run: () => context.say(` ${t("message.kept")}`) },
    ],
  });
}

/** Whether what was typed is a day, as a prompt asks it. */
export const refuseNoDate =
  ({ t }: Pick<ScreenContext, "t">) =>
  (text: string): string | undefined =>
    isPlainDate(text) ? undefined : t("message.noDate", { text });

/** Makes a change; what came of it, or why it was refused, stands on the message line. */
export async function makeChange<Id extends OperationId>(
  context: ScreenContext,
  id: Id,
  input: OperationInput<Id>,
  done: (answer: OperationOutput<Id>) => string,
): Promise<boolean> {
  const { server, say, t, locale, hold, touched } = context;
  say(` ${t("act.working")}`);
  const answer = await hold(server.ask(id, input));
  say(
    ` ${answer.ok ? done(answer.value) : answer.problems.map((one) => toSentence(one, t, locale)).join(" ")}`,
  );
  if (answer.ok) touched();
  return answer.ok;
}
