import type { PlainDate } from "@shian/domain";
import { DatePicker } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { DoorLink } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { SettingRow } from "../../components/setting-row.js";
import { useToday } from "../../components/use-today.js";
import { useScope } from "../../navigation/use-scope.js";
import { IfMay } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";

/** The address of a paper; what is absent is left out. */
export const toPaper = (file: string, asked: Readonly<Record<string, string | undefined>>): string => {
  const pairs = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return `/api/papers/${file}?${new URLSearchParams(pairs)}`;
};

/** Papers of the present territory to take away. */
export function PapersCard() {
  const { t } = useText();
  const { territory, asOf } = useScope();
  const today = useToday();
  const [period, setPeriod] = useState<readonly [string, string]>();
  const [from, to] = period ?? [`${today.slice(0, 7)}-01`, today];
  return (
    <Card flush title={t("commitment.papers")} note={t("commitment.papers-note")}>
      <IfMay operation="commitment.recordScan">
        <SettingRow title={t("commitment.letters")} hint={t("commitment.letters-hint")}>
          <a className="btn" href={toPaper("letters.zip", { territory })} download>
            <Icon name="download" />
            ZIP
          </a>
        </SettingRow>
      </IfMay>
      <SettingRow
        title={t("commitment.changes")}
        hint={
          <>
            {t("commitment.changes-hint")}
            <DatePicker.RangePicker
              className="mt8"
              allowClear={false}
              aria-label={t("commitment.period")}
              value={[dayjs(from), dayjs(to)]}
              onChange={(days) => {
                const [first, last] = days ?? [];
                if (first && last) setPeriod([first.format("YYYY-MM-DD"), last.format("YYYY-MM-DD")]);
              }}
            />
          </>
        }
      >
        <a className="btn" href={toPaper("changes.docx", { territory, from, to })} download>
          <Icon name="download" />
          {t("commitment.word")}
        </a>
      </SettingRow>
      <SettingRow title={t("commitment.directory")} hint={t("commitment.directory-hint")}>
        <span className="row">
          <a
            className="btn"
            href={toPaper("directory.docx", { territory, asOf: asOf as PlainDate | undefined })}
            download
          >
            {t("commitment.word")}
          </a>
          <a
            className="btn"
            href={toPaper("directory.xlsx", { territory, asOf: asOf as PlainDate | undefined })}
            download
          >
            {t("commitment.excel")}
          </a>
        </span>
      </SettingRow>
      <IfMay operation="commitment.settings">
        <SettingRow title={t("commitment.settings")} hint={t("nav.papers-hint")}>
          <DoorLink door={{ to: "/settings/papers" }} className="btn">
            {t("common.open")}
          </DoorLink>
        </SettingRow>
      </IfMay>
    </Card>
  );
}
