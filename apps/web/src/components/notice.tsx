import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.js";

const icons: Record<"info" | "warn" | "over" | "ok", IconName> = {
  info: "info",
  warn: "warning",
  over: "warning",
  ok: "check",
};

/** A sentence across the page: what is the case and what may be done. */
export function Notice({
  tone = "info",
  children,
  action,
}: {
  tone?: "info" | "warn" | "over" | "ok";
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={`alert ${tone}`} role={tone === "over" ? "alert" : "status"}>
      <Icon name={icons[tone]} />
      <span>{children}</span>
      {action !== undefined && <span className="r">{action}</span>}
    </div>
  );
}

/** Nothing to show: why, and what to do next. */
export function Blank({
  icon,
  title,
  hint,
  actions,
  tone,
  note,
}: {
  icon: IconName;
  title: string;
  hint?: ReactNode;
  actions?: ReactNode;
  tone?: "good" | "err";
  note?: ReactNode;
}) {
  return (
    <div className={`blank ${tone ?? ""}`} role={tone === "err" ? "alert" : undefined}>
      <Icon name={icon} />
      <b>{title}</b>
      {hint !== undefined && <p>{hint}</p>}
      {actions !== undefined && <div className="row">{actions}</div>}
      {note !== undefined && <small>{note}</small>}
    </div>
  );
}
