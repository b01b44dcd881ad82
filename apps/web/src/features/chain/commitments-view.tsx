import { type CommitmentRow, levels, renderProblem, type SigningRates } from "@shian/domain";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Card } from "../../components/card.js";
import { CoverageBar, DoorLink, formatCount, NumberLink, RateText, Stat } from "../../components/figures.js";
import { Blank } from "../../components/notice.js";
import { PagedRows, SmallTable } from "../../components/paged-rows.js";
import { QueryView } from "../../components/query-view.js";
import { StatusMark, type Tone } from "../../components/status-mark.js";
import { usePages } from "../../components/use-pages.js";
import { useScope } from "../../navigation/use-scope.js";
import { type ChainSearch, standingFilters } from "../../navigation/visit-search.js";
import { useText } from "../../text/use-text.js";
import { useTRPC, useTRPCClient } from "../../trpc.js";
import { PapersCard } from "./papers-card.js";

const tones = { valid: "ok", outdated: "at-risk", none: "overdue" } as const satisfies Record<string, Tone>;
const at = (search: object) => ({ to: "/chain", search: { view: "commitments", ...search } });

/** Who has signed and acknowledged: rates by level and territory, and the officials behind every number. */
export function CommitmentsView({ search }: { search: ChainSearch }) {
  const trpc = useTRPC();
  const scope = useScope();
  const query = useQuery(trpc.commitment.rates.queryOptions(scope, { placeholderData: keepPreviousData }));
  return (
    <div className="grid">
      <div className="c8 stack tops">
        <QueryView query={query}>{(rates) => <Rates rates={rates} />}</QueryView>
        <Officials search={search} />
      </div>
      <div className="c4 stack tops">
        <PapersCard />
      </div>
    </div>
  );
}

type Signing = Pick<SigningRates["total"], "signed" | "acknowledged" | "outdated" | "none">;

function Rates({ rates }: { rates: SigningRates }) {
  const { t, name } = useText();
  const { total } = rates;
  return (
    <Card
      title={t("commitment.title")}
      note={`${rates.name}，${t(rates.strict ? "commitment.strict" : "commitment.loose")}`}
    >
      <div className="stats">
        <Stat
          caption={t("commitment.signed")}
          unit={`${formatCount(total.signed.done)} / ${formatCount(total.signed.of)}`}
        >
          <RateText rate={total.signed} />
        </Stat>
        <Stat
          caption={t("commitment.acknowledged")}
          unit={`${formatCount(total.acknowledged.done)} / ${formatCount(total.acknowledged.of)}`}
        >
          <RateText rate={total.acknowledged} />
        </Stat>
        <Stat caption={t("commitment.outdated")}>
          <NumberLink n={total.outdated} tone="amber" door={at({ standing: "outdated" })} />
        </Stat>
        <Stat caption={t("commitment.none")}>
          <NumberLink n={total.none} tone="red" door={at({ standing: "none" })} />
        </Stat>
      </div>
      <SmallTable head={<Heads first={t("commitment.level")} />} className="mt12 figures-phone">
        {rates.levels
          .filter(({ signed }) => signed.of > 0)
          .map(({ level, ...signing }) => (
            <SigningRow key={level} title={name("level", level)} signing={signing} door={{ level }} />
          ))}
      </SmallTable>
      {rates.territories.length > 0 && (
        <SmallTable head={<Heads first={t("commitment.place")} />} className="mt16 figures-phone">
          {rates.territories.map(({ code, name: place, ...signing }) => (
            <SigningRow
              key={code ?? ""}
              title={code === null ? t("commitment.own-level", { place }) : place}
              signing={signing}
              door={code === null ? undefined : { territory: code }}
            />
          ))}
        </SmallTable>
      )}
    </Card>
  );
}

function Heads({ first }: { first: string }) {
  const { t } = useText();
  return (
    <>
      <th>{first}</th>
      <th className="num">{t("commitment.officials")}</th>
      <th className="num">{t("commitment.signed-col")}</th>
      <th className="num">{t("commitment.rate")}</th>
      <th className="opt" />
      <th className="num">{t("commitment.outdated")}</th>
      <th className="num">{t("commitment.none")}</th>
      <th className="num opt">{t("commitment.seen-col")}</th>
    </>
  );
}

function SigningRow({
  title,
  signing,
  door,
}: {
  title: string;
  signing: Signing;
  door: { level?: string; territory?: string } | undefined;
}) {
  const { t } = useText();
  const { signed, acknowledged, outdated, none } = signing;
  const to = (search: object) => (door === undefined ? undefined : at({ ...door, ...search }));
  return (
    <tr>
      <td>{door === undefined ? title : <DoorLink door={at(door)}>{title}</DoorLink>}</td>
      <td className="num" data-label={t("commitment.officials")}>
        <NumberLink n={signed.of} door={to({})} />
      </td>
      <td className="num" data-label={t("commitment.signed-col")}>
        <NumberLink n={signed.done} door={to({ standing: "valid" })} />
      </td>
      <td className="num" data-label={t("commitment.rate")}>
        <RateText rate={signed} />
      </td>
      <td className="opt" style={{ width: 120 }}>
        <CoverageBar rate={signed} line={undefined} fill="var(--ant-color-text-tertiary)" />
      </td>
      <td className="num" data-label={t("commitment.outdated")}>
        <NumberLink n={outdated} tone="amber" door={to({ standing: "outdated" })} />
      </td>
      <td className="num" data-label={t("commitment.none")}>
        <NumberLink n={none} tone="red" door={to({ standing: "none" })} />
      </td>
      <td className="num opt" data-label={t("commitment.seen-col")}>
        {formatCount(acknowledged.done)}
        {acknowledged.done < acknowledged.of && (
          <>
            {" "}
            <NumberLink
              n={acknowledged.of - acknowledged.done}
              tone="amber"
              door={to({ standing: "unseen" })}
            >
              −{acknowledged.of - acknowledged.done}
            </NumberLink>
          </>
        )}
      </td>
    </tr>
  );
}

function Officials({ search }: { search: ChainSearch }) {
  const { t, name } = useText();
  const api = useTRPCClient();
  const scope = useScope();
  const { standing, level } = search;
  const list = usePages(
    "commitment.list",
    {
      ...scope,
      limit: 50,
      ...(standing === undefined || standing === "unseen" ? {} : { standing }),
      ...(standing === "unseen" ? { acknowledged: false } : {}),
      ...(level === undefined ? {} : { level }),
    },
    (input) => api.commitment.list.query(input),
  );
  const kept = level === undefined ? {} : { level };
  return (
    <Card flush title={t("commitment.list")} note={level === undefined ? undefined : name("level", level)}>
      <nav className="filters" aria-label={t("commitment.state")}>
        <DoorLink door={at(kept)} className={standing === undefined ? "view on" : "view"}>
          {t("commitment.filter-all")}
        </DoorLink>
        {standingFilters.map((one) => (
          <DoorLink
            key={one}
            door={at({ ...kept, standing: one })}
            className={one === standing ? "view on" : "view"}
          >
            {t(`commitment.filter-${one}`)}
          </DoorLink>
        ))}
        {levels.includes(level as (typeof levels)[number]) && (
          <DoorLink door={at(standing === undefined ? {} : { standing })} className="view on">
            {name("level", level ?? "")} ×
          </DoorLink>
        )}
      </nav>
      <PagedRows
        list={list}
        empty={<Blank icon="check" title={t("commitment.empty")} hint={t("commitment.empty-hint")} />}
      >
        {(rows) => (
          <SmallTable
            head={
              <>
                <th>{t("commitment.list")}</th>
                <th className="opt">{t("commitment.level")}</th>
                <th className="num">{t("commitment.firms")}</th>
                <th>{t("commitment.state")}</th>
                <th>{t("commitment.annex")}</th>
              </>
            }
          >
            {rows.map((row) => (
              <OfficialLine key={row.official.id} row={row} />
            ))}
          </SmallTable>
        )}
      </PagedRows>
    </Card>
  );
}

function OfficialLine({ row }: { row: CommitmentRow }) {
  const { t, name, locale, clauses } = useText();
  const { official, standing } = row;
  return (
    <tr>
      <td>
        <DoorLink door={{ to: "/chain/official/$id", params: { id: official.id } }}>{official.name}</DoorLink>
        <small>{clauses(official.unit, official.post)}</small>
      </td>
      <td className="opt nw">{name("level", official.level)}</td>
      <td className="num">
        <NumberLink n={row.load} door={{ to: "/registry", search: { official: official.id } }} />
      </td>
      <td>
        <StatusMark tone={tones[standing]}>{name("standing", standing)}</StatusMark>
        {standing === "valid" && row.to !== null && <small>{t("commitment.until", { date: row.to })}</small>}
        {row.reasons.map((reason) => (
          <small key={reason.code}>{renderProblem(reason, locale)}</small>
        ))}
      </td>
      <td>
        <StatusMark tone={row.acknowledged ? "ok" : "at-risk"}>
          {t(row.acknowledged ? "commitment.version-seen" : "commitment.version-unseen", {
            n: row.annexVersion,
          })}
        </StatusMark>
      </td>
    </tr>
  );
}
