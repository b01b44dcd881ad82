import { isPlainDate, type ObjectionDetail } from "@shian/domain";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Drawer, Form, Input, Segmented } from "antd";
import { useState } from "react";
import { useText } from "../text/use-text.js";
import { createTxId, useTRPC } from "../trpc.js";
import { SectionTitle } from "./card.js";
import { DayField } from "./day-field.js";
import { DoorLink } from "./figures.js";
import { QueryView } from "./query-view.js";
import { Refusal, useSaving } from "./saving.js";
import { StatusMark } from "./status-mark.js";
import { useToday } from "./use-today.js";

/** One objection: what happened, and what may be entered next by who looks at it. */
export function ObjectionDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.objection.get.queryOptions({ id }));
  return (
    <Drawer open size={560} title={t("objection.title")} onClose={onClose}>
      <QueryView query={query}>
        {(detail) => <Objection key={detail.row.version} detail={detail} />}
      </QueryView>
    </Drawer>
  );
}

type Act = "supplement" | "withdraw" | "uphold" | "reject";
const isAct = (act: string): act is Act => act !== "raise";

function Objection({ detail }: { detail: ObjectionDetail }) {
  const { t, name, colon, comma } = useText();
  const { row, entries } = detail;
  const [act, setAct] = useState<Act>();
  return (
    <>
      <div className="row mb8">
        <b>
          <DoorLink door={{ to: "/registry/$id", params: { id: row.establishment } }}>{row.name}</DoorLink>
        </b>
        <StatusMark
          tone={row.state === "under-review" ? "at-risk" : row.state === "upheld" ? "ok" : "closed"}
        >
          {name("objection-state", row.state)}
        </StatusMark>
      </div>
      <dl className="dl">
        <dt>{name("grade-scale", row.scale)}</dt>
        <dd>
          {row.grade ?? t("common.none")}
          {row.decided !== null && ` → ${row.decided}`}
        </dd>
        <dt>{t("objection.asked")}</dt>
        <dd>{row.asked ?? t("objection.asked-none")}</dd>
        <dt>{t("objection.deadline")}</dt>
        <dd>
          {row.deadline} {row.overdue && <span className="red">{t("objection.overdue")}</span>}
          {row.deadlineProvisional && <small className="t3">{t("objection.provisional")}</small>}
        </dd>
      </dl>
      <div className="mt16">
        <SectionTitle>{t("objection.entries")}</SectionTitle>
      </div>
      <ul className="mini">
        {entries.map((entry) => (
          <li key={entry.seq}>
            <span>
              <b>{name("objection-act", entry.act)}</b>
              {colon}
              {entry.text}
              {entry.grade !== null && (
                <small className="t2 block">
                  {entry.act === "raise" ? t("objection.asked") : t("objection.decided-grade")} {entry.grade}
                  {entry.from !== null && `${comma}${entry.from}`}
                  {entry.to !== null && ` – ${entry.to}`}
                </small>
              )}
            </span>
            <span className="t3 nw">
              {entry.by} {entry.on}
            </span>
          </li>
        ))}
      </ul>
      {row.next.length > 0 && (
        <div className="row wrap mt12">
          {row.next.filter(isAct).map((next) => (
            <Button key={next} type={next === act ? "primary" : "default"} onClick={() => setAct(next)}>
              {name("objection-act", next)}
            </Button>
          ))}
        </div>
      )}
      {act !== undefined && <ActForm key={act} act={act} detail={detail} />}
    </>
  );
}

type Draft = { text: string; grade?: "A" | "B" | "C" | "D"; from?: string; to?: string };
const toDay = (day: string | undefined) => (day !== undefined && isPlainDate(day) ? day : null);

function ActForm({ act, detail }: { act: Act; detail: ObjectionDetail }) {
  const { t, name } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const today = useToday();
  const { row } = detail;
  const save = useMutation(trpc.objection.act.mutationOptions(saving(t("objection.done"))));
  const required = [{ required: true, message: t("common.required") }];
  return (
    <Form<Draft>
      className="mt12"
      layout="vertical"
      initialValues={{ from: today, ...(row.asked === null ? {} : { grade: row.asked }) }}
      onFinish={({ text, grade, from, to }) =>
        save.mutate({
          txId: createTxId(),
          id: row.id,
          version: row.version,
          act,
          text,
          grade: act === "uphold" ? (grade ?? null) : null,
          from: act === "uphold" ? toDay(from) : null,
          to: act === "uphold" ? toDay(to) : null,
        })
      }
    >
      <Refusal error={save.error} />
      {act === "uphold" && (
        <>
          <Form.Item name="grade" label={t("objection.decided-grade")} rules={required}>
            <Segmented options={(["A", "B", "C", "D"] as const).filter((grade) => grade !== row.grade)} />
          </Form.Item>
          <div className="two">
            <Form.Item name="from" label={t("objection.from")} rules={required}>
              <DayField />
            </Form.Item>
            <Form.Item name="to" label={t("objection.to")}>
              <DayField />
            </Form.Item>
          </div>
        </>
      )}
      <Form.Item
        name="text"
        label={t("objection.text")}
        rules={[{ required: true, whitespace: true, min: 2, message: t("common.required") }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {name("objection-act", act)}
      </Button>
    </Form>
  );
}
