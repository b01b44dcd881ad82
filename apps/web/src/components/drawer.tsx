import { type ReactNode, useEffect, useRef } from "react";
import { useText } from "../text/use-text.js";
import { Icon } from "./icon.js";

/** A panel at the right that pushes the page on wide screens and covers it on phones; Esc closes it. */
export function Drawer({
  label,
  head,
  footer,
  onClose,
  children,
}: {
  label: string;
  head: ReactNode;
  footer?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useText();
  const panel = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key !== "Escape" ||
        event.defaultPrevented ||
        document.querySelector(".ant-modal-wrap, .palette") !== null
      )
        return;
      close.current();
    };
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("keydown", onKey);
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <aside className="drawer" aria-label={label} tabIndex={-1} ref={panel}>
      <div className="drawer-h">
        <div className="row top gap12">
          <div className="grow">{head}</div>
          <button type="button" className="btn text icon" onClick={onClose} aria-label={t("app.close")}>
            <Icon name="close" />
          </button>
        </div>
      </div>
      <div className="drawer-b">{children}</div>
      {footer !== undefined && <div className="drawer-f">{footer}</div>}
    </aside>
  );
}
