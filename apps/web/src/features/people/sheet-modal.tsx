import { uploadFile } from "@shian/api/client";
import { accountHeaders, grantHeaders, type SheetPlan } from "@shian/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { formatCount } from "../../components/figures.js";
import { FileDrop } from "../../components/file-drop.js";
import { Icon } from "../../components/icon.js";
import { Notice } from "../../components/notice.js";
import { type OnceLink, OnceLinks } from "../../components/once-links.js";
import { saveText, toCsv } from "../../components/save-text.js";
import { Refusal } from "../../components/saving.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPCClient } from "../../trpc.js";
import { SheetPlanView } from "./sheet-plan-view.js";

type Kind = "accounts" | "grants";
type Done = { plan: SheetPlan; links: readonly OnceLink[] };

const listHeaders = (kind: Kind, locale: "zh-CN" | "en"): string[] =>
  Object.values(kind === "accounts" ? accountHeaders : grantHeaders).map((names) => names[locale][0]);

/** Accounts or grants by spreadsheet: the file is read and judged row by row before anything is done. */
export function SheetModal({ kind, onClose }: { kind: Kind; onClose: () => void }) {
  const { t, locale } = useText();
  const api = useTRPCClient();
  const client = useQueryClient();
  const read = useMutation({
    mutationFn: async (file: File) => {
      const options = { url: window.location.origin, locale };
      const { fileId } = await uploadFile(options, { name: file.name, content: file });
      const plan =
        kind === "accounts"
          ? await api.people.planSheet.query({ fileId })
          : await api.grant.planSheet.query({ fileId });
      return { fileId, plan };
    },
  });
  const apply = useMutation({
    mutationFn: async (fileId: string): Promise<Done> => {
      const asked = { txId: createTxId(), fileId };
      if (kind === "grants") return { plan: await api.grant.applySheet.mutate(asked), links: [] };
      const { plan, links } = await api.people.applySheet.mutate(asked);
      const nameOf = new Map(plan.taken.map(({ username, says }) => [username, says]));
      return {
        plan,
        links: links.map(({ username, ...link }) => ({ ...link, name: nameOf.get(username) ?? username })),
      };
    },
    onSuccess: () => client.invalidateQueries(),
  });
  const title = t(`people.sheet-${kind}`);
  const saveTemplate = () => saveText(`${title}.csv`, toCsv([listHeaders(kind, locale)]));
  const ready = read.data !== undefined && apply.data === undefined ? read.data : undefined;
  return (
    <Modal
      open
      width={760}
      title={title}
      onCancel={onClose}
      mask={{ closable: apply.data === undefined }}
      footer={
        apply.data !== undefined ? (
          <Button type="primary" onClick={onClose}>
            {t(apply.data.links.length > 0 ? "people.link-kept" : "app.close")}
          </Button>
        ) : (
          ready !== undefined && (
            <>
              <Button onClick={() => read.reset()}>{t("people.other-file")}</Button>
              <Button
                type="primary"
                loading={apply.isPending}
                disabled={ready.plan.taken.length === 0}
                onClick={() => apply.mutate(ready.fileId)}
              >
                {t(`people.apply-${kind}`, { n: formatCount(ready.plan.taken.length) })}
              </Button>
            </>
          )
        )
      }
    >
      <Refusal error={apply.error ?? read.error} />
      {read.data === undefined && (
        <>
          <p className="t2 mb12">{t(`people.sheet-${kind}-hint`)}</p>
          <FileDrop
            reading={read.isPending ? read.variables.name : undefined}
            onFile={(file) => read.mutate(file)}
          />
          <p className="mt12">
            <button type="button" className="btn sm" onClick={saveTemplate}>
              <Icon name="download" small />
              {t("people.template")}
            </button>{" "}
            <span className="t3 sm">{listHeaders(kind, locale).join(locale === "en" ? ", " : "、")}</span>
          </p>
        </>
      )}
      {ready !== undefined && <SheetPlanView plan={ready.plan} />}
      {apply.data !== undefined && (
        <>
          <Notice tone="ok">
            {t(`people.applied-${kind}`, { n: formatCount(apply.data.plan.taken.length) })}
          </Notice>
          {apply.data.links.length > 0 && (
            <div className="mt12">
              <OnceLinks links={apply.data.links} />
            </div>
          )}
        </>
      )}
    </Modal>
  );
}
