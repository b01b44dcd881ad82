import type { SchemeRow } from "@shian/domain";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { SmallTable } from "../../components/paged-rows.js";
import { QueryView } from "../../components/query-view.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { StatusMark, Tag } from "../../components/status-mark.js";
import { useToday } from "../../components/use-today.js";
import { useSession } from "../../session/use-session.js";
import { formatDayOf } from "../../text/format-instant.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC, useTRPCClient } from "../../trpc.js";
import { ForceModal } from "./force-modal.js";
import { RegradeProgress } from "./regrade-progress.js";
import { SchemeDrawer } from "./scheme-drawer.js";
import { TakeBackModal } from "./take-back-modal.js";

type Open = { what: "drawer" | "force" | "back"; row: SchemeRow };

/** All versions of the grading scheme, and what may be done with each. */
export function SchemesView() {
  const { t, locale } = useText();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { may } = useSession();
  const saving = useSaving();
  const today = useToday();
  const [open, setOpen] = useState<Open>();
  const [jobId, setJobId] = useState<string>();
  const query = useQuery(trpc.grading.schemes.queryOptions({}));
  const draft = useMutation({
    mutationFn: async (base: string) => {
      const { scheme } = await client.grading.getScheme.query({ id: base });
      return client.grading.saveDraft.mutate({ txId: createTxId(), id: null, version: 0, base, scheme });
    },
    ...saving<{ row: SchemeRow }>(t("rules.drafted"), ({ row }) => setOpen({ what: "drawer", row })),
  });
  const drop = useMutation(trpc.grading.dropDraft.mutationOptions(saving(t("rules.dropped"))));
  const mayEdit = may("grading.saveDraft");
  return (
    <>
      {jobId !== undefined && <RegradeProgress jobId={jobId} />}
      <Refusal error={draft.error ?? drop.error} />
      <Card flush title={t("rules.versions")} note={t("rules.first-fits")}>
        <QueryView query={query}>
          {({ rows }) => {
            const last = rows.filter(({ state }) => state === "in-force").at(-1);
            return (
              <SmallTable
                head={
                  <>
                    <th>{t("rules.version")}</th>
                    <th>{t("rules.state")}</th>
                    <th>{t("rules.from")}</th>
                    <th className="num">{t("rules.rules")}</th>
                    <th className="opt">{t("rules.changed-by")}</th>
                    <th />
                  </>
                }
              >
                {rows.map((row) => (
                  <tr key={row.id}>
                    <td>
                      {row.title[locale]}
                      {row.demonstration && (
                        <small>
                          <Tag tone="plain">{t("rules.demonstration")}</Tag>
                        </small>
                      )}
                    </td>
                    <td className="nw">
                      <State row={row} today={today} />
                    </td>
                    <td className="nw">
                      {row.state === "draft" ? (
                        <span className="t3">—</span>
                      ) : (
                        <>
                          {row.from ?? t("rules.from-beginning")}
                          {row.to !== null && <small className="t3">→ {row.to}</small>}
                        </>
                      )}
                    </td>
                    <td className="num">{formatCount(row.rules)}</td>
                    <td className="opt t2">
                      {row.updatedBy}
                      {row.updatedAt !== null && <small>{formatDayOf(row.updatedAt)}</small>}
                    </td>
                    <td>
                      <span className="row wrap">
                        <Button size="small" onClick={() => setOpen({ what: "drawer", row })}>
                          {t(row.state === "draft" && mayEdit ? "rules.edit" : "rules.view")}
                        </Button>
                        {mayEdit && row.state === "draft" && (
                          <>
                            <Button
                              size="small"
                              type="primary"
                              onClick={() => setOpen({ what: "force", row })}
                            >
                              {t("rules.put-in-force")}
                            </Button>
                            <Button
                              size="small"
                              loading={drop.isPending}
                              onClick={() =>
                                drop.mutate({ txId: createTxId(), id: row.id, version: row.version })
                              }
                            >
                              {t("rules.drop")}
                            </Button>
                          </>
                        )}
                        {mayEdit && row.state === "in-force" && (
                          <Button size="small" loading={draft.isPending} onClick={() => draft.mutate(row.id)}>
                            {t("rules.new-draft")}
                          </Button>
                        )}
                        {mayEdit && row.from !== null && row.id === last?.id && (
                          <Button size="small" danger onClick={() => setOpen({ what: "back", row })}>
                            {t("rules.take-back")}
                          </Button>
                        )}
                      </span>
                    </td>
                  </tr>
                ))}
              </SmallTable>
            );
          }}
        </QueryView>
      </Card>
      {open?.what === "drawer" && <SchemeDrawer id={open.row.id} onClose={() => setOpen(undefined)} />}
      {open?.what === "force" && (
        <ForceModal row={open.row} onClose={() => setOpen(undefined)} onQueued={setJobId} />
      )}
      {open?.what === "back" && (
        <TakeBackModal row={open.row} onClose={() => setOpen(undefined)} onQueued={setJobId} />
      )}
    </>
  );
}

function State({ row, today }: { row: SchemeRow; today: string }) {
  const { t, name } = useText();
  if (row.state === "draft") return <StatusMark tone="closed">{name("scheme-state", "draft")}</StatusMark>;
  if (row.current) return <StatusMark tone="ok">{t("rules.current")}</StatusMark>;
  const isFuture = row.from !== null && row.from > today;
  return (
    <StatusMark tone={isFuture ? "at-risk" : "closed"}>
      {t(isFuture ? "rules.future" : "rules.former")}
    </StatusMark>
  );
}
