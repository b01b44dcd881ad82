import { type LevelDuties, levels, type OperationOutput, taskBlocks } from "@shian/domain";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Checkbox, Input, Segmented, Switch } from "antd";
import { useState } from "react";
import { Card, PageHead } from "../../components/card.js";
import { LoadingPage } from "../../components/loading.js";
import { Notice } from "../../components/notice.js";
import { QueryView, useErrorSentences } from "../../components/query-view.js";
import { SettingRow } from "../../components/setting-row.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { LetterTemplateCard } from "./letter-template-card.js";

type Settings = OperationOutput<"commitment.settings">;
const fields = ["responsibilities", ...taskBlocks] as const satisfies readonly (keyof LevelDuties)[];

/** How commitments are signed, the Word template, and the texts of the lists. */
export function PapersPage() {
  const { t } = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.commitment.settings.queryOptions({}));
  return (
    <QueryView query={query} loading={<LoadingPage />}>
      {(settings) => (
        <>
          <PageHead title={t("nav.papers")} sub={t("papers.sub")} />
          <div className="grid">
            <div className="c8 stack tops">
              <Form key={settings.version} settings={settings} />
            </div>
            <div className="c4 stack tops">
              <LetterTemplateCard settings={settings} />
            </div>
          </div>
        </>
      )}
    </QueryView>
  );
}

const toLines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

function Form({ settings }: { settings: Settings }) {
  const { t, name } = useText();
  const trpc = useTRPC();
  const client = useQueryClient();
  const { message } = App.useApp();
  const sentences = useErrorSentences();
  const [options, setOptions] = useState(settings.options);
  const [texts, setTexts] = useState(settings.texts);
  const [level, setLevel] = useState<(typeof levels)[number]>("township");
  const save = useMutation(
    trpc.commitment.saveSettings.mutationOptions({
      onSuccess: async () => {
        void message.success(t("papers.saved"));
        await client.invalidateQueries();
      },
    }),
  );
  const duties = texts.levels[level];
  const setField = (field: (typeof fields)[number], text: string) =>
    setTexts({
      ...texts,
      levels: { ...texts.levels, [level]: { ...duties, [field]: text.split("\n") } },
    });
  const cleaned = {
    ...texts,
    levels: Object.fromEntries(
      levels.map((one) => [
        one,
        Object.fromEntries(fields.map((field) => [field, toLines(texts.levels[one][field].join("\n"))])),
      ]),
    ) as Settings["texts"]["levels"],
  };
  return (
    <>
      <Card flush title={t("commitment.card")}>
        <SettingRow title={t("papers.strict")} hint={t("papers.strict-hint")}>
          <Switch
            aria-label={t("papers.strict")}
            checked={options.strict}
            onChange={(strict) => setOptions({ ...options, strict })}
          />
        </SettingRow>
        <SettingRow title={t("papers.sole")} hint={t("papers.sole-hint")}>
          <Switch
            aria-label={t("papers.sole")}
            checked={options.soleTraders === "as-firms"}
            onChange={(shown) => setOptions({ ...options, soleTraders: shown ? "as-firms" : "masked" })}
          />
        </SettingRow>
      </Card>
      <Card
        title={t("papers.texts")}
        note={texts.demonstration ? t("papers.texts-demonstration") : undefined}
        footer={
          <>
            <Checkbox
              checked={!texts.demonstration}
              onChange={(event) => setTexts({ ...texts, demonstration: !event.target.checked })}
            >
              {t("papers.texts-checked")}
            </Checkbox>
            <span className="r">
              <Button
                type="primary"
                loading={save.isPending}
                onClick={() =>
                  save.mutate({ txId: createTxId(), version: settings.version, options, texts: cleaned })
                }
              >
                {t("papers.save")}
              </Button>
            </span>
          </>
        }
      >
        {save.isError && (
          <div className="mb12">
            <Notice tone="over">{sentences(save.error).join("")}</Notice>
          </div>
        )}
        <Segmented
          block
          value={level}
          options={levels.map((one) => ({ value: one, label: name("level", one) }))}
          onChange={setLevel}
        />
        <div className="stack-form mt16">
          {fields.map((field) => (
            <div key={field}>
              <span className="t2 sm">
                {field === "responsibilities" ? t("papers.responsibilities") : name("task-block", field)}
                <span className="t3"> {t("papers.texts-hint")}</span>
              </span>
              <Input.TextArea
                autoSize={{ minRows: 2, maxRows: 10 }}
                aria-label={
                  field === "responsibilities" ? t("papers.responsibilities") : name("task-block", field)
                }
                value={duties[field].join("\n")}
                onChange={(event) => setField(field, event.target.value)}
              />
            </div>
          ))}
        </div>
      </Card>
    </>
  );
}
