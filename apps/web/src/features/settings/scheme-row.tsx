import { useQuery } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { useState } from "react";
import { GradeSquare } from "../../components/grade-square.js";
import { SettingRow } from "../../components/setting-row.js";
import { Tag } from "../../components/status-mark.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

/** The grading scheme in force and its rules in order. */
export function SchemeRow() {
  const { t, locale } = useText();
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const { data: scheme } = useQuery(trpc.grading.scheme.queryOptions({}));
  return (
    <SettingRow
      title={t("settings.scheme")}
      hint={
        <>
          {scheme !== undefined && t("settings.scheme-hint", { n: scheme.rules.length })}{" "}
          {scheme?.demonstration === true && <Tag tone="plain">{t("common.demo-scheme")}</Tag>}
        </>
      }
    >
      <Button disabled={scheme === undefined} onClick={() => setOpen(true)}>
        {t("settings.see-rules")}
      </Button>
      <Modal
        open={open}
        width={680}
        title={scheme?.title[locale]}
        footer={null}
        onCancel={() => setOpen(false)}
      >
        <p className="t3 sm mb8">{scheme?.source}</p>
        <div className="rule-list">
          <table className="tbl s">
            <thead>
              <tr>
                <th>{t("settings.rule")}</th>
                <th>{t("settings.rule-text")}</th>
                <th>{t("registry.short-grade")}</th>
              </tr>
            </thead>
            <tbody>
              {scheme?.rules.map((rule) => (
                <tr key={rule.id}>
                  <td className="nw t2">{rule.id}</td>
                  <td>{rule.title[locale]}</td>
                  <td>
                    <GradeSquare grade={rule.grade} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Modal>
    </SettingRow>
  );
}
