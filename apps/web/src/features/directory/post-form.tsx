import { type DirectoryEntry, type DutyKind, dutyKinds, isPlainDate } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Form, Input, Modal, Segmented, Select } from "antd";
import { DayField } from "../../components/day-field.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { useToday } from "../../components/use-today.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { PlacesField } from "./places-field.js";

type Draft = {
  kind: DutyKind;
  name: string;
  unit?: string;
  title?: string;
  territories: string[];
  officePhone?: string;
  mobile?: string;
  way: "correct" | "from";
  from?: string;
};

const textOrNull = (text: string | undefined): string | null =>
  text === undefined || text.trim() === "" ? null : text.trim();

/** Adds a post, corrects what stands, or changes it from a day on; what held before stays as it was. */
export function PostForm({ entry, onClose }: { entry?: DirectoryEntry; onClose: () => void }) {
  const { t, name } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const today = useToday();
  const [form] = Form.useForm<Draft>();
  const way = Form.useWatch("way", form) ?? "correct";
  const add = useMutation(trpc.directory.add.mutationOptions(saving(t("directory.added"), onClose)));
  const change = useMutation(trpc.directory.change.mutationOptions(saving(t("directory.changed"), onClose)));
  const required = [{ required: true, message: t("common.required") }];
  const submit = (draft: Draft) => {
    const from = draft.from !== undefined && isPlainDate(draft.from) ? draft.from : undefined;
    const facts = {
      name: draft.name.trim(),
      unit: (draft.unit ?? "").trim(),
      title: (draft.title ?? "").trim(),
      territories: draft.territories,
      officePhone: textOrNull(draft.officePhone),
      person: entry?.person ?? null,
    };
    const mobile = textOrNull(draft.mobile);
    const txId = createTxId();
    if (entry === undefined)
      add.mutate({ txId, kind: draft.kind, facts, mobile, ...(from === undefined ? {} : { from }) });
    else
      change.mutate({
        txId,
        post: entry.post,
        version: entry.version,
        facts,
        ...(mobile === null ? {} : { mobile }),
        ...(draft.way === "correct" || from === undefined ? {} : { from }),
      });
  };
  return (
    <Modal
      open
      title={entry === undefined ? t("directory.add") : entry.name}
      onCancel={onClose}
      okText={t("common.save")}
      okButtonProps={{ loading: add.isPending || change.isPending }}
      onOk={() => form.submit()}
    >
      <Refusal error={add.error ?? change.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{
          ...(entry ?? { kind: "liaison", territories: [] }),
          officePhone: entry?.officePhone ?? "",
          mobile: "",
          way: "correct",
          from: today,
        }}
        onFinish={submit}
      >
        {entry === undefined ? (
          <Form.Item name="kind" label={t("directory.kind")} rules={required}>
            <Select options={dutyKinds.map((value) => ({ value, label: name("duty-kind", value) }))} />
          </Form.Item>
        ) : (
          <Form.Item name="way" label={t("directory.way")}>
            <Segmented
              options={[
                { value: "correct", label: t("directory.way-correct") },
                { value: "from", label: t("directory.way-from") },
              ]}
            />
          </Form.Item>
        )}
        {(entry === undefined || way === "from") && (
          <Form.Item name="from" label={t("directory.from")} rules={required}>
            <DayField />
          </Form.Item>
        )}
        <Form.Item
          name="name"
          label={t("directory.name")}
          rules={[{ required: true, whitespace: true, message: t("common.required") }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <div className="two">
          <Form.Item name="unit" label={t("directory.unit")}>
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item name="title" label={t("directory.post-title")}>
            <Input maxLength={120} />
          </Form.Item>
        </div>
        <Form.Item name="territories" label={t("directory.places-of")} rules={required}>
          <PlacesField />
        </Form.Item>
        <div className="two">
          <Form.Item name="officePhone" label={t("directory.phone")}>
            <Input maxLength={30} inputMode="tel" />
          </Form.Item>
          <Form.Item
            name="mobile"
            label={t("directory.mobile")}
            extra={t(entry === undefined ? "directory.mobile-sealed" : "directory.mobile-hint")}
          >
            <Input maxLength={20} inputMode="tel" autoComplete="off" />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  );
}
