import {
  administratorRoles,
  findGrantTarget,
  type GrantableRole,
  grantableRoles,
  type PersonRow,
  toPlainDate,
} from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Checkbox, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { DayField } from "../../components/day-field.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { TerritoryField } from "../../components/territory-field.js";
import { useToday } from "../../components/use-today.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { PersonSelect } from "./person-select.js";
import { RightsPreview } from "./rights-preview.js";
import { TargetSelect } from "./target-select.js";

type Draft = {
  person?: string;
  role?: GrantableRole;
  territory?: string;
  target?: string;
  leading?: boolean;
  from: string;
  to?: string;
  reason: string;
};

const roleOrder = grantableRoles.filter((role) => !administratorRoles.some((one) => one === role));

/** Gives one grant: a role, where it reaches, from when to when, and why; what it would open can be seen before. */
export function GiveGrant({ person, onClose }: { person?: PersonRow; onClose: () => void }) {
  const { t, name } = useText();
  const trpc = useTRPC();
  const today = useToday();
  const saving = useSaving();
  const [form] = Form.useForm<Draft>();
  const [previewing, setPreviewing] = useState(false);
  const draft = (Form.useWatch([], form) ?? {}) as Partial<Draft>;
  const give = useMutation(trpc.grant.give.mutationOptions(saving(t("people.granted"), onClose)));
  const tiedTo = draft.role === undefined ? "none" : findGrantTarget(draft.role);
  const grant =
    draft.role === undefined
      ? undefined
      : {
          role: draft.role,
          territory: tiedTo === "territory" ? (draft.territory ?? null) : null,
          official: tiedTo === "official" ? (draft.target ?? null) : null,
          establishment: tiedTo === "establishment" ? (draft.target ?? null) : null,
          leading: draft.role === "unit" && draft.leading === true,
        };
  const chosen = person?.id ?? draft.person;
  const roles =
    person === undefined
      ? [...roleOrder, ...administratorRoles]
      : person.kind === "administrator"
        ? [...administratorRoles]
        : roleOrder;
  const required = [{ required: true, message: t("common.required") }];
  return (
    <Modal
      open
      width={560}
      title={person === undefined ? t("people.grant") : t("people.grant-to", { name: person.name })}
      onCancel={onClose}
      okText={t("people.grant")}
      okButtonProps={{ loading: give.isPending }}
      onOk={() => form.submit()}
    >
      <Refusal error={give.error} />
      <Form
        form={form}
        layout="vertical"
        className="form-two"
        initialValues={{ from: today }}
        onValuesChange={(changed: Partial<Draft>) => {
          if (changed.role !== undefined) form.resetFields(["territory", "target", "leading"]);
        }}
        onFinish={(values) => {
          if (chosen === undefined || grant === undefined) return;
          give.mutate({
            txId: createTxId(),
            person: chosen,
            ...grant,
            from: toPlainDate(values.from),
            to: values.to === undefined ? null : toPlainDate(values.to),
            reason: values.reason.trim(),
          });
        }}
      >
        {person === undefined && (
          <Form.Item name="person" label={t("people.person")} rules={required} className="whole">
            <PersonSelect />
          </Form.Item>
        )}
        <Form.Item name="role" label={t("people.role")} rules={required} className="whole">
          <Select options={roles.map((value) => ({ value, label: name("role", value) }))} />
        </Form.Item>
        {tiedTo === "territory" && (
          <Form.Item name="territory" label={t("people.where")} rules={required} className="whole">
            <TerritoryField />
          </Form.Item>
        )}
        {(tiedTo === "official" || tiedTo === "establishment") && (
          <Form.Item
            name="target"
            label={t(`people.target-${tiedTo}`)}
            rules={required}
            className="whole"
            extra={t(`people.target-${tiedTo}-hint`)}
          >
            <TargetSelect kind={tiedTo} />
          </Form.Item>
        )}
        {draft.role === "unit" && (
          <Form.Item name="leading" valuePropName="checked" className="whole">
            <Checkbox>{t("people.leading")}</Checkbox>
          </Form.Item>
        )}
        <Form.Item name="from" label={t("people.first-day")} rules={required}>
          <DayField min={today} />
        </Form.Item>
        <Form.Item name="to" label={t("people.first-day-not")} extra={t("people.to-hint")}>
          <DayField min={today} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t("people.basis")}
          className="whole"
          rules={[{ required: true, whitespace: true, min: 2, message: t("admin.reason-missing") }]}
        >
          <Input.TextArea rows={2} maxLength={300} placeholder={t("people.basis-hint")} />
        </Form.Item>
      </Form>
      <button
        type="button"
        className="btn sm"
        aria-expanded={previewing}
        disabled={grant === undefined}
        onClick={() => setPreviewing(!previewing)}
      >
        {t(previewing ? "people.preview-hide" : "people.preview-show")}
      </button>
      {previewing && grant !== undefined && (
        <div className="mt12 preview-box">
          <RightsPreview {...(chosen === undefined ? {} : { person: chosen })} drafts={[grant]} />
        </div>
      )}
    </Modal>
  );
}
