import { registryColumns } from "@shian/domain";
import { Button, Checkbox, Popover } from "antd";
import { Icon } from "../../components/icon.js";
import { type RegistryColumnKey, usualColumns } from "../../navigation/registry-search.js";
import { useFieldName } from "../../text/use-field-name.js";
import { useText } from "../../text/use-text.js";
import { columnTitles } from "./registry-cell.js";

/** The head of a column as people read it. */
export function useColumnTitle(): (column: RegistryColumnKey) => string {
  const { t } = useText();
  const field = useFieldName();
  return (column) => {
    const title = columnTitles[column];
    return "key" in title ? t(title.key) : field(title.field);
  };
}

/** Chooses the columns of the list; they stand in the order of the register. */
export function ColumnMenu({
  columns,
  onChange,
}: {
  columns: readonly RegistryColumnKey[];
  onChange: (columns: RegistryColumnKey[] | undefined) => void;
}) {
  const { t } = useText();
  const titleOf = useColumnTitle();
  const choose = (next: readonly RegistryColumnKey[]) => {
    const ordered = registryColumns.filter((column) => next.includes(column));
    const isUsual =
      ordered.length === usualColumns.length && ordered.every((column) => usualColumns.includes(column));
    onChange(isUsual || ordered.length === 0 ? undefined : ordered);
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Checkbox.Group
          className="column-menu"
          value={[...columns]}
          options={registryColumns.map((column) => ({ value: column, label: titleOf(column) }))}
          onChange={choose}
        />
      }
    >
      <Button icon={<Icon name="menu" />} title={t("view.columns")} aria-label={t("view.columns")} />
    </Popover>
  );
}
