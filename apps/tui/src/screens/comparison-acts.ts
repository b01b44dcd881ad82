// Settling rows of a comparison: what the rules allow for them, previewed by the server, then done; and taken back.
import {
  allowedResolutions,
  type ComparisonResolution,
  type ComparisonRow,
  label,
  renderProblem,
} from "@shian/domain";
import { createTxId } from "../commands/create-tx-id.js";
import { toSentence } from "../text/to-sentence.js";
import { type Act, confirmAct, makeChange } from "./offer-acts.js";
import type { ScreenContext } from "./screen.js";

/** Each resolution that every one of the rows may have; rows that are settled are left out. */
export function actsOfCompared(
  context: ScreenContext,
  runId: string,
  rows: readonly ComparisonRow[],
  reload: () => void,
): readonly Act[] {
  const { t, locale, may, server, askText, choose, say, hold } = context;
  const open = rows.filter(({ resolution }) => resolution === null);
  const [first] = open;
  if (first === undefined || !may("comparison.resolve")) return [];
  const numbers = open.map(({ no }) => no);

  const settle = async (
    resolution: ComparisonResolution,
    more: { readonly reason?: string; readonly target?: string },
  ): Promise<void> => {
    const asked = { runId, rows: numbers, resolution, ...more };
    const preview = await hold(server.ask("comparison.preview", asked));
    if (!preview.ok) {
      say(` ${preview.problems.map((one) => toSentence(one, t, locale)).join(" ")}`);
      return;
    }
    const [refused] = preview.value.refused;
    if (refused !== undefined) {
      say(` ${refused.name}  ${renderProblem(refused, locale)}`);
      return;
    }
    const name = label(`resolution/${resolution}`, locale);
    confirmAct(context, {
      title: t("compare.settleTitle", { resolution: name, count: preview.value.rows }),
      yes: t("compare.settleYes", { resolution: name, count: preview.value.establishments }),
      run: async () => {
        const isDone = await makeChange(
          context,
          "comparison.resolve",
          { txId: createTxId(), ...asked },
          ({ settled }) => t("compare.settledNow", { count: settled }),
        );
        if (isDone) reload();
      },
    });
  };
  const chooseTarget = (): void =>
    choose({
      title: t("compare.target", { name: first.name }),
      searchable: false,
      items: first.candidates.map((one) => ({
        label: one.name,
        note: one.placeName,
        run: () => void settle("theirs", { target: one.id }),
      })),
    });
  const allowed = allowedResolutions[first.outcome].filter((resolution) =>
    open.every(({ outcome }) => allowedResolutions[outcome].includes(resolution)),
  );
  return allowed.flatMap((resolution): readonly Act[] => {
    const name = label(`resolution/${resolution}`, locale);
    const note = t("compare.rowsCount", { count: open.length });
    const needsTarget = resolution === "theirs" && open.some(({ outcome }) => outcome === "doubtful");
    // Which establishment a doubtful row means is chosen row by row.
    if (needsTarget && open.length > 1) return [];
    const needsReason = resolution === "ours" || resolution === "regulator";
    return [
      {
        label: name,
        note,
        run: () => {
          if (needsTarget) chooseTarget();
          else if (needsReason)
            askText({
              sign: t("compare.reasonSign", { resolution: name }),
              about: `${runId} ${numbers.join(" ")}`,
              apply: (reason) => void settle(resolution, { reason }),
            });
          else void settle(resolution, {});
        },
      },
    ];
  });
}

/** Taking back the write that settled the row, with all that it settled. */
export function undoSettled(
  context: ScreenContext,
  runId: string,
  { batch, name }: ComparisonRow,
  reload: () => void,
): Act | undefined {
  const { t, may, say, locale } = context;
  if (!may("comparison.undo")) return undefined;
  const title = t("compare.undoTitle", { name });
  if (batch === null) return { label: title, run: () => say(` ${t("compare.notSettled")}`) };
  const undo = async (): Promise<void> => {
    const isDone = await makeChange(
      context,
      "comparison.undo",
      { txId: createTxId(), runId, batch },
      ({ reopened, refused }) =>
        [
          t("compare.reopened", { n: reopened }),
          ...refused.map((one) => `${one.name} ${renderProblem(one, locale)}`),
        ].join("  "),
    );
    if (isDone) reload();
  };
  return { label: title, run: () => confirmAct(context, { title, yes: t("compare.undoYes"), run: undo }) };
}
