import { useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { AskQuestion } from "../../components/ask-question.js";
import { PageHead } from "../../components/card.js";
import { DoorLink } from "../../components/figures.js";
import { TabLinks } from "../../components/tabs.js";
import { parseQuestionSearch, questionViews } from "../../navigation/question-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { IfMay, useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { AnswersView } from "./answers-view.js";
import { QuestionsView } from "./questions-view.js";

const opens = {
  desk: "question.list",
  mine: "question.mine",
  answers: "question.answers",
} as const;

/** Questions from the communities: the desk of who looks after them, one's own, and the answers for everybody. */
export function QuestionsPage() {
  const { t } = useText();
  const { may, reach } = useSession();
  const { territory } = useScope();
  const search = parseQuestionSearch(useSearch({ strict: false }) as Record<string, unknown>);
  const [asking, setAsking] = useState(false);
  const views = questionViews.filter((view) => may(opens[view]));
  const view = views.find((one) => one === search.view) ?? views[0] ?? "answers";
  return (
    <>
      <PageHead
        crumb={<DoorLink door={{ to: "/chain" }}>{t("nav.chain")}</DoorLink>}
        title={t("question.title")}
        actions={
          <IfMay operation="question.raise">
            <Button type="primary" onClick={() => setAsking(true)}>
              {t("question.ask")}
            </Button>
          </IfMay>
        }
      />
      <TabLinks
        label={t("question.title")}
        tabs={views.map((key) => ({
          key,
          title: t(`question.${key}`),
          door: { to: "/chain/questions", search: { view: key } },
          on: key === view,
        }))}
      />
      {view === "answers" ? <AnswersView search={search} /> : <QuestionsView view={view} search={search} />}
      {asking && <AskQuestion place={territory ?? reach.places[0]?.code} onClose={() => setAsking(false)} />}
    </>
  );
}
