import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Card } from "../../components/card.js";
import { QueryView } from "../../components/query-view.js";
import { formatInstant } from "../../text/format-instant.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { describeAgent } from "./describe-agent.js";

/** Where the account is signed in, and the way to end each. */
export function SessionList() {
  const { t, clauses } = useText();
  const trpc = useTRPC();
  const client = useQueryClient();
  const query = useQuery(trpc.session.list.queryOptions({}));
  const revoke = useMutation(
    trpc.session.revoke.mutationOptions({
      onSettled: () => client.invalidateQueries({ queryKey: trpc.session.list.queryKey() }),
    }),
  );
  const end = (id: string) => revoke.mutate({ txId: createTxId(), id });
  return (
    <Card
      flush
      title={t("account.sessions")}
      right={
        (query.data?.rows.length ?? 0) > 1 && (
          <button type="button" className="btn sm" onClick={() => end("others")}>
            {t("account.end-others")}
          </button>
        )
      }
    >
      <QueryView query={query}>
        {({ rows }) => (
          <table className="tbl">
            <thead>
              <tr>
                <th>{t("account.device")}</th>
                <th>{t("account.address")}</th>
                <th>{t("account.seen")}</th>
                <th aria-label={t("account.end")} />
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    {row.name ?? t(row.kind === "web" ? "account.web" : "account.terminal")}
                    <small className="t3" title={row.agent}>
                      {clauses(...describeAgent(row.agent))}
                    </small>
                  </td>
                  <td className="num">{row.address}</td>
                  <td className="num">{formatInstant(row.seenAt)}</td>
                  <td className="right nw">
                    {row.current ? (
                      <span className="t3">{t("account.this-one")}</span>
                    ) : (
                      <button type="button" className="btn sm" onClick={() => end(row.id)}>
                        {t("account.end")}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </QueryView>
    </Card>
  );
}
