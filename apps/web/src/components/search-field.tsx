import { Input } from "antd";
import { useEffect, useRef, useState } from "react";
import { Icon } from "./icon.js";

/** A search that is asked once the typing has come to rest. */
export function SearchField({
  label,
  value,
  onSettled,
}: {
  label: string;
  value: string;
  onSettled: (text: string) => void;
}) {
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
      placeholder={label}
      aria-label={label}
      value={text}
      maxLength={100}
      onChange={(event) => setText(event.target.value)}
      onPressEnter={() => onSettled(text.trim())}
    />
  );
}
