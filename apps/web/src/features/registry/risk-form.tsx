import {
  isPlainDate,
  type LoweringCircumstance,
  loweringCircumstances,
  type RaisingCircumstance,
  type RiskGrade,
  raisingCircumstances,
  riskGrades,
  staticRiskTables,
} from "@shian/domain";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, DatePicker, Form, Input, InputNumber, Modal, Segmented, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

type Draft = {
  grade: RiskGrade;
  from: Dayjs;
  source: string;
  basis: string;
  dynamicScore: number;
  staticScore?: number | null;
  factors?: Record<string, number | string[] | null>;
  raising?: RaisingCircumstance[];
  lowering?: LoweringCircumstance[];
};

/** How the grade comes about: given as it is, from both scores, or with the static score from the sellers' table. */
const ways = ["given", "by-scores", "static-by-table"] as const;
type Way = (typeof ways)[number];

/** Form → its complete table; a producer of special food is taken to make health food by who fills the table in. */
const tableOf: Readonly<Record<string, string>> = {
  seller: "sales_national_2016",
  "special-food-producer": "health_food_production_2016",
};

/** Records a risk grade that the regulator gave. */
export function RiskForm({
  establishment,
  onClose,
}: {
  establishment: { id: string; name: string; form: string | null };
  onClose: () => void;
}) {
  const { t, name } = useText();
  const table = staticRiskTables.find(({ id }) => id === tableOf[establishment.form ?? ""]);
  const [way, setWay] = useState<Way>("given");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { message } = App.useApp();
  const sentences = useErrorSentences();
  const status = useQuery(trpc.office.status.queryOptions({}));
  const [form] = Form.useForm<Draft>();
  const save = useMutation(
    trpc.grading.setRisk.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries();
        void message.success(t("risk.saved"));
        onClose();
      },
    }),
  );
  const score = useMutation(
    trpc.grading.scoreRisk.mutationOptions({
      onSuccess: async ({ grade, basis }) => {
        await client.invalidateQueries();
        void message.success(t("risk.scored", { grade, basis }));
        onClose();
      },
    }),
  );
  const send = ({
    from,
    grade,
    source,
    basis,
    dynamicScore,
    staticScore,
    factors,
    raising,
    lowering,
  }: Draft) => {
    const day = from.format("YYYY-MM-DD");
    if (!isPlainDate(day)) return;
    const common = { txId: createTxId(), establishment: establishment.id, from: day, source };
    if (way === "given") return save.mutate({ ...common, grade, basis });
    const given = Object.entries(factors ?? {}).flatMap(([id, value]) =>
      value === null || value === undefined ? [] : [[id, value] as const],
    );
    score.mutate({
      ...common,
      dynamicScore,
      ...(way === "static-by-table"
        ? { staticFactors: Object.fromEntries(given) }
        : typeof staticScore === "number"
          ? { staticScore }
          : {}),
      raising: raising ?? [],
      lowering: lowering ?? [],
    });
  };
  const error = save.error ?? score.error;
  const required = [{ required: true, message: t("common.required") }];
  return (
    <Modal
      open
      title={t("establishment.set-risk")}
      onCancel={onClose}
      okText={t("common.save")}
      okButtonProps={{ loading: save.isPending || score.isPending }}
      onOk={() => form.submit()}
    >
      {error !== null && <Notice tone="over">{sentences(error).join("")}</Notice>}
      <Segmented
        className="mb12"
        value={way}
        options={ways
          .filter((one) => one !== "static-by-table" || table !== undefined)
          .map((value) => ({
            value,
            label: t(
              value === "given"
                ? "risk.given"
                : value === "by-scores"
                  ? "risk.by-scores"
                  : "risk.static-by-table",
            ),
          }))}
        onChange={setWay}
      />
      <Form form={form} layout="vertical" initialValues={{ from: dayjs(status.data?.today) }} onFinish={send}>
        {way === "given" && (
          <Form.Item name="grade" label={t("establishment.risk-grade")} rules={required}>
            <Segmented options={riskGrades.map((value) => ({ value, label: value }))} />
          </Form.Item>
        )}
        {way !== "given" && (
          <Form.Item name="dynamicScore" label={t("risk.dynamic")} rules={required}>
            <InputNumber min={0} max={60} step={0.5} />
          </Form.Item>
        )}
        {way === "by-scores" && (
          <Form.Item name="staticScore" label={t("risk.static")} rules={required}>
            <InputNumber min={0} max={40} step={0.5} />
          </Form.Item>
        )}
        {way === "static-by-table" &&
          table?.factors.map((factor) => (
            <Form.Item key={factor.id} name={["factors", factor.id]} label={factor.title}>
              {factor.kind === "count" ? (
                <InputNumber min={0} max={2_000_000_000} precision={0} />
              ) : (
                <Select
                  mode="multiple"
                  options={factor.choices.map((choice) => ({ value: choice.id, label: choice.title }))}
                />
              )}
            </Form.Item>
          ))}
        {way !== "given" && (
          <>
            <Form.Item name="raising" label={t("risk.raising")}>
              <Select
                mode="multiple"
                options={raisingCircumstances.map((value) => ({ value, label: name("raising", value) }))}
              />
            </Form.Item>
            <Form.Item name="lowering" label={t("risk.lowering")}>
              <Select
                mode="multiple"
                options={loweringCircumstances.map((value) => ({ value, label: name("lowering", value) }))}
              />
            </Form.Item>
          </>
        )}
        <Form.Item name="from" label={t("risk.from")} rules={required}>
          <DatePicker style={{ width: "100%" }} />
        </Form.Item>
        <Form.Item name="source" label={t("risk.source")} rules={required}>
          <Input maxLength={120} />
        </Form.Item>
        {way === "given" && (
          <Form.Item name="basis" label={t("risk.basis")} rules={required}>
            <Input.TextArea maxLength={300} rows={2} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
