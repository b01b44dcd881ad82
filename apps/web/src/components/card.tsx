import type { ReactNode } from "react";

export type CardProps = {
  title?: ReactNode;
  note?: ReactNode;
  right?: ReactNode;
  footer?: ReactNode;
  /** Columns of twelve; left out, the card is as wide as its place. */
  span?: 3 | 4 | 5 | 6 | 7 | 8 | 9 | 12;
  /** The body reaches the frame: for tables. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
  label?: string;
};

/** A framed part of a page with its question, its answer and where the figures come from. */
export function Card({
  title,
  note,
  right,
  footer,
  span,
  flush = false,
  className = "",
  children,
  label,
}: CardProps) {
  return (
    <section
      className={`card ${span === undefined ? "" : `c${span}`} ${flush ? "flush" : ""} ${className}`}
      aria-label={label}
    >
      {title !== undefined && (
        <div className="card-h">
          <h2>{title}</h2>
          {note !== undefined && <span className="t3">{note}</span>}
          {right !== undefined && <span className="r">{right}</span>}
        </div>
      )}
      <div className={title === undefined ? "card-b bare" : "card-b"}>{children}</div>
      {footer !== undefined && <div className="card-f">{footer}</div>}
    </section>
  );
}

/** The head of a page: its name, what it is of, and the actions. */
export function PageHead({
  title,
  sub,
  actions,
  crumb,
  mark,
}: {
  title: string;
  sub?: ReactNode;
  actions?: ReactNode;
  crumb?: ReactNode;
  mark?: ReactNode;
}) {
  return (
    <>
      {crumb !== undefined && <div className="crumb">{crumb}</div>}
      <div className="page-head">
        <h1>{title}</h1>
        {mark}
        {sub !== undefined && <span className="sub">{sub}</span>}
        {actions !== undefined && <div className="act">{actions}</div>}
      </div>
    </>
  );
}

/** A heading inside a card or drawer. */
export function SectionTitle({ children, right }: { children: ReactNode; right?: ReactNode }) {
  return (
    <h3 className="sec-t">
      {children}
      {right !== undefined && <span className="r">{right}</span>}
    </h3>
  );
}
