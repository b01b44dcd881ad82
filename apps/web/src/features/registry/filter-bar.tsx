import { businessForms, establishmentStates, pairingGrades, riskGrades } from "@shian/domain";
import { Button, Input } from "antd";
import { useEffect, useRef, useState } from "react";
import { Icon } from "../../components/icon.js";
import { countConditions, type RegistrySearch } from "../../navigation/registry-search.js";
import { useText } from "../../text/use-text.js";
import { FurtherFilters, furtherConditions } from "./further-filters.js";
import { WordSelect } from "./word-select.js";

const duties = ["done", "on-track", "at-risk", "overdue", "not-due"] as const;

/** Search and the conditions of the register; a set one is tinted. */
export function FilterBar({
  search,
  onChange,
}: {
  search: RegistrySearch;
  onChange: (search: RegistrySearch, replace?: boolean) => void;
}) {
  const { t, name } = useText();
  const [opened, setOpened] = useState(false);
  const isSet = furtherConditions.some((condition) => search[condition] !== undefined);
  const set = (part: Partial<Record<keyof RegistrySearch, unknown>>) =>
    onChange({ ...search, ...(part as RegistrySearch) }, true);
  return (
    <search className="filters" aria-label={t("state.clear")}>
      <SearchField
        value={search.search ?? ""}
        onSettled={(text) => set({ search: text === "" ? undefined : text })}
      />
      <WordSelect
        title="registry.form"
        value={search.forms}
        words={businessForms.map((word) => ({ value: word, label: name("form", word) }))}
        onChange={(forms) => set({ forms })}
      />
      <WordSelect
        title="registry.grade"
        value={search.grades}
        words={pairingGrades.map((word) => ({ value: word, label: word }))}
        onChange={(grades) => set({ grades, graded: undefined })}
      />
      <WordSelect
        className="opt2"
        title="registry.risk"
        value={search.riskGrades}
        words={riskGrades.map((word) => ({ value: word, label: word }))}
        onChange={(grades) => set({ riskGrades: grades })}
      />
      <WordSelect
        title="registry.duty"
        value={search.duties}
        words={duties.map((word) => ({ value: word, label: name("duty", word) }))}
        onChange={(words) => set({ duties: words })}
      />
      <WordSelect
        className="opt2"
        title="registry.state"
        value={search.states}
        words={establishmentStates.map((word) => ({ value: word, label: name("state", word) }))}
        onChange={(states) => set({ states })}
      />
      {opened || isSet ? (
        <FurtherFilters search={search} onChange={set} />
      ) : (
        <Button className="more-filters" icon={<Icon name="filter" small />} onClick={() => setOpened(true)}>
          {t("registry.more-filters")}
        </Button>
      )}
      {search.official !== undefined && (
        <Button size="small" onClick={() => set({ official: undefined })} icon={<Icon name="close" small />}>
          {t("registry.only-official")}
        </Button>
      )}
      {countConditions(search) > 0 && (
        <Button type="text" size="small" onClick={() => onChange({})}>
          {t("state.clear")}
        </Button>
      )}
    </search>
  );
}

function SearchField({ value, onSettled }: { value: string; onSettled: (text: string) => void }) {
  const { t } = useText();
  const [text, setText] = useState(value);
  const settle = useRef(onSettled);
  settle.current = onSettled;
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => settle.current(text.trim()), 300);
    return () => clearTimeout(timer);
  }, [text, value]);
  return (
    <Input
      allowClear
      className="field-wide"
      prefix={<Icon name="search" />}
      placeholder={t("registry.search")}
      aria-label={t("registry.search")}
      value={text}
      maxLength={100}
      onChange={(event) => setText(event.target.value)}
      onPressEnter={() => onSettled(text.trim())}
    />
  );
}
