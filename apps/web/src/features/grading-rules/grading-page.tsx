import { useSearch } from "@tanstack/react-router";
import { PageHead } from "../../components/card.js";
import { DoorLink } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { TabLinks } from "../../components/tabs.js";
import { useText } from "../../text/use-text.js";
import { RulesView } from "./rules-view.js";
import { SchemesView } from "./schemes-view.js";

const tabs = ["schemes", "frequency", "levels", "load"] as const;

/** The office's rules, each as a part of the page with its address. */
export function GradingPage() {
  const { t } = useText();
  const raw = useSearch({ strict: false }) as { view?: unknown };
  const view = tabs.find((tab) => tab === raw.view) ?? "schemes";
  return (
    <>
      <PageHead
        title={t("nav.grading")}
        sub={t("nav.grading-hint")}
        actions={
          <DoorLink door={{ to: "/registry/facts" }} className="btn">
            <Icon name="upload" />
            {t("facts.open-risk")}
          </DoorLink>
        }
      />
      <TabLinks
        label={t("nav.grading")}
        tabs={tabs.map((key) => ({
          key,
          title: t(`rules.tab-${key}`),
          door: { to: "/settings/grading", search: key === "schemes" ? {} : { view: key } },
          on: key === view,
        }))}
      />
      {view === "schemes" ? <SchemesView /> : <RulesView kind={view} />}
    </>
  );
}
