import type { ReactNode } from "react";
import { AppearanceMenu, LanguageMenu } from "../../app/preference-menus.js";
import { Logo } from "../../components/icon.js";
import { useText } from "../../text/use-text.js";

/** The page around everything that stands before the product: one card in the middle. */
export function SignFrame({
  title,
  children,
  foot,
  wide = false,
  demo = false,
}: {
  title: string;
  children: ReactNode;
  foot?: ReactNode;
  wide?: boolean;
  demo?: boolean;
}) {
  const { t } = useText();
  return (
    <main className={`sign-page ${wide ? "wide" : ""} ${demo ? "demo-frame" : ""}`}>
      <section className="sign-frame">
        <div className="sign-brand">
          <Logo />
          <div>
            {t("app.name")}
            <small>{t("sign.product")}</small>
          </div>
          <span className="sign-prefs">
            <AppearanceMenu />
            <LanguageMenu />
          </span>
        </div>
        <h1>{title}</h1>
        {children}
        {foot !== undefined && <div className="sign-foot">{foot}</div>}
      </section>
    </main>
  );
}
