import type { BulkTarget, RegistryFilter } from "@shian/domain";
import { Button } from "antd";
import { useState } from "react";
import { formatCount } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { useText } from "../../text/use-text.js";
import { BulkModal } from "./bulk-modal.js";

/** What is chosen: some rows by their ids, or all that the filter keeps. */
export type Chosen = ReadonlySet<string> | "all";

/** What may be done with the rows that are chosen. */
export function BulkBar({
  chosen,
  filter,
  total,
  onChoose,
}: {
  chosen: Chosen;
  filter: RegistryFilter;
  total: number;
  onChoose: (chosen: Chosen) => void;
}) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const count = chosen === "all" ? total : chosen.size;
  if (count === 0) return null;
  const target: BulkTarget = chosen === "all" ? { filter } : { ids: [...chosen] };
  const clear = () => onChoose(new Set());
  return (
    <div className="bulk-bar" role="toolbar" aria-label={t("bulk.edit")}>
      <b>{t("bulk.chosen", { n: formatCount(count) })}</b>
      {chosen !== "all" && count < total && (
        <Button size="small" type="link" onClick={() => onChoose("all")}>
          {t("bulk.all", { n: formatCount(total) })}
        </Button>
      )}
      <Button size="small" type="primary" onClick={() => setOpen(true)}>
        {t("bulk.edit")}
      </Button>
      <Button
        size="small"
        type="text"
        icon={<Icon name="close" small />}
        aria-label={t("bulk.clear")}
        onClick={clear}
      />
      {open && (
        <BulkModal
          target={target}
          count={count}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            clear();
          }}
        />
      )}
    </div>
  );
}
