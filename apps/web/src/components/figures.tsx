import { formatPoints, formatRate, type Rate as Share } from "@shian/domain";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { findDoorRight } from "../navigation/door-rights.js";
import { useSession } from "../session/use-session.js";
import { useText } from "../text/use-text.js";

/** A count with thousands grouped. */
export const formatCount = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

/** Where a number leads: the rows that it counts. */
export type Door = { to: string; search?: Record<string, unknown>; params?: Record<string, string> };

/** A number that opens the rows it counts; zero is a grey 0 and opens nothing. */
export function NumberLink({
  n,
  door,
  tone,
  children,
}: {
  n: number;
  door?: Door | undefined;
  tone?: "red" | "amber" | undefined;
  children?: ReactNode;
}) {
  if (n === 0 && children === undefined) return <span className="t3">0</span>;
  const text = children ?? formatCount(n);
  if (door === undefined) return <span className={tone}>{text}</span>;
  return (
    <DoorLink door={door} className={`n ${tone ?? ""}`}>
      {text}
    </DoorLink>
  );
}

/** A link to a page with its search; the scope of the address goes along. Only for who may open the page. */
export function DoorLink({
  door,
  className,
  children,
  title,
  label,
}: {
  door: Door;
  className?: string;
  children: ReactNode;
  title?: string | undefined;
  label?: string | undefined;
}) {
  const { may } = useSession();
  const right = findDoorRight(door);
  // A button that would fail is not there; a name or number is still worth reading.
  if (right !== undefined && !may(right))
    return /(^|\s)btn(\s|$)/.test(className ?? "") ? null : <span title={title}>{children}</span>;
  return (
    <Link
      to={door.to}
      params={(door.params ?? {}) as never}
      search={(previous: Record<string, unknown>) =>
        ({
          territory: previous.territory,
          asOf: previous.asOf,
          knownOn: previous.knownOn,
          ...door.search,
        }) as never
      }
      className={className ?? ""}
      title={title}
      aria-label={label}
    >
      {children}
    </Link>
  );
}

/** A share in per cent; nothing due is said in words, never as 0 % or 100 %. */
export function RateText({ rate }: { rate: Share }) {
  const { name } = useText();
  const text = formatRate(rate);
  return text === undefined ? <span className="t3">{name("progress", "nothing-due")}</span> : text;
}

/** A bar from 0 with today's line across it. */
export function CoverageBar({ rate, line, fill }: { rate: Share; line: Share | undefined; fill: string }) {
  const share = (part: Share) => (part.of === 0 ? 0 : Math.min(100, (part.done / part.of) * 100));
  return (
    <div className="bar" aria-hidden="true">
      <i style={{ width: `${share(rate)}%`, background: fill }} />
      {line !== undefined && line.of > 0 && <u style={{ left: `${share(line)}%` }} />}
    </div>
  );
}

/** The fill of a grade's bar. */
export const gradeFill = (grade: string): string =>
  ["A", "B", "C", "D"].includes(grade)
    ? `var(--shian-grade-${grade.toLowerCase()}-bar)`
    : "var(--ant-color-text-quaternary)";

/** A headed figure: caption above, number below, its unit in grey after it. */
export function Stat({
  caption,
  children,
  unit,
  size = "mid",
  tone,
}: {
  caption: string;
  children: ReactNode;
  unit?: ReactNode;
  size?: "mid" | "big";
  tone?: "red" | "amber" | "green" | undefined;
}) {
  return (
    <div className="stat">
      <span>{caption}</span>
      <div className={`${size} ${tone ?? ""}`}>
        {children}
        {unit !== undefined && unit !== "" && <small>{unit}</small>}
      </div>
    </div>
  );
}

/** Points of hundredths without needless zeros: 2400 is "24", 2450 is "24.50". */
export const formatFullPoints = (points: number): string =>
  points % 100 === 0 ? formatCount(points / 100) : formatPoints(points);
