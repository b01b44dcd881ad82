import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { RemoteSelect, useSettled } from "../../components/remote-select.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

/** Finds the official by name, or the establishment by its whole credit code; the search is kept in the record. */
export function TargetSelect({
  kind,
  ...control
}: {
  kind: "official" | "establishment";
  value?: string;
  onChange?: (value: string | string[] | null) => void;
  id?: string;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const asked = useSettled(text.trim());
  const least = kind === "official" ? 2 : 18;
  const targets = useQuery(
    trpc.grant.findTargets.queryOptions({ kind, text: asked }, { enabled: asked.length >= least }),
  );
  return (
    <RemoteSelect
      {...control}
      choices={(targets.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      loading={targets.isFetching}
      placeholder={t(`people.target-${kind}-hint`)}
      {...(asked.length >= least ? { empty: t("people.no-match") } : {})}
      onSearch={setText}
    />
  );
}
