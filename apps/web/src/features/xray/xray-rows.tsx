import {
  addDays,
  renderProblem,
  toPlainDate,
  type Xray,
  type XrayRow,
  type XrayRule,
  xrayRuleFacts,
} from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Card, PageHead } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { Blank } from "../../components/notice.js";
import { PagedRows, SmallTable } from "../../components/paged-rows.js";
import { ReasonModal } from "../../components/reason-modal.js";
import { useSaving } from "../../components/saving.js";
import { StatusMark } from "../../components/status-mark.js";
import { TabLinks } from "../../components/tabs.js";
import { usePages } from "../../components/use-pages.js";
import { useToday } from "../../components/use-today.js";
import type { XraySearch } from "../../navigation/check-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { useSession } from "../../session/use-session.js";
import { useFieldName } from "../../text/use-field-name.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC, useTRPCClient } from "../../trpc.js";

const IGNORED_DAYS = 90;

/** What one rule found, each row with what to mend and where. */
export function XrayRows({ search, rule, xray }: { search: XraySearch; rule: XrayRule; xray: Xray }) {
  const { t, name, colon } = useText();
  const fieldName = useFieldName();
  const api = useTRPCClient();
  const scope = useScope();
  const { severity, owner } = xrayRuleFacts[rule];
  const counts = xray.rules.find((one) => one.rule === rule);
  const ignored = search.ignored === true;
  const input = {
    ...scope,
    rule,
    ignored,
    limit: 50,
    ...(search.unplaced === true ? { unplaced: true } : {}),
  };
  const list = usePages("xray.rows", input, (asked) => api.xray.rows.query(asked));
  const door = (aside: boolean) => ({
    to: "/registry/x-ray",
    search: aside ? { rule, ignored: true } : { rule },
  });
  return (
    <>
      <PageHead
        crumb={
          <>
            <DoorLink door={{ to: "/registry" }}>{t("nav.registry")}</DoorLink> /{" "}
            <DoorLink door={{ to: "/registry/x-ray" }}>{t("xray.title")}</DoorLink>
          </>
        }
        title={name("xray-rule", rule)}
        sub={
          <>
            <StatusMark
              tone={severity === "error" ? "overdue" : severity === "warning" ? "at-risk" : "closed"}
            >
              {name("xray-severity", severity)}
            </StatusMark>{" "}
            {t("xray.owner")}
            {colon}
            {name("xray-owner", owner)}
          </>
        }
      />
      <TabLinks
        label={t("xray.title")}
        tabs={[
          {
            key: "open",
            title: t("xray.tab-open"),
            count: formatCount(counts?.count ?? 0),
            door: door(false),
            on: !ignored,
          },
          {
            key: "ignored",
            title: t("xray.tab-ignored"),
            count: formatCount(counts?.ignored ?? 0),
            door: door(true),
            on: ignored,
          },
        ]}
      />
      <Card flush>
        <PagedRows list={list} empty={<Blank icon="check" tone="good" title={t("xray.clean")} />}>
          {(rows) => (
            <SmallTable
              head={
                <>
                  <th>{fieldName("name")}</th>
                  <th>{t("xray.rule")}</th>
                  <th />
                </>
              }
            >
              {rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </SmallTable>
          )}
        </PagedRows>
      </Card>
    </>
  );
}

function Row({ row }: { row: XrayRow }) {
  const { t, locale } = useText();
  const { may } = useSession();
  const trpc = useTRPC();
  const saving = useSaving();
  const [asking, setAsking] = useState(false);
  const ignore = useMutation(
    trpc.xray.ignore.mutationOptions(saving(t("xray.ignore-done"), () => setAsking(false))),
  );
  const watch = useMutation(trpc.xray.watch.mutationOptions(saving(t("xray.watch-done"))));
  const door =
    row.about === "official"
      ? { to: "/chain/official/$id", params: { id: row.id } }
      : { to: "/registry/$id", params: { id: row.id } };
  const today = toPlainDate(useToday());
  const input = { rule: row.rule, ids: [row.id] };
  return (
    <tr>
      <td>
        <DoorLink door={door}>{row.name}</DoorLink>
        <small>{row.placeName}</small>
      </td>
      <td>
        {renderProblem(row.reason, locale)}
        {row.ignored !== null && (
          <small>
            {t("xray.until-day", { day: row.ignored.until, who: row.ignored.by, reason: row.ignored.reason })}
          </small>
        )}
      </td>
      <td className="num nw">
        {row.ignored === null && (
          <DoorLink door={door} className="btn sm">
            {t("xray.mend")}
          </DoorLink>
        )}{" "}
        {row.ignored === null && may("xray.ignore") && (
          <Button size="small" onClick={() => setAsking(true)}>
            {t("xray.ignore")}
          </Button>
        )}
        {row.ignored !== null && may("xray.watch") && (
          <Button
            size="small"
            loading={watch.isPending}
            onClick={() => watch.mutate({ txId: createTxId(), ...input })}
          >
            {t("xray.watch")}
          </Button>
        )}
        {asking && (
          <ReasonModal
            title={t("xray.ignore-title", { name: row.name })}
            hint={t("xray.ignore-hint")}
            action={t("xray.ignore")}
            day={{ label: t("xray.until"), at: addDays(today, IGNORED_DAYS) }}
            pending={ignore.isPending}
            error={ignore.error}
            onClose={() => setAsking(false)}
            onSubmit={({ reason, day }) =>
              ignore.mutate({
                txId: createTxId(),
                ...input,
                reason,
                until: day === undefined ? today : toPlainDate(day),
              })
            }
          />
        )}
      </td>
    </tr>
  );
}
