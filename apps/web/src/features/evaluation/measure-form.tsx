import { toProblems } from "@shian/api/client";
import {
  type EvaluationView,
  formatPoints,
  label,
  Measurement,
  type Problem,
  renderProblem,
  scoreRubric,
} from "@shian/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Checkbox, Input } from "antd";
import { useMemo, useState } from "react";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { startWithCapital, useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import type { ItemState } from "./compose-items.js";
import { MethodFields } from "./method-fields.js";
import { type Draft, startDraft } from "./start-draft.js";

/** The form of an item's own method; the domain scores every keystroke, so what is saved is what was shown. */
export function MeasureForm({ view, state }: { view: EvaluationView; state: ItemState }) {
  const { t } = useText();
  const trpc = useTRPC();
  const client = useQueryClient();
  const { message } = App.useApp();
  const sentences = useErrorSentences();
  const { item } = state;
  const [draft, setDraft] = useState<Draft>(() => startDraft(item.method, view.measurements[item.id]));
  const [touched, setTouched] = useState(false);
  const trial = useTrial(view, state, draft);
  const save = useMutation(
    trpc.evaluation.measure.mutationOptions({
      onSuccess: async (next) => {
        setTouched(false);
        void message.success(t("measure.saved", { total: formatPoints(next.sheet.lower) }));
        await client.invalidateQueries();
      },
      onError: async (error) => {
        if (isStale(error)) await client.invalidateQueries();
      },
    }),
  );
  const send = (measurement: Measurement | null) => {
    save.mutate({
      txId: createTxId(),
      rubric: view.rubric.id,
      item: item.id,
      version: view.versions[item.id] ?? 0,
      measurement,
    });
    if (measurement === null) setDraft(startDraft(item.method, undefined));
  };
  const parsed = Measurement.safeParse(draft);
  const isExcepted = "notApplicable" in draft;
  const change = (next: Draft) => {
    setTouched(true);
    setDraft(next);
  };
  return (
    <div className="measure">
      {!isExcepted && <MethodFields method={item.method} draft={draft} onChange={change} />}
      <Checkbox
        checked={isExcepted}
        onChange={(event) =>
          change(event.target.checked ? { notApplicable: "" } : startDraft(item.method, undefined))
        }
      >
        {t("measure.na")}
      </Checkbox>
      {isExcepted && (
        <Input
          placeholder={t("measure.na-reason")}
          aria-label={t("measure.na-reason")}
          value={typeof draft.notApplicable === "string" ? draft.notApplicable : ""}
          onChange={(event) => change({ notApplicable: event.target.value })}
        />
      )}
      {touched && <Trial trial={trial} before={view.sheet.lower} />}
      {save.isError && (
        <Notice tone="over">
          {sentences(save.error).join("")}
          {isStale(save.error) && ` ${t("measure.conflict")}`}
        </Notice>
      )}
      <div className="row">
        <Button
          type="primary"
          disabled={!touched || trial.problems.length > 0 || !parsed.success}
          loading={save.isPending}
          onClick={() => parsed.success && send(parsed.data)}
          data-testid="measure-save"
        >
          {t("measure.save")}
        </Button>
        {view.measurements[item.id] !== undefined && (
          <Button type="text" disabled={save.isPending} onClick={() => send(null)}>
            {t("measure.withdraw")}
          </Button>
        )}
      </div>
    </div>
  );
}

const isStale = (error: unknown): boolean =>
  toProblems(error).some((problem) => problem.code === "request/stale");

type TrialResult = {
  problems: readonly Problem[];
  line: { obtained: number; lost: number } | undefined;
  veto: string | undefined;
  lower: number;
};

function useTrial(view: EvaluationView, state: ItemState, draft: Draft): TrialResult {
  return useMemo(() => {
    const scored = scoreRubric({
      rubric: view.rubric,
      measurements: { ...view.measurements, [state.item.id]: draft },
    });
    if (!scored.ok)
      return { problems: scored.problems, line: undefined, veto: undefined, lower: view.sheet.lower };
    return {
      problems: [],
      line: scored.value.items.find((line) => line.id === state.item.id),
      veto: scored.value.vetoes.find((veto) => veto.id === state.item.id)?.status,
      lower: scored.value.lower,
    };
  }, [view, state.item.id, draft]);
}

function Trial({ trial, before }: { trial: TrialResult; before: number }) {
  const { t, locale, comma } = useText();
  if (trial.problems.length > 0)
    return (
      <ul className="msg bad" role="alert">
        {trial.problems.map((problem) => (
          <li key={`${problem.code}${JSON.stringify(problem.params)}`}>{renderProblem(problem, locale)}</li>
        ))}
      </ul>
    );
  const total =
    trial.lower === before
      ? t("measure.trial-same")
      : t("measure.trial-total", { before: formatPoints(before), after: formatPoints(trial.lower) });
  return (
    <div className="why" role="status">
      {trial.veto === undefined
        ? t("measure.trial", {
            obtained: formatPoints(trial.line?.obtained ?? 0),
            lost: formatPoints(trial.line?.lost ?? 0),
          })
        : t("measure.trial-veto", {
            status: startWithCapital(label(`rubric.veto.${trial.veto}`, locale), locale),
          })}
      {comma}
      <b>{total}</b>
    </div>
  );
}
