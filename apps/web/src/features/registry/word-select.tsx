import { Select } from "antd";
import type { TextKey } from "../../text/texts.js";
import { useText } from "../../text/use-text.js";

/** Several words of a closed list as one condition; a set one is tinted. */
export function WordSelect<T extends string>({
  title,
  value,
  words,
  onChange,
  className = "",
}: {
  title: TextKey;
  value: T[] | undefined;
  words: { value: T; label: string }[];
  onChange: (value: T[] | undefined) => void;
  className?: string;
}) {
  const { t } = useText();
  return (
    <span className={`${className} ${value === undefined ? "" : "is-set"}`}>
      <Select
        mode="multiple"
        allowClear
        maxTagCount={1}
        tagRender={({ label }) => <span className="pick">{label}</span>}
        showSearch={false}
        popupMatchSelectWidth={false}
        style={{ minWidth: 116 }}
        prefix={value === undefined ? undefined : <span className="sel-lbl">{t(title)}</span>}
        placeholder={t(title)}
        aria-label={t(title)}
        value={value ?? []}
        options={words}
        onChange={(next: T[]) => onChange(next.length === 0 ? undefined : next)}
      />
    </span>
  );
}
