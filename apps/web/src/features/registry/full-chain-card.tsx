import { label } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { Card } from "../../components/card.js";
import { DoorLink } from "../../components/figures.js";
import { QueryView } from "../../components/query-view.js";
import { StatusMark } from "../../components/status-mark.js";
import { toDays } from "../../navigation/scope-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

/** Everyone who answers for an establishment on the day, from the office down; who is absent is said. */
export function FullChainCard({ establishment }: { establishment: string }) {
  const { t, locale, name, clauses } = useText();
  const trpc = useTRPC();
  const days = toDays(useScope());
  const query = useQuery(trpc.directory.chain.queryOptions({ establishment, ...days }));
  return (
    <Card
      title={t("full-chain.title")}
      right={
        query.data !== undefined && (
          <StatusMark tone={query.data.absent === 0 ? "ok" : "at-risk"}>
            {query.data.absent === 0
              ? t("full-chain.complete")
              : t("full-chain.absent", { n: query.data.absent })}
          </StatusMark>
        )
      }
    >
      <QueryView query={query}>
        {({ links }) => (
          <ul className="mini" data-testid="full-chain">
            {links.map((link) => (
              <li key={`${link.link} ${link.place ?? ""}`}>
                <span className="t2">
                  {label(`chain-link/${link.link}`, locale)}
                  <small className="t3">
                    {" "}
                    {clauses(
                      link.level !== null && name("level", link.level),
                      link.placeName,
                      link.byLiaison && t("full-chain.by-liaison"),
                    )}
                  </small>
                </span>
                <span>
                  {link.holders.length === 0 ? (
                    link.absent ? (
                      <span className="amber">{t("full-chain.missing")}</span>
                    ) : (
                      <span className="t3">{t("full-chain.not-required")}</span>
                    )
                  ) : (
                    link.holders.map((holder) => (
                      <span key={holder.post ?? holder.official ?? holder.name}>
                        {holder.official === null ? (
                          <b>{holder.name}</b>
                        ) : (
                          <DoorLink
                            door={{ to: "/chain/official/$id", params: { id: holder.official } }}
                            className="link"
                          >
                            {holder.name}
                          </DoorLink>
                        )}{" "}
                        <small className="t3">
                          {clauses(holder.unit, holder.title, holder.officePhone)}
                        </small>{" "}
                      </span>
                    ))
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </Card>
  );
}
