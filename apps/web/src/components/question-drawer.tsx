import type { QuestionDetail, QuestionStep, questionStates } from "@shian/domain";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Drawer, Form, Input } from "antd";
import { useState } from "react";
import { useText } from "../text/use-text.js";
import { createTxId, useTRPC } from "../trpc.js";
import { AnswerQuestion } from "./answer-question.js";
import { SectionTitle } from "./card.js";
import { LikeQuestions } from "./like-questions.js";
import { Notice } from "./notice.js";
import { QueryView } from "./query-view.js";
import { Refusal, useSaving } from "./saving.js";
import { StatusMark } from "./status-mark.js";

type State = (typeof questionStates)[number];
const tones = {
  "at-township": "at-risk",
  "at-office": "at-risk",
  returned: "overdue",
  merged: "closed",
  answered: "ok",
  withdrawn: "closed",
} as const;

/** Where a question stands. */
export function QuestionMark({ state }: { state: State }) {
  const { name } = useText();
  return <StatusMark tone={tones[state]}>{name("question-state", state)}</StatusMark>;
}

/** One question: what was asked, what happened, its answer, and what may be done next by who looks at it. */
export function QuestionDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.question.get.queryOptions({ id }));
  return (
    <Drawer open size={600} title={t("question.title")} onClose={onClose}>
      <QueryView query={query}>{(detail) => <Question key={detail.row.version} detail={detail} />}</QueryView>
    </Drawer>
  );
}

type PlainStep = Exclude<QuestionStep, "merge" | "answer">;
const isPlain = (step: QuestionStep): step is PlainStep => step !== "merge" && step !== "answer";

function Question({ detail }: { detail: QuestionDetail }) {
  const { t, name, colon, clauses } = useText();
  const { row, entries, joined, head, answer } = detail;
  const [step, setStep] = useState<PlainStep | "answer">();
  const steps = row.next.filter((next) => next !== "merge");
  const canJoin = row.next.includes("answer") || row.next.includes("merge");
  return (
    <>
      <div className="row wrap mb8">
        <b className="grow">{row.subject}</b>
        <QuestionMark state={row.state} />
      </div>
      {row.text !== "" && <p className="mb8">{row.text}</p>}
      <p className="t3 sm mb12">{clauses(row.placeName, row.askedBy, row.askedOn)}</p>
      {row.state === "merged" && (
        <Notice>
          {head === null ? t("question.head-hidden") : t("question.head", { subject: head.subject })}
        </Notice>
      )}
      {answer !== null && (
        <>
          <SectionTitle>{t("question.answer")}</SectionTitle>
          <p>
            <b>{answer.subject}</b>
          </p>
          <p className="mb8">{answer.text}</p>
          <p className="t3 sm mb12">
            {clauses(
              t("question.answered-by", { by: answer.by, on: answer.on }),
              answer.corrected && t("question.corrected"),
            )}
          </p>
        </>
      )}
      {steps.length > 0 && (
        <div className="row wrap mb12">
          {steps.map((next) =>
            next === "answer" || isPlain(next) ? (
              <Button key={next} type={next === step ? "primary" : "default"} onClick={() => setStep(next)}>
                {next === "answer" && answer !== null ? t("question.correct") : name("question-step", next)}
              </Button>
            ) : null,
          )}
        </div>
      )}
      {step === "answer" && <AnswerQuestion detail={detail} />}
      {step !== undefined && step !== "answer" && <StepForm key={step} step={step} detail={detail} />}
      {joined.length > 0 && (
        <>
          <SectionTitle>{t("question.joined")}</SectionTitle>
          <ul className="mini">
            {joined.map((other) => (
              <li key={other.id}>
                <span>{other.subject}</span>
                <span className="t3">{clauses(other.placeName, other.askedBy)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {canJoin && row.state !== "answered" && <LikeQuestions row={row} />}
      <SectionTitle>{t("question.entries")}</SectionTitle>
      <ul className="mini">
        {entries.map((entry) => (
          <li key={entry.seq}>
            <span>
              <b>{name("question-act", entry.act)}</b>
              {entry.text !== "" && `${colon}${entry.text}`}
            </span>
            <span className="t3 nw">
              {entry.by} {entry.on}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

const withText: readonly PlainStep[] = ["supplement", "return", "ask-again"];

function StepForm({ step, detail }: { step: PlainStep; detail: QuestionDetail }) {
  const { t, name } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const { row } = detail;
  const save = useMutation(trpc.question.act.mutationOptions(saving(t("question.done"))));
  return (
    <Form<{ text?: string }>
      layout="vertical"
      className="mb12"
      onFinish={({ text = "" }) =>
        save.mutate({ txId: createTxId(), id: row.id, version: row.version, step, text })
      }
    >
      <Refusal error={save.error} />
      {step !== "read" && (
        <Form.Item
          name="text"
          label={t("question.step-text")}
          rules={
            withText.includes(step)
              ? [{ required: true, whitespace: true, message: t("common.required") }]
              : []
          }
        >
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {name("question-step", step)}
      </Button>
    </Form>
  );
}
