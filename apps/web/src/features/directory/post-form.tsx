import { type DirectoryEntry, type DutyKind, dutyKinds, type PlainDate } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Form, Input, Select } from "antd";
import { useSaving } from "../../components/saving.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { DatedForm } from "./dated-form.js";
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
  const add = useMutation(trpc.directory.add.mutationOptions(saving(t("directory.added"), onClose)));
  const change = useMutation(trpc.directory.change.mutationOptions(saving(t("directory.changed"), onClose)));
  const required = [{ required: true, message: t("common.required") }];
  const save = (draft: Draft, from: { from?: PlainDate }) => {
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
    if (entry === undefined) add.mutate({ txId, kind: draft.kind, facts, mobile, ...from });
    else
      change.mutate({
        ...{ txId, post: entry.post, version: entry.version, facts },
        ...(mobile === null ? {} : { mobile }),
        ...from,
      });
  };
  return (
    <DatedForm<Draft>
      title={entry === undefined ? t("directory.add") : entry.name}
      stands={entry}
      initial={{
        ...(entry === undefined
          ? { kind: "liaison", territories: [] }
          : { name: entry.name, unit: entry.unit, title: entry.title, territories: entry.territories }),
        officePhone: entry?.officePhone ?? "",
        mobile: "",
      }}
      nameLabel={t("directory.name")}
      above={
        <Form.Item name="kind" label={t("directory.kind")} rules={required}>
          <Select options={dutyKinds.map((value) => ({ value, label: name("duty-kind", value) }))} />
        </Form.Item>
      }
      pending={add.isPending || change.isPending}
      error={add.error ?? change.error}
      onClose={onClose}
      onSave={save}
    >
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
    </DatedForm>
  );
}
