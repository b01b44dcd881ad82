import { type EvaluationView, formatPoints, formatRate, label, renderProblem } from "@shian/domain";
import { SectionTitle } from "../../components/card.js";
import { Drawer } from "../../components/drawer.js";
import { formatFullPoints } from "../../components/figures.js";
import { Tag } from "../../components/status-mark.js";
import { IfMay } from "../../session/use-session.js";
import { startWithCapital, useText } from "../../text/use-text.js";
import { type ItemState, isKeyShort } from "./compose-items.js";
import { ItemStatus } from "./items-table.js";
import { MeasureForm } from "./measure-form.js";

/** One item: why points were lost, and the form by which it is measured. */
export function ItemDrawer({
  view,
  state,
  items,
  onMove,
  onClose,
}: {
  view: EvaluationView;
  state: ItemState;
  items: readonly ItemState[];
  onMove: (item: string) => void;
  onClose: () => void;
}) {
  const { t, locale, list } = useText();
  const { item } = state;
  const index = items.indexOf(state);
  const before = items[index - 1]?.item.id;
  const after = items[index + 1]?.item.id;
  return (
    <Drawer
      label={`${item.id} ${item.title}`}
      onClose={onClose}
      head={
        <>
          <h2 className="dr-t">
            <span className="t3">{item.id}</span> {item.title}
          </h2>
          <div className="row wrap mt4">
            <Tag>{startWithCapital(label(`rubric.kind.${item.kind}`, locale), locale)}</Tag>
            <Tag tone="plain">
              {startWithCapital(label(`rubric.method.${item.method.type}`, locale), locale)}
            </Tag>
            {item.highlight !== undefined && (
              <Tag tone="plain">{t(`evaluation.highlight-${item.highlight}`)}</Tag>
            )}
            {item.kind !== "veto" && (
              <span className="item-points">
                <b>{formatPoints(state.obtained)}</b> / {formatFullPoints(state.points)}
              </span>
            )}
          </div>
        </>
      }
      footer={
        <>
          <span className="grow" />
          <button
            type="button"
            className="btn"
            disabled={before === undefined}
            onClick={() => before !== undefined && onMove(before)}
          >
            {t("evaluation.previous")}
          </button>
          <button
            type="button"
            className="btn"
            disabled={after === undefined}
            onClick={() => after !== undefined && onMove(after)}
          >
            {t("evaluation.next")}
          </button>
        </>
      }
    >
      <Reasons view={view} state={state} />
      <IfMay operation="evaluation.measure">
        <SectionTitle>{t("evaluation.measure")}</SectionTitle>
        <MeasureForm view={view} state={state} />
      </IfMay>
      <dl className="dl mt16">
        {item.leadUnit !== undefined && (
          <>
            <dt>{t("evaluation.unit")}</dt>
            <dd>{item.leadUnit}</dd>
          </>
        )}
        {item.cooperatingUnits.length > 0 && (
          <>
            <dt>{t("evaluation.cooperating")}</dt>
            <dd>{list(item.cooperatingUnits)}</dd>
          </>
        )}
        {item.evidence.length > 0 && (
          <>
            <dt>{t("evaluation.evidence")}</dt>
            <dd className="row wrap gap4">
              {item.evidence.map((evidence) => (
                <Tag key={evidence}>{evidence}</Tag>
              ))}
            </dd>
          </>
        )}
        {item.clause !== undefined && (
          <>
            <dt>{t("evaluation.clause")}</dt>
            <dd>{item.clause}</dd>
          </>
        )}
      </dl>
    </Drawer>
  );
}

function Reasons({ view, state }: { view: EvaluationView; state: ItemState }) {
  const { t, locale } = useText();
  const { minKeyItemRate } = view.rubric.passRule;
  const keyRate =
    state.item.kind === "key" && state.status === "measured"
      ? formatRate({ done: state.obtained, of: state.points })
      : undefined;
  const isShort = isKeyShort(state, minKeyItemRate);
  const title =
    state.item.kind === "veto"
      ? t(
          state.status === "triggered"
            ? "evaluation.veto-triggered"
            : state.status === "unmeasured"
              ? "evaluation.veto-open"
              : "evaluation.veto-clear",
        )
      : state.status === "unmeasured"
        ? t("evaluation.item-open", { n: formatFullPoints(state.points) })
        : state.lost > 0
          ? t("evaluation.item-lost", { n: formatPoints(state.lost) })
          : t("evaluation.item-full");
  return (
    <div className="mb16">
      <SectionTitle right={<ItemStatus state={state} />}>{title}</SectionTitle>
      {state.reasons.length > 0 && (
        <ul className="loss-list" data-testid="loss-reasons">
          {state.reasons.map((reason) => (
            <li key={`${reason.code}${JSON.stringify(reason.params)}`}>
              <span>{renderProblem(reason, locale)}</span>
              {typeof reason.params.lost === "number" && <b>−{formatPoints(reason.params.lost)}</b>}
            </li>
          ))}
        </ul>
      )}
      {keyRate !== undefined && (
        <p className={isShort ? "red sm mt8" : "t3 sm mt8"}>
          {t(isShort ? "evaluation.rate-below" : "evaluation.rate-above", {
            rate: keyRate,
            line: `${Math.round(minKeyItemRate * 1000) / 10}%`,
          })}
        </p>
      )}
    </div>
  );
}
