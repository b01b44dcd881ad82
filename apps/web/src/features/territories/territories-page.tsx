import { label, type TerritoryRow } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Card, PageHead } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { LoadingPage } from "../../components/loading.js";
import { Blank } from "../../components/notice.js";
import { QueryView } from "../../components/query-view.js";
import { toDays } from "../../navigation/scope-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { IfMay } from "../../session/use-session.js";
import { startWithCapital, useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";
import type { ChangeKind } from "./change-draft.js";
import { ChangeModal } from "./change-modal.js";

type Place = { code: string; name: string };
type Doing = { kind: ChangeKind; row?: TerritoryRow };

/** The office's territories level by level, and what may be changed about them from a day on. */
export function TerritoriesPage() {
  const trpc = useTRPC();
  const status = useQuery(trpc.office.status.queryOptions({}));
  return (
    <QueryView query={status} loading={<LoadingPage />}>
      {({ territory }) => <Level root={territory} />}
    </QueryView>
  );
}

function Level({ root }: { root: Place }) {
  const { t } = useText();
  const trpc = useTRPC();
  const days = toDays(useScope());
  const [trail, setTrail] = useState<readonly Place[]>([root]);
  const [doing, setDoing] = useState<Doing>();
  const parent = trail.at(-1) ?? root;
  const query = useQuery(
    trpc.territory.list.queryOptions({
      parent: parent.code,
      ...days,
    }),
  );
  const rows = query.data?.rows ?? [];
  const townships = rows.filter(({ kind }) => kind === "township");
  const start = (kind: ChangeKind, row?: TerritoryRow) =>
    setDoing(row === undefined ? { kind } : { kind, row });
  return (
    <>
      <PageHead
        title={t("nav.territories")}
        sub={t("territories.sub")}
        actions={
          <>
            {townships.length > 1 && (
              <IfMay operation="territory.merge">
                <button type="button" className="btn" onClick={() => start("merge")}>
                  {t("territories.merge")}
                </button>
              </IfMay>
            )}
            <IfMay operation="territory.create">
              <button type="button" className="btn pri" onClick={() => start("create")}>
                <Icon name="plus" />
                {t("territories.create")}
              </button>
            </IfMay>
          </>
        }
      />
      <Card flush title={<Trail trail={trail} onGo={(depth) => setTrail(trail.slice(0, depth + 1))} />}>
        <QueryView query={query}>
          {({ rows: places }) =>
            places.length === 0 ? (
              <Blank icon="place" title={t("territories.empty")} hint={t("territories.empty-hint")} />
            ) : (
              <div className="scroll-x">
                <table className="tbl s">
                  <thead>
                    <tr>
                      <th>{t("territories.name")}</th>
                      <th className="opt">{t("territories.code")}</th>
                      <th className="num">{t("territories.firms")}</th>
                      <th className="num opt">{t("territories.children")}</th>
                      <th className="opt">{t("people.days")}</th>
                      <th aria-label={t("territories.change")} />
                    </tr>
                  </thead>
                  <tbody>
                    {places.map((row) => (
                      <Row
                        key={row.code}
                        row={row}
                        onDown={() => setTrail([...trail, row])}
                        onStart={(kind) => start(kind, row)}
                      />
                    ))}
                  </tbody>
                </table>
              </div>
            )
          }
        </QueryView>
      </Card>
      {doing !== undefined && (
        <ChangeModal
          kind={doing.kind}
          row={doing.row}
          parent={parent}
          siblings={townships}
          onClose={() => setDoing(undefined)}
        />
      )}
    </>
  );
}

function Trail({ trail, onGo }: { trail: readonly Place[]; onGo: (depth: number) => void }) {
  return (
    <span className="row wrap gap4">
      {trail.map((place, depth) => (
        <span key={place.code}>
          {depth > 0 && <span className="t3">/ </span>}
          {depth === trail.length - 1 ? (
            place.name
          ) : (
            <button type="button" className="btn link" onClick={() => onGo(depth)}>
              {place.name}
            </button>
          )}
        </span>
      ))}
    </span>
  );
}

function Row({
  row,
  onDown,
  onStart,
}: {
  row: TerritoryRow;
  onDown: () => void;
  onStart: (kind: ChangeKind) => void;
}) {
  const { t, locale } = useText();
  const kindOf = (kind: string) => startWithCapital(label(`territory/kind-of-${kind}`, locale), locale);
  return (
    <tr>
      <td>
        {row.children > 0 ? (
          <button type="button" className="row-name" onClick={onDown}>
            {row.name}
          </button>
        ) : (
          row.name
        )}
        <small>{kindOf(row.kind)}</small>
      </td>
      <td className="code opt">{row.code}</td>
      <td className="num">
        {row.establishments === 0 ? <span className="t3">0</span> : formatCount(row.establishments)}
      </td>
      <td className="num opt">
        {row.children === 0 ? <span className="t3">0</span> : formatCount(row.children)}
      </td>
      <td className="opt nw">
        {row.to === null
          ? t("account.from", { from: row.from })
          : t("account.from-to", { from: row.from, to: row.to })}
      </td>
      <td className="num">
        <span className="row acts wrap">
          {row.kind === "township" && row.children > 1 && (
            <IfMay operation="territory.split">
              <button type="button" className="btn sm" onClick={() => onStart("split")}>
                {t("territories.split")}
              </button>
            </IfMay>
          )}
          <IfMay operation="territory.rename">
            <button type="button" className="btn sm" onClick={() => onStart("rename")}>
              {t("territories.rename")}
            </button>
          </IfMay>
          <IfMay operation="territory.end">
            <button type="button" className="btn sm" onClick={() => onStart("end")}>
              {t("territories.end")}
            </button>
          </IfMay>
        </span>
      </td>
    </tr>
  );
}
