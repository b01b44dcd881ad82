import { Input } from "antd";
import { useId } from "react";

/** One labelled line of a form before the product. */
export function Field({
  label,
  value,
  onChange,
  secret = false,
  autoComplete,
  hint,
  fault,
  autoFocus = false,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  secret?: boolean;
  autoComplete: string;
  hint?: string;
  fault?: string | undefined;
  autoFocus?: boolean;
}) {
  const id = useId();
  const Control = secret ? Input.Password : Input;
  const note = fault ?? hint;
  return (
    <div className="sign-field">
      <label htmlFor={id}>{label}</label>
      <Control
        id={id}
        value={value}
        autoComplete={autoComplete}
        autoFocus={autoFocus}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        {...(fault === undefined ? {} : { status: "error" as const })}
        onChange={(event) => onChange(event.target.value)}
      />
      {note !== undefined && (
        <p id={`${id}-note`} className={fault === undefined ? "msg" : "msg bad"}>
          {note}
        </p>
      )}
    </div>
  );
}
