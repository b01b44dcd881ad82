import type { TerritoryRow } from "@shian/domain";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { DayField } from "../../components/day-field.js";
import { QueryView } from "../../components/query-view.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { useToday } from "../../components/use-today.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC, useTRPCClient } from "../../trpc.js";
import { type ChangeDraft, type ChangeKind, type ReadyChange, toReadyChange } from "./change-draft.js";
import { EffectView } from "./effect-view.js";

/** One change of territories: what it is, whose work it touches, and only then the change itself. */
export function ChangeModal({
  kind,
  row,
  parent,
  siblings,
  onClose,
}: {
  kind: ChangeKind;
  row: TerritoryRow | undefined;
  parent: { code: string; name: string };
  siblings: readonly TerritoryRow[];
  onClose: () => void;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const today = useToday();
  const [form] = Form.useForm<ChangeDraft>();
  const [looked, setLooked] = useState<ReadyChange>();
  const effect = useQuery(
    trpc.territory.preview.queryOptions(
      looked ?? { on: "" as never, change: { kind: "end", code: parent.code } },
      { enabled: looked !== undefined, retry: false, gcTime: 0 },
    ),
  );
  const apply = useApply(onClose);
  const look = (draft: ChangeDraft) => {
    apply.reset();
    setLooked(toReadyChange({ kind, draft, at: row?.code, parent: parent.code }));
  };
  const sure = looked !== undefined && effect.data !== undefined;
  return (
    <Modal
      open
      width={600}
      title={row === undefined ? t(`territories.${kind}`) : t(`territories.${kind}-of`, { name: row.name })}
      onCancel={onClose}
      okText={t(sure ? `territories.${kind}` : "territories.look")}
      okButtonProps={{ loading: apply.isPending || effect.isFetching, danger: sure && kind === "end" }}
      onOk={() => (sure ? apply.mutate(looked) : form.submit())}
    >
      <p className="t2 mb12">{t(`territories.${kind}-hint`)}</p>
      <Refusal error={apply.error ?? (looked === undefined ? null : effect.error)} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ on: today, name: kind === "rename" ? row?.name : undefined, restName: row?.name }}
        // What was looked at is no longer what the form says.
        onValuesChange={() => setLooked(undefined)}
        onFinish={look}
      >
        <ChangeFields kind={kind} row={row} siblings={siblings} form={form} />
        <Form.Item
          name="on"
          label={t("territories.on")}
          rules={[{ required: true, message: t("common.required") }]}
        >
          <DayField />
        </Form.Item>
      </Form>
      {looked !== undefined && effect.error === null && (
        <QueryView query={effect}>{(data) => <EffectView effect={data} />}</QueryView>
      )}
    </Modal>
  );
}

function useApply(onClose: () => void) {
  const { t } = useText();
  const api = useTRPCClient();
  const saving = useSaving();
  return useMutation({
    mutationFn: ({ on, change }: ReadyChange) => {
      const dated = { txId: createTxId(), on };
      switch (change.kind) {
        case "merge":
          return api.territory.merge.mutate({ ...dated, codes: change.codes, into: change.into });
        case "split":
          return api.territory.split.mutate({
            ...dated,
            code: change.code,
            rest: change.rest,
            parts: change.parts,
          });
        case "create": {
          const { kind: _kind, ...place } = change;
          return api.territory.create.mutate({ ...dated, ...place });
        }
        case "rename":
          return api.territory.rename.mutate({ ...dated, code: change.code, name: change.name });
        case "end":
          return api.territory.end.mutate({ ...dated, code: change.code });
      }
    },
    ...saving(t("territories.done"), onClose),
  });
}

function ChangeFields({
  kind,
  row,
  siblings,
  form,
}: {
  kind: ChangeKind;
  row: TerritoryRow | undefined;
  siblings: readonly TerritoryRow[];
  form: ReturnType<typeof Form.useForm<ChangeDraft>>[0];
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const villages = useQuery(
    trpc.territory.list.queryOptions(row === undefined ? {} : { parent: row.code }, {
      enabled: kind === "split",
    }),
  );
  const codes = Form.useWatch("codes", form) as string[] | undefined;
  const required = [{ required: true, whitespace: true, message: t("common.required") }];
  const needed = [{ required: true, message: t("common.required") }];
  const toOption = ({ code, name }: TerritoryRow) => ({ value: code, label: name });
  if (kind === "end") return null;
  return (
    <>
      {kind === "merge" && (
        <Form.Item
          name="codes"
          label={t("territories.which-merge")}
          rules={[{ required: true, type: "array", min: 2, message: t("territories.two-at-least") }]}
        >
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={siblings.map(toOption)}
            onChange={(chosen: string[]) => {
              const first = siblings.find(({ code }) => code === chosen[0]);
              const now = form.getFieldsValue();
              if ((now.code ?? "") === "" && first !== undefined)
                form.setFieldsValue({ code: first.code, name: first.name });
            }}
          />
        </Form.Item>
      )}
      {kind === "split" && (
        <>
          <Form.Item name="members" label={t("territories.which-leave")} rules={needed}>
            <Select
              mode="multiple"
              optionFilterProp="label"
              loading={villages.isPending}
              options={(villages.data?.rows ?? []).map(toOption)}
            />
          </Form.Item>
          <Form.Item name="restName" label={t("territories.rest-name")} rules={required}>
            <Input maxLength={60} />
          </Form.Item>
        </>
      )}
      <Form.Item
        name="name"
        label={t(kind === "rename" ? "territories.new-name" : "territories.name-of-new")}
        rules={required}
      >
        <Input maxLength={60} />
      </Form.Item>
      {kind !== "rename" && (
        <Form.Item
          name="code"
          label={t("territories.code-of-new")}
          extra={t(kind === "merge" ? "territories.merge-code-hint" : "territories.code-hint")}
          rules={required}
        >
          {kind === "merge" && codes !== undefined && codes.length > 0 ? (
            <Input maxLength={20} list="merged-codes" />
          ) : (
            <Input maxLength={20} />
          )}
        </Form.Item>
      )}
      {kind === "merge" && (
        <datalist id="merged-codes">
          {(codes ?? []).map((code) => (
            <option key={code} value={code} />
          ))}
        </datalist>
      )}
    </>
  );
}
