import { useQuery } from "@tanstack/react-query";
import { Popover } from "antd";
import { useState } from "react";
import { useText } from "../text/use-text.js";
import { useTRPC } from "../trpc.js";
import { Icon } from "./icon.js";
import { TerritoryChooser } from "./territory-chooser.js";

/** A place as a field of a form: its name, and the tree to choose it from. */
export function TerritoryField({
  value,
  onChange,
  id,
}: {
  value?: string | null;
  onChange?: (code: string) => void;
  id?: string;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const status = useQuery(trpc.office.status.queryOptions({}));
  const office = status.data?.territory;
  const named = useQuery(
    trpc.territory.search.queryOptions(
      { text: value ?? "", limit: 1 },
      { enabled: value !== undefined && value !== null && value !== office?.code },
    ),
  );
  const name =
    value === office?.code ? office?.name : named.data?.rows.find((row) => row.code === value)?.name;
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        office !== undefined && (
          <TerritoryChooser
            root={office}
            value={value ?? undefined}
            onChoose={(code) => {
              setOpen(false);
              onChange?.(code);
            }}
          />
        )
      }
    >
      <button type="button" className="field pick-field" {...(id === undefined ? {} : { id })}>
        <Icon name="place" small />
        <span className={value === undefined || value === null ? "ph grow" : "grow"}>
          {value === undefined || value === null ? t("people.choose-territory") : (name ?? value)}
        </span>
        <Icon name="down" small />
      </button>
    </Popover>
  );
}
