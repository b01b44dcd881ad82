import { type EvaluationView, formatPoints, label } from "@shian/domain";
import { Fragment } from "react";
import { Card } from "../../components/card.js";
import { formatCount, formatFullPoints } from "../../components/figures.js";
import { Blank } from "../../components/notice.js";
import { StatusMark, Tag } from "../../components/status-mark.js";
import { ViewChips } from "../../components/tabs.js";
import { evaluationShows } from "../../navigation/visit-search.js";
import { startWithCapital, useText } from "../../text/use-text.js";
import { type ItemState, isShown, sumItems } from "./compose-items.js";

type Show = (typeof evaluationShows)[number];

/** Every item by section; a row opens its reasons and its measurement. */
export function ItemsTable({
  view,
  items,
  show,
  opened,
  onOpen,
}: {
  view: EvaluationView;
  items: readonly ItemState[];
  show: Show;
  opened: string | undefined;
  onOpen: (item: string) => void;
}) {
  const { t } = useText();
  const shown = items.filter((state) => isShown(state, show));
  const most = Math.max(...items.map((state) => state.lost), 1);
  const sections = view.rubric.sections
    .map((section) => ({ section, rows: shown.filter((state) => state.sectionId === section.id) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <>
      <ViewChips
        label={t("evaluation.items")}
        views={evaluationShows.map((key) => ({
          key,
          title: t(`evaluation.show-${key}`),
          count: formatCount(items.filter((state) => isShown(state, key)).length),
          door: {
            to: "/evaluation",
            search: { ...(key === "all" ? {} : { show: key }), rubric: view.rubric.id },
          },
          on: key === show,
        }))}
      />
      <Card flush>
        {shown.length === 0 ? (
          <Blank
            icon="check"
            tone="good"
            title={t(show === "lost" ? "evaluation.none-lost" : "evaluation.none")}
          />
        ) : (
          <div className="scroll-x">
            <table className="tbl items-table">
              <thead>
                <tr>
                  <th>{t("evaluation.item")}</th>
                  <th className="opt">{t("evaluation.kind")}</th>
                  <th className="opt opt-drawer">{t("evaluation.method")}</th>
                  <th className="opt opt-drawer">{t("evaluation.unit")}</th>
                  <th className="num">{t("evaluation.obtained")}</th>
                  <th className="num">{t("evaluation.lost")}</th>
                  <th className="opt">{t("evaluation.status")}</th>
                </tr>
              </thead>
              <tbody>
                {sections.map(({ section, rows }) => (
                  <Fragment key={section.id}>
                    <tr className="sec">
                      <td colSpan={7}>
                        <span className="row wrap">
                          {section.title}
                          <SectionSum items={items.filter((state) => state.sectionId === section.id)} />
                        </span>
                      </td>
                    </tr>
                    {rows.map((state) => (
                      <ItemLineRow
                        key={state.item.id}
                        state={state}
                        most={most}
                        on={state.item.id === opened}
                        onOpen={onOpen}
                      />
                    ))}
                  </Fragment>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Card>
    </>
  );
}

function SectionSum({ items }: { items: readonly ItemState[] }) {
  const { t } = useText();
  const sum = sumItems(items, ["key", "basic", "bonus"]);
  if (sum.points === 0) return null;
  return (
    <span className="t3 sm r plain">
      {t("evaluation.section-sum", {
        obtained: formatPoints(sum.obtained),
        points: formatFullPoints(sum.points),
        open: formatPoints(sum.open),
        lost: formatPoints(sum.lost),
      })}
    </span>
  );
}

function ItemLineRow({
  state,
  most,
  on,
  onOpen,
}: {
  state: ItemState;
  most: number;
  on: boolean;
  onOpen: (item: string) => void;
}) {
  const { t, locale } = useText();
  const { item } = state;
  return (
    <tr className={on ? "on" : ""}>
      <td>
        <button type="button" className="row-name" onClick={() => onOpen(item.id)}>
          <span className="iid">{item.id}</span>
          {item.title}
        </button>
      </td>
      <td className="opt nw">
        {item.kind === "basic" ? (
          <span className="t3">{t("kind.basic")}</span>
        ) : (
          <Tag {...(item.kind === "bonus" ? { tone: "plain" as const } : {})}>{t(`kind.${item.kind}`)}</Tag>
        )}
      </td>
      <td className="opt opt-drawer nw t2">
        {startWithCapital(label(`rubric.method.${item.method.type}`, locale), locale)}
      </td>
      <td className="opt opt-drawer t2">{item.leadUnit ?? ""}</td>
      <td className="num nw">
        {item.kind === "veto" ? (
          <span className="t3">–</span>
        ) : (
          <>
            <span className={state.status === "unmeasured" ? "t3" : "strong"}>
              {formatPoints(state.obtained)}
            </span>{" "}
            <span className="t3">/ {formatFullPoints(state.points)}</span>
          </>
        )}
      </td>
      <td className="num nw">
        {state.lost > 0 ? (
          <button
            type="button"
            className="row-name lossbar"
            onClick={() => onOpen(item.id)}
            title={t("evaluation.item-lost", { n: formatPoints(state.lost) })}
          >
            <i style={{ width: `${Math.max(2, (state.lost / most) * 44)}px` }} />
            {formatPoints(state.lost)}
          </button>
        ) : (
          <span className="t3">{item.kind === "veto" ? "" : "0"}</span>
        )}
      </td>
      <td className="opt nw">
        <ItemStatus state={state} />
      </td>
    </tr>
  );
}

/** What became of an item, as shape, colour and word. */
export function ItemStatus({ state }: { state: ItemState }) {
  const { t, locale } = useText();
  if (state.item.kind === "veto") {
    const tone =
      state.status === "triggered" ? "overdue" : state.status === "unmeasured" ? "at-risk" : "closed";
    return (
      <StatusMark tone={tone}>
        {startWithCapital(label(`rubric.veto.${state.status}`, locale), locale)}
      </StatusMark>
    );
  }
  if (state.status === "unmeasured") return <StatusMark tone="at-risk">{t("score.open")}</StatusMark>;
  if (state.status === "not-applicable") return <StatusMark tone="closed">{t("measure.na")}</StatusMark>;
  return (
    <StatusMark tone="closed">{startWithCapital(label("rubric.status.measured", locale), locale)}</StatusMark>
  );
}
