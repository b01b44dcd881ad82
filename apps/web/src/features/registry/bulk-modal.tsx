import {
  type BulkOutcome,
  type BulkTarget,
  businessForms,
  establishmentStates,
  renderProblem,
  stateSources,
} from "@shian/domain";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { DayField } from "../../components/day-field.js";
import { formatCount } from "../../components/figures.js";
import { FlagSelect } from "../../components/flag-select.js";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { RemoteSelect, useSettled } from "../../components/remote-select.js";
import { TerritoryField } from "../../components/territory-field.js";
import { useToday } from "../../components/use-today.js";
import { useAllFlagCodes } from "../../text/office-flags.js";
import { useFieldName } from "../../text/use-field-name.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC, useTRPCClient } from "../../trpc.js";

const kinds = ["place", "attention", "form", "state", "official"] as const;
type Kind = (typeof kinds)[number];
type Draft = { kind: Kind } & Record<string, unknown>;
type Asked = { draft: Draft; outcome: BulkOutcome };

/** Changes many establishments at once: what, its preview, then as one change that can be undone. */
export function BulkModal({
  target,
  count,
  onClose,
  onDone,
}: {
  target: BulkTarget;
  count: number;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const api = useTRPCClient();
  const client = useQueryClient();
  const { message } = App.useApp();
  const sentences = useErrorSentences();
  const [form] = Form.useForm<Draft>();
  const [asked, setAsked] = useState<Asked>();
  const toChange = (draft: Draft) => ({ ...draft }) as never;
  const preview = useMutation({
    mutationFn: async (draft: Draft) => ({
      draft,
      outcome: await api.bulkEdit.preview.query({ target, change: toChange(draft) }),
    }),
    onSuccess: setAsked,
  });
  const make = useMutation(
    trpc.bulkEdit.make.mutationOptions({
      onSuccess: async ({ outcome }) => {
        await client.invalidateQueries();
        void message.success(t("bulk.done", { n: formatCount(outcome.updated) }));
        onDone();
      },
    }),
  );
  const failed = preview.error ?? make.error;
  const updated = asked?.outcome.updated ?? 0;
  return (
    <Modal
      open
      width={640}
      title={t("bulk.title", { n: formatCount(count) })}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t("spell.cancel")}</Button>
          <Button loading={preview.isPending} onClick={() => form.submit()}>
            {t("bulk.preview")}
          </Button>
          <Button
            type="primary"
            disabled={asked === undefined || updated === 0}
            loading={make.isPending}
            onClick={() => {
              if (asked !== undefined)
                make.mutate({
                  txId: createTxId(),
                  target,
                  change: toChange(asked.draft),
                  mark: asked.outcome.mark,
                });
            }}
          >
            {t("bulk.apply", { n: formatCount(updated) })}
          </Button>
        </>
      }
    >
      {failed !== null && (
        <div className="mb12">
          <Notice tone="over">{sentences(failed).join("")}</Notice>
        </div>
      )}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ kind: "place" }}
        onFinish={(draft) => preview.mutate(draft)}
        onValuesChange={() => setAsked(undefined)}
      >
        <Form.Item name="kind" label={t("bulk.what")}>
          <Select options={kinds.map((value) => ({ value, label: t(`bulk.kind-${value}`) }))} />
        </Form.Item>
        <Form.Item noStyle shouldUpdate={(before: Draft, after: Draft) => before.kind !== after.kind}>
          {() => <ChangeFields kind={form.getFieldValue("kind") as Kind} />}
        </Form.Item>
      </Form>
      {asked !== undefined && <Outcome outcome={asked.outcome} />}
    </Modal>
  );
}

function ChangeFields({ kind }: { kind: Kind }) {
  const { t, name } = useText();
  const field = useFieldName();
  const today = useToday();
  const allFlags = useAllFlagCodes();
  const required = [{ required: true, message: t("common.required") }];
  const choose = (family: "form" | "state" | "state-source" | "attention", words: readonly string[]) =>
    words.map((value) => ({ value, label: name(family, value) }));
  if (kind === "place")
    return (
      <>
        <Form.Item name="place" label={t("create.place")}>
          <TerritoryField />
        </Form.Item>
        <Form.Item name="place" label={t("create.grid")} extra={t("create.grid-hint")} rules={required}>
          <Input maxLength={20} allowClear />
        </Form.Item>
      </>
    );
  if (kind === "form")
    return (
      <Form.Item name="form" label={field("form")} rules={required}>
        <Select options={choose("form", businessForms)} />
      </Form.Item>
    );
  if (kind === "attention")
    return (
      <>
        <Form.Item name="add" label={t("bulk.add")} initialValue={[]}>
          <FlagSelect />
        </Form.Item>
        <Form.Item name="remove" label={t("bulk.remove")} initialValue={[]}>
          <Select mode="multiple" options={choose("attention", allFlags)} />
        </Form.Item>
      </>
    );
  if (kind === "official")
    return (
      <Form.Item name="official" label={t("registry.official")} rules={required}>
        <OfficialSelect />
      </Form.Item>
    );
  return (
    <div className="form-two">
      <Form.Item name="state" label={field("state")} rules={required}>
        <Select options={choose("state", establishmentStates)} />
      </Form.Item>
      <Form.Item name="from" label={t("spell.from")} rules={required} initialValue={today}>
        <DayField max={today} />
      </Form.Item>
      <Form.Item name="source" label={t("spell.source")} rules={required} initialValue="office">
        <Select options={choose("state-source", stateSources)} />
      </Form.Item>
      <Form.Item name="reason" label={t("spell.reason")} rules={required}>
        <Input maxLength={300} />
      </Form.Item>
    </div>
  );
}

function OfficialSelect({
  value,
  onChange,
  id,
}: {
  value?: string | null;
  onChange?: (value: string | string[] | null) => void;
  id?: string;
}) {
  const { t, clauses } = useText();
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const search = useSettled(text);
  const found = useQuery(
    trpc.official.list.queryOptions({ ...(search === "" ? {} : { search }), limit: 30 }),
  );
  return (
    <RemoteSelect
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      {...(onChange === undefined ? {} : { onChange })}
      loading={found.isFetching}
      placeholder={t("registry.official")}
      onSearch={setText}
      choices={(found.data?.rows ?? []).map((row) => ({
        value: row.id,
        label: row.name,
        note: clauses(row.unit, row.post),
      }))}
    />
  );
}

/** Counts, the reasons of those refused, and the first rows. */
function Outcome({ outcome }: { outcome: BulkOutcome }) {
  const { t, locale } = useText();
  const counts = (["updated", "unchanged", "refused"] as const).map((kind) => (
    <div key={kind}>
      <span>{t(`bulk.${kind}`)}</span>
      <b data-testid={`bulk-${kind}`}>{formatCount(outcome[kind])}</b>
    </div>
  ));
  return (
    <section aria-label={t("bulk.preview")}>
      <div className="bulk-counts">{counts}</div>
      {outcome.reasons.length > 0 && (
        <ul className="mini mb8">
          {outcome.reasons.map((reason) => (
            <li key={reason.code}>
              <span className="amber">{renderProblem(reason, locale)}</span>
              <span className="nw">{formatCount(reason.count)}</span>
            </li>
          ))}
        </ul>
      )}
      <ul className="mini bulk-rows">
        {outcome.rows.map((row) => (
          <li key={row.id}>
            <span className="ell">{row.name}</span>
            <span className="t3">
              {row.outcome === "updated"
                ? t("bulk.row", {
                    before: row.before ?? t("common.none"),
                    after: row.after ?? t("common.none"),
                  })
                : t(`bulk.${row.outcome}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
