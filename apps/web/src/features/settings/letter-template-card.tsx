import { uploadFile } from "@shian/api/client";
import type { OperationOutput } from "@shian/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useRef } from "react";
import { Card } from "../../components/card.js";
import { Notice } from "../../components/notice.js";
import { SmallTable } from "../../components/paged-rows.js";
import { useErrorSentences } from "../../components/query-view.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPCClient } from "../../trpc.js";

/** The Word template of commitment letters: which one is used, another one, and the fields that it may have. */
export function LetterTemplateCard({ settings }: { settings: OperationOutput<"commitment.settings"> }) {
  const { t, locale } = useText();
  const api = useTRPCClient();
  const client = useQueryClient();
  const { message } = App.useApp();
  const sentences = useErrorSentences();
  const field = useRef<HTMLInputElement>(null);
  const { template, version } = settings;
  const change = useMutation({
    mutationFn: async (file: File | null) => {
      const kept =
        file === null
          ? undefined
          : await uploadFile({ url: window.location.origin, locale }, { name: file.name, content: file });
      return api.commitment.useTemplate.mutate({ txId: createTxId(), version, fileId: kept?.fileId ?? null });
    },
    onSuccess: async () => {
      void message.success(t("papers.template-saved"));
      await client.invalidateQueries();
    },
  });
  return (
    <Card title={t("papers.template")}>
      <p>
        {template.own ? t("papers.template-own", { name: template.name }) : t("papers.template-built-in")}
        <small className="block t3">{t("commitment.digest", { hash: template.hash.slice(0, 12) })}</small>
      </p>
      {change.isError && (
        <div className="mt8">
          <Notice tone="over">
            {sentences(change.error).map((sentence) => (
              <span className="block" key={sentence}>
                {sentence}
              </span>
            ))}
          </Notice>
        </div>
      )}
      <div className="row wrap mt12">
        <Button loading={change.isPending} onClick={() => field.current?.click()}>
          {t("papers.template-upload")}
        </Button>
        {template.own && (
          <Button disabled={change.isPending} onClick={() => change.mutate(null)}>
            {t("papers.template-drop")}
          </Button>
        )}
        <input
          ref={field}
          className="sr"
          type="file"
          tabIndex={-1}
          aria-label={t("papers.template-upload")}
          accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) change.mutate(file);
            event.target.value = "";
          }}
        />
      </div>
      <details className="mt12">
        <summary>{t("papers.template-tags")}</summary>
        <SmallTable
          head={
            <>
              <th>{t("papers.template-tag")}</th>
              <th>{t("papers.template-means")}</th>
            </>
          }
        >
          {template.tags.map(({ tag, means, required }) => (
            <tr key={tag}>
              <td className="code">{`{${tag}}`}</td>
              <td lang="zh-CN">
                {means}
                {required && <small>{t("papers.required")}</small>}
              </td>
            </tr>
          ))}
        </SmallTable>
      </details>
    </Card>
  );
}
