import { type Xray, xraySeverities } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { Card, PageHead } from "../../components/card.js";
import { DoorLink, formatCount, NumberLink, Stat } from "../../components/figures.js";
import { LoadingPage } from "../../components/loading.js";
import { Blank } from "../../components/notice.js";
import { SmallTable } from "../../components/paged-rows.js";
import { QueryView } from "../../components/query-view.js";
import { StatusMark } from "../../components/status-mark.js";
import { parseXraySearch } from "../../navigation/check-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";
import { XrayRows } from "./xray-rows.js";
import { XrayTrend } from "./xray-trend.js";

const severityTone = { error: "overdue", warning: "at-risk", notice: "closed" } as const;

/** What in the data is wrong, doubtful or missing: by rule and township, and the rows behind each number. */
export function XrayPage() {
  const trpc = useTRPC();
  const scope = useScope();
  const search = parseXraySearch(useSearch({ strict: false }) as Record<string, unknown>);
  const query = useQuery(trpc.xray.get.queryOptions(scope));
  return (
    <QueryView query={query} loading={<LoadingPage />}>
      {(xray) =>
        search.rule === undefined ? (
          <Whole xray={xray} />
        ) : (
          <XrayRows search={search} rule={search.rule} xray={xray} />
        )
      }
    </QueryView>
  );
}

function Whole({ xray }: { xray: Xray }) {
  const { t, name } = useText();
  const found = xray.rules.filter(({ count, ignored }) => count + ignored > 0);
  return (
    <>
      <PageHead
        crumb={
          <>
            <DoorLink door={{ to: "/registry" }}>{t("nav.registry")}</DoorLink> / {t("xray.title")}
          </>
        }
        title={t("xray.title")}
        sub={
          <span data-testid="xray-sub">
            {t("xray.sub", {
              establishments: formatCount(xray.establishments),
              officials: formatCount(xray.officials),
              n: formatCount(xray.findings),
            })}
          </span>
        }
      />
      <div className="stats stats-left mb16">
        {xraySeverities.map((severity) => (
          <Stat
            key={severity}
            caption={name("xray-severity", severity)}
            size="big"
            tone={severity === "error" ? "red" : severity === "warning" ? "amber" : undefined}
          >
            {formatCount(
              xray.rules
                .filter((rule) => rule.severity === severity)
                .reduce((sum, { count }) => sum + count, 0),
            )}
          </Stat>
        ))}
      </div>
      <div className="grid tops">
        <Card flush span={8}>
          {found.length === 0 ? (
            <Blank
              icon="check"
              tone="good"
              title={t("xray.clean")}
              hint={t("xray.clean-hint", { n: xray.rules.length })}
            />
          ) : (
            <SmallTable
              head={
                <>
                  <th>{t("xray.rule")}</th>
                  <th>{t("xray.severity")}</th>
                  <th className="opt">{t("xray.owner")}</th>
                  <th className="num">{t("xray.count")}</th>
                  <th className="num opt">{t("xray.ignored")}</th>
                </>
              }
            >
              {found.map(({ rule, severity, owner, count, ignored }) => (
                <tr key={rule}>
                  <td>
                    <DoorLink door={{ to: "/registry/x-ray", search: { rule } }}>
                      {name("xray-rule", rule)}
                    </DoorLink>
                    <small className="phone-only">{name("xray-owner", owner)}</small>
                  </td>
                  <td className="nw">
                    <StatusMark tone={severityTone[severity]}>{name("xray-severity", severity)}</StatusMark>
                  </td>
                  <td className="opt">{name("xray-owner", owner)}</td>
                  <td className="num">
                    <NumberLink n={count} door={{ to: "/registry/x-ray", search: { rule } }} />
                  </td>
                  <td className="num opt">
                    <NumberLink
                      n={ignored}
                      door={{ to: "/registry/x-ray", search: { rule, ignored: true } }}
                    />
                  </td>
                </tr>
              ))}
            </SmallTable>
          )}
        </Card>
        <div className="c4 stack tops">
          <XrayTrend trend={xray.trend} />
          <Townships xray={xray} />
        </div>
      </div>
    </>
  );
}

function Townships({ xray }: { xray: Xray }) {
  const { t } = useText();
  const most = Math.max(1, ...xray.townships.map(({ count }) => count));
  if (xray.townships.length === 0) return null;
  return (
    <Card flush title={t("xray.by-township")}>
      <table className="tbl s">
        <tbody>
          {xray.townships.map(({ code, name, count }) => (
            <tr key={code ?? ""}>
              <td>
                {code === null ? (
                  t("compare.no-township")
                ) : (
                  <DoorLink door={{ to: "/registry/x-ray", search: { territory: code } }}>{name}</DoorLink>
                )}
                <div className="bar" aria-hidden="true">
                  <i style={{ width: `${(count / most) * 100}%`, background: "var(--ant-color-primary)" }} />
                </div>
              </td>
              <td className="num">{formatCount(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
