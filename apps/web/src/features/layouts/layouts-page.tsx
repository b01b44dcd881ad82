import { type Layout, type LayoutKind, layoutKinds } from "@shian/domain";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Popconfirm } from "antd";
import { useState } from "react";
import { Card, PageHead } from "../../components/card.js";
import { DoorLink } from "../../components/figures.js";
import { LoadingPage } from "../../components/loading.js";
import { SmallTable } from "../../components/paged-rows.js";
import { QueryView } from "../../components/query-view.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { Tag } from "../../components/status-mark.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { LayoutEditor } from "./layout-editor.js";

/** What is edited: a layout of the office, or a new one that begins as a copy. */
export type LayoutDraft = Pick<Layout, "kind" | "title" | "dateFormat" | "columns"> & {
  readonly id?: string;
  readonly version: number;
};

/** The layouts of exports: shipped examples, the office's own, and the one that is edited. */
export function LayoutsPage() {
  const { t } = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.layout.list.queryOptions({}));
  const [draft, setDraft] = useState<LayoutDraft>();
  return (
    <>
      <PageHead
        crumb={
          <>
            <DoorLink door={{ to: "/settings" }}>{t("nav.settings")}</DoorLink> / {t("layout.title")}
          </>
        }
        title={t("layout.title")}
        sub={t("layout.sub")}
      />
      <QueryView query={query} loading={<LoadingPage />}>
        {({ rows }) =>
          draft === undefined ? (
            <List rows={rows} onEdit={setDraft} />
          ) : (
            <LayoutEditor key={draft.id ?? ""} draft={draft} onClose={() => setDraft(undefined)} />
          )
        }
      </QueryView>
    </>
  );
}

function List({ rows, onEdit }: { rows: readonly Layout[]; onEdit: (draft: LayoutDraft) => void }) {
  const { t, name } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const remove = useMutation(trpc.layout.remove.mutationOptions(saving(t("layout.removed"))));
  const own = (kind: LayoutKind) => rows.filter((layout) => layout.kind === kind);
  const copy = ({ kind, title, dateFormat, columns, demonstration }: Layout) =>
    onEdit({
      kind,
      dateFormat,
      columns,
      version: 0,
      title: demonstration ? "" : t("layout.copy-of", { title }),
    });
  return (
    <>
      <Refusal error={remove.error} />
      <Card flush>
        <SmallTable
          head={
            <>
              <th>{t("layout.name")}</th>
              <th className="opt">{t("layout.kind")}</th>
              <th className="num opt">{t("layout.columns")}</th>
              <th />
            </>
          }
        >
          {layoutKinds.flatMap(own).map((layout) => (
            <tr key={layout.id}>
              <td>
                {layout.title} {layout.demonstration && <Tag tone="info">{t("layout.demo")}</Tag>}
                {!layout.demonstration && (
                  <small>
                    {t("layout.version", { n: layout.version })} · {layout.savedBy}
                  </small>
                )}
              </td>
              <td className="opt">{name("layout-kind", layout.kind)}</td>
              <td className="num opt">{layout.columns.length}</td>
              <td className="num nw">
                <Button size="small" onClick={() => copy(layout)}>
                  {t("layout.copy")}
                </Button>{" "}
                {!layout.demonstration && (
                  <>
                    <Button size="small" onClick={() => onEdit(layout)}>
                      {t("layout.edit")}
                    </Button>{" "}
                    <Popconfirm
                      title={t("layout.remove-sure", { title: layout.title })}
                      onConfirm={() =>
                        remove.mutate({ txId: createTxId(), id: layout.id, version: layout.version })
                      }
                    >
                      <Button size="small">{t("layout.remove")}</Button>
                    </Popconfirm>
                  </>
                )}
              </td>
            </tr>
          ))}
        </SmallTable>
      </Card>
    </>
  );
}
