import { groupKinds, toPlainDate, type UnitKind, type UnitRow, unitKinds } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Form, Input, Modal, Select } from "antd";
import { DayField } from "../../components/day-field.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { TerritoryField } from "../../components/territory-field.js";
import { UnitSelect } from "../../components/unit-select.js";
import { useToday } from "../../components/use-today.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

type Draft = { kind: UnitKind; name: string; territory?: string; leadUnit?: string | null; from?: string };

/** Whether units of the kind have a lead unit and members. */
export const isGroupKind = (kind: UnitKind | undefined): boolean => groupKinds.some((one) => one === kind);

/** Makes a unit, or changes one; its kind stays what it was made as. */
export function UnitForm({ unit, onClose }: { unit?: UnitRow; onClose: () => void }) {
  const { t, name } = useText();
  const trpc = useTRPC();
  const today = useToday();
  const saving = useSaving();
  const [form] = Form.useForm<Draft>();
  const kind = Form.useWatch("kind", form) as UnitKind | undefined;
  const saved = saving(t(unit === undefined ? "units.created" : "units.changed"), onClose);
  const create = useMutation(trpc.unit.create.mutationOptions(saved));
  const change = useMutation(trpc.unit.change.mutationOptions(saved));
  const required = [{ required: true, message: t("common.required") }];
  const submit = (draft: Draft) => {
    const facts = {
      txId: createTxId(),
      name: draft.name.trim(),
      territory: draft.territory ?? null,
      leadUnit: isGroupKind(unit?.kind ?? draft.kind) ? (draft.leadUnit ?? null) : null,
    };
    if (unit !== undefined) change.mutate({ ...facts, id: unit.id, version: unit.version });
    else
      create.mutate({
        ...facts,
        kind: draft.kind,
        ...(draft.from === undefined ? {} : { from: toPlainDate(draft.from) }),
      });
  };
  const lead =
    unit === undefined || unit.leadUnit === null
      ? []
      : [{ id: unit.leadUnit, name: unit.leadUnitName ?? unit.leadUnit }];
  return (
    <Modal
      open
      title={unit === undefined ? t("units.create") : t("units.change-of", { name: unit.name })}
      onCancel={onClose}
      okText={t("common.save")}
      okButtonProps={{ loading: create.isPending || change.isPending }}
      onOk={() => form.submit()}
    >
      <Refusal error={create.error ?? change.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={
          unit === undefined
            ? { from: today }
            : {
                kind: unit.kind,
                name: unit.name,
                territory: unit.territory ?? undefined,
                leadUnit: unit.leadUnit,
              }
        }
        onFinish={submit}
      >
        <Form.Item name="kind" label={t("units.kind")} rules={required}>
          <Select
            disabled={unit !== undefined}
            options={unitKinds.map((value) => ({ value, label: name("unit-kind", value) }))}
          />
        </Form.Item>
        <Form.Item
          name="name"
          label={t("units.name")}
          rules={[{ required: true, whitespace: true, message: t("common.required") }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="territory" label={t("people.where")}>
          <TerritoryField />
        </Form.Item>
        {isGroupKind(kind) && (
          <Form.Item name="leadUnit" label={t("units.lead")}>
            <UnitSelect known={lead} />
          </Form.Item>
        )}
        {unit === undefined && (
          <Form.Item name="from" label={t("people.first-day")} rules={required}>
            <DayField />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
