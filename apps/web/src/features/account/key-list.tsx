import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { Notice } from "../../components/notice.js";
import { QueryView } from "../../components/query-view.js";
import { useSession } from "../../session/use-session.js";
import { formatDayOf } from "../../text/format-instant.js";
import { useOperationName } from "../../text/use-operation-name.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { NewKey } from "./new-key.js";

/** Keys for programs that ask in the name of this account. */
export function KeyList() {
  const { t, list } = useText();
  const nameOf = useOperationName();
  const trpc = useTRPC();
  const { may } = useSession();
  const client = useQueryClient();
  const [making, setMaking] = useState(false);
  const [token, setToken] = useState<string>();
  const query = useQuery(trpc.key.list.queryOptions({}));
  const refresh = () => client.invalidateQueries({ queryKey: trpc.key.list.queryKey() });
  const revoke = useMutation(trpc.key.revoke.mutationOptions({ onSettled: refresh }));
  return (
    <Card
      flush
      title={t("account.keys")}
      note={t("account.keys-note")}
      right={
        may("key.create") && (
          <button type="button" className="btn sm" onClick={() => setMaking(true)}>
            {t("account.new-key")}
          </button>
        )
      }
    >
      {token !== undefined && (
        <div className="set-form">
          <Notice tone="ok">{t("account.key-once")}</Notice>
          <code className="code wrap">{token}</code>
        </div>
      )}
      {making && (
        <NewKey
          onDone={(made) => {
            setMaking(false);
            setToken(made);
            void refresh();
          }}
        />
      )}
      <QueryView query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="card-note">{t("account.no-keys")}</p>
          ) : (
            <table className="tbl">
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <td>{row.name}</td>
                    <td className="t3">
                      {list(row.scope.slice(0, 4).map(nameOf))}
                      {row.scope.length > 4 && t("account.key-more", { n: row.scope.length })}
                    </td>
                    <td className="num">{t("account.key-until", { day: formatDayOf(row.endsAt) })}</td>
                    <td className="right">
                      {row.revokedAt === null ? (
                        <button
                          type="button"
                          className="btn sm"
                          onClick={() => revoke.mutate({ txId: createTxId(), id: row.id })}
                        >
                          {t("account.revoke")}
                        </button>
                      ) : (
                        <span className="t3">{t("account.revoked")}</span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </QueryView>
    </Card>
  );
}
