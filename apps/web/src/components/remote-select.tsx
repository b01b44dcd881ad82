import { Select } from "antd";
import { useEffect, useState } from "react";

export type Choice = { value: string; label: string; note?: string | undefined };

/** A text that has come to rest. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 250);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Chooses among rows that the server finds; a form gives `value` and `onChange`. */
export function RemoteSelect({
  value,
  onChange,
  choices,
  loading,
  placeholder,
  empty,
  onSearch,
  id,
  multiple = false,
}: {
  value?: string | string[] | null;
  onChange?: (value: string | string[] | null) => void;
  choices: readonly Choice[];
  loading: boolean;
  placeholder: string;
  empty?: string;
  onSearch: (text: string) => void;
  id?: string;
  multiple?: boolean;
}) {
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(multiple ? { mode: "multiple" as const } : {})}
      allowClear
      showSearch={{ filterOption: false, onSearch }}
      loading={loading}
      placeholder={placeholder}
      aria-label={placeholder}
      notFoundContent={loading ? null : (empty ?? null)}
      value={value ?? (multiple ? [] : null)}
      onChange={(next: string | string[] | undefined) => onChange?.(next ?? null)}
      options={choices.map((choice) => ({ ...choice }))}
      optionRender={({ data }) => (
        <span>
          {data.label} {data.note !== undefined && <small className="t3">{data.note}</small>}
        </span>
      )}
    />
  );
}
