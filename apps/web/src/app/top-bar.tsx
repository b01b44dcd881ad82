import type { OfficeStatus } from "@shian/domain";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { Icon, Logo } from "../components/icon.js";
import { Notice } from "../components/notice.js";
import { useText } from "../text/use-text.js";
import { AsOfPicker } from "./as-of-picker.js";
import { PersonMenu } from "./person-menu.js";
import { AppearanceMenu, LanguageMenu } from "./preference-menus.js";
import { ScopePicker } from "./scope-picker.js";

/** Territory and day of the figures, search, language, look and person. */
export function TopBar({
  status,
  onSearch,
  onMenu,
}: {
  status: OfficeStatus | undefined;
  onSearch: () => void;
  onMenu: () => void;
}) {
  const { t } = useText();
  return (
    <header className="topbar">
      <span className="phone-logo">
        <Logo />
      </span>
      {status === undefined ? (
        <i className="sk" style={{ width: 150, height: 30 }} />
      ) : (
        <ScopePicker office={status.territory} />
      )}
      {status !== undefined && (
        <span className="wide">
          <AsOfPicker today={status.today} />
        </span>
      )}
      {status?.mode === "demo" && (
        <span className="demo" title={t("app.demo-title")}>
          {t("app.demo")}
        </span>
      )}
      <span className="sp" />
      <button type="button" className="search wide" onClick={onSearch}>
        <Icon name="search" />
        <span className="ph">{t("palette.open")}</span>
        <kbd className="kbd">Ctrl K</kbd>
      </button>
      <button type="button" className="tb square narrow" onClick={onSearch} aria-label={t("palette.open")}>
        <Icon name="search" />
      </button>
      <span className="wide row gap4">
        <AppearanceMenu />
        <LanguageMenu />
      </span>
      <PersonMenu />
      <button type="button" className="tb square narrow" onClick={onMenu} aria-label={t("app.menu")}>
        <Icon name="menu" />
      </button>
    </header>
  );
}

/** Says that the figures are not of today, and leads back. */
export function AsOfBanner({ asOf, knownOn }: { asOf: string; knownOn: string | undefined }) {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <div className="mb16">
      <Notice
        action={
          <Button
            type="link"
            size="small"
            onClick={() =>
              void navigate({
                to: ".",
                search: ((old: object) => ({ ...old, asOf: undefined, knownOn: undefined })) as never,
              })
            }
          >
            {t("asof.back")}
          </Button>
        }
      >
        {knownOn === undefined
          ? t("asof.past", { date: asOf })
          : t("asof.past-known", { date: asOf, known: knownOn })}
      </Notice>
    </div>
  );
}
