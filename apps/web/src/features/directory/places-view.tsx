import { dutyKinds, label } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { Card } from "../../components/card.js";
import { DoorLink } from "../../components/figures.js";
import { Blank } from "../../components/notice.js";
import { PagedRows, SmallTable } from "../../components/paged-rows.js";
import { StatusMark } from "../../components/status-mark.js";
import { usePages } from "../../components/use-pages.js";
import type { DirectorySearch } from "../../navigation/directory-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { useText } from "../../text/use-text.js";
import { useTRPC, useTRPCClient } from "../../trpc.js";

/** Places from the territory down to the villages, who stands there, and what is absent; each count opens its places. */
export function PlacesView({ search }: { search: DirectorySearch }) {
  const { t, locale, name, clauses } = useText();
  const api = useTRPCClient();
  const trpc = useTRPC();
  const scope = useScope();
  const counts = useQuery(trpc.directory.places.queryOptions({ ...scope, limit: 1 }));
  const rows = usePages(
    "directory.places",
    { ...scope, limit: 50, ...(search.absent === undefined ? {} : { absent: search.absent }) },
    (input) => api.directory.places.query(input),
  );
  const missing = dutyKinds.filter((kind) => (counts.data?.absent[kind] ?? 0) > 0);
  return (
    <Card flush>
      <div className="filters">
        <DoorLink
          door={{ to: "/chain/directory" }}
          className={search.absent === undefined ? "btn sm pri" : "btn sm"}
        >
          {t("directory.absent-all")}
        </DoorLink>
        {missing.map((kind) => (
          <DoorLink
            key={kind}
            door={{ to: "/chain/directory", search: { absent: kind } }}
            className={search.absent === kind ? "btn sm pri" : "btn sm"}
          >
            {t("directory.absent-n", {
              kind: label(`duty-kind/${kind}`, locale),
              n: counts.data?.absent[kind] ?? 0,
            })}
          </DoorLink>
        ))}
      </div>
      <PagedRows list={rows} empty={<Blank icon="place" title={t("directory.no-places")} />}>
        {(found) => (
          <SmallTable
            head={
              <>
                <th>{t("directory.place")}</th>
                <th>{t("directory.who")}</th>
              </>
            }
          >
            {found.map((row) => (
              <tr key={row.code}>
                <td>
                  {row.name}
                  <small>
                    {clauses(name("level", row.level), t("directory.officials-n", { n: row.officials }))}
                  </small>
                </td>
                <td>
                  {row.posts.map((post) => (
                    <div key={post.post}>
                      <span className="t3">{label(`duty-kind/${post.kind}`, locale)}</span> {post.name}{" "}
                      <small className="t3">{clauses(post.unit, post.title, post.officePhone)}</small>
                    </div>
                  ))}
                  {row.absent.map((kind) => (
                    <StatusMark key={kind} tone="at-risk">
                      {t("directory.absent", { kind: label(`duty-kind/${kind}`, locale) })}
                    </StatusMark>
                  ))}
                </td>
              </tr>
            ))}
          </SmallTable>
        )}
      </PagedRows>
    </Card>
  );
}
