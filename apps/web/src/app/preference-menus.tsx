import { Dropdown } from "antd";
import { Icon, type IconName } from "../components/icon.js";
import { chooseLocale } from "../text/locale.js";
import { useText } from "../text/use-text.js";
import { type Appearance, appearances, chooseAppearance, useAppearance } from "../theme/appearance.js";

const icons: Record<Appearance, IconName> = { system: "screen", light: "sun", dark: "moon" };

/** The switch of languages. */
export function LanguageMenu() {
  const { t, locale } = useText();
  return (
    <Dropdown
      autoFocus
      trigger={["click"]}
      menu={{
        selectedKeys: [locale],
        items: (["zh-CN", "en"] as const).map((key) => ({ key, label: t(`app.${key}`) })),
        onClick: ({ key }) => void chooseLocale(key === "en" ? "en" : "zh-CN"),
      }}
    >
      <button type="button" className="tb" aria-label={t("app.language")} data-testid="language">
        {t(`app.${locale}`)}
        <Icon name="down" small />
      </button>
    </Dropdown>
  );
}

/** The switch of light and dark. */
export function AppearanceMenu() {
  const { t } = useText();
  const appearance = useAppearance();
  return (
    <Dropdown
      autoFocus
      trigger={["click"]}
      menu={{
        selectedKeys: [appearance],
        items: appearances.map((key) => ({ key, label: t(`app.${key}`), icon: <Icon name={icons[key]} /> })),
        onClick: ({ key }) => chooseAppearance(appearances.find((one) => one === key) ?? "system"),
      }}
    >
      <button
        type="button"
        className="tb square"
        aria-label={t("app.appearance")}
        title={t("app.appearance")}
      >
        <Icon name={icons[appearance]} />
      </button>
    </Dropdown>
  );
}
