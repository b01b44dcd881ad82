// What the office may do about a session: show the code of this moment, take back an attendance that was entered wrongly.
import type { OperationOutput } from "@shian/domain";
import { createTxId } from "../commands/create-tx-id.js";
import { toSentence } from "../text/to-sentence.js";
import { type Act, confirmAct, makeChange } from "./offer-acts.js";
import type { ScreenContext } from "./screen.js";

type Seen = Pick<OperationOutput<"training.session">, "session" | "mayChange">;
type Attended = OperationOutput<"training.session">["rows"][number];

/** Acts of a session that may be changed, and of the person under the cursor. */
export function actsOfSession(
  context: ScreenContext,
  { session, mayChange }: Seen,
  row: Attended | undefined,
  reload: () => void,
): readonly Act[] {
  const { t, locale, server, say, may, askText } = context;
  if (!mayChange) return [];
  const showCode = async (): Promise<void> => {
    const answer = await server.ask("training.code", { session: session.id });
    if (!answer.ok) {
      say(` ${answer.problems.map((one) => toSentence(one, t, locale)).join(" ")}`);
      return;
    }
    const { code, opens, closes, seconds, attended } = answer.value;
    say(
      ` ${
        code === null
          ? t("training.closed", { from: opens, to: closes })
          : t("training.codeNow", { code: `${code.slice(0, 4)} ${code.slice(4)}`, seconds, attended })
      }`,
    );
  };
  const remove = ({ official, name }: Attended): void =>
    askText({
      sign: t("training.removeSign", { name }),
      about: `${session.id} ${official}`,
      apply: (reason) =>
        confirmAct(context, {
          title: t("training.removeTitle", { name }),
          yes: t("training.removeYes"),
          run: async () => {
            const input = { txId: createTxId(), session: session.id, official, reason };
            const isDone = await makeChange(context, "training.removeAttendance", input, () =>
              t("training.removed", { name }),
            );
            if (isDone) reload();
          },
        }),
    });
  return [
    ...(session.held.way === "on-site" && may("training.code")
      ? [{ label: t("training.showCode"), run: () => void showCode() }]
      : []),
    ...(row !== undefined &&
    (row.way === "entered" || row.way === "scanned") &&
    may("training.removeAttendance")
      ? [{ label: t("training.removeTitle", { name: row.name }), run: () => remove(row) }]
      : []),
  ];
}
