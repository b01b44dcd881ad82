import type { OfficeStatus } from "@shian/domain";
import { useEffect, useRef } from "react";
import { Icon, Logo } from "../components/icon.js";
import { useText } from "../text/use-text.js";
import { AsOfPicker } from "./as-of-picker.js";
import { AppearanceMenu, LanguageMenu } from "./preference-menus.js";
import { Menu } from "./sider.js";
import { usePersonActions } from "./use-person-actions.js";

/** Everything of the frame that a phone's top bar has no room for. */
export function PhoneMenu({ status, onClose }: { status: OfficeStatus | undefined; onClose: () => void }) {
  const { t } = useText();
  const actions = usePersonActions();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog className="phone-menu" ref={dialog} onClose={onClose} aria-label={t("app.menu")}>
      <div className="brand">
        <Logo />
        <span>{t("app.name")}</span>
        <small>{t("app.other-name")}</small>
        <button type="button" className="btn text icon" onClick={onClose} aria-label={t("app.close")}>
          <Icon name="close" />
        </button>
      </div>
      <Menu status={status} />
      <div className="phone-prefs">
        {status !== undefined && <AsOfPicker today={status.today} />}
        <div className="row">
          <LanguageMenu />
          <AppearanceMenu />
        </div>
        {actions.map(({ key, label, icon, run }) => (
          <button
            key={key}
            type="button"
            className="tb"
            onClick={() => {
              onClose();
              run();
            }}
          >
            <Icon name={icon} />
            {label}
          </button>
        ))}
      </div>
      <div className="sider-foot">
        {status?.person.name}
        <br />
        {status?.person.unit}
      </div>
    </dialog>
  );
}
