import { Select } from "antd";

/** A condition of a list: one word or all; a set one is tinted. */
export function WordFilter<T extends string>({
  title,
  value,
  words,
  onChange,
  search = false,
}: {
  title: string;
  value: T | undefined;
  words: readonly { value: T; label: string }[];
  onChange: (value: T | undefined) => void;
  search?: boolean;
}) {
  return (
    <span className={value === undefined ? "" : "is-set"}>
      <Select<T>
        allowClear
        showSearch={search ? { optionFilterProp: "label" } : false}
        popupMatchSelectWidth={false}
        style={{ minWidth: 116 }}
        prefix={value === undefined ? undefined : <span className="sel-lbl">{title}</span>}
        placeholder={title}
        aria-label={title}
        {...(value === undefined ? {} : { value })}
        options={[...words]}
        onChange={(next: T | undefined) => onChange(next)}
      />
    </span>
  );
}
