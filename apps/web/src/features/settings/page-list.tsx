import { Card } from "../../components/card.js";
import { DoorLink } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { listSettingsPages } from "../../navigation/settings-pages.js";
import { useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";

/** The pages of administration that this person may open, each with what it is for. */
export function PageList() {
  const { t } = useText();
  const { may } = useSession();
  return (
    <Card flush title={t("settings.administration")}>
      <nav className="page-list" aria-label={t("settings.administration")}>
        {listSettingsPages(may).map(({ to, icon, title, hint }) => (
          <DoorLink key={to} door={{ to }}>
            <Icon name={icon} />
            <b>{t(title)}</b>
            <small>{t(hint)}</small>
          </DoorLink>
        ))}
      </nav>
    </Card>
  );
}
