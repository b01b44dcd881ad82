import { countryCode, type OfficeStatus } from "@shian/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Modal } from "antd";
import { useState } from "react";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { SettingRow } from "../../components/setting-row.js";
import { TerritoryChooser } from "../../components/territory-chooser.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

/** The territory that the office answers for; until it is chosen it is the whole country. */
export function OfficeTerritory({ territory }: { territory: OfficeStatus["territory"] }) {
  const { t } = useText();
  const trpc = useTRPC();
  const client = useQueryClient();
  const { message } = App.useApp();
  const sentences = useErrorSentences();
  const [open, setOpen] = useState(false);
  const choose = useMutation(
    trpc.office.chooseTerritory.mutationOptions({
      onSuccess: async ({ name }) => {
        setOpen(false);
        await client.invalidateQueries();
        void message.success(t("settings.chosen", { name }));
      },
    }),
  );
  return (
    <SettingRow title={t("settings.territory")} hint={t("settings.territory-hint")}>
      <span className="row">
        <b>{territory.chosen ? territory.name : t("settings.not-chosen")}</b>
        <Button type={territory.chosen ? "default" : "primary"} onClick={() => setOpen(true)}>
          {t(territory.chosen ? "settings.change" : "settings.choose")}
        </Button>
      </span>
      <Modal
        open={open}
        title={t("settings.choose")}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
        width={420}
      >
        <p className="t3 sm mb12">{t("settings.confirm-hint")}</p>
        {choose.isError && <Notice tone="over">{sentences(choose.error).join("")}</Notice>}
        <TerritoryChooser
          root={{ code: countryCode, name: t("place.country") }}
          value={territory.code}
          onChoose={(code) => choose.mutate({ txId: createTxId(), territory: code })}
        />
      </Modal>
    </SettingRow>
  );
}
