import type { PersonDetail } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Drawer } from "../../components/drawer.js";
import { QueryView } from "../../components/query-view.js";
import type { PersonTab } from "../../navigation/people-search.js";
import { useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";
import { AccountView } from "./account-view.js";
import { GiveGrant } from "./give-grant.js";
import { GrantsView } from "./grants-view.js";
import { RightsPreview } from "./rights-preview.js";

/** One person beside the list: grants, what they can do with them, and the account. */
export function PersonDrawer({
  id,
  tab,
  onTab,
  onClose,
}: {
  id: string;
  tab: PersonTab;
  onTab: (tab: PersonTab) => void;
  onClose: () => void;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const { may, person: self } = useSession();
  // Nobody grants to or takes from themselves; another administrator does.
  const isOwn = self?.id === id;
  const [granting, setGranting] = useState(false);
  const query = useQuery(trpc.people.get.queryOptions({ id }));
  const tabs: readonly { key: PersonTab; title: string; count?: number | undefined }[] = [
    { key: "grants", title: t("people.tab-grants"), count: query.data?.grants.length },
    ...(may("grant.preview") ? [{ key: "rights" as const, title: t("people.tab-rights") }] : []),
    { key: "account", title: t("people.tab-account") },
  ];
  const shown = tabs.some(({ key }) => key === tab) ? tab : "grants";
  return (
    <Drawer
      label={query.data?.person.name ?? t("state.loading")}
      onClose={onClose}
      head={<Head detail={query.data} />}
      footer={
        may("grant.give") &&
        !isOwn && (
          <span className="row r">
            <button
              type="button"
              className="btn pri"
              disabled={query.data === undefined}
              onClick={() => setGranting(true)}
            >
              {t("people.add-grant")}
            </button>
          </span>
        )
      }
    >
      <div className="tabs drawer-tabs" role="tablist" aria-label={t("nav.people")}>
        {tabs.map(({ key, title, count }) => (
          <button
            key={key}
            type="button"
            role="tab"
            aria-selected={key === shown}
            className={key === shown ? "on" : ""}
            onClick={() => onTab(key)}
          >
            {title}
            {count !== undefined && <i>{count}</i>}
          </button>
        ))}
      </div>
      <QueryView query={query}>
        {(detail) => (
          <>
            {shown === "grants" && <GrantsView detail={detail} />}
            {shown === "rights" && <RightsPreview person={id} />}
            {shown === "account" && <AccountView detail={detail} />}
            {granting && <GiveGrant person={detail.person} onClose={() => setGranting(false)} />}
          </>
        )}
      </QueryView>
    </Drawer>
  );
}

function Head({ detail }: { detail: PersonDetail | undefined }) {
  const { t, name, clauses } = useText();
  if (detail === undefined) return <i className="sk" style={{ width: 240, height: 26 }} />;
  const { person } = detail;
  return (
    <div className="row top gap12">
      <span className="avatar large" aria-hidden="true">
        {person.name.slice(0, 1)}
      </span>
      <div className="grow">
        <h2 className="dr-t">{person.name}</h2>
        <div className="t3 sm">
          {clauses(
            person.unit?.name ?? t("people.no-unit"),
            name("person-kind", person.kind),
            person.account !== null && t("people.username-is", { username: person.account.username }),
            t(detail.secondFactor ? "people.factor-bound" : "people.factor-none"),
          )}
        </div>
      </div>
    </div>
  );
}
