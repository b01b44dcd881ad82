import type { OfficialRow } from "@shian/domain";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { RemoteSelect, useSettled } from "../../components/remote-select.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

/** Finds an official by name, pinyin or unit. */
export function OfficialSelect({
  value,
  placeholder,
  without,
  onChoose,
}: {
  value?: string | null;
  placeholder: string;
  without: readonly string[];
  onChoose: (official: OfficialRow | null) => void;
}) {
  const { t, clauses } = useText();
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const search = useSettled(text.trim());
  const officials = useQuery(
    trpc.official.list.queryOptions(
      { limit: 30, ...(search === "" ? {} : { search }) },
      { placeholderData: keepPreviousData },
    ),
  );
  const rows = (officials.data?.rows ?? []).filter(({ id }) => !without.includes(id));
  return (
    <RemoteSelect
      value={value ?? null}
      onChange={(chosen) => onChoose(rows.find(({ id }) => id === chosen) ?? null)}
      choices={rows.map(({ id, name, unit, post }) => ({
        value: id,
        label: name,
        note: clauses(unit, post),
      }))}
      loading={officials.isFetching}
      placeholder={placeholder}
      empty={t("people.no-match")}
      onSearch={setText}
    />
  );
}
