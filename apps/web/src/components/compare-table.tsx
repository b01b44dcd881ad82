import type { ComparedFact } from "@shian/domain";
import type { ReactNode } from "react";
import { useFieldName } from "../text/use-field-name.js";
import { useText } from "../text/use-text.js";
import { SmallTable } from "./paged-rows.js";

const families = { form: "form", size: "size", state: "state", attention: "attention" } as const;
const isNamed = (field: string): field is keyof typeof families => Object.hasOwn(families, field);

/** A fact as people read it: words of the product's own lists by their names. */
export function useFactText(): (field: string, value: string | null) => string | null {
  const { name, list } = useText();
  return (field, value) =>
    value === null || !isNamed(field)
      ? value
      : list(value.split("、").map((word) => name(families[field], word)));
}

/** Facts side by side, the first column being the one compared with; differing values are marked, not only coloured. */
export function CompareTable({
  heads,
  fields,
  onlyDiffering = false,
  action,
}: {
  heads: readonly ReactNode[];
  fields: readonly ComparedFact[];
  onlyDiffering?: boolean;
  /** What may be done with a fact of the last side. */
  action?: (field: ComparedFact) => ReactNode;
}) {
  const { t } = useText();
  const fieldName = useFieldName();
  const factText = useFactText();
  const shown = onlyDiffering ? fields.filter(({ differs }) => differs.some(Boolean)) : fields;
  return (
    <SmallTable
      className="compare"
      head={
        <>
          <th aria-label={t("import.map-field")} />
          {heads.map((head, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change their order
            <th key={at}>{head}</th>
          ))}
        </>
      }
    >
      {shown.map((field) => (
        <tr key={field.field}>
          <td className="t3 nw">{fieldName(field.field)}</td>
          {field.values.map((value, at) => {
            const differs = at > 0 && field.differs[at - 1] === true;
            const text = factText(field.field, value);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change their order
              <td key={at} className={differs ? "cell-held" : ""}>
                {text === null ? <span className="t3">—</span> : differs ? <mark>{text}</mark> : text}
                {action !== undefined && at === field.values.length - 1 && (
                  <span className="compare-do">{action(field)}</span>
                )}
              </td>
            );
          })}
        </tr>
      ))}
    </SmallTable>
  );
}
