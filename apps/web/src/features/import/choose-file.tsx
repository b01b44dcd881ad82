import { uploadFile } from "@shian/api/client";
import type { FileInspection, ImportKind } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Card } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { Icon, type IconName } from "../../components/icon.js";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { StatusMark, type Tone } from "../../components/status-mark.js";
import { useText } from "../../text/use-text.js";
import { useTRPC, useTRPCClient } from "../../trpc.js";

const kinds: readonly { kind: ImportKind; icon: IconName }[] = [
  { kind: "registry", icon: "shop" },
  { kind: "officials", icon: "person" },
  { kind: "duties", icon: "table" },
  { kind: "groups", icon: "person" },
  { kind: "territories", icon: "place" },
];

/** What to import and from which file. */
export function ChooseFile({
  kind,
  onKind,
  onInspected,
  onRun,
}: {
  kind: ImportKind;
  onKind: (kind: ImportKind) => void;
  onInspected: (inspection: FileInspection) => void;
  onRun: (id: string) => void;
}) {
  const { t, locale } = useText();
  const client = useTRPCClient();
  const sentences = useErrorSentences();
  const field = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [upload, setUpload] = useState<string>();
  const [failure, setFailure] = useState<string>();

  const take = async (file: File | undefined) => {
    if (file === undefined || upload !== undefined) return;
    setFailure(undefined);
    setUpload(file.name);
    try {
      const { fileId } = await uploadFile(
        { url: window.location.origin, locale },
        { name: file.name, content: file },
      );
      onInspected(await client.import.inspect.query({ fileId, kind }));
    } catch (error) {
      setFailure(sentences(error).join(""));
    } finally {
      setUpload(undefined);
      if (field.current !== null) field.current.value = "";
    }
  };

  return (
    <>
      <Card title={t("import.kind")} className="mb16">
        <fieldset className="kinds" aria-label={t("import.kind")}>
          {kinds.map((entry) => (
            <button
              type="button"
              key={entry.kind}
              className={entry.kind === kind ? "on" : ""}
              aria-pressed={entry.kind === kind}
              onClick={() => onKind(entry.kind)}
            >
              <b>
                <Icon name={entry.icon} />
                {t(`import.kind-${entry.kind}`)}
              </b>
              <small>{t(`import.kind-${entry.kind}-hint`)}</small>
            </button>
          ))}
        </fieldset>
      </Card>
      <Card
        title={t("import.file")}
        className="mb16"
        right={
          <a className="btn sm" href={`/api/templates/${kind}.xlsx`} download>
            <Icon name="download" />
            {t("import.template")}
          </a>
        }
        footer={t("import.template-note")}
      >
        {failure !== undefined && (
          <div className="mb12">
            <Notice tone="over">{failure}</Notice>
          </div>
        )}
        {upload === undefined ? (
          <label
            className={over ? "drop over" : "drop"}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
              event.preventDefault();
              setOver(false);
              void take(event.dataTransfer.files[0]);
            }}
          >
            <Icon name="upload" />
            <b>{t("import.drop")}</b>
            <small>{t("import.drop-hint")}</small>
            <input
              ref={field}
              className="sr"
              type="file"
              accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              onChange={(event) => void take(event.target.files?.[0])}
            />
          </label>
        ) : (
          <div className="drop" role="status">
            <Icon name="file" />
            <b>{t("import.uploading", { name: upload })}</b>
          </div>
        )}
      </Card>
      <RecentRuns onRun={onRun} />
    </>
  );
}

const tones: Record<string, Tone> = { applied: "ok", failed: "overdue", previewed: "at-risk" };

function RecentRuns({ onRun }: { onRun: (id: string) => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const runs = useQuery(trpc.import.list.queryOptions({}));
  if (runs.data === undefined || runs.data.runs.length === 0) return null;
  return (
    <Card flush title={t("import.recent")}>
      <div className="scroll-x">
        <table className="tbl s">
          <tbody>
            {runs.data.runs.slice(0, 8).map((run) => (
              <tr key={run.id}>
                <td>{run.fileName}</td>
                <td className="t3 opt">{t(`import.kind-${run.kind}`)}</td>
                <td>
                  <StatusMark tone={tones[run.status] ?? "closed"}>
                    {t(`import.status-${run.status}`)}
                  </StatusMark>
                </td>
                <td className="num t3 opt">
                  {run.answer !== null &&
                    t("import.done-hint", {
                      created: formatCount(run.answer.created),
                      updated: formatCount(run.answer.updated),
                      unchanged: formatCount(run.answer.unchanged),
                    })}
                </td>
                <td className="num">
                  <button type="button" className="btn link" onClick={() => onRun(run.id)}>
                    {run.status === "previewed" ? t("import.continue") : t("import.see")}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
