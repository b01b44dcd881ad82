import { useNavigate } from "@tanstack/react-router";
import { Dropdown } from "antd";
import { Icon } from "../components/icon.js";
import { useSignOut } from "../session/sign-out.js";
import { useSession } from "../session/use-session.js";
import { useText } from "../text/use-text.js";

/** Who has signed in: roles, the own account, the way out. */
export function PersonMenu() {
  const { t, name, list } = useText();
  const { person, grants, mode } = useSession();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const roles = [...new Set(grants.map(({ role, leading }) => name("role", leading ? "leading" : role)))];
  return (
    <Dropdown
      autoFocus
      trigger={["click"]}
      menu={{
        items: [
          { key: "account", label: t("account.title"), icon: <Icon name="person" /> },
          {
            key: "out",
            label: t(mode === "demo" ? "sign.other-person" : "sign.out"),
            icon: <Icon name="swap" />,
          },
        ],
        onClick: ({ key }) => (key === "account" ? void navigate({ to: "/account" }) : signOut()),
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
