import type { OfficeStatus } from "@shian/domain";
import { useLocation } from "@tanstack/react-router";
import { DoorLink, formatCount } from "../components/figures.js";
import { Icon, Logo } from "../components/icon.js";
import { useSession } from "../session/use-session.js";
import { useText } from "../text/use-text.js";
import { isCurrent, listEntries, type MenuEntry } from "./menu-entries.js";
import { SettingsMenu } from "./settings-menu.js";

function Entry({ entry, status }: { entry: MenuEntry; status: OfficeStatus | undefined }) {
  const { t } = useText();
  const on = isCurrent(entry, useLocation({ select: (location) => location.pathname }));
  const count = status === undefined ? 0 : (entry.count?.(status) ?? 0);
  return (
    <DoorLink door={{ to: entry.to }} className={on ? "on" : ""}>
      <Icon name={entry.icon} />
      {t(entry.title)}
      {count > 0 && entry.countTitle !== undefined && (
        <span className="cnt" title={t(entry.countTitle, { n: count })}>
          {formatCount(count)}
        </span>
      )}
    </DoorLink>
  );
}

/** The menu itself, in the sider and in the drawer of phones. */
export function Menu({ status }: { status: OfficeStatus | undefined }) {
  const { t } = useText();
  const { may } = useSession();
  return (
    <nav className="menu" aria-label={t("app.nav")}>
      {listEntries(may).map((entry) => (
        <div key={entry.to} className={entry.to === "/settings" ? "menu-last" : ""}>
          <Entry entry={entry} status={status} />
          {entry.to === "/settings" && <SettingsMenu />}
        </div>
      ))}
    </nav>
  );
}

/** The left navigation. */
export function Sider({ status }: { status: OfficeStatus | undefined }) {
  const { t } = useText();
  return (
    <div className="sider">
      <div className="brand">
        <Logo />
        <span>{t("app.name")}</span>
        <small>{t("app.other-name")}</small>
      </div>
      <Menu status={status} />
      <div className="sider-foot">
        {status?.person.unit}
        {status !== undefined && (
          <>
            <br />
            {t("app.today", { date: status.today })}
          </>
        )}
      </div>
    </div>
  );
}

/** The five areas at the foot of a phone's screen. */
export function BottomBar() {
  const { t } = useText();
  const { may } = useSession();
  const path = useLocation({ select: (location) => location.pathname });
  return (
    <nav className="bottombar" aria-label={t("app.nav")}>
      {listEntries(may)
        .slice(0, 5)
        .map((entry) => (
          <DoorLink key={entry.to} door={{ to: entry.to }} className={isCurrent(entry, path) ? "on" : ""}>
            <Icon name={entry.icon} />
            {t(entry.title)}
          </DoorLink>
        ))}
    </nav>
  );
}
