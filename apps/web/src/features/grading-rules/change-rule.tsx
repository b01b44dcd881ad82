import {
  findFrequencies,
  isPlainDate,
  type OfficeRulesView,
  pairingGrades,
  RuleChange,
  windowKinds,
} from "@shian/domain";
import { skipToken, useMutation, useQuery } from "@tanstack/react-query";
import { Button, InputNumber, Modal, Select } from "antd";
import { useState } from "react";
import { DayField } from "../../components/day-field.js";
import { GradeSquare } from "../../components/grade-square.js";
import { QueryView } from "../../components/query-view.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { EffectView } from "./effect-view.js";

type Kind = Exclude<RuleChange["kind"], "scheme">;
type Grade = "A" | "B" | "C" | "D";
const grades = pairingGrades as unknown as readonly Grade[];
const levels = ["city", "county", "township", "village"] as const;

/** The rule as it stands on the last of its days, to be changed. */
function startChange(kind: Kind, rules: OfficeRulesView): RuleChange {
  if (kind === "frequency") {
    const found = findFrequencies(rules.frequency.entries, "2999-12-31" as OfficeRulesView["today"]);
    const or = { window: "quarter", visits: 1 } as const;
    return { kind, frequency: { A: found.A ?? or, B: found.B ?? or, C: found.C ?? or, D: found.D ?? or } };
  }
  if (kind === "levels") {
    const last = rules.levels.entries.at(-1);
    const { A = "city", B = "county", C = "township", D = "village" } = last ?? {};
    return { kind, levels: { A, B, C, D } };
  }
  if (kind === "overload") {
    const last = rules.overload.entries.at(-1);
    const { city = 15, county = 15, township = 15, village = 15 } = last ?? {};
    return { kind, overload: { city, county, township, village } };
  }
  return { kind, minutes: rules.minutes.value };
}

/** Changes a rule from a day on, with what it would do shown before. */
export function ChangeRule({
  kind,
  rules,
  onClose,
}: {
  kind: Kind;
  rules: OfficeRulesView;
  onClose: () => void;
}) {
  const { t, name } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const [change, setChange] = useState<RuleChange>(() => startChange(kind, rules));
  const [from, setFrom] = useState<string>(rules.today);
  const [asked, setAsked] = useState<{ change: RuleChange; from: OfficeRulesView["today"] }>();
  const effect = useQuery(trpc.rules.effect.queryOptions(asked ?? skipToken));
  const set = useMutation(trpc.rules.set.mutationOptions(saving(t("effect.applied"), onClose)));
  const isAsked = asked !== undefined && asked.change === change && asked.from === from && effect.isSuccess;
  const isWhole = RuleChange.safeParse(change).success && isPlainDate(from);
  return (
    <Modal
      open
      width={920}
      title={t("rules.change")}
      onCancel={onClose}
      okText={t("effect.apply")}
      okButtonProps={{ loading: set.isPending, disabled: !isAsked }}
      onOk={() => {
        if (isPlainDate(from)) set.mutate({ txId: createTxId(), change, from, version: rules[kind].version });
      }}
    >
      <Refusal error={set.error} />
      <div className="stack-form mb12">
        {(change.kind === "overload" ? levels : grades).map((key) => (
          <div className="row" key={key}>
            {change.kind === "overload" ? (
              <span className="lab">{name("level", key)}</span>
            ) : (
              <GradeSquare grade={key} />
            )}
            <Fields change={change} of={key} onChange={setChange} />
          </div>
        ))}
        {kind !== "minutes" && (
          <div className="row">
            <span>{t("effect.day")}</span>
            <DayField
              value={from}
              min={rules.today}
              onChange={(day) => setFrom(day ?? "")}
              label={t("effect.day")}
            />
          </div>
        )}
        <div>
          <Button
            disabled={!isWhole}
            loading={effect.isFetching}
            onClick={() => {
              if (isPlainDate(from)) setAsked({ change, from });
            }}
          >
            {t("effect.show")}
          </Button>
        </div>
      </div>
      {asked !== undefined && <QueryView query={effect}>{(data) => <EffectView effect={data} />}</QueryView>}
    </Modal>
  );
}

/** What is set for one grade or level. */
function Fields({
  change,
  of,
  onChange,
}: {
  change: RuleChange;
  of: string;
  onChange: (change: RuleChange) => void;
}) {
  const { t, name } = useText();
  if (change.kind === "frequency") {
    const frequency = change.frequency[of as Grade];
    const put = (next: object) =>
      onChange({ ...change, frequency: { ...change.frequency, [of]: { ...frequency, ...next } } });
    return (
      <>
        <Select
          aria-label={`${of} ${t("rules.window")}`}
          style={{ width: 120 }}
          value={frequency.window}
          options={windowKinds.map((value) => ({ value, label: t(`rules.window-${value}`) }))}
          onChange={(window) => put({ window })}
        />
        <InputNumber
          aria-label={`${of} ${t("rules.visits")}`}
          min={1}
          max={31}
          precision={0}
          value={frequency.visits}
          onChange={(visits) => put({ visits })}
        />
      </>
    );
  }
  if (change.kind === "levels")
    return (
      <Select
        aria-label={`${of} ${t("rules.level")}`}
        style={{ width: 160 }}
        value={change.levels[of as Grade]}
        options={levels.map((value) => ({ value, label: name("level", value) }))}
        onChange={(level) => onChange({ ...change, levels: { ...change.levels, [of]: level } })}
      />
    );
  if (change.kind === "overload")
    return (
      <InputNumber
        aria-label={name("level", of)}
        min={1}
        max={100_000}
        precision={0}
        value={change.overload[of as "city"]}
        onChange={(n) =>
          onChange({ ...change, overload: { ...change.overload, [of]: n } as typeof change.overload })
        }
      />
    );
  if (change.kind === "minutes")
    return (
      <InputNumber
        aria-label={`${of} ${t("rules.minutes")}`}
        min={1}
        max={1440}
        precision={0}
        value={change.minutes[of as Grade]}
        onChange={(n) =>
          onChange({ ...change, minutes: { ...change.minutes, [of]: n } as typeof change.minutes })
        }
      />
    );
  return null;
}
