import {
  type Frequency,
  findFrequencies,
  type OfficeRulesView,
  type PlainDate,
  pairingGrades,
  type RuleChange,
} from "@shian/domain";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { GradeSquare } from "../../components/grade-square.js";
import { SmallTable } from "../../components/paged-rows.js";
import { QueryView } from "../../components/query-view.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { Tag } from "../../components/status-mark.js";
import { useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { ChangeRule } from "./change-rule.js";

type Kind = "frequency" | "levels" | "load";
type Grade = "A" | "B" | "C" | "D";
const grades = pairingGrades as unknown as readonly Grade[];
const levels = ["city", "county", "township", "village"] as const;

/** One kind of rule with every day on which it was set, and the way to change it. */
export function RulesView({ kind }: { kind: Kind }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.rules.get.queryOptions({}));
  return (
    <QueryView query={query}>
      {(rules) =>
        kind === "load" ? (
          <>
            <RuleCard kind="overload" rules={rules} />
            <div className="mt16">
              <RuleCard kind="minutes" rules={rules} />
            </div>
          </>
        ) : (
          <RuleCard kind={kind} rules={rules} />
        )
      }
    </QueryView>
  );
}

type RuleKind = Exclude<RuleChange["kind"], "scheme">;
type Row = { from: PlainDate | null; cells: readonly string[] };

function useRows(kind: RuleKind, rules: OfficeRulesView): { heads: readonly string[]; rows: readonly Row[] } {
  const { t, name } = useText();
  const gradeHeads = grades.map((grade) => grade);
  const show = (frequency: Frequency | null) =>
    frequency === null ? "—" : `${t(`rules.window-${frequency.window}`)} ${frequency.visits}`;
  if (kind === "frequency") {
    const days = [...new Set(rules.frequency.entries.map(({ from }) => from))];
    return {
      heads: gradeHeads,
      rows: days.map((from) => {
        const found = findFrequencies(rules.frequency.entries, from);
        return { from, cells: grades.map((grade) => show(found[grade])) };
      }),
    };
  }
  if (kind === "levels")
    return {
      heads: gradeHeads,
      rows: rules.levels.entries.map((entry) => ({
        from: entry.from,
        cells: grades.map((grade) => name("level", entry[grade])),
      })),
    };
  if (kind === "overload")
    return {
      heads: levels.map((level) => name("level", level)),
      rows: rules.overload.entries.map((entry) => ({
        from: entry.from,
        cells: levels.map((level) => formatCount(entry[level])),
      })),
    };
  return {
    heads: gradeHeads,
    rows: [{ from: null, cells: grades.map((grade) => formatCount(rules.minutes.value[grade])) }],
  };
}

function RuleCard({ kind, rules }: { kind: RuleKind; rules: OfficeRulesView }) {
  const { t } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const { may } = useSession();
  const [changing, setChanging] = useState(false);
  const { heads, rows } = useRows(kind, rules);
  const { demonstration, version } = rules[kind];
  const undo = useMutation(trpc.rules.undo.mutationOptions(saving(t("rules.undone"))));
  const title = {
    frequency: "rules.tab-frequency",
    levels: "rules.tab-levels",
    overload: "rules.overload",
    minutes: "rules.minutes",
  } as const;
  return (
    <Card
      flush
      title={t(title[kind])}
      note={demonstration ? <Tag tone="plain">{t("common.demo-scheme")}</Tag> : t("rules.history")}
      right={
        may("rules.set") && (
          <Button size="small" onClick={() => setChanging(true)}>
            {t("rules.change")}
          </Button>
        )
      }
      footer={kind === "minutes" ? t("rules.minutes-note") : t("rules.dated-note")}
    >
      <Refusal error={undo.error} />
      <SmallTable
        head={
          <>
            {kind !== "minutes" && <th>{t("rules.from")}</th>}
            {heads.map((head) => (
              <th key={head}>{kind === "overload" ? head : <GradeSquare grade={head} />}</th>
            ))}
            <th />
          </>
        }
      >
        {rows.map(({ from, cells }, index) => (
          <tr key={from ?? "now"}>
            {kind !== "minutes" && <td className="nw">{from}</td>}
            {cells.map((cell, at) => (
              <td key={heads[at]}>{cell}</td>
            ))}
            <td className="num">
              {kind !== "minutes" && from !== null && index > 0 && may("rules.undo") && (
                <Button
                  size="small"
                  loading={undo.isPending}
                  onClick={() => undo.mutate({ txId: createTxId(), kind, from, version })}
                >
                  {t("rules.undo")}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </SmallTable>
      {changing && <ChangeRule kind={kind} rules={rules} onClose={() => setChanging(false)} />}
    </Card>
  );
}
