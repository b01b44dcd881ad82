import type { OperationOutput, TestOutcome, TestView } from "@shian/domain";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button, Checkbox, Radio } from "antd";
import { useState } from "react";
import { DoorLink } from "../../components/figures.js";
import { formatHours } from "../../components/hours.js";
import { Icon } from "../../components/icon.js";
import { LoadingRows } from "../../components/loading.js";
import { QueryView } from "../../components/query-view.js";
import { Refusal } from "../../components/saving.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

type Material = OperationOutput<"training.material">;
type Answers = Readonly<Record<string, readonly number[]>>;

/** An online session on a phone: the material, then the test, then what it came to. */
export function OwnSessionPage() {
  const { session, official } = useParams({ strict: false }) as { session: string; official: string };
  const trpc = useTRPC();
  const client = useQueryClient();
  const [test, setTest] = useState<TestView>();
  const [outcome, setOutcome] = useState<{ test: TestView; result: TestOutcome }>();
  const material = useQuery(trpc.training.material.queryOptions({ session }));
  const begin = useMutation(
    trpc.training.beginTest.mutationOptions({
      onSuccess: (begun) => {
        setOutcome(undefined);
        setTest(begun);
      },
    }),
  );
  const start = () => begin.mutate({ txId: createTxId(), session, official });
  const onDone = (done: TestView, result: TestOutcome) => {
    setTest(undefined);
    setOutcome({ test: done, result });
    void client.invalidateQueries();
  };
  return (
    <QueryView query={material} loading={<LoadingRows rows={8} />}>
      {(shown) => (
        <div className="field-page">
          <Head title={shown.title} minutes={shown.minutes} />
          {test !== undefined ? (
            <Test key={test.test} test={test} official={official} onDone={onDone} />
          ) : outcome !== undefined ? (
            <Outcome result={outcome.result} onAgain={start} pending={begin.isPending} error={begin.error} />
          ) : (
            <Read
              material={shown}
              official={official}
              onBegin={start}
              pending={begin.isPending}
              error={begin.error}
            />
          )}
        </div>
      )}
    </QueryView>
  );
}

function Head({ title, minutes }: { title: string; minutes: number }) {
  const { t } = useText();
  return (
    <header className="f-h">
      <DoorLink door={{ to: "/field/training" }} className="f-icon" label={t("own.back")}>
        <Icon name="left" />
      </DoorLink>
      <div>
        <h1>{title}</h1>
        <small>{t("training.hours", { n: formatHours(minutes) })}</small>
      </div>
    </header>
  );
}

type Begin = { pending: boolean; error: unknown };

function Read({
  material,
  official,
  onBegin,
  pending,
  error,
}: {
  material: Material;
  official: string;
  onBegin: () => void;
} & Begin) {
  const { t } = useText();
  const trpc = useTRPC();
  const own = useQuery(trpc.training.own.queryOptions({ official }));
  const creditedOn = own.data?.plans
    .flatMap(({ sessions }) => sessions)
    .find(({ session }) => session === material.session)?.creditedOn;
  const { questions, passMark, tries } = material;
  return (
    <>
      <section className="f-card">
        {material.material !== "" && <p className="pre">{material.material}</p>}
        {material.file !== null && (
          <a href={`/api/training-files/${material.file.id}`} download className="f-btn">
            {t("own.download", { name: material.file.name })}
          </a>
        )}
      </section>
      <section className="f-card">
        <h3>{t("training.test")}</h3>
        <p className="t2">
          {t("training.test-sum", { n: questions, mark: passMark, tries })}
          <br />
          {t("own.test-hint")}
        </p>
        <Refusal error={error} />
        {typeof creditedOn === "string" ? (
          <p className="st ok">{t("own.done-on", { date: creditedOn })}</p>
        ) : (
          <Button type="primary" className="f-btn pri" loading={pending} onClick={onBegin}>
            {t("own.begin-test")}
          </Button>
        )}
      </section>
    </>
  );
}

function Test({
  test,
  official,
  onDone,
}: {
  test: TestView;
  official: string;
  onDone: (test: TestView, result: TestOutcome) => void;
}) {
  const { t, name } = useText();
  const trpc = useTRPC();
  const [answers, setAnswers] = useState<Answers>({});
  const submit = useMutation(
    trpc.training.submitTest.mutationOptions({ onSuccess: (result) => onDone(test, result) }),
  );
  const answer = (question: string, options: readonly number[]) =>
    setAnswers({ ...answers, [question]: options });
  const left = test.questions.filter(({ id }) => (answers[id] ?? []).length === 0).length;
  return (
    <>
      {test.questions.map((question, at) => {
        const chosen = [...(answers[question.id] ?? [])];
        const options = question.options.map((label, value) => ({ value, label }));
        return (
          <section key={question.id} className="f-card">
            <fieldset className="f-question">
              <legend>
                {at + 1}. {question.text}
                <small className="t3"> {name("question-kind", question.kind)}</small>
              </legend>
              {question.kind === "multiple" ? (
                <Checkbox.Group
                  value={chosen}
                  options={options}
                  onChange={(values) => answer(question.id, values as number[])}
                />
              ) : (
                <Radio.Group
                  value={chosen[0] ?? null}
                  options={options}
                  onChange={(event) => answer(question.id, [Number(event.target.value)])}
                />
              )}
            </fieldset>
          </section>
        );
      })}
      <Refusal error={submit.error} />
      <div className="f-act">
        <Button
          type="primary"
          className="f-btn pri"
          disabled={left > 0}
          loading={submit.isPending}
          onClick={() =>
            submit.mutate({
              txId: createTxId(),
              test: test.test,
              official,
              answers: test.questions.map(({ id }) => ({ question: id, options: [...(answers[id] ?? [])] })),
            })
          }
        >
          {left > 0 ? t("own.left", { n: left }) : t("own.submit")}
        </Button>
      </div>
    </>
  );
}

function Outcome({ result, onAgain, pending, error }: { result: TestOutcome; onAgain: () => void } & Begin) {
  const { t, list } = useText();
  const { right, of, passed, triesLeft, wrong } = result;
  const named = (options: readonly string[], places: readonly number[]) =>
    list(places.map((place) => options[place]));
  return (
    <>
      <section className={passed ? "f-card" : "f-card f-todo"}>
        <h3 className={passed ? "green" : "red"}>{t(passed ? "own.passed" : "own.not-passed")}</h3>
        <p>{t("own.result", { right, of })}</p>
        <Refusal error={error} />
        {!passed && triesLeft > 0 && (
          <Button type="primary" className="f-btn pri" loading={pending} onClick={onAgain}>
            {t("own.again", { n: triesLeft })}
          </Button>
        )}
        <p className="mt12">
          <DoorLink door={{ to: "/field/training" }} className="btn">
            {t("own.back")}
          </DoorLink>
        </p>
      </section>
      {wrong.length > 0 && (
        <section className="f-card">
          <h3>{t("own.wrong")}</h3>
          <ol className="f-wrong">
            {wrong.map((question) => (
              <li key={question.id}>
                {question.text}
                <small className="red">
                  {t("own.chosen", { options: named(question.options, question.chosen) })}
                </small>
                {question.answers.length > 0 && (
                  <small className="green">
                    {t("own.right-is", { options: named(question.options, question.answers) })}{" "}
                    {question.source}
                  </small>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
