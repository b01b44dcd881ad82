import type { FileInspection, ImportMapping } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { StatusMark } from "../../components/status-mark.js";
import { useFieldName } from "../../text/use-field-name.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { ChooseSource, type Sourcing } from "./choose-source.js";
import { findMappingFault } from "./find-mapping-fault.js";

/** How each column of the file is read; guesses can be corrected. */
export function MapColumns({
  inspection,
  onBack,
  onRun,
}: {
  inspection: FileInspection;
  onBack: () => void;
  onRun: (id: string) => void;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const fieldName = useFieldName(inspection.kind);
  const sentences = useErrorSentences();
  const guessed = (): ImportMapping =>
    Object.fromEntries(inspection.columns.map((column) => [column.header, column.field]));
  // What fits exactly is taken at once; what fits in part is a person's choice.
  const exact = inspection.saved.find(({ fit }) => fit === "exact");
  const [mapping, setMapping] = useState<ImportMapping>(() => exact?.mapping ?? guessed());
  const [sourcing, setSourcing] = useState<Sourcing>({
    source: exact?.source ?? "",
    options: exact?.options ?? { holdNew: false, holdSimilar: false },
  });
  const take = (saved: FileInspection["saved"][number] | undefined) => {
    setMapping(saved?.mapping ?? guessed());
    setSourcing({
      source: saved?.source ?? "",
      options: saved?.options ?? { holdNew: false, holdSimilar: false },
    });
  };
  const preview = useMutation(
    trpc.import.preview.mutationOptions({ onSuccess: ({ runId }) => onRun(runId) }),
  );
  const fault = findMappingFault(mapping, inspection.kind);
  const options = [
    { value: "", label: t("import.map-ignore") },
    ...inspection.fields.map((field) => ({ value: field, label: fieldName(field) })),
  ];
  return (
    <>
      <ChooseSource
        inspection={inspection}
        mapping={mapping}
        value={sourcing}
        blocked={fault !== undefined}
        onChange={setSourcing}
        onTake={take}
      />
      <Card flush title={t("import.map-title")} note={t("import.map-note", { row: inspection.headerRow })}>
        <div className="scroll-x">
          <table className="tbl stack-phone">
            <thead>
              <tr>
                <th>{t("import.map-column")}</th>
                <th className="opt">{t("import.map-sample")}</th>
                <th style={{ width: 250 }}>{t("import.map-field")}</th>
                <th className="opt" style={{ width: 150 }} aria-label={t("import.map-sure")} />
              </tr>
            </thead>
            <tbody>
              {inspection.columns.map((column) => {
                const field = mapping[column.header] ?? null;
                const doubt = field !== null && field === column.field && !column.sure;
                return (
                  <tr key={column.header}>
                    <td className="strong">{column.header}</td>
                    <td className="t3 opt">
                      <span className="ell sample">{column.sample.slice(0, 3).join("　")}</span>
                    </td>
                    <td>
                      <Select
                        style={{ width: "100%" }}
                        aria-label={column.header}
                        value={field ?? ""}
                        options={options}
                        showSearch={{ optionFilterProp: "label" }}
                        onChange={(next: string) =>
                          setMapping({ ...mapping, [column.header]: next === "" ? null : next })
                        }
                      />
                    </td>
                    <td className="opt">
                      {field === null ? (
                        <span className="t3">{t("import.map-ignore")}</span>
                      ) : doubt ? (
                        <StatusMark tone="at-risk">{t("import.map-guess")}</StatusMark>
                      ) : (
                        <StatusMark tone="ok">{t("import.map-sure")}</StatusMark>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </Card>
      {preview.isError && (
        <div className="mt16">
          <Notice tone="over">{sentences(preview.error).join("")}</Notice>
        </div>
      )}
      <div className="imp-foot">
        <span>
          {fault === undefined ? (
            <span className="t3">{inspection.fileName}</span>
          ) : (
            <StatusMark tone="overdue">
              {t(fault.kind === "twice" ? "import.map-twice" : "import.map-none", {
                field: fieldName(fault.field),
              })}
            </StatusMark>
          )}
        </span>
        <span className="row r">
          <Button onClick={onBack}>{t("common.back")}</Button>
          <Button
            type="primary"
            disabled={fault !== undefined}
            loading={preview.isPending}
            onClick={() =>
              preview.mutate({
                txId: createTxId(),
                fileId: inspection.fileId,
                kind: inspection.kind,
                mapping,
                options: sourcing.options,
                ...(sourcing.source.trim() === "" ? {} : { source: sourcing.source.trim() }),
              })
            }
          >
            {t("import.preview")}
          </Button>
        </span>
      </div>
    </>
  );
}
