import {
  type AttentionFlag,
  type BusinessForm,
  businessForms,
  describeCondition,
  type GradingRule,
  type PairingGrade,
  pairingGrades,
  type Size,
  sizes,
} from "@shian/domain";
import { Form, Input, InputNumber, Modal, Segmented, Select } from "antd";
import { FlagSelect } from "../../components/flag-select.js";
import { useText } from "../../text/use-text.js";

type Draft = {
  id: string;
  grade: PairingGrade;
  zh: string;
  en: string;
  forms?: BusinessForm[];
  sizes?: Size[];
  attention?: AttentionFlag[];
  dinersFrom?: number | null;
  dinersBelow?: number | null;
};

const toRule = ({ id, grade, zh, en, ...when }: Draft): GradingRule => ({
  id,
  grade,
  title: { "zh-CN": zh, en },
  when: {
    ...(when.forms !== undefined && when.forms.length > 0 ? { forms: when.forms } : {}),
    ...(when.sizes !== undefined && when.sizes.length > 0 ? { sizes: when.sizes } : {}),
    ...(when.attention !== undefined && when.attention.length > 0 ? { attention: when.attention } : {}),
    ...(typeof when.dinersFrom === "number" ? { dinersFrom: when.dinersFrom } : {}),
    ...(typeof when.dinersBelow === "number" ? { dinersBelow: when.dinersBelow } : {}),
  },
});

/** One rule: what it asks for in words, the grade that it gives, its title in both languages. */
export function RuleModal({
  rule,
  taken,
  onClose,
  onDone,
}: {
  rule: GradingRule | undefined;
  taken: readonly string[];
  onClose: () => void;
  onDone: (rule: GradingRule) => void;
}) {
  const { t, name, locale } = useText();
  const [form] = Form.useForm<Draft>();
  const draft = Form.useWatch((values: Draft) => values, form);
  const required = { required: true, whitespace: true, message: t("common.required") };
  const names = (family: "form" | "size", words: readonly string[]) =>
    words.map((value) => ({ value, label: name(family, value) }));
  return (
    <Modal
      open
      title={rule === undefined ? t("rules.add-rule") : t("rules.edit-rule", { rule: rule.id })}
      onCancel={onClose}
      okText={t("common.save")}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={
          rule === undefined
            ? { grade: "D" }
            : { id: rule.id, grade: rule.grade, zh: rule.title["zh-CN"], en: rule.title.en, ...rule.when }
        }
        onFinish={(values) => onDone(toRule(values))}
      >
        <Form.Item
          name="id"
          label={t("rules.rule-id")}
          rules={[
            { ...required, pattern: /^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/ },
            {
              validator: async (_, id: string) => {
                if (taken.includes(id)) throw new Error(t("rules.duplicate-id", { rule: id }));
              },
            },
          ]}
        >
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="forms" label={t("rules.forms")}>
          <Select
            mode="multiple"
            allowClear
            placeholder={t("rules.any")}
            options={names("form", businessForms)}
          />
        </Form.Item>
        <Form.Item name="sizes" label={t("rules.sizes")}>
          <Select mode="multiple" allowClear placeholder={t("rules.any")} options={names("size", sizes)} />
        </Form.Item>
        <div className="two">
          <Form.Item name="dinersFrom" label={t("rules.diners-from")}>
            <InputNumber min={0} max={1_000_000} precision={0} placeholder={t("rules.any")} />
          </Form.Item>
          <Form.Item name="dinersBelow" label={t("rules.diners-below")}>
            <InputNumber min={1} max={1_000_000} precision={0} placeholder={t("rules.any")} />
          </Form.Item>
        </div>
        <Form.Item name="attention" label={t("rules.attention")}>
          <FlagSelect placeholder={t("rules.any")} />
        </Form.Item>
        <Form.Item name="grade" label={t("rules.grade")} rules={[{ required: true }]}>
          <Segmented options={pairingGrades.map((value) => ({ value, label: value }))} />
        </Form.Item>
        <Form.Item name="zh" label={`${t("rules.rule-title")} · 中文`} rules={[required]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="en" label={`${t("rules.rule-title")} · English`} rules={[required]}>
          <Input maxLength={300} />
        </Form.Item>
      </Form>
      {draft !== undefined && (
        <p className="t2 sm">
          {describeCondition(toRule(draft).when, locale, (flag) => name("attention", flag))}
        </p>
      )}
    </Modal>
  );
}
