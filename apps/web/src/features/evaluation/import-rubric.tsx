import {
  formatPoints,
  type ItemKind,
  type Problem,
  parseRubric,
  type Rubric,
  renderProblem,
  toHundredths,
} from "@shian/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { App, Modal } from "antd";
import { useState } from "react";
import { formatFullPoints } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

type Chosen = { name: string; raw: unknown; rubric?: Rubric; problems: readonly Problem[] };

/** Brings in a rubric edition; the domain reads it first and names everything it refuses. */
export function ImportRubric({ onClose }: { onClose: () => void }) {
  const { t, locale } = useText();
  const trpc = useTRPC();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const sentences = useErrorSentences();
  const [chosen, setChosen] = useState<Chosen>();
  const [notJson, setNotJson] = useState(false);
  const save = useMutation(
    trpc.rubric.import.mutationOptions({
      onSuccess: async ({ id }) => {
        await client.invalidateQueries();
        void message.success(t("rubric.imported"));
        onClose();
        await navigate({
          to: "/evaluation",
          search: ((old: object) => ({ ...old, rubric: id, item: undefined })) as never,
        });
      },
    }),
  );
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setNotJson(false);
    try {
      const raw: unknown = JSON.parse(await file.text());
      const parsed = parseRubric(raw);
      setChosen({
        name: file.name,
        raw,
        ...(parsed.ok ? { rubric: parsed.value, problems: [] } : { problems: parsed.problems }),
      });
    } catch {
      setChosen(undefined);
      setNotJson(true);
    }
  };
  return (
    <Modal
      open
      width={620}
      title={t("evaluation.import")}
      onCancel={onClose}
      okText={t("evaluation.import")}
      okButtonProps={{ disabled: chosen?.rubric === undefined, loading: save.isPending }}
      onOk={() =>
        chosen !== undefined && save.mutate({ txId: createTxId(), rubric: chosen.raw, makeCurrent: true })
      }
    >
      <label className="drop">
        <Icon name="file" />
        <b>{chosen?.name ?? t("rubric.choose")}</b>
        <small>{t("rubric.choose-hint")}</small>
        <input
          className="sr"
          type="file"
          accept=".json,application/json"
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </label>
      <div className="stack-form mt12">
        {notJson && <Notice tone="over">{t("rubric.not-json")}</Notice>}
        {save.isError && <Notice tone="over">{sentences(save.error).join("")}</Notice>}
        {chosen !== undefined && chosen.problems.length > 0 && (
          <div className="why miss">
            <b>{t("rubric.problems", { n: chosen.problems.length })}</b>
            <ul>
              {chosen.problems.slice(0, 12).map((problem) => (
                <li key={`${problem.code}${JSON.stringify(problem.params)}`}>
                  {renderProblem(problem, locale)}
                </li>
              ))}
            </ul>
          </div>
        )}
        {chosen?.rubric !== undefined && <Summary rubric={chosen.rubric} />}
      </div>
    </Modal>
  );
}

function Summary({ rubric }: { rubric: Rubric }) {
  const { t } = useText();
  const items = rubric.sections.flatMap((section) => section.items);
  const count = (kind: ItemKind) => items.filter((item) => item.kind === kind).length;
  const sumOf = (list: typeof items) =>
    list.reduce(
      (sum, item) =>
        sum + (item.kind === "key" || item.kind === "basic" ? toHundredths(item.points ?? 0) : 0),
      0,
    );
  const wrong = rubric.sections.filter(
    (section) => section.points !== undefined && toHundredths(section.points) !== sumOf(section.items),
  );
  return (
    <>
      <div className="why">
        <b>
          {rubric.title} {rubric.edition}
        </b>
        <p>
          {t("rubric.summary", {
            sections: rubric.sections.length,
            items: items.length,
            key: count("key"),
            basic: count("basic"),
            bonus: count("bonus"),
            veto: count("veto"),
            points: formatFullPoints(sumOf(items)),
            line: formatFullPoints(toHundredths(rubric.passRule.minTotal)),
          })}
        </p>
      </div>
      {wrong.map((section) => (
        <Notice tone="warn" key={section.id}>
          {t("rubric.section-mismatch", {
            section: section.title,
            stated: formatPoints(toHundredths(section.points ?? 0)),
            sum: formatPoints(sumOf(section.items)),
          })}
        </Notice>
      ))}
    </>
  );
}
