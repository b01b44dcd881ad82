import { Segmented } from "antd";
import { useState } from "react";
import { PageHead } from "../../components/card.js";
import { Blank } from "../../components/notice.js";
import { useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { ArmPanel } from "./arm-panel.js";

/** A business at its own phone: today's, this week's and this month's control, and its people. */
export function OwnArmPage() {
  const { t } = useText();
  const { grants } = useSession();
  const own = grants.flatMap((grant) =>
    grant.role === "business" && grant.establishment !== null ? [grant.establishment] : [],
  );
  const [chosen, setChosen] = useState<string>();
  const current = chosen ?? own[0];
  return (
    <>
      <PageHead title={t("nav.arm")} sub={t("arm.own-hint")} />
      {own.length > 1 && (
        <Segmented
          className="mb12"
          value={current ?? ""}
          options={[...own]}
          onChange={(id) => setChosen(String(id))}
        />
      )}
      {current === undefined ? (
        <Blank icon="shop" title={t("arm.no-own")} />
      ) : (
        <ArmPanel establishment={current} own />
      )}
    </>
  );
}
