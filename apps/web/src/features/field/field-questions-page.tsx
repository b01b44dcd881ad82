import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { AskQuestion } from "../../components/ask-question.js";
import { DoorLink } from "../../components/figures.js";
import { Blank } from "../../components/notice.js";
import { QueryView } from "../../components/query-view.js";
import { QuestionDrawer, QuestionMark } from "../../components/question-drawer.js";
import { useScope } from "../../navigation/use-scope.js";
import { useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

/** One's own questions on a phone: the unread answers first; asking; and whom to call here. */
export function FieldQuestionsPage() {
  const { t, clauses } = useText();
  const trpc = useTRPC();
  const { territory: chosen } = useScope();
  const { reach } = useSession();
  const own = reach.places[0] === undefined ? reach.officials[0] : undefined;
  // An official has no place of their own but where they answer for establishments.
  const official = useQuery(
    trpc.official.get.queryOptions({ id: own ?? "" }, { enabled: own !== undefined && chosen === undefined }),
  );
  const territory = chosen ?? reach.places[0]?.code ?? official.data?.official.jurisdictions[0];
  const [asking, setAsking] = useState(false);
  const [open, setOpen] = useState<string>();
  const query = useQuery(trpc.question.mine.queryOptions({ limit: 100 }));
  return (
    <div className="field-page">
      <header className="f-h">
        <div>
          <h1>{t("question.title")}</h1>
          <small>{t("question.ask-hint")}</small>
        </div>
      </header>
      <section className="f-card">
        <Button type="primary" className="f-btn pri" onClick={() => setAsking(true)}>
          {t("question.ask")}
        </Button>
        <DoorLink door={{ to: "/chain/questions", search: { view: "answers" } }} className="f-btn">
          {t("question.answers")}
        </DoorLink>
      </section>
      <QueryView query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Blank icon="info" title={t("question.none-mine")} />
          ) : (
            <section>
              <h2 className="f-g">{t("question.mine")}</h2>
              <ul className="f-list" data-testid="own-questions">
                {rows.map((row) => (
                  <li key={row.id}>
                    <div>
                      <button type="button" className="row-name" onClick={() => setOpen(row.id)}>
                        {row.subject}
                      </button>
                      <small>{clauses(row.placeName, row.askedOn)}</small>
                      <small>
                        <QuestionMark state={row.state} />
                        {row.unread && <b className="amber"> {t("question.unread-mark")}</b>}
                      </small>
                    </div>
                    <Button className="f-btn" onClick={() => setOpen(row.id)}>
                      {t("question.see")}
                    </Button>
                  </li>
                ))}
              </ul>
            </section>
          )
        }
      </QueryView>
      {!official.isLoading && <Groups territory={territory} />}
      {asking && <AskQuestion place={territory} onClose={() => setAsking(false)} />}
      {open !== undefined && <QuestionDrawer id={open} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

/** The groups here: whom to ask first, and the number to call. */
function Groups({ territory }: { territory: string | undefined }) {
  const { t, clauses, list } = useText();
  const trpc = useTRPC();
  const groups = useQuery(
    trpc.liaisonGroup.list.queryOptions({ limit: 20, ...(territory === undefined ? {} : { territory }) }),
  );
  const rows = groups.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className="f-g">{t("question.contacts")}</h2>
      <ul className="f-list">
        {rows.map(({ group, name, one, members }) => (
          <li key={group}>
            <div>
              <b>{name}</b>
              <small>
                {clauses(one.name, one.title)}{" "}
                {one.officePhone !== null && <a href={`tel:${one.officePhone}`}>{one.officePhone}</a>}
              </small>
              <small className="t3">{list(members.map((member) => member.name))}</small>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
