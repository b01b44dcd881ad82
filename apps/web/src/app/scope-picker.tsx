import type { OfficeStatus } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Popover } from "antd";
import { useState } from "react";
import { Icon } from "../components/icon.js";
import { TerritoryChooser } from "../components/territory-chooser.js";
import { useScope } from "../navigation/use-scope.js";
import { useText } from "../text/use-text.js";
import { useTRPC } from "../trpc.js";

/** Chooses the territory that all figures are of; it stands in the address. */
export function ScopePicker({ office }: { office: OfficeStatus["territory"] }) {
  const { t, colon } = useText();
  const trpc = useTRPC();
  const scope = useScope();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const code = scope.territory ?? office.code;
  const chosen = useQuery(
    trpc.territory.search.queryOptions(
      { text: code, limit: 5 },
      { enabled: code !== office.code, staleTime: 600_000 },
    ),
  );
  const row = chosen.data?.rows.find((one) => one.code === code);
  const name = code === office.code ? office.name : (row?.name ?? code);
  const choose = (next: string) => {
    setOpen(false);
    const territory = next === office.code ? undefined : next;
    void navigate({ to: ".", search: ((old: object) => ({ ...old, territory })) as never });
  };
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<TerritoryChooser root={office} value={code} onChoose={choose} />}
    >
      <button type="button" className="tb box" aria-label={`${t("scope.title")}${colon}${name}`}>
        <Icon name="place" />
        {code !== office.code && <span className="t3">{office.name} /</span>}
        <span className="ell">
          <bdi>{name}</bdi>
        </span>
        <Icon name="down" small />
      </button>
    </Popover>
  );
}
