import type { BankQuestionRow } from "@shian/domain";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { Button, Popconfirm } from "antd";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { Blank } from "../../components/notice.js";
import { PagedRows, SmallTable } from "../../components/paged-rows.js";
import { useSaving } from "../../components/saving.js";
import { SearchField } from "../../components/search-field.js";
import { usePages } from "../../components/use-pages.js";
import { IfMay, useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC, useTRPCClient } from "../../trpc.js";
import { QuestionForm } from "./question-form.js";

/** The bank that tests are drawn from, by topic. */
export function QuestionsView() {
  const { t, name } = useText();
  const trpc = useTRPC();
  const api = useTRPCClient();
  const { may } = useSession();
  const saving = useSaving();
  const [topic, setTopic] = useState<string>();
  const [search, setSearch] = useState("");
  const [editing, setEditing] = useState<BankQuestionRow | "new">();
  const bank = useQuery(
    trpc.training.questions.queryOptions({ limit: 1 }, { placeholderData: keepPreviousData }),
  );
  const list = usePages(
    "training.questions",
    {
      limit: 50,
      ...(topic === undefined ? {} : { topic }),
      ...(search === "" ? {} : { search }),
    },
    (input) => api.training.questions.query(input),
  );
  const retire = useMutation(trpc.training.retireQuestion.mutationOptions(saving(t("training.retired"))));
  const add = (
    <IfMay operation="training.saveQuestion">
      <Button type="primary" onClick={() => setEditing("new")}>
        {t("training.new-question")}
      </Button>
    </IfMay>
  );
  const chip = (key: string | undefined, title: string, count: number | undefined) => (
    <button
      key={key ?? ""}
      type="button"
      className={topic === key ? "view on" : "view"}
      onClick={() => setTopic(key)}
    >
      {title}
      {count !== undefined && <b>{formatCount(count)}</b>}
    </button>
  );
  return (
    <Card flush title={t("training.questions")} right={add}>
      <nav className="filters" aria-label={t("training.topic")}>
        <SearchField value={search} label={t("training.search-questions")} onSettled={setSearch} />
        {chip(undefined, t("training.filter-all"), undefined)}
        {(bank.data?.topics ?? []).map((one) => chip(one.topic, one.topic, one.questions))}
      </nav>
      <PagedRows
        list={list}
        empty={
          <Blank
            icon="file"
            title={t("training.empty-questions")}
            hint={t("training.empty-questions-hint")}
          />
        }
      >
        {(rows) => (
          <SmallTable
            head={
              <>
                <th>{t("training.question")}</th>
                <th className="opt">{t("training.topic")}</th>
                <th className="opt">{t("training.kind")}</th>
                {may("training.saveQuestion") && <th aria-label={t("training.edit")} />}
              </>
            }
          >
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  {row.text}
                  {row.options.map((option, at) => (
                    <small key={option} className={row.answers.includes(at) ? "green" : ""}>
                      {String.fromCharCode(65 + at)} {option}
                      {row.answers.includes(at) && " ✓"}
                    </small>
                  ))}
                  {row.source !== "" && (
                    <small>
                      {t("training.source")} {row.source}
                    </small>
                  )}
                </td>
                <td className="opt nw">{row.topic}</td>
                <td className="opt nw">{name("question-kind", row.kind)}</td>
                {may("training.saveQuestion") && (
                  <td className="num nw">
                    <button type="button" className="btn link sm" onClick={() => setEditing(row)}>
                      {t("training.edit")}
                    </button>{" "}
                    <Popconfirm
                      title={t("training.retire")}
                      description={t("training.retire-hint")}
                      okText={t("training.retire")}
                      onConfirm={() =>
                        retire.mutate({ txId: createTxId(), id: row.id, version: row.version })
                      }
                    >
                      <button type="button" className="btn link sm">
                        {t("training.retire")}
                      </button>
                    </Popconfirm>
                  </td>
                )}
              </tr>
            ))}
          </SmallTable>
        )}
      </PagedRows>
      {editing !== undefined && (
        <QuestionForm
          {...(editing === "new" ? {} : { question: editing })}
          topic={topic}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Card>
  );
}
