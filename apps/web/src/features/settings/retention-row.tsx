import { leastRetentionDays } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Button, InputNumber } from "antd";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { SettingRow } from "../../components/setting-row.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

const MOST_DAYS = 36_500;

/** How long the record is kept: a number of days, or for ever while the field is empty. */
export function RetentionRow() {
  const { t } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const [days, setDays] = useState<number | null>(null);
  const set = useMutation(trpc.audit.setRetention.mutationOptions(saving(t("retention.saved"))));
  return (
    <Card flush>
      <SettingRow title={t("nav.retention")} hint={t("retention.hint", { least: leastRetentionDays })}>
        <InputNumber
          min={1}
          max={MOST_DAYS}
          precision={0}
          value={days}
          aria-label={t("retention.days")}
          placeholder={t("retention.days")}
          onChange={setDays}
        />
        <Button loading={set.isPending} onClick={() => set.mutate({ txId: createTxId(), days })}>
          {t("retention.change")}
        </Button>
      </SettingRow>
      {set.isError && (
        <div className="card-note">
          <Refusal error={set.error} />
        </div>
      )}
    </Card>
  );
}
