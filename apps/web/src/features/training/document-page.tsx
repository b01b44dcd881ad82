import type { DocumentDetail, ReaderRow } from "@shian/domain";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { Card, PageHead } from "../../components/card.js";
import { DoorLink } from "../../components/figures.js";
import { LoadingPage } from "../../components/loading.js";
import { Blank } from "../../components/notice.js";
import { PagedRows, SmallTable } from "../../components/paged-rows.js";
import { QueryView } from "../../components/query-view.js";
import { ReasonModal } from "../../components/reason-modal.js";
import { useSaving } from "../../components/saving.js";
import { StatusMark } from "../../components/status-mark.js";
import { usePages } from "../../components/use-pages.js";
import { toDays } from "../../navigation/scope-search.js";
import { parseTrainingSearch, readWords } from "../../navigation/training-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC, useTRPCClient } from "../../trpc.js";
import { CountTable } from "./count-table.js";
import { DocumentForm } from "./document-form.js";

/** One document: its text and file, and who has read it. */
export function DocumentPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const trpc = useTRPC();
  const scope = useScope();
  const query = useQuery(
    trpc.document.get.queryOptions({ id, ...toDays(scope) }, { placeholderData: keepPreviousData }),
  );
  return (
    <QueryView query={query} loading={<LoadingPage />}>
      {(detail) => <Page detail={detail} />}
    </QueryView>
  );
}

function Page({ detail }: { detail: DocumentDetail }) {
  const { t, name, clauses } = useText();
  const { document } = detail;
  const [doing, setDoing] = useState<"edit" | "withdraw">();
  return (
    <>
      <PageHead
        crumb={
          <DoorLink door={{ to: "/chain/training", search: { view: "documents" } }}>
            {t("training.documents")}
          </DoorLink>
        }
        title={document.title}
        sub={clauses(document.number, document.issuer, document.issuedOn)}
        mark={document.withdrawn ? <span className="tag">{t("training.withdrawn")}</span> : undefined}
        actions={
          detail.mayChange &&
          !document.withdrawn && (
            <>
              <Button onClick={() => setDoing("withdraw")}>{t("document.withdraw")}</Button>
              <Button onClick={() => setDoing("edit")}>{t("training.edit")}</Button>
            </>
          )
        }
      />
      <div className="grid">
        <div className="c8 stack tops">
          <Card title={t("document.text")} note={t("own.open-until", { date: document.readBy })}>
            {detail.text !== "" && <p className="pre">{detail.text}</p>}
            {detail.file !== null && (
              <p className="mt8">
                <a href={`/api/training-files/${detail.file.id}`} download>
                  {t("own.download", { name: detail.file.name })}
                </a>
              </p>
            )}
          </Card>
          <Readers detail={detail} />
        </div>
        <div className="c4 stack tops">
          <Card flush title={t("training.by-level")}>
            <CountTable
              head={t("commitment.level")}
              done={t("document.read")}
              rows={detail.levels.map(({ level, read }) => ({
                key: level,
                title: name("level", level),
                rate: read,
              }))}
            />
          </Card>
          <Card flush title={t("training.by-place")}>
            <CountTable
              head={t("commitment.place")}
              done={t("document.read")}
              rows={detail.territories.map(({ code, name: place, read }) => ({
                key: code ?? "",
                title: code === null ? t("training.own-level", { place }) : place,
                rate: read,
              }))}
            />
          </Card>
        </div>
      </div>
      {doing === "edit" && <DocumentForm detail={detail} onClose={() => setDoing(undefined)} />}
      {doing === "withdraw" && <Withdraw detail={detail} onClose={() => setDoing(undefined)} />}
    </>
  );
}

function Withdraw({ detail: { document }, onClose }: { detail: DocumentDetail; onClose: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const navigate = useNavigate();
  const withdraw = useMutation(
    trpc.document.withdraw.mutationOptions(
      saving(
        t("training.withdrawn-done"),
        () => void navigate({ to: "/chain/training", search: { view: "documents" } as never }),
      ),
    ),
  );
  return (
    <ReasonModal
      title={t("document.withdraw-of", { title: document.title })}
      hint={t("document.withdraw-hint")}
      action={t("document.withdraw")}
      danger
      pending={withdraw.isPending}
      error={withdraw.error}
      onClose={onClose}
      onSubmit={({ reason }) =>
        withdraw.mutate({ txId: createTxId(), id: document.id, version: document.version, reason })
      }
    />
  );
}

function Readers({ detail: { document } }: { detail: DocumentDetail }) {
  const { t, name } = useText();
  const api = useTRPCClient();
  const scope = useScope();
  const { read } = parseTrainingSearch(useSearch({ strict: false }) as Record<string, unknown>);
  const list = usePages(
    "document.readers",
    { id: document.id, ...scope, limit: 50, ...(read === undefined ? {} : { read: read === "read" }) },
    (input) => api.document.readers.query(input),
  );
  const door = (more: object) => ({
    to: "/chain/document/$id",
    params: { id: document.id },
    search: { ...more },
  });
  return (
    <Card flush title={t("document.readers")}>
      <nav className="filters" aria-label={t("document.readers")}>
        <DoorLink door={door({})} className={read === undefined ? "view on" : "view"}>
          {t("training.filter-all")}
        </DoorLink>
        {readWords.map((one) => (
          <DoorLink key={one} door={door({ read: one })} className={one === read ? "view on" : "view"}>
            {t(`document.filter-${one}`)}
          </DoorLink>
        ))}
      </nav>
      <PagedRows
        list={list}
        empty={<Blank icon="person" title={t("document.no-reader")} hint={t("training.empty-people-hint")} />}
      >
        {(rows) => (
          <SmallTable
            head={
              <>
                <th>{t("training.people")}</th>
                <th className="opt">{t("commitment.level")}</th>
                <th>{t("document.read-on")}</th>
              </>
            }
          >
            {rows.map((row) => (
              <tr key={row.official}>
                <td>
                  <DoorLink door={{ to: "/chain/official/$id", params: { id: row.official } }}>
                    {row.name}
                  </DoorLink>
                  <small>
                    {row.unit} {row.post}
                  </small>
                </td>
                <td className="opt nw">{name("level", row.level)}</td>
                <td>
                  <ReadMark row={row} />
                </td>
              </tr>
            ))}
          </SmallTable>
        )}
      </PagedRows>
    </Card>
  );
}

function ReadMark({ row }: { row: ReaderRow }) {
  const { t } = useText();
  if (row.readOn !== null) return <StatusMark tone="ok">{row.readOn}</StatusMark>;
  return row.late ? (
    <StatusMark tone="overdue">{t("document.unread-late")}</StatusMark>
  ) : (
    <StatusMark tone="at-risk">{t("document.unread")}</StatusMark>
  );
}
