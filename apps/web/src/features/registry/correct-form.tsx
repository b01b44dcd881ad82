import { toProblems } from "@shian/api/client";
import {
  attentionFlags,
  businessForms,
  type Establishment,
  type EstablishmentFacts,
  establishmentStates,
  sizes,
} from "@shian/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, DatePicker, Form, Input, InputNumber, Modal, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { useFieldName } from "../../text/use-field-name.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { type FormValues, listChanges } from "./list-changes.js";

const toDay = (date: string | null): Dayjs | null => (date === null ? null : dayjs(date));
const fromDay = (date: Dayjs | null | undefined): string | null =>
  date === null || date === undefined ? null : date.format("YYYY-MM-DD");

type Draft = Omit<FormValues, "openedOn" | "licenceIssuedOn" | "licenceExpiresOn"> & {
  openedOn: Dayjs | null;
  licenceIssuedOn: Dayjs | null;
  licenceExpiresOn: Dayjs | null;
  state: Establishment["state"];
  stateFrom: Dayjs | null;
};

/** Corrects facts; the version seen is named, so that nobody's change is overwritten unseen. */
export function CorrectForm({
  establishment: first,
  onClose,
}: {
  establishment: Establishment;
  onClose: () => void;
}) {
  const { t, name: label } = useText();
  const field = useFieldName();
  const trpc = useTRPC();
  const client = useQueryClient();
  const { message } = App.useApp();
  const sentences = useErrorSentences();
  const [form] = Form.useForm<Draft>();
  const [seen, setSeen] = useState(first);
  const correct = useMutation(
    trpc.registry.correct.mutationOptions({
      onSuccess: async (saved) => {
        await client.invalidateQueries();
        void message.success(t("correct.saved", { name: saved.name }));
        onClose();
      },
    }),
  );
  const conflict =
    correct.isError && toProblems(correct.error).some((problem) => problem.code === "request/stale");
  const submit = (draft: Draft) => {
    const changes = listChanges(seen, {
      ...draft,
      openedOn: fromDay(draft.openedOn),
      licenceIssuedOn: fromDay(draft.licenceIssuedOn),
      licenceExpiresOn: fromDay(draft.licenceExpiresOn),
    });
    const state =
      draft.state === seen.state
        ? undefined
        : { state: draft.state, from: fromDay(draft.stateFrom) ?? seen.stateSince };
    if (Object.keys(changes).length === 0 && state === undefined) {
      void message.info(t("correct.nothing"));
      return;
    }
    correct.mutate({
      txId: createTxId(),
      id: seen.id,
      version: seen.version,
      changes: changes as Partial<EstablishmentFacts>,
      ...(state === undefined ? {} : { state: state as never }),
    });
  };
  const reload = async () => {
    const newest = await client.fetchQuery({
      ...trpc.registry.get.queryOptions({ id: seen.id }),
      staleTime: 0,
    });
    setSeen(newest.establishment);
    correct.reset();
  };
  const text = (name: keyof EstablishmentFacts, required = false) => (
    <Form.Item
      name={name}
      label={field(name)}
      rules={required ? [{ required: true, whitespace: true, message: t("common.required") }] : []}
    >
      <Input allowClear maxLength={name === "name" ? 200 : 300} />
    </Form.Item>
  );
  const words = (name: "form" | "size", list: readonly string[]) => (
    <Form.Item name={name} label={field(name)}>
      <Select allowClear options={list.map((value) => ({ value, label: label(name, value) }))} />
    </Form.Item>
  );
  const day = (name: "openedOn" | "licenceIssuedOn" | "licenceExpiresOn") => (
    <Form.Item name={name} label={field(name)}>
      <DatePicker style={{ width: "100%" }} />
    </Form.Item>
  );
  return (
    <Modal
      open
      width={720}
      title={t("correct.title", { name: first.name })}
      onCancel={onClose}
      okText={t("common.save")}
      okButtonProps={{ loading: correct.isPending, disabled: conflict }}
      onOk={() => form.submit()}
    >
      <p className="t3 sm mb12">{t("correct.note")}</p>
      {correct.isError && (
        <div className="mb12">
          <Notice
            tone="over"
            action={
              conflict && (
                <Button type="link" size="small" onClick={() => void reload()}>
                  {t("correct.reload")}
                </Button>
              )
            }
          >
            {conflict && `${t("correct.conflict")} `}
            {sentences(correct.error).join("")}
          </Notice>
        </div>
      )}
      <Form
        form={form}
        layout="vertical"
        className="form-two"
        initialValues={{
          ...first,
          openedOn: toDay(first.openedOn),
          licenceIssuedOn: toDay(first.licenceIssuedOn),
          licenceExpiresOn: toDay(first.licenceExpiresOn),
          stateFrom: null,
        }}
        onFinish={submit}
      >
        {text("name", true)}
        {text("creditCode")}
        {text("licenceNumber")}
        {words("form", businessForms)}
        {words("size", sizes)}
        <Form.Item name="diners" label={field("diners")}>
          <InputNumber min={0} max={1_000_000} precision={0} style={{ width: "100%" }} />
        </Form.Item>
        <Form.Item name="attention" label={field("attention")}>
          <Select
            mode="multiple"
            options={attentionFlags.map((value) => ({ value, label: label("attention", value) }))}
          />
        </Form.Item>
        {text("place")}
        {text("address")}
        {day("openedOn")}
        {day("licenceIssuedOn")}
        {day("licenceExpiresOn")}
        {text("personInCharge")}
        {text("foodSafetyDirector")}
        <Form.Item name="foodSafetyOfficers" label={field("foodSafetyOfficers")}>
          <Select
            mode="tags"
            open={false}
            suffixIcon={null}
            tokenSeparators={["、", "，", ",", " "]}
            placeholder={t("correct.officers-hint")}
          />
        </Form.Item>
        <Form.Item name="state" label={field("state")}>
          <Select options={establishmentStates.map((value) => ({ value, label: label("state", value) }))} />
        </Form.Item>
        <Form.Item noStyle shouldUpdate={(before: Draft, after: Draft) => before.state !== after.state}>
          {() =>
            form.getFieldValue("state") !== undefined &&
            form.getFieldValue("state") !== seen.state && (
              <Form.Item
                name="stateFrom"
                label={t("correct.state-from")}
                rules={[{ required: true, message: t("common.required") }]}
              >
                <DatePicker style={{ width: "100%" }} />
              </Form.Item>
            )
          }
        </Form.Item>
      </Form>
    </Modal>
  );
}
