import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "../text/use-text.js";
import { useTRPC } from "../trpc.js";
import { type Choice, RemoteSelect, useSettled } from "./remote-select.js";

/** Chooses one unit, or several, by name; the ones chosen before are given, so that their names are known. */
export function UnitSelect({
  known,
  ...control
}: {
  known: readonly { id: string; name: string }[];
  multiple?: boolean;
  value?: string | string[] | null;
  onChange?: (value: string | string[] | null) => void;
  id?: string;
}) {
  const { t, name } = useText();
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const asked = useSettled(text.trim());
  const units = useQuery(
    trpc.unit.list.queryOptions({ search: asked, limit: 50 }, { placeholderData: keepPreviousData }),
  );
  const found: Choice[] = (units.data?.rows ?? []).map((unit) => ({
    value: unit.id,
    label: unit.name,
    note: name("unit-kind", unit.kind),
  }));
  const choices = [
    ...found,
    ...(asked === "" ? known.map((unit) => ({ value: unit.id, label: unit.name })) : []).filter(({ value }) =>
      found.every((choice) => choice.value !== value),
    ),
  ];
  return (
    <RemoteSelect
      {...control}
      choices={choices}
      loading={units.isFetching}
      placeholder={t("people.find-unit")}
      empty={t("people.no-such-unit")}
      onSearch={setText}
    />
  );
}
