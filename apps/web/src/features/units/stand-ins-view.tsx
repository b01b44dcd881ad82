import { type StandInRow, toPlainDate } from "@shian/domain";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { Form, Input, Modal } from "antd";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { DayField } from "../../components/day-field.js";
import { Icon } from "../../components/icon.js";
import { Blank } from "../../components/notice.js";
import { QueryView } from "../../components/query-view.js";
import { ReasonModal } from "../../components/reason-modal.js";
import { RemoteSelect, useSettled } from "../../components/remote-select.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { useToday } from "../../components/use-today.js";
import { IfMay, useSession } from "../../session/use-session.js";
import { useSpan } from "../../text/use-span.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

/** Officials who supervise in the place of others, from when to when and why. */
export function StandInsView() {
  const { t } = useText();
  const trpc = useTRPC();
  const { may } = useSession();
  const span = useSpan();
  const today = useToday();
  const query = useQuery(trpc.standIn.list.queryOptions({ limit: 200 }));
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState<StandInRow>();
  const isOver = ({ to }: StandInRow) => to !== null && to <= today;
  const arrange = (
    <IfMay operation="standIn.give">
      <button type="button" className="btn pri" onClick={() => setGiving(true)}>
        <Icon name="plus" />
        {t("units.arrange")}
      </button>
    </IfMay>
  );
  return (
    <Card flush title={t("people.stand-ins")} note={t("units.stand-in-note")} right={arrange}>
      <QueryView query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Blank icon="swap" title={t("units.no-stand-in")} hint={t("units.no-stand-in-hint")} />
          ) : (
            <div className="scroll-x">
              <table className="tbl s">
                <thead>
                  <tr>
                    <th>{t("units.who-stands-in")}</th>
                    <th>{t("units.for-whom")}</th>
                    <th className="opt">{t("units.which")}</th>
                    <th>{t("people.days")}</th>
                    <th className="opt">{t("admin.reason")}</th>
                    {may("standIn.end") && <th aria-label={t("units.end")} />}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.id} className={isOver(row) ? "past" : ""}>
                      <td>{row.officialName}</td>
                      <td>{row.standsInForName}</td>
                      <td className="opt">
                        {row.establishments === null
                          ? t("units.all-of-them")
                          : t("units.firms-n", { n: row.establishments.length })}
                      </td>
                      <td>{span(row)}</td>
                      <td className="opt">
                        {row.reason}
                        <small>{row.recordedBy}</small>
                      </td>
                      {may("standIn.end") && (
                        <td className="num">
                          {!isOver(row) && (
                            <button type="button" className="btn link" onClick={() => setEnding(row)}>
                              {t("units.end")}
                            </button>
                          )}
                        </td>
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </QueryView>
      {giving && <GiveStandIn onClose={() => setGiving(false)} />}
      {ending !== undefined && <EndStandIn row={ending} onClose={() => setEnding(undefined)} />}
    </Card>
  );
}

type Draft = { official: string; standsInFor: string; from: string; to?: string; reason: string };

function GiveStandIn({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const today = useToday();
  const saving = useSaving();
  const [form] = Form.useForm<Draft>();
  const give = useMutation(trpc.standIn.give.mutationOptions(saving(t("units.arranged"), onClose)));
  const required = [{ required: true, message: t("common.required") }];
  return (
    <Modal
      open
      title={t("units.arrange")}
      onCancel={onClose}
      okText={t("units.arrange")}
      okButtonProps={{ loading: give.isPending }}
      onOk={() => form.submit()}
    >
      <Refusal error={give.error} />
      <Form
        form={form}
        layout="vertical"
        className="form-two"
        initialValues={{ from: today }}
        onFinish={({ from, to, ...draft }) =>
          give.mutate({
            txId: createTxId(),
            ...draft,
            from: toPlainDate(from),
            to: to === undefined ? null : toPlainDate(to),
          })
        }
      >
        <Form.Item name="official" label={t("units.who-stands-in")} rules={required} className="whole">
          <OfficialSelect />
        </Form.Item>
        <Form.Item
          name="standsInFor"
          label={t("units.for-whom")}
          extra={t("units.for-whom-hint")}
          rules={required}
          className="whole"
        >
          <OfficialSelect />
        </Form.Item>
        <Form.Item name="from" label={t("people.first-day")} rules={required}>
          <DayField />
        </Form.Item>
        <Form.Item name="to" label={t("people.first-day-not")} extra={t("people.to-hint")}>
          <DayField />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t("admin.reason")}
          className="whole"
          rules={[{ required: true, whitespace: true, min: 2, message: t("admin.reason-missing") }]}
        >
          <Input.TextArea rows={2} maxLength={300} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function OfficialSelect(control: {
  value?: string;
  onChange?: (value: string | string[] | null) => void;
  id?: string;
}) {
  const { t, clauses } = useText();
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const search = useSettled(text.trim());
  const officials = useQuery(
    trpc.official.list.queryOptions(
      { limit: 30, ...(search === "" ? {} : { search }) },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <RemoteSelect
      {...control}
      choices={(officials.data?.rows ?? []).map(({ id, name, unit, post }) => ({
        value: id,
        label: name,
        note: clauses(unit, post),
      }))}
      loading={officials.isFetching}
      placeholder={t("units.find-official")}
      empty={t("people.no-match")}
      onSearch={setText}
    />
  );
}

function EndStandIn({ row, onClose }: { row: StandInRow; onClose: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const today = useToday();
  const saving = useSaving();
  const end = useMutation(trpc.standIn.end.mutationOptions(saving(t("units.stand-in-ended"), onClose)));
  return (
    <ReasonModal
      title={t("units.end-stand-in")}
      hint={t("units.end-stand-in-hint", { official: row.officialName, absent: row.standsInForName })}
      action={t("units.end")}
      danger
      day={{ label: t("people.first-day-not"), at: today }}
      pending={end.isPending}
      error={end.error}
      onClose={onClose}
      onSubmit={({ reason, day }) =>
        end.mutate({
          txId: createTxId(),
          id: row.id,
          version: row.version,
          reason,
          ...(day === undefined ? {} : { to: toPlainDate(day) }),
        })
      }
    />
  );
}
