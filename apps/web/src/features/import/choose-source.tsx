import type { FileInspection, ImportOptions } from "@shian/domain";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Input, Select } from "antd";
import { Card } from "../../components/card.js";
import { Notice } from "../../components/notice.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

export type Sourcing = { source: string; options: ImportOptions };

/** Whose file it is: a saved mapping that fits, the name to save one under, and what this source is asked about. */
export function ChooseSource({
  inspection,
  mapping,
  value,
  blocked,
  onChange,
  onTake,
}: {
  inspection: FileInspection;
  mapping: Record<string, string | null>;
  value: Sourcing;
  blocked: boolean;
  onChange: (value: Sourcing) => void;
  onTake: (saved: FileInspection["saved"][number] | undefined) => void;
}) {
  const { t, list } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const known = useQuery(trpc.import.mappings.queryOptions({ kind: inspection.kind }));
  const save = useMutation(
    trpc.import.saveMapping.mutationOptions({
      ...saving(t("import.source-saved", { source: value.source.trim(), version: versionOf() + 1 })),
    }),
  );
  const taken = inspection.saved.find((saved) => saved.source === value.source);
  const none = t("import.nothing-such");
  function versionOf(): number {
    return known.data?.mappings.find(({ source }) => source === value.source.trim())?.version ?? 0;
  }
  const option = (name: keyof ImportOptions, label: string) => (
    <Checkbox
      checked={value.options[name]}
      onChange={(event) =>
        onChange({ ...value, options: { ...value.options, [name]: event.target.checked } })
      }
    >
      {label}
    </Checkbox>
  );
  return (
    <Card title={t("import.source")} className="mb16">
      {taken !== undefined && (
        <div className="mb12">
          <Notice tone={taken.fit === "exact" ? "ok" : "warn"}>
            {taken.fit === "exact"
              ? t("import.source-taken", { source: taken.source, version: taken.version, by: taken.savedBy })
              : t("import.source-partly", {
                  source: taken.source,
                  version: taken.version,
                  missing: list(taken.missing) || none,
                  added: list(taken.added) || none,
                })}
          </Notice>
        </div>
      )}
      <Refusal error={save.error} />
      <div className="row wrap gap12">
        {inspection.saved.length > 0 && (
          <Select
            style={{ minWidth: 200 }}
            aria-label={t("import.source-choose")}
            value={taken?.source ?? ""}
            options={[
              { value: "", label: t("import.source-guess") },
              ...inspection.saved.map((saved) => ({ value: saved.source, label: saved.source })),
            ]}
            onChange={(source: string) => onTake(inspection.saved.find((saved) => saved.source === source))}
          />
        )}
        <Input
          style={{ maxWidth: 320 }}
          aria-label={t("import.source")}
          placeholder={t("import.source-hint")}
          maxLength={60}
          value={value.source}
          onChange={(event) => onChange({ ...value, source: event.target.value })}
        />
        <Button
          disabled={blocked || value.source.trim() === "" || known.data === undefined}
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              txId: createTxId(),
              kind: inspection.kind,
              source: value.source.trim(),
              version: versionOf(),
              mapping,
              options: value.options,
            })
          }
        >
          {t("import.source-save")}
        </Button>
      </div>
      {inspection.kind === "registry" && (
        <div className="row wrap gap12 mt12">
          {option("holdNew", t("import.option-new"))}
          {option("holdSimilar", t("import.option-similar"))}
          <span className="t3 sm">{t("import.options-note")}</span>
        </div>
      )}
    </Card>
  );
}
