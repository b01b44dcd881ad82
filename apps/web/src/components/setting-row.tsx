import type { ReactNode } from "react";

/** One setting: its name and what it means, its control at the right. */
export function SettingRow({
  title,
  hint,
  children,
}: {
  title: string;
  hint: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="set-row">
      <div className="lab">
        <b>{title}</b>
        <small>{hint}</small>
      </div>
      <div className="ctl">{children}</div>
    </div>
  );
}
