import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { Card, PageHead } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { LoadingPage } from "../../components/loading.js";
import { QueryView } from "../../components/query-view.js";
import { SettingRow } from "../../components/setting-row.js";
import { StatusMark } from "../../components/status-mark.js";
import { IfMay } from "../../session/use-session.js";
import { chooseLocale } from "../../text/locale.js";
import { useText } from "../../text/use-text.js";
import { appearances, chooseAppearance, useAppearance } from "../../theme/appearance.js";
import { useTRPC } from "../../trpc.js";
import { OfficeTerritory } from "./office-territory.js";
import { PageList } from "./page-list.js";
import { RetentionRow } from "./retention-row.js";
import { SchemeRow } from "./scheme-row.js";

/** Language and look of this browser; territory, base data and state of the office. */
export function SettingsPage() {
  const { t, locale, clauses } = useText();
  const trpc = useTRPC();
  const appearance = useAppearance();
  const query = useQuery(trpc.office.status.queryOptions({}));
  return (
    <QueryView query={query} loading={<LoadingPage />}>
      {(status) => (
        <>
          <PageHead title={t("nav.settings")} sub={t("settings.sub")} />
          <div className="grid">
            <div className="c8 stack tops">
              <PageList />
              <IfMay operation="audit.setRetention">
                <RetentionRow />
              </IfMay>
              <IfMay operation="office.chooseTerritory">
                <Card flush title={t("settings.office")}>
                  <OfficeTerritory territory={status.territory} />
                  <SettingRow
                    title={t("settings.registry")}
                    hint={t("settings.registry-hint", { n: formatCount(status.counts.establishments) })}
                  >
                    <DoorLink door={{ to: "/registry/import", search: { kind: "registry" } }} className="btn">
                      {t("import.title-registry")}
                    </DoorLink>
                  </SettingRow>
                  <SettingRow
                    title={t("settings.officials")}
                    hint={t("settings.officials-hint", { n: formatCount(status.counts.officials) })}
                  >
                    <DoorLink
                      door={{ to: "/registry/import", search: { kind: "officials" } }}
                      className="btn"
                    >
                      {t("import.title-officials")}
                    </DoorLink>
                  </SettingRow>
                  <SettingRow title={t("settings.territories")} hint={t("settings.territories-hint")}>
                    <DoorLink
                      door={{ to: "/registry/import", search: { kind: "territories" } }}
                      className="btn"
                    >
                      {t("import.title-territories")}
                    </DoorLink>
                  </SettingRow>
                  <SchemeRow />
                  <SettingRow title={t("settings.rubric")} hint={t("settings.rubric-hint")}>
                    <DoorLink door={{ to: "/evaluation" }} className="btn">
                      {t("common.open")}
                    </DoorLink>
                  </SettingRow>
                </Card>
              </IfMay>
            </div>
            <div className="c4 stack tops">
              <Card title={t("settings.browser")} note={t("settings.browser-note")}>
                <div className="stack-form">
                  <div>
                    <span className="t2 sm">{t("app.language")}</span>
                    <Segmented
                      block
                      value={locale}
                      options={(["zh-CN", "en"] as const).map((value) => ({
                        value,
                        label: t(`app.${value}`),
                      }))}
                      onChange={(value) => void chooseLocale(value)}
                    />
                  </div>
                  <div>
                    <span className="t2 sm">{t("app.appearance")}</span>
                    <Segmented
                      block
                      value={appearance}
                      options={appearances.map((value) => ({ value, label: t(`app.${value}`) }))}
                      onChange={chooseAppearance}
                    />
                  </div>
                </div>
              </Card>
              <Card title={t("settings.system")}>
                <dl className="dl">
                  <dt>{t("settings.mode")}</dt>
                  <dd>{t(`settings.mode-${status.mode}`)}</dd>
                  <dt>{t("settings.engine")}</dt>
                  <dd>{t(`settings.engine-${status.engine}`)}</dd>
                  <dt>{t("settings.durable")}</dt>
                  <dd>
                    <StatusMark tone={status.durable ? "ok" : "at-risk"}>
                      <span className="wrap-text">
                        {t(status.durable ? "settings.durable-yes" : "settings.durable-no")}
                      </span>
                    </StatusMark>
                  </dd>
                  <dt>{t("settings.version")}</dt>
                  <dd>{status.version}</dd>
                  <dt>{t("settings.today")}</dt>
                  <dd>{status.today}</dd>
                  <dt>{t("settings.person")}</dt>
                  <dd>{clauses(status.person.name, status.person.unit)}</dd>
                </dl>
              </Card>
            </div>
          </div>
        </>
      )}
    </QueryView>
  );
}
