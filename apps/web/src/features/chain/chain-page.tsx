import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { PageHead } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { LoadingPage } from "../../components/loading.js";
import { QueryView } from "../../components/query-view.js";
import { TabLinks } from "../../components/tabs.js";
import { toDays } from "../../navigation/scope-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { parseChainSearch } from "../../navigation/visit-search.js";
import { useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";
import { AllocationView } from "./allocation-view.js";
import { ChainTree } from "./chain-tree.js";
import { CommitmentsView } from "./commitments-view.js";
import { GapsView } from "./gaps-view.js";
import { OfficialsView } from "./officials-view.js";
import { sumGaps } from "./sum-gaps.js";

/** Who answers for whom: the tree with its gaps, allocation, and the officials. */
export function ChainPage() {
  const { t } = useText();
  const { may } = useSession();
  const trpc = useTRPC();
  const scope = useScope();
  const search = parseChainSearch(useSearch({ strict: false }) as Record<string, unknown>);
  const tab =
    search.view === "allocation" || search.view === "officials" || search.view === "commitments"
      ? search.view
      : "tree";
  const asOf = toDays(scope);
  const query = useQuery(
    trpc.chain.tree.queryOptions(
      { ...asOf, ...(scope.territory === undefined ? {} : { parent: scope.territory }) },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <QueryView query={query} loading={<LoadingPage />}>
      {({ self }) => (
        <>
          <PageHead
            title={t("nav.chain")}
            sub={t("chain.sub", {
              officials: formatCount(self.officials),
              n: formatCount(self.establishments),
              gaps: formatCount(sumGaps(self)),
            })}
            actions={
              <>
                <DoorLink door={{ to: "/chain/questions" }} className="btn">
                  <Icon name="info" />
                  {t("question.title")}
                </DoorLink>
                <DoorLink door={{ to: "/chain/directory" }} className="btn">
                  <Icon name="person" />
                  {t("directory.title")}
                </DoorLink>
                <DoorLink door={{ to: "/chain/handover" }} className="btn">
                  <Icon name="swap" />
                  {t("handover.title")}
                </DoorLink>
                <DoorLink door={{ to: "/registry/import", search: { kind: "officials" } }} className="btn">
                  <Icon name="upload" />
                  {t("officials.import")}
                </DoorLink>
                {tab !== "allocation" && (
                  <DoorLink door={{ to: "/chain", search: { view: "allocation" } }} className="btn pri">
                    {t("chain.allocate")}
                  </DoorLink>
                )}
              </>
            }
          />
          <TabLinks
            label={t("chain.tabs")}
            tabs={[
              {
                key: "tree",
                title: t("chain.tab-tree"),
                count: formatCount(sumGaps(self)),
                door: { to: "/chain" },
                on: tab === "tree",
              },
              ...(may("allocation.plan")
                ? [
                    {
                      key: "allocation",
                      title: t("chain.tab-allocation"),
                      door: { to: "/chain", search: { view: "allocation" } },
                      on: tab === "allocation",
                    },
                  ]
                : []),
              {
                key: "officials",
                title: t("chain.tab-officials"),
                count: formatCount(self.officials),
                door: { to: "/chain", search: { view: "officials" } },
                on: tab === "officials",
              },
              {
                key: "commitments",
                title: t("commitment.tab"),
                count: formatCount(self.gaps["no-commitment"]),
                door: { to: "/chain", search: { view: "commitments" } },
                on: tab === "commitments",
              },
              {
                key: "training",
                title: t("training.tab"),
                door: { to: "/chain/training" },
                on: false,
              },
            ]}
          />
          {tab === "commitments" ? (
            <CommitmentsView search={search} />
          ) : tab === "officials" ? (
            <OfficialsView search={search} />
          ) : (
            <div className="chain">
              <ChainTree selected={self} view={search.view} gap={search.gap} />
              <div className="chain-main">
                {tab === "allocation" ? (
                  <AllocationView node={self} search={search} />
                ) : (
                  <GapsView node={self} kind={search.gap} />
                )}
              </div>
            </div>
          )}
        </>
      )}
    </QueryView>
  );
}
