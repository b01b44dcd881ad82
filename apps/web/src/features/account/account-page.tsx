import { useState } from "react";
import { Card, PageHead } from "../../components/card.js";
import { SettingRow } from "../../components/setting-row.js";
import { StatusMark } from "../../components/status-mark.js";
import { useSession } from "../../session/use-session.js";
import { formatDayOf } from "../../text/format-instant.js";
import { useText } from "../../text/use-text.js";
import { KeyList } from "./key-list.js";
import { OwnRights } from "./own-rights.js";
import { PasswordForm } from "./password-form.js";
import { SecondFactorForm } from "./second-factor-form.js";
import { SessionList } from "./session-list.js";

/** The own account: rights, password, authenticator, sessions, keys. */
export function AccountPage() {
  const { t, clauses } = useText();
  const { person, secondFactor, mode, passwordEndsAt } = useSession();
  const [open, setOpen] = useState<"password" | "factor">();
  if (person === null) return null;
  const close = () => setOpen(undefined);
  return (
    <>
      <PageHead title={t("account.title")} sub={clauses(person.name, person.username, person.unit)} />
      <div className="grid">
        <div className="c8 stack tops">
          <OwnRights />
          <SessionList />
          <KeyList />
        </div>
        <div className="c4 stack tops">
          <Card flush title={t("account.proof")}>
            {mode === "demo" ? (
              <SettingRow title={t("account.demo")} hint={t("account.demo-hint")}>
                {null}
              </SettingRow>
            ) : (
              <>
                <SettingRow
                  title={t("sign.password")}
                  hint={
                    passwordEndsAt === null
                      ? t("account.password-kept")
                      : t("account.password-until", { day: formatDayOf(passwordEndsAt) })
                  }
                >
                  <button type="button" className="btn" onClick={() => setOpen("password")}>
                    {t("sign.change-password")}
                  </button>
                </SettingRow>
                {open === "password" && <PasswordForm onDone={close} />}
                <SettingRow
                  title={t("account.factor")}
                  hint={
                    secondFactor.state === "on"
                      ? t("account.recovery-left", { n: secondFactor.recoveryCodes })
                      : t("account.factor-hint")
                  }
                >
                  {secondFactor.state === "on" && <StatusMark tone="ok">{t("account.bound")}</StatusMark>}
                  <button type="button" className="btn" onClick={() => setOpen("factor")}>
                    {t(secondFactor.state === "on" ? "account.manage" : "sign.bind")}
                  </button>
                </SettingRow>
                {open === "factor" && <SecondFactorForm onDone={close} />}
              </>
            )}
          </Card>
        </div>
      </div>
    </>
  );
}
