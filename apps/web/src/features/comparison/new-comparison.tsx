import { uploadFile } from "@shian/api/client";
import { type OperationOutput, toPlainDate } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { DayField } from "../../components/day-field.js";
import { FileDrop } from "../../components/file-drop.js";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { Refusal } from "../../components/saving.js";
import { useToday } from "../../components/use-today.js";
import { useFieldName } from "../../text/use-field-name.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC, useTRPCClient } from "../../trpc.js";

type Inspection = OperationOutput<"comparison.inspect">;

/** Their file, whose it is and of which day, and how its columns are read. */
export function NewComparison({ onRun }: { onRun: (id: string) => void }) {
  const { t, locale } = useText();
  const api = useTRPCClient();
  const sentences = useErrorSentences();
  const [reading, setReading] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [inspection, setInspection] = useState<Inspection>();
  const take = async (file: File) => {
    setFailure(undefined);
    setReading(file.name);
    try {
      const { fileId } = await uploadFile(
        { url: window.location.origin, locale },
        { name: file.name, content: file },
      );
      setInspection(await api.comparison.inspect.query({ fileId }));
    } catch (error) {
      setFailure(sentences(error).join(""));
    } finally {
      setReading(undefined);
    }
  };
  if (inspection !== undefined) return <Columns inspection={inspection} onRun={onRun} />;
  return (
    <Card title={t("compare.new")} className="mb16">
      {failure !== undefined && (
        <div className="mb12">
          <Notice tone="over">{failure}</Notice>
        </div>
      )}
      <FileDrop reading={reading} onFile={(file) => void take(file)} />
    </Card>
  );
}

function Columns({ inspection, onRun }: { inspection: Inspection; onRun: (id: string) => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const fieldName = useFieldName();
  const today = useToday();
  const [source, setSource] = useState("");
  const [takenOn, setTakenOn] = useState<string | undefined>(today);
  const [mapping, setMapping] = useState<Record<string, string | null>>(() =>
    Object.fromEntries(inspection.columns.map(({ header, field }) => [header, field])),
  );
  const begin = useMutation(
    trpc.comparison.begin.mutationOptions({ onSuccess: ({ runId }) => onRun(runId) }),
  );
  const options = [
    { value: "", label: t("compare.ignore") },
    ...inspection.fields.map((field) => ({ value: field, label: fieldName(field) })),
  ];
  return (
    <Card flush title={t("compare.new")} note={inspection.fileName} className="mb16">
      <div className="bulk-line">
        <Refusal error={begin.error} />
        <Input
          style={{ maxWidth: 320 }}
          aria-label={t("compare.source")}
          placeholder={`${t("compare.source")} · ${t("compare.source-hint")}`}
          value={source}
          maxLength={80}
          onChange={(event) => setSource(event.target.value)}
        />
        <DayField label={t("compare.taken-on")} value={takenOn} max={today} onChange={setTakenOn} />
      </div>
      <div className="scroll-x">
        <table className="tbl stack-phone">
          <thead>
            <tr>
              <th>{t("compare.column")}</th>
              <th className="opt">{t("compare.sample")}</th>
              <th style={{ width: 240 }}>{t("compare.field")}</th>
            </tr>
          </thead>
          <tbody>
            {inspection.columns.map(({ header, sample }) => (
              <tr key={header}>
                <td className="strong">{header}</td>
                <td className="t3 opt">
                  <span className="ell sample">{sample.join("　")}</span>
                </td>
                <td>
                  <Select
                    style={{ width: "100%" }}
                    aria-label={header}
                    value={mapping[header] ?? ""}
                    options={options}
                    showSearch={{ optionFilterProp: "label" }}
                    onChange={(next: string) =>
                      setMapping({ ...mapping, [header]: next === "" ? null : next })
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="card-f">
        <Button
          type="primary"
          disabled={source.trim() === "" || takenOn === undefined}
          loading={begin.isPending}
          onClick={() =>
            begin.mutate({
              txId: createTxId(),
              fileId: inspection.fileId,
              source,
              takenOn: toPlainDate(takenOn ?? today),
              mapping,
            })
          }
        >
          {t("compare.begin")}
        </Button>
      </div>
    </Card>
  );
}
