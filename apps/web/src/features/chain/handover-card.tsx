import { useQuery } from "@tanstack/react-query";
import { Card } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { QueryView } from "../../components/query-view.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

/** What one official gave and received, each with the sheet to sign. */
export function HandoverCard({ official }: { official: string }) {
  const { t, name, list } = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.handover.list.queryOptions({ official, limit: 20 }));
  return (
    <Card
      title={t("handover.card")}
      right={
        <DoorLink door={{ to: "/chain/handover", search: { official } }} className="btn">
          {t("handover.prepare")}
        </DoorLink>
      }
    >
      <QueryView query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="t3">{t("handover.card-none")}</p>
          ) : (
            <ul className="mini">
              {rows.map(({ id, day, undoneAt, parties }) => {
                const own = parties.find((party) => party.id === official);
                if (own === undefined) return null;
                return (
                  <li key={id}>
                    <span>
                      {day} {name("handover-role", own.role)}
                      <small className="t3 block">
                        {list([
                          own.given > 0 && t("handover.gave", { n: formatCount(own.given) }),
                          own.received > 0 && t("handover.got", { n: formatCount(own.received) }),
                          undoneAt !== null && t("handover.undone"),
                        ])}
                      </small>
                    </span>
                    <a
                      className="btn"
                      href={`/api/papers/handover/${encodeURIComponent(id)}/receipt.docx?official=${encodeURIComponent(official)}`}
                      download
                    >
                      <Icon name="download" />
                      {t("handover.receipt")}
                    </a>
                  </li>
                );
              })}
            </ul>
          )
        }
      </QueryView>
    </Card>
  );
}
