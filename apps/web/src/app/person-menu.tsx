import { Dropdown } from "antd";
import { Icon } from "../components/icon.js";
import { useSession } from "../session/use-session.js";
import { useText } from "../text/use-text.js";
import { usePersonActions } from "./use-person-actions.js";

/** Who has signed in: roles, the own account, the way out. */
export function PersonMenu() {
  const { t, name, list } = useText();
  const { person, grants } = useSession();
  const actions = usePersonActions();
  const roles = [...new Set(grants.map(({ role, leading }) => name("role", leading ? "leading" : role)))];
  return (
    <Dropdown
      autoFocus
      trigger={["click"]}
      menu={{
        items: actions.map(({ key, label, icon }) => ({ key, label, icon: <Icon name={icon} /> })),
        onClick: ({ key }) => actions.find((action) => action.key === key)?.run(),
      }}
    >
      <button type="button" className="tb person" data-testid="person" aria-label={t("account.menu")}>
        <span className="avatar" aria-hidden="true">
          {person?.name.slice(0, 1)}
        </span>
        <span className="wide">
          {person?.name}
          {roles.length > 0 && <small className="t3 role">{list(roles)}</small>}
        </span>
      </button>
    </Dropdown>
  );
}
