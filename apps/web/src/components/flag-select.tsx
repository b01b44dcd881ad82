import { Select } from "antd";
import { useFlagCodes } from "../text/office-flags.js";
import { useText } from "../text/use-text.js";

/** Attention flags of the office; one that was retired stays where it is chosen, and is not offered anew. */
export function FlagSelect({
  value = [],
  onChange,
  placeholder,
  id,
}: {
  value?: string[];
  onChange?: (flags: string[]) => void;
  placeholder?: string;
  id?: string;
}) {
  const { name } = useText();
  const codes = useFlagCodes(value);
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      allowClear
      placeholder={placeholder}
      value={value}
      options={codes.map((code) => ({ value: code, label: name("attention", code) }))}
      onChange={(next: string[]) => onChange?.(next)}
    />
  );
}
