import { useLocation } from "@tanstack/react-router";
import { DoorLink } from "../components/figures.js";
import { listSettingsPages } from "../navigation/settings-pages.js";
import { useSession } from "../session/use-session.js";
import { useText } from "../text/use-text.js";

/** The pages of administration below their area, while one is in it. */
export function SettingsMenu() {
  const { t } = useText();
  const { may } = useSession();
  const path = useLocation({ select: (location) => location.pathname });
  if (!path.startsWith("/settings")) return null;
  return (
    <div className="submenu">
      {listSettingsPages(may).map(({ to, title }) => (
        <DoorLink key={to} door={{ to }} className={path.startsWith(to) ? "on" : ""}>
          {t(title)}
        </DoorLink>
      ))}
    </div>
  );
}
