import { type QuestionRow, questionStates } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { Blank } from "../../components/notice.js";
import { PagedRows, SmallTable } from "../../components/paged-rows.js";
import { QuestionDrawer, QuestionMark } from "../../components/question-drawer.js";
import { SearchField } from "../../components/search-field.js";
import { Tag } from "../../components/status-mark.js";
import { ViewChips } from "../../components/tabs.js";
import { usePages } from "../../components/use-pages.js";
import type { QuestionSearch } from "../../navigation/question-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { useText } from "../../text/use-text.js";
import { useTRPC, useTRPCClient } from "../../trpc.js";

/** Questions that one looks after, the longest waiting first, or one's own, the unread answers first. */
export function QuestionsView({ view, search }: { view: "desk" | "mine"; search: QuestionSearch }) {
  const { t } = useText();
  const client = useTRPCClient();
  const { territory } = useScope();
  const [open, setOpen] = useState<string>();
  const isDesk = view === "desk";
  const part = {
    ...(isDesk && territory !== undefined ? { territory } : {}),
    ...(isDesk && search.search !== undefined ? { search: search.search } : {}),
  };
  const input = {
    ...part,
    ...(isDesk && search.state !== undefined ? { states: [search.state] } : {}),
    limit: 50,
  };
  const list = usePages<QuestionRow, typeof input>(`question.${view}`, input, (asked) =>
    isDesk
      ? client.question.list.query(asked)
      : client.question.mine.query({
          limit: 50,
          ...("cursor" in asked ? { cursor: String(asked.cursor) } : {}),
        }),
  );
  return (
    <>
      {isDesk && <DeskFilter part={part} search={search} />}
      <Card flush>
        {isDesk && <DeskSearch search={search} />}
        <PagedRows
          list={list}
          empty={
            <Blank
              icon="check"
              tone="good"
              title={t(isDesk ? "question.none" : "question.none-mine")}
              hint={t(isDesk ? "question.none-hint" : "question.ask-hint")}
            />
          }
        >
          {(rows) => <Rows rows={rows} isDesk={isDesk} onOpen={setOpen} />}
        </PagedRows>
      </Card>
      {open !== undefined && <QuestionDrawer id={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function DeskFilter({
  part,
  search,
}: {
  part: { territory?: string; search?: string };
  search: QuestionSearch;
}) {
  const { t, name } = useText();
  const trpc = useTRPC();
  const counts = useQuery(trpc.question.list.queryOptions({ ...part, limit: 1 }));
  const byState = counts.data?.byState ?? {};
  return (
    <ViewChips
      label={t("question.state")}
      views={[
        {
          key: "all",
          title: t("question.all"),
          door: { to: "/chain/questions", search: { view: "desk" } },
          on: search.state === undefined,
        },
        ...questionStates.map((key) => ({
          key,
          title: name("question-state", key),
          count: formatCount(byState[key] ?? 0),
          door: { to: "/chain/questions", search: { view: "desk", state: key } },
          on: key === search.state,
        })),
      ]}
    />
  );
}

function Rows({
  rows,
  isDesk,
  onOpen,
}: {
  rows: readonly QuestionRow[];
  isDesk: boolean;
  onOpen: (id: string) => void;
}) {
  const { t } = useText();
  return (
    <SmallTable
      head={
        <>
          <th>{t("question.subject")}</th>
          {isDesk && <th className="opt">{t("question.by")}</th>}
          <th>{t("question.state")}</th>
          <th className="opt">{t("question.on")}</th>
        </>
      }
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <td>
            <button type="button" className="row-name" onClick={() => onOpen(row.id)}>
              {row.subject}
            </button>{" "}
            {row.unread && <Tag tone="plain">{t("question.unread-mark")}</Tag>}
            <small>{row.placeName}</small>
          </td>
          {isDesk && <td className="opt">{row.askedBy}</td>}
          <td>
            <QuestionMark state={row.state} />
            {row.joined > 0 && <small className="t3">{t("question.joined-n", { n: row.joined })}</small>}
          </td>
          <td className="nw opt">{row.askedOn}</td>
        </tr>
      ))}
    </SmallTable>
  );
}

function DeskSearch({ search }: { search: QuestionSearch }) {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <search className="filters" aria-label={t("question.search")}>
      <SearchField
        label={t("question.search")}
        value={search.search ?? ""}
        onSettled={(text) =>
          void navigate({
            to: "/chain/questions",
            replace: true,
            search: ((old: object) => ({ ...old, search: text === "" ? undefined : text })) as never,
          })
        }
      />
    </search>
  );
}
