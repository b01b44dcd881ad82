import { uploadFile } from "@shian/api/client";
import { type FactKind, type FactSheetPlan, factKinds, listFactFields, nameFactField } from "@shian/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { App } from "antd";
import { useState } from "react";
import { Card, PageHead } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { FileDrop } from "../../components/file-drop.js";
import { Icon } from "../../components/icon.js";
import { Refusal } from "../../components/saving.js";
import { TabLinks } from "../../components/tabs.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPCClient } from "../../trpc.js";
import { EnteredSheets } from "./entered-sheets.js";
import { FactPlan } from "./fact-plan.js";

type Mapping = Record<string, string | null>;
type Previewed = { fileId: string; plan: FactSheetPlan; mapping: Mapping };

/** Risk grades, controls and training hours by the sheet: choose, see every row, enter; and what was entered before. */
export function FactsPage() {
  const { t } = useText();
  const raw = useSearch({ strict: false }) as { kind?: unknown };
  const kind = factKinds.find((one) => one === raw.kind) ?? "risk";
  return (
    <>
      <PageHead
        crumb={
          <>
            <DoorLink door={{ to: "/registry" }}>{t("nav.registry")}</DoorLink> / {t("facts.title")}
          </>
        }
        title={t("facts.title")}
        sub={t("facts.sub")}
      />
      <TabLinks
        label={t("facts.title")}
        tabs={factKinds.map((key) => ({
          key,
          title: t(`facts.tab-${key}`),
          door: { to: "/registry/facts", search: key === "risk" ? {} : { kind: key } },
          on: key === kind,
        }))}
      />
      <EnterSheet key={kind} kind={kind} />
    </>
  );
}

/** One sheet of a kind from the file to what it wrote. */
function EnterSheet({ kind }: { kind: FactKind }) {
  const { t, locale } = useText();
  const api = useTRPCClient();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [shown, setShown] = useState<Previewed>();
  const preview = async (fileId: string, mapping: Mapping): Promise<Previewed> => ({
    fileId,
    mapping,
    plan: await api.factSheet.preview.query({ fileId, kind, mapping }),
  });
  const read = useMutation({
    mutationFn: async (file: File) => {
      const options = { url: window.location.origin, locale };
      const { fileId } = await uploadFile(options, { name: file.name, content: file });
      return preview(fileId, {});
    },
    onSuccess: setShown,
  });
  const again = useMutation({
    mutationFn: ({ fileId, mapping }: { fileId: string; mapping: Mapping }) => preview(fileId, mapping),
    onSuccess: setShown,
  });
  const enter = useMutation({
    mutationFn: ({ fileId, mapping, plan: { mark } }: Previewed) =>
      api.factSheet.enter.mutate({ txId: createTxId(), fileId, kind, mapping, mark }),
    onSuccess: async ({ plan }) => {
      setShown(undefined);
      await client.invalidateQueries();
      void message.success(t("facts.done", { n: formatCount(plan.new + plan.replaces) }));
    },
    // What had changed meanwhile is shown at once; entering it is a decision made anew.
    onError: (_error, { fileId, mapping }) => again.mutate({ fileId, mapping }),
  });
  const columns = listFactFields(kind).map((field) => nameFactField(kind, field, locale));
  return (
    <>
      <Refusal error={enter.error ?? again.error ?? read.error} />
      {shown === undefined ? (
        <Card
          className="mb16"
          title={t(`facts.tab-${kind}`)}
          right={
            <a className="btn sm" href={`/api/templates/${kind}.xlsx?locale=${locale}`} download>
              <Icon name="download" />
              {t("facts.template")}
            </a>
          }
          footer={t("facts.columns-hint", { columns: columns.join(locale === "en" ? ", " : "、") })}
        >
          <p className="t2 mb12">{t(`facts.hint-${kind}`)}</p>
          <FileDrop
            reading={read.isPending ? read.variables.name : undefined}
            onFile={(file) => {
              enter.reset();
              again.reset();
              read.mutate(file);
            }}
          />
        </Card>
      ) : (
        <FactPlan
          plan={shown.plan}
          fileId={shown.fileId}
          mapping={shown.mapping}
          busy={again.isPending}
          entering={enter.isPending}
          onMapping={(mapping) => again.mutate({ fileId: shown.fileId, mapping })}
          onOther={() => {
            setShown(undefined);
            enter.reset();
          }}
          onEnter={() => enter.mutate(shown)}
        />
      )}
      <EnteredSheets kind={kind} />
    </>
  );
}
