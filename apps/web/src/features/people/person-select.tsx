import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { RemoteSelect, useSettled } from "../../components/remote-select.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

type Control = { value?: string; onChange?: (value: string | string[] | null) => void; id?: string };

/** Chooses one person by name, unit, pinyin or user name. */
export function PersonSelect(control: Control) {
  const { t, clauses } = useText();
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const search = useSettled(text.trim());
  const people = useQuery(
    trpc.people.list.queryOptions(
      { state: "enabled", limit: 30, ...(search === "" ? {} : { search }) },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <RemoteSelect
      {...control}
      choices={(people.data?.rows ?? []).map((person) => ({
        value: person.id,
        label: person.name,
        note: clauses(person.unit?.name, person.account?.username),
      }))}
      loading={people.isFetching}
      placeholder={t("people.search")}
      empty={t("people.no-match")}
      onSearch={setText}
    />
  );
}
