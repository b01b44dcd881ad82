import { formatPoints, type Method, toHundredths } from "@shian/domain";
import { Checkbox, Input, InputNumber } from "antd";
import type { ReactNode } from "react";
import { useText } from "../../text/use-text.js";
import type { Draft } from "./start-draft.js";

type FieldsProps = { method: Method; draft: Draft; onChange: (draft: Draft) => void };
const points = (decimal: number) => formatPoints(toHundredths(decimal));
const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? { ...value } : {};
const numberOf = (value: unknown): number | null => (typeof value === "number" ? value : null);

/** The fields of a scoring method, each with its own rule beside it. */
export function MethodFields({ method, draft, onChange }: FieldsProps) {
  const { t, clauses, list } = useText();
  switch (method.type) {
    case "all-or-nothing":
      return (
        <YesNo
          name="met"
          value={draft.met}
          yes={t("measure.met")}
          no={t("measure.not-met")}
          onChange={(met) => onChange({ met })}
        />
      );
    case "veto-event":
      return (
        <YesNo
          name="occurred"
          value={draft.occurred}
          yes={t("measure.occurred")}
          no={t("measure.not-occurred")}
          bad="yes"
          onChange={(occurred) => onChange({ occurred })}
        />
      );
    case "deduction": {
      const counts = recordOf(draft.counts);
      return (
        <>
          {method.deductions.map((deduction) => (
            <Line
              key={deduction.id}
              title={deduction.title}
              note={clauses(
                t("measure.each", { n: points(deduction.pointsEach) }),
                deduction.cap === undefined ? "" : t("measure.cap", { n: points(deduction.cap) }),
              )}
            >
              <InputNumber
                min={0}
                precision={0}
                value={numberOf(counts[deduction.id])}
                placeholder="0"
                suffix={t("measure.times")}
                aria-label={deduction.title}
                onChange={(value) => onChange({ counts: without(counts, deduction.id, value) })}
              />
            </Line>
          ))}
        </>
      );
    }
    case "parts": {
      const met = recordOf(draft.met);
      return (
        <>
          {method.parts.map((part) => (
            <Checkbox
              key={part.id}
              checked={met[part.id] === true}
              onChange={(event) => onChange({ met: { ...met, [part.id]: event.target.checked } })}
            >
              {part.title} <span className="t3">{points(part.points)}</span>
            </Checkbox>
          ))}
        </>
      );
    }
    case "levels":
      return (
        <div className="opts" role="radiogroup">
          {method.levels.map((level) => (
            <label key={level.id} className={draft.level === level.id ? "on" : ""}>
              <input
                type="radio"
                name="level"
                checked={draft.level === level.id}
                onChange={() => onChange({ level: level.id })}
              />
              <span>{level.title}</span>
              <span className="t3">{points(level.points)}</span>
            </label>
          ))}
        </div>
      );
    case "bands":
      return (
        <>
          <Value
            draft={draft}
            onChange={onChange}
            note={t(method.direction === "higher" ? "measure.higher" : "measure.lower")}
          />
          <p className="t3 sm">
            {list(
              method.bands.map((band) =>
                t("measure.band", {
                  sign: method.direction === "higher" ? "≥" : "≤",
                  bound: band.bound,
                  points: points(band.points),
                }),
              ),
            )}
          </p>
        </>
      );
    case "linear":
      return (
        <Value
          draft={draft}
          onChange={onChange}
          note={t("measure.linear", { zero: method.zeroAt, full: method.fullAt })}
        />
      );
    case "veto-threshold":
      return (
        <Value
          draft={draft}
          onChange={onChange}
          note={t(method.direction === "higher" ? "measure.threshold-higher" : "measure.threshold-lower", {
            bound: method.bound,
          })}
        />
      );
    case "ratio":
      return (
        <div className="row wrap gap12">
          <Line title={t("measure.numerator")}>
            <InputNumber
              min={0}
              value={numberOf(draft.numerator)}
              aria-label={t("measure.numerator")}
              onChange={(value) => onChange(without(draft, "numerator", value))}
            />
          </Line>
          <Line
            title={t("measure.denominator")}
            note={t("measure.target", { rate: `${Math.round(method.target * 1000) / 10}%` })}
          >
            <InputNumber
              min={0}
              value={numberOf(draft.denominator)}
              aria-label={t("measure.denominator")}
              onChange={(value) => onChange(without(draft, "denominator", value))}
            />
          </Line>
        </div>
      );
    case "assessed":
      return (
        <>
          <Line title={t("measure.points")}>
            <InputNumber
              min={0}
              step={0.1}
              precision={2}
              value={numberOf(draft.points)}
              aria-label={t("measure.points")}
              onChange={(value) => onChange(without(draft, "points", value))}
            />
          </Line>
          <Input.TextArea
            rows={2}
            placeholder={t("measure.reason")}
            aria-label={t("measure.reason")}
            value={typeof draft.reason === "string" ? draft.reason : ""}
            onChange={(event) => onChange({ ...draft, reason: event.target.value })}
          />
        </>
      );
  }
}

/** The draft with the number, or without the field when it was emptied. */
function without(draft: Draft, name: string, value: number | null): Draft {
  const { [name]: _gone, ...rest } = draft;
  return value === null ? rest : { ...rest, [name]: value };
}

function Value({ draft, onChange, note }: { draft: Draft; onChange: (draft: Draft) => void; note: string }) {
  const { t } = useText();
  return (
    <Line title={t("measure.value")} note={note}>
      <InputNumber
        value={numberOf(draft.value)}
        aria-label={t("measure.value")}
        onChange={(value) => onChange(without(draft, "value", value))}
      />
    </Line>
  );
}

function Line({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <div className="measure-line">
      <span>
        {title}
        {note !== undefined && <small>{note}</small>}
      </span>
      {children}
    </div>
  );
}

function YesNo({
  name,
  value,
  yes,
  no,
  bad = "no",
  onChange,
}: {
  name: string;
  value: unknown;
  yes: string;
  no: string;
  bad?: "yes" | "no";
  onChange: (value: boolean) => void;
}) {
  return (
    <div className="answers two-wide" role="radiogroup">
      {[true, false].map((one) => {
        const isBad = one === (bad === "yes");
        return (
          <label key={String(one)} className={value === one ? (isBad ? "on no" : "on") : ""}>
            <input type="radio" name={name} checked={value === one} onChange={() => onChange(one)} />
            {one ? yes : no}
          </label>
        );
      })}
    </div>
  );
}
