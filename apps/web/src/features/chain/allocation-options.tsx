import { type AllocatedGap, allocatedGaps, type Level } from "@shian/domain";
import { InputNumber, Select } from "antd";
import { DayField } from "../../components/day-field.js";
import { useText } from "../../text/use-text.js";

/** What is chosen for an allocation; absent: every level, from today, an even load first. */
export type AllocationChoice = {
  readonly level?: Level;
  readonly from?: string;
  readonly spread?: number;
  /** Only establishments with these gaps, or only these; the others keep their officials. */
  readonly gaps?: AllocatedGap[];
  readonly establishments?: string[];
};

const levels = ["city", "county", "township", "village"] as const;
const DEFAULT_SPREAD = 4;

/** Level, first day and which comes first: an even load or few changes. */
export function AllocationOptions({
  choice,
  onChange,
}: {
  choice: AllocationChoice;
  onChange: (choice: AllocationChoice) => void;
}) {
  const { t, name } = useText();
  const change = (part: { [K in keyof AllocationChoice]: AllocationChoice[K] | undefined }) =>
    onChange(
      Object.fromEntries(Object.entries({ ...choice, ...part }).filter(([, value]) => value !== undefined)),
    );
  return (
    <div className="allocation-options mb12">
      <Select
        aria-label={t("allocation.which")}
        value={choice.establishments !== undefined ? "named" : (choice.gaps?.join() ?? "all")}
        options={[
          { value: "all", label: t("allocation.which-all") },
          { value: allocatedGaps.join(), label: t("allocation.which-gaps") },
          ...allocatedGaps.map((kind) => ({
            value: kind,
            label: t("allocation.only-gaps", { kinds: name("gap", kind) }),
          })),
          ...(choice.establishments === undefined
            ? []
            : [
                {
                  value: "named",
                  label: t("allocation.only-named", { n: choice.establishments.length }),
                },
              ]),
        ]}
        onChange={(which: string) =>
          change(
            which === "named"
              ? {}
              : {
                  establishments: undefined,
                  gaps: which === "all" ? undefined : allocatedGaps.filter((kind) => which.includes(kind)),
                },
          )
        }
      />
      <Select
        aria-label={t("allocation.level")}
        allowClear
        placeholder={t("allocation.every-level")}
        value={choice.level ?? null}
        options={levels.map((level) => ({ value: level, label: name("level", level) }))}
        onChange={(level: Level | null) => change({ level: level ?? undefined })}
      />
      <DayField label={t("allocation.from")} value={choice.from} onChange={(from) => change({ from })} />
      <Select
        aria-label={t("allocation.order")}
        value={choice.spread === undefined ? "even-first" : "keep-first"}
        options={[
          { value: "even-first", label: t("allocation.even-first") },
          { value: "keep-first", label: t("allocation.keep-first") },
        ]}
        onChange={(order: string) => change({ spread: order === "keep-first" ? DEFAULT_SPREAD : undefined })}
      />
      {choice.spread !== undefined && (
        <InputNumber
          aria-label={t("allocation.spread")}
          addonBefore={t("allocation.spread")}
          min={0}
          max={10_000}
          precision={0}
          value={choice.spread}
          onChange={(spread) => change({ spread: spread ?? DEFAULT_SPREAD })}
        />
      )}
    </div>
  );
}
