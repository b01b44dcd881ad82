import { type ControlsRow, controlKinds } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Checkbox, DatePicker } from "antd";
import dayjs from "dayjs";
import { Card, PageHead } from "../../components/card.js";
import { type Door, DoorLink, formatCount, RateText } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { Blank } from "../../components/notice.js";
import { SmallTable } from "../../components/paged-rows.js";
import { QueryView } from "../../components/query-view.js";
import { TabLinks } from "../../components/tabs.js";
import { toDays } from "../../navigation/scope-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

const ways = ["territory", "form", "establishment"] as const;
type Search = { by?: string; month?: string; below?: boolean | string; form?: string };

/** How businesses report their own daily, weekly and monthly controls, by place, form and business. */
export function ControlsPage() {
  const { t, name } = useText();
  const trpc = useTRPC();
  const scope = useScope();
  const navigate = useNavigate();
  const raw = useSearch({ strict: false }) as Search;
  const by = ways.find((way) => way === raw.by) ?? "territory";
  const month =
    typeof raw.month === "string" && /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(raw.month)
      ? raw.month
      : undefined;
  const below = raw.below === true || raw.below === "true";
  const kept = {
    ...(month === undefined ? {} : { month }),
    ...(below ? { below: true } : {}),
    ...(raw.form === undefined ? {} : { form: raw.form }),
  };
  const query = useQuery(
    trpc.arm.controls.queryOptions({
      ...(scope.territory === undefined ? {} : { territory: scope.territory }),
      ...toDays(scope),
      ...(month === undefined ? {} : { month }),
      ...(raw.form === undefined ? {} : { forms: [raw.form as never] }),
      by,
      below,
      limit: 200,
    }),
  );
  const change = (next: Search) =>
    void navigate({
      to: "/registry/controls",
      replace: true,
      search: ((old: object) => ({ ...old, ...next })) as never,
    });
  const doorOf = (row: ControlsRow): Door | undefined =>
    by === "territory"
      ? row.key === ""
        ? undefined
        : { to: "/registry/controls", search: { ...kept, territory: row.key, by: "establishment" } }
      : by === "form"
        ? { to: "/registry/controls", search: { ...kept, form: row.key, by: "establishment" } }
        : { to: "/registry/$id", params: { id: row.key } };
  return (
    <>
      <PageHead
        crumb={<DoorLink door={{ to: "/registry" }}>{t("nav.registry")}</DoorLink>}
        title={t("nav.controls")}
        sub={raw.form === undefined ? undefined : name("form", raw.form)}
        actions={
          <>
            <DoorLink door={{ to: "/registry/facts", search: { kind: "control" } }} className="btn">
              <Icon name="upload" />
              {t("facts.title")}
            </DoorLink>
            <Checkbox checked={below} onChange={({ target }) => change({ below: target.checked })}>
              {t("controls.below")}
            </Checkbox>
            <DatePicker
              picker="month"
              allowClear={false}
              aria-label={t("controls.month")}
              value={query.data === undefined ? null : dayjs(`${query.data.month}-01`)}
              onChange={(day) => day !== null && change({ month: day.format("YYYY-MM") })}
            />
          </>
        }
      />
      <TabLinks
        label={t("nav.controls")}
        tabs={ways.map((key) => ({
          key,
          title: t(`controls.by-${key}`),
          door: { to: "/registry/controls", search: { ...kept, by: key } },
          on: key === by,
        }))}
      />
      <Card flush footer={t("controls.note")}>
        <QueryView query={query}>
          {({ rows, total }) =>
            total.establishments === 0 ? (
              <Blank icon="shop" title={t("controls.empty")} />
            ) : (
              <SmallTable
                className="figures-phone"
                head={
                  <>
                    <th>{t(`controls.by-${by}`)}</th>
                    {by !== "establishment" && <th className="num">{t("controls.businesses")}</th>}
                    {controlKinds.map((kind) => (
                      <th key={kind} className="num">
                        {name("control-kind", kind)}
                      </th>
                    ))}
                    <th className="num opt">{t("controls.training")}</th>
                  </>
                }
              >
                {rows.map((row) => {
                  const door = doorOf(row);
                  return (
                    <tr key={row.key}>
                      <td>
                        {door === undefined ? row.name : <DoorLink door={door}>{row.name}</DoorLink>}
                        {row.placeName !== "" && <small>{row.placeName}</small>}
                      </td>
                      <Cells row={row} counted={by !== "establishment"} />
                    </tr>
                  );
                })}
                <tr className="sum">
                  <td>{t("common.total")}</td>
                  <Cells row={total} counted={by !== "establishment"} />
                </tr>
              </SmallTable>
            )
          }
        </QueryView>
      </Card>
    </>
  );
}

function Cells({ row, counted }: { row: ControlsRow; counted: boolean }) {
  const { t, name } = useText();
  return (
    <>
      {counted && (
        <td className="num" data-label={t("controls.businesses")}>
          {formatCount(row.establishments)}
        </td>
      )}
      {controlKinds.map((kind) => {
        const tally = row.tallies[kind];
        return (
          <td key={kind} className="num" data-label={name("control-kind", kind)}>
            <RateText rate={tally} />
            <small className="t3">
              {tally.of > 0 &&
                t("arm.reported", { done: formatCount(tally.done), of: formatCount(tally.of) })}
              {tally.findings > 0 && ` · ${t("arm.findings-n", { n: tally.findings })}`}
            </small>
          </td>
        );
      })}
      <td className="num opt" data-label={t("controls.training")}>
        <RateText rate={row.training} />
        <small className="t3">
          {row.training.of > 0 &&
            t("arm.reported", { done: formatCount(row.training.done), of: formatCount(row.training.of) })}
        </small>
      </td>
    </>
  );
}
