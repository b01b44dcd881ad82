import type { Coverage } from "@shian/domain";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Select } from "antd";
import { PageHead } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { LoadingCard, LoadingPage } from "../../components/loading.js";
import { formerQuarter, usePeriodName } from "../../components/period.js";
import { QueryView } from "../../components/query-view.js";
import { TabLinks } from "../../components/tabs.js";
import { useScope } from "../../navigation/use-scope.js";
import { parseVisitSearch, type VisitSearch, visitTabs } from "../../navigation/visit-search.js";
import { useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";
import { CoverageMatrix } from "./coverage-matrix.js";
import { DutyList } from "./duty-list.js";
import { OverdueCard } from "./overdue-card.js";
import { VisitRecords } from "./visit-records.js";

/** Where the office has been and where not, for who sees that; a business sees the visits of its own alone. */
export function VisitsPage() {
  const { t } = useText();
  const { may } = useSession();
  const search = parseVisitSearch(useSearch({ strict: false }) as Record<string, unknown>);
  if (may("coverage.measure")) return <CoverageView search={search} />;
  return (
    <>
      <PageHead title={t("nav.visits")} />
      <VisitRecords search={search} />
    </>
  );
}

/** Coverage, what is overdue and whose, and the visits themselves. */
function CoverageView({ search }: { search: VisitSearch }) {
  const trpc = useTRPC();
  const scope = useScope();
  const tab = search.view ?? "coverage";
  const isByOfficial = tab === "officials";
  const query = useQuery(
    trpc.coverage.measure.queryOptions(
      {
        ...scope,
        ...(search.period === undefined ? {} : { period: search.period }),
        // A district has thousands of rows by official; only their own tab asks for them.
        ...(isByOfficial ? {} : { officials: false }),
      },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <QueryView
      query={query}
      loading={
        <LoadingPage>
          <LoadingCard rows={12} />
        </LoadingPage>
      }
    >
      {(coverage) => (
        <>
          <Head coverage={coverage} search={search} />
          {tab === "coverage" && (
            <div className="grid">
              <CoverageMatrix coverage={coverage} rows={coverage.territories} span={8} />
              <OverdueCard total={coverage.total.total.overdue} />
            </div>
          )}
          {isByOfficial && query.isPlaceholderData && <LoadingCard rows={12} />}
          {isByOfficial && !query.isPlaceholderData && (
            <div className="grid">
              <CoverageMatrix coverage={coverage} rows={coverage.officials} span={12} byOfficial />
            </div>
          )}
          {(tab === "overdue" || tab === "at-risk") && <DutyList key={tab} state={tab} search={search} />}
          {tab === "records" && <VisitRecords search={search} />}
        </>
      )}
    </QueryView>
  );
}

function Head({ coverage, search }: { coverage: Coverage; search: VisitSearch }) {
  const { t, locale } = useText();
  const scope = useScope();
  const periodName = usePeriodName();
  const navigate = useNavigate();
  const { total } = coverage.total;
  const tab = search.view ?? "coverage";
  const days = coverage.line.days - coverage.line.passed;
  const counts = {
    coverage: undefined,
    officials: undefined,
    overdue: formatCount(total.overdue),
    "at-risk": formatCount(total.atRisk),
    records: undefined,
  };
  const exportUrl = `/api/export/coverage.xlsx?${new URLSearchParams({ locale, period: coverage.period, ...scope })}`;
  const figures = {
    period: periodName(coverage.period),
    due: formatCount(total.due),
    done: formatCount(total.done),
  };
  const now = `${coverage.asOf.slice(0, 4)}Q${Math.ceil(Number(coverage.asOf.slice(5, 7)) / 3)}`;
  const periods = [now];
  for (let back = 0; back < 3; back += 1) periods.push(formerQuarter(periods.at(-1) ?? now));
  if (!periods.includes(coverage.period)) periods.push(coverage.period);
  return (
    <>
      <PageHead
        title={t("nav.visits")}
        sub={
          <span data-testid="visits-sub">
            {days > 0 ? t("visits.sub", { ...figures, days }) : t("visits.sub-past", figures)}
          </span>
        }
        actions={
          <>
            <a className="btn" href={exportUrl} download>
              <Icon name="download" />
              {t("common.export")}
            </a>
            <Select
              aria-label={t("visits.period")}
              value={coverage.period as string}
              style={{ minWidth: 150 }}
              options={periods.map((period) => ({ value: period, label: periodName(period) }))}
              onChange={(period) =>
                void navigate({
                  to: "/visits",
                  search: ((old: object) => ({
                    ...old,
                    period: period === now ? undefined : period,
                  })) as never,
                })
              }
            />
          </>
        }
      />
      <TabLinks
        label={t("visits.tabs")}
        tabs={visitTabs.map((key) => ({
          key,
          title: t(`visits.tab-${key}`),
          count: counts[key],
          door: {
            to: "/visits",
            search: {
              ...(key === "coverage" ? {} : { view: key }),
              ...(search.period === undefined ? {} : { period: search.period }),
            },
          },
          on: key === tab,
        }))}
      />
    </>
  );
}
