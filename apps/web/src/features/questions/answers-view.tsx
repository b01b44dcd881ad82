import type { QuestionAnswer } from "@shian/domain";
import { useNavigate } from "@tanstack/react-router";
import { Card } from "../../components/card.js";
import { Blank } from "../../components/notice.js";
import { PagedRows, SmallTable } from "../../components/paged-rows.js";
import { SearchField } from "../../components/search-field.js";
import { usePages } from "../../components/use-pages.js";
import type { QuestionSearch } from "../../navigation/question-search.js";
import { useText } from "../../text/use-text.js";
import { useTRPCClient } from "../../trpc.js";

/** Every answer of the office, found by words, pinyin or initials. */
export function AnswersView({ search }: { search: QuestionSearch }) {
  const { t, clauses } = useText();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const input = { limit: 30, ...(search.search === undefined ? {} : { search: search.search }) };
  const list = usePages<QuestionAnswer, typeof input>("question.answers", input, (asked) =>
    client.question.answers.query(asked),
  );
  return (
    <Card flush>
      <search className="filters" aria-label={t("question.answers")}>
        <SearchField
          label={t("question.answer-search")}
          value={search.search ?? ""}
          onSettled={(text) =>
            void navigate({
              to: "/chain/questions",
              replace: true,
              search: ((old: object) => ({
                ...old,
                view: "answers",
                search: text === "" ? undefined : text,
              })) as never,
            })
          }
        />
      </search>
      <PagedRows list={list} empty={<Blank icon="info" title={t("question.none-answers")} />}>
        {(rows) => (
          <SmallTable
            head={
              <>
                <th>{t("question.answer-subject")}</th>
                <th>{t("question.answer-text")}</th>
              </>
            }
          >
            {rows.map((answer) => (
              <tr key={answer.id}>
                <td>
                  <b>{answer.subject}</b>
                  <small>
                    {clauses(
                      t("question.answered-by", { by: answer.by, on: answer.on }),
                      answer.corrected && t("question.corrected"),
                    )}
                  </small>
                </td>
                <td>{answer.text}</td>
              </tr>
            ))}
          </SmallTable>
        )}
      </PagedRows>
    </Card>
  );
}
