import { type ReactNode, useEffect, useState } from "react";
import { useText } from "../text/use-text.js";

const rowKeys = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];

/** A skeleton of rows in the shape of what comes; after three seconds it says what is going on. */
export function LoadingRows({ rows = 6 }: { rows?: number }) {
  const { t } = useText();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 3000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="sk-box" role="status" aria-label={t("state.loading")}>
      {rowKeys.slice(0, rows).map((key) => (
        <div className="skr" key={key}>
          <i className="sk" />
          <i className="sk" />
          <i className="sk" />
          <i className="sk" />
        </div>
      ))}
      {long && <p className="t3 sm mt12">{t("state.loading-long")}</p>}
    </div>
  );
}

/** A card that is still loading. */
export function LoadingCard({ span = 12, rows = 6 }: { span?: number; rows?: number }) {
  return (
    <section className={`card c${span}`}>
      <div className="card-h">
        <i className="sk" style={{ width: 160 }} />
      </div>
      <div className="card-b">
        <LoadingRows rows={rows} />
      </div>
    </section>
  );
}

/** A page that is still loading: head and cards in the places where they will be. */
export function LoadingPage({ children }: { children?: ReactNode }) {
  return (
    <>
      <div className="page-head">
        <i className="sk" style={{ width: 120, height: 28 }} />
        <i className="sk" style={{ width: 240, marginBottom: 6 }} />
      </div>
      {children ?? (
        <div className="grid">
          <LoadingCard span={6} />
          <LoadingCard span={6} />
          <LoadingCard span={12} rows={8} />
        </div>
      )}
    </>
  );
}
