import type { FileInspection, ImportKind, ImportRun } from "@shian/domain";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useCallback, useState } from "react";
import { PageHead } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { ErrorBlank } from "../../components/query-view.js";
import { useWhenDone } from "../../components/use-when-done.js";
import { parseImportSearch } from "../../navigation/visit-search.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";
import { ChooseFile } from "./choose-file.js";
import { ImportResult } from "./import-result.js";
import { ImportSteps } from "./import-steps.js";
import { JobProgress } from "./job-progress.js";
import { MapColumns } from "./map-columns.js";
import { PreviewRun } from "./preview-run.js";

/** Choose a file, say how its columns are read, see the outcome, apply it. The run stands in the address. */
export function ImportPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const raw = useSearch({ strict: false }) as Record<string, unknown>;
  const search = parseImportSearch(raw);
  const [inspection, setInspection] = useState<FileInspection>();
  const run = useRun(search.run);
  const kind: ImportKind = run.data?.kind ?? inspection?.kind ?? search.kind ?? "registry";

  const go = useCallback(
    (next: { kind?: ImportKind | undefined; run?: string | undefined }) =>
      void navigate({
        to: "/registry/import",
        search: ((old: Record<string, unknown>) => ({
          territory: old.territory,
          asOf: old.asOf,
          ...next,
        })) as never,
      }),
    [navigate],
  );
  const restart = (next: ImportKind) => {
    setInspection(undefined);
    go({ kind: next });
  };
  const step = stepOf(run.data, inspection, search.run);

  return (
    <>
      <PageHead
        crumb={
          <>
            <DoorLink door={{ to: "/registry" }}>{t("nav.registry")}</DoorLink> / {t("nav.import")}
          </>
        }
        title={t(`import.title-${kind}`)}
        actions={
          <>
            <DoorLink door={{ to: "/registry/facts" }} className="btn">
              {t("facts.title")}
            </DoorLink>
            <DoorLink door={{ to: "/registry/held" }} className="btn">
              {t("held.title")}
            </DoorLink>
          </>
        }
        sub={
          run.data?.answer
            ? t("import.sub", { name: run.data.fileName, rows: formatCount(run.data.answer.rows) })
            : (run.data?.fileName ?? inspection?.fileName)
        }
      />
      <ImportSteps step={step} />
      {search.run === undefined ? (
        inspection === undefined ? (
          <ChooseFile
            kind={kind}
            onKind={(next) => go({ kind: next })}
            onInspected={setInspection}
            onRun={(id) => go({ run: id })}
          />
        ) : (
          <MapColumns
            inspection={inspection}
            onBack={() => setInspection(undefined)}
            onRun={(id) => go({ kind, run: id })}
          />
        )
      ) : run.data === undefined ? (
        run.error !== null ? (
          <ErrorBlank error={run.error} retry={() => void run.refetch()} />
        ) : (
          <JobProgress run={undefined} />
        )
      ) : run.data.status === "reading" || run.data.status === "applying" || run.data.status === "failed" ? (
        <JobProgress run={run.data} onRestart={() => restart(kind)} />
      ) : run.data.status === "previewed" ? (
        <PreviewRun run={run.data} onBack={() => (inspection === undefined ? restart(kind) : go({ kind }))} />
      ) : (
        <ImportResult run={run.data} onRestart={restart} />
      )}
    </>
  );
}

function stepOf(
  run: ImportRun | undefined,
  inspection: FileInspection | undefined,
  runId: string | undefined,
): 1 | 2 | 3 | 4 {
  if (runId === undefined) return inspection === undefined ? 1 : 2;
  return run?.status === "applying" || run?.status === "applied" ? 4 : 3;
}

/** The run of the address, kept in step by the server's subscription. */
function useRun(runId: string | undefined) {
  const trpc = useTRPC();
  const { locale } = useText();
  const client = useQueryClient();
  const input = { runId: runId ?? "", locale };
  const query = useQuery(
    trpc.import.run.queryOptions(input, {
      enabled: runId !== undefined,
      refetchInterval: (state) => (isBusy(state.state.data) ? 3000 : false),
    }),
  );
  const key = trpc.import.run.queryKey(input);
  useSubscription(
    trpc.import.watch.subscriptionOptions(
      { runId: runId ?? "" },
      {
        enabled: runId !== undefined && isBusy(query.data),
        onData: (live) => {
          if (isBusy(live))
            client.setQueryData(key, (old) =>
              old === undefined ? old : { ...old, status: live.status, progress: live.progress },
            );
          else void client.invalidateQueries({ queryKey: key });
        },
      },
    ),
  );
  useWhenDone(isBusy(query.data));
  return query;
}

const isBusy = (run: ImportRun | undefined): boolean =>
  run !== undefined && (run.status === "reading" || run.status === "applying");
