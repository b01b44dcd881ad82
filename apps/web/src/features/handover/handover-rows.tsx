import type { HandoverPlanView, HandoverRow } from "@shian/domain";
import { Select } from "antd";
import { useState } from "react";
import { DoorLink } from "../../components/figures.js";
import { GradeSquare } from "../../components/grade-square.js";
import { MoreRows } from "../../components/more-rows.js";
import { Tag } from "../../components/status-mark.js";
import { useText } from "../../text/use-text.js";

const PAGE = 50;

/** Each establishment with its receiver, who can be chosen. */
export function HandoverRows({
  plan,
  onChoose,
}: {
  plan: HandoverPlanView;
  onChoose: (establishment: string, official: string | null) => void;
}) {
  const { t } = useText();
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <div className="scroll-x">
        <table className="tbl s edge figures-phone">
          <thead>
            <tr>
              <th>{t("handover.firm")}</th>
              <th className="opt">{t("handover.from")}</th>
              <th>{t("handover.to")}</th>
              <th className="num opt">{t("handover.due")}</th>
            </tr>
          </thead>
          <tbody>
            {plan.rows.slice(0, shown).map((row) => (
              <Line
                key={row.establishment.id}
                row={row}
                candidates={plan.candidates}
                onChoose={(official) => onChoose(row.establishment.id, official)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <MoreRows
        shown={Math.min(shown, plan.rows.length)}
        total={plan.rows.length}
        loading={false}
        onMore={() => setShown((n) => n + PAGE)}
      />
    </>
  );
}

function Line({
  row,
  candidates,
  onChoose,
}: {
  row: HandoverRow;
  candidates: HandoverPlanView["candidates"];
  onChoose: (official: string | null) => void;
}) {
  const { t, name } = useText();
  const [choosing, setChoosing] = useState(false);
  const { establishment, from, to, reason } = row;
  return (
    <tr>
      <td>
        <span className="row">
          <GradeSquare grade={establishment.grade} />
          <span>
            <DoorLink door={{ to: "/registry/$id", params: { id: establishment.id } }}>
              {establishment.name}
            </DoorLink>
            {establishment.state !== "active" && <Tag>{name("state", establishment.state)}</Tag>}
            <small>{establishment.placeName}</small>
          </span>
        </span>
      </td>
      <td className="nw opt" data-label={t("handover.from")}>
        {from.name}
      </td>
      <td className="handover-to" data-label={t("handover.to")}>
        {choosing ? (
          <Select
            autoFocus
            defaultOpen
            allowClear={row.chosen}
            showSearch={{ optionFilterProp: "label" }}
            aria-label={t("handover.choose-for", { name: establishment.name })}
            value={to?.id ?? null}
            options={candidates.map((one) => ({
              value: one.id,
              label: `${one.name} ${one.unit} ${one.load}`,
            }))}
            onBlur={() => setChoosing(false)}
            onChange={(official: string | undefined) => {
              setChoosing(false);
              onChoose(official ?? null);
            }}
          />
        ) : (
          <button
            type="button"
            className="btn link"
            title={t("handover.choose-for", { name: establishment.name })}
            onClick={() => setChoosing(true)}
          >
            {to === null ? <span className="red">{t("handover.nobody")}</span> : to.name}
          </button>
        )}
        {row.chosen && <Tag tone="info">{t("handover.chosen")}</Tag>}
        {reason !== null && <small className="t3">{name("unassigned", reason)}</small>}
      </td>
      <td className="num nw opt" data-label={t("handover.due")}>
        {row.dueBy ?? <span className="t3">{name("duty", row.duty)}</span>}
      </td>
    </tr>
  );
}
