import {
  checkScheme,
  compareSchemes,
  demonstrationSource,
  describeCondition,
  type GradingRule,
  type GradingScheme,
  renderProblem,
  type SchemeDetail,
} from "@shian/domain";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Drawer, Input } from "antd";
import { useState } from "react";
import { SectionTitle } from "../../components/card.js";
import { GradeSquare } from "../../components/grade-square.js";
import { Notice } from "../../components/notice.js";
import { QueryView } from "../../components/query-view.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { Tag } from "../../components/status-mark.js";
import { useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { RuleModal } from "./rule-modal.js";

/** One version of the scheme: its rules in order, edited while it is a draft, and what differs from its base. */
export function SchemeDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const trpc = useTRPC();
  const { locale } = useText();
  const query = useQuery(trpc.grading.getScheme.queryOptions({ id }));
  return (
    <Drawer open size={760} title={query.data?.row.title[locale]} onClose={onClose}>
      <QueryView query={query}>{(detail) => <Editor key={detail.row.version} detail={detail} />}</QueryView>
    </Drawer>
  );
}

function Editor({ detail }: { detail: SchemeDetail }) {
  const { t, locale, name, colon } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const { may } = useSession();
  const [scheme, setScheme] = useState<GradingScheme>(detail.scheme);
  const [editing, setEditing] = useState<number | "new">();
  const isDraft = detail.row.state === "draft" && may("grading.saveDraft");
  const save = useMutation(trpc.grading.saveDraft.mutationOptions(saving(t("rules.draft-saved"))));
  const setRules = (rules: readonly GradingRule[]) => setScheme({ ...scheme, rules: [...rules] });
  const { rules } = scheme;
  const move = (index: number, by: -1 | 1) => {
    const next = [...rules];
    const [rule] = next.splice(index, 1);
    if (rule !== undefined) next.splice(index + by, 0, rule);
    setRules(next);
  };
  const { faults, notices } = checkScheme(scheme);
  const known = editing === "new" || editing === undefined ? undefined : rules[editing];
  return (
    <>
      <Refusal error={save.error} />
      {isDraft && (
        <div className="two mb12">
          <Input
            aria-label={t("rules.title-zh")}
            addonBefore={t("rules.title-zh")}
            maxLength={200}
            value={scheme.title["zh-CN"]}
            onChange={({ target }) =>
              setScheme({ ...scheme, title: { ...scheme.title, "zh-CN": target.value } })
            }
          />
          <Input
            aria-label={t("rules.title-en")}
            addonBefore={t("rules.title-en")}
            maxLength={300}
            value={scheme.title.en}
            onChange={({ target }) => setScheme({ ...scheme, title: { ...scheme.title, en: target.value } })}
          />
        </div>
      )}
      <p className="t3 sm mb8">
        {t("rules.source")}
        {colon}
        {scheme.source === demonstrationSource ? t("rules.source-demonstration") : scheme.source}{" "}
        {scheme.demonstration && <Tag tone="plain">{t("rules.demonstration")}</Tag>}
      </p>
      {faults.length > 0 && (
        <Notice tone="over">
          {t("rules.faults")}：{faults.map((fault) => renderProblem(fault, locale)).join("")}
        </Notice>
      )}
      {notices.length > 0 && (
        <Notice tone="warn">
          {t("rules.notices")}：{notices.map((notice) => renderProblem(notice, locale)).join("")}
        </Notice>
      )}
      {isDraft && faults.length === 0 && <p className="t3 sm">{t("rules.no-faults")}</p>}
      <table className="tbl s mt8">
        <thead>
          <tr>
            <th>{t("rules.rule-id")}</th>
            <th>{t("rules.condition")}</th>
            <th>{t("rules.grade")}</th>
            {isDraft && <th />}
          </tr>
        </thead>
        <tbody>
          {rules.map((rule, index) => (
            <tr key={rule.id}>
              <td className="nw t2">{rule.id}</td>
              <td>
                {rule.title[locale]}
                <small className="t3">
                  {describeCondition(rule.when, locale, (flag) => name("attention", flag))}
                </small>
              </td>
              <td>
                <GradeSquare grade={rule.grade} />
              </td>
              {isDraft && (
                <td className="nw">
                  <Button
                    size="small"
                    type="text"
                    disabled={index === 0}
                    aria-label={t("rules.move-up", { rule: rule.id })}
                    onClick={() => move(index, -1)}
                  >
                    ↑
                  </Button>
                  <Button
                    size="small"
                    type="text"
                    disabled={index === rules.length - 1}
                    aria-label={t("rules.move-down", { rule: rule.id })}
                    onClick={() => move(index, 1)}
                  >
                    ↓
                  </Button>
                  <Button
                    size="small"
                    type="text"
                    aria-label={t("rules.edit-rule", { rule: rule.id })}
                    onClick={() => setEditing(index)}
                  >
                    ✎
                  </Button>
                  <Button
                    size="small"
                    type="text"
                    danger
                    disabled={rules.length === 1}
                    aria-label={t("rules.remove-rule", { rule: rule.id })}
                    onClick={() => setRules(rules.filter((one) => one !== rule))}
                  >
                    ×
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {isDraft && (
        <div className="row mt12">
          <Button onClick={() => setEditing("new")}>{t("rules.add-rule")}</Button>
          <Button
            type="primary"
            loading={save.isPending}
            disabled={scheme === detail.scheme}
            onClick={() =>
              save.mutate({
                txId: createTxId(),
                id: detail.row.id,
                version: detail.row.version,
                base: detail.row.base,
                scheme,
              })
            }
          >
            {t("common.save")}
          </Button>
        </div>
      )}
      {detail.row.base !== null && <Differences base={detail.row.base} scheme={scheme} />}
      {editing !== undefined && (
        <RuleModal
          rule={known}
          taken={rules.filter((rule) => rule !== known).map((rule) => rule.id)}
          onClose={() => setEditing(undefined)}
          onDone={(rule) => {
            setRules(
              known === undefined ? [...rules, rule] : rules.map((one) => (one === known ? rule : one)),
            );
            setEditing(undefined);
          }}
        />
      )}
    </>
  );
}

/** What differs from the version that it was started from. */
function Differences({ base, scheme }: { base: string; scheme: GradingScheme }) {
  const { t, locale, name } = useText();
  const trpc = useTRPC();
  const before = useQuery(trpc.grading.getScheme.queryOptions({ id: base }));
  if (before.data === undefined) return null;
  const changes = compareSchemes({ before: before.data.scheme, after: scheme });
  return (
    <>
      <SectionTitle>{t("rules.compare", { title: before.data.row.title[locale] })}</SectionTitle>
      <ul className="mini" data-testid="scheme-diff">
        {changes.length === 0 && <li className="t3">{t("rules.no-difference")}</li>}
        {changes.map(({ rule, what, before: old, after }) => (
          <li key={rule}>
            <span>
              <Tag tone="plain">{name("scheme-change", what)}</Tag> {rule} {(after ?? old)?.title[locale]}
              {what === "changed" && old !== null && after !== null && (
                <small className="t3">
                  {describeCondition(old.when, locale, (flag) => name("attention", flag))} →{" "}
                  {describeCondition(after.when, locale, (flag) => name("attention", flag))}
                </small>
              )}
            </span>
            <span className="row">
              {old !== null && <GradeSquare grade={old.grade} />}
              {what === "changed" && "→"}
              {after !== null && what !== "moved" && <GradeSquare grade={after.grade} />}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
