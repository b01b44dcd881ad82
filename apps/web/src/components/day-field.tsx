import { DatePicker } from "antd";
import dayjs from "dayjs";

/** A day as a field of a form: chosen or typed, held as `2026-11-24`; undefined while empty. */
export function DayField({
  value,
  onChange,
  min,
  max,
  label,
  id,
}: {
  value?: string | undefined;
  onChange?: (day: string | undefined) => void;
  min?: string;
  max?: string;
  label?: string;
  id?: string;
}) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { "aria-label": label, placeholder: label })}
      {...(min === undefined ? {} : { minDate: dayjs(min) })}
      {...(max === undefined ? {} : { maxDate: dayjs(max) })}
      className="day-field"
      value={value === undefined ? null : dayjs(value)}
      onChange={(day) => onChange?.(day === null ? undefined : day.format("YYYY-MM-DD"))}
    />
  );
}
