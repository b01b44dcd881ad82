import type { FactKind } from "@shian/domain";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Popconfirm } from "antd";
import { Card } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { Blank } from "../../components/notice.js";
import { QueryView } from "../../components/query-view.js";
import { Refusal } from "../../components/saving.js";
import { formatMoment } from "../../text/format-moment.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

const NAMED = 3;

/** The sheets of a kind that were entered, each with its refused rows and its undo. */
export function EnteredSheets({ kind }: { kind: FactKind }) {
  const { t, locale } = useText();
  const trpc = useTRPC();
  const client = useQueryClient();
  const { message } = App.useApp();
  const query = useQuery(trpc.factSheet.list.queryOptions({ kind, limit: 50 }));
  const undo = useMutation(
    trpc.factSheet.undo.mutationOptions({
      onSuccess: async ({ undone, left, leftRows }) => {
        await client.invalidateQueries();
        const names = leftRows
          .slice(0, NAMED)
          .map(({ name }) => name)
          .join(locale === "en" ? ", " : "、");
        void (left === 0
          ? message.success(t("facts.undo-done", { undone: formatCount(undone) }))
          : message.warning(
              t("facts.undo-left", { undone: formatCount(undone), left: formatCount(left), names }),
              8,
            ));
      },
    }),
  );
  return (
    <Card flush title={t("facts.entered")}>
      <Refusal error={undo.error} />
      <QueryView query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Blank icon="file" title={t("facts.entered-none")} />
          ) : (
            <div className="scroll-x">
              <table className="tbl s stack-phone">
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.id}>
                      <td>
                        <b>{row.fileName}</b>
                        <small className="t3">
                          {formatMoment(row.at)} {row.who}
                        </small>
                      </td>
                      <td className="t2">
                        {row.new + row.replaces > 0
                          ? t("facts.counts", {
                              rows: formatCount(row.rows),
                              new: formatCount(row.new),
                              replaces: formatCount(row.replaces),
                              same: formatCount(row.same),
                              refused: formatCount(row.refused),
                            })
                          : t("facts.counts-part", { rows: formatCount(row.rows) })}
                      </td>
                      <td className="nw">
                        {row.refused > 0 && (
                          <a
                            className="btn sm"
                            href={`/api/fact-sheets/${row.id}/refused.xlsx?locale=${locale}`}
                            title={t("facts.download-note")}
                            download
                          >
                            <Icon name="download" />
                            {t("facts.download", { n: formatCount(row.refused) })}
                          </a>
                        )}{" "}
                        {row.undoneAt !== null ? (
                          <span className="t3">{t("facts.undone")}</span>
                        ) : !row.whole ? null : (
                          <Popconfirm
                            title={t("facts.undo-sure")}
                            onConfirm={() => undo.mutate({ txId: createTxId(), id: row.id })}
                          >
                            <Button size="small" loading={undo.isPending && undo.variables.id === row.id}>
                              {t("facts.undo")}
                            </Button>
                          </Popconfirm>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </QueryView>
    </Card>
  );
}
