import type { Overview } from "@shian/domain";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { PageHead } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { LoadingPage } from "../../components/loading.js";
import { Notice } from "../../components/notice.js";
import { useDayName } from "../../components/period.js";
import { QueryView } from "../../components/query-view.js";
import { UnreadAnswers } from "../../components/unread-answers.js";
import { useScope } from "../../navigation/use-scope.js";
import { IfMay } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";
import { CoverageCard } from "./coverage-card.js";
import { DecisionsCard, GapsCard } from "./decision-cards.js";
import { FirstSteps } from "./first-steps.js";
import { ScoreCard } from "./score-card.js";
import { TownshipChart, TownshipsCard } from "./township-cards.js";

/** One page for a leader: is every business in someone's care, and would we pass today. */
export function OverviewPage() {
  const trpc = useTRPC();
  const scope = useScope();
  const query = useQuery(trpc.overview.get.queryOptions(scope, { placeholderData: keepPreviousData }));
  return (
    <QueryView query={query} loading={<LoadingPage />}>
      {(overview) => (
        <>
          <OverviewHead overview={overview} />
          <UnreadAnswers to="/chain/questions" />
          <NextStep overview={overview} />
          <div className="grid">
            {overview.registered === 0 ? (
              <>
                <FirstSteps />
                {overview.score !== null && <ScoreCard score={overview.score} />}
              </>
            ) : (
              <>
                <CoverageCard overview={overview} />
                <IfMay operation="evaluation.get">
                  <ScoreCard score={overview.score} />
                </IfMay>
                <DecisionsCard decisions={overview.decisions} />
                <GapsCard gaps={overview.gaps} />
                <TownshipsCard overview={overview} />
                <TownshipChart overview={overview} />
              </>
            )}
          </div>
        </>
      )}
    </QueryView>
  );
}

function OverviewHead({ overview }: { overview: Overview }) {
  const { t } = useText();
  const dayName = useDayName();
  return (
    <PageHead
      title={t("nav.overview")}
      sub={t("overview.sub", {
        place: overview.territory.name,
        n: formatCount(overview.registered),
        day: dayName(overview.asOf),
      })}
      actions={
        <Button className="opt" icon={<Icon name="print" />} onClick={() => window.print()}>
          {t("common.print")}
        </Button>
      }
    />
  );
}

function NextStep({ overview }: { overview: Overview }) {
  const { t } = useText();
  if (overview.registered === 0 || overview.officials > 0) return null;
  return (
    <div className="mb16">
      <Notice
        tone="warn"
        action={
          <DoorLink door={{ to: "/registry/import", search: { kind: "officials" } }}>
            {t("overview.start-3")}
          </DoorLink>
        }
      >
        {t("overview.need-officials", { n: formatCount(overview.gaps.nobody) })}
      </Notice>
    </div>
  );
}
