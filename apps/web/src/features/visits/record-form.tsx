import {
  type Checklist,
  type EstablishmentDetail,
  earliestVisit,
  isPlainDate,
  listRecorders,
  type OfficialRow,
  type PlainDate,
  proposeVisitMaker,
  renderProblem,
  type VisitMode,
  visitModes,
} from "@shian/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { App, Button, Checkbox, DatePicker, Input, Select } from "antd";
import dayjs from "dayjs";
import { type ReactNode, useState } from "react";
import { Card } from "../../components/card.js";
import { Notice } from "../../components/notice.js";
import { usePeriodName } from "../../components/period.js";
import { useErrorSentences } from "../../components/query-view.js";
import { Tag } from "../../components/status-mark.js";
import { type Session, useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { type Answers, ChecklistFields } from "./checklist-fields.js";

type FormProps = {
  detail: EstablishmentDetail;
  checklist: Checklist;
  candidates: readonly OfficialRow[];
  today: PlainDate;
  aside: ReactNode;
};

/** The checklist with large targets, and when, how and by whom the visit was made. */
export function RecordForm({ detail, checklist, candidates, today, aside }: FormProps) {
  const { t, locale, name, clauses } = useText();
  const trpc = useTRPC();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const sentences = useErrorSentences();
  const periodName = usePeriodName();
  const session = useSession();
  const pairing = detail.official?.id ?? null;
  const maker = findMaker(session, pairing);
  const [answers, setAnswers] = useState<Answers>({});
  const [madeOn, setMadeOn] = useState<PlainDate>(today);
  const [mode, setMode] = useState<VisitMode>("on-site");
  const [official, setOfficial] = useState<string | null>(maker.official);
  const [standIn, setStandIn] = useState(!maker.isOwn || maker.standInFor !== null);
  const [joint, setJoint] = useState<string[]>([]);
  const [note, setNote] = useState("");
  const submit = useMutation(
    trpc.visit.submit.mutationOptions({
      onSuccess: async (visit) => {
        await client.invalidateQueries();
        const reason = visit.problems.map((problem) => renderProblem(problem, locale)).join("");
        void (visit.valid
          ? message.success(t("record.saved", { period: periodName(detail.duty.window) }))
          : message.warning(t("record.saved-not", { reason }), 6));
        await navigate({
          to: "/visits/$id",
          params: { id: visit.id },
          search: ((old: object) => old) as never,
        });
      },
    }),
  );
  const done = checklist.items.filter((item) => answers[item.id]?.answer !== undefined).length;
  const missing = checklist.items.length - done;
  const highRisk = detail.riskGrade?.grade === "D";
  const others = listPeople(detail, candidates, clauses);
  const people = maker.isOwn ? listOwn(others, session) : others;
  const another = pairing !== null && official !== null && official !== pairing;

  const send = () => {
    if (official === null) return;
    submit.mutate({
      txId: createTxId(),
      establishment: detail.establishment.id,
      official,
      standInFor: another && standIn ? pairing : null,
      jointWith: joint,
      madeOn,
      mode,
      checklist: checklist.id,
      answers: checklist.items.flatMap((item) => {
        const given = answers[item.id];
        if (given?.answer === undefined) return [];
        const text = given.note?.trim() ?? "";
        return [{ item: item.id, answer: given.answer, ...(text === "" ? {} : { note: text }) }];
      }),
      note: note.trim() === "" ? null : note.trim(),
    });
  };

  return (
    <div className="record">
      <div>
        <Card
          title={checklist.title[locale]}
          note={checklist.demonstration ? <Tag tone="plain">{t("common.demo-scheme")}</Tag> : undefined}
          right={
            missing > 0 && done > 0 ? (
              <Button size="small" onClick={() => setAnswers(fillYes(checklist, answers))}>
                {t("record.all-yes")}
              </Button>
            ) : undefined
          }
        >
          <ChecklistFields checklist={checklist} answers={answers} onChange={setAnswers} />
        </Card>
      </div>
      <div className="record-side">
        {aside}
        <Card title={t("record.when")}>
          <div className="stack-form">
            <div>
              <label htmlFor="made-on">{t("record.date")}</label>
              <DatePicker
                id="made-on"
                allowClear={false}
                inputReadOnly
                style={{ width: "100%" }}
                value={dayjs(madeOn)}
                minDate={dayjs(earliestVisit)}
                maxDate={dayjs(today)}
                onChange={(day) => {
                  const text = day?.format("YYYY-MM-DD") ?? "";
                  if (isPlainDate(text)) setMadeOn(text);
                }}
              />
            </div>
            <fieldset>
              <legend>{t("record.mode")}</legend>
              <div className="answers two-wide">
                {visitModes.map((one) => (
                  <label key={one} className={one === mode ? "on" : ""}>
                    <input type="radio" name="mode" checked={one === mode} onChange={() => setMode(one)} />
                    {name("mode", one)}
                  </label>
                ))}
              </div>
            </fieldset>
            {highRisk && mode !== "on-site" && <Notice tone="warn">{t("record.onsite-only")}</Notice>}
            <div>
              <label htmlFor="made-by">{t("record.by")}</label>
              <Select
                id="made-by"
                style={{ width: "100%" }}
                value={official}
                options={people}
                showSearch={{ optionFilterProp: "label" }}
                placeholder={t("record.need-official")}
                onChange={setOfficial}
              />
              {pairing === null && <p className="msg">{t("record.no-official")}</p>}
              {another && (
                <Checkbox checked={standIn} onChange={(event) => setStandIn(event.target.checked)}>
                  {t("record.stand-in", { name: detail.official?.name ?? "" })}
                </Checkbox>
              )}
            </div>
            {mode === "joint" && (
              <div>
                <label htmlFor="joint">{t("record.joint")}</label>
                <Select
                  id="joint"
                  mode="multiple"
                  maxCount={20}
                  style={{ width: "100%" }}
                  value={joint}
                  options={others.filter((person) => person.value !== official)}
                  onChange={setJoint}
                />
              </div>
            )}
            <div>
              <label htmlFor="note">{t("record.note")}</label>
              <Input.TextArea
                id="note"
                rows={3}
                maxLength={2000}
                placeholder={t("record.note-hint")}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            </div>
          </div>
        </Card>
      </div>
      <div className="record-foot span-all">
        <div className="prog opt" aria-hidden="true">
          <i
            style={{
              width: `${checklist.items.length === 0 ? 100 : (done / checklist.items.length) * 100}%`,
            }}
          />
        </div>
        <span className="t3">{t("record.progress", { done, of: checklist.items.length })}</span>
        <span className="grow opt t3 sm">
          {submit.isError ? (
            <span className="red">{sentences(submit.error).join("")}</span>
          ) : missing > 0 ? (
            t("record.incomplete", { n: missing })
          ) : (
            ""
          )}
        </span>
        <Button
          type="primary"
          disabled={official === null || missing > 0}
          loading={submit.isPending}
          onClick={send}
          data-testid="visit-submit"
        >
          {t("record.submit")}
        </Button>
      </div>
      {submit.isError && (
        <div className="span-all">
          <Notice tone="over">{sentences(submit.error).join("")}</Notice>
        </div>
      )}
    </div>
  );
}

/** Whose visits alone the person records, and who made this one as long as nobody chooses another. */
function findMaker({ grants, reach }: Session, pairing: string | null) {
  const roles = grants.map(({ role }) => role);
  const recorders = listRecorders({ roles, officials: reach.officials });
  const standsInFor = reach.standIns.map(({ official }) => official);
  return { isOwn: recorders !== null, ...proposeVisitMaker({ pairing, recorders, standsInFor }) };
}

/** The posts of the person who records, by their names where the page knows them. */
const listOwn = (people: ReturnType<typeof listPeople>, { person, reach }: Session) =>
  reach.officials.map(
    (value) => people.find((one) => one.value === value) ?? { value, label: person?.name ?? "" },
  );

const fillYes = (checklist: Checklist, answers: Answers): Answers =>
  Object.fromEntries(
    checklist.items.map((item) => [
      item.id,
      answers[item.id]?.answer === undefined
        ? { ...answers[item.id], answer: "yes" as const }
        : (answers[item.id] ?? {}),
    ]),
  );

function listPeople(
  detail: EstablishmentDetail,
  candidates: readonly OfficialRow[],
  joinName: (...parts: string[]) => string,
): { value: string; label: string }[] {
  const pairing = detail.official;
  const first =
    pairing === null || pairing.id === null
      ? []
      : [{ value: pairing.id, label: joinName(pairing.name, pairing.unit) }];
  return [
    ...first,
    ...candidates
      .filter((row) => row.id !== pairing?.id)
      .map((row) => ({ value: row.id, label: joinName(row.name, row.unit) })),
  ];
}
